from __future__ import annotations

import json

import pytest

from site_builder.render.json_ld import write_json_ld


def test_no_text_ends_the_element() -> None:
    text = write_json_ld([{"@type": "Thing", "name": "</script><!--<script>"}])
    assert "<" not in text
    assert json.loads(text)["@graph"] == [{"@type": "Thing", "name": "</script><!--<script>"}]


def test_what_is_empty_is_left_out_at_every_depth_but_not_zero() -> None:
    node: dict[str, object] = {"x": None, "y": [], "z": {"a": ""}, "n": 0, "kept": [{"b": None, "c": 1}]}
    assert json.loads(write_json_ld([node]))["@graph"] == [{"n": 0, "kept": [{"c": 1}]}]


def test_a_number_that_json_does_not_have_is_refused() -> None:
    with pytest.raises(ValueError, match="JSON"):
        write_json_ld([{"n": float("nan")}])
