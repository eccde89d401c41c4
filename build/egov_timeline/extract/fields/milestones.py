"""Read the other dated moments that an article reports, a second layer of the timeline.

Turns "được tổ chức lần đầu vào năm 2003", "trao cờ đăng cai … lần thứ XXII năm 2018", "hội thảo lần
thứ 23, tháng 8.2019" and "Nghị quyết … ngày 14/10/2015" into milestones, each with its words. A
moment without a year is left out, and a text that reports no event has documents only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from egov_timeline.alternatives import Alternatives
from egov_timeline.edtf import InvalidDate, parse
from egov_timeline.extract.annotate.citations import Citation, dated_by
from egov_timeline.extract.annotate.event_names import name_at
from egov_timeline.extract.annotate.event_nouns import EventMention
from egov_timeline.extract.annotate.localities import localities
from egov_timeline.extract.annotate.timex import Kind, Timex
from egov_timeline.extract.document import Document
from egov_timeline.extract.lexicon import words
from egov_timeline.extract.resolve.creation_time import stamp_date, stamp_words
from egov_timeline.ordinals import editions, number
from egov_timeline.records import Finding, Milestone, Sentence
from egov_timeline.text import Span

# "được tổ chức lần đầu vào năm 2003", "lần đầu tiên diễn ra tại Huế năm 2010", "tổ chức thường niên
# từ năm 2012"
_HAPPENS = words("hold", "occur", "open", "launch")
_FIRST = re.compile(
    rf"\b(?:(?:được )?{_HAPPENS} lần (?:đầu|thứ nhất)|"
    rf"lần đầu(?: tiên)? (?:được )?{_HAPPENS}|"
    r"(?:bắt đầu )?(?:được )?tổ chức (?:thường niên|hằng năm|hàng năm))\b[^.;:,]{0,45}$"
)
# "trao cờ đăng cai", "kỳ tới", "năm sau": the next edition
_NEXT = Alternatives(rf"\b{words('handover', 'host', 'next edition', 'next year')}\b")
# "đến năm 2025", "trước năm 2020": an aim, not a time
_AIM = re.compile(r"\b(?:đến|tới|trước|giai đoạn|từ) $")
_HELD = re.compile(rf"\b{words('hold', 'occur', 'open', 'host')}\b[^.;]{{0,60}}$")
# "ở kỳ gần nhất", "năm ngoái", "trước đó": an earlier one
_EARLIER = re.compile(rf"\b(?:{words('earlier', 'last edition')}|tiếp nối|sau thành công)\b")
# "… về Chính phủ điện tử", up to what the sentence says of it
_ABOUT = re.compile(r" (?:của [^,.;:()\"“”\n]{2,60}? )?về [^,.;:()\"“”\n]{3,110}")
_SENTENCE_GOES_ON = re.compile(
    r" (?:với|nhằm|để|đã|được|có hiệu lực|do|ngày|là|sẽ|cho|trong đó|vào|hướng dẫn)\b.*", re.DOTALL
)
_BESIDE = 90
_LOOK_BACK = 200


def milestones(document: Document) -> tuple[Finding[Milestone], ...]:
    """Return the dated moments beside the event, in the order of the text."""
    found = list(_documents(document))
    if document.found.get("is_event"):
        found += [m for rule in (_first, _next, _earlier) for m in rule(document)]
    found.sort(key=lambda m: m.evidence[0].start)
    seen: dict[tuple[str, str, str], Finding[Milestone]] = {}
    for finding in found:
        value = finding.value
        seen.setdefault((value.kind, value.date.edtf, value.name.lower()), finding)
    return tuple(seen.values())


def _documents(document: Document) -> Iterator[Finding[Milestone]]:
    if not document.citations:  # most texts: spare them the search for times
        return
    for timex, at in document.times(Kind.DAY, Kind.MONTH):
        sentence = document.sentence(at)
        cited = dated_by(document.key, timex, document.citations, sentence.start, sentence.end)
        if not cited:
            continue
        year, spans, why = _year_of_document(document, timex, cited)
        end = _end_of_title(document, cited, sentence)
        whole = (min(timex.start, cited.start), max(timex.end, end))
        name = document.text[cited.start : end]
        if year:
            said = (timex.edtf(year), name, [whole, *spans])
            yield from _milestone(document, "document", *said, rule="document", why=why)


def _year_of_document(
    document: Document, timex: Timex, cited: Citation
) -> tuple[int | None, tuple[Span, ...], str | None]:
    """Return the year: the date's own, the one in the number, or the last before the stamp."""
    if timex.year or cited.year:
        return timex.year or cited.year, (), None
    written = stamp_date(document)
    if not written:
        return None, (), None
    month, day = timex.first.month or 1, timex.first.day or 1
    year = written.year - ((month, day) > (written.month, written.day))
    return year, *stamp_words(document)


def _end_of_title(document: Document, cited: Citation, sentence: Sentence) -> int:
    about = _ABOUT.match(document.key, cited.end, sentence.end)
    if not about:
        return cited.end
    return cited.end + len(_SENTENCE_GOES_ON.sub("", about[0][4:]).rstrip()) + 4


# --- other editions -------------------------------------------------------------------------------


def _first(document: Document) -> Iterator[Finding[Milestone]]:
    for timex, at in document.times(Kind.YEAR, Kind.MONTH, Kind.DAY):
        begin = max(document.sentence(at).start, timex.start - _LOOK_BACK)
        said = _elsewhen(document, timex) and _FIRST.search(document.key, begin, timex.start)
        if not said:
            continue
        name, span = _name(document, at, said.start())
        begin, end = said.start(), timex.end
        spans = [(begin, end)] if span is None else [(min(begin, span[0]), max(end, span[1]))]
        if name:
            plain = name.partition(" lần đầu")[0]
            yield from _milestone(document, "first", timex.edtf(), plain, spans)


def _next(document: Document) -> Iterator[Finding[Milestone]]:
    for timex, at in document.times(Kind.YEAR, Kind.MONTH, Kind.DAY):
        sentence = document.sentence(at)
        said = _NEXT.search(document.key, sentence.start, sentence.end)
        if not said or not _elsewhen(document, timex) or not _later(document, timex):
            continue
        before = document.key[sentence.start : timex.start]
        name, span = _name(document, at, timex.start)
        inside = bool(span and span[0] < timex.start <= span[1])
        if not name or _AIM.search(before) or not (inside or _HELD.search(before)):
            continue
        known = span or said.span()
        begin, end = min(said.start(), known[0]), max(timex.end, known[1])
        where = next(iter(localities(document, end, sentence.end)), None)
        label = document.vocabularies.places[where.id].label if where else None
        spans = [(begin, where.end if where else end)]
        yield from _milestone(document, "announced", timex.edtf(), name, spans, place=label)


def _earlier(document: Document) -> Iterator[Finding[Milestone]]:
    series = document.found.get("series")
    own = series.value.edition if series else None
    for timex, at in document.times(Kind.YEAR, Kind.MONTH, Kind.DAY):
        sentence = document.sentence(at)
        begin = max(sentence.start, timex.start - _BESIDE)
        end = min(sentence.end, timex.end + _BESIDE)
        edition = next(editions(document.key, begin, end), None)
        if not edition or not _elsewhen(document, timex) or _later(document, timex):
            continue
        recalled = _EARLIER.search(document.key, begin, end)
        if number(edition[1]) == own or not (recalled or own):
            continue
        name, span = _name(document, at, edition.start())
        if name and span and span[1] >= edition.start():
            ends = (min(timex.start, span[0]), max(timex.end, span[1], edition.end()))
            yield from _milestone(document, "edition", timex.edtf(), name, [ends])


def _elsewhen(document: Document, timex: Timex) -> bool:
    """Whether a time is given to the year, and is not that of the event itself."""
    if not timex.year or (timex.kind is Kind.YEAR and timex.is_range):
        return False
    date = document.found.get("date")
    if not date:
        return True
    used = any(e.start <= timex.start < e.end for e in date.evidence[:1])
    return not used and not date.value.edtf.startswith(timex.edtf())


def _later(document: Document, timex: Timex) -> bool:
    date = document.found.get("date")
    return not date or not date.value.year or (timex.year or 0) >= date.value.year


def _name(document: Document, at: int, near: int) -> tuple[str, Span | None]:
    """Return the name of the event that a sentence speaks of, nearest to `near`, and its span.

    "Hội thảo lần thứ 23" goes by its noun there; then the series' name, known from elsewhere,
    stands for it.
    """
    mentions = [e for e in document.events_in(document.sentence(at)) if e.type]
    mentions.sort(key=lambda e: abs(e.start - near))
    for mention in mentions:
        if name := name_at(document, mention, document.sentence(mention.sentence).end):
            return document.text[name.start : name.end], (name.start, name.end)
    series, event = document.found.get("series"), document.found.get("event")
    if series:
        return _numbered(document, series.value.name, mentions)
    return _numbered(document, event.value, mentions) if event else ("", None)


def _numbered(
    document: Document, core: str, mentions: list[EventMention]
) -> tuple[str, Span | None]:
    for mention in mentions:
        edition = next(editions(document.key, mention.end, mention.end + 30), None)
        if edition:
            words = document.text[edition.start() : edition.end()]
            return f"{core} {words}", (mention.start, edition.end())
    return core, (mentions[0].start, mentions[0].end) if mentions else None


def _milestone(
    document: Document,
    kind: str,
    edtf: str,
    name: str,
    spans: list[Span],
    *,
    place: str | None = None,
    rule: str = "",
    why: str | None = None,
) -> Iterator[Finding[Milestone]]:
    try:
        value = Milestone(kind, parse(edtf), " ".join(name.split()), place)
    except InvalidDate:  # a day that the year does not have
        return
    inferred = len(spans) > 1 or why is not None
    yield document.finding(value, rule or f"{kind}-edition", spans, inferred=inferred, why=why)


MILESTONES = (milestones,)
