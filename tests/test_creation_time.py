"""When an article was published: the shapes of stamps, and what only looks like one."""

import pytest

from documents import read, vocabularies
from egov_timeline.extract.document import Document
from egov_timeline.extract.fields.title import heading
from egov_timeline.extract.resolve.creation_time import published
from egov_timeline.records import Article, Block, Part, Sentence

BODY = (
    "Sở Thông tin và Truyền thông tỉnh vừa tổ chức hội nghị tập huấn về dịch vụ công trực tuyến.\n"
    "Tham dự có đại diện các sở, ngành và nhiều doanh nghiệp trong tỉnh."
)
TITLE = "Tập huấn dịch vụ công trực tuyến cho cán bộ xã"

# the line between title and text; value; quote
STAMPS = [
    ("20:23 | 30/03/2016", "2016-03-30T20:23+07:00", "20:23 | 30/03/2016"),
    ("10:15 06-10-2017 | :874", "2017-10-06T10:15+07:00", "10:15 06-10-2017"),
    ("THỨ NĂM, 03/09/2020 09:32:20", "2020-09-03T09:32+07:00", "THỨ NĂM, 03/09/2020 09:32:20"),
    ("Thứ năm - 08/04/2021 05:04 0", "2021-04-08T05:04+07:00", "Thứ năm - 08/04/2021 05:04"),
    (
        "Thứ hai - 18/09/2023 16:10 1.627 0",
        "2023-09-18T16:10+07:00",
        "Thứ hai - 18/09/2023 16:10",
    ),
    ("10:54 07/08/2009", "2009-08-07T10:54+07:00", "10:54 07/08/2009"),
    ("(06/05/2011)", "2011-05-06", "06/05/2011"),
    ("Thứ 2, 21/02/2022 16:48 [(GMT +7)]", "2022-02-21T16:48+07:00", "Thứ 2, 21/02/2022 16:48"),
    ("- 25/10/2018 13:35:00", "2018-10-25T13:35+07:00", "25/10/2018 13:35:00"),
    ("Thứ năm, ngày 22/10/2020", "2020-10-22", "Thứ năm, ngày 22/10/2020"),
    ("Thời gian đăng: 24/12/2020 08:00", "2020-12-24T08:00+07:00", "24/12/2020 08:00"),
    ("( Cập nhật lúc: 24/12/2020  )", "2020-12-24", "24/12/2020"),
    (
        "Cập nhật, 16:47, Thứ Sáu, 22/12/2023 (GMT+7)",
        "2023-12-22T16:47+07:00",
        "16:47, Thứ Sáu, 22/12/2023 (GMT+7)",
    ),
    ("Ngày đăng: 06/06/2025 14:24", "2025-06-06T14:24+07:00", "06/06/2025 14:24"),
    ("2025-06-28T22:31:51+07:00", "2025-06-28T22:31+07:00", "2025-06-28T22:31:51+07:00"),
    ("2025-06-28T15:31:51Z", "2025-06-28T15:31+00:00", "2025-06-28T15:31:51Z"),
    ("3/21/2008 4:44:00 PM", "2008-03-21T16:44+07:00", "3/21/2008 4:44:00 PM"),
    ("21/3/2008 4:44:00 CH", "2008-03-21T16:44+07:00", "21/3/2008 4:44:00 CH"),
    ("21/03/2008 12:05 AM", "2008-03-21T00:05+07:00", "21/03/2008 12:05 AM"),
    ("Friday, 23 June 2017 15:27", "2017-06-23T15:27+07:00", "23 June 2017 15:27"),
    ("Posted on 12 Tháng Ba, 2020 by admin", "2020-03-12", "12 Tháng Ba, 2020"),
    ("May 19, 2017", "2017-05-19", "May 19, 2017"),
    ("Được đăng: 13 Tháng 8 2015", "2015-08-13", "13 Tháng 8 2015"),
    ("14.1.11 08:05", "2011-01-14T08:05+07:00", "14.1.11 08:05"),
    ("02/12/2013 08:37:11 AM", "2013-12-02T08:37+07:00", "02/12/2013 08:37:11 AM"),
    ("18:00 - 19/04/2022", "2022-04-19T18:00+07:00", "18:00 - 19/04/2022"),
    ("Lúc 08h15 ngày 07/03/2006", "2006-03-07T08:15+07:00", "08h15 ngày 07/03/2006"),
    ("17/09/2020, 15:32", "2020-09-17T15:32+07:00", "17/09/2020, 15:32"),
]


@pytest.mark.parametrize(("line", "value", "quote"), STAMPS)
def test_stamp_on_its_own_line(line, value, quote):
    found = published(read(f"{TITLE}\n\n{line}\n{BODY}"))
    assert found
    assert found.value == value
    assert [e.quote for e in found.evidence] == [quote]


def test_stamp_glued_to_the_title():
    found = published(read(f"{TITLE}23/10/2025 15:06\n\n{BODY}"))
    assert found and found.value == "2025-10-23T15:06+07:00"


def test_stamp_behind_the_byline():
    found = published(read(f"{TITLE}\nPV-Thứ bảy, ngày 10/01/2015 06:00 GMT+7\n{BODY}"))
    assert found and found.value == "2015-01-10T06:00+07:00"


def test_the_first_edition_counts_before_an_update():
    lines = "Cập nhật lúc: 09:00 12/05/2019\nĐăng ngày: 08:00 11/05/2019"
    found = published(read(f"{TITLE}\n{lines}\n{BODY}"))
    assert found and found.value == "2019-05-11T08:00+07:00"


# lines above the title, lines below it, and the day among them that is the article's
SEVERAL = [
    ("Thứ sáu, 21/11/2025, 10:43", "12/05/2019 08:00", "2019-05-12T08:00+07:00"),
    ("Thứ sáu, 21/11/2025, 10:43", "Cập nhật: 12/05/2019", "2019-05-12"),
    ("21/11/2025", "Ngày ban hành: 11/05/2019\nNgày đăng: 12/05/2019", "2019-05-12"),
    ("12/05/2019 08:00", "Cập nhật: 13/05/2019", "2019-05-12T08:00+07:00"),
    ("Hôm nay, 21/11/2025", "", None),
]


@pytest.mark.parametrize(("above", "below", "value"), SEVERAL)
def test_which_of_several_days_is_the_stamp(above, below, value):
    document = read(f"{above}\n{TITLE}\n{below}\n{BODY}")
    document.found["title"] = heading(document)
    found = published(document)
    assert (found and found.value) == value


def test_a_list_of_stories_has_no_stamp():
    stories = "\n".join(
        f"{TITLE} {n}\n{n}/05/2019 08:00\nLớp thứ {n} có {n} học viên của xã, nhiều hơn năm ngoái."
        for n in (12, 11, 10)
    )
    assert published(read(stories)) is None


NO_STAMP = [
    "Ngày ban hành: 02/10/2025",
    "Người hỏi: Lê Na\nNgày hỏi: 04/09/2018",
    "Hội nghị khai mạc lúc 8h30 ngày 12/10/2019 tại trụ sở Ủy ban nhân dân tỉnh.",
    "Hội nghị diễn ra ngày 12/10/2019 tại Huế.",
    "Thời gian: 8h00 - 17h00, ngày 12/10/2019.",
    "- Thời gian: 14:30' ngày 12/10/2019 (thứ Bảy)",
    "2. Thời gian tổ chức: 08:00 12/10/2019",
    "Số hiệu 12/QĐ-BTTTT Ngày ban hành 02/10/2025 Ngày có hiệu lực 02/10/2025",
    "Nghị định có hiệu lực từ ngày 01/01/2018, áp dụng cho mọi cơ quan.",
]


@pytest.mark.parametrize("line", NO_STAMP)
def test_no_stamp(line):
    assert published(read(f"{TITLE}\n{line}\n{BODY}")) is None


CLOCK = "Thứ Hai, 05/01/2026 10:20:33"
SITE = "Cổng thông tin điện tử tỉnh Phú Yên"
MENU = "Trang chủ\nGiới thiệu\nLiên hệ"
CRUMBS = "Trang chủ\nTin tức\nGiáo dục"
TOOLS = "In trang\nGửi cho bạn\nTải về"
OWN, OWN_VALUE = "14/08/2018 16:05", "2018-08-14T16:05+07:00"

# the lines above the text, and the day among them that is the article's
OVER_MENUS = [
    ((CLOCK, SITE, MENU, TITLE), None),
    ((CLOCK, SITE, MENU, TITLE, OWN), OWN_VALUE),
    ((CLOCK, SITE, MENU, TITLE, OWN, TOOLS), OWN_VALUE),
    ((CLOCK, MENU, OWN, TITLE), OWN_VALUE),
    ((CLOCK, MENU, OWN, CRUMBS, TITLE), OWN_VALUE),
    ((CLOCK, "Trang chủ › Cải cách hành chính", TITLE), "2026-01-05T10:20+07:00"),
    ((TITLE, OWN, TOOLS), OWN_VALUE),
    ((TITLE, OWN, TOOLS, "Cập nhật: 15/08/2018"), OWN_VALUE),
    ((OWN, CRUMBS, TITLE), OWN_VALUE),
    ((OWN, "Trang chủ\nTruyền thông\nBáo chí", TITLE), OWN_VALUE),
    ((SITE, MENU, OWN, CRUMBS, TITLE), OWN_VALUE),
    ((TITLE, CLOCK, SITE, MENU, TITLE, OWN), OWN_VALUE),
    ((TITLE, CLOCK, SITE, MENU, TITLE), None),
]


@pytest.mark.parametrize(("above", "value"), OVER_MENUS)
def test_a_stamp_above_a_menu(above, value):
    document = read("\n".join((*above, BODY)))
    document.found["title"] = heading(document)
    found = published(document)
    assert (found and found.value) == value


def test_the_date_of_another_story_is_no_stamp():
    assert (
        published(read(f"{TITLE}\n{BODY}\nTin liên quan\nLàm việc với đoàn (12/01/2011)")) is None
    )


def test_month_and_day_that_nothing_tells_apart():
    line = "3/10/2008 4:44:00 PM"
    assert published(read(f"{TITLE}\n{line}\n{BODY}")) is None
    other = "Giao ban quản lý nhà nước (3/17/2008)"
    found = published(read(f"{TITLE}\n{line}\n{BODY}\n{other}"))
    assert found and found.value == "2008-03-10T16:44+07:00"


def marked(text: str, part: Part) -> Document:
    blocks, sentences, start = [], [], 0
    for line in text.split("\n"):
        end = start + len(line)
        blocks.append(Block(start, end, part if "2011" in line else Part.BODY))
        sentences.append(Sentence(start, end, len(blocks) - 1))
        start = end + 1
    article = Article(text, tuple(blocks), tuple(sentences))
    return Document(article, vocabularies())


@pytest.mark.parametrize("part", [p for p in Part if not p.kept])
def test_only_stamps_stamp_the_article(part):
    found = published(marked(f"{TITLE}\n08:00 12/01/2011\n{BODY}", part))
    assert bool(found) == (part is Part.STAMP)
