"""Read a date as people and pages write it: `6/10/2017`, `5–6/10/2017`, `tháng 10/2017`, EDTF.

Turns what an editor typed into an `EventDate`, or into a moment of publication as text. All that a
page says (`wording.date_label`) is read back as what it was, the set of days "3, 5 và 9/10/2019"
too. A day without its year is refused unless it says so: "29/10, chưa rõ năm".
"""

from __future__ import annotations

import re

from egov_timeline import edtf
from egov_timeline.edtf import EventDate, InvalidDate
from egov_timeline.errors import quoted
from egov_timeline.text import match_key, normalize

REMEDY = "Viết 6/10/2017, 5–6/10/2017, tháng 10/2017, năm 2017 hoặc EDTF (2017-10-06)."
MOMENT_REMEDY = "Viết 6/10/2017, 20:23, 6/10/2017 hoặc 2017-10-06T20:23+07:00."

_EDTF = re.compile(r"(?:\d{4}|XXXX)(?:[?~%]|-\d\d\b|/|$)|\{")
_NO_YEAR = re.compile(r",? chưa rõ năm$")
# "29–30/10, có thể năm 2015": only the year is in doubt
_YEAR_IN_DOUBT = re.compile(r", (?P<doubt>(?:có thể |khoảng )+)năm (?P<year>\d{4})$")
_DOUBT = re.compile(r"(?:có thể |khoảng )+")
# "6 tháng 10 năm 2017", "ngày 6/10/2017"
_OF_MONTH, _OF_YEAR = re.compile(r"(?<=\d),? tháng (?=\d)"), re.compile(r"(?<=\d),? năm (?=\d)")
_DAY_WORD = re.compile(r"(?:từ |các )?ngày (?=\d)")
# "3, 5 và 9/10/2019", "5/10 và 12/10/2019"
_DAY = r"\d{1,2}(?:/\d{1,2}(?:/\d{4})?)?"
_LISTED = re.compile(rf"{_DAY}(?:(?:, | và ){_DAY})+")
_SET_BLANK = re.compile(r"(?<=[{,]) | (?=[,}])")
_POINT = r"\d{1,4}(?:/\d{1,4}){0,2}"
_SPAN = re.compile(
    rf"(?P<noun>tháng |năm )?(?P<first>{_POINT})(?: ?(?:-|đến) ?(?P<last>{_POINT}))?"
)
_DASHED_DAY = re.compile(r"(\d{1,2})[-.](\d{1,2})[-.](\d{4})")
_MARKS = {(True, False): "?", (False, True): "~", (True, True): "%", (False, False): ""}

_CLOCK = r"(?P<{0}hour>[01]?\d|2[0-3])(?:[:h]|g| giờ )(?P<{0}minute>[0-5]\d)(?::[0-5]\d)?"
_BETWEEN = r"(?: ?[,|;-] ?| )"
_STAMP = re.compile(
    rf"(?:{_CLOCK.format('a')}{_BETWEEN})(?P<b>\w.*)|(?P<c>\S.*?){_BETWEEN}{_CLOCK.format('d')}"
)
_ISO = re.compile(
    r"(?P<day>\S+?)T(?P<clock>(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)(?P<zone>Z|[+-]\d\d:\d\d)?"
)
_HANOI = "+07:00"


def date(typed: str) -> EventDate:
    """Return the date that was typed. Raises InvalidDate, in words for the person who typed it."""
    typed = normalize(" ".join(typed.split()))
    key = _DASHED_DAY.sub(r"\1/\2/\3", match_key(typed))
    written = _edtf(_OF_YEAR.sub("/", _OF_MONTH.sub("/", _DAY_WORD.sub("", key))))
    if written is None or _EDTF.match(typed):
        return edtf.parse(_SET_BLANK.sub("", typed))
    try:
        return edtf.parse(written)
    except InvalidDate as err:
        raise InvalidDate(str(err).replace(quoted(written), quoted(typed))) from err


def _edtf(key: str) -> str | None:
    year_mark = year = ""
    if known := _YEAR_IN_DOUBT.search(match_key(key)):
        key, year = key[: known.start()], known["year"]
        year_mark = _mark(known["doubt"])
    elif unknown := _NO_YEAR.search(key):
        key, year = key[: unknown.start()], "XXXX"
    mark = ""
    if doubt := _DOUBT.match(key):
        key, mark = key[doubt.end() :], _mark(doubt[0])
    if _LISTED.fullmatch(key):
        return _set(key, year, year_mark, mark)
    span = _SPAN.fullmatch(key)
    return _points(span, year, year_mark, mark) if span else None


def _set(key: str, year: str, year_mark: str, mark: str) -> str | None:
    """Return the EDTF of a list of days; what one leaves out, the next one says."""
    said: list[str] = []
    points: list[list[str]] = []
    for day in reversed(re.split(", | và ", key)):
        numbers = day.split("/") + ([year] if year and not points else [])
        said = numbers + said[len(numbers) :]
        points.append(said)
    if any(len(numbers) != 3 for numbers in points):
        return None
    return "{" + ",".join(_point([*p], year_mark, mark) for p in reversed(points)) + "}"


def _mark(doubt: str) -> str:
    return _MARKS["có thể" in doubt, "khoảng" in doubt]


def _points(span: re.Match[str], year: str, year_mark: str, mark: str) -> str | None:
    """Return the EDTF of one point or two; what the first leaves out, the last one says."""
    parts = [said.split("/") for said in (span["first"], span["last"]) if said]
    if year:
        parts[-1].append(year)
    first, last = parts[0], parts[-1]
    first += last[len(first) :]
    of_months = span["noun"] == "tháng "
    if any(len(point[-1]) != 4 for point in parts) or len(first) != len(last):
        return None
    # "10/2017" is a month with or without the word; "tháng 6/10/2017" is nothing
    if span["noun"] and len(last) != (2 if of_months else 1):
        return None
    return "/".join(_point(point, year_mark, mark) for point in parts)


def _point(numbers: list[str], year_mark: str, mark: str) -> str:
    *rest, year = numbers
    smaller = "".join(f"-{number:0>2}" for number in reversed(rest))
    return f"{year}{year_mark}{smaller}{mark}"


def moment(typed: str) -> str:
    """Return a date, or a day with a time of day, as EDTF or ISO 8601. Raises InvalidDate.

    "20:23, 30/3/2016" is the time in Việt Nam; a time in ISO 8601 keeps the zone that it has.
    """
    typed = normalize(" ".join(typed.split()))
    if iso := _ISO.fullmatch(typed):
        return f"{_day(iso['day'], typed)}T{iso['clock']}{_zone(iso['zone'], typed)}"
    if stamp := _STAMP.fullmatch(typed):
        day = stamp["b"] or stamp["c"]
        hour, minute = stamp["ahour"] or stamp["dhour"], stamp["aminute"] or stamp["dminute"]
        return f"{_day(day, typed)}T{hour:0>2}:{minute}{_HANOI}"
    found = date(typed)
    if found.is_set:
        raise InvalidDate(f"{quoted(typed)} có nhiều ngày, mà bài chỉ đăng vào một ngày")
    return found.edtf


def _day(said: str, typed: str) -> str:
    found = date(said)
    if found.is_interval or found.precision != "day":
        raise InvalidDate(f"{quoted(typed)} có giờ nhưng không có ngày")
    return found.edtf


def _zone(zone: str | None, typed: str) -> str:
    if zone and zone != "Z" and (int(zone[1:3]) > 14 or int(zone[4:]) > 59):
        raise InvalidDate(f"{quoted(typed)} có múi giờ không tồn tại")
    return zone or ""
