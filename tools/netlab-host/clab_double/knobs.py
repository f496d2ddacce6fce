"""What a test may ask of the double through its environment."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Mapping

from .failure import Failure

DEFAULT_VERSION = '0.75.0'


@dataclass(frozen=True)
class Knobs:
    """
    fail     where to fail on purpose: '', 'deploy', 'node:NAME', 'link' or 'destroy'
    delay    seconds that each started node lingers before it counts as running
    version  the version to claim
    """

    fail: str
    delay: float
    version: str

    def fail_at(self, place: str) -> None:
        """Raises Failure when this is the place that was to fail."""
        if self.fail == place:
            raise Failure(f'{place}: failed on purpose (CLAB_DOUBLE_FAIL)')


def read_knobs(environment: Mapping[str, str]) -> Knobs:
    """Raises Failure when a knob holds what cannot be meant."""
    fail = environment.get('CLAB_DOUBLE_FAIL', '')
    if fail and fail not in ('deploy', 'link', 'destroy') and not fail.startswith('node:'):
        raise Failure(f'CLAB_DOUBLE_FAIL={fail}: expected deploy, node:NAME, link or destroy')
    delay = environment.get('CLAB_DOUBLE_DELAY') or '0'
    try:
        seconds = float(delay)
    except ValueError:
        raise Failure(f'CLAB_DOUBLE_DELAY={delay}: expected a number of seconds') from None
    return Knobs(fail, seconds, environment.get('CLAB_DOUBLE_VERSION') or DEFAULT_VERSION)
