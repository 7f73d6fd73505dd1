from __future__ import annotations

import re
from itertools import islice

import pytest

from bench import words
from bench.corpus import SHOP_LINK, make_corpus, shop_categories, slug


def test_the_same_size_gives_the_same_corpus() -> None:
    first, second = make_corpus(60, 2), make_corpus(60, 2)
    assert first == second
    assert list(first.products()) == list(second.products())


def test_another_seed_gives_another_corpus() -> None:
    assert list(make_corpus(20).products()) != list(make_corpus(20, seed=1).products())


@pytest.mark.parametrize("entries", [1, 19, 20, 400])
def test_there_are_as_many_products_as_asked_for_and_a_shop_for_twenty(entries: int) -> None:
    corpus = make_corpus(entries)
    products = list(corpus.products())
    assert len(products) == entries
    assert len({product.id for product in products}) == entries
    assert len(corpus.shops) == max(1, entries // 20)
    assert len({shop.id for shop in corpus.shops}) == len(corpus.shops)


def test_a_product_can_be_made_without_those_before_it() -> None:
    few, many = make_corpus(400), make_corpus(400)
    assert next(islice(few.products(), 399, None)) == list(many.products())[399]


def test_every_category_material_and_colour_turns_up_in_four_hundred() -> None:
    products = list(make_corpus(400).products())
    assert {product.category for product in products} == set(words.CATEGORIES)
    assert {term for product in products for term in product.materials} == set(words.MATERIALS)
    assert {term for product in products for term in product.colours} == set(words.COLOURS)


@pytest.mark.parametrize("at", [0, 1])
def test_a_body_has_about_150_words_with_paragraphs_a_list_emphasis_and_one_link(at: int) -> None:
    for product in make_corpus(40, 2).products():
        body = product.body[at]
        assert 120 <= len(body.split()) <= 230
        assert body.count("\n\n") == 5
        assert body.count("\n- ") == 4
        assert "**" in body
        assert re.search(r"(?<!\*)\*[^*]+\*(?!\*)", body)
        assert body.count(f"[{product.shop.name}]({SHOP_LINK})") == 1
        assert "{" not in body


def test_ids_and_names_sort_alike_so_that_lists_do_not_depend_on_which_is_sorted() -> None:
    products = list(make_corpus(400).products())
    assert sorted(products, key=lambda product: product.id) == sorted(
        products, key=lambda product: product.name[0]
    )


def test_one_language_makes_no_other_texts() -> None:
    product = next(make_corpus(5).products())
    assert len(product.name) == len(product.summary) == len(product.body) == 1


def test_a_shop_sells_what_its_products_are() -> None:
    corpus = make_corpus(100)
    sold = shop_categories(corpus)
    assert set(sold) == {shop.id for shop in corpus.shops}
    for product in corpus.products():
        assert product.category.id in sold[product.shop.id]


def test_slugs_are_lower_case_ascii() -> None:
    assert slug("Toko Berkah & Putra 7") == "toko-berkah-putra-7"
