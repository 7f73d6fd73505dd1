"""Arguments that are refused before anything is read, and what a preview has that a build has not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.cases import build, lay_out, sentra, tree_of

EMPTY_URL = (
    "--base-url:1:1: error[base-url]: the address after `--base-url` is empty\n"
    "    hint: write the address, such as `--base-url https://example.org/`, or leave `--base-url` out\n"
)
EMPTY_ROOT = (
    "--root:1:1: error[root-missing]: the name of the folder after `--root` is empty\n"
    "    hint: write the folder's name, or leave `--root` out for this folder\n"
)
BOTH = (
    "--release:1:1: error[release-drafts]: `--release` and `--drafts` do not go together: "
    "drafts may not be published\n"
    "    hint: leave one of them out\n"
)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--base-url", ""), EMPTY_URL),
        (("--base-url", " "), EMPTY_URL),
        (("--root", ""), EMPTY_ROOT),
        (("--release", "--drafts"), BOTH),
        (("--release", "--preview"), BOTH),
    ],
)
def test_arguments_that_say_nothing_or_contradict_are_refused(
    arguments: tuple[str, ...], told: str, tmp_path: Path
) -> None:
    site = lay_out(tmp_path / "site")
    ran = build(site, tmp_path / "output", *arguments, language="en")
    assert (ran.code, ran.err.replace("content/", "")) == (2, told)
    assert not (tmp_path / "output").exists()


def test_no_command_takes_an_empty_root_for_the_folder_at_hand() -> None:
    for command in (("check",), ("schema",), ("explain", "x"), ("new", "toko", "X"), ("serve",)):
        ran = sentra(*command, "--root", "", language="en")
        assert (ran.code, ran.err) == (2, EMPTY_ROOT)


@pytest.mark.parametrize(
    "url",
    [
        "https://x.example/%2e%2e/",
        "https://x.example/a/%2E./",
        "https://x.example/./",
        "https://x.example/../",
    ],
)
def test_an_address_that_leads_up_is_refused(url: str, tmp_path: Path) -> None:
    ran = build(lay_out(tmp_path / "site"), tmp_path / "output", "--base-url", url, language="en")
    assert ran.code == 2
    assert f"error[base-url]: `{url}` is no address of a site" in ran.err


def test_only_a_preview_has_the_style_guide(tmp_path: Path) -> None:
    site = lay_out(tmp_path / "site", files={"templates/style_guide.html": "<title>x</title>"})
    for argument, there in (("--drafts", False), ("--preview", True)):
        ran = build(site, tmp_path / argument, argument)
        assert (ran.code, ran.err) == (0, "")
        assert ("gaya/index.html" in tree_of(tmp_path / argument)) is there
