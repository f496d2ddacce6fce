"""Running the commands of the host, and saying on stderr what happens."""
from __future__ import annotations

import json
import subprocess
import sys
import time

from .failure import Failure


def run(*command: str) -> str:
    """The command's output. Raises Failure, with what the command had to say, when it fails."""
    done = call(*command)
    if done.returncode:
        said = (done.stderr or done.stdout).strip()
        raise Failure(f'{" ".join(command)}: {said or f"exit code {done.returncode}"}')
    return done.stdout


def succeeds(*command: str) -> bool:
    """Whether the command ends well; what it prints is of no interest."""
    return call(*command).returncode == 0


def call(*command: str) -> subprocess.CompletedProcess[str]:
    """
    What became of the command, whatever became of it. It has a session of its own, so that a signal
    to this process group cannot leave the engine half way through a request that nobody waits for.
    """
    return subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, start_new_session=True
    )


def log(level: str, text: str, **fields: object) -> None:
    """One line in the shape of containerlab's log: time, level, text, key=value."""
    pairs = [f'{key}={_quoted(value)}' for key, value in fields.items()]
    line = ' '.join([time.strftime('%H:%M:%S'), level, text, *pairs])
    # In one piece: several nodes may have something to say at the same time.
    sys.stderr.write(line + '\n')
    sys.stderr.flush()


def _quoted(value: object) -> str:
    text = str(value)
    return json.dumps(text, ensure_ascii=False) if ' ' in text or '"' in text else text
