"""What one row says of which field, from one cell or from several."""
