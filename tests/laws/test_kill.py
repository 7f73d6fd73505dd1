"""Whatever stops a build, the published site is the old one or the new one, and the next build is right."""

from __future__ import annotations

import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from site_builder.crew import WORTH_A_PROCESS
from tests.support.changes import Change, make_tiny_site, prepare
from tests.support.killed_build import Driver, Ended, Fault
from tests.support.little_site import LittleSite, difference, make_little_site, photo, tree_of
from tests.support.programs import ROOT

ERRORS = ("ENOSPC", "EIO", "EACCES", "EROFS", "EDQUOT", "EMFILE")


MOST_OPERATIONS = 1500


@pytest.fixture(scope="module")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Driver]:
    """A process that begins builds and lets them die."""
    with Driver(make_tiny_site(tmp_path_factory.mktemp("warm") / "project").root) as made:
        yield made


def changes_of_everything(site: LittleSite) -> tuple[Change, ...]:
    """Edit, add, delete and replace: an entry, a folder of output, a photo, an asset.

    Two changes of the same kind, taken in turn: so the spare tree always holds what must go.
    """
    text = site.read("content/products/tas-1.md")
    return tuple(
        prepare(
            site,
            {
                "content/products/tas-1.md": text.replace("Dijahit rapat", f"Dijahit {name} rapat").encode(),
                f"content/products/{name}.md": text.replace("Tas Satu", f"Tas {name}")
                .replace("alias: [/tas-lama/]\n", "")
                .encode(),
                "assets/root/lama/b.txt": None,
                "content/shops/intako/depan.jpg": photo(shade=shade),
                f"assets/root/{name}/a.txt": b"a",
            },
        )
        for name, shade in (("satu", 10), ("duaa", 20))
    )


def changes_of_a_page(site: LittleSite) -> tuple[Change, ...]:
    text = site.read("content/products/tas-1.md").replace("Dijahit", "Dirajut")
    return (prepare(site, {"content/products/tas-1.md": text.encode()}),)


def every_operation(
    driver: Driver, changes: Sequence[Change], fault: Callable[[int], Fault]
) -> Iterator[tuple[Ended, str, str]]:
    """Stop a build at its first file operation, its second and so on, with right builds in between.

    Yields how each ended, the operation that was struck and which tree was published then.
    """
    for number in range(1, MOST_OPERATIONS):
        change = changes[number % len(changes)]
        change.make()
        ended = driver.build(change.site.root, fault(number))
        if len(ended.operations) < number:
            assert ended.code == 0, ended.said
            assert change.name(change.site.tree()) == "new"
            return
        published = change.name(change.site.tree()) if change.site.output.exists() else "none"
        struck = ended.operations[number - 1]
        place = f"operation {number}, {struck}: {ended.said}"
        after = driver.build(change.site.root)
        assert (after.code, change.name(change.site.tree())) == (0, "new"), f"{place}\n{after.said}"
        change.take_back()
        back = driver.build(change.site.root)
        assert (back.code, change.name(change.site.tree())) == (0, "old"), f"{place}\n{back.said}"
        yield ended, struck, published
    pytest.fail("a build never came to its end")


def kinds(operations: list[str]) -> set[str]:
    return {operation.split(" ", 1)[0] for operation in operations}


def test_a_kill_at_any_operation_leaves_the_old_site_or_the_new_one(driver: Driver, tmp_path: Path) -> None:
    changes = changes_of_everything(make_tiny_site(tmp_path / "project"))
    all_struck = []
    for ended, struck, published in every_operation(driver, changes, Fault):
        assert ended.code == -signal.SIGKILL
        assert published in {"old", "new"}, f"{struck}: {published}"
        all_struck.append(struck)
    assert kinds(all_struck) >= {
        "open",
        "write",
        "fsync",
        "exchange",
        "mkdir",
        "unlink",
        "rmdir",
        "sqlite-commit",
    }


def test_a_kill_while_many_files_are_flushed_at_once_is_as_harmless(driver: Driver, tmp_path: Path) -> None:
    changes = changes_of_a_page(make_tiny_site(tmp_path / "project"))
    all_struck = []
    for _, struck, published in every_operation(
        driver, changes, lambda number: Fault(number, flush_at_once=True)
    ):
        assert published in {"old", "new"}, f"{struck}: {published}"
        all_struck.append(struck)
    assert "sync" in kinds(all_struck)


def test_a_kill_when_the_next_tree_is_made_from_nothing_is_as_harmless(
    driver: Driver, tmp_path: Path
) -> None:
    changes = changes_of_a_page(make_tiny_site(tmp_path / "project"))
    spare = changes[0].site.root / ".output.spare"

    def without_spare(number: int) -> Fault:
        shutil.rmtree(spare, ignore_errors=True)
        return Fault(number)

    all_struck = []
    for _, struck, published in every_operation(driver, changes, without_spare):
        assert published in {"old", "new"}, f"{struck}: {published}"
        all_struck.append(struck)
    assert f"mkdir {spare}" in all_struck
    assert "link" in kinds(all_struck)


def test_without_an_exchange_of_names_the_next_command_brings_the_site_back(
    driver: Driver, tmp_path: Path
) -> None:
    """Only there may a kill leave no site, and the old one lies beside."""
    changes = changes_of_a_page(make_tiny_site(tmp_path / "project"))
    seen = set()
    for _, struck, published in every_operation(
        driver, changes, lambda number: Fault(number, no_exchange=True)
    ):
        assert published in {"old", "new", "none"}, f"{struck}: {published}"
        assert published != "none" or struck.startswith("rename ")
        seen.add(published)
    assert seen == {"old", "new", "none"}


def test_a_kill_of_the_first_build_leaves_no_site_or_a_whole_one(driver: Driver, tmp_path: Path) -> None:
    site = make_tiny_site(tmp_path / "project")
    whole = site.build_clean(tmp_path / "clean")
    for number in range(1, MOST_OPERATIONS):
        gone = [".output.spare", "output"] + [".cache"] * (number % 4 == 0)  # with a cache it is quicker
        for left in gone:
            shutil.rmtree(site.root / left, ignore_errors=True)
        ended = driver.build(site.root, Fault(number))
        struck = ended.operations[-1]
        published = site.output.exists()
        if published:
            assert difference(site.tree(), whole) == "", struck
        after = driver.build(site.root)
        assert after.code == 0, f"{struck}\n{after.said}"
        assert difference(site.tree(), whole) == "", struck
        if len(ended.operations) < number:
            assert published
            assert number > 100
            return
    pytest.fail("a build never came to its end")


def test_builds_killed_again_and_again_do_no_harm(driver: Driver, tmp_path: Path) -> None:
    change = changes_of_everything(make_tiny_site(tmp_path / "project"))[0]
    chance = random.Random(7)
    length = len(_operations(driver, change))
    for _ in range(80):
        if chance.random() < 0.5:
            change.make()
        ended = driver.build(change.site.root, Fault(chance.randrange(1, length + 20)))
        assert change.name(change.site.tree()) in {"old", "new"}, ended.operations[-1]
        if all((change.site.root / path).exists() == (path in change.before) for path in change.after):
            continue
        change.take_back()
    assert driver.build(change.site.root).code == 0
    assert change.name(change.site.tree()) == "old"


def _operations(driver: Driver, change: Change) -> list[str]:
    """Name the operations of the build that follows the edit, and go back."""
    change.make()
    ended = driver.build(change.site.root)
    assert ended.code == 0, ended.said
    change.take_back()
    assert driver.build(change.site.root).code == 0
    return ended.operations


@pytest.mark.parametrize("at_once", [False, True], ids=["one by one", "at once"])
def test_every_byte_is_flushed_before_the_names_are_exchanged(
    driver: Driver, tmp_path: Path, *, at_once: bool
) -> None:
    """So that a power cut leaves no half-written page behind a finished name."""
    change = changes_of_everything(make_tiny_site(tmp_path / "project"))[0]
    change.make()
    operations = driver.build(change.site.root, Fault(flush_at_once=at_once)).operations
    exchange = operations.index(f"exchange {change.site.output}")
    written = {
        operation.removeprefix("write "): index
        for index, operation in enumerate(operations[:exchange])
        if operation.startswith("write ") and ".spare/" in operation
    }
    assert len(written) > 5
    for path, index in written.items():
        assert {f"fsync {path}", "sync everything"} & set(operations[index:exchange]), path
    assert operations[exchange + 1] == f"fsync {change.site.root}"


@pytest.mark.parametrize("lasting", [False, True], ids=["once", "lasting"])
def test_a_failing_disk_leaves_the_old_site_or_the_new_one(
    driver: Driver, tmp_path: Path, *, lasting: bool
) -> None:
    changes = changes_of_everything(make_tiny_site(tmp_path / "project"))

    def fault(number: int) -> Fault:
        return Fault(number, ERRORS[number % len(ERRORS)], lasting=lasting)

    codes = set()
    for ended, struck, published in every_operation(driver, changes, fault):
        codes.add(ended.code)
        assert ended.code in {0, 3}, f"{struck}: {ended.said}"
        assert published in ({"new"} if ended.code == 0 else {"old", "new"}), f"{struck}: {published}"
        assert "Traceback" not in ended.said
        if ended.code == 3:
            assert re.match(r"\S+:1:1: error\[disk-refused\]: ", ended.said), f"{struck}: {ended.said}"
            # Only the last flush, of the folder's own names, comes after the exchange.
            assert published == "old" or struck == f"fsync {changes[0].site.root}", struck
    assert codes == {0, 3}


@pytest.mark.parametrize(("deed", "code"), [("int", 130), ("term", -signal.SIGTERM)])
def test_an_interrupt_at_any_operation_leaves_the_old_site_or_the_new_one(
    driver: Driver, tmp_path: Path, deed: str, code: int
) -> None:
    changes = changes_of_a_page(make_tiny_site(tmp_path / "project"))
    for ended, struck, published in every_operation(driver, changes, lambda number: Fault(number, deed)):
        assert ended.code == code, f"{struck}: {ended.said}"
        assert published in {"old", "new"}, f"{struck}: {published}"


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes in /proc")
@pytest.mark.parametrize("deed", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=lambda deed: deed.name)
def test_a_stopped_build_in_many_processes_stops_soon_and_wholly(
    tmp_path: Path, deed: signal.Signals
) -> None:
    site = make_little_site(tmp_path / "project", products=WORTH_A_PROCESS)
    command = [sys.executable, "-m", "site_builder", "build", "--root", str(site.root), "--jobs", "2"]
    with subprocess.Popen(
        command, cwd=ROOT, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as process:
        assert _comes_true(lambda: len(_members(process.pid)) > 2), "the build had no processes"
        process.send_signal(deed)
        _, said = process.communicate(timeout=20)
        assert b"Traceback" not in said
        assert process.returncode == (130 if deed == signal.SIGINT else -deed)
    assert _comes_true(lambda: not _members(process.pid)), "the build left processes behind"
    assert not site.output.exists()
    assert site.sentra("build").returncode == 0
    assert difference(site.tree(), site.build_clean(tmp_path / "clean")) == ""


def _comes_true(condition: Callable[[], bool], seconds: float = 15) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if condition():
            return True
        time.sleep(0.02)
    return False


def _members(group: int) -> list[str]:
    """Name the living processes of a group."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, of_group = stat.read_text().rpartition(")")[2].split()[:3]
        except OSError:
            continue
        if int(of_group) == group and state != "Z":
            found.append(stat.parent.name)
    return found


def test_a_project_that_can_only_be_read_is_built_elsewhere(driver: Driver, tmp_path: Path) -> None:
    for has_cache in (False, True):
        site = make_little_site(tmp_path / f"project-{has_cache}")
        elsewhere = tmp_path / f"elsewhere-{has_cache}"
        if has_cache:
            site.build()
            site.replace("content/stories/baru.md", "Kini", "Sekarang")
        before = tree_of(site.root)
        for _ in range(2):
            ended = driver.build(site.root, Fault(read_only=str(site.root)), ["--output", str(elsewhere)])
            assert ended.code == 0, ended.said
        assert difference(tree_of(site.root), before) == ""
        assert difference(tree_of(elsewhere), site.build_clean(tmp_path / "clean")) == ""


@pytest.mark.parametrize(
    "path", ["content/stories/baru.md", "templates/base.html", "content/shops/intako/depan.jpg"]
)
def test_a_file_that_can_not_be_read_is_named(driver: Driver, tmp_path: Path, path: str) -> None:
    site = make_little_site(tmp_path / "project")
    site.build()
    before = site.tree()
    site.write(path, (site.root / path).read_bytes() + b"\n")
    ended = driver.build(site.root, Fault(unreadable=str(site.root / path)))
    assert ended.code == 1
    assert f"{path}:1:1: error[file-unreadable]" in ended.said
    assert site.tree() == before


def test_a_file_of_someone_else_that_was_taken_away_does_not_come_back(
    driver: Driver, tmp_path: Path
) -> None:
    """Even when a kill kept the old tree, which has it too, from being cleared."""
    change = changes_of_a_page(make_tiny_site(tmp_path / "project"))[0]
    site = change.site
    for number in range(1, MOST_OPERATIONS):
        site.write("output/mine.txt", "mine")
        change.make()
        struck = driver.build(site.root, Fault(number)).operations
        site.remove("output/mine.txt")
        change.take_back()
        assert driver.build(site.root).code == 0
        assert not site.is_published("mine.txt"), struck[-1]
        change.make()
        assert driver.build(site.root).code == 0
        assert change.name(site.tree()) == "new", struck[-1]
        change.take_back()
        assert driver.build(site.root).code == 0
        assert change.name(site.tree()) == "old", struck[-1]
        if len(struck) < number:
            return
    pytest.fail("a build never came to its end")
