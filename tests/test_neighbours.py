"""Headlines and days of other stories around an article: neither its title nor its day."""

import pytest

from documents import read
from egov_timeline.extract.fields.title import heading
from egov_timeline.extract.resolve.creation_time import published

TITLE = "Hội thảo dữ liệu mở của cơ quan nhà nước"
TEXT = (
    "Sáng 20/5, tại Hà Nội, Cục Tin học hóa tổ chức Hội thảo dữ liệu mở của cơ quan nhà nước.\n"
    "Tại hội thảo, ông Nguyễn Văn An nói dữ liệu mở là nền tảng của chính quyền số trong tương lai."
)
MORE = (
    "Hội thảo còn nghe các tham luận về kho dữ liệu của cơ quan nhà nước, các tỉnh và doanh nghiệp."
)
ONE = "Khai trương tuyến phố đi bộ thứ hai của thành phố"
OTHER = "Phát động phong trào trồng cây đầu xuân mới"
THIRD = "Đoàn trường bạn thăm và làm việc tại Học viện"
ROW = f"{ONE}\n12/03/2022\n{OTHER}\n11/03/2022"

# the page, and the day on it that is the article's
PAGES = [
    # headlines over their days
    (f"{TITLE}\n\n{ROW}\n\n{TEXT}", None),
    (f"{TITLE}\n\n{ROW}\n{THIRD}\n10/03/2022\n\n{TEXT}", None),
    (f"{ROW}\n\n{TITLE}\n\n{TEXT}", None),
    (f"Tin nổi bật\n{ROW}\n\n{TITLE}\n{TEXT}", None),
    (f"XEM NHIỀU\n1\n{ONE}\n12/03/2022\n2\n{OTHER}\n11/03/2022\n\n{TITLE}\n{TEXT}", None),
    (f"{TITLE}\n\n{TEXT}\n\n{ROW}", None),
    (f"{TITLE}\n\n{TEXT}\n\n{ONE}\n12/03/2022", None),
    (f"{TITLE}\n\n{TEXT}\n\n{ONE} 12/03/2022 10:20\n{OTHER} 11/03/2022 09:15", None),
    (f"{TITLE}\n\n{TEXT}\n\n- {ONE} (12/03/2022)\n- {OTHER} (11/03/2022)", None),
    (f"{TITLE}\n\n{TEXT.replace(chr(10), chr(10) + ROW + chr(10))}\n{MORE}", None),
    # days over their headlines
    (f"Tin nổi bật\n12/03/2022\n{ONE}\n11/03/2022\n{OTHER}\n\n{TITLE}\n{TEXT}", None),
    (f"{TITLE}\n\n{TEXT}\n\n12/03/2022\n{ONE}\n11/03/2022\n{OTHER}", None),
    # neighbours named as such
    (f"{TITLE}\n\nTin trước: {ONE}\n12/03/2022\nTin sau: {OTHER}\n11/03/2022\n\n{TEXT}", None),
    (f"{TITLE}\n\nBài trước\n{ONE}\n12/03/2022\nBài sau\n{OTHER}\n11/03/2022\n\n{TEXT}", None),
    (f"{TITLE}\n\n{TEXT}\nBài viết tiếp theo: {ONE}\n12/03/2022", None),
    # between two headlines, neither of which heads the text
    (f"{TITLE}\n\n{ONE}\n12/03/2022\n{OTHER}\n\n{TEXT}", None),
    # readers, counters, the page itself
    (f"{TITLE}\n\n{TEXT}\nÝ kiến bạn đọc\nMinh Anh\n12/03/2022 10:20\nBài rất hay.", None),
    (f"{TITLE}\n\n{TEXT}\nThống kê truy cập\nHôm nay: 120\nCập nhật ngày 05/01/2026", None),
    (f"Thứ Hai, 05/01/2026\nĐăng nhập\nTìm kiếm\n{TITLE}\n{TEXT}", None),
    # the article's own
    (f"{TITLE}\n10/02/2022\n{ROW}\n\n{TEXT}", "2022-02-10"),
    (f"{ROW}\n\n{TITLE}\n10/02/2022\n{TEXT}", "2022-02-10"),
    (f"Diễn đàn quốc gia thường kỳ\n{TITLE}\n10/02/2022\n{TEXT}", "2022-02-10"),
    (f"Tin nổi bật\n{ONE}\n{OTHER}\n10/02/2022 08:00\n{TITLE}\n{TEXT}", "2022-02-10T08:00+07:00"),
    (f"10/02/2022\nTin tức\n{TITLE}\n{TEXT}", "2022-02-10"),
    (f"{TITLE}\n\n{TEXT}\n10/02/2022 10:15", "2022-02-10T10:15+07:00"),
    (f"{TITLE}\n\n{TEXT}\n\nLê Hoa\n10/02/2022", "2022-02-10"),
    (f"{TITLE}\n10/02/2022\nDữ liệu mở là nền tảng của chính quyền\n{TEXT}", "2022-02-10"),
    (f"{TITLE}\nLê Hoa\n10/02/2022\nDữ liệu mở là nền tảng\n{TEXT}", "2022-02-10"),
    (f"{TITLE}\n\n{TEXT}\nNgày đăng: 10/02/2022\nBình luận (2)\nLê Hoa\n12/03/2022", "2022-02-10"),
    (f"{TITLE}\n\n{TEXT}\n10/02/2022\nTin khác\n{ROW}", "2022-02-10"),
]


@pytest.mark.parametrize(("page", "day"), PAGES)
def test_whose_day_it_is(page, day):
    document = read(page)
    title = document.found["title"] = heading(document)
    stamp = published(document)
    assert (title and title.value, stamp and stamp.value) == (TITLE, day)


# A headline that the text does not take up keeps its day where nothing shows another title.
FIGURATIVE = [
    (f"Đường dài mới biết ngựa hay\n10/02/2022\n{TEXT}", "Đường dài mới biết ngựa hay"),
    (f"Chuyện cuối tuần\nĐường dài mới biết ngựa hay\n10/02/2022\n{TEXT}", "Đường dài mới biết"),
]


@pytest.mark.parametrize(("page", "title"), FIGURATIVE)
def test_a_single_headline_over_its_day_may_be_the_title(page, title):
    document = read(page)
    found = document.found["title"] = heading(document)
    assert found and found.value.startswith(title)
    stamp = published(document)
    assert stamp and stamp.value == "2022-02-10"


def test_a_page_of_headlines_gets_neither_title_nor_day():
    page = (
        f"{ROW}\n{THIRD}\n10/03/2022\nĐịa chỉ tòa soạn ở số 5 phố Hàng Bún, quận Ba Đình, Hà Nội."
    )
    document = read(page)
    document.found["title"] = heading(document)
    assert not document.found["title"]
    assert published(document) is None
