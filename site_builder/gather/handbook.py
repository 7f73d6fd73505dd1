"""Converts the chapters of the handbook as editors' texts are, through the store."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from site_builder.gather.records import BodyRecord, decode_body, encode_body, encode_html, html_key
from site_builder.handbook import Chapter, ChapterPage
from site_builder.names import Digest, Lang
from site_builder.store.database import Store
from site_builder.store.keys import key_of_texts


def convert_handbook(
    chapters: Sequence[Chapter], code: Digest, store: Store
) -> dict[Lang, tuple[ChapterPage, ...]]:
    """Convert all chapters, by language; a test makes sure that they have no faults."""
    keys = [key_of_texts("handbook", code, one.lang, one.path, one.text) for one in chapters]
    known = store.get_many(keys)
    pages: defaultdict[Lang, list[ChapterPage]] = defaultdict(list)
    for key, chapter in zip(keys, chapters, strict=True):
        record = decode_body(known[key]) if key in known else None
        if record is None:
            record = _convert(chapter, key, store)
        pages[chapter.lang].append(ChapterPage(chapter, record.body))
    store.keep(html_key(page.body.digest) for of_lang in pages.values() for page in of_lang)
    return {lang: tuple(of_lang) for lang, of_lang in pages.items()}


def _convert(chapter: Chapter, key: Digest, store: Store) -> BodyRecord:
    from site_builder.text.convert import convert  # heavy, and seldom needed

    done = convert(chapter.text, chapter.path, 2, chapter.lang)
    record = BodyRecord(done.body, done.problems)
    store.put(key, encode_body(record))
    store.put(html_key(done.body.digest), encode_html(done.html))
    return record
