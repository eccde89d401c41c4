"""What a Vietnamese syllable can be.

Turns letters into a yes or no by the spelling rules of the language: onset, nucleus, coda. It knows
no words, and foreign words may pass; what no syllable can be, a page has run together.
"""

from __future__ import annotations

import re
import unicodedata

# https://en.wikipedia.org/wiki/Vietnamese_phonology; q stands before u only, which the onset takes.
_ONSET = r"(?:ngh?|nh|gh|gi|kh|ch|ph|th|tr|qu|[bcdđghklmnprstvx])?"
_NUCLEUS = (
    r"(?:[iy]ê?u|uyê?|uya|uyu|iê|yê|ươ[iu]?|uô[i]?|ưa|ưi|ưu|ua|ia|uâ[y]?|uê|uơ|ui|uy|"
    r"o[aăe][iyo]?|oo|oi|ôi|ơi|a[iouy]|âu|ây|eo|êu|iu|[aăâeêioôơuưy])"
)
_CODA = r"(?:ch|ng|nh|[cmnpt])?"
_SYLLABLE = re.compile(f"{_ONSET}{_NUCLEUS}{_CODA}")
_TONES = str.maketrans("", "", "\u0300\u0301\u0303\u0309\u0323")
_LETTERS_BEFORE, _LETTERS_AFTER = re.compile(r"[^\W\d_]+$"), re.compile(r"[^\W\d_][^\W\d_A-ZĐ]*")
_LONGEST = 7  # "nghiêng"


def is_syllable(word: str) -> bool:
    """Return whether `word` is spelled as one syllable: "Chính", "tổ", but not "tổchức"."""
    if not word or len(word) > _LONGEST:
        return False
    plain = unicodedata.normalize("NFD", word.lower()).translate(_TONES)
    return bool(_SYLLABLE.fullmatch(unicodedata.normalize("NFC", plain)))


def glued(text: str, at: int) -> bool:
    """Return whether two syllables are run together at `at`: "khai mạc|Hội chợ", not "You|Tube".

    One of them has a letter that only Vietnamese has, or a name such as "DakLak" would be cut.
    """
    before = _LETTERS_BEFORE.search(text[max(0, at - _LONGEST - 1) : at])
    after = _LETTERS_AFTER.match(text, at, at + _LONGEST + 1)
    if not before or not after or (before[0] + after[0]).isascii():
        return False
    return is_syllable(before[0]) and is_syllable(after[0])
