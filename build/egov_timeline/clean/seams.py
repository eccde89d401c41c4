"""Where a page ran two things together in one line.

Finds the seams between a title and its stamp, a caption and the sentence after it, the last
sentence and its author, the text and what is left of its markup. A seam is an offset; whether
either side belongs to the article is not decided here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from egov_timeline.clean.metadata import is_stamp, stamp_within
from egov_timeline.text import CAPITAL, Span

_LOWER = CAPITAL.lower()
_NAMED = rf"[{CAPITAL}][{CAPITAL}{_LOWER}.]{{0,12}}"

# "![Toàn cảnh](https://…/a.jpg "Toàn cảnh")": an image, wherever it stands.
_IMAGE = r"!\[[^\]\n]{0,300}\]\([^)\n]{0,600}\)(?: ?\|)?"
# "[Xem chi tiết ở đây](https://…)Bộ trưởng …": a link that the text is glued to.
_GLUED_LINK = r"(?<![^\n])\[[^\]\n]{0,100}\]\([^)\n]{0,600}\)(?=[^\s.,;:)])"
# "more(HDDTVN) – Ngày …": what is left of the mark that parts teaser and text.
_MORE = rf"(?<![^\n])more(?=[({CAPITAL}])"
_RESIDUE = re.compile(rf"{_IMAGE}|{_GLUED_LINK}|{_MORE}")

# "Thông tư số 02/… cấp tỉnh  BỘ KHOA HỌC VÀ CÔNG NGHỆ …": a page in one line, title first
_FLAT_TITLE = re.compile(rf"(?=(?:\S+ ){{3}})[^\n.!?…]{{20,400}}?[^\W_]\s{{2,}}(?=[{CAPITAL}])")

# "… khai mạc hội nghị. Ảnh: TH Đây là số liệu …": the credit ends before the word that begins the
# next sentence, which is the last capital one before a small one.
_CREDIT = re.compile(
    rf"[.\s(-]{{1,4}}[Ảả]nh ?: ?(?:(?:[{CAPITAL}]\.? ?){{2,5}}|"
    rf"{_NAMED}(?:(?: | ?[–/-] ?){_NAMED}){{0,3}})"
    rf"(?:\)?\.? )(?={_NAMED}(?: [{CAPITAL}{_LOWER}]|,))"
)
# "Toàn cảnh cuộc họpĐoàn Việt Nam …", "Ảnh: Thành LêĐoàn …": a caption glued to the next sentence.
_SCENE = re.compile(r"(?:toàn|quang) cảnh |ảnh: |một góc |đại diện |(?:các )?đại biểu ")
_GLUE = re.compile(rf"(?<=[{_LOWER}]{{2}})(?=[{CAPITAL}][{_LOWER}])")
# "… tấn công mạng. Duy Vũ", "… trực tuyến... Theo Phương Nhi/BaoChinhphu.vn", "… này. Xem thêm:"
_LAST_WORDS = re.compile(
    rf"[.!?…\"”)]\s+(?=(?:Theo )?(?:{_NAMED}(?:[ /+]{_NAMED}){{1,4}}|[{CAPITAL}]\.{_NAMED}|"
    rf"PV|BBT|TTXVN[^\s.]*|Theo [^\s.]{{2,20}}|(?:Xem|Đọc) thêm ?:?)$)"
)
_SENTENCE = re.compile(rf"[.!?…][\"”]? +(?=[\"“{CAPITAL}])")
# Shorter lines say one thing: a caption with its credit, a name.
_LONG = 200
_LONGEST_CAPTION = 400
_FARTHEST = 81  # who signs stands so near to the end, the mark before him included


def flat_title(text: str, key: str, start: int, end: int) -> int | None:
    """Return where the title ends that opens a page flattened into one line."""
    title = _FLAT_TITLE.match(text, start, end)
    return title.end() if title and not is_stamp(key[start:end]) else None


def residues(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the images, links and marks that are no words of the article."""
    said = text[start:end]
    if "](" in said or said.startswith("more"):
        for residue in _RESIDUE.finditer(said):
            yield start + residue.start(), start + residue.end()


def seams(text: str, key: str, start: int, end: int) -> Iterator[int]:
    """Yield the offsets at which to cut `text[start:end]`."""
    said = key[start:end]
    stamp = stamp_within(said)
    if stamp:
        yield from (start + offset for offset in stamp)
    if _SCENE.match(said):
        glue = _GLUE.search(text, start, min(end, start + 160))
        if glue and not text[start : glue.start()].isascii():
            yield glue.start()
    if end - start > _LONG:
        if "ảnh:" in said or "ảnh :" in said:
            yield from _around_credits(text, start, end)
        last = _LAST_WORDS.search(text, end - _FARTHEST, end)
        if last:
            yield last.end()


def _around_credits(text: str, start: int, end: int) -> Iterator[int]:
    """Cut out a caption: the sentence that stands before a credit, and the credit."""
    for credit in _CREDIT.finditer(text, start, end):
        near = max(start, credit.start() - _LONGEST_CAPTION)
        begins = [sentence.end() for sentence in _SENTENCE.finditer(text, near, credit.start())]
        if begins or near == start:
            yield begins[-1] if begins else start
            yield credit.end()
