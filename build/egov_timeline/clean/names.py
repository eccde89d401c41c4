"""Lines that are nothing but a name, as a signature is.

A name is told by its capitals and its length; who it belongs to, and whether it signs, its place
must say.
"""

from __future__ import annotations

import re

from egov_timeline.clean.lines import Line
from egov_timeline.text import CAPITAL

NAME_WORD = rf"[{CAPITAL}][\w.]{{0,11}}"
# "Thu Hương", "PHƯƠNG ANH", "X.N", "Đ. THIỆN", "Hải Minh - Thu Hà", "Kim Oanh (P/v TTXVN)"
_NAME = re.compile(
    rf"[*_]{{0,2}}{NAME_WORD}(?:(?: | ?[-–,&/] ?){NAME_WORD}){{0,5}}"
    r"(?: ?\([^()]{2,50}\))?[*_.]{0,2} ?$"
)
_LONGEST = 70


def is_name(line: Line) -> bool:
    """Whether `line` could be the name of one author or two."""
    if line.words == 1 and line.stopped and "." not in line.text[:-1]:
        return False  # a word with its stop
    return len(line.text) <= _LONGEST and bool(_NAME.match(line.text))
