"""What each field of a content file is for, in the words of editors, with an example: one file a language."""

from __future__ import annotations

from functools import cache

from msgspec import Struct


class Description(Struct, frozen=True):
    about: str
    """One or two plain sentences; the words to choose from are not among them."""
    example: str
    """A value in YAML on one line, as an editor would write it in this language."""


@cache
def descriptions(language: str) -> dict[str, dict[str, Description]]:
    """Read all descriptions of one language: by the struct's name, then by the field's."""
    import tomllib  # only a few commands describe fields
    from importlib import resources

    text = (resources.files(__package__) / f"{language}.toml").read_text("utf-8")
    return {
        owner: {field: Description(*pair) for field, pair in table.items()}
        for owner, table in tomllib.loads(text).items()
    }


def describe(language: str, owners: tuple[str, ...], field: str) -> Description:
    """Describe a field; of the structs that may hold it, the first that describes it counts."""
    tables = descriptions(language)
    return next(tables[owner][field] for owner in owners if field in tables.get(owner, {}))
