"""What a learner sees of words that may be the event's name: names of features, each there or not.

Turns an event noun and a place where its name may end into what stands around and inside it, and
how its sentence stands to the event. Of the words themselves only those count that names end at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice

from egov_timeline.extract.annotate.event_names import END_WORD, ends
from egov_timeline.extract.annotate.event_nouns import EventMention
from egov_timeline.extract.document import Document
from egov_timeline.extract.lexicon import words
from egov_timeline.extract.resolve.event_name import EARLIER, FRAME, NEXT, text_before
from egov_timeline.ordinals import editions
from egov_timeline.text import fold

_MOST_MENTIONS = 16
_YEAR = re.compile(r"(?:19|20)\d\d")
_ENDS_IN_YEAR = re.compile(r"(?:19|20)\d\d\W*$")
_NEXT = re.compile(r"\s*([,;:!?.…|()\"“”«»–-]|[^\W_]+)")
# Small words that a sentence goes on with, or a name.
_SMALL = frozenset(
    re.findall(
        r"\w+",
        "diễn khai bế do được đã sẽ tại ở ngày hôm vào rằng với nhằm có là mà kéo thu để chính vừa "
        "khi nơi gồm dưới cho của và trong theo năm từ đến về trên giữa này lần sáng chiều tối "
        "trưa tổ chủ như những các một cũng nhưng sau bằng đang còn thì bàn",
    )
)
_LOOSE = re.compile(r"\b(?:và|của|về|cho|trong|các|nhằm|với|lần|thứ|năm)$")
_LONGEST_LOOSE = len("trong")
_HELD = re.compile(rf"\b{words('hold', 'open', 'close', 'host')}(?: \S+)? $")
_AT = re.compile(r"\b(?:tại|dự|trong) $")
_OF = re.compile(r"\b(?:về|bên lề|sau|trước) $")
_BEFORE = {
    "next": NEXT, "earlier": EARLIER, "frame": FRAME, "holds": _HELD, "at": _AT, "of": _OF,
}  # fmt: skip
_LENGTHS = ((23, "23+"), (16, "16-22"), (11, "11-15"), (7, "7-10"), (4, "4-6"))
_FEW = 3


@dataclass(frozen=True)
class Candidate:
    """Words at `start:end` that begin with an event noun, and where they stand.

    `rank` is that of the announcement that the sentence is, None where it is none; `position`
    counts the sentences of the article.
    """

    mention: EventMention
    end: int
    text: str
    key: str
    closes: int
    rank: int | None
    position: int

    @property
    def start(self) -> int:
        """Where the words begin: at the noun."""
        return self.mention.start

    @cached_property
    def more(self) -> list[str]:
        """The words behind the noun."""
        return self.text[self.mention.end : self.end].split()


def candidates(document: Document) -> Iterator[Candidate]:
    """Yield what may be the event's name: of the best announcements first, each end of each."""
    ranks = {a.sentence: rank for rank, a in enumerate(document.announcements)}
    places = {index: place for place, index in enumerate(document.kept)}
    order = (*ranks, *(index for index in document.kept if index not in ranks))
    turn = {index: n for n, index in enumerate(order)}
    mentions = sorted(document.events, key=lambda m: (turn[m.sentence], m.start))
    for mention in mentions[:_MOST_MENTIONS]:
        closes = document.sentence(mention.sentence).end
        for end in ends(document, mention, closes):
            yield Candidate(
                mention,
                end,
                document.text,
                document.key,
                closes,
                ranks.get(mention.sentence),
                places[mention.sentence],
            )


def of_name(document: Document, candidate: Candidate) -> frozenset[str]:
    """Return the names of the features that a candidate has."""
    return frozenset(
        [
            *_of_place(document, candidate),
            *_of_extent(candidate),
            *_of_words(candidate),
            *_of_title(document, candidate),
        ]
    )


def _of_place(document: Document, candidate: Candidate) -> Iterator[str]:
    rank, position = candidate.rank, candidate.position
    yield f"rank:{'none' if rank is None else rank if rank < _FEW else '3+'}"
    yield f"position:{position if position < 4 else '4-7' if position < 8 else '8+'}"
    yield f"type:{candidate.mention.type}"
    if candidate.mention.type == str(document.found.get("event_type") or ""):
        yield "own type"
    yield from before(document, candidate.start)


@lru_cache(maxsize=1)  # a noun is asked about for each place where its name may end
def before(document: Document, start: int) -> tuple[str, ...]:
    """Return the features of what stands before `start` in its sentence."""
    said = text_before(document, start)
    forms = tuple(f"before:{name}" for name, form in _BEFORE.items() if form.search(said))
    return forms if said.strip() else (*forms, "before:nothing")


def _of_extent(candidate: Candidate) -> Iterator[str]:
    """Yield where the words end, and over what they go."""
    said = candidate.text[candidate.start : candidate.end]
    key = candidate.key[candidate.start : candidate.end]
    yield f"next:{_next(candidate)}"
    year = _YEAR.search(key)
    if year and _ENDS_IN_YEAR.search(key, year.start()):
        yield "ends in:year"
    if said[-1] in '”"’»':
        yield "ends in:quote"
    if said[-1] == ")":
        yield "ends in:bracket"
    if _LOOSE.search(key, max(0, len(key) - _LONGEST_LOOSE)):
        yield "ends in:loose word"
    if key.count('"'):
        yield "quote inside"
    if ":" in key:
        yield "colon inside"
    yield f"commas inside:{min(_FEW, key.count(','))}"
    yield f"end words inside:{sum(1 for _ in islice(END_WORD.finditer(said), _FEW))}"
    if next(editions(key), None):
        yield "edition inside"
    if year:
        yield "year inside"


def _next(candidate: Candidate) -> str:
    """Return the class of what follows: a mark, a small word itself, a capital one, any other."""
    found = _NEXT.match(candidate.key, candidate.end, candidate.closes)
    if not found:
        return "nothing"
    word = found[1]
    if not word[0].isalnum() or word in _SMALL:
        return word
    return "capital" if candidate.text[found.start(1)].isupper() else "word"


def _of_words(candidate: Candidate) -> Iterator[str]:
    more = candidate.more
    yield f"words:{_length(more)}"
    large = sum(word[:1].isupper() for word in more)
    yield f"capitals:{'none' if not large else 'half' if large * 2 >= len(more) else 'some'}"
    first = more[0][0]
    opens = "capital" if first.isupper() else "quote" if first in '"“‘«' else first
    yield f"opens:{opens if opens in ('capital', 'quote', ':') else 'small'}"


def _length(more: Sequence[str]) -> str:
    return next((name for least, name in _LENGTHS if len(more) >= least), str(len(more)))


def _of_title(document: Document, candidate: Candidate) -> Iterator[str]:
    title = document.found.get("title")
    if title is None:
        return
    where = title.evidence[0]
    if where.start <= candidate.start < where.end:
        yield "in the title"
    words = {*fold(candidate.text[candidate.start : candidate.end]).split()}
    share = len(words & _folded(title.value)) / max(1, len(words))
    yield f"title says:{'most' if share > 0.8 else 'half' if share > 0.5 else 'little'}"


@lru_cache(maxsize=1)  # the title, for each candidate
def _folded(said: str) -> frozenset[str]:
    return frozenset(fold(said).split())
