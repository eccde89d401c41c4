"""What search engines are told keeps to the published shape of each type: schema.org's and Google's.

SHAPES names, of each type that we use, the properties that schema.org gives it and what each may
hold (https://schema.org/Event and so on); NEEDED what Google wants of an event and of a data set
(https://developers.google.com/search/docs/appearance/structured-data/{event,dataset}).
"""

from __future__ import annotations

import copy
import json
import re
from dataclasses import replace

import pytest

from egov_timeline import exports
from egov_timeline.exports import distribution
from egov_timeline.inputs import Source
from egov_timeline.vocabulary import Term, Vocabulary
from records import VOCABULARIES, make_archive, make_record

TEXT, DATE, URL, ADDRESS, YES = "text", "date", "url", "address", "yes"
STATUS = "status"
VALUES = {
    TEXT: re.compile(r"(?s).+"),
    DATE: re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?([+-]\d\d:\d\d|Z)?)?)?)?"),
    URL: re.compile(r"https?://\S+|urn:uuid:[0-9a-f-]{36}"),
    ADDRESS: re.compile(r"data/[\w.]+"),
    STATUS: re.compile(
        r"https://schema\.org/Event(Scheduled|Postponed|Rescheduled|Cancelled|MovedOnline)"
    ),
    "span": re.compile(r"\d{4}/\d{4}"),
}
BODY = ("Organization", "Person")
SHAPES = {
    "WebPage": {"dateModified": DATE, "isBasedOn": ("NewsArticle",), "about": ("Event",)},
    "NewsArticle": {
        "headline": TEXT, "inLanguage": TEXT, "datePublished": DATE, "author": BODY, "publisher": BODY,
        "keywords": TEXT, "identifier": ("PropertyValue",), "url": URL,
    },
    "Event": {
        "name": TEXT, "description": TEXT, "startDate": DATE, "endDate": DATE, "eventStatus": STATUS,
        "location": ("Place",), "organizer": BODY, "sponsor": BODY, "superEvent": ("EventSeries",),
        "subjectOf": ("NewsArticle",),
    },
    "Dataset": {
        "name": TEXT, "description": TEXT, "inLanguage": TEXT, "isAccessibleForFree": YES, "license": URL,
        "creator": BODY, "dateModified": DATE, "temporalCoverage": "span", "keywords": TEXT,
        "distribution": ("DataDownload",),
    },
    "DataDownload": {"name": TEXT, "encodingFormat": TEXT, "contentUrl": ADDRESS, "contentSize": TEXT},
    "Place": {"name": TEXT, "address": TEXT},
    "PropertyValue": {"propertyID": TEXT, "value": TEXT},
    "Organization": {"name": TEXT},
    "Person": {"name": TEXT},
    "EventSeries": {"name": TEXT},
}  # fmt: skip
NEEDED = {
    "Event": {"name", "startDate", "location"},
    "Place": {"name", "address"},
    "Dataset": {"name", "description"},
    "DataDownload": {"contentUrl", "encodingFormat"},
    "Organization": {"name"},
    "Person": {"name"},
}


def faults(node, allowed=None):
    """Yield what is wrong with a node of linked data, which may be of the `allowed` types."""
    kind = node.get("@type")
    if kind not in SHAPES or (allowed and kind not in allowed):
        yield f"{kind} where {allowed} is wanted"
        return
    yield from (f"{kind} lacks {name}" for name in sorted(NEEDED.get(kind, set()) - set(node)))
    if "@id" in node and not VALUES[URL].fullmatch(node["@id"]):
        yield f"{kind} has a strange @id"
    for name, said in node.items():
        if name.startswith("@"):
            continue
        if name not in SHAPES[kind]:
            yield f"{kind} has no {name}"
            continue
        for value in said if isinstance(said, list) else [said]:
            yield from held(f"{kind}.{name}", value, SHAPES[kind][name])


def held(where, value, shape):
    if isinstance(shape, tuple):
        yield from faults(value, shape) if isinstance(value, dict) else [f"{where} is no thing"]
    elif shape == YES:
        yield from [] if value is True else [f"{where} is not true"]
    elif not isinstance(value, str) or not VALUES[shape].fullmatch(value):
        yield f"{where} is no {shape}: {value!r}"


NAME = "Hội thảo Chính quyền số"
FULL = make_record(
    "a",
    title=("Hội thảo về chính quyền số", "Hội thảo về chính quyền số"),
    event=(NAME, NAME),
    date=("2017-10-05/2017-10-06", "Sáng 5/10/2017"),
    status=("held", "tổ chức"),
    location=(("Nhà văn hóa", "Thừa Thiên Huế"), "tại Huế"),
    organizer=[
        (("x", "Sở A", "host"), "Sở Thông tin"),
        (("y", "Hội B", "sponsor"), "Sở Thông tin"),
    ],
    series=((NAME, 3), NAME),
    themes=[("du-lieu", "dữ liệu mở")],
    published=("2017-10-05T08:17+07:00", "Sáng 5/10/2017"),
    added="2026-11-20",
    source=Source("Báo A", "Thu An - Hà My", "https://a.example/bai"),
)
AGAIN = make_record("b", event=(NAME, NAME), date=("2017-10-05", "5/10/2017"), same_as="a")
CC = "https://creativecommons.org/licenses/by/4.0/"
ARCHIVE = make_archive(FULL, AGAIN, publisher="Thư viện A", licence=CC)


def page(ident, archive=ARCHIVE):
    return json.loads(exports.beside(archive)[ident]["json_ld"])


def data(archive=ARCHIVE):
    sizes = {name.removeprefix("data/"): len(said) for name, said in exports.files(archive).items()}
    return json.loads(distribution.linked_data(archive, sizes))


def test_the_page_of_an_event_is_all_that_search_engines_want():
    assert list(faults(page("a"))) == []
    assert page("a")["@context"] == "https://schema.org"


def test_the_page_of_the_data_is_all_that_search_engines_want():
    told = data()
    assert list(faults(told)) == []
    assert 50 <= len(told["description"]) <= 5000
    assert (told["license"], told["creator"]["name"]) == (CC, "Thư viện A")
    assert (told["temporalCoverage"], told["dateModified"]) == ("2017/2017", "2026-11-20")
    assert told["keywords"] == ["Dữ liệu và chia sẻ dữ liệu"]
    offered = {one["contentUrl"] for one in told["distribution"]}
    made = exports.files(ARCHIVE).keys() | exports.HOSTED
    assert {"data/timeline.csv", "data/timeline.xlsx", "data/timeline.sqlite"} < offered <= made


# What is done to the page of the event, or of the data, and what that is told to be.
DAMAGES = [
    (page, ("about", "isBasedOn"), {}, "Event has no isBasedOn"),
    (page, ("about", "location"), "Huế", "Event.location is no thing"),
    (page, ("about", "location"), {"@type": "Place", "name": "Huế"}, "Place lacks address"),
    (page, ("about", "startDate"), "5/10/2017", "Event.startDate is no date: '5/10/2017'"),
    (page, ("about", "eventStatus"), "held", "Event.eventStatus is no status: 'held'"),
    (page, ("about", "organizer"), {"@type": "Place", "name": "A"}, "Place where ('Organization', 'Person') is wanted"),
    (page, ("isBasedOn", "author"), "Thu An", "NewsArticle.author is no thing"),
    (page, ("isBasedOn", "datePublished"), "tháng 10", "NewsArticle.datePublished is no date: 'tháng 10'"),
    (data, ("license",), "CC BY", "Dataset.license is no url: 'CC BY'"),
    (data, ("description",), "", "Dataset.description is no text: ''"),
]  # fmt: skip


@pytest.mark.parametrize(("told", "path", "value", "fault"), DAMAGES)
def test_the_shapes_would_tell(told, path, value, fault):
    node = damaged = copy.deepcopy(told("a") if told is page else told())
    for step in path[:-1]:
        node = node[step]
    node[path[-1]] = value
    assert fault in list(faults(damaged))


def test_a_page_is_based_on_its_article_and_an_event_leads_to_all_its_reports():
    one, other = page("a"), page("b")
    assert [one["isBasedOn"]["url"], one["dateModified"]] == ["https://a.example/bai", "2026-11-20"]
    assert one["about"] == other["about"]
    reports = [report["@id"] for report in one["about"]["subjectOf"]]
    assert reports == [one["isBasedOn"]["@id"], other["isBasedOn"]["@id"]]
    assert len({*reports}) == 2


def test_articles_that_report_no_event_are_about_none():
    joined = [make_record("a", is_event=False), make_record("b", is_event=False, same_as="a")]
    assert "about" not in page("a", make_archive(*joined))


# Who the press names as author, and what search engines are told of it.
AUTHORS = [
    ("Thu An", [("Person", "Thu An")]),
    ("Nguyễn Thị Thu An", [("Person", "Nguyễn Thị Thu An")]),
    ("Thu An - Hà My", [("Person", "Thu An"), ("Person", "Hà My")]),
    ("Thu An, Hà My và Đức Ổn", [("Person", "Thu An"), ("Person", "Hà My"), ("Person", "Đức Ổn")]),
    ("Báo A", [("Organization", "Báo A")]),
    ("Chính phủ số", None),
    ("TTXVN", None),
    ("PV", None),
    ("Theo Thu An", None),
    ("Ban Biên Tập", None),
    ("Thu An (tổng hợp)", None),
    ("Thu An - TTXVN", None),
    ("An", None),
    ("", None),
]


@pytest.mark.parametrize(("author", "told"), AUTHORS)
def test_only_a_name_that_is_a_person_s_is_told_as_one(author, told):
    record = make_record("a", source=Source("Báo A", author or None))
    found = page("a", make_archive(record))["isBasedOn"]
    assert [(a["@type"], a["name"]) for a in found.get("author", [])] == (told or [])


def test_a_body_that_is_known_is_told_as_one():
    bodies = Vocabulary([Term("ttxvn", "Thông tấn xã Việt Nam", aliases=("TTXVN",))])
    archive = make_archive(make_record("a", source=Source("Báo A", "TTXVN")))
    known = replace(archive, vocabularies=replace(VOCABULARIES, organizations=bodies))
    (author,) = page("a", known)["isBasedOn"]["author"]
    assert author == {"@type": "Organization", "name": "TTXVN"}
