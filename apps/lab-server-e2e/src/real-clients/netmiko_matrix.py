"""Logs in to each host of a JSON list with netmiko and does what its words say; prints a JSON list of what came of each step."""

import json
import sys
from concurrent.futures import ThreadPoolExecutor

from netmiko import ConnectHandler


def visit(host):
    steps = {}

    def step(name, action):
        if "failed" in steps:
            return None
        try:
            said = action()
            steps[name] = "ok"
            return said
        except Exception as error:
            steps["failed"] = f"{name}: {type(error).__name__}: {str(error).strip()[:300]}"
            return None

    login = {key: host[key] for key in ("device_type", "host", "port", "username", "password")}
    device = step("connect", lambda: ConnectHandler(secret=host["password"], conn_timeout=20, **login))
    if device is None:
        return [host["device_type"], steps]
    words = host["words"]

    def expect(said, wanted):
        if wanted not in said:
            raise AssertionError(f"{wanted!r} is not in {said[-300:]!r}")

    step("prompt", lambda: expect(device.find_prompt(), host["name"]))
    step("enable", device.enable)
    if words.get("leaveEnable"):
        step("leave", device.exit_enable_mode)
    if "command" in words:
        step("command", lambda: expect(device.send_command(words["command"]), words.get("answers", "")))
    if "config" in words:
        stay = {"exit_config_mode": False} if words.get("commit") and not words.get("staysByItself") else {}
        step("config", lambda: device.send_config_set(words["config"], **stay))
        if words.get("commit"):
            step("commit", device.commit)
            step("exit", device.exit_config_mode)
        step("kept", lambda: expect(device.send_command(words["show"]), words["says"]))
    if words.get("save"):
        step("save", device.save_config)
    step("disconnect", device.disconnect)
    return [host["device_type"], steps]


with ThreadPoolExecutor(4) as pool:
    print(json.dumps(list(pool.map(visit, json.load(sys.stdin)))))
