"""What a preview lacks that the published site has, said in the page where the reader would look for it.

To make a search index takes seconds, and codes hold the address of the site to come; previews have neither.
"""

from __future__ import annotations

import re
from html import escape

from site_builder.preview.words import say

_SEARCH = re.compile(rb"""<template\s[^>]*?\bid="search"[^>]*?\bdata-failed="([^"]*)\"""")
_LANG = re.compile(rb"""<html\s[^>]*?\blang="([^"]*)\"""")
_CONTACT_CARD = re.compile(rb"""href="[^"]*\.vcf".*?</ul>""", re.DOTALL)
_HEADING_ENDS = b"</h1>"


def with_notes(page: bytes, language: str) -> bytes:
    """Add to a page what it lacks: to the search page that nothing can be searched, to a shop's its codes."""
    search = _SEARCH.search(page)
    if search is not None:
        sentence = say("preview-no-search", language).message
        page = page[: search.start(1)] + escape(sentence).encode() + page[search.end(1) :]
        return _noted(page, page.find(_HEADING_ENDS), len(_HEADING_ENDS), sentence, language)
    card = _CONTACT_CARD.search(page)
    if card is not None:
        return _noted(page, card.end(), 0, say("preview-no-codes", language).message, language)
    return page


def _noted(page: bytes, at: int, behind: int, sentence: str, language: str) -> bytes:
    if at < 0:
        return page
    found = _LANG.search(page)
    is_same = found is not None and found[1] == language.encode()
    lang = "" if is_same else f' lang="{language}"'
    note = f'<p class="reported"{lang}>{escape(sentence)}</p>'.encode()
    return page[: at + behind] + note + page[at + behind :]
