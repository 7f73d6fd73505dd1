"""Who may ask the preview: only pages of its own, under names that lead to this machine.

A name on the internet can be made to lead here ("DNS rebinding"), and any page can send requests
here; so a request must carry a name that is ours, and an origin, where there is one, that is that name.
"""

from __future__ import annotations

import ipaddress
import re

from msgspec import Struct

_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::([0-9]{1,5}))?")
_LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})
_PORT_OF_HTTP = 80


class Door(Struct, frozen=True):
    """Where the preview listens."""

    host: str
    port: int

    @property
    def is_private(self) -> bool:
        """Whether only this machine can come in."""
        if self.host.lower() == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False

    @property
    def url(self) -> str:
        """The address for a browser on this machine; one that listens everywhere is at home, too."""
        name = "localhost" if self.host in {"0.0.0.0", "::"} else self.host  # noqa: S104  compared, not bound
        name = f"[{name}]" if ":" in name else name
        return f"http://{name}/" if self.port == _PORT_OF_HTTP else f"http://{name}:{self.port}/"


def is_own_host(host: str, door: Door, local_address: str) -> bool:
    """Whether the header `Host` names this preview.

    `local_address` is the machine's own address on which this request came in: a browser that
    names it was sent to the address itself, which no foreign name can bring about.
    """
    match = _HOST.fullmatch(host.lower())
    if match is None or int(match[2] or _PORT_OF_HTTP) != door.port:
        return False
    return match[1].strip("[]") in _LOOPBACK_NAMES | {
        door.host.lower(),
        local_address.lower().removeprefix("::ffff:"),
    }


def is_own_fetch(site: str, mode: str, destination: str) -> bool:
    """Whether a browser says, in `Sec-Fetch-…`, that a page of this preview asks, or a person.

    A page of another site may ask for a picture or a script without naming its origin. A link that someone
    follows brings nothing home to it; a frame might.
    """
    return site in {"", "none", "same-origin"} or (mode == "navigate" and destination == "document")


def is_own_origin(origin: str | None, host: str) -> bool:
    """Whether the header `Origin`, where there is one, names the very server that was asked."""
    return origin is None or origin.lower() == f"http://{host.lower()}"
