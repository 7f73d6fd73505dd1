"""`content/site.yaml` and `content/vocabulary.yaml`, as values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msgspec import Struct, field

from site_builder.model.budgets import Budgets
from site_builder.model.fields import Named, RefTo, TermOf
from site_builder.model.localized import Localized
from site_builder.model.scalars import (
    Email,
    Id,
    LangCode,
    Phone,
    Plain,
    Rupiah,
    WebUrl,
    WhatsApp,
    WholeNumber,
    YesNo,
)
from site_builder.names import Kind, Lang


class Language(Struct, frozen=True):
    code: Annotated[LangCode, Named("kode")]
    name: Annotated[Plain, Named("nama")]
    """In the language itself: `日本語`."""
    fallback: Annotated[tuple[LangCode, ...], Named("cadangan")] = ()
    """Languages in which a missing text is shown instead, the best first; the default is always the last."""


class Contact(Struct, frozen=True):
    organisation: Annotated[Localized | None, Named("organisasi")] = None
    whatsapp: Annotated[WhatsApp | None, Named("wa")] = None
    phone: Annotated[Phone | None, Named("telepon")] = None
    email: Annotated[Email | None, Named("surel")] = None
    address: Annotated[Localized | None, Named("alamat")] = None


class Section(Struct, frozen=True):
    """Where a kind's entries live: the first part of their address in each language."""

    shops: Annotated[Localized | None, Named("toko")] = None
    products: Annotated[Localized | None, Named("produk")] = None
    visits: Annotated[Localized | None, Named("kunjungan")] = None
    places: Annotated[Localized | None, Named("tempat")] = None
    events: Annotated[Localized | None, Named("acara")] = None
    stories: Annotated[Localized | None, Named("cerita")] = None
    markets: Annotated[Localized | None, Named("pasar")] = None
    figures: Annotated[Localized | None, Named("angka")] = None
    charts: Annotated[Localized | None, Named("grafik")] = None


class SiteConfig(Struct, frozen=True):
    name: Annotated[Localized, Named("nama")]
    languages: Annotated[tuple[Language, ...], Named("bahasa")]
    """The first is the default: the language of `content/<kind>/<id>.md`, without a prefix."""
    tagline: Annotated[Localized | None, Named("slogan")] = None
    description: Annotated[Localized | None, Named("keterangan")] = None
    base_url: Annotated[WebUrl | None, Named("alamat_situs")] = None
    timezone: Annotated[Plain, Named("zona_waktu")] = "Asia/Jakarta"
    sections: Annotated[Section, Named("bagian")] = field(default_factory=Section)
    menu: Annotated[tuple[Annotated[Id, RefTo(Kind.PAGES)], ...], Named("menu")] = ()
    """Ids of pages, in order."""
    footer_menu: Annotated[tuple[Annotated[Id, RefTo(Kind.PAGES)], ...], Named("menu_bawah")] = ()
    contact: Annotated[Contact, Named("kontak")] = field(default_factory=Contact)
    page_size: Annotated[WholeNumber, Named("isi_halaman")] = 24
    """Entries on one page of a list."""
    price_bands: Annotated[tuple[Rupiah, ...], Named("batas_harga")] = ()
    """Where one price band ends and the next begins; without any there are no lists by price."""
    data_licence: Annotated[Plain | None, Named("lisensi_data")] = None
    """What others may do with the open data in `data/`: a name or an address of a licence."""
    budgets: Annotated[Budgets | None, Named("batas_bobot", ("anggaran",))] = None
    """What pages may weigh; without any nothing is weighed."""
    offline: Annotated[YesNo, Named("luring")] = True
    """Whether a phone keeps the pages that were opened, for places without signal."""


def fallbacks_of(config: SiteConfig, lang: Lang) -> tuple[Lang, ...]:
    """Give the languages to which a text falls back that is not there in `lang`: the default is the last."""
    own = next((language.fallback for language in config.languages if language.code == lang), ())
    chain = (*own, config.languages[0].code)
    return tuple(Lang(code) for code in dict.fromkeys(chain) if code != lang)


class MaterialGroup(Struct, frozen=True):
    """A material that others are kinds of: what is of cow leather is of real leather, too."""

    material: Annotated[Annotated[Plain, TermOf("materials")], Named("bahan")]
    includes: Annotated[tuple[Annotated[Plain, TermOf("materials")], ...], Named("mencakup")]


class Vocabulary(Struct, frozen=True):
    """Words of the catalogue: an id and a name in each language."""

    categories: Annotated[dict[str, Localized], Named("kategori")] = field(default_factory=dict)
    materials: Annotated[dict[str, Localized], Named("bahan")] = field(default_factory=dict)
    colours: Annotated[dict[str, Localized], Named("warna")] = field(default_factory=dict)
    services: Annotated[dict[str, Localized], Named("layanan")] = field(default_factory=dict)
    payments: Annotated[dict[str, Localized], Named("pembayaran")] = field(default_factory=dict)
    tags: Annotated[dict[str, Localized], Named("tag")] = field(default_factory=dict)
    units: Annotated[dict[str, Localized], Named("satuan")] = field(default_factory=dict)
    """What a figure counts. `usd-billion` and `percent` are known by the formats already."""
    material_groups: Annotated[tuple[MaterialGroup, ...], Named("kelompok_bahan")] = ()


WORD_SECTIONS = tuple(name for name in Vocabulary.__struct_fields__ if name != "material_groups")
"""The fields of a vocabulary that hold words."""


def wider_materials(vocabulary: Vocabulary) -> dict[str, tuple[str, ...]]:
    """Give for each material that is a kind of others all of these, the nearest first."""
    direct: dict[str, list[str]] = {}
    for group in vocabulary.material_groups:
        for material in group.includes:
            direct.setdefault(material, []).append(group.material)
    return {material: tuple(_above(material, direct)) for material in direct}


def _above(material: str, direct: dict[str, list[str]]) -> Iterator[str]:
    """Walk up by breadth; a material that would be a kind of itself, which is told, ends the walk."""
    seen, row = {material}, [material]
    while row:
        row = [wider for one in row for wider in direct.get(one, ()) if wider not in seen]
        row = list(dict.fromkeys(row))
        seen.update(row)
        yield from row
