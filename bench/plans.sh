#!/usr/bin/env bash
# The thread of a large board (35 schools, 20,000 goals, 7,000 people behind them) in one page, and saving while typing.
# Needs wrk and curl (Debian: wrk curl); says so when they are not there.
set -euo pipefail
cd "$(dirname "$0")/.."
for tool in wrk curl; do
  command -v "$tool" > /dev/null || { echo "install $tool (Debian: wrk curl)" >&2; exit 3; }
done
folder=$(mktemp -d)
trap 'kill $(jobs -p) 2> /dev/null || true; rm -rf "$folder"' EXIT

serve() {
  build/release/lenig demo --case board --dir "$folder/board" --port 0 > "$folder/out" 2> "$folder/log" &
  pid=$!
  until grep -q '^ready' "$folder/out"; do
    kill -0 $pid 2> /dev/null || { cat "$folder/log" >&2; exit 1; }
    sleep 0.02
  done
  address=$(sed -n 's/^ready //p' "$folder/out")
}

serve
kill $pid
wait $pid 2> /dev/null || true
python3 bench/plans.py fill "$folder/board" | tee "$folder/filled"
read -r board _ < "$folder/filled"
serve

read -r email password < <(python3 -c "
import json, sys
one = next(l for l in json.load(open(sys.argv[1])) if l['persona'] == 'teacher')
print(one['email'], one['password'])" "$folder/board/logins.json")
csrf=$(curl -s -c "$folder/jar" "$address/aanmelden" | sed -n 's/.*name="_csrf" value="\([^"]*\)".*/\1/p' | sed -n 1p)
curl -s -o /dev/null -b "$folder/jar" -c "$folder/jar" --data-urlencode "_csrf=$csrf" --data-urlencode "email=$email" \
  --data-urlencode "password=$password" "$address/aanmelden"
cookie="lenig_session=$(awk '$6 == "lenig_session" { print $7 }' "$folder/jar")"

for connections in 1 4; do
  wrk -t1 -c$connections -d8s --latency -H "Cookie: $cookie" "$address/plannen/koers/$board" > "$folder/wrk"
  ! grep -q 'Non-2xx' "$folder/wrk" || { cat "$folder/wrk" >&2; exit 1; }
  awk -v c=$connections '/50%/ { p50 = $2 } /99%/ { p99 = $2 } /Requests\/sec/ { rate = $2 }
    END { printf "thread of 20,000 goals, %d at a time: %.0f a second, p50 %s, p99 %s\n", c, rate, p50, p99 }' "$folder/wrk"
done
curl -s -H "Cookie: $cookie" "$address/plannen/koers/$board" | wc -c | awk '{ printf "bytes of the page: %d\n", $1 }'
python3 bench/plans.py save "$folder/board" "$address"
