"""Shows what a reader has against a text, for the tests of this folder."""

from __future__ import annotations

import pytest

from site_builder.model.scalars import ScalarFault, Written
from site_builder.problems import Problem, Span
from tests.unit.validate.files import told


def fault_of(reader: object, written: Written) -> tuple[str, str]:
    """Give the fault's variant and suggestion."""
    assert callable(reader)
    with pytest.raises(ScalarFault) as caught:
        reader(written)
    fault = caught.value
    assert fault.code == "field-type"
    told([Problem(fault.code, Span("a"), fault.variant, {"field": "x", **fault.values})])
    return caught.value.variant, caught.value.values.get("suggestion", "")
