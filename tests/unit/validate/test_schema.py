"""The JSON Schemas that text editors use."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from site_builder.names import Kind
from site_builder.source.naming import YAML_KINDS
from site_builder.surroundings import entries_of, languages_of, terms_of
from site_builder.validate.schema import Wording, json_schemas
from site_builder.validate.shapes import shape_of_config, shape_of_kind, shape_of_vocabulary
from tests.support.json_schema import misfits
from tests.support.programs import ROOT, printed_with_seeds
from tests.support.yaml_of_editors import as_an_editor_reads

SITE = Wording("id", ("id", "en"), {"units": ("orang", "hari")}, {Kind.FIGURES: ("omzet",)})


def test_there_is_a_schema_for_each_file() -> None:
    assert list(json_schemas(Wording())) == [*(kind.value for kind in Kind), "site", "vocabulary"]


def test_fields_are_allowed_under_both_names_and_required_under_one() -> None:
    schema = json.loads(json.dumps(json_schemas(Wording())["shops"]))
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["additionalProperties"] is False
    assert {"name", "nama", "hours", "jam_buka", "sample", "contoh"} <= schema["properties"].keys()
    assert {"anyOf": [{"required": ["kind"]}, {"required": ["jenis"]}]} in schema["allOf"]
    assert schema["properties"]["jenis"]["enum"] == [
        "cooperative",
        "wholesaler",
        "shop",
        "workshop",
        "koperasi",
        "grosir",
        "toko",
        "bengkel",
    ]


def test_prices_may_be_numbers_texts_or_two_ends() -> None:
    schema = json.loads(json.dumps(json_schemas(Wording())["products"]))
    price = schema["properties"]["harga"]["anyOf"][0]
    assert price["description"].startswith("Harga dalam rupiah")
    assert [option["type"] for option in price["anyOf"]] == [["string", "number"], "object"]


def test_languages_of_the_site_are_named() -> None:
    name = json.loads(json.dumps(json_schemas(SITE)["pages"]))["properties"]["judul"]
    assert name["anyOf"][1]["properties"].keys() == {"id", "en"}
    assert name["anyOf"][1]["required"] == ["id"]


def test_fields_are_described_in_the_language_that_is_asked_for() -> None:
    for language, about, example in (
        ("id", "Jenis usaha.", "bengkel"),
        ("en", "What kind of business it is.", "workshop"),
    ):
        kind = json.loads(json.dumps(json_schemas(Wording(language))["shops"]))["properties"]["kind"]
        assert (kind["description"], kind["examples"]) == (about, [example])
    hours = json.loads(json.dumps(json_schemas(Wording())["shops"]))["properties"]["jam_buka"]
    assert hours["examples"] == [{"senin-sabtu": "08.00-17.00", "minggu": "tutup"}]
    stops = json.loads(json.dumps(json_schemas(Wording("en"))["visits"]))["properties"]["stops"]
    assert stops["anyOf"][1]["properties"]["minutes"]["description"] == "How long one stays, in minutes."


def test_every_property_of_every_schema_is_described() -> None:
    for language in ("id", "en"):
        found = [node for schema in json_schemas(Wording(language)).values() for node in properties(schema)]
        assert len(found) > 400
        assert [name for name, node in found if not (node.get("description") and node.get("examples"))] == []


def properties(schema: object) -> Iterator[tuple[str, dict[str, object]]]:
    """Give each field of a file and of its parts; not the ends of a price, which are one value's form."""
    if isinstance(schema, list):
        for item in schema:
            yield from properties(item)
    elif isinstance(schema, dict):
        fields = schema.get("properties", {})
        if isinstance(fields, dict) and fields.keys() != {"min", "max", "terendah", "tertinggi"}:
            yield from fields.items()
        for part in schema.values():
            yield from properties(part)


def test_vs_code_finds_the_schema_of_each_yaml_file() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))["yaml.schemas"]
    made = {f"./schema/{name}.schema.json" for name in json_schemas(Wording())}
    assert settings.keys() <= made
    covered = {file for glob in settings.values() for file in ROOT.glob(glob)}
    assert covered == set((ROOT / "content").rglob("*.yaml"))


_DUMP = """
import json
from tests.unit.validate.test_schema import SITE, json_schemas
print(json.dumps(json_schemas(SITE)))
"""


def test_the_same_declarations_give_the_same_bytes_in_every_process() -> None:
    assert printed_with_seeds(_DUMP) == {json.dumps(json_schemas(SITE)) + "\n"}


@cache
def schemas_of_the_site() -> dict[str, dict[str, Any]]:
    """Give the schemas as `sentra schema` writes them for the site in this repository."""
    codes = tuple(code for code, _ in languages_of(ROOT))
    ids = {kind: entries_of(ROOT, kind) for kind in Kind}
    schemas: dict[str, dict[str, Any]] = json.loads(
        json.dumps(json_schemas(Wording("id", codes, terms_of(ROOT), ids)))
    )
    return schemas


def content_files() -> list[tuple[str, Path]]:
    """Give every file that has a schema, with the schema's name; what is translated has none."""
    found = [(name, ROOT / "content" / f"{name}.yaml") for name in ("site", "vocabulary")]
    for kind in Kind:
        ending = "yaml" if kind in YAML_KINDS else "md"
        found += [
            (kind.value, ROOT / "content" / kind.value / f"{id_}.{ending}") for id_ in entries_of(ROOT, kind)
        ]
    return found


def test_every_field_of_every_kind_is_there_under_each_of_its_names() -> None:
    for kind in Kind:
        names = {name for one in shape_of_kind(kind).fields for name in one.names}
        assert schemas_of_the_site()[kind.value]["properties"].keys() == names
    for name, shape in (("site", shape_of_config()), ("vocabulary", shape_of_vocabulary())):
        names = {name for one in shape.fields for name in one.names}
        assert schemas_of_the_site()[name]["properties"].keys() == names


def test_words_of_the_vocabulary_are_all_there_is_to_choose_from_and_entries_are_proposed() -> None:
    figure, chart = schemas_of_the_site()["figures"], schemas_of_the_site()["charts"]
    units = figure["properties"]["satuan"]["enum"]
    assert units[: len(terms_of(ROOT)["units"])] == list(terms_of(ROOT)["units"])
    assert {"%", "persen"} <= set(units)
    proposed = json.dumps(chart["properties"]["angka"])
    assert all(f'"{id_}"' in proposed for id_ in entries_of(ROOT, Kind.FIGURES))
    chosen = as_an_editor_reads((ROOT / "content/charts").glob("*.yaml").__next__().read_text("utf-8"))
    chosen |= {"figures": ["not-there-yet"]}
    chosen.pop("angka", None)
    assert misfits(chosen, chart, chart) == []


def test_the_schemas_accept_all_content() -> None:
    files = content_files()
    assert len(files) > 150
    wrong = {}
    for name, path in files:
        schema = schemas_of_the_site()[name]
        if found := misfits(as_an_editor_reads(path.read_text("utf-8")), schema, schema):
            wrong[path.name] = found
    assert wrong == {}


FIGURE = """label: {id: Anggota, en: Members}
nilai: 127
satuan: anggota
periode: 1986-05
lingkup: sentra
keyakinan: sedang
sumber: [{judul: Dari Sidoarjo, penerbit: Tempo, tanggal: 1986-05-24}]
"""
CHART = """judul: {id: Anggota, en: Members}
jenis: batang
keterangan: {id: Naik., en: Growing.}
baris: [{label: {id: Satu, en: One}, nilai: 5}]
"""


@pytest.mark.parametrize(
    ("name", "text", "written", "slip", "at"),
    [
        ("figures", FIGURE, "satuan: anggota", "satuan: anggotta", "/satuan"),
        ("figures", FIGURE, "satuan: anggota", "stuan: anggota", ""),
        ("figures", FIGURE, "lingkup: sentra", "lingkup: desa", "/lingkup"),
        ("figures", FIGURE, "keyakinan: sedang", "keyakinan: lumayan", "/keyakinan"),
        ("figures", FIGURE, "nilai: 127\n", "", ""),
        ("figures", FIGURE, "{id: Anggota, en: Members}", "{id: Anggota, eng: Members}", "/label"),
        ("figures", FIGURE, "{id: Anggota, en: Members}", "{en: Members}", "/label"),
        ("figures", FIGURE, "penerbit: Tempo", "terbitan: Tempo", "/sumber"),
        ("figures", FIGURE, "nilai: 127", "nilai: [127]", "/nilai"),
        ("charts", CHART, "jenis: batang", "jenis: kue", "/jenis"),
        ("charts", CHART, "nilai: 5", "nlai: 5", "/baris"),
        ("charts", CHART, "baris: [", "rows: 5\nbaris: [", "/rows"),
    ],
)
def test_the_schemas_refuse_what_editors_slip_on(
    name: str, text: str, written: str, slip: str, at: str
) -> None:
    schema = schemas_of_the_site()[name]
    assert misfits(as_an_editor_reads(text), schema, schema) == []
    assert written in text
    found = misfits(as_an_editor_reads(text.replace(written, slip)), schema, schema)
    assert found
    assert all(place.startswith(at) for place in found)
