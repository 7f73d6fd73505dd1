"""A process that builds for a preview, with what the preview knows between its builds."""

from __future__ import annotations

import io
import itertools
import json
import re

from site_builder.names import OutPath
from site_builder.preview.replies import Told, Wish
from site_builder.preview.state import Preview
from site_builder.preview.watch import Sight, changes, doubted, look
from site_builder.pulse import Overtaken, Pulse, go_on
from site_builder.warm import Worker
from tests.support.little_site import LittleSite

SIGNS = "signs of the program"
PRODUCT = "content/products/dompet-1.md"
PAGE = "produk/dompet-1/index.html"
ASSET = re.compile(r"(?<=[\"'\s,(]/)assets/[^\"'\s,)#?&]+")


class Rounds:
    """A worker with what a preview knows: which files have changed since the last build, what is shown."""

    def __init__(self, site: LittleSite) -> None:
        self.site = site
        self.worker = Worker(site.root, site.output, "en", SIGNS)
        self.seen: Sight | None = None
        self.preview = Preview(site.output, "en", "token")
        self.ahead: dict[str, str] = {}
        """What of the last build the preview had to send before that ended."""
        self.times_shown = 0

    def build(self, *open_pages: str, pulse: Pulse = go_on) -> Told:
        seen = look(self.site.root, self.seen or Sight())
        changed = None if self.seen is None else changes(self.seen, seen)
        said, published = io.BytesIO(), set(self.site.tree()) if open_pages else set()
        reply = self.worker.answer(Wish(changed, [OutPath(page) for page in open_pages]), said, pulse)
        is_overtaken = reply.told is not None and reply.told.is_overtaken
        self.seen = doubted(self.seen, changed) if is_overtaken and self.seen and changed else seen
        lines = [json.loads(line) for line in said.getvalue().splitlines()]
        for line in lines:
            self.preview.take_ahead(line["ahead"])
        shown = {out for line in lines for out in line["ahead"]}
        self.ahead = {out: text.decode() for out, text in self.preview.ahead.items() if out in shown}
        self.times_shown = len(lines)
        assert self.ahead.keys() == shown
        named = {file for text in self.ahead.values() for file in ASSET.findall(text)}
        assert named <= published, "a page that is shown ahead names a file that is not there yet"
        assert reply.told is not None
        if not is_overtaken:
            mark = self.preview.tree
            self.preview.take(reply.told)
            assert all(self.preview.is_current(mark, page) for page in reply.told.settled)
        return reply.told

    def tell(self, wish: Wish) -> None:
        """Wish for a build that need not fit to what has changed; the next one looks at everything."""
        self.worker.answer(wish, io.BytesIO())
        self.seen = None

    def open_pages(self) -> list[str]:
        return [path for path in self.site.tree() if path.endswith(".html")]


_WORDS = itertools.count()


def new_word() -> str:
    """Give a word that no build has read: what was converted once stays in the store."""
    return f"Kata-{next(_WORDS)}"


class Pulses:
    """Counts the pulses of a build and overtakes it at one of them."""

    def __init__(self, last: int = 0) -> None:
        self.last = last
        self.count = 0

    def __call__(self) -> None:
        self.count += 1
        if self.count == self.last:
            raise Overtaken
