"""What must come out of the five seeds, from their text alone: the whole way from raw to facts."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from egov_timeline.records import Certainty, Location, Series
from egov_timeline.understanding import understand
from project import article, vocabularies

VOCABULARIES = vocabularies()

EXPECTED = {
    "000": {
        "title": "Hội thảo phát triển Chính phủ điện tử",
        "event": "Hội thảo Quốc gia về chính phủ điện tử 2016",
        "published": "2016-03-30T20:23+07:00",
        "date": ("2016-03-30", Certainty.INFERRED, "sáng nay, ngày 30.3"),
        "location": Location("Khách sạn Melia", "Hà Nội"),
        "organizer": [
            ("ubnd-ha-noi", "host"),
            ("so-tttt-ha-noi", "organizer"),
            ("idg-viet-nam", "co-organizer"),
        ],
        "series": Series("Hội thảo Quốc gia về chính phủ điện tử", None),
        "milestones": [
            ("first", "2003", "Hội thảo – Triển lãm Quốc gia về Chính phủ điện tử", None),
            ("document", "2015-10-14", "Nghị quyết 36a/NQ-CP về Chính phủ điện tử", None),
        ],
        "themes": {
            "chinh-phu-dien-tu",
            "dich-vu-cong-truc-tuyen",
            "ha-tang-cntt",
            "an-toan-thong-tin",
            "do-thi-thong-minh",
        },
    },
    "001": {
        "title": "Nâng cao hiệu quả chính quyền điện tử, phát triển đô thị thông minh trong xu thế"
        " cách mạng công nghiệp 4.0",
        "event": "Hội thảo Hợp tác phát triển Công nghệ thông tin - Truyền thông Việt Nam",
        "published": None,
        "date": ("2017", Certainty.INFERRED, "năm 2017"),
        "location": Location(None, "Lào Cai"),
        "organizer": [],
        "series": Series(
            "Hội thảo Hợp tác phát triển Công nghệ thông tin - Truyền thông Việt Nam", 21
        ),
        "milestones": [
            (
                "announced",
                "2018",
                "Hội thảo Hợp tác phát triển Công nghệ thông tin - Truyền thông Việt Nam lần thứ"
                " XXII năm 2018",
                "Vĩnh Long",
            )
        ],
        "themes": {"chinh-quyen-dien-tu", "do-thi-thong-minh", "cach-mang-cong-nghiep-4"},
    },
    "002": {
        "title": None,
        "event": "Diễn đàn Cấp cao CNTT-TT Việt Nam (Vietnam ICT Summit) lần thứ tám",
        "published": None,
        "date": ("2018-07-18", Certainty.INFERRED, "ngày 18/7"),
        "location": Location(None, "Hà Nội"),
        "organizer": [("vinasa", "organizer"), ("ban-phat-trien-ktttn", "co-organizer")],
        "series": Series("Diễn đàn Cấp cao CNTT-TT Việt Nam (Vietnam ICT Summit)", 8),
        "milestones": [],
        "themes": {"chinh-phu-dien-tu", "chinh-phu-so"},
    },
    "003": {
        "title": "Thúc đẩy cung cấp dịch vụ công trực tuyến hướng tới Chính phủ số",
        "event": "Hội thảo Quốc gia về Chính phủ điện tử lần thứ 15",
        "published": "2020-09-17T15:32+07:00",
        "date": ("2020-09-17", Certainty.INFERRED, "Ngày 17.9"),
        "location": None,
        "organizer": [
            ("idg-viet-nam", "organizer"),
            ("hoi-truyen-thong-so", "co-organizer"),
            ("cuc-kstthc", "co-organizer"),
            ("cuc-tin-hoc-hoa", "co-organizer"),
            ("so-tttt-tp-ho-chi-minh", "co-organizer"),
        ],
        "series": Series("Hội thảo Quốc gia về Chính phủ điện tử", 15),
        "milestones": [],
        "themes": {"chinh-phu-dien-tu", "dich-vu-cong-truc-tuyen", "chinh-phu-so"},
    },
    "004": {
        "title": "Xây dựng và triển khai kiến trúc chính quyền điện tử cấp tỉnh",
        "published": None,
        "date": ("XXXX-10-29/XXXX-10-30", Certainty.STATED, "29-30/10"),
        "location": Location("thành phố Hạ Long", "Quảng Ninh"),
        "organizer": [("bo-tttt", "organizer"), ("ubnd-quang-ninh", "co-organizer")],
        "series": None,
        "milestones": [],
        "themes": {"kien-truc-cpdt", "chinh-quyen-dien-tu"},
    },
}
FACTS = [(seed, field) for seed, facts in EXPECTED.items() for field in facts]


@pytest.fixture(scope="module")
def understood():
    return {seed: understand(article(seed), VOCABULARIES)[1] for seed in EXPECTED}


@pytest.mark.parametrize(("seed", "field"), FACTS)
def test_a_fact_comes_out_of_its_seed(understood, seed, field):
    assert understood[seed].is_event
    found, expected = getattr(understood[seed], field), EXPECTED[seed][field]
    match field:
        case "date":
            edtf, certainty, quote = expected
            assert (found.value.edtf, found.certainty) == (edtf, certainty)
            assert any(quote in evidence.quote for evidence in found.evidence)
        case "organizer":
            assert [(f.value.id, f.value.role) for f in found] == expected
        case "milestones":
            told = [(f.value.kind, f.value.date.edtf, f.value.name, f.value.place) for f in found]
            assert told == expected
        case "themes":
            assert expected <= {f.value for f in found}
        case _:
            assert (found and found.value) == expected


BUT_A_DAY = "Xe buýt bốc cháy giữa trưa\n\nSáng 8/6, đoàn kiểm tra đã làm việc với chủ xe.\n"
MORE_THAN_A_DAY = [
    ("làm việc với", "làm việc về chính phủ điện tử với"),
    ("8/6", "8/6/2019"),
    ("làm việc với chủ xe", "khai trương bến xe"),
    ("đoàn kiểm tra đã làm việc", "Sở Thông tin và Truyền thông tổ chức buổi làm việc"),
]


def test_what_was_done_on_a_day_is_no_event_for_that_alone():
    assert not understand(BUT_A_DAY, VOCABULARIES)[1].is_event
    assert understand(BUT_A_DAY, VOCABULARIES)[1].date is None


@pytest.mark.parametrize(("said", "told"), MORE_THAN_A_DAY)
def test_what_is_told_of_more_than_a_day_may_be_one(said, told):
    assert understand(BUT_A_DAY.replace(said, told), VOCABULARIES)[1].is_event


SEEN = """Hội thảo về chính quyền số

Sáng 5/10/2017, Sở Thông tin và Truyền thông tỉnh Lào Cai tổ chức Hội thảo Chính quyền số tại Sa Pa.
Hội thảo bàn về dữ liệu mở và đô thị thông minh."""
UNSEEN = ["\u200b", "\u2060", "\u00ad", "\ufeff", "\x07", "  ", " \u00a0", " \t"]


@given(st.lists(st.tuples(st.integers(0, len(SEEN)), st.sampled_from(UNSEEN)), max_size=30))
@example([(4, "  "), (12, "  ")])  # a headline that looks like the row of a menu
def test_what_cannot_be_seen_changes_no_fact(odd: list[tuple[int, str]]) -> None:
    """Blanks are doubled only where one stands, and a mark stands anywhere."""
    spoiled = SEEN
    for place, sign in sorted(odd, reverse=True):
        if sign[0] != " " or spoiled[place - 1 : place] == " ":
            spoiled = spoiled[:place] + sign + spoiled[place:]
    article, found = understand(spoiled, VOCABULARIES)
    _, wanted = understand(SEEN, VOCABULARIES)
    for name in ("title", "event", "date", "location"):
        assert getattr(found, name).value == getattr(wanted, name).value
    assert [f.value for f in found.organizer] == [f.value for f in wanted.organizer]
    assert {f.value for f in found.themes} == {f.value for f in wanted.themes}
    for finding in (found.title, found.event, found.date, found.location, *found.organizer):
        for evidence in finding.evidence:
            assert article.text[evidence.start : evidence.end] == evidence.quote
