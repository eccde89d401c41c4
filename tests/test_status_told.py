"""An event that was not held is told so wherever it is told: pages, calendar, data, other reports."""

import csv
import io
import json

import pytest

from egov_timeline import events
from egov_timeline.exports import beside, dataset, ics, table, timelinejs
from egov_timeline.pages import facts, head
from egov_timeline.pages.cards import card
from egov_timeline.timeline import timeline
from one_event import first, second
from records import VOCABULARIES, make_correction

SAID = {
    # status: mark, words, iCalendar, schema.org, label of the date
    "held": ("day", None, None, None, "8/11/2019"),
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
    record, line = told(status)
    _, words, calendar, schema, date = SAID[status]
    entry = ics.text(line, VOCABULARIES)
    assert [x for x in entry.split("\r\n") if x.startswith("STATUS:")] == (
        [f"STATUS:{calendar}"] if calendar else []
    )
    assert (f"Tình trạng: {words}" in entry.replace("\r\n ", "")) is bool(words)
    about = json.loads(beside([record], VOCABULARIES)[record.id]["json_ld"])["about"]
    assert about.get("eventStatus") == (schema and f"https://schema.org/{schema}")
    (slide, _) = json.loads(timelinejs.text(line))["events"], None
    assert slide[-1]["display_date"] == date
    data = json.loads(dataset.text(line, VOCABULARIES))
    assert data["timeline"][-1]["status"] == data["records"][0]["status"]["value"] == status
    rows = csv.DictReader(io.StringIO(table.text(line).removeprefix("\ufeff")))
    assert [row["status"] for row in rows if row["kind"] == "event"] == [status]


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
