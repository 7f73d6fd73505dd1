"""What a build calls as it goes on: a pulse, which may end it, and one who is told how far it is."""

from __future__ import annotations

from collections.abc import Callable

Pulse = Callable[[], None]
"""Is called often; raises `Overtaken` where the build need not go on."""

Progress = Callable[[int, int], None]
"""Is told how many of how many outputs are made."""


class Overtaken(Exception):
    """Something newer was saved: nobody waits for what this build would make."""


def go_on() -> None:
    """Let every build come to its end."""


def silent(_done: int, _total: int) -> None:
    """Tell nobody."""
