"""What the preview writes into pages and over them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from site_builder.preview.replies import Fault
from site_builder.preview.styles import dress_of
from site_builder.preview.words import say
from site_builder.report import MOST_SHOWN

SCRIPT = "/__preview.js"
STYLE = "/__preview.css"

_HEAD_ENDS = re.compile(rb"</(?:head|body|html)\s*>", re.IGNORECASE)
_UPGRADE = re.compile(
    rb"""(<meta\s+http-equiv="Content-Security-Policy"\s+content="[^"]*?);\s*upgrade-insecure-requests(?=[;"])"""
)
_TYPED = re.compile("`([^`]+)`")
_EXCERPT = 100
_BEFORE = 60


def with_script(page: bytes, token: str, tree: str) -> bytes:
    """Add the preview's script to a page; the built file never holds it.

    The policy of the page stays in force but for one order: to ask for `https` only. The preview has none,
    and browsers other than Chromium obey even on this machine.
    """
    data = f'data-token="{token}" data-tree="{tree}" data-page="{dress_of(page).page}"'
    page = _UPGRADE.sub(rb"\1", page, count=1)
    script = f'<script src="{SCRIPT}" {data} defer></script>'.encode()
    end = _HEAD_ENDS.search(page)
    at = len(page) if end is None else end.start()
    return page[:at] + script + page[at:]


def fault_list(faults: Sequence[Fault], language: str, *, page_stays: bool, may_be_more: bool = False) -> str:
    """Write the faults as HTML: place, sentence, the line with a mark, hint."""
    key = "preview-faults-title-first" if may_be_more else "preview-faults-title"
    title = escape(say(key, language, count=str(len(faults))).message)
    note = say("preview-faults-note" if page_stays else "preview-faults-start", language).message
    items = "".join(_fault_item(fault, language) for fault in faults[:MOST_SHOWN])
    more = len(faults) - MOST_SHOWN
    rest = (
        f"<p>{escape(say('preview-faults-more', language, count=str(more)).message)}</p>" if more > 0 else ""
    )
    return f'<h2 id="title">{title}</h2><p>{escape(note)}</p><ol>{items}</ol>{rest}'


def start_page(faults: Sequence[Fault], language: str, token: str, *, may_be_more: bool = False) -> bytes:
    """Write the page that is shown until a first build has succeeded."""
    title = escape(say("preview-title", language).message)
    if faults:
        body = fault_list(faults, language, page_stays=False, may_be_more=may_be_more)
    else:
        body = f"<p>{escape(say('preview-waiting', language).message)}</p>"
    page = (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>{title}</title><link rel="stylesheet" href="{STYLE}"></head>'
        f'<body class="start"><main><h1>{title}</h1>'
        f'<div id="sentra-preview" class="faults">{body}</div></main></body></html>\n'
    )
    return with_script(page.encode(), token, "")


def _fault_item(fault: Fault, language: str) -> str:
    place = fault.path if fault.line < 1 else f"{fault.path}:{fault.line}:{fault.column}"
    parts = [f"<p><code>{escape(place)}</code></p><p><strong>{_sentence(fault.message)}</strong></p>"]
    if fault.excerpt.strip():
        parts.append(f"<pre>{_marked(fault.excerpt, fault.column)}</pre>")
    if fault.hint:
        label = escape(say("preview-hint", language).message)
        parts.append(f'<p class="hint">{label} {_sentence(fault.hint)}</p>')
    return f"<li>{''.join(parts)}</li>"


def _sentence(text: str) -> str:
    """Write a sentence; what stands between grave accents is to be typed, without them."""
    return _TYPED.sub(r"<code>\1</code>", escape(text))


def _marked(line: str, column: int) -> str:
    """Show the part of a line around a column, with what begins there marked."""
    start = max(0, column - 1 - _BEFORE) if len(line) > _EXCERPT else 0
    before, rest = line[start : column - 1], line[column - 1 : start + _EXCERPT]
    word = re.match(r"\S+|.", rest)
    if word is None:
        return f"{escape(before)}<mark>&nbsp;</mark>"
    return f"{escape(before)}<mark>{escape(word[0])}</mark>{escape(rest[word.end() :])}"
