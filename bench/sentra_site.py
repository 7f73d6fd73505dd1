"""The corpus as a Sentra site: content as editors write it, and templates that print what Hugo's print."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from bench import words
from bench.corpus import SHOP_LINK, Corpus, Product, Shop, shop_categories

OWN = Path(__file__).parent / "sentra"
BASE_URL = "https://sentra.example"


def write_sentra_site(corpus: Corpus, root: Path) -> None:
    """Fill the new folder `root`; `sentra build --root` takes it from there."""
    for folder in ("templates", "assets"):
        shutil.copytree(OWN / folder, root / folder)
    (root / "templates" / "locale").mkdir()
    _write(root / "templates" / "locale" / "id.po", _gettext_catalog())
    content = root / "content"
    for kind in ("pages", "shops", "products"):
        (content / kind).mkdir(parents=True)
    _write(content / "site.yaml", _site(corpus))
    _write(content / "vocabulary.yaml", _vocabulary(corpus))
    for id_, template, bodies in (
        ("home", "home", words.HOME),
        ("products", "products", words.PRODUCTS_INTRO),
        ("shops", "shops", words.SHOPS_INTRO),
        ("tentang", "page", words.ABOUT),
    ):
        titles = words.PAGE_TITLES[id_]
        facts = [f"template: {template}"]
        _write_entry(
            content / "pages" / id_, corpus, titles, facts, bodies, "title", words.PAGE_SUMMARIES[id_]
        )
    sold = shop_categories(corpus)
    for shop in corpus.shops:
        _write_shop(content / "shops" / shop.id, corpus, shop, sold[shop.id])
    for product in corpus.products():
        _write_product(content / "products" / product.id, corpus, product)


def product_path(root: Path, product: Product) -> Path:
    return root / "content" / "products" / f"{product.id}.md"


def _write_shop(path: Path, corpus: Corpus, shop: Shop, categories: tuple[str, ...]) -> None:
    facts = [
        f"kind: {shop.kind}",
        f"categories: [{', '.join(categories)}]",
        f"address: {shop.address}",
        f"village: {shop.village}",
        f'whatsapp: "+{shop.whatsapp}"',
        f"since: {shop.since}",
    ]
    names = (shop.name,) * len(corpus.languages)
    _write_entry(path, corpus, names, facts, shop.body, "name", shop.summary)


def _write_product(path: Path, corpus: Corpus, product: Product) -> None:
    width, height, depth = product.size_cm
    facts = [
        f"shop: {product.shop.id}",
        f"category: {product.category.id}",
        f"materials: [{', '.join(term.id for term in product.materials)}]",
        f"colours: [{', '.join(term.id for term in product.colours)}]",
        f"price: {rupiah(product.price_idr)}",
        f"size_cm: {{width: {width}, height: {height}, depth: {depth}}}",
        f"weight_g: {product.weight_g}",
        f"moq: {product.moq}",
        f"lead_time_days: {product.lead_time_days}",
        f"capacity_per_month: {product.capacity_per_month}",
    ]
    bodies = tuple(body.replace(SHOP_LINK, f"../shops/{product.shop.id}.md") for body in product.body)
    _write_entry(path, corpus, product.name, facts, bodies, "name", product.summary)


def rupiah(amount: int) -> str:
    return f"{amount:,}".replace(",", ".")


def _write_entry(
    path: Path,
    corpus: Corpus,
    names: tuple[str, ...],
    facts: list[str],
    bodies: tuple[str, ...],
    name_field: str,
    summaries: tuple[str, ...] = (),
) -> None:
    """Write the base file with the facts, and for each other language a file with nothing but texts."""
    for at, code in enumerate(corpus.languages):
        lines = [f"{name_field}: {names[at]}"]
        if summaries:
            lines.append(f"summary: {summaries[at]}")
        if at == 0:
            lines += facts
        front = "\n".join(lines)
        target = path.with_name(f"{path.name}.md" if at == 0 else f"{path.name}.{code}.md")
        _write(target, f"---\n{front}\n---\n\n{bodies[at]}")


def _site(corpus: Corpus) -> str:
    native = {"id": "Bahasa Indonesia", "en": "English"}
    languages = [f"  - {{code: {code}, name: {native[code]}}}" for code in corpus.languages]
    return "\n".join(
        [
            f"name: {_texts(corpus, words.SITE_NAME)}",
            f"tagline: {_texts(corpus, words.SITE_TAGLINE)}",
            "languages:",
            *languages,
            f"base_url: {BASE_URL}",
            "sections:",
            *(f"  {kind}: {_texts(corpus, slugs)}" for kind, slugs in words.SECTIONS.items()),
            "menu: [products, shops, tentang]",
            "page_size: 24",
            "",
        ]
    )


def _vocabulary(corpus: Corpus) -> str:
    lines: list[str] = []
    for group, terms in (
        ("categories", words.CATEGORIES),
        ("materials", words.MATERIALS),
        ("colours", words.COLOURS),
    ):
        lines += [f"{group}:", *(f"  {term.id}: {_texts(corpus, term.names)}" for term in terms)]
    return "\n".join([*lines, ""])


def _gettext_catalog() -> str:
    """Write the Indonesian words of the interface; the English ones stand in the templates."""
    header = 'msgid ""\nmsgstr ""\n"Language: id\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    pairs = sorted({english: indonesian for indonesian, english in words.INTERFACE.values()}.items())
    return "\n".join([header, *(f'msgid "{english}"\nmsgstr "{own}"\n' for english, own in pairs)])


def _texts(corpus: Corpus, texts: tuple[str, ...]) -> str:
    """One text for each language, on one line of YAML."""
    pairs = zip(corpus.languages, texts, strict=False)
    return "{" + ", ".join(f"{code}: {json.dumps(text)}" for code, text in pairs) + "}"


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
