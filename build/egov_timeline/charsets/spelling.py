"""Tell how Vietnamese a text reads: which of its words are syllables of the language.

Only words with a letter beyond ASCII are looked at: in a text that was decoded wrongly it is these
that make no sense, and an English text has none to speak of.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

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

_PUNCTUATION = re.compile(
    r"[\s\x00-\x40\x5b-\x60\x7b-\x7f\u00a0«»°·®©\u2000-\u206f\u2190-\u2bff\ufeff\ufffd]+"
)


def words(text: str) -> Iterator[str]:
    """Yield the words of `text` (NFC) that have a letter beyond ASCII."""
    return (word for word in _PUNCTUATION.split(text) if word and not word.isascii())


def share(text: str) -> tuple[float, int]:
    """Return which share of the words with a letter beyond ASCII are syllables, and their number.

    The share of none is 1: nothing speaks against a text of plain letters.
    """
    told = [is_syllable(word) for word in words(unicodedata.normalize("NFC", text))]
    return (sum(told) / len(told) if told else 1.0), len(told)


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
