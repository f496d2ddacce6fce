#!/usr/bin/env bash
# Makes the base image of apps/lab-server/Dockerfile without an image registry: Debian from its packages, Node from npm.
# What such an image gets through the Dockerfile is the same as with the official one.
#
#   base-image.sh [--tag NAME] [--suite SUITE] [--node VERSION]
#
#   --tag     name of the image (default: remote-lab/base:local)
#   --suite   release of Debian (default: trixie)
#   --node    version of Node (default: 24, its newest)
#
# The image trusts the certificate authorities that this machine trusts and asks the same Debian mirror. It is meant for
# this machine, not for publishing. Needs root, Docker, debootstrap, npm.
set -euo pipefail

TAG=remote-lab/base:local
SUITE=trixie
NODE=24
while [ $# -gt 0 ]; do
  case $1 in
    --tag) TAG=$2; shift ;;
    --suite) SUITE=$2; shift ;;
    --node) NODE=$2; shift ;;
    -h | --help) sed -n '2,/^set -euo/{/^set/d;s/^# \{0,1\}//;p}' "$0"; exit 0 ;;
    *) printf 'base-image.sh: unknown option %s\n' "$1" >&2; exit 2 ;;
  esac
  shift
done

say() { printf '== %s\n' "$*"; }
SCRATCH=$(mktemp -d)
trap 'rm -rf "$SCRATCH"' EXIT
ROOT=$SCRATCH/root

# shellcheck disable=SC2016  # apt fills these in
MIRROR=${DEBIAN_MIRROR:-$(apt-get indextargets --format '$(REPO_URI) $(COMPONENT)' 'Created-By: Packages' 'Origin: Debian' |
  awk '$2 == "main" { print $1; exit }')}
[ -n "$MIRROR" ] || { echo 'base-image.sh: no Debian mirror found: set DEBIAN_MIRROR' >&2; exit 1; }

say "Debian $SUITE"
debootstrap --variant=minbase --include=ca-certificates "$SUITE" "$ROOT" "$MIRROR" >"$SCRATCH/log" 2>&1 ||
  { tail -n 5 "$SCRATCH/log" >&2; exit 1; }
rm -rf "$ROOT"/var/cache/apt/* "$ROOT"/var/lib/apt/lists/* "$ROOT"/usr/share/{doc,man,locale}/* "$ROOT"/var/log/*.log
cp -L /etc/ssl/certs/ca-certificates.crt "$ROOT/etc/ssl/certs/ca-certificates.crt"
cp -L /etc/ssl/certs/ca-certificates.crt "$ROOT/usr/local/share/this-machine.pem"

say "Node $NODE"
case $(dpkg --print-architecture) in
  amd64) ARCH=x64 ;;
  arm64) ARCH=arm64 ;;
  *) echo 'base-image.sh: npm has Node for amd64 and arm64 only' >&2; exit 1 ;;
esac
(cd "$SCRATCH" && npm pack --silent "node-linux-$ARCH@$NODE" npm@11 >/dev/null)
# a range matches several versions, and all of them are packed: the newest is taken
newest() { find "$SCRATCH" -maxdepth 1 -name "$1" | sort -V | tail -n 1; }
unpack() { mkdir -p "$2"; tar -xzf "$1" -C "$2" --strip-components=1 --no-same-owner; }
unpack "$(newest 'node-linux-*.tgz')" "$SCRATCH/node"
install -m 755 "$SCRATCH/node/bin/node" "$ROOT/usr/local/bin/node"
unpack "$(newest 'npm-*.tgz')" "$ROOT/usr/local/lib/node_modules/npm"
ln -s ../lib/node_modules/npm/bin/npm-cli.js "$ROOT/usr/local/bin/npm"
ln -s ../lib/node_modules/npm/bin/npx-cli.js "$ROOT/usr/local/bin/npx"
chroot "$ROOT" apt-get install -y -q --no-install-recommends libstdc++6 >>"$SCRATCH/log" 2>&1 || true
chroot "$ROOT" npm --version >/dev/null

say "image $TAG"
tar -C "$ROOT" -c . | docker import \
  -c 'ENV NODE_EXTRA_CA_CERTS=/usr/local/share/this-machine.pem PIP_CERT=/usr/local/share/this-machine.pem' \
  -c 'CMD ["node"]' -c 'LABEL remote-lab-base=1' - "$TAG" >/dev/null
docker image ls "$TAG"
