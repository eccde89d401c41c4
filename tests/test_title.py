"""Which words are the title of an article, and which articles have none."""

from __future__ import annotations

from pathlib import Path

import pytest

from egov_timeline.clean import clean
from egov_timeline.extract.document import Document
from egov_timeline.extract.fields.title import TITLE
from egov_timeline.records import Certainty, Finding
from egov_timeline.text import normalize
from egov_timeline.vocabulary import Vocabularies, Vocabulary
from project import SEEDS

NONE = Vocabularies(Vocabulary(()), Vocabulary(()), Vocabulary(()))

TITLE_LINE = "Gỡ khó cho một cửa điện tử cấp xã"
LEAD = "Sáng 14/5, tại thành phố Tuy Hòa, Sở Nội vụ tổ chức hội nghị về một cửa điện tử cấp xã."
BODY = "Dự hội nghị có lãnh đạo 9 huyện, thị xã, thành phố và hơn 120 cán bộ một cửa cấp xã."
LONG = (
    '"Hội thảo góp ý dự thảo tiêu chí đánh giá mức độ hoàn thành nhiệm vụ của cán bộ một cửa cấp '
    'xã trên địa bàn các huyện, thị xã, thành phố của tỉnh Phú Yên giai đoạn 2019 - 2025"'
)


def title(text: str) -> Finding[str] | None:
    document = Document(clean(normalize(text)), NONE)
    found = next((f for f in (rule(document) for rule in TITLE) if f), None)
    for evidence in found.evidence if found else ():
        assert document.text[evidence.start : evidence.end] == evidence.quote
    return found


# what stands above the lead, and the title in it
HEADED = [
    (TITLE_LINE, TITLE_LINE),
    (f"{TITLE_LINE}\n15/05/2019 07:30", TITLE_LINE),
    (f"15/05/2019 07:30\n{TITLE_LINE}", TITLE_LINE),
    (f"{TITLE_LINE}15/05/2019 07:30", TITLE_LINE),
    (f"{TITLE_LINE} 15/05/2019 07:30 | Hoài An", TITLE_LINE),
    (f"Hoài An - 15/05/2019 07:30\n{TITLE_LINE}", TITLE_LINE),
    (f"{TITLE_LINE}\nHoài An", TITLE_LINE),
    (f"{TITLE_LINE}\n{TITLE_LINE}", TITLE_LINE),
    (f"Trang chủ > Tin tức\n{TITLE_LINE}", TITLE_LINE),
    (f"Thời sự - Chính trị\n{TITLE_LINE}", TITLE_LINE),
    (f"Placeholder\nnull\n{TITLE_LINE}", TITLE_LINE),
    (f"Điểm báo\n{TITLE_LINE}", TITLE_LINE),
    (f"{TITLE_LINE}\nEasing one-stop services in communes\n15/05/2019", TITLE_LINE),
    (f"Sở Nội vụ tỉnh Phú Yên | Phu Yen Department of Home Affairs\n{TITLE_LINE}", TITLE_LINE),
    (f"Chi tiết - Huyện Sông Hinh\n{TITLE_LINE}", TITLE_LINE),
    (f"• Đua thuyền đầm Ô Loan\n• Cá cơm được mùa lớn\n{TITLE_LINE}", TITLE_LINE),
    (f"{TITLE_LINE}\n======================", TITLE_LINE),
    (f"# {TITLE_LINE}", TITLE_LINE),
    (f"**{TITLE_LINE}**", TITLE_LINE),
    (f"{TITLE_LINE}\nQuang cảnh hội nghị. Ảnh: Hoài An", TITLE_LINE),
    (f"Quang cảnh hội nghị. Ảnh: Hoài An\n{TITLE_LINE}", TITLE_LINE),
    ("\ufeff  " + TITLE_LINE + "\r", TITLE_LINE),
    ("Vì sao một cửa cấp xã còn chậm?", "Vì sao một cửa cấp xã còn chậm?"),
    (
        "Chủ tịch tỉnh: 'Không để dân chờ thêm một ngày'",
        "Chủ tịch tỉnh: 'Không để dân chờ thêm một ngày'",
    ),
    (
        "Ứng dụng CNTT ở TP. Tuy Hòa: ba năm nhìn lại",
        "Ứng dụng CNTT ở TP. Tuy Hòa: ba năm nhìn lại",
    ),
    ("Clip: Cán bộ một cửa cấp xã nói gì", "Clip: Cán bộ một cửa cấp xã nói gì"),
    ("Phạt người đăng tin giả kèm hình ảnh", "Phạt người đăng tin giả kèm hình ảnh"),
    (
        "Một cửa cấp xã nhanh hơn nhờ mạng, máy quét...\n15/05/2019",
        "Một cửa cấp xã nhanh hơn nhờ mạng, máy quét...",
    ),
    ("Cán bộ chờ... máy chủ mới\n15/05/2019", "Cán bộ chờ... máy chủ mới"),
    (f"SỞ NỘI VỤ TỈNH PHÚ YÊN\n{TITLE_LINE}\n15/05/2019 07:30", TITLE_LINE),
    (f"{TITLE_LINE}\nKinh nghiệm từ ba xã miền núi của tỉnh", TITLE_LINE),
    (f"Cơ quan của Đảng bộ tỉnh\n15/05/2019 07:30\n{TITLE_LINE}", TITLE_LINE),
    (f"TẠP CHÍ HÀNH CHÍNH - SỐ 5/2019\n{TITLE_LINE}\nLê Hoài An", TITLE_LINE),
    (f"CHUYÊN ĐỀ CẢI CÁCH NĂM 2019:\n{TITLE_LINE}\n15/05/2019", TITLE_LINE),
    (f"{TITLE_LINE}\nNgày ban hành: 14/05/2019\nNgày đăng: 15/05/2019", TITLE_LINE),
    (f"{TITLE_LINE} | Báo Phú Yên điện tử\n{TITLE_LINE}\n15/05/2019", TITLE_LINE),
    (f"Lưu\n{TITLE_LINE}", TITLE_LINE),
    (f"Báo Sông Hinh điện tử\n{TITLE_LINE}", TITLE_LINE),
    (f"UBND HUYỆN SÔNG HINH\n{TITLE_LINE}", TITLE_LINE),
    (f"[Đoàn trường] Trường Đại học Sông Hinh\n📣 TIN MỚI 📣\n{TITLE_LINE}", TITLE_LINE),
    ("Phóng sự ảnh: Một cửa cấp xã ngày đầu tuần", "Phóng sự ảnh: Một cửa cấp xã ngày đầu tuần"),
    ("TIN VẮN", "TIN VẮN"),
    (LONG, LONG),
    (
        "Hội nghị về một cửa cấp xã của các huyện miền núi và\ncông bố cẩm nang cho cán bộ mới",
        "Hội nghị về một cửa cấp xã của các huyện miền núi và công bố cẩm nang cho cán bộ mới",
    ),
]


@pytest.mark.parametrize(("above", "expected"), HEADED)
def test_the_heading_above_the_body(above: str, expected: str) -> None:
    found = title(f"{above}\n{LEAD}\n{BODY}")
    assert found is not None
    assert found.value == expected
    assert found.certainty is Certainty.STATED


# a last word that could go on, or a lead that has lost its first letters
@pytest.mark.parametrize(
    ("line", "lead"),
    [
        ("Một cửa cấp xã mời, mà dân chẳng ai đến", LEAD),
        ("Hồ sơ một cửa cấp xã nằm đâu cũng được", LEAD),
        ("Cán bộ một cửa cấp xã nghe dân góp ý", LEAD.removeprefix("S").removeprefix("á")),
    ],
)
def test_a_first_line_set_apart_is_the_title(line: str, lead: str) -> None:
    found = title(f"{line}\n\n{lead}\n\n{BODY}")
    assert found is not None
    assert found.value == line


def test_a_title_closed_by_a_stop_above_a_dateline() -> None:
    found = title(f"{TITLE_LINE}.\n(PYO) {LEAD}\n{BODY}")
    assert found is not None
    assert found.value == f"{TITLE_LINE}."


def test_a_title_below_the_lead_that_opens_the_page() -> None:
    found = title(f"{LEAD}\n{TITLE_LINE}\n15/05/2019, 07:30\n{LEAD}\n{BODY}")
    assert found is not None
    assert found.value == TITLE_LINE


def test_a_page_in_one_line() -> None:
    name = "Quyết định số 12/QĐ-SNV về quy chế một cửa điện tử cấp xã"
    found = title(f"{name}  SỞ NỘI VỤ Số hiệu 12/QĐ-SNV Trích yếu Quy chế một cửa điện tử cấp xã")
    assert found is not None
    assert found.value == name


UNTITLED = {
    "first a body": f"{LEAD}\n{BODY}",
    "first a lead without stop": f"{LEAD[:-1]} trên địa bàn tỉnh Phú Yên cho hơn một trăm hai mươi "
    f"cán bộ đến từ chín huyện\n{BODY}",
    "first a caption": f"Quang cảnh hội nghị. Ảnh: Hoài An\n{LEAD}\n{BODY}",
    "a heading inside": f"{LEAD}\n{TITLE_LINE}\n{BODY}",
    "authors above": f"ThS. Lê Hoài An\nTrường Đại học Phú Yên\n{LEAD}\n{BODY}",
    "a page of headlines": "\n".join(
        (
            f"{TITLE_LINE}\n{LEAD}",
            f"Tuy An nâng cấp sáu trạm y tế\n{BODY}",
            "Sông Cầu vào vụ tôm hùm\nNăm nay bà con thả sớm hơn mười ngày so với mọi năm.",
            "Thêm một tuyến xe buýt\nTuyến mới nối khu công nghiệp với nhà ga từ đầu tháng sau.",
        )
    ),
    "a list of stories with their days": "\n".join(
        f"{headline}\n{day}/05/2019 07:30\n{teaser}"
        for day, headline, teaser in (
            (15, TITLE_LINE, LEAD),
            (14, "Thêm một tuyến xe buýt", BODY),
            (13, "Vào vụ tôm hùm", "Năm nay bà con thả sớm hơn mười ngày so với mọi năm."),
        )
    ),
    "questions and answers": f"Hỏi - đáp | Chi tiết câu hỏi\nNgười hỏi: Lê Na\nNgày hỏi: "
    f"04/05/2019\nTôi đến hai lần mà chưa nộp được. Một cửa cấp xã làm việc lúc nào?\n{LEAD}\n{BODY}",
    "short news in one line": f"(PYO) + {LEAD} + {BODY} + Tin cũ: Xem tiếp",
    "an address that is only half told": f"{LEAD}\n{BODY}\n"
    "https://example.vn/mot-cua-dien-tu-cap-xa-o-mien-nui-123456.html",
    "an address of other things": f"{LEAD}\n{BODY}\nhttps://example.vn/tin-tuc/2019/05",
    "nothing": "",
    "a line and no text": TITLE_LINE,
}


@pytest.mark.parametrize("text", UNTITLED.values(), ids=UNTITLED)
def test_no_title(text: str) -> None:
    assert title(text) is None


# the address, and the run of the text that it spells
ADDRESSED = [
    "https://example.vn/to-chuc-hoi-nghi-ve-mot-cua-dien-tu-cap-xa/352219.vnp",
    "http://example.vn/thoi-su/to-chuc-hoi-nghi-ve-mot-cua-dien-tu-cap-xa-20190514.htm",
    "https://example.vn/to-chuc-hoi-nghi-ve-mot-cua-dien-tu-cap-xa-post35221.html?src=home",
    "https://example.vn/vi/to-chuc-hoi-nghi-ve-mot-cua-dien-tu-cap-xa-i352219/",
]


@pytest.mark.parametrize("url", ADDRESSED)
def test_the_words_that_the_address_spells(url: str) -> None:
    found = title(f"{LEAD}\n{BODY}\n{url}")
    assert found is not None
    assert found.value == "Tổ chức hội nghị về một cửa điện tử cấp xã"
    assert found.certainty is Certainty.INFERRED
    assert [e.quote for e in found.evidence] == ["tổ chức hội nghị về một cửa điện tử cấp xã", url]


def test_a_heading_goes_before_an_address() -> None:
    found = title(f"{TITLE_LINE}\n{LEAD}\n{BODY}\n{ADDRESSED[0]}")
    assert found is not None
    assert found.value == TITLE_LINE


SEED_TITLES = {
    "000": "Hội thảo phát triển Chính phủ điện tử",
    "001": "Nâng cao hiệu quả chính quyền điện tử, phát triển đô thị thông minh trong xu thế cách "
    "mạng công nghiệp 4.0",
    "002": None,
    "003": "Thúc đẩy cung cấp dịch vụ công trực tuyến hướng tới Chính phủ số",
    "004": "Xây dựng và triển khai kiến trúc chính quyền điện tử cấp tỉnh",
}


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_the_seeds(path: Path) -> None:
    found = title(path.read_text("utf-8"))
    assert (found and found.value) == SEED_TITLES[path.stem[:3]]
