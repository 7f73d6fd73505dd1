"""What pages may weigh, by the kind of page: `budgets:` in `content/site.yaml`."""

from __future__ import annotations

from typing import Annotated

from msgspec import Struct

from site_builder.model.fields import Named
from site_builder.model.scalars import ByteCount


class Budget(Struct, frozen=True):
    """The most that a page may weigh, compressed as hosts send it; what is not said is not bounded."""

    html: Annotated[ByteCount | None, Named("html")] = None
    css: Annotated[ByteCount | None, Named("css")] = None
    """Of the sheets that the screen waits for."""
    html_and_css: Annotated[ByteCount | None, Named("html_dan_css")] = None
    javascript: Annotated[ByteCount | None, Named("javascript", ("js",))] = None
    images: Annotated[ByteCount | None, Named("gambar")] = None
    """Of the pictures that a phone fetches at once, not those that wait until they are near."""
    total: Annotated[ByteCount | None, Named("jumlah")] = None


FOR_PAPER = frozenset({"counter_card", "line_sheet", "printed_directory", "sticker_sheet"})
"""Kinds of pages that are as long as what is to be printed; `default` does not bound them."""
_NAMED_OTHERWISE = {"404": "not_found"}
"""Kinds whose template has a name that no field may have."""


class Budgets(Struct, frozen=True):
    """Each kind of page is named after its template; what it does not bound `default` may."""

    default: Annotated[Budget | None, Named("semua")] = None
    home: Annotated[Budget | None, Named("beranda")] = None
    page: Annotated[Budget | None, Named("halaman")] = None
    product_list: Annotated[Budget | None, Named("daftar_produk")] = None
    product_page: Annotated[Budget | None, Named("halaman_produk")] = None
    shop_list: Annotated[Budget | None, Named("daftar_toko")] = None
    shop_page: Annotated[Budget | None, Named("halaman_toko")] = None
    entry_list: Annotated[Budget | None, Named("daftar_lain")] = None
    visit: Annotated[Budget | None, Named("kunjungi")] = None
    visit_page: Annotated[Budget | None, Named("halaman_rute")] = None
    place_page: Annotated[Budget | None, Named("halaman_tempat")] = None
    event_page: Annotated[Budget | None, Named("halaman_acara")] = None
    story_page: Annotated[Budget | None, Named("halaman_cerita")] = None
    market_page: Annotated[Budget | None, Named("halaman_pasar")] = None
    exports: Annotated[Budget | None, Named("ekspor")] = None
    figures: Annotated[Budget | None, Named("angka")] = None
    map: Annotated[Budget | None, Named("peta")] = None
    buyers_list: Annotated[Budget | None, Named("daftar_pesanan")] = None
    search: Annotated[Budget | None, Named("pencarian")] = None
    not_found: Annotated[Budget | None, Named("tidak_ditemukan")] = None
    offline: Annotated[Budget | None, Named("luring")] = None
    handbook: Annotated[Budget | None, Named("panduan")] = None


def bound_of(budgets: Budgets, kind: str, measure: str) -> tuple[str, int] | None:
    """Give what bounds a measure of a kind of page: the kind whose budget says it, and the bytes."""
    if kind in FOR_PAPER:
        return None
    for name in (_NAMED_OTHERWISE.get(kind, kind), "default"):
        budget: Budget | None = getattr(budgets, name, None)
        most: int | None = None if budget is None else getattr(budget, measure)
        if most is not None:
            return name, most
    return None
