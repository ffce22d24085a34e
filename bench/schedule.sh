#!/usr/bin/env bash
# How long plans of who goes when take, and how near they come to what is possible (bench/schedule.cpp).
set -euo pipefail
cd "$(dirname "$0")/.."
. bin/lib/project.sh

use_compiler_cache
PATH=$(dirname "$(path_of_node)"):$PATH cmake --build --preset release --target lenig_bench_schedule > /dev/null
build/release/lenig_bench_schedule
