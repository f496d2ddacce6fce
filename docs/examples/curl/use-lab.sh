#!/bin/sh
# Waits for the lab host, uploads a topology, knocks at each device, and gives everything back. Needs curl only.
set -eu
: "${REMOTE_LAB_URL:?is where the lab host listens, for example http://lab-host:8000}"
cd "$(dirname "$0")"

# Prints the value of a field of a flat JSON answer.
field() { sed -n "s/.*\"$1\":\"\{0,1\}\([^\",}]*\).*/\1/p"; }

created=$(curl -fsS -X POST -H 'Content-Type: application/json' \
  -d '{"owner": "'"${USER:-ci}"'", "purpose": "a look with curl"}' "$REMOTE_LAB_URL/session")
session=$(echo "$created" | field session_id)
# Whichever way this script ends, the next one in the queue must not wait for us.
trap 'curl -fsS -X DELETE "$REMOTE_LAB_URL/session/$session"' EXIT
trap 'exit 130' INT TERM

# Each answer comes when the position is another one, or after 30 seconds. Asking is the sign of life that keeps our place.
position=$(echo "$created" | field position)
while [ "$position" != 0 ]; do
  echo "$position ahead of us"
  sleep 1
  position=$(curl -fsS "$REMOTE_LAB_URL/session/$session?wait=30&position=$position" | field position)
done

echo "our turn"
devices=$(curl -fsS --max-time 600 -H "X-Session-ID: $session" \
  -F topology=@pair.yml -F reuse=true "$REMOTE_LAB_URL/lab")

# A line for each device, and of that its name and its login. What answers there is a real SSH server; curl only sees its greeting.
echo "$devices" | sed 's/{"name":"[^"]*","raw"/\
&/g' | sed -n 's/^{"name":"\([^"]*\)".*"ssh":{"host":"\([^"]*\)","port":\([0-9]*\),"user":"\([^"]*\)".*/\1 \2 \3 \4/p' |
  while read -r name host port user; do
    greeting=$(curl -s -m 1 "telnet://$host:$port" </dev/null | tr -d '\r')
    echo "$name: ssh $user@$host -p $port ($greeting)"
  done

curl -fsS -X POST -H "X-Session-ID: $session" "$REMOTE_LAB_URL/lab/release"
