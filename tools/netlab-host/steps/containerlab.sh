# shellcheck shell=bash
# containerlab: the real one where it can run nodes, else the double.

CLAB_HOME=$PREFIX/containerlab
CLAB_MODULE=github.com/srl-labs/containerlab

install_containerlab() {
  local obstacle=
  mkdir -p "$CLAB_HOME"
  case $CONTAINERLAB_KIND in
    double) install_double ;;
    real)
      install_real || stop 'there is no real containerlab here'
      obstacle=$(obstacle_to_real)
      [ -z "$obstacle" ] || stop "the real containerlab is installed and cannot run nodes here: $obstacle" ;;
    auto)
      obstacle=$(obstacle_to_real)
      if [ -n "$obstacle" ]; then
        say_once "the real containerlab cannot run nodes here: $obstacle; its test double does instead"
        install_double
      elif ! install_real; then
        warn 'the real containerlab could not be had; its test double does instead'
        install_double
      fi ;;
  esac
}

# Prints why nodes cannot run with the real tool, or nothing. Cheap questions first.
obstacle_to_real() {
  local bounding every
  if [ ! -r /proc/modules ]; then echo 'this kernel has no /proc/modules'; return; fi
  bounding=$(awk '/^CapBnd/ { print $2 }' /proc/self/status)
  every=$(printf '%016x' $(((1 << ($(cat /proc/sys/kernel/cap_last_cap) + 1)) - 1)))
  if [ "$bounding" != "$every" ]; then
    echo "privileged containers need all capabilities, and this machine has $bounding of $every"
  elif ! docker run --rm --privileged --network none --entrypoint /bin/true "$FRR_IMAGE" >/dev/null 2>&1; then
    echo 'the container engine refuses privileged containers'
  fi
}

clab_kind() { cat "$CLAB_HOME/kind" 2>/dev/null || true; }
say_once() { [ "$(clab_kind)" = double ] || say "$@"; }

# The release that netlab was made for; netlab compares versions as strings and refuses older ones.
wanted_clab_version() {
  case $CONTAINERLAB in
    '' | */* | .) netlab_definition providers/clab.yml version ;;
    *) printf '%s' "${CONTAINERLAB#v}" ;;
  esac
}

clab_version() { "$1" version 2>/dev/null | awk '/version:/ { print $2; exit }' || true; }

at_least() { [ -n "$1" ] && [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" = "$2" ]; }

install_double() {
  rm -rf "$CLAB_HOME/double"
  mkdir -p "$CLAB_HOME/double/clab_double"
  install -m 755 "$HERE/containerlab-double.py" "$CLAB_HOME/double/"
  install -m 644 "$HERE"/clab_double/*.py "$CLAB_HOME/double/clab_double/"
  rm -f "$PREFIX/bin/containerlab"
  cat >"$PREFIX/bin/containerlab" <<SH
#!/bin/sh
# The test double of containerlab, as the version that this netlab asks for. As the real tool does, it becomes root.
[ "\$(id -u)" = 0 ] || [ "\$1" = version ] || exec sudo -E "\$0" "\$@"
CLAB_DOUBLE_VERSION=\${CLAB_DOUBLE_VERSION:-$(wanted_clab_version)}
export CLAB_DOUBLE_VERSION
exec $VENV/bin/python $CLAB_HOME/double/containerlab-double.py "\$@"
SH
  chmod 755 "$PREFIX/bin/containerlab"
  echo double >"$CLAB_HOME/kind"
}

# A real one that is here already and new enough is taken; else it is built from its sources.
install_real() {
  local wanted found
  wanted=$(wanted_clab_version)
  found=$(command -v containerlab || true)
  case $found in "$PREFIX"/* | '') found= ;; *) "$found" version 2>/dev/null | grep -q 'test double' && found= ;; esac
  if [ -z "$CONTAINERLAB" ] && [ -n "$found" ] && at_least "$(clab_version "$found")" "$wanted"; then
    :
  elif is_built "$wanted" || build_real "$wanted"; then
    found=$CLAB_HOME/containerlab
  else
    return 1
  fi
  ln -sfn "$found" "$PREFIX/bin/containerlab"
  echo real >"$CLAB_HOME/kind"
}

is_checkout() { case $1 in */* | .) ;; *) return 1 ;; esac; }

# A checkout may have changed, so it is built each time; a release has not.
is_built() { ! is_checkout "$CONTAINERLAB" && at_least "$(clab_version "$CLAB_HOME/containerlab")" "$1"; }

# What Go downloads and compiles on the way stays in the prefix, and goes when the command is built.
build_real() {
  local result=0
  if ! have go; then
    warn 'containerlab is built with Go, and there is no go command here (a package of the distribution may be too old)'
    return 1
  fi
  if is_checkout "$CONTAINERLAB" && [ ! -f "$CONTAINERLAB/go.mod" ]; then
    warn "$CONTAINERLAB is no checkout of containerlab"
    return 1
  fi
  say "building containerlab $1 (some minutes)"
  run_go "$1" || result=1
  rm -rf "$CLAB_HOME/go"
  return $result
}

run_go() {
  # the version is written in, as containerlab's own releases do it (older ones have it in another place)
  local flags="-s -w -X $CLAB_MODULE/cmd.version=$1 -X $CLAB_MODULE/cmd.Version=$1 -X $CLAB_MODULE/cmd/version.Version=$1"
  local environment=(env CGO_ENABLED=0 GOFLAGS=-modcacherw GOPATH="$CLAB_HOME/go" GOCACHE="$CLAB_HOME/go/cache")
  if is_checkout "$CONTAINERLAB"; then
    logged containerlab "${environment[@]}" go build -C "$CONTAINERLAB" -buildvcs=false \
      -ldflags "$flags" -o "$CLAB_HOME/containerlab" .
  else
    logged containerlab "${environment[@]}" GOBIN="$CLAB_HOME" go install -ldflags "$flags" "$CLAB_MODULE@v$1"
  fi
}
