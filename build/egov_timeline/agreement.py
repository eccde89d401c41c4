"""When a reading agrees with an annotation: dates, names of bodies and names of events.

Turns two dates or two names into a verdict. A date that says more than the annotation allows is
wrong, however near; a body may go by its abbreviation, or with and without its parent, but never by
another province.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from datetime import date as day

from egov_timeline import edtf
from egov_timeline.text import fold

# A leap year, for dates whose year is not compared.
_SAME_YEAR = 2000


def judge_date(gold: str | None, found: str | None) -> str:
    """Return exact, partial (true but less precise), wrong, missing, spurious or none."""
    if gold is None or found is None:
        return "none" if gold == found else "spurious" if gold is None else "missing"
    if same_date(gold, found):
        return "exact"
    try:
        wanted, given = edtf.parse(_bare(gold)), edtf.parse(_bare(found))
    except edtf.InvalidDate:
        return "wrong"
    # A set of days claims all of them and no other: where it is not the same, it is not true.
    if given.is_set or (wanted.year is None and given.year is not None):
        return "wrong"
    (first, last), (low, high) = (_bounds(d, given.year is not None) for d in (wanted, given))
    return "partial" if low <= first and last <= high else "wrong"


def _bounds(date: edtf.EventDate, with_year: bool) -> tuple[day, day]:
    """Return the first and the last day; without the year, both in one and the same."""
    start, end = (p.year if with_year and p.year else _SAME_YEAR for p in (date.start, date.end))
    return date.start.earliest(start), date.end.latest(end)


def _bare(value: str) -> str:
    return re.sub(r"T[^/]*|[?~%]", "", value)


def same_date(gold: str, found: str) -> bool:
    """Return whether two dates say the same, marks and time of day aside."""
    return _bare(gold) == _bare(found)


# One body under the names that newsrooms use.
_FULL = [
    (re.compile(pattern), full)
    for pattern, full in (
        (r"\bubnd\b", "uy ban nhan dan"),
        (r"\bhdnd\b", "hoi dong nhan dan"),
        (r"\btand\b", "toa an nhan dan"),
        (r"\btp\.?\s*hcm\b|\btphcm\b", "thanh pho ho chi minh"),
        (r"\btp\.?\s", "thanh pho "),
        (r"\bcntt\s*[-–&]\s*tt\b", "cong nghe thong tin va truyen thong"),
        (r"\btt\s*[&-]\s*tt\b|\btttt\b", "thong tin va truyen thong"),
        (r"\bcntt\b", "cong nghe thong tin"),
        (r"\bkh\s*[&-]?\s*cn\b", "khoa hoc va cong nghe"),
        (r"\bvpcp\b", "van phong chinh phu"),
        (r"\btncs\b", "thanh nien cong san"),
        (r"\btw\b", "trung uong"),
        (r"\bvn\b", "viet nam"),
        (r"\bdn\b", "doanh nghiep"),
    )
]
# Words that one newsroom writes in a body's name and another leaves out.
_LIGHT = frozenset(["tinh", "thanh", "pho", "tai", "va", "cua", "nuoc", "quoc", "te"])


def words(name: str) -> str:
    """Return the plain words of a name, abbreviations written out."""
    folded = fold(name)
    for pattern, full in _FULL:
        folded = pattern.sub(full, folded)
    return " ".join(re.findall(r"[a-z0-9]+", folded))


def within(a: str, b: str) -> bool:
    """Return whether one name contains the other."""
    return a in b or b in a


def province_words(labels: Iterable[str]) -> frozenset[str]:
    """Return provinces as names of bodies hold them: "ho chi minh"."""
    return frozenset(words(label).removeprefix("thanh pho ") for label in labels)


def same_body(a: str, b: str, provinces: Collection[str] = ()) -> bool:
    """Return whether two names mean one body: spelled otherwise, or with and without its parent."""
    short, long = sorted((words(a), words(b)), key=len)
    ours, theirs = (_held(provinces, name) for name in (short, long))
    if ours and theirs and ours.isdisjoint(theirs):
        return False
    x, y = set(short.split()), set(long.split())
    if x - _LIGHT == y - _LIGHT or (len(x) >= 3 and long.startswith(f"{short} ")):
        return True
    return bool(x and y) and len(x & y) / len(x | y) >= 0.75


def _held(provinces: Collection[str], name: str) -> set[str]:
    return {province for province in provinces if f" {province} " in f" {name} "}


# "(CNTT)", "lần thứ 22", "2017", "năm": one newsroom adds it to an event's name, another does not.
_BRACKETS = re.compile(r"\([^)]*\)")
_EDITION = re.compile(r"\blan (thu )?([0-9]+|[ivxl]+|nhat|hai|ba|tu|nam|sau|bay|tam|chin|muoi)\b")
_YEAR = re.compile(r"(19|20)\d\d|nam")


def same_event_name(a: str, b: str) -> bool:
    """Return whether two names mean one event; edition, year and brackets may be left out."""
    x, y = _core(a), _core(b)
    return bool(x and y) and (x == y or len(set(x) & set(y)) / len(set(x) | set(y)) >= 0.85)


def _core(name: str) -> list[str]:
    plain = _EDITION.sub(" ", words(_BRACKETS.sub(" ", name)))
    return [word for word in plain.split() if not _YEAR.fullmatch(word)]
