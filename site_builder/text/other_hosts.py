"""What a page, a sheet or a script would load from another host; links that readers follow are none of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser

_ELSEWHERE = re.compile(r"(?:https?|wss?|ftp):|//", re.IGNORECASE)
_MAY_HOLD_ONE = re.compile(r"//|\\|&#|(?:https?|wss?|ftp):", re.IGNORECASE)
_IGNORED = re.compile(r"[\t\n\r]|^[\x00-\x20]+")
_CSS_TOKEN = re.compile(
    r"""/\*.*?(?:\*/|\Z)
    |(?P<text>"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?)
    |(?P<name>@?(?:[\w-]|\\[0-9a-f]{1,6}\s?|\\[^\n])+)(?P<opens>\()?
    |(?P<sign>[(){};])""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_CSS_BARE = re.compile(r"\s*(?P<address>(?:[^\s\"'()\\]|\\.)+)\s*\)", re.DOTALL)
_CSS_ESCAPE = re.compile(r"\\(?:(?P<hex>[0-9a-f]{1,6})\s?|\n|(?P<sign>.))", re.DOTALL | re.IGNORECASE)
_JS_ESCAPE = re.compile(
    r"\\(?:x(?P<two>[0-9a-f]{2})|u(?P<four>[0-9a-f]{4})|u\{(?P<any>[0-9a-f]{1,6})\}|\n|(?P<sign>.))",
    re.DOTALL | re.IGNORECASE,
)
_CSS_LOADERS = frozenset({"url", "src", "image", "image-set", "-webkit-image-set", "@import"})
_LOADING = frozenset({"src", "srcset", "imagesrcset", "poster", "background", "data", "action", "formaction"})
_WITH_HREF = frozenset({"base", "feimage", "image", "link", "script", "use"})
"""Elements that load what `href` names; of `a` and `area` it is a link."""
_ONLY_NAMES = frozenset({"alternate", "author", "canonical", "help", "license", "me", "next", "prev"})
"""What a `<link>` may be without loading anything."""
_JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)


def is_elsewhere(address: str) -> bool:
    """Say whether a browser would ask another host for it; it reads strokes both ways and skips blanks."""
    return _ELSEWHERE.match(_IGNORED.sub("", address).replace("\\", "/")) is not None


def loaded_by_sheet(css: str) -> Iterator[tuple[int, str]]:
    """Name what a stylesheet loads from other hosts, with the place where each address begins."""
    if not _MAY_HOLD_ONE.search(css):
        return
    within: list[str] = []
    at = 0
    while found := _CSS_TOKEN.search(css, at):
        at = found.end()
        address, start = "", found.start()
        name = named_in_sheet(found["name"] or "").lower()
        bare = _CSS_BARE.match(css, at) if found["opens"] and name in {"url", "src"} else None
        if bare is not None:
            address, start, at = bare["address"], bare.start("address"), bare.end()
        elif found["opens"] or found["sign"] == "(":
            within.append(name)
        elif name == "@import":
            within = [name]
        elif found["sign"] == ")":
            within = within[:-1] if within != ["@import"] else within
        elif found["sign"]:
            within = []
        elif found["text"] and not _CSS_LOADERS.isdisjoint(within):
            address, start = found["text"].strip("\"'"), start + 1
        address = named_in_sheet(address)
        if is_elsewhere(address):
            yield start, address


def named_in_sheet(text: str) -> str:
    """Give what a text or a name of a stylesheet says, without its escapes."""
    return _without_escapes(_CSS_ESCAPE, text)


def named_in_script(text: str) -> str:
    """Give what a text of a script says, without its escapes."""
    return _without_escapes(_JS_ESCAPE, text)


def loaded_by_element(tag: str, attributes: Iterable[tuple[str, str | None]]) -> list[str]:
    """Name what an element loads from other hosts."""
    values = {name: value for name, value in attributes if value}
    found: list[str] = []
    for name, value in values.items():
        if name in {"srcset", "imagesrcset"}:
            found += [part.split()[0] for part in re.split(r",\s+|,(?=//|https?:)", value) if part.split()]
        elif name in _LOADING or (name in {"href", "xlink:href"} and tag in _WITH_HREF):
            found.append(value)
        elif name == "style":
            found += [address for _, address in loaded_by_sheet(value)]
    kinds = values.get("rel", "").lower().split()
    if tag == "link" and kinds and _ONLY_NAMES.issuperset(kinds):
        return []
    return [address for address in found if is_elsewhere(address)]


def loaded_by_template(template: str) -> list[tuple[int, int, str]]:
    """Name what a template loads from other hosts as it is written, with line and column of each."""
    if not _MAY_HOLD_ONE.search(template):
        return []
    reader = _Loads()
    reader.feed(_JINJA.sub(_blank, template))
    reader.close()
    return [(line, column, re.sub("…+", "…", address)) for line, column, address in reader.found]


class _Loads(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[int, int, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line, column = self.getpos()
        self.found += [(line, column + 1, address) for address in loaded_by_element(tag, attrs)]

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "style":
            line, column = self.getpos()
            self.found += [(line, column + 1, address) for _, address in loaded_by_sheet(data)]


def _blank(jinja: re.Match[str]) -> str:
    """Keep the length and the lines of what Jinja fills in; a value counts as a word, the rest as blanks."""
    return re.sub(r"[^\n]", "…" if jinja[0].startswith("{{") else " ", jinja[0])


def _without_escapes(escape: re.Pattern[str], text: str) -> str:
    return escape.sub(_unescaped, text) if "\\" in text else text


def _unescaped(escape: re.Match[str]) -> str:
    groups = escape.groupdict()
    number = next((groups[name] for name in ("hex", "two", "four", "any") if groups.get(name)), None)
    if number is None:
        return groups["sign"] or ""
    code = int(number, 16)
    return chr(code) if 0 < code <= 0x10FFFF else "\ufffd"
