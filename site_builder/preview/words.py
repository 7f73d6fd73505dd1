"""The preview's own words, from the same catalogue as the sentences of problems."""

from __future__ import annotations

from site_builder.messages import Sentence, sentence_for
from site_builder.problems import Problem, Span


def say(key: str, language: str, **values: str) -> Sentence:
    """Give the sentence called `key`, its blanks filled."""
    return sentence_for(Problem(key, Span("."), values=values), language)
