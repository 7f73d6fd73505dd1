from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from bench.__main__ import main
from bench.corpus import make_corpus
from bench.hugo_site import write_hugo_site
from bench.measure import add_word
from bench.sentra_site import rupiah, write_sentra_site


def tree(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def test_a_sentra_site_has_a_file_for_each_entry_and_a_translation_of_it(tmp_path: Path) -> None:
    write_sentra_site(make_corpus(40, 2), tmp_path)
    files = tree(tmp_path / "content")
    assert sum(name.startswith("products/") for name in files) == 80
    assert sum(name.startswith("products/") and name.endswith(".en.md") for name in files) == 40
    assert sum(name.startswith("shops/") for name in files) == 4
    assert {"site.yaml", "vocabulary.yaml", "pages/home.md", "pages/home.en.md"} <= files.keys()


def test_facts_stand_in_the_base_file_only(tmp_path: Path) -> None:
    corpus = make_corpus(20, 2)
    write_sentra_site(corpus, tmp_path)
    product = next(corpus.products())
    base = (tmp_path / "content" / "products" / f"{product.id}.md").read_text("utf-8")
    translation = (tmp_path / "content" / "products" / f"{product.id}.en.md").read_text("utf-8")
    assert f"price: {rupiah(product.price_idr)}\n" in base
    assert "price:" not in translation
    assert f"](../shops/{product.shop.id}.md)" in base


def test_hugo_gets_the_same_products_in_the_order_of_ids(tmp_path: Path) -> None:
    corpus = make_corpus(40)
    write_hugo_site(corpus, tmp_path)
    weights = {}
    for product in corpus.products():
        text = (tmp_path / "content" / "products" / f"{product.id}.md").read_text("utf-8")
        weights[product.id] = int(text.split("\nweight: ")[1].split("\n")[0])
        assert f"](/toko/{product.shop.id}/)" in text
    assert all(weights[one] < weights[other] for one, other in pairwise(sorted(weights)))


def test_the_same_corpus_gives_the_same_files(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name / "s").mkdir(parents=True)
        (tmp_path / name / "h").mkdir()
        write_sentra_site(make_corpus(20, 2), tmp_path / name / "s")
        write_hugo_site(make_corpus(20, 2), tmp_path / name / "h")
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_an_edit_adds_one_word_each_round(tmp_path: Path) -> None:
    path = tmp_path / "tas.md"
    path.write_text("---\nname: Tas\n---\n\nSatu dua.\n", encoding="utf-8")
    add_word(path, 1)
    add_word(path, 2)
    assert path.read_text("utf-8").endswith("\n\nSatu dua. kata1 kata2\n")


@pytest.mark.parametrize("arguments", [["--entries", "0"], ["--rounds", "0"], ["--entries", "many"]])
def test_sizes_that_make_no_sense_are_refused(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
