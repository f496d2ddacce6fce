"""Runs Python FakeNOS with platform files as plugins until its input ends.

Argument: JSON, a list of {"host", "file", "port", "shell"}. Prints the version, then `ready` when all ports answer.
"""

import importlib.metadata
import json
import logging
import os
import socket
import sys
import time

from fakenos import FakeNOS
from fakenos.core.nos import Nos, available_platforms

logging.disable(logging.CRITICAL)
version = importlib.metadata.version("fakenos")
if version.startswith("1.0."):
    # It plays `output: true` but does not let a file say it.
    Nos.validate = lambda self: None

wanted = json.loads(sys.argv[1])
plugins, hosts = [], {}
for number, host in enumerate(wanted):
    # Some versions accept no host without a platform that they ship: each file takes the place of one.
    nos = Nos(filename=host["file"])
    nos.name = available_platforms[number]
    plugins.append(nos)
    hosts[host["host"]] = {
        "username": "admin",
        "password": "admin",
        "port": host["port"],
        "platform": nos.name,
        "shell": {"plugin": "CMDShell", "configuration": host["shell"]},
        "nos": {"plugin": nos.name, "configuration": host["nos"]},
    }

net = FakeNOS(inventory={"hosts": hosts}, plugins=plugins)
net.start()
for host in wanted:
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", host["port"])).close()
            break
        except OSError:
            time.sleep(0.05)

print(version, "ready", flush=True)
sys.stdin.read()
# Its own stop joins every thread of the process, those of sessions that hang too.
os._exit(0)
