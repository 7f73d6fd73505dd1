"""What an owner does not want on the site does not come back by the office's next list."""

from __future__ import annotations

import json

import pytest

from site_builder.importing.entries.plan import Status
from site_builder.importing.run import plan_of
from site_builder.importing.showing import plan_text
from site_builder.names import Kind, SourcePath
from tests.support.spreadsheets import after, csv, sources

HEAD = ["Nama Usaha", "Jenis", "Kategori", "Alamat", "No. HP/WA"]
ROW = ["Toko Mekar", "toko", "tas", "Jl. Raya 5", "0813-3012-8876"]
MEKAR = SourcePath("content/shops/toko-mekar.md")
MEMORY = SourcePath("content/.imported/shops.json")


def test_a_number_that_its_owner_wants_gone_stays_gone_and_is_forgotten() -> None:
    first = after(sources(), plan_of("umkm-2026.csv", csv([HEAD, ROW]), Kind.SHOPS, sources()))
    assert b"wa: 0813-3012-8876\n" in first[MEKAR]
    taken_out = first | {MEKAR: first[MEKAR].replace(b"wa: 0813-3012-8876\n", b"tanpa: [wa, telepon]\n")}
    plan = plan_of("umkm-2027.csv", csv([HEAD, ROW]), Kind.SHOPS, taken_out)
    assert [outcome.status for outcome in plan.outcomes] == [Status.UNCHANGED]
    assert [outcome.held for outcome in plan.outcomes] == [()]
    assert (
        "`Toko Mekar`: `wa` tidak diambil, sebab pemiliknya tidak mau (`tanpa` di berkas tokonya)"
    ) in plan_text(plan, "id")
    then = after(taken_out, plan)
    assert then[MEKAR] == taken_out[MEKAR]
    assert "whatsapp" not in json.loads(then[MEMORY])["toko-mekar"]["fields"]


def test_a_cell_that_can_not_be_read_refuses_no_row_where_it_is_not_wanted() -> None:
    text = "---\nnama: Toko Mekar\njenis: toko\nkategori: [tas]\nalamat: Jl. Raya 5\ntanpa: surel\n---\n"
    plan = plan_of(
        "a.csv", csv([[*HEAD[:4], "Surel"], [*ROW[:4], "mekar@"]]), Kind.SHOPS, sources(**{MEKAR: text})
    )
    assert [outcome.status for outcome in plan.outcomes] == [Status.UNCHANGED]
    assert [note.code for note in plan.notes] == ["row-withheld"]


def withholding(words: str, more: str = "") -> dict[SourcePath, bytes]:
    """Give a site whose owner has had a number taken out after an import."""
    first = after(sources(), plan_of("umkm-2026.csv", csv([HEAD, ROW]), Kind.SHOPS, sources()))
    line = f"tanpa: [{words}]\n{more}".encode()
    return first | {MEKAR: first[MEKAR].replace(b"wa: 0813-3012-8876\n", line)}


@pytest.mark.parametrize("header", ["Kontak", "Telepon", "No. HP"])
@pytest.mark.parametrize("number", ["+62 813 3012 8876", "0813-9999-1234"])
def test_a_number_that_is_not_to_be_shown_for_whatsapp_is_not_shown_as_telephone(
    header: str, number: str
) -> None:
    site = withholding("wa")
    plan = plan_of("b.csv", csv([[*HEAD[:4], header], [*ROW[:4], number]]), Kind.SHOPS, site)
    assert [outcome.status for outcome in plan.outcomes] == [Status.UNCHANGED]
    assert [note.code for note in plan.notes if note.code == "row-withheld"] == ["row-withheld"]
    assert after(site, plan)[MEKAR] == site[MEKAR]


def test_a_landline_and_what_the_shops_file_says_already_stay() -> None:
    rows = csv([[*HEAD[:4], "Telepon"], [*ROW[:4], "031-8951234"]])
    site = withholding("wa")
    assert b"telepon: 031-8951234" in after(site, plan_of("b.csv", rows, Kind.SHOPS, site))[MEKAR]
    agreed = withholding("wa", "telepon: 0813-3012-8876\n")
    rows = csv([[*HEAD[:4], "Telepon"], [*ROW[:4], "0813-3012-8876"]])
    plan = plan_of("b.csv", rows, Kind.SHOPS, agreed)
    assert "row-withheld" not in [note.code for note in plan.notes]


def test_a_telephone_number_that_is_withheld_is_not_shown_for_whatsapp() -> None:
    rows = csv([[*HEAD[:4], "Telepon"], ROW])
    first = after(sources(), plan_of("a.csv", rows, Kind.SHOPS, sources()))
    assert b"telepon: 0813-3012-8876\n" in first[MEKAR]
    site = first | {MEKAR: first[MEKAR].replace(b"telepon: 0813-3012-8876\n", b"tanpa: telepon\n")}
    plan = plan_of("b.csv", csv([HEAD, ROW]), Kind.SHOPS, site)
    assert [note.code for note in plan.notes] == ["row-withheld"]
    assert after(site, plan)[MEKAR] == site[MEKAR]
