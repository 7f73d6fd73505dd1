"""Marks of files that are gone: they follow the file when it was only renamed. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from msgspec import Struct

from site_builder.status.marks import OWN_PART, OWN_TEXT, Mark, Marks

_ENOUGH = 0.5
"""So much of a mark agrees with the texts of a file that was renamed, though edited since."""
_BOTH = 2
"""Entries that have what tells one that was renamed: under the old name and the new."""


class Followed(Struct, frozen=True):
    marks: Marks
    """Under the names that the files have now."""
    lost: tuple[str, ...]
    """Marks of files that are gone, and that may be those of a translation nobody has marked."""


def gone_marks(marks: Marks, known: Collection[str]) -> Marks:
    """Give the marks of entries that are not there; `known` are those that are: `shops/intako`."""
    return {name: mark for name, mark in marks.items() if name.rpartition(".")[0] not in known}


def followed(marks: Marks, gone: Marks, unmarked: Mapping[str, Mark]) -> Followed:
    """Give marks of files that are gone to the translations that are most like them.

    `unmarked` has what the mark of each translation without one would be now. One that two files could have
    had is given to neither. What other entries say too, as a paragraph that all shops have, tells nothing.
    """
    common = _common(marks, unmarked)
    likeness = {
        (old, new): _agreement(gone[old], unmarked[new])
        for old in gone
        for new in unmarked
        if _is_alike(old, new) and _is_same(gone[old], unmarked[new], common)
    }
    new_names = dict(_best(likeness))
    lost = (old for old in gone if old not in new_names and any(_is_alike(old, new) for new in unmarked))
    return Followed({new_names.get(name, name): mark for name, mark in marks.items()}, tuple(sorted(lost)))


def _best(likeness: Mapping[tuple[str, str], float]) -> Iterator[tuple[str, str]]:
    """Give the pairs of which neither side has another one as good."""
    for (old, new), share in likeness.items():
        rivals = [
            other
            for pair, other in likeness.items()
            if pair != (old, new) and (pair[0] == old or pair[1] == new)
        ]
        if share > max(rivals, default=0):
            yield old, new


def _is_alike(old: str, new: str) -> bool:
    """Whether both are of one kind and one language."""
    return old.partition("/")[0] == new.partition("/")[0] and old.rpartition(".")[2] == new.rpartition(".")[2]


def _common(marks: Marks, unmarked: Mapping[str, Mark]) -> frozenset[tuple[str, str]]:
    """Give the parts that several entries have, of those that are gone and those that are there alike."""
    entries: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for group in (marks, unmarked):
        for name, mark in group.items():
            for part in mark.items():
                entries[part].add(name.rpartition(".")[0])
    return frozenset(part for part, names in entries.items() if len(names) > _BOTH)


def _is_same(mark: Mark, now: Mark, common: frozenset[tuple[str, str]]) -> bool:
    """Whether enough agrees, and with it the name, or more than enough and a part that no third entry has."""
    agreeing, share = mark.items() & now.items(), _agreement(mark, now)
    if any(part == "name" for part, _ in agreeing):
        return share >= _ENOUGH
    return share > _ENOUGH and any(part not in common for part in agreeing)


def _agreement(mark: Mark, now: Mark) -> float:
    """Say how much of a mark is still so; the whole translation counts where its parts are not known."""
    has_parts = any(part.startswith(OWN_PART) for part in mark)
    counted = [part for part in mark if not (has_parts and part == OWN_TEXT)]
    return sum(now.get(part) == mark[part] for part in counted) / max(len(counted), 1)
