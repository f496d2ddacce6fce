# shellcheck shell=bash
# Undoing it: nodes and networks of our double, images that this prefix made or named, the prefix. Packages stay.

clean_host() {
  if [ ! -e "$PREFIX/.remote-lab-netlab-host" ]; then
    say "nothing to clean: $PREFIX was not made by this script"
    return 0
  fi
  if docker_answers; then
    clean_labs
    clean_images
  else
    warn 'no container engine answers: images, if there are any, stay'
  fi
  stop_own_dockerd
  rm -rf --one-file-system "$PREFIX"
  say "removed $PREFIX"
}

clean_labs() {
  local label="label=containerlab-double=$CLAB_HOME/double"
  docker ps -aq --filter "$label" | xargs -r docker rm -f -v >/dev/null
  docker network ls -q --filter "$label" | xargs -r docker network rm >/dev/null ||
    warn 'a management network is still in use and stays'
}

# the last one first: names were given after the image was built
clean_images() {
  local image
  [ -f "$PREFIX/images" ] || return 0
  for image in $(tac "$PREFIX/images"); do
    if has_image "$image"; then
      docker rmi "$image" >/dev/null || warn "image $image is still in use and stays"
    fi
  done
}
