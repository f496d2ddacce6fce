#!/usr/bin/env bash
# Builds the image of lab-server on a machine without an image registry:
#
#   build.sh [--tag NAME] [--base NAME] [docker build OPTION...]
#
#   --tag    name of the image (default: remote-lab/lab-server)
#   --base   base image (default: remote-lab/base:local, made by base-image.sh when it is not there)
#
# What is committed or about to be is what goes into it: files that git does not know of stay outside. The build uses
# the host's network, as the machine's mirrors may be reachable from there only.
set -euo pipefail

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
TAG=remote-lab/lab-server
BASE=remote-lab/base:local
OPTIONS=()
while [ $# -gt 0 ]; do
  case $1 in
    --tag) TAG=$2; shift ;;
    --base) BASE=$2; shift ;;
    -h | --help) sed -n '2,/^set -euo/{/^set/d;s/^# \{0,1\}//;p}' "$0"; exit 0 ;;
    *) OPTIONS+=("$1") ;;
  esac
  shift
done

docker image inspect "$BASE" >/dev/null 2>&1 || "$HERE/base-image.sh" --tag "$BASE"
cd "$HERE/../.."
# existing files only: git still lists those that were just deleted
git ls-files -z --cached --others --exclude-standard | xargs -0 sh -c 'for f; do [ -e "$f" ] && printf "%s\0" "$f"; done' sh |
  tar -c --null -T - |
  docker build --network host --build-arg "BASE_IMAGE=$BASE" -t "$TAG" -f apps/lab-server/Dockerfile "${OPTIONS[@]}" -
docker image ls "$TAG"
