# shellcheck shell=bash
# What is there and what is missing. Changes nothing; as little as possible is taken for granted.

LACKS=0
present() { printf 'ok     %-14s %s\n' "$1" "$2"; }
lacking() { printf 'lacks  %-14s %s\n' "$1" "$2"; LACKS=$((LACKS + 1)); }
remark() { printf 'note   %-14s %s\n' "$1" "$2"; }

# 0 when an FRR lab can run here, else 1
check_host() {
  LACKS=0
  check_packages
  check_docker
  check_netlab
  check_containerlab
  check_kernel
  if [ "$LACKS" -gt 0 ]; then
    printf '\n%s of these are missing: no FRR lab can run here. Run prepare.sh with --prefix %s\n' "$LACKS" "$PREFIX"
    return 1
  fi
}

check_packages() {
  local packages
  packages=$(missing_packages | tr '\n' ' ')
  if [ -z "$packages" ]; then present packages 'all commands found'; else lacking packages "$packages"; fi
}

check_docker() {
  if docker_answers; then
    present docker "engine $(docker version --format '{{.Server.Version}}')$(own_dockerd && echo ', started by this script')"
  else
    lacking docker 'no engine answers (is dockerd running, may this user talk to it?)'
  fi
}

own_dockerd() {
  [ -f "$PREFIX/dockerd.pid" ] && [ "$(cat "/proc/$(cat "$PREFIX/dockerd.pid")/comm" 2>/dev/null)" = dockerd ]
}

check_netlab() {
  local version
  version=$(netlab_version)
  if [ -z "$version" ]; then
    lacking netlab "no working $PREFIX/bin/netlab"
    lacking image 'unknown before netlab is there'
    return
  fi
  present netlab "$version ($PREFIX/bin/netlab)"
  if [ -x "$PREFIX/bin/ansible-playbook" ] || have ansible-playbook; then
    present ansible 'found'
  else
    remark ansible 'none: FRR and Linux nodes do without (see --ansible)'
  fi
  check_image "$(frr_name)" 'FRR'
  check_image "$(linux_name)" 'Linux host'
  check_image "$SSH_IMAGE" 'FRR with SSH, admin/admin'
}

check_image() {
  if has_image "$1"; then present image "$1 ($2)"; else lacking image "$1 ($2)"; fi
}

check_containerlab() {
  local version wanted obstacle
  version=$(clab_version "$PREFIX/bin/containerlab")
  if [ -z "$version" ]; then lacking containerlab "no working $PREFIX/bin/containerlab"; return; fi
  wanted=$(wanted_clab_version 2>/dev/null || true)
  if [ -n "$wanted" ] && ! at_least "$version" "$wanted"; then
    lacking containerlab "$version, and this netlab asks for $wanted"
  elif [ "$(clab_kind)" = double ]; then
    present containerlab "test double, which says it is $version"
  else
    obstacle=$(obstacle_to_real)
    if [ -n "$obstacle" ]; then lacking containerlab "$version (real) cannot run nodes: $obstacle"
    else present containerlab "$version (real)"; fi
  fi
}

check_kernel() {
  if [ ! -r /proc/modules ]; then
    remark kernel "no loadable modules: netlab needs the lines of $PREFIX/netlab-env in its environment"
  fi
}
