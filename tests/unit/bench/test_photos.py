from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image

from bench import photos
from bench.measure import BuildFailed
from site_builder.media.layouts import WIDTHS_PX


def test_a_drawn_photo_is_the_same_each_time_and_another_for_each_number(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(photos, "SIZE_PX", (400, 300))
    first = photos.draw(1)
    photos.scene_of.cache_clear()
    again, other, same_scene = photos.draw(1), photos.draw(2), photos.draw(1 + photos.SCENES)
    assert first.tobytes() == again.tobytes()
    assert first.tobytes() not in {other.tobytes(), same_scene.tobytes()}
    assert first.size == (400, 300)


def test_real_photographs_take_turns_with_drawn_scenes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(photos, "SIZE_PX", (400, 300))
    Image.new("RGB", (40, 40), "red").save(tmp_path / "a.png")
    (tmp_path / "a.txt").write_text("", encoding="utf-8")
    real = photos.photographs_in(str(tmp_path))
    assert [path.name for path in real] == ["a.png"]
    plain = [photos.draw(number, real).getcolors() == [(120_000, (255, 0, 0))] for number in range(10)]
    assert [number for number, is_real in enumerate(plain) if is_real] == [photos.SCENES]


def test_both_generators_are_asked_for_the_same_pictures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(photos, "SIZE_PX", (400, 300))
    sentra, hugo = photos.write_sites(2, 2, tmp_path)
    ours = sorted(path.name for path in (sentra.root / "content/pages/foto").iterdir())
    assert ours == sorted(path.name for path in (hugo.root / "assets").iterdir()) == ["0000.jpg", "0001.jpg"]
    asked = re.findall(r'"(\d+)x (\w+) q\d+ Lanczos"', (hugo.root / "layouts/index.html").read_text("utf-8"))
    assert asked == [(str(width), form) for width in WIDTHS_PX for form in photos.FORMATS]


def test_a_picture_that_is_missing_or_of_another_format_ends_the_measuring(tmp_path: Path) -> None:
    site, _ = photos.write_sites(0, 0, tmp_path)
    output = site.root / site.output
    output.mkdir()
    for width in WIDTHS_PX:
        for form, kind in photos.FORMATS.items():
            Image.new("RGB", (width, 30)).save(output / f"a-{width}.{form}", kind)
    photos.check(site, 1)
    Image.new("RGB", (WIDTHS_PX[0], 30)).save(output / f"a-{WIDTHS_PX[0]}.webp", "JPEG")
    with pytest.raises(BuildFailed, match="WEBP"):
        photos.check(site, 1)


def test_a_picture_of_ours_that_tells_where_it_was_taken_or_lies_ends_the_measuring(tmp_path: Path) -> None:
    site, _ = photos.write_sites(0, 0, tmp_path)
    output = site.root / site.output
    output.mkdir()
    for number in range(2):
        for width in WIDTHS_PX:
            for form, kind in photos.FORMATS.items():
                height = width * 2 if photos.lies(number) else width // 2
                Image.new("RGB", (width, height)).save(output / f"{number}-{width}.{form}", kind)
    photos.check(site, 2)
    lying = output / f"1-{WIDTHS_PX[0]}.jpg"
    Image.new("RGB", (WIDTHS_PX[0], 30)).save(lying)
    with pytest.raises(BuildFailed, match="stand upright"):
        photos.check(site, 2)
    Image.new("RGB", (WIDTHS_PX[0], 999)).save(lying, exif=photos.written_by_a_phone(turned=False))
    with pytest.raises(BuildFailed, match="exif"):
        photos.check(site, 2)
