"""Where the press names an event by a noun of the lexicon, and means one.

Finds "hội thảo", "lễ khai trương", "buổi làm việc" in a key, each with its event type.
Plurals ("nhiều hội thảo", "7 kỳ diễn đàn"), internet forums and homonyms ("tuần lễ", "chương trình"
as a plan) are no mention of an event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from egov_timeline.alternatives import OF_ARTICLE, Alternatives
from egov_timeline.extract.lexicon import Entry, classes, typed, words
from egov_timeline.vocabulary import NONE, EventNoun, Words


@dataclass(frozen=True, slots=True)
class EventMention:
    """An event noun in the text; `type` is "" for a noun that only points back ("sự kiện").

    `sentence` is the index of the sentence that it stands in.
    """

    start: int
    end: int
    type: str
    sentence: int


# What the nouns and brands of one archive are: events of another kind.
_OTHER = "khac"


class _Nouns:
    """The nouns of the lexicon and those of one archive."""

    def __init__(self, more: tuple[EventNoun, ...]) -> None:
        entries: dict[str, list[Entry]] = {}
        for entry in (*classes()["event noun"], *map(_entry, more)):
            entries.setdefault(entry.word, []).append(entry)
        said = "|".join(re.escape(noun) for noun in sorted(entries, key=len, reverse=True))
        self.said = Alternatives(rf"(?<![^\W_])(?:{said})(?![^\W_])", OF_ARTICLE)
        self.first = {noun: found[0] for noun, found in entries.items()}
        # Words that are events only beside certain others: "lễ khai trương", never "nghi lễ".
        self.only = {
            noun: re.compile("|".join(entry.pattern for entry in found))
            for noun, found in entries.items()
            if any(entry.pattern != noun for entry in found)
        }


_nouns = cache(_Nouns)


def _entry(noun: EventNoun) -> Entry:
    return typed(noun.say, _OTHER, noun.before)


# "nhiều hội thảo", "các phiên hội thảo", "9 đợt tập huấn", "7 kỳ diễn đàn"; "trên diễn đàn mạng".
# "Trung tâm hội nghị", "khu triển lãm" are houses. A number that belongs to a date or an ordinal
# ("ngày 17/9, hội thảo") is none of these.
_NOT_ONE = re.compile(
    r"(?:\b(?:các|những|nhiều|hàng loạt|một số|mọi|mỗi|từng|số|(?<!lần )(?<!thứ )(?:hai|ba|bốn)|"
    r"(?<![\d/.-])(?<!ngày )(?<!thứ )(?<!lần )(?<!tháng )\d{1,3})"
    r"(?: (?:buổi|cuộc|phiên|đợt|lớp|khóa|kỳ|lần|lượt)(?: tổ chức)?)?|\btrên|"
    r"\b(?:trung tâm|cung|nhà|khu)|"
    # "phục vụ Tuần lễ cấp cao", "chào mừng Đại hội": what something else is done for.
    r"\b(?:phục vụ|chuẩn bị|trước thềm|chào mừng|hướng tới|hưởng ứng)(?: cho)?) $"
)
_LOOK_BACK = 24
# "nhiều hội thảo, triển lãm và hội chợ": what holds for the first of a list holds for the others.
_LISTED = re.compile(r"(?:,|,? và|,? hoặc|/) ?(?:cuộc |buổi )?")
_LINK = 12


def find_events(key: str, own: Words = NONE) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, type) for each noun in `key` that can mean one event, in order.

    Nouns of the lexicon, and those that an archive has of its `own`.
    """
    nouns = _nouns(own.events)
    several = -1  # where a noun ended that meant more than one
    for match in nouns.said.finditer(key):
        noun, (start, end) = nouns.first[match[0]], match.span()
        only = nouns.only.get(noun.word)
        if only and not only.match(key, start):
            continue
        listed = start - several < _LINK and bool(_LISTED.fullmatch(key, several, start))
        if listed or _NOT_ONE.search(key, max(0, start - _LOOK_BACK), start):
            several = end
        else:
            yield start, end, noun.type


# "Vietnam ICT Summit 2013", "Techfest Việt Nam 2018": an event that goes by a foreign name and its
# year, with no noun of the language beside it.
_BRANDS = {entry.word: entry.type for entry in classes()["brand"]}
_LARGE_WORDS = re.compile(r"(?:[A-Z][A-Za-z0-9&.-]* ){1,6}$")
_LONGEST_BRAND = 70
# "Hội thảo Vietnam ICT Summit 2013": there the noun opens the name.
_NOUN_BEFORE = re.compile(r"(?:hội (?:thảo|nghị|chợ)|diễn đàn|triển lãm|lễ|hội|thi|kiện|trình) $")


@cache
def _branded(own: tuple[str, ...]) -> Alternatives:
    said = "|".join((words("brand"), *map(re.escape, own)))
    with_year = rf"\b(?P<noun>(?:{said}))(?: (?:việt nam|vietnam|asean))? (?:19|20)\d\d\b"
    return Alternatives(with_year, OF_ARTICLE)


def find_branded(text: str, key: str, own: Words = NONE) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, type) of the first word of each name that ends "Summit 2013".

    A brand that an archive has of its `own` needs no word before it.
    """
    for match in _branded(own.brands).finditer(key):
        before = _LARGE_WORDS.search(text, max(0, match.start() - _LONGEST_BRAND), match.start())
        if not text[match.start()].isupper() or not (before or match["noun"] in own.brands):
            continue
        start = before.start() if before else match.start()
        if not _NOUN_BEFORE.search(key, max(0, start - 12), start):
            yield start, key.index(" ", start), _BRANDS.get(match["noun"], _OTHER)
