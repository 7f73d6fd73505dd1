from __future__ import annotations

from collections.abc import Iterator
from queue import SimpleQueue

import pytest

from site_builder.names import OutPath, SourcePath
from site_builder.preview.hearing import Hearing
from site_builder.preview.replies import OVERTAKEN, Wish
from site_builder.pulse import Overtaken

FIRST, SECOND = b'{"changed": ["content/a.md"]}\n', b'{"open_pages": ["index.html"]}\n'

PAGE_SAVED, PAGE_OPEN = Wish([SourcePath("content/a.md")]), Wish(None, [OutPath("index.html")])


class Pipe:
    """Lines that come when a test says them, and an end when it says `None`."""

    def __init__(self) -> None:
        self.said: SimpleQueue[bytes | None] = SimpleQueue()
        self.heard: SimpleQueue[None] = SimpleQueue()

    def __iter__(self) -> Iterator[bytes]:
        while True:
            self.heard.put(None)  # whoever asks for a line has dealt with the one before
            line = self.said.get()
            if line is None:
                return
            yield line

    def say(self, line: bytes) -> None:
        self.said.put(line)
        self.heard.get()


@pytest.fixture
def pipe() -> Pipe:
    return Pipe()


@pytest.fixture
def hearing(pipe: Pipe) -> Iterator[Hearing]:
    made = Hearing(pipe)
    pipe.heard.get()
    yield made
    pipe.said.put(None)


def test_a_wish_counts_until_it_is_overtaken(pipe: Pipe, hearing: Hearing) -> None:
    wishes = iter(hearing)
    pipe.say(FIRST)
    assert next(wishes) == PAGE_SAVED
    hearing.pulse()
    pipe.say(OVERTAKEN)
    with pytest.raises(Overtaken):
        hearing.pulse()


def test_what_comes_too_late_overtakes_no_other_wish(pipe: Pipe, hearing: Hearing) -> None:
    wishes = iter(hearing)
    for line in (FIRST, OVERTAKEN, SECOND):
        pipe.say(line)
    assert [next(wishes), next(wishes)] == [PAGE_SAVED, PAGE_OPEN]
    hearing.pulse()


@pytest.mark.parametrize("last", [None, b"no wish\n"])
def test_the_end_overtakes_the_last_wish(last: bytes | None) -> None:
    hearing = Hearing([FIRST] if last is None else [FIRST, last])
    assert list(hearing) == [PAGE_SAVED]
    with pytest.raises(Overtaken):
        hearing.pulse()
