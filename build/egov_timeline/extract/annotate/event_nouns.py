"""Where the press names an event by a noun of the lexicon, and means one.

Finds "hội thảo", "lễ khai trương", "buổi làm việc" in a key, each with its event type.
Plurals ("nhiều hội thảo", "7 kỳ diễn đàn"), internet forums and homonyms ("tuần lễ", "chương trình"
as a plan) are no mention of an event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from egov_timeline.alternatives import Alternatives
from egov_timeline.extract.lexicon import classes, words
from egov_timeline.phrases import Phrases


@dataclass(frozen=True, slots=True)
class EventMention:
    """An event noun in the text; `type` is "" for a noun that only points back ("sự kiện").

    `sentence` is the index of the sentence that it stands in.
    """

    start: int
    end: int
    type: str
    sentence: int


_ENTRIES = {
    noun: tuple(entries)
    for noun, entries in groupby(classes()["event noun"], key=lambda entry: entry.word)
}
_NOUNS = Phrases({noun: entries[0] for noun, entries in _ENTRIES.items()})
# Words that are events only beside certain others: "lễ khai trương", never "nghi lễ".
_ONLY = {
    noun: re.compile("|".join(entry.pattern for entry in entries))
    for noun, entries in _ENTRIES.items()
    if any(entry.pattern != noun for entry in entries)
}

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


def find_events(key: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, type) for each noun in `key` that can mean one event, in order."""
    several = -1  # where a noun ended that meant more than one
    for noun, (start, end) in _NOUNS.find(key):
        only = _ONLY.get(noun.word)
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
_BRANDED = Alternatives(
    rf"\b(?P<noun>{words('brand')})(?: (?:việt nam|vietnam|asean))? (?:19|20)\d\d\b"
)
_LARGE_WORDS = re.compile(r"(?:[A-Z][A-Za-z0-9&.-]* ){1,6}$")
_LONGEST_BRAND = 70
# "Hội thảo Vietnam ICT Summit 2013": there the noun opens the name.
_NOUN_BEFORE = re.compile(r"(?:hội (?:thảo|nghị|chợ)|diễn đàn|triển lãm|lễ|hội|thi|kiện|trình) $")


def find_branded(text: str, key: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, type) of the first word of each name that ends "Summit 2013"."""
    for match in _BRANDED.finditer(key):
        words = _LARGE_WORDS.search(text, max(0, match.start() - _LONGEST_BRAND), match.start())
        if not text[match.start()].isupper() or not (words or match["noun"] == "techfest"):
            continue
        start = words.start() if words else match.start()
        if not _NOUN_BEFORE.search(key, max(0, start - 12), start):
            yield start, key.index(" ", start), _BRANDS[match["noun"]]
