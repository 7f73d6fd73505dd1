"""Plans of small sites made in memory, for the tests of this folder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from site_builder.model.body import BodySource
from site_builder.model.catalog import AnyEntry, Catalog
from site_builder.model.config import Language, SiteConfig, Vocabulary
from site_builder.model.localized import Localized
from site_builder.names import Digest, EntryId, Kind, Lang, OutPath, SourcePath
from site_builder.plan.links import Text
from site_builder.plan.plan import Material, make_plan
from site_builder.plan.routes import make_routes
from site_builder.plan.tasks import PageTask
from site_builder.problems import Problem, Span
from site_builder.text.convert import convert
from site_builder.validate.places import FieldPath
from tests.unit.validate.files import good

V = TypeVar("V")
ID, EN = Lang("id"), Lang("en")
WORDS = Vocabulary(
    categories={"tas": Localized({ID: "Tas", EN: "Bags"}), "koper": Localized({ID: "Koper"})},
    materials={"kulit": Localized({ID: "Kulit", EN: "Leather"})},
    services={"eceran": Localized({ID: "Eceran"}), "grosir": Localized({ID: "Grosir"})},
    tags={"sejarah": Localized({ID: "Sejarah", EN: "History"})},
    units={"jiwa": Localized({ID: "jiwa", EN: "souls", Lang("ja"): "人"})},
)
CONFIG = SiteConfig(
    Localized({ID: "Sentra", EN: "Cluster"}),
    (Language("id", "Bahasa Indonesia"), Language("en", "English")),
    page_size=10,
)


def entries_of(files: Mapping[str, str]) -> list[AnyEntry]:
    """Read entries from their fields, each named by its path below `content/`."""
    return [good(f"content/{path}", text) for path, text in files.items()]


def material_of(
    entries: Iterable[AnyEntry],
    texts: Mapping[str, str] | None = None,
    words: Mapping[Lang, Mapping[str, str]] | None = None,
    config: SiteConfig = CONFIG,
) -> Material:
    """Put entries together; `texts` are Markdown by path; Indonesian has no words by default."""
    by_kind: dict[str, dict[EntryId, AnyEntry]] = {kind.value: {} for kind in Kind}
    for entry in entries:
        by_kind[entry.kind.value][entry.id] = entry
    catalog = Catalog(config, WORDS, **by_kind)  # type: ignore[arg-type]
    read = [_text(f"content/{path}", markdown, catalog) for path, markdown in (texts or {}).items()]
    return Material(
        catalog=catalog,
        hidden=frozenset(),
        unread=frozenset(),
        texts=read,
        bodies={(text.kind, text.id, text.body.lang): text.body for text in read},
        photos={},
        photo_files=(),
        assets={},
        words={ID: {}} if words is None else words,
        routes=make_routes(config, catalog.pages, "https://example.org/"),
        locate=_nowhere,
    )


def pages_of(material: Material) -> dict[OutPath, PageTask]:
    """Plan a site that must be right; give its pages."""
    plan, problems = make_plan(material, ())
    assert problems == ()
    return {task.out: task for task in plan.tasks if isinstance(task, PageTask)}


def problems_of(material: Material) -> list[Problem]:
    return list(make_plan(material, ())[1])


def view_of(pages: Mapping[OutPath, PageTask], out: str, kind: type[V]) -> V:
    view = pages[OutPath(out)].view
    assert isinstance(view, kind)
    return view


def _text(path: str, markdown: str, catalog: Catalog) -> Text:
    _, folder, name = path.split("/")
    stem, *lang = name.removesuffix(".md").split(".")
    entry = catalog.of(Kind(folder))[EntryId(stem)]
    body = convert(markdown, SourcePath(path), 1, Lang(lang[0]) if lang else ID).body
    return Text(entry.kind, entry.id, BodySource(SourcePath(path), 1, Digest("")), body)


def _nowhere(path: SourcePath, field: FieldPath) -> Span:
    return Span(path)
