"""What stays text and hardly was meant to: Markdown but for one space, names of photos, numbers of nobody."""

from __future__ import annotations

import re

from site_builder.problems import Span
from site_builder.text.conversion import Conversion
from site_builder.text.joined_lines import tell_joined_lines
from site_builder.text.phone_numbers import phone_numbers
from site_builder.text.slug import slug_of

_HEADING = re.compile(r"(?m)^ {0,3}(#{1,6})([^\s#\d][^\n]*)")
_LINK = re.compile(
    r"(?<!!)\[(?P<text>[^\[\]\n]{1,200})\] +\((?P<href>(?:https?://|mailto:|tel:|/|\.\./)[^\s()]*)\)"
)
_PHOTO = re.compile(
    r"!\[(?P<alt>[^\[\]\n]{0,200})\] +\((?P<file>[^\s()]+\.(?:jpe?g|png|webp|avif))\)", re.IGNORECASE
)
_BRACKETED = re.compile(
    r"(?<!\[)!?\[(?P<file>[^\[\]\n/\\]{1,100}\.(?:jpe?g|png|webp|avif|heic))\](?![(\[:\]]| \()",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"(?:\A|\n[ \t]*\n) {0,3}(?P<written>\(?(?P<file>[^\s()\[\]<>\"'`|:]{1,100}"
    r"\.(?:jpe?g|png|webp|avif|heic))\)?)(?=[ \t]*(?:\n[ \t]*\n|\s*\Z))",
    re.IGNORECASE,
)
"""The name of a photo that is all of a paragraph; a web address is not one."""
_CODE = re.compile(
    r"(?ms)^ {0,3}(?P<fence>```+|~~~+)[^\n]*\n.*?(?:^ {0,3}(?P=fence)[ \t]*$|\Z)|(?P<tick>`+)[^\n]+?(?P=tick)"
    r"|^(?: {4}|\t)[^\n]*$"
)


def tell_near_misses(conversion: Conversion) -> None:
    """Warn of `##Judul`, `[teks] (https://…)`, `[foto.jpg]` and `1) …` outside of code, with what was meant.

    Telephone numbers are told too; whose they are, and which are nobody's, only the whole site knows.
    """
    text = _without_code(conversion.source.text)
    for offset, written, dialled in phone_numbers(text):
        conversion.warn("number-strange", conversion.source.at_offset(offset), value=written, dialled=dialled)
    for found in _ALONE.finditer(text):
        at = conversion.source.at_offset(found.start("written"))
        _warn_of_photo(conversion, at, found["written"], re.split(r"[/\\]", found["file"])[-1])
    tell_joined_lines(conversion, text)
    if "[" not in text and "#" not in text:
        return
    for found in _BRACKETED.finditer(text):
        if f"[{found['file']}]:" not in text:
            at = conversion.source.at_offset(found.start())
            _warn_of_photo(conversion, at, found.group(), found["file"])
    for found in _HEADING.finditer(text):
        at = conversion.source.at_offset(found.start(1))
        signs, words = found.group(1), found.group(2).rstrip()
        if len(signs) > 1 or words[0].isupper():  # `#tanggulangin` is a tag
            conversion.warn("heading-space", at, written=signs + words, suggestion=f"{signs} {words}"[:80])
    for found in _PHOTO.finditer(text):
        at = conversion.source.at_offset(found.start())
        meant = f"![{found['alt']}]({found['file']})"
        conversion.warn("link-form", at, "photo-space", href=found["file"], suggestion=meant[:160])
    for found in _LINK.finditer(text):
        at = conversion.source.at_offset(found.start())
        meant = f"[{found['text']}]({found['href']})"
        conversion.warn("link-form", at, "space", href=found["href"], suggestion=meant[:160])


def _warn_of_photo(conversion: Conversion, at: Span, written: str, file: str) -> None:
    suggestion = f"{conversion.source.own_folder}/{_as_a_file(file)}"
    conversion.warn("photo-bracket", at, written=written, suggestion=suggestion)


def _without_code(text: str) -> str:
    """Blank out what is shown as it is written; places stay."""
    if "`" in text or "~~~" in text or "    " in text or "\t" in text:
        return _CODE.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), text)
    return text


def _as_a_file(written: str) -> str:
    """Give the name that a photo's file can have: `IMG 12.JPG` is `img-12.jpg`."""
    stem, _, ending = written.rpartition(".")
    return f"{slug_of(stem) or 'foto'}.{ending.lower()}"
