from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from site_builder.model.entries import Disputed
from site_builder.model.localized import Shown
from site_builder.model.values import Quantity
from site_builder.names import Digest, OutPath
from site_builder.plan.drawings import TEXT, WIDTH, label_lines, text_width
from site_builder.plan.palette import PLAIN, Palette
from site_builder.plan.plan import Material, make_plan
from site_builder.plan.tasks import ChartTask, PageTask, TextTask
from site_builder.plan.views.bodies import ChartEmbed
from site_builder.plan.views.figures import ChartView
from site_builder.plan.views.pages import FiguresPageView, TextPageView
from site_builder.problems import Severity
from tests.unit.plan.plans import EN, ID, entries_of, material_of, pages_of, view_of

SOURCE = "sumber: [{judul: Kabar, penerbit: Harian, tanggal: 2018-11}]\n"


def figure(
    name: str, value: str, rest: str = "", scope: str = "sentra", unit: str = "orang"
) -> dict[str, str]:
    text = f"label: {{id: {name}, en: {name} in English}}\nnilai: {value}\nsatuan: {unit}\nperiode: 2018\n"
    return {f"figures/{name}.yaml": f"{text}lingkup: {scope}\n{rest}{SOURCE}"}


def chart(rest: str, kind: str = "batang") -> dict[str, str]:
    return {"charts/c.yaml": f"judul: Grafik\njenis: {kind}\nketerangan: Isi\n{rest}"}


FILES = {**figure("dulu", "410"), **figure("kini", "±500"), **chart("angka: [dulu, kini]\n")}


def material(files: dict[str, str]) -> Material:
    return replace(material_of(entries_of(files)), drawing_program=Digest("p"))


def drawings(made: Material) -> dict[OutPath, ChartTask]:
    return {task.out: task for task in make_plan(made, ())[0].tasks if isinstance(task, ChartTask)}


def view(files: dict[str, str]) -> ChartView:
    index = view_of(pages_of(material(files)), "figures/index.html", FiguresPageView)
    return index.charts[0]


def test_a_chart_is_drawn_in_every_language_and_both_schemes() -> None:
    tasks = drawings(material(FILES))
    assert {(task.drawing.lang, task.drawing.colours) for task in tasks.values()} == {
        (lang, colours) for lang in (ID, EN) for colours in (PLAIN.light, PLAIN.dark)
    }
    shown = view(FILES).drawn
    assert shown is not None
    assert {shown.light.removeprefix("/"), shown.dark.removeprefix("/")} < set(tasks)
    assert {(task.drawing.height, WIDTH) for task in tasks.values()} == {(shown.height_px, shown.width_px)}


def test_the_address_of_a_drawing_changes_with_whatever_it_depends_on() -> None:
    before = material(FILES)
    palette = Palette(PLAIN.dark, PLAIN.light)
    others = (
        material({**FILES, **figure("dulu", "411")}),
        replace(before, drawing_program=Digest("q")),
        replace(before, palette=palette),
    )
    for other in others:
        assert not drawings(before).keys() & drawings(other).keys()


def test_a_new_description_leaves_the_drawings_alone() -> None:
    text = FILES["charts/c.yaml"].replace("Isi", "Isi yang lain")
    described = {**FILES, "charts/c.yaml": text}
    assert drawings(material(FILES)) == drawings(material(described))


def test_tables_and_values_in_different_units_are_not_drawn() -> None:
    table = {**FILES, **chart("angka: [dulu, kini]\n", "tabel")}
    mixed = {**FILES, **figure("kini", "5", unit="km")}
    for files in (table, mixed):
        assert drawings(material(files)) == {}
        assert view(files).drawn is None
        assert view(files).csv_url is not None


def rows(count: int, kind: str) -> dict[str, str]:
    lines = "".join(f"  - {{label: {{id: T{n}, en: T{n}}}, nilai: {n}}}\n" for n in range(count))
    return chart(f"satuan: orang\nbaris:\n{lines}{SOURCE}", kind)


@pytest.mark.parametrize(("kind", "variant", "most"), [("batang", "bar", 60), ("garis", "line", 200)])
def test_a_chart_of_more_rows_than_anybody_reads_is_a_table_with_a_warning(
    kind: str, variant: str, most: int
) -> None:
    assert len(drawings(material(rows(most, kind)))) == 4
    assert [p for p in make_plan(material(rows(most, kind)), ())[1] if p.code == "chart-long"] == []
    long = material(rows(10_000, kind))
    plan, problems = make_plan(long, ())
    assert not any(isinstance(task, ChartTask) for task in plan.tasks)
    assert [(p.key, p.severity, p.values) for p in problems] == [
        (f"chart-long.{variant}", Severity.WARNING, {"count": "10000", "most": str(most)})
    ]
    pages = {task.out: task for task in plan.tasks if isinstance(task, PageTask)}
    shown = view_of(pages, "figures/index.html", FiguresPageView).charts[0]
    assert (shown.drawn, len(shown.rows), shown.csv_url is None) == (None, 10_000, False)


def test_a_table_may_be_long() -> None:
    assert make_plan(material(rows(300, "tabel")), ())[1] == ()


def test_how_sure_a_value_is_shows_in_its_mark() -> None:
    disputed = "diperdebatkan: [{nilai: 798, sumber: Kabar lain}]\n"
    named = "{angka: pasti}, {angka: klaim}"
    files = {
        **figure("pasti", "410", f"keyakinan: tinggi\n{disputed}"),
        **figure("klaim", "5", "keyakinan: rendah\n"),
        **figure("hitung", "820", "sama_dengan: pasti * 2\n"),
        **chart(f"baris: [{named}, {{angka: hitung}}, {{label: Kata orang, nilai: 9}}]\n"),
    }
    shown = view(files)
    assert [row.mark for row in shown.rows] == ["", "uncertain", "calculated", "uncertain"]
    assert shown.rows[0].disputed == (Disputed(Quantity(Decimal(798)), "Kabar lain"),)
    assert shown.marks == {"calculated", "uncertain", "disputed"}
    assert shown.rows[0].url == "/figures/sentra/#pasti"
    repeated = view({**files, **chart(f"baris: [{named}, {{label: Kabar lain, nilai: 798}}]\n")})
    assert repeated.rows[0].disputed == (), "a row of its own says it already"


def test_the_table_beside_a_chart_has_its_values_and_sources() -> None:
    tasks = make_plan(material(FILES), ())[0].tasks
    files = {task.out: task.text for task in tasks if isinstance(task, TextTask)}
    english = files[OutPath("data/charts/c.en.csv")].splitlines()
    assert english[0] == "\ufeffLabel,Value,Unit,Period,How sure we are,Other values,Sources"
    assert english[1] == 'dulu in English,410,orang,2018,,,"Kabar, Harian, 2018-11"'
    assert english[2].split(",")[:5] == ["kini in English", "500", "orang", "2018", "±"]
    assert OutPath("data/charts/c.id.csv") in files


def test_other_values_in_the_table_have_their_sign_and_no_exponent() -> None:
    disputed = 'diperdebatkan: [{nilai: ±798, sumber: A}, {nilai: "0,0000000001", sumber: B}]\n'
    files = {**figure("dulu", "410", disputed), **figure("kini", "5"), **chart("angka: [dulu, kini]\n")}
    tasks = make_plan(material(files), ())[0].tasks
    texts = {task.out: task.text for task in tasks if isinstance(task, TextTask)}
    assert "±798 (A); 0.0000000001 (B)" in texts[OutPath("data/charts/c.en.csv")]


def test_a_timeline_has_years_and_stories_and_nothing_to_draw() -> None:
    rows = "baris: [{label: 1939, cerita: awal}, {label: 1976, teks: Koperasi}]\n"
    files = {
        "stories/awal.md": "judul: Awal\ntanggal: 2020-01-01\n",
        **chart(rows, "linimasa"),
        **figure("dulu", "410"),
        "pages/cerita.md": "judul: Cerita\n",
    }
    made = material_of(entries_of(files), {"pages/cerita.md": "[[chart:c]]"})
    page = view_of(pages_of(made), "cerita/index.html", TextPageView)
    assert page.entry.body is not None
    embed = page.entry.body.embeds[0]
    assert isinstance(embed, ChartEmbed)
    first, second = embed.chart.milestones
    assert (first.label.text, first.text) == ("1939", None)
    assert first.story is not None
    assert (first.story.url, first.story.name.text) == ("/stories/awal/", "Awal")
    assert (second.text, second.story) == (Shown("Koperasi", ID), None)
    assert (embed.chart.rows, embed.chart.drawn, embed.chart.csv_url) == ((), None, None)
    assert drawings(made) == {}
    index = view_of(pages_of(made), "figures/index.html", FiguresPageView)
    assert index.charts == ()


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp")) | st.just(" ")))
def test_breaking_a_label_loses_nothing_but_blanks(label: str) -> None:
    lines = label_lines(label)
    if not any(line.endswith("…") for line in lines):
        assert "".join(lines).replace(" ", "") == label.replace(" ", "")


def test_a_label_fits_the_drawing() -> None:
    for label in (
        "Ekspor kulit, barang kulit, dan alas kaki Indonesia",
        "印度尼西亚皮革、皮具和鞋类出口额，2018年1月至9月",
    ):
        lines = label_lines(label)
        assert len(lines) > 1
        assert all(text_width(line) <= WIDTH for line in lines)
    assert TEXT * 328 / WIDTH >= 13, "on a phone of 360 px"
