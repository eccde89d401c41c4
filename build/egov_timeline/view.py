"""A text as it is read: what cannot be seen is gone, and every offset leads back to the source.

Turns a seed's text into the text that rules match and values are taken from: letters that look
alike are one, full-width figures are figures, blanks of all kinds are blanks, characters that
cannot be seen count as nothing. `View.span` gives the source's own span for each stretch of it, so
quotes stay verbatim. It decides nothing about lines: these, `clean` joins.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from egov_timeline.syllables import glued, is_syllable
from egov_timeline.text import CAPITAL, Span, match_key, normalize

# (start, end, what is read in their place)
Change = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class View:
    """A text as read from `source`; `origin` has the place in it of each character, and its end.

    `origin` is None where both are the same.
    """

    text: str
    source: str
    origin: Sequence[int] | None = None

    def span(self, start: int, end: int) -> Span:
        """Return where `text[start:end]` stands in the source, without what is unseen behind it."""
        if self.origin is None:
            return start, end
        first = self.origin[start]
        return first, max(first, self.origin[end - 1] + 1 if end > start else first)

    def at(self, offset: int) -> int:
        """Return where in the text the source's `offset` is read, or the next that is read."""
        if self.origin is None:
            return offset
        return min(bisect_left(self.origin, offset), len(self.text))

    def changed(self, changes: Iterable[Change]) -> View:
        """Return the view with stretches of its text read otherwise; they stand in order, apart."""
        pieces: list[str] = []
        origin: list[int] = []
        here = range(len(self.text) + 1) if self.origin is None else self.origin
        done = 0
        for start, end, said in changes:
            pieces += (self.text[done:start], said)
            origin += here[done:start]
            # What is read in place of several letters begins with them and ends with them.
            origin += (here[min(start + i, max(end - 1, start))] for i in range(len(said)))
            done = end
        if not pieces:
            return self
        pieces.append(self.text[done:])
        origin += here[done:]
        return View("".join(pieces), self.source, origin)


def view(source: str) -> View:
    """Return `source` (normalized) as it is read, letter by letter."""
    if source.isascii() and not _CONTROL.search(source):
        return View(source, source)
    return View(source, source).changed(_changes(source))


# Unicode's format characters (Cf) and variation selectors, C0 and C1 controls but for white space.
_FORMAT = (
    "\u00ad\u034f\u0600-\u0605\u061c\u06dd\u070f\u180b-\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0001\U000e0020-\U000e007f"
)
_CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
_CONTROL = re.compile(f"[{_CONTROLS}\x0b\x0c\t]")
_BLANK = "\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_BREAK = "\x0b\x0c\x85\u2028\u2029"  # a form feed ends a line too
_WIDE = "\uff01-\uff5e\ufb00-\ufb06"  # full-width ASCII; "ﬁ" and the like from PDF files
# Each kind looks back at its first letter: what begins with a set of letters is found fast.
_ODD = re.compile(
    rf"[{_FORMAT}{_CONTROLS}{_BLANK}{_BREAK}ðÐ{_WIDE}12](?:"
    rf"(?P<unseen>(?<=[{_FORMAT}{_CONTROLS}])[{_FORMAT}{_CONTROLS}]*)|"
    rf"(?P<blank>(?<=[{_BLANK}]))|(?P<break>(?<=[{_BREAK}]))|(?P<eth>(?<=[ðÐ]))|"
    rf"(?P<wide>(?<=[{_WIDE}]))|"
    # "giai đoạn 2020-202421/10/2025": a year, and the day behind it
    r"(?P<year>(?<!\d\d)(?:(?<=1)9|(?<=2)0)\d\d(?=(?:0?[1-9]|[12]\d|3[01])[/.-](?:0?[1-9]|1[0-2])"
    r"[/.-](?:19|20)\d\d(?!\d))))"
)
_LETTERS_BEFORE, _LETTERS_AFTER = re.compile(r"[^\W\d_]+$"), re.compile(r"[^\W\d_]+")
_LONGEST_WORD = 12


def _changes(source: str) -> Iterator[Change]:
    for odd in _ODD.finditer(source):
        if (said := _READ[odd.lastgroup or ""](odd)) is not None:
            yield odd.start() if odd.lastgroup != "year" else odd.end(), odd.end(), said


def _unseen(odd: re.Match[str]) -> str:
    """Return "" for what stands inside a word, a blank where it holds two syllables apart.

    "Ch\u200bính" is one syllable with it gone; "Đà\u200bNẵng" and "tổ\u00adchức" would be none.
    """
    start, end = odd.span()
    before = _LETTERS_BEFORE.search(odd.string[max(0, start - _LONGEST_WORD) : start])
    after = _LETTERS_AFTER.match(odd.string, end, end + _LONGEST_WORD)
    if not before or not after or is_syllable(before[0] + after[0]):
        return ""
    return " " if is_syllable(before[0]) and is_syllable(after[0]) else ""


_READ: dict[str, Callable[[re.Match[str]], str | None]] = {
    "unseen": _unseen,
    "blank": lambda _: " ",
    "break": lambda _: "\n",
    "eth": lambda odd: "đ" if odd[0] == "ð" else "Đ",
    "wide": lambda odd: unicodedata.normalize("NFKC", odd[0]),
    "year": lambda _: " ",
}

_GLUED = rf"[{CAPITAL}](?<=[^\W\d_{CAPITAL}][{CAPITAL}])(?=[^\W\d_{CAPITAL}])"
_GLUE = re.compile(_GLUED)
_RUNS = re.compile(rf"(?P<blanks> {{2,}}| ?\n[ \n]*)|{_GLUED}")


def flowing(view: View, blocks: Iterable[Span]) -> View:
    """Return `view` with each of `blocks` set as one line: runs of blanks are one, and line ends.

    Where a page ran two words together ("khai mạcHội chợ"), they are told apart.
    """
    return view.changed(
        change for start, end in blocks for change in _flowing(view.text, start, end)
    )


def _flowing(text: str, start: int, end: int) -> Iterator[Change]:
    # Most blocks are one line, in which only capitals need be looked at.
    blanks = text.find("\n", start, end) >= 0 or text.find("  ", start, end) >= 0
    for run in (_RUNS if blanks else _GLUE).finditer(text, start, end):
        if run.lastgroup:
            yield run.start(), run.end(), " "
        elif glued(text, run.start()):
            yield run.start(), run.start(), " "


def locate(source: str, words: str) -> Span | None:
    """Return where `words` stand first in `source`, compared as readers see both, else None.

    Blanks, line ends, what cannot be seen, tone placement, dashes, quotation marks and capitals do
    not tell one text from another; a word or number that goes on does: "6/10" is not in "16/10".
    """
    return next(iter(located(source, words)), None)


def located(source: str, words: str) -> tuple[Span, ...]:
    """Return all places of `words` in `source`, in order and apart, compared as by `locate`."""
    read = _in_one_line(source)
    wanted = _compared(words)
    begin, end = (_WHOLE if edge.isalnum() else "" for edge in (wanted[:1], wanted[-1:]))
    found = re.finditer(begin + re.escape(wanted) + end, match_key(read.text)) if wanted else ()
    return tuple(read.span(*match.span()) for match in found)


def openings(source: str, words: str) -> tuple[Span, ...]:
    """Return the places of `words` that open a line of `source`."""
    return tuple(
        (start, end)
        for start, end in located(source, words)
        if not _compared(source[source.rfind("\n", 0, start) + 1 : start])
    )


def begins(source: str, words: str) -> bool:
    """Return whether `source` begins with `words`, compared as by `locate`."""
    wanted = _compared(words)
    return bool(wanted) and _compared(source).startswith(wanted)


# No letter or digit stands on both sides.
_WHOLE = r"(?:(?<![^\W_])|(?![^\W_]))"


def _compared(words: str) -> str:
    return match_key(_in_one_line(normalize(words)).text).strip()


@lru_cache(maxsize=8)
def _in_one_line(source: str) -> View:
    read = view(source)
    return flowing(read, [(0, len(read.text))])
