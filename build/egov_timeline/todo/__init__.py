"""Tell an editor what to look at: what is missing, in doubt, or odd though nothing is wrong.

Turns records into tasks, one line each, with where it is and the line to paste. It reads no text
anew and changes nothing; what is wrong or stale, `check` tells.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from functools import partial

from egov_timeline.likeness import likenesses
from egov_timeline.once import ALONE, Means
from egov_timeline.records import Record
from egov_timeline.todo import doubts, gaps, oddities, upkeep
from egov_timeline.todo.task import Archive, Kind, Task

# What matters most to readers comes first.
KINDS = (
    Kind("no-event", "Không có trên dòng thời gian", at=gaps.no_event),
    Kind("no-date", "Chưa rõ ngày", around=gaps.no_date),
    Kind("no-year", "Chưa rõ năm", at=gaps.no_year),
    Kind("no-place", "Chưa rõ nơi tổ chức", around=gaps.no_place),
    Kind("no-organizer", "Chưa rõ đơn vị tổ chức", around=gaps.no_organizer),
    Kind("year-of-name", "Năm trong tên khác năm của ngày", at=oddities.year_of_name),
    Kind("future", "Chưa diễn ra", at=oddities.not_yet),
    Kind("after-article", "Diễn ra sau khi bài đăng", at=oddities.after_article),
    Kind("alike", "Có thể trùng", around=oddities.alike),
    Kind("other-event", "Sự kiện khác trong cùng bài", around=oddities.other_events),
    Kind("odd-characters", "Ký tự lạ trong bài", at=oddities.characters),
    Kind("inferred-date", "Ngày do suy ra", at=doubts.date),
    Kind("inferred-place", "Nơi tổ chức do suy ra", at=doubts.place),
    Kind("inferred-organizer", "Đơn vị tổ chức do suy ra", at=doubts.organizer),
    Kind("moved", "Địa chỉ đã đổi", at=upkeep.moved),
    Kind("no-slug", "Địa chỉ chưa ghim", at=upkeep.no_slug),
    Kind("no-publisher", "Chưa ghi nơi đăng", at=upkeep.no_publisher),
    Kind("no-added", "Chưa ghi ngày đưa vào", at=upkeep.no_added),
    Kind("unneeded", "Đính chính không còn cần", at=upkeep.unneeded),
    Kind("idle", "Đính chính không thêm bớt gì", at=upkeep.idle),
)


def tasks(
    records: Sequence[Record],
    today: date,
    among: Collection[str] | None = None,
) -> tuple[Task, ...]:
    """Return what waits for an editor, by kind and file; with `among`, of these ids only."""
    archive = _archive(records, today, among)
    asked = [archive.records[ident] for ident in sorted(archive.records)]
    return tuple(
        Task(kind.name, record.id, record.seed.sidecar, *found)
        for kind in KINDS
        for record in asked
        if among is None or record.id in among
        for found in kind.found(record, archive)
    )


def count(records: Sequence[Record], today: date, means: Means = ALONE) -> int:
    """Return how many tasks there are, by the `means` of a build.

    Those at a record by itself are counted again where it changed, and on another day.
    """
    archive = _archive(records, today, None, means)
    name = f"tasks of {today}"
    at: list[int] = means.stretches(
        partial(_count_at, today), records, name, _id, lambda r: r.made_of
    )
    looks = [kind.around for kind in KINDS if kind.around]
    around = (look(record, archive) for look in looks for record in records)
    return sum(at, sum(1 for found in around for _ in found))


def _id(record: Record) -> str:
    return record.id


def _count_at(today: date, stretch: Sequence[Record]) -> int:
    looks = [kind.at for kind in KINDS if kind.at]
    return sum(1 for look in looks for record in stretch for _ in look(record, today))


def _archive(
    records: Sequence[Record],
    today: date,
    among: Collection[str] | None,
    means: Means = ALONE,
) -> Archive:
    known = {record.id: record for record in records}
    reports = defaultdict(list)
    for record in records:
        reports[record.seed.event or record.id].append(record)

    def rank(ident: str) -> tuple[bool, bool, bool, str]:
        return oddities.stands_for(known[ident], reports)

    alike = defaultdict(list)
    for pair in likenesses(records, among, means):
        one, other = sorted((pair.one, pair.other), key=rank)
        asked_of = (one, other) if among and other not in among else (other, one)
        alike[asked_of[0]].append((asked_of[1], pair))
    return Archive(known, reports, alike, today)


def told(found: Sequence[Task]) -> Iterator[str]:
    """Yield the tasks as lines, under a heading for each kind, and last how many there are."""
    for kind in KINDS:
        if of_kind := [task for task in found if task.kind == kind.name]:
            yield f"{kind.heading} ({len(of_kind)}):"
            yield from (f"  {task}" for task in of_kind)
    yield count_label(len(found))


def count_label(count: int) -> str:
    """Return how much waits for an editor."""
    return f"{count} việc chờ biên tập viên" if count else "Không có việc nào chờ biên tập viên"
