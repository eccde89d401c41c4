"""The title of an article: the line that heads it, or the run of its words that its address spells.

Gives the exact words of the text. A lead, a caption, a section label or the first sentence of an
untitled text is no title, and a page of headlines has none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from egov_timeline.extract.reading import Reading
from egov_timeline.records import Block, Finding, Part
from egov_timeline.text import fold, slugify

# A page of headlines: four and more of them, each over one short paragraph.
_HEADLINES, _TEASER = 4, 45
# Above a title may stand a kicker or a place: "Điểm báo", "Hà Nội".
_FEWEST_WORDS = 4


def heading(reading: Reading) -> Finding[str] | None:
    """Take the heading before the body, or the one that a lead stands above."""
    blocks = reading.article.blocks
    if _lists_headlines(reading):
        return None
    body = [i for i, b in enumerate(blocks) if b.part is Part.BODY]
    first = body[0] if body else len(blocks)
    above = [i for i in range(first) if blocks[i].part is Part.HEADING]
    chosen = _titling(reading, above) if above else _under_lead(reading, first)
    if chosen is None:
        return None
    span = _bare(reading.text, chosen)
    # a title over two lines is still one line of words
    value = re.sub(r"\s*\n\s*", " ", reading.text[slice(*span)])
    return reading.finding(value, "titles.heading", [span])


def _titling(reading: Reading, above: Sequence[int]) -> Block:
    """Return the title among the headings above the body: the one that a stamp is put under."""
    blocks = reading.article.blocks
    long = [i for i in above if _words(reading, blocks[i]) >= _FEWEST_WORDS] or list(above)
    stamped = [i for i in long if any(b.part is Part.STAMP for b in blocks[i + 1 : i + 2])]
    return blocks[stamped[-1] if stamped else long[0]]


def _lists_headlines(reading: Reading) -> bool:
    """Whether headline and teaser alternate all through the page."""
    kept = [b for b in reading.article.blocks if b.part.kept]
    heads, teasers = kept[::2], kept[1::2]
    return (
        len(teasers) >= _HEADLINES
        and all(b.part is Part.HEADING for b in heads)
        and all(b.part is Part.BODY and _words(reading, b) <= _TEASER for b in teasers)
    )


def _words(reading: Reading, block: Block) -> int:
    return len(reading.text[block.start : block.end].split())


def _under_lead(reading: Reading, lead: int) -> Block | None:
    """Return the heading below a lead that opens the page, if the stamp is below it."""
    rest = [b for b in reading.article.blocks[lead + 1 : lead + 3]]
    if len(rest) == 2 and rest[0].part is Part.HEADING and rest[1].part is Part.STAMP:
        return rest[0]
    return None


# "### Cách 1", "**Tiêu đề**"
_MARKS = "#*_ \t"


def _bare(text: str, block: Block) -> tuple[int, int]:
    start, end = block.start, block.end
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    return start, end


_URL = re.compile(r"https?://[^\s\"”<>)\]]{8,400}")
_WORD = re.compile(r"[^\W_]+")
_FEWEST = 5


def address(reading: Reading) -> Finding[str] | None:
    """Align the address of the page with the words of the article: all of them, or no title."""
    urls = list(_URL.finditer(reading.text))
    if not urls:
        return None
    words = [
        (fold(m[0]), m.start(), m.end())
        for i in reading.kept
        for m in _WORD.finditer(reading.text, reading.sentence(i).start, reading.sentence(i).end)
    ]
    for url in reversed(urls):
        for slug in _slugs(url[0]):
            run = _run(words, slug)
            if run:
                said = reading.text[run[0] : run[1]]
                value = said[:1].upper() + said[1:]
                spans = [run, url.span()]
                return reading.finding(value, "titles.address", spans, inferred=True)
    return None


def _slugs(url: str) -> list[list[str]]:
    """Return the words of each part of the path, without the numbers that a portal adds."""
    found = []
    for part in url.split("//", 1)[1].split("?")[0].split("/")[1:]:
        words = slugify(re.sub(r"\.\w{2,5}$", "", part)).split("-")
        while words and re.fullmatch(r"[a-z]{0,5}\d{3,}[a-z]?\w{0,20}", words[-1]):
            words.pop()
        if len(words) >= _FEWEST:
            found.append(words)
    return found


def _run(words: Sequence[tuple[str, int, int]], slug: Sequence[str]) -> tuple[int, int] | None:
    folded = [word for word, _, _ in words]
    for i in range(len(folded) - len(slug) + 1):
        if folded[i] == slug[0] and folded[i : i + len(slug)] == list(slug):
            return words[i][1], words[i + len(slug) - 1][2]
    return None


TITLE = (heading, address)
