#!/usr/bin/env bash
# Signed-in pages of the sector case (7,000 schools, 350,000 people) under 16 connections, against nginx serving the
# same bytes from a file on the same machine in the same run; and the same pages of a board of its own.
# Needs wrk, curl and nginx (Debian: wrk curl nginx-light); says so when they are not there.
set -euo pipefail
cd "$(dirname "$0")/.."
for tool in wrk curl nginx; do
  command -v "$tool" > /dev/null || { echo "install $tool (Debian: wrk curl nginx-light)" >&2; exit 3; }
done
seconds=${SECONDS_PER_RUN:-6}
folder=$(mktemp -d)
sector=build/bench/sector
board=build/bench/board
mkdir -p "$sector" "$board"
trap 'kill $(jobs -p) 2> /dev/null || true; rm -rf "$folder"' EXIT

now() { echo "$EPOCHREALTIME"; }
since() { awk -v a="$1" -v b="$EPOCHREALTIME" 'BEGIN { printf "%.3f", b - a }'; }

# serve DIRECTORY CASE: sets address and pid
serve() {
  build/release/lenig demo --case "$2" --dir "$1" --port 0 > "$folder/out" 2> "$folder/log" &
  pid=$!
  until grep -q '^ready' "$folder/out"; do
    kill -0 $pid 2> /dev/null || { cat "$folder/log" >&2; exit 1; }
    sleep 0.005
  done
  address=$(sed -n 's/^ready //p' "$folder/out")
}

field() { sed -n "s/.*name=\"$1\" value=\"\([^\"]*\)\".*/\1/p" | sed -n 1p; }

# sign_in DIRECTORY PERSONA: sets cookie
sign_in() {
  local email password page jar=$folder/jar
  rm -f "$jar"
  read -r email password < <(python3 -c "
import json, sys
one = next(l for l in json.load(open(sys.argv[1])) if l['persona'] == sys.argv[2])
print(one['email'], one['password'])" "$1/logins.json" "$2")
  page=$(curl -s -c "$jar" "$address/aanmelden")
  curl -s -o /dev/null -b "$jar" -c "$jar" --data-urlencode "_csrf=$(field _csrf <<< "$page")" \
    --data-urlencode "email=$email" --data-urlencode "password=$password" "$address/aanmelden"
  cookie="lenig_session=$(awk '$6 == "lenig_session" { print $7 }' "$jar")"
}

fetch() { curl -sL -H "Cookie: $cookie" "$address$1"; }

# load URL [COOKIE]: requests a second and p99 in milliseconds
load() {
  wrk -t1 -c16 -d"${seconds}s" --latency ${2:+-H "Cookie: $2"} ${3:+-s "$3"} "$1" > "$folder/wrk"
  ! grep -q 'Non-2xx' "$folder/wrk" || { cat "$folder/wrk" >&2; exit 1; }
  awk '/Requests\/sec/ { rate = $2 }
       /99%/ { p = $2; f = 1; if (p ~ /us$/) f = 0.001; else if (p ~ /[0-9]s$/ && p !~ /ms$/) f = 1000; sub(/[a-z]+$/, "", p); p99 = p * f }
       END { printf "%.0f %.2f\n", rate, p99 }' "$folder/wrk"
}

nginx_serves() {
  mkdir -p "$folder/web"
  cat > "$folder/nginx.conf" <<END
daemon off; master_process on; worker_processes auto; pid $folder/nginx.pid; error_log $folder/nginx.log;
events { worker_connections 256; }
http { access_log off; sendfile on; keepalive_requests 1000000; default_type text/html;
  client_body_temp_path $folder; proxy_temp_path $folder; fastcgi_temp_path $folder; uwsgi_temp_path $folder; scgi_temp_path $folder;
  server { listen 127.0.0.1:18097; root $folder/web; } }
END
  chmod 755 "$folder" "$folder/web"
  nginx -c "$folder/nginx.conf" 2> /dev/null &
  until curl -s -o /dev/null http://127.0.0.1:18097/; do sleep 0.02; done
}

measure() {  # NAME PATH: the best of three turns of each, for a machine is not always as fast
  local one other rate=0 p99 floor=0 _ half delay
  fetch "$2" > "$folder/web/page.html"
  for _ in 1 2 3; do
    read -r other _ < <(load http://127.0.0.1:18097/page.html)
    read -r one _ < <(load "$address$2" "$cookie")
    rate=$((one > rate ? one : rate)) floor=$((other > floor ? other : floor))
  done
  delay=$(awk -v r="$rate" 'BEGIN { printf "%d", 16 / (r / 2) * 1000 }')
  echo "function delay() return $delay end" > "$folder/half.lua"
  read -r half p99 < <(load "$address$2" "$cookie" "$folder/half.lua")
  awk -v name="$1" -v size="$(stat -c %s "$folder/web/page.html")" -v r="$rate" -v f="$floor" -v h="$half" -v p="$p99" 'BEGIN {
    printf "%-34s %6.1f kB  %6d/s  nginx %6d/s  %5.1f %% of it   p99 %5.2f ms at %d/s\n", name, size / 1000, r, f, 100 * r / f, p, h }'
}

find_pages() {  # DIRECTORY: sets map, school, and cookie of the office
  sign_in "$1" director
  school=$(fetch /organisatie | grep -o '/organisatie/eenheid/[0-9a-f-]\{36\}' | tail -n 1)
  sign_in "$1" office
  map=$(fetch /programma | grep -o '/programma/[0-9a-f-]\{36\}' | sed -n 1p)
}

nginx_serves
begin=$(now)
first=yes; [ -f "$sector/demo.json" ] && first=no
serve "$sector" sector
[ $first = no ] || echo "sector case, the first time        ready after $(since "$begin") s"
kill $pid; wait $pid 2> /dev/null || true
begin=$(now)
serve "$sector" sector
echo "sector case, again                 ready after $(since "$begin") s"
find_pages "$sector"
measure "start page" /
measure "roll-out map" "$map"
measure "people of a school" "$school"
echo "memory of the process              $(awk '/VmHWM/ { printf "%.0f MiB at most", $2 / 1024 }' /proc/$pid/status)"

# The same board by itself, in a program beside the one of the sector; in turns, for a machine is not always as fast.
sector_address=$address sector_cookie=$cookie sector_map=$map sector_school=$school sector_pid=$pid
serve "$board" board
find_pages "$board"
compare() {  # NAME PATH_IN_SECTOR PATH_AT_BOARD
  local one other best_one=0 best_other=0 _
  for _ in 1 2 3; do
    read -r one _ < <(load "$sector_address$2" "$sector_cookie")
    read -r other _ < <(load "$address$3" "$cookie")
    best_one=$((one > best_one ? one : best_one)) best_other=$((other > best_other ? other : best_other))
  done
  awk -v name="$1" -v s="$best_one" -v b="$best_other" 'BEGIN {
    printf "%-34s of 700 people %6d/s, in the sector %6d/s: %.2f times as long\n", name, b, s, b / s }'
}
compare "start page" / /
compare "roll-out map" "$sector_map" "$map"
compare "people of a school" "$sector_school" "$school"
kill $pid $sector_pid; wait $pid $sector_pid 2> /dev/null || true
