from __future__ import annotations

import pytest

from site_builder.render.html_check import html_faults

TITLE = "<title>x</title>"


@pytest.mark.parametrize(
    ("page", "faults"),
    [
        (f"<!doctype html><html lang=id>{TITLE}<p>a<p>b<ul><li>c<li>d</ul></html>", []),
        (f'{TITLE}<img alt=""><br><svg><title>s</title><path d="M0"/></svg>', []),
        (f"{TITLE}<script>if (a < b) '</p>'</script>", []),
        (f"{TITLE}<div><span>a</div>", [("unclosed", "span")]),
        (f"{TITLE}<div><p>a", [("unclosed", "div")]),
        (f"{TITLE}a</section>", [("stray", "section")]),
        (f'{TITLE}<p id=a></p><img id="a">', [("id", "a")]),
        ("<p>a</p>", [("title", "title")]),
        ("<title> </title>", [("title", "title")]),
        ("<svg><title>s</title></svg>", [("title", "title")]),
        (f'{TITLE}<img src="//evil.example/x.png">', [("host", "//evil.example/x.png")]),
        (
            f'{TITLE}<img srcset="/a.png 1x, HTTPS:/evil.example/b 2x">',
            [("host", "HTTPS:/evil.example/b")],
        ),
        (f'{TITLE}<link rel=stylesheet href="https://evil.example/y">', [("host", "https://evil.example/y")]),
        (f'{TITLE}<p style="background: url(//evil.example/z)">', [("host", "//evil.example/z")]),
        (f'{TITLE}<svg><use href="/\\evil.example/#a"/></svg>', [("host", "/\\evil.example/#a")]),
        (f'{TITLE}<form action="\t//evil.example"></form>', [("host", "\t//evil.example")]),
        (f'{TITLE}<a href="https://x.example">x</a><link rel="canonical" href="https://x.example/">', []),
    ],
)
def test_faults_of_a_page_are_named(page: str, faults: list[tuple[str, str]]) -> None:
    assert html_faults(page) == faults
