"""Cut a text into words as search counts them.

Turns text into runs of letters and digits, in small letters. `theme/assets/js/search-words.js` cuts
what a reader types by the same rule; spelling (diacritics, the place of a tone) is compared there.
"""

from __future__ import annotations

import re
from functools import lru_cache

from egov_timeline.text import fold

# A mark that did not compose with its letter belongs to the word all the same.
_WORD = re.compile(r"[^\W_][^\W_\u0300-\u036f]*(?:[\u0300-\u036f]+[^\W_\u0300-\u036f]*)*")
# Where there is none, nor "_", the engine has a faster way.
_PLAIN, _ODD = re.compile(r"\w+"), re.compile("[_\u0300-\u036f]")


def words(text: str) -> list[str]:
    """Return the words of `text`: "TT&TT, 30/3" gives tt, tt, 30, 3."""
    small = text.lower()
    return (_WORD if _ODD.search(small) else _PLAIN).findall(small)


@lru_cache(maxsize=1 << 16)  # pairs have few words that no other pair has
def folded(word: str) -> str:
    """Return `word` without diacritics."""
    return fold(word)
