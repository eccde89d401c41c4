"""The places that a text says act as a body would: a province hosts, a district holds.

Turns a stretch of text into bodies without an id, named as the text names the place. A country is
none: who acts for it is not said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from egov_timeline.alternatives import Alternatives
from egov_timeline.extract.annotate.gazetteer import Lookup
from egov_timeline.extract.annotate.organizations import Body, Kind
from egov_timeline.extract.annotate.source import Source
from egov_timeline.extract.lexicon import words
from egov_timeline.text import CAPITAL
from egov_timeline.vocabulary import CITIES

# "huyện An Bình tổ chức", "Hà Nam sẽ đăng cai"
_HOSTING = Alternatives(rf"\b(?:{words('hold', 'host', 'preside')}|(?:làm|là) chủ nhà)\b")
_ACTING_LAND = re.compile(
    r"(?:\b(?P<level>[Tt]ỉnh|[Tt]hành phố|TP\.?|[Tt]hị xã|[Hh]uyện|[Qq]uận|[Tt]hị trấn|[Pp]hường|"
    rf"[Xx]ã) ?)?\b(?P<name>(?:(?:Bà Rịa|Thừa Thiên) ?- ?)?"
    rf"[{CAPITAL}]\w*(?: [{CAPITAL}]\w*){{0,3}})"
    r"(?P<more>(?: \([^()\n]{1,40}\))?"
    r"(?: là (?:địa phương|nơi|tỉnh|thành phố|đơn vị)[^,.;]{0,40}?)?(?: được (?:chọn|giao))?)"
    r"(?: (?:đã|sẽ|vừa|mới|chính thức|long trọng|trang trọng|trọng thể|tiếp tục|là nơi|lần đầu|"
    r"cùng|đứng ra|phối hợp|đồng)){0,4} $"
)
_LONGEST_LAND = 90
# "tỉnh Lào Cai, Bộ TT&TT phối hợp", "tỉnh Lào Cai phối hợp với": the first of those who act
_JOINED_LAND = re.compile(
    r"(?P<level>\b[Tt]ỉnh|\b[Tt]hành phố|\bTP\.?|\b[Hh]uyện|\b[Qq]uận|\b[Tt]hị xã) ?"
    rf"(?P<name>(?:(?:Bà Rịa|Thừa Thiên) ?- ?)?[{CAPITAL}]\w*(?: [{CAPITAL}]\w*){{0,3}})"
    r"(?P<more>(?: \([^()\n]{1,40}\))?)"
    r"(?=(?:,| và| cùng(?: với)?) (?:Bộ|Sở|UBND|Hội|Hiệp|Tập đoàn|Cục|Viện|Ban|Tỉnh|Công ty|Đại|"
    r"Trường)\b|(?: đã| vừa)? (?:phối hợp|kết hợp) )"
)


def lands(source: Source, start: int, end: int) -> Iterator[Body]:
    """Yield the places named in `text[start:end]` that are said to hold something, in order.

    A province needs no word before its name where it is host ("Hà Nam đăng cai"); a country never
    counts: who acts for it is not said.
    """
    look = Lookup(source.text, source.key, end, source.vocabularies)
    for joined in _JOINED_LAND.finditer(source.text, start, end):
        if name := _land(look, joined, 0, "tổ chức"):
            yield Body(joined.start(), joined.end("more"), None, name, kind=Kind.LAND)
    for verb in _HOSTING.finditer(source.key, start, end):
        before = max(start, verb.start() - _LONGEST_LAND)
        match = _ACTING_LAND.search(source.text[before : verb.start()])
        if match and (name := _land(look, match, before, verb[0])):
            begin, finish = before + match.start(), before + match.end("more")
            yield Body(begin, finish, None, name, kind=Kind.LAND)


def _land(look: Lookup, match: re.Match[str], offset: int, verb: str) -> str | None:
    """Return the name of the place that acts; None where it cannot be one that does."""
    begin, end = offset + match.start(), offset + match.end("name")
    hits = (look.place_at(at) for at in (begin, offset + match.start("name")))
    place = next((look.places[hit[0]] for hit in hits if hit and hit[1] == end), None)
    if place and place.kind == "province" and (match["level"] or verb != "tổ chức"):
        level = "Thành phố" if place.id in CITIES else "Tỉnh"
        return f"{level} {place.label.removeprefix('TP. ')}"
    abroad = place is not None and place.kind == "country"
    return look.said(begin, end) if match["level"] and not abroad else None
