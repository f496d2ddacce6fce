# shellcheck shell=bash
# Images of the distribution's own FRR: no registry is needed. Built once, then given the names that this
# release of netlab asks for, as far as these are not on the machine.

IMAGE_RECIPE=2 # raise it when the recipe changes: images of an older one are built again
FRR_IMAGE=remote-lab/frr:local
SSH_IMAGE=remote-lab/frr-ssh:local
LINUX_IMAGE=remote-lab/linux:local

frr_name() { netlab_definition devices/frr.yml clab image; }
linux_name() { netlab_definition devices/linux.yml clab image; }

build_images() {
  if ! recipe_is_current "$FRR_IMAGE"; then
    build_frr_image
    docker image prune -f --filter label=remote-lab-netlab-host >/dev/null # what the name was taken from
  fi
  if ! recipe_is_current "$SSH_IMAGE"; then
    derive_image "$SSH_IMAGE" 'CMD ["/usr/lib/frr/docker-start-ssh"]'
  fi
  if ! recipe_is_current "$LINUX_IMAGE"; then derive_image "$LINUX_IMAGE" 'CMD ["sleep", "infinity"]'; fi
  name_image "$FRR_IMAGE" "$(frr_name)"
  name_image "$LINUX_IMAGE" "$(linux_name)"
}

recipe_is_current() {
  [ "$(docker image inspect -f '{{index .Config.Labels "remote-lab-netlab-host"}}' "$1" 2>/dev/null)" = $IMAGE_RECIPE ]
}

# name_image IMAGE NAME: never takes a name away from an image that somebody else has put there
name_image() {
  if [ -z "$2" ]; then return 0; fi
  if has_image "$2"; then
    if is_remembered "$2"; then docker tag "$1" "$2"; fi # the image may have been built again meanwhile
    return 0
  fi
  docker tag "$1" "$2"
  remember_image "$2"
  say "$2 is $1 here"
}

is_remembered() { grep -qxF "$1" "$PREFIX/images" 2>/dev/null; }
remember_image() { is_remembered "$1" || printf '%s\n' "$1" >>"$PREFIX/images"; }

# derive_image NAME LINE: the FRR image with another line of settings
derive_image() {
  printf 'FROM %s\n%s\n' "$FRR_IMAGE" "$2" | logged_build "$1"
  remember_image "$1"
}

logged_build() { docker build -q -t "$1" - >"$LOG/build.log" 2>&1 || stop "image $1 could not be built: see $LOG/build.log"; }

# The newest suite first: its FRR is nearest to the one that netlab was made for.
image_suites() {
  case $(distribution) in
    debian) printf '%s\n' "${FRR_SUITE:-trixie}" "$(codename)" | awk '!seen[$0]++' ;;
    *) codename ;;
  esac
}

build_frr_image() {
  local root=$PREFIX/rootfs mirror suite
  mirror=$(debian_mirror)
  [ -n "$mirror" ] || stop 'no mirror of the distribution found in the sources of apt: set DEBIAN_MIRROR'
  have debootstrap || apt_install debootstrap
  for suite in $(image_suites); do
    say "building the FRR image from $suite (about a minute)"
    rm -rf "$root"
    if fill_root "$root" "$suite" "$mirror"; then
      add_start_scripts "$root"
      import_root "$root"
      rm -rf "$root"
      return 0
    fi
  done
  rm -rf "$root"
  stop 'the FRR image could not be built'
}

fill_root() {
  local root=$1 suite=$2 mirror=$3 components=main proxy
  [ "$(distribution)" = debian ] || components=main,universe
  logged debootstrap debootstrap --variant=minbase --components="$components" "$suite" "$root" "$mirror" || return 1
  cp -L /etc/resolv.conf "$root/etc/resolv.conf"
  proxy=$(apt-config dump --format '%v' Acquire::http::Proxy)
  printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d" # no service starts while packages are installed
  chmod 755 "$root/usr/sbin/policy-rc.d"
  logged image-packages chroot "$root" env DEBIAN_FRONTEND=noninteractive http_proxy="${proxy:-${http_proxy:-}}" sh -ec '
    apt-get update -q
    apt-get install -y -q --no-install-recommends \
      frr iproute2 tini procps iputils-ping traceroute tcpdump kmod python3 openssh-server
    apt-get clean' || return 1
  rm -rf "$root"/var/lib/apt/lists/* "$root"/usr/share/{doc,man,locale}/* "$root/usr/sbin/policy-rc.d"
  : >"$root/etc/resolv.conf"
}

# What starts in a container: the daemons that /etc/frr/daemons names, kept alive by FRR's own watcher.
add_start_scripts() {
  local root=$1
  cat >"$root/usr/lib/frr/docker-start" <<'SH'
#!/bin/bash
. /usr/lib/frr/frrcommon.sh
install -d -o frr -g frr /run/frr
read -ra daemons <<<"$(daemon_list)"
exec /usr/lib/frr/watchfrr "${daemons[@]}"
SH
  # a router that is reached over SSH as boxes of vendors are: the login shell is the router's own
  cat >"$root/usr/lib/frr/docker-start-ssh" <<'SH'
#!/bin/bash
mkdir -p /run/sshd
ssh-keygen -A >/dev/null
/usr/sbin/sshd
exec /usr/lib/frr/docker-start
SH
  chmod 755 "$root"/usr/lib/frr/docker-start{,-ssh}
  rm -f "$root"/etc/ssh/ssh_host_* # every container makes its own
  chroot "$root" sh -ec '
    echo /usr/bin/vtysh >>/etc/shells
    useradd --create-home --shell /usr/bin/vtysh --groups frr,frrvty admin
    echo admin:admin | chpasswd
    chown -R frr:frr /etc/frr
    chmod 750 /etc/frr
    rm -f /etc/update-motd.d/*
    : >/etc/motd'
}

import_root() {
  tar -C "$1" -c . | docker import -c "LABEL remote-lab-netlab-host=$IMAGE_RECIPE" \
    -c 'ENTRYPOINT ["/usr/bin/tini", "--"]' -c 'CMD ["/usr/lib/frr/docker-start"]' - "$FRR_IMAGE" >/dev/null
  remember_image "$FRR_IMAGE"
}
