"""What the Nu checker says of pages."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Iterator
from typing import Any

from tests.support.programs import npm_file, program
from tests.support.site import BuiltSite

# The checker weighs a page's policy too, for which it must see the page where it is published:
# in a file, 'self' means nothing. It asks hosts like this machine only when told that it may.
OPTIONS = ("-Xss8m", "-Dnu.validator.servlet.allow-forbidden-hosts=true")


GUESS = 'This document appears to be written in Javanese but the “html” start tag has “lang="zh"”'
BLOCKED = "Inline script violates Content Security Policy"


def is_mistaken(message: dict[str, Any], site: BuiltSite) -> bool:
    """Whether the checker is known to be wrong here.

    It guesses a page's language from its letters, and names of Javanese places outweigh the Chinese signs
    between them; `test_tongues` reads all sentences. And it takes structured data for a script the policy
    forbids: a script of another type than JavaScript is a data block, which no browser runs and no policy
    blocks (HTML, "prepare the script element", ends there before it asks the policy).
    """
    if message["message"].startswith(BLOCKED):
        path = message["url"].removeprefix(site.base_url)
        return '<script type="application/ld+json">' in site.text(path).splitlines()[message["lastLine"] - 1]
    return bool(message["message"].startswith(GUESS))


def complaints(site: BuiltSite, paths: Iterable[str]) -> Iterator[str]:
    """Give what the checker finds in pages of a site that is served."""
    jar = npm_file("vnu-jar/build/dist/vnu.jar")
    command = [program("java"), *OPTIONS, "-jar", str(jar), "--format", "json", "--stdout"]
    urls = [site.base_url + path for path in paths]
    done = subprocess.run([*command, *urls], capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.stdout.startswith("{"), f"the checker did not run: {done.stderr}"
    for message in json.loads(done.stdout)["messages"]:
        if not is_mistaken(message, site):
            place = f"{message.get('url', '').removeprefix(site.base_url)}:{message.get('lastLine')}"
            yield f"{place}: {message.get('subType', message['type'])}: {message['message']}"
