"""Is a finished page sound: closes what it opens, has each id once and a title, needs no other host."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html.parser import HTMLParser

from site_builder.plan.tasks import PageTask, Task
from site_builder.problems import Problem, Span
from site_builder.render.render import Made
from site_builder.text.other_hosts import loaded_by_element

_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_MAY_STAY_OPEN = frozenset(
    {"body", "caption", "colgroup", "dd", "dt", "head", "html", "li", "optgroup", "option", "p", "rp", "rt"}
    | {"tbody", "td", "tfoot", "th", "thead", "tr"}
)
"""Elements whose end tag HTML lets one leave out."""


def check_pages(made: Iterable[Made | Problem], tasks: Iterable[Task]) -> Iterator[Made | Problem]:
    """Pass on what was made, and behind each page its faults, told at its template."""
    templates = {task.out: task.template for task in tasks if isinstance(task, PageTask)}
    for one in made:
        yield one
        if isinstance(one, Made) and one.out in templates and one.out.endswith(".html"):
            at = Span(f"templates/{templates[one.out]}")
            for face, tag in html_faults(one.data.decode()):
                yield Problem("page-html", at, face, {"page": one.out, "tag": tag})


def html_faults(page: str) -> list[tuple[str, str]]:
    """Name each fault (`unclosed`, `stray`, `id`, `title`, `host`) with its tag, id or address, in order."""
    checker = _Checker()
    checker.feed(page)
    checker.close()
    return checker.outcome()


class _Checker(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[str] = []
        self._ids: set[str] = set()
        self._faults: list[tuple[str, str]] = []
        self._title = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._note(tag, attrs)
        if tag not in _VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._note(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        if tag not in self._open:
            self._faults.append(("stray", tag))
            return
        while (last := self._open.pop()) != tag:
            if last not in _MAY_STAY_OPEN:
                self._faults.append(("unclosed", last))

    def handle_data(self, data: str) -> None:
        if self._open[-1:] == ["title"] and "svg" not in self._open:
            self._title += data

    def outcome(self) -> list[tuple[str, str]]:
        unclosed = [("unclosed", tag) for tag in self._open if tag not in _MAY_STAY_OPEN]
        title = [] if self._title.strip() else [("title", "title")]
        return [*self._faults, *unclosed, *title]

    def _note(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._faults += [("host", address) for address in loaded_by_element(tag, attrs)]
        for name, value in attrs:
            if name == "id" and value is not None:
                if value in self._ids:
                    self._faults.append(("id", value))
                self._ids.add(value)
