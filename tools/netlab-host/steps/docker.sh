# shellcheck shell=bash
# The container engine. One that runs already is used as it is, and never stopped.

docker_answers() { docker version --format '{{.Server.Version}}' >/dev/null 2>&1; }

start_docker() {
  if ! docker_answers; then
    if [ -d /run/systemd/system ] && systemctl cat docker.service >/dev/null 2>&1; then
      say 'starting the docker service'
      logged docker-service systemctl start docker || true
    else
      say 'starting dockerd'
      start_own_dockerd
    fi
    wait_for_docker || stop "dockerd does not answer; see $LOG/dockerd.log"
  fi
  # without it nothing is routed between the host and the nodes; docker sets it, but may be told not to
  [ "$(cat /proc/sys/net/ipv4/ip_forward)" = 1 ] || sysctl -qw net.ipv4.ip_forward=1 ||
    warn 'IPv4 forwarding is off and could not be turned on'
}

start_own_dockerd() {
  rm -f "$PREFIX/dockerd.pid"
  setsid dockerd --pidfile "$PREFIX/dockerd.pid" >"$LOG/dockerd.log" 2>&1 </dev/null &
}

wait_for_docker() {
  local i
  for ((i = 0; i < 120; i++)); do
    docker_answers && return 0
    sleep 0.5
  done
  return 1
}

# Only the daemon that this script started: its pid file is ours, and the process is what it says.
stop_own_dockerd() {
  local pid
  [ -f "$PREFIX/dockerd.pid" ] || return 0
  pid=$(cat "$PREFIX/dockerd.pid")
  if [ "$(cat "/proc/$pid/comm" 2>/dev/null)" = dockerd ]; then
    say "stopping dockerd (process $pid), which this script had started"
    kill "$pid"
    while [ -e "/proc/$pid" ]; do sleep 0.2; done
  fi
}

has_image() { docker image inspect "$1" >/dev/null 2>&1; }
