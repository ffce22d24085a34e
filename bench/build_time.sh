#!/usr/bin/env bash
# How long a build takes: from nothing, and after one file changed. Without ccache, in a folder of its own.
# The floor in the same run: compiling SQLite alone, which is one file that nobody can divide.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

seconds() {
  local from=$EPOCHREALTIME
  "$@" > "$folder/log" 2>&1 || { tail -n 20 "$folder/log"; exit 1; }
  awk -v from="$from" -v to="$EPOCHREALTIME" 'BEGIN { printf "%.1f", to - from }'
}

export CCACHE_DISABLE=1
cmake --preset release -B "$folder/build" > /dev/null
floor=$(seconds cmake --build "$folder/build" --target lenig_sqlite)
cmake --build "$folder/build" --target clean > /dev/null
whole=$(seconds cmake --build "$folder/build")
cp src/programme/waits.cpp "$folder/waits.cpp"
trap 'cp "$folder/waits.cpp" src/programme/waits.cpp; rm -rf "$folder"' EXIT
printf '\n' >> src/programme/waits.cpp
again=$(seconds cmake --build "$folder/build")

echo "build from nothing        $whole s on $(nproc) cores"
echo "build after one file      $again s"
echo "SQLite alone (floor)      $floor s; from nothing is $(awk -v a="$whole" -v b="$floor" 'BEGIN { printf "%.1f", a / b }') times that"
