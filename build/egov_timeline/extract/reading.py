"""What all extractors share: one reading of an article.

Turns an `Article` into event mentions ("hội thảo", "lễ khai trương") and announcements, the sentences
that tell that the event takes place, ranked. Findings of earlier fields are kept in `found`, so that
a later rule can rest on them. It decides no field itself.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from egov_timeline.records import Article, Certainty, Evidence, Finding, Part, Sentence
from egov_timeline.text import Span
from egov_timeline.vocabulary import Vocabularies

T = TypeVar("T")

# What the press calls an event, and the event type of DESIGN that each noun stands for.
EVENT_NOUNS = {
    "hội thảo": "hoi-thao",
    "tọa đàm": "hoi-thao",
    "hội nghị": "hoi-nghi",
    "đại hội": "hoi-nghi",
    "diễn đàn": "dien-dan",
    "tập huấn": "tap-huan",
    "lớp bồi dưỡng": "tap-huan",
    "khóa đào tạo": "tap-huan",
    "triển lãm": "trien-lam",
    "hội chợ": "trien-lam",
    "tuần lễ": "khac",
    "ngày hội": "khac",
    "lễ": "le",
    "buổi lễ": "le",
    "họp báo": "khac",
    "cuộc họp": "khac",
    "phiên họp": "khac",
    "buổi họp": "khac",
    "buổi làm việc": "khac",
    "buổi gặp mặt": "khac",
    "hội thi": "khac",
    "cuộc thi": "khac",
    "sự kiện": "",
    "chương trình": "",
}
_NOUN = re.compile(
    r"\b(?:" + "|".join(sorted(map(re.escape, EVENT_NOUNS), key=len, reverse=True)) + r")\b"
)

# "X tổ chức hội thảo", "hội thảo diễn ra", "khai mạc diễn đàn", "được tổ chức tại".
_HAPPENS = re.compile(
    r"\b(?:(?:phối hợp |đồng |đăng cai |chủ trì )?tổ chức|diễn ra|khai mạc|khai trương|công bố|ra mắt|"
    r"bế mạc|chủ trì|phối hợp|được triệu tập|ký kết|trao giải)\b"
)
_WHEN = re.compile(
    r"\b(?:sáng|trưa|chiều|tối|ngày|hôm)\b[^.;]{0,12}\d|\b(?:sáng|chiều|tối|hôm) (?:nay|qua)\b|"
    r"\btrong (?:hai|ba|\d) ngày\b"
)
_WHERE = re.compile(r"\b(?:tại|ở)\b")
# "Phát biểu tại hội thảo", "cuối hội thảo": inside the event, no longer its announcement.
_INSIDE = re.compile(
    r"^\W*(?:phát biểu|chia sẻ|trao đổi|kết luận|tham dự|đến dự|dự|theo|bên lề|cuối|kết thúc|tại) "
)


@dataclass(frozen=True, slots=True)
class EventMention:
    """An event noun in the text; `type` is "" for a noun that only points back ("sự kiện")."""

    start: int
    end: int
    type: str
    sentence: int


@dataclass(frozen=True, slots=True)
class Announcement:
    """A sentence that tells of the event; the higher the score, the more it says what, when, who."""

    sentence: int
    start: int
    end: int
    score: float


class Reading:
    """An article as the extractors see it. Offsets are those of the article's text."""

    def __init__(self, article: Article, vocabularies: Vocabularies) -> None:
        self.article = article
        self.text = article.text
        self.key = article.key
        self.vocabularies = vocabularies
        self.found: dict[str, Any] = {}
        self._starts = [s.start for s in article.sentences]

    @cached_property
    def kept(self) -> tuple[int, ...]:
        """Indices of the sentences that belong to the article, captions included."""
        return tuple(
            i for i, s in enumerate(self.article.sentences) if self.article.part_of(s).kept
        )

    def sentence(self, index: int) -> Sentence:
        """Return the sentence at `index`."""
        return self.article.sentences[index]

    def sentence_at(self, offset: int) -> int | None:
        """Return the index of the sentence that `offset` lies in; None between sentences."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset >= self.article.sentences[index].end:
            return None
        return index

    @cached_property
    def events(self) -> tuple[EventMention, ...]:
        """Every event noun in the kept sentences, in order."""
        return tuple(
            EventMention(m.start(), m.end(), EVENT_NOUNS[m[0]], i)
            for i in self.kept
            for m in _NOUN.finditer(self.key, self.sentence(i).start, self.sentence(i).end)
        )

    @cached_property
    def announcements(self) -> tuple[Announcement, ...]:
        """Sentences that may announce the event, the best first; empty where none does."""
        mentioned = {e.sentence for e in self.events}
        scored = (self._announcement(rank, i) for rank, i in enumerate(self.kept) if i in mentioned)
        return tuple(sorted((a for a in scored if a.score > 0), key=lambda a: -a.score))

    def _announcement(self, rank: int, index: int) -> Announcement:
        sentence = self.sentence(index)
        said = self.key[sentence.start : sentence.end]
        score = (
            2.0 * bool(_HAPPENS.search(said))
            + 2.0 * bool(_WHEN.search(said))
            + 1.0 * bool(_WHERE.search(said))
            - 2.0 * bool(_INSIDE.match(said))
            - 0.15 * min(rank, 12)
            - 1.0 * (self.article.part_of(sentence) is Part.CAPTION)
        )
        return Announcement(index, sentence.start, sentence.end, score)

    def evidence(self, start: int, end: int, rule: str) -> Evidence:
        """Return the words at `start:end` as evidence read by `rule`."""
        return Evidence(self.text[start:end], start, end, rule)

    def finding(
        self, value: T, rule: str, spans: Iterable[Span], *, inferred: bool = False
    ) -> Finding[T]:
        """Return a finding that stands on the words at `spans`."""
        certainty = Certainty.INFERRED if inferred else Certainty.STATED
        return Finding(value, certainty, tuple(self.evidence(s, e, rule) for s, e in spans))
