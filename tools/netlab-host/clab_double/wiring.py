"""Links between containers, bridges and the host."""
from __future__ import annotations

import os
from typing import Mapping

from .command import run, succeeds
from .failure import Failure
from .topology import Endpoint, Link, Topology


class Wiring:
    """Draws a lab's links, given the process ids of its containers by node name."""

    def __init__(self, topology: Topology, processes: Mapping[str, str]):
        self._topology = topology
        self._processes = processes
        self._made = 0

    def connect(self, link: Link) -> None:
        """Raises Failure when the link cannot be made."""
        parents = [end for end in link.ends if end.node == 'macvlan']
        nodes = [end for end in link.ends if end.node != 'macvlan']
        if parents:
            self._macvlan(nodes, parents[0].interface)
        elif len(nodes) == 1:
            self._dummy(nodes[0])
        else:
            self._pair(nodes[0], nodes[1])

    def _pair(self, left: Endpoint, right: Endpoint) -> None:
        one, other = self._new_pair()
        try:
            self._place(one, left)
            self._place(other, right)
        except Failure:
            succeeds('ip', 'link', 'del', one)
            succeeds('ip', 'link', 'del', other)
            raise

    def _macvlan(self, nodes: list[Endpoint], parent: str) -> None:
        device = self._new_name()
        run('ip', 'link', 'add', device, 'link', parent, 'type', 'macvlan', 'mode', 'bridge')
        for node in nodes:
            self._place(device, node)

    def _dummy(self, end: Endpoint) -> None:
        inside = self._inside(end.node)
        if not succeeds(*inside, 'ip', 'link', 'add', end.interface, 'type', 'dummy'):
            # A kernel without the dummy driver: a pair whose other end stays up on the host does the same.
            one, other = self._new_pair()
            run('ip', 'link', 'set', other, 'up')
            self._place(one, end)
        run(*inside, 'ip', 'link', 'set', end.interface, 'up')

    def _place(self, device: str, end: Endpoint) -> None:
        """Moves a device of the host to where one end of a link belongs, under its name there."""
        node = self._topology.nodes.get(end.node)
        kind = 'host' if end.node == 'host' else node.kind if node else end.node
        if kind in ('host', 'bridge', 'ovs-bridge'):
            run('ip', 'link', 'set', device, 'name', end.interface)
            if kind == 'bridge':
                run('ip', 'link', 'set', end.interface, 'master', end.node)
            elif kind == 'ovs-bridge':
                run('ovs-vsctl', 'add-port', end.node, end.interface)
            run('ip', 'link', 'set', end.interface, 'up')
            return
        inside = self._inside(end.node)
        run('ip', 'link', 'set', device, 'netns', self._processes[end.node], 'name', end.interface)
        run(*inside, 'ip', 'link', 'set', end.interface, 'up')

    def _inside(self, node: str) -> tuple[str, ...]:
        if node not in self._processes:
            raise Failure(f'this double draws no link to {node}')
        return ('nsenter', '-t', self._processes[node], '-n')

    def _new_pair(self) -> tuple[str, str]:
        one, other = self._new_name(), self._new_name()
        run('ip', 'link', 'add', one, 'type', 'veth', 'peer', 'name', other)
        return one, other

    def _new_name(self) -> str:
        self._made += 1
        return f'cd{os.getpid()}x{self._made}'


def check_bridges(topology: Topology) -> None:
    """Raises Failure for a bridge that nobody has made: that is the caller's part, as with the real tool."""
    for name in topology.bridges():
        if not os.path.exists(f'/sys/class/net/{name}'):
            raise Failure(f'the topology uses bridge {name}, which does not exist on this host')


def let_bridges_forward(topology: Topology) -> None:
    """The engine drops what is forwarded between the ports of a bridge it did not make."""
    for name in topology.bridges('bridge'):
        if not succeeds('iptables', '-w', '-C', *_rule(name)):
            succeeds('iptables', '-w', '-I', *_rule(name))


def stop_forwarding(topology: Topology) -> None:
    for name in topology.bridges('bridge'):
        succeeds('iptables', '-w', '-D', *_rule(name))


def _rule(bridge: str) -> list[str]:
    return ['FORWARD', '-i', bridge, '-m', 'comment', '--comment', 'set by containerlab', '-j', 'ACCEPT']
