"""Tell the texts in which somebody speaks for himself: interviews, questions, letters, opinions.

Turns a document into yes or no. An event that such a text names is what is talked about, not its
news.
"""

from __future__ import annotations

import re

from egov_timeline.extract.document import Document
from egov_timeline.records import Part

# "* Vì sao …?", "PV: Thưa ông …?", "- Ông thấy thế nào?": a turn of an interviewer.
_QUESTION = re.compile(
    r"^(?:\W{0,3}[*–•-] ?|\W{0,3}(?:pv|phóng viên|hỏi|mc|thưa (?:ông|bà|anh|chị))\b).{4,}\?\W*$",
    re.DOTALL,
)
_QUESTIONS = 2
# "Người hỏi: …", "Câu hỏi: …", and below "Trả lời (ngày 14/3):": a citizen asks an office.
_ASKED = re.compile(r"^\W*(?:người hỏi|(?:nội dung )?câu hỏi|hỏi) ?:", re.MULTILINE)
_ANSWERED = re.compile(r"^\W*(?:(?:ngày|nội dung|phần) )?trả lời\b[^.:\n]{0,30}:", re.MULTILINE)
# "Một người bạn tôi nộp hồ sơ …", "…, tôi thấy": who opens with himself writes what he thinks, and
# "Bài viết này thử trả lời" says so.
_WRITER = re.compile(
    r"\b(?:bạn|vợ|chồng|con|mẹ|cha|nhà|quê) tôi\b|"
    r"(?:^|, )(?:theo )?tôi (?:thấy|nghĩ|cho rằng|tin)\b|"
    r"\bbài viết này (?:không|thử|xin|nhằm|sẽ|bàn)\b|"
    r"\btrân trọng giới thiệu (?:toàn văn |nội dung )?bài viết\b"
)
# Without one of these nothing of that is said: most texts are done with at once.
_OF_WRITER = ("tôi", "bài viết")
# "Kính gửi thầy An, …": a letter opens so; further down a report tells how a speech began.
_LETTER = re.compile(r"\W*kính (?:gửi|thưa) (?:thầy|cô|ông|bà|bộ trưởng|các bạn)\b")
_QUOTED = re.compile(r'"[^"]*(?:"|$)|“[^”]*(?:”|$)')
_OPENING = 4


def interviews(document: Document) -> bool:
    """Somebody asks and somebody answers."""
    if document.key.count("?") < _QUESTIONS:
        return False
    said = (document.sentence(i) for i in document.kept)
    asked = (s for s in said if document.text[s.end - 1] in '?"”')
    turns = sum(bool(_QUESTION.match(document.key[s.start : s.end])) for s in asked)
    return turns >= _QUESTIONS


def answers_a_letter(document: Document) -> bool:
    """A citizen asks and an office answers, each behind its label."""
    # The words are looked for first: they are rare, and lines are many.
    return "trả lời" in document.key and bool(
        _ASKED.search(document.key) and _ANSWERED.search(document.key)
    )


def gives_an_opinion(document: Document) -> bool:
    """The writer begins with himself, outside what he quotes."""
    opening = [document.sentence(i) for i in document.kept[1:_OPENING]]
    if not opening:
        return False
    said = document.key[opening[0].start : opening[-1].end]
    if not any(word in said for word in _OF_WRITER):
        return False
    return bool(_WRITER.search(said) and _WRITER.search(_QUOTED.sub("", said)))


def is_a_letter(document: Document) -> bool:
    """The first words, below the title if there is one, greet a reader."""
    said = (document.sentence(i) for i in document.kept[:_OPENING])
    told = [s for s in said if document.article.part_of(s) is not Part.CAPTION]
    titled = bool(told) and document.text[told[0].end - 1] not in ".!?…"
    return any(_LETTER.match(document.key, s.start, s.end) for s in told[: 1 + titled])
