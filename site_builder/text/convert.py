"""Markdown → `Body`: the text of an entry as safe HTML with holes, and all that is wrong with it."""

from __future__ import annotations

import hashlib

from msgspec import Struct

from site_builder.model.body import Body, Reference
from site_builder.names import Digest, Lang, SourcePath
from site_builder.problems import Problem, in_order
from site_builder.text.blocks import TooDeep
from site_builder.text.conversion import Conversion
from site_builder.text.cost import LARGEST, deep_line
from site_builder.text.engine import Engine, engine
from site_builder.text.marks import Source
from site_builder.text.near_misses import tell_near_misses
from site_builder.text.sanitize import sanitized


class Converted(Struct, frozen=True):
    """A text converted as far as it went; with errors among `problems` it must not be published."""

    body: Body
    html: tuple[str, ...]
    """The pieces around the references: always one more than `body.references`."""
    problems: tuple[Problem, ...]


def convert(
    markdown: str, path: SourcePath, first_line: int, lang: Lang, parser: Engine | None = None
) -> Converted:
    """Convert the text that begins on line `first_line` of `path` and is written in `lang`.

    Whatever stands in the text, the HTML holds no script, no handler, no style, nothing from another host
    and no address but http, https, mailto and tel. Runs in this process for as long as it takes: texts of
    unknown origin go through `bounded.convert_bounded`.
    """
    conversion = Conversion(Source(markdown[: LARGEST + 1], path, first_line), lang)
    html = ""
    if not _is_refused(conversion):
        html = _html_of(conversion, parser or engine())
        tell_near_misses(conversion)
    pieces, references = _split(sanitized(html), conversion)
    headings = tuple(conversion.headings)
    body = Body(_digest(lang, pieces, references, conversion), lang, references, headings, conversion.excerpt)
    return Converted(body, pieces, in_order(conversion.problems))


def _is_refused(conversion: Conversion) -> bool:
    source = conversion.source
    # No character takes more than four bytes.
    if len(source.text) > LARGEST // 4 and len(source.text.encode(errors="replace")) > LARGEST:
        conversion.report("text-size", source.at_line(0), limit=f"{LARGEST // 1024}")
        return True
    if (deep := deep_line(source.text)) is not None:
        conversion.report("text-nesting", source.at_line(deep))
        return True
    return False


def _html_of(conversion: Conversion, parser: Engine) -> str:
    try:
        return parser.html_of(conversion)
    except TooDeep as found:
        conversion.report("text-nesting", conversion.source.at_line(found.line))
    except RecursionError:
        conversion.report("text-nesting", conversion.source.at_line(0))
    conversion.headings.clear()
    return ""


def _split(html: str, conversion: Conversion) -> tuple[tuple[str, ...], tuple[Reference, ...]]:
    """Cut `html` at the tokens that are left in it; a reference whose token is gone is gone too."""
    if not conversion.references:
        return (html,), ()
    first, *others = html.split(conversion.token_start)
    pieces, references = [first], []
    for other in others:
        index, _, piece = other.partition("e")
        references.append(conversion.references[int(index)])
        pieces.append(piece)
    return tuple(pieces), tuple(references)


def _digest(
    lang: Lang, pieces: tuple[str, ...], references: tuple[Reference, ...], conversion: Conversion
) -> Digest:
    """Name what the text puts into a page. Places in the source are no part of it: no page shows them."""
    facts = [
        lang,
        pieces,
        [(r.form, r.kind and r.kind.value, r.target, r.text, r.fragment) for r in references],
        [(h.level, h.id, h.text) for h in conversion.headings],
        conversion.excerpt,
    ]
    return Digest(hashlib.blake2b(repr(facts).encode(errors="surrogatepass"), digest_size=20).hexdigest())
