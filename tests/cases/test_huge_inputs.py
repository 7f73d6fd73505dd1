"""Input that brings other readers down: refused in a moment, without a crash, a hang or a traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.cases import TODAY, lay_out
from tests.support.programs import ROOT

PRODUCT = "---\nnama: {{id: Tas, en: Bag}}\nkategori: tas\nbahan: [kanvas]\n{0}---\n"
PAGE = "---\njudul: {{id: Halaman, en: Page}}\n---\n\n{0}\n"
GUARD_SECONDS = 300
"""Only against a hang: the run takes a few seconds."""

FIELDS = {
    "brackets-30k": ("x: " + "[" * 30_000 + "\n", "yaml-depth"),
    "brackets-200k": ("x: " + "[" * 200_000 + "\n", "line-long"),
    "brackets-lines": ("x:\n" + "  [\n" * 30_000, "yaml-depth"),
    "braces": ("x: " + "{a: " * 15_000 + "\n", "yaml-depth"),
    "dashes": ("x:\n  " + "- " * 20_000 + "a\n", "yaml-depth"),
    "steps": ("x:\n" + "".join(" " * level + "a:\n" for level in range(1, 500)), "yaml-depth"),
    "question-marks": ("? " * 20_000 + "a\n", "yaml-key"),
    "aliases": ("x: &a [1]\ny: [" + "*a, " * 20_000 + "]\n", "yaml-alias"),
    "keys": ("".join(f"x{number}: a\n" for number in range(9_000)), "field-unknown"),
    "digits": (f"harga: {'9' * 5000}\n", "field-type"),
    "digits-of-a-count": (f"pesanan_minimum: {'9' * 5000}\n", "field-type"),
    "digits-of-a-size": (f"ukuran_cm: {{lebar: {'9' * 5000}, tinggi: 1e{'9' * 5000}}}\n", "field-type"),
    "digits-of-a-day": (f"terbit: {'2' * 5000}-01-01\n", "field-type"),
    "digits-of-a-code": (f"kode_hs: {'4' * 5000}\n", "field-type"),
    "quote": ("ringkasan: '" + "a\n  " * 20_000, "front-matter-close"),
    "colons": ("x: " + "a: " * 20_000 + "\n", "yaml-colon"),
}
TEXTS = {
    "one-line": ("a" * 10_000_000, "file-large"),
    "large": ("Kalimat biasa.\n\n" * 3_500_000, "file-large"),
    "long-line": ("a " * 60_000, "line-long"),
    "list-300": ("\n".join(" " * (4 * level) + "- a" for level in range(300)), "text-nesting"),
    "list-one-line": ("- " * 500 + "a", "text-nesting"),
    "quotes-2000": (">" * 2_000 + " a", "text-nesting"),
    "links-to-nowhere": ("[a](/tidak/ada/) \n" * 8_000, "link-missing"),
    "footnotes": ("a[^1] " * 5_000, "footnote-missing"),
}
COSTLY = {
    "brackets": "[" * 13_000,
    "tags": "<a " * 20_000,
    "images": "![" * 13_000,
    "back-ticks": "".join("`" * count + " " for count in range(1, 400)),
    "stars": "*a **a " * 8_000,
    "underscores": "_" * 20_000 + "a",
    "comments": "<!--" * 3_000,
    "declarations": "<![" * 3_000 + "</" * 3_000,
    "references": "[a]: b\n" * 8_000,
    "entities": "&" * 30_000,
    "table": "|" * 20_000 + "\n" + "|-" * 10_000 + "|",
    "shortcodes": "[[" * 10_000,
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """What one run says of a site with all of these files, by the name of the file."""
    files = {f"content/products/{name}.md": PRODUCT.format(text) for name, (text, _) in FIELDS.items()}
    files |= {f"content/pages/{name}.md": PAGE.format(text) for name, (text, _) in TEXTS.items()}
    files |= {f"content/pages/costly-{name}.md": PAGE.format(text) for name, text in COSTLY.items()}
    site = lay_out(tmp_path_factory.mktemp("huge") / "site", files=dict(files))
    ran = subprocess.run(
        [sys.executable, "-m", "site_builder", "check", "--root", str(site), "--format", "json"],
        cwd=ROOT,
        env={**os.environ, "SENTRA_LANG": "en", "SOURCE_DATE_EPOCH": TODAY},
        capture_output=True,
        text=True,
        timeout=GUARD_SECONDS,
        check=False,
    )
    assert ran.returncode == 1, ran.stderr
    assert ran.stderr == ""
    codes: dict[str, set[str]] = {}
    for problem in json.loads(ran.stdout)["problems"]:
        codes.setdefault(Path(problem["path"]).stem, set()).add(problem["code"])
    return codes


@pytest.mark.slow
@pytest.mark.parametrize(("name", "code"), [(name, code) for name, (_, code) in {**FIELDS, **TEXTS}.items()])
def test_it_is_refused_with_its_own_message(name: str, code: str, told: dict[str, set[str]]) -> None:
    assert code in told[name]


@pytest.mark.slow
@pytest.mark.parametrize("name", COSTLY)
def test_a_text_that_costs_much_is_converted_or_given_up_in_time(
    name: str, told: dict[str, set[str]]
) -> None:
    assert told.get(f"costly-{name}", set()) <= {"text-timeout", "html-removed", "shortcode-unclosed"}
