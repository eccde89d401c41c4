"""Say what changed in the archive, and how new it is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from egov_timeline.wording.counts import number_label
from egov_timeline.wording.phrases import inside, labels
from egov_timeline.wording.terms import CORRECTIONS, FIELDS


def day_label(day: date) -> str:
    """Return a day as people write it: "30/11/2026"."""
    return f"{day.day}/{day.month}/{day.year}"


def updated_label(day: date) -> str:
    """Return how new the archive is."""
    return f"Cập nhật đến ngày {day_label(day)}"


def as_of_label(day: date) -> str:
    """Return of which day something is as it is cited."""
    return f"cập nhật ngày {day_label(day)}"


def feed_label(missing: int) -> str:
    """Return what a feed brings, and how many articles it cannot bring."""
    lacking = f"; {number_label(missing)} bài không ghi ngày đưa vào thì không có ở đây"
    return labels.FEED + (lacking if missing else "")


def change_label(*, joined: bool, signed: Iterable[tuple[str, str]], edited: bool) -> str:
    """Return what was done to a record: "đưa vào dòng thời gian; bổ sung thời gian, địa điểm".

    `signed` has what each signature does to what the article says, and of which field.
    """
    by_kind: dict[str, list[str]] = {}
    for kind, field in signed:
        by_kind.setdefault(inside(CORRECTIONS[kind]), []).append(inside(FIELDS.get(field, field)))
    told = [f"{kind} {', '.join(fields)}" for kind, fields in by_kind.items()]
    return "; ".join([labels.JOINED] * joined + told + [labels.EDITED] * edited)
