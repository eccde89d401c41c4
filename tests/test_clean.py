"""What is the article and what is not, line by line.

A page is written as its lines with what each must be: "heading| …". A line that begins with "+"
or "&" stands on the same line of the page as the one before, after a space or glued to it; one that
begins with "/" is the second half of a block that a line break cut in two.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from egov_timeline.clean import clean
from egov_timeline.records import Article, Part
from egov_timeline.text import normalize
from project import SEEDS

LEAD = "Sáng 14/5, tại thành phố Tuy Hòa, Sở Nội vụ tổ chức hội nghị về một cửa điện tử cấp xã."
BODY = (
    "Dự hội nghị có lãnh đạo 9 huyện, thị xã, thành phố và hơn 120 cán bộ một cửa cấp xã.\n"
    "Báo cáo tại hội nghị, đại diện Sở Nội vụ cho biết 88% hồ sơ của cán bộ một cửa đúng hẹn."
)
MORE = (
    "Các huyện đề nghị Sở Nội vụ sớm ban hành mẫu hồ sơ thống nhất cho cán bộ một cửa cấp xã.\n"
    "Kết luận hội nghị, lãnh đạo Sở Nội vụ giao mỗi huyện chọn hai xã làm điểm trong quý III."
)


def page(script: str) -> tuple[str, list[tuple[str, str]]]:
    """Return the text of a page, and (part, words) of each of its blocks."""
    text, blocks = "", []
    for row in script.strip("\n").split("\n"):
        joint, row = (row[0], row[1:]) if row[:1] in ("+", "&", "/") else ("", row)
        part, _, words = row.partition("| ") if "| " in row else ("", "", row)
        words = words.strip() if part else row.strip()
        gap = {"+": " ", "&": "", "/": "\n", "": "\n"}[joint] if text else ""
        text += gap + words
        if joint == "/":
            blocks[-1] = (blocks[-1][0], f"{blocks[-1][1]}\n{words}")
        elif words:
            blocks.append((part or "body", words))
    return text, blocks


def told(article: Article) -> list[tuple[str, str]]:
    return [(b.part.value, article.text[b.start : b.end]) for b in article.blocks]


PAGES = {
    "menu, breadcrumb, title with a glued stamp, and the foot of a portal": f"""
widget| Banner
navigation| Đăng nhập
navigation| Trang chủ > Tin tức > Cải cách hành chính
heading| Phú Yên gỡ khó cho một cửa điện tử cấp xã
&stamp| 15/05/2019 07:30
{LEAD}
{BODY}
byline| Hoài An
navigation| Từ khóa: một cửa, cấp xã
widget| Bình luận (0)
related| Tin cùng chuyên mục
related| Đông Hòa khởi công hai tuyến kênh nội đồng (13/5)
related| Sông Cầu: Vào vụ tôm hùm sớm hơn mọi năm
copyright| © 2019 Cổng thông tin tỉnh. Ghi rõ nguồn khi đăng lại.
""",
    "the lead is said again by the text, which goes on": f"""
heading| Phú Yên gỡ khó cho một cửa điện tử cấp xã
stamp| Thứ tư - 15/05/2019 07:30 1.204 0
repeated| Sáng 14/5, tại thành phố Tuy Hòa, Sở Nội vụ tổ chức hội nghị về một cửa...
{LEAD}
{BODY}
""",
    "a caption that the page gives twice, and a photo credit": f"""
heading| Phú Yên gỡ khó cho một cửa điện tử cấp xã
{LEAD}
caption| Quang cảnh hội nghị sáng 14/5. Ảnh: Hoài An
{BODY}
repeated| Quang cảnh hội nghị sáng 14/5. Ảnh: Hoài An
credit| Ảnh: Hoài An |
{MORE}
""",
    "headlines of other stories under the lead": f"""
heading| Phú Yên gỡ khó cho một cửa điện tử cấp xã
{LEAD}
related| Tuy An nâng cấp sáu trạm y tế vùng bãi ngang
related| Sắp khai trương tuyến xe buýt về khu công nghiệp
{BODY}
""",
    "headings one below the other, numbered": f"""
heading| Đề án một cửa điện tử cấp xã của tỉnh Phú Yên
{LEAD}
heading| I. Mục tiêu của đề án đến năm 2025
heading| 1. Mục tiêu chung của toàn tỉnh Phú Yên
{BODY}
""",
    "a box of other stories inside the article": f"""
heading| Phú Yên gỡ khó cho một cửa điện tử cấp xã
{LEAD}
{BODY}
related| Tin liên quan
related| Tuy An nâng cấp sáu trạm y tế vùng bãi ngang
related| Sắp khai trương tuyến xe buýt về khu công nghiệp
{MORE}
""",
    "a reference to another story inside the article": f"""
heading| Phú Yên gỡ khó cho một cửa điện tử cấp xã
{LEAD}
{BODY}
related| Xem thêm: Tuy An nâng cấp sáu trạm y tế vùng bãi ngang
{MORE}
""",
    "a share bar above the body closes nothing": f"""
heading| Phú Yên gỡ khó cho một cửa điện tử cấp xã
widget| Chia sẻ:
{LEAD}
widget| Bình luận (0)
{BODY}
{MORE}
""",
    "behind the comments even the same words are not the article": f"""
heading| Phú Yên gỡ khó cho một cửa điện tử cấp xã
{LEAD}
{BODY}
byline| PV
widget| (1) Bình luận
related| Lê Na: Cán bộ một cửa cấp xã ở thành phố Tuy Hòa làm việc rất nhiệt tình, hồ sơ đúng hẹn.
""",
    "a teaser of another story, dated from now": f"""
heading| Phú Yên gỡ khó cho một cửa điện tử cấp xã
{LEAD}
{BODY}
related| Đừng bỏ lỡ
related| Ba tàu cá gặp nạn đã được lai dắt vào bờ an toàn
related| 3 giờ trước Thời sự
related| Rạng sáng nay, tàu kiểm ngư đã tiếp cận ba tàu cá cùng 21 ngư dân ở phía đông mũi Điện.
widget| Copy Link
""",
    "the title comes back at the end of the page": f"""
heading| Phú Yên gỡ khó cho một cửa điện tử cấp xã
{LEAD}
{BODY}
related| Mới nhất
widget| POWERED BY PHUCMS
repeated| Phú Yên gỡ khó cho một cửa điện tử cấp xã
""",
    "the line break cuts sentences": f"""
heading| Phú Yên gỡ khó cho một cửa điện tử cấp xã
Sáng 14/5, Sở Nội vụ tổ chức hội nghị với sự tham dự của các huyện, thị xã và
/chuyên gia về cải cách hành chính của tỉnh.
{BODY}
Chủ trì hội nghị là ông Lê Hoài, Chủ tịch UBND TP.
/Tuy Hòa Nguyễn Na và đại diện Sở Nội vụ.
""",
    "a signed article whose captions stand behind the name": f"""
heading| Phú Yên gỡ khó cho một cửa điện tử cấp xã
{LEAD}
{BODY}
byline| Hoài An

caption| Lãnh đạo Sở Nội vụ phát biểu tại hội nghị - Ảnh: HOÀI AN
""",
    "authors above the text, each with the office that employs them": f"""
byline| ThS. Lê Hoài An
byline| Trường Đại học Phú Yên
byline| TS. Trần Na
byline| Sở Nội vụ tỉnh Phú Yên
{LEAD}
{BODY}
""",
    "one line: title, stamp, author": f"""
heading| Phú Yên gỡ khó cho một cửa điện tử cấp xã
+stamp| 15/05/2019 07:30 |
+byline| Hoài An
{LEAD}
{BODY}
""",
    "a caption glued to the sentence after it": f"""
heading| Phú Yên gỡ khó cho một cửa điện tử cấp xã
{LEAD}
caption| Quang cảnh hội nghị
&body| Đoàn công tác của tỉnh Phú Yên đã thăm ba xã làm điểm trước khi vào hội nghị.
{BODY}
""",
    "the head of a site: name, menu, sections, share bar": f"""
navigation| CỔNG THÔNG TIN ĐIỆN TỬ TỈNH PHÚ YÊN
navigation| Giới thiệu | Tin tức | Văn bản | Liên hệ
navigation| Tin tức - Sự kiện
heading| Phú Yên gỡ khó cho một cửa điện tử cấp xã
widget| Facebook Twitter In bài Gửi mail
{LEAD}
caption| (Giám đốc Sở Nội vụ phát biểu khai mạc hội nghị)
{BODY}
""",
    "what stands above a title tells of the page": f"""
widget| Hôm nay, Thứ Sáu, ngày 21/11/2025
widget| Chào mừng bạn đến với trang của tỉnh Phú Yên!
navigation| Đăng nhập | English | Hộp thư
navigation| Sở Nội vụ > Tin tức > Cải cách
widget| Màu chữ
widget| Cỡ chữ
widget| 100%
byline| Viết bởi Administrator
heading| Phú Yên gỡ khó cho một cửa điện tử cấp xã
widget| Quay lại In trang Chia sẻ
{LEAD}
{BODY}
""",
    "the author stands below a title that ends in a small word": f"""
heading| Một cửa điện tử cấp xã ở Phú Yên: cái được và chưa được
byline| HOÀI AN
stamp| 15/05/2019 07:30 GMT+7
{LEAD}
{BODY}
""",
    "a title that begins as a caption does, above its stamp": f"""
heading| Hình ảnh: Phú Yên gỡ khó cho một cửa điện tử cấp xã
stamp| 15/05/2019 07:30
{LEAD}
{BODY}
""",
    "the paper behind its stamp, in the same line": f"""
heading| Phú Yên gỡ khó cho một cửa điện tử cấp xã
stamp| 07:30 - 15/05/2019 0
+byline| PHÚ YÊN
{LEAD}
{BODY}
""",
    "a title in quotation marks, as long as a paragraph": f"""
heading| "Hội thảo góp ý dự thảo tiêu chí đánh giá mức độ hoàn thành nhiệm vụ của cán bộ một cửa \
cấp xã trên địa bàn các huyện, thị xã, thành phố của tỉnh Phú Yên giai đoạn 2019 - 2025"
{LEAD}
{BODY}
""",
    "a title that is closed by a stop, above a dateline": f"""
heading| Hội nghị về một cửa điện tử cấp xã của tỉnh Phú Yên.
(PYO) {LEAD}
{BODY}
""",
    "a menu of a portal, one item a line, an unknown one among them": f"""
navigation| TRANG CHỦ
navigation| Tin tức - Sự kiện
navigation| Xứ Nẫu qua ảnh
navigation| Thủ tục hành chính
navigation| Liên hệ
heading| Phú Yên gỡ khó cho một cửa điện tử cấp xã
{LEAD}
{BODY}
""",
    "a ticker of other stories above the title": f"""
related| Tin mới:
related| • Khai mạc giải đua thuyền đầm Ô Loan lần thứ năm
related| • Hội nghị phòng chống hạn mặn diễn ra ngày 3/6
heading| Phú Yên gỡ khó cho một cửa điện tử cấp xã
{LEAD}
{BODY}
""",
    "headlines of others that no label names, above a title that the text takes up": f"""
related| Tàu cá Sông Cầu trúng luồng cá cơm những ngày đầu tháng ba
related| Hội đua thuyền đầm Ô Loan năm nay mở từ ngày 12 đến 16/3
heading| Phú Yên gỡ khó cho một cửa điện tử cấp xã
{LEAD}
{BODY}
""",
    "the tools of a mobile page": f"""
widget| ☰
navigation| Đăng nhập / Đăng ký
navigation| 🔍 Tìm kiếm
widget| 28°C Nắng nhẹ
heading| Phú Yên gỡ khó cho một cửa điện tử cấp xã
widget| Nghe nội dung bài viết
stamp| 00:00 / 04:12
widget| Tăng giảm cỡ chữ
{LEAD}
{BODY}
""",
    "teasers of other stories at the foot, each under its headline": f"""
heading| Phú Yên gỡ khó cho một cửa điện tử cấp xã
{LEAD}
{BODY}
related| Có thể bạn quan tâm
related| Tuy An mở phòng đọc sách cho trẻ em xã
related| Sáng 2/5, tại thành phố Tuy Hòa, Sở Văn hóa tổ chức hội nghị về thư viện điện tử cấp xã.
related| Đồng Xuân trao học bổng cho học sinh nghèo
related| Hội Khuyến học huyện vừa trao 50 suất học bổng cho học sinh nghèo vượt khó trong năm học.
""",
    "what a reader says below other headlines is not the article": f"""
heading| Phú Yên gỡ khó cho một cửa điện tử cấp xã
{LEAD}
{BODY}
related| Những tin cũ hơn
related| Tuy An nâng cấp sáu trạm y tế vùng bãi ngang
related| (12/05/2019)
widget| Ý kiến bạn đọc (1)
related| Mong Sở Nội vụ sớm tổ chức hội nghị về một cửa điện tử cấp xã ở huyện tôi như thế.
""",
    "a kicker and a title of which the text says nothing stay": f"""
heading| Xứ Nẫu hôm nay
heading| Chín huyện, một tấm lòng
{LEAD}
{BODY}
""",
    "a title in three lines of which the text says nothing stays": f"""
heading| Chuyện những người giữ lửa ở vùng cao Sơn Hòa quê tôi
heading| Mười năm băng rừng lội suối mang con chữ về bản xa
heading| Và một ngày mùa xuân không ai còn phải chờ đò nữa
{LEAD}
{BODY}
""",
    "points in brief below the title are of the article": f"""
heading| Phú Yên gỡ khó cho một cửa điện tử cấp xã
heading| - Ba xã miền núi được chọn làm điểm
heading| - Máy tính cũ là nỗi lo chung
{LEAD}
{BODY}
""",
    "marks of Markdown": f"""
heading| Phú Yên gỡ khó cho một cửa điện tử cấp xã
link| ==========================================
link| ![hội nghị](https://example.vn/hn.jpg "Hội nghị")
caption| Các cán bộ một cửa cùng thực hành trên máy
{LEAD}
{BODY}
byline| **Hoài An**
link| more
&body| (PYO) – Hội nghị về một cửa điện tử cấp xã vừa diễn ra sáng 14/5 tại thành phố Tuy Hòa.
""",
}


@pytest.mark.parametrize("script", PAGES.values(), ids=PAGES)
def test_a_page(script: str) -> None:
    text, blocks = page(script)
    assert told(clean(text)) == blocks


# Headlines that begin as furniture does, or are made of its words.
HEADLINES = [
    "Tuy Hòa nắng gắt 39°C, công sở đổi giờ làm",
    "Sơn Hòa 41°C: nhiều hồ chứa cạn nước",
    "Đồng Xuân thêm 12 xã đạt chuẩn nông thôn mới",
    "Thăm dò ý kiến về phố đi bộ",
    "Trưng cầu ý kiến đổi tên xã",
    "Chuyển đến trụ sở mới của huyện",
    "Chuyển đến nơi ở mới trước Tết",
    "Phát triển và hợp tác",
    "Hợp tác để phát triển",
]


@pytest.mark.parametrize("above", ["", "Trang chủ\n"])
@pytest.mark.parametrize("headline", HEADLINES)
def test_a_headline_of_words_of_furniture_stays(headline: str, above: str) -> None:
    assert ("heading", headline) in told(clean(f"{above}{headline}\n{LEAD}\n{BODY}"))


FURNITURE = [
    ("31°C", "widget"),
    ("Tuy Hòa 31°C", "widget"),
    ("Tuy Hòa 24°C - 31°C", "widget"),
    ("31°C Trời nắng", "widget"),
    ("Tuy Hòa 27 °C, mưa rào nhẹ", "widget"),
    ("27°C | Độ ẩm: 84%", "widget"),
    ("Thăm dò ý kiến", "widget"),
    ("Trưng cầu ý kiến bạn đọc (12)", "widget"),
    ("Chuyển đến nội dung chính", "navigation"),
    ("Bỏ qua để đến nội dung", "navigation"),
    ("Chuyển đến thanh điều hướng", "navigation"),
    ("Hợp tác quốc tế", "navigation"),
    ("Kinh tế | Chính sách - Phát triển", "navigation"),
]


@pytest.mark.parametrize(("line", "part"), FURNITURE)
def test_furniture_above_the_title(line: str, part: str) -> None:
    title = "Phú Yên gỡ khó cho một cửa điện tử cấp xã"
    blocks = told(clean(f"{line}\n{title}\n{LEAD}\n{BODY}"))
    assert blocks[:2] == [(part, line), ("heading", title)]


# A line in the middle of an article that only looks like furniture, a name or a stamp.
STAYS = [
    "Trang chủ của cổng dịch vụ công được thiết kế lại cho điện thoại.",
    "Bình luận về kết quả, ông Lê Hoài cho rằng tỉnh còn nhiều việc phải làm.",
    "Chia sẻ: kinh nghiệm của huyện Tuy An là giao việc kèm thời hạn.",
    "Hotline 1022 tiếp nhận phản ánh của người dân suốt ngày đêm.",
    "Ảnh hưởng của bão số 5 khiến buổi khai mạc lùi lại một giờ.",
    "Nguồn vốn của đề án gồm 12 tỷ đồng từ ngân sách tỉnh.",
    "Theo Sở Nội vụ, mỗi xã có ít nhất hai cán bộ một cửa.",
    "Báo chí khi đăng lại số liệu này phải ghi rõ nguồn và thời điểm thống kê.",
    "Địa chỉ: Hội trường Sở Nội vụ, 02 đường Trần Phú, thành phố Tuy Hòa.",
    "Điện thoại đăng ký tham dự: 0257 3000 000, gặp bà Na.",
    "Đăng ký tham dự trước ngày 20/5 tại văn phòng Sở.",
    "Khai mạc lúc 8:00 ngày 17/9/2020",
    "8h00 - 8h30: Đón tiếp đại biểu",
    "8h30 - 9h00",
    "Ngày 20/10/2020",
    "“Huyện đi đầu cả tỉnh là sao?",
    "Giấy phép hoạt động của ba đại lý bị thu hồi trong quý I.",
    "– Bước 2: Nhấn vào liên kết trong thư.",
    "Mở rộng một cửa điện tử xuống thôn",
    "Cổng thông tin điện tử tỉnh đạt giải nhất",
    "Có nên thu phí dịch vụ công?",
    "Ảnh chụp màn hình.",
    "Hai cán bộ bị nhắc nhở vì chụp ảnh",
    "Chuyên mục tiêu biểu của cổng năm 2018",
    "Người gửi hồ sơ được báo tin qua điện thoại",
    "Bởi vì dân cần 5 phút, không phải 5 ngày",
    "Ban tổ chức nhận hồ sơ đến 10:20 phút cuối cùng",
    "Độc lập - Tự do - Hạnh phúc",
    "Ban tổ chức chọn Ngày Tin học của tỉnh (7/12/2018).",
]


@pytest.mark.parametrize("line", STAYS)
def test_a_line_of_the_article_stays(line: str) -> None:
    text = f"Phú Yên gỡ khó cho một cửa điện tử cấp xã\n{LEAD}\n{BODY}\n{line}\n{MORE}"
    article = clean(text)
    assert all(block.part.kept for block in article.blocks)
    assert line in [words for _, words in told(article)]


def test_two_equal_steps_of_a_list_stay() -> None:
    step = "– Bước 2: Nhấn vào liên kết trong thư."
    text = f"{LEAD}\n{step}\n{BODY}\n{step}\n{MORE}"
    assert [part for part, words in told(clean(text)) if words == step] == ["body", "body"]


def test_the_words_of_the_title_inside_a_sentence_are_no_repetition() -> None:
    title = "Gỡ khó cho một cửa điện tử cấp xã"
    text = f"{title}\n{LEAD}\nChủ đề năm nay là {title}; đây là năm thứ ba.\n{BODY}"
    assert all(block.part.kept for block in clean(text).blocks)


STAMPS = [
    "10:20 | 12/05/2015",
    "10:15 06-10-2017 | :874",
    "THỨ BA, 12/05/2015 10:20:33",
    "Thứ năm - 08/04/2021 05:04 0",
    "Thứ hai - 18/09/2023 16:10 1.627 0",
    "10:54 07/08/2009",
    "(06/05/2011)",
    "- 25/10/2018 13:35:00",
    "Thứ năm, ngày 22/10/2020",
    "( Cập nhật lúc: 24/12/2020  )",
    "Cập nhật, 16:47, Thứ Sáu, 22/12/2023 (GMT+7)",
    "Ngày đăng: 06/06/2025 14:24",
    "Thứ Ba, 12/05/2015, 10:20 [GMT+7]",
    "3/21/2008 4:44:00 PM",
    "2025-06-28T22:31:51+07:00",
    "Đăng ngày 12 tháng 5 năm 2015",
    "Cập nhật: 10h20 | 12/05/2015",
    "Thứ tư, 12-05-2015 | 10:20 GMT+7 A A+",
    "Ngày cập nhật 12/05/2015 | Lượt xem: 1.234",
    "Hà Nội, ngày 12/5/2015",
    "Lượt truy cập: 1 204 577",
    "12/05/2015 10:20 | In bài viết | Lượt xem: 2.031",
    "10:20 AM 12/05/2015 | Lượt xem: 1,234 | Gửi mail | Cỡ chữ: A- A A+",
    "Người đăng: Quản trị    Ngày đăng: Thứ ba - 12/05/2015 10:20    Phản hồi: 0",
    "- Thứ ba, 12/05/2015, 10:20 - In - Gửi bài viết qua email - Lưu bài viết này",
    "Tác giả: Hoài An | Ngày: 12/05/2015 | Chuyên mục: Cải cách | Lượt đọc: 97",
    "Đăng bởi: Ban Biên Tập vào lúc 10:20 ngày 12/05/2015 trong chuyên mục Tin tức",
    "Posted on 12 Tháng Năm, 2015 by admin",
    "By admin - 12/05/2015",
    "Submitted by admin on T3, 12/05/2015 - 10:20",
    "Được đăng: 12 Tháng 5 2015",
    "Lần cập nhật cuối ( Thứ ba, 12 Tháng 5 2015 10:20 )",
    "Tuesday, 12 May 2015 10:20",
    "12 tháng 5, 2015 · 5 phút đọc",
    "12/05/2015 10:20' Gửi bài này In bài này",
    "Ngày cập nhật : 12/05/2015   (Số lần đọc 1234)",
    "18:00 - 12/05/2015",
    "12/05/2015 | Ban Biên tập | 0 nhận xét",
]


@pytest.mark.parametrize("stamp", STAMPS)
def test_a_stamp_above_and_below_the_title(stamp: str) -> None:
    title = "Phú Yên gỡ khó cho một cửa điện tử cấp xã"
    for order in ([title, stamp], [stamp, title]):
        blocks = told(clean("\n".join((*order, LEAD, BODY))))
        assert ("stamp", stamp) in blocks
        assert ("heading", title) in blocks


@pytest.mark.parametrize("stamp", STAMPS[:12])
@pytest.mark.parametrize("joint", ["", " ", "  "])
def test_a_stamp_glued_to_the_title(stamp: str, joint: str) -> None:
    title = "Phú Yên gỡ khó cho một cửa điện tử cấp xã"
    blocks = told(clean(f"{title}{joint}{stamp}\n{LEAD}\n{BODY}"))
    assert blocks[:2] == [("heading", title), ("stamp", stamp)]


SIGNATURES = [
    "Hoài An",
    "HOÀI AN",
    "X.N",
    "PV",
    "Hoài An - Lê Na",
    "Lê Na (P/v TTXVN tại Lào)",
    "Theo Lê Na (TTXVN)",
    "(Theo TTXVN)",
    "(Vietnam+)",
    "Tin, ảnh: L.N",
    "Bài và ảnh: Lê Na",
    "Ghi chép của Lê Na",
    "Nguồn tin: Báo địa phương",
    "Trung tâm Thông tin",
    "Phòng Cải cách hành chính",
]


@pytest.mark.parametrize("name", SIGNATURES)
def test_who_signs_at_the_end(name: str) -> None:
    assert told(clean(f"{LEAD}\n{BODY}\n{name}"))[-1] == ("byline", name)


@pytest.mark.parametrize("name", ["Hoài An", "L.Na", "PV", "TTXVN/Tin Tức", "Theo Hoài An/VOV"])
def test_who_signs_in_the_last_line_of_a_flat_text(name: str) -> None:
    flat = f"{LEAD} {BODY} {MORE}".replace("\n", " ")
    assert told(clean(f"{flat} {name} "))[-1] == ("byline", name)


def test_captions_inside_a_flat_text() -> None:
    caption = "Lãnh đạo Sở Nội vụ trao đổi bên lề. Ảnh: LN"
    flat = f"{LEAD} {caption} {BODY}".replace("\n", " ")
    blocks = told(clean(flat))
    assert [part for part, _ in blocks] == ["body", "caption", "body"]
    assert blocks[1][1] == caption


def test_a_page_in_one_line_gives_up_its_title() -> None:
    title = "Quyết định số 12/QĐ-SNV về quy chế một cửa điện tử cấp xã"
    flat = f"{title}  SỞ NỘI VỤ Số hiệu 12/QĐ-SNV Trích yếu Quy chế một cửa điện tử cấp xã"
    assert told(clean(flat))[0] == ("heading", title)


def test_what_is_invisible_is_no_line() -> None:
    article = clean(normalize("\ufeffTiêu đề của bài\r\n&nbsp;\r\n\u200b\r\n" + LEAD + "&nbsp;"))
    assert [words for _, words in told(article)] == ["Tiêu đề của bài", LEAD]


def seeds() -> dict[str, str]:
    return {p.stem: normalize(p.read_text("utf-8")) for p in SEEDS}


def dropped(article: Article) -> list[tuple[str, str]]:
    return [(part, words) for part, words in told(article) if not Part(part).kept]


# Of each seed, what is dropped (only its beginning where it is long) and nothing else.
DROPPED = {
    "000": [
        ("stamp", "20:23 | 30/03/2016"),
        ("related", "Microsoft chung tay đẩy mạnh phát triển Chính phủ Điện tử"),
        ("related", "Khai mạc Hội thảo quốc gia về an ninh bảo mật"),
        ("repeated", "Hội thảo phát triển Chính phủ điện tử"),
        ("repeated", "Hội thảo phát triển Chính phủ điện tử"),
        ("byline", "Thu Hương"),
        ("copyright", "© 2021 Ghi rõ nguồn"),
    ],
    "001": [],
    "002": [
        ("credit", "Ảnh: Ngọc Thắng |"),
        ("widget", "Ý kiến bạn đọc"),
        ("related", "Những tin mới hơn"),
        ("related", "Những tin cũ hơn"),
        ("widget", "Giới thiệu chung Mã nguồn mở NukeViet"),
    ],
    "003": [
        ("stamp", "17/09/2020, 15:32"),
        ("repeated", "Hội thảo Quốc gia về Chính phủ điện tử năm 2020 đã chọn chủ đề"),
        ("byline", "Thu Anh"),
        ("related", "Bài liên quan"),
        ("widget", "(0) Bình luận"),
        ("related", "Nổi bật Một thế giới"),
        ("related", "Thủ tướng: Cơ chế, chính sách phù hợp sẽ nhân đôi, nhân ba sức mạnh"),
        ("related", "2 giờ trước Sự kiện"),
        ("related", "Trong chương trình kỳ họp thứ 8, sáng 23.11"),
        ("related", "Đừng bỏ lỡ"),
        ("related", "Mới nhất"),
        ("widget", "POWERED BY ONECMS"),
        ("repeated", "Thúc đẩy cung cấp dịch vụ công trực tuyến hướng tới Chính phủ số"),
    ],
    "004": [
        ("byline", "Theo NGUYỄN HOÀNG (TTXVN/VIETNAM+)"),
        ("link", "http://www.vietnamplus.vn/"),
    ],
}


def test_the_seeds_lose_what_is_not_theirs_and_nothing_else() -> None:
    for stem, text in seeds().items():
        found = dropped(clean(text))
        expected = DROPPED[stem[:3]]
        assert [part for part, _ in found] == [part for part, _ in expected], stem
        for (_, words), (_, beginning) in zip(found, expected, strict=True):
            assert words.startswith(beginning)


def test_the_seeds_keep_captions_as_captions_and_sentences_whole() -> None:
    texts = {stem[:3]: told(clean(text)) for stem, text in seeds().items()}
    assert ("caption", "Toàn cảnh Hội thảo") in texts["001"]
    captioned = "Thứ trưởng Bộ TT&TT Nguyễn Thành Hưng phát biểu tại Hội thảo"
    assert ("caption", captioned) in texts["001"]
    assert ("caption", "Sự kiện quy tụ nhiều chuyên gia đầu ngành - Ảnh: BTC") in texts["003"]
    cut = "các cơ quan ban ngành Chính phủ và các\nchuyên gia công nghệ có cơ hội gặp gỡ"
    assert any(cut in words for part, words in texts["000"] if part == "body")


# Lines of pages, to be put together in any order.
LINES = sorted(
    {words for script in PAGES.values() for _, words in page(script)[1] if "\n" not in words}
    | {"", *STAYS, *STAMPS[:6], *SIGNATURES[:6]}
)
pages = st.lists(st.sampled_from(LINES), max_size=14).map("\n".join)


def kept(article: Article) -> list[str]:
    return [words for part, words in told(article) if Part(part).kept]


@settings(deadline=None)
@given(st.one_of(pages, st.text(max_size=200)))
def test_blocks_and_sentences_cover_the_text_in_order(text: str) -> None:
    article = clean(normalize(text))
    ends = [0]
    for block in article.blocks:
        assert ends[-1] <= block.start < block.end
        ends.append(block.end)
    between = [article.text[e : b.start] for e, b in zip(ends, article.blocks, strict=False)]
    assert not any(c.isalnum() for gap in between for c in gap.replace("&nbsp;", ""))
    for sentence in article.sentences:
        block = article.blocks[sentence.block]
        assert block.start <= sentence.start < sentence.end <= block.end
    assert {s.block for s in article.sentences} == set(range(len(article.blocks)))


ARTICLES = seeds() | {name: page(script)[0] for name, script in PAGES.items()}


@pytest.mark.parametrize("text", ARTICLES.values(), ids=ARTICLES)
def test_cleaning_the_kept_blocks_drops_nothing_more(text: str) -> None:
    once = kept(clean(text))
    again = clean("\n".join(once))
    assert dropped(again) == []
    assert kept(again) == once


@settings(deadline=None)
@given(pages)
def test_cleaning_again_and_again_comes_to_rest(text: str) -> None:
    """Lines in no order may need more than one round; each of them only drops."""
    words = kept(clean(text))
    for _ in LINES:
        after = kept(clean("\n".join(words)))
        if after == words:
            break
        assert len(" ".join(after)) < len(" ".join(words))
        words = after
    assert kept(clean("\n".join(words))) == words


HOSTILE = {
    "figures": "0" * 20_000,
    "days": "12/" * 7_000,
    "weekdays": "thứ " * 5_000,
    "credits": "Ảnh: A B C " * 2_500,
    "boxes": f"Xem thêm\n{LEAD}\n" * 500,
    "names": f"{LEAD}\n" + "Hoài An\n" * 3_000 + LEAD,
    "authors": ("by " + "a" * 190 + "! 10:20\n") * 50 + f"{LEAD}",
    "rows": ("Tác giả: " + "in bài viết " * 14 + "10:20 ?\n") * 50 + f"{LEAD}",
    "marks": ("10:20 " + "- | / " * 30 + "x\n") * 50 + f"{LEAD}",
    "halves": "một câu còn dở và\n" * 2_000,
    "items": "Xóm Mới\n" * 6_000 + LEAD,
    "items of a menu": "Trang chủ\n" + "Xóm Mới\n" * 6_000 + f"Liên hệ\n{LEAD}",
    "items below a label": "Tin khác\n" + "Xóm Mới\n" * 6_000 + LEAD,
}


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_cleaned_too(hostile: str) -> None:
    assert clean(hostile).blocks[-1].end == len(hostile.rstrip())
