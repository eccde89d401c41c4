"""Tell an editor what to look at: what is missing, in doubt, or odd though nothing is wrong.

Turns records into tasks, one line each, with where it is and the line to paste. It reads no text
anew and changes nothing; what is wrong or stale, `check` tells.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import date

from egov_timeline.likeness import likenesses
from egov_timeline.once import ALONE, Means
from egov_timeline.records import Record
from egov_timeline.todo import doubts, gaps, oddities, upkeep
from egov_timeline.todo.task import Archive, Look, Task

# Kind, heading, and the look that finds it; what matters most to readers comes first.
KINDS: tuple[tuple[str, str, Look], ...] = (
    ("no-event", "Không có trên dòng thời gian", gaps.no_event),
    ("no-date", "Chưa rõ ngày", gaps.no_date),
    ("no-year", "Chưa rõ năm", gaps.no_year),
    ("no-place", "Chưa rõ nơi tổ chức", gaps.no_place),
    ("no-organizer", "Chưa rõ đơn vị tổ chức", gaps.no_organizer),
    ("year-of-name", "Năm trong tên khác năm của ngày", oddities.year_of_name),
    ("future", "Chưa diễn ra", oddities.not_yet),
    ("after-article", "Diễn ra sau khi bài đăng", oddities.after_article),
    ("alike", "Có thể trùng", oddities.alike),
    ("other-event", "Sự kiện khác trong cùng bài", oddities.other_events),
    ("odd-characters", "Ký tự lạ trong bài", oddities.characters),
    ("inferred-date", "Ngày do suy ra", doubts.date),
    ("inferred-place", "Nơi tổ chức do suy ra", doubts.place),
    ("inferred-organizer", "Đơn vị tổ chức do suy ra", doubts.organizer),
    ("moved", "Địa chỉ đã đổi", upkeep.moved),
    ("no-slug", "Địa chỉ chưa ghim", upkeep.no_slug),
    ("no-publisher", "Chưa ghi nơi đăng", upkeep.no_publisher),
    ("no-added", "Chưa ghi ngày đưa vào", upkeep.no_added),
    ("unneeded", "Đính chính không còn cần", upkeep.unneeded),
    ("idle", "Đính chính không thêm bớt gì", upkeep.idle),
)


def tasks(
    records: Sequence[Record],
    today: date,
    among: Collection[str] | None = None,
    means: Means = ALONE,
) -> tuple[Task, ...]:
    """Return what waits for an editor, by kind and file; with `among`, of these ids only.

    By the `means` of a build.
    """
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
    archive = Archive(known, reports, alike, today)
    asked = [known[ident] for ident in sorted(known) if among is None or ident in among]
    return tuple(
        Task(kind, record.id, record.seed.sidecar, *found)
        for kind, _, look in KINDS
        for record in asked
        for found in look(record, archive)
    )


def told(found: Sequence[Task]) -> Iterator[str]:
    """Yield the tasks as lines, under a heading for each kind, and last how many there are."""
    for kind, heading, _ in KINDS:
        if of_kind := [task for task in found if task.kind == kind]:
            yield f"{heading} ({len(of_kind)}):"
            yield from (f"  {task}" for task in of_kind)
    yield count_label(len(found))


def count_label(count: int) -> str:
    """Return how much waits for an editor."""
    return f"{count} việc chờ biên tập viên" if count else "Không có việc nào chờ biên tập viên"
