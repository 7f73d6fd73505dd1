"""Random Markdown for properties: pieces with meaning, put together without any."""

from __future__ import annotations

from hypothesis import strategies as st

PIECES = (
    "a", "tas kulit", "Rp 250.000", "中文。", "é", " ", "  ", "\n", "\n\n", "  \n", "\t", "    ", "\\", "*",
    "**", "***", "_", "__", "`", "``", "```", "```py\n", "~~~\n", "[", "]", "(", ")", "![", "](", "[^",
    "[^1]", "\n\n[^1]: ", "[[", "]]", "[[shop:intako]]", "[[page:a|b *c*]]", "[[photos]]",
    "\n\n[[photos]]\n\n", "[[chart:x]]", "[[figure:y]]", "[[sho:x", "[x](https://a.id)", "[x](/toko/)",
    "[x](intako.md#j)", "[x](javascript:a)", "![a](b.jpg)", "![](b.jpg)", "[x][r]", "[r]",
    "\n\n[r]: https://r.id \"t\"\n", "<", ">", "</", "<b>", "</b>", "<br>", "<script>", "</script>",
    "<!--", "-->", "<![CDATA[", "<?", "<img src=x onerror=a>", "<a href=\"javascript:x\">",
    "<https://a.id>", "<a@b.id>", "&", "&amp;", "&lt;", "&#115;", "&#x3c;", "&nbsp;", "\xa0", "\"", "'",
    "|", "\n| a | b |\n|---|:-:|\n| c | d |\n", "\n- ", "\n  - ", "\n    - ", "\n1. ", "\n   ", "\n> ",
    "\n# ", "\n## ", "\n#### ", "\n===\n", "\n---\n", "#", "=", "-", "{{ x }}", "{: onclick=a}", "\x02",
    "\x03", "\x04", "\x041\x05", "\x06", "\x02klzzwxh:0000\x03", "\x02wzxhzdk:0\x03", "!", "@", ":",
    "\"><script>alert(1)</script>", "ref0n0e", "\r\n", "\u2028", "\u200b",
)  # fmt: skip

texts = st.lists(st.sampled_from(PIECES), max_size=25).map("".join) | st.text(max_size=60)
