"""Tell whether a text is Vietnamese or English, so that a screen reader reads it as what it is.

Turns a text into "vi" or "en" by its own words. Most of a text decides; one that shows no language,
such as a name, and one in any third language, stays what the archive is in: Vietnamese.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import islice

_WORD = re.compile(r"[^\W\d_]+")
# The marks on ă, ơ, ư and on any vowel with a tone. French has some of them too, but never in so
# many words.
_MARKS = frozenset("\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b")
# Words without which no English sentence does, and which no Vietnamese one has, with or without its
# marks: "the" would be "thẻ", "in" and "to" are words of both.
_ENGLISH = {
    *("of", "and", "with", "from", "was", "were", "is", "are", "has", "have", "had", "been", "by"),
    *("for", "that", "this", "which", "will", "its", "their", "said", "at", "on", "as"),
}
# "The", "in", "to" and "a" count where English is there already: a third of all that is English.
_BOTH = {"the", "in", "to", "a", "an", "be", "he", "it"}

# Of words that are no names: one in three of English prose is of the two lists, two in three of
# Vietnamese prose marked.
_LEAST_ENGLISH = 0.15
_MOST_MARKED = 0.3
# What has fewer is a name or a headline, and may be of any language.
_FEWEST = 8
# Titles have fewer letters as a rule.
_LINE = 200


def language_of(text: str, otherwise: str = "vi") -> str:
    """Return the language of most of `text`; `otherwise` where its words do not show it."""
    # The same titles are asked for on many pages, a paragraph on one.
    return (_of_line if len(text) < _LINE else _language_of)(text, otherwise)


def _language_of(text: str, otherwise: str) -> str:
    words = _prose(text)
    # Once so many are marked as no other language has, the others need not be looked at.
    marked = (word for word in words if _MARKED.search(word))
    if any(islice(marked, int(_MOST_MARKED * len(words)), None)):
        return "vi"
    english = [word for word in words if word in _ENGLISH]
    shared = sum(word in _BOTH for word in words)
    shown = len(set(english)) > 1 and len(english) + shared >= _LEAST_ENGLISH * len(words)
    return "en" if shown and len(words) >= _FEWEST else otherwise


_of_line = lru_cache(maxsize=1 << 14)(_language_of)


def _prose(text: str) -> list[str]:
    """Return the words that are no names; of a text all in capitals, all words."""
    words: list[str] = _WORD.findall(unicodedata.normalize("NFC", text))
    small = [word for word in words if word.islower()]
    return small if 4 * len(small) > len(words) else [word.lower() for word in words]


def _is_marked(char: str) -> bool:
    return char == "đ" or not _MARKS.isdisjoint(unicodedata.normalize("NFD", char))


# Every letter of the Latin blocks that has such a mark, in one piece with it.
_MARKED = re.compile(f"[{''.join(filter(_is_marked, map(chr, range(0xC0, 0x1F00))))}]")
