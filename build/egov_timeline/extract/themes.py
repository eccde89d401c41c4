"""What an article is substantially about, in the terms of the closed list of themes.

Turns the mentions of each theme into one weight: the title, the event's own name and the lead count
most, then how much of the article returns to the theme. One that merely occurs, in the name of a
body, a cited decree, a list of guests or a backdrop, is not found.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from math import sqrt

from egov_timeline.extract.reading import Reading
from egov_timeline.records import Finding, Part
from egov_timeline.text import Span
from egov_timeline.vocabulary import Mention, Strength

# A sentence of the title or of the body counts 1; what the lead says is told again below, and a
# caption repeats what the body says.
LEAD, CAPTION = 0.6, 0.5
LEAD_SENTENCES = 2
# A sign says less than a name, and a name in passing less than one in its own right.
SIGN, PASSING = 0.4, 0.4
# The body of a long article mentions more: what returns in it counts against the root of its
# length. Below six sentences that root says nothing.
SHORTEST = 6
# A theme is told from this weight on, and beside the heaviest one only with this share of it.
ENOUGH, SHARE = 0.5, 0.35
QUOTES = 3

# Hội thảo có chủ đề "...", hội nghị 'An toàn, an ninh mạng trong ...', diễn đàn mang tên "..."
_CALLED = re.compile(
    r"\b(?:chủ đề|chuyên đề|tên gọi|mang tên|hội thảo|hội nghị|diễn đàn|tọa đàm|tuần lễ|triển lãm)"
    r"""[^"'.;\n]{0,25}["'](?P<name>[^"'\n]{8,250})["']"""
)
# "Sở Y tế", "Cục An toàn thông tin", "Ủy ban Quốc gia về Chính phủ điện tử": the capital tells it.
_OF_BODY = re.compile(
    r"\b(?:Bộ|Sở|Cục|Vụ|Viện|Phòng|Trường|Ban|Ủy ban|Uỷ ban|Hội|Hiệp hội|Liên minh|Ban Chỉ đạo)"
    r"(?: [Qq]uốc gia| [Nn]hà nước| về){0,3} $"
)
# "Nghị quyết 36a/NQ-CP về Chính phủ điện tử": cited, not told.
_CITED = re.compile(
    r"\b(?:nghị quyết|quyết định|chỉ thị|nghị định|thông tư|công văn|luật)\b[^.;,]{0,60} về $"
)
# "trong bối cảnh cuộc cách mạng công nghiệp 4.0", "góp phần đẩy mạnh cải cách hành chính".
_BACKDROP = re.compile(
    r"\b(?:bối cảnh|xu thế|thời kỳ|thời đại|kỷ nguyên|góp phần|công cụ|gắn với)"
    r"(?: [^\W\d_]+){0,3} $"
)
_BEFORE = 90  # how far back these look
# "Tham dự hội thảo có đại diện ...", "Về phía tỉnh có ..."
_GUESTS = re.compile(r"\W*(?:cùng |đến |tới )?(?:tham dự|dự|về phía|tham gia)\b")


@dataclass(slots=True)
class _Case:
    """What speaks for one theme, by place; `spans` holds each mention with its worth."""

    title: float = 0.0
    named: float = 0.0
    lead: float = 0.0
    body: float = 0.0
    spans: list[tuple[float, Span]] = field(default_factory=list)

    def weight(self, length: int) -> float:
        """Return how much an article of `length` sentences is about the theme."""
        return self.title + self.named + self.lead + self.body / sqrt(max(length, SHORTEST))

    def best(self) -> list[Span]:
        """Return the places that say most, in the order of the text."""
        heaviest = sorted(self.spans, key=lambda said: (-said[0], said[1]))[:QUOTES]
        return sorted(span for _, span in heaviest)


def themes(reading: Reading) -> tuple[Finding[str], ...]:
    """Return the themes that the article is about, the heaviest first."""
    layout = _Layout(reading)
    cases = _cases(reading, layout)
    weights = {ident: case.weight(layout.length) for ident, case in cases.items()}
    enough = max(ENOUGH, SHARE * max(weights.values(), default=0.0))
    told = sorted((-weight, ident) for ident, weight in weights.items() if weight >= enough)
    return tuple(reading.finding(ident, "theme", cases[ident].best()) for _, ident in told)


def _cases(reading: Reading, layout: _Layout) -> dict[str, _Case]:
    cases: dict[str, _Case] = defaultdict(_Case)
    for (index, ident), mentions in _by_sentence(reading).items():
        case = cases[ident]
        worth = {mention: _worth(reading, mention, index) for mention in mentions}
        layout.add(case, index, worth)
    return cases


def _by_sentence(reading: Reading) -> dict[tuple[int, str], list[Mention]]:
    """Return the mentions in the article proper, by sentence and theme."""
    kept = set(reading.kept)
    found: dict[tuple[int, str], list[Mention]] = defaultdict(list)
    # A stray line break may cut a name: "chính phủ\nđiện tử" is one.
    for mention in reading.vocabularies.themes.mentions(reading.key.replace("\n", " ")):
        index = reading.sentence_at(mention.start)
        if index in kept and index == reading.sentence_at(mention.end - 1):
            found[index, mention.id].append(mention)
    return found


def _worth(reading: Reading, mention: Mention, index: int) -> float:
    worth = SIGN if mention.strength is Strength.SIGN else 1.0
    begin = reading.sentence(index).start
    before = reading.key[max(begin, mention.start - _BEFORE) : mention.start]
    in_passing = (
        _OF_BODY.search(reading.text, max(begin, mention.start - _BEFORE), mention.start)
        or _CITED.search(before)
        or _BACKDROP.search(before)
        or _GUESTS.match(reading.key, begin)
    )
    return worth * PASSING if in_passing else worth


class _Layout:
    """Which sentences are title, lead and body, and where the event is named."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        title = reading.found.get("title")
        spans = [(e.start, e.end) for e in title.evidence] if title else []
        self.title = {i for s, e in spans for i in reading.kept if self._overlaps(i, s, e)}
        body = [i for i in reading.kept if i not in self.title and self._part(i) is Part.BODY]
        self.length = len(body)
        self.lead = {*body[:LEAD_SENTENCES], *(a.sentence for a in reading.announcements[:1])}

    def _overlaps(self, index: int, start: int, end: int) -> bool:
        sentence = self.reading.sentence(index)
        return sentence.start < end and start < sentence.end

    def _part(self, index: int) -> Part:
        return self.reading.article.part_of(self.reading.sentence(index))

    @cached_property
    def names(self) -> tuple[Span, ...]:
        """The event's name and its theme, where the text gives them."""
        return tuple(self._names())

    def _names(self) -> Iterator[Span]:
        event = self.reading.found.get("event")
        yield from ((e.start, e.end) for e in event.evidence) if event else ()
        for index in self.reading.kept:
            sentence = self.reading.sentence(index)
            for match in _CALLED.finditer(self.reading.key, sentence.start, sentence.end):
                yield match.span("name")

    def add(self, case: _Case, index: int, worth: dict[Mention, float]) -> None:
        """Add what sentence `index` says of one theme to its case."""
        case.spans += [(value, (m.start, m.end)) for m, value in worth.items()]
        total = min(1.0, sum(worth.values()))
        named = [value for m, value in worth.items() if self._is_name(m)]
        if index in self.title:
            case.title = max(case.title, total)
        elif named:
            case.named = max(case.named, *named)
        elif index in self.lead:
            case.lead += LEAD * total
        else:
            case.body += total * (CAPTION if self._part(index) is Part.CAPTION else 1.0)

    def _is_name(self, mention: Mention) -> bool:
        return any(s <= mention.start and mention.end <= e for s, e in self.names)


THEMES: tuple[Callable[[Reading], tuple[Finding[str], ...]], ...] = (themes,)
