"""Which texts report one event, and of which kind."""

import pytest

from egov_timeline.extract.kinds import EVENT_TYPE, IS_EVENT
from readings import read

EVENTS = [
    # text, event type
    ("Ngày 5/6, Sở Nội vụ tổ chức hội thảo về dữ liệu mở tại Huế.", "hoi-thao"),
    ("Sáng 5/6, phát biểu tại hội nghị trực tuyến, Thủ tướng nêu ba yêu cầu.", "hoi-nghi"),
    ("Mục tiêu này được Bộ trưởng đưa ra tại diễn đàn sáng 16-7.", "dien-dan"),
    ("Trong hai ngày 5-6/6, hội nghị tập huấn về an toàn thông tin đã diễn ra.", "tap-huan"),
    ("Ngày 5/6, triển lãm sản phẩm số khai mạc tại Cần Thơ.", "trien-lam"),
    ("UBND tỉnh vừa tổ chức lễ khai trương trung tâm điều hành đô thị.", "le"),
    ("Ngày 23-10, UBND tỉnh và hai doanh nghiệp ký kết thỏa thuận hợp tác.", "le"),
    ("Cổng dữ liệu của tỉnh ra mắt ngày 25-7, sớm hơn kế hoạch.", "le"),
    ("Chiều 1/8, Văn phòng chủ trì buổi làm việc với đoàn khách Lào.", "khac"),
    ("Sáng 5/6, Ủy ban họp báo công bố kết quả khảo sát.", "khac"),
    ("Vì dịch bệnh, hội thảo dự kiến ngày 16/9 tạm hoãn.", "hoi-thao"),
    # No day anywhere, but told from inside.
    (
        "Quang cảnh hội thảo.\nTham dự hội thảo có 300 đại biểu.\n"
        "Phát biểu tại hội thảo, Thứ trưởng nêu ba việc.\nCuối hội thảo, Ban tổ chức trao quà.",
        "hoi-thao",
    ),
]

NOT_ONE = [
    # Opinion, statistics, decision.
    "Tôi thấy rất nhiều hội thảo nói về chuyển đổi số.\nNhưng chúng ta cần làm thật.",
    "Theo tài liệu cho hội nghị sơ kết diễn ra ngày 14/7 của Bộ, cả nước có 130 triệu thuê bao.",
    "Ngày 5/6, Thủ tướng ký quyết định kiện toàn Ủy ban Quốc gia về ứng dụng công nghệ.",
    "Thành phố đứng thứ 5/63 về chuyển đổi số, tăng 4 bậc.\nHạ tầng số lùi 2 bậc.",
    "Cục đã phối hợp tổ chức 9 đợt tập huấn triển khai các thủ tục mới.",
    # A forum on the internet.
    "Ngày 15-11, thành viên trên diễn đàn Tin học đăng nhiều dữ liệu.",
    # The page of a document.
    "Quyết định ban hành kế hoạch tổ chức hội thảo ngày 5/6. Số hiệu: 12/QĐ. Ngày ban hành: 1/6.",
    # Instructions.
    "Bước 1: Mở trang. Bước 2: Đăng nhập để dự hội nghị ngày 5/6. Bước 3: Nhấn nút.",
    # News in brief.
    "(Đài tỉnh) + Sáng 12/5, Sở Nội vụ tổ chức hội nghị tổng kết + Huyện đoàn ra quân làm sạch "
    "kênh + Công an huyện tổ chức hội thảo + Giá lúa tăng.",
    # A list of teasers.
    "\n".join(
        f"Tin thứ {word}\nHội thảo ngày {n}/6 tại Hà Nội đã nêu nhiều vấn đề mới."
        for n, word in enumerate(("nhất", "hai", "ba", "tư", "năm", "sáu"), 1)
    ),
]


def first(rules, text):
    reading = read(text)
    return next((found for rule in rules if (found := rule(reading))), None)


@pytest.mark.parametrize(("text", "kind"), EVENTS)
def test_one_event(text, kind):
    assert first(IS_EVENT, text) is True
    assert first(EVENT_TYPE, text) == kind


@pytest.mark.parametrize("text", NOT_ONE)
def test_not_one_event(text):
    assert first(IS_EVENT, text) is None


def test_empty_text():
    assert first(IS_EVENT, "") is None
    assert first(EVENT_TYPE, "") is None
