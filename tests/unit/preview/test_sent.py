"""A page is sent in one way, whether it is of the finished site or shown ahead of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from site_builder.names import OutPath
from site_builder.preview.html import with_script
from site_builder.preview.replies import Told
from site_builder.preview.sent import sent_now
from site_builder.preview.state import Preview
from site_builder.preview.wire import Wire
from site_builder.preview.words import say
from site_builder.publish.marker import MARKER

SHOP = OutPath("toko/intako/index.html")
PAGE = (
    '<html lang="en"><head><link rel="stylesheet" href="/{sheet}.css"></head><body><h1>Intako</h1>'
    '<ul class="actions"><li><a href="/toko/intako/intako.vcf" download>Save</a></li></ul></body></html>'
)


@pytest.fixture
def preview(tmp_path: Path) -> Preview:
    (tmp_path / SHOP).parent.mkdir(parents=True)
    (tmp_path / SHOP).write_text(PAGE.format(sheet="a"))
    (tmp_path / MARKER).write_text("first")
    made = Preview(tmp_path, "en", "token")
    made.take(Told())
    return made


def test_a_page_that_is_shown_ahead_says_what_it_lacks_as_it_does_afterwards(preview: Preview) -> None:
    afterwards = sent_now(preview, SHOP)
    preview.take_ahead({SHOP: PAGE.format(sheet="a")})
    (preview.folder / SHOP).unlink()
    assert sent_now(preview, SHOP) == afterwards
    assert say("preview-no-codes", "en").message.encode() in (afterwards or b"")


def test_other_files_are_sent_as_they_are_and_none_where_there_is_none(preview: Preview) -> None:
    (preview.folder / "a.txt").write_text(PAGE)
    assert sent_now(preview, OutPath("a.txt")) == PAGE.encode()
    assert sent_now(preview, OutPath("b.txt")) is None
    assert sent_now(preview, OutPath("toko")) is None


@pytest.mark.parametrize("is_ahead", [True, False])
def test_a_page_with_a_note_changes_its_style_without_being_loaded_anew(
    preview: Preview, *, is_ahead: bool
) -> None:
    sent = with_script(sent_now(preview, SHOP) or b"", preview.token, preview.tree)
    (stamp,) = (part.removeprefix('data-page="') for part in sent.decode().split() if "data-page" in part)
    changed = PAGE.format(sheet="b")
    if is_ahead:
        preview.take_ahead({SHOP: changed})
    else:
        (preview.folder / SHOP).write_text(changed)
    told = _told(preview, stamp.removesuffix('"'))
    assert [(one["command"], one.get("sheets")) for one in told] == [("styles", ("/b.css",))]


def _told(preview: Preview, stamp: str) -> list[dict[str, Any]]:
    """Bring an open page up to date that was stamped so when it was sent; give what it is told."""
    wire = Wire(mock.Mock(ui_methods={}, ui_modules={}), mock.MagicMock(), preview=preview)
    wire.page, wire._dress = SHOP, stamp
    told: list[dict[str, Any]] = []
    with mock.patch.object(wire, "send_message", told.append):
        wire.bring_up_to_date()
    return told
