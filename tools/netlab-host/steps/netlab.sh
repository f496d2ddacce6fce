# shellcheck shell=bash
# netlab in a Python environment of its own: the distribution's Python libraries are too old for it,
# and nothing else on the machine should notice it.

VENV=$PREFIX/venv

install_netlab() {
  make_venv
  case $NETLAB in
    */* | .) install_netlab_checkout ;;
    *) install_netlab_release ;;
  esac
  if [ "$ANSIBLE" = yes ]; then install_ansible; fi
  write_netlab_command
}

# "26.10", or nothing; netlab goes on printing after that line, and dies when nobody reads it
netlab_version() {
  "$PREFIX/bin/netlab" version 2>/dev/null | awk '/^netlab version/ { found = $3 } END { print found }' || true
}

make_venv() {
  local python
  # a Python environment whose Python went with an upgrade of the distribution is made again
  if [ -x "$VENV/bin/pip" ] && "$VENV/bin/python" -c '' 2>/dev/null; then return 0; fi
  python=$(suitable_python) || {
    apt_install 'python3 python3-venv'
    python=$(suitable_python) || stop 'no Python of at least 3.9 with its venv module could be found'
  }
  say "making a Python environment with $("$python" --version)"
  rm -rf "$VENV"
  logged venv "$python" -m venv "$VENV" || stop 'the Python environment could not be made'
}

# The distribution's Python first: others (of version managers, of users) come and go.
suitable_python() {
  local python
  for python in /usr/bin/python3 /usr/bin/python3.{13,12,11,10,9} python3 python3.{13,12,11,10,9}; do
    if "$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 9))' 2>/dev/null; then
      command -v "$python"
      return 0
    fi
  done
  return 1
}

pip_install() { logged pip "$VENV/bin/python" -m pip install --disable-pip-version-check --no-input "$@"; }

install_netlab_release() {
  local wanted=${NETLAB#v}
  if release_suits "$wanted"; then return 0; fi
  say "installing netlab ${wanted:-newest}"
  case $wanted in
    '' | newest) pip_install --upgrade networklab ;;
    *) pip_install "networklab==$wanted" ;;
  esac || stop "netlab ${wanted:-newest} could not be installed"
  rm -f "$PREFIX/netlab-checkout"
}

# Before 12: netlab's playbooks, those of older releases above all, do not run with later ones.
install_ansible() {
  local command
  if [ ! -x "$PREFIX/bin/ansible-playbook" ]; then
    say 'installing Ansible'
    pip_install 'ansible<12' paramiko || stop 'Ansible could not be installed'
  fi
  for command in ansible ansible-playbook ansible-config ansible-inventory ansible-connection; do
    ln -sfn "$VENV/bin/$command" "$PREFIX/bin/$command" # ahead of what the distribution may have
  done
}

# No wish is met by whatever release (or checkout) is there. 26.03 and 26.3 are the same release.
release_suits() {
  case $1 in newest) return 1 ;; esac
  if [ -e "$PREFIX/netlab-checkout" ]; then
    [ -z "$1" ] && [ -f "$(cat "$PREFIX/netlab-checkout")/netlab" ]
    return
  fi
  "$VENV/bin/python" - "$1" 2>/dev/null <<'PY'
import re
import sys
from importlib.metadata import version

def plain(release):
    return re.sub(r'(^|\.)0+(?=\d)', r'\1', release)

installed = version('networklab')
sys.exit(sys.argv[1] != '' and plain(sys.argv[1]) != plain(installed))
PY
}

# A checkout runs where it is, so that changes in it count at once; only its libraries are installed.
install_netlab_checkout() {
  local checkout stamp
  if [ ! -f "$NETLAB/netlab" ] || [ ! -d "$NETLAB/netsim" ]; then stop "$NETLAB is no checkout of netlab"; fi
  checkout=$(cd "$NETLAB" && pwd)
  stamp="$checkout $(cksum <"$checkout/requirements.txt")"
  if [ "$(cat "$VENV/checkout-libraries" 2>/dev/null)" != "$stamp" ]; then
    say "installing the libraries that $checkout asks for"
    pip_install -r "$checkout/requirements.txt" || stop 'a library of netlab could not be installed'
    printf '%s\n' "$stamp" >"$VENV/checkout-libraries"
  fi
  printf '%s\n' "$checkout" >"$PREFIX/netlab-checkout"
}

# One value of netlab's own definitions. Read with its Python: `netlab show` takes half a second a call.
netlab_definition() {
  local root
  root=$(cat "$PREFIX/netlab-checkout" 2>/dev/null || true)
  PYTHONPATH=$root "$VENV/bin/python" - "$@" <<'PY'
import importlib.util
import pathlib
import sys

import yaml

file, *path = sys.argv[1:]
home = pathlib.Path(importlib.util.find_spec('netsim').origin).parent
value = yaml.safe_load((home / file).read_text())
for key in path:
    value = value.get(key) or {}
print(value or '')
PY
}

# netlab calls `containerlab` (older releases: `sudo -E containerlab`, for which sudo has a search path of its own)
# and the `netlab` command itself. So that no file outside the prefix is needed, the `sudo` of netlab alone is a
# wrapper that gives sudo the path of our containerlab.
write_netlab_command() {
  local start="$VENV/bin/netlab" sudo
  if [ -e "$PREFIX/netlab-checkout" ]; then
    start="$VENV/bin/python $(printf '%q' "$(cat "$PREFIX/netlab-checkout")/netlab")"
  fi
  sudo=$(command -v sudo)
  cat >"$PREFIX/bin/netlab" <<SH
#!/bin/sh
# netlab, with what it has to find on its path and in its environment. A variable that is set already stays.
PATH=$PREFIX/libexec:$PREFIX/bin:\${PATH:+\$PATH:}/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:$VENV/bin
PYTHONUTF8=1
export PATH PYTHONUTF8
if [ -r $PREFIX/netlab-env ]; then
  while IFS= read -r line; do
    eval "[ -n \"\\\${\${line%%=*}+set}\" ]" || export "\$line"
  done <$PREFIX/netlab-env
fi
exec $start "\$@"
SH
  cat >"$PREFIX/libexec/sudo" <<SH
#!/bin/sh
# The sudo that netlab finds: "containerlab" becomes the one of this lab host.
found=no
for word do
  shift
  if [ \$found = no ] && [ "\$word" = containerlab ]; then word=$PREFIX/bin/containerlab; found=yes; fi
  set -- "\$@" "\$word"
done
exec $sudo "\$@"
SH
  chmod 755 "$PREFIX/bin/netlab" "$PREFIX/libexec/sudo"
}
