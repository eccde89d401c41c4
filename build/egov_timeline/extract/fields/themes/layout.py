"""Where a theme can be mentioned: the title, the names of the event, the lead, the body.

Turns a document into the places of its sentences; the higher a place, the more a mention there
says of what the article is about. It knows no theme.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum

from egov_timeline.alternatives import Alternatives
from egov_timeline.extract.document import Document
from egov_timeline.extract.lexicon import words
from egov_timeline.records import Finding, Part
from egov_timeline.text import Span
from egov_timeline.vocabulary import Mention, Strength

LEAD_SENTENCES = 3

# Hội thảo có chủ đề "...", hội nghị 'Bảo mật cho đô thị ...', diễn đàn mang tên "...";
# "chủ đề lần này là dữ liệu mở và ..."; "lấy trường học thông minh làm chủ đề".
_CALLED = Alternatives(
    rf"\b(?:(?:chủ đề|tên gọi|mang tên|{words('gathering')}|tuần lễ)"
    r"""[^"'.;\n]{0,25}["'](?P<quoted>[^"'\n]{8,250})["']"""
    r"""|chủ đề[^"'.;:\n]{0,30}(?:\blà\b|:)(?P<plain>(?:[^"'.;\n]|\.(?=\d)){8,200})"""
    r"""|lấy (?P<taken>[^"'.;\n]{4,120}) làm chủ đề)"""
)
# "Phân ban thứ hai với chủ đề", "tham luận với các chủ đề": a part of the event has its own theme.
_OF_A_PART = re.compile(r"\b(?:phiên|nhóm chủ đề|phân ban|chuyên đề|các chủ đề)\b")
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


class Place(IntEnum):
    """Where a theme is mentioned; the higher, the more it says."""

    BODY = 0
    LEAD = 1
    SUBJECT = 2
    NAME = 3
    TITLE = 4


class Layout:
    """Which sentences are title and lead, and where the event and its theme are named."""

    def __init__(self, document: Document) -> None:
        self.key = document.key
        self.names = tuple(_names(document))
        title = _spans(document.found.get("title"))
        self.title = {i for span in title for i in document.kept if _overlap(document, i, span)}
        parts = {i: document.article.part_of(document.sentence(i)) for i in document.kept}
        body = [i for i in document.kept if parts[i] is Part.BODY and i not in self.title]
        self.lead = {
            *_lead(document, body),
            *(i for i in document.kept if parts[i] is Part.HEADING),
            *_told(document),
        }

    def place(self, index: int, mentions: Sequence[Mention]) -> Place:
        """Return the best place of `mentions`, which all stand in sentence `index`."""
        if index in self.title:
            return Place.TITLE
        if any(start <= m.start and m.end <= end for start, end in self.names for m in mentions):
            return Place.NAME
        names = (m for m in mentions if m.strength is Strength.NAME)
        if any(_IS_A_MATTER.match(self.key, m.end) for m in names):
            return Place.SUBJECT
        return Place.LEAD if index in self.lead else Place.BODY


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
