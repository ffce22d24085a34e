#!/usr/bin/env bash
# How long `lenig --version` takes, against /bin/true in the same run: the median of 101 runs each.
set -euo pipefail
cd "$(dirname "$0")/.."

median() {
  for _ in $(seq 101); do
    local from=$EPOCHREALTIME
    "$@" > /dev/null
    awk -v from="$from" -v to="$EPOCHREALTIME" 'BEGIN { printf "%.2f\n", (to - from) * 1000 }'
  done | sort -n | sed -n 51p
}

program=$(median build/release/lenig --version)
floor=$(median /bin/true)
echo "lenig --version           $program ms"
echo "/bin/true (floor)         $floor ms; the program takes $(awk -v a="$program" -v b="$floor" 'BEGIN { printf "%.1f", a / b }') times that"
