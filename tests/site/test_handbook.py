"""The editors' handbook: whoever does all that it says gets what it shows, in both languages."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.arguments import parse
from site_builder.handbook import read_handbook
from site_builder.names import Kind
from site_builder.text.convert import convert
from site_builder.validate.shapes import shape_of_kind
from tests.support.cases import sentra
from tests.support.handbook import HANDBOOK, LANGUAGES, SHOWN, Reader, blocks, chapters, lay_out_site, shows

SHOP = "content/shops/bengkel-melati.md"
PRODUCT = "content/products/dompet-koin-melati"

WINDOWS = "a command of Windows' PowerShell: no other system has it"
INSTALLS = "installs programs from the internet; the way itself is tried in the tests of the wheel"
NOT_RUN = {
    "winget install --id astral-sh.uv --exact\n": WINDOWS,
    'powershell -ExecutionPolicy ByPass -c "irm https://astral.sh/uv/install.ps1 | iex"\n': WINDOWS,
    "cd $HOME\\Downloads\n"
    "uv tool install --python 3.13 .\\sentra_site_builder-0.1.0-py3-none-any.whl\n"
    "uv tool update-shell\n": WINDOWS,
    "setx SENTRA_LANG id\n": WINDOWS,
    "setx SENTRA_LANG en\n": WINDOWS,
    "del content\\products\\contoh-* , content\\shops\\toko-contoh-*\n": WINDOWS,
    "curl -LsSf https://astral.sh/uv/install.sh | sh\n": INSTALLS,
    "cd ~/Downloads\n"
    "uv tool install --python 3.13 ./sentra_site_builder-0.1.0-py3-none-any.whl\n"
    "uv tool update-shell\n": INSTALLS,
    **{
        block.text: "sends the site to a server that nobody here has"
        for language in LANGUAGES
        for chapter in chapters(language)
        for block in blocks(chapter)
        if block.info == "sh" and block.text.startswith("HOST=user@server")
    },
}
"""Every command that is not run, with the reason; all others are."""

_REQUIRED = re.compile(r"^\|[^|]*\| `(?P<folder>\w+)/` \|(?P<fields>[^|]*)\|$", re.MULTILINE)
_COMMAND = re.compile(r"`sentra (?P<rest>[^`\n]+)`")
_LINK = re.compile(r"\]\((?!https?:)(?P<target>[^)\s]*)\)")


Slip = Callable[[Path, str], tuple[str, ...]]
"""Makes something wrong in the site of a reader, in a language; gives the command that tells of it."""


def _edited(path: str, pattern: str, text: str, *command: str) -> Slip:
    """Make a slip that one change of a file is, the first time that `pattern` stands there."""

    def slip(root: Path, _language: str) -> tuple[str, ...]:
        file = root / path
        edited, count = re.subn(pattern, text, file.read_text("utf-8"), count=1, flags=re.MULTILINE)
        assert count, f"{path} has no {pattern!r}"
        file.write_text(edited, "utf-8")
        return command or ("check",)

    return slip


def _give_a_name_with_a_space(root: Path, _language: str) -> tuple[str, ...]:
    (root / "content/shops/Toko Baru.md").write_text("---\nnama: Toko Baru\n---\n", "utf-8")
    return ("check",)


def _take_a_photo_as_heic(root: Path, language: str) -> tuple[str, ...]:
    folder = root / "content/shops/bengkel-melati"
    (folder / "meja.heic").write_bytes((folder / "meja.jpg").read_bytes())
    _edited(SHOP.replace(".md", ".en.md"), r"meja\.jpg", "meja.heic")(root, language)
    return _edited(SHOP, r"meja\.jpg", "meja.heic")(root, language)


def _be_elsewhere(root: Path, _language: str) -> tuple[str, ...]:
    elsewhere = root.parent / "elsewhere"
    elsewhere.mkdir(exist_ok=True)
    return ("check", "--root", str(elsewhere))


SLIPS: dict[str, Slip] = {
    "field-missing": _edited(SHOP, r"^(?:alamat|address): .*\n", ""),
    "front-matter-open": _edited(SHOP, r"\A---\n", ""),
    "front-matter-close": _edited(SHOP, r"(?<=\S\n)---\n", ""),
    "field-twice": _edited(SHOP, r"^((?:desa|village): .*\n)", r"\1\1"),
    "yaml-tab": _edited(SHOP, r"^  (- \{(?:tanggal|date): )", r"\t\1"),
    "photo-ending": _take_a_photo_as_heic,
    "id-form": _give_a_name_with_a_space,
    "translation-fact": _edited(f"{PRODUCT}.en.md", r"\A---\n", "---\nharga: 40.000\n"),
    "release-placeholder": _edited(SHOP, r"^(wa|whatsapp): .*", r"\1: 0812-0000-0000", "build", "--release"),
    "config-missing": _be_elsewhere,
}
"""How to come to messages that take more than one wrong line, by their codes."""


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_who_does_all_that_the_handbook_says_sees_what_it_shows(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, accept: bool
) -> None:
    reader = Reader(language, lay_out_site(tmp_path / "situs"), NOT_RUN, SLIPS, accept)
    monkeypatch.chdir(reader.root)
    sentra("build", "-q", "--jobs", "1")  # as its readers get it: what is published is checked faster
    for chapter in chapters(language):
        reader.read(chapter)
        after = json.loads(sentra("check", "--format", "json", language=language).out)["problems"]
        reader.stumbles += [f"after {chapter.name}: {problem}" for problem in after]
    assert reader.stumbles == [], "\n\n".join(reader.stumbles)


def test_each_command_that_is_not_run_is_in_the_handbook_and_has_its_reason() -> None:
    """None is left in the list that no chapter has any more, so that the list says what is true."""
    told = {
        block.text for language in LANGUAGES for chapter in chapters(language) for block in blocks(chapter)
    }
    assert set(NOT_RUN) <= told
    assert all(NOT_RUN.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_block_slips_by(language: str) -> None:
    """What the reader does not see as a block would not be tried."""
    for chapter in chapters(language):
        fences = re.findall(r"(?m)^ *```", chapter.read_text("utf-8"))
        assert len(fences) == 2 * len(blocks(chapter)), chapter.name


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_that_is_shown_says_something(language: str) -> None:
    """A block of dots would be true of anything."""
    shown = [block for chapter in chapters(language) for block in blocks(chapter) if block.info in SHOWN]
    assert shown
    for block in shown:
        assert re.search(r"\w{4}", block.text), block.name


def test_both_languages_have_the_same_chapters_and_blocks() -> None:
    indonesian, english = (chapters(language) for language in LANGUAGES)
    assert [path.name[:2] for path in indonesian] == [path.name[:2] for path in english]
    for one, other in zip(indonesian, english, strict=True):
        kinds = [[(block.info, block.how, block.path) for block in blocks(path)] for path in (one, other)]
        assert kinds[0] == kinds[1], (one.name, other.name)
        levels = [re.findall(r"(?m)^#+(?= )", path.read_text("utf-8")) for path in (one, other)]
        assert levels[0] == levels[1], (one.name, other.name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_named_in_a_sentence_is_one(language: str) -> None:
    found = 0
    for chapter in chapters(language):
        for command in _COMMAND.finditer(chapter.read_text("utf-8")):
            found += 1
            arguments = shlex.split(command["rest"])
            if not {"--help", "--version"} & {*arguments}:
                parse(arguments)  # ends the test where it is wrong
    assert found > 10


def test_links_within_the_handbook_lead_to_headings_that_are_there() -> None:
    pages = {one.address: convert(one.text, one.path, 2, one.lang) for one in read_handbook()}
    headings = {address: {heading.id for heading in page.body.headings} for address, page in pages.items()}
    for address, page in pages.items():
        assert page.problems == (), address
        for link in page.body.references:
            target = link.target or address
            assert target in headings, f"{address} leads to {link.target}"
            assert not link.fragment or link.fragment in headings[target], f"{address}: {link}"


def test_every_file_of_the_handbook_is_a_chapter() -> None:
    files = {path.relative_to(HANDBOOK).as_posix() for path in HANDBOOK.rglob("*") if path.is_file()}
    assert files == {one.path.removeprefix("docs/handbook/") for one in read_handbook()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_page_leads_to_every_chapter(language: str) -> None:
    first, *others = chapters(language)
    assert set(re.findall(r"\]\(([\w-]+\.md)\)", first.read_text("utf-8"))) == {path.name for path in others}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_handbook_names_the_required_fields_of_every_kind(language: str) -> None:
    settings = chapters(language)[-1].read_text("utf-8")
    told = {
        row["folder"]: set(re.findall("`([^`]+)`", row["fields"])) for row in _REQUIRED.finditer(settings)
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


def _plain(kind: Kind, name: str) -> str:
    return shape_of_kind(kind).by_written[name].name


def test_what_is_shown_is_compared_word_by_word() -> None:
    assert shows("a … c\n…\nend", "a b c\none\ntwo\nend\n")
    assert shows("a\n…\nend", "a\nend\n")
    assert not shows("a … c", "a c\n")
    assert not shows("a", "a\nb\n")
    assert not shows("…\nend", "other\n")
