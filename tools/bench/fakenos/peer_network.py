"""Starts cisco_ios hosts with Python FakeNOS; ends when its standard input does."""

import socket
import sys
import time

from fakenos import FakeNOS

size, first = int(sys.argv[1]), int(sys.argv[2])
hosts = {
    f"r{at}": {"username": "user", "password": "user", "port": first + at, "platform": "cisco_ios"}
    for at in range(size)
}
network = FakeNOS(inventory={"hosts": hosts})
network.start()
for at in range(size):
    while True:
        try:
            socket.create_connection(("127.0.0.1", first + at), timeout=5).close()
            break
        except ConnectionRefusedError:
            time.sleep(0.005)
print("accepting", flush=True)
sys.stdin.read()
network.stop()
