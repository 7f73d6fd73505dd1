"""What a preview lacks is said where one would look for it."""

from __future__ import annotations

from html import escape

from site_builder.preview.lacking import with_notes
from site_builder.preview.words import say

SEARCH = (
    b'<!doctype html><html lang="id"><body><h1>Cari</h1><p>Daftar</p>'
    b'<template id="search" data-style="/a.css" data-failed="Tidak ada">'
    b"<dialog></dialog></template></body></html>"
)
SHOP = (
    b'<html lang="en"><body><h1>Intako</h1><ul class="actions">'
    b'<li><a href="/toko/intako/intako.vcf" download>Save</a></li></ul><ul></ul></body></html>'
)


def test_the_search_says_that_it_is_one_of_a_preview_on_its_page_and_in_its_dialog() -> None:
    told = escape(say("preview-no-search", "id").message)
    assert with_notes(SEARCH, "id").decode() == SEARCH.decode().replace("Tidak ada", told).replace(
        "</h1>", f'</h1><p class="reported">{told}</p>'
    )


def test_a_shop_says_what_of_its_codes_is_not_made_in_the_language_of_the_editor() -> None:
    told = escape(say("preview-no-codes", "id").message)
    assert with_notes(SHOP, "id").decode() == SHOP.decode().replace(
        "</li></ul>", f'</li></ul><p class="reported" lang="id">{told}</p>'
    )
    assert b" lang" not in with_notes(SHOP, "en").partition(b"reported")[2]


def test_other_pages_stay_as_they_are() -> None:
    for page in (b"<h1>x</h1>", b"", SEARCH.replace(b'id="search"', b""), SHOP.replace(b".vcf", b".pdf")):
        assert with_notes(page, "id") == page
