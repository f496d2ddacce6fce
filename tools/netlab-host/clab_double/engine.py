"""The container engine: management network, node containers, network namespaces by name."""
from __future__ import annotations

import json
import os
import shlex
from typing import Any, Optional

from .command import log, run, succeeds
from .failure import Failure
from .privileges import privilege_options
from .topology import Node, Topology

# Tells what this copy of the double has made from the work of the real tool and of other copies.
OWN_LABEL = f'containerlab-double={os.path.dirname(os.path.dirname(os.path.realpath(__file__)))}'
NAMESPACES = '/run/netns'


def containers_of(lab: str) -> list[str]:
    """Ids of the lab's containers, found by label as the real tool finds them."""
    return run('docker', 'ps', '-aq', '--filter', f'label=containerlab={lab}').split()


def container_details(container: str) -> Optional[dict[str, Any]]:
    """What the engine knows of a container, or None when there is none of that name or id."""
    try:
        return json.loads(run('docker', 'container', 'inspect', container))[0]
    except Failure as failure:
        if 'No such container' in str(failure) or 'no such container' in str(failure):
            return None
        raise


def make_network(topology: Topology) -> None:
    """The lab's management network, unless it is there already."""
    name = topology.network
    if succeeds('docker', 'network', 'inspect', name):
        return
    log('INFO', 'Creating docker network', name=name, **{'IPv4 subnet': topology.ipv4_subnet})
    create = ['docker', 'network', 'create', '--label', OWN_LABEL, '--subnet', topology.ipv4_subnet]
    if topology.bridge:
        create += ['-o', f'com.docker.network.bridge.name={topology.bridge}']
    ipv6 = ['--ipv6', '--subnet', topology.ipv6_subnet] if topology.ipv6_subnet else []
    try:
        run(*create, *ipv6, name)
    except Failure as failure:
        if not ipv6:
            raise
        log('WARN', 'the management network goes without IPv6', err=failure)
        run(*create, name)


def remove_network(name: str) -> None:
    """Quietly keeps a network that somebody else still uses: the engine refuses, and rightly so."""
    succeeds('docker', 'network', 'rm', name)


def create_container(topology: Topology, node: Node) -> str:
    """Creates the node's container without starting it, and returns its name."""
    name = topology.container_name(node.name)
    if not node.image:
        raise Failure(f'node {node.name} has no image')
    if not succeeds('docker', 'image', 'inspect', node.image):
        log('INFO', 'Pulling image', image=node.image)
        if not succeeds('docker', 'pull', '-q', node.image):
            raise Failure(f'image {node.image} is not on this host and cannot be pulled')
    run(
        *('docker', 'create', '-it', '--name', name),
        *_label_options(topology, node),
        *privilege_options(),
        *_network_options(topology, node),
        *_bind_options(topology, node),
        *(part for key, value in node.environment.items() for part in ('-e', f'{key}={value}')),
        *(part for port in node.ports for part in ('-p', port)),
        *(('--restart', node.restart_policy) if node.restart_policy else ()),
        node.image,
        *shlex.split(node.command),
    )
    return name


def start_container(name: str) -> None:
    run('docker', 'start', name)


def running_process(name: str) -> str:
    """Process id of a running container's first process. Raises Failure when it does not run."""
    details = container_details(name)
    pid = details['State']['Pid'] if details else 0
    if not pid:
        raise Failure(f'container {name} stopped as soon as it was started: see "docker logs {name}"')
    return str(pid)


def name_namespace(name: str, pid: str) -> None:
    """Lets `ip netns exec NAME` reach the container."""
    os.makedirs(NAMESPACES, exist_ok=True)
    forget_namespace(name)
    os.symlink(f'/proc/{pid}/ns/net', f'{NAMESPACES}/{name}')


def forget_namespace(name: str) -> None:
    if os.path.islink(f'{NAMESPACES}/{name}'):
        os.unlink(f'{NAMESPACES}/{name}')


def remove_container(container: str) -> None:
    """Removes the container and the name of its namespace; one that went by itself is fine."""
    details = container_details(container)
    if details is None:
        return
    name = details['Name'].lstrip('/')
    forget_namespace(name)
    run('docker', 'rm', '-f', '-v', container)
    log('INFO', 'Removed container', name=name)


def _label_options(topology: Topology, node: Node) -> list[str]:
    labels = {
        'containerlab': topology.name,
        'clab-node-name': node.name,
        'clab-node-longname': topology.container_name(node.name),
        'clab-node-kind': node.kind,
        'clab-node-type': '',
        'clab-node-group': node.group,
        'clab-node-lab-dir': os.path.join(topology.lab_directory, node.name),
        'clab-topo-file': topology.file,
        'clab-owner': os.environ.get('SUDO_USER') or os.environ.get('USER') or 'root',
    }
    options = ['--label', OWN_LABEL]
    for key, value in labels.items():
        options += ['--label', f'{key}={value}']
    return options


def _network_options(topology: Topology, node: Node) -> list[str]:
    if node.network_mode:
        return ['--network', node.network_mode]
    options = ['--hostname', node.name, '--network', topology.network]
    if node.management_ipv4:
        options += ['--ip', node.management_ipv4]
    if node.management_ipv6:
        options += ['--ip6', node.management_ipv6]
    if os.path.exists('/proc/sys/net/ipv6'):
        options += ['--sysctl', 'net.ipv6.conf.all.disable_ipv6=0']
    return options


def _bind_options(topology: Topology, node: Node) -> list[str]:
    options = []
    for bind in node.binds:
        source, _, rest = bind.partition(':')
        path = os.path.join(topology.directory, os.path.expanduser(source))
        if not os.path.exists(path):
            raise Failure(f'node {node.name} binds {source}, which does not exist')
        options += ['-v', f'{path}:{rest or source}']
    return options
