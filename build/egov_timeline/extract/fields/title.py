"""The title of an article: the line that heads it, or the run of its words that its address spells.

Gives the exact words of the text. A lead, a caption, a section label or the first sentence of an
untitled text is no title, and a page of headlines has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from egov_timeline.extract.annotate.organizations import bodies
from egov_timeline.extract.document import Document
from egov_timeline.extract.resolve.story_lists import length, lists_stories
from egov_timeline.records import Block, Finding, Part
from egov_timeline.text import fold, slugify, word_count

# Above a title may stand a kicker or a place: "Điểm báo", "Hà Nội".
_LONGER = 4
_FEWEST = 2
# A lead or a first paragraph, and not a word that some portal left alone.
_FEWEST_OF_LEAD = 8
# What speaks for a heading beside the share of its pairs of words that the text says again: it is
# the first, and the stamp is put under it, or over it.
_FIRST, _OVER_STAMP, _UNDER_STAMP = 0.3, 0.8, 0.6
_LONGEST_BODY = 10
# "Ngày ban hành: 24/12/2019": no words but a label; "📣" is none at all
_FIGURES = re.compile(r"\S*\d\S*|\S+:$|\W+")
# "[Đoàn trường] Trường Đại học …": on whose page it stands
_LABEL = re.compile(r"\[[^\]\n]{2,60}\] ?")


def heading(document: Document) -> Finding[str] | None:
    """Take the heading before the body, or the one that a lead stands above."""
    if lists_stories(document):
        return None
    blocks = document.article.blocks
    lead = next((i for i, b in enumerate(blocks) if _is_lead(document, b)), len(blocks))
    above = [
        i
        for i in range(lead)
        if blocks[i].part is Part.HEADING
        and _says(document, blocks[i], _FEWEST)
        and not _names_body(document, blocks[i], known=True)
    ]
    # of several, the name of a body that nobody knows is the masthead
    above = [i for i in above if not _names_body(document, blocks[i], known=False)] or above
    # of two tongues, the title is in that of the text: "Smart port experience shared in Hai Phong"
    above = [i for i in above if _in_vietnamese(document, blocks[i])] or above
    chosen = _titling(document, above) if above else _under_lead(document, lead)
    if chosen is None:
        return None
    span = _bare(document.text, chosen)
    # a title over two lines is still one line of words
    value = re.sub(r"\s*\n\s*", " ", document.text[slice(*span)])
    return document.finding(value, "titles.heading", [span])


def _is_lead(document: Document, block: Block) -> bool:
    if block.part is not Part.BODY:
        return False
    return length(document, block) >= _FEWEST_OF_LEAD or document.text[block.end - 1] in ".…"


def _titling(document: Document, above: Sequence[int]) -> Block:
    """Return the title among the headings above the body."""
    blocks = document.article.blocks
    long = [i for i in above if _says(document, blocks[i], _LONGER)] or list(above)
    if len(long) == 1:
        return blocks[long[0]]
    told = "\n".join(_kept(document))
    return blocks[max(long, key=lambda i: _weight(document, i, told) + _FIRST * (i == long[0]))]


def _says(document: Document, block: Block, least: int) -> bool:
    """Whether a heading has so many words beside figures, labels and pictures."""
    said = document.text[block.start : block.end].split()
    words = (word for word in said if not _FIGURES.fullmatch(word))
    return any(islice(words, least - 1, None))


def _names_body(document: Document, block: Block, *, known: bool) -> bool:
    """Whether a heading is nothing but the name of a body: whose site it is."""
    label = _LABEL.match(document.text, block.start, block.end)
    start = label.end() if label else block.start
    # "Sở Ngoại vụ Hải Phòng | Hai Phong Department of External Relations"
    end = document.text.find(" | ", start, block.end)
    end = block.end if end < 0 else end
    if word_count(document.text[start:end]) > _LONGEST_BODY:
        return False
    body = next(bodies(document, start, end), None)
    if body is None or (known and not (body.id or body.local)):
        return False
    return (body.start, body.end) == (start, end)


def _kept(document: Document) -> Iterator[str]:
    for block in document.article.blocks:
        if block.part.kept or block.part is Part.REPEATED:
            yield document.key[block.start : block.end]


def _weight(document: Document, index: int, told: str) -> float:
    """Return how much of a heading the page says again, and how a stamp stands to it."""
    blocks = document.article.blocks
    words = _WORD.findall(document.key[blocks[index].start : blocks[index].end])
    pairs = [f"{first} {second}" for first, second in pairwise(words)]
    again = sum(told.count(pair) > 1 for pair in pairs) / max(len(pairs), 1)
    if _stamp_beside(blocks[index + 1 :]):
        return again + _OVER_STAMP
    return again + _UNDER_STAMP * _stamp_beside(blocks[:index][::-1])


def _stamp_beside(blocks: Sequence[Block]) -> bool:
    """Whether a stamp comes first, but for whoever signs and what the portal put in between."""
    beside = next((b for b in blocks if b.part in _ANCHORS), None)
    return beside is not None and beside.part is Part.STAMP


_ANCHORS = {part for part in Part if part.kept} | {Part.STAMP}


def _under_lead(document: Document, lead: int) -> Block | None:
    """Return the heading below a lead that opens the page, if the stamp is below it."""
    rest = [b for b in document.article.blocks[lead + 1 : lead + 3]]
    if len(rest) == 2 and rest[0].part is Part.HEADING and rest[1].part is Part.STAMP:
        return rest[0]
    return None


def _in_vietnamese(document: Document, block: Block) -> bool:
    """Whether a heading is no sentence of another tongue: five words and more, no accent at all."""
    said = document.text[block.start : block.end]
    return word_count(said) <= _LONGER or not said.isascii()


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
_SHORTEST_SLUG = 5


def address(document: Document) -> Finding[str] | None:
    """Align the address of the page with the words of the article: all of them, or no title."""
    urls = list(_URL.finditer(document.text))
    if not urls:
        return None
    words = [
        (fold(m[0]), m.start(), m.end())
        for i in document.kept
        for m in _WORD.finditer(document.text, document.sentence(i).start, document.sentence(i).end)
    ]
    for url in reversed(urls):
        for slug in _slugs(url[0]):
            run = _run(words, slug)
            if run:
                said = document.text[run[0] : run[1]]
                value = said[:1].upper() + said[1:]
                spans = [run, url.span()]
                return document.finding(value, "titles.address", spans, inferred=True)
    return None


def _slugs(url: str) -> list[list[str]]:
    """Return the words of each part of the path, without the numbers that a portal adds."""
    found = []
    for part in url.split("//", 1)[1].split("?")[0].split("/")[1:]:
        words = slugify(re.sub(r"\.\w{2,5}$", "", part)).split("-")
        while words and re.fullmatch(r"[a-z]{0,5}\d{3,}[a-z]?\w{0,20}", words[-1]):
            words.pop()
        if len(words) >= _SHORTEST_SLUG:
            found.append(words)
    return found


def _run(words: Sequence[tuple[str, int, int]], slug: Sequence[str]) -> tuple[int, int] | None:
    folded = [word for word, _, _ in words]
    for i in range(len(folded) - len(slug) + 1):
        if folded[i] == slug[0] and folded[i : i + len(slug)] == list(slug):
            return words[i][1], words[i + len(slug) - 1][2]
    return None


TITLE = (heading, address)
