"""Dates and other values in the words that a reader sees: never more precise than they are."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from egov_timeline import edtf, wording
from egov_timeline.amendments import Amendment
from egov_timeline.records import Certainty, Location, Milestone, Part, Series

DATES = [
    ("2016-03-30", "30/3/2016"),
    ("2017", "năm 2017"),
    ("2017-10", "tháng 10/2017"),
    ("2017-10-05/2017-10-06", "5–6/10/2017"),
    ("2019-09-30/2019-10-02", "30/9–2/10/2019"),
    ("2019-12-30/2020-01-02", "30/12/2019–2/1/2020"),
    ("2016-04/2016-06", "tháng 4–6/2016"),
    ("2016-11/2017-02", "tháng 11/2016–2/2017"),
    ("2016/2018", "năm 2016–2018"),
    ("XXXX-10-29", "29/10, chưa rõ năm"),
    ("XXXX-10-29/XXXX-10-30", "29–30/10, chưa rõ năm"),
    ("XXXX-09-30/XXXX-10-01", "30/9–1/10, chưa rõ năm"),
    ("XXXX-10", "tháng 10, chưa rõ năm"),
    ("XXXX-10-29?", "có thể 29/10, chưa rõ năm"),
    ("XXXX~-10-29", "29/10, chưa rõ năm"),
    ("2015?", "có thể năm 2015"),
    ("2015~", "khoảng năm 2015"),
    ("2015%", "có thể khoảng năm 2015"),
    ("2015-10?", "có thể tháng 10/2015"),
    ("2015?-10-29", "29/10, có thể năm 2015"),
    ("2015?-10-29/2015?-10-30", "29–30/10, có thể năm 2015"),
    ("2015-10-29?", "có thể 29/10/2015"),
    ("2016~/2018?", "có thể khoảng năm 2016–2018"),
    ("2015?-12-30/2016?-01-02", "có thể 30/12/2015–2/1/2016"),
    ("{2019-10-03,2019-10-05,2019-10-09}", "3, 5 và 9/10/2019"),
    ("{2019-09-28,2019-10-03,2019-10-05}", "28/9, 3/10 và 5/10/2019"),
    ("{2019-12-30,2020-01-06}", "30/12/2019 và 6/1/2020"),
    ("{2015?-10-03,2015?-10-05}", "3 và 5/10, có thể năm 2015"),
    ("{XXXX-10-03,XXXX-10-05}", "3 và 5/10, chưa rõ năm"),
]

PUBLISHED = [
    ("2016-03-30T20:23+07:00", "20:23, 30/3/2016"),
    ("2016-03-30", "30/3/2016"),
    ("2016-03", "tháng 3/2016"),
    ("hôm qua", "hôm qua"),
]

LOCATIONS = [
    (Location("Khách sạn Melia", "Hà Nội"), "Khách sạn Melia, Hà Nội"),
    (Location("thành phố Hà Nội", "Hà Nội"), "thành phố Hà Nội"),
    (Location(None, "Lào Cai"), "Lào Cai"),
    (Location("Hạ Long", None), "Hạ Long"),
    (Location(None, None), "chưa rõ địa điểm"),
]


@pytest.mark.parametrize(("date", "words"), DATES)
def test_a_date_is_worded_as_precisely_as_it_is_known(date, words):
    assert wording.date_label(edtf.parse(date)) == words


def test_no_date_has_words_too():
    assert wording.date_label(None) == "chưa rõ ngày"


MARK = st.sampled_from(["", "", "?", "~", "%"])
YEAR = st.sampled_from(["XXXX", "2016", "2017", "0987", "9999"])
TWO = st.integers(0, 32).map("{:02}".format)


@st.composite
def points(draw):
    """What may be one end of a date: any precision, marks at both places where they can stand."""
    parts = [draw(YEAR) + draw(MARK), *draw(st.lists(TWO, max_size=2))]
    return "-".join(parts) + draw(MARK)


def accepted(text):
    try:
        return edtf.parse(text)
    except edtf.InvalidDate:
        return None


DATES_OF_ANY_KIND = (
    (points() | st.tuples(points(), points()).map("/".join)).map(accepted).filter(bool)
)


@settings(suppress_health_check=[HealthCheck.filter_too_much], max_examples=500)
@example(edtf.parse("2016-11/2017-02"))
@given(DATES_OF_ANY_KIND)
def test_a_label_says_what_the_date_says_and_no_more(date):
    label = wording.date_label(date)
    assert "None" not in label
    assert numbers(label) <= numbers(date.edtf)
    assert ("chưa rõ năm" in label) == (date.year is None)
    if date.year is not None:
        assert numbers(label) >= {p.year for p in (date.start, date.end)}
        assert ("có thể" in label, "khoảng" in label) == (date.uncertain, date.approximate)


def numbers(text):
    return {int(n) for n in re.findall(r"\d+", text)}


@pytest.mark.parametrize(("published", "words"), PUBLISHED)
def test_the_stamp_keeps_its_time(published, words):
    assert wording.published_label(published) == words


@pytest.mark.parametrize(("location", "words"), LOCATIONS)
def test_a_province_is_not_said_twice(location, words):
    assert wording.location_label(location) == words


def test_series_and_milestones():
    assert wording.series_label(Series("Vietnam ICT Summit", 8)) == "Vietnam ICT Summit, lần thứ 8"
    assert wording.series_label(Series("Vietnam ICT Summit", None)) == "Vietnam ICT Summit"
    first = Milestone("first", edtf.parse("2003"), "Hội thảo quốc gia")
    assert wording.milestone_label(first) == "Hội thảo quốc gia – lần đầu tổ chức, năm 2003"


def test_every_certainty_and_every_reason_has_words():
    known = {each.value for each in Certainty} | {each.value for each in Amendment}
    assert set(wording.CERTAINTY) == known | {"noted"}
    assert set(wording.PARTS) == {part for part in Part if not part.kept}


def test_theme_and_templates_have_no_words_of_their_own_for_these():
    """They reach them as values: a word that stands twice can differ."""
    root = Path(__file__).parent.parent
    templates = [*(root / "theme").rglob("*.html"), *(root / "build").rglob("*.j2")]
    drawn = "".join(path.read_text("utf-8") for path in templates)
    tables = (wording.FIELDS, wording.UNKNOWN, wording.CERTAINTY, wording.ROLES, wording.SIDES)
    words = {word for table in tables for word in table.values()}
    assert [word for word in words if f">{word}<" in drawn or f'"{word}"' in drawn] == []


SIZES = [(0, "1 KB"), (499, "1 KB"), (46_552, "47 KB"), (999_499, "999 KB"), (1_440_000, "1,4 MB")]


@pytest.mark.parametrize(("size", "words"), SIZES)
def test_a_size_is_said_as_people_say_it(size, words):
    assert wording.size_label(size) == words


# Documents and citations of the second layer, and what its switch is called.
LAYERS = [
    (2, 0, "Hiện cả 2 văn bản được nhắc tới"),
    (0, 8, "Hiện cả 8 kỳ khác theo trích dẫn"),
    (1, 8, "Hiện cả 1 văn bản và 8 kỳ khác theo trích dẫn"),
]


@pytest.mark.parametrize(("documents", "cited", "label"), LAYERS)
def test_the_switch_of_the_second_layer_says_what_it_would_show(documents, cited, label):
    assert wording.layer_label(documents, cited) == label


COUNTS = [
    ((5, 0, 0), "5 sự kiện"),
    ((5, 2, 3), "5 sự kiện, trong đó 3 theo trích dẫn, 2 bài khác"),
    ((2, 0, 2), "2 sự kiện theo trích dẫn"),
    ((0, 2, 0), "2 bài viết"),
]


@pytest.mark.parametrize(("counts", "label"), COUNTS)
def test_of_events_it_is_said_how_many_are_known_by_citations_only(counts, label):
    assert wording.events_label(*counts) == label
