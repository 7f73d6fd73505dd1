"""All that a template can see. A page's key in the store is made of its view, so nothing else may leak in.

A template gets three names: `view` (one of the `…PageView`s of `pages.py`), `chrome` (the same for all
pages of a language) and the filters and functions of `render/environment.py`, which depend on
the language alone.
"""
