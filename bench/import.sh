#!/usr/bin/env bash
# 350,000 people come into one board of 7,000 schools on SQLite, by the command line, while others read and write in the program
# that serves it: how long it takes, how much memory, how long the others wait.
set -euo pipefail
cd "$(dirname "$0")/.."
exec python3 -B bench/import_people.py
