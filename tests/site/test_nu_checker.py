from __future__ import annotations

import json
import subprocess
from typing import Any

import pytest

from tests.support.programs import npm_file, program
from tests.support.site import BuiltSite
from tests.support.verdict import expect_none

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


@pytest.mark.checker
def test_the_nu_checker_finds_nothing_in_any_page_that_is_not_a_repetition(built_site: BuiltSite) -> None:
    jar = npm_file("vnu-jar/build/dist/vnu.jar")
    command = [program("java"), *OPTIONS, "-jar", str(jar), "--format", "json", "--stdout"]
    urls = [built_site.base_url + page.path for page in built_site.distinct]
    done = subprocess.run([*command, *urls], capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.stdout.startswith("{"), f"the checker did not run: {done.stderr}"
    messages = [found for found in json.loads(done.stdout)["messages"] if not is_mistaken(found, built_site)]
    expect_none(
        f"{message.get('url', '').removeprefix(built_site.base_url)}:{message.get('lastLine')}: "
        f"{message.get('subType', message['type'])}: {message['message']}"
        for message in messages
    )
