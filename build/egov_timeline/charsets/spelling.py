"""Tell how Vietnamese a text reads: which of its words are syllables of the language.

Only words with a letter beyond ASCII are looked at: in a text that was decoded wrongly it is these
that make no sense, and an English text has none to speak of.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from egov_timeline.syllables import is_syllable

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
