"""What a portal puts around an article, told by its own words.

Names a line NAVIGATION, WIDGET, COPYRIGHT, LINK, STAMP or RELATED (the label over a list of other
stories) only where the whole line is such furniture, never for a word that it contains.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from egov_timeline import moments
from egov_timeline.clean.lines import Line
from egov_timeline.clean.metadata import is_full, is_row, is_stamp, labels_event, names_author
from egov_timeline.records import Part
from egov_timeline.text import CAPITAL, word_count


def _any(*forms: str) -> re.Pattern[str]:
    return re.compile("|".join(forms))


_LINK = _any(
    r"(?:https?://|www\.)\S+",
    r"\S+\.(?:jpe?g|png|gif|webp|svg|pdf|docx?|mp4)(?: ?\(\d+[.,]?\d* ?[kmb]{1,2}\))?",
    r"(?:>> ?)?!?\[[^\]]{0,300}\]\([^)]{0,600}\)(?: ?\|)?",  # "![](…)", ">> [Tất cả …](#)"
    r"[=_*~#|\\-]{3,}|more",
)

# "Tin khác", "Các tin đã đưa:", "Bài liên quan", "Những tin cũ hơn", "Tin cùng chuyên mục"
_WHICH = (
    r"(?:khác|liên quan|cùng (?:chuyên )?mục|cùng (?:chủ đề|loại|tác giả)|đã (?:đưa|đăng)|"
    r"mới(?: hơn| nhất| đăng| cập nhật)?|cũ(?: hơn)?|nổi bật|(?:đọc|xem) nhiều(?: nhất)?|"
    r"tiêu điểm|nóng|trước(?: đó)?|sau|(?:tiếp|kế)(?: theo| tiếp)?|gần đây)"
)
_RELATED = _any(
    r"(?:(?:các|những|một số) )?(?:tin|bài|bài viết|tin bài|tin tức|bản tin|sự kiện|câu hỏi|"
    r"văn bản)"
    rf"(?:,? bài)?(?: viết)? {_WHICH}(?: trong (?:ngày|tuần))?",
    r"(?:đọc|xem|đón đọc) (?:thêm|tiếp|nhiều(?: nhất)?)",
    r"cùng (?:(?:chuyên )?mục|tác giả|chủ đề)|đừng bỏ lỡ|liên quan|chủ đề liên quan",
    r"(?:có thể bạn|bạn có thể) (?:quan tâm|thích|chưa biết)|(?:gợi ý|dành) cho bạn",
    r"mới (?:nhất|cập nhật)|nổi bật(?: .{1,30})?|tiêu điểm|dòng sự kiện",
)
# "Đọc thêm: Giá vé xe khách liên tỉnh giảm sâu": label and headline in one; ">> Headline"
_RELATED_INLINE = re.compile(
    r"(?:(?:đọc|xem) (?:thêm|tiếp)|(?:tin|bài)(?: viết)? (?:liên quan|khác|cùng chuyên mục|"
    r"trước(?: đó)?|sau|(?:tiếp|kế)(?: theo| tiếp)?|(?:cũ|mới) hơn))(?: ?: ?|  +).|>{1,2} ?\S"
)

_DEGREES = r"\d{1,2} ?°c?"
_SKY = (
    r"(?:trời |có |ít |nhiều )?(?:nắng|mưa|mây|quang|sương|âm u|dông|giông|gió|độ ẩm)"
    r"(?: [^\W\d]+| ?:? ?\d{1,3} ?%){0,3}"
)
_COMMENTS = r"(?:ý kiến|bình luận|phản hồi|thảo luận|comments?)"
_WIDGET = _any(
    # "(0) Bình luận", "Ý kiến bạn đọc (0)"
    rf"\(?\d*\)? ?{_COMMENTS}(?: (?:của )?(?:bạn đọc|bạn|độc giả|bài viết|facebook))?"
    r" ?:? ?\(?\d*\)?",
    # "Gửi phản hồi", "Ý kiến của bạn sẽ được xét duyệt trước khi đăng."
    rf"(?:gửi|viết|đăng|thêm) (?:{_COMMENTS}|email|bài)(?: .{{0,20}})?",
    r"ý kiến của bạn.{0,80}|(?:bạn cần|vui lòng|hãy) .{0,20}đăng nhập.{0,60}|xếp theo ?:.{0,30}",
    r"(?:chia sẻ|share|tweet|like|thích)(?: (?:bài viết|qua|lên|trên|zalo|facebook|twitter)){0,4}"
    r"(?: ?:.{0,40})?",
    # "Đánh giá bài viết: …", "Tổng số điểm của bài viết là: 0 trong 0 đánh giá"
    r"(?:đánh giá|bình chọn|xếp hạng)(?: (?:bài viết|bài|cho bài viết))? ?:.{0,60}",
    r"tổng số điểm của bài viết.{0,60}|click để đánh giá.{0,30}|\(?\d* ?bình chọn ?\)?",
    # "Facebook Twitter In bài Gửi mail"
    r"(?:(?:facebook|twitter|zalo|google ?[+]?|g[+]|e?mail|in bài|gửi mail)[ ,|]{0,4}){2,8}",
    r"copy link|sao chép liên kết|(?:tin )?(?:quảng cáo|tài trợ)|advertisement|captcha",
    r"(?:đang|số người) (?:truy cập|online)\b.{0,30}|tổng (?:lượt|số) truy cập.{0,30}",
    r"(?:thống kê|lượt|số lượt) truy cập.{0,30}|(?:hôm nay|hôm qua|tuần này|tháng này|tất cả|tổng)"
    r"(?: ?:)? ?\d[\d.,]{0,12}",
    # "Hôm nay, Thứ Sáu, ngày 21/11/2025", "Chào mừng bạn đến với cổng …": of the page, not of it
    rf"(?:hôm nay(?: là)?|bây giờ là)[ :,-]{{1,3}}.{{0,20}}{moments.unnamed(moments.DAY)}.{{0,20}}",
    r".{0,60}chào mừng (?:bạn|quý|các bạn)\b.{0,20} (?:đến|ghé thăm|truy cập)\b.{0,80}",
    r"khách viếng thăm.{0,30}|theo dõi .{2,40} trên .{2,30}|đăng ký (?:nhận|theo dõi).{0,50}",
    r"placeholder|null|undefined|none|nan|banner|logo|loading.{0,5}|img|image|icon|audio",
    # "[idx] date 2018-03 | lang vi": what a crawler noted
    r"(?:\[\w{1,12}\] )?(?:(?:date|lang|language|id|idx|category|publisher)[ :=]{1,2}"
    r"[\w:+-]{1,30}[ |,;]{0,3}){1,6}",
    r"powered by.{0,80}|.{0,20}mã nguồn mở nukeviet.{0,600}",
    r"ch[uứ]ng nh[aậ]n t[ií]n nhi[eệ]m m[aạ]ng",
    r"nghe (?:nội dung )?(?:đọc )?bài(?: viết| báo)?|nghe audio|cỡ chữ.{0,20}|"
    r"(?:(?:giảm|tăng) ?/? ?){1,2}cỡ chữ|(?:thay đổi )?(?:độ )?tương phản|"
    r"a{1,2}[+-]?(?: {1,2}a{1,2}[+-]?){0,3}",
    # "28°C Nắng nhẹ", "Tuy Hòa 24°C - 31°C": the weather; "Tuy Hòa 39°C, trẻ em nghỉ học" is not
    rf"(?:[^\W\d]+ ){{0,4}}{_DEGREES}(?: ?[-/|~] ?{_DEGREES})?(?:[ ,|-]{{1,3}}{_SKY})?",
    # "00:00 / 04:12": a player
    r"[▶►⏵] ?\d{1,2}:\d\d.{0,60}|\d{1,2}:\d\d ?/ ?\d{1,2}:\d\d",
    # "Thăm dò ý kiến bạn đọc (12)", but "Thăm dò ý kiến về phố đi bộ" is a headline
    r"(?:thăm dò|trưng cầu) ý kiến(?: (?:của )?(?:bạn(?: đọc)?|độc giả|người d(?:ân|ùng)|"
    r"công dân|khách hàng))?(?: ?\(\d*\))?",
    r"mã bảo mật.{0,20}|họ (?:và )?tên ?\*?:?|nội dung ?\*?:",
)
_NAVIGATION = _any(
    # "Trang chủ > Khoa học - Công nghệ", "Trang chủ Giới thiệu Tin tức Văn bản Hỏi đáp Liên hệ"
    r"trang (?:chủ|nhất)\b.{0,120}|home\b.{0,80}|menu|rss|english|tiếng việt|ngôn ngữ.{0,20}",
    r"(?:(?:đăng (?:nhập|ký|xuất)|thành viên|tìm kiếm|trợ giúp)(?: ?[/|] ?|$)){1,5}",
    r"quên mật khẩu ?\??|chi tiết(?: bài viết| tin(?: tức)?)?(?: - .{2,40})?",
    # "Chuyển đến nội dung chính", but "Chuyển đến trụ sở mới" is a headline
    r"(?:bỏ qua để|chuyển) đến(?: (?:phần )?(?:nội dung|menu|thanh|khung|chân trang|đầu trang)"
    r"(?: (?:chính|trang|bài viết|điều hướng|công cụ|tìm kiếm)){0,2})?|"
    r"truy cập nội dung luôn|skip (?:to|ribbon).{0,30}",
    r"liên hệ|giới thiệu|hỏi ?-? ?đáp|thư viện (?:ảnh|video|tài liệu)|nội dung chính",
    r"sơ đồ (?:site|trang|cổng)|tìm kiếm.{0,20}|trang \d{1,4} ?/ ?\d{1,4}\b.{0,30}",
    r"(?:bạn cần biết|tiện ích|liên hệ|đặt báo)(?: (?:bạn cần biết|tiện ích|liên hệ)){1,3}",
    # "Từ khóa: …", "Tags: Cần Thơ  DTI", "#Gia Lai #5G"
    r"(?:tags?|từ khóa|thẻ|hashtag|keywords?|chủ đề|chuyên mục)(?: ?:.{0,200}| {2,}.{0,200})?",
    r"(?:#[^\s#][^#]{0,60}){1,20}",
    # "[Trở về]", "Bản in", "1 2 3 ... 7 Trang sau", "Xem thêm >>"
    r"\[?(?:trở (?:về|lại)|quay lại|về trang trước|(?:về |lên )?đầu trang)\]?",
    r"(?:trang|bản|xem bản) in|in (?:trang|bài|bài viết|tin)(?: này)?|tải (?:về|xuống)|download",
    r"(?:\d{1,3} ){2,9}.{0,12}trang (?:sau|cuối|tiếp)|trang (?:sau|trước)|gửi cho bạn(?: bè)?",
    r"xem (?:thêm|tất cả) ?>{1,2}",
)
_COPYRIGHT = _any(
    # "© 2021 Ghi rõ nguồn …"
    r".{0,60}©.{0,300}|\(c\) ?\d{4}.{0,200}|.{0,40}(?:copyright|all rights reserved).{0,200}",
    r".{0,80}ghi rõ nguồn.{0,200}|(?:®|bản quyền) ?(?:\d{4}|thuộc|của|bài viết|bởi|©).{0,200}",
    r"(?:số )?giấy phép (?:số|hoạt động|xuất bản|thiết lập|báo|cung cấp|bc).{0,200}",
    r"(?:phó )?tổng biên tập ?:.{0,80}|cơ quan (?:chủ quản|ngôn luận)\b.{0,120}",
    r"chịu trách nhiệm (?:chính|nội dung|xuất bản).{0,120}",
    r"(?:cấm|không được) (?:sao chép|trích dẫn).{0,160}",
)
# Contact lines tell of the page only where the text is over; inside, they tell where to register.
_CONTACT = _any(
    r"(?:tòa soạn|trụ sở|địa chỉ|điện thoại|đt|tel|fax|e?mail|liên hệ(?: quảng cáo)?|website) ?:"
    r".{0,200}|(?:đường dây nóng|hotline)\b.{0,80}",
    r".{0,120}\b(?:điện thoại|đt|tel|fax|hotline|zalo) ?:? ?[(+]?0[\d .()-]{7,16}.{0,80}",
)

# "Thời sự - Sự kiện", "Khoa học & Công nghệ": the section, above the title; but "Phát triển và hợp
# tác" is a headline as well
_SECTION_NAME = (
    r"(?:thời sự|sự kiện|tin tức|tin|chính trị|xã hội|kinh tế|văn hóa|giáo dục|khoa học|công nghệ|"
    r"đời sống|pháp luật|thế giới|trong nước|trong tỉnh|địa phương|"
    r"hoạt động|thông tin|y tế|du lịch|nông nghiệp|đào tạo|quốc phòng|an ninh|cải cách hành chính|"
    r"báo chí|xuất bản|truyền thông|chính phủ|"
    r"thể thao|giải trí|quốc tế|kinh doanh|môi trường|sức khỏe|bạn đọc|văn bản|thông báo|"
    r"thủ tục hành chính|(?:văn bản )?chỉ đạo,? ?điều hành|công báo|"
    r"công dân|doanh nghiệp|du khách|chính quyền|lịch (?:công tác|làm việc)|góp ý|hướng dẫn|"
    r"tổ chức bộ máy|quy hoạch|đấu thầu|dự án|video|podcast|media|multimedia|infographics?|"
    r"longform|e-?magazine|dân sinh|chính sách(?: - phát triển)?|"
    r"hợp tác quốc tế)"
)


@cache
def _section(more: tuple[str, ...]) -> re.Pattern[str]:
    name = "|".join((_SECTION_NAME, *map(re.escape, more)))
    return re.compile(rf"(?:{name})(?:(?: ?[-,&/>|»] ?| và | )(?:{name})){{0,9}}")


# the head of an official letter
_LETTERHEAD = re.compile(r"cộng hòa xã hội chủ nghĩa việt nam|độc lập - tự do - hạnh phúc")
# "Báo Điện tử Bắc Kạn", "CỔNG THÔNG TIN ĐIỆN TỬ TỈNH BẮC KẠN": the site, above the title
_SITE = re.compile(
    r"(?i:(?:báo|tạp chí)(?: điện tử)?|(?:cổng|trang) thông tin(?: điện tử)?(?: tổng hợp)?)"
    rf"(?: (?:[{CAPITAL}][\w&-]*|tỉnh|thành phố|huyện|quận|thị xã|xã|phường|và|của|"
    r"điện tử)){0,12}$"
)

# "Tin tức > Khoa học", "Văn bản mới » Kế hoạch": where the page stands in the site
_CRUMBS = re.compile(r"\w ?(?:>{1,2}|[»›→]) ?\w")

_FORMS = (
    (Part.LINK, _LINK),
    (Part.RELATED, _RELATED),
    (Part.WIDGET, _WIDGET),
    (Part.NAVIGATION, _NAVIGATION),
    (Part.COPYRIGHT, _COPYRIGHT),
)
# "🔍 Tìm kiếm", "☰ Menu": a sign before the word that it stands for
_ICONS = re.compile(r"^(?:[^\w\s\x00-\x7f“‘«…•–—][\s\ufe0f]*)+(?=[^\W\d_])")
_ITEMS = re.compile(r" {2,}| ?\| ?| • ")
_LONGEST = 160
_LONGEST_ITEM = 4
_LONGEST_FOOTER = 18
_FEWEST_OF_SENTENCE = 7
# What a longer line of furniture must say.
_SAYS_SO = (
    *("©", "nukeviet", "ghi rõ nguồn", "giấy phép", "http://", "https://", "cơ quan chủ quản"),
    *("#", "===", "---"),
)
_NEVER_TOLD = re.compile(r"©|nukeviet|^#|^từ khóa|^tags?\b")


def furniture(lines: Sequence[Line], sections: tuple[str, ...] = ()) -> dict[int, Part]:
    """Name the lines that are furniture from end to end; `sections` are known beside our own."""
    proses = [i for i, x in enumerate(lines) if x.prose and x.words > _LONGEST_FOOTER]
    head, foot = (proses[0], proses[-1]) if proses else (len(lines), -1)
    middle = proses[1] if len(proses) > 1 else len(lines)
    found = {}
    for index, line in enumerate(lines):
        if index and labels_event(lines[index - 1].key):
            continue  # when the event of a notice is, whatever it looks like
        part = _form(line)
        if part and index <= foot and _tells(line, part, inside=index > middle):
            part = None
        if part is None and index > foot:
            part = _at_the_foot(line)
        if part is None and index < head:
            part = _at_the_head(line, _section(sections))
        if part:
            found[index] = part
    return found


def _form(line: Line) -> Part | None:
    if len(line.key) > _LONGEST:
        head = line.key[:_LONGEST]
        if not any(said in head for said in _SAYS_SO):
            return None
    said = line.key.strip(" *_")
    said = said if said[:1].isalnum() else _ICONS.sub("", said)
    if not said:
        return Part.LINK
    if is_stamp(said):
        return Part.STAMP
    if _RELATED_INLINE.match(said) and not line.stopped:
        return Part.RELATED
    part = _part(said.rstrip(" :"))
    if part is None and ("  " in said or "|" in said):
        named = [_part(item.strip(" :")) for item in _ITEMS.split(said) if item.strip()]
        part = named[0] if named and all(named) else None
    return part


def _at_the_head(line: Line, section: re.Pattern[str]) -> Part | None:
    """Name what is furniture only above the text: menus, the site, its tools, dates and figures."""
    if is_row(line.key) or _LETTERHEAD.fullmatch(line.key):
        return Part.BYLINE if names_author(line.key) else Part.WIDGET
    items = _items(line)
    named = sum(bool(section.fullmatch(x) or _NAVIGATION.fullmatch(x)) for x in items)
    short = all(word_count(item) <= _LONGEST_ITEM for item in items)
    dated = short and any(map(is_stamp, items))
    if dated and (len(items) > 2 or is_stamp(items[0])):
        return Part.STAMP  # "04/03/2021 | Ban Biên tập | 0 nhận xét"
    menu = named == len(items) or (short and len(items) > (1 if named else 2))
    if menu or _CRUMBS.search(line.text) or _SITE.match(line.text):
        return Part.NAVIGATION
    return None if any(c.isalpha() for c in line.key) else Part.WIDGET


def _tells(line: Line, part: Part, *, inside: bool) -> bool:
    """Whether a line of the text only begins like furniture: "Trang chủ được làm lại …"."""
    if part is Part.STAMP:
        return inside and not is_full(line.key)  # a day or an hour heads a part of the text
    if part is Part.LINK or _NEVER_TOLD.search(line.key):
        return False
    return line.stopped and not line.asks and line.words >= _FEWEST_OF_SENTENCE


def _at_the_foot(line: Line) -> Part | None:
    """Name what is furniture only where the text is over: contacts, menus, bare figures."""
    if _CONTACT.fullmatch(line.key):
        return Part.COPYRIGHT
    items = _items(line)
    if len(items) > 1 and all(word_count(item) <= _LONGEST_ITEM for item in items):
        return Part.NAVIGATION
    return None if any(c.isalpha() for c in line.key) else Part.WIDGET


def _items(line: Line) -> list[str]:
    """Return the items of a row, as keys.

    "Hội  thảo về  chính quyền số" is no row: items that blanks alone part begin large.
    """
    parted = "|" in line.text or "•" in line.text
    said = [item.strip() for item in _ITEMS.split(line.text) if item.strip()]
    if not parted and any(item[0].islower() for item in said[1:]):
        return [line.key.strip()]
    return [item.strip() for item in _ITEMS.split(line.key) if item.strip()]


def _part(said: str) -> Part | None:
    return next((part for part, form in _FORMS if form.fullmatch(said)), None)
