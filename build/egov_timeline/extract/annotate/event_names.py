"""The name that a text gives an event where it mentions it.

Turns a mention ("hội thảo") into the whole name that begins there, with its edition and its year:
"Diễn đàn Cấp cao CNTT-TT Việt Nam (Vietnam ICT Summit) lần thứ tám". A bare noun has no name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from egov_timeline.extract.annotate.event_nouns import EventMention
from egov_timeline.extract.annotate.source import Source
from egov_timeline.extract.lexicon import words
from egov_timeline.ordinals import (
    EDITION,
    GLUED_EDITION,
    OF_OTHER,
    editions,
    number,
)
from egov_timeline.text import CAPITAL, SMALL, Span

_YEAR_NEXT = re.compile(r"(?:,?\s+(?:năm )?|-)((?:19|20)\d\d)\b")
_YEAR = re.compile(
    r"(?<!\d)[\s-]+(?:năm )?((?:19|20)\d\d)\b(?=\s*(?:\(|$|-|cho\b))(?! ?- ?(?:19|20)\d\d)"
)

# "(TELMIN-10)", "(Smart City Summit 2020)": the short name repeats the number or the year.
_IN_BRACKETS = re.compile(r"(?<=\w)[- ](?:\d{1,2}|(?:19|20)\d\d)(?=\))")

# "hội thi “Tin học trẻ”", "hội thảo quốc gia “Dữ liệu mở”".
_QUOTED = re.compile(rf":?(?: {SMALL}+){{0,4}}\s*[\"“‘'«][^\"”’'»\n]{{4,220}}[\"”’'»]")
# "Hội thi “Tin học trẻ” lần thứ XIV năm 2010", "… huyện An Bình lần thứ II, năm 2023": the number
# stands behind the quotation.
_NUMBERED = re.compile(
    rf"(?:(?: (?:tỉnh|thành phố|huyện|quận|cấp) [^.,;:]{{2,30}}?)?\s*{EDITION.pattern})?"
    r"(?:,?\s+(?:năm )?(?:19|20)\d\d\b)?"
)
# "Hội thảo Hợp tác", "Diễn đàn e-Governance Bridge"
_PROPER = re.compile(rf"\s(?:[a-z]-)?[{CAPITAL}]")
_TITLED = re.compile(rf":\s*(?!(?:Buổi|Lễ|Ông|Bà|Theo|Ngày|Sáng|Chiều)\b)(?=[{CAPITAL}])")
# Where a name ends: punctuation, or a small word that goes on with the sentence.
_WORDS_AT_END = (
    rf"\s(?=(?:{words('part of day', 'occur')}|khai mạc|(?<!ễ ){words('open', 'close')}|"
    r"(?<!tự )do|được|đã|sẽ|tại|ở|ngày (?=\d)|hôm|"
    r"vào (?!(?:tỉnh|thành phố|tp)\b|[A-ZĐ])|rằng|ngay|rất|mang (?=tới|đến|lại)|"
    r"và (?=(?:trao đổi|gặp|phát biểu|chia sẻ|tham (?:dự|quan))\b)|"
    r"(?<!công tác )(?<!phối hợp )tổ chức(?! (?:xây dựng|cán bộ|bộ máy))|"
    rf"(?<!đối )với (?![{CAPITAL}])|nhằm|có|là|mà|"
    r"kéo dài|thu hút|để (?=nhìn|trao|thảo|đánh|tháo)|"
    rf"chính thức|vừa|{words('planned')}|khi|nơi|gồm|dưới|quy tụ|"
    rf"{words('inform')}|cho rằng|lần đầu|(?:với )?chủ đề|"
    r"đánh dấu|ông|bà|"
    r"đồng chí|trong khuôn khổ|trong (?:hai|ba|\d+|tháng)|từ (?:ngày|\d)|chưa|còn|thì|nên|"
    r"bằng(?= (?:hình thức|cách|việc|phương thức|nhiều|các|cả|tiếng|sự|đường|kinh phí|nguồn|một)"
    r"\b)|"
    r"thảo luận|tập trung|đang|lần này|hôm|năm nay|này|theo|"
    r"cũng|như|nhưng|sau)\b)"
)
END_WORD = re.compile(_WORDS_AT_END)
_END = re.compile(rf"[;:!?…\n|\"“”«»]|\.(?=\s*$)| [-–] (?=với |[Ảả]nh)|,|\)|{_WORDS_AT_END}")
# "gắn với dịch vụ công tỉnh Phú Yên lần thứ III", ", thường niên lần thứ 19": up to its number a
# name goes on over words that end it elsewhere.
_TO_EDITION = re.compile(
    r"(?:,(?= (?:thường niên|hằng năm))|"
    r"(?: (?:với|như|tại|theo|có)\b)(?: (?!do |được |đã |sẽ |tổ chức |diễn ra |ngày |sự )"
    rf"[^\s,.;:“”\"]+){{1,14}}?)\s(?={EDITION.pattern})"
)
# "tuyên truyền, phổ biến pháp luật và tập huấn": the comma of a list within the name; in "tại hội
# nghị, nhiều trí thức và kiều bào" the sentence goes on.
_LIST = re.compile(
    rf", (?!(?:nhiều|các|những|một|hàng|đông|hầu|mọi|đại) ){SMALL}[^,.;:()\"“”]{{2,40}}\svà\s"
)
# "của 168 phường, xã, thị trấn.": short members of a list up to the end of the clause.
_SHORT_LIST = re.compile(
    rf"(?:, (?!(?:nhiều|các|những|một|hàng|đông|hầu|mọi|đại) )(?:{SMALL}+|UBND)"
    r"(?: [^\W\d]+){0,3}){2,5}(?=[.;]|$)"
)
_REACH = 260


@dataclass(frozen=True, slots=True)
class Name:
    """An event's name at `start:end`; `core` is the name without edition and year."""

    start: int
    end: int
    core: str
    proper: bool
    edition: int | None = None
    year: int | None = None


def name_at(source: Source, mention: EventMention, limit: int) -> Name | None:
    """Read the name from `mention` to `limit` at most; None for a bare noun ("tại hội nghị")."""
    limit = min(limit, mention.start + _REACH)
    end, proper = _extent(source, mention, limit)
    name = _read(source, mention, end, proper)
    if not (proper or mention.type or name.year):
        return None
    noun = len(source.text[mention.start : mention.end].split())
    if len(name.core.split()) < noun + (2 if proper and mention.type != "le" else 3):
        return None
    return name


def _read(source: Source, mention: EventMention, end: int, proper: bool) -> Name:
    edition = _edition(source, mention, end)
    year = (
        _YEAR_NEXT.match(source.key, edition.end(), end)
        if edition
        else _YEAR.search(source.key, mention.end, end)
    )
    changing = [m.span() for m in (edition, year) if m]
    end = _before_object(source, end, changing)
    return Name(
        mention.start,
        end,
        _core(source.text, mention.start, end, changing),
        proper,
        number(edition[1].lower()) if edition else None,
        int(year[1]) if year else None,
    )


# Where a name may end beside the marks and words at which it must: behind a bracket or quotation,
# or before a word that it may go on over.
_MAY_END = re.compile(
    r"(?<=[”\"’»)])(?=[\s,.;:]|$)|,\s|"
    r"\s(?=(?:cho|của|trong|về|giai đoạn|và|tỉnh|năm|lần|từ|trên)\b)|"
    r"(?<=(?<!\d)(?:19|20)\d\d)(?!\d)(?! ?[-–] ?(?:19|20)\d)"
)


def ends(source: Source, mention: EventMention, limit: int) -> list[int]:
    """Return each place up to `limit` where the name that begins with `mention` may end."""
    limit = min(limit, mention.start + _REACH)
    forms = (_END, _MAY_END)
    found = {m.start() for form in forms for m in form.finditer(source.text, mention.end, limit)}
    found |= {m.end() for m in editions(source.key, mention.end, limit)} | {limit}
    whole = {_trimmed(source.text, mention.start, end) for end in found}
    return sorted(end for end in whole if end > mention.end and _closed(source, mention.start, end))


def _closed(source: Source, start: int, end: int) -> bool:
    """Whether the brackets and quotations that open in `start:end` close there."""
    said = source.key[start:end]
    return said.count("(") == said.count(")") and not said.count('"') % 2


def name_of(source: Source, mention: EventMention, end: int) -> Name:
    """Return the name from `mention` to `end`, with its edition and year."""
    _, proper = _extent(source, mention, end)
    return _read(source, mention, end, proper)


def _edition(source: Source, mention: EventMention, end: int) -> re.Match[str] | None:
    for match in editions(source.key, mention.start, end):
        if not OF_OTHER.search(source.key, mention.end, match.start()):
            return match
    return GLUED_EDITION.search(source.text, mention.start, end)


def _extent(source: Source, mention: EventMention, limit: int) -> tuple[int, bool]:
    """Return where the name ends, and whether it is a proper name (large or quoted)."""
    quoted = _QUOTED.match(source.text, mention.end, limit)
    if quoted:
        numbered = _NUMBERED.match(source.key, quoted.end(), limit)
        return (numbered or quoted).end(), True
    titled = _TITLED.match(source.text, mention.end, limit)
    if titled:
        return _trimmed(source.text, mention.start, limit), True
    proper = bool(_PROPER.match(source.text, mention.end, limit))
    end = _name_end(source, mention.end, limit)
    numbered = _TO_EDITION.match(source.key, end, limit)
    if numbered:
        edition = EDITION.match(source.key, numbered.end(), limit)
        end = edition.end() if edition else end
    end = _over_year(source, mention.end, end, limit)
    return _trimmed(source.text, mention.start, end), proper


# "lần thứ II, năm 2023": after a number the year belongs to the name
_YEAR_APART = re.compile(r", năm (?:19|20)\d\d\b")


def _over_year(source: Source, start: int, end: int, limit: int) -> int:
    year = _YEAR_APART.match(source.key, end, limit)
    numbered = year and any(m.end() == end for m in editions(source.key, start, end))
    return year.end() if year and numbered else end


def _name_end(source: Source, start: int, limit: int) -> int:
    at, depth = start, 0
    while match := _END.search(source.text, at, limit):
        depth += source.text.count("(", at, match.start())
        mark = match[0]
        if mark == ")" and depth:
            depth -= 1
        elif not depth and not _runs_over(source.text, start, match, limit):
            return _short_list_end(source.text, match.start(), limit)
        at = match.end()
    return limit


# "lần thứ XXII năm 2018 cho tỉnh Vĩnh Long": after its number a name does not go on to whom it is
# for.
_OBJECT = re.compile(r"\s*(?:cho|để|nhân)\b")


def _before_object(source: Source, end: int, changing: list[Span]) -> int:
    last = max((b for _, b in changing), default=end)
    return last if _OBJECT.match(source.key, last) else end


def _runs_over(text: str, start: int, end: re.Match[str], limit: int) -> bool:
    """Whether a name goes on: over a list's comma, or "giữa Chính phủ với các địa phương"."""
    if end[0] == ",":
        return _lists(text, start, end.start(), limit)
    return text.startswith("với ", end.end()) and " giữa " in text[start : end.start()]


def _lists(text: str, start: int, comma: int, limit: int) -> bool:
    """Whether a comma begins a list: "tuyên truyền, phổ biến và tập huấn".

    It stands soon after the noun, or behind an abbreviation in brackets.
    """
    near = len(text[start:comma].split()) < 5 or text[comma - 1] == ")"
    return near and bool(_LIST.match(text, comma, limit))


def _short_list_end(text: str, end: int, limit: int) -> int:
    """Return where the list of short members ends that begins at `end`, else `end`."""
    members = _SHORT_LIST.match(text, end, limit)
    return members.end() if members and not END_WORD.search(members[0]) else end


# What a name cannot end on, when the sentence was cut behind it; "lần thứ năm" can end so.
_LOOSE_MARKS = " .,;:–-"
_LOOSE_WORDS = ("và", "của", "về", "cho", "trong", "cùng", "các", "về việc")
_LOOSE_END = re.compile(rf"(?:[{_LOOSE_MARKS}]|\s(?:{'|'.join(_LOOSE_WORDS)}|(?<!thứ )năm))+$")
_LOOSE = (*_LOOSE_MARKS, *_LOOSE_WORDS, "năm")


def _trimmed(text: str, start: int, end: int) -> int:
    # What ends otherwise need not be looked through.
    if not text.endswith(_LOOSE, start, end):
        return end
    loose = _LOOSE_END.search(text, start, end)
    return loose.start() if loose else end


def _core(text: str, start: int, end: int, drop: list[Span]) -> str:
    """The name without what changes from year to year."""
    kept, at = "", start
    for first, last in sorted(drop):
        kept += text[at : max(at, first)]
        at = max(at, last)
    kept += text[at:end]
    kept = _IN_BRACKETS.sub("", kept)
    kept = re.sub(r"\s+", " ", kept).strip(" ,-–:")
    return kept[:1].upper() + kept[1:]
