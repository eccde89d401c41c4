"""Pages that only list other stories: search results, a tag, a section.

Tells them by their shape: headline over headline, each with a date or a teaser of its own. Such a
page is no article, so it has neither title nor stamp.
"""

from __future__ import annotations

from itertools import pairwise

from egov_timeline.extract.reading import Reading
from egov_timeline.records import Block, Part

# An article has one stamp under its title; three headlines that each have one are a list.
_STAMPED = 3
# Four and more headlines, each over one short paragraph.
_HEADLINES, _TEASER = 4, 45


def lists_stories(reading: Reading) -> bool:
    """Whether the page is a list of headlines, stamped or over teasers."""
    blocks = [b for b in reading.article.blocks if b.part.kept or b.part is Part.STAMP]
    stamped = sum(
        block.part is Part.HEADING and after.part is Part.STAMP for block, after in pairwise(blocks)
    )
    return stamped >= _STAMPED or _alternates(reading, [b for b in blocks if b.part.kept])


def _alternates(reading: Reading, kept: list[Block]) -> bool:
    heads, teasers = kept[::2], kept[1::2]
    return (
        len(teasers) >= _HEADLINES
        and all(b.part is Part.HEADING for b in heads)
        and all(b.part is Part.BODY and word_count(reading, b) <= _TEASER for b in teasers)
    )


def word_count(reading: Reading, block: Block) -> int:
    """Return how many words the block has."""
    return len(reading.text[block.start : block.end].split())
