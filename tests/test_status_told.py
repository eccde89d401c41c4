"""An event that was not held is told so wherever it is told: pages, calendar, data, other reports."""

import csv
import dataclasses
import io
import json
import re

import pytest

from egov_timeline import events, pages, search
from egov_timeline.exports import beside, dataset, ics, table, telling, timelinejs
from egov_timeline.pages import facts, head
from egov_timeline.pages.cards import card
from egov_timeline.timeline import timeline
from one_event import first, second
from records import VOCABULARIES, make_archive, make_correction, make_record

SAID = {
    # status: mark, words, iCalendar, schema.org, label of the date
    "held": ("day", None, None, "EventScheduled", "8/11/2019"),
    "announced": (
        "announced", "mới được báo trước", "TENTATIVE", "EventScheduled", "dự kiến 8/11/2019",
    ),
    "postponed": ("off", "bị hoãn", "CANCELLED", "EventPostponed", "dự kiến 8/11/2019"),
    "cancelled": ("off", "bị hủy", "CANCELLED", "EventCancelled", "dự kiến 8/11/2019"),
}  # fmt: skip


def told(status):
    record = first(status=(status, "tổ chức"))
    return record, timeline([record])


@pytest.mark.parametrize("status", SAID)
def test_pages_tell_an_event_that_was_not_held(status):
    record, line = told(status)
    mark, words, _, _, date = SAID[status]
    shown = card(line.entries[0], VOCABULARIES)
    assert (shown.mark, shown.status, shown.date) == (mark, status if words else "", date)
    assert head.front_matter(record, VOCABULARIES)["status"] == status
    panel = facts.panel(record, VOCABULARIES)
    known = panel["status"].known if "status" in panel else ()
    assert [fact.label for fact in known] == ([words] if words else [])
    assert panel["date"].known[0].label == date


@pytest.mark.parametrize("status", SAID)
def test_exports_tell_an_event_that_was_not_held(status):
    archive = make_archive(told(status)[0])
    _, words, calendar, schema, date = SAID[status]
    entry = ics.text(archive)
    assert [x for x in entry.split("\r\n") if x.startswith("STATUS:")] == (
        [f"STATUS:{calendar}"] if calendar else []
    )
    assert (f"Tình trạng: {words}" in entry.replace("\r\n ", "")) is bool(words)
    about = json.loads(beside(archive)["a"]["json_ld"])["about"]
    assert about["eventStatus"] == f"https://schema.org/{schema}"
    (slide, _) = json.loads(timelinejs.content(archive))["events"], None
    assert slide[-1]["display_date"] == (f"{date}, {words}" if words else date)
    (summary,) = (x for x in entry.replace("\r\n ", "").split("\r\n") if x.startswith("SUMMARY:"))
    assert summary.endswith(f" – {words}") is bool(words)
    data = json.loads(dataset.content(archive))
    assert data["timeline"][-1]["status"] == data["records"][0]["status"]["value"] == status
    rows = csv.DictReader(io.StringIO(table.text(archive).removeprefix("\ufeff")))
    (row,) = (row for row in rows if row["kind"] == "event")
    assert (row["status"], row["status_in_words"], row["date_in_words"]) == (
        status,
        words or "",
        date,
    )


NOT_HELD = [status for status in SAID if status != "held"]
OTHER = make_record(
    "other",
    event=("Hội thảo Chính quyền số", "Hội thảo Chính quyền số"),
    date=("2019-12-05", "5/10/2017"),
    themes=[("du-lieu", "dữ liệu mở")],
)


@pytest.mark.parametrize("status", NOT_HELD)
def test_lists_and_pointers_and_the_search_tell_it(status):
    record = first(status=(status, "tổ chức"))
    _, words, *_, date = SAID[status]
    made = pages.render([record, OTHER], timeline([record, OTHER]), VOCABULARIES)
    assert f"2 sự kiện (1 {words})" in made["chu-de/index.md"]
    assert f"</span> sự kiện (1 {words})" in made["chu-de/du-lieu.md"]
    assert f"{date}, {words}" in made["bai-viet/a.md"]
    assert made["bai-viet/other.md"].count(f"{date}, {words}") == 2  # beside it, and of its theme
    assert search.of_record(record, VOCABULARIES).below.startswith(f"{date}, {words} · ")


def test_the_picture_of_themes_tells_what_was_not_held():
    record, early = first(status=("cancelled", "tổ chức")), dataclasses.replace(OTHER)
    facts = dataclasses.replace(early.facts, date=first(date=("2018", "8/11/2019")).facts.date)
    early = dataclasses.replace(early, facts=facts)
    grid = pages.render([record, early], timeline([record, early]), VOCABULARIES)["chu-de/index.md"]
    assert re.search(r'tl-grid__disc--off[^>]*>1<span class="tl-sr"> \(1 bị hủy\)', grid)
    assert "Vòng gạch chéo" in grid


@pytest.mark.parametrize("status", NOT_HELD)
def test_a_card_the_panel_and_the_data_say_why(status):
    why = "bài viết nói rõ: “tổ chức”"
    record = first(status=(status, "tổ chức"))
    found = dataclasses.replace(record.facts.status, why=why)
    record = dataclasses.replace(record, facts=dataclasses.replace(record.facts, status=found))
    line = timeline([record])
    made = pages.render([record], line, VOCABULARIES)
    words = SAID[status][1]
    assert f'{words} <span class="tl-event__why">{why}</span>' in made["index.md"]
    (known,) = facts.panel(record, VOCABULARIES)["status"].known
    assert known.why == why
    rows = csv.DictReader(io.StringIO(table.text(make_archive(record)).removeprefix("\ufeff")))
    assert (
        next(row for row in rows if row["kind"] == "event")["status_in_words"] == f"{words} ({why})"
    )


def test_a_signed_status_says_what_the_signature_is_to_the_article():
    signed = make_correction("status", why="Theo công văn của tỉnh.")
    record = first(
        status=("held", "tổ chức"), corrections=[signed], corrected={"status": "cancelled"}
    )
    shown = card(timeline([record]).entries[0], VOCABULARIES)
    assert (shown.status, shown.status_certainty) == ("cancelled", "corrected")
    assert "Tình trạng: bị hủy – đính chính có nguồn" in telling.known(events.merged((record,)))


# What the first and the second report say, when each appeared, and which word stands.
TOGETHER = [
    ("announced", "2019-11-01", "held", "2019-11-09", "held", []),
    ("held", "2019-11-09", "announced", "2019-11-01", "held", []),
    ("announced", "2019-10-01", "cancelled", "2019-11-01", "cancelled", ["announced"]),
    ("cancelled", "2019-11-01", "announced", "2019-10-01", "cancelled", ["announced"]),
    # It was put off, and then announced anew.
    ("postponed", "2019-10-01", "announced", "2019-11-01", "announced", ["postponed"]),
    # A report of the event knows better than an earlier one that calls it off.
    ("cancelled", "2019-10-01", "held", "2019-11-09", "held", ["cancelled"]),
    ("cancelled", None, "held", None, "held", ["cancelled"]),
]  # fmt: skip


@pytest.mark.parametrize(("one", "day", "other", "later", "stands", "beside"), TOGETHER)
def test_of_several_reports_one_word_stands_and_what_contradicts_is_told(
    one, day, other, later, stands, beside
):
    def dated(day):
        return {"corrected": {"published": day}} if day else {}

    reports = (
        first(status=(one, "tổ chức"), **dated(day)),
        second(status=(other, "tổ chức"), **dated(later)),
    )
    event = events.merged(reports)
    assert event.facts.status.value == stands
    said = [f.value for told in event.elsewhere.get("status", ()) for f in told.findings]
    assert said == beside


def test_a_signed_status_goes_before_what_other_reports_say():
    signed = make_correction("status", why="Theo công văn của tỉnh.")
    main = first(corrections=[signed], corrected={"status": "cancelled"})
    event = events.merged((main, second(status=("held", "tổ chức"))))
    assert event.facts.status.value == "cancelled"
