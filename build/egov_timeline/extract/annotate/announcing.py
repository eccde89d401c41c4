"""What a sentence says of an event, weighed: that it is held, its day, its act, its background.

Turns the words of one sentence (of a key) into a weight: the higher, the more it announces. It
knows neither the article nor the sentence's place in it. The long tables that each sentence is
held against look through it together: each entry opens with a word (`alternatives`).
"""

from __future__ import annotations

import re
from functools import partial

from egov_timeline.alternatives import OF_ARTICLE, Alternatives, Openings
from egov_timeline.extract.lexicon import words

_table = partial(Alternatives, beside=Openings())
_PART = words("part of day")
# "ngày 17.9", "sáng nay", "hôm 25/7", "trong hai ngày 29-30/10", "vào 18-19/5", "(3/11)"; never
# "hằng ngày", nor "ngày 10/10 hằng năm".
WHEN = _table(
    rf"\b(?<!hằng )(?<!hàng )(?<!mỗi )(?:ngày|hôm|{_PART}|ngày mồng) ?"
    r"\d{1,2}\b(?! (?:năm|tháng \d{4}))(?!%|,\d)"
    r"(?!(?:[-/.]\d{1,2}| tháng \d{1,2})? (?:hằng|hàng) năm)|"
    rf"\b(?:{_PART}|hôm) (?:nay|qua)\b|"
    r"\bthứ (?:hai|ba|tư|năm|sáu|bảy),? ?\(?\d{1,2}[-/.]\d{1,2}\b|"
    r"\btrong (?:hai|ba|\d+) ngày\b|^\d{1,2}[-/]\d{1,2},|"
    r"(?:\bvào |\()(?:\d{1,2}-)?\d{1,2}/\d{1,2}\b|"
    rf"\b(?:{_PART}|hôm) (?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)\b|"
    r"\bcuối tuần (?:qua|trước|này)\b|\bngày (?:đầu tiên|cuối cùng) của tháng\b|"
    r"\bngày [^\W\d_]{2,5}(?: [^\W\d_]{2,5})? tháng (?!\d{4})(?:[^\W\d_]|\d)"
)
# A lead that opens with its day: "(THTG) Ngày 26/8, tại", "ĐÀ NẴNG-Sáng 23-7, bảng điện tử".
OPENS_WITH_DAY = re.compile(
    rf"^[^.;]{{0,45}}?\b(?:ngày|hôm|{_PART}) ?(?:ngày )?(?:nay\b|\d{{1,2}}\b(?! năm))"
)
# "vừa tổ chức lễ ra mắt", "tại buổi tọa đàm mới đây": lately, though no day is given.
_JUST = _table(
    r"\b(?:mới đây|vừa qua|vừa (?:chính thức |được )?"
    rf"{words('hold', 'occur', 'open', 'close', 'launch', 'sign')})\b"
)
# "Ban tổ chức chia thành hai phiên": there is an event; "Ban Tổ chức Trung ương" is a body of the
# Party.
COMMITTEE = re.compile(r"ban tổ chức\b(?! (?:trung ương|tỉnh|thành|huyện|quận|cán bộ))")
_WHERE = re.compile(r"\b(?:tại|ở)\b")

# "X tổ chức hội thảo", "hội thảo diễn ra", "chủ trì hội nghị", "cuộc thi bắt đầu nhận bài". A body
# is no deed ("các tổ chức", "Tổ chức Y tế Thế giới"), nor is what goes badly ("diễn ra chậm").
HAPPENS = _table(
    rf"\b(?:{words('hold', 'open', 'close', 'launch', 'sign', 'award')}|"
    rf"{words('preside', 'convene', 'host')}|(?<!đang )(?<!sắp )(?<!từng ){words('occur')}|"
    r"mở màn|mở ra|quy tụ|"
    r"lùi (?:lịch|thời gian)|hoãn|(?<!trong đó )có (?:buổi|cuộc)|lễ công bố|"
    r"mở (?:lớp|khóa|đợt)|nhận (?:hồ sơ|bài|ý tưởng) (?:dự thi|tham gia|tham dự|đăng ký)|"
    r"do [^.;,]{3,90}? thực hiện)\b"
)
# "UBND tỉnh đã tổ chức hội nghị công bố quyết định của Chủ tịch": it is held, whatever it is about.
_HOLDS = _table(
    rf"\b(?:đã|vừa|chính thức) (?:phối hợp )?{words('hold')} (?:\w+ ){{0,2}}"
    rf"(?:{words('gathering')}|hội|lớp|khóa|họp)\b"
)
# "Thủ tướng dự hội nghị", "phát biểu tại phiên họp": with a day, that announces as well.
_ATTENDS = _table(rf"\b(?:{words('attend', 'say')}|yêu cầu)\b")
# A ceremony told by its act alone, with its day: "ra mắt ngày 25-7", "ngày 23-10, hai bên ký kết".
_CEREMONY = (
    r"ký (?:kết|thỏa thuận|biên bản|hợp đồng|bản ghi nhớ|ghi nhớ|giao ước|quy chế|cam kết|"
    r"chương trình|hiệp định|kế hoạch(?! số))|cắt băng|họp báo|"
    rf"{words('launch', 'call', 'award')}|(?<!sẽ được ){words('open')}|"
    r"ra quân(?! (?:để )?(?:xử lý|thực hiện cưỡng chế))|công bố (?:quyết định|thành lập)|"
    r"khởi động(?! (?:lại|điều tra))|"
    r"trao (?:tặng|quyết định|giấy (?:phép|chứng nhận)|bằng khen|học bổng)|"
    # "bàn giao máy tính cho xã", not a suspect, his file or the land for a road
    r"bàn giao(?! (?:\d+% )?(?:hồ sơ|mặt bằng|tang vật|đối tượng|nghi phạm|cho công an))|"
    # "trung tâm vừa được Sở đưa vào hoạt động sáng 28-10"
    r"(?<!đã )đưa vào (?:hoạt động|vận hành|sử dụng)(?! từ)|"
    r"(?:chính thức|vừa|bắt đầu|công bố|khai trương,?(?: và)?) vận hành|được công bố tại|"
    # "tại Hà Nội, Viện Dữ liệu công bố báo cáo": there it was shown to an audience
    r"tại [^.;,]{2,40}, [^.;,]{3,90} (?:công bố|giới thiệu)"
)
# A meeting told by what people did: a delegation, an assembly, a host; no post, no suspect.
_MEETING = (
    r"(?<!đang )(?<!từng )(?<!đăng ký )làm việc với"
    r"(?! (?:cơ quan (?:chức năng|điều tra|công an)|công an|bà|ông|anh|chị)\b)|"
    # "đoàn công tác của Bộ đã đến nhà máy … làm việc"
    r"đoàn (?:công tác|giám sát|kiểm tra|đại biểu)[^.;]{0,180} làm việc|thăm và làm việc|"
    r"(?<!cuộc )(?<!phiên )(?<!buổi )(?<!kỳ )(?<!khóa )họp(?! mặt)|gặp mặt|gặp gỡ|hội kiến|"
    # What an assembly does, it does in session.
    r"(?:quốc hội|hđnd|hội đồng nhân dân)\b[^,.;]{0,25} "
    r"(?:thảo luận|chất vấn|cho ý kiến|nghe|biểu quyết|góp ý)|"
    r"(?:thảo luận|góp ý|cho ý kiến)\b[^.;]{0,90}\b(?:hội trường|(?:các|nhiều|một số) đại biểu)|"
    r"tiếp xúc cử tri|đối thoại (?:với|giữa)|tập huấn|chủ trì làm việc|"
    r"(?:sơ kết|tổng kết) (?:công tác|phong trào|chương trình|đề án|\d+ năm|(?:một|hai|ba) năm)|"
    # "nói chuyện với 300 sinh viên", "đã tiếp đoàn doanh nghiệp"
    r"(?:nói chuyện|trò chuyện|giao lưu|trao đổi) với (?:(?:các|hơn|gần|\d+) ){0,2}(?:sinh viên|"
    r"học sinh|kiều bào|người dân|cử tri|thanh niên|đoàn viên|doanh nghiệp)|"
    r"(?<!trực )(?<!gián )(?<!liên )tiếp (?:thân mật |xã giao )?(?:và làm việc với )?"
    r"(?:đoàn|phái đoàn|đại sứ|ông|bà|ngài|(?:phó |tổng )?(?:chủ tịch|giám đốc)|bộ trưởng|"
    r"tổng thống|(?:phó )?thủ tướng|quốc vương|(?:tổng )?bí thư)"
)
_ACT = rf"\b(?:{_CEREMONY}|{_MEETING})\b"
ACT, _ACT_OF_SENTENCE = Alternatives(_ACT, OF_ARTICLE), _table(_ACT)
# "Thủ tướng chỉ đạo các bộ làm việc với", "nhằm bàn giao", "cho biết vừa ra mắt": it is yet to be
# done, or only told of; the day is that of the telling.
_ORDERED = _table(rf"\b(?:{words('ask', 'inform')}|giao cho|nhằm)\b")

# "phát biểu tại hội thảo", "cuối hội thảo", "tham dự hội nghị có": inside the event.
_INSIDE = re.compile(
    rf"^\W*(?:{words('attend', 'close')}|phát biểu|chia sẻ|trao đổi|kết luận|tham dự|đến dự|"
    r"cùng dự|theo|bên lề|cuối|kết thúc|mở đầu|trong khuôn khổ|dịp này|nhân dịp|trả lời|"
    r"(?:cũng )?(?:tại|ở|sau) "
    rf"(?:đây|{words('gathering')})) "
)
# "về nước sau (khi dự) hội nghị", "trong thời gian diễn ra triển lãm": the event only gives the
# time; and one that somebody "đề xuất tổ chức" may never be held.
ASIDE = re.compile(
    rf"\b(?:(?:sau|trước(?: giờ)?|kể từ|nhân dịp|(?:thời gian|khi|nơi) (?:sẽ )?{words('occur')})"
    rf"(?: khi(?: (?:tham )?dự)?| các)?|{words('ask')} {words('hold')})(?: (?:một|các))? $"
)
# "sự kiện kết hôn": with such a word behind it, it is nothing that is held, unless it says so.
NEW_THING = re.compile(r" (?!này|do|được|đã|sẽ|có|là|diễn|trên|lần|năm|vào|tại|ở|thường)[^\W\d_]")
# "Kết thúc hội nghị, Tổng thống về nước chiều 28/2": the day is of what came afterwards.
_AFTERWARDS = re.compile(r"\W*(?:kết thúc|sau (?:khi|hội|lễ|buổi|cuộc|phiên))\b")
# "Trao đổi với VnExpress ngày 26/12", "trả lời phỏng vấn": said to a paper, not on a stage.
_TO_THE_PRESS = _table(
    r"\b(?:(?:trao đổi|chia sẻ|trò chuyện|nói|trả lời) (?:với |cùng )?(?:pv|phóng viên|"
    r"báo(?! (?:cáo|chí))|tờ|đài|hãng tin|tuổi trẻ|vnexpress|zing|vietnamnet|dân trí|thanh niên|"
    r"người đưa tin|lao động|tiền phong)|phỏng vấn)\b"
)
# "báo South Post dẫn phát ngôn của bà tại cuộc họp báo": another paper was there.
_AT_SECOND_HAND = re.compile(
    r"\b(?:báo|tờ|hãng|đài|thông tấn)\b[^.;]{0,60} dẫn (?:phát ngôn|lời|phát biểu)\b"
)
# "theo Reuters", "AFP dẫn lời": nobody of the paper was there at all.
_OF_AGENCY = _table(
    r"\b(?:reuters|afp|sputnik|tass|bloomberg|cnn|bbc|yonhap|kyodo|ap|scmp|cnbc|rt|nhk|"
    r"tân hoa xã|global times|interfax|defense blog|washington post|new york times)\b"
)
# "trong bài viết nhan đề", "bên hành lang Quốc hội": written, or said in passing.
_OFF_STAGE = _table(
    r"\btrong (?:bài viết|bức thư|thư gửi|cuốn sách|cuộc (?:trả lời )?phỏng vấn)\b|"
    r"\b(?:hành lang|bên lề) quốc hội\b"
)
# "được Quốc hội thông qua tại kỳ họp thứ 5": how a law came about.
_PASSED = _table(r"\bđược [^.,;]{2,40}thông qua\b|\bcó hiệu lực\b")
# "Trong chương trình còn có lễ trao giải", "bên lề hội thảo là triển lãm": a part of the event; yet
# "Trong khuôn khổ buổi nói chuyện hôm 4-5" gives its day.
_PART_OF = re.compile(
    rf"^\W*(?:trong (?:chương trình|khuôn khổ)(?! [^,;(]{{3,60}} (?:hôm|ngày|{_PART}) \d)|"
    r"bên lề|bên cạnh|ngoài (?:ra|phiên|phần)|cũng trong)\b"
)
# "Đó là thông tin tại hội nghị sáng 16/7", "mục tiêu này được đưa ra tại", "câu hỏi ấy đặt ra ở".
_REFERS_BACK = _table(
    r"\b(?:đó là|đây là|(?:thông tin|nội dung|số liệu|mục tiêu|yêu cầu|nhận định|câu hỏi|"
    r"khẳng định|"
    r"ý kiến|đề nghị|chia sẻ|điều) (?:này|trên|ấy|đó)|như (?:vậy|thế|trên)|thông tin (?:được|tại)|"
    r"(?:được|đã) (?:đưa ra|nêu ra|đặt ra|công bố|chia sẻ|thông tin|nhấn mạnh))\b[^.;]{0,60}"
    r"\b(?:tại|ở|trong)\b"
)
_EXPECTED = _table(r"\bdự (?:kiến|tính)\b")
# "được tổ chức hằng năm": a custom, of no one day.
_EVERY_YEAR = _table(r"\b(?:hằng|hàng|mỗi) năm\b")
# "Trong ảnh: Ra mắt 4 tổ công nghệ số": what the picture shows, whatever the news is.
_PICTURED = re.compile(r"\W*(?:trong )?ảnh(?: trên| dưới)? ?:")
# Another edition or another event: "trước đó", "năm ngoái", "ở kỳ gần nhất", "cuộc họp tiếp theo".
_OTHER = _table(
    rf"\b(?:{words('earlier', 'last edition', 'next edition', 'handover')}|"
    r"(?<!\d )(?:tháng|tuần) trước|dự định|lần đầu vào|sắp tới|thời gian tới|"
    r"sẽ (?:tiếp tục )?(?:tổ chức|tới|thăm)|cách đây (?!ít|vài|mấy)[^.,;]{1,12}(?:năm|tháng))\b"
)
# "Sau phiên họp ngày 5/6, …": the day is of what came before.
_AFTER = re.compile(r"[^,]{0,40}\bsau (?:cuộc|phiên|kỳ|buổi) ")
# "Phó Thủ tướng dự hội nghị sơ kết Chỉ thị 11": there he was, whatever paper it is about.
_TAKES_PART = _table(
    rf"\b(?:dự|{words('preside')}|phát biểu tại) (?:\w+ )?(?:{words('gathering')}|hội)\b"
)
# "Để đạt mục tiêu trên, tỉnh giao Sở tổ chức hội nghị": a task, not yet an event.
_TASK = re.compile(
    r"^\W*(?:để|nhằm) [^.;]{5,90}, [^,.;]{3,50}"
    rf"\b(?:{words('ask')}|giao|phân công)\b"
)
# "Ba kỹ sư có mặt tại Berlin để dự lễ ra mắt": why they went, and the news is of them
_TO_ATTEND = _table(r"\b(?:để|được mời) (?:tham )?dự\b")
# "theo tài liệu cho hội nghị": the event is only a source.
_SOURCE = _table(
    r"\b(?:tài liệu|báo cáo|nghị quyết|quyết định|thông báo|kết luận|biên bản|văn kiện|ước tính|"
    r"khảo sát|nghiên cứu|xếp hạng) (?:cho|của|phục vụ|gửi)\b(?! (?:trung ương|quốc hội|thủ tướng))"
)
# "Quyết định số 95/QĐ-TTg ngày 15/1/2014", "đã ban hành": the date is that of a document.
_DOCUMENT = _table(r"\b(?:ban hành|phê duyệt|căn cứ|nghị định|thông tư|chỉ thị|quyết định số)\b")
# "Quyết định số 95/QĐ-TTg ngày 15/1": and so is this day, in whatever sentence.
_DATED_PAPER = re.compile(
    r"\b(?:nghị (?:định|quyết)|thông tư|chỉ thị|quyết định|công văn|kế hoạch|luật)"
    r"(?: (?:số )?[\w/.-]*\d[\w/.-]*)?(?: - \w+)? (?:ký |ban hành )?ngày \d{1,2}\b"
)


def weigh(said: str, named: bool) -> tuple[float, bool]:
    """Return how much `said` announces, and whether it says what; `named` where it names an event.

    A ceremony or a meeting may be told by its act alone: with its day, done and not only ordered.
    """
    dated = bool(WHEN.search(_DATED_PAPER.sub("", said) if "ngày " in said else said))
    act = _ACT_OF_SENTENCE.search(said) if dated and not named else None
    acted = act is not None and not _ORDERED.search(said, 0, act.start())
    return _weight(said, named, dated, acted), named or acted


# "Điều hành phiên thảo luận sáng nay, bà Na cho biết …": what follows is what was said there.
_SAYS = _table(rf"\b{words('say', 'ask')}\b")


def frame(said: str) -> str:
    """Return what leads up to the words of a speaker, where that names the day; else all of it."""
    says = _SAYS.search(said)
    return said[: says.start()] if says and WHEN.search(said, 0, says.start()) else said


def _weight(said: str, named: bool, dated: bool, acted: bool) -> float:
    happens = bool(HAPPENS.search(said))
    refers = bool(_REFERS_BACK.search(said))
    leading = frame(said)
    return (
        2.0 * happens
        + 2.0 * dated
        + 1.0 * (not dated and bool(_JUST.search(said)))
        + 1.0 * bool(_WHERE.search(said))
        + 1.5 * (dated and refers)
        + 1.0 * (named and not dated and refers)
        + 1.0 * (dated and not happens and bool(_ATTENDS.search(said)))
        - 1.5 * (not named)
        + 1.0 * acted
        - 2.0 * (bool(_INSIDE.match(said)) and not dated)
        - 1.5 * (dated and not happens and bool(_AFTERWARDS.match(said)))
        - 2.0 * (not happens and bool(_TO_THE_PRESS.search(said)))
        - 3.0 * (not happens and " dẫn " in said and bool(_AT_SECOND_HAND.search(said)))
        - 3.0 * bool(_OF_AGENCY.search(said))
        - 3.0 * bool(_OFF_STAGE.search(said))
        - 3.0 * (not happens and bool(_PASSED.search(said)))
        - 2.0 * bool(_PART_OF.match(said))
        - 3.0 * bool(_OTHER.search(leading) or _AFTER.match(leading))
        - 1.0 * bool(_EXPECTED.search(leading))
        - 1.0 * (not happens and " sẽ " in leading)
        - 3.0 * (not _HOLDS.search(said) and bool(_SOURCE.search(said)))
        - 2.0 * (not dated and bool(_TASK.match(said)))
        - 3.0 * (not dated and bool(_TO_ATTEND.search(said)))
        - 3.0 * (not dated and bool(_EVERY_YEAR.search(said)))
        - 3.0 * bool(_PICTURED.match(said))
        - 2.0 * (not (happens or _TAKES_PART.search(said)) and bool(_DOCUMENT.search(said)))
    )
