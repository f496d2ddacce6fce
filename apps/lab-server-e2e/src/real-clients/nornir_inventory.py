"""Runs a command on every host of a Nornir inventory, as the service gives it; prints what each said."""

import json
import sys
import tempfile

import yaml
from nornir import InitNornir
from nornir_netmiko.tasks import netmiko_send_command

task = json.load(sys.stdin)
with tempfile.TemporaryDirectory() as folder:
    for name, content in (("hosts", task["inventory"]["hosts"]), ("groups", {"lab": {}})):
        with open(f"{folder}/{name}.yaml", "w") as file:
            yaml.safe_dump(content, file)
    nornir = InitNornir(
        inventory={
            "plugin": "SimpleInventory",
            "options": {"host_file": f"{folder}/hosts.yaml", "group_file": f"{folder}/groups.yaml"},
        },
        logging={"enabled": False},
    )
    results = nornir.run(task=netmiko_send_command, command_string=task["command"])
print(json.dumps({host: str(result[0].result) for host, result in results.items()}))
