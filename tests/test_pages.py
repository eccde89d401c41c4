"""Pages say what the records say: every fact with its words, every word of the article unchanged."""

import dataclasses
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory

import markdown
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from mkdocs.config import load_config

from egov_timeline import frontmatter, pipeline
from egov_timeline.edtf import parse
from egov_timeline.inputs import Source
from egov_timeline.pages.cards import machine_date, mark
from egov_timeline.pages.facts import Signed, panel
from egov_timeline.pages.listings import listings
from egov_timeline.pages.neighbours import Neighbour, neighbours
from egov_timeline.pages.related import related
from egov_timeline.pages.stretches import Quoted
from egov_timeline.records import Certainty, Finding, Milestone
from egov_timeline.timeline import timeline
from egov_timeline.wording import own
from project import copy_to
from records import TEXT, VOCABULARIES, make_correction, make_record

with TemporaryDirectory() as folder:
    CONFIG = load_config(str(copy_to(Path(folder)) / "mkdocs.yml"))

FACTS = {
    "title": ("Hội thảo về chính quyền số", "Hội thảo về chính quyền số"),
    "event": ("Hội thảo Chính quyền số", "Hội thảo Chính quyền số"),
    "event_type": "hoi-thao",
    "date": ("2017-10-05", "Sáng 5/10/2017"),
    "location": ((None, "Thừa Thiên Huế"), "tại Huế"),
    "organizer": [((None, "Sở Thông tin", "host"), "Sở Thông tin và Truyền thông")],
    "themes": [("du-lieu", "dữ liệu mở")],
    "series": (("Hội thảo Chính quyền số", 3), "Hội thảo Chính quyền số"),
}


class Reader(HTMLParser):
    """What a browser makes of a page: sentences by id, links, and all attributes."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.sentences, self.tags, self._open = {}, [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.tags.append((tag, attributes))
        self._open.append(attributes.get("id") if tag == "span" else tag)

    def handle_endtag(self, tag):
        self._open.pop()

    def handle_data(self, data):
        for ident in self._open:
            if ident and ident.startswith("cau-"):
                self.sentences[ident] = self.sentences.get(ident, "") + data

    def having(self, attribute):
        return [attributes for _, attributes in self.tags if attribute in attributes]


def render(*records):
    """Return the pages that are written from `records`; the data have tests of their own."""
    made = pipeline.written(records, VOCABULARIES)
    return {name: text for name, text in made.items() if name.endswith(".md")}


def article(record):
    """Return (front matter, HTML) of the record's page."""
    page = render(record)[f"bai-viet/{record.slug}.md"]
    meta, body = frontmatter.load(page, "page")
    return meta, html(body)


def html(body):
    extensions = CONFIG["markdown_extensions"]
    return markdown.markdown(body, extensions=extensions, extension_configs=CONFIG["mdx_configs"])


def words(text):
    return re.sub(r"[\x00-\x1f\x7f-\x9f]", " ", text).split()


# Everything that some dialect of Markdown, HTML or a template takes for its own.
HOSTILE = r"""
* _a_ **b** [x](y) ![i](j) [[wiki]] <script>alert(1)</script> <b> & &amp; &#42; {{ 7*7 }} {% raw %}
| a | b | # h ## ~~ ^2^ H~2~ == `code` ``` :smile: http://x.vn/a_b_c 1. - + > [TOC] [^1] {: #cau-1 }
a\_b \* \. \- \! \( -- ... "q" 'q' <!-- c --> --- === $x$ @who <https://x.vn> &nbsp; *[abc]: xyz {#cau-1}
"""
PIECES = st.lists(
    st.sampled_from([*HOSTILE.split(), "\n", " ", ". A", "Ế"])
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
).map("".join)


@settings(max_examples=300, deadline=None)
@example(HOSTILE)
@example("{: #cau-2 } đầu")
@example("klzzwxh:0001 \x02klzzwxh:0002\x03 wzxhzdk:0")
@given(PIECES)
def test_any_text_comes_back_as_it_was(text):
    record = make_record(text="x" + text)
    said = Reader(article(record)[1]).sentences
    for number, sentence in enumerate(record.article.sentences, 1):
        quoted = record.article.text[sentence.start : sentence.end]
        assert words(said.get(f"cau-{number}", "")) == words(quoted)


def tags(pages):
    bodies = {name: html(frontmatter.load(page, name)[1]) for name, page in pages.items()}
    return {name: [tag for tag, _ in Reader(body).tags] for name, body in bodies.items()}


def test_no_label_of_a_project_is_markup(tmp_path):
    record = make_record(**FACTS, corrections=[make_correction("date")], corrected={"date": "2016"})
    (tmp_path / own.FILE).parent.mkdir(parents=True)
    said = "x " + " ".join(HOSTILE.split()[:80])
    mine = {name: said for name in ("rights", "events", "timeline", "log", "see", "data_set")}
    for table in ("statuses", "certainty", "milestones", "fields"):
        keys = [n.split(".")[1] for n in own.PACKAGE if n.startswith(f"{table}.")]
        mine[table] = {key: f"{said} {key}" for key in keys}
    (tmp_path / own.FILE).write_text(json.dumps(mine), "utf-8")
    ours = tags(render(record))
    with own.of_project(tmp_path):
        assert own.laid().keys() >= {"rights", "certainty.added", "fields.date"}
        assert tags(render(record)) == ours


@settings(max_examples=100, deadline=None)
@example(HOSTILE)
@given(PIECES)
def test_no_text_gets_out_of_the_timeline(text):
    text = "x" + text
    name = " ".join(words(text))
    record = make_record(text=text, event=(name, text[:1]), date=("2017", text[:1]))
    harmless = make_record(event=("Hội thảo", "Hội thảo"), date=("2017", "5/10/2017"))
    reader, other = (
        Reader(html(frontmatter.load(render(r)["index.md"], "index")[1]))
        for r in (record, harmless)
    )
    assert [a["data-event"] for a in reader.having("data-event")] == ["a"]
    assert {tag for tag, _ in reader.tags} <= {tag for tag, _ in other.tags}


@settings(max_examples=100, deadline=None)
@example(HOSTILE)
@example("{: #cau-2 } <!--report--> </script>")
@given(PIECES)
def test_no_text_gets_out_of_the_page_of_an_article(text):
    """Nor out of its panel, its reference or what search engines are told."""
    text = "x" + text
    name = " ".join(words(text))

    def page(said, called):
        facts = {field: (called, said[:1]) for field in ("title", "event")}
        facts |= {"location": ((called, None), said[:1]), "series": ((called, 3), said[:1])}
        bodies = [((None, called, "host"), said[:1])]
        signed = make_correction("date", why=called, source=called)
        source = Source(called, called, called)
        record = make_record(
            text=said, organizer=bodies, source=source, corrections=[signed], **facts
        )
        return Reader(article(record)[1])

    reader, other = page(text, name), page("x", "x")
    fields = [a["data-field"] for a in reader.having("data-field")]
    assert fields == [a["data-field"] for a in other.having("data-field")]
    assert {tag for tag, _ in reader.tags} <= {tag for tag, _ in other.tags} | {
        "details",
        "mark",
        "summary",
    }
    assert all(not name.startswith("on") for _, attributes in reader.tags for name in attributes)


# All that may stand in the head of a page (DESIGN 4.2), and what MkDocs and the theme need there.
KEYS = [
    *("title", "date", "published", "event", "status", "location", "organizer", "themes", "tags"),
    *("series", "source", "description", "template"),
]


def test_the_front_matter_says_what_is_known_and_no_more():
    known = FACTS | {"published": ("2017-10-05", "5/10/2017"), "status": ("held", "tổ chức")}
    record = make_record("2017-hue", **known, source=Source("Báo A", "B", "https://a.vn/1"))
    meta, _ = article(record)
    assert meta == {
        "title": "Hội thảo về chính quyền số",
        "date": "2017-10-05",
        "published": "2017-10-05",
        "event": "Hội thảo Chính quyền số",
        "status": "held",
        "location": "Thừa Thiên Huế",
        "organizer": ["Sở Thông tin"],
        "themes": ["du-lieu"],
        "tags": ["Dữ liệu và chia sẻ dữ liệu"],
        "series": {"name": "Hội thảo Chính quyền số", "edition": 3},
        "source": {
            "file": "seeds/articles/2017-hue.txt",
            "sha256": "0" * 64,
            "publisher": "Báo A",
            "author": "B",
            "url": "https://a.vn/1",
        },
        "description": "5/10/2017, Thừa Thiên Huế – Sáng 5/10/2017, Sở Thông tin và Truyền thông"
        " tổ chức Hội thảo Chính quyền số tại Huế.",
        "template": "article.html",
    }
    assert list(meta) == KEYS


def test_the_front_matter_is_a_few_lines_that_begin_with_where_to_correct():
    page = render(make_record("a", **FACTS))["bai-viet/a.md"]
    head = page.split("\n---\n")[0].splitlines()
    assert head[1] == (
        "# generated from seeds/articles/a.txt; correct it in the .yml beside that file"
    )
    assert len(head) <= 30
    assert "organizer: [Sở Thông tin]" in head


def test_what_is_unknown_is_present_and_empty():
    meta, _ = article(make_record())
    assert {name: meta[name] for name in ("title", "date", "location", "organizer", "themes")} == {
        "title": None,
        "date": None,
        "location": None,
        "organizer": [],
        "themes": [],
    }
    assert "published" not in meta and "series" not in meta
    facts = panel(make_record(), VOCABULARIES)
    assert {name: (fact.label, fact.known, fact.unknown) for name, fact in facts.items()} == {
        "date": ("Thời gian", (), "chưa rõ ngày"),
        "location": ("Địa điểm", (), "chưa rõ địa điểm"),
        "organizer": ("Đơn vị tổ chức", (), "chưa rõ đơn vị tổ chức"),
        "themes": ("Chủ đề", (), "chưa xếp chủ đề"),
    }


def test_an_article_without_an_event_is_not_asked_when_and_where():
    facts = panel(make_record(is_event=False, **FACTS), VOCABULARIES)
    assert list(facts) == ["event", "series", "themes", "title"]


LONG = "Sáng 5/10/2017, " + "Sở Thông tin và Truyền thông họp bàn về dữ liệu mở, " * 8
DESCRIBED = [
    # A heading and a caption are no beginning.
    ("Hội thảo\n\nẢnh: Quang cảnh.\n\nSở họp sáng nay tại Huế.", {}, "Sở họp sáng nay tại Huế."),
    (LONG, {"date": ("2017-10-05", "5/10/2017")}, "5/10/2017 – Sáng 5/10/2017, Sở Thông tin"),
    ("", {"corrected": {"title": "Tin học về làng"}}, "Tin học về làng"),
]


@pytest.mark.parametrize(("text", "facts", "begins"), DESCRIBED)
def test_a_page_is_described_by_what_is_known_and_its_first_words(text, facts, begins):
    meta, _ = article(make_record("a", text, **facts))
    assert meta["description"].startswith(begins)
    assert len(meta["description"]) <= 200
    if len(text) > 200:
        assert meta["description"].endswith("…")
        assert meta["description"].removesuffix("…").partition(" – ")[2] + " " in text


def test_each_fact_names_a_sentence_that_holds_its_words():
    record = make_record(**FACTS)
    said = Reader(article(record)[1]).sentences
    facts = panel(record, VOCABULARIES)
    for field in facts.values():
        for quoted in (quoted for known in field.known for quoted in known.evidence):
            for stretch in quoted.quote.split("…"):
                assert stretch.strip() in said[quoted.anchor]
    (known,) = facts["date"].known
    assert (known.label, known.certainty, known.certainty_label) == (
        "5/10/2017",
        "stated",
        "bài viết nêu rõ",
    )
    pieces = (("Sáng 5/10/2017", True), (", Sở Thông tin và Truyền thông", False))
    assert known.evidence == (Quoted(pieces, "cau-2"),)
    assert facts["organizer"].known[0].role == "chủ trì"


def test_a_sentence_names_the_fields_that_it_supports():
    _, body = article(make_record(**FACTS))
    supports = {a["id"]: a["data-supports"] for a in Reader(body).having("data-supports")}
    assert supports == {
        "cau-1": "Tên bài",
        "cau-2": "Thời gian, Địa điểm, Đơn vị tổ chức, Sự kiện, Chuỗi sự kiện",
        "cau-3": "Chủ đề",
    }


def test_a_corrected_fact_stands_beside_what_the_article_says():
    correction = make_correction("date", why="Báo B ghi ngày 6.")
    record = make_record(**FACTS, corrections=[correction], corrected={"date": "2017-10-06"})
    meta, body = article(record)
    (known,) = panel(record, VOCABULARIES)["date"].known
    assert (meta["date"], known.label) == ("2017-10-06", "6/10/2017")
    assert known.certainty == "corrected"
    assert known.correction == Signed(
        why="Báo B ghi ngày 6.",
        source="https://example.org/bai",
        by="biên tập viên",
        on="2026-11-21",
        on_label="21/11/2026",
        amends="corrected",
    )
    (own,) = known.extracted
    assert (own.label, own.evidence[0].quote) == (
        "5/10/2017",
        "Sáng 5/10/2017, Sở Thông tin và Truyền thông",
    )
    assert own.evidence[0].anchor in Reader(body).sentences


def test_who_says_that_it_is_no_event_is_told_on_the_page():
    record = make_record(corrected={"is_event": False}, corrections=[make_correction("is_event")])
    (known,) = panel(record, VOCABULARIES)["is_event"].known
    assert known.label == "không tường thuật một sự kiện"
    assert known.extracted[0].label == "tường thuật một sự kiện"
    assert (known.correction.why, known.correction.by) == ("Theo báo khác.", "biên tập viên")


def test_a_value_that_a_correction_takes_away_is_still_signed():
    correction = make_correction("location")
    record = make_record(**FACTS, corrections=[correction], corrected={"location": None})
    (known,) = panel(record, VOCABULARIES)["location"].known
    assert (article(record)[0]["location"], known.label) == (None, "không có")
    assert known.correction.why and known.extracted[0].label == "Thừa Thiên Huế"


def test_words_that_take_a_value_away_are_quoted():
    correction = make_correction("date", source=None, quote="bàn về dữ liệu mở")
    record = make_record(**FACTS, corrections=[correction], corrected={"date": None})
    (known,) = panel(record, VOCABULARIES)["date"].known
    pieces = ("Hội thảo ", False), ("bàn về dữ liệu mở", True), (" và đô thị thông minh.", False)
    assert known.evidence == (Quoted(pieces, "cau-3"),)


def test_the_heading_is_the_title_once():
    _, body = article(make_record(**FACTS))
    (text,) = re.findall(r'<section class="tl-article__text".*?</section>', body, re.DOTALL)
    assert "Hội thảo về chính quyền số" not in text and 'id="cau-2"' in text
    assert re.search(r'<h1 id="dau-bai"><span id="cau-1"[^>]*>.*</h1>', body)


def test_without_a_title_the_heading_is_the_event():
    facts = {name: fact for name, fact in FACTS.items() if name != "title"}
    meta, body = article(make_record(**facts))
    assert meta["title"] is None
    assert '<h1 id="dau-bai">Hội thảo Chính quyền số</h1>' in body
    assert "Hội thảo về chính quyền số" in body


def test_a_title_that_is_not_a_line_of_its_own_stays_in_the_text():
    _, body = article(make_record(title=("Chính quyền số", "Chính quyền số")))
    assert '<h1 id="dau-bai">Chính quyền số</h1>' in body
    assert Reader(body).sentences.keys() == {"cau-1", "cau-2", "cau-3"}


# Two events in the order of the timeline: what each says of the other.
BESIDE = "Liền kề trên dòng thời gian"
ORDERS = [
    ("2016", "2018", "Trước đó", "Sau đó"),
    ("2016-03-30", "2016-04", "Trước đó", "Sau đó"),
    ("2016-03-30/2016-03-31", "2016-04-01", "Trước đó", "Sau đó"),
    # A year may lie after any day of that year, a day within a span, a doubt anywhere.
    ("2016", "2016-03-30", BESIDE, BESIDE),
    ("2016-03", "2016-03-30", BESIDE, BESIDE),
    ("2016-03-30", "2016-03-30", BESIDE, BESIDE),
    ("2016-03-29/2016-03-31", "2016-03-30", BESIDE, BESIDE),
    ("2015?-10-29", "2016-03-30", BESIDE, BESIDE),
    ("2016-03-30", "2018~", BESIDE, BESIDE),
]


@pytest.mark.parametrize(("earlier", "later", "before", "after"), ORDERS)
def test_only_an_order_that_the_dates_prove_is_claimed(earlier, later, before, after):
    records = [make_record(i, date=(d, "5/10/2017")) for i, d in [("a", earlier), ("b", later)]]
    around = neighbours(timeline(records))
    first, last = around["a"], around["b"]
    assert (first.next.slug, first.next.label) == ("b", after)
    assert (last.previous.slug, last.previous.label) == ("a", before)
    assert first.previous is last.next is None


@settings(max_examples=50)
@given(st.lists(st.sampled_from([order[0] for order in ORDERS]), min_size=2, max_size=5))
def test_who_is_said_to_come_before_is_over_by_then(dates):
    records = [make_record(f"r{i}", date=(d, "5/10/2017")) for i, d in enumerate(dates)]
    known = {r.slug: r.facts.date.value for r in records}
    around = neighbours(timeline(records))
    for slug, date in known.items():
        before = around[slug].previous
        if before and before.label == "Trước đó":
            assert known[before.slug].latest < date.earliest


@pytest.mark.parametrize("date", [None, "XXXX-10-29"])
def test_an_event_without_a_year_is_beside_nothing(date):
    shelved = make_record("z", **({"date": (date, "5/10/2017")} if date else {}))
    written = render(make_record("a", date=("2016", "5/10/2017")), shelved)
    for name in ("a", "z"):
        assert "tl-neighbours" not in written[f"bai-viet/{name}.md"]


def test_a_pointer_names_the_event_and_its_date():
    records = [make_record(i, date=(d, "5/10/2017")) for i, d in [("b", "2018"), ("a", "2016")]]
    assert neighbours(timeline(records))["b"].previous == Neighbour(
        "a", "Trước đó", "Bài viết chưa rõ tên", "năm 2016"
    )


def test_an_article_without_an_event_has_a_page_and_no_place_on_the_line():
    record = make_record("y-kien", is_event=False, title=FACTS["title"], themes=FACTS["themes"])
    written = render(record)
    assert "status" not in frontmatter.load(written["bai-viet/y-kien.md"], "page")[0]
    assert "data-event" not in written["index.md"]
    assert "<span data-shown>0</span>" in written["index.md"]
    for page, link in [("index.md", "bai-viet/"), ("chu-de/du-lieu.md", "../bai-viet/")]:
        assert f'href="{link}y-kien.html"' in written[page]


def test_there_is_a_page_for_each_article_and_for_what_its_event_is_gathered_by():
    assert set(render(make_record("hue", **FACTS))) == {
        "index.md",
        "du-lieu.md",
        "bai-viet/hue.md",
        "bai-viet/index.md",
        "dinh-chinh.md",
        "tim-kiem.md",
        "chu-de/index.md",
        "chu-de/du-lieu.md",
        "don-vi/index.md",
        "don-vi/so-thong-tin.md",
        "dia-diem/index.md",
        "dia-diem/thua-thien-hue.md",
        "chuoi-su-kien/index.md",
        "chuoi-su-kien/hoi-thao-chinh-quyen-so.md",
    }


def test_a_card_shows_the_event_and_the_way_to_its_sentence():
    reader = Reader(render(make_record("hue", **FACTS))["index.md"])
    (time,) = [attributes for tag, attributes in reader.tags if tag == "time"]
    assert time == {"datetime": "2017-10-05", "data-edtf": "2017-10-05"}
    assert [a["href"] for a in reader.having("data-evidence")] == ["bai-viet/hue.html#cau-2"]


def test_what_a_correction_overrules_is_no_key_quote():
    """The date outweighs all else, unless it is not the date that the card shows."""
    text = "Triển lãm mở cửa ngày 1/10/2017.\n\nHội thảo Chính quyền số họp tại Huế."
    facts = {
        "date": ("2017-10-01", "ngày 1/10/2017"),
        "event": ("Hội thảo Chính quyền số", "Hội thảo Chính quyền số"),
    }
    correction = make_correction("date")
    own = make_record("hue", text, **facts)
    signed = make_record(
        "hue", text, **facts, corrections=[correction], corrected={"date": "2017-10-06"}
    )
    assert quoted(own) == ["“Triển lãm mở cửa ngày 1/10/2017.”"]
    assert quoted(signed) == ["“Hội thảo Chính quyền số họp tại Huế.”"]
    (known,) = panel(signed, VOCABULARIES)["date"].known
    assert known.extracted[0].evidence[0].quote == "Triển lãm mở cửa ngày 1/10/2017."


def test_without_standing_evidence_there_is_no_key_quote():
    record = make_record(
        date=("2017-10-05", "Sáng 5/10/2017"),
        corrections=[make_correction("date")],
        corrected={"date": "2017-10-06"},
    )
    assert quoted(record) == []


def test_a_clue_to_the_place_is_no_key_quote_where_there_is_a_better_one():
    text = "Về phía tỉnh Lào Cai có ba đại biểu.\n\nHội thảo Chính quyền số bàn về dữ liệu."
    place = {"location": ((None, "Lào Cai"), "Về phía tỉnh Lào Cai")}
    event = {"event": ("Hội thảo Chính quyền số", "Hội thảo Chính quyền số")}
    told = "“Hội thảo Chính quyền số bàn về dữ liệu.”"
    clue = "“Về phía tỉnh Lào Cai có ba đại biểu.”"
    assert quoted(make_record(text=text, **place, **event)) == [clue]
    assert quoted(make_record(text=text, **place, **event, inferred=["location"])) == [told]
    assert quoted(make_record(text=text, **place, inferred=["location"])) == [clue]


def quoted(record):
    found = re.findall(r"<blockquote[^>]*>(“.*”) <a", render(record)["index.md"])
    return [re.sub(r"<[^>]+>", "", quote) for quote in found]


def where(record):
    """Return what the card of `record` says below the name, as it is read."""
    line = re.search(r'<p class="tl-event__where">(.*?)</p>', render(record)["index.md"], re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", "", line[1]).split())


CORRECTED, INFERRED, ADDED = "đính chính có nguồn", "suy ra từ bài viết", "bổ sung từ nguồn khác"


def test_a_card_says_what_the_article_does_not_state():
    two = [((None, name, "host"), "Sở Thông tin và Truyền thông") for name in ("Sở A", "Sở B")]
    facts = FACTS | {"organizer": two}
    assert where(make_record(**facts)) == "Thừa Thiên Huế · chủ trì: Sở A; Sở B"
    assert where(make_record(**facts, inferred=["location"])) == (
        f"Thừa Thiên Huế {INFERRED} · chủ trì: Sở A; Sở B"
    )
    signed = make_record(
        **facts,
        corrections=[make_correction("location"), make_correction("organizer")],
        corrected={
            "location": (None, "Huế"),
            "organizer": [(None, "Sở C", "organizer"), *((None, x, "host") for x in "DE")],
        },
    )
    assert where(signed) == f"Huế {CORRECTED} · tổ chức: Sở C · chủ trì: D; E {CORRECTED}"
    assert f'tl-certainty--corrected">{CORRECTED}' in render(signed)["index.md"]


def test_a_card_says_of_each_body_what_a_signature_is_to_the_article():
    """What the article says too is confirmed; what it lacks is added, and contradicts nothing."""
    known = ((None, "Sở A", "host"), "Sở Thông tin và Truyền thông")
    record = make_record(
        **FACTS | {"organizer": [known]},
        corrections=[make_correction("organizer")],
        corrected={"organizer": [known[0], (None, "Hội B", "sponsor")]},
    )
    said = f"chủ trì: Sở A biên tập viên xác nhận · bảo trợ: Hội B {ADDED}"
    assert where(record) == f"Thừa Thiên Huế · {said}"


def test_bodies_that_are_not_known_alike_are_marked_one_by_one():
    two = [((None, name, "host"), "Sở Thông tin và Truyền thông") for name in ("Sở A", "Sở B")]
    record = make_record(**FACTS | {"organizer": two})
    stated, other = record.facts.organizer
    other = dataclasses.replace(other, certainty=Certainty.INFERRED)
    facts = dataclasses.replace(record.facts, organizer=(stated, other))
    record = dataclasses.replace(record, facts=facts)
    assert where(record) == f"Thừa Thiên Huế · chủ trì: Sở A; Sở B {INFERRED}"


def test_each_way_to_a_sentence_says_whose_it_is():
    index = render(make_record("hue", **FACTS))["index.md"]
    assert 'aria-label="xem câu gốc: Hội thảo Chính quyền số">xem câu gốc</a>' in index


def test_a_milestone_is_no_second_event():
    first = (("first", "2003", "Hội thảo", "Huế"), "Hội thảo Chính quyền số")
    index = render(make_record("hue", **FACTS, milestones=[first]))["index.md"]
    reader = Reader(index)
    assert [a["data-event"] for a in reader.having("data-event")] == ["hue"]
    assert [a["data-milestone"] for a in reader.having("data-milestone")] == ["hue"]
    assert ">14 năm</li>" in index


def test_a_milestone_that_is_signed_needs_no_quote():
    signed = Finding(Milestone("first", parse("2003"), "Hội thảo A"), Certainty.CORRECTED, ())
    record = make_record("hue", **FACTS)
    record = dataclasses.replace(
        record, facts=dataclasses.replace(record.facts, milestones=(signed,))
    )
    (milestone,) = re.findall(r"<li[^>]*data-milestone.*?</li>", render(record)["index.md"], re.S)
    assert ADDED in milestone
    assert "<blockquote" not in milestone


def test_a_document_is_in_the_second_layer_with_the_gaps_that_it_makes():
    first = (("first", "2003", "Hội thảo", "Huế"), "Hội thảo Chính quyền số")
    decree = (("document", "2013-10-14", "Nghị quyết 36a"), "Hội thảo Chính quyền số")
    index = render(make_record("hue", **FACTS, milestones=[first, decree]))["index.md"]
    gaps = re.findall(r'class="(tl-gap[^"]*) tl-step-\d+">(.*?)</li>', index)
    assert gaps == [
        ("tl-gap tl-gap--all", "10 năm"),
        ("tl-gap tl-gap--all", "4 năm"),
        ("tl-gap tl-gap--events", "14 năm"),
    ]
    assert re.findall(r'<li class="tl-year([^"]*)"', index) == ["", " tl-year--related", ""]
    assert re.findall(r'href="#nam-(\d+)"', index) == ["2003", "2017"]
    assert "1 mốc được nhắc tới" in index


def test_without_documents_there_is_no_switch():
    assert "data-layer" not in render(make_record("hue", **FACTS))["index.md"]


def test_a_long_sentence_is_cut_at_words_around_the_evidence():
    before = " ".join(f"trước{i}" for i in range(80))
    after = " ".join(f"sau{i}" for i in range(80))
    record = make_record(text=f"{before} ngày 5/10/2017 {after}.", date=("2017", "ngày 5/10/2017"))
    (quote,) = quoted(record)
    shown = quote.strip("“”").replace("\u00a0", " ").split()
    assert shown[0] == shown[-1] == "…"
    assert " ".join(shown[1:-1]) in record.article.text
    assert "ngày 5/10/2017" in " ".join(shown)
    assert len(quote) < 400


MARKS = [
    ("2016-03-30", "day", "2016-03-30"),
    ("2016-03-30/2016-03-31", "days", "2016-03-30"),
    ("2016-03", "part", "2016-03"),
    ("2016", "part", "2016"),
    ("2015?-10-29", "uncertain", "10-29"),
    ("2015?-10-29/2015?-10-30", "uncertain", "10-29"),
    ("2015?-10", "uncertain", None),
    ("2015?", "uncertain", None),
    ("2015~", "uncertain", "2015"),
    ("XXXX-10-29/XXXX-10-30", "uncertain", "10-29"),
    ("XXXX-10", "uncertain", None),
    ("{2019-10-03,2019-10-05}", "days", "2019-10"),
    ("{2019-10-03,2019-11-05}", "days", "2019"),
    ("{2019-12-30,2020-01-06}", "days", None),
    ("{XXXX-10-03,XXXX-10-05}", "uncertain", None),
]


@pytest.mark.parametrize(("edtf", "shape", "machine"), MARKS)
def test_the_mark_and_the_machine_date_say_no_more_than_the_date(edtf, shape, machine):
    assert (mark(parse(edtf)), machine_date(parse(edtf))) == (shape, machine)


def test_no_date_has_a_mark_but_no_machine_date():
    assert (mark(None), machine_date(None)) == ("uncertain", None)


def test_the_text_of_the_example_is_whole():
    _, body = article(make_record())
    assert words(" ".join(Reader(body).sentences.values())) == words(TEXT)


SAME_SERIES = [
    ("Hội thảo Quốc gia về Chính phủ điện tử", "Hội thảo quốc gia về chính phủ điện tử", True),
    (
        "Hội thảo CNTT - Truyền thông (CNTT-TT) Việt Nam",
        "Hội thảo CNTT và truyền thông Việt Nam",
        True,
    ),
    ("Hội thảo Quốc gia về Chính phủ điện tử", "Hội thảo Quốc gia về Chính phủ số", False),
]


@pytest.mark.parametrize(("one", "other", "same"), SAME_SERIES)
def test_events_of_one_series_link_to_each_other(one, other, same):
    records = [
        make_record("a", date=("2016-03-30", "2017"), series=((one, None), "Hội thảo")),
        make_record("b", date=("XXXX-09-17", "2017"), series=((other, 15), "Hội thảo")),
        make_record("c", date=("2018", "2017")),
    ]
    around = related(listings(timeline(records), VOCABULARIES))
    assert "c" not in around
    assert [other.slug for other in around["a"].same_series] == (["b"] if same else [])
    if same:
        assert around["a"].same_series[0].edition == "lần thứ 15"
        assert around["a"].same_series[0].date == "17/9, chưa rõ năm"
