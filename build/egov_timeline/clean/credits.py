"""Captions, photo credits and signatures: what stands beside the text, and who made it.

A caption is kept, for it reports; a line that only credits or signs is not. A bare name counts as
a signature by its place alone: where the text ends, or under the title.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from egov_timeline.clean.lines import NAME_WORD, Line, is_name
from egov_timeline.records import Part
from egov_timeline.text import CAPITAL

Parts = Mapping[int, Part]

# "Ảnh: Ngọc Thắng |", "(Ảnh: TTXVN)", "Ảnh minh họa", "Đồ họa: B.N", "Nguồn: Sở TT&TT"
_MADE = (
    r"(?:(?:nguồn )?ảnh(?: minh họa| tư liệu)?|hình(?: minh họa)?|minh họa|đồ họa|video|clip|photo)"
)
_CREDIT = re.compile(
    rf"\W*(?:{_MADE}\b(?P<by> ?[:/-]| do| của| nguồn)? ?|nguồn(?P<of> ?:) ?)(?P<who>.{{0,40}})$"
)
_CREDITED = re.compile(
    rf"(?<!phóng sự)(?<!chùm)(?<!bộ)[\s(.,-]{_MADE}(?: ?[:/] ?\S.{{0,60}}| \d+\.?)$|"
    r"\(?ảnh (?:minh họa|tư liệu)\)?\.?$|"
    r"\(nguồn ?: ?.{2,60}\)\.?$|[.-] nguồn: .{2,40}$"
)
# It ends the line, so that the rest of the line need not be looked at; one of these stands in it.
_LONGEST_CREDIT = 100
_MAKERS = ("ảnh", "hình", "họa", "video", "clip", "photo", "nguồn")

# "Ghi chép của …", "Nguồn tin: Báo …", "Theo NGUYỄN HOÀNG (TTXVN)", "(Vietnam+)", "PV"
_SIGNED = re.compile(
    r"\W*(?:(?:tin|bài|thực hiện|ghi chép|tổng hợp|biên tập|tác giả|người viết|phóng viên)"
    r"(?: ?(?:,|và|-|&|/) ?(?:tin|bài|ảnh|clip|video|đồ họa)){0,3}(?: ?:| của) ?.{2,60}|"
    r"nguồn tin ?: ?.{2,60}|(?:theo|nguồn)[: ] ?[^,]{2,50}|\((?:theo |nguồn:? )?[^()]{2,40}\)|"
    r"(?:nhóm )?(?:pv|p/v|ctv|bbt|btv|ban biên tập|phóng viên)(?: .{0,30})?|"
    r"(?:ttxvn|vietnam\+|vov|vtv|vgp|vnexpress|vietnamnet|mic|tin tức)(?:[ /(+-].{0,30})?)\W*$"
)
# "Tin, ảnh: Q.N", "Bài và ảnh: …": whoever wrote it, not a caption
_SIGNED_BOTH = re.compile(
    r"\W*(?:tin|bài)(?: viết)? ?(?:,|và|-|&|/) ?(?:tin|bài|ảnh|clip|video)[^:.]{0,20}: ?.{2,50}$"
)
# Who signs for an office: "Trung tâm Thông tin", "Vụ HTQT", "Phòng Thông tin - Tư liệu"
_OFFICE = re.compile(
    r"(?:phòng|trung tâm|vụ|cục|sở|báo|đài|cổng|văn phòng|ban biên tập|bộ phận|tạp chí|tt|vp) "
)
# "ThS. Đỗ Thanh Vân", above the office that the author works for: "Bộ Giáo dục và Đào tạo"
_DEGREE = re.compile(rf"(?:(?:PGS|GS|TS|ThS|TSKH|CN|KS|NCS)\.? ?){{1,3}}(?:{NAME_WORD} ?){{2,5}}$")
_EMPLOYER = re.compile(r"(?:bộ|trường|đại học|học viện|viện|sở|cục|vụ|ban|trung tâm|khoa|báo) ")
# "Toàn cảnh Hội thảo", "Quang cảnh buổi lễ", "Các đoàn chụp ảnh lưu niệm", "Biểu đồ: …"
_SCENE = re.compile(
    r"(?:toàn|quang) cảnh\b|một góc\b|ảnh minh họa|(?:biểu đồ|sơ đồ|ảnh|hình)(?: \d+)?[:.]|"
    r"(?:các )?đại biểu .{0,30}(?:chụp|tham dự|tham quan|dự|cùng|thực hiện)|"
    r"[^.:]{3,60} chụp ảnh (?:lưu niệm|kỷ niệm|chung)\b"
)
# "Thứ trưởng Bộ TT&TT Nguyễn Thành Hưng phát biểu tại Hội thảo", "Bí thư Tỉnh ủy tặng hoa …"
_PERSON = (
    r"(?:(?:phó )?(?:thủ tướng|bộ trưởng|chủ tịch|bí thư|(?:tổng )?giám đốc|cục trưởng|"
    r"trưởng ban|vụ trưởng|chủ nhiệm|tổng biên tập|chánh văn phòng)|thứ trưởng|ông|bà|đồng chí|"
    r"đ/c|đại diện|lãnh đạo|(?:các )?đại biểu|các đồng chí|các đơn vị|ban tổ chức)"
)
_SHOWN = (
    r"(?:phát biểu|trao đổi|chia sẻ|trao|tặng|chụp ảnh|ký kết|cắt băng|(?:ấn|bấm|nhấn) nút|chủ trì|"
    r"tham quan|trình bày|khai mạc|bế mạc|kết luận|báo cáo|giới thiệu|tham luận|kích hoạt)"
)
_POSED = re.compile(rf"{_PERSON}\b[^:.?\"]{{0,90}} {_SHOWN}\b[^:?]{{0,90}}$")
_PERSON_ALONE = re.compile(rf"(?i:{_PERSON})(?: [{CAPITAL}][^\s.]*){{2,7}}\.$")


def captions(lines: Sequence[Line], parts: Parts) -> dict[int, Part]:
    """Name the captions and photo credits that their words give away."""
    found: dict[int, Part] = {}
    last = max((i for i, line in enumerate(lines) if i not in parts and line.prose), default=-1)
    for index, line in enumerate(lines):
        if index in parts or line.words > 45:
            continue
        if _SIGNED_BOTH.match(line.key):
            found[index] = Part.BYLINE
        elif _only_credit(line):
            source = line.key.startswith("nguồn") and index > last
            found[index] = Part.BYLINE if source else Part.CREDIT
        elif _is_caption(lines, parts, index) and not _is_stamped_title(lines, parts, index):
            found[index] = Part.CAPTION
    return found


def _only_credit(line: Line) -> bool:
    credit = _CREDIT.match(line.key)
    if not credit or line.words > 9 or len(credit["who"].split()) > 6:
        return False
    # "Ảnh BBC", yet not "Ảnh chụp màn hình": that tells what it shows
    who = line.text[credit.start("who") :].strip(" .)|")
    if not (credit["by"] or credit["of"] or not who or who[0].isupper()):
        return False
    small = sum(word[0].islower() for word in who.split())
    return bool(credit["of"]) or small <= len(who.split()) / 2


def _is_caption(lines: Sequence[Line], parts: Parts, index: int) -> bool:
    line = lines[index]
    end = line.key[-_LONGEST_CREDIT:]
    if any(maker in end for maker in _MAKERS) and _CREDITED.search(
        line.key, max(0, len(line.key) - _LONGEST_CREDIT)
    ):
        return True
    if line.stopped and line.words > 25:
        return False
    if _SCENE.match(line.key):
        return not line.prose or line.words <= 25
    if index + 1 < len(lines) and lines[index + 1].start == line.end:
        return line.words <= 25 and parts.get(index + 1) is not Part.STAMP  # cut off where glued
    if line.text[0] == "(" and line.text[-1] == ")" and 5 <= line.words <= 30:
        return line.text.count("(") == 1  # "(Giám đốc Sở phát biểu khai mạc hội thảo)"
    after_image = parts.get(index - 1) is Part.LINK and lines[index - 1].text.startswith("![")
    if after_image and line.words <= 25:
        return True
    if index == 0:
        return False
    # "Thủ tướng Nguyễn Xuân Phúc.": who is shown, and no verb
    alone = line.stopped and line.words <= 8 and _PERSON_ALONE.match(line.text)
    return bool(alone or (line.titlelike and _POSED.match(line.key)))


def _is_stamped_title(lines: Sequence[Line], parts: Parts, index: int) -> bool:
    """Whether it is the first line, and stamped: "Ảnh: Ngày hội chuyển đổi số"."""
    stamped = Part.STAMP in (parts.get(index + 1), parts.get(index + 2)) and lines[index].titlelike
    return stamped and all(i in parts for i in range(index))


def signatures(lines: Sequence[Line], parts: Parts) -> dict[int, Part]:
    """Name the lines that sign the article: at its end, above its text, or beside its stamp."""
    proses = [i for i, line in enumerate(lines) if i not in parts and line.prose and line.words > 8]
    if not proses:
        return {}  # nothing that could be signed
    first, last = proses[0], proses[-1]
    found: dict[int, Part] = {}
    for index, line in enumerate(lines):
        if index in parts or line.words > 12:
            continue
        if index > last:
            signs = is_name(line) or _signs(line) or _signs_for_office(line)
        elif index < first:
            signs = _signs_above(lines, parts, index, after_author=index - 1 in found)
        else:
            signs = is_name(line) and (line.text[:2] == "**" or _closes(lines, index))
        if signs:
            found[index] = Part.BYLINE
    return found


def _signs(line: Line) -> bool:
    return bool(_SIGNED.match(line.key))


def _signs_for_office(line: Line) -> bool:
    return line.words <= 7 and not line.stopped and bool(_OFFICE.match(line.key))


def _signs_above(lines: Sequence[Line], parts: Parts, index: int, *, after_author: bool) -> bool:
    """Whether a line above the text signs it; the first of all is more likely the title."""
    line = lines[index]
    if _DEGREE.match(line.text) or (is_name(line) and _beside_stamp(lines, parts, index)):
        return True
    if after_author and line.words <= 8 and _EMPLOYER.match(line.key):
        return True
    titled = any(i not in parts and lines[i].titlelike for i in range(index))
    return titled and (is_name(line) or _signs(line))


def _beside_stamp(lines: Sequence[Line], parts: Parts, index: int) -> bool:
    """Whether a stamp shares the line: "Hải Anh - 12/05/2015 10:20"."""
    before = lines[index].breaks == 0 and parts.get(index - 1) is Part.STAMP
    after = parts.get(index + 1) is Part.STAMP and lines[index + 1].breaks == 0
    return before or after


def _closes(lines: Sequence[Line], index: int) -> bool:
    """Whether only captions are left behind a name: a few short lines, set apart from it."""
    rest = lines[index + 1 : index + 8]
    return bool(
        rest
        and rest[0].breaks > 1
        and index + len(rest) + 1 == len(lines)
        and all(x.words <= 30 for x in rest)
    )
