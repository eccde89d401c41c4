"""The number that an edition of an event bears: "lần thứ XXI", "lần 8", "mùa thứ ba", "TELMIN-10".

Holds the forms in which the press counts editions, and reads a number as digits, Roman or words.
The number of something else ("cách mạng công nghiệp lần thứ tư") is told by what stands before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_WORDS = {
    "đầu tiên": 1,
    "nhất": 1, "hai": 2, "nhì": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7,
    "tám": 8, "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12, "mười ba": 13, "mười bốn": 14,
    "mười lăm": 15, "mười sáu": 16, "mười bảy": 17, "mười tám": 18, "mười chín": 19, "hai mươi": 20,
}  # fmt: skip
_NUMBER = (
    r"(?:\d{1,2}(?![\d.,/%]\d)|[ivxl]{1,6}|"
    + "|".join(sorted(_WORDS, key=len, reverse=True))
    + r")\b"
)
# "lần thứ XXI", "lần thứ tám", "lần 8", "(lần thứ 5)", "mùa thứ ba", "kỳ hội thảo thứ XVI", "cuộc
# họp đầu tiên của Mạng lưới".
EDITION = re.compile(
    rf"\(?\b(?:(?:(?:thường niên|hằng năm) )?lần (?:thứ )?(?!đầu|năm (?:trước|ngoái|nay|\d))|"
    rf"mùa (?:giải )?(?:thứ (?!đầu)|(?=\d))|"
    rf"(?:(?<=cuộc họp )|(?<=phiên họp ))(?=đầu tiên của )|(?:kỳ|hội thảo|hội nghị|diễn đàn) thứ )"
    rf"({_NUMBER})\)?"
)
# One of these stands in each: most stretches of text count no editions, and that is soon seen.
_COUNTED_BY = ("lần ", "mùa ", " thứ ", "đầu tiên của ")
# "TELMIN-10", "(TELMIN-10)": the number glued to the short name.
GLUED_EDITION = re.compile(r"\(?\b[A-Z]{4,10}[- ](\d{1,2})\b\)?")
# The number of something else: "cách mạng công nghiệp lần thứ tư", "Đại hội Đảng lần thứ XII",
# "lễ kỷ niệm Quốc khánh lần thứ 54".
OF_OTHER = re.compile(
    r"\b(?:cách mạng|cách mạng công nghiệp|cmcn|(?:đại hội|kỷ niệm|nghị quyết|quốc hội)\b"
    r"[^.;]{0,60}) ?$"
)


def editions(key: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
    """Yield the matches of `EDITION` in `key[start:end]`, in order."""
    last = len(key) if end is None else end
    if any(key.find(word, start, last) >= 0 for word in _COUNTED_BY):
        yield from EDITION.finditer(key, start, last)


def number(word: str) -> int | None:
    """Read "21", "xxi" or "tám"; None for what is no number."""
    if word.isdigit():
        return int(word) or None
    if word in _WORDS:
        return _WORDS[word]
    values = [_ROMAN[c] for c in word]
    total = sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))
    return total or None
