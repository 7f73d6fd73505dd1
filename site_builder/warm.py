"""The process that builds for `sentra serve`: the program stays loaded from one build to the next.

It reads wishes from its standard input and answers on its standard output, one JSON object a line; it ends
when there is nothing more to read. It holds no lock and no file between builds. What it keeps is what
the next build would read again just so; whatever it does not know for sure it looks at anew.
"""

from __future__ import annotations

import gc
import importlib
import os
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO

import msgspec
from msgspec import Struct, field
from msgspec.structs import replace

from site_builder.ahead import Ahead, Grounds
from site_builder.clock import now
from site_builder.commands import run_build
from site_builder.freshness import Glance, glance, glance_again
from site_builder.names import Digest, OutPath
from site_builder.options import BuildOptions, preview_options
from site_builder.outcomes import what_went_wrong
from site_builder.preview.hearing import Hearing
from site_builder.preview.replies import Fault, Reply, Told, Wish
from site_builder.problems import ContentRefused, Problem
from site_builder.publish.folder import read_published
from site_builder.pulse import Overtaken, Pulse, go_on
from site_builder.report import BuildReport, problem_json
from site_builder.store.code import program_signs
from site_builder.store.opening import open_store

MOST_BUILDS = 500
"""After so many another process should take over: whatever might gather in memory goes."""
STEPS_BACK_S = 0.12
"""So long a browser has the processors for itself to show a page: it takes about as long to load one."""
_PAGES = (".html", ".xml", ".txt")
"""What a page that is open does not load."""
_THOROUGH = 20
"""Every so many builds all of the memory is looked through for what nobody needs."""


class ShownAhead(Struct):
    """Pages that were shown ahead of the finished site."""

    out: BinaryIO
    pages: dict[OutPath, bytes] = field(default_factory=dict)

    def show(self, pages: Mapping[OutPath, bytes]) -> None:
        self.pages |= pages
        say(self.out, Reply(ahead={out: data.decode() for out, data in pages.items()}))
        time.sleep(STEPS_BACK_S)


class Worker(Struct):
    """What the process knows between builds."""

    root: Path
    folder: Path
    language: str
    signs: str
    """How the program's files looked when it was loaded."""
    seen: Glance | None = None
    """The project as the last build saw it."""
    memory: dict[Digest, Mapping[str, Any]] = field(default_factory=dict)
    """Of the store."""
    grounds: Grounds = field(default_factory=Grounds)
    """Of the last build, if it came through: `seen` is what it was made from."""
    builds: int = 0

    def answer(self, wish: Wish, out: BinaryIO, pulse: Pulse = go_on) -> Reply:
        """Build as wished; what can be shown ahead goes to `out` at once."""
        if program_signs() != self.signs:
            return Reply(is_outdated=True)
        self.builds += 1
        try:
            ahead = ShownAhead(out)
            report = self._build(wish, ahead, pulse)
            told = replace(self._tell(report.problems, 0, report), settled=self._settled(report, ahead))
        except Overtaken:
            told = Told(is_overtaken=True)
        except Exception as error:  # noqa: BLE001  a bug is told, like everything else
            problems, code = what_went_wrong(error)
            at_first = isinstance(error, ContentRefused) and error.ended_at_first
            told = replace(self._tell(problems, code), ended_at_first=at_first)
        return Reply(told=told, is_worn=self.builds >= MOST_BUILDS)

    def _build(self, wish: Wish, ahead: ShownAhead, pulse: Pulse) -> BuildReport:
        options = self.options()
        store = open_store(options, memory=self.memory)
        # Should anything go wrong, all is looked at next time.
        before, self.seen = self.seen, None
        is_known = False
        try:
            seen = None
            if before is not None and wish.changed is not None:
                seen = glance_again(before, wish.changed)
            is_known = seen is not None
            if not is_known:
                self.grounds.forget()
            seen = glance(options, store) if seen is None else seen
            self.seen = seen
            looked_at = Ahead(
                changed=frozenset(wish.changed or ()),
                open_pages=frozenset(wish.open_pages if before and wish.changed is not None else ()),
                show=ahead.show,
                grounds=self.grounds,
                pulse=pulse,
            )
            report = run_build(options, store, seen, ahead=looked_at)
            self.grounds.come_through()
            return report
        except Overtaken:  # the next wish names what has changed since these, too
            self.seen, self.grounds.coming = before if is_known else None, None
            raise
        except BaseException:
            self.grounds.forget()
            raise
        finally:
            store.close()

    def _settled(self, report: BuildReport, ahead: ShownAhead) -> tuple[OutPath, ...]:
        """Name the pages that need not be loaded again: none where files were made that they may show."""
        if not all(out.endswith(_PAGES) for out in report.rendered_paths):
            return ()
        return tuple(out for out, data in ahead.pages.items() if read_published(self.folder, out) == data)

    def options(self) -> BuildOptions:
        return preview_options(self.root, self.folder, now())

    def _tell(self, problems: tuple[Problem, ...], code: int, report: BuildReport | None = None) -> Told:
        report = report or BuildReport(0, 0, 0, 0.0)
        faults = tuple(msgspec.convert(problem_json(one, self.language), Fault) for one in problems)
        return Told(report.outputs, report.rendered, report.seconds, faults, code)


def say(out: BinaryIO, reply: Reply) -> None:
    out.write(msgspec.json.encode(reply) + b"\n")
    out.flush()


def main(root: str, folder: str, language: str) -> None:
    """Answer wishes until there are no more."""
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # a print must not spoil the answers
    gc.disable()  # looked through between builds, when nobody waits
    worker = Worker(Path(root), Path(folder), language, program_signs())
    hearing = Hearing(os.fdopen(os.dup(sys.stdin.fileno()), "rb"))
    for wish in hearing:
        reply = worker.answer(wish, out, hearing.pulse)
        say(out, reply)
        if reply.is_outdated:
            return
        if worker.builds == 1:
            importlib.import_module(
                "site_builder.text.bounded"
            )  # what an edit needs and the first build may not
        gc.collect(1 if worker.builds % _THOROUGH else 2)


if __name__ == "__main__":
    main(*sys.argv[1:])
