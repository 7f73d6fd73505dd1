"""The examples of the editors' guides, put into the real content: what is printed there works."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from site_builder.names import Kind
from site_builder.validate.shapes import shape_of_kind
from tests.support.cases import Run, sentra
from tests.support.programs import ROOT

GUIDES = {"id": "menulis.id.md", "en": "writing.md"}

_EXAMPLE = re.compile(
    r"(?:^\*\*`(?P<path>content/[^`\n]+)`\*\*(?:, [\w ]+ `(?P<below>[^`\n]+)`)?\n\n)?"
    r"^```(?P<language>\w+)\n(?P<text>.*?)^```$",
    re.DOTALL | re.MULTILINE,
)
"""A block with the file it goes into, in bold above it; some go below a line that is there already."""
_PHOTO = re.compile(r"[\w-]+/[\w-]+\.jpg")
_REQUIRED = re.compile(r"^\|[^|]*\| `(?P<folder>\w+)/` \|(?P<fields>[^|]*)\|$", re.MULTILINE)
_LINK = re.compile(r"\]\((?P<path>[^):]+\.md)\)")


@dataclass(frozen=True)
class Followed:
    """A project in which someone did all that a guide says."""

    guide: str
    language: str
    root: Path
    paths: frozenset[str]


@pytest.fixture(params=GUIDES)
def followed(request: pytest.FixtureRequest, tmp_path: Path) -> Followed:
    for folder in ("content", "templates", "assets"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    guide = _read(request.param)
    paths = set()
    for example in _EXAMPLE.finditer(guide):
        path = example["path"]
        if example["language"] == "text":
            continue
        assert path, f"no file is named above {example['text'][:40]!r}"
        if example["below"]:
            _add(tmp_path / path, example["below"], example["text"])
        else:
            assert not (tmp_path / path).exists(), f"{path} is there already"
            (tmp_path / path).write_text(example["text"], "utf-8")
            _take_photos(tmp_path / path, example["text"])
        paths.add(path)
    return Followed(guide, request.param, tmp_path, frozenset(paths))


def test_the_examples_of_the_guide_have_no_faults(followed: Followed) -> None:
    run = _check(followed, "--format", "json")
    problems = json.loads(run.out)["problems"]
    told = [one for one in problems if one["path"] in followed.paths or one["code"] == "budget"]
    assert told == []
    assert run.code == 0, problems


def test_the_message_in_the_guide_is_what_sentra_says(followed: Followed) -> None:
    said = next(one["text"] for one in _EXAMPLE.finditer(followed.guide) if one["language"] == "text")
    place, excerpt, *_ = said.splitlines()
    path, line, _ = place.split(":", maxsplit=2)
    file = followed.root / path
    lines = file.read_text("utf-8").splitlines()
    lines[int(line) - 1] = excerpt.strip()
    file.write_text("\n".join(lines) + "\n", "utf-8")
    run = _check(followed)
    assert (run.code, run.err) == (1, said)


@pytest.mark.parametrize("language", GUIDES)
def test_every_code_block_that_looks_like_content_is_tried(language: str) -> None:
    guide = _read(language)
    assert guide.count("\n```") == 2 * sum(1 for _ in _EXAMPLE.finditer(guide))


@pytest.mark.parametrize("language", GUIDES)
def test_the_guide_names_the_required_fields_of_every_kind(language: str) -> None:
    told = {
        row["folder"]: set(re.findall("`([^`]+)`", row["fields"]))
        for row in _REQUIRED.finditer(_read(language))
    }
    assert set(told) == {kind.value for kind in Kind}
    for kind in Kind:
        fields = [field for field in shape_of_kind(kind).fields if field.required]
        required = {field.called(in_english=language == "en") for field in fields}
        if kind is Kind.FIGURES:
            required.add("sources" if language == "en" else "sumber")
        elif kind is Kind.CHARTS:
            required |= {"figures", "rows"} if language == "en" else {"angka", "baris"}
        names = {name for field in shape_of_kind(kind).fields for name in field.names}
        assert told[kind.value] <= names
        assert {_plain(kind, name) for name in told[kind.value]} == {_plain(kind, name) for name in required}


@pytest.mark.parametrize("language", GUIDES)
def test_what_the_guide_links_to_is_there(language: str) -> None:
    links = _LINK.finditer(_read(language))
    missing = [link["path"] for link in links if not (ROOT / "docs" / link["path"]).is_file()]
    assert missing == []


def _plain(kind: Kind, name: str) -> str:
    return shape_of_kind(kind).by_written[name].name


def _read(language: str) -> str:
    return (ROOT / "docs" / GUIDES[language]).read_text("utf-8")


def _check(followed: Followed, *arguments: str) -> Run:
    return sentra("check", "--jobs", "1", "--root", followed.root, *arguments, language=followed.language)


def _add(file: Path, below: str, text: str) -> None:
    """Put lines below one that is there, as the guide tells its readers."""
    before, found, after = file.read_text("utf-8").partition(f"{below}\n")
    assert found, f"{file} has no line {below!r}"
    file.write_text(before + found + text + after, "utf-8")


def _take_photos(file: Path, text: str) -> None:
    picture = BytesIO()
    Image.new("RGB", (1600, 1200), "sienna").save(picture, "JPEG")
    for name in _PHOTO.findall(text):
        place = file.parent / name
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(picture.getvalue())
