"""Reading clab.yml: the part of it that the double understands, with names and types."""
from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import Any, Mapping

import yaml

from .failure import Failure

BRIDGES = ('bridge', 'ovs-bridge')
NOT_A_CONTAINER = (*BRIDGES, 'host')


@dataclass(frozen=True)
class Node:
    name: str
    kind: str
    image: str
    command: str = ''
    management_ipv4: str = ''
    management_ipv6: str = ''
    network_mode: str = ''
    restart_policy: str = ''
    group: str = ''
    binds: tuple[str, ...] = ()
    ports: tuple[str, ...] = ()
    exec: tuple[str, ...] = ()
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Endpoint:
    """One end of a link. `node` may also be 'host', 'macvlan' or 'mgmt-net'."""

    node: str
    interface: str


@dataclass(frozen=True)
class Link:
    """Two ends, or one for a `dummy` link."""

    ends: tuple[Endpoint, ...]

    def __str__(self) -> str:
        return ' -- '.join(f'{end.node}:{end.interface}' for end in self.ends)


@dataclass(frozen=True)
class Topology:
    file: str
    name: str
    prefix: str
    network: str
    bridge: str
    ipv4_subnet: str
    ipv6_subnet: str
    nodes: Mapping[str, Node]
    links: tuple[Link, ...]

    @property
    def directory(self) -> str:
        return os.path.dirname(self.file)

    @property
    def lab_directory(self) -> str:
        return os.path.join(self.directory, f'clab-{self.name}')

    @property
    def containers(self) -> list[Node]:
        return [node for node in self.nodes.values() if node.kind not in NOT_A_CONTAINER]

    def bridges(self, *kinds: str) -> list[str]:
        return [node.name for node in self.nodes.values() if node.kind in (kinds or BRIDGES)]

    def container_name(self, node: str) -> str:
        if not self.prefix:
            return node
        lead = '' if self.prefix == '__lab-name' else f'{self.prefix}-'
        return f'{lead}{self.name}-{node}'


def read_topology(path: str) -> Topology:
    """Raises Failure when the file is absent, is no YAML, or lacks what a lab needs."""
    try:
        with open(path, encoding='utf-8') as stream:
            data = yaml.safe_load(stream)
    except OSError as error:
        raise Failure(f'cannot read topology file {path}: {error.strerror}') from None
    except yaml.YAMLError as error:
        raise Failure(f'cannot parse topology file {path}: {error}') from None
    if not isinstance(data, dict) or not data.get('name'):
        raise Failure(f'topology file {path} does not name its lab')
    management = data.get('mgmt') or {}
    topology = data.get('topology') or {}
    nodes = {str(name): _node(str(name), raw or {}) for name, raw in (topology.get('nodes') or {}).items()}
    links = tuple(_link(raw) for raw in topology.get('links') or [])
    for end in (end for link in links for end in link.ends):
        if end.node not in nodes and end.node not in ('host', 'macvlan', 'mgmt-net'):
            raise Failure(f'a link names node {end.node}, which the topology does not have')
    return Topology(
        file=os.path.abspath(path),
        name=str(data['name']),
        prefix='clab' if data.get('prefix') is None else str(data['prefix']),
        network=_text(management, 'network') or 'clab',
        bridge=_text(management, 'bridge'),
        ipv4_subnet=_text(management, 'ipv4-subnet') or '172.20.20.0/24',
        ipv6_subnet=_text(management, 'ipv6-subnet'),
        nodes=nodes,
        links=links,
    )


def _node(name: str, raw: Mapping[str, Any]) -> Node:
    return Node(
        name=name,
        kind=_text(raw, 'kind'),
        image=_text(raw, 'image'),
        command=_text(raw, 'cmd'),
        management_ipv4=_text(raw, 'mgmt-ipv4'),
        management_ipv6=_text(raw, 'mgmt-ipv6'),
        network_mode=_text(raw, 'network-mode'),
        restart_policy=_text(raw, 'restart-policy'),
        group=_text(raw, 'group'),
        binds=_texts(raw, 'binds'),
        ports=_texts(raw, 'ports'),
        exec=_texts(raw, 'exec'),
        environment={str(key): str(value) for key, value in (raw.get('env') or {}).items()},
    )


def _link(raw: Mapping[str, Any]) -> Link:
    kind = raw.get('type')
    if kind == 'dummy':
        return Link((_endpoint(raw.get('endpoint')),))
    ends = tuple(_endpoint(end) for end in raw.get('endpoints') or [])
    if kind not in (None, 'veth') or len(ends) != 2:
        raise Failure(f'this double has no {kind or "veth"} link with {len(ends)} ends')
    return Link(ends)


def _endpoint(raw: Any) -> Endpoint:
    if isinstance(raw, dict):
        node, interface = _text(raw, 'node'), _text(raw, 'interface')
    else:
        node, _, interface = str(raw).partition(':')
    if not node or not interface:
        raise Failure(f'a link ends at {raw!r}: expected NODE:INTERFACE')
    return Endpoint(node, interface.replace('/', '-'))


def _text(raw: Mapping[str, Any], key: str) -> str:
    value = raw.get(key)
    return '' if value is None else str(value)


def _texts(raw: Mapping[str, Any], key: str) -> tuple[str, ...]:
    return tuple(str(value) for value in raw.get(key) or [])
