"""What the rules that fix a year share: the day that needs one, and the year with its words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from egov_timeline.extract.annotate.timex import Timex
from egov_timeline.text import Span

# The articles are of the web press, which in Vietnam began then: a lone date of 1975 is history.
WEB_PRESS = 2000
_WEEKDAY = re.compile(r"\b(thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)\b")
_BEHIND = re.compile(rf" ?\((?:tức )?(?:ngày )?{_WEEKDAY.pattern}\)")
_WEEKDAYS = {
    "thứ hai": 0, "thứ ba": 1, "thứ tư": 2, "thứ năm": 3, "thứ sáu": 4, "thứ bảy": 5,
    "thứ 2": 0, "thứ 3": 1, "thứ 4": 2, "thứ 5": 3, "thứ 6": 4, "thứ 7": 5, "chủ nhật": 6,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fixed:
    """A year, and the words that fix it; `why` is what fixes it beside words of the text."""

    year: int
    spans: tuple[Span, ...]
    rule: str
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Day:
    """The day of the event as the text gives it, and the sentence where it stands."""

    timex: Timex
    sentence: int

    def contradicts_itself(self, key: str) -> bool:
        """Whether a day told with its year falls on another day of the week than told: a slip."""
        behind = _BEHIND.match(key, self.timex.end)
        told = _WEEKDAYS.get(behind[1]) if behind and not self.timex.is_range else self.weekday
        when = self.on(self.timex.year) if self.timex.year else None
        return when is not None and told not in (None, when.weekday())

    @property
    def month(self) -> int:
        """The month of the first day."""
        return self.timex.first.month or 1

    @property
    def weekday(self) -> int | None:
        """The day of the week that the text gives beside it ("chủ nhật 8-9"); Monday is 0."""
        named = _WEEKDAY.search(self.timex.cue)
        return _WEEKDAYS.get(named[1]) if named else None

    def on(self, year: int) -> date | None:
        """Return the first day in `year`; None where the calendar has no such day."""
        try:
            return self.timex.first.earliest(year)
        except ValueError:
            return None
