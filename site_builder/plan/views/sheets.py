"""What the templates of pages made for paper see."""

from __future__ import annotations

from msgspec import Struct

from site_builder.model.entries import Product
from site_builder.model.localized import Shown
from site_builder.names import EntryId, UrlPath
from site_builder.plan.views.cards import ProductCard, ShopCard
from site_builder.plan.views.chrome import Head, Link


class DirectoryRow(Struct, frozen=True):
    """A shop in the printed directory."""

    card: ShopCard
    whatsapp: str | None
    phone: str | None


class VillageView(Struct, frozen=True):
    name: str
    """Empty for the shops of which no village is known."""
    shops: tuple[DirectoryRow, ...]


class TradeRow(Struct, frozen=True):
    """A product as a buyer compares it with others on paper."""

    card: ProductCard
    facts: Product[Shown]
    maker: Shown | None
    contacts: tuple[str, ...]
    """Of its maker."""


class StickerSheetView(Struct, frozen=True):
    """`sticker_sheet.html`: what a shop prints for its goods."""

    head: Head
    name: Shown
    shop_url: UrlPath
    target: str
    """Where the code leads: the shop's page, by its whole address."""


class CounterCardView(StickerSheetView, frozen=True):
    """`counter_card.html`: what a shop prints for its counter."""

    id: EntryId
    shop_kind: str
    address: str
    whatsapp: str | None
    phone: str | None


class PrintedDirectoryView(Struct, frozen=True):
    """`printed_directory.html`: all shops on paper, village by village."""

    head: Head
    heading: Shown
    villages: tuple[VillageView, ...]
    count: int
    are_samples: bool
    """All of them: where there is a real shop, no sample is printed."""
    directory_url: UrlPath
    target: str
    """The directory by its whole address; empty when no base URL is known."""


class LineSheetView(Struct, frozen=True):
    """`line_sheet.html`: what buyers from afar can order, one product a row."""

    head: Head
    rows: tuple[TradeRow, ...]
    are_ready: bool
    """Whether their makers say that they are ready for export; else the rows are product lines."""
    cooperative: Link | None
    contacts: tuple[str, ...]
    """Of the cooperative: numbers and address for mail."""
    address: str
    """Of the cooperative; empty where there is none."""
    back_url: UrlPath
    is_back_to_exports: bool
    """Whether that is the page for exports; a site without one leads back to its products."""
    target: str
    """Where an enquiry is put together, by its whole address; empty when no base URL is known."""
