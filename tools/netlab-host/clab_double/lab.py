"""The verbs: a lab is deployed, destroyed or shown."""
from __future__ import annotations

import json
import os
import shlex
import shutil
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from typing import Any

from . import engine, wiring
from .command import call, log, succeeds
from .failure import Cancelled, Failure
from .knobs import Knobs
from .topology import Node, Topology

WORKERS = 8


class Lab:
    """One lab, as its topology file describes it."""

    def __init__(self, topology: Topology, knobs: Knobs):
        self._topology = topology
        self._knobs = knobs
        self._cancelled = threading.Event()
        self._workers = ThreadPoolExecutor(WORKERS)

    def cancel(self) -> None:
        """From now on workers start nothing new; a worker that lingers wakes up."""
        self._cancelled.set()

    def settle(self) -> None:
        """Waits for what workers have begun, so that it is there before anybody cleans up after them."""
        self._workers.shutdown(wait=True, cancel_futures=True)

    def deploy(self, reconfigure: bool) -> None:
        """Brings the lab up. Raises Failure and leaves what it has made by then, as the real tool does."""
        topology = self._topology
        log('INFO', 'Parsing & checking topology', file=os.path.basename(topology.file))
        self._knobs.fail_at('deploy')
        wiring.check_bridges(topology)
        self._make_room(reconfigure)
        wiring.let_bridges_forward(topology)
        engine.make_network(topology)
        log('INFO', 'Creating lab directory', path=topology.lab_directory)
        os.makedirs(topology.lab_directory, exist_ok=True)
        processes = self._start_nodes()
        self._draw_links(processes)
        self._run_commands()
        self._export()

    def destroy(self, cleanup: bool, keep_network: bool = False) -> None:
        """Takes the lab down; no lab is no failure."""
        self._knobs.fail_at('destroy')
        containers = engine.containers_of(self._topology.name)
        if containers:
            log('INFO', 'Destroying lab', name=self._topology.name)
        else:
            log('INFO', 'no containerlab containers found')
        with ThreadPoolExecutor(WORKERS) as pool:
            list(pool.map(engine.remove_container, containers))
        wiring.stop_forwarding(self._topology)
        if not keep_network:
            engine.remove_network(self._topology.network)
        if cleanup:
            shutil.rmtree(self._topology.lab_directory, ignore_errors=True)

    def containers(self) -> list[dict[str, str]]:
        """The lab's containers, sorted by name, in the words of `inspect --format json`."""
        found = (engine.container_details(one) for one in engine.containers_of(self._topology.name))
        return sorted((_summary(self._topology, one) for one in found if one), key=lambda one: one['name'])

    def _make_room(self, reconfigure: bool) -> None:
        if engine.containers_of(self._topology.name):
            if not reconfigure:
                raise Failure(f'lab {self._topology.name} is deployed already: destroy it first, or give --reconfigure')
            self.destroy(cleanup=True, keep_network=True)
        for node in self._topology.containers:
            name = self._topology.container_name(node.name)
            if engine.container_details(name):
                raise Failure(f'container name {name} is taken by a container of another lab')

    def _start_nodes(self) -> dict[str, str]:
        jobs = {node.name: self._workers.submit(self._start_node, node) for node in self._topology.containers}
        failures = [f'{name}: {job.exception()}' for name, job in jobs.items() if job.exception()]
        if failures:
            raise Failure('deployment failed for one or more nodes: ' + '; '.join(failures))
        return {name: job.result() for name, job in jobs.items()}

    def _start_node(self, node: Node) -> str:
        if self._cancelled.is_set():
            raise Failure('cancelled')
        log('INFO', 'Creating container', name=node.name)
        try:
            self._knobs.fail_at(f'node:{node.name}')
            name = engine.create_container(self._topology, node)
            engine.start_container(name)
            self._cancelled.wait(self._knobs.delay)
            pid = engine.running_process(name)
            engine.name_namespace(name, pid)
            return pid
        except Failure as failure:
            log('ERRO', 'failed to deploy a node', name=node.name, err=failure)
            raise

    def _draw_links(self, processes: dict[str, str]) -> None:
        drawing = wiring.Wiring(self._topology, processes)
        for link in self._topology.links:
            self._knobs.fail_at('link')
            drawing.connect(link)
            log('INFO', f'Created link: {link}')

    def _run_commands(self) -> None:
        with ThreadPoolExecutor(WORKERS) as pool:
            list(pool.map(self._run_commands_of, self._topology.containers))

    def _run_commands_of(self, node: Node) -> None:
        """A command that fails inside a node is reported and does not fail the lab, as with the real tool."""
        for command in node.exec:
            container = self._topology.container_name(node.name)
            done = call('docker', 'exec', container, *shlex.split(command))
            log('INFO', 'Executed command', node=node.name, command=command, rc=done.returncode)
            for said in (done.stdout.strip(), done.stderr.strip()):
                if said:
                    log('INFO', said)

    def _export(self) -> None:
        nodes = {
            node.name: {'longname': self._topology.container_name(node.name), **asdict(node)}
            for node in self._topology.nodes.values()
        }
        with open(f'{self._topology.lab_directory}/topology-data.json', 'w', encoding='utf-8') as stream:
            json.dump({'name': self._topology.name, 'nodes': nodes}, stream, indent=2)


def deploy_or_clean_up(lab: Lab, reconfigure: bool) -> None:
    """Deploys; when a signal comes meanwhile, destroys what there is and lets the signal pass on."""
    try:
        lab.deploy(reconfigure)
    except Cancelled as signal:
        log('ERRO', f'received signal "{signal}", destroying what was deployed')
        lab.settle()
        lab.destroy(cleanup=True)
        raise


def engine_answers() -> bool:
    """Whether there is a container engine to talk to."""
    return succeeds('docker', 'version')


def _summary(topology: Topology, details: dict[str, Any]) -> dict[str, str]:
    labels = details['Config']['Labels']
    networks = list(details['NetworkSettings']['Networks'].values())
    return {
        'lab_name': topology.name,
        'labPath': os.path.relpath(topology.file),
        'name': details['Name'].lstrip('/'),
        'container_id': details['Id'][:12],
        'image': details['Config']['Image'],
        'kind': labels.get('clab-node-kind', ''),
        'state': details['State']['Status'],
        'ipv4_address': _address(networks, 'IPAddress', 'IPPrefixLen'),
        'ipv6_address': _address(networks, 'GlobalIPv6Address', 'GlobalIPv6PrefixLen'),
        'owner': labels.get('clab-owner', ''),
    }


def _address(networks: list[dict[str, Any]], address: str, length: str) -> str:
    for network in networks:
        if network.get(address):
            return f'{network[address]}/{network[length]}'
    return 'N/A'
