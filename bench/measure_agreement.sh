#!/usr/bin/env bash
# Every figure of `lenig measure` without disclosure control against R's multilevel and psych: bh1996, lq2002, cohesion and
# 50 made-up sets with answers missing, unequal groups, groups of one and constant items, by both rules for missing answers.
set -euo pipefail
cd "$(dirname "$0")/.."

folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
Rscript bench/measure/agreement.R build/release/lenig "$folder"
