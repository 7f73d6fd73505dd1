"""What stands in one cell, as a content file would have it."""
