"""The words of the status, in Indonesian and in English."""

from __future__ import annotations

from site_builder.messages import Sentence, sentence_for
from site_builder.names import Kind
from site_builder.problems import Problem, Span
from site_builder.status.values import Group


class Words:
    """The words of one language, `id` or `en`."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.in_english = language == "en"

    def say(self, key: str, **values: str | int) -> str:
        return self._told(key, **values).message

    def heading(self, group: Group) -> str:
        return self._told(f"group.{group.value}", day="").message

    def cure(self, group: Group, day: str) -> str:
        return self._told(f"group.{group.value}", day=day).hint

    def kind(self, kind: Kind) -> str:
        return self._told(f"kind.{kind.value}").message

    def _told(self, key: str, **values: str | int) -> Sentence:
        texts = {name: str(value) for name, value in values.items()}
        return sentence_for(Problem(f"told-{key}", Span("."), values=texts), self.language)
