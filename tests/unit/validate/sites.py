"""Some entries as a site, for rules that look at more than one file."""

from __future__ import annotations

from site_builder.model.catalog import AnyEntry, Catalog
from site_builder.model.config import Language, SiteConfig, Vocabulary
from site_builder.model.localized import Localized
from site_builder.names import EntryId, Kind, Lang, SourcePath
from site_builder.problems import Span
from site_builder.source.documents import Document
from site_builder.validate.places import FieldPath, span_of
from tests.unit.validate.files import document_of, framed, good

INTAKO = "content/shops/intako.md"
WORDS = Vocabulary(
    categories={"koper": Localized({Lang("id"): "Koper"})},
    materials={
        "kulit-sapi": Localized({Lang("id"): "Kulit sapi"}),
        "kanvas": Localized({Lang("id"): "Kanvas"}),
    },
)


class Site:
    """Some entries, put together, whose files can be asked for places."""

    def __init__(self, files: dict[str, str], config: str = "") -> None:
        entries: dict[Kind, dict[EntryId, AnyEntry]] = {kind: {} for kind in Kind}
        self.documents: dict[str, Document] = {}
        for path, text in files.items():
            entry = good(path, text)
            entries[entry.kind][entry.id] = entry
            self.documents[path] = document_of(path, framed(path, text))
        menu = tuple(EntryId(word) for word in config.split())
        self.documents["content/site.yaml"] = document_of("content/site.yaml", f"menu: [{', '.join(menu)}]\n")
        site = SiteConfig(Localized({Lang("id"): "X"}), (Language("id", "Indonesia"),), menu=menu)
        self.catalog = Catalog(site, WORDS, **{kind.value: entries[kind] for kind in Kind})  # type: ignore[arg-type]  # of each its own

    def locate(self, path: SourcePath, field: FieldPath) -> Span:
        return span_of(self.documents[path], field)
