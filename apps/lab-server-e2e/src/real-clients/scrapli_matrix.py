"""Logs in to each host of a JSON list with scrapli, the old one or the new one; prints a JSON list of what came of each step."""

import json
import sys

import scrapli


def old(host, step, expect):
    device = scrapli.Scrapli(
        host=host["host"],
        port=host["port"],
        auth_username=host["username"],
        auth_password=host["password"],
        auth_secondary=host["password"],
        auth_strict_key=False,
        transport="paramiko",
        platform=host["classic"],
    )
    step("open", device.open)
    step("prompt", lambda: expect(device.get_prompt(), host["name"]))
    step("command", lambda: expect(device.send_command(host["command"]).result, host["answers"]))
    step("config", lambda: expect("failed: " + str(device.send_configs(host["config"]).failed), "failed: False"))
    step("kept", lambda: expect(device.send_command(host["show"]).result, host["says"]))
    step("close", device.close)


def new(host, step, expect):
    from scrapli import Cli, AuthOptions

    device = Cli(
        host["host"],
        port=host["port"],
        definition_file_or_name=host["definition"],
        auth_options=AuthOptions(username=host["username"], password=host["password"]),
    )
    step("open", device.open)
    step("prompt", lambda: expect(str(device.get_prompt().result), host["name"]))
    step("command", lambda: expect(device.send_input(host["command"]).result, host["answers"]))
    step("config", lambda: device.send_inputs(host["config"], requested_mode="configuration"))
    step("kept", lambda: expect(device.send_input(host["show"]).result, host["says"]))
    step("close", device.close)


def visit(host):
    steps = {}

    def step(name, action):
        if "failed" in steps:
            return
        try:
            action()
            steps[name] = "ok"
        except Exception as error:
            steps["failed"] = f"{name}: {type(error).__name__}: {str(error).strip()[:300]}"

    def expect(said, wanted):
        if wanted not in said:
            raise AssertionError(f"{wanted!r} is not in {said[-300:]!r}")

    (old if hasattr(scrapli, "Scrapli") else new)(host, step, expect)
    return [host["definition"], steps]


print(json.dumps([visit(host) for host in json.load(sys.stdin)]))
