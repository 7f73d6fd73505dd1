from __future__ import annotations

import pytest

from site_builder.messages import sentence_for
from site_builder.model.body import Heading, Reference
from site_builder.names import Kind, Lang, SourcePath
from site_builder.problems import Problem, Severity
from site_builder.text.convert import Converted, convert

PATH = SourcePath("content/products/tas.md")


def converted(text: str, lang: str = "id", first_line: int = 10) -> Converted:
    return convert(text, PATH, first_line, Lang(lang))


def html_of(text: str, lang: str = "id") -> str:
    """Give the HTML with `●` in the holes; the text must be without fault."""
    result = converted(text, lang)
    assert result.problems == ()
    return "●".join(result.html)


def only_problem(text: str) -> Problem:
    (problem,) = converted(text).problems
    for language in ("id", "en"):
        assert sentence_for(problem, language).message
    return problem


def told(text: str) -> list[tuple[int, int, str, str]]:
    """Give line, column, key and suggestion of each problem."""
    problems = converted(text).problems
    return [(p.at.line, p.at.column, p.key, p.values.get("suggestion", "")) for p in problems]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("", ""),
        ("Tas *kulit* **asli**", "<p>Tas <em>kulit</em> <strong>asli</strong></p>"),
        ("a  \nb", "<p>a<br>\nb</p>"),
        ("> a", "<blockquote><p>a</p>\n</blockquote>"),
        ("---", "<hr>"),
        ("`<b>`", "<p><code>&lt;b&gt;</code></p>"),
        ("\"a\" 'b' <c & d>5 -- ...", "<p>\"a\" 'b' &lt;c &amp; d&gt;5 -- ...</p>"),
        ("&copy; &lt;b&gt; &amp;amp; &bogus; x&nbsp;y", "<p>© &lt;b&gt; &amp;amp; &amp;bogus; x&nbsp;y</p>"),
        ("\\*a\\* \\[b\\] \\<c>", "<p>*a* [b] &lt;c&gt;</p>"),
        ("{: onclick=a}", "<p>{: onclick=a}</p>"),
        ("#tag dan #1", "<p>#tag dan #1</p>"),
        ("a\r\nb", "<p>a\nb</p>"),
        ("    kode", "<pre><code>kode\n</code></pre>"),
        (
            "<https://a.id/?b&c>",
            '<p><a href="https://a.id/?b&amp;c" rel="external">https://a.id/?b&amp;c</a></p>',
        ),
        ("<a@b.id>", '<p><a href="mailto:a@b.id">a@b.id</a></p>'),
        ("[a](tel:+6231)", '<p><a href="tel:+6231">a</a></p>'),
        (
            '[a](https://b.id "c \\"d")',
            '<p><a title="c \\&quot;d" href="https://b.id" rel="external">a</a></p>',
        ),
        ("[a][b]\n\n[b]: https://b.id", '<p><a href="https://b.id" rel="external">a</a></p>'),
        ("[[1]] dan [2]", "<p>[[1]] dan [2]</p>"),
        ("\\[[shop:a]] `[[shop:b]]`", "<p>[[shop:a]] <code>[[shop:b]]</code></p>"),
        ("a <!-- catatan --> b", "<p>a  b</p>"),
        ("<!-- a\n\n<b>b</b> -->\nc", "<p>c</p>"),
    ],
)
def test_plain_markdown_becomes_html(text: str, html: str) -> None:
    assert html_of(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("- a\n- b", "<ul><li>a</li>\n<li>b</li>\n</ul>"),
        ("teks\n- a", "<p>teks</p>\n<ul><li>a</li>\n</ul>"),
        ("teks\n1998. Lalu", "<p>teks\n1998. Lalu</p>"),
        ("3. a\n4. b", '<ol start="3"><li>a</li>\n<li>b</li>\n</ol>'),
        ("- a\n  - b\n- c", "<ul><li>a<ul><li>b</li>\n</ul>\n</li>\n<li>c</li>\n</ul>"),
        ("- a\n    - b\n- c", "<ul><li>a<ul><li>b</li>\n</ul>\n</li>\n<li>c</li>\n</ul>"),
        ("1. a\n  - b\n2. c", "<ol><li>a<ul><li>b</li>\n</ul>\n</li>\n<li>c</li>\n</ol>"),
        ("- a\n1. b", "<ul><li>a</li>\n</ul>\n<ol><li>b</li>\n</ol>"),
        ("- a\n  b", "<ul><li>a\nb</li>\n</ul>"),
        ("- a\n\n  b\n- c", "<ul><li><p>a</p>\n<p>b</p>\n</li>\n<li><p>c</p>\n</li>\n</ul>"),
        ("- a\n\n      b", "<ul><li>a<pre><code>b\n</code></pre>\n</li>\n</ul>"),
        ("1. a\n\n   ```\n   b\n   ```", "<ol><li><p>a</p>\n<pre><code>b\n</code></pre>\n</li>\n</ol>"),
        ("- ```\n  a\n  ```", "<ul><li><pre><code>a\n</code></pre></li>\n</ul>"),
        ("* * *", "<hr>"),
    ],
)
def test_lists_nest_as_editors_indent_them(text: str, html: str) -> None:
    assert html_of(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("```py\na < b\n```", '<pre><code class="language-py">a &lt; b\n</code></pre>'),
        ("~~~\n```\n\n[[x:y]]\n~~~", "<pre><code>```\n\n[[x:y]]\n</code></pre>"),
        ('```"><script>\na\n```', "<pre><code>a\n</code></pre>"),
        ('```js" onclick="x\na\n```', '<pre><code class="language-js">a\n</code></pre>'),
        ("````\n```\n````", "<pre><code>```\n</code></pre>"),
        ("a\n```\nb\n```\nc", "<p>a</p>\n<pre><code>b\n</code></pre>\n<p>c</p>"),
    ],
)
def test_fenced_code_keeps_what_stands_in_it(text: str, html: str) -> None:
    assert html_of(text) == html


@pytest.mark.parametrize(
    ("text", "html", "reference"),
    [
        ("a [[shop:intako]]", "<p>a ●</p>", Reference("link", Kind.SHOPS, "intako", "", "", 10, 3)),
        (
            "[[page:kunjungi|ke sini]]",
            "<p>●</p>",
            Reference("link", Kind.PAGES, "kunjungi", "ke sini", "", 10, 1),
        ),
        (
            "**[[figure:ekspor]]**",
            "<p><strong>●</strong></p>",
            Reference("figure", Kind.FIGURES, "ekspor", "", "", 10, 3),
        ),
        ("x\n\n[[chart:ekspor]]", "<p>x</p>\n●", Reference("chart", Kind.CHARTS, "ekspor", "", "", 12, 1)),
        ("[[map:toko]]", "●", Reference("map", None, "toko", "", "", 10, 1)),
        ("[[photos]]", "●", Reference("photos", None, "", "", "", 10, 1)),
        ("![Tas & koper](tas/a.jpg)", "●", Reference("photo", None, "tas/a.jpg", "Tas & koper", "", 10, 1)),
        ("a ![b](c.jpg)", "<p>a ●</p>", Reference("photo", None, "c.jpg", "b", "", 10, 3)),
        (
            "[b *c*](../shops/intako.md#jam)",
            '<p><a href="●">b <em>c</em></a></p>',
            Reference("href", Kind.SHOPS, "intako", "", "jam", 10, 1),
        ),
        (
            "a\n- b [c](/toko/)",
            '<p>a</p>\n<ul><li>b <a href="●">c</a></li>\n</ul>',
            Reference("href", None, "/toko/", "", "", 11, 5),
        ),
        ("[a](#isi)", '<p><a href="●">a</a></p>', Reference("href", None, "", "", "isi", 10, 1)),
        (
            "> - \t[[shop:a]]",
            "<blockquote><ul><li>●</li>\n</ul>\n</blockquote>",
            Reference("link", Kind.SHOPS, "a", "", "", 10, 6),
        ),
    ],
)
def test_things_of_the_site_become_holes(text: str, html: str, reference: Reference) -> None:
    result = converted(text)
    assert "●".join(result.html) == html
    assert result.body.references == (reference,)
    assert result.problems == ()


def test_a_shortcode_with_words_may_stand_in_a_table() -> None:
    result = converted("| a |\n|---|\n| [[shop:b|c]] |")
    assert result.body.references == (Reference("link", Kind.SHOPS, "b", "c", "", 12, 3),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x\n\n[[sho:intako]]", [(12, 1, "shortcode-form.name", "[[shop:intako]]")]),
        ("[[shop:]]", [(10, 1, "shortcode-form.id", "[[shop:…]]")]),
        ("a [[shop:intako] b", [(10, 3, "shortcode-unclosed", "[[shop:intako]]")]),
        ("a [[shop:intako lihat", [(10, 3, "shortcode-unclosed", "[[shop:intako]]")]),
        ("a [[chart:x]] b", [(10, 3, "shortcode-placement.block", "")]),
        ("- [[photos]]", [(10, 3, "shortcode-placement.block", "")]),
        ("![](tas/a.jpg)", [(10, 1, "photo-alt", "tas/a.jpg")]),
        ("a ![t](http://tracker.example/p.gif)", [(10, 3, "photo-remote", "tas/p.gif")]),
        ("![t](//host.example/x.png)", [(10, 1, "photo-remote", "tas/x.png")]),
        (r"![t](C:\Users\rini\pagi.jpg)", [(10, 1, "photo-computer", "tas/pagi.jpg")]),
        ("![t](../x.png)", [(10, 1, "photo-path", "tas/x.png")]),
        ("![t][r]\n\n[r]: https://a.id/b.png", [(10, 1, "photo-remote", "tas/b.png")]),
        ("[x](www.intako.id)", [(10, 1, "link-form.web", "https://www.intako.id")]),
        ("[](/toko/)", [(10, 1, "link-form.text", "/toko/")]),
        ("[a]()", [(10, 1, "link-form.empty", "")]),
        ("a[^1]", [(10, 2, "footnote-missing", "")]),
        ("a[^1]\n\n[^1]: b\n[^1]: c", [(13, 1, "footnote-twice", "")]),
        ("a\n\n```\nb", [(12, 1, "code-unclosed", "```")]),
    ],
)
def test_errors_name_their_place_and_what_to_write(
    text: str, expected: list[tuple[int, int, str, str]]
) -> None:
    assert told(text) == expected
    assert only_problem(text).severity is Severity.ERROR


@pytest.mark.parametrize(
    ("text", "html", "expected"),
    [
        ("a <b>c</b>", "<p>a c</p>", [(10, 3, "html-removed")]),
        ("a</b> c", "<p>a c</p>", [(10, 2, "html-removed")]),
        ("a<br>b", "<p>a b</p>", [(10, 2, "html-removed")]),
        ("<script>alert(1)\n\nx</script>\n\na", "<p>a</p>", [(10, 1, "html-removed")]),
        ("a <script>alert(1)</script>", "<p>a  </p>", [(10, 3, "html-removed")]),
        (
            "\t- x\n\n<div>\n\n*a*\n\n</div>",
            "<pre><code>- x\n</code></pre>\n<p><em>a</em></p>",
            [(12, 1, "html-removed")],
        ),
        ("[x](javascript:a)", "<p>x</p>", [(10, 1, "link-unsafe")]),
        ("a\n[*x*](//b.id)", "<p>a\n<em>x</em></p>", [(11, 1, "link-unsafe")]),
        ("<javascript:a>", "<p>javascript:a</p>", [(10, 1, "link-unsafe")]),
        ("[a]\n\n[a]: data:x", "<p>a</p>", [(10, 1, "link-unsafe")]),
    ],
)
def test_what_is_dropped_is_warned_of(text: str, html: str, expected: list[tuple[int, int, str]]) -> None:
    result = converted(text)
    assert "●".join(result.html) == html
    assert [(p.at.line, p.at.column, p.key) for p in result.problems] == expected
    assert {p.severity for p in result.problems} == {Severity.WARNING}


def test_a_tag_in_code_is_no_html() -> None:
    assert only_problem("`<b>` dan\n\n    <i>\n\n<u>").at.line == 14


def test_headings_begin_at_two_and_have_ids_of_their_own() -> None:
    result = converted("# Tas *kulit*\n\n## Menu\n\n## Menu\n\n## 中文\n\nSatu\n====\n\n# !?")
    assert result.body.headings == (
        Heading(2, "tas-kulit", "Tas kulit"),
        Heading(3, "menu-2", "Menu"),
        Heading(3, "menu-3", "Menu"),
        Heading(3, "中文", "中文"),
        Heading(2, "satu", "Satu"),
        Heading(2, "bagian", "!?"),
    )
    assert result.html[0].startswith('<h2 id="tas-kulit">Tas <em>kulit</em></h2>\n<h3 id="menu-2">Menu</h3>')


def test_a_heading_called_like_the_number_of_another_keeps_ids_apart() -> None:
    ids = [heading.id for heading in converted("# a\n\n# a 2\n\n# a\n\n# a").body.headings]
    assert ids == ["a", "a-2", "a-3", "a-4"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## a\n\n#### b", [(12, 1, "heading-jump", "### b")]),
        ("## a\n\n> #### b *c*", [(12, 3, "heading-jump", "### b c")]),
        ("### a\n\n#### b", []),
        ("### a\n\n## b", [(10, 1, "heading-jump", "## a")]),
    ],
)
def test_a_heading_that_skips_a_level_is_warned_of(
    text: str, expected: list[tuple[int, int, str, str]]
) -> None:
    assert told(text) == expected


def test_an_empty_heading_is_left_out() -> None:
    assert html_of("#\n\na") == "<p>a</p>"


def test_a_table_scrolls_in_a_region_named_by_the_heading_above() -> None:
    assert html_of("## Harga\n\n| a | b |  |\n|:--|--:|:-:|\n| c | d | e |") == (
        '<h2 id="harga">Harga</h2>\n'
        '<div class="table-scroll" tabindex="0" role="region" aria-label="Harga"><table>'
        '<thead><tr><th class="align-left" scope="col">a</th>\n<th class="align-right" scope="col">b</th>\n'
        '<td class="align-center"></td>\n</tr>\n</thead>\n'
        '<tbody><tr><td class="align-left">c</td>\n<td class="align-right">d</td>\n'
        '<td class="align-center">e</td>\n</tr>\n</tbody>\n</table>\n</div>'
    )


@pytest.mark.parametrize(
    ("cells", "is_right"),
    [
        (("27", "1.127"), True),
        (("27", "–"), True),
        (("±2.500", "12,5 %"), True),
        (("Rp15.000", "Rp 1.600.000"), True),
        (("27", "2 orang"), False),
        (("–", ""), False),
    ],
)
def test_a_column_of_numbers_stands_to_the_right(cells: tuple[str, str], is_right: bool) -> None:
    html = html_of(f"| Tahun | Jumlah |\n|-|-|\n| 1976 | {cells[0]} |\n| 1986 | {cells[1]} |")
    assert html.count('class="align-right"') == (3 if is_right else 0)


def test_editors_may_set_a_column_of_numbers_otherwise() -> None:
    html = html_of("| Tahun | Jumlah |\n|-|:-|\n| 1976 | 27 |")
    assert "align-right" not in html


@pytest.mark.parametrize(
    ("lang", "name"), [("id", "Tabel"), ("en", "Table"), ("zh-Hant", "表格"), ("xx", "Table")]
)
def test_a_table_without_heading_is_named_in_the_language_of_the_text(lang: str, name: str) -> None:
    html = html_of("|a|\n|-|\n|b|\n\nx\n\n|a|\n|-|\n|b|", lang)
    assert f'aria-label="{name}"' in html
    assert f'aria-label="{name} (2)"' in html


def note_link(number: int) -> str:
    return f'<a href="#fn:{number}" class="footnote-ref" role="doc-noteref">{number}</a>'


def back_link(number: int, reference: str) -> str:
    label = f"Kembali ke teks, catatan {number}"
    return f'<a href="#{reference}" class="footnote-back" role="doc-backlink" aria-label="{label}">↩</a>'


def test_footnotes_are_numbered_as_they_are_met_and_lead_back() -> None:
    result = converted("a[^y] b[^x] c[^y]\n\n[^x]: X\n[^y]: Y\n[^z]: Z")
    assert "".join(result.html) == (
        f'<p>a<sup id="fnref:1">{note_link(1)}</sup> b<sup id="fnref:2">{note_link(2)}</sup> '
        f'c<sup id="fnref:1-2">{note_link(1)}</sup></p>\n'
        '<div class="footnotes" role="doc-endnotes" aria-label="Catatan kaki"><ol>'
        f'<li id="fn:1"><p>Y {back_link(1, "fnref:1")} {back_link(1, "fnref:1-2")}</p>\n</li>\n'
        f'<li id="fn:2"><p>X {back_link(2, "fnref:2")}</p>\n</li>\n</ol>\n</div>'
    )
    assert [(p.at.line, p.key, p.severity) for p in result.problems] == [
        (14, "footnote-unused", Severity.WARNING)
    ]


@pytest.mark.parametrize(
    ("text", "excerpt"),
    [
        ("# Judul\n\nSatu *dua*.\n\n- tiga\n- empat\n\n```\nkode\n```", "Satu dua. tiga empat"),
        ("a[^1] [[shop:tas-kulit]] [[page:b|ke b]]\n\n[^1]: c", "a tas kulit ke b"),
        ("[[photos]]\n\n|a|\n|-|\n|b|\n\nLalu &amp; `<b>`", "Lalu & <b>"),
        ("kata " * 100, "kata " * 39 + "kata…"),
    ],
)
def test_the_excerpt_is_the_beginning_of_the_prose(text: str, excerpt: str) -> None:
    assert converted(text).body.excerpt == excerpt


def test_the_digest_names_the_page_and_not_the_place_in_the_file() -> None:
    text = "# A\n\n[[shop:b]]"
    assert converted(text).body.digest == converted(text, first_line=99).body.digest
    assert converted(text).body.digest != converted(text + "c").body.digest
    assert converted(text).body.digest != converted(text, "en").body.digest
    assert converted("# A\n\n[[shop:c]]").body.digest != converted(text).body.digest


def test_all_faults_come_in_one_run_and_in_order() -> None:
    result = converted("[x](javascript:a) ![](a.jpg)\n\n[[sho:a]] <b>\n\n[^1]")
    assert [(p.at.line, p.at.column, p.code) for p in result.problems] == [
        (10, 1, "link-unsafe"),
        (10, 19, "photo-alt"),
        (12, 1, "shortcode-form"),
        (12, 11, "html-removed"),
        (14, 1, "footnote-missing"),
    ]
