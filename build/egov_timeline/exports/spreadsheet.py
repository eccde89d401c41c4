"""Keep a cell of CSV a text: what a spreadsheet would take for a formula is marked.

Turns a text into one that begins with an apostrophe where it could be computed, and so one that
begins with an apostrophe; a part behind ";" likewise, since half of Europe's offices cut cells
there. Whoever takes one apostrophe away in each of these places has the exact words.
"""

from __future__ import annotations

import re

# https://owasp.org/www-community/attacks/CSV_Injection, the full-width forms too: an input method
# writes them, and some spreadsheets read them.
_FORMULA = re.compile(r"(^|;)(?=\s*[=+\-@\t\r＝＋－＠'])")


def guarded(text: str) -> str:
    """Return `text` as a cell that no spreadsheet computes."""
    # Most cells begin with a letter, and a look at that is faster than a search.
    if text[:1].isalnum() and ";" not in text:
        return text
    return _FORMULA.sub(r"\1'", text)
