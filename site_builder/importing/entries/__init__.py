"""Which entries rows are about, and what of them would change."""
