"""Tell whether a text is Vietnamese or English, so that a screen reader reads it as what it is.

Turns a text into "vi" or "en" by its own words. Most of a text decides; one that shows no language,
such as a name, and one in any third language, stays what the archive is in: Vietnamese.
"""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W\d_]+")
# Letters of no language but Vietnamese that the press here prints: ă, ơ, ư, đ and any vowel with a
# tone. A French or Spanish name has some of them too, a whole text never in every third word.
_MARKS = frozenset("\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b")
# Words without which no English sentence does, and which no Vietnamese one has, with or without its
# marks: "the" would be "thẻ", "in" and "to" are words of both.
_ENGLISH = {
    *("of", "and", "with", "from", "was", "were", "is", "are", "has", "have", "had", "been", "by"),
    *("for", "that", "this", "which", "will", "its", "their", "said", "at", "on", "as"),
}
# "The", "in", "to" and "a" count where English is there already: a third of all that is English.
_BOTH = {"the", "in", "to", "a", "an", "be", "he", "it"}

# Of all words: one in four of English prose is of the two lists, two in three of Vietnamese marked.
_LEAST_ENGLISH = 0.15
_MOST_MARKED = 0.25


def language_of(text: str) -> str:
    """Return "en" for a text that is mostly English, else "vi"."""
    words = [word.lower() for word in _WORD.findall(unicodedata.normalize("NFC", text))]
    english = [word for word in words if word in _ENGLISH]
    if len(set(english)) < 2:
        return "vi"
    share = (len(english) + sum(word in _BOTH for word in words)) / len(words)
    marked = sum(map(_is_marked, words)) / len(words)
    return "en" if share >= _LEAST_ENGLISH and marked <= _MOST_MARKED else "vi"


def _is_marked(word: str) -> bool:
    return "đ" in word or not _MARKS.isdisjoint(unicodedata.normalize("NFD", word))
