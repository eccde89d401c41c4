"""What a page says about the article: when it was put up, by whom, how often it was looked at.

A row of metadata is told by what is left of a line without its days, hours and counters: nothing,
or labels with what they label, and tools of the page. It is a stamp if it says when the page was
put up. Which day that is, extraction reads.
"""

from __future__ import annotations

import re
from functools import lru_cache

from egov_timeline import moments
from egov_timeline.text import Span

_DAY, _TIME, _ZONE = (moments.unnamed(p) for p in (moments.DAY, moments.CLOCK, moments.ZONE))
# "Thứ năm", "THỨ 5", "T2,", "Chủ nhật", "Friday"
_WEEKDAY = (
    r"(?:(?:thứ ?(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ nhật|t[2-7]|cn|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)"
)
# "2 giờ trước"
_AGO = r"\d{1,3} (?:phút|giờ|ngày|tuần|tháng|năm) trước\b"
# "Lượt xem: 640", "1.204 lượt đọc", "Đã xem 15", "Số lần đọc 77", "Hits: 12"
_COUNTED = r"(?:(?:số )?(?:lượt|lần) (?:xem|đọc|truy cập|view)|đã xem|views?|hits)\b"
_COUNTER = rf"{_COUNTED}[: ]{{0,3}}\(?\d[\d., ]{{0,14}}|\d[\d.,]{{0,14}} {_COUNTED}"
_MOMENT = rf"(?:{_DAY}|{_TIME}|{_AGO}|{_COUNTER})"

# --- the labels of metadata -----------------------------------------------------------------------

# "Cập nhật lúc:", "Ngày đăng:", "Đăng ngày", "Được viết ngày", "Posted on", "Lần cập nhật cuối"
_PUT_UP = (
    r"(?:(?:(?:ngày|giờ|thời gian|lần|được|tin) )?(?:đăng(?: tải| tin| bài)?|xuất bản|cập nhật|"
    r"phát hành|đưa(?: tin| lên)?|tạo|viết)(?: (?:lúc|ngày|vào|lần cuối|cuối|lên))*|"
    r"(?:posted|published|created|updated|last updated|submitted|modified)(?: on)?|"
    r"(?:vào )?(?:lúc|ngày)|vào|on|at|date|thời gian)\b"
)
# "Người đăng", "Tác giả bài viết", "Nguồn tin", "Người gửi"
_WHO = (
    r"(?:người (?:đăng|viết|đưa|gửi|hỏi|trả lời|nhập|duyệt|biên tập)(?: tin| bài| bài viết)?|"
    r"tác giả(?: bài viết)?|đăng bởi|người thực hiện|biên tập(?: viên)?|author|nguồn(?: tin)?)"
)
# "by admin", "Viết bởi Phòng Kỹ thuật", "Submitted by admin on"
_BY = (
    r"(?:(?:posted|written|submitted|created|published|đăng|viết|gửi|tạo|được \w{3,5}) )?"
    r"(?:by|bởi)\b(?! vì\b):?(?: \S+){1,5}?(?: (?:on|vào lúc|vào|lúc))?"
)
# "Chuyên mục: Viễn thông", "trong chuyên mục Tin tức", "Phản hồi: 0", "Email: …"
_FILED = (
    r"(?:trong |in )?(?:chuyên mục|danh mục|thể loại|mục|lĩnh vực|category|địa chỉ|email|e-mail|"
    r"phản hồi|bình luận|nhận xét|trả lời|comments?|từ khóa|tags?)"
)
# "In bài viết", "Gửi mail", "Cỡ chữ: A- A A+", "Font Size:", "5 phút đọc", "Nghe đọc bài", "PDF"
_TOOL = (
    r"(?:(?:in|lưu|gửi|chia sẻ|đọc|nghe|tải|xem|quay lại|email|e-mail|mail|print|save|share)\b"
    r"(?: (?:bài(?: viết)?|tin|trang|này|mail|email|qua|cho bạn bè|lại|nội dung|đọc|cỡ chữ|in))*|"
    r"(?:xem )?(?:với )?(?:cỡ|kích|màu) chữ|font ?size|cỡ|chữ|tương phản|pdf|a ?[+-]?(?![^\W_])|"
    r"\d{1,2} phút đọc|\d{1,4} (?:bình luận|phản hồi|nhận xét|comments?)|(?:no|leave a) comments?|"
    r"facebook|twitter|zalo|google news|copy link|rss|x(?=$))"
)
_TOOLS = rf"(?>{_TOOL}[^\w\n]{{0,6}})+"
_LABELLED = rf"(?:{_WHO}|{_FILED}) ?: ?[^:]{{0,48}}|"
_LABELLED += rf"(?:trong |in )(?:chuyên )?mục .{{1,40}}|chuyên mục .{{1,40}}|{_BY}"
_ROW = re.compile(rf"{_TOOLS}|{_LABELLED}")
# "16:48 [(GMT +7)]": the zone, set apart
_LEFT = re.compile(
    rf"{_PUT_UP}|gmt ?[+-] ?\d{{1,2}}(?::\d\d)?|\d[\d., ]{{0,14}}|theo .{{1,40}}|"
    rf"{_TOOLS}|{_LABELLED}"
)
_SPLIT = re.compile(r"[|•·]| {2,}| - | / ")
_MARKS = " .,:;()[]/|*_>-'\"\\"
_MOMENTS = re.compile(rf"t?(?:{_MOMENT}|{_WEEKDAY})(?:{_ZONE})?")
_SAYS_WHEN = re.compile(_MOMENT)
# Only these moments do not open with a figure: "october 12, 2021", "lượt xem: 640".
_OPENS_WITH_WORD = re.compile(rf", (?:19|20)\d\d|{_COUNTED}")
# Nothing is a stamp without a year, a clock, a day or a count: most lines are done with at once,
# those without any figure faster still. What begins with a figure is looked for there only.
_FIGURE = re.compile(r"\d")
_MAY_SAY_WHEN = re.compile(
    r"\d(?:(?:(?<=1)9|(?<=2)0)\d\d(?!\d)| ?[:hg] ?\d\d| giờ| (?:lượt|lần|view)| \w{3,5} trước|"
    r"(?:(?<=[/.-]\d)|(?<=[/.-] \d))\d? ?[/.-] ?\d\d)"
)
_MAY_COUNT = re.compile(r"(?:xem|đọc|cập|views?|hits)\W{1,4}\d")
_LONGEST = 200
_SAYS_WHO = re.compile(rf"\W*(?:{_WHO} ?:|{_BY})")
# "2 giờ trước Sự kiện": the moment, then the section of the other story
_AGO_SECTION = re.compile(rf"{_AGO}(?: [^\W\d_]+){{0,4}}$")
# "Thời gian: 8h00 - 17h00, ngày 12/10/2019": when the event of a notice is, not the page
_OF_EVENT = re.compile(r"[^\w\n]{0,4}(?:\d{1,2}[.)] ?)?(?:thời gian|ngày giờ)(?: [^\W\d]+){0,3} ?:")
# "Thời gian", alone over the line of the day
_LABEL_OF_EVENT = re.compile(
    r"[^\w\n]{0,4}(?:(?:\d{1,2}|[ivx]{1,4})[.)] ?)?(?:thời gian|ngày giờ)"
    r"(?: (?:tổ chức|diễn ra|khai mạc|dự kiến|sự kiện|hội (?:thảo|nghị)|và địa điểm)){0,2} ?:?"
)
_OF_PAGE = re.compile(rf"\W*(?!thời gian ?:){_PUT_UP} ?:")
# "Hà Nội, ngày 12/5/2015"
_DATELINE = re.compile(rf"(?!hôm nay)[^\W\d_]+(?: [^\W\d_]+){{1,4}}, (?:ngày )?{_DAY}$")


@lru_cache(maxsize=512)  # each stage asks it of the same lines
def is_stamp(said: str) -> bool:
    """Whether the line `said` (a key) is a row of metadata that says when."""
    if len(said) > _LONGEST or not _may_say_when(said) or _tells_of_event(said):
        return False
    if _says_when(said) and _all(_LEFT, _MOMENTS.sub(" | ", said)):
        return True
    return bool(_AGO_SECTION.match(said) or _DATELINE.match(said))


def labels_event(said: str) -> bool:
    """Whether the line `said` is the label over the time of an event."""
    return bool(_LABEL_OF_EVENT.fullmatch(said.strip()))


def _says_when(said: str) -> bool:
    """Whether a moment stands in `said`: looked for at its figures, which are few."""
    if any(_SAYS_WHEN.match(said, figure.start()) for figure in _FIGURE.finditer(said)):
        return True
    return bool(_OPENS_WITH_WORD.search(said) and _SAYS_WHEN.search(said))


def _tells_of_event(said: str) -> bool:
    return bool(_OF_EVENT.match(said)) and not _OF_PAGE.match(said)


def _may_say_when(said: str) -> bool:
    if not _FIGURE.search(said):
        return False
    return bool(_MAY_SAY_WHEN.search(said) or _MAY_COUNT.search(said))


def is_row(said: str) -> bool:
    """Whether the line `said` is nothing but labels with what they label, and tools."""
    return len(said) <= _LONGEST and _all(_ROW, said)


def names_author(said: str) -> bool:
    """Whether a row of metadata begins with who put the page up."""
    return bool(_SAYS_WHO.match(said))


def _all(form: re.Pattern[str], row: str) -> bool:
    items = (item.strip(_MARKS) for item in _SPLIT.split(row))
    return all(form.fullmatch(item) for item in items if item)


# --- a stamp beside something else ----------------------------------------------------------------

_ANNOUNCED = r"cập nhật|(?:ngày )?(?:đăng|xuất bản)|ngày cập nhật|lượt xem|đã xem"
# A stamp at the end of a title begins at its weekday, day or time, glued or after a separator:
# "… mọi thôn làng23/10/2025 15:06", "… điện tử 10:15 06-10-2017 | :874", "PV-Thứ bảy, ngày …".
_BEGINS = re.compile(rf"(?: ?[|(\[-] ?)?(?:{_WEEKDAY}|{_ANNOUNCED}|(?<!\d)(?:{_DAY}|{_TIME}))")
_ATOM = (
    rf"(?:{_MOMENT}|{_WEEKDAY}|{_ZONE}|{_PUT_UP}|[ |,;:()\[\]•·/*_>-]{{1,12}}|"
    rf"\d[\d.,]{{0,9}}(?![\w/:]))"
)
_LEADING = re.compile(rf"(?>{_ATOM}){{1,30}}+")
_SURE = re.compile(rf"\W*(?:[(\[]|{_ANNOUNCED})")
_WHOLE_DAY = re.compile(_DAY)
_DAY_WITH = re.compile(rf"{_TIME}|{_WEEKDAY}|t\d{{2}}:")
_SET_APART = re.compile(r"[|•-] ?$|  $")
_LONGEST_LINE = 250
_FEW = 5
# "khai mạc ngày 17/9/2020", "từ 8:00": the sentence tells it; "hôm nay, …": the page does.
_TOLD = re.compile(
    r"\b(?:ngày|lúc|từ|đến|vào|sáng|trưa|chiều|tối|trước|sau|hôm|là|năm) ?$|^hôm nay\b"
)


def stamp_within(said: str) -> Span | None:
    """Return the span of the stamp in a short line that says something else too.

    It stands at the end, or behind it is a few words set apart: "12/05/2015 10:20 | Hải Anh".
    """
    if len(said) > _LONGEST_LINE or not _may_say_when(said) or not _says_when(said):
        return None
    if is_stamp(said) or _tells_of_event(said):
        return None
    for begins in _BEGINS.finditer(said):
        at = begins.start()
        atoms = _LEADING.match(said, at)
        if not atoms or not is_full(atoms[0]) or _TOLD.search(said[:at]):
            continue
        rest = said[atoms.end() :]
        if not rest:
            return at, len(said)
        if rest[-1] in ".!?…":
            continue  # a sentence that ends in a day: "… mua sắm trực tuyến (7/12/2018)."
        if is_stamp(said[at:]):
            return at, len(said)
        if len(rest.split()) <= _FEW and (at == 0 or _SET_APART.search(atoms[0])):
            return at, atoms.end()
    return None


def is_full(atoms: str) -> bool:
    """Whether a stamp is beyond doubt wherever it stands: announced, or a day with its time."""
    if not _says_when(atoms):
        return False
    return bool(_SURE.match(atoms) or (_WHOLE_DAY.search(atoms) and _DAY_WITH.search(atoms)))
