"""A tiny site before and after an edit, for laws about builds that come to a bad end."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.support.little_site import LittleSite, difference, make_little_site


def make_tiny_site(root: Path, *, with_search: bool = False, with_shares: bool = False) -> LittleSite:
    """Leave of the little site what is needed to have one of each file operation."""
    site = make_little_site(root, with_search=with_search, with_shares=with_shares)
    for folder in ("places", "visits", "events", "stories", "markets", "figures", "charts"):
        shutil.rmtree(root / "content" / folder)
    kept = {"site", "vocabulary", "beranda", "produk", "intako", "tas-1"}
    for path in [*root.glob("content/*/*.md")]:
        if path.stem not in kept:
            path.unlink()
    for old, new in (
        ("  - {kode: en, nama: English}\n", ""),
        ("menu: [produk, toko, tentang]", "menu: [produk]"),
        ("menu_bawah: [angka]", "menu_bawah: []"),
        ("isi_halaman: 2", "isi_halaman: 9"),
    ):
        site.replace("content/site.yaml", old, new)
    site.write("assets/root/lama/b.txt", "b")
    for translated in ("content/site.yaml", "content/shops/intako.md"):
        site.write(translated, re.sub(r", en: [^}]+", "", site.read(translated)))
    return site


@dataclass(frozen=True)
class Change:
    """A site before and after an edit, to go from one to the other and back."""

    site: LittleSite
    before: dict[str, bytes]
    after: dict[str, bytes | None]
    """What the edited files say then; `None` for deleted."""
    old: dict[str, bytes]
    new: dict[str, bytes]

    def make(self) -> None:
        for path, data in self.after.items():
            if data is None:
                self.site.remove(path)
            else:
                self.site.write(path, data)

    def take_back(self) -> None:
        for path in self.after:
            if path in self.before:
                self.site.write(path, self.before[path])
            else:
                self.site.remove(path)

    def name(self, tree: Mapping[str, bytes]) -> str:
        """Say which of the two trees this is."""
        if tree == self.old:
            return "old"
        return "new" if tree == self.new else f"neither:\n{difference(self.old, tree)}"


def prepare(site: LittleSite, after: dict[str, bytes | None]) -> Change:
    """Build the site as it is, and elsewhere as it will be."""
    before = {path: (site.root / path).read_bytes() for path in after if (site.root / path).exists()}
    site.build()
    change = Change(site, before, after, site.tree(), {})
    change.make()
    new = site.build_clean(site.root.parent / "clean")
    change.take_back()
    site.build()
    assert change.name(site.tree()) == "old"
    return Change(site, before, after, change.old, new)
