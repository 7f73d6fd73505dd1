"""What Pagefind reads: one small page for each record, with nothing in it but what is to be found."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import chain, zip_longest

from site_builder.names import Lang
from site_builder.plan.views.search import SearchRecord
from site_builder.text.plain import plain_text
from site_builder.text.segments import in_words

_TITLE, _WORDS, _SUMMARY = 8, 4, 2
"""How much more a word counts there than in the text."""


def small_page(lang: Lang, record: SearchRecord, html: Sequence[str]) -> str:
    """Write the page of a record; `html` is its text with holes, which `record.fills` goes into."""
    card = record.card
    words = ". ".join(record.words)
    summary = "" if card.summary is None else card.summary.text
    text = plain_text(
        "".join(chain.from_iterable(zip_longest(html, map(escape, record.fills), fillvalue="")))
    )
    parts = [
        _part(card.name.text, _TITLE),
        _part(words, _WORDS),
        _part(summary, _SUMMARY),
        f"<p>{_words(text)}</p>",
        *(
            f'<p data-pagefind-filter="{name}[data-v]" data-v="{escape(word)}"></p>'
            for name, word in record.filters
        ),
    ]
    return (
        f'<!doctype html><html lang="{escape(lang)}"><meta charset="utf-8"><title></title>'
        f"<body data-pagefind-body>{''.join(parts)}</body></html>"
    )


def _part(text: str, weight: int) -> str:
    return f'<p data-pagefind-weight="{weight}">{_words(text)}</p>' if text else ""


def _words(text: str) -> str:
    return escape(in_words(text))
