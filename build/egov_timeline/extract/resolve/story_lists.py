"""Pages that only list other stories: search results, a tag, a section.

Tells them by their shape: headline over headline, each with a date or a teaser of its own. Such a
page is no article, so it has neither title nor stamp.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from egov_timeline.extract.document import Document
from egov_timeline.records import Block, Part
from egov_timeline.text import word_count

# An article has one stamp under its title; three headlines that each have one are a list.
_STAMPED = 3
# Four and more headlines, each over one short paragraph.
_HEADLINES, _TEASER = 4, 45


@lru_cache(maxsize=1)  # title, stamp and event each ask it of the article at hand
def lists_stories(document: Document) -> bool:
    """Whether the page is a list of headlines, stamped or over teasers."""
    blocks = [b for b in document.article.blocks if b.part.kept or b.part is Part.STAMP]
    stamped = sum(
        block.part is Part.HEADING and after.part is Part.STAMP for block, after in pairwise(blocks)
    )
    return stamped >= _STAMPED or _alternates(document, [b for b in blocks if b.part.kept])


def _alternates(document: Document, kept: list[Block]) -> bool:
    heads, teasers = kept[::2], kept[1::2]
    return (
        len(teasers) >= _HEADLINES
        and all(b.part is Part.HEADING for b in heads)
        and all(b.part is Part.BODY and length(document, b) <= _TEASER for b in teasers)
    )


def length(document: Document, block: Block) -> int:
    """Return how many words the block has."""
    return word_count(document.text[block.start : block.end])
