from __future__ import annotations

import pytest

from site_builder.preview.access import Door, is_own_fetch, is_own_host, is_own_origin

HOME = Door("127.0.0.1", 5500)
EVERYWHERE = Door("0.0.0.0", 5500)  # noqa: S104  nothing is bound here


@pytest.mark.parametrize("host", ["127.0.0.1:5500", "localhost:5500", "LocalHost:5500", "[::1]:5500"])
def test_names_of_this_machine_with_the_port_are_let_in(host: str) -> None:
    assert is_own_host(host, HOME, "127.0.0.1")


@pytest.mark.parametrize(
    "host",
    [
        "",
        "evil.example",
        "evil.example:5500",
        "127.0.0.1",
        "localhost:5501",
        "127.0.0.1:5500.evil.example",
        "localhost.evil.example:5500",
        "evil@localhost:5500",
        "localhost:5500/",
        "127.0.0.2:5500",
        "192.168.1.5:5500",
        "0.0.0.0:5500",
        "[::1:5500",
        "localhost:",
        "localhost:5500 ",
    ],
)
def test_all_other_hosts_are_refused(host: str) -> None:
    assert not is_own_host(host, HOME, "127.0.0.1")


def test_open_to_the_network_only_the_address_that_was_reached_is_let_in_besides() -> None:
    assert is_own_host("192.168.1.5:5500", EVERYWHERE, "192.168.1.5")
    assert is_own_host("192.168.1.5:5500", EVERYWHERE, "::ffff:192.168.1.5")
    assert not is_own_host("192.168.1.6:5500", EVERYWHERE, "192.168.1.5")
    assert not is_own_host("evil.example:5500", EVERYWHERE, "192.168.1.5")


def test_the_port_of_http_may_be_left_out() -> None:
    assert is_own_host("localhost", Door("127.0.0.1", 80), "127.0.0.1")


@pytest.mark.parametrize(
    "origin",
    [
        "null",
        "",
        "http://evil.example",
        "https://localhost:5500",
        "http://localhost",
        "http://127.0.0.1:5500",
        "http://192.168.1.5:5500",
        "http://localhost:5500.evil.example",
    ],
)
def test_only_the_very_server_that_was_asked_is_an_own_origin(origin: str) -> None:
    assert not is_own_origin(origin, "localhost:5500")


def test_no_origin_and_the_same_origin_are_own() -> None:
    assert is_own_origin(None, "localhost:5500")
    assert is_own_origin("http://localhost:5500", "LOCALHOST:5500")


@pytest.mark.parametrize(
    ("host", "is_private"),
    [("127.0.0.1", True), ("localhost", True), ("::1", True), ("0.0.0.0", False), ("192.168.1.5", False)],  # noqa: S104
)
def test_a_door_knows_whether_others_can_come_in(host: str, is_private: bool) -> None:
    assert Door(host, 5500).is_private is is_private


def test_the_address_told_is_one_that_a_browser_here_can_open() -> None:
    assert HOME.url == "http://127.0.0.1:5500/"
    assert EVERYWHERE.url == "http://localhost:5500/"
    assert Door("::1", 80).url == "http://[::1]/"


@pytest.mark.parametrize(
    ("site", "mode", "destination", "is_own"),
    [
        ("", "", "", True),  # no browser, or an old one
        ("none", "navigate", "document", True),
        ("same-origin", "cors", "empty", True),
        ("same-origin", "websocket", "websocket", True),
        ("cross-site", "navigate", "document", True),  # a link that was followed
        ("cross-site", "navigate", "iframe", False),
        ("cross-site", "no-cors", "image", False),
        ("same-site", "no-cors", "script", False),  # another port of this machine
        ("cross-site", "cors", "empty", False),
        ("cross-site", "websocket", "websocket", False),
    ],
)
def test_what_another_sites_page_embeds_is_refused(
    site: str, mode: str, destination: str, is_own: bool
) -> None:
    assert is_own_fetch(site, mode, destination) is is_own
