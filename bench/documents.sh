#!/usr/bin/env bash
# From the order of a report of 24 schools to its PDF in the database, by the runner of jobs, on SQLite: the median of five.
set -euo pipefail
cd "$(dirname "$0")/.."

report=Documents.of_24_schools_are_made_by_the_runner_with_progress

seconds() {
  for _ in 1 2 3 4 5; do
    LENIG_TEST_DATABASE=sqlite build/release/lenig_test --gtest_filter="$report" | awk -F'[(]' '/       OK/ { print $2 / 1000 }'
  done | sort -n
}

measured=$(seconds)
[ "$(wc -l <<< "$measured")" = 5 ] || { echo "documents: a report was not made" >&2; exit 1; }
echo "PDF of 24 schools         $(sed -n 3p <<< "$measured") s (aim: 5 s)"
