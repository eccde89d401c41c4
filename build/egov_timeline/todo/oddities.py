"""What does not go together: a name and its day, a day and its article, two articles or events."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from egov_timeline import files, wording
from egov_timeline.edtf import EventDate, InvalidDate, parse
from egov_timeline.likeness import Likeness
from egov_timeline.records import Record
from egov_timeline.text import fold
from egov_timeline.todo.task import Archive, Found, short

_YEAR = re.compile(r"(?<![\d-])(?:19|20)\d\d(?![\d-])")
# "tổng kết năm 2018" is held in January, "triển khai nhiệm vụ năm 2019" in December.
_TURN_OF_YEAR = re.compile(r"tổng kết|đánh giá|triển khai|kế hoạch|nhiệm vụ|phương hướng")


def year_of_name(record: Record, _: date) -> Found:
    """The event's name has a year, and it is not held in it."""
    when, name = record.facts.date, record.facts.event
    if not when or not name or not when.value.earliest or not when.value.latest:
        return
    held = {when.value.earliest.year, when.value.latest.year}
    if _TURN_OF_YEAR.search(name.value.lower()):
        held |= {min(held) - 1, max(held) + 1}
    named = {int(year) for year in _YEAR.findall(name.value)}
    if named and not named & held:
        yield (f"tên là “{name.value}” mà ngày là {wording.date_label(when.value)}",)


def not_yet(record: Record, today: date) -> Found:
    """An event that is to come: nobody has reported that it was held."""
    when = record.facts.date.value if record.facts.date else None
    if when and when.earliest and when.earliest > today:
        what = f"sự kiện sẽ diễn ra {wording.date_label(when)}"
        yield (f"{what}: thêm bài tường thuật khi có, hoặc xem lại ngày",)


def after_article(record: Record, today: date) -> Found:
    """An event that its article can only announce, unless one of the two days is wrong."""
    when, written = record.facts.date, _published(record)
    if not when or not written or not written.latest or "date" in record.corrections:
        return
    if when.value.earliest and written.latest < when.value.earliest <= today:
        told, held = wording.date_label(written), wording.date_label(when.value)
        yield (f"bài đăng {told}, sự kiện {held}: bài báo trước, hay ngày sai?",)


def _published(record: Record) -> EventDate | None:
    known = record.facts.published
    told = known.value if known else record.seed.source.published
    try:
        return parse(told.partition("T")[0]) if told else None
    except InvalidDate:
        return None


def alike(record: Record, archive: Archive) -> Found:
    """Articles with nearly the same words, or that seem to report the same event."""
    others = [(archive.records[ident], pair) for ident, pair in archive.alike.get(record.id, ())]
    if not others:
        return
    said = ", ".join(f"{other.seed.path} (trùng {_agreement(pair)})" for other, pair in others)
    what = f"có thể cùng sự kiện với {said}"
    together = (record, *(other for other, _ in others))
    first = min(together, key=lambda report: stands_for(report, archive.reports))
    if first is record:
        yield (f"{what}. Nếu đúng thì ghi `event: {record.id}` trong tệp .yml của bài ấy",)
    else:
        yield what, f"event: {first.seed.event or first.id}", "Nếu đúng"


def _agreement(pair: Likeness) -> str:
    words = [f"{pair.share:.0%} câu chữ"] * pair.is_duplicate
    names = [wording.inside(wording.FIELDS[name]) for name in pair.agrees if name in wording.FIELDS]
    return ", ".join(words + names)


def stands_for(
    record: Record, reports: Mapping[str, Sequence[Record]]
) -> tuple[bool, bool, bool, str]:
    """Order the reports of an event: the first stands for it, or is joined to the one that does.

    What is joined already comes first, so that the others are asked; then that of which most is
    known.
    """
    is_joined = record.seed.event is not None or len(reports[record.id]) > 1
    return not is_joined, not record.facts.is_event, record.facts.date is None, record.id


def other_events(record: Record, archive: Archive) -> Found:
    """Another event in the same article, of which there is neither a milestone nor a record."""
    told = [evidence for mark in record.facts.milestones for evidence in mark.evidence]
    for other in record.facts.others:
        is_milestone = any(e.start < other.end and other.start < e.end for e in told)
        if not is_milestone and not _has_record(other.quote, record, archive):
            what = f"bài còn báo một sự kiện chưa có mục riêng: “{short(other.quote)}”"
            yield (f"{what}. Muốn có thì thêm một tệp .yml trích dẫn, không kèm bài",)


def _has_record(quote: str, own: Record, archive: Archive) -> bool:
    said = fold(quote)
    return any(name in said for ident, name in archive.called if ident != own.id)


def characters(record: Record, _: date) -> Found:
    """Characters that nobody sees, or that have no place in a text; rules read past them."""
    odd = files.odd_characters(record.seed.text)
    if odd:
        kinds = ", ".join(f"{o.code} ({o.count} lần, từ dòng {o.line})" for o in odd)
        yield (f"{record.seed.path} có ký tự không thuộc bài viết: {kinds}",)
