"""Tell the article apart from what a portal puts around it.

Turns the text of a seed into blocks, each with what it is, and the sentences in them. Nothing is
deleted: a block that is not the article keeps its place and its reason. Where form and place leave
a doubt, the line stays: a line of furniture harms less than a lost sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from egov_timeline.clean.credits import captions, signatures
from egov_timeline.clean.frame import around, between_lead_and_body, headings
from egov_timeline.clean.furniture import furniture
from egov_timeline.clean.joins import joined
from egov_timeline.clean.lines import Line, cut
from egov_timeline.clean.masthead import above_title
from egov_timeline.clean.neighbours import neighbours
from egov_timeline.clean.repeats import repeats
from egov_timeline.records import Article, Block, Part, Sentence
from egov_timeline.text import key_of, sentences

Parts = dict[int, Part]
Stage = Callable[[Sequence[Line], Parts], Parts]

# What a line is, once furniture is out of the way and sentences are whole. A stage names lines that
# the stages above left open; only `repeats`, for which a line must be known to be kept, renames.
STAGES: tuple[Stage, ...] = (
    captions,
    around,
    signatures,
    between_lead_and_body,
    repeats,
    neighbours,
    above_title,
    headings,
)


def clean(text: str, sections: tuple[str, ...] = ()) -> Article:
    """Return `text` (normalized) as blocks and sentences, all offsets kept.

    `sections` are what portals call theirs, beside what all newspapers do, as keys.

    Cleaning settles: the kept blocks of a page, joined by line breaks and cleaned again, are all
    kept with the same words; of lines in no order, each further round only drops, until it rests.
    """
    key = key_of(text)
    lines = cut(text, key)
    lines, parts = joined(text, key, lines, furniture(lines, sections))
    for stage in STAGES:
        parts.update(stage(lines, parts))
    blocks = tuple(
        Block(line.start, line.end, parts.get(index, Part.BODY)) for index, line in enumerate(lines)
    )
    found = tuple(
        Sentence(start, end, index)
        for index, block in enumerate(blocks)
        for start, end in sentences(text, block.start, block.end)
    )
    return Article(text, blocks, found)
