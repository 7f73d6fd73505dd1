"""Texts that say nothing: `…` copied from a hint, and words for a photo that tell nothing of it. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.model.catalog import AnyEntry
from site_builder.model.readers.written import shorten
from site_builder.names import SourcePath
from site_builder.problems import Problem, Span
from site_builder.source.documents import Document
from site_builder.source.tree import Tree

_DOTS = re.compile(r"[\s\"'“”]*+(?:…|\.\.)[\s….\"'“”]*+")
_MAY_BE_DOTS = re.compile(r"(?:…|\.\.)[\"'”.… ]{0,40}+(?:$|[,}\]#])", re.MULTILINE)
_ALT_NAMES = frozenset({"alt", "teks_alt"})
_IMAGE = re.compile(r"!\[([^\]\n]*)\]\([^)\s]")
_ONLY_PHOTO = re.compile(
    r"(?:foto(?:nya)?|gambar(?:nya)?|photos?|images?|pictures?|img|pic|写真|画像|照片|图片)[\W_]*\d*",
    re.IGNORECASE,
)
_SIDE = r"(?:tampak[ _-]?)?(?:depan|belakang|samping|atas|bawah|dalam|luar|kiri|kanan)(?:nya)?"
_GENERIC = re.compile(
    rf"(?:(?:foto|gambar)\s+)?{_SIDE}|(?:foto|gambar)\s+[^\W\d_]{{1,5}}|[a-z0-9]"
    r"|keterangan(?:[ _-](?:foto|gambar))?(?:nya)?|isi(?:nya)?|alt(?:[ _-]?te?xt)?|te(?:ks|xt)(?:[ _-]?alt)?"
    r"|(?:front|back|side|top|bottom|left|right)(?:\s+(?:view|photo))?|(?:photo\s+)?(?:description|caption)"
    r"|apa yang terlihat (?:di|pada|dalam) (?:foto|gambar)(?:nya| ini| itu)?"
    r"|what (?:can|is to) be seen (?:on|in) (?:the|this|that) (?:photo|picture)",
    re.IGNORECASE,
)
"""A name of the field, a side or a short word for the thing: nobody sees by it which of many it is."""
_FILE = re.compile(
    r"(?:\S+|[^.]+)\.(?:jpe?g|jfif|png|webp|gif|heic|heif|avif|tiff?|bmp)"
    r"|(?:img|dsc[nf]?|pxl|mvimg|screenshot|whatsapp image)[-_ ]?\d[\w.-]*(?: at [\d. ]+)?"
    r"|(?:img|dsc[nf]?)[-_]\w+",
    re.IGNORECASE,
)
"""A photo's file, and how telephones and cameras name theirs."""
_LONGEST_NAME = 255
"""Signs of a file's name."""
_EXAMPLES = frozenset(
    {
        "apa yang terlihat",
        "what can be seen",
        "tas kulit cokelat di atas meja",
        "a brown leather bag on a table",
    }
)
"""Hints offered them to be replaced."""


def is_only_dots(text: str) -> bool:
    """Whether a text is the `…` that hints have where something is to be filled in."""
    return _DOTS.fullmatch(text) is not None


def may_hold_dots(text: str) -> bool:
    """Whether it is worth looking for such values in a file."""
    return _MAY_BE_DOTS.search(text) is not None


def tells_nothing(alt: str) -> bool:
    """Whether words for those who can't see a photo say nothing that is on it."""
    words = alt.strip()
    return (
        not any(map(str.isalnum, words))
        or _ONLY_PHOTO.fullmatch(words) is not None
        or (len(words) <= _LONGEST_NAME and _FILE.fullmatch(words) is not None)
        or _GENERIC.fullmatch(words.rstrip(".!…: ")) is not None
        or words.casefold().rstrip(". ") in _EXAMPLES
    )


def has_idle_alt(entry: AnyEntry) -> bool:
    """Whether a photo of an entry's fields is told so in any language."""
    return any(tells_nothing(text) for photo in entry.meta.photos for text in photo.alt.texts.values())


def idle_alts(document: Document) -> Iterator[Problem]:
    """Tell each in the fields of a document; that dots are no text is told elsewhere."""
    yield from _in_tree(document.path, document.tree, is_alt=False)


def idle_images(path: SourcePath, text: str) -> Iterator[Problem]:
    """Tell each in Markdown; that one has no words at all is a warning of every check."""
    for number, line in enumerate(text.split("\n"), 1) if "![" in text else ():
        for found in _IMAGE.finditer(line):
            if found[1].strip() and tells_nothing(found[1]):
                yield _problem(Span(path, number, found.start(1) + 1), found[1])


def _in_tree(path: SourcePath, tree: Tree, *, is_alt: bool) -> Iterator[Problem]:
    if isinstance(tree.value, dict):
        for name, item in tree.value.items():
            yield from _in_tree(path, item, is_alt=is_alt or name in _ALT_NAMES)
    elif isinstance(tree.value, list):
        for item in tree.value:
            yield from _in_tree(path, item, is_alt=is_alt)
    elif is_alt and tree.value.strip() and tells_nothing(tree.value) and not is_only_dots(tree.value):
        yield _problem(Span(path, tree.line, tree.column), tree.value)


def _problem(at: Span, alt: str) -> Problem:
    return Problem("release-placeholder", at, "alt", {"value": shorten(alt)})
