"""Real products at made-up shops: readers could not tell what of them is true."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.catalog import Catalog
from site_builder.problems import Problem, Severity
from site_builder.validate.references import Locate


def check_samples(catalog: Catalog, locate: Locate) -> Iterator[Problem]:
    """Warn of each, at the shop that it names."""
    for product in catalog.products.values():
        shop = catalog.shops.get(product.facts.shop) if product.facts.shop else None
        if shop is not None and shop.meta.sample and not product.meta.sample:
            at = locate(product.path, ("shop",))
            values = {"value": shop.id, "file": shop.path}
            yield Problem("shop-sample", at, "", values, Severity.WARNING)
