"""Word files (.docx).

Turns the paragraphs of a document into lines of text, those of tables and text boxes included, as
they stand when all changes are accepted. The names of who typed it last are no author.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from egov_timeline.errors import ProblemsFound
from egov_timeline.formats import Format
from egov_timeline.intake.plaintext import put_right
from egov_timeline.intake.received import Reading, Received

_MOST_BYTES = 200_000_000  # unpacked: a file that claims more is no article
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# What a change takes away, and what only stands in for those who cannot draw a text box.
_NOT_SHOWN = (
    f"{_W}moveFrom",
    f"{_W}del",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
)
_BLANKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}


def read(received: Received) -> Reading:
    """Return the text of a Word file. Raises ProblemsFound."""
    body = _body(received)
    lines = ("".join(_letters(paragraph)) for paragraph in _shown(body, f"{_W}p"))
    text, notes = put_right("\n".join(lines), received.where)
    return Reading(text, Format.DOCX, ("đọc từ tài liệu Word", *notes))


def _body(received: Received) -> Any:
    from docx import Document  # its import takes longer than most commands

    try:
        with zipfile.ZipFile(BytesIO(received.raw)) as packed:
            if sum(part.file_size for part in packed.infolist()) > _MOST_BYTES:
                raise ValueError("too large")
        return Document(BytesIO(received.raw)).element.body
    except Exception as err:  # a damaged file ends in whatever its parts make of it
        remedy = "Mở bằng Word, lưu lại thành .docx (không đặt mật khẩu), rồi thử lại."
        what = "là tài liệu Word nhưng không mở được"
        raise ProblemsFound.one(received.where, what, remedy) from err


def _shown(element: Any, tag: str) -> Iterator[Any]:
    for child in element:
        if child.tag in _NOT_SHOWN:
            continue
        if child.tag == tag:
            yield child
        yield from _shown(child, tag)


def _letters(element: Any) -> Iterator[str]:
    """Yield the letters of a paragraph, without those of paragraphs in its text boxes."""
    for child in element:
        if child.tag in _NOT_SHOWN or child.tag == f"{_W}p":
            continue
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _BLANKS:
            yield _BLANKS[child.tag]
        else:
            yield from _letters(child)
