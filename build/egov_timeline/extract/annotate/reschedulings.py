"""Find the days that an event is moved to: "dời lịch khai mạc sang ngày 1-8".

Turns the times of a text into where those begin. It looks at each of them once: asked anew for
every pair of days, a long list of days would be read as often as it has entries.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from egov_timeline.extract.annotate.timex import Timex

# "lùi diễn đàn …, đến ngày 9/7", "dời lịch khai mạc sang ngày 1-8": the new day, no deadline
_MOVED_TO = re.compile(
    r"\b(?:(?<!đi )(?:dời|lùi|hoãn)\b(?! (?:thời )?hạn| tiến độ)"
    r"(?:[^.;\n]|\.(?=\d)){0,160}\b(?:sang|đến|tới)|"
    r"chuyển\b(?:[^.;\n]|\.(?=\d)){0,100}\bsang) $"
)
_ENDS = ("sang ", "đến ", "tới ")
_LOOK_BACK = 190


def find(key: str, times: Iterable[Timex]) -> tuple[int, ...]:
    """Return where those of `times` begin that something is moved to, in order."""
    return tuple(
        t.start
        for t in times
        if key.endswith(_ENDS, 0, t.start)
        and _MOVED_TO.search(key, max(0, t.start - _LOOK_BACK), t.start)
    )
