"""Find the legal documents that a text cites, and the dates that are theirs.

Turns a match key into `Citation` values ("Nghị quyết 36a/NQ-CP", "Quyết định số 66/2015/QĐ-TTg"). A
document without a number is only a word and is left out, unless its date follows at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from egov_timeline.alternatives import OF_ARTICLE, Alternatives
from egov_timeline.extract.annotate.timex import Kind, Timex
from egov_timeline.extract.lexicon import words

# The longer first: "bộ luật" before "luật".
_NOUNS = (
    *("nghị quyết", "nghị định", "quyết định", "thông tư liên tịch", "thông tư", "chỉ thị"),
    *("công văn", "công điện", "kế hoạch", "thông báo", "tờ trình", "bộ luật", "luật"),
    *("pháp lệnh", "đề án", "chương trình", "văn bản", "hướng dẫn", "kết luận", "quy chế"),
)
_NOUN = rf"\b(?:{'|'.join(_NOUNS)})"
# "36a/NQ-CP", "66/2015/QĐ-TTg", "54-NQ/TW", "64/2013/TT- BTC", "28/2018", "80" after "số"
_CODE = re.compile(r"\d{1,5}[a-z]?(?: ?[/-] ?[^\W_][\w&]{0,9}){1,4}")
_NUMBER = re.compile(r"\d{1,5}[a-z]?\b")
_DOCUMENT = Alternatives(rf"{_NOUN} (?P<numbered>số:? ?)?(?=[0-9])", OF_ARTICLE)
_YEAR_IN_CODE = re.compile(r"/(?P<year>(?:19|20)\d\d)(?!\d)")
# "Quyết định ngày 07/02/2018 của UBND tỉnh"
_UNNUMBERED = re.compile(rf"{_NOUN}(?: này)?,? $")
# What may stand between a document and its date: nothing, "của Chính phủ", "(", "về …"
_AT_ONCE = re.compile(r"[\s,(]{0,3}(?:ký |ban hành )?")
_OF_WHOM = re.compile(r"[\s,(]{0,3}(?:của|do) [^.;()]{2,60}|[\s,]{0,3}về [^.;()]{2,120}")
_HELD = re.compile(rf"\b(?:{words('hold', 'occur', 'open')}|tại)\b")
_OF_EVENT = re.compile(rf"\b{words('hold', 'occur', 'open', 'event noun')}\b")
# "Ngày 14/10/2015, Thủ tướng đã ban hành Nghị quyết …"
_ISSUED = re.compile(r"\b(?:ban hành|ký|phê duyệt|thông qua|công bố)(?: \w+){0,4} $")


@dataclass(frozen=True, slots=True)
class Citation:
    """A document with its number; `year` is the one in its code, if any."""

    start: int
    end: int
    year: int | None


def find(key: str) -> tuple[Citation, ...]:
    """Return the documents that a match key names by number, in order."""
    return tuple(_find(key))


def _find(key: str) -> Iterator[Citation]:
    done = 0
    for noun in _DOCUMENT.finditer(key):
        start = noun.end()
        code = _CODE.match(key, start) or (noun["numbered"] and _NUMBER.match(key, start))
        if code and noun.start() >= done:
            done = code.end()
            year = _YEAR_IN_CODE.search(code[0])
            yield Citation(noun.start(), done, int(year["year"]) if year else None)


def dated_by(
    key: str, timex: Timex, citations: Iterable[Citation], begin: int, end: int
) -> Citation | None:
    """Return the citation in the sentence `begin:end` whose own date `timex` is."""
    if timex.kind not in (Kind.DAY, Kind.MONTH) or timex.is_range:
        return None
    if timex.tells_hour:
        return None
    inside = [c for c in citations if begin <= c.start and c.end <= end]
    before = [c for c in inside if c.end <= timex.start]
    if before and _belongs(key, before[-1], timex):
        return before[-1]
    after = [c for c in inside if c.start >= timex.end]
    if after and _issues(key[timex.end : after[0].start]):
        return after[0]
    return None


def _belongs(key: str, citation: Citation, timex: Timex) -> bool:
    between = key[citation.end : timex.start]
    if _AT_ONCE.fullmatch(between):
        return True
    # "Hội nghị triển khai Nghị quyết 17 của Chính phủ ngày 23/7": a day without a year that does
    # not follow at once is as likely the day of the event.
    return (
        timex.year is not None
        and bool(_OF_WHOM.fullmatch(between))
        and not _HELD.search(between)
        and not key.startswith((" tại", ", tại"), timex.end)
    )


def _issues(between: str) -> bool:
    return len(between) < 160 and bool(_ISSUED.search(between)) and not _OF_EVENT.search(between)


def follows_document(key: str, timex: Timex, begin: int) -> bool:
    """Return whether `timex` stands right behind a document without a number."""
    return bool(_UNNUMBERED.search(key, max(begin, timex.start - 40), timex.start))
