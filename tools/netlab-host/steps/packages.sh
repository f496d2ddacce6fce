# shellcheck shell=bash
# What comes from the distribution. A command that is there, from whatever source, needs no package.

# command:package; debootstrap is asked for when an image has to be built
COMMANDS='ip:iproute2 iptables:iptables brctl:bridge-utils sudo:sudo nsenter:util-linux modprobe:kmod
  ssh:openssh-client sshpass:sshpass dockerd:docker.io docker:docker.io'

APT_UPDATED=no

missing_packages() {
  local pair
  for pair in $COMMANDS; do
    # an engine that answers is enough, wherever its daemon runs
    case $pair in dockerd:*) docker_answers && continue ;; esac
    have "${pair%%:*}" || printf '%s\n' "${pair##*:}"
  done | sort -u
}

install_packages() {
  local packages
  packages=$(missing_packages)
  if [ -n "$packages" ]; then apt_install "$packages"; fi
  # newer distributions have the client in a package of its own
  have docker || apt_install docker-cli
}

# apt_install "PACKAGE..."
apt_install() {
  say "installing packages: $(printf '%s' "$1" | tr '\n' ' ')"
  if [ "$APT_UPDATED" = no ]; then
    logged apt-update apt-get update -q || warn 'going on with the package lists that are there'
    APT_UPDATED=yes
  fi
  # shellcheck disable=SC2086
  logged apt-install env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $1 ||
    stop 'a package could not be installed'
}

distribution() { (. /etc/os-release && printf '%s' "${ID:-}"); }
codename() { (. /etc/os-release && printf '%s' "${VERSION_CODENAME:-}"); }

# The mirror that apt uses for the distribution's own suite; DEBIAN_MIRROR names another.
debian_mirror() {
  if [ -n "${DEBIAN_MIRROR:-}" ]; then printf '%s' "$DEBIAN_MIRROR"; return; fi
  # shellcheck disable=SC2016  # apt fills these in
  apt-get indextargets --format '$(REPO_URI) $(CODENAME) $(COMPONENT)' 'Created-By: Packages' 2>/dev/null |
    awk -v suite="$(codename)" '$2 == suite && $3 == "main" { sub("/$", "", $1); print $1; exit }'
}
