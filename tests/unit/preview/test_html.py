from __future__ import annotations

from site_builder.plan.headers import policy_in_page
from site_builder.preview.html import fault_list, start_page, with_script
from site_builder.preview.replies import Fault
from site_builder.preview.styles import dress_of
from site_builder.report import MOST_SHOWN


def tag(page: bytes) -> bytes:
    data = f'data-token="T" data-tree="d1" data-page="{dress_of(page).page}"'
    return f'<script src="/__preview.js" {data} defer></script>'.encode()


FAULT = Fault(
    "field-type",
    "`harga` harus harga dalam rupiah, bukan `<b>`",
    "content/products/koper.md",
    4,
    8,
    "tulis `harga: 250000`",
    excerpt="harga: <b>",
)


def test_the_script_goes_to_the_end_of_the_head() -> None:
    page = b"<!doctype html><html><head><title>x</title></head><body>y</body></html>"
    assert with_script(page, "T", "d1") == page.replace(b"</head>", tag(page) + b"</head>")


def test_a_page_without_a_head_gets_the_script_too() -> None:
    page = b"<p>x</BODY>"
    assert with_script(page, "T", "d1") == b"<p>x" + tag(page) + b"</BODY>"
    page = b"<p>x"
    assert with_script(page, "T", "d1") == b"<p>x" + tag(page)


def test_a_head_of_any_length_gets_the_script() -> None:
    page = b"<head>" + b"<meta>" * 50_000 + b"</head>"
    assert with_script(page, "T", "d1").endswith(tag(page) + b"</head>")


def test_of_the_policy_only_the_order_to_use_https_is_left_out() -> None:
    policy = policy_in_page(with_search=True).replace("'", "&#39;")
    page = f'<head><meta http-equiv="Content-Security-Policy" content="{policy}"></head>'.encode()
    wanted = page.replace(b"; upgrade-insecure-requests", b"").replace(b"</head>", tag(page) + b"</head>")
    assert with_script(page, "T", "d1") == wanted
    assert b"upgrade-insecure-requests" not in wanted


def test_faults_tell_place_line_and_hint_and_nothing_in_them_is_markup() -> None:
    assert fault_list([FAULT], "id", page_stays=True) == (
        '<h2 id="title">1 kesalahan</h2><p>Halaman di bawah ini adalah yang terakhir tanpa kesalahan. '
        "Perbaiki berkasnya lalu simpan: pesan ini hilang sendiri.</p><ol><li>"
        "<p><code>content/products/koper.md:4:8</code></p>"
        "<p><strong><code>harga</code> harus harga dalam rupiah, bukan <code>&lt;b&gt;</code></strong></p>"
        "<pre>harga: <mark>&lt;b&gt;</mark></pre>"
        '<p class="hint">Perbaikan: tulis <code>harga: 250000</code></p></li></ol>'
    )


def test_of_a_long_line_the_part_around_the_fault_is_shown() -> None:
    fault = Fault("x-y", "m", "content/a.md", 1, 501, excerpt="a" * 500 + "FAULT" + "b" * 500)
    html = fault_list([fault], "en", page_stays=True)
    assert "<mark>FAULT" in html
    assert len(html) < 600


def test_a_fault_behind_the_last_character_is_marked_all_the_same() -> None:
    fault = Fault("x-y", "m", "content/a.md", 1, 7, excerpt="harga:")
    assert "<pre>harga:<mark>&nbsp;</mark></pre>" in fault_list([fault], "en", page_stays=True)


def test_a_flood_of_faults_is_cut_and_counted() -> None:
    html = fault_list([FAULT] * (MOST_SHOWN + 3), "en", page_stays=True)
    assert html.count("<li>") == MOST_SHOWN
    assert html.endswith("<p>… and 3 more</p>")


def test_the_page_before_there_is_a_site_tells_what_is_wrong() -> None:
    page = start_page((FAULT,), "en", "T").decode()
    assert "content/products/koper.md:4:8" in page
    assert "There is no page to show yet." in page
    assert 'data-token="T" data-tree="" data-page="' in page


def test_the_page_before_there_is_a_site_asks_for_patience_when_nothing_is_wrong() -> None:
    assert "Situs sedang dibuat." in start_page((), "id", "T").decode()
