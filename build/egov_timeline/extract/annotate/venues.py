"""Read one phrase of place: "tại Khách sạn Melia, Hà Nội", "ở thành phố Luang Prabang (Lào)".

Turns the words after "tại" into a venue with its span, its place in the text's words and its
province. Stages, documents and groups ("tại hội thảo", "tại Nghị quyết", "tại các địa phương") are
no venue, and several towns are no single one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from egov_timeline.extract.annotate.localities import Locality, localities
from egov_timeline.extract.annotate.source import Source
from egov_timeline.extract.lexicon import words
from egov_timeline.records import Location
from egov_timeline.text import CAPITAL, SMALL, Span
from egov_timeline.vocabulary import HOME, chain, province_of

# A house, a body's seat or a unit of land needs no known name to be a place.
HOUSE = words("house", "hall")
_VENUE = re.compile(rf"{words('house', 'hall', 'seat')} ")
# "TP Đà Nẵng", "quận 1", "số 11 Lê Hồng Phong": goes on with the address.
_ADDRESS = re.compile(
    r"(?:thành phố|tp\.?|(?:tỉnh|huyện|quận|thị)(?! (?:đoàn|ủy)\b)|thị xã|tx\.?|thị trấn|q\.|"
    r"phường|xã|thủ đô|đường|phố|số \d|nước|\d{1,4}[a-z]? (?!năm|tháng|tỉnh|đại))"
)
# "tại 567 Lê Duẩn": a house by its number; never "tại 63 Sở".
_NUMBERED = re.compile(rf"\d{{1,4}}[A-Z]?(?:/\d+)? (?!Sở|Bộ|UBND|Tr|Đ)[{CAPITAL}]")
_RANK_ONLY = re.compile(r"^(?:thành phố|tp\.?|tỉnh|thị xã|thủ đô|nước)? ?$")
# Where the phrase ends: punctuation, or a word that begins the next part of the sentence. It is
# searched in the text: "Cung Văn hóa Việt - Xô" is one name; a small "đồng" goes on with the
# sentence, a large one with "Đồng Tháp".
_END = re.compile(
    r"[,;:()\[\]\"“”'‘’!?|\n+]|/(?!\d)|(?<!Việt)(?<!Nhật)(?<!Lào) [-–—] |\.\.|\.$|"
    rf"\s(?=(?:{words('part of day', 'occur')}|đã|do|để|nhằm|với|vào|từ|ngày|hôm|trong|theo|"
    r"dưới|có|là|sẽ|được|"
    r"cùng|phối|tổ|nơi|thu|khi|sau|trước|nhân|về|giữa|tháng|năm|cho|tới|đến|vừa|mới|cũng|đang|bàn|"
    r"thảo|nghe|đồng|quy|gồm|hoặc|hay|cho|như|mà|thì|bằng|nên|mở|khai|chủ|phát|ký|trao|công bố|"
    r"lần|dịp|qua|ra|tham|dự|bao|nhưng|còn|đầu|cuối|ngay|tiếp|thành công|trở|không|chỉ)\b)"
)
_NO_NAME = re.compile(rf"(?:TP\.?|[Tt]hành phố|[Tt]ỉnh|[Hh]uyện|[Xx]ã) {SMALL}")
_SMALL = re.compile(rf" {SMALL}")
_AND = re.compile(r"\s+và\s+")
_REACH = 160


@dataclass(frozen=True, slots=True)
class Venue:
    """A place phrase at `start:end` (without "tại")."""

    start: int
    end: int
    location: Location


def venue_at(source: Source, start: int, limit: int) -> Venue | None:
    """Read the phrase of place that begins at `start`; None where none does."""
    limit = min(limit, start + _REACH)
    pieces = _pieces(source, start, limit)
    if not pieces:
        return None
    end = pieces[-1][1]
    named = [x for x in localities(source, start, end) if x.id != HOME]
    if not named and (not _VENUE.match(source.key, start) or _is_unnamed(source, start, end)):
        return None
    if _several(source, named, pieces, limit):
        return None
    places = source.vocabularies.places
    province = _province(source, named)
    spoken = [p for p in pieces if not _is_province(source, p)]
    place = source.text[start : spoken[-1][1]] if spoken and spoken[0] == pieces[0] else None
    if named and places[named[0].id].kind in ("city", "country"):
        place = None  # abroad the town is the province
    if place is None and province is None:
        return None
    closed = end + (source.text[end : end + 1] == ")" and "(" in source.text[start:end])
    return Venue(start, closed, Location(_tidy(place), province))


def _is_unnamed(source: Source, start: int, end: int) -> bool:
    """Whether it is not said which town: "dịch có thể xảy ra ở TP", "tại tỉnh này"."""
    bare = _RANK_ONLY.match(source.key[start:end])
    return bool(bare or _NO_NAME.match(source.text, start))


def _pieces(source: Source, start: int, limit: int) -> list[Span]:
    pieces: list[Span] = []
    at = start
    while at < limit:
        end = _piece_end(source, at, limit)
        first = not pieces
        if end <= at or not (_opens(source, at) if first else _goes_on(source, at, end)):
            break
        pieces.append((at, end))
        gap = re.compile(r"(?:\s*,\s+|\s*\(|\s+-\s+)").match(source.key, end, limit)
        if not gap:
            break
        at = gap.end()
    return pieces


def _piece_end(source: Source, at: int, limit: int) -> int:
    named = list(localities(source, at, limit))
    for match in _END.finditer(source.text, at, limit):
        # "tỉnh Bà Rịa – Vũng Tàu": the dash is in the name.
        if not any(x.start < match.start() < x.end for x in named):
            limit = match.start()
            break
    # "Sở Khoa học và Công nghệ An Giang" is one name; "Hà Nội và TP.HCM" are two.
    joined = _AND.search(source.key, at, limit)
    if joined and any(x.end <= joined.start() for x in named):
        limit = joined.start()
    # "ở Hà Nội hội nghị lấy ý kiến": a town is named whole.
    town = next((x for x in named if _RANK_ONLY.match(source.key[at : x.start])), None)
    if town and _SMALL.match(source.text, town.end):
        limit = min(limit, town.end)
    return limit


def _opens(source: Source, at: int) -> bool:
    return (
        source.text[at].isupper()
        or bool(_VENUE.match(source.key, at))
        or bool(_NUMBERED.match(source.text, at))
    )


def _goes_on(source: Source, at: int, end: int) -> bool:
    first = next(localities(source, at, end), None)
    if _ADDRESS.match(source.key, at):
        return True
    return first is not None and first.start == at


def _several(source: Source, named: list[Locality], pieces: list[Span], limit: int) -> bool:
    """Whether the phrase lists towns: "Hà Nội, Đà Nẵng và TP.HCM"."""
    joined = _AND.match(source.key, pieces[-1][1], limit)
    if joined:
        other = next(localities(source, joined.end(), limit), None)
        if other and other.start == joined.end() and named:
            return True
    roots = {chain(source.vocabularies.places, x.id)[-1].id for x in named}
    bare = sum(_is_province(source, p) for p in pieces)
    return len(roots) > 1 and bare == len(pieces)


def _province(source: Source, named: list[Locality]) -> str | None:
    """The province of the narrowest place, where they lie in each other; else of the last."""
    if not named:
        return None
    places = source.vocabularies.places
    last = chain(places, named[-1].id)[-1].id
    return next(province_of(places, x.id) for x in named if chain(places, x.id)[-1].id == last)


def _is_province(source: Source, piece: Span) -> bool:
    hit = next(localities(source, *piece), None)
    if not hit or hit.end < piece[1]:
        return False
    whole = source.vocabularies.places[hit.id].kind in ("province", "country")
    return whole and bool(_RANK_ONLY.match(source.key[piece[0] : hit.start]))


def _tidy(place: str | None) -> str | None:
    if place is None:
        return None
    place = " ".join(place.split()).rstrip(" .-–")
    return place + ")" if place.count("(") > place.count(")") else place
