"""The JSON Schemas that text editors use."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator

from site_builder.model.config import Language, SiteConfig
from site_builder.model.localized import Localized
from site_builder.names import Kind, Lang
from site_builder.validate.schema import json_schemas
from tests.support.programs import ROOT

CONFIG = SiteConfig(
    Localized({Lang("id"): "X"}), (Language("id", "Bahasa Indonesia"), Language("en", "English"))
)


def test_there_is_a_schema_for_each_file() -> None:
    assert list(json_schemas(None)) == [*(kind.value for kind in Kind), "site", "vocabulary"]


def test_fields_are_allowed_under_both_names_and_required_under_one() -> None:
    schema = json.loads(json.dumps(json_schemas(None)["shops"]))
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
    schema = json.loads(json.dumps(json_schemas(None)["products"]))
    price = schema["properties"]["harga"]["anyOf"][0]
    assert price["description"].startswith("Harga dalam rupiah")
    assert [option["type"] for option in price["anyOf"]] == [["string", "number"], "object"]


def test_languages_of_the_site_are_named() -> None:
    name = json.loads(json.dumps(json_schemas(CONFIG)["pages"]))["properties"]["judul"]
    assert name["anyOf"][1]["properties"].keys() == {"id", "en"}
    assert name["anyOf"][1]["required"] == ["id"]


def test_fields_are_described_in_the_language_that_is_asked_for() -> None:
    for language, about, example in (
        ("id", "Jenis usaha.", "bengkel"),
        ("en", "What kind of business it is.", "workshop"),
    ):
        kind = json.loads(json.dumps(json_schemas(None, language)["shops"]))["properties"]["kind"]
        assert (kind["description"], kind["examples"]) == (about, [example])
    hours = json.loads(json.dumps(json_schemas(None, "id")["shops"]))["properties"]["jam_buka"]
    assert hours["examples"] == [{"senin-sabtu": "08.00-17.00", "minggu": "tutup"}]
    stops = json.loads(json.dumps(json_schemas(None, "en")["visits"]))["properties"]["stops"]
    assert stops["anyOf"][1]["properties"]["minutes"]["description"] == "How long one stays, in minutes."


def test_every_property_of_every_schema_is_described() -> None:
    for language in ("id", "en"):
        found = [node for schema in json_schemas(None, language).values() for node in properties(schema)]
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
    made = {f"./schema/{name}.schema.json" for name in json_schemas(None)}
    assert settings.keys() <= made
    covered = {file for glob in settings.values() for file in ROOT.glob(glob)}
    assert covered == set((ROOT / "content").rglob("*.yaml"))


_DUMP = """
import json
from tests.unit.validate.test_schema import CONFIG, json_schemas
print(json.dumps(json_schemas(CONFIG)))
"""


def test_the_same_declarations_give_the_same_bytes_in_every_process() -> None:
    made = {
        subprocess.run(
            [sys.executable, "-c", _DUMP],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert made == {json.dumps(json_schemas(CONFIG)) + "\n"}
