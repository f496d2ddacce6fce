"""How much a node's container may do: everything, or what this host itself still has."""
from __future__ import annotations

# Numbers of linux/capability.h. What routers need beyond Docker's defaults.
WANTED = {
    'NET_BROADCAST': 11,
    'NET_ADMIN': 12,
    'IPC_LOCK': 14,
    'SYS_PTRACE': 19,
    'SYS_ADMIN': 21,
    'SYS_NICE': 23,
    'SYS_RESOURCE': 24,
    'SYS_TIME': 25,
    'SYSLOG': 34,
}


def privilege_options() -> list[str]:
    """Options of `docker create`. --privileged fails as a whole when one capability is lacking."""
    held = _bounding_set()
    if held == (1 << (_last_capability() + 1)) - 1:
        return ['--privileged']
    options = []
    for name, number in WANTED.items():
        if held >> number & 1:
            options += ['--cap-add', name]
    for unconfined in ('seccomp', 'systempaths', 'apparmor'):
        options += ['--security-opt', f'{unconfined}=unconfined']
    return options


def _bounding_set() -> int:
    with open('/proc/self/status', encoding='ascii', errors='replace') as status:
        for line in status:
            if line.startswith('CapBnd:'):
                return int(line.split()[1], 16)
    return 0


def _last_capability() -> int:
    with open('/proc/sys/kernel/cap_last_cap', encoding='ascii') as number:
        return int(number.read())
