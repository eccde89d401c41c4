"""An article's page says how each fact is known, in words that a reader sees."""

import html
import re
from dataclasses import replace

import pytest
from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader

from egov_timeline import frontmatter, pipeline, wording
from egov_timeline.inputs import Attachment, Source
from egov_timeline.records import Certainty
from project import PROJECT
from records import VOCABULARIES, make_correction, make_record
from small_site import build

REPORT = """Hội thảo về chính quyền số

20:23 | 30/03/2016

Sáng 5/10/2017, Sở Thông tin và Truyền thông tổ chức Hội thảo Chính quyền số tại Huế.
Hội thảo bàn về dữ liệu mở. Hội thảo này họp lần đầu năm 2003."""
TITLE = "Hội thảo về chính quyền số"


def the_records():
    """One record for each thing that the theme can have to show."""
    known = {
        "title": (TITLE, TITLE),
        "event": ("Hội thảo Chính quyền số", "Hội thảo Chính quyền số"),
        "event_type": "hoi-thao",
        "date": ("2017-10-05", "Sáng 5/10/2017"),
        "published": ("2016-03-30T20:23+07:00", "20:23 | 30/03/2016"),
        "location": (("Huế", "Thừa Thiên Huế"), "tại Huế"),
        "organizer": [
            ((None, "Sở A", "host"), "Sở Thông tin"),
            ((None, "Sở B", "sponsor"), "Truyền thông"),
        ],
        "series": (("Hội thảo Chính quyền số", 3), "Hội thảo Chính quyền số"),
        "themes": [("du-lieu", "dữ liệu mở")],
        "milestones": [(("first", "2003", "Hội thảo", "Huế"), "lần đầu năm 2003")],
    }
    signed = make_record(
        "signed",
        REPORT,
        **known,
        inferred=["date"],
        source=Source("Báo A", "Thu An", "https://www.bao-a.vn/1"),
        corrections=[
            make_correction("date", why="Báo B ghi ngày 6.", source="https://bao-b.vn/2"),
            make_correction("published", why="Báo in.", source="Số 12, trang 3"),
            make_correction("themes", why="Bàn nhiều hơn.", source=None, quote="bàn về"),
            make_correction("location", why="Nơi khác."),
            make_correction("organizer", why="Vai khác."),
            make_correction("is_event", why="Có hội thảo."),
            make_correction("event_type", why="Là hội nghị."),
        ],
        corrected={
            "is_event": True,
            "event_type": "hoi-nghi",
            "date": "2017-10-06",
            "published": "2016-03-31",
            "themes": ["chinh-phu-so"],
            "location": None,
            "organizer": [(None, "Sở C", "co-organizer"), (None, "Sở D", "host")],
        },
    )
    own_words = make_record(
        "own", REPORT, inferred=["date"], **known | {"date": ("2016", "5/10/2017")}
    )
    because = replace(own_words.facts.date, why="theo ngày đăng bài do biên tập viên ghi")
    own_words = replace(own_words, facts=replace(own_words.facts, date=because))
    untitled = make_record("untitled", REPORT, event=known["event"], date=("2018", "5/10/2017"))
    opinion = make_record("opinion", REPORT, is_event=False, title=known["title"])
    mixed = make_record(
        "mixed",
        REPORT,
        title=known["title"],
        organizer=known["organizer"],
        corrections=[make_correction("location")],
        corrected={"location": (None, "Thừa Thiên Huế")},
    )
    alike = {"series": known["series"], "themes": known["themes"]}
    editions = [
        make_record(f"edition-{n}", REPORT, date=("XXXX-10", "5/10/2017"), **alike)
        for n in range(6)
    ]
    other = {"date": ("2014", "5/10/2017"), "organizer": [((None, "Bộ E", "host"), "tại")]}
    reports = [
        make_record("main", REPORT, **known | {"date": ("2015", "5/10/2017")}),
        make_record("again", REPORT, **known | other, same_as="main"),
        make_record("cited", "", corrected={"title": TITLE}, same_as="main"),
        make_record(
            "english",
            "It was said by the chairman that the data of all of the provinces will be open.",
            event=("Data Day", "the data of all"),
            attachments=[Attachment("a.pdf", "Chương trình", "https://example.org/a", 9)],
            source=Source(published="2016"),
            same_as="main",
        ),
    ]
    return [signed, own_words, untitled, opinion, with_one_inferred(mixed), *editions, *reports]


def with_one_inferred(record):
    stated, other = record.facts.organizer
    other = replace(other, certainty=Certainty.INFERRED)
    return replace(record, facts=replace(record.facts, organizer=(stated, other)))


@pytest.fixture(scope="module")
def small_site(tmp_path_factory):
    return build(tmp_path_factory.mktemp("small"), the_records())


def page_of(folder, ident):
    return (folder / f"bai-viet/{ident}.html").read_text("utf-8")


def visible(markup):
    """Return what a reader sees, as one line: tags part words only where blocks do."""
    body = re.sub(r"<(script|style|svg)\b.*?</\1>", " ", markup, flags=re.DOTALL)
    blocks = re.sub(r"</?(?:span|a|b|i|mark|s)\b[^>]*>", "", body)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", blocks)).split())


def panel(page, field):
    """Return what the facts panel says of `field`."""
    (part,) = re.findall(rf'data-field="{field}">(.*?)</div>\s*(?=<div|</dl)', page, re.DOTALL)
    return visible(part)


SIGNED_PANEL = {
    "date": "Thời gian đính chính có nguồn 6/10/2017 Báo B ghi ngày 6."
    " Nguồn: bao-b.vn. Người ký: biên tập viên, 21/11/2026."
    " Bài viết ghi: 5/10/2017 suy ra từ bài viết"
    " “Sáng 5/10/2017, Sở Thông tin và Truyền thông”",
    "location": "Địa điểm đính chính có nguồn không có Nơi khác."
    " Nguồn: example.org. Người ký: biên tập viên, 21/11/2026."
    " Bài viết ghi: Huế, Thừa Thiên Huế"
    " “Sáng 5/10/2017, Sở Thông tin và Truyền thông tổ chức Hội thảo Chính quyền số tại Huế”",
    "organizer": "Đơn vị tổ chức Sở C đồng tổ chức đính chính có nguồn Vai khác."
    " Nguồn: example.org. Người ký: biên tập viên, 21/11/2026."
    " Bài viết ghi: Sở A (chủ trì); Sở B (bảo trợ)"
    " “Sáng 5/10/2017, Sở Thông tin và Truyền thông”"
    " “Sáng 5/10/2017, Sở Thông tin và Truyền thông”"
    " Sở D chủ trì đính chính có nguồn",
    "event": "Sự kiện bài viết nêu rõ Hội thảo Chính quyền số"
    " “Sáng 5/10/2017, Sở Thông tin và Truyền thông tổ chức Hội thảo Chính quyền số”",
    "series": "Chuỗi sự kiện bài viết nêu rõ Hội thảo Chính quyền số, lần thứ 3"
    " “Sáng 5/10/2017, Sở Thông tin và Truyền thông tổ chức Hội thảo Chính quyền số”",
    "themes": "Chủ đề Chính phủ số biên tập viên xác nhận Bàn nhiều hơn."
    " Theo chính bài viết. Người ký: biên tập viên, 21/11/2026."
    " Chương trình đọc là: Dữ liệu và chia sẻ dữ liệu “Hội thảo bàn về dữ liệu mở.”",
    "title": f"Tên bài bài viết nêu rõ {TITLE} “{TITLE}”",
    "published": "Ngày đăng đính chính có nguồn 31/3/2016 Báo in."
    " Nguồn: Số 12, trang 3. Người ký: biên tập viên, 21/11/2026."
    " Bài viết ghi: 20:23, 30/3/2016 “20:23 | 30/03/2016”",
    "milestones": "Mốc được nhắc tới bài viết nêu rõ Hội thảo – lần đầu tổ chức, năm 2003"
    " “Hội thảo này họp lần đầu năm 2003”",
    "source": "Nguồn Báo A Thu An, 31/3/2016 · bao-a.vn",
}


@pytest.mark.parametrize(("field", "words"), SIGNED_PANEL.items())
def test_the_panel_says_how_each_fact_is_known(small_site, field, words):
    assert panel(page_of(small_site, "signed"), field) == words


def test_the_shape_repeats_how_a_fact_is_known(small_site):
    page = page_of(small_site, "signed")
    for name, words in (
        ("stated", wording.CERTAINTY["stated"]),
        ("inferred", wording.CERTAINTY["inferred"]),
        ("confirmed", wording.CERTAINTY["confirmed"]),
        ("corrected", wording.CERTAINTY["corrected"]),
    ):
        assert f'tl-certainty--{name}">{words}<' in page


def test_sources_are_links_where_they_are_addresses(small_site):
    page = page_of(small_site, "signed")
    for address in ("https://www.bao-a.vn/1", "https://bao-b.vn/2"):
        assert f'href="{address}"' in page


def test_a_theme_leads_to_its_page(small_site):
    page = page_of(small_site, "own")
    assert panel(page, "themes") == "Chủ đề Dữ liệu và chia sẻ dữ liệu câu 4"
    assert '<a href="../chu-de/du-lieu.html">Dữ liệu và chia sẻ dữ liệu</a>' in page
    assert '<a class="tl-evidence" data-evidence href="#cau-4">câu 4</a>' in page


def test_words_lead_to_their_sentence_and_parts_have_names(small_site):
    page = page_of(small_site, "own")
    words = "“Sáng <mark>5/10/2017</mark>, Sở Thông tin và Truyền thông”"
    assert f'<a class="tl-evidence" data-evidence href="#cau-3">{words}</a>' in page
    for name in (
        '<h2 class="tl-facts__title" id="thong-tin">Thông tin về sự kiện',
        "<summary>Câu gốc, nguồn và thông tin khác",
        '<h2 class="tl-sr" id="toan-van" tabindex="-1">Toàn văn bài viết',
    ):
        assert name in page


def test_facts_that_are_not_known_alike_are_marked_one_by_one(small_site):
    assert panel(page_of(small_site, "mixed"), "organizer") == (
        "Đơn vị tổ chức Sở A chủ trì bài viết nêu rõ “Sáng 5/10/2017, Sở Thông tin và Truyền thông”"
        " Sở B bảo trợ suy ra từ bài viết “Sáng 5/10/2017, Sở Thông tin và Truyền thông”"
    )


def test_roles_stand_beside_those_who_have_them(small_site):
    assert panel(page_of(small_site, "own"), "organizer") == (
        "Đơn vị tổ chức Sở A chủ trì bài viết nêu rõ “Sáng 5/10/2017, Sở Thông tin và Truyền thông”"
        " Sở B bảo trợ bài viết nêu rõ “Sáng 5/10/2017, Sở Thông tin và Truyền thông”"
    )


def test_what_the_article_does_not_say_is_said_to_come_from_elsewhere(small_site):
    assert panel(page_of(small_site, "mixed"), "location") == (
        "Địa điểm bổ sung từ nguồn khác Thừa Thiên Huế Theo báo khác. Nguồn: example.org."
        " Người ký: biên tập viên, 21/11/2026. Không thấy trong bài viết."
    )


def test_what_is_unknown_is_said(small_site):
    page = page_of(small_site, "untitled")
    assert panel(page, "location") == "Địa điểm chưa rõ địa điểm"
    assert panel(page, "organizer") == "Đơn vị tổ chức chưa rõ đơn vị tổ chức"
    assert panel(page, "themes") == "Chủ đề chưa xếp chủ đề"


NO_TITLE = "Bài gốc không có tiêu đề; đây là tên sự kiện."
NO_EVENT = "Bài này không tường thuật một sự kiện cụ thể nên không có trên dòng thời gian."
NOTES = [("signed", set()), ("untitled", {NO_TITLE}), ("opinion", {NO_EVENT})]


@pytest.mark.parametrize(("ident", "notes"), NOTES)
def test_an_odd_article_is_explained(small_site, ident, notes):
    seen = visible(page_of(small_site, ident))
    assert {note for note in (NO_TITLE, NO_EVENT) if note in seen} == notes


def test_an_article_leads_to_those_beside_it(small_site):
    page = page_of(small_site, "signed")
    (beside,) = re.findall(r'<nav class="tl-neighbours".*?</nav>', page, re.DOTALL)
    assert visible(beside) == (
        "Trước đó · năm 2016 Hội thảo Chính quyền số Sau đó · năm 2018 Hội thảo Chính quyền số"
    )
    assert re.findall(r'href="(.*?)" rel="(.*?)"', beside) == [
        ("own.html", "prev"),
        ("untitled.html", "next"),
    ]
    assert "tl-neighbours" not in page_of(small_site, "opinion")


def test_the_date_stands_over_the_heading_and_the_left_out_under_the_text(small_site):
    page = page_of(small_site, "signed")
    (kicker,) = re.findall(r'<p class="tl-article__kicker">(.*?)</p>', page)
    assert visible(kicker.replace("</a>", "</a> ")) == "Dòng thời gian Sự kiện: 6/10/2017"
    assert 'href="../index.html"' in kicker
    (heading,) = re.findall(r"<h1.*?</h1>", page, re.DOTALL)
    assert visible(heading) == TITLE
    (dropped,) = re.findall(r'<details class="tl-dropped".*?</details>', page, re.DOTALL)
    assert "ngày giờ đăng 20:23 | 30/03/2016" in visible(dropped)


class Read(dict):
    """Front matter that remembers which of its keys were asked for, by their path."""

    def __init__(self, values, path="", asked=None):
        self.path, self.asked = path, set() if asked is None else asked
        super().__init__({key: self._kept(value, key) for key, value in values.items()})

    def _kept(self, value, key):
        if isinstance(value, dict):
            return Read(value, self._at(key), self.asked)
        if isinstance(value, list):
            return [self._kept(one, key) for one in value]
        return value

    def _at(self, key):
        return f"{self.path}.{key}".lstrip(".")

    def __getitem__(self, key):
        self.asked.add(self._at(key))
        return super().__getitem__(key)

    def paths(self):
        """All keys that are written."""
        for key, value in self.items():
            yield self._at(key)
            for one in value if isinstance(value, list) else [value]:
                if isinstance(one, Read):
                    yield from one.paths()


# What is in the front matter for people and programs (DESIGN 4.2).
FOR_OTHERS = {
    *("date", "status", "location", "organizer", "themes", "tags"),
    *("series", "series.name", "series.edition", "source.file"),
}


def test_the_theme_reads_what_the_pages_write_and_nothing_else():
    themes = Environment(
        loader=ChoiceLoader([DictLoader(BLANK), FileSystemLoader(PROJECT / "theme")])
    )
    themes.filters |= {"url": str, "script_tag": str}
    records = the_records()
    written, read = set(), set()
    pages = pipeline.written(records, VOCABULARIES).items()
    for name, text in ((name, text) for name, text in pages if name.endswith(".md")):
        meta, body = frontmatter.load(text, name)
        seen = Read(meta)
        written |= set(seen.paths())
        page = {"meta": seen, "url": name, "file": {"src_uri": name}, "content": body}
        themes.get_template(meta.get("template", "main.html")).render(page=page, **AROUND)
        read |= seen.asked
    assert read - written == set(), "read, but never written"
    assert written - read == FOR_OTHERS, "written, but never read"


AROUND = {
    "nav": {"homepage": {"url": ""}},
    "config": {
        "theme": {},
        "extra": {
            "repository": "https://example.org/r",
            "colours": {"default": {}, "slate": {}},
            "words": {},
        },
    },
}
# Parts of the frame that are the same on every page.
BLANK = {f"partials/{name}.html": "" for name in ("header", "footer")}
