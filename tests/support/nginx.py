"""A real nginx on this machine, run with the configuration that the project hands out."""

from __future__ import annotations

import http.client
import os
import re
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.programs import ROOT, program

_MAIN = """
{user}
pid {prefix}/nginx.pid;
daemon off;
worker_processes 1;
events {{ worker_connections 64; }}
http {{
    access_log off;
    client_body_temp_path {prefix}/body;
    proxy_temp_path {prefix}/proxy;
    fastcgi_temp_path {prefix}/fastcgi;
    scgi_temp_path {prefix}/scgi;
    uwsgi_temp_path {prefix}/uwsgi;
    {site}
}}
"""


@contextmanager
def run_nginx(folder: Path, prefix: Path) -> Iterator[int]:
    """Serve `folder` with deploy/nginx.conf; gives the port. `prefix` is an empty folder for its litter."""
    port = _free_port()
    site = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    site = _replace(r"listen 80;", f"listen 127.0.0.1:{port};", site)
    site = _replace(r"root /var/www/sentra;", f"root {folder};", site)
    # A test's folders are its user's own; as root, nginx would hand over to one who may not look into them.
    user = "user root;" if os.geteuid() == 0 else ""
    config = prefix / "nginx.conf"
    config.write_text(_MAIN.format(user=user, prefix=prefix, site=site), encoding="utf-8")
    log = prefix / "error.log"
    command = [program("nginx"), "-p", str(prefix), "-c", str(config), "-e", str(log)]
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as server:
        try:
            _wait_for(port, server)
            yield port
        finally:
            server.terminate()


def fetch(
    port: int, path: str, headers: Mapping[str, str] | None = None
) -> tuple[int, list[tuple[str, str]], bytes]:
    """Ask once, follow nothing; header names come in lower case, and as often as they were sent."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", path, headers=dict(headers or {}))
        response = connection.getresponse()
        return response.status, [(n.lower(), v) for n, v in response.getheaders()], response.read()
    finally:
        connection.close()


def _replace(pattern: str, text: str, config: str) -> str:
    changed, count = re.subn(pattern, lambda _: text, config)
    assert count == 1, f"deploy/nginx.conf has {pattern!r} {count} times"
    return changed


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    assert isinstance(port, int)
    return port


def _wait_for(port: int, server: subprocess.Popen[str]) -> None:
    for _ in range(200):
        if server.poll() is not None:
            told = server.stderr.read() if server.stderr else ""
            pytest.fail(f"nginx refuses deploy/nginx.conf: {told}", pytrace=False)
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail("nginx does not answer", pytrace=False)
