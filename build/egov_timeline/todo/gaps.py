"""What an article does not say, or not in words that rules read: an editor may know it."""

from __future__ import annotations

from datetime import date
from typing import Any

from egov_timeline import wording
from egov_timeline.reasons import NO_EVENT
from egov_timeline.records import Record
from egov_timeline.todo.task import Archive, Found, correction


def no_event(record: Record, today: date) -> Found:
    """An article that stands beside the timeline, not on it; a signed word on that settles it."""
    of_event = record.facts.is_event or record.seed.event
    if not of_event and "is_event" not in record.corrections:
        why = NO_EVENT.get(record.facts.no_event, "")
        what = "bài không tường thuật một sự kiện" + (f", vì {why}" if why else "")
        yield what, correction("is_event", "true", today), "Nếu có"


def no_date(record: Record, archive: Archive) -> Found:
    """An event without any date."""
    yield from _missing(record, archive, "date", "ngày diễn ra", "")


def no_place(record: Record, archive: Archive) -> Found:
    """An event without a place."""
    yield from _missing(record, archive, "location", "nơi tổ chức", {"place": "", "province": ""})


def no_organizer(record: Record, archive: Archive) -> Found:
    """An event that nobody holds."""
    yield from _missing(record, archive, "organizer", "đơn vị tổ chức", [""])


def no_year(record: Record, today: date) -> Found:
    """An event of which the day is known, and of no year."""
    known = record.facts.date
    if known and known.value.year is None and "date" not in record.corrections:
        what = f"chỉ biết {wording.date_label(known.value)}, nên sự kiện đứng ngoài các năm"
        yield what, correction("date", known.value.edtf, today).replace("XXXX", "<năm>")


def _missing(record: Record, archive: Archive, field: str, called: str, sample: Any) -> Found:
    """Of several reports of one event, one is asked for what none of them tells.

    A citation is not asked: no text of it is here in which more could be read.
    """
    if not record.facts.is_event or record.seed.event or record.seed.is_citation:
        return
    reports = archive.reports.get(record.id, ())
    if not any(getattr(report.facts, field) or field in report.corrections for report in reports):
        yield f"không đọc được {called} từ bài", correction(field, sample, archive.today)
