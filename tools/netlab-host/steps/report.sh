# shellcheck shell=bash
# Saying what happens, and stopping when it cannot go on.

LOG=$PREFIX/log

say() { printf '== %s\n' "$*"; }
warn() { printf '!! %s\n' "$*" >&2; }
stop() { warn "$@"; exit 1; }

have() { command -v "$1" >/dev/null 2>&1; }

# logged NAME COMMAND...: runs the command with its output in PREFIX/log/NAME.log; when it fails, shows the end of it
logged() {
  local file=$LOG/$1.log
  shift
  mkdir -p "$LOG"
  if "$@" >"$file" 2>&1 </dev/null; then return 0; fi
  warn "failed: $*"
  tail -n 5 "$file" | sed 's/^/   /' >&2
  warn "all of it: $file"
  return 1
}

need_root() { [ "$(id -u)" = 0 ] || stop 'this needs root: run it with sudo'; }

need_debian() {
  have apt-get || stop 'this machine has no apt: Debian 12, Debian 13 or Ubuntu is needed'
}

# --clean removes the prefix as a whole: never take a directory that holds something else
claim_prefix() {
  if [ -d "$PREFIX" ] && [ ! -e "$PREFIX/.remote-lab-netlab-host" ] && [ -n "$(ls -A "$PREFIX")" ]; then
    stop "$PREFIX holds something else: choose another --prefix"
  fi
  mkdir -p "$PREFIX/bin" "$PREFIX/libexec" "$LOG"
  chmod 755 "$PREFIX"
  : >"$PREFIX/.remote-lab-netlab-host"
}
