"""Who may import whom, who may touch the disk, and what an unchanged build must not load."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import site_builder
from site_builder.store.code import DRAWING, PHOTOS, SEARCHING, SHARES
from tests.support.little_site import make_little_site
from tests.support.programs import ROOT

PACKAGE = Path(site_builder.__file__).parent

RANKS: dict[str, int] = {
    "names": 0,  # what the small texts that name things are called
    "problems": 0,  # faults as values; everything may report one
    "language": 0,  # which language Sentra speaks; reads what it is given
    "pulse": 0,  # how a build is ended before its time
    "options": 0,  # what a build is asked to do
    "recall": 0,  # results kept by a process that builds several times
    "whereabouts": 1,  # where a site is that was not found
    "clock": 1,  # the time, as an input
    "outcomes": 1,  # how a command can end
    "writing": 0,  # files written whole; knows nothing of what is in them
    "zones": 0,  # time zones by name
    "defaults": 1,  # where the files lie that Sentra brings
    "model": 1,  # what editors may write, as structs
    "messages": 1,  # sentences for problems
    "comments": 0,  # explanations in new files, broken into lines
    "descriptions": 1,  # what each field is for
    "pool": 1,  # processes; knows no work
    "lock": 3,  # one build at a time
    "publish": 1,  # trees of bytes; knows nothing of what is in them
    "crew": 2,  # gives work to processes where that is worth it
    "source": 2,  # files to documents
    "spreadsheets": 1,  # files of offices to cells
    "text": 2,  # Markdown to HTML
    "media": 2,  # photos
    "cartography": 2,  # maps from coordinates
    "excerpts": 3,  # the line that a fault is about
    "fixes": 3,  # what a hint says, as an edit
    "handbook": 2,  # the chapters of the editors' handbook
    "validate": 3,  # documents to entries
    "store": 3,  # keeps bytes under digests, and how files looked to `source`
    "mending": 4,  # content files with their safe edits made
    "report": 5,  # problems and results as text
    "arguments": 6,  # the command line
    "console": 6,  # how a command prints
    "examples": 4,  # values in new entries
    "surroundings": 5,  # what a project has, for examples and schemas
    "scaffold": 5,  # new entries as text
    "freshness": 4,  # asks `source`, `store` and `publish` whether anything changed
    "plan": 4,  # entries to views and tasks
    "fresh_build": 6,  # the build that has nothing to do
    "gather": 5,  # content through the store; photos get the addresses that `plan` makes
    "render": 5,  # views to bytes
    "search": 6,  # records to indexes; reads the texts that `gather` keeps
    "exporting": 7,  # entries to spreadsheets, of which `importing` reads back the same
    "importing": 6,  # rows of spreadsheets to entries; `gather` judges them as it does all
    "saved_text": 7,  # a text as it was saved, in what the last build knew
    "ahead": 8,  # renders what is looked at before all is planned
    "reasons": 6,  # explains what `render` did
    "explained": 7,  # tells what `reasons` and `commands` found
    "weights": 6,  # what `render` made of each page, and what bounds that
    "status": 6,  # what is left to do
    "appearance": 6,  # templates, words and assets, as pages are planned and rendered with them
    "prepare": 7,  # all stages up to the plan
    "build": 9,  # all stages: the one place that knows their order
    "commands": 10,  # what each command does
    "new_entry": 9,  # the command that makes an entry
    "new_site": 11,  # the command that makes a site
    "fix_command": 9,  # mends files before they are built
    "import_command": 9,  # shows what an import would do, asks, writes
    "export_command": 9,  # writes entries as a spreadsheet
    "preview": 9,  # building and showing again and again
    "serve": 10,  # the preview's web server
    "cli": 12,  # chooses the command, exits with its code
    "warm": 11,  # builds for the preview, again and again
    "__main__": 13,  # is the command line
}
"""A module imports only from lower ranks than its own; packages of one rank know nothing of each other."""

DISK: dict[str, str] = {
    "source/scan.py": "reads the project's files",
    "defaults.py": "looks where the files lie that Sentra brings",
    "store/": "keeps the cache",
    "publish/": "writes the site",
    "importing/files.py": "reads entries",
    "lock.py": "holds a file",
    "freshness.py": "looks at the published files",
    "arguments.py": "looks whether words that stand apart are the name of one file",
    "commands.py": "writes the schemas",
    "new_entry.py": "looks at what there is, makes the folder of a new entry",
    "new_site.py": "looks at what there is, reads the starter files",
    "surroundings.py": "looks at what there is",
    "export_command.py": "looks where its spreadsheet would go",
    "cli.py": "looks whether the project is there",
    "console.py": "lets go of a reader that has seen enough",
    "excerpts.py": "shows the faulty line",
    "outcomes.py": "leaves a note about a bug",
    "status/command.py": "looks where its list would go",
    "status/run.py": "reads the marks of translations, finds what is to be marked",
    "whereabouts.py": "looks where the site is that was not found",
    "writing.py": "writes files whole",
    "zones.py": "reads the time zones of a package",
    "serve.py": "looks whether there is a project, and a handbook in its preview",
    "warm.py": "answers through pipes",
    "preview/": "serves files",
    "render/lettering.py": "reads the fonts of packages",
    "handbook.py": "reads the handbook that comes with Sentra",
    "messages/__init__.py": "reads the program's own sentences",
    "descriptions/__init__.py": "reads the program's own descriptions",
}
"""Who may touch the disk, and for what."""

ENVIRONMENT: dict[str, str] = {
    "arguments.py": "the language of the help",
    "cli.py": "the language of messages",
    "clock.py": "the time",
    "console.py": "the language of messages, colours",
    "preview/builds.py": "hands it on to the process that builds",
    "search/indexer.py": "hands it on to Pagefind's program, without what that would read",
    "serve.py": "the language of messages",
}
"""Who may see the environment, and for what."""

LONGEST = 360
HEAVY = {
    "babel", "jinja2", "livereload", "markdown", "nh3", "openpyxl", "PIL", "pydantic", "tornado",
    "uharfbuzz", "vl_convert", "watchfiles", "yaml",
}  # fmt: skip

DISK_MODULES = {"shutil", "sqlite3", "tempfile", "glob", "fileinput", "mmap", "dbm", "shelve"}
DISK_METHODS = {
    "chmod", "exists", "glob", "hardlink_to", "is_dir", "is_file", "is_symlink", "iterdir", "lstat", "mkdir",
    "open", "read_bytes", "read_text", "readlink", "rename", "resolve", "rglob", "rmdir", "samefile", "stat",
    "symlink_to", "touch", "unlink", "walk", "write_bytes", "write_text",
}  # fmt: skip
"""Of `Path`; not `replace`, which texts have too."""
OS_WITHOUT_DISK = {
    "_exit", "cpu_count", "environ", "fspath", "getpid", "name", "path", "PathLike", "sched_getaffinity",
    "stat_result",
}  # fmt: skip


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def label(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def package_of(path: Path) -> str:
    """Name the package or module directly below `site_builder` that a file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@cache
def tree_of_module(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


def imported(path: Path) -> Iterator[str]:
    """Yield every module of the package that a file imports: in functions, for types and by name too."""
    for node in ast.walk(tree_of_module(path)):
        match node:
            case ast.ImportFrom(module="site_builder", names=names):
                yield from (f"site_builder.{name.name}" for name in names if not name.name.startswith("__"))
            case ast.ImportFrom(module=str(module)) if module.startswith("site_builder."):
                yield module
            case ast.Import(names=names):
                yield from (name.name for name in names if name.name.startswith("site_builder."))
            case ast.Call(
                func=ast.Attribute(attr="import_module"), args=[ast.Constant(value=str(module)), *_]
            ):
                yield module


@pytest.mark.parametrize("path", modules(), ids=label)
def test_modules_import_downwards_only(path: Path) -> None:
    own = package_of(path)
    if own == "__init__":
        assert list(imported(path)) == []
        return
    for module in imported(path):
        other = module.split(".")[1]
        assert other == own or RANKS[other] < RANKS[own], f"`{own}` may not import `{other}`"


IMPORT_ORDER = ("cells", "sheets", "rows", "entries")
"""The packages of `importing`, each of which knows those before it only; its own modules know them all."""


def test_an_import_goes_from_cells_to_entries() -> None:
    for path in modules():
        parts = path.relative_to(PACKAGE).parts
        if parts[0] == "importing" and parts[1] in IMPORT_ORDER:
            for module in imported(path):
                other = module.split(".")[1:3]
                if other[0] == "importing" and other[1] in IMPORT_ORDER:
                    assert IMPORT_ORDER.index(other[1]) <= IMPORT_ORDER.index(parts[1]), (
                        f"{label(path)}: {module}"
                    )


def test_every_module_has_a_rank_and_every_rank_a_module() -> None:
    assert {package_of(path) for path in modules()} - {"__init__"} == RANKS.keys()


def test_no_modules_import_each_other_in_a_circle() -> None:
    known = {_name(path): path for path in modules()}
    uses = {name: {other for other in imported(path) if other in known} for name, path in known.items()}
    while free := {name for name, others in uses.items() if not others & uses.keys()}:
        for name in free:
            del uses[name]
    assert uses == {}, "these import each other"


def _name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


HELD_IN_DRAWINGS = {"names.py", "model/values.py", "plan/palette.py"}
"""Values only: what a drawing has of them is in its view, and so in its name already."""


def used_by(*names: str) -> set[str]:
    """Name the files of all that these modules need of the package, themselves included."""
    known = {_name(path): path for path in modules()}
    found, left = set[str](), [*names]
    while left:
        name = left.pop()
        found.add(name)
        left += sorted({*imported_with_names(known[name])} & known.keys() - found)
    packages = {name for name in found if known[name].name == "__init__.py"}
    return {label(known[name]) for name in found - packages}


def test_the_name_of_a_chart_holds_every_module_that_draws_it() -> None:
    assert used_by("site_builder.render.charts") == {*DRAWING} | HELD_IN_DRAWINGS


def test_the_name_of_a_photo_holds_every_module_that_makes_it() -> None:
    makers = used_by("site_builder.media.probe", "site_builder.media.variants")
    assert makers == {*PHOTOS, "names.py", "problems.py"}


def test_the_name_of_a_share_picture_holds_every_module_that_draws_it() -> None:
    views = used_by("site_builder.plan.views.shares")
    assert used_by("site_builder.render.share_drawing") - views == {*SHARES}


def test_the_name_of_an_index_holds_every_module_that_makes_it() -> None:
    """What a record has of the views and of their values is in its own bytes, and so in the name."""
    makers = used_by("site_builder.search.pages", "site_builder.search.indexer", "site_builder.search.bundle")
    of_records = used_by("site_builder.plan.views.search")
    assert (makers | {"search/stage.py"}) - of_records == {*SEARCHING}


def imported_with_names(path: Path) -> Iterator[str]:
    """Yield what a file imports, `package.module` for `from package import module` too."""
    yield from imported(path)
    for node in ast.walk(tree_of_module(path)):
        if isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{name.name}" for name in node.names)


def touches_disk(path: Path) -> Iterator[str]:
    """Yield each line on which a module does something with files, or could."""
    for node in ast.walk(tree_of_module(path)):
        found = ""
        match node:
            case ast.Import(names=names):
                found = ", ".join(name.name for name in names if name.name.split(".")[0] in DISK_MODULES)
            case ast.ImportFrom(module=str(module), names=names) if module.split(".")[0] in DISK_MODULES | {
                "os"
            }:
                found = module
            case ast.Call(func=ast.Name(id="open")):
                found = "open"
            case ast.Attribute(value=ast.Name(id="os"), attr=name) if name not in OS_WITHOUT_DISK:
                found = f"os.{name}"
            case ast.Attribute(value=ast.Attribute(value=ast.Name(id="os"), attr="path"), attr=name):
                found = f"os.path.{name}"
            case ast.Call(func=ast.Attribute(value=ast.Name(id="Image"), attr="open")):
                continue  # Pillow's, of bytes
            case ast.Call(func=ast.Attribute(attr=name, value=value)) if name in DISK_METHODS:
                found = "" if isinstance(value, ast.Name) and value.id == "Image" else f".{name}()"
        if found:
            yield f"{label(path)}:{getattr(node, 'lineno', 0)}: {found}"


@pytest.mark.parametrize("path", modules(), ids=label)
def test_the_disk_is_touched_in_few_places(path: Path) -> None:
    if not label(path).startswith(tuple(DISK)):
        assert list(touches_disk(path)) == []


def test_every_place_that_may_touch_the_disk_does() -> None:
    idle = set(DISK)
    for path in modules():
        if any(touches_disk(path)):
            idle -= {place for place in DISK if label(path).startswith(place)}
    assert idle == set()


def test_the_environment_is_seen_where_it_is_said_and_nowhere_else() -> None:
    names = {"environ", "environb", "getenv"}
    found = {
        label(path)
        for path in modules()
        for node in ast.walk(tree_of_module(path))
        if isinstance(node, ast.Attribute) and node.attr in names
    }
    assert found == set(ENVIRONMENT)


_IMPORT_EACH = """
import importlib, json, os, sys, traceback
import babel, jinja2, markdown, msgspec, nh3, PIL.Image, yaml  # loaded once, for all forks
failed = {}
for name in sys.stdin.read().split():
    child = os.fork()
    if child == 0:
        try:
            assert not any(loaded.startswith("site_builder") for loaded in sys.modules)
            importlib.import_module(name)
        except BaseException:
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    if os.waitpid(child, 0)[1]:
        failed[name] = "failed"
print(json.dumps(failed))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_every_module_can_be_imported_first() -> None:
    names = [_name(path) for path in modules() if path.name != "__main__.py"]
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", _IMPORT_EACH],
        input="\n".join(names),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stdout) == {}, done.stderr


_LOADED = """
import sys
from site_builder.cli import main
try:
    main(sys.argv[1:])
except SystemExit as end:
    assert not end.code, end.code
print(*sorted({name.split(".")[0] for name in sys.modules}))
"""


def loaded_by(*arguments: str) -> set[str]:
    """Run a command; name the top of every module that it loaded."""
    done = subprocess.run(
        [sys.executable, "-c", _LOADED, *arguments], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(done.stdout.splitlines()[-1].split())


def test_an_unchanged_build_loads_no_heavy_library(tmp_path: Path) -> None:
    site = make_little_site(tmp_path / "project")
    assert loaded_by("build", "--root", str(site.root), "-q") >= {"jinja2", "msgspec", "yaml"}
    assert loaded_by("build", "--root", str(site.root), "-q") & HEAVY == set()
    assert loaded_by("build", "--root", str(site.root), "--format", "json") & HEAVY == set()


def test_an_edit_loads_no_more_than_it_needs(tmp_path: Path) -> None:
    site = make_little_site(tmp_path / "project")
    site.sentra("build")
    site.replace("content/stories/baru.md", "Kini", "Sekarang")
    loaded = loaded_by("build", "--root", str(site.root), "-q")
    assert loaded & {"livereload", "tornado", "PIL", "vl_convert"} == set()


@pytest.mark.parametrize("path", modules(), ids=label)
def test_no_module_is_too_long_to_read(path: Path) -> None:
    lines = path.read_text("utf-8").count("\n")
    assert lines <= LONGEST, f"{lines} lines"
