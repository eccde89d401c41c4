"""Text, in whatever encoding it was saved.

Turns bytes or wrongly decoded text into what was typed, and tells the encoding. Text that has lost
letters, or is in no encoding known here, is refused.
"""

from __future__ import annotations

from egov_timeline import charsets, files
from egov_timeline.charsets import Recognized
from egov_timeline.formats import Format
from egov_timeline.intake.received import Reading, Received


def read(received: Received) -> Reading:
    """Return the text that came. Raises ProblemsFound."""
    found = charsets.recognize(received.raw)
    if found is None:
        text = files.decode(received.raw, received.where)  # raises, with the line
        found = Recognized(text)
    return Reading(checked(found, received.where), Format.TEXT, notes(found))


def put_right(text: str, where: str) -> tuple[str, tuple[str, ...]]:
    """Return text out of a document as it was meant, with notes. Raises ProblemsFound."""
    found = charsets.recognize_text(text)
    return checked(found, where), notes(found)


def checked(found: Recognized, where: str) -> str:
    """Return the text that was recognized. Raises ProblemsFound where letters are lost."""
    files.refuse_loss(found, where)
    return found.text


def notes(found: Recognized) -> tuple[str, ...]:
    """Return what an editor should know of how the text was read."""
    if found.encoding == charsets.UTF_8:
        return ()
    told = f"nhận ra chữ viết bằng {found.encoding}, đã chuyển sang UTF-8"
    if found.restored:
        told += f"; {found.restored} chữ hỏng một phần được khôi phục (mỗi chữ chỉ có một khả năng)"
    return (told,)
