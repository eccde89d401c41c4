"""What stands beside a text, or in its place: citations, English, attachments, an editor's hand."""

import html
import json
import re
import zipfile
from datetime import date

import pytest

from egov_timeline import attachments, frontmatter, pages, pipeline, search, todo
from egov_timeline.inputs import Attachment, Doing, Source, TextEdit
from egov_timeline.timeline import timeline
from project import copy_to
from records import VOCABULARIES, make_correction, make_record
from small_site import build
from test_citation import told_to_search_engines
from test_panel import page_of, panel, visible

PRINTED = Source("Báo Làng Chài", "Bến Hải", "https://langchai.example/9", published="2005-04-12")


def citation(ident="trich", source=PRINTED, **signed):
    told = {
        "is_event": True,
        "title": "Tin học về làng: bàn tròn ở Vinh",
        "date": "2005-04-11",
        "location": ("Nhà khách Bến Thủy", "Nghệ An"),
    } | signed
    made = [make_correction(name, why=f"Báo in ghi {name}.") for name in told]
    return make_record(
        ident, "", corrected=told, corrections=made, source=source, added="2026-11-30"
    )


ENGLISH = """Lang Chai workshop discusses open data

LANG CHAI — The People's Committee of Lang Chai District held a workshop on open data on Tuesday.

"Data must go first, and the rest will follow," said the chairman of the committee.

Hội thảo này do Ủy ban nhân dân huyện Làng Chài tổ chức và kéo dài một ngày."""

RECORDS = [
    citation(),
    make_record(
        "english",
        ENGLISH,
        title=("Lang Chai workshop discusses open data", "Lang Chai workshop discusses open data"),
        date=("2019-10-15", "on Tuesday"),
        source=Source("Viet Nam Daily"),
    ),
    make_record(
        "main",
        title=("Hội thảo về chính quyền số", "Hội thảo về chính quyền số"),
        date=("2017-10-05", "Sáng 5/10/2017"),
        attachments=[
            Attachment("chuong-trinh.pdf", "Chương trình", "https://so.example/ct", 183_000),
            Attachment("dai-bieu.xlsx", "Danh sách đại biểu"),
        ],
    ),
    make_record("opinion", "", is_event=False, corrected={"title": "Một ý kiến"}),
]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    root = tmp_path_factory.mktemp("site")
    for name in ("chuong-trinh.pdf", "dai-bieu.xlsx"):
        path = root / "content/dinh-kem/main" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    return build(root, RECORDS)


@pytest.fixture(scope="module")
def written():
    return pipeline.written(RECORDS, VOCABULARIES)


# A citation


def test_a_citation_says_plainly_that_the_text_is_not_here(site):
    page = page_of(site, "trich")
    assert visible(page).count("Chưa có toàn văn") == 1
    assert "<h1" in page and "Tin học về làng: bàn tròn ở Vinh" in page
    (byline,) = re.findall(r'<p class="tl-byline">.*?</p>', page, re.DOTALL)
    assert visible(byline) == "Báo Làng Chài · Bến Hải · đăng 12/4/2005 · bài gốc"
    assert 'href="https://langchai.example/9"' in byline


def test_its_facts_are_signed_and_nothing_is_said_of_words_that_nobody_here_knows(site):
    page = page_of(site, "trich")
    assert panel(page, "date") == (
        "Thời gian bổ sung từ nguồn khác 11/4/2005 Báo in ghi date. Nguồn: example.org."
        " Người ký: biên tập viên, 21/11/2026."
    )
    assert "Nhà khách Bến Thủy, Nghệ An" in panel(page, "location")
    assert panel(page, "source") == "Nguồn Báo Làng Chài Bến Hải, 12/4/2005 · langchai.example"
    assert "Bài viết không nêu" not in page and "Bài viết ghi" not in page
    assert 'id="cau-' not in page and "nguon/" not in page


def test_a_citation_is_marked_wherever_it_is_listed(written):
    home = written["index.md"]
    (card,) = re.findall(r'data-event="trich".*?\n</li>\n', home, re.DOTALL)
    assert "Theo trích dẫn" in card and "<blockquote" not in card
    assert re.search(r'opinion.html">Một ý kiến</a> <span class="tl-absent">theo trích dẫn', home)
    assert "Chưa có toàn văn" in written["dinh-chinh.md"]


def test_a_citation_among_other_reports_is_marked_there():
    cited = make_record("b", "", same_as="main", source=PRINTED, corrected={"title": "Ở Vinh"})
    home = pages.home(timeline([RECORDS[2], cited]), VOCABULARIES)["index.md"]
    assert re.search(r"Báo Làng Chài.*12/4/2005 <span class=\"tl-absent\">theo trích dẫn", home)
    assert "<blockquote" in home


def test_a_citation_is_cited_by_what_is_known_of_it(written):
    page = written["bai-viet/trich.md"]
    meta, body = frontmatter.load(page, "trich")
    assert (
        "Bến Hải (2005), “Tin học về làng: bàn tròn ở Vinh”, Báo Làng Chài, 12/4/2005,"
        " https://langchai.example/9"
    ) in body
    told = told_to_search_engines(page)
    article, about = told["isBasedOn"], told["about"]
    assert (article["datePublished"], about["startDate"]) == ("2005-04-12", "2005-04-11")
    assert "identifier" not in article and "SHA-256" not in body
    assert meta["published"] == "2005-04-12"
    assert meta["source"].keys() == {"publisher", "author", "url"}


def test_the_data_say_how_much_of_a_text_there_is(written):
    data = json.loads(written["data/timeline.json"])
    told = {r["id"]: (r["text"], r["language"], r["source"]["raw"]) for r in data["records"]}
    assert told["trich"] == ("none", "vi", None)
    assert told["english"] == ("whole", "en", "../nguon/english.txt")


def test_a_citation_is_found_by_its_facts():
    entry = search.of_record(RECORDS[0], VOCABULARIES)
    assert entry.sentences == () and "11/4/2005" in entry.strings


def test_no_raw_text_of_a_citation_is_looked_for(tmp_path):
    root = copy_to(tmp_path / "project")
    signed = "slug: trich\nsource: {publisher: Báo Làng Chài}\ncorrections:\n" + "".join(
        f"- {{field: {field}, value: {value}, why: Báo in., source: Báo in, by: editor, on: '2026-11-21'}}\n"
        for field, value in (
            ("is_event", "'true'"),
            ("title", "Tin học về làng"),
            ("date", "'2005-04-11'"),
        )
    )
    (root / "seeds/articles/trich.yml").write_text(signed, "utf-8")
    pipeline.build(root)
    assert "Chưa có toàn văn" in (root / "site/bai-viet/trich.html").read_text("utf-8")
    assert not list((root / "site/nguon").glob("trich*"))


# English


def test_an_english_article_is_read_out_in_english_and_the_rest_in_vietnamese(site):
    page = page_of(site, "english")
    assert '<html lang="vi"' in page
    assert re.search(r'<h1[^>]* lang="en"', page)
    assert '<section class="tl-article__text" aria-labelledby="toan-van" lang="en">' in page
    assert re.search(r'<p lang="vi"><span id="cau-\d+"[^>]*>Hội thảo này', page)
    assert re.search(r'data-evidence href="#cau-\d+" lang="en">“[^”]*<mark>on Tuesday</mark>', page)


def test_its_quote_on_a_card_is_english_too(written):
    (card,) = re.findall(r'data-event="english".*?\n</li>\n', written["index.md"], re.DOTALL)
    assert '<blockquote class="tl-quote" lang="en">' in card
    assert '<a class="tl-evidence" data-evidence lang="vi"' in card


def test_programs_are_told_the_language(site, written):
    page = written["bai-viet/english.md"]
    assert told_to_search_engines(page)["isBasedOn"]["inLanguage"] == "en"
    assert "langid = {english}" in page
    assert "&#34;language&#34;: &#34;en&#34;" in page
    assert '<meta name="citation_language" content="en">' in page_of(site, "english")
    assert '<meta name="citation_language" content="vi">' in page_of(site, "main")


def test_a_vietnamese_article_says_nothing_of_language(site):
    page = page_of(site, "main")
    assert re.findall(r'<(?!html)\w+[^>]* lang="', page) == []


# Attachments


def test_attachments_stand_with_kind_size_and_source(site):
    page = page_of(site, "main")
    (part,) = re.findall(r'<section class="tl-attachments".*?</section>', page, re.DOTALL)
    assert visible(part) == (
        "Tài liệu kèm theo Chương trình PDF, 183 KB · Nguồn: so.example"
        " Danh sách đại biểu XLSX, 1 KB"
    )
    for href in re.findall(r'href="(\.\./dinh-kem[^"]+)"', part):
        assert (site / "bai-viet" / href).resolve().is_file()
    assert "tl-attachments" not in page_of(site, "trich")


def test_attachments_are_copied_byte_for_byte_and_measured(tmp_path):
    root = copy_to(tmp_path / "project")
    folder = root / attachments.ORIGINALS
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "ct.pdf").write_bytes(b"%PDF-1.4 \x00\xff")
    sidecar = next((root / "seeds/articles").glob("000*.yml"))
    with sidecar.open("a", encoding="utf-8") as file:
        file.write("attachments: [{file: ct.pdf, label: Chương trình}]\n")
    pipeline.build(root)
    (copied,) = (root / "site/dinh-kem").rglob("*.pdf")
    assert copied.read_bytes() == b"%PDF-1.4 \x00\xff"
    with zipfile.ZipFile(root / "dist/egov-timeline.zip") as packed:
        assert [n for n in packed.namelist() if n.endswith("/ct.pdf")]
    data = json.loads((root / "site/data/timeline.json").read_text("utf-8"))
    assert [a["size"] for r in data["records"] for a in r["attachments"]] == [11]


# An editor's hand


SCANNED = """Hội thảo về chính quyền số

Sáng 5/10/2017, Chinh phù họp tại Huế. Chinh phù bàn về <b>dữ liệu</b>.

Tin liên quan"""
HAND = {"by": "editor", "on": "2026-11-21"}
EDITS = [
    TextEdit(Doing.READ, "Chinh phù", 3, read="Chính phủ <i>", why="lỗi nhận dạng chữ", **HAND),
    TextEdit(Doing.KEEP, "Tin liên", 4, why="là một đoạn của bài", **HAND),
    TextEdit(Doing.DROP, "Ảnh:", 5),
]


def test_words_read_otherwise_stay_and_are_followed_by_the_reading(written):
    record = make_record("a", SCANNED, date=("2017-10-05", "5/10/2017, Chinh"), edits=EDITS)
    page = pages.render([record], timeline([record]), VOCABULARIES)["bai-viet/a.md"]
    _, _, body = page.partition("# ")
    said = html.unescape(visible(body))
    assert "Chinh phù [đọc là “Chính phủ <i>”: lỗi nhận dạng chữ] họp tại Huế." in said
    assert "Chinh phù [đọc là “Chính phủ <i>”] bàn về <b>dữ liệu</b>." in said
    assert "<i>" not in body and "<b>" not in body
    assert (
        "Bài ghi “Chinh phù”, đọc là “Chính phủ <i>”: lỗi nhận dạng chữ."
        " Người ký: biên tập viên, 21/11/2026."
        " Giữ lại đoạn bắt đầu bằng “Tin liên”: là một đoạn của bài."
    ) in said
    assert "Để ngoài bài đoạn bắt đầu bằng “Ảnh:”." in said


def test_a_text_that_no_editor_touched_says_nothing(written):
    assert "tl-edits" not in written["bai-viet/main.md"]
    assert "tl-reading" not in written["bai-viet/main.md"]


# The second layer of the timeline

CITED = citation(date="2015-04-11", series=("Bàn tròn Tin học", 4))
ARTICLE = RECORDS[2]


def home_of(*records):
    return pages.home(timeline(records), VOCABULARIES)["index.md"]


def test_an_edition_that_only_a_citation_tells_of_is_beside_the_events_of_articles():
    home = home_of(ARTICLE, CITED)
    assert "<span data-shown>1</span> <span data-shown-of>sự kiện</span>" in home
    assert 'data-layer="related"> Hiện cả 1 kỳ khác theo trích dẫn' in home
    assert re.search(r'class="tl-event [^"]*tl-event--related" id="su-kien-trich"', home)
    assert re.search(r'class="tl-year tl-year--related" id="nam-2015"', home)
    assert "tl-axis" not in home  # one year of events is no axis


def test_any_other_event_that_a_citation_tells_of_is_one_of_the_timeline():
    home = home_of(ARTICLE, RECORDS[0])
    assert "<span data-shown>2</span>" in home and "data-layer" not in home


def test_of_several_reports_one_with_a_text_is_enough():
    also = make_record("b", "", same_as="main", source=PRINTED, corrected={"title": "Ở Vinh"})
    assert "data-layer" not in home_of(ARTICLE, also)


def test_where_there_are_only_citations_they_are_shown_at_once():
    assert re.search(r'<input type="checkbox" data-layer="related" checked>', home_of(CITED))
    assert "checked> Hiện" not in home_of(ARTICLE, CITED)


def test_a_list_has_them_among_its_events_and_says_how_many_they_are():
    made = pages.render([ARTICLE, CITED], timeline([ARTICLE, CITED]), VOCABULARIES)
    index, page = (visible(made[f"dia-diem/{name}.md"]) for name in ("index", "nghe-an"))
    assert "2015 1 sự kiện theo trích dẫn" in index
    assert "1 sự kiện theo trích dẫn, 2015" in page
    assert "tl-event--related" not in made["dia-diem/nghe-an.md"]


def test_articles_lead_to_what_articles_report():
    later = make_record("later", date=("2018", "5/10/2017"))
    made = pages.render([ARTICLE, later, CITED], timeline([ARTICLE, later, CITED]), VOCABULARIES)
    assert "trich.html" not in made["bai-viet/main.md"]
    assert "tl-neighbours" in made["bai-viet/main.md"]
    assert "tl-neighbours" not in made["bai-viet/trich.md"]


def test_a_list_of_articles_has_citations_apart_after_all_others(written):
    index = written["bai-viet/index.md"]
    articles, _, citations = index.partition('id="trich-dan">Trích dẫn</h2>')
    assert re.findall(r'href="\.\./bai-viet/(\w+)', articles) == ["english", "main"]
    assert re.findall(r'href="\.\./bai-viet/(\w+)', citations) == ["trich", "opinion"]
    assert "Toàn văn không có ở đây" in citations


def test_a_list_of_articles_counts_citations_apart(written):
    assert "2 bài viết, 2 trích dẫn" in written["bai-viet/index.md"]
    assert "có tất cả: 2 bài viết, 2 trích dẫn" in written["du-lieu.md"]


def test_nobody_is_asked_what_a_citation_does_not_say():
    found = todo.tasks([citation(location=None)], date(2026, 11, 30))
    assert {task.kind for task in found} <= {"no-slug"}
