# shellcheck shell=bash
# What a shell, and a server that starts netlab, have to know.

write_environment() {
  kernel_settings >"$PREFIX/netlab-env"
  {
    printf '# To be read by a shell: ". %s/env.sh"\n' "$PREFIX"
    # shellcheck disable=SC2016
    printf 'PATH=%s/bin:$PATH\nexport PATH\n' "$PREFIX"
    # netlab cuts YAML at the width of a terminal, also when it prints into a pipe
    # shellcheck disable=SC2016
    printf 'COLUMNS=${COLUMNS:-100000}\nexport COLUMNS\n'
    sed "s/=\(.*\)/='\1'/; s/^/export /" "$PREFIX/netlab-env"
  } >"$PREFIX/env.sh"
}

# netlab reads /proc/modules to see which kernel modules to load, and dies without that file. A kernel without
# modules has all that it will ever have: no device needs one.
kernel_settings() {
  if [ ! -r /proc/modules ]; then
    printf '%s\n' 'NETLAB_DEVICES_FRR_CLAB_KMODS={}' 'NETLAB_PROVIDERS_CLAB_KMODS={}'
  fi
}
