"""`sentra build --fix` and `sentra check --fix`: what they write, show and leave."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from site_builder.fix_command import run_fix
from site_builder.lock import only_build
from site_builder.options import BuildOptions
from site_builder.problems import MachineFault
from site_builder.store.database import Store
from tests.support.little_site import LittleSite, make_little_site

AT = dt.datetime(2026, 11, 29, 5, tzinfo=dt.UTC)
BROKEN = "---\nnama: Bengkel: Melati\njenis：bengkel\nkategori: [dompet]\nalamat:Kludan\n---\n\nDi sini.\n"
MENDED = '---\nnama: "Bengkel: Melati"\njenis: bengkel\nkategori: [dompet]\nalamat: Kludan\n---\n\nDi sini.\n'


def broken_site(root: Path, *names: str) -> LittleSite:
    """Make a site whose shop `melati`, and others of `names`, can be mended."""
    site = make_little_site(root)
    for name in ("melati", *names):
        site.write(f"content/shops/{name}.md", BROKEN)
    return site


def refused(site: LittleSite) -> list[tuple[str, str]]:
    """Mend in this process, which must be refused; give what is told, and of which files."""
    options = BuildOptions(root=site.root, output=site.root / "output", now=AT, jobs=1)
    with pytest.raises(MachineFault) as caught:
        run_fix(options, Store(None, ""))
    return [(one.key, one.at.path) for one in caught.value.problems]


def test_a_build_mends_shows_and_goes_on(tmp_path: Path) -> None:
    site = broken_site(tmp_path / "project")
    done = site.sentra("build", "--fix")
    assert done.returncode == 0, done.stderr
    assert site.read("content/shops/melati.md") == MENDED
    assert done.stdout.startswith(
        "content/shops/melati.md\n"
        "     2 - nama: Bengkel: Melati\n"
        '       + nama: "Bengkel: Melati"\n'
        "     3 - jenis：bengkel\n"
        "       + jenis: bengkel\n"
        "     5 - alamat:Kludan\n"
        "       + alamat: Kludan\n"
        "--fix: lines mended: 3, in files: 1.\n"
    )
    again = site.sentra("check", "--fix")
    assert again.stdout.startswith("--fix: nothing to mend without asking.\n")


def test_what_is_left_is_told_and_the_rest_is_mended(tmp_path: Path) -> None:
    site = broken_site(tmp_path / "project")
    site.write("content/shops/lain.md", MENDED.replace("[dompet]", "[dompt]"))
    done = site.sentra("check", "--fix", "--format", "json")
    assert done.returncode == 1
    told = json.loads(done.stdout)
    assert [(problem["path"], problem["line"]) for problem in told["problems"]] == [
        ("content/shops/lain.md", 4)
    ]
    assert told["problems"][0]["fix"] == {
        "first": 4,
        "last": 4,
        "lines": ["kategori: [dompet]"],
        "is_safe": False,
    }
    assert [file["path"] for file in told["fixed"]] == ["content/shops/melati.md"]
    assert told["fixed"][0]["changes"][2] == {"line": 5, "old": ["alamat:Kludan"], "new": ["alamat: Kludan"]}
    assert site.read("content/shops/melati.md") == MENDED


def test_nothing_is_written_while_another_build_goes_on(tmp_path: Path) -> None:
    site = broken_site(tmp_path / "project")
    with only_build(site.root / ".cache"):
        done = site.sentra("build", "--fix")
    assert done.returncode == 3
    assert "build-running" in done.stderr
    assert site.read("content/shops/melati.md") == BROKEN


def test_without_the_option_no_file_is_touched_and_code_hosts_are_offered_the_edits(tmp_path: Path) -> None:
    site = broken_site(tmp_path / "project")
    done = site.sentra("check", "--format", "sarif")
    assert site.read("content/shops/melati.md") == BROKEN
    (result, *_) = json.loads(done.stdout)["runs"][0]["results"]
    (change,) = result["fixes"][0]["artifactChanges"]
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 22},
            "insertedContent": {"text": 'nama: "Bengkel: Melati"'},
        }
    ]


def test_what_fix_would_not_mend_is_not_offered(tmp_path: Path) -> None:
    site = make_little_site(tmp_path / "project")
    site.write("content/shops/melati.md", BROKEN.replace("jenis：bengkel", "  - a"))
    done = site.sentra("check")
    assert "error[yaml-colon]" in done.stderr
    assert "--fix" not in done.stderr
    assert "nothing to mend" in site.sentra("check", "--fix").stdout


def test_with_sarif_the_mended_lines_are_shown_beside_it(tmp_path: Path) -> None:
    site = broken_site(tmp_path / "project")
    done = site.sentra("check", "--fix", "--format", "sarif")
    assert json.loads(done.stdout)["runs"][0]["results"] == []
    assert done.stderr.startswith("content/shops/melati.md\n     2 - nama: Bengkel: Melati\n")
    assert done.stderr.endswith("--fix: lines mended: 3, in files: 1.\n")


def test_a_name_in_curly_quotes_is_mended_though_it_is_only_a_warning(tmp_path: Path) -> None:
    site = make_little_site(tmp_path / "project")
    site.write("content/shops/melati.md", MENDED.replace('"Bengkel: Melati"', "“Melati”"))
    told = site.sentra("check")
    assert "warning[text-quotes]" in told.stderr
    assert 'hint: write `nama: "Melati"`' in told.stderr
    assert site.sentra("check", "--fix").stderr == ""
    assert site.read("content/shops/melati.md") == MENDED.replace("Bengkel: ", "")


def test_a_save_while_files_are_mended_is_kept_and_nothing_is_mended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = broken_site(tmp_path / "project", "nanti")
    replace = Path.replace

    def saved(self: Path, target: Path) -> Path:
        done = replace(self, target)
        if Path(target).name == "melati.md":
            site.write("content/shops/nanti.md", "saved\n")
        return done

    monkeypatch.setattr(Path, "replace", saved)
    assert refused(site) == [("file-changed.fix", "content/shops/nanti.md")]
    assert site.read("content/shops/nanti.md") == "saved\n"
    assert site.read("content/shops/melati.md") == BROKEN


def test_what_was_mended_and_cannot_be_taken_back_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = broken_site(tmp_path / "project", "nanti")
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if Path(target).name == "nanti.md":
            site.write("content/shops/melati.md", "saved\n")
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    assert refused(site) == [("fix-torn", "content/shops/melati.md")]
    assert site.read("content/shops/nanti.md") == BROKEN


def test_faults_of_the_settings_are_told_whole_and_offered_like_those_of_entries(tmp_path: Path) -> None:
    site = make_little_site(tmp_path / "project")
    slogan = " ".join(["tas"] * 100)
    site.replace(
        "content/site.yaml",
        "slogan: {id: Tas dari satu gang, en: Bags from one lane}",
        f"slogan: Kami: {slogan}",
    )
    done = site.sentra("check", "--format", "json")
    assert done.returncode == 2
    (problem,) = json.loads(done.stdout)["problems"]
    assert problem["fix"]["lines"] == [f'slogan: "Kami: {slogan}"']
    assert "Sentra can mend" in site.sentra("check").stderr
