# shellcheck shell=bash
# The proof: two routers come up, become OSPF neighbours, one is logged into over SSH, nothing stays behind.
# It has an instance number, management network and netlab home of its own, so that it disturbs no other lab.

SELFTEST_INSTANCE=${SELFTEST_INSTANCE:-197}

run_selftest() {
  local place started up full
  place=$(mktemp -d)
  mkdir "$place/home" "$place/lab"
  write_selftest_topology >"$place/lab/topology.yml"
  say "self-test: two FRR routers with OSPF (in $place)"
  started=$SECONDS
  if ! selftest_netlab "$place" up up topology.yml; then
    selftest_netlab "$place" down-after-failure down --cleanup --force || true
    stop "netlab up failed: see $place/up.log"
  fi
  up=$((SECONDS - started))
  if ! selftest_questions "$place"; then
    selftest_netlab "$place" down down --cleanup || true
    stop "the self-test failed: see $place"
  fi
  full=$((SECONDS - started - up))
  started=$SECONDS
  selftest_netlab "$place" down down --cleanup || stop "netlab down failed: see $place/down.log"
  selftest_left_nothing "$place" || stop "netlab down left something behind: see $place"
  say "self-test passed: up $up s, OSPF and SSH after $full s more, down $((SECONDS - started)) s"
  rm -rf "$place"
}

write_selftest_topology() {
  cat <<YML
provider: clab
plugin: [multilab]
defaults.multilab.id: $SELFTEST_INSTANCE
defaults.device: frr
module: [ospf]
nodes:
  r1:
  r2:
    image: $SSH_IMAGE
links: [r1-r2]
YML
}

# selftest_netlab PLACE LOG ARGUMENT...
selftest_netlab() {
  local place=$1 log=$2
  shift 2
  (cd "$place/lab" && HOME=$place/home "$PREFIX/bin/netlab" "$@" >"$place/$log.log" 2>&1 </dev/null)
}

selftest_questions() {
  local place=$1 address
  selftest_netlab "$place" r2 inspect -q --format json nodes.r2.mgmt.ipv4 || return 1
  address=$(tr -d '[:space:]' <"$place/r2.log")
  printf '   r2 is at %s\n' "$address"
  selftest_neighbour_full "$address" || { warn 'the routers did not become OSPF neighbours within 60 seconds'; return 1; }
}

# asks over SSH, as a user of the lab would
selftest_neighbour_full() {
  local i answer
  for ((i = 0; i < 60; i++)); do
    answer=$(sshpass -p admin ssh -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR \
      -o ConnectTimeout=5 "admin@$1" 'show ip ospf neighbor' 2>&1 </dev/null || true)
    case $answer in *Full*) printf '%s\n' "$answer" | sed 's/^/   /'; return 0 ;; esac
    sleep 1
  done
  printf '%s\n' "$answer" | sed 's/^/   /' >&2
  return 1
}

selftest_left_nothing() {
  local left
  left=$(docker ps -aq --filter "label=clab-topo-file=$(realpath "$1/lab")/clab.yml")
  [ -z "$left" ] && [ ! -e "$1/lab/netlab.lock" ]
}
