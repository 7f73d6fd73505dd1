"""Asks Pagefind's program to make an index: over its pipes, so that nothing of it ever lies on the disk.

The program takes requests and gives answers as JSON in Base64, each with a comma behind it. It ends when its
input does, also when this process is killed.
"""

from __future__ import annotations

import json
import os
import subprocess
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping, Sequence
from importlib.util import find_spec
from itertools import count
from threading import Event, Timer
from typing import IO, Any

from site_builder.names import Lang

PACKAGE = "pagefind_bin"
_AT_ONCE = 16
"""So many answers fit into every system's pipe; more could make both sides wait for each other."""
_PIECE_BYTES = 1 << 16
_SECONDS, _SECONDS_A_PAGE = 60.0, 0.1
"""It takes less than a thousandth of a second a page: who waits longer waits for a program that hangs."""


class IndexerFault(Exception):
    """Pagefind's program did not do what it was asked."""


class IndexerHangs(IndexerFault):
    """It was given up after its time."""


def seconds_for(pages: int) -> float:
    """Say how long an index may take on the slowest machine."""
    return _SECONDS + _SECONDS_A_PAGE * pages


def is_installed() -> bool:
    return find_spec(PACKAGE) is not None


def make_index(lang: Lang, pages: Sequence[str], seconds: float) -> dict[str, bytes]:
    """Give the files of an index of `pages`, whose addresses are `/0`, `/1` and so on.

    Raises `IndexerFault`, and of these `IndexerHangs` where it takes longer than `seconds`.
    """
    late = Event()
    try:
        with _started() as process:

            def give_up() -> None:
                late.set()
                process.kill()

            watchdog = Timer(seconds, give_up)
            watchdog.start()
            try:
                return _talk(process, lang, pages)
            finally:
                watchdog.cancel()
                process.kill()  # it has nothing left to do, or does not know what
    except (IndexerFault, OSError, ValueError, KeyError, TypeError) as error:
        if late.is_set():
            raise IndexerHangs(f"it took longer than {seconds:.0f} s") from error
        if isinstance(error, IndexerFault):
            raise
        raise IndexerFault(f"{type(error).__name__}: {error}") from error


def _started() -> subprocess.Popen[bytes]:
    from pagefind_bin import get_executable

    own = {name: value for name, value in os.environ.items() if not name.upper().startswith("PAGEFIND_")}
    return subprocess.Popen(
        [str(get_executable()), "--service"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        bufsize=0,
        env=own,
    )


def _talk(process: subprocess.Popen[bytes], lang: Lang, pages: Sequence[str]) -> dict[str, bytes]:
    assert process.stdin is not None
    assert process.stdout is not None
    number, answers = count(1), _answers(process.stdout)
    config = {"force_language": lang.partition("-")[0], "keep_index_url": True}

    def ask(*requests: Mapping[str, object]) -> list[dict[str, Any]]:
        numbered = {next(number): request for request in requests}
        told = (json.dumps({"message_id": at, "payload": what}) for at, what in numbered.items())
        _send(process.stdin, b"".join(b64encode(text.encode()) + b"," for text in told))
        found = dict(next(answers) for _ in numbered)
        return [found[at] for at in numbered]

    (made,) = ask({"type": "NewIndex", "config": config})
    index = made["index_id"]
    for start in range(0, len(pages), _AT_ONCE):
        some = enumerate(pages[start : start + _AT_ONCE], start)
        ask(
            *(
                {"type": "AddFile", "index_id": index, "url": f"/{at}", "file_contents": page}
                for at, page in some
            )
        )
    (files,) = ask({"type": "GetFiles", "index_id": index})
    return {file["path"].replace("\\", "/"): b64decode(file["content"]) for file in files["files"]}


def _send(pipe: IO[bytes] | None, data: bytes) -> None:
    assert pipe is not None
    while data:
        data = data[pipe.write(data) :]


def _answers(pipe: IO[bytes]) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield each answer with the number of its question."""
    left = b""
    while True:
        *whole, left = left.split(b",")
        for one in whole:
            told = json.loads(b64decode(one))
            if told["payload"]["type"] == "Error":
                raise IndexerFault(told["payload"].get("message", "Error"))
            yield told["message_id"], told["payload"]
        piece = pipe.read(_PIECE_BYTES)  # what is there, for nothing gathers it
        if not piece:
            raise IndexerFault("it ended before it was done")
        left += piece
