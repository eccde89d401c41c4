"""What an article is substantially about, in the terms of the closed list of themes.

Turns the mentions of each theme into one weight: the title, the event's own name and the lead count
most, then how much of the article returns to the theme. One that merely occurs, in the name of a
body, a cited decree, a list or a backdrop, or as who is in the story, is not found.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from math import sqrt

from egov_timeline.extract.annotate.head_nouns import HEADS_IN
from egov_timeline.extract.document import Document
from egov_timeline.extract.fields.themes.layout import Layout, Place
from egov_timeline.extract.lexicon import words
from egov_timeline.records import Finding, Part
from egov_timeline.text import CAPITAL, Span
from egov_timeline.vocabulary import Mention, Strength, Term

# A sign says less than a name, and a name in passing less than one in its own right. A title or the
# event's name says all in a few words: one sign there, with nothing to bear it out, is not enough.
SIGN = PASSING = 0.4
SIGN_AT_THE_HEAD = 0.3
# What the title or the event's name says counts 1; so does a sentence of the body, but the body as
# a whole is divided by the root of its length: a long article mentions more. Between them stand
# the lead and the sentences that have the theme for their subject.
CLAIMED = 0.5
# A theme is told from this weight on; a sector (health, training) needs more, for its people and
# houses stand in many a story. Beside one that is fully told it takes a share of that.
ENOUGH, ENOUGH_OF_A_SECTOR = 0.4, 0.5
SHARE, FULL = 0.3, 2.0
QUOTES = 3

# "Sở Y tế", "Cục An toàn thông tin", "Ủy ban Quốc gia về Chính phủ điện tử": the capital tells.
_OF_A_BODY = re.compile(
    r"\b(?:Bộ|Sở|Cục|Vụ|Viện|Phòng|Trường|Đại học|Trung tâm|Ngân hàng|Tổ chức|Ban|Ban Chỉ đạo|"
    r"Ủy ban|Uỷ ban|Hội|Hiệp hội|Liên minh|Tập đoàn|Tổng công ty|Công ty)"
    r"(?: [Qq]uốc gia| [Nn]hà nước| Quốc tế| Khoa học| Công nghệ| Phát triển| Nghiên cứu| Quản lý|"
    r" Hợp tác| Hỗ trợ| và| về){0,4} $"
)
# "Đại học Hạ Long", "Bệnh viện Bạch Mai": where a sign opens a proper name, it names a body too.
_NAMES_A_BODY = re.compile(rf" [{CAPITAL}]")
# "Nghị quyết 36a/NQ-CP về Chính phủ điện tử" cites; "trong bối cảnh cuộc cách mạng công nghiệp
# 4.0" and "góp phần đẩy mạnh cải cách hành chính" set a backdrop.
_IN_PASSING = re.compile(
    r"\b(?:(?:nghị quyết|quyết định|chỉ thị|nghị định|thông tư|công văn|luật)\b[^.;,]{0,60} về"
    r"|(?:bối cảnh|xu thế|thời kỳ|thời đại|kỷ nguyên|góp phần|công cụ|gắn với)"
    r"(?: [^\W\d_]{1,12}){0,3}) $"
)
_LOOK_BACK = 90
# "Tham dự hội thảo có đại diện ...", "Về phía tỉnh có ..."; not "Dự án", "Dự thảo".
_GUESTS = re.compile(rf"\W*(?:cùng |đến |tới )?(?:{words('attend')}|tham dự|về phía)\b")


# A sentence and a theme, and the mentions of the one in the other.
_At = tuple[int, str]
_Found = dict[_At, list[Mention]]


@dataclass(slots=True)
class _Case:
    """What speaks for one theme: what each place adds, and the mentions, the best to be quoted."""

    said: dict[Place, float] = field(default_factory=lambda: defaultdict(float))
    mentions: list[tuple[float, Span]] = field(default_factory=list)
    words: set[str] = field(default_factory=set)
    heads: bool = False  # a name of the theme stands in the title or the event's name

    def hear(self, key: str, place: Place, said: Iterable[tuple[float, Mention]]) -> None:
        """Keep the mentions of one sentence, each with its worth, and the words that they use."""
        for worth, mention in said:
            self.mentions.append((place + worth, (mention.start, mention.end)))
            self.words.add(key[mention.start : mention.end])
            self.heads |= place >= Place.NAME and mention.strength is Strength.NAME

    def add(self, place: Place, worth: float) -> None:
        """Add what one sentence says: titles and names say it once, other sentences each time."""
        before = self.said[place]
        self.said[place] = max(before, worth) if place >= Place.NAME else before + worth

    def weight(self, length: int) -> float:
        """Return how much an article of `length` sentences is about the theme."""
        head = self.said[Place.TITLE] + self.said[Place.NAME]
        claimed = self.said[Place.SUBJECT] + self.said[Place.LEAD]
        return head + CLAIMED * claimed + self.said[Place.BODY] / sqrt(max(length, 1))

    def best(self) -> list[Span]:
        """Return the mentions that say most, in the order of the text."""
        heaviest = sorted(self.mentions, key=lambda said: (-said[0], said[1]))
        return sorted(span for _, span in heaviest[:QUOTES])


def themes(document: Document) -> tuple[Finding[str], ...]:
    """Return the themes that the article is about, the heaviest first."""
    known, cases = document.vocabularies.themes, _cases(document)
    weights = {ident: case.weight(len(document.kept)) for ident, case in cases.items()}
    heaviest = max(weights.values(), default=0.0)
    share = SHARE * min(heaviest, FULL)
    enough = {ident: max(share, _enough(known[ident])) for ident in weights}
    told = sorted(
        (-weight, ident)
        for ident, weight in weights.items()
        if weight >= enough[ident] and not _is_scene(known[ident], cases[ident])
    )
    return tuple(document.finding(ident, "theme", cases[ident].best()) for _, ident in told)


def _enough(theme: Term) -> float:
    return ENOUGH_OF_A_SECTOR if theme.kind == "sector" else ENOUGH


def _is_scene(theme: Term, case: _Case) -> bool:
    """Whether one word alone, however often it returns, brings up a sector.

    "Sinh viên" or "bệnh viện" throughout tells who is in the story or where it is set; what is
    talked of is said in several words, or named in the title.
    """
    return theme.kind == "sector" and len(case.words) < 2 and not case.heads


def _cases(document: Document) -> dict[str, _Case]:
    """Return what speaks for each theme that may be told."""
    cases: dict[str, _Case] = defaultdict(_Case)
    found = _by_sentence(document)
    if not found:
        return cases
    layout = Layout(document)
    places = {at: layout.place(at[0], mentions) for at, mentions in found.items()}
    shared = _shared(found, places)
    for (index, ident), mentions in _weighty(document, found, places, shared):
        place = places[index, ident]
        worths = [_worth(document, mention, index, place) for mention in mentions]
        cases[ident].hear(document.key, place, zip(worths, mentions, strict=True))
        cases[ident].add(place, min(1.0, sum(worths)) / shared[index, ident])
    return cases


def _shared(found: _Found, places: Mapping[_At, Place]) -> dict[_At, float]:
    """Return by what each is divided: a sentence that lists many themes says little of each.

    A title means all that it names.
    """
    named = (at for at, said in found.items() if any(m.strength is Strength.NAME for m in said))
    listed = Counter(index for index, _ in named)
    return {
        at: 1.0 if place >= Place.SUBJECT else sqrt(max(listed[at[0]], 1))
        for at, place in places.items()
    }


def _weighty(
    document: Document, found: _Found, places: Mapping[_At, Place], shared: Mapping[_At, float]
) -> list[tuple[_At, list[Mention]]]:
    """Return the mentions of themes that would be told if each counted in full.

    The others need not be looked at closely: they say too little to be told or to outweigh one.
    """
    most: dict[str, _Case] = defaultdict(_Case)
    for at, mentions in found.items():
        worth = sum(_in_full(mention, places[at]) for mention in mentions)
        most[at[1]].add(places[at], min(1.0, worth) / shared[at])
    known, length = document.vocabularies.themes, len(document.kept)
    may_be = {i for i, case in most.items() if case.weight(length) >= _enough(known[i])}
    return [(at, mentions) for at, mentions in found.items() if at[1] in may_be]


def _by_sentence(document: Document) -> _Found:
    """Return the mentions in the article proper, by sentence and theme."""
    kept = set(document.kept)
    found: _Found = defaultdict(list)
    # A stray line break may cut a name: "chính phủ\nđiện tử" is one.
    for mention in document.vocabularies.themes.mentions(document.key.replace("\n", " ")):
        index = document.sentence_at(mention.start)
        if index in kept and index == document.sentence_at(mention.end - 1):
            found[index, mention.id].append(mention)
    return found


def _worth(document: Document, mention: Mention, index: int, place: Place) -> float:
    begin = document.sentence(index).start
    before = max(begin, mention.start - _LOOK_BACK), mention.start
    passing = (
        document.article.part_of(document.sentence(index)) is Part.CAPTION
        or _OF_A_BODY.search(document.text, *before)
        or (mention.strength is Strength.SIGN and _opens_a_name(document.text, mention))
        or (place < Place.NAME and _IN_PASSING.search(document.key, *before))
        or (place < Place.NAME and _GUESTS.match(document.key, begin))
    )
    if place < Place.NAME and _inside_a_body(document, mention, index):
        return 0.0
    return _in_full(mention, place) * (PASSING if passing else 1.0)


def _in_full(mention: Mention, place: Place) -> float:
    """Return what a mention is worth where nothing speaks against it."""
    sign = SIGN_AT_THE_HEAD if place >= Place.NAME else SIGN
    return sign if mention.strength is Strength.SIGN else 1.0


def _inside_a_body(document: Document, mention: Mention, index: int) -> bool:
    """Whether a mention is part of a body's name: "Học viện Công nghệ Bưu chính Viễn thông".

    A head noun written large opens it, or stands before it where no other body does.
    """
    begin = document.sentence(index).start
    nouns = HEADS_IN.finditer(document.key, max(begin, mention.start - _LOOK_BACK), mention.start)
    heads = [noun.start() for noun in nouns if document.text[noun.start()].isupper()]
    for body in document.bodies_in(index, before=mention.start) if heads else ():
        if mention.end <= body.end:
            return any(begin <= head <= body.start for head in heads)
        begin = body.end
    return False


def _opens_a_name(text: str, mention: Mention) -> bool:
    return text[mention.start].isupper() and bool(_NAMES_A_BODY.match(text, mention.end))


THEMES: tuple[Callable[[Document], tuple[Finding[str], ...]], ...] = (themes,)
