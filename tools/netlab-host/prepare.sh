#!/usr/bin/env bash
# Turns a Debian 12 or 13 machine (Ubuntu: best effort) into a lab host for tests: Docker, netlab,
# containerlab and an FRR image, so that `netlab up` brings up real FRR routers.
#
#   prepare.sh [OPTION...]
#
#   --prefix DIR              where everything goes (default: /opt/remote-lab-netlab-host)
#   --netlab VERSION|DIR      that release of netlab, `newest`, or a checkout of its sources
#                             (default: what is installed already, else the newest release)
#   --containerlab VERSION|DIR  that release of containerlab, or a checkout to build it from
#                             (default: the release that this netlab asks for)
#   --real | --double         the real containerlab, or its test double
#                             (default: the real one where nodes can run with it, else the double)
#   --ansible                 Ansible too: for devices other than FRR and Linux, `netlab collect`
#                             and netlab releases before 26
#   --selftest                then bring up two routers, wait for OSPF, log in, take them down
#   --check                   only say what is there and what is missing; changes nothing
#   --clean                   undo what this script did under this prefix
#   --help                    this text
#
# Run it again at any time: what is there is left alone. Afterwards:
#   . DIR/env.sh; netlab up topology.yml
# DIR/netlab-env lists the environment that netlab needs on this kernel, one NAME=VALUE a line.
#
# Exit codes: 0 an FRR lab can run here, 1 it cannot (with the reasons), 2 wrong usage.
set -euo pipefail

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
PREFIX=/opt/remote-lab-netlab-host
NETLAB=
CONTAINERLAB=
CONTAINERLAB_KIND=auto
ANSIBLE=no
SELFTEST=no
ACTION=prepare

usage() { sed -n '2,/^set -euo/{/^set/d;s/^# \{0,1\}//;p}' "${BASH_SOURCE[0]}"; }
wrong() { printf 'prepare.sh: %s\nTry prepare.sh --help\n' "$*" >&2; exit 2; }

# shellcheck disable=SC2034  # the steps read what is set here
while [ $# -gt 0 ]; do
  case $1 in
    --prefix | --netlab | --containerlab)
      [ -n "${2:-}" ] || wrong "$1 needs a value"
      case $1 in
        --prefix) PREFIX=$2 ;;
        --netlab) NETLAB=$2 ;;
        --containerlab) CONTAINERLAB=$2 ;;
      esac
      shift ;;
    --real | --double) CONTAINERLAB_KIND=${1#--} ;;
    --ansible) ANSIBLE=yes ;;
    --selftest) SELFTEST=yes ;;
    --check | --clean) ACTION=${1#--} ;;
    -h | --help) usage; exit 0 ;;
    *) wrong "unknown option $1" ;;
  esac
  shift
done
PREFIX=$(realpath -m -- "$PREFIX")
[ "$PREFIX" != / ] || wrong 'the prefix cannot be the root directory'
case $PREFIX in *[!A-Za-z0-9_./+-]*) wrong "the prefix may hold letters, digits and _ . / + - only: $PREFIX" ;; esac

# The order matters: later steps use the functions of earlier ones.
for step in report packages docker netlab images containerlab environment check selftest clean; do
  # shellcheck source=/dev/null
  . "$HERE/steps/$step.sh"
done

case $ACTION in
  check) check_host; exit ;;
  clean) need_root; clean_host; exit ;;
esac

need_root
need_debian
umask 022 # labs may be run by others than root
claim_prefix
install_packages
start_docker
install_netlab
build_images
install_containerlab
write_environment
check_host
if [ "$SELFTEST" = yes ]; then run_selftest; fi
printf '\nready: . %s/env.sh\n' "$PREFIX"
