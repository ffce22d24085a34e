#!/usr/bin/env bash
# 10,000 invitations: queued in one call, and sent through a mail server on this machine; on both databases.
set -euo pipefail
cd "$(dirname "$0")/.."
. bin/lib/project.sh

use_compiler_cache
cmake --build --preset release --target lenig_bench_mail > build/bench-mail.log || { tail -n 20 build/bench-mail.log >&2; exit 3; }
echo "SQLite:"
LENIG_TEST_DATABASE=sqlite build/release/lenig_bench_mail
echo "PostgreSQL:"
bin/lib/with_postgresql build/release/lenig_bench_mail
