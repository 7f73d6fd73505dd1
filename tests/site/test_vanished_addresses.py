"""A build says which addresses lead nowhere since it: a file that was renamed, an entry that was deleted."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.names import OutPath
from site_builder.report import vanished_lines
from tests.support.little_site import LittleSite, make_little_site

OLD, NEW = "content/pages/pesan.md", "content/pages/memesan.md"


@pytest.fixture
def site(tmp_path: Path) -> LittleSite:
    made = make_little_site(tmp_path / "project")
    made.write(OLD, "---\njudul: Pesan seragam\n---\n\nMulai dari dua puluh tas.\n")
    made.build()
    return made


def renamed(site: LittleSite, fields: str = "") -> None:
    entry = site.read(OLD)
    site.remove(OLD)
    site.write(NEW, entry.replace("seragam\n", f"seragam\n{fields}"))


def test_the_former_address_of_a_renamed_file_is_told_with_the_line_to_write(site: LittleSite) -> None:
    renamed(site)
    vanished, cure, *_ = (line for line in site.sentra("build").stdout.split("\n") if "pesan" in line)
    assert (vanished, cure.partition("new file: ")[2]) == ("  /pesan/", "`aliases: [/pesan/]`")


def test_it_is_told_once_and_in_json(site: LittleSite) -> None:
    renamed(site)
    assert site.build_json()["vanished"] == ["/pesan/"]
    assert "vanished" not in site.build_json()
    site.write("content/products/dompet-1.md", site.read("content/products/dompet-1.md") + "\nLagi.\n")
    assert "vanished" not in site.build_json()


def test_an_address_that_leads_on_has_not_vanished(site: LittleSite) -> None:
    renamed(site, "alias: [/pesan/]\n")
    assert site.build().vanished == ()
    assert site.is_published("pesan/index.html")


def test_what_was_never_in_this_folder_has_not_vanished(site: LittleSite, tmp_path: Path) -> None:
    renamed(site)
    assert site.build_from_nothing(tmp_path / "elsewhere").vanished == ()


def test_many_addresses_are_counted() -> None:
    pages = [OutPath(f"toko/t{number}/index.html") for number in range(7)]
    assert vanished_lines(pages, "id").splitlines()[:-1] == [
        "Alamat yang hilang sejak build sebelumnya: 7",
        *(f"  /toko/t{number}/" for number in range(5)),
        "  … dan 2 lagi",
    ]
