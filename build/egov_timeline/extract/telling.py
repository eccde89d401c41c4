"""What a sentence says of an event, weighed: that it is held, its day, its act, its background.

Turns the words of one sentence (of a key) into a weight: the higher, the more it announces. It
knows neither the article nor the sentence's place in it.
"""

from __future__ import annotations

import re

# "ngày 17.9", "sáng nay", "hôm 25/7", "trong hai ngày 29-30/10", "vào 18-19/5", "(3/11)"; never
# "hằng ngày".
WHEN = re.compile(
    r"\b(?<!hằng )(?<!hàng )(?<!mỗi )(?:ngày|hôm|sáng|trưa|chiều|tối|"
    r"ngày mồng) ?\d{1,2}\b(?! (?:năm|tháng \d{4}))(?!%|,\d)|"
    r"\b(?:sáng|trưa|chiều|tối|hôm) (?:nay|qua)\b|"
    r"\bthứ (?:hai|ba|tư|năm|sáu|bảy),? ?\(?\d{1,2}[-/.]\d{1,2}\b|"
    r"\btrong (?:hai|ba|\d+) ngày\b|^\d{1,2}[-/]\d{1,2},|"
    r"(?:\bvào |\()(?:\d{1,2}-)?\d{1,2}/\d{1,2}\b"
)
# A lead that opens with its day: "(THTG) Ngày 26/8, tại", "ĐÀ NẴNG-Sáng 23-7, bảng điện tử".
OPENS_WITH_DAY = re.compile(
    r"^[^.;]{0,45}?\b(?:ngày|hôm|sáng|trưa|chiều|tối) ?(?:ngày )?(?:nay\b|\d{1,2}\b(?! năm))"
)
# "vừa tổ chức lễ ra mắt": lately, though no day is given.
_JUST = re.compile(
    r"\bvừa (?:chính thức |được )?(?:tổ chức|diễn ra|khai mạc|ra mắt|ký kết|khai trương)\b"
)
# "Ban tổ chức chia thành hai phiên": there is an event; "Ban Tổ chức Trung ương" is a body of the
# Party.
COMMITTEE = re.compile(r"\bban tổ chức\b(?! (?:trung ương|tỉnh|thành|huyện|quận|cán bộ))")
_WHERE = re.compile(r"\b(?:tại|ở)\b")

# "X tổ chức hội thảo", "hội thảo diễn ra", "chủ trì hội nghị", "được triệu tập ở".
HAPPENS = re.compile(
    r"\b(?:tổ chức|(?<!đang )(?<!sắp )diễn ra|khai mạc|khai trương|khai giảng|ra mắt|bế mạc|"
    r"chủ trì|chủ tọa|triệu tập|ký kết|trao giải|đăng cai|khởi tranh|tạm hoãn|"
    r"lùi (?:lịch|thời gian)|hoãn|khánh thành|khởi công|có buổi|có cuộc|lễ công bố)\b"
)
# "UBND tỉnh đã tổ chức hội nghị công bố quyết định của Chủ tịch": it is held, whatever it is about.
_HOLDS = re.compile(
    r"\b(?:đã|vừa|chính thức) (?:phối hợp )?tổ chức (?:\w+ ){0,2}"
    r"(?:hội|lễ|buổi|cuộc|phiên|lớp|khóa|diễn đàn|tọa đàm|họp)\b"
)
# "Thủ tướng dự hội nghị", "phát biểu tại phiên họp": with a day, that announces as well.
_ATTENDS = re.compile(r"\b(?:dự|phát biểu|cho biết|nhấn mạnh|nêu rõ|yêu cầu|tham gia)\b")
# A ceremony told by its act alone, with its day: "ra mắt ngày 25-7", "ngày 23-10, hai bên ký kết".
ACT = re.compile(
    r"\b(?:ký kết|ký (?:thỏa thuận|biên bản|hợp đồng|kế hoạch)|khai trương|ra mắt|khánh thành|"
    r"khởi công|phát động|bàn giao(?! hồ sơ)|trao giải|họp báo|"
    r"(?<!đang )(?<!từng )làm việc (?:với|tại)|"
    # "đoàn công tác của Bộ đã đến nhà máy … làm việc"
    r"đoàn (?:công tác|giám sát|kiểm tra|đại biểu)[^.;]{0,180} làm việc|thăm và làm việc|"
    r"(?:đã|vừa|sẽ) họp|họp (?:phiên|bàn|góp ý|khẩn|trực tuyến|thường kỳ)|"
    # What an assembly does, it does in session.
    r"(?:quốc hội|hđnd|hội đồng nhân dân)\b[^,.;]{0,25} "
    r"(?:thảo luận|chất vấn|cho ý kiến|nghe|biểu quyết)|"
    r"tiếp xúc cử tri|đối thoại (?:với|giữa)|gặp gỡ|hội kiến|tập huấn|vận hành|khai giảng|"
    # "trung tâm vừa được Sở đưa vào hoạt động sáng 28-10"
    r"(?<!đã )đưa vào (?:hoạt động|vận hành|sử dụng)(?! từ)|"
    r"chủ trì (?:họp|làm việc)|gặp mặt|được công bố tại)\b"
)
# "Thủ tướng chỉ đạo các bộ làm việc với", "đề nghị khởi công": it is yet to be done.
_ORDERED = re.compile(r"\b(?:chỉ đạo|yêu cầu|đề nghị|kiến nghị|đề xuất|giao cho)\b")

# "phát biểu tại hội thảo", "cuối hội thảo", "tham dự hội nghị có": inside the event.
_INSIDE = re.compile(
    r"^\W*(?:phát biểu|chia sẻ|trao đổi|kết luận|tham dự|tham gia|đến dự|cùng dự|dự|theo|bên lề|"
    r"cuối|"
    r"kết thúc|khép lại|mở đầu|trong khuôn khổ|dịp này|nhân dịp|trả lời|(?:cũng )?(?:tại|ở|sau) "
    r"(?:đây|buổi|cuộc|phiên|kỳ|hội (?:nghị|thảo)|lễ|diễn đàn|tọa đàm|đại hội|sự kiện|"
    r"chương trình)) "
)
# "về nước sau (khi dự) hội nghị", "trong thời gian diễn ra triển lãm": the event only gives the
# time; and one that somebody "đề xuất tổ chức" may never be held.
ASIDE = re.compile(
    r"\b(?:(?:sau|trước|kể từ|(?:thời gian|khi|nơi) (?:sẽ )?diễn ra)"
    r"(?: khi(?: (?:tham )?dự)?| các)?|(?:đề xuất|đề nghị) tổ chức)(?: (?:một|các))? $"
)
# "sự kiện kết hôn": with such a word behind it, it is nothing that is held, unless it says so.
NEW_THING = re.compile(r" (?!này|do|được|đã|sẽ|có|là|diễn|trên|lần|năm|vào|tại|ở|thường)[^\W\d_]")
# "Kết thúc hội nghị, Tổng thống về nước chiều 28/2": the day is of what came afterwards.
_AFTERWARDS = re.compile(r"\W*(?:kết thúc|sau (?:khi|hội|lễ|buổi|cuộc|phiên))\b")
# "Trao đổi với VnExpress ngày 26/12", "trả lời phỏng vấn": said to a paper, not on a stage.
_TO_THE_PRESS = re.compile(
    r"\b(?:(?:trao đổi|chia sẻ|trò chuyện|nói|trả lời) (?:với |cùng )?(?:pv|phóng viên|"
    r"báo(?! (?:cáo|chí))|tờ|đài|hãng tin|tuổi trẻ|vnexpress|zing|vietnamnet|dân trí|thanh niên|"
    r"người đưa tin|lao động|tiền phong)|phỏng vấn|(?:hành lang|bên lề) quốc hội)\b"
)
# "báo South Post dẫn phát ngôn của bà tại cuộc họp báo": another paper was there.
_AT_SECOND_HAND = re.compile(
    r"\b(?:báo|tờ|hãng|đài|thông tấn)\b[^.;]{0,60} dẫn (?:phát ngôn|lời|phát biểu)\b"
)
# "Trong chương trình còn có lễ trao giải", "bên lề hội thảo là triển lãm": a part of the event.
_PART_OF = re.compile(
    r"^\W*(?:trong (?:chương trình|khuôn khổ)|bên lề|bên cạnh|ngoài (?:ra|phiên|phần)|cũng trong)\b"
)
# "Đó là thông tin tại hội nghị sáng 16/7", "mục tiêu này được đưa ra tại", "câu hỏi ấy đặt ra ở".
_REFERS_BACK = re.compile(
    r"\b(?:đó là|đây là|(?:thông tin|nội dung|số liệu|mục tiêu|yêu cầu|nhận định|câu hỏi|"
    r"khẳng định|"
    r"ý kiến|đề nghị|chia sẻ|điều) (?:này|trên|ấy|đó)|như (?:vậy|thế|trên)|thông tin (?:được|tại)|"
    r"(?:được|đã) (?:đưa ra|nêu ra|đặt ra|công bố|chia sẻ|thông tin|nhấn mạnh))\b[^.;]{0,60}"
    r"\b(?:tại|ở|trong)\b"
)
# Another edition or another event: "trước đó", "năm ngoái", "ở kỳ gần nhất", "cuộc họp tiếp theo".
_OTHER = re.compile(
    r"\b(?:trước đó(?! theo kế hoạch)|trước đây|năm ngoái|(?<!\d )(?:năm|tháng|tuần) trước|dự định|"
    r"(?:kỳ|lần) (?:gần nhất|trước|sau|tới)|tiếp theo|lần đầu vào|"
    r"sau (?:cuộc|phiên|kỳ|buổi) |sắp tới|thời gian tới|trao cờ|"
    r"sẽ (?:tiếp tục )?(?:tổ chức|tới|thăm))\b"
)
# "Để đạt mục tiêu trên, tỉnh giao Sở tổ chức hội nghị": a task, not yet an event.
_TASK = re.compile(
    r"^\W*(?:để|nhằm) [^.;]{5,90}, [^,.;]{3,50}\b(?:giao|yêu cầu|đề nghị|chỉ đạo|phân công)\b"
)
# "theo tài liệu cho hội nghị": the event is only a source.
_SOURCE = re.compile(
    r"\b(?:tài liệu|báo cáo|nghị quyết|quyết định|thông báo|kết luận|biên bản|văn kiện|ước tính|"
    r"khảo sát|nghiên cứu|xếp hạng) (?:cho|của|phục vụ|gửi)\b"
)
# "Quyết định số 95/QĐ-TTg ngày 15/1/2014", "đã ban hành": the date is that of a document.
_DOCUMENT = re.compile(
    r"\b(?:ban hành|phê duyệt|căn cứ|nghị định|thông tư|chỉ thị|quyết định số)\b"
)
# "Quyết định số 95/QĐ-TTg ngày 15/1": and so is this day, in whatever sentence.
_DATED_PAPER = re.compile(
    r"\b(?:nghị (?:định|quyết)|thông tư|chỉ thị|quyết định|công văn|kế hoạch|luật)"
    r"(?: (?:số )?[\w/.-]*\d[\w/.-]*)?(?: - \w+)? (?:ký |ban hành )?ngày \d{1,2}\b"
)


def acts(said: str) -> bool:
    """Whether a ceremony or a meeting is told by its act, done and not only ordered."""
    act = ACT.search(said)
    return act is not None and not _ORDERED.search(said, 0, act.start())


def weight(said: str, named: bool) -> float:
    """Return how much `said` announces; `named` where it names an event."""
    dated = bool(WHEN.search(_DATED_PAPER.sub("", said)))
    happens = bool(HAPPENS.search(said))
    acted = not named and dated and acts(said)
    return (
        2.0 * happens
        + 2.0 * dated
        + 1.0 * (not dated and bool(_JUST.search(said)))
        + 1.0 * bool(_WHERE.search(said))
        + 1.5 * (dated and bool(_REFERS_BACK.search(said)))
        + 1.0 * (dated and not happens and bool(_ATTENDS.search(said)))
        - 1.5 * (not named)
        + 1.0 * acted
        - 2.0 * (bool(_INSIDE.match(said)) and not dated)
        - 1.5 * (dated and not happens and bool(_AFTERWARDS.match(said)))
        - 2.0 * (not happens and bool(_TO_THE_PRESS.search(said)))
        - 3.0 * (not happens and bool(_AT_SECOND_HAND.search(said)))
        - 2.0 * bool(_PART_OF.match(said))
        - 3.0 * bool(_OTHER.search(said))
        - 1.0 * ("dự kiến" in said)
        - 1.0 * (not happens and " sẽ " in said)
        - 3.0 * (not _HOLDS.search(said) and bool(_SOURCE.search(said)))
        - 2.0 * (not dated and bool(_TASK.match(said)))
        - 2.0 * (not happens and bool(_DOCUMENT.search(said)))
    )
