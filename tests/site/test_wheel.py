"""The wheel that editors install: what is in it, and that it makes, builds and shows a site far from here."""

from __future__ import annotations

import ast
import importlib.metadata
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tomllib
import urllib.request
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from site_builder import __version__
from site_builder.source.scan import is_litter
from tests.support.installed import Installed, build_wheel
from tests.support.programs import ROOT

pytestmark = pytest.mark.slow

NAME = "Sentra Rotan Mawar"
ROWS = "Nama Usaha;Jenis;Kategori;Alamat\nToko Mekar;Toko;Anyaman;Jalan Melati 3\n"
BELOW = {"site_builder": "site_builder", "templates": "site_builder/default_files/templates"}
BELOW |= {folder: f"site_builder/default_files/{folder}" for folder in ("assets", "docs/handbook")}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_wheel(ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Sentra with a new site on the desk, and one shop in it."""
    program = Installed(tmp_path_factory.mktemp("editor"), wheel)
    (program.desk / "surat.txt").touch()  # so that each new site gets a folder of its own
    for arguments in (("new", "situs", NAME), ("new", "toko", "Bengkel Melati", "--root", SITE)):
        done = program.sentra(*arguments)
        assert (done.returncode, done.stderr) == (0, "")
    shop = program.desk / SITE / "content/shops/bengkel-melati.md"
    shop.write_text(shop.read_text("utf-8").replace("\ndraf: ya\n", "\n"), "utf-8")
    return program


SITE = "sentra-rotan-mawar"


def sources(root: Path) -> set[str]:
    """Name what the wheel must hold of the folders that go into it, as it is called in there."""
    found = set()
    for folder, below in BELOW.items():
        for file in (root / folder).rglob("*"):
            steps = file.relative_to(root / folder).parts
            if file.is_file() and not any(is_litter(step) or step == "__pycache__" for step in steps):
                found.add("/".join((below, *steps)))
    return found


def test_it_holds_the_program_and_the_default_look_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
        metadata = archive.read(f"sentra_site_builder-{__version__}.dist-info/METADATA").decode()
    assert names == sources(ROOT)
    assert f"\nVersion: {__version__}\n" in metadata


def test_the_same_sources_give_the_same_bytes_wherever_they_lie(wheel: Path, tmp_path: Path) -> None:
    copy = tmp_path / "elsewhere" / "copy"
    copy.mkdir(parents=True)
    (copy.parent / ".gitignore").write_text("*.css\n")
    litter = shutil.ignore_patterns("__pycache__", ".*")
    for folder in filter(lambda folder: (ROOT / folder).is_dir(), BELOW):
        shutil.copytree(ROOT / folder, copy / folder, ignore=litter, copy_function=shutil.copyfile)
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copyfile(ROOT / name, copy / name)
    for path in copy.rglob("*"):
        path.chmod(0o700 if path.is_dir() else 0o600)
    for name in ("templates/.base.html.swp", "assets/css/10-tokens.css~", "site_builder/cli.pyc"):
        (copy / name).write_text("litter")
    assert build_wheel(copy, tmp_path / "again").read_bytes() == wheel.read_bytes()


def test_every_library_that_is_imported_comes_with_the_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        metadata = archive.read(f"sentra_site_builder-{__version__}.dist-info/METADATA").decode()
    asked = _unconditional(re.findall(r"(?m)^Requires-Dist: (.*)$", metadata))
    with (ROOT / "pyproject.toml").open("rb") as file:
        assert len(asked) == len(tomllib.load(file)["project"]["dependencies"])
    coming = asked.union(*(_unconditional(importlib.metadata.requires(name) or ()) for name in asked))
    owners = importlib.metadata.packages_distributions()
    for path in sorted((ROOT / "site_builder").rglob("*.py")):
        for name in _imported(path) - sys.stdlib_module_names - {"site_builder"}:
            assert {_canonical(owner) for owner in owners[name]} & coming, f"{path.name} imports {name}"


def _unconditional(requirements: Iterable[str]) -> set[str]:
    """Name what is needed on every machine."""
    return {_canonical(re.split(r"[^\w.-]", one, maxsplit=1)[0]) for one in requirements if ";" not in one}


def test_it_says_its_version(installed: Installed) -> None:
    assert installed.sentra("--version").stdout == f"sentra {__version__}\n"


def test_commands_touch_nothing_of_this_checkout(installed: Installed) -> None:
    for arguments in (
        ("build", "--jobs", "1", "--no-cache", "-q"),
        ("check", "--strict", "--jobs", "1"),
        ("status",),
        ("schema",),
    ):
        seen = installed.watched(*arguments, "--root", SITE)
        assert seen.touched == ()
        assert len(seen.own) > 20
        assert all(path.startswith(str(installed.packages)) for path in seen.own)
    home = (installed.desk / SITE / "output/index.html").read_text("utf-8")
    assert f"<title>{NAME}" in home
    assert (installed.desk / SITE / "output/toko/bengkel-melati/index.html").is_file()


def test_that_a_checkout_would_be_noticed(installed: Installed) -> None:
    """The watch of the test above can fail: a project that lies here is touched."""
    assert any("templates" in path for path in installed.watched("explain", "/", "--root", str(ROOT)).touched)


def test_a_spreadsheet_comes_in_and_an_unchanged_build_has_nothing_to_do(installed: Installed) -> None:
    (installed.desk / "toko.csv").write_text(ROWS, "utf-8")
    done = installed.sentra("import", "toko", "toko.csv", "--yes", "--root", SITE)
    assert (done.returncode, done.stderr) == (0, "")
    assert "anyaman" in (installed.desk / SITE / "content/shops/toko-mekar.md").read_text("utf-8")
    for rendered in (True, False):
        done = installed.sentra("build", "--root", SITE)
        assert (done.returncode, done.stderr) == (0, "")
        assert (": 0 dibuat," in done.stdout) is not rendered


def test_a_designer_changes_one_template_and_hears_of_faults_in_the_others(installed: Installed) -> None:
    site = installed.desk / "tampilan"
    done = installed.sentra("new", "situs", NAME, "--root", "tampilan")
    assert done.returncode == 0
    brought = installed.packages / "site_builder/default_files/templates"
    own = site / "templates/404.html"
    own.parent.mkdir()
    own.write_text(
        (brought / "404.html").read_text("utf-8").replace('class="wrap"', 'class="wrap mine"'), "utf-8"
    )
    assert installed.sentra("build", "--root", "tampilan").returncode == 0
    assert 'class="wrap mine"' in (site / "output/404.html").read_text("utf-8")
    told = installed.sentra("explain", "/", "--root", "tampilan").stdout
    assert f"  {brought / 'base.html'}\n" in told
    frame = site / "templates/macros/frame.html"
    frame.parent.mkdir()
    frame.write_text("{# forgets all macros #}\n", "utf-8")
    done = installed.sentra("build", "--root", "tampilan")
    assert done.returncode == 1
    assert re.search(rf"(?m)^{re.escape(str(brought))}\S+\.html:\d+:1: error\[template", done.stderr)
    assert " {{" in done.stderr  # the line itself is shown, too


@pytest.mark.parametrize("chapter", ["id/01-hari-pertama.md", "en/01-first-day.md"])
def test_the_handbook_names_this_file_and_begins_a_site_as_it_says(
    chapter: str, wheel: Path, installed: Installed
) -> None:
    text = (ROOT / "docs/handbook" / chapter).read_text("utf-8")
    named = re.findall(r"[\w.-]+\.whl", text)
    assert set(named) == {wheel.name}
    assert len(named) >= 4
    assert f"\nsentra {__version__}\n" in text
    (new,) = re.findall(r"(?m)^sentra new .*$", text)
    (folder,) = re.findall(r'(?m)^ *1\. .*: cd "(.+)"$', text)
    assert installed.sentra(*shlex.split(new)[1:]).returncode == 0
    assert (installed.desk / folder / "content/site.yaml").is_file()


@pytest.fixture
def address(installed: Installed) -> Iterator[str]:
    preview = subprocess.Popen(
        [str(installed.command), "serve", "--root", SITE, "--port", "0"],
        cwd=installed.desk,
        env=installed.variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )
    assert preview.stdout is not None
    try:
        lines = [preview.stdout.readline(), preview.stdout.readline()]
        found = re.search(r"http://127\.0\.0\.1:\d+/", "".join(lines))
        assert found, lines
        yield found[0]
    finally:
        preview.send_signal(signal.SIGTERM)
        preview.communicate(timeout=30)


def test_the_preview_shows_the_site(address: str) -> None:
    with urllib.request.urlopen(address) as answer:  # noqa: S310  it begins with http://
        assert f"<title>{NAME}" in answer.read().decode()


def _canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _imported(path: Path) -> set[str]:
    """Name the top of what a module imports when it runs."""
    tree = ast.parse(path.read_text("utf-8"))
    for_types = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        for part in node.body
        for inner in ast.walk(part)
    }
    names = set()
    for node in ast.walk(tree):
        match node:
            case ast.AST() if id(node) in for_types:
                continue
            case ast.Import(names=aliases):
                names |= {alias.name.split(".")[0] for alias in aliases}
            case ast.ImportFrom(module=str(module)):
                names.add(module.split(".")[0])
    return names
