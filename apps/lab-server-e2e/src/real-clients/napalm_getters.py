"""Asks each host of a JSON list with NAPALM's getters over SSH; prints a JSON list of what they said."""

import json
import sys

from napalm import get_network_driver


def visit(host):
    driver = get_network_driver(host["driver"])
    answers = {}
    options = {"port": host["port"], "secret": host["password"], **host.get("options", {})}
    try:
        with driver(host["host"], host["username"], host["password"], optional_args=options) as device:
            for getter in host["getters"]:
                try:
                    answers[getter] = getattr(device, getter)()
                except Exception as error:
                    answers[getter] = f"{type(error).__name__}: {str(error)[:300]}"
    except Exception as error:
        answers["open"] = f"{type(error).__name__}: {str(error)[:300]}"
    return [host["name"], answers]


print(json.dumps([visit(host) for host in json.load(sys.stdin)]))
