"""Search indexes, made by Pagefind from records."""
