"""Values on one line are read back as they were."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.model.scalars import Written
from site_builder.names import SourcePath
from site_builder.source.flow_yaml import flow_yaml
from site_builder.source.spanned_yaml import parse_yaml
from site_builder.source.tree import written

texts = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\ufeff\ufffd\ufffe\uffff")
    | st.sampled_from("-:#'\"[]{},&*!|>%@`\\ ?"),
    max_size=12,
)
values = st.recursive(
    texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts.filter(str.strip), inner, max_size=3),
    max_leaves=6,
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Bengkel Melati", "Bengkel Melati"),
        ("08.00-17.00", "08.00-17.00"),
        ("-7.5069", "-7.5069"),
        ("https://contoh.id/berita", "https://contoh.id/berita"),
        ("/alamat-lama/", "/alamat-lama/"),
        ("- strip", '"- strip"'),
        ("Toko: baru", '"Toko: baru"'),
        ("Tas #1", '"Tas #1"'),
        ('Toko "Asli"', '"Toko \\"Asli\\""'),
        ("", '""'),
        ("Null", '"Null"'),
        (["dompet", "tas, koper"], '[dompet, "tas, koper"]'),
        ({"senin-sabtu": "08.00-17.00", "minggu": "tutup"}, "{senin-sabtu: 08.00-17.00, minggu: tutup}"),
    ],
)
def test_quotes_stand_where_they_are_needed(value: Written, text: str) -> None:
    assert flow_yaml(value) == text


@settings(deadline=None)
@given(values)
def test_values_are_read_back_as_they_were(value: Written) -> None:
    tree, problems = parse_yaml(SourcePath("a.yaml"), f"x: {flow_yaml(value)}\n")
    assert [problem for problem in problems if problem.severity.value == "error"] == []
    assert tree is not None and isinstance(tree.value, dict)
    assert written(tree.value["x"]) == value
