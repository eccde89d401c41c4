"""What a Vietnamese syllable can be.

Turns letters into a yes or no by the spelling rules of the language: onset, nucleus, coda. It knows
no words, and foreign words may pass; what no syllable can be, a page has run together.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# https://en.wikipedia.org/wiki/Vietnamese_phonology
_ONSET = r"(?:b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|r|s|th|tr|t|v|x)?"
_RHYME = (
    r"(?:a(?:ch|ng|nh|[cimnoptuy])?|ă(?:ng|[cmnpt])|â(?:ng|[cmnptuy])|e(?:ng|[cmnopt])?|"
    r"ê(?:ch|nh|ng|[mnptu])?|i(?:ch|nh|[amnptu])?|iê(?:ng|[cmnptu])|"
    r"o(?:ng|ong|oc|[cimnpt])?|oa(?:ch|ng|nh|[cimnopty])?|oă(?:ng|[cmnt])|oe(?:[not])?|"
    r"ô(?:ng|[cimnpt])?|ơ(?:[imnpt])?|u(?:ng|[acimnpt])?|uâ(?:ng|[nty])|uê(?:ch|nh)?|"
    r"uô(?:ng|[cimnt])|uơ|uy(?:ch|nh|[apntu])?|uyê(?:[nt])|ư(?:ng|[acimntu])?|ươ(?:ng|[cimnptu])|"
    r"y(?:nh|n|t)?|yê(?:ng|[mntu])|uă[cnt])"
)
_SYLLABLE = re.compile(_ONSET + _RHYME)
# grave, tilde, acute, hook above, dot below
_TONES = "\u0300\u0303\u0301\u0309\u0323"
_STOPPED = re.compile(r"(?:c|ch|p|t)$")
_STOPPED_TONES = "\u0301\u0323"
_LETTERS_BEFORE, _LETTERS_AFTER = re.compile(r"[^\W\d_]+$"), re.compile(r"[^\W\d_][^\W\d_A-ZĐ]*")
_LONGEST = 7  # "nghiêng"


@lru_cache(maxsize=20_000)
def is_syllable(word: str) -> bool:
    """Whether `word` is spelt as a Vietnamese syllable: "quyền", "Hoà", "HỘI", not "quyÒn"."""
    if not (word.islower() or word.isupper() or word[1:].islower()):
        return False
    apart = unicodedata.normalize("NFD", word.lower())
    tones = [c for c in apart if c in _TONES]
    bare = unicodedata.normalize("NFC", "".join(c for c in apart if c not in _TONES))
    if len(tones) > 1 or not _SYLLABLE.fullmatch(bare):
        return False
    return not _STOPPED.search(bare) or (bool(tones) and tones[0] in _STOPPED_TONES)


def glued(text: str, at: int) -> bool:
    """Return whether two syllables are run together at `at`: "khai mạc|Hội chợ", not "You|Tube".

    One of them has a letter that only Vietnamese has, or a name such as "DakLak" would be cut.
    """
    before = _LETTERS_BEFORE.search(text[max(0, at - _LONGEST - 1) : at])
    after = _LETTERS_AFTER.match(text, at, at + _LONGEST + 1)
    if not before or not after or (before[0] + after[0]).isascii():
        return False
    return is_syllable(before[0]) and is_syllable(after[0])
