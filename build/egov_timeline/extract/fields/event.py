"""The event's name in the text's words.

Each event noun with each place where a name that begins there may end is a candidate; a trained
table chooses the one that is the event's name, or none. Words that only describe who met are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from egov_timeline.extract import rank
from egov_timeline.extract.document import Document
from egov_timeline.extract.features.event_name import Candidate, before, candidates, of_name
from egov_timeline.extract.resolve.event_name import text_before
from egov_timeline.ordinals import EDITION
from egov_timeline.records import Finding

# "cuộc gặp giữa hai bộ trưởng", "buổi làm việc của UBND": people who meet, with no name for it
_DESCRIBED = re.compile(
    r"(?:buổi |cuộc )?(?:làm việc|gặp(?! (?:gỡ )?thượng đỉnh)(?: gỡ| mặt)?|trao đổi|trò chuyện|"
    r"nói chuyện|tiếp)\b"
)


# "hội nghị, nhiều trí thức góp ý", "“Dữ liệu lớn”, 100 đại biểu tham dự": the sentence goes on
# behind the noun, or inside the words
_NO_NAME = re.compile(
    r"^[,;.]|[;!?|]|, (?:nhiều|các|những|một số|hàng|đông|hầu hết|mọi|đại biểu|thu hút|với|có|"
    r"\d[\d.]* (?!năm\b)\w+)\b"
)
# "lần thứ II, năm 2023", "năm 2019": what follows the name and tells of which time it is
_OF_TIME = re.compile(rf"(?:,? {EDITION.pattern})?(?:,? (?:năm )?(?:19|20)\d\d\b(?! ?[-–/] ?\d))?")
# "Hội nghị lần thứ năm, Thủ tướng Nguyễn Văn A": with a person a clause begins
_PERSON = re.compile(
    r", (?:ông|bà|đồng chí|(?:phó )?(?:tổng )?(?:bí thư|thủ tướng|chủ tịch|giám đốc|cục trưởng)|"
    r"(?:bộ|thứ) trưởng|tổng thống)\b(?! (?:và|các|hợp tác xã)\b)|\b(?:bước sang|bước vào)\b"
)
_FEWEST_LARGE, _FEWEST = 2, 3


def named(document: Document) -> Finding[str] | None:
    """Return the event's name in the text's words: the first of those that score best."""
    table = rank.table("event_name")
    scored = ((table.score(of_name(document, c)), c) for c in choices(document))
    score, best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    if best is None or score < table.inferred:
        return None
    more = _OF_TIME.match(document.key, best.end, best.closes)
    end = more.end() if more else best.end
    text = document.text[best.start : end]
    return document.finding(text[:1].upper() + text[1:], "name", [(best.start, end)])


def choices(document: Document) -> Iterator[Candidate]:
    """Yield the candidates that may be a name at all."""
    for candidate in candidates(document):
        if _is_of_event(document, candidate.start) and _may_name(candidate):
            yield candidate


# "Hội thảo là diễn đàn để các tỉnh chia sẻ kinh nghiệm": what it is for
_PREDICATE = re.compile(r"\blà (?:một |một trong những )?$")
_OF_ANOTHER = {"before:next", "before:earlier"}


@lru_cache(maxsize=1)  # a noun is asked about for each place where its name may end
def _is_of_event(document: Document, start: int) -> bool:
    """Whether a name can begin there, and not the next edition's, or an earlier one's.

    What only tells who met, or what an event is, is no name.
    """
    if _DESCRIBED.match(document.key, start) or _PREDICATE.search(text_before(document, start)):
        return False
    return _OF_ANOTHER.isdisjoint(before(document, start))


def _may_name(candidate: Candidate) -> bool:
    """Whether the words say more than the noun, and no sentence goes on in them."""
    if not candidate.more:
        return False
    first = candidate.more[0]
    large = first != first.lower() or not first[0].isalpha()
    large = large and candidate.mention.type != "le"
    said = candidate.key[candidate.mention.end : candidate.end].strip()
    enough = len(candidate.more) >= (_FEWEST_LARGE if large else _FEWEST)
    return enough and not _NO_NAME.search(said) and not _PERSON.search(said)


EVENT = (named,)
