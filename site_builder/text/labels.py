"""The few words that converted texts bring along themselves, in the language of the text."""

from __future__ import annotations

from msgspec import Struct

from site_builder.names import Lang


class Labels(Struct, frozen=True):
    table: str
    """Names a table that scrolls sideways and has no heading above it."""
    footnotes: str
    back: str
    """From footnote `{number}` back to the text."""


_LABELS = {
    "id": Labels("Tabel", "Catatan kaki", "Kembali ke teks, catatan {number}"),
    "en": Labels("Table", "Footnotes", "Back to the text, note {number}"),
    "ar": Labels("جدول", "الحواشي", "العودة إلى النص، الحاشية {number}"),
    "de": Labels("Tabelle", "Fußnoten", "Zurück zum Text, Anmerkung {number}"),
    "es": Labels("Tabla", "Notas al pie", "Volver al texto, nota {number}"),
    "fr": Labels("Tableau", "Notes de bas de page", "Revenir au texte, note {number}"),
    "ja": Labels("表", "脚注", "本文に戻る(注{number})"),
    "jv": Labels("Tabel", "Cathetan sikil", "Bali menyang teks, cathetan {number}"),
    "ko": Labels("표", "각주", "본문으로 돌아가기, 각주 {number}"),
    "ms": Labels("Jadual", "Nota kaki", "Kembali ke teks, nota {number}"),
    "nl": Labels("Tabel", "Voetnoten", "Terug naar de tekst, noot {number}"),
    "zh": Labels("表格", "脚注", "返回正文,注 {number}"),
}


def labels_for(lang: Lang) -> Labels:
    """Give the labels of `lang`, of its main language (`zh` for `zh-Hant`), or the English ones."""
    return _LABELS.get(lang) or _LABELS.get(lang.partition("-")[0]) or _LABELS["en"]
