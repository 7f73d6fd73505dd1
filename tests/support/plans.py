"""Two shops as a list of an office has them, and what a plan says of them."""

from __future__ import annotations

from site_builder.importing.entries.plan import ImportPlan, Outcome
from site_builder.importing.showing import reason_and_advice
from site_builder.names import SourcePath
from tests.support.spreadsheets import after, shops_from, sources

HEAD = ["Nama Usaha", "Jenis", "Kategori", "Alamat", "No. HP/WA"]
MEKAR = ["Toko Mekar", "Toko", "Dompet", "Kludan 3", "0812-3456-789 (WA)"]
INTAKO = ["Koperasi Intako", "Koperasi", "Dompet, Tas", "Jl. Utama No. 27", None]


def neighbour(name: str) -> list[str | None]:
    """Give the row of a shop like the first, in another street and without a number."""
    return [name, *MEKAR[1:3], f"Jl. {name} 1", None]


def only(plan: ImportPlan) -> Outcome:
    (outcome,) = plan.outcomes
    return outcome


def written(plan: ImportPlan, path: str) -> str:
    return next(write.after.decode() for write in plan.writes if write.path == path)


def statuses(plan: ImportPlan) -> list[tuple[str, str]]:
    return [(outcome.name, str(outcome.status)) for outcome in plan.outcomes]


def warnings(plan: ImportPlan) -> list[tuple[str, str]]:
    return [(note.at.path, reason_and_advice(note, "id")[0]) for note in plan.notes]


def own_warnings(plan: ImportPlan) -> list[tuple[str, str]]:
    """Give all but what every list of products without shops is told: that they are the whole cluster's."""
    told = [note for note in plan.notes if note.code != "row-cluster"]
    return [(note.at.path, reason_and_advice(note, "id")[0]) for note in told]


def edited(old: str, new: str) -> dict[SourcePath, bytes]:
    """Import two shops, then let an editor change a text of one of them."""
    before = sources()
    files = after(before, shops_from([HEAD, MEKAR, INTAKO], before))
    path = SourcePath("content/shops/toko-mekar.md")
    assert old.encode() in files[path]
    return {**files, path: files[path].replace(old.encode(), new.encode())}


def held_of(outcome: Outcome) -> list[tuple[str, str, str, str]]:
    return [(held.field, held.here, held.sheet, held.why) for held in outcome.held]


def codes(outcome: Outcome) -> list[str]:
    return [problem.key for problem in outcome.problems]
