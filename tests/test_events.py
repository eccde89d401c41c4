"""Several reports of one event: told once, each fact from the report that says it, and what differs."""

import pytest

from egov_timeline.edtf import parse
from egov_timeline.events import elsewhere, grouped, merged
from egov_timeline.records import Location, Organizer
from egov_timeline.timeline import timeline
from one_event import MAIN, NAME, PEOPLE, A, B, first, second
from records import make_correction, make_record


def without(facts, *names):
    return {name: value for name, value in facts.items() if name not in names}


def values(event):
    """What reports say otherwise, by field: (who, values)."""
    return {
        field: [(said.record.id, [f.value for f in said.findings]) for said in told]
        for field, told in event.elsewhere.items()
    }


def test_the_first_leads_and_what_contradicts_stands_beside():
    event = merged((first(), second()))
    assert event.name == NAME
    assert event.facts.date.value == parse("2019-11-08")
    assert values(event) == {
        "date": [("b", [parse("2019-11-09")])],
        "organizer": [("b", [Organizer(None, "Sở Khoa học Lạng Sơn", "organizer")])],
    }
    assert [theme.value for theme in event.facts.themes] == ["du-lieu", "chinh-phu-so"]


def test_what_the_first_lacks_comes_from_another_and_stays_with_it():
    lacking = make_record("a", A, **without(MAIN, "date", "location", "event", "organizer"))
    event = merged((lacking, second()))
    assert event.facts.date.value == parse("2019-11-09")
    assert event.facts.location.value == Location("thành phố Lạng Sơn", "Lạng Sơn")
    assert {event.source_of(n).id for n in ("date", "location", "event", "organizer")} == {"b"}
    assert event.elsewhere == {}
    (evidence,) = event.facts.date.evidence
    assert second().article.text[evidence.start : evidence.end] == evidence.quote


def test_what_a_signature_took_away_stays_away_and_the_other_word_is_seen():
    signed = first(corrections=[make_correction("date")], corrected={"date": None})
    event = merged((signed, second()))
    assert event.facts.date is None
    assert values(event)["date"] == [("b", [parse("2019-11-09")])]


# what the first says, what another says, whether they contradict, and what the event has then
DATES = [
    ("2019-11-08", "2019-11-08", False, "2019-11-08"),
    ("2019-11-08", "2019-11-09", True, "2019-11-08"),
    ("2019-11-08", "2019-11", False, "2019-11-08"),
    ("2019-11", "2019-11-08", False, "2019-11-08"),
    ("2019", "2019-11-08", False, "2019-11-08"),
    ("XXXX-11-08", "2019-11-08", False, "2019-11-08"),
    ("2019?-11-08", "2019-11-08", False, "2019-11-08"),
    ("2019-11-08", "2019?-11-08", False, "2019-11-08"),
    ("2018", "2019-11-08", True, "2018"),
    ("2019-10", "2019-11", True, "2019-10"),
    ("XXXX-11-09", "2019-11-08", True, "XXXX-11-09"),
    # Whether one day is all, or the first of two, no report says of the other.
    ("2019-11-08", "2019-11-08/2019-11-09", True, "2019-11-08"),
    ("2019-11-08/2019-11-09", "2019-11-08", True, "2019-11-08/2019-11-09"),
]


@pytest.mark.parametrize(("one", "other", "contradicts", "known"), DATES)
def test_a_date_less_precise_is_no_contradiction_and_gives_way(one, other, contradicts, known):
    event = merged(
        (
            first(date=(one, "Ngày 8/11/2019")),
            second(date=(other, "Hôm 9/11/2019")),
        )
    )
    assert ("date" in event.elsewhere, event.facts.date.value.edtf) == (contradicts, known)


PLACES = [
    (("Nhà khách Xứ Lạng", "Lạng Sơn"), ("thành phố Lạng Sơn", "Lạng Sơn"), False),
    (("Nhà khách Xứ Lạng", "Lạng Sơn"), (None, "Lạng Sơn"), False),
    (("TP Lạng Sơn", "Lạng Sơn"), ("thành phố Lạng Sơn", "Lạng Sơn"), False),
    (("Nhà khách Xứ Lạng", None), ("Nhà khách xứ Lạng, TP Lạng Sơn", "Lạng Sơn"), False),
    (("Nhà khách Xứ Lạng", "Lạng Sơn"), ("Nhà khách Ải Bắc", "Lạng Sơn"), True),
    (("Nhà khách Xứ Lạng", "Lạng Sơn"), ("Nhà khách Xứ Lạng", "Cao Bằng"), True),
    (("Nhà khách Xứ Lạng", None), (None, "Lạng Sơn"), True),
    # What became part of another province: a report may name either, but not two that merged alike.
    ((None, "Hà Tây", "Hà Nội"), (None, "Hà Nội"), False),
    ((None, "Hà Nội"), ("thị xã Sơn Tây", "Hà Tây", "Hà Nội"), False),
    (("TP Quy Nhơn", "Bình Định", "Gia Lai"), ("phường Quy Nhơn", "Gia Lai"), False),
    ((None, "Thừa Thiên Huế", "Huế"), (None, "Huế"), False),
    ((None, "Hà Nam", "Ninh Bình"), (None, "Nam Định", "Ninh Bình"), True),
    ((None, "Hà Tây", "Hà Nội"), (None, "Hòa Bình", "Phú Thọ"), True),
    (("Khách sạn Sông", "Hà Tây", "Hà Nội"), ("Khách sạn Núi", "Hà Nội"), True),
]


@pytest.mark.parametrize(("one", "other", "contradicts"), PLACES)
def test_a_town_and_a_venue_in_it_are_one_place(one, other, contradicts):
    event = merged(
        (first(location=(one, "Nhà khách")), second(location=(other, "thành phố Lạng Sơn")))
    )
    assert ("location" in event.elsewhere) is contradicts


def test_a_venue_in_the_same_province_is_the_closer_word():
    event = merged((first(location=((None, "Lạng Sơn"), "Lạng Sơn")), second()))
    assert event.facts.location.value.place == "thành phố Lạng Sơn"
    assert event.source_of("location").id == "b"


NAMES = [
    ("Hội thảo Chính phủ số 2021", "Hội thảo Chính phủ số năm 2021", False),
    ("Hội thảo Chính phủ số", "Hội thảo Chính phủ số 2021", False),
    ("Hội thảo Chính phủ số 2021", "Hội thảo Chính phủ số 2020", True),
    ("Hội nghị CNTT lần thứ 15", "Hội nghị CNTT lần thứ 14", True),
    ("Hội thảo Chính phủ số", "Digital Government Workshop", True),
]


@pytest.mark.parametrize(("one", "other", "contradicts"), NAMES)
def test_a_name_of_another_number_is_another_name(one, other, contradicts):
    event = merged((first(event=(one, NAME)), second(event=(other, "Ngày hội"))))
    assert ("event" in event.elsewhere) is contradicts


COUNTS = [
    ((300, None), (300, "over"), False),
    ((300, "over"), (320, None), False),
    ((300, "over"), (400, "under"), False),
    ((1000, "about"), (950, None), False),
    ((300, None), (320, None), True),
    ((300, "over"), (290, None), True),
    ((300, "over"), (400, None), True),
    ((300, "under"), (310, None), True),
    ((1300, "over"), (1250, None), True),
    ((500, "about"), (900, None), True),
]


@pytest.mark.parametrize(("one", "other", "contradicts"), COUNTS)
def test_a_number_told_roughly_is_no_other_than_one_that_it_means(one, other, contradicts):
    event = merged((first(delegates=(one, "Nhà khách")), second(delegates=(other, "Ngày hội"))))
    assert ("delegates" in event.elsewhere) is contradicts


BODIES = [
    (PEOPLE, (None, "UBND tỉnh Lạng Sơn", "host"), False),
    (PEOPLE, ("ubnd-lang-son", "UBND tỉnh", "host"), False),
    ((None, "UBND tỉnh", "host"), PEOPLE, False),
    (PEOPLE, ("ubnd-cao-bang", "Ủy ban nhân dân tỉnh Cao Bằng", "organizer"), True),
    (PEOPLE, (None, "Sở Khoa học", "organizer"), True),
]


@pytest.mark.parametrize(("one", "other", "contradicts"), BODIES)
def test_a_body_is_one_under_all_its_names(one, other, contradicts):
    event = merged(
        (
            first(organizer=[(one, "UBND tỉnh Lạng Sơn")]),
            second(organizer=[(other, "UBND tỉnh Lạng Sơn")]),
        )
    )
    assert ("organizer" in event.elsewhere) is contradicts


def test_one_report_has_nothing_elsewhere_and_keeps_its_facts():
    event = merged((first(),))
    assert event.facts is first().facts or event.facts == first().facts
    assert event.elsewhere == {} and event.reports == (first(),)


def test_a_report_is_told_what_only_another_says():
    told = elsewhere(make_record("a", A).facts, [second()])
    assert set(told) == {"event", "date", "location", "organizer"}


def joined(**of):
    """Groups of ids: each record joined to the one that is named."""
    records = [make_record(ident, same_as=other) for ident, other in of.items()]
    return [[record.id for record in reports] for reports in grouped(records)]


def test_reports_are_grouped_by_the_one_that_they_are_joined_to():
    assert joined(a="c", b=None, c=None) == [["c", "a"], ["b"]]


def test_a_chain_leads_to_its_end_and_a_circle_to_its_first():
    assert joined(a="b", b="c", c=None) == [["c", "a", "b"]]
    assert joined(a="b", b="a", c="b") == [["a", "b", "c"]]
    assert joined(a="a") == [["a"]]


def test_who_is_joined_to_nobody_known_stands_alone():
    assert joined(a="gone", b=None) == [["a"], ["b"]]


def test_other_reports_stand_in_the_order_in_which_they_appeared():
    late = second("b", published=("2019-11-10", "Hôm"))
    soon = second("c", published=("2019-11-09", "Hôm"))
    assert [r.id for r in grouped([first(), late, soon])[0]] == ["a", "c", "b"]


# On the timeline


def entries(*records):
    return [(e.record.id, [r.id for r in e.reports]) for e in timeline(records).entries]


def test_the_event_stands_once_on_the_timeline():
    assert entries(first(), second()) == [("a", ["a", "b"])]


def test_a_year_that_only_another_report_gives_places_the_event():
    lacking = make_record("a", A, **(MAIN | {"date": ("XXXX-11-09", "8/11")}))
    line = timeline([lacking, second()])
    assert [year.year for year in line.years] == [2019] and not line.shelf


def test_a_milestone_that_several_reports_tell_of_is_one():
    one = first(milestones=[(("first", "2012", "Ngày hội"), "lần đầu năm 2012")])
    again = second(
        milestones=[(("first", "2012", "Ngày hội Chính quyền số"), "lần đầu vào năm 2012")]
    )
    assert entries(one, again) == [("a", ["a"]), ("a", ["a", "b"])]
    # Two articles about two events: what they call otherwise may be two things.
    assert len(entries(one, make_record("z", B, milestones=again_of(again)))) == 4


def again_of(record):
    return [
        ((m.value.kind, m.value.date.edtf, m.value.name), m.evidence[0].quote)
        for m in record.facts.milestones
    ]


def test_one_article_may_tell_of_two_first_times_in_a_year():
    told = first(
        milestones=[
            (("first", "2012", "Ngày hội"), "lần đầu năm 2012"),
            (("first", "2012", "Hội thi tin học"), "lần đầu năm 2012"),
        ]
    )
    assert len(entries(told)) == 3


def test_a_report_in_which_no_event_is_read_is_one_by_the_word_of_an_editor():
    comment = make_record("b", B, is_event=False, same_as="a")
    line = timeline([first(), comment])
    assert [r.id for r in line.entries[0].reports] == ["a", "b"] and line.without_event == ()
    unread = make_record("a", A, is_event=False)
    assert timeline([unread, second()]).entries[0].reports[0].id == "a"


def test_two_articles_without_an_event_make_none():
    line = timeline(
        [make_record("a", is_event=False), make_record("b", is_event=False, same_as="a")]
    )
    assert line.entries == () and [r.id for r in line.without_event] == ["a", "b"]
