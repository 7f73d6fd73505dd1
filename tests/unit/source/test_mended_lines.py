from __future__ import annotations

import pytest
import yaml

from site_builder.source.mended_lines import fields_set_apart


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (
            "{berkas: a.jpg, teks_alt: Penjahit: Bu Sri, di mesin jahit}",
            '{berkas: a.jpg, teks_alt: "Penjahit: Bu Sri, di mesin jahit"}',
        ),
        ('{berkas: a.jpg teks_alt: "Depan: pintu"}', '{berkas: a.jpg, teks_alt: "Depan: pintu"}'),
        ("{min: 1 max: 2}", "{min: 1, max: 2}"),
        ("{id: Tas kulit; en: Leather bag}", "{id: Tas kulit, en: Leather bag}"),
        (  # a field that nobody knows may be part of the text before it
            "{berkas: a.jpg, teks_alt: Depan, rahasia: Foto: Sri}",
            '{berkas: a.jpg, teks_alt: "Depan, rahasia: Foto: Sri"}',
        ),
    ],
)
def test_fields_in_braces_are_set_apart_and_stay_what_they_were(written: str, meant: str) -> None:
    mended = fields_set_apart(written)
    assert mended == meant
    assert isinstance(yaml.safe_load(mended), dict)
    assert fields_set_apart(mended) == mended


@pytest.mark.parametrize(
    "written", ["{}", "{a, b}", "{tinggi sekali}", "{{ nama }}", "[min: 1]", "{x min: 1}", '{min: "1}']
)
def test_what_nobody_can_part_is_left_alone(written: str) -> None:
    assert fields_set_apart(written) == ""
