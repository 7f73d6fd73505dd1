"""What a site is made of, as frozen values: the nouns that every other package speaks of."""
