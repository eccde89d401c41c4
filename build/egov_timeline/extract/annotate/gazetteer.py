"""What the vocabularies know at one place of a text: a body, a place, words that belong together.

Turns an offset into the listed body or the place named there. Only names written large count; it
decides nothing about names that are not listed.
"""

from __future__ import annotations

import re

from egov_timeline.vocabulary import Term, Vocabularies

WORD = re.compile(r"[^\W_]+(?:[.'][^\W_]+)*")
NEXT = re.compile(r"(?P<link> ?[-&/] ?|, | và | )(?P<word>[^\W_]+(?:[.'][^\W_]+)*)")
# "tỉnh Lào Cai", "TP. Huế", "phường Hòa Thọ Đông", "quận 12".
LEVEL = re.compile(
    r",? ?(?P<level>tỉnh|thành phố|tp|thị xã|tx|quận|huyện|phường|(?<!hợp tác )xã|thị trấn)\b\.? ?"
)
OF_PROVINCE = {"tỉnh", "thành phố", "tp"}
# A Vietnamese syllable; a word written large that is none is foreign or an abbreviation.
SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ph|th|tr|ch|gh|gi|kh|qu|[bcdđghklmnpqrstvx])?"
    r"[aăâeêioôơuưyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]{1,3}"
    r"(?:ng|nh|ch|[cmnpt])?"
)
_LARGE = re.compile(r" ?([^\W\d_][^\W_]*)")
_NUMBER = re.compile(r"\d{1,2}\b")
_LONGEST_WORD = 16


class Lookup:
    """The text up to `limit`, beside the names that the vocabularies know."""

    def __init__(self, text: str, key: str, limit: int, vocabularies: Vocabularies) -> None:
        self.text, self.key, self.limit = text, key, limit
        self.terms, self._names = vocabularies.organizations, vocabularies.organizations.by_words
        self.places, self._place_names = vocabularies.places, vocabularies.places.by_words
        self.words = vocabularies.words
        self._pairs = (self._names.pairs, vocabularies.themes.by_words.pairs)

    def may_open(self, word: str) -> bool:
        """Return whether a listed body can be named from `word` on."""
        return self._names.may_open(word)

    def body(self, start: int) -> tuple[Term | None, int] | None:
        """Return the listed body named at `start` and its end; no body where a mask says so."""
        hit = self._names.at(self.key, start)
        if not hit or hit[1] > self.limit:
            return None
        ident, end = hit
        # A name is written large, or its second word is: "bộ Ngoại giao".
        if not any(word[0].isupper() for word in self.text[start:end].split()):
            return None
        return (self.terms[ident] if ident else None), end

    def place(self, end: int) -> tuple[str | None, int] | None:
        """Return the place that follows at `end`, by its id where the places know it."""
        level = LEVEL.match(self.key, end, self.limit)
        begins = [end + 1] if self.key.startswith(" ", end) else []
        begins += [level.start("level"), level.end()] if level else []
        for begin in begins:
            hit = self.place_at(begin)
            if hit:
                return hit
        if not level or level["level"] in OF_PROVINCE:
            return None
        number = _NUMBER.match(self.text, level.end(), self.limit)
        named = number.end() if number else self.large_words(level.end())
        return (None, named) if named > level.end() else None

    def place_at(self, start: int) -> tuple[str, int] | None:
        """Return the listed place named at `start`."""
        hit = self._place_names.at(self.key, start)
        if not hit or hit[1] > self.limit:
            return None
        last = self.text[start : hit[1]].split()[-1][0]
        return hit if last.isupper() or last.isdigit() else None

    def large_words(self, start: int) -> int:
        """Return the end of the run of words written large from `start`."""
        end = start
        while (step := _LARGE.match(self.text, end, self.limit)) and step[1][0].isupper():
            end = step.end()
        return end

    def last_words(self, end: int) -> list[re.Match[str]]:
        """Return the last words before `end`."""
        return list(WORD.finditer(self.key, max(0, end - _LONGEST_WORD), end))

    def paired(self, word: str, start: int, end: int) -> bool:
        """Whether a listed name has `word`, at `start:end`, beside the word before or after it.

        Bodies are named in the words of their field: the names of the themes count as well.
        """
        before, after = self.last_words(start), NEXT.match(self.key, end, self.limit)
        pairs = [(before[-1][0], word)] if before else []
        pairs += [(word, after["word"])] if after else []
        return any(pair in known for known in self._pairs for pair in pairs)

    def said(self, start: int, end: int) -> str:
        """Return the words at `start:end` as a name."""
        words = " ".join(self.text[start:end].split()).replace("\u00d0", "Đ")  # eth for Đ
        return words[0].upper() + words[1:]
