"""What a sidecar should say, and what it need not say any more."""

from __future__ import annotations

from datetime import date
from typing import Any

from egov_timeline import fields, wording
from egov_timeline.amendments import is_needless
from egov_timeline.records import Record
from egov_timeline.todo.task import Found


def no_publisher(record: Record, _: date) -> Found:
    """An article of which nobody said where it appeared."""
    if not record.seed.source.publisher:
        paste = "publisher: ''" if record.seed.has_source else "source: {publisher: ''}"
        yield "chưa ghi bài đăng ở đâu", paste


def no_added(record: Record, today: date) -> Found:
    """An article that is missing in the feed."""
    if not record.seed.added:
        yield "chưa ghi ngày đưa vào, nên bài không có trong feed.xml", f"added: '{today}'"


def no_slug(record: Record, _: date) -> Found:
    """An address that goes with the title."""
    if not record.seed.slug and not _left(record):
        yield "địa chỉ chưa ghim: tên bài đổi thì địa chỉ đổi theo", f"slug: {record.slug}"


def moved(record: Record, _: date) -> Found:
    """An address that went with the title: the page there leads on."""
    for slug in _left(record):
        what = f"trang {slug}.html nay là {record.slug}.html, trang cũ dẫn sang trang mới"
        yield what, f"slug: {slug}", "Muốn giữ địa chỉ cũ"


def _left(record: Record) -> tuple[str, ...]:
    """Return the addresses that the page left without anybody's word."""
    if record.seed.slug:
        return ()
    return tuple(slug for slug in record.formerly if slug not in record.seed.formerly)


def unneeded(record: Record, _: date) -> Found:
    """A correction that says what the text now gives; one of what is inferred confirms it."""
    for correction in record.seed.corrections:
        if is_needless(record, correction.field):
            label = wording.FIELDS[correction.field]
            what = f"đính chính “{label}” ở dòng {correction.line} không còn cần"
            yield (f"{what}: bài tự nó cho cùng giá trị",)


def idle(record: Record, _: date) -> Found:
    """A correction of a list that adds what stands there already, or removes what does not."""
    for correction in record.seed.corrections:
        row = fields.BY_NAME[correction.field]
        before, now = (fields.values(facts, row.name) for facts in (record.extracted, record.facts))
        where = f"đính chính “{wording.FIELDS[row.name]}” ở dòng {correction.line}"
        if _count(correction.add) > sum(one not in before for one in now):
            yield (f"{where}: add có giá trị mà bài đã nêu",)
        if _count(correction.remove) > sum(one not in now for one in before):
            yield (f"{where}: remove có giá trị mà bài không nêu",)


def _count(given: Any) -> int:
    return len(given) if isinstance(given, list) else given is not None
