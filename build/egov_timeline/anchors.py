"""The address of a sentence on its article's page: `#cau-12`.

Turns an offset of a seed's text into the id of the sentence that holds it, the same one for pages
and for exports. What lies between two sentences belongs to the one before.
"""

from __future__ import annotations

from bisect import bisect_right

from egov_timeline.records import Article


def sentence_index(article: Article, offset: int) -> int:
    """Return the index of the sentence at `offset`, or of the one before it."""
    return max(bisect_right(article.starts, offset) - 1, 0)


def anchor(article: Article, offset: int) -> str:
    """Return the id that the sentence at `offset` has on the article's page."""
    return f"cau-{sentence_index(article, offset) + 1}"
