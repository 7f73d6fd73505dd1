"""The preview's door: what other sites' pages may not have, what becomes of it when a build can't go on."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_builder.lock import only_build
from tests.support.little_site import LittleSite, make_little_site
from tests.support.preview import PATIENCE_S, RunningPreview, listen, run_preview, until

pytestmark = pytest.mark.slow

HOME = "content/pages/beranda.md"


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningPreview]:
    """A preview that the tests share."""
    with run_preview(make_little_site(tmp_path_factory.mktemp("door") / "site")) as running:
        yield running
        assert not any("Traceback" in line for line in running.lines), running.lines


def add(site: LittleSite, sentence: str) -> None:
    site.write(HOME, f"{site.read(HOME)}\n{sentence}\n")


def test_what_other_sites_pages_embed_is_refused_but_a_link_may_be_followed(preview: RunningPreview) -> None:
    def fetched(site: str, mode: str, destination: str) -> dict[str, str]:
        return {"Sec-Fetch-Site": site, "Sec-Fetch-Mode": mode, "Sec-Fetch-Dest": destination}

    found = next((preview.site.root / ".cache/preview/assets/img").glob("favicon.*svg"))
    picture = f"/assets/img/{found.name}"
    for headers, status in (
        (fetched("none", "navigate", "document"), 200),
        (fetched("cross-site", "navigate", "document"), 200),
        (fetched("same-origin", "no-cors", "image"), 200),
        (fetched("cross-site", "navigate", "iframe"), 403),
        (fetched("cross-site", "no-cors", "image"), 403),
        (fetched("same-site", "no-cors", "script"), 403),
        (fetched("cross-site", "cors", "empty"), 403),
    ):
        for path in ("/", picture, "/__preview.js", "/robots.txt"):
            assert preview.get(path, headers).status == status, (path, headers)


def test_the_connection_to_pages_is_refused_to_other_hosts_and_origins_with_the_token_too(
    preview: RunningPreview,
) -> None:
    port = preview.host.rpartition(":")[2]
    address = f"/livereload?token={preview.marks()['token']}"
    upgrade = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
    }
    own = {"Origin": preview.url.rstrip("/")}
    assert preview.get(address, upgrade | own).status == 101
    for wrong in (
        own | {"Host": f"evil.example:{port}"},
        {"Host": f"evil.example:{port}", "Origin": f"http://evil.example:{port}"},
        {"Origin": "http://evil.example"},
        {"Origin": f"http://localhost:{port}"},
        {"Origin": "null"},
        {},
        own | {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "websocket", "Sec-Fetch-Dest": "websocket"},
    ):
        assert preview.get(address, upgrade | wrong).status == 403, wrong
    assert preview.get("/livereload", upgrade | own).status == 403
    assert preview.get("/livereload/../../secret.txt", own).status == 404


def test_pages_are_sent_and_the_last_save_shows_in_the_end_while_another_build_holds_the_project(
    preview: RunningPreview,
) -> None:
    with only_build(preview.site.root / ".cache"):
        lines = len(preview.lines)
        add(preview.site, "Menunggu giliran.")
        for _ in range(20):
            reply = preview.get("/")
            assert (reply.status, "Menunggu giliran." in reply.body) == (200, False)
    until("the save", lambda: preview.shows("/", "Menunggu giliran."))
    until("its line", lambda: len(preview.lines) > lines)
    assert not any("another" in line for line in preview.lines)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal there")
def test_ctrl_c_ends_it_although_a_build_can_not_go_on_and_leaves_no_process(tmp_path: Path) -> None:
    site = make_little_site(tmp_path / "site")
    with run_preview(site) as preview, only_build(site.root / ".cache"):
        with listen(preview, preview.marks()):
            add(site, "Tak sempat dibuat.")
            until("a build waits", lambda: len(children_of(preview.process.pid)) > 0)
            below = children_of(preview.process.pid)
            assert preview.interrupt() == 0
            until("its processes are gone", lambda: not any(is_running(pid) for pid in below))
        until("the last line", lambda: preview.lines[-1] == "The preview has ended.")
        assert not any("Traceback" in line or "Error" in line for line in preview.lines), preview.lines


def children_of(pid: int) -> list[int]:
    said = subprocess.run(["ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in said.splitlines()]
    return [int(child) for child, parent in rows if int(parent) == pid]


def is_running(pid: int) -> bool:
    said = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return said.stdout.strip() not in {"", "Z", "Zs"}


def test_when_no_port_is_free_that_is_told_and_ends_with_code_3(tmp_path: Path) -> None:
    highest = 65535
    with socket.socket() as other:
        try:
            other.bind(("127.0.0.1", highest))
            other.listen()
        except OSError:
            pass  # someone else's: as good
        done = make_little_site(tmp_path / "site").sentra("serve", "--port", str(highest))
    assert (done.returncode, "error[port-taken]" in done.stderr) == (3, True), done.stderr


def test_the_browser_is_opened_at_the_address_once_there_are_pages(tmp_path: Path) -> None:
    note = tmp_path / "opened.txt"
    script = tmp_path / "browser.py"
    script.write_text(
        "import sys, urllib.request\n"
        "status = urllib.request.urlopen(sys.argv[1]).status\n"
        f"open({str(note)!r}, 'a').write(f'{{sys.argv[1]}} {{status}}\\n')\n"
    )
    browser = {"BROWSER": f"{sys.executable} {script} %s"}
    with run_preview(make_little_site(tmp_path / "site"), "--open", environment=browser) as preview:
        until("the browser was opened", lambda: note.exists() and note.read_text().endswith("\n"))
        add(preview.site, "Sekali saja.")
        until("the save", lambda: preview.shows("/", "Sekali saja."))
        assert note.read_text() == f"{preview.url} 200\n"
        assert preview.interrupt() == 0
        assert preview.process.wait(PATIENCE_S) == 0
