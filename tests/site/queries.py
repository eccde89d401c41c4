"""What readers type, what they mean by it, and how a page asks it all.

Each row: the query as it is spelled right; the article that must come first; others that must be
among the first ten. Articles go by their slugs: those of `library/` and, shortened, the project's own;
other pages by their addresses.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

# Articles beside the project's own, so that there is something to choose from.
LIBRARY = Path(__file__).parent / "library"

# One page asks all queries, as its dialog does, and takes the last answer to each.
ASK = """async (queries) => {
  const answers = [];
  for (const query of queries) {
    const want = { from: 0, size: 30, current: () => true };
    const answer = await tlSearch.find(query, want, () => {});
    const pages = answer.found.map((one) => one.shown.path);
    const below = answer.found.map((one) => one.shown.below);
    answers.push({ said: answer.said, pages: pages, below: below });
  }
  return answers;
}"""
# The search is there, and all that answers in it.
OPEN = """document.querySelector("[data-search-open]").click()"""
# As Playwright waits for a function, it would evaluate a string, which no page of the site allows.
READY = """async () => {
  for (let left = 600; left && !(self.tlSearch && tlSearch.head); left--) {
    await new Promise((done) => setTimeout(done, 50));
  }
}"""

SEEDS = {
    "2016": "hoi-thao-phat-trien-chinh-phu-dien-tu",
    "2017": "nang-cao-hieu-qua-chinh-quyen-dien-tu-phat-trien-do-thi-thong-minh",
    "2018": "dien-dan-cap-cao-cntt-tt-viet-nam-lan-thu-tam",
    "2020": "thuc-day-cung-cap-dich-vu-cong-truc-tuyen-huong-toi-chinh-phu-so",
    "2015": "xay-dung-va-trien-khai-kien-truc-chinh-quyen-dien-tu-cap-tinh",
}

QUERIES: list[tuple[str, str, set[str]]] = [
    # What an article, an event is called.
    ("chính phủ điện tử", "2016", {"2015", "2017", "2018", "2020"}),
    ("hội thảo chính phủ điện tử 2016", "2016", set()),
    ("hội thảo quốc gia về chính phủ điện tử", "2016", {"2020"}),
    ("kiến trúc chính quyền điện tử", "2015", {"2017"}),
    ("đô thị thông minh", "2017", {"2016", "hue"}),
    ("dịch vụ công trực tuyến", "2020", {"2016", "gia-lai"}),
    ("diễn đàn cấp cao", "2018", set()),
    ("Vietnam ICT Summit", "2018", set()),
    ("cách mạng công nghiệp", "2017", set()),
    ("chính phủ số", "2020", {"2018"}),
    ("dữ liệu mở", "da-nang", set()),
    ("hóa đơn điện tử", "hai-phong", set()),
    ("chữ ký số", "can-tho", set()),
    ("vé điện tử", "da-lat", set()),
    ("hội hoa", "da-lat", set()),
    ("bản đồ số", "hoi-an", {"2016"}),
    ("phố cổ", "hoi-an", set()),
    ("quán phở", "nam-dinh", set()),
    ("quản lý thủy lợi", "an-giang", set()),
    ("trạm thủy văn", "an-giang", set()),
    ("một cửa điện tử", "sai-gon", set()),
    ("hồ sơ sức khỏe", "ha-noi-bhxh", set()),
    ("cơ sở dữ liệu dân cư", "binh-duong", set()),
    ("an toàn thông tin", "vinh", {"2016"}),
    ("cải cách hành chính", "thai-nguyen", {"sai-gon"}),
    ("thanh toán không tiền mặt", "nam-dinh", set()),
    # Where.
    ("Lào Cai", "2017", set()),
    ("Hạ Long", "2015", set()),
    ("Quảng Ninh", "2015", set()),
    ("khách sạn Melia", "2016", set()),
    ("Đà Nẵng", "da-nang", set()),
    ("Cần Thơ", "can-tho", set()),
    ("Long Xuyên", "an-giang", set()),
    ("Thừa Thiên Huế", "hue", set()),
    ("Hội An", "hoi-an", set()),
    ("hội thảo Hải Phòng", "hai-phong", set()),
    ("Nghệ An", "vinh", set()),
    ("Hà Tĩnh", "vinh", set()),
    # Who.
    ("UBND tỉnh Lâm Đồng", "da-lat", set()),
    ("ủy ban nhân dân tỉnh Quảng Nam", "hoi-an", set()),
    ("Sở TT&TT Đà Nẵng", "da-nang", set()),
    ("Sở Thông tin và Truyền thông TP. Hồ Chí Minh", "sai-gon", {"2020"}),
    ("Bộ TTTT", "2017", {"2015"}),
    ("Hội Tin học Việt Nam", "2017", set()),
    ("IDG", "2016", set()),
    ("Công an tỉnh Bình Dương", "binh-duong", set()),
    ("Cục Thuế", "hai-phong", set()),
    ("BHXH", "ha-noi-bhxh", set()),
    ("bảo hiểm xã hội", "ha-noi-bhxh", set()),
    ("Hội Liên hiệp Phụ nữ", "gia-lai", set()),
    ("Nguyễn Xuân Phúc", "2018", set()),
    # Short for long, and long for short.
    ("CPĐT", "2016", {"2015", "2017", "2018", "2020"}),
    ("CNTT", "2018", {"2015", "2016", "2017"}),
    ("công nghệ thông tin", "2017", {"2015", "2016", "2018"}),
    ("ứng dụng CNTT", "2018", {"2015", "2016", "2017"}),
    ("TP.HCM", "sai-gon", {"2020"}),
    ("TPHCM", "sai-gon", {"2020"}),
    ("thành phố Hồ Chí Minh", "sai-gon", {"2020"}),
    ("CQĐT cấp tỉnh", "2015", set()),
    ("Sở NN&PTNT", "an-giang", set()),
    ("TTHC", "2020", {"binh-duong"}),
    # When.
    ("30/3/2016", "2016", set()),
    ("30-3-2016", "2016", set()),
    ("30.03.2016", "2016", set()),
    ("ngày 30 tháng 3 năm 2016", "2016", set()),
    ("tháng 9/2020", "2020", set()),
    ("9/2020", "2020", set()),
    ("tháng 9 năm 2019", "binh-duong", {"can-tho"}),
    ("29/5/2018", "vinh", set()),
    ("30/5/2018", "vinh", set()),
    ("29/10", "2015", set()),
    ("năm 2016", "2016", set()),
    ("hội nghị 20/6/2018", "hue", set()),
    ("Cần Thơ 9/2019", "can-tho", set()),
    # In the text only; in quotation marks.
    ("bản đồ ngập nước", "da-nang", set()),
    ("phủ xanh đồi trọc", "lai-rai", set()),
    ("phân tử nước", "lai-rai", set()),
    ("người cao tuổi", "gia-lai", set()),
    ("mã định danh", "binh-duong", set()),
    ('"trục liên thông"', "can-tho", set()),
    ('"điện lưới"', "lai-rai", set()),
    ('"chính phủ điện tử" Lào Cai', "2017", set()),
    ("điều hòa đèn tín hiệu", "hue", set()),
    ("Tỉnh ủy yêu cầu", "thai-nguyen", set()),
    ("36a/NQ-CP", "2016", {"2017"}),
]

# Asked since search was compared with others (build/SEARCH.md).
SINCE: list[tuple[str, str, set[str]]] = [
    # Who published or wrote an article.
    ("Lao động Thủ đô", "2016", set()),
    ("VietnamPlus", "2015", set()),
    ("Một Thế Giới", "2020", set()),
    ("Nguyễn Hoàng", "2015", set()),
    # The other pages, by their headings.
    ("sổ đính chính", "dinh-chinh.html", set()),
    ("Hiệp hội Phần mềm và Dịch vụ CNTT Việt Nam", "don-vi/vinasa.html", set()),
    ("VINASA", "2018", {"don-vi/vinasa.html"}),
    ("Cục Kiểm soát thủ tục hành chính", "2020", {"don-vi/cuc-kstthc.html"}),
    ("Bộ Thông tin và Truyền thông", "2017", {"don-vi/bo-tttt.html"}),
]

_TONE = "\u0300\u0301\u0303\u0309\u0323"
# "hóa" and "hoá", "khỏe" and "khoẻ", "thủy" and "thuỷ".
_OPEN = re.compile(rf"(?i)(?<!q)([oôu])([{_TONE}])([aey])(?![\w{_TONE}])")


def bare(text: str) -> str:
    """Return what a keyboard without Vietnamese types."""
    apart = unicodedata.normalize("NFD", text).replace("đ", "d").replace("Đ", "D")
    return "".join(c for c in apart if not unicodedata.combining(c))


def other_tone(text: str) -> str:
    """Return `text` with the tone on the other vowel; where there is no such word, in capitals."""
    apart = unicodedata.normalize("NFD", text)
    moved = unicodedata.normalize("NFC", _OPEN.sub(r"\1\3\2", apart))
    return moved if moved != text else text.upper()


def spellings(query: str) -> Iterator[str]:
    """Yield the four ways in which `query` is typed."""
    yield query
    yield bare(query)
    yield unicodedata.normalize("NFD", query)
    yield other_tone(query)


def path(article: str) -> str:
    """Return the address of an article by its name in this table; of another page as it is."""
    if article.endswith(".html"):
        return article
    return f"bai-viet/{SEEDS.get(article, article)}.html"
