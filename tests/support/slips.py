"""What editors and designers break, and where the preview must say that it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.support.little_site import LittleSite

TEMPLATE = "templates/product_page.html"
ABOUT = "content/pages/tentang.md"
PHOTO = "content/shops/intako/depan.jpg"
SHOP = "content/shops/intako.md"


@dataclass(frozen=True)
class Slip:
    """A file as a slip leaves it, and where the fault must be shown."""

    name: str
    path: str
    broken: bytes | None
    """`None`: the file is gone."""
    place: str
    """`path:line:column`."""


def _place(path: str, text: str, at: str) -> str:
    """Give where `at` stands for the first time."""
    before = text[: text.index(at)]
    return f"{path}:{before.count(chr(10)) + 1}:{len(before) - (before.rfind(chr(10)) + 1) + 1}"


def _changed(
    site: LittleSite, name: str, path: str, change: tuple[str, str], at: str, *, line_only: bool = False
) -> Slip:
    """Break a file by a change; the fault stands at `at`, or at the beginning of that line."""
    old, new = change
    text = site.read(path)
    assert text.count(old) == 1, (path, old)
    broken = text.replace(old, new)
    place = _place(path, broken, at)
    return Slip(name, path, broken.encode(), f"{place.rpartition(':')[0]}:1" if line_only else place)


def _product(site: LittleSite, number: int) -> str:
    count = len(list((site.root / "content/products").glob("tas-no-*.md")))
    return f"content/products/tas-no-{number % count + 1:03}.md"


def _tab(site: LittleSite, number: int) -> Slip:
    change = ("kategori: tas\n", "kategori: tas\nukuran_cm:\n\tlebar: 11\n")
    return _changed(site, "tab", _product(site, number), change, "\t")


def _quote(site: LittleSite, number: int) -> Slip:
    return _changed(
        site, "missing quote", _product(site, number), ("nama: Tas", 'nama: "Tas'), '"Tas', line_only=False
    )


def _field(site: LittleSite, number: int) -> Slip:
    wrong = ("hraga", "hagra", "harag")[number % 3]
    return _changed(site, "unknown field", _product(site, number), ("harga:", f"{wrong}:"), wrong)


def _type(site: LittleSite, number: int) -> Slip:
    value = f"murah{number}"
    return _changed(
        site, "wrong type", _product(site, number), (".000\n", f"{value}\n"), _price(site, number)
    )


def _price(site: LittleSite, number: int) -> str:
    text = site.read(_product(site, number))
    return text.split("harga: ", 1)[1].split(".", 1)[0]


def _colon(site: LittleSite, number: int) -> Slip:
    return _changed(site, "colon", _product(site, number), ("nama: Tas ", "nama: Tas: "), ": Nomor")


def _missing(site: LittleSite, number: int) -> Slip:
    return _changed(site, "missing field", _product(site, number), ("kategori: tas\n", ""), "---")


def _reference(site: LittleSite, number: int) -> Slip:
    wrong = f"intaco{number}"
    return _changed(site, "unknown shop", _product(site, number), ("toko: intako", f"toko: {wrong}"), wrong)


def _twice(site: LittleSite, number: int) -> Slip:
    change = ("bahan: [kulit]\n", f"bahan: [kulit]\nkategori: dompet # {number}\n")
    return _changed(site, "set twice", _product(site, number), change, "kategori: dompet")


def _open(site: LittleSite, number: int) -> Slip:
    return _changed(site, "not closed", _product(site, number), ("\n---\n\nTas", "\n\nTas"), "Tas nomor")


def _link(site: LittleSite, number: int) -> Slip:
    change = ("[[product:koper|", f"[[product:kper{number}|")
    return _changed(site, "broken link", ABOUT, change, "[[product:")


def _latin(site: LittleSite, number: int) -> Slip:
    slip = _changed(site, "not UTF-8", _product(site, number), (" dijahit *rapat*", " rapi é"), "é")
    assert slip.broken is not None
    return Slip(slip.name, slip.path, slip.broken.decode().encode("latin-1"), slip.place)


def _config(site: LittleSite, number: int) -> Slip:
    wrong = f"dua{number}"
    return _changed(site, "settings", "content/site.yaml", ("isi_halaman: 2", f"isi_halaman: {wrong}"), wrong)


def _syntax(site: LittleSite, number: int) -> Slip:
    change = ("{% block content %}", f"{{# {number} #}}{{% block content %}}{{% if %}}")
    return _changed(site, "template", TEMPLATE, change, "{% if %}", line_only=True)


def _undefined(site: LittleSite, number: int) -> Slip:
    change = ("{% block content %}", f"{{% block content %}}{{{{ nobody_{number} }}}}")
    return _changed(site, "name in a template", TEMPLATE, change, "{{ nobody_", line_only=True)


def _photo_gone(site: LittleSite, _number: int) -> Slip:
    return Slip("missing photo", PHOTO, None, _place(SHOP, site.read(SHOP), "intako/depan.jpg"))


def _photo_cut(site: LittleSite, number: int) -> Slip:
    data = (site.root / PHOTO).read_bytes()
    return Slip("photo cut short", PHOTO, data[: 300 + number % 50], f"{PHOTO}:1:1")


def _file_gone(site: LittleSite, _number: int) -> Slip:
    return Slip("removed file", SHOP, None, "content/shops/intako.en.md:1:1")


SLIPS: tuple[Callable[[LittleSite, int], Slip], ...] = (
    _tab,
    _quote,
    _field,
    _type,
    _colon,
    _missing,
    _reference,
    _twice,
    _open,
    _link,
    _latin,
    _config,
    _syntax,
    _undefined,
    _photo_gone,
    _photo_cut,
    _file_gone,
)
"""Each makes one slip of its sort, another for another number; the site has products from `product`."""


def make(site: LittleSite, slip: Slip) -> None:
    if slip.broken is None:
        site.remove(slip.path)
    else:
        site.write(slip.path, slip.broken)
