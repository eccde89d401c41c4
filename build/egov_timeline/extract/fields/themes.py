"""What an article is substantially about, in the terms of the closed list of themes.

Turns the mentions of each theme into one weight: the title, the event's own name and the lead count
most, then how much of the article returns to the theme. One that merely occurs, in the name of a
body, a cited decree, a list or a backdrop, or as who is in the story, is not found.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from math import sqrt

from egov_timeline.extract.annotate.head_nouns import HEADS_IN
from egov_timeline.extract.document import Document
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
LEAD_SENTENCES = 3
# A theme is told from this weight on; a sector (health, training) needs more, for its people and
# houses stand in many a story. Beside one that is fully told it takes a share of that.
ENOUGH, ENOUGH_OF_A_SECTOR = 0.4, 0.5
SHARE, FULL = 0.3, 2.0
QUOTES = 3

# Hội thảo có chủ đề "...", hội nghị 'Bảo mật cho đô thị ...', diễn đàn mang tên "...";
# "chủ đề lần này là dữ liệu mở và ..."; "lấy trường học thông minh làm chủ đề".
_CALLED = re.compile(
    rf"\b(?:(?:chủ đề|tên gọi|mang tên|{words('gathering')}|tuần lễ)"
    r"""[^"'.;\n]{0,25}["'](?P<quoted>[^"'\n]{8,250})["']"""
    r"""|chủ đề[^"'.;:\n]{0,30}(?:\blà\b|:)(?P<plain>(?:[^"'.;\n]|\.(?=\d)){8,200})"""
    r"""|lấy (?P<taken>[^"'.;\n]{4,120}) làm chủ đề)"""
)
# "Phân ban thứ hai với chủ đề", "tham luận với các chủ đề": a part of the event has its own theme.
_OF_A_PART = re.compile(r"\b(?:phiên|nhóm chủ đề|phân ban|chuyên đề|các chủ đề)\b")
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
# "Hội thi tìm hiểu cải cách gắn | với dịch vụ công trực tuyến, do": what an event is about goes on
# where its name may stop.
_TO_CLAUSE_END = re.compile(
    rf"(?: (?!(?:do|tại|ở|vào|được|đã|sẽ|{words('occur', 'part of day')}|ngày|có|là)\b)"
    r"[^\s.,;:()]{1,30}){0,25}"
)
# "Xây dựng thành phố thông minh cũng là một trong những mục tiêu trọng tâm": what a sentence is
# about, it says of its subject. The name stands just before this.
_IS_A_MATTER = re.compile(
    r"(?: [^\W\d_]{1,12}){0,4} (?:là|trở thành)(?: một| những| các| trong| vấn đề){0,4}"
    r" (?:vấn đề|nhiệm vụ|mục tiêu|nội dung|yếu tố|mấu chốt|trọng tâm|xu thế|xu hướng|giải pháp|"
    r"chìa khóa|nền tảng|khâu|yêu cầu|động lực|ưu tiên|quá trình|con đường)\b"
)
# "Tham dự hội thảo có đại diện ...", "Về phía tỉnh có ..."; not "Dự án", "Dự thảo".
_GUESTS = re.compile(rf"\W*(?:cùng |đến |tới )?(?:{words('attend')}|tham dự|về phía)\b")


class _Place(IntEnum):
    """Where a theme is mentioned; the higher, the more it says."""

    BODY = 0
    LEAD = 1
    SUBJECT = 2
    NAME = 3
    TITLE = 4


@dataclass(slots=True)
class _Case:
    """What speaks for one theme: what each place adds, and the mentions, the best to be quoted."""

    said: dict[_Place, float] = field(default_factory=lambda: defaultdict(float))
    mentions: list[tuple[float, Span]] = field(default_factory=list)
    words: set[str] = field(default_factory=set)
    heads: bool = False  # a name of the theme stands in the title or the event's name

    def hear(self, key: str, place: _Place, said: Iterable[tuple[float, Mention]]) -> None:
        """Keep the mentions of one sentence, each with its worth, and the words that they use."""
        for worth, mention in said:
            self.mentions.append((place + worth, (mention.start, mention.end)))
            self.words.add(key[mention.start : mention.end])
            self.heads |= place >= _Place.NAME and mention.strength is Strength.NAME

    def add(self, place: _Place, worth: float) -> None:
        """Add what one sentence says: titles and names say it once, other sentences each time."""
        before = self.said[place]
        self.said[place] = max(before, worth) if place >= _Place.NAME else before + worth

    def weight(self, length: int) -> float:
        """Return how much an article of `length` sentences is about the theme."""
        head = self.said[_Place.TITLE] + self.said[_Place.NAME]
        claimed = self.said[_Place.SUBJECT] + self.said[_Place.LEAD]
        return head + CLAIMED * claimed + self.said[_Place.BODY] / sqrt(max(length, 1))

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
    cases: dict[str, _Case] = defaultdict(_Case)
    found = _by_sentence(document)
    if not found:
        return cases
    layout = _Layout(document)
    named = (at for at, said in found.items() if any(m.strength is Strength.NAME for m in said))
    listed = Counter(index for index, _ in named)
    for (index, ident), mentions in found.items():
        place = layout.place(index, mentions)
        worths = [_worth(document, mention, index, place) for mention in mentions]
        cases[ident].hear(document.key, place, zip(worths, mentions, strict=True))
        # A sentence that lists many themes says little of each; a title means all that it names.
        shared = 1.0 if place >= _Place.SUBJECT else sqrt(max(listed[index], 1))
        cases[ident].add(place, min(1.0, sum(worths)) / shared)
    return cases


def _by_sentence(document: Document) -> dict[tuple[int, str], list[Mention]]:
    """Return the mentions in the article proper, by sentence and theme."""
    kept = set(document.kept)
    found: dict[tuple[int, str], list[Mention]] = defaultdict(list)
    # A stray line break may cut a name: "chính phủ\nđiện tử" is one.
    for mention in document.vocabularies.themes.mentions(document.key.replace("\n", " ")):
        index = document.sentence_at(mention.start)
        if index in kept and index == document.sentence_at(mention.end - 1):
            found[index, mention.id].append(mention)
    return found


def _worth(document: Document, mention: Mention, index: int, place: _Place) -> float:
    begin = document.sentence(index).start
    before = max(begin, mention.start - _LOOK_BACK), mention.start
    passing = (
        document.article.part_of(document.sentence(index)) is Part.CAPTION
        or _OF_A_BODY.search(document.text, *before)
        or (mention.strength is Strength.SIGN and _opens_a_name(document.text, mention))
        or (place < _Place.NAME and _IN_PASSING.search(document.key, *before))
        or (place < _Place.NAME and _GUESTS.match(document.key, begin))
    )
    if place < _Place.NAME and _inside_a_body(document, mention, index):
        return 0.0
    sign = SIGN_AT_THE_HEAD if place >= _Place.NAME else SIGN
    return (sign if mention.strength is Strength.SIGN else 1.0) * (PASSING if passing else 1.0)


def _inside_a_body(document: Document, mention: Mention, index: int) -> bool:
    """Whether a mention is part of a body's name: "Học viện Công nghệ Bưu chính Viễn thông".

    A head noun written large opens it, or stands before it where no other body does.
    """
    begin = document.sentence(index).start
    nouns = HEADS_IN.finditer(document.key, max(begin, mention.start - _LOOK_BACK), mention.start)
    heads = [noun.start() for noun in nouns if document.text[noun.start()].isupper()]
    for body in document.bodies_in(index) if heads else ():
        if body.start < mention.start and mention.end <= body.end:
            return any(begin <= head <= body.start for head in heads)
        begin = body.end
    return False


def _opens_a_name(text: str, mention: Mention) -> bool:
    return text[mention.start].isupper() and bool(_NAMES_A_BODY.match(text, mention.end))


class _Layout:
    """Which sentences are title and lead, and where the event and its theme are named."""

    def __init__(self, document: Document) -> None:
        self.key = document.key
        self.names = tuple(_names(document))
        title = _spans(document.found.get("title"))
        self.title = {
            i for i in document.kept if any(_overlap(document, i, span) for span in title)
        }
        parts = {i: document.article.part_of(document.sentence(i)) for i in document.kept}
        body = [i for i in document.kept if parts[i] is Part.BODY and i not in self.title]
        self.lead = {
            *_lead(document, body),
            *(i for i in document.kept if parts[i] is Part.HEADING),
            *_told(document),
        }

    def place(self, index: int, mentions: Sequence[Mention]) -> _Place:
        """Return the best place of `mentions`, which all stand in sentence `index`."""
        if index in self.title:
            return _Place.TITLE
        if any(start <= m.start and m.end <= end for start, end in self.names for m in mentions):
            return _Place.NAME
        names = (m for m in mentions if m.strength is Strength.NAME)
        if any(_IS_A_MATTER.match(self.key, m.end) for m in names):
            return _Place.SUBJECT
        return _Place.LEAD if index in self.lead else _Place.BODY


def _lead(document: Document, body: Sequence[int]) -> Sequence[int]:
    """Return the first paragraph, with the next where it is one sentence; cut where it is long."""
    blocks = [document.sentence(i).block for i in body[:LEAD_SENTENCES]]
    return body[: max(2, blocks.count(blocks[0]))] if body else ()


def _told(document: Document) -> Iterator[int]:
    """Yield the sentence that tells of the event; where there is none, nothing is announced."""
    if document.found.get("is_event"):
        yield from (announcement.sentence for announcement in document.announcements[:1])


def _spans(finding: Finding[str] | None) -> list[Span]:
    return [(e.start, e.end) for e in finding.evidence] if finding else []


def _overlap(document: Document, index: int, span: Span) -> bool:
    sentence = document.sentence(index)
    return sentence.start < span[1] and span[0] < sentence.end


def _names(document: Document) -> Iterator[Span]:
    """Yield where the text names the event and its theme."""
    for start, end in _spans(document.found.get("event")):
        further = _TO_CLAUSE_END.match(document.key, end)
        yield start, further.end() if further else end
    for index in document.kept:
        sentence = document.sentence(index)
        said = document.key[sentence.start : sentence.end]
        if "chủ đề" not in said and '"' not in said and "'" not in said:
            continue
        for match in _CALLED.finditer(document.key, sentence.start, sentence.end):
            span = match.span(match.lastgroup or 0)
            if not _OF_A_PART.search(document.key, sentence.start, span[0]):
                yield span


THEMES: tuple[Callable[[Document], tuple[Finding[str], ...]], ...] = (themes,)
