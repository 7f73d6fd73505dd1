"""Maps from coordinates alone: where each pin, label and line is drawn. Knows no content and no language."""
