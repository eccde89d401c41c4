"""Vietnamese text made comparable, without losing a single offset.

`normalize` is the one door: NFC and `\\n`, once. `match_key` gives a text of the same length in
which spelling variants are one, so that a match in the key is a quote of the text. `fold` goes
further and drops the diacritics; it is for comparing and for slugs, never for showing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import filterfalse

Span = tuple[int, int]


def normalize(raw: str) -> str:
    """Return `raw` in NFC with `\\n` line ends: the text that all offsets count in."""
    return unicodedata.normalize("NFC", raw.replace("\r\n", "\n").replace("\r", "\n"))


_SAME = tuple(
    zip(
        "‐‑‒–—−“”„«»‘’\u00a0\u2002\u2003\u2009\u202f\tð",  # some sites write Đ as Ð
        '------"""""\'\'      đ',
        strict=True,
    )
)

# "hoá" and "hóa", "uỷ" and "ủy" are one word: the mark moves to the first vowel of an open "oa",
# "oe", "uy". After q the u is no vowel: "quý" stays.
_PLAIN, _MARKED = "aey", ("àáảãạ", "èéẻẽẹ", "ỳýỷỹỵ")
_FIRST = {"o": "òóỏõọ", "u": "ùúủũụ"}
_OPEN = {
    first + marked: _FIRST[first][tone] + _PLAIN[row]
    for first, rows in (("o", (0, 1)), ("u", (2,)))
    for row in rows
    for tone, marked in enumerate(_MARKED[row])
}
_LETTER = r"[^\W\d_]"
# It begins with a set of letters, which the engine finds fast.
_OPEN_SYLLABLE = re.compile(rf"[ou](?<!qu)[{''.join(_MARKED)}](?!{_LETTER})")


def match_key(text: str) -> str:
    """Return `text` in lower case with one dash, one quote, one space and one tone placement.

    The length stays the same, so `start:end` in the key is `start:end` in the text.
    """
    lowered = text.lower()
    if len(lowered) != len(text):  # a few foreign letters grow when lowered
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    for variant, plain in _SAME:  # some twenty searches are faster than a look at every letter
        lowered = lowered.replace(variant, plain)
    return _OPEN_SYLLABLE.sub(lambda m: _OPEN.get(m[0], m[0]), lowered)


@lru_cache(maxsize=1)
def key_of(text: str) -> str:
    """Return the match key of a whole text: made once for all that look through the one at hand."""
    return match_key(text)


def fold(text: str) -> str:
    """Return `text` in lower case without diacritics, đ as d: "Hội thảo" gives "hoi thao"."""
    plain = unicodedata.normalize("NFD", text.lower()).replace("đ", "d").replace("ð", "d")
    return "".join(filterfalse(unicodedata.combining, plain))


def one_line(text: str) -> str:
    """Return `text` without line breaks or doubled blanks."""
    return text.strip(" ") if is_even(text) else " ".join(text.split())


def is_even(text: str) -> bool:
    """Whether all white space of `text` is single blanks; of all others none can be printed."""
    return text.isprintable() and "  " not in text


def evened(text: str, space: re.Pattern[str]) -> str:
    """Return `text` with one blank for each run of `space`; most texts are so already."""
    return text if is_even(text) else space.sub(" ", text)


def word_count(text: str) -> int:
    """Return how many words blanks tell apart in `text`."""
    line = one_line(text)
    return line.count(" ") + bool(line)


def slugify(text: str) -> str:
    """Return the words of `text`, folded and joined with hyphens."""
    return "-".join(re.findall(r"[a-z0-9]+", fold(text)))


# For character classes: a range such as À-Ỹ holds the small letters too.
CAPITAL = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
SMALL = rf"[^\W\d_{CAPITAL}]"

# A stop ends a sentence before white space or a glued capital ("5,4%.Tình trạng"), but not after an
# abbreviation, an initial or a number that goes on: "TP. Huế", "PGS.TS. Lê", "T.B", "30.3 tại".
_STOP = re.compile(
    rf"""(?P<stop>[.!?…](?:(?<=\.)\.\.)?)(?P<close>["”’»)\]]*)"""
    rf"""(?=\s|$|(?:(?<=[^\W\d_]{{2}}\.)|(?<=[%\d]\.))[{CAPITAL}][^\W\d_])"""
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s(.,-])(?:(?i:tp|tx|tt|ths|th\.s|ts|gs|pgs|bs|cn|ks|kts|ncs|lm|mr|mrs|ms|dr|đ/c|đc|"
    r"nxb|sđt|đt|tel)|"
    # "Q. Cẩm Lệ", "P. Phong", yet "xếp loại A. Không có …"
    r"(?<!loại )(?<!hạng )(?<!nhóm )(?<!mức )(?<!khối )[A-ZĐ])$"
)
# "1. Người mua hàng", "3.1. Về thể chế", "II. Nội dung": the number belongs to what follows
_NUMBERING = re.compile(r"\W*(?:\d{1,2}(?:\.\d{1,2}){0,2}|[IVX]{1,4})$")
# More than twice the longest of twenty thousand sentences of the press. Where dates or bodies stand
# one after the other without an end, what is looked for around each is looked for in so much.
_LONGEST = 3000
_OPENS_SENTENCE = re.compile(rf"""\s*+["“‘'«(\[\-–—*•]*+\s*+[{CAPITAL}0-9]""")


def sentences(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the sentences of `text[start:end]` as spans without surrounding white space."""
    begin = start
    for match in _STOP.finditer(text, start, end):
        stop = match.end()
        if stop < end and not _ends_sentence(text, match, begin, end):
            continue
        yield from _stripped(text, begin, stop)
        begin = stop
    yield from _stripped(text, begin, end)


def _ends_sentence(text: str, match: re.Match[str], begin: int, end: int) -> bool:
    stop = match.end()
    if not _OPENS_SENTENCE.match(text, stop, end):
        return False
    if match["stop"] != ".":
        return True
    before = text[max(begin, match.start() - 12) : match.start()]
    return not _abbreviated(before) and not _NUMBERING.fullmatch(text, begin, match.start())


def _abbreviated(before: str) -> bool:
    # No abbreviation has four letters side by side, or more than five characters with its mark.
    word = before[-4:]
    if len(word) == 4 and word.isalpha():
        return False
    return bool(_ABBREVIATION.search(before, max(0, len(before) - 5)))


def _stripped(text: str, start: int, end: int) -> Iterator[Span]:
    while end - start > _LONGEST:
        blank = text.rfind(" ", start, start + _LONGEST)
        cut = blank if blank > start else start + _LONGEST
        yield from _stripped(text, start, cut)
        start = cut
    while start < end and (text[start].isspace() or text[start] == "\ufeff"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
