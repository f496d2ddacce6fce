"""The command line: which verb, which topology, and what a signal does."""
from __future__ import annotations

import argparse
import glob
import json
import os
import signal
import sys
from typing import Mapping, Sequence

from .command import log
from .failure import Cancelled, Failure
from .knobs import Knobs, read_knobs
from .lab import Lab, deploy_or_clean_up, engine_answers
from .topology import read_topology


def main(arguments: Sequence[str], environment: Mapping[str, str]) -> int:
    """Exit code of the command: 0 done, 1 failed or cancelled, 2 not understood."""
    options = _options(arguments)
    try:
        knobs = read_knobs(environment)
        if options.verb == 'version':
            _print_version(knobs)
        else:
            _run(options, knobs)
        return 0
    except Failure as failure:
        print(f'Error: {failure}', file=sys.stderr)
    except Cancelled:
        pass
    return 1


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    topology = argparse.ArgumentParser(add_help=False)
    topology.add_argument('-t', '--topo', metavar='FILE', help='the topology; default: the *.clab.yml here')
    parser = argparse.ArgumentParser(prog='containerlab', description='a test double of containerlab')
    verbs = parser.add_subparsers(dest='verb', required=True)
    verbs.add_parser('version', help='what this is')
    deploy = verbs.add_parser('deploy', parents=[topology], help='bring a lab up')
    deploy.add_argument('-c', '--reconfigure', action='store_true', help='destroy a deployed lab first')
    destroy = verbs.add_parser('destroy', parents=[topology], help='take a lab down')
    destroy.add_argument('-c', '--cleanup', action='store_true', help='remove the lab directory as well')
    inspect = verbs.add_parser('inspect', parents=[topology], help='show the containers of a lab')
    inspect.add_argument('-f', '--format', choices=['table', 'json'], default='table')
    return parser.parse_args(arguments)


def _print_version(knobs: Knobs) -> None:
    # netlab takes the second word of the line(s) that have "version" in them: only one may.
    print('containerlab test double: its containers and links are real, the tool is not\n')
    print(f'    version: {knobs.version}\n     commit: test-double')


def _run(options: argparse.Namespace, knobs: Knobs) -> None:
    if os.geteuid() != 0:
        raise Failure('links need root: run it with sudo')
    if not engine_answers():
        raise Failure('no container engine answers "docker version": is dockerd running?')
    lab = Lab(read_topology(options.topo or _only_topology_here()), knobs)
    if options.verb == 'deploy':
        log('INFO', 'Containerlab started (a test double)', version=knobs.version)
        _listen_to_signals(lab)
        deploy_or_clean_up(lab, options.reconfigure)
        _print_containers(lab, 'table')
    elif options.verb == 'destroy':
        lab.destroy(options.cleanup)
    else:
        _print_containers(lab, options.format)


def _only_topology_here() -> str:
    found = sorted(glob.glob('*.clab.yml') + glob.glob('*.clab.yaml'))
    if len(found) != 1:
        raise Failure(f'{len(found)} files here match *.clab.yml or *.clab.yaml: name one with -t')
    return found[0]


def _listen_to_signals(lab: Lab) -> None:
    def cancel(number: int, _frame: object) -> None:
        # The process group and sudo may both deliver it; once begun, cleaning up is not to be disturbed.
        for each in (signal.SIGINT, signal.SIGTERM):
            signal.signal(each, signal.SIG_IGN)
        lab.cancel()
        raise Cancelled(signal.Signals(number).name)

    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, cancel)


def _print_containers(lab: Lab, form: str) -> None:
    found = lab.containers()
    if form == 'json':
        print(json.dumps({one['lab_name']: found for one in found}, indent=2))
        return
    columns = ('name', 'kind', 'image', 'state', 'ipv4_address')
    rows = [columns, *(tuple(one[column] for column in columns) for one in found)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(columns))]
    for row in rows:
        print(_line(row, widths))


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    return '  '.join(f'{cell:<{width}}' for cell, width in zip(row, widths)).rstrip()
