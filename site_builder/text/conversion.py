"""What is found out while one text is converted."""

from __future__ import annotations

import hashlib

from site_builder.model.body import Heading, Reference
from site_builder.names import Lang
from site_builder.problems import Problem, Severity, Span
from site_builder.text.labels import Labels, labels_for
from site_builder.text.marks import Source

_LONGEST_VALUE = 40


class Conversion:
    """Collects problems, references, headings and the excerpt of one text.

    While the HTML is in the making, each reference is a token in it. A token holds the digest of the
    text, so that no author can write one.
    """

    def __init__(self, source: Source, lang: Lang) -> None:
        self.source = source
        self.lang = lang
        self.labels: Labels = labels_for(lang)
        self.problems: list[Problem] = []
        self.references: list[Reference] = []
        self.headings: list[Heading] = []
        self.removed_tags: set[str] = set()
        self.excerpt = ""
        self._nonce = ""
        self._mentions: dict[str, bool] = {}

    def mentions(self, text: str) -> bool:
        """Whether `text`, in lower case, stands anywhere in the source; asked many times of few texts."""
        if text not in self._mentions:
            self._mentions[text] = text in self.source.text.lower()
        return self._mentions[text]

    def report(
        self, code: str, at: Span, variant: str = "", severity: Severity = Severity.ERROR, **values: str
    ) -> None:
        shown = {name: shortened(value) if name != "suggestion" else value for name, value in values.items()}
        self.problems.append(Problem(code, at, variant, shown, severity))

    def warn(self, code: str, at: Span, variant: str = "", **values: str) -> None:
        self.report(code, at, variant, Severity.WARNING, **values)

    def token(self, reference: Reference) -> str:
        """Note `reference` and give what stands for it in the HTML until the end."""
        if not self._nonce:
            self._nonce = hashlib.blake2b(self.source.text.encode(), digest_size=12).hexdigest()
        self.references.append(reference)
        return f"{self.token_start}{len(self.references) - 1}e"

    @property
    def token_start(self) -> str:
        """What every token begins with; no text can hold the digest of itself."""
        return f"ref{self._nonce}n"


def shortened(value: str) -> str:
    value = " ".join(value.split())
    return value if len(value) <= _LONGEST_VALUE else value[: _LONGEST_VALUE - 1] + "…"


class Current:
    """Where the parts of the parser, built once a process, find the conversion under way."""

    conversion: Conversion
