"""The files of an index as they are published: what Pagefind wrote, but the same bytes each time.

Pagefind writes the words of its filters in an order that chance decides, and names files after those bytes.
Here they are put in order and named after what they hold then. What a result shows goes into its own small
file only now, because Pagefind would let visitors find all that it knows of, addresses and prices too. The
text, which no result shows, is left out.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import zlib
from collections.abc import Mapping, Sequence
from typing import TypeAlias, cast

import msgspec

from site_builder.names import Lang
from site_builder.plan.views.search import FoundCard
from site_builder.search import cbor

ENTRY = "pagefind-entry.json"
_SCRIPTS = ("pagefind.js", "pagefind-worker.js")
_MARK = b"pagefind_dcd"
"""Every file that Pagefind reads begins with it, unpacked."""
_DIGITS = 10
_STORED_MOST = 0xFFFF

Files: TypeAlias = Mapping[str, bytes]
Rows: TypeAlias = "list[list[cbor.Value]]"


class NotAsKnown(Exception):
    """Pagefind wrote something else than its known version does."""


def published(files: Files, lang: Lang, cards: Sequence[FoundCard]) -> dict[str, bytes]:
    """Give the files of an index by their names; the card of the page `/7` is `cards[7]`.

    Raises `NotAsKnown`.
    """
    try:
        return _published(files, lang, cards)
    except (KeyError, IndexError, TypeError, ValueError, OSError, EOFError, zlib.error) as error:
        raise NotAsKnown(f"{type(error).__name__}: {error}") from error


def _published(files: Files, lang: Lang, cards: Sequence[FoundCard]) -> dict[str, bytes]:
    entry = json.loads(files[ENTRY])
    (told,) = entry["languages"].values()
    wasm = f"wasm.{told['wasm'] or 'unknown'}.pagefind"
    made = {name: files[name] for name in (*_SCRIPTS, wasm)}
    made |= {name: data for name, data in files.items() if name.startswith("index/")}
    meta = cast("list[Rows]", cbor.decode(_unpacked(files[f"pagefind.{told['hash']}.pf_meta"])))
    version, pages, chunks, filters, *rest = meta
    for page in pages:
        fragment = json.loads(_unpacked(files[f"fragment/{page[0]}.pf_fragment"]))
        page[0] = _add(made, lang, "fragment", _fragment(fragment, cards[int(fragment["url"].strip("/"))]))
    for facet in filters:
        name, words = cast("list[Rows]", cbor.decode(_unpacked(files[f"filter/{facet[1]}.pf_filter"])))
        facet[1] = _add(
            made, lang, "filter", cbor.encode(cast("cbor.Value", [name, sorted(words, key=_first)]))
        )
    data = cbor.encode(cast("cbor.Value", [version, pages, chunks, sorted(filters, key=_first), *rest]))
    told["hash"] = name_of = f"{lang}_{_digest(data)}"
    made[f"pagefind.{name_of}.pf_meta"] = _packed(data)
    entry["languages"] = {lang: told}
    made[ENTRY] = json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    return dict(sorted(made.items()))


def _first(row: Sequence[cbor.Value]) -> str:
    return str(row[0])


def _fragment(written: Mapping[str, object], card: FoundCard) -> bytes:
    own = {
        "url": card.url,
        "content": "",
        "word_count": written["word_count"],
        "filters": {},
        "meta": {"card": card},
        "anchors": [],
    }
    return msgspec.json.encode(own)


def _add(made: dict[str, bytes], lang: Lang, kind: str, data: bytes) -> str:
    name = f"{lang}_{_digest(data)}"
    made[f"{kind}/{name}.pf_{kind}"] = _packed(data)
    return name


def _digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=20).hexdigest()[:_DIGITS]


def _unpacked(data: bytes) -> bytes:
    unpacked = gzip.decompress(data)
    if not unpacked.startswith(_MARK):
        raise ValueError("without its mark")
    return unpacked.removeprefix(_MARK)


def _packed(data: bytes) -> bytes:
    """Write gzip (RFC 1952) that does not make smaller: compressors differ from machine to machine."""
    data = _MARK + data
    blocks = [data[start : start + _STORED_MOST] for start in range(0, len(data), _STORED_MOST)]
    body = b"".join(
        bytes([block is blocks[-1]])
        + len(block).to_bytes(2, "little")
        + (len(block) ^ _STORED_MOST).to_bytes(2, "little")
        + block
        for block in blocks
    )
    check = zlib.crc32(data).to_bytes(4, "little") + (len(data) & 0xFFFFFFFF).to_bytes(4, "little")
    return b"\x1f\x8b\x08" + b"\0" * 6 + b"\xff" + body + check
