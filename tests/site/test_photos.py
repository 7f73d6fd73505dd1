"""The photos of a site as it is published: what pages name is there, as it says, and made once."""

from __future__ import annotations

import io
import re
import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image

from site_builder.problems import ContentRefused
from tests.support.little_site import LittleSite, difference, make_little_site, tree_of
from tests.support.pictures import HOSTILE, SECRETS, encoded, jpeg_with_secrets, noisy

PHOTOS = {
    "content/shops/intako/depan.jpg": jpeg_with_secrets((1000, 700), orientation=6),
    "content/shops/intako/tengah.webp": encoded(noisy((400, 300)), "WEBP"),
    "content/products/tas-1/sisi.png": encoded(noisy((360, 300), "RGBA"), "PNG"),
}
TAS = "produk/kategori/tas/index.html"
FORMATS = {"avif": "AVIF", "webp": "WEBP", "jpg": "JPEG", "png": "PNG"}


def make_site(root: Path) -> LittleSite:
    site = make_little_site(root)
    for path, data in PHOTOS.items():
        site.write(path, data)
    site.replace("content/shops/intako.md", "Buka", "![Bagian tengah](intako/tengah.webp)\n\nBuka")
    return site


def pictures_of(site: LittleSite, page: str) -> list[tuple[list[tuple[str, str]], dict[str, str]]]:
    """Give each `<picture>` of a page: its candidates (address, width) and the attributes of its `<img>`.

    A card's have no width beside them; their names say it.
    """
    found = []
    for element in re.findall(r"<picture>.*?</picture>", site.published(page)):
        addresses = re.findall(r'/assets/photos/[^\s"]+', element)
        candidates = [(address, re.findall(r"-(\d+)\.", address)[-1]) for address in addresses]
        said = re.findall(r"(/assets/photos/\S+) (\d+)w", element)
        assert set(said) <= set(candidates)
        assert bool(said) == ("sizes=" in element)
        image = re.search(r"<img [^>]*>", element)
        assert image is not None
        found.append((candidates, dict(re.findall(r'([\w-]+)="([^"]*)"', image[0]))))
    return found


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> LittleSite:
    site = make_site(tmp_path_factory.mktemp("photos"))
    site.build()
    return site


def test_what_a_page_names_is_there_in_the_size_and_format_that_it_says(site: LittleSite) -> None:
    named = set[str]()
    for page in ("toko/intako/index.html", "produk/tas-1/index.html", TAS, "index.html"):
        shown = pictures_of(site, page)
        assert shown, page
        for candidates, image in shown:
            for address, width in candidates:
                with Image.open(site.output / address.lstrip("/")) as picture:
                    assert (picture.width, picture.format) == (int(width), FORMATS[address[-4:].lstrip(".")])
                named.add(address)
            with Image.open(site.output / image["src"].lstrip("/")) as picture:
                assert picture.size == (int(image["width"]), int(image["height"]))
            assert image["src"] in {address for address, _ in candidates}
            assert image["alt"]
    assert {address.rpartition(".")[2] for address in named} == {"avif", "webp", "jpg", "png"}


def test_a_card_names_its_photo_in_one_file_of_the_best_format_and_one_for_every_browser(
    site: LittleSite,
) -> None:
    for page in (TAS, "index.html"):
        for candidates, _ in pictures_of(site, page):
            assert len({width for _, width in candidates}) == 1
            best, plain = (address.rpartition(".")[2] for address, _ in candidates)
            assert (best, plain) in {("avif", "jpg"), ("avif", "png"), ("webp", "png")}


def test_every_file_that_is_made_of_a_photo_is_named_by_some_page(site: LittleSite) -> None:
    pages = [page.read_text("utf-8") for page in site.output.rglob("*.html")]
    named = {name for page in pages for name in re.findall(r'assets/photos/[^\s",]+', page)}
    made = (path.relative_to(site.output).as_posix() for path in (site.output / "assets/photos").rglob("*.*"))
    assert set(made) == named


def test_the_first_photo_of_a_page_does_not_wait_and_the_others_do(site: LittleSite) -> None:
    first, *others = (image for _, image in pictures_of(site, "toko/intako/index.html"))
    assert ("loading" in first, first["fetchpriority"]) == (False, "high")
    assert [image.get("loading") for image in others] == ["lazy"] * len(others)
    assert len(others) >= 2


def test_no_file_says_who_made_it_where_or_with_what(site: LittleSite) -> None:
    published = [path for path in (site.output / "assets/photos").rglob("*") if path.is_file()]
    assert len(published) > 9
    for path in published:
        data = path.read_bytes()
        assert [secret for secret in SECRETS if secret in data] == [], path
        with Image.open(io.BytesIO(data)) as picture:
            assert dict(picture.getexif()) == {}
            assert not picture.info.keys() & {"exif", "xmp", "icc_profile"}


def test_of_each_photo_no_format_is_larger_than_the_plainer_one(site: LittleSite) -> None:
    sizes: dict[str, dict[str, int]] = {}
    for path in (site.output / "assets/photos").rglob("*.*"):
        sizes.setdefault(str(path.with_suffix("")), {})[path.suffix] = path.stat().st_size
    for formats in sizes.values():
        ordered = [formats[form] for form in (".avif", ".webp", ".jpg", ".png") if form in formats]
        assert ordered == sorted(ordered)


def test_pages_with_photos_alone_load_their_style_sheet(site: LittleSite) -> None:
    assert "css/parts/photos." in site.published("toko/intako/index.html")
    assert "css/parts/photos." in site.published("index.html")
    assert "css/parts/photos." not in site.published("toko/index.html")
    assert "css/parts/photos." not in site.published("tentang/index.html")


def test_neither_a_second_build_nor_a_new_text_encodes_a_photo(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = make_site(tmp_path / "site")
    site.build()
    before = tree_of(site.output / "assets/photos")

    def encode(*_: object) -> None:
        raise AssertionError("a photo was looked at or encoded")

    monkeypatch.setattr("site_builder.media.variants.make_variants", encode)
    monkeypatch.setattr("site_builder.media.probe.probe", encode)
    assert site.build().rendered == 0
    site.replace("content/shops/intako.md", "Buka", "Buka lagi")
    assert site.build().rendered > 0
    assert tree_of(site.output / "assets/photos") == before


def test_a_preview_makes_one_plain_picture_of_each_photo(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    site.build(replace(site.options(), preview=True))
    made = sorted(path.name for path in (site.output / "assets/photos").rglob("*.*"))
    assert [re.sub(r"\.[0-9a-f]{10}", "", name) for name in made] == [
        "depan-700.jpg",
        "sisi-360.png",
        "tengah-400.jpg",
    ]
    for _, image in pictures_of(site, "toko/intako/index.html"):
        assert (site.output / image["src"].lstrip("/")).is_file()


def test_a_file_that_went_missing_comes_back_with_the_same_bytes(site: LittleSite) -> None:
    before = site.tree()
    (lost,) = (site.output / "assets/photos/shops/intako").glob("depan.*-480.webp")
    lost.unlink()
    assert site.build().rendered_paths == (lost.relative_to(site.output).as_posix(),)
    assert difference(before, site.tree()) == ""


def test_any_number_of_processes_makes_the_same_photos(site: LittleSite, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(site.root, project, ignore=shutil.ignore_patterns("output", ".output.spare", ".cache"))
    other = LittleSite(project)
    other.build_json("--jobs", "2", "--base-url", "https://example.org/")
    ours, theirs = (tree_of(each.output / "assets/photos") for each in (site, other))
    assert difference(ours, theirs) == ""


def test_what_is_no_photo_is_told_with_its_name_and_nothing_is_written(tmp_path: Path) -> None:
    site = make_little_site(tmp_path / "site")
    for name, (data, _) in HOSTILE.items():
        site.write(f"content/shops/intako/{name}", data)
    (site.root / "content/shops/intako/tautan.jpg").symlink_to("depan.jpg")
    with pytest.raises(ContentRefused) as refused:
        site.build()
    told = {problem.at.path.rpartition("/")[2]: problem.key for problem in refused.value.problems}
    unused = {
        name: "photo-ending.unused" for name, (_, key) in HOSTILE.items() if key.startswith("photo-ending")
    }
    assert unused
    assert told == {name: key for name, (_, key) in HOSTILE.items()} | unused | {"tautan.jpg": "file-link"}
    assert not site.output.exists()


HOSTILE_BY_PLACE = {
    "products/tas-1/sisi.png": "bom.png",  # the field, whose photo is on the share picture too
    "shops/intako/teks.webp": "bom-2.webp",  # the text
    "shops/intako/terjemahan.jpg": "bom-pindai.jpg",  # the text of a translation
}


def test_wherever_a_hostile_photo_is_shown_it_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    site = make_little_site(tmp_path / "site", with_shares=True)
    for path, name in HOSTILE_BY_PLACE.items():
        site.write(f"content/{path}", HOSTILE[name][0])
    site.replace("content/shops/intako.md", "Buka", "![Teks](intako/teks.webp)\n\nBuka")
    site.replace("content/shops/intako.en.md", "Open", "![Text](intako/terjemahan.jpg)\n\nOpen")
    with pytest.raises(ContentRefused) as refused:
        site.build()
    assert {problem.at.path: problem.key for problem in refused.value.problems} == {
        f"content/{path}": HOSTILE[name][1] for path, name in HOSTILE_BY_PLACE.items()
    }
    assert not site.output.exists()
    assert not (site.root / ".output.spare").exists()


ODD_NAMES = {
    "baris\nbaru.jpg": "file-name.control",
    "foto\u202egpj.jpg": "",  # read from right to left: an address has only plain letters
    "kafe\u0301.jpg": "",  # as a Mac writes it
    "..jpg.jpg": "",
}


def test_odd_names_of_photos_are_told_or_do_no_harm(tmp_path: Path) -> None:
    site = make_little_site(tmp_path / "site")
    outside = tmp_path / "luar.jpg"
    outside.write_bytes(jpeg_with_secrets((64, 48)))
    (site.root / "content/shops/intako/keras.jpg").hardlink_to(outside)
    shown = "\n\n".join(f"![Foto](<intako/{name}>)" for name in ("kafé.jpg", "keras.jpg"))
    site.replace("content/shops/intako.md", "Buka", f"{shown}\n\nBuka")
    for name, key in ODD_NAMES.items():
        if not key:
            site.write(f"content/shops/intako/{name}", jpeg_with_secrets((64, 48)))
    site.build()
    for path in (site.output / "assets/photos").rglob("*.*"):
        assert re.fullmatch(r"[a-z0-9.-]+", path.name), path
        assert b"rahasia" not in path.read_bytes().lower()
    before = tree_of(site.output)
    site.write("content/shops/intako/baris\nbaru.jpg", jpeg_with_secrets((64, 48)))
    with pytest.raises(ContentRefused) as refused:
        site.build()
    assert [problem.key for problem in refused.value.problems] == ["file-name.control"]
    assert tree_of(site.output) == before


@pytest.mark.parametrize(
    "target",
    ["../../../luar.jpg", "intako/../../../../luar.jpg", "/etc/luar.jpg", "intako/..%2f..%2fluar.jpg"],
)
def test_no_text_reaches_a_picture_outside_the_folders_of_its_kind(tmp_path: Path, target: str) -> None:
    site = make_little_site(tmp_path / "site")
    (tmp_path / "luar.jpg").write_bytes(jpeg_with_secrets((64, 48)))
    site.replace("content/shops/intako.md", "Buka", f"![Luar]({target})\n\nBuka")
    with pytest.raises(ContentRefused) as refused:
        site.build()
    assert {problem.at.path for problem in refused.value.problems} == {"content/shops/intako.md"}
    assert not site.output.exists()


def test_a_picture_of_the_designers_is_copied_without_what_is_said_about_it(tmp_path: Path) -> None:
    site = make_little_site(tmp_path / "site")
    picture = jpeg_with_secrets((64, 48))
    for path in ("assets/img/gedung.jpg", "assets/root/gedung.jpg"):
        site.write(path, picture)
    site.build()
    (stripped,) = (site.output / "assets/img").glob("gedung.*.jpg")
    assert b"Telepon Rahasia" not in stripped.read_bytes()
    assert (site.output / "gedung.jpg").read_bytes() == picture
