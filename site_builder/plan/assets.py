"""Files of `assets/` and photos of `content/`, under names that hold a digest of their bytes."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from site_builder.model.readers.written import shorten
from site_builder.names import Digest, OutPath, SourcePath, UrlPath
from site_builder.plan.asset_names import DIGITS, hashed_name
from site_builder.plan.routes import Routes
from site_builder.plan.scripts import Scripts
from site_builder.plan.stylesheet import squeezed
from site_builder.plan.tasks import CopyTask, Task, TextTask
from site_builder.problems import Problem, Span
from site_builder.source.text_bytes import decoded
from site_builder.text.other_hosts import is_elsewhere, loaded_by_sheet, named_in_sheet
from site_builder.text.slug import slug_of

STYLESHEET = "css/site.css"
_ROOT = "assets/root/"
_STYLES = "assets/css/"
_PARTS = "assets/css/parts/"
_SCRIPTS = "assets/js/"
_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif")
"""What a designer's program may have written its own notes into."""
_CSS_URL = re.compile(r"""url\(\s*["']?(?P<target>[^"')]+)["']?\s*\)""")
_JOINED = re.compile(r"""^@import url\("\./(?P<part>[\w-]+)\.css"\);""", re.M)
"""How a sheet of `css/parts/` begins with another one: in one file both weigh less than in two."""
_NOT_IN_NAMES = re.compile(r"""[\s\x00-\x1f\x7f-\x9f#?%\\"'`<>|*:]+""")


def plan_assets(
    digests: Mapping[SourcePath, Digest], read: Callable[[SourcePath], bytes], routes: Routes
) -> tuple[dict[str, UrlPath], tuple[Task, ...], tuple[Problem, ...]]:
    """Give each asset's address by its name below `assets/`, the tasks and the faults.

    All stylesheets are joined in the order of their names into one, `css/site.css`: one request,
    without comments and needless blanks. Those below `css/parts/` are for some pages and stay apart;
    a folder there is one sheet: `css/parts/home/` makes `css/parts/home.css`. One that imports another
    is published with that one's text before its own.
    Scripts are made smaller too and import each other under hashed names.
    Files below `assets/root/` keep their names and go to the root of the site.
    """
    urls: dict[str, UrlPath] = {}
    tasks: list[Task] = []
    styles: dict[SourcePath, str] = {}
    scripts: dict[SourcePath, str] = {}
    problems = [fault for path in digests if (fault := _name_fault(path)) is not None]
    for path, digest in digests.items():
        if path.startswith(_ROOT):
            tasks.append(CopyTask(OutPath(path.removeprefix(_ROOT)), path, digest))
        elif path.startswith(_STYLES) and path.endswith(".css"):
            styles[path] = _text(path, read(path), problems)
        elif path.startswith(_SCRIPTS) and path.endswith(".js"):
            scripts[path] = _text(path, read(path), problems)
        else:
            out = hashed_name(path, digest)
            urls[path.removeprefix("assets/")] = routes.asset(out)
            tasks.append(CopyTask(out, path, digest, path.lower().endswith(_PICTURES)))
    sheets = _sheets(styles)
    texts = {style: _own_text(text, sheets) for style, text in styles.items()}
    texts = {style: squeezed(_linked(style, text, urls, problems)) for style, text in texts.items()}
    for name, own in sheets.items():
        text = "\n".join(texts[style] for style in dict.fromkeys(_with_joined(name, sheets, styles, ())))
        digest = Digest(hashlib.blake2b(text.encode(), digest_size=20).hexdigest())
        out = hashed_name(SourcePath(f"assets/{name}"), digest)
        urls[name] = routes.asset(out)
        tasks.append(TextTask(out, own[0], text))
    linked = Scripts(scripts, routes)
    tasks += [linked.task(path) for path in scripts]
    urls |= linked.urls
    return urls, tuple(tasks), tuple(problems + linked.problems)


def _text(path: SourcePath, data: bytes, problems: list[Problem]) -> str:
    """Decode a stylesheet or a script as content is; one that is no UTF-8 is a fault, and empty."""
    text = decoded(path, data)
    if isinstance(text, Problem):
        problems.append(text)
        return ""
    return text


def _sheets(styles: Iterable[SourcePath]) -> dict[str, list[SourcePath]]:
    """Say which files make up each stylesheet that is published."""
    sheets: dict[str, list[SourcePath]] = {}
    for style in styles:
        part = style.removeprefix(_PARTS).partition("/")[0].removesuffix(".css")
        name = _part(part) if style.startswith(_PARTS) else STYLESHEET
        sheets.setdefault(name, []).append(style)
    return sheets


def _with_joined(
    name: str,
    sheets: Mapping[str, Sequence[SourcePath]],
    styles: Mapping[SourcePath, str],
    within: tuple[str, ...],
) -> Iterator[SourcePath]:
    """Yield the files of a sheet, before each what it imports; `within` ends what runs in a circle."""
    for style in sheets[name]:
        for found in _JOINED.finditer(styles[style]):
            other = _part(found["part"])
            if other in sheets and other not in (*within, name):
                yield from _with_joined(other, sheets, styles, (*within, name))
        yield style


def _own_text(text: str, sheets: Mapping[str, Sequence[SourcePath]]) -> str:
    """Leave out the imports of sheets that are there; any other stays and is told as a missing file."""
    return _JOINED.sub(lambda found: "" if _part(found["part"]) in sheets else found[0], text)


def _part(name: str) -> str:
    return f"css/parts/{name}.css"


def photo_stem(path: SourcePath, digest: Digest) -> OutPath:
    """Begin the names of what is published of `content/shops/intako/Bagian Depan.JPG`.

    Width and format follow. Any name becomes an address; `digest` must tell photos apart whose names
    become the same.
    """
    *folders, name = path.split("/")[1:]
    parts = [slug_of(part) or "foto" for part in (*folders, name.rpartition(".")[0])]
    return OutPath(f"assets/photos/{'/'.join(parts)}.{digest[:DIGITS]}")


def _name_fault(path: SourcePath) -> Problem | None:
    """Refuse signs that mean something else in an address, and blanks."""
    found = _NOT_IN_NAMES.search(path)
    if found is None:
        return None
    sign = found[0][0]
    mended = "/".join(_mended(part) for part in path.split("/"))
    values = {"sign": sign, "suggestion": mended}
    return Problem("asset-name", Span(path), "blank" if sign.isspace() else "", values)


def _mended(part: str) -> str:
    stem, dot, ending = part.rpartition(".")
    return f"{_plain(stem)}{dot}{_plain(ending)}" if stem else _plain(part)


def _plain(part: str) -> str:
    return "-".join(word for word in _NOT_IN_NAMES.split(part) if word.strip("-")) or "x"


def _linked(style: SourcePath, text: str, urls: Mapping[str, UrlPath], problems: list[Problem]) -> str:
    """Point `url(../img/a.svg)` of a stylesheet at the hashed file; tell what lies on another host."""
    problems += [
        Problem("other-host", _place(style, text, start), values={"target": shorten(address)})
        for start, address in loaded_by_sheet(text)
    ]

    def replace(match: re.Match[str]) -> str:
        target = match["target"]
        if target.startswith(("#", "data:image/")) or is_elsewhere(named_in_sheet(target)):
            return match[0]
        name = _join(style.removeprefix("assets/").rpartition("/")[0], target)
        if name not in urls:
            at = _place(style, text, match.start("target"))
            problems.append(Problem("asset-missing", at, values={"target": target}))
            return match[0]
        return f'url("{urls[name]}")'

    return _CSS_URL.sub(replace, text)


def _place(style: SourcePath, text: str, start: int) -> Span:
    return Span(style, text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))


def _join(folder: str, target: str) -> str:
    parts: list[str] = folder.split("/")
    for part in target.split("/"):
        if part == "..":
            parts = parts[:-1]
        elif part != ".":
            parts.append(part)
    return "/".join(parts)


def asset_paths(paths: Iterable[SourcePath]) -> list[SourcePath]:
    return [path for path in paths if path.startswith("assets/")]
