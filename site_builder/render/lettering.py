"""Sets texts as outlines: which signs, where they break, how wide they are, from fonts that come in packages.

No font of the machine is ever asked, so that a picture is the same everywhere. A sign that no face has is
never drawn as a box: the text that holds it cannot be set.
"""

from __future__ import annotations

import importlib.resources
import importlib.util
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Any, Literal

from msgspec import Struct, field

from site_builder.names import Lang

Weight = Literal["strong", "plain"]

_LATIN = ("fontpkg_source_serif_4", "files/SourceSerif4[opsz,wght].ttf", 0)
_WIDE_FILE = ("manimgx_fonts_cjk", "NotoSansCJK-VF.otf.ttc")
_WIDE_FACES = {"ja": 0, "ko": 1, "zh": 2, "zh-Hant": 3, "zh-TW": 3, "zh-HK": 4}
"""Which face of that file: the same sign looks another way in each."""
_VARIATIONS: dict[Weight, dict[str, float]] = {
    "strong": {"wght": 640, "opsz": 60},
    "plain": {"wght": 430, "opsz": 20},
}
_FIRST_WIDE = 0x2E80
_NEVER_FIRST = frozenset(
    " 、。，．・：；！？）」』】〉》〕ー〜…’”々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ,.!?)]}%"
)
_ENDS_PHRASE = frozenset("はがをにでとのへもやらてたなる")
_NEVER_LAST = frozenset("（「『【〈《〔‘“([{")
_ORNAMENTS = frozenset({"So", "Sk", "Cf", "Mn"})
"""Emoji and what joins them: left out where no face has them, for no word is lost."""
ELLIPSIS = "…"
LEADING = 1.14
"""From one base line to the next, in sizes."""


class Unwritable(Exception):
    """No face at hand has this sign."""


class Line(Struct, frozen=True):
    """A line of text in outlines, in pixels; its path stands on the base line and begins at 0."""

    text: str
    width: float
    glyphs: tuple[tuple[float, float, float, str], ...]
    """Of each sign: where it stands (x, y), by how much its outline is scaled, and the outline."""


class Block(Struct, frozen=True):
    """A text broken into lines that all fit."""

    size: float
    lines: tuple[Line, ...]


def can_write(lang: Lang) -> bool:
    """Whether the fonts for a language are installed."""
    needed = [_LATIN[0], "uharfbuzz"] + ([_WIDE_FILE[0]] if _base(lang) in {"ja", "ko", "zh"} else [])
    return all(importlib.util.find_spec(name) is not None for name in needed)


def fit(text: str, lang: Lang, weight: Weight, width: float, sizes: Sequence[float], height: float) -> Block:
    """Set a text in the largest of `sizes` at which its lines of `width` are `height` high at most.

    What fits at none of them is cut after its last whole piece and ends in an ellipsis.
    Raises `Unwritable`.
    """
    for size in sizes:
        if size > sizes[-1] and 0 < height < size * LEADING:
            continue
        if size > sizes[-1] and _widest(text, lang, weight, size) > width:
            continue  # rather smaller than a word in two
        lines = _broken(text, lang, weight, width, size)
        if len(lines) <= _lines_in(height, size):
            return Block(size, _balanced(text, lang, weight, width, size, len(lines)))
    size = sizes[-1]
    kept = [line.text for line in _broken(text, lang, weight, width, size)[: _lines_in(height, size)]]
    while kept[-1] and set_line(kept[-1] + ELLIPSIS, lang, weight, size).width > width:
        kept[-1] = "".join(_pieces(kept[-1], lang)[:-1]).rstrip() or kept[-1][:-1]
    kept[-1] = kept[-1].rstrip() + ELLIPSIS
    return Block(size, tuple(set_line(line, lang, weight, size) for line in kept))


def _lines_in(height: float, size: float) -> int:
    return max(1, int(height / (size * LEADING)))


def set_line(text: str, lang: Lang, weight: Weight, size: float) -> Line:
    """Set a text in one line, each run in the first face that has its signs. Raises `Unwritable`."""
    x = 0.0
    glyphs: list[tuple[float, float, float, str]] = []
    for face, run in _runs(text, lang, weight):
        scale = size / face.upem
        for advance, dx, dy, outline in face.shaped(run):
            if outline:
                glyphs.append((round(x + dx * scale, 2), round(-dy * scale, 2), round(scale, 5), outline))
            x += advance * scale
    return Line(text, round(x, 2), tuple(glyphs))


# --- lines ---------------------------------------------------------------------------------------


def _broken(text: str, lang: Lang, weight: Weight, width: float, size: float) -> list[Line]:
    lines: list[Line] = []
    current = ""
    for piece in _pieces(text, lang):
        line = set_line((current + piece).rstrip(), lang, weight, size)
        if current and line.width > width:
            lines.append(set_line(current.rstrip(), lang, weight, size))
            current = piece
        else:
            current += piece
        while len(current) > 1 and set_line(current.rstrip(), lang, weight, size).width > width:
            count = _that_fit(current, lang, weight, width, size)
            lines.append(set_line(current[:count], lang, weight, size))
            current = current[count:]
    if current.strip():
        lines.append(set_line(current.rstrip(), lang, weight, size))
    return lines


def _widest(text: str, lang: Lang, weight: Weight, size: float) -> float:
    """Measure the widest piece that no line may break."""
    return max(
        (set_line(piece.rstrip(), lang, weight, size).width for piece in _pieces(text, lang)),
        default=0,
    )


def _that_fit(word: str, lang: Lang, weight: Weight, width: float, size: float) -> int:
    """Count the signs of a word longer than a line that fit in it."""
    count = 1
    while count < len(word) and set_line(word[: count + 1], lang, weight, size).width <= width:
        count += 1
    return count


def _balanced(
    text: str, lang: Lang, weight: Weight, width: float, size: float, count: int
) -> tuple[Line, ...]:
    """Break into as many lines in the narrowest width that allows it: no single word in the last line."""
    best = _broken(text, lang, weight, width, size)
    if count > 1:
        least = _widest(text, lang, weight, size)
        for part in (0.6, 0.7, 0.8, 0.9):
            if width * part < least:
                continue
            lines = _broken(text, lang, weight, width * part, size)
            if len(lines) == count:
                return tuple(lines)
    return tuple(best)


def _pieces(text: str, lang: Lang) -> list[str]:
    """Part a text where a line may end: after a blank and between wide signs; never within a word."""
    pieces: list[str] = []
    for sign in text:
        last = pieces[-1][-1] if pieces else " "
        is_wide = (ord(sign) >= _FIRST_WIDE or ord(last) >= _FIRST_WIDE) and not _is_within(last, sign, lang)
        if (last == " " or (is_wide and last not in _NEVER_LAST)) and sign not in _NEVER_FIRST:
            pieces.append(sign)
        elif pieces:
            pieces[-1] += sign
        else:
            pieces.append(sign)
    return pieces


def _is_within(last: str, sign: str, lang: Lang) -> bool:
    """Whether two signs belong to a word, as far as their scripts tell.

    In Japanese a phrase begins in kanji or katakana and ends in one of few hiragana, most of them particles.
    """
    if _is_katakana(last) and _is_katakana(sign):
        return True
    if last.isdecimal() and _is_kanji(sign):
        return True  # a number and what it counts
    if _base(lang) != "ja":
        return False
    if _is_hiragana(last):
        return _is_hiragana(sign) or last not in _ENDS_PHRASE
    is_begun = _is_kanji(last) or _is_katakana(last)
    return is_begun and (_is_hiragana(sign) or (_is_kanji(last) and _is_kanji(sign)))


def _is_katakana(sign: str) -> bool:
    """Whether a sign writes a word from elsewhere, which reads badly when it is broken."""
    return "\u30a0" <= sign <= "\u30ff" and sign != "・"


def _is_hiragana(sign: str) -> bool:
    return "\u3040" <= sign <= "\u309f"


def _is_kanji(sign: str) -> bool:
    return "\u4e00" <= sign <= "\u9fff" or sign == "々"


# --- faces ---------------------------------------------------------------------------------------


class _Pen(Struct):
    """Writes an outline as the path of an SVG, in the units of its font, upside down as fonts count."""

    path: list[str] = field(default_factory=list)

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802  what HarfBuzz calls
        self._add("M", point)

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self._add("L", point)

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._add("C", *points)

    def qCurveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._add("Q", *points)

    def closePath(self) -> None:  # noqa: N802
        self.path.append("Z")

    def _add(self, sign: str, *points: tuple[float, float]) -> None:
        self.path.append(sign + " ".join(f"{round(x)} {round(-y)}" for x, y in points))


class _Face:
    """A font in one weight; what it drew once it remembers."""

    def __init__(self, package: str, file: str, index: int, weight: Weight, lang: Lang) -> None:
        import uharfbuzz  # 0.2 s, only where a picture is drawn

        self._harfbuzz: Any = uharfbuzz
        if importlib.util.find_spec(package) is None:
            raise Unwritable(package)
        face = uharfbuzz.Face(_font_file(package, file), index)
        self.upem = face.upem
        self._lang = lang
        self._font = uharfbuzz.Font(face)
        self._font.set_variations(_VARIATIONS[weight])
        self._outlines: dict[int, str] = {}

    def has(self, sign: str) -> bool:
        return bool(self._font.get_nominal_glyph(ord(sign)))

    def shaped(self, text: str) -> list[tuple[int, int, int, str]]:
        """Give, for each glyph, how far it leads on, by how much it is moved, and its outline."""
        buffer = self._harfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.language = self._lang
        self._harfbuzz.shape(self._font, buffer)
        return [
            (at.x_advance, at.x_offset, at.y_offset, self._outline(glyph.codepoint))
            for glyph, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        ]

    def _outline(self, glyph: int) -> str:
        if glyph not in self._outlines:
            pen = _Pen()
            self._font.draw_glyph_with_pen(glyph, pen)
            self._outlines[glyph] = "".join(pen.path)
        return self._outlines[glyph]


@cache
def _font_file(package: str, file: str) -> Any:
    """Read a font once for all weights; on Windows HarfBuzz opens none below a folder named `Zoë`."""
    import uharfbuzz

    return uharfbuzz.Blob((importlib.resources.files(package) / file).read_bytes())


@cache
def _faces(lang: Lang, weight: Weight) -> tuple[_Face, ...]:
    """Give the faces of a language, the first for all that it has."""
    faces = [_Face(*_LATIN, weight, lang)]
    if importlib.util.find_spec(_WIDE_FILE[0]) is not None:
        index = _WIDE_FACES.get(lang, _WIDE_FACES.get(_base(lang), 0))
        faces.append(_Face(*_WIDE_FILE, index, weight, lang))
    return tuple(faces)


def _runs(text: str, lang: Lang, weight: Weight) -> list[tuple[_Face, str]]:
    faces = _faces(lang, weight)
    runs: list[tuple[_Face, str]] = []
    is_wide = _base(lang) in _WIDE_FACES
    if is_wide and any(ord(sign) >= _FIRST_WIDE for sign in text):
        faces = faces[::-1]  # figures and Latin words among wide signs: one hand wrote them all
    own_marks = _faces(lang, weight)[::-1] if is_wide else faces
    for sign in text:
        choice = own_marks if "\u2010" <= sign <= "\u2027" else faces
        face = next((face for face in choice if face.has(sign)), None)
        if face is None and unicodedata.category(sign) in _ORNAMENTS:
            continue
        if face is None:
            raise Unwritable(sign)
        if runs and runs[-1][0] is face:
            runs[-1] = (face, runs[-1][1] + sign)
        else:
            runs.append((face, sign))
    return runs


def _base(lang: Lang) -> str:
    return lang.partition("-")[0]
