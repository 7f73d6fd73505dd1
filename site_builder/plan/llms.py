"""`llms.txt`: the site in one page of Markdown for programs that read for people, as llmstxt.org asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from site_builder.model.catalog import AnyEntry, has_closed
from site_builder.names import OutPath
from site_builder.plan.edition import Edition
from site_builder.plan.heads import menu_name
from site_builder.plan.open_data import FORMS, SCHEMA_PATH, data_path
from site_builder.plan.tasks import TextTask
from site_builder.source.naming import CONFIG_PATH

MOST_LINKS = 50
"""Of one section: what is more, the section's own page lists."""


def llms_file(edition: Edition) -> TextTask:
    """Plan the file, in the default language. Samples are not in it.

    Addresses are whole where the site knows its own, else they begin at the root of the host.
    """
    config = edition.catalog.config
    summary = edition.show_or_none(config.description) or edition.show_or_none(config.tagline)
    parts = [f"# {_plain(edition.show(config.name).text)}"]
    parts += [f"> {_plain(summary.text)}"] if summary is not None else []
    parts += [
        f"## {_plain(heading)}\n\n" + "\n".join(lines)
        for heading, lines in ((heading, list(links)) for heading, links in _sections(edition))
        if lines
    ]
    return TextTask(OutPath("llms.txt"), CONFIG_PATH, "\n\n".join(parts) + "\n")


def _sections(edition: Edition) -> Iterator[tuple[str, Iterable[str]]]:
    catalog, config = edition.catalog, edition.catalog.config
    menu = dict.fromkeys((*config.menu, *config.footer_menu))
    products = list(catalog.products.values())
    yield (
        edition.word("Pages").text,
        _links(edition, (catalog.pages[id_] for id_ in menu if id_ in catalog.pages)),
    )
    yield (
        edition.word("Shops").text,
        _links(edition, (one for one in catalog.shops.values() if not has_closed(one))),
    )
    yield (
        edition.word("Product lines").text,
        _links(edition, (one for one in products if one.facts.shop is None)),
    )
    yield (
        edition.word("Products").text,
        _links(edition, (one for one in products if one.facts.shop is not None)),
    )
    yield edition.word("Stories").text, _links(edition, catalog.stories.values())
    yield edition.word("Open data").text, _data(edition)
    yield edition.word("Language").text, _languages(edition)


def _links(edition: Edition, entries: Iterable[AnyEntry]) -> Iterator[str]:
    real = (entry for entry in entries if not entry.meta.sample)
    for entry, _ in zip(real, range(MOST_LINKS), strict=False):
        summary = edition.show_or_none(entry.meta.summary)
        name = menu_name(edition, entry) if entry.kind.value == "pages" else edition.show(entry.meta.name)
        yield _link(edition, name.text, edition.url(entry), "" if summary is None else summary.text)


def _data(edition: Edition) -> Iterator[str]:
    licence = edition.catalog.config.data_licence or ""
    files = [data_path(name, form) for name, forms in FORMS.items() for form in forms]
    for path in (*files, SCHEMA_PATH):
        yield _link(edition, path.rpartition("/")[2], edition.routes.asset(path), licence)


def _languages(edition: Edition) -> Iterator[str]:
    for language, lang in zip(edition.catalog.config.languages, edition.langs, strict=True):
        if lang != edition.lang:
            yield _link(edition, language.name, edition.routes.address(lang), "")


def _link(edition: Edition, name: str, url: str, about: str) -> str:
    link = f"- [{_plain(name)}]({edition.routes.absolute(url)})"
    return f"{link}: {_plain(about)}" if about else link


def _plain(text: str) -> str:
    """Keep a text to its line, and what it says from being taken for Markdown."""
    line = " ".join(text.split())
    return "".join(f"\\{sign}" if sign in "\\[]<>`*_" else sign for sign in line)
