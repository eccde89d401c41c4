"""The places that a text names, told from people, streets and oceans of the same name.

Turns the places vocabulary and a text into hits, and a hit into the province (or the place abroad)
that it lies in. It does not say where anything takes place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from egov_timeline.extract.annotate.source import Source
from egov_timeline.text import CAPITAL, SMALL

# "Trương Hòa Bình", "Nguyễn Thị Hà Giang": a person. In the text, for "đoàn" is also a delegation.
_PERSON = re.compile(
    r"\b(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Trương|Đinh|"
    r"Lâm|Đoàn|"
    r"Trịnh|Cao|Thái|Hà|Mai|Tạ|Chu|Châu|Tô|Lương|Vương)"
    rf"(?: [{CAPITAL}]\w*)? $"
)
# "đường Hà Nội", "phố Huế", "xa lộ Hà Nội", "ông Bình Định"; "ở Đại sứ quán Lào" is not in Laos.
_OTHER_THING = re.compile(
    r"(?:\b(?:đường|xa lộ|cầu|chợ|ông|bà|anh|chị|sứ quán|lãnh sự quán)|(?<!thành )\bphố) $"
)
_RANK = re.compile(r"\b(?:tỉnh|tp\.?|thành phố|thị xã|tx\.?|thủ đô|huyện|quận|nước) ?$")
_RANKS = {"thành", "thị", "huyện", "quận", "thủ", "tp", "tp.", "tx", "tx.", "q.", "trụ", "đảo"}
# "tại dinh Độc Lập", "ở hội trường Thống Nhất": the noun of a house is written small as well; a
# town's is not, so "Hiệp hội An toàn thực phẩm" is not in Hội An.
_HOUSES = {"dinh", "cung", "hội", "trung", "nhà", "khách", "khu", "bảo", "sân", "phố"}
# "Ý kiến bạn đọc", "Anh là một trong": a word of one syllable is written large where it opens, and
# it is the last part of a name behind another ("Tuấn Anh").
_OPENS = re.compile(r"(?:^|[\n.!?…\"“”*>|-]\s*)$")
_WORD = re.compile(rf" {SMALL}")
_NAME_BEFORE = re.compile(rf"[{CAPITAL}]{SMALL}+ $")
# "Thái Bình Dương", "Mỹ Đình": the name goes on; "Hội An toàn lao động" is a society for safety.
_GOES_ON = re.compile(
    rf" [{CAPITAL}]{SMALL}+|(?<= An) (?:toàn (?:thông|giao|lao|thực|dữ|mạng)|ninh (?:mạng|thông))"
)
_LOOK_BACK = 20


class Locality(NamedTuple):
    """A place that the text names at `start:end`."""

    id: str
    start: int
    end: int


def localities(source: Source, start: int, end: int) -> Iterator[Locality]:
    """Yield the places named in `text[start:end]`, in order, written as names, without overlaps."""
    done = start
    for ident, span in source.vocabularies.places.phrases.find_all(source.key, start, end):
        hit = Locality(ident, *span)
        # "Khoa học và Công nghệ An Giang": "nghệ An" is no name, so it must not take the "An".
        if hit.start >= done and _is_name(source, hit) and _is_the_place(source, hit):
            done = hit.end
            yield hit


def _is_name(source: Source, hit: Locality) -> bool:
    """Proper names are written large: "hòa bình" is peace, and "Hòa bình" where it opens."""
    words = source.text[hit.start : hit.end].split()
    venue = source.vocabularies.places[hit.id].kind == "venue"
    ranked = len(words) > 1 and words[0].lower() in (_RANKS | _HOUSES if venue else _RANKS)
    last = words[-1][0]
    # "Nhà Quốc hội", "Trung tâm Hội nghị Quốc gia": a word inside the name is large as well
    inner = len(words) > 2 and any(word[0].isupper() for word in words[1:-1])
    return (last.isupper() or last.isdigit() or inner) and (ranked or words[0][0].isupper())


def _is_the_place(source: Source, hit: Locality) -> bool:
    before = max(0, hit.start - _LOOK_BACK)
    if _RANK.search(source.key, before, hit.start):
        return True
    return not (
        _PERSON.search(source.text, before, hit.start)
        or _OTHER_THING.search(source.key, before, hit.start)
        or _GOES_ON.match(source.text, hit.end)
        or (" " not in source.text[hit.start : hit.end] and _is_a_word(source.text, hit))
    )


def _is_a_word(text: str, hit: Locality) -> bool:
    """Whether "Ý", "Anh" or "Nga" is no country but a word or a person's name."""
    if hit.end - hit.start > 4:
        return False
    before = text[max(0, hit.start - _LOOK_BACK) : hit.start]
    opens = _OPENS.search(before) and _WORD.match(text, hit.end)
    return bool(opens or _NAME_BEFORE.search(before))
