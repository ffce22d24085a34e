#!/usr/bin/env bash
# A million respondents × 40 items in 8 scales × 1,000 groups: all figures from memory and from CSV, beside a plain read of
# the same bytes, DuckDB and R, in one run. Takes some minutes, nearly all of them R's.
set -euo pipefail
cd "$(dirname "$0")/.."

folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT

main() {
  cmake --build --preset release --target lenig_measure_bench > /dev/null
  build/release/lenig_measure_bench "$folder" node_modules/@duckdb/node-bindings-linux-x64/libduckdb.so
  write_instrument
  from_csv --no-disclosure-control
  from_csv
  Rscript bench/measure/speed.R "$folder"
}

write_instrument() {
  python3 - > "$folder/instrument.json" << 'EOF'
import json
print(json.dumps({"scales": [{"id": f"s{scale}", "items": [f"q{scale * 5 + item}" for item in range(5)], "options": [1, 5]}
                             for scale in range(8)]}))
EOF
}

# The median of five runs of the whole program.
from_csv() {
  python3 - "$folder" "$@" << 'EOF'
import resource, subprocess, sys, time
folder, options = sys.argv[1], sys.argv[2:]
command = ["build/release/lenig", "measure", f"{folder}/responses.csv", "--instrument", f"{folder}/instrument.json",
           "--groups", "school", "-o", f"{folder}/result.json", *options]
times = []
for _ in range(5):
    start = time.monotonic()
    subprocess.run(command, check=True)
    times.append(time.monotonic() - start)
memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
print(f"lenig measure from CSV         {sorted(times)[2]:.2f} s (aim: 0.8), peak memory {memory} MiB (aim: 200) {' '.join(options)}")
EOF
}

main
