"""Who wrote an article and where, as lines around it say: offered to the editor, never taken over.

Turns bylines and copyright lines, which cleaning found, into an author and a publisher, each with
the line that names it. A line that signs with more than a name gives none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from egov_timeline.records import Article, Part
from egov_timeline.text import CAPITAL, match_key

_PLAIN = rf"[{CAPITAL}][^\W\d_]*"
_WORD = rf"{_PLAIN}\.?"
# "Minh Đức", "H.N", "Hải Minh – Thu Hà"
_NAME = re.compile(
    rf"{_WORD}(?:[ .]{{0,2}}{_WORD}){{1,4}}(?: ?[-–,&] ?{_WORD}(?: {_WORD}){{1,4}})?"
)
# "Bài, ảnh: …", "Tác giả: …", "Thực hiện: …", "PV …"
_LABEL = re.compile(
    r"(?i)^[\W_]*(?:(?:tin|bài|ảnh|video|tác giả|thực hiện|người viết|phóng viên|pv|biên tập)"
    r"(?: viết| bài viết)?[\s,&và-]*)+[:.]?\s+"
)
_ASIDE = re.compile(r"\s*\([^()]*\)\s*")
# "(Theo TTXVN)", "Nguồn: Báo A": taken from there, so this is another's
_TAKEN = re.compile(r"\W*(?:theo|nguồn)\b")
_AGENCY = re.compile(
    rf"(?:Tạp chí|Báo|Đài (?:Phát thanh|Truyền hình|PT-?TH)|Cổng [Tt]hông tin|Trang [Tt]hông tin|"
    rf"Thông tấn xã)(?:(?: và| &| -)? (?:{_PLAIN}|điện tử|tỉnh|thành phố|của|số))+"
)
# Lines at the top of a page among which its masthead stands.
_TOP = 4


@dataclass(frozen=True, slots=True)
class Offer:
    """A value of `source`, and the line that gives it."""

    name: str  # publisher or author
    value: str
    line: str


def offers(article: Article) -> tuple[Offer, ...]:
    """Return the author and the publisher that lines around the article name."""
    found = (next(_authors(article), None), next(_publishers(article), None))
    return tuple(offer for offer in found if offer)


def _authors(article: Article) -> Iterator[Offer]:
    for line in reversed(_lines(article, Part.BYLINE)):
        said = _ASIDE.sub(" ", _LABEL.sub("", line)).strip(" .,;*_-–")
        if not _TAKEN.match(match_key(line)) and _NAME.fullmatch(said) and not said.isupper():
            yield Offer("author", said, line)
        elif said.isupper() and len(said) > 4 and _NAME.fullmatch(said):
            yield Offer("author", said.title(), line)


def _publishers(article: Article) -> Iterator[Offer]:
    text = article.text
    top = [text[block.start : block.end] for block in article.blocks[:_TOP] if not block.part.kept]
    for line in (*_lines(article, Part.COPYRIGHT), *top):
        if named := _AGENCY.search(line):
            yield Offer("publisher", named[0].strip(" -"), line)


def _lines(article: Article, part: Part) -> list[str]:
    return [article.text[b.start : b.end].strip() for b in article.blocks if b.part is part]
