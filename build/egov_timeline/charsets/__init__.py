"""Recognize in which encoding a Vietnamese text was written, by how the result reads.

Turns bytes, or text that was decoded wrongly, into text and the name of what it was. Where letters
are lost for good it says so; it never guesses a letter. Whether anything is converted or refused
the caller decides: the build refuses, `add` converts.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from egov_timeline.charsets.legacy import from_tcvn3, from_vni, from_windows_1258, to_text
from egov_timeline.charsets.mojibake import repair
from egov_timeline.charsets.spelling import share

UTF_8 = "UTF-8"
MOJIBAKE = "UTF-8 bị đọc nhầm thành Windows-1252"
WESTERN = "Windows-1252"

_LEGACY: tuple[tuple[str, Callable[[str], str | None]], ...] = (
    ("TCVN3 (phông .VnTime)", from_tcvn3),
    ("VNI (phông VNI-Times)", from_vni),
    ("Windows-1258", from_windows_1258),
)
# In 10,000 articles of the press no text has less than 0.91 of its marked words as syllables; one
# that is read in the wrong encoding has a quarter of them at most.
_READS, _READS_NOT = 0.8, 0.6
_FEWEST_WORDS = 3
# Letters with a mark below or two marks: every tenth of Vietnamese, none of other languages.
_SURE = re.compile("[\u1ea0-\u1ef9]")
_MARKED = re.compile("[\u00a1-\u00ff]")
# "H?i th?o", "?ào t?o", not "bai.html?trang=2" nor "Ai?Vì sao?"
_QUESTION = re.compile(r"(?<![^\s(\"“])[^\W\d_]*\?[a-zà-ỹđ]+(?![\w/=&?.-]*[/=])")
_REPLACED = re.compile(r"[^\W\d_]\ufffd|\ufffd[^\W\d_]")
_HALF_A_LETTER = re.compile(r"á[»º]|[ÃÄ][\s\ufffd]|\ufffd")
_FEWEST_LOST = 3
# Of the words: chat leaves out a blank here and there, a program that loses letters no word whole.
_LEAST_LOST = 1 / 50
# In English or French every hundredth letter has a mark, or a quotation mark of Windows.
_MOST_MARKED = 0.04


@dataclass(frozen=True, slots=True)
class Recognized:
    """A text and the encoding that it was in: `encoding` is UTF-8 where nothing had to be done.

    `restored` letters had lost a byte and could be told; `lost` could not. Where `lost` is not 0,
    `text` is not to be used, and `line` is the first line with a loss.
    """

    text: str
    encoding: str = UTF_8
    restored: int = 0
    lost: int = 0
    line: int = 0


def recognize(raw: bytes) -> Recognized | None:
    """Return `raw` as text; None where it is in no encoding known here."""
    for mark, name in ((codecs.BOM_UTF16_LE, "UTF-16"), (codecs.BOM_UTF16_BE, "UTF-16")):
        if raw.startswith(mark):
            return _decoded(raw, "utf-16", name)
    if order := _looks_like_utf_16(raw):
        return _decoded(raw, order, "UTF-16")
    try:
        return recognize_text(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        seen = to_text(raw)
    return next(_legacy(seen), None) or _western(seen)


def recognize_text(text: str) -> Recognized:
    """Return `text` put right where it was decoded in the wrong encoding; else as it is, in NFC."""
    text = unicodedata.normalize("NFC", text)
    mended = repair(text)
    if mended.words >= _FEWEST_WORDS:
        line = _line(mended.text, _HALF_A_LETTER) if mended.lost else 0
        return Recognized(mended.text, MOJIBAKE, mended.restored, mended.lost, line)
    if _few_sure(text) and (old := next(_legacy(text), None)):
        return old
    for mark, form, share_of_words in (("?", _QUESTION, _LEAST_LOST), ("\ufffd", _REPLACED, 0)):
        if text.count(mark) < _FEWEST_LOST:
            continue
        fewest = max(_FEWEST_LOST, len(text.split()) * share_of_words)
        if text.count(mark) >= fewest and (count := len(form.findall(text))) >= fewest:
            return Recognized(text, lost=count, line=_line(text, form))
    return Recognized(text)


def _decoded(raw: bytes, codec: str, name: str) -> Recognized | None:
    try:
        return Recognized(unicodedata.normalize("NFC", raw.decode(codec)).lstrip("\ufeff"), name)
    except UnicodeDecodeError:
        return None


def _looks_like_utf_16(raw: bytes) -> str | None:
    """Return the byte order of UTF-16 without its mark: every other byte of plain letters is 0."""
    pairs = len(raw) // 2
    low, high = raw[1::2].count(0), raw[::2].count(0)
    if max(low, high) <= pairs / 4 or min(low, high) > pairs / 20:
        return None
    return "utf-16-le" if low > high else "utf-16-be"


def _legacy(seen: str) -> Iterator[Recognized]:
    """Yield `seen` read in each old encoding in which it becomes Vietnamese."""
    before, _ = share(seen)
    for name, convert in _LEGACY if before < _READS_NOT else ():
        text = convert(seen)
        after, count = share(text) if text else (0.0, 0)
        if text and after >= _READS and count >= _FEWEST_WORDS and _SURE.search(text):
            yield Recognized(text, name)


def _western(seen: str) -> Recognized | None:
    marked = sum(not c.isascii() for c in seen)
    if marked > _MOST_MARKED * len(seen) or re.search("[\x00-\x08\x80-\x9f]", seen):
        return None
    return Recognized(seen, WESTERN)


def _few_sure(text: str) -> bool:
    return len(_SURE.findall(text)) * 4 < len(_MARKED.findall(text))


def _line(text: str, form: re.Pattern[str]) -> int:
    found = form.search(text)
    return text.count("\n", 0, found.start()) + 1 if found else 1
