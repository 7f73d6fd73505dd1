"""The sentences in which problems are told, in Indonesian and in English.

One folder a language, one TOML file a stage; a table is named by a problem's key.
"""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from site_builder.problems import Problem

LANGUAGES = ("id", "en")


class Sentence(Struct, frozen=True):
    message: str
    hint: str


def sentence_for(problem: Problem, language: str) -> Sentence:
    """Tell `problem` in `language` (`id` or `en`)."""
    found = catalogue(language)[problem.key]
    return Sentence(_fill(found.message, problem.values), _fill(found.hint, problem.values))


@cache
def catalogue(language: str) -> dict[str, Sentence]:
    """Read all sentences of one language, by problem key."""
    import tomllib  # these two take 10 ms, and most builds have nothing to tell
    from importlib import resources

    sentences: dict[str, Sentence] = {}
    folder = resources.files(__package__) / language
    for file in sorted(folder.iterdir(), key=lambda item: item.name):
        if file.name.endswith(".toml"):
            for key, table in tomllib.loads(file.read_text("utf-8")).items():
                if key in sentences:
                    raise ValueError(f"two sentences for {key}")
                sentences[key] = Sentence(table["message"], table.get("hint", ""))
    return sentences


def _fill(text: str, values: dict[str, str]) -> str:
    """Put values into `{names}`; values may hold braces themselves, so this is one pass."""
    return text.format_map(values) if "{" in text else text
