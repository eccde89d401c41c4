"""The reference of an article: what is known and nothing else, in forms that other readers take."""

import dataclasses
import json
from html.parser import HTMLParser

import bibtexparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from egov_timeline import pipeline, wording
from egov_timeline.edtf import parse
from egov_timeline.events import merged
from egov_timeline.exports import citation
from egov_timeline.exports.linkeddata import linked_data
from egov_timeline.exports.telling import one_line
from egov_timeline.inputs import Source
from records import VOCABULARIES, make_archive, make_record
from small_site import build

TITLE = ("Hội thảo về chính quyền số", "Hội thảo về chính quyền số")
FULL = Source("Báo A", "Thu An", "https://a.example/bai")


def record(published=None, source=FULL, **more):
    if published:
        more["published"] = (published, "Sáng 5/10/2017")
    facts = {"title": TITLE} | more
    return make_record("a", source=source, **{k: v for k, v in facts.items() if v is not None})


def event(date, **more):
    return record(
        event=("Hội thảo Chính quyền số", "Hội thảo Chính quyền số"),
        **({"date": (date, "Sáng 5/10/2017")} if date else {}),
        **more,
    )


def linked(told):
    return json.loads(linked_data(told, merged((told,)), make_archive(told)))


PLAIN = [
    (
        record("2017-10-05T08:17+07:00"),
        "Thu An (2017), “Hội thảo về chính quyền số”, Báo A, 5/10/2017, https://a.example/bai",
    ),
    (
        record("2017-10", Source("Báo A")),
        "“Hội thảo về chính quyền số”, Báo A, tháng 10/2017.",
    ),
    (
        record(None, Source(author="Thu An")),
        "Thu An, “Hội thảo về chính quyền số”, chưa rõ nơi đăng, chưa rõ ngày đăng.",
    ),
    (
        record("2017?", Source("Báo A", "Thu An")),
        "Thu An, “Hội thảo về chính quyền số”, Báo A, có thể năm 2017.",
    ),
    (
        event("2016-03-30", title=None, source=Source("Báo A")),
        "[Hội thảo Chính quyền số], Báo A, chưa rõ ngày đăng.",
    ),
    (
        record("2017", Source("Báo A", url="Báo A, số 12")),
        "“Hội thảo về chính quyền số”, Báo A, năm 2017.",
    ),
]


@pytest.mark.parametrize(("told", "words"), PLAIN)
def test_in_words(told, words):
    assert citation.plain(told) == words


# published, year, month and day
DATES = [
    ("2017-10-05T08:17+07:00", [2017, 10, 5]),
    ("2017-10-05", [2017, 10, 5]),
    ("2017-10", [2017, 10]),
    ("2017", [2017]),
    ("2017?", []),
    ("XXXX-10-05", []),
    ("2017-10-05/2017-10-06", []),
    (None, []),
]


def bibtex(told):
    (entry,) = bibtexparser.parse_string(citation.bibtex(told)).entries
    return entry


@pytest.mark.parametrize(("published", "parts"), DATES)
def test_a_reference_has_the_parts_of_the_date_that_are_known(published, parts):
    told = record(published)
    fields = bibtex(told).fields_dict
    shown = [fields[name].value for name in ("year", "month", "day") if name in fields]
    assert shown == [str(part) for part in parts]
    (item,) = json.loads(citation.csl(told))
    assert item.get("issued", {}).get("date-parts", [[]]) == [parts]
    assert linked(told)["isBasedOn"].get("datePublished") == (published if parts else None)


def test_bibtex_is_read_as_it_was_meant():
    entry = bibtex(record("2017-10-05"))
    fields = {name: field.value for name, field in entry.fields_dict.items()}
    assert (entry.entry_type, entry.key) == ("article", "a")
    assert fields == {
        "author": "{Thu An}",
        "title": "{Hội thảo về chính quyền số}",
        "journal": "Báo A",
        "year": "2017",
        "month": "10",
        "day": "5",
        "url": "https://a.example/bai",
        "langid": "vietnamese",
    }
    assert bibtex(record(source=Source())).entry_type == "misc"


def test_a_csl_item_names_what_is_known_and_keeps_a_name_whole():
    (item,) = json.loads(citation.csl(record("2017-10-05")))
    assert item["type"] == "article-newspaper"
    assert item["author"] == [{"literal": "Thu An"}]
    assert item["container-title"] == "Báo A"
    (bare,) = json.loads(citation.csl(record(source=Source())))
    assert set(bare) == {"id", "type", "language", "title"}


SITE = "https://so.example/cpdt/"


def test_all_articles_are_in_one_file_with_where_the_site_has_them():
    taken = Source("Báo A", "Thu An", "https://a.example/bai", retrieved="2026-11-20")
    told = [
        make_record("b_1", event=("Hội thảo", "Hội thảo"), added="2026-11-21"),
        dataclasses.replace(record("2017-10-05", taken), slug="a"),
    ]
    made = citation.files(make_archive(*told, site=SITE))
    entries = bibtexparser.parse_string(made["references.bib"]).entries
    assert [entry.key for entry in entries] == ["a", "b-1"]
    first, second = ({n: f.value for n, f in entry.fields_dict.items()} for entry in entries)
    assert first["urldate"] == "2026-11-20"
    assert first["note"] == rf"Toàn văn và các câu trích tại \url{{{SITE}bai-viet/a.html}}"
    assert second["note"].endswith(", cập nhật ngày 21/11/2026")
    one, other = json.loads(made["references.json"])
    assert (one["id"], one["accessed"]) == ("a", {"date-parts": [[2026, 11, 20]]})
    assert one["archive_location"] == f"{SITE}bai-viet/a.html"
    assert "accessed" not in other


def test_the_words_on_a_page_say_how_new_it_is():
    told = [make_record("a", added="2026-11-21"), make_record("b")]
    pages = pipeline.written(told, VOCABULARIES)
    assert "<!--address--> (bản ở đây cập nhật ngày 21/11/2026)</p>" in pages["bai-viet/a.md"]
    assert "<!--address--></p>" in pages["bai-viet/b.md"]


def test_references_say_nothing_of_a_site_whose_address_nobody_knows():
    made = citation.files(make_archive(record("2017-10-05")))
    assert "bai-viet" not in "".join(made.values())


# What Zotero's translator "Embedded Metadata" reads of a page, and what each becomes there.
ZOTERO = {
    "citation_title": "title",
    "citation_author": "creators",
    "citation_publication_date": "date",
    "citation_language": "language",
    "citation_public_url": "url",
    "dc.type": "itemType",
    "prism.publicationName": "publicationTitle",
}
# The day of publication, and what Zotero is told of it.
TOLD = [(published, "/".join(f"{part:02}" for part in parts)) for published, parts in DATES]


@pytest.fixture(scope="module")
def told_to_zotero(tmp_path_factory):
    """Return what Zotero reads of the page of each record."""
    many = {
        "full": record("2017-10-05T08:17+07:00"),
        "bare": record(source=Source()),
        "untitled": event("2016-03-30", title=None, source=Source(url="Báo A, số 12")),
        **{f"day-{n}": record(published) for n, (published, _) in enumerate(TOLD)},
    }
    records = [
        dataclasses.replace(each, slug=name, seed=dataclasses.replace(each.seed, id=name))
        for name, each in many.items()
    ]
    site = build(tmp_path_factory.mktemp("zotero"), records)
    pages = {name: (site / f"bai-viet/{name}.html").read_text("utf-8") for name in many}
    tags = {name: Head(page).tags for name, page in pages.items()}
    return {
        name: {ZOTERO[key]: said for key, said in found.items() if key in ZOTERO}
        for name, found in tags.items()
    }


def test_zotero_takes_the_page_for_a_newspaper_article(told_to_zotero):
    assert told_to_zotero["full"] == {
        "title": "Hội thảo về chính quyền số",
        "creators": "Thu An",
        "date": "2017/10/05",
        "language": "vi",
        "url": "https://a.example/bai",
        "itemType": "newspaperArticle",
        "publicationTitle": "Báo A",
    }
    assert told_to_zotero["bare"] == {
        "title": "Hội thảo về chính quyền số",
        "language": "vi",
        "itemType": "webpage",
    }
    assert told_to_zotero["untitled"] == {
        "title": "[Hội thảo Chính quyền số]",
        "language": "vi",
        "itemType": "webpage",
    }


@pytest.mark.parametrize(("number", "date"), list(enumerate(date for _, date in TOLD)))
def test_zotero_is_told_of_a_day_only_what_is_known_without_doubt(told_to_zotero, number, date):
    assert told_to_zotero[f"day-{number}"].get("date", "") == date


# date of the event, what stands for it in schema.org
EVENTS = [
    ("2017-10-05", {"startDate": "2017-10-05"}),
    ("2017-10-05/2017-10-06", {"startDate": "2017-10-05", "endDate": "2017-10-06"}),
    ("2017-10", {"startDate": "2017-10"}),
    ("2017", {"startDate": "2017"}),
    ("2015?-10-29", {}),
    ("2015~", {}),
    ("XXXX-10-29", {}),
    (None, {}),
]


@pytest.mark.parametrize(("edtf", "when"), EVENTS)
def test_an_event_is_never_dated_more_precisely_than_it_is_known(edtf, when):
    about = linked(event(edtf))["about"]
    assert {name: about[name] for name in about if name in ("startDate", "endDate")} == when
    # schema.org has no word for "perhaps": words say it.
    label = wording.date_label(parse(edtf) if edtf else None)
    assert about["description"].startswith(f"Thời gian: {label}")


def test_search_engines_are_told_who_and_where():
    told = linked(
        event(
            "2017-10-05",
            location=(("Nhà văn hóa", "Thừa Thiên Huế"), "tại Huế"),
            organizer=[
                (("x", "Sở A", "host"), "Sở Thông tin"),
                (("y", "Hội B", "sponsor"), "Sở Thông tin"),
            ],
            series=(("Hội thảo Chính quyền số", 3), "Hội thảo Chính quyền số"),
            themes=[("du-lieu", "dữ liệu mở")],
        )
    )
    about, told = told["about"], told["isBasedOn"]
    assert (told["@type"], about["@type"]) == ("NewsArticle", "Event")
    assert about["location"]["name"] == "Nhà văn hóa"
    assert about["location"]["address"] == "Thừa Thiên Huế"
    assert [body["name"] for body in about["organizer"]] == ["Sở A"]
    assert [body["name"] for body in about["sponsor"]] == ["Hội B"]
    assert about["superEvent"] == {"@type": "EventSeries", "name": "Hội thảo Chính quyền số"}
    assert told["keywords"] == ["Dữ liệu và chia sẻ dữ liệu"]
    assert told["author"] == [{"@type": "Person", "name": "Thu An"}]


def test_what_is_not_known_is_not_said():
    told = linked(record(source=Source(), is_event=False))
    assert set(told) == {"@context", "@type", "isBasedOn"}
    assert set(told["isBasedOn"]) == {"@type", "@id", "headline", "inLanguage", "identifier"}


def told_to_search_engines(page):
    """Return what `page` tells search engines."""
    return json.loads(Head(page).data)


class Head(HTMLParser):
    """The tags of a page and its linked data, as a browser finds them."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.data, self._inside = {}, "", False
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "meta" and "name" in given:
            self.tags[given["name"]] = given["content"]
        self._inside = tag == "script" and given.get("type") == "application/ld+json"

    def handle_endtag(self, tag):
        self._inside = False

    def handle_data(self, data):
        if self._inside:
            self.data += data


HOSTILE = '</script><script>alert("x")</script> <!-- {{ 7*7 }} " & \u2028 }, and \\ % #'


def test_a_page_says_it_to_machines_whatever_the_article_says(tmp_path):
    told = make_record(
        "a",
        corrected={"title": HOSTILE, "event": HOSTILE, "location": (HOSTILE, None)},
        source=Source(HOSTILE, HOSTILE, HOSTILE),
    )
    site = build(tmp_path, [told])
    page = (site / "bai-viet/a.html").read_text("utf-8")
    head = Head(page)
    shown = one_line(HOSTILE)
    assert head.tags["citation_title"] == head.tags["citation_author"] == shown
    assert json.loads(head.data)["about"]["location"]["name"] == shown
    assert "<script>alert" not in page
    # Zotero would take the first <time> of a page for the day on which the article appeared.
    assert "<time" not in page


@given(st.text(), st.text())
def test_any_text_stays_in_its_field(title, author):
    told = make_record("a", corrected={"title": f"{title}x"}, source=Source(author=f"{author}x"))
    fields = bibtex(told).fields_dict
    assert set(fields) == {"author", "title", "langid"}
    (item,) = json.loads(citation.csl(told))
    assert (item["title"], item["author"][0]["literal"]) == (
        one_line(f"{title}x"),
        one_line(f"{author}x"),
    )
    data = linked_data(told, merged((told,)), make_archive(told))
    assert json.loads(data)["isBasedOn"]["headline"] == one_line(f"{title}x")
    assert not set("<>&") & set(data)
