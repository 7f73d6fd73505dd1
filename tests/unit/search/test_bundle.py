from __future__ import annotations

import gzip
import json
import random
from typing import Any

import msgspec
import pytest

from site_builder.names import EntryId, Lang, UrlPath
from site_builder.plan.views.search import FoundCard, FoundText
from site_builder.search import cbor
from site_builder.search.bundle import ENTRY, NotAsKnown, published

ID = Lang("id")
MARK = b"pagefind_dcd"


def card(name: str) -> FoundCard:
    return FoundCard(
        url=UrlPath(f"/produk/{name.lower()}/"),
        name=FoundText(name, ""),
        kind="Produk",
        drawing=("dompet", EntryId(name.lower())),
        picture=None,
        price=("Rp1.000",),
        note=None,
        summary=None,
    )


CARDS = [card("Dompet"), card("Koper")]


def packed(value: Any, *, as_json: bool = False) -> bytes:
    return gzip.compress(MARK + (json.dumps(value).encode() if as_json else cbor.encode(value)))


def written(chance: int) -> dict[str, bytes]:
    """Make what Pagefind writes for two pages, with all that it leaves to chance."""
    shuffle = random.Random(chance)
    materials: list[Any] = [["Kulit", [0, 1]], ["Kanvas", [1]], ["Rotan", [0]]]
    filters: list[Any] = [["kind", f"id_{chance}a"], ["material", f"id_{chance}b"]]
    shuffle.shuffle(materials)
    shuffle.shuffle(filters)
    meta = ["1.5.2", [["id_p0", 5], ["id_p1", 7]], [["0", "z", "id_c"]], filters, [], []]
    hash_ = f"id_{chance}m"
    languages = {"id": {"hash": hash_, "wasm": "id", "page_count": 2}}
    return {
        ENTRY: json.dumps({"version": "1.5.2", "languages": languages}).encode(),
        "pagefind.js": b"js",
        "pagefind-worker.js": b"worker",
        "pagefind-ui.js": b"not wanted",
        "wasm.id.pagefind": b"wasm",
        "wasm.unknown.pagefind": b"other wasm",
        "index/id_c.pf_index": b"index",
        f"pagefind.{hash_}.pf_meta": packed(meta),
        f"filter/id_{chance}a.pf_filter": packed(["kind", [["Produk", [0, 1]]]]),
        f"filter/id_{chance}b.pf_filter": packed(["material", materials]),
        "fragment/id_p0.pf_fragment": packed(fragment(1), as_json=True),
        "fragment/id_p1.pf_fragment": packed(fragment(0), as_json=True),
    }


def fragment(number: int) -> dict[str, object]:
    return {"url": f"/{number}", "content": "isi", "word_count": 5, "filters": {}, "meta": {}, "anchors": []}


def opened(files: dict[str, bytes], start: str) -> list[bytes]:
    return [
        gzip.decompress(data).removeprefix(MARK) for name, data in files.items() if name.startswith(start)
    ]


def test_chance_leaves_no_trace() -> None:
    made = [published(written(chance), ID, CARDS) for chance in range(12)]
    assert all(one == made[0] for one in made)
    assert len({str(written(chance)) for chance in range(12)}) > 1


def test_only_what_a_search_loads_is_published() -> None:
    names = {
        name.partition(".")[0] if "/" not in name else name.split("/")[0]
        for name in published(written(1), ID, CARDS)
    }
    assert names == {"pagefind-entry", "pagefind", "pagefind-worker", "wasm", "index", "filter", "fragment"}
    assert "wasm.unknown.pagefind" not in published(written(1), ID, CARDS)


def test_every_name_that_a_file_says_is_there() -> None:
    files = published(written(3), ID, CARDS)
    (told,) = json.loads(files[ENTRY])["languages"].values()
    (meta,) = opened(files, "pagefind.id_")
    decoded: Any = cbor.decode(meta)
    _, pages, _, filters, *_ = decoded
    assert f"pagefind.{told['hash']}.pf_meta" in files
    assert {f"fragment/{page[0]}.pf_fragment" for page in pages} <= files.keys()
    assert {f"filter/{one[1]}.pf_filter" for one in filters} <= files.keys()


def test_a_result_shows_its_own_card_and_no_text() -> None:
    shown = [json.loads(one) for one in opened(published(written(2), ID, CARDS), "fragment/")]
    assert {one["url"] for one in shown} == {"/produk/dompet/", "/produk/koper/"}
    assert [one["content"] for one in shown] == ["", ""]
    assert json.loads(msgspec.json.encode(CARDS[0])) in [one["meta"]["card"] for one in shown]


def test_another_price_is_another_file() -> None:
    other = [msgspec.structs.replace(CARDS[0], price=("Rp2.000",)), CARDS[1]]
    one, two = (published(written(1), ID, cards) for cards in (CARDS, other))
    assert len({name for name in one if name.startswith("fragment/")} & two.keys()) == 1


@pytest.mark.parametrize("lost", [ENTRY, "pagefind.js", "fragment/id_p1.pf_fragment", "wasm.id.pagefind"])
def test_another_pagefind_is_told_apart(lost: str) -> None:
    files = written(1)
    del files[lost]
    with pytest.raises(NotAsKnown):
        published(files, ID, CARDS)


def test_files_without_their_mark_are_not_read() -> None:
    files = written(1) | {"fragment/id_p0.pf_fragment": gzip.compress(b"{}")}
    with pytest.raises(NotAsKnown):
        published(files, ID, CARDS)
