"""A text that was saved, in the place of the one before it in what the last build knew of the site.

Most saves change the text of one entry and nothing that another page, a list or a check could see. Its own
pages can then be planned from the last build, in the same time whatever the size of the site.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from site_builder.gather.entries import BodyJob, EntryJob, convert_bodies, read_entries
from site_builder.gather.records import BodyRecord, body_key, decode_body, decode_entry, html_key
from site_builder.gather.shards import shard_key, shelve
from site_builder.model.body import Body
from site_builder.model.catalog import AnyEntry
from site_builder.names import Digest, Lang, SourcePath
from site_builder.plan.plan import Material
from site_builder.problems import Problem, has_errors
from site_builder.source.naming import DocumentName, Role, name_document
from site_builder.source.scan import Snapshot
from site_builder.store.database import Store
from site_builder.text.cost import is_costly


class SavedText(Struct, frozen=True):
    """The text, converted."""

    entry: AnyEntry
    lang: Lang
    record: BodyRecord
    html: bytes

    @property
    def body(self) -> Body:
        return self.record.body

    def keep(self, code: Digest, store: Store) -> None:
        """Keep it where the build that follows looks for what was converted."""
        kind, digest = self.entry.kind, self.entry.bodies[self.lang].digest
        store.put(html_key(self.body.digest), self.html)
        shelve(
            shard_key("body", code, kind, self.entry.id),
            body_key(code, self.lang, kind, digest),
            self.record,
            store,
        )


def read_saved_text(material: Material, path: SourcePath, now: Snapshot) -> SavedText | None:
    """Read the file at `path` anew; `None` unless nothing but the words of its text has changed.

    What links to other places or is linked to, and all fields, must be as `material` has them: then no
    check can come to another end, and no other page looks otherwise but where it quotes the text. Nor is
    a text read so that could take long: for that nobody waits here.
    """
    langs = tuple(Lang(language.code) for language in material.catalog.config.languages)
    before = _entry_at(material, path, langs)
    if before is None or any(one not in now.stats for one in before.paths):
        return None
    names = tuple(_names(before, langs))
    files = tuple((name, now.read(name.path)) for name in names)
    (read,) = read_entries([EntryJob(langs, files, before.kind)])
    record = decode_entry(before.kind, read.record)
    entry = None if record is None or has_errors(record.problems) else record.entry
    if entry is None or replace(entry, bodies=before.bodies) != before:
        return None
    changed = [lang for lang, source in entry.bodies.items() if source.path == path]
    if len(changed) != 1 or entry.bodies.keys() != before.bodies.keys():
        return None
    (lang,) = changed
    if is_costly(read.texts[lang]):
        return None
    (converted,) = convert_bodies([BodyJob(path, lang, read.texts[lang])])
    made = decode_body(converted.record)
    if made is None or has_errors(made.problems):
        return None
    if not _leads_alike(made.body, material.bodies[entry.kind, entry.id, lang]):
        return None
    return SavedText(entry, lang, made, converted.html)


def _entry_at(material: Material, path: SourcePath, langs: tuple[Lang, ...]) -> AnyEntry | None:
    name = name_document(path, langs)
    if isinstance(name, Problem) or name.role is not Role.ENTRY or name.kind is None:
        return None
    return material.catalog.of(name.kind).get(name.id)


def _names(entry: AnyEntry, langs: tuple[Lang, ...]) -> Iterator[DocumentName]:
    for path in entry.paths:
        name = name_document(path, langs)
        assert isinstance(name, DocumentName), path
        yield name


def _leads_alike(body: Body, before: Body) -> bool:
    holes = [[replace(one, line=1, column=1) for one in some.references] for some in (body, before)]
    return body.headings == before.headings and holes[0] == holes[1]
