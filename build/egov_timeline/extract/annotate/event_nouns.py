"""What the press calls an event: the nouns, and where they mean one.

Finds "hội thảo", "lễ khai trương", "buổi làm việc" in a key, each with its event type.
Plurals ("nhiều hội thảo", "7 kỳ diễn đàn"), internet forums and homonyms ("tuần lễ", "chương trình"
as a plan) are no mention of an event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from egov_timeline.alternatives import Alternatives
from egov_timeline.phrases import Phrases


@dataclass(frozen=True, slots=True)
class EventMention:
    """An event noun in the text; `type` is "" for a noun that only points back ("sự kiện").

    `sentence` is the index of the sentence that it stands in.
    """

    start: int
    end: int
    type: str
    sentence: int


# A noun that only points back ("sự kiện", "buổi lễ") has the type "".
EVENT_NOUNS = {
    "hội thảo": "hoi-thao",
    "tọa đàm": "hoi-thao",
    "hội nghị": "hoi-nghi",
    "đại hội": "hoi-nghi",
    "diễn đàn": "dien-dan",
    "tập huấn": "tap-huan",
    "hội nghị tập huấn": "tap-huan",
    "hội thảo tập huấn": "tap-huan",
    "bồi dưỡng": "tap-huan",
    "đào tạo": "tap-huan",
    "triển lãm": "trien-lam",
    "hội chợ": "trien-lam",
    "lễ": "le",
    "tuần lễ": "khac",
    "ngày hội": "khac",
    "lễ hội": "khac",
    "họp báo": "khac",
    "họp trực tuyến": "khac",
    "hội đàm": "khac",
    "cuộc họp": "khac",
    "phiên họp": "khac",
    "kỳ họp": "khac",
    "khóa họp": "khac",
    "buổi họp": "khac",
    "họp": "khac",
    "buổi tiếp": "khac",
    "cuộc gặp": "khac",
    "gặp mặt": "khac",
    "buổi gặp": "khac",
    "buổi trao đổi": "khac",
    "buổi giao lưu": "khac",
    "buổi đối thoại": "khac",
    "buổi gặp gỡ": "khac",
    "cuộc gặp gỡ": "khac",
    "buổi trò chuyện": "khac",
    "buổi tiếp xúc": "khac",
    "buổi thảo luận": "khac",
    "phiên thảo luận": "khac",
    "phiên chất vấn": "khac",
    "buổi chất vấn": "khac",
    "phiên giải trình": "khac",
    "phiên làm việc": "khac",
    "phiên toàn thể": "khac",
    "phiên đối thoại": "khac",
    "cuộc đối thoại": "khac",
    "chương trình đối thoại": "khac",
    "buổi thông tin": "khac",
    "buổi bàn giao": "le",
    "buổi công bố": "le",
    "buổi ra mắt": "le",
    "buổi ký kết": "le",
    "buổi làm việc": "khac",
    "cuộc làm việc": "khac",
    "hội thi": "khac",
    "liên hoan": "khac",
    "hội sách": "khac",
    "hội trại": "khac",
    "cuộc thi": "khac",
    "hội thao": "khac",
    "gala": "le",
    "chung kết": "khac",
    "festival": "khac",
    "hackathon": "khac",
    "olympic": "khac",
    "diễn tập": "khac",
    "khóa học": "",
    "lớp học": "",
    "hội nghị thượng đỉnh": "hoi-nghi",
    "buổi lễ": "le",
    "buổi": "khac",
    "ngày": "khac",
    "sự kiện": "",
    "chương trình": "",
    "hoạt động": "",
}

# Words that are events only beside certain others.
_ONLY: dict[str, re.Pattern[str]] = {
    # "lễ khai trương": with what is celebrated; "nghi lễ" and "dịp lễ" are none.
    "lễ": re.compile(
        r"(?<!nghi )lễ (?:chính thức|vận hành|khai|bế mạc|ký|trao|đón|tiếp|công bố|ra mắt|"
        r"phát động|khánh|khởi|động thổ|bàn giao|kỷ niệm|tổng kết|tôn vinh|vinh danh|tuyên dương|"
        r"kích hoạt|kết nạp|"
        r"chuyển giao|tiếp nhận|ra quân|xuất quân|tốt nghiệp|sơ kết|"
        r"giới thiệu|mít tinh|hưởng ứng|trình diễn|gắn biển|cắt băng)\b"
    ),
    # "Ngày An toàn thông tin Việt Nam 2012": a day with a name.
    "ngày": re.compile(
        r"ngày (?:an toàn thông tin|chuyển đổi số|công nghệ thông tin|internet|điện toán|"
        r"khởi nghiệp)\b"
    ),
    # "tại chương trình", "chương trình do X tổ chức": on a stage; elsewhere it is a plan.
    "chương trình": re.compile(
        r"(?:(?<=tại )|(?<=dự )|(?<=khuôn khổ )|(?<= đã tổ chức )|(?<=vừa tổ chức ))chương trình"
        r"(?! (?:hành động|phối hợp|mục tiêu|hợp tác|công tác|chuyển đổi|kỳ họp|hỗ trợ))"
        r"|chương trình (?:thường niên|này do|"
        r"do(?= [^.;]{3,150}\b(?:tổ chức|phối hợp|thực hiện)))\b"
    ),
    "hoạt động": re.compile(r"hoạt động (?:thường niên|này do|do)\b"),
    # "buổi học thử", "buổi giao ban": whatever people come together for; "buổi sáng" is a time.
    "buổi": re.compile(
        r"buổi (?!sáng|trưa|chiều|tối|đêm|đầu|này|ấy|đó|hôm|hội |tọa đàm|triển lãm|tập huấn|"
        r"diễn đàn|gặp mặt|bồi dưỡng|đào tạo|diễn tập|chung kết|phỏng vấn|trả lời)"
        r"[^\W\d_]"
    ),
    # "tổ chức họp góp ý dự thảo": as what is held
    "họp": re.compile(r"(?<=tổ chức )họp(?! (?:báo|trực tuyến))"),
    # "các sản phẩm được triển lãm": a verb
    "triển lãm": re.compile(r"(?<!được )(?<!đang )(?<!cùng )triển lãm"),
    # "trận chung kết": a match
    "chung kết": re.compile(r"(?<!trận )chung kết"),
    # "công ty tổ chức sự kiện, quảng cáo": a trade
    "sự kiện": re.compile(r"sự kiện(?! ?(?:[,/]|và) ?(?:quảng cáo|truyền thông|tiếp thị))"),
    "khóa học": re.compile(r"khóa học (?:này|do)\b"),
    "lớp học": re.compile(r"lớp học (?:này|do)\b"),
    # "Olympic Tin học sinh viên": of a school subject; the games are another matter.
    "olympic": re.compile(r"olympic (?:tin học|toán|vật lý|tiếng anh|công nghệ)\b"),
    # "diễn tập ứng cứu sự cố": an exercise of civil bodies; those of armies are another matter.
    "diễn tập": re.compile(
        r"diễn tập (?:thực chiến|ứng cứu|ứng phó|(?:(?:bảo|đảm) (?:đảm|bảo) )?an (?:toàn|ninh)|"
        r"phòng,? chống|này\b)"
    ),
    # "khóa đào tạo", "lớp bồi dưỡng": training as an event, not as a duty of the state.
    "đào tạo": re.compile(r"(?:(?<=lớp )|(?<=khóa )|(?<=đợt ))đào tạo"),
    "bồi dưỡng": re.compile(r"(?:(?<=lớp )|(?<=khóa )|(?<=đợt ))bồi dưỡng"),
}
_NOUNS = Phrases({noun: noun for noun in EVENT_NOUNS})

# "nhiều hội thảo", "các phiên hội thảo", "9 đợt tập huấn", "7 kỳ diễn đàn"; "trên diễn đàn mạng".
# "Trung tâm hội nghị", "khu triển lãm" are houses. A number that belongs to a date or an ordinal
# ("ngày 17/9, hội thảo") is none of these.
_NOT_ONE = re.compile(
    r"(?:\b(?:các|những|nhiều|hàng loạt|một số|mọi|mỗi|từng|số|(?<!lần )(?<!thứ )(?:hai|ba|bốn)|"
    r"(?<![\d/.-])(?<!ngày )(?<!thứ )(?<!lần )(?<!tháng )\d{1,3})"
    r"(?: (?:buổi|cuộc|phiên|đợt|lớp|khóa|kỳ|lần|lượt)(?: tổ chức)?)?|\btrên|"
    r"\b(?:trung tâm|cung|nhà|khu)|"
    # "phục vụ Tuần lễ cấp cao", "chào mừng Đại hội": what something else is done for.
    r"\b(?:phục vụ|chuẩn bị|trước thềm|chào mừng|hướng tới|hưởng ứng)(?: cho)?) $"
)
_LOOK_BACK = 24
# "nhiều hội thảo, triển lãm và hội chợ": what holds for the first of a list holds for the others.
_LISTED = re.compile(r"(?:,|,? và|,? hoặc|/) ?(?:cuộc |buổi )?")
_LINK = 12


def find_events(key: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, type) for each noun in `key` that can mean one event, in order."""
    several = -1  # where a noun ended that meant more than one
    for noun, (start, end) in _NOUNS.find(key):
        only = _ONLY.get(noun)
        if only and not only.match(key, start):
            continue
        listed = start - several < _LINK and bool(_LISTED.fullmatch(key, several, start))
        if listed or _NOT_ONE.search(key, max(0, start - _LOOK_BACK), start):
            several = end
        else:
            yield start, end, EVENT_NOUNS[noun]


# "Vietnam ICT Summit 2013", "Techfest Việt Nam 2018": an event that goes by a foreign name and its
# year, with no noun of the language beside it.
_BRANDS = {
    "summit": "hoi-nghi",
    "congress": "hoi-nghi",
    "forum": "dien-dan",
    "conference": "hoi-thao",
    "workshop": "hoi-thao",
    "expo": "trien-lam",
    "fair": "trien-lam",
    "awards": "le",
    "week": "khac",
    "day": "khac",
    "camp": "khac",
    "techfest": "khac",
}
_BRANDED = Alternatives(
    rf"\b(?P<noun>{'|'.join(_BRANDS)})(?: (?:việt nam|vietnam|asean))? (?:19|20)\d\d\b"
)
_LARGE_WORDS = re.compile(r"(?:[A-Z][A-Za-z0-9&.-]* ){1,6}$")
_LONGEST_BRAND = 70
# "Hội thảo Vietnam ICT Summit 2013": there the noun opens the name.
_NOUN_BEFORE = re.compile(r"(?:hội (?:thảo|nghị|chợ)|diễn đàn|triển lãm|lễ|hội|thi|kiện|trình) $")


def find_branded(text: str, key: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, type) of the first word of each name that ends "Summit 2013"."""
    for match in _BRANDED.finditer(key):
        words = _LARGE_WORDS.search(text, max(0, match.start() - _LONGEST_BRAND), match.start())
        if not text[match.start()].isupper() or not (words or match["noun"] == "techfest"):
            continue
        start = words.start() if words else match.start()
        if not _NOUN_BEFORE.search(key, max(0, start - 12), start):
            yield start, key.index(" ", start), _BRANDS[match["noun"]]
