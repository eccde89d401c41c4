"""What else a reader of an article is led to: the nearest of its series, the most alike by themes."""

import pytest

from egov_timeline.edtf import parse
from egov_timeline.pages.facts import panel
from egov_timeline.pages.listings import listings
from egov_timeline.pages.related import Related, Series, apart, related
from egov_timeline.timeline import timeline
from records import VOCABULARIES, make_record

SERIES = "Hội thảo Chính quyền số"


def event(ident, date="2017-10-05", themes=(), series=None, **facts):
    told = {"series": ((series, facts.pop("edition", None)), SERIES)} if series else {}
    said = [(theme, "dữ liệu mở") for theme in themes]
    return make_record(ident, date=(date, "5/10/2017"), themes=said, **told, **facts)


def around(ident, *records):
    return related(listings(timeline(records), VOCABULARIES)).get(ident, Related())


def slugs(others):
    return [other.slug for other in others]


def test_who_shares_most_comes_first_and_then_who_is_nearest():
    led = around(
        "me",
        event("me", "2017-10-05", ["du-lieu", "chinh-phu-so"]),
        event("both", "2003", ["chinh-phu-so", "du-lieu"]),
        event("near", "2017-10-07", ["du-lieu"]),
        event("nearer", "2017-10-04", ["chinh-phu-so"]),
        event("undated", "XXXX-10-05", ["du-lieu"]),
        event("other", "2017-10-05"),
    )
    assert slugs(led.same_themes) == ["both", "nearer", "near", "undated"]
    assert led.same_themes[0].date == "năm 2003"
    assert set(led.same_themes[0].themes.split(", ")) == {
        "Chính phủ số",
        "Dữ liệu và chia sẻ dữ liệu",
    }


def test_what_belongs_to_the_series_is_not_named_twice():
    records = [event(i, "2017", ["du-lieu"], SERIES) for i in ("a", "b")]
    led = around("a", *records, event("c", "2018", ["du-lieu"]))
    assert slugs(led.same_series) == ["b"]
    assert slugs(led.same_themes) == ["c"]


def test_of_a_long_series_the_nearest_editions_stand_in_order_with_the_way_to_all():
    records = [
        event(f"e{year}", str(year), series=SERIES, edition=year - 2000)
        for year in range(2001, 2011)
    ]
    led = around("e2005", *records)
    assert slugs(led.same_series) == ["e2003", "e2004", "e2006", "e2007"]
    assert led.same_series[0].edition == "lần thứ 3"
    assert led.whole_series == Series("chuoi-su-kien/hoi-thao-chinh-quyen-so.html", "10 sự kiện")


def test_an_article_without_an_event_leads_to_the_events_of_its_themes():
    opinion = make_record("y-kien", is_event=False, themes=[("du-lieu", "dữ liệu mở")])
    led = around("y-kien", opinion, event("a", "2017", ["du-lieu"]))
    assert slugs(led.same_themes) == ["a"]
    assert around("a", opinion, event("a", "2017", ["du-lieu"])).same_themes == ()


def test_the_lists_stay_short_and_do_not_hang_on_the_order_of_the_seeds():
    records = [event(f"e{n:02}", "2017", ["du-lieu"]) for n in range(60)]
    first, second = (around("e30", *each) for each in (records, records[::-1]))
    assert first.same_themes == second.same_themes
    assert len(first.same_themes) == 4


APART = [
    ("2017-10-05", "2017-10-07", 2),
    ("2017-10-05/2017-10-06", "2017-10-07", 1),
    ("2017-10", "2017-10-07", 0),
    ("2016", "2017", 1),
    ("2015?-10-29", "2015-10-30", 1),
    ("XXXX-10-29", "2015-10-30", float("inf")),
]


@pytest.mark.parametrize(("one", "other", "days"), APART)
def test_days_between_two_dates_are_those_that_are_sure_to_lie_there(one, other, days):
    assert apart(parse(one), parse(other)) == apart(parse(other), parse(one)) == days
    assert apart(parse(one), None) == float("inf")


def test_a_fact_leads_to_those_that_share_it():
    facts = panel(
        event(
            "a",
            themes=["du-lieu"],
            series=SERIES,
            location=(("Huế", "Thừa Thiên Huế"), "tại Huế"),
            organizer=[((None, "Sở A", "host"), "tổ chức")],
        ),
        VOCABULARIES,
    )
    assert {field: [known.page for known in fact.known] for field, fact in facts.items()} == {
        "date": [""],
        "location": ["dia-diem/thua-thien-hue.html"],
        "organizer": ["don-vi/so-a.html"],
        "series": ["chuoi-su-kien/hoi-thao-chinh-quyen-so.html"],
        "themes": ["chu-de/du-lieu.html"],
    }


def test_a_venue_alone_and_a_text_without_an_event_lead_nowhere_that_is_not():
    place = panel(event("a", location=(("Hội trường", None), "tại Huế")), VOCABULARIES)
    assert place["location"].known[0].page == ""
    opinion = make_record("b", is_event=False, series=((SERIES, 3), SERIES))
    assert panel(opinion, VOCABULARIES)["series"].known[0].page == ""
