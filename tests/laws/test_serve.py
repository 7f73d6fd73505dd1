"""The preview: the last save is what is shown, a mistake harms nothing, and nobody else is let in."""

from __future__ import annotations

import os
import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.little_site import LittleSite, make_little_site
from tests.support.preview import PATIENCE_S, RunningPreview, listen, run_preview, until

pytestmark = pytest.mark.slow

HOME = "content/pages/beranda.md"
GREETING = "Selamat datang."
OUTSIDE = "kept-from-everyone"


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningPreview]:
    """A preview that the tests share; each leaves the content without faults."""
    site = make_little_site(tmp_path_factory.mktemp("preview") / "site")
    (site.root / "secret.txt").write_text(OUTSIDE)
    with run_preview(site) as running:
        yield running
        assert not any("Traceback" in line for line in running.lines), running.lines


def greet(site: LittleSite, greeting: str) -> None:
    head = site.read(HOME).rsplit("\n\n", 1)[0]
    site.write(HOME, f"{head}\n\n{greeting}\n")


def built_page(site: LittleSite, path: str = "index.html") -> str:
    return (site.root / ".cache" / "preview" / path).read_text("utf-8")


def test_a_page_is_sent_with_the_script_and_under_the_policy_of_the_published_site(
    preview: RunningPreview,
) -> None:
    reply = preview.get("/")
    assert reply.status == 200
    assert reply.body.count('<script src="/__preview.js" data-token="') == 1
    assert reply.headers["content-security-policy"].startswith("default-src 'none'; script-src 'self' ")
    assert reply.headers["cache-control"] == "no-store"
    assert reply.headers["content-type"] == "text/html; charset=utf-8"
    assert "'unsafe-" not in reply.headers["content-security-policy"]
    assert "__preview" not in built_page(preview.site)
    assert "access-control-allow-origin" not in reply.headers


def test_drafts_are_shown_in_the_preview_and_output_is_left_alone(preview: RunningPreview) -> None:
    reply = preview.get("/produk/belum/")
    assert (reply.status, "Hanya terlihat di pratinjau: masih draf." in reply.body) == (200, True)
    assert "Hanya terlihat" not in preview.get("/produk/koper/").body
    assert not preview.site.output.exists()


def test_assets_data_and_the_previews_own_files_have_their_types(preview: RunningPreview) -> None:
    css = next((preview.site.root / ".cache/preview/assets/css").glob("site.*.css")).name
    kinds = {
        f"/assets/css/{css}": "text/css; charset=utf-8",
        "/robots.txt": "text/plain; charset=utf-8",
        "/__preview.js": "text/javascript; charset=utf-8",
        "/__preview.css": "text/css; charset=utf-8",
    }
    found = {path: preview.get(path).headers["content-type"] for path in kinds}
    assert found == kinds


def test_a_missing_page_is_told_by_the_site_in_its_language(preview: RunningPreview) -> None:
    for path, language in (("/tidak/ada/", "id"), ("/en/not/there", "en")):
        reply = preview.get(path)
        assert reply.status == 404
        assert f'<html lang="{language}">' in reply.body
        assert "/__preview.js" in reply.body


def test_a_folder_without_its_slash_is_sent_on(preview: RunningPreview) -> None:
    reply = preview.get("/tentang")
    assert (reply.status, reply.headers["location"]) == (302, "/tentang/")


def test_a_save_is_shown_and_told_to_open_pages(preview: RunningPreview) -> None:
    with listen(preview, preview.marks()) as page:
        greet(preview.site, "Halo, pengunjung.")
        until("the page is told to load anew", lambda: bool(page.heard("reload")))
        # Told after the swap: no waiting here.
        assert preview.shows("/", "Halo, pengunjung.")
    preview.wait_for_line(f"{HOME}: ")


def test_a_page_that_was_loaded_before_the_last_build_is_told_when_it_connects(
    preview: RunningPreview,
) -> None:
    before = preview.marks()
    greet(preview.site, "Sesudah dimuat.")
    until("the new page", lambda: preview.shows("/", "Sesudah dimuat."))
    until("its new mark", lambda: preview.marks() != before)
    with listen(preview, before) as page:
        until("the page is told to load anew", lambda: bool(page.heard("reload")))
    with listen(preview, preview.marks()) as page:
        assert page.heard("hello")
        assert not page.heard("reload")


@pytest.mark.parametrize("gap_s", [0.05, 0.3, 1.0])
def test_of_two_saves_the_last_is_shown(preview: RunningPreview, gap_s: float) -> None:
    with listen(preview, preview.marks()):
        greet(preview.site, f"Pertama {gap_s}.")
        time.sleep(gap_s)
        greet(preview.site, f"Kedua {gap_s}.")
        until("the last save", lambda: preview.shows("/", f"Kedua {gap_s}."))


def test_saves_of_the_same_length_within_one_tick_of_the_clock_are_seen(preview: RunningPreview) -> None:
    greet(preview.site, "Tepat AAAA.")
    file = preview.site.root / HOME
    stat = file.stat()
    until("the first save", lambda: preview.shows("/", "Tepat AAAA."))
    greet(preview.site, "Tepat BBBB.")
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    until("the second save", lambda: preview.shows("/", "Tepat BBBB."))


def test_a_broken_save_keeps_the_last_good_page_and_lays_the_fault_over_it(preview: RunningPreview) -> None:
    site = preview.site
    greet(site, "Baik.")
    until("the good page", lambda: preview.shows("/", "Baik."))
    until("its mark", lambda: preview.marks()["tree"] != "")
    good = site.read("content/products/dompet-1.md")
    with listen(preview, preview.marks()) as page:
        site.replace("content/products/dompet-1.md", "harga: 165.000", "harga: murah")
        until("the fault is told", lambda: bool(page.heard("faults")))
        told = page.heard("faults")[-1]["html"]
        line = good.splitlines().index("harga: 165.000") + 1
        assert f"content/products/dompet-1.md:{line}:8" in told
        assert "<pre>harga: <mark>murah</mark></pre>" in told
        assert preview.shows("/", "Baik.")
        with listen(preview, preview.marks()) as other:
            until("a page opened now is told, too", lambda: bool(other.heard("faults")))
        reloads = len(page.heard("reload"))
        site.write("content/products/dompet-1.md", good)
        until("the fault is taken away", lambda: page.heard("faults")[-1]["html"] == "")
        assert len(page.heard("reload")) == reloads, "nothing has changed: no reason to load anew"
    preview.wait_for_line("errors: 1; the last good page stays")


def test_a_project_that_is_broken_from_the_start_shows_its_faults_and_then_its_pages(tmp_path: Path) -> None:
    site = make_little_site(tmp_path / "site")
    site.replace("content/shops/intako.md", "jenis: koperasi", "jenis: kapal")
    with run_preview(site) as preview:
        reply = preview.get("/")
        assert reply.status == 503
        assert "content/shops/intako.md:" in reply.body
        assert "<mark>kapal</mark>" in reply.body
        with listen(preview, preview.marks()) as page:
            site.replace("content/shops/intako.md", "jenis: kapal", "jenis: koperasi")
            until("the page is told to load anew", lambda: bool(page.heard("reload")))
            assert preview.shows("/", GREETING)


def test_other_hosts_and_origins_are_refused(preview: RunningPreview) -> None:
    port = preview.host.rpartition(":")[2]
    assert preview.get("/", {"Host": f"localhost:{port}"}).status == 200
    assert preview.get("/", {"Origin": preview.url.rstrip("/")}).status == 200
    for headers in (
        {"Host": "evil.example"},
        {"Host": f"evil.example:{port}"},
        {"Host": f"127.0.0.2:{port}"},
        {"Host": "127.0.0.1"},
        {"Host": ""},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1"},
        {"Origin": f"http://10.0.0.1:{port}"},
        {"Origin": f"https://{preview.host}"},
    ):
        for path in ("/", "/__preview.js", "/robots.txt"):
            reply = preview.get(path, headers)
            assert reply.status == 403, (path, headers)
            assert reply.body == f"This address is not served: open {preview.url}\n"


def test_only_a_page_of_this_run_may_listen(preview: RunningPreview) -> None:
    marks = preview.marks()
    own = preview.url.rstrip("/")
    for token, origin in (
        ("", own),
        ("x" * 32, own),
        (marks["token"][:-1], own),
        (marks["token"], None),
        (marks["token"], "null"),
        (marks["token"], "http://evil.example"),
    ):
        with listen(preview, {**marks, "token": token}, origin) as page:
            assert page.status == 403, (token, origin)
    with listen(preview, marks) as page:
        assert page.status == 0


@pytest.mark.parametrize("path", ["/forcereload", "/livereload.js"])
def test_livereloads_own_doors_are_closed(preview: RunningPreview, path: str) -> None:
    assert preview.get(path).status == 404


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/../../secret.txt",
        "/%2e%2e/%2e%2e/secret.txt",
        "/%2e%2e%2f%2e%2e%2fsecret.txt",
        "/..%5c..%5csecret.txt",
        "/%252e%252e/%252e%252e/secret.txt",
        "/a/../../../secret.txt",
        "//etc/passwd",
        "/etc/passwd",
        "/.sentra-manifest",
        "/.git/config",
        "/.nojekyll",
        "/_headers",
        "/_redirects",
        "/%00",
        "/index.html%00.txt",
        "/%ff%fe",
        "/toko/%2e%2e/.sentra-manifest",
    ],
)
def test_nothing_outside_the_site_and_nothing_hidden_is_sent(preview: RunningPreview, path: str) -> None:
    reply = preview.get(path)
    assert reply.status == 404
    assert OUTSIDE not in reply.body
    assert "Made by Sentra" not in reply.body


def test_odd_requests_are_answered_without_a_fault(preview: RunningPreview) -> None:
    host = f"Host: {preview.host}\r\n".encode()
    ends = b"Connection: close\r\n\r\n"
    assert preview.ask(b"GET /" + b"a" * 65_536 + b" HTTP/1.1\r\n" + host + ends) == 414
    assert preview.ask(b"GET http://evil.example/ HTTP/1.1\r\n" + host + ends) == 404
    assert preview.ask(b"POST / HTTP/1.1\r\nContent-Length: 0\r\n" + host + ends) == 405
    assert preview.ask(b"GET / HTTP/1.1\r\n" + host + host + ends) in {400, 403}
    assert preview.ask(b"GET / HTTP/1.1\r\n" + ends) in {400, 403}
    assert preview.ask(b"\x00\xff\r\n\r\n") in {0, 400}
    assert preview.get("/").status == 200


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_out_of_the_site_is_not_followed(preview: RunningPreview) -> None:
    greet(preview.site, "Sebelum tautan.")
    until("the new page", lambda: preview.shows("/", "Sebelum tautan."))
    link = preview.site.root / ".cache" / "preview" / "link.txt"
    link.symlink_to(preview.site.root / "secret.txt")
    try:
        reply = preview.get("/link.txt")
        assert reply.status == 404
        assert OUTSIDE not in reply.body
    finally:
        link.unlink()


def test_building_and_previewing_at_the_same_time_does_no_harm(preview: RunningPreview) -> None:
    site = preview.site
    for number in range(3):
        greet(site, f"Bersamaan {number}.")
        site.build_json()
    until("the last save", lambda: preview.shows("/", "Bersamaan 2."))
    assert "Bersamaan 2." in site.published("index.html")
    assert "/__preview.js" not in site.published("index.html")
    assert not any("another process" in line for line in preview.lines)


def test_ctrl_c_ends_it_at_once_and_without_noise(tmp_path: Path) -> None:
    site = make_little_site(tmp_path / "site")
    with run_preview(site) as preview:
        with listen(preview, preview.marks()):
            greet(site, "Sedang dibuat.")
            time.sleep(0.5)  # so that most likely a build is under way
            started = time.monotonic()
            assert preview.interrupt() == 0
            assert time.monotonic() - started < 5
        until("the last line", lambda: preview.lines[-1] == "The preview has ended.")
        assert not any("Traceback" in line or "Error" in line for line in preview.lines), preview.lines
    assert site.build_json()["outputs"] > 0


def test_a_port_in_use_is_passed_over_and_told(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = other.getsockname()[1]
        with run_preview(make_little_site(tmp_path / "site"), "--port", str(taken)) as preview:
            assert int(preview.host.rpartition(":")[2]) > taken
            assert preview.lines[0].startswith(
                f"Port {taken} is in use by another program; the preview takes "
            )
            assert preview.get("/").status == 200


def test_a_preview_that_others_can_reach_warns_loudly_and_still_checks_the_host(tmp_path: Path) -> None:
    with run_preview(make_little_site(tmp_path / "site"), "--host", "0.0.0.0") as preview:  # noqa: S104  the point
        assert any("WARNING" in line for line in preview.lines)
        assert preview.host.startswith("localhost:")
        assert preview.get("/").status == 200
        assert preview.get("/", {"Host": f"evil.example:{preview.host.rpartition(':')[2]}"}).status == 403


def test_below_the_cache_only_the_previews_own_folder_takes_a_site(tmp_path: Path) -> None:
    site = make_little_site(tmp_path / "site")
    for name in (".cache", ".cache/other", ".cache/preview/below", ".cache/../content/preview"):
        done = site.sentra("build", "--output", str(site.root / name))
        assert (done.returncode, "error[output-refused]" in done.stderr) == (2, True), name
    assert site.sentra("build", "--output", str(site.root / ".cache" / "preview")).returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal there")
def test_the_preview_ends_as_cleanly_when_the_system_ends_it(tmp_path: Path) -> None:
    with run_preview(make_little_site(tmp_path / "site")) as preview:
        preview.process.terminate()
        assert preview.process.wait(PATIENCE_S) == 0
        until("the last line", lambda: preview.lines[-1] == "The preview has ended.")


def test_wrong_use_is_told_and_ends_with_code_2(tmp_path: Path) -> None:
    site = LittleSite(tmp_path)
    done = site.sentra("serve")
    assert (done.returncode, "error[config-missing]" in done.stderr) == (2, True)
    site = make_little_site(tmp_path / "site")
    done = site.sentra("serve", "--port", "70000")
    assert (done.returncode, "error[port-wrong]: there is no port 70000" in done.stderr) == (2, True)
    for host in ("", "999.1.1.1", "203.0.113.9"):
        done = site.sentra("serve", "--host", host, "--port", "0")
        assert (done.returncode, "error[host-unknown]" in done.stderr) == (2, True), host
