"""UTF-8 that was taken for Windows-1252 or Latin-1: "Há»™i tháº£o" for "Hội thảo".

Turns it back, as often as it was done. Where a program threw a byte away, the letter is put back
only if a single one makes a syllable ("quyá»�n" can only be "quyền"); else it is lost for good.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from egov_timeline.charsets.legacy import BYTES
from egov_timeline.syllables import is_syllable

# Bytes that follow the first of a letter, as Windows-1252 and Latin-1 show them. A blank stands for
# 0xA0 where a program made it one, U+FFFD and a blank for those that it could not show.
_LOST = "\ufffd \u00a0"
_FOLLOWS = "".join(sorted({char for char, byte in BYTES.items() if 0x80 <= byte < 0xC0}))
_NEXT = f"[{re.escape(_FOLLOWS)}{_LOST}]"
# What begins a letter of Vietnamese, a mark of its own (NFD) or a typographic sign.
# Looked for at its first letter, which the engine finds fast.
_SEQUENCE = re.compile(rf"[ÂÃÄÅÆËÌÍáâï](?:(?<![áâï]){_NEXT}|(?<=[áâ]){_NEXT}{{2}}|(?<=ï)»¿)")
# Windows-1252 has no character for five bytes, Latin-1 only control characters for twice sixteen.
_THROWN_AWAY = bytes((0x81, 0x8D, 0x8F, 0x90, 0x9D))
_CONTROLS = bytes(range(0x80, 0xA0))
_ONLY_WINDOWS = re.compile(r"[ÃÄÅÆ»º][€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
_MEANT = re.compile(
    r"[\u0080-\u01b0\u02c6\u02dc\u0300-\u0323\u1ea0-\u1ef9\u2010-\u203a\u20ab\u20ac\u2122\ufeff]"
)
_WORD = re.compile(r"[^\s!-/:-@\[-`{-~]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_OFTEN = 3


@dataclass(frozen=True, slots=True)
class Repaired:
    """A text made readable again; `restored` letters had lost a byte, `lost` could not be told."""

    text: str
    words: int
    restored: int = 0
    lost: int = 0


def repair(text: str) -> Repaired:
    """Return `text` with what was decoded wrongly put right; `words` counts how many it mends."""
    whole = _once(text)
    for _ in range(_OFTEN - 1):
        more = _once(whole.text) if whole.words else whole
        if more.words < max(2, whole.words / 2):  # once right, a text has next to none left
            break
        whole = Repaired(
            more.text, whole.words, whole.restored + more.restored, whole.lost + more.lost
        )
    return whole


def _once(text: str) -> Repaired:
    if not _SEQUENCE.search(text):
        return Repaired(unicodedata.normalize("NFC", text), 0)
    thrown = _THROWN_AWAY if _ONLY_WINDOWS.search(text) else _CONTROLS
    done, at, counts = [], 0, [0, 0, 0]
    for start, end in _stretches(text):
        word, outcome = _word(text[start:end], thrown)
        done += [text[at:start], word]
        at = end
        counts = [count + more for count, more in zip(counts, outcome, strict=True)]
    return Repaired(unicodedata.normalize("NFC", "".join([*done, text[at:]])), *counts)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Yield the words of `text` with their sequences, in which there may be blanks."""
    at = 0
    for match in _SEQUENCE.finditer(text):
        if match.start() < at:
            continue
        start, end = match.span()
        while start > at and not text[start - 1].isspace():
            start -= 1
        while more := _SEQUENCE.match(text, end) or _WORD.match(text, end):
            end = more.end()
        yield start, end
        at = end


def _word(said: str, thrown: bytes) -> tuple[str, tuple[int, int, int]]:
    """Return the word, whether it was mended, and how many letters were restored and lost."""
    readings, doubts, at = [""], 0, 0
    for match in _SEQUENCE.finditer(said):
        letters = _letters(match[0], thrown)
        if letters:
            doubts += any(c in " \ufffd" for c in match[0])
            before = said[at : match.start()]
            readings = [start + before + letter for start in readings for letter in letters][:4096]
            at = match.end()
    whole = [unicodedata.normalize("NFC", start + said[at:]) for start in readings]
    if not at or not doubts:
        return whole[0], (bool(at), 0, 0)
    right = list(dict.fromkeys(word.rstrip(" ") for word in whole if _reads_well(word)))
    return (right[0], (1, doubts, 0)) if len(right) == 1 else (said, (1, 0, doubts))


def _letters(sequence: str, thrown: bytes) -> list[str]:
    """Return what the bytes of `sequence` can have meant: one letter, or several if one is lost."""
    if sequence == "Ã " and thrown == _THROWN_AWAY:
        return ["à", "à "]  # the one blank among these bytes; two of them may have become one
    raws = [bytes([BYTES[sequence[0]]])]
    for char in sequence[1:]:
        known = BYTES.get(char) if char != " " else None
        raws = [raw + bytes([byte]) for raw in raws for byte in ([known] if known else thrown)]
    found = (raw.decode("utf-8", "ignore") for raw in raws)
    return [letter for letter in found if len(letter) == 1 and _MEANT.match(letter)]


def _reads_well(word: str) -> bool:
    return all(part.isascii() or is_syllable(part) for part in _LETTERS.findall(word))
