"""`content/site.yaml` and `content/vocabulary.yaml`, read and checked by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from site_builder.model.config import WORD_SECTIONS, SiteConfig, Vocabulary
from site_builder.model.localized import Localized
from site_builder.model.readers.contact import read_web_url
from site_builder.model.readers.paths import slug_like
from site_builder.model.readers.words import read_lang_code
from site_builder.model.scalars import ScalarFault
from site_builder.names import Lang
from site_builder.problems import Problem, has_errors
from site_builder.source.documents import Document
from site_builder.source.tree import Tree, written
from site_builder.validate.bands import band_breaches
from site_builder.validate.entries import breach_problem, writes_english
from site_builder.validate.fields import FieldReader, FieldValue
from site_builder.validate.places import items_of
from site_builder.validate.rules import Breach, slug_breaches
from site_builder.validate.shapes import RecordShape, shape_of_config, shape_of_vocabulary
from site_builder.validate.typed import to_struct

_ZONES = {"wib": "Asia/Jakarta", "wita": "Asia/Makassar", "wit": "Asia/Jayapura"}
_ZONE = re.compile(r"UTC|[A-Z][A-Za-z_]+(?:/[A-Z][A-Za-z0-9_+-]+){1,2}")


def read_config(document: Document) -> tuple[SiteConfig | None, tuple[Problem, ...]]:
    """Check `site.yaml`; the settings are given only when they have no errors."""
    languages = languages_of(document)
    shape = shape_of_config()
    reader, fields = _read_fields(document, shape, languages or (Lang("id"),))
    problems = reader.problems
    if not languages and "languages" not in fields:
        reader.refused.update({("name",), ("tagline",), ("description",), ("sections",)})
        reader.refused.update({("contact", "organisation"), ("contact", "address")})
    breaches = [
        *_breaches(fields),
        *band_breaches(fields.get("price_bands"), _items(document, "price_bands")),
    ]
    reader.refused.update(breach.at for breach in breaches if breach.code == "price-bands")
    config, faults = to_struct(SiteConfig, fields, document, reader.refused, in_english=reader.in_english)
    problems += faults
    problems += [breach_problem(document, breach) for breach in breaches]
    return (None if has_errors(problems) else config), tuple(problems)


def languages_of(document: Document) -> tuple[Lang, ...]:
    """Give the language codes of `site.yaml` that can be read, also when the file has other faults."""
    return tuple(dict.fromkeys(_language_codes(document)))


def knows_languages(document: Document) -> bool:
    """Whether every language of `site.yaml` has a code that can be read."""
    codes = _language_codes(document)
    return bool(codes) and len(codes) == len(_language_items(document))


def _language_codes(document: Document) -> list[Lang]:
    codes: list[Lang] = []
    for item in _language_items(document):
        if isinstance(item.value, dict):
            code = next((item.value[name] for name in ("code", "kode") if name in item.value), None)
            try:
                codes += [Lang(read_lang_code(written(code)))] if code is not None else []
            except ScalarFault:
                continue
    return codes


def _language_items(document: Document) -> list[Tree]:
    return _items(document, "languages")


def _items(document: Document, field: str) -> list[Tree]:
    """Give the items of a list of `site.yaml`, with their places."""
    names = shape_of_config().by_name[field].names
    tree = next((document.fields[name] for name in names if name in document.fields), None)
    return [] if tree is None else items_of(tree)


def read_vocabulary(
    document: Document, languages: Sequence[Lang]
) -> tuple[Vocabulary | None, tuple[Problem, ...]]:
    """Check `vocabulary.yaml`; it is given only when it has no errors."""
    shape = shape_of_vocabulary()
    reader, fields = _read_fields(document, shape, languages)
    vocabulary, faults = to_struct(Vocabulary, fields, document, reader.refused, in_english=reader.in_english)
    problems = (*reader.problems, *faults)
    return (None if has_errors(problems) else vocabulary), problems


def known_words(document: Document, default: Lang) -> tuple[Vocabulary, frozenset[str]]:
    """Give the words of a vocabulary that has faults, and the sections that could not be told."""
    sections: dict[str, dict[str, Localized]] = {}
    for field in shape_of_vocabulary().fields:
        if field.name not in WORD_SECTIONS:
            continue
        tree = next((document.fields[name] for name in field.names if name in document.fields), None)
        if tree is not None and isinstance(tree.value, dict):
            words = [slug_like(term) or term for term in tree.value]
            sections[field.name] = {word: Localized({default: word}) for word in words}
    known = Vocabulary(**sections)  # type: ignore[arg-type]  # sections of words only
    return known, frozenset(WORD_SECTIONS) - sections.keys()


def _read_fields(
    document: Document, shape: RecordShape, languages: Sequence[Lang]
) -> tuple[FieldReader, dict[str, FieldValue]]:
    in_english = writes_english(shape, document)
    reader = FieldReader(document.path, languages, in_english=in_english, exempt=frozenset())
    fields = reader.record(shape, document.tree, (), (), "")
    assert fields is not None
    return reader, fields


def _breaches(fields: Mapping[str, FieldValue]) -> Iterator[Breach]:
    yield from _sections(fields.get("sections"))
    zone = fields.get("timezone")
    if isinstance(zone, str) and not _is_zone(zone.strip()):
        meant = _ZONES.get(zone.strip().lower(), "Asia/Jakarta")
        yield Breach(
            ("timezone",), "timezone-unknown", "field", (("value", zone[:40]), ("suggestion", meant))
        )
    yield from _languages(fields.get("languages"))
    size, url = fields.get("page_size"), fields.get("base_url")
    if isinstance(size, str) and size.strip() == "0":
        yield Breach(("page_size",), "field-type", "page-size", (("value", "0"),))
    if isinstance(url, str) and ("?" in url or "#" in url) and _is_web_url(url):
        bare = re.split("[?#]", url.strip(), maxsplit=1)[0]
        values = (("value", url[:40]), ("suggestion", bare))
        yield Breach(("base_url",), "base-url-query", "", values)


def _is_web_url(url: str) -> bool:
    """Whether the address is right but for what this site can't have in it."""
    try:
        read_web_url(url)
    except ScalarFault:
        return False
    return True


def _languages(languages: FieldValue) -> Iterator[Breach]:
    seen: set[str] = set()
    for place, language in enumerate(languages if isinstance(languages, list) else ()):
        code = language.get("code") if isinstance(language, dict) else None
        if isinstance(code, str) and code.strip() in seen:
            yield Breach(("languages", place, "code"), "language-twice", "", (("value", code.strip()),))
        elif isinstance(code, str):
            seen.add(code.strip())
    for place, language in enumerate(languages if isinstance(languages, list) else ()):
        yield from _fallbacks(place, language, seen)


def _fallbacks(place: int, language: FieldValue, known: AbstractSet[str]) -> Iterator[Breach]:
    """Check that the languages that stand in for one are other languages of the site."""
    own, chain = (
        (language.get("code"), language.get("fallback")) if isinstance(language, dict) else (None, None)
    )
    others = sorted(known - {own.strip()} if isinstance(own, str) else known)
    for step, code in enumerate(chain if isinstance(chain, list) else ()):
        if isinstance(code, str) and code.strip() not in others and _is_lang_code(code):
            values = (("language", code.strip()), ("known", ", ".join(others)))
            yield Breach(("languages", place, "fallback", step), "language-unknown", "fallback", values)


def _is_lang_code(text: str) -> bool:
    try:
        read_lang_code(text)
    except ScalarFault:
        return False
    return True


def _sections(sections: FieldValue) -> Iterator[Breach]:
    """Check that each part of an address is a slug and belongs to one section only."""
    taken: dict[tuple[Lang, str], str] = {}
    for name, slugs in sections.items() if isinstance(sections, dict) else ():
        yield from slug_breaches(("sections", name), slugs)
        for lang, slug in slugs.texts.items() if isinstance(slugs, Localized) else ():
            other = taken.setdefault((lang, slug), name)
            if other != name:
                yield Breach(
                    ("sections", name, lang), "section-twice", "", (("value", slug), ("other", other))
                )


def _is_zone(name: str) -> bool:
    """Ask the time zone database, which belongs to Python, not to the site."""
    from site_builder.zones import zone_of  # loads only where settings are read anew

    if not _ZONE.fullmatch(name):
        return False
    try:
        zone_of(name)
    except (KeyError, ValueError):
        return False
    return True
