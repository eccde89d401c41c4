"""PDF files with text in them.

Turns the lines of pages into paragraphs: lines are joined where size, distance and the run of the
sentence say that one goes on in the next, over columns and pages too. A scan without text is
refused; page numbers and what stands on each page alike are left out.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from statistics import median_low
from typing import Any

from egov_timeline.charsets.spelling import share
from egov_timeline.errors import ProblemsFound
from egov_timeline.formats import Format
from egov_timeline.intake.plaintext import put_right
from egov_timeline.intake.received import Reading, Received

_STOPPED = re.compile(r"[.!?…:;][\"”’»)\]]*$")
# "3", "Trang 2/5", "- 4 -", "https://… 1/2"
_PAGE_NUMBER = re.compile(
    r"(?:trang |page )?[-–—\s]*\d{1,4}(?: ?/ ?\d{1,4})?[-–—\s]*|https?://\S+ \d+/\d+", re.I
)
_BULLET = re.compile(r"[-–—•*+]\s|\d{1,2}[.)]\s")
_SAME_SIZE = 0.1
# Of the usual distance of lines: what is further apart is another paragraph.
_FURTHER = 1.35
# Of the size of letters: what begins further right is the first line of a paragraph.
_INDENT = 0.9
# Of the longest line: what ends before that, at a stop, ends a paragraph.
_SHORT = 0.8
_FEWEST_LETTERS = 20
_MOST_PAGES = 300
_MADE_SENSE = 0.5


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    x: float
    y: float  # grows downwards, from page to page
    size: float
    page: int


def read(received: Received) -> Reading:
    """Return the text of a PDF file. Raises ProblemsFound."""
    lines = _without_margins(_printed(received))
    text, notes = put_right("\n".join(_paragraphs(lines)), received.where)
    if len(text.strip()) < _FEWEST_LETTERS:
        remedy = "Nhận dạng chữ (OCR) rồi thêm tệp .docx hay .txt, hoặc lấy bài từ nơi đăng."
        raise ProblemsFound.one(received.where, "là PDF không có chữ (ảnh quét)", remedy)
    sense, words = share(text)
    if words > _FEWEST_LETTERS and sense < _MADE_SENSE:
        remedy = "Lấy bài từ nơi đăng, hoặc sao chép chữ ra một tệp .txt."
        what = "là PDF mà phông chữ không cho biết chữ nào là chữ nào"
        raise ProblemsFound.one(received.where, what, remedy)
    return Reading(text, Format.PDF, ("đọc từ PDF, đã nối lại các dòng bị ngắt", *notes))


def _printed(received: Received) -> list[_Line]:
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it makes of slips is its matter
    try:
        reader = PdfReader(BytesIO(received.raw))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ValueError("needs a password")
        return _lines(reader.pages[:_MOST_PAGES])
    except Exception as err:  # a damaged file ends in whatever its parts make of it
        remedy = "Mở tệp, in lại ra PDF không đặt mật khẩu, hoặc sao chép chữ ra tệp .txt."
        raise ProblemsFound.one(received.where, "là PDF nhưng không mở được", remedy) from err


def _lines(pages: Sequence[Any]) -> list[_Line]:
    found: list[_Line] = []
    for number, page in enumerate(pages):
        begun: list[tuple[str, float, float, float]] = []

        def visit(text: str, cm: Any, tm: Any, _: Any, size: float, begun: Any = begun) -> None:
            for part in re.split(r"(\n)", text):
                if part == "\n":
                    found.extend(_line(begun, number))  # noqa: B023
                    begun.clear()
                elif part:
                    begun.append((part, *_place(cm, tm, size)))

        page.extract_text(visitor_text=visit)
        found.extend(_line(begun, number))
    return found


def _place(cm: Sequence[float], tm: Sequence[float], size: float) -> tuple[float, float, float]:
    x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
    y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
    height = abs((tm[2] * cm[1] + tm[3] * cm[3]) or 1.0) * size
    return x, -y, height


def _line(parts: Sequence[tuple[str, float, float, float]], page: int) -> Iterator[_Line]:
    text = " ".join("".join(part[0] for part in parts).split())
    if text:
        said = [part for part in parts if part[0].strip()]
        yield _Line(text, said[0][1], said[0][2], median_low([part[3] for part in said]), page)


def _without_margins(lines: Sequence[_Line]) -> list[_Line]:
    """Return the lines without page numbers and without what heads or closes several pages."""
    ends: dict[int, list[_Line]] = {}
    for line in lines:
        ends.setdefault(line.page, []).append(line)
    edges = [edge for page in ends.values() for edge in (page[0], page[-1])]
    pages_with = Counter(text for text, _ in {(edge.text, edge.page) for edge in edges})
    many = len(ends) > 1
    return [
        line
        for line in lines
        if not (
            line in edges
            and (_PAGE_NUMBER.fullmatch(line.text) or (many and pages_with[line.text] > 1))
        )
    ]


def _paragraphs(lines: Sequence[_Line]) -> Iterator[str]:
    if not lines:
        return
    usual = _usual_distance(lines)
    widest = max((len(line.text) for line in lines), default=0)
    said = lines[0].text
    for above, line in pairwise(lines):
        if _goes_on(above, line, usual, widest):
            said += f" {line.text}"
        else:
            yield said
            said = line.text
    yield said


def _usual_distance(lines: Sequence[_Line]) -> float:
    """Return how far lines of a paragraph are apart, in sizes of their letters."""
    steps = [
        (line.y - above.y) / line.size
        for above, line in pairwise(lines)
        if line.page == above.page and line.size and 0 < line.y - above.y < 4 * line.size
    ]
    return min(Counter(round(step, 1) for step in steps).most_common(2), default=(1.2, 0))[0]


def _goes_on(above: _Line, line: _Line, usual: float, widest: int) -> bool:
    if abs(above.size - line.size) > _SAME_SIZE * max(above.size, line.size):
        return False
    if _BULLET.match(line.text):
        return False
    stopped = bool(_STOPPED.search(above.text))
    step = line.y - above.y
    if line.page != above.page or step <= 0:  # the next column or page
        return not stopped and (not line.text[0].isupper() or _is_full(above, widest))
    if step > _FURTHER * usual * line.size:
        return False
    if line.x > above.x + _INDENT * line.size and stopped:
        return False
    return not (stopped and not _is_full(above, widest))


def _is_full(line: _Line, widest: int) -> bool:
    return len(line.text) >= _SHORT * widest
