"""The order of time: what is known decides, and what is not known is not invented."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from egov_timeline.timeline import timeline
from records import make_record

DATED = "Hội nghị được tổ chức {}. Hội thảo này họp lần đầu năm 2003, lần sau ở Huế năm 2030."


def event(ident, date, **facts):
    text = DATED.format(ident)
    if date:
        facts["date"] = (date, ident)
    return make_record(ident, text, event=(f"Hội nghị {ident}", "Hội nghị"), **facts)


def laid_out(line):
    """Years with the ids of their entries; a milestone has an arrow before its kind."""

    def name(entry):
        return f"→{entry.milestone.value.kind}" if entry.milestone else entry.record.id

    years = {year.year: [name(e) for e in year.entries] for year in line.years}
    return years, [name(e) for e in line.shelf]


def test_years_ascend_and_what_has_no_year_stands_on_the_shelf():
    records = [
        event("b", "2018-07-18"),
        event("a", "2016-03-30"),
        event("later", "XXXX-10-29"),
        event("earlier", "XXXX-04-01/XXXX-04-02"),
        event("unknown", None),
        event("guess", "2015?-10-29"),
    ]
    years, shelf = laid_out(timeline(records))
    assert years == {2015: ["guess"], 2016: ["a"], 2018: ["b"]}
    assert list(years) == [2015, 2016, 2018]
    assert shelf == ["earlier", "later", "unknown"]


def test_a_vague_date_stands_before_the_days_of_its_time():
    records = [event("day", "2017-10-05"), event("year", "2017"), event("month", "2017-10")]
    years, _ = laid_out(timeline(records))
    assert years == {2017: ["year", "month", "day"]}


def test_a_milestone_is_an_entry_with_its_article_as_source():
    first = (("first", "2003", "Hội thảo"), "lần đầu năm 2003")
    line = timeline([event("a", "2016", milestones=[first])])
    (entry,) = line.years[0].entries
    assert (line.years[0].year, entry.record.id) == (2003, "a")
    assert entry.milestone.evidence[0].quote == "lần đầu năm 2003"


def test_a_milestone_without_a_year_stays_with_its_article():
    milestones = [(("edition", "XXXX-10", "Hội thảo"), "Hội thảo")]
    assert laid_out(timeline([event("a", "2016", milestones=milestones)])) == ({2016: ["a"]}, [])


def test_documents_are_the_second_layer_each_once_whatever_it_is_called():
    long = (("document", "2015-10-14", "Nghị quyết 36a/NQ-CP về Chính phủ điện tử"), "họp")
    short = (("document", "2015-10-14", "Nghị quyết số 36a/NQ-CP"), "họp")
    other = (("document", "2015-12-25", "Quyết định số 66/2015/QĐ-TTg"), "họp")
    records = [
        event("a", "2016", milestones=[long]),
        event("b", "2017", milestones=[short, other]),
    ]
    line = timeline(records)
    assert [(e.record.id, e.milestone.value.name) for e in line.years[0].entries] == [
        ("a", "Nghị quyết 36a/NQ-CP về Chính phủ điện tử"),
        ("b", "Quyết định số 66/2015/QĐ-TTg"),
    ]
    assert [e.related for year in line.years for e in year.entries] == [True, True, False, False]


def test_what_two_articles_report_alike_stands_once_and_an_article_about_it_is_better():
    first = (("first", "2003", "Hội thảo quốc gia"), "lần đầu năm 2003")
    announced = (("announced", "2018", "Hội nghị later"), "lần sau")
    records = [
        event("a", "2016", milestones=[first, announced]),
        event("b", "2017", milestones=[first]),
        event("later", "2018-07-18"),
    ]
    years, _ = laid_out(timeline(records))
    assert years == {2003: ["→first"], 2016: ["a"], 2017: ["b"], 2018: ["later"]}


def test_an_article_without_an_event_is_not_on_the_line():
    line = timeline([make_record("opinion", is_event=False), event("a", "2016")])
    assert laid_out(line) == ({2016: ["a"]}, [])
    assert [record.id for record in line.without_event] == ["opinion"]


def test_nothing_gives_an_empty_line():
    assert laid_out(timeline([])) == ({}, [])


@settings(deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_seeds_does_not_matter(chance: random.Random):
    first = (("first", "2003", "Hội thảo"), "lần đầu năm 2003")
    dates = ["2016-03-30", "2016-03-30", "XXXX-10-29", None, "2017"]
    records = [event(f"r{i}", date, milestones=[first]) for i, date in enumerate(dates)]
    shuffled = records[:]
    chance.shuffle(shuffled)
    assert timeline(shuffled) == timeline(records)
