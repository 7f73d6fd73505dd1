"""What the building process is told while it builds: a pipe can't be asked whether it holds anything."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from contextlib import suppress
from queue import SimpleQueue

import msgspec

from site_builder.preview.replies import OVERTAKEN, Wish
from site_builder.pulse import Overtaken


class Hearing:
    """Wishes one after the other, read in a thread of its own, and whether the present one still counts."""

    def __init__(self, lines: Iterable[bytes]) -> None:
        self._lines = lines
        self._wishes: SimpleQueue[Wish | None] = SimpleQueue()
        self._is_overtaken = threading.Event()
        threading.Thread(target=self._listen, daemon=True).start()

    def __iter__(self) -> Iterator[Wish]:
        while (wish := self._wishes.get()) is not None:
            yield wish

    def pulse(self) -> None:
        """Raise `Overtaken` when the wish that was given last need not be fulfilled."""
        if self._is_overtaken.is_set():
            raise Overtaken

    def _listen(self) -> None:
        with suppress(OSError, msgspec.DecodeError):  # who speaks otherwise has nothing more to say
            for line in self._lines:
                if line == OVERTAKEN:  # the wish before it: no other comes before that has its answer
                    self._is_overtaken.set()
                else:
                    self._is_overtaken.clear()
                    self._wishes.put(msgspec.json.decode(line, type=Wish))
        self._is_overtaken.set()  # nobody hears the answer
        self._wishes.put(None)
