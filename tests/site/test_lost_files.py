"""A file on which all lean and that is gone is said once, with the backup, and not at what leans on it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.cases import sentra
from tests.support.little_site import AT_THAT_TIME, LittleSite, make_little_site


@pytest.fixture
def site(tmp_path: Path) -> LittleSite:
    return make_little_site(tmp_path / "project")


def told(site: LittleSite, *command: str) -> list[str]:
    """Give the first lines of what a command says."""
    return sentra(*command, "--root", site.root, **AT_THAT_TIME).err.splitlines()


@pytest.mark.parametrize("command", [["check"], ["build"], ["serve"], ["new", "toko", "Melati"]])
def test_without_its_settings_a_folder_with_content_is_no_new_site(
    command: list[str], site: LittleSite
) -> None:
    site.remove("content/site.yaml")
    message, hint, *_ = told(site, *command)
    assert message.endswith("berkas `content/site.yaml` hilang, padahal isi situs yang lain ada")
    assert hint.endswith(
        "kembalikan berkas itu dari Keranjang Sampah atau dari cadangan; jangan memulai situs baru"
    )


def test_without_its_vocabulary_no_word_of_an_entry_is_at_fault(site: LittleSite) -> None:
    site.remove("content/vocabulary.yaml")
    lines = told(site, "check")
    (message,) = (line for line in lines if ": error[" in line)
    assert message.startswith("content/vocabulary.yaml:1:1: error[vocabulary-missing]: ")
    assert "hilang" in message


def test_without_its_home_page_a_site_is_warned_of(site: LittleSite) -> None:
    assert not [line for line in told(site, "check") if "home-missing" in line]
    site.remove("content/pages/beranda.md")
    site.remove("content/pages/beranda.en.md")
    (message,) = told(site, "check")[:1]
    assert message.startswith("content/pages:1:1: warning[home-missing]: halaman beranda ")
