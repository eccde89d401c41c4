"""What was left out of an article just taken in, and reads as if it belonged to it.

Turns blocks under "Tin liên quan" and the like that are whole sentences into the entries of a
sidecar that keep them. Whether they belong to the article, an editor decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from egov_timeline.records import Article, Part
from egov_timeline.view import openings

# What stands there may be another's story, or the end of this one; a copyright line is neither.
_DOUBTFUL = (Part.RELATED, Part.WIDGET, Part.NAVIGATION)
_SENTENCE = re.compile(r"(?:\S+\s+){5,}\S+[.!?…][”\"’)]*")
_WORDS = 8


def left_out(article: Article) -> Iterator[str]:
    """Yield the first words of each paragraph that reads like one of the article and is not."""
    for block in article.blocks:
        words = " ".join(article.text[block.start : block.end].split())
        if block.part in _DOUBTFUL and _SENTENCE.fullmatch(words):
            first = " ".join(words.split()[:_WORDS])
            yield first if len(openings(article.text, first)) == 1 else words
