"""The series that the event belongs to, with its number there.

Turns "lần thứ XXI" into the edition: the article's own, not the next one that is handed over nor an
earlier one that is recalled. Where only the next is named, the own follows from it and is marked
inferred.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from egov_timeline.alternatives import Alternatives
from egov_timeline.extract.annotate.event_names import Name, name_of
from egov_timeline.extract.document import Document
from egov_timeline.extract.lexicon import words
from egov_timeline.extract.resolve.event_name import (
    EARLIER,
    NEXT,
    event_name,
    is_own,
    names_in_order,
    text_before,
)
from egov_timeline.ordinals import OF_OTHER, editions, number
from egov_timeline.records import Finding, Series
from egov_timeline.text import fold

# "Hội nghị Tổng kết công tác năm 2018": held every year, but no series of its own.
_ROUTINE = re.compile(
    r"(?:lễ|\w+ \w+) "
    rf"(?:{words('launch', 'call', 'sign')}|tổng kết|sơ kết|triển khai|công bố|giao ban|góp ý|"
    r"phổ biến|tập huấn|về|trực tuyến)\b"
)
# "đây là lần thứ 5 Đà Nẵng tổ chức", "năm nay là lần thứ ba".
_COUNTS = re.compile(r"\b(?:là|sang|tới|đến) $")
_HELD = re.compile(rf"[^.;]{{0,60}}\b{words('hold', 'occur')}\b")
# "sự kiện thường niên", "được tổ chức hằng năm".
_YEARLY = re.compile(r"\b(?:thường niên|hằng năm|hàng năm)\b")
# A text without these names no edition at all: "lần thứ", "lần 8", "TELMIN-10".
_NUMBERED = Alternatives(
    r"lần (?:thứ )?[\divxlnhbtsmc]|mùa (?:thứ|giải|\d)|(?:kỳ|thảo|nghị|đàn) thứ |"
    r"họp đầu tiên của"
)
_GLUED = re.compile(r"-\d(?<=[a-z]{4}-\d)")


def series(document: Document) -> Finding[Series] | None:
    """Try the ways in which a text tells the series, the number beside the own name first."""
    own = _chosen(document) or event_name(document)
    numbered = bool(_NUMBERED.search(document.key) or _GLUED.search(document.key))
    return (
        (own and numbered and (stated_edition(document, own) or edition_apart(document, own)))
        or (numbered and before_next(document))
        or (own and of_name(document, own))
        or None
    )


def _chosen(document: Document) -> Name | None:
    """Return the name that was taken for the event's, with the edition and the year in it."""
    found = document.found.get("event")
    if not found:
        return None
    start, end = found.evidence[0].start, found.evidence[0].end
    mention = next((m for m in document.events if m.start == start), None)
    return name_of(document, mention, end) if mention else None


def stated_edition(document: Document, own: Name) -> Finding[Series] | None:
    """Read the number beside the event's own name: "Hội thảo … lần thứ 15"."""
    for name in (own, *names_in_order(document)):
        if name.edition and is_own(document, name) and _same(own, name):
            found = Series(name.core, name.edition)
            return document.finding(found, "edition", [(name.start, name.end)])
    return None


def _same(one: Name, other: Name) -> bool:
    """Whether two names share most of their words: one event, named shorter or longer."""
    words, others = set(fold(one.core).split()), set(fold(other.core).split())
    return 2 * len(words & others) > min(len(words), len(others))


def edition_apart(document: Document, own: Name) -> Finding[Series] | None:
    """Read a number apart from the name: in the title, or "đây là lần thứ 5 Đà Nẵng tổ chức"."""
    for match in _editions(document):
        if (
            _in_title(document, match.start())
            or _counts(document, match)
            or _of_bare_noun(document, match)
        ):
            found = Series(own.core, number(match[1]))
            return document.finding(found, "edition apart", [(own.start, own.end), match.span()])
    return None


def _in_title(document: Document, start: int) -> bool:
    first = document.sentence(document.kept[0])
    return first.start <= start < first.end and document.text[first.end - 1] not in '.…”"'


def _counts(document: Document, match: re.Match[str]) -> bool:
    held = _HELD.match(document.key, match.end())
    return bool(held and _COUNTS.search(text_before(document, match.start())))


# "Hội nghị lần thứ X này được": the noun alone stands for the event's name.
_BARE_NOUN = re.compile(rf"\b(?:{words('gathering')}|giải) $")
_GOES_ON = re.compile(
    rf" (?:{words('occur', 'open')}|này|năm nay|năm \d{{4}}|đã|vừa|chính thức|được(?! hẹn)|do)\b"
)
# "Đây là sinh hoạt khoa học thường niên lần thứ 17": what it is, and the number of it.
_THIS_IS = re.compile(
    rf"(?:\bđây|\bnày|\bnăm nay) là (?:{words('gathering')}|hội|sinh hoạt|hoạt động|ngày|tuần)\b"
    r"[^,.;]{0,50} $"
)


def _of_bare_noun(document: Document, match: re.Match[str]) -> bool:
    before = text_before(document, match.start())
    if _THIS_IS.search(before):
        return True
    return bool(_BARE_NOUN.search(before) and _GOES_ON.match(document.key, match.end()))


def _editions(document: Document) -> Iterator[re.Match[str]]:
    kept = set(document.kept)
    for match in editions(document.key):
        before = text_before(document, match.start())
        other = any(p.search(before) for p in (OF_OTHER, NEXT, EARLIER))
        if document.sentence_at(match.start()) in kept and not other:
            yield match


def before_next(document: Document) -> Finding[Series] | None:
    """Infer the number from the next edition's, which the hosts hand over."""
    for name in names_in_order(document):
        if name.edition and name.edition > 1 and NEXT.search(text_before(document, name.start)):
            found = Series(name.core, name.edition - 1)
            span = (_handover(document, name.start), name.end)
            return document.finding(found, "next edition", [span], inferred=True)
    return None


def _handover(document: Document, start: int) -> int:
    """Return where "trao cờ đăng cai" begins before `start`."""
    before = text_before(document, start)
    match = NEXT.search(before)
    return start - len(before) + match.start() if match else start


def of_name(document: Document, own: Name) -> Finding[Series] | None:
    """Take a proper name with a year ("Vietnam ICT Summit 2018") or that recurs as a series."""
    recurs = own.year or _YEARLY.search(document.key, own.start, own.end)
    named = own.proper or any(word[0].isupper() for word in own.core.split()[2:])
    if recurs and named and not _ROUTINE.match(document.key, own.start):
        return document.finding(Series(own.core, None), "name and year", [(own.start, own.end)])
    return None


SERIES = (series,)
