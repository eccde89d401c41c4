"""What opens the home page: a signed paragraph whose every sentence leads to what bears it out."""

from __future__ import annotations

from pathlib import Path

import pytest

from egov_timeline import imprint, introduction, pages
from egov_timeline.inputs import Source
from egov_timeline.introduction import Introduction
from egov_timeline.timeline import timeline
from records import VOCABULARIES, make_record

TEXT = """Hội thảo về chính quyền số

Sáng 5/10/2017, Sở A tổ chức Hội thảo Chính quyền số tại Huế.
Hội thảo họp lần đầu năm 2003, với chủ đề “Dữ liệu mở”."""
SURE = make_record("a", TEXT, date=("2017-10-05", "5/10/2017"), slug="hoi-thao-a")
DOUBTED = make_record(
    "b",
    TEXT,
    slug="hoi-thao-b",
    corrected={"date": "2015?-10-29"},
    source=Source(published="2018-01-02"),
)
HEAD = "---\nby: editor\non: 2026-11-30\n---\n"


def read(tmp_path: Path, text: str) -> tuple[Introduction | None, list[str]]:
    path, problems = tmp_path / "content" / "loi-dau.md", []
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    return introduction.read(tmp_path, [SURE, DOUBTED], problems), list(map(str, problems))


def addresses(opening: Introduction) -> list[str]:
    return [piece.address for piece in opening.pieces if piece.address]


def test_there_may_be_none(tmp_path: Path) -> None:
    assert introduction.read(tmp_path, [SURE], problems := []) is None
    assert problems == []


ACCEPTED = [
    ("[Hội thảo](hoi-thao-a) họp năm 2017.", ["bai-viet/hoi-thao-a.html"]),
    ("[Hội thảo](a) họp năm 2017.", ["bai-viet/hoi-thao-a.html"]),
    # the words of the article, over a line end, with other quotation marks
    (
        'Họp [lần đầu](a "Hội thảo họp\nlần đầu năm 2003") năm 2003.',
        ["bai-viet/hoi-thao-a.html#cau-3"],
    ),
    ("Về [dữ liệu](a 'chủ đề \"dữ liệu mở\"').", ["bai-viet/hoi-thao-a.html#cau-3"]),
    # a doubtful year told as one, and the year of an article
    ("[Hội thảo](b) có thể họp năm 2015.", ["bai-viet/hoi-thao-b.html"]),
    ("Theo [bài](b) năm 2018.", ["bai-viet/hoi-thao-b.html"]),
    # a stop that ends no sentence
    (
        "Ở TP. Huế có [hội thảo](a). Và [một cuộc nữa](b).",
        ["bai-viet/hoi-thao-a.html", "bai-viet/hoi-thao-b.html"],
    ),
]


@pytest.mark.parametrize(("said", "led_to"), ACCEPTED)
def test_sentences_lead_to_an_article_or_its_very_sentence(
    tmp_path: Path, said: str, led_to: list[str]
) -> None:
    opening, problems = read(tmp_path, HEAD + said)
    assert problems == [] and opening
    assert addresses(opening) == led_to
    assert (opening.by, opening.on) == ("biên tập viên", "2026-11-30")


REFUSED = [
    ("[Hội thảo](hoi-thao-x) họp.", 5, 'không có bài nào là "hoi-thao-x"', "Có phải ý bạn là"),
    ("[Hội thảo](zzz) họp.", 5, "không có bài nào", "Dùng slug hoặc mã của một bài"),
    ('[Họp](a "họp lần thứ hai")', 5, 'không tìm thấy "họp lần thứ hai"', "Chép đúng từng chữ"),
    ("[Một](a) cuộc.\nCòn câu này thì không.", 6, "không dẫn tới bài nào", "[chữ dẫn]"),
    ("[Hội thảo](a) họp năm 2016.", 5, "cho biết năm 2016", "Dẫn tới bài hay câu"),
    ("[Hội thảo](a) họp từ năm 2003.", 5, "cho biết năm 2003", "bỏ năm ấy"),
    ("[Hội thảo](b) họp năm 2015.", 5, "năm 2015 chưa chắc chắn", "có thể"),
    ("[Một](a) đoạn.\n\n[Hai](b) đoạn.", 7, "hơn một đoạn", "Chỉ viết một đoạn"),
    ("[Một](a) cuộc.\n[Hội thảo](a họp).", 6, "liên kết viết chưa đúng", "[chữ dẫn]"),
    ("[Hội thảo](https://example.org) họp.", 5, "không có bài nào", "slug hoặc mã"),
]


@pytest.mark.parametrize(("said", "line", "what", "remedy"), REFUSED)
def test_what_nothing_bears_out_is_refused(
    tmp_path: Path, said: str, line: int, what: str, remedy: str
) -> None:
    opening, (told,) = read(tmp_path, HEAD + said)
    assert opening is None
    assert told.startswith(f"content/loi-dau.md:{line}: ")
    assert what in told and remedy in told


@pytest.mark.parametrize(
    ("head", "what"),
    [
        ("---\non: 2026-11-30\n---\n", "chưa có người ký"),
        ("---\nby: Lan\n---\n", "không phải là ngày"),
        ("---\nby: Lan\non: '20261130'\n---\n", '"20261130" không phải là ngày'),
        ("---\nby: Lan\non: 30/11/2026\n---\n", '"30/11/2026" không phải là ngày'),
        ("---\nby: Lan\non: 2026-11-30\nwhen: x\n---\n", 'không có mục "when"'),
        ("---\nby: [\n---\n", "không đọc được YAML"),
    ],
)
def test_it_is_signed_or_not_shown(tmp_path: Path, head: str, what: str) -> None:
    opening, (told,) = read(tmp_path, f"{head}[Hội thảo](a) họp.")
    assert opening is None and what in told


def home(opening: Introduction | None) -> str:
    records = [SURE, DOUBTED]
    about = imprint.of(records, opening=opening)
    return pages.render(records, timeline(records), VOCABULARIES, about=about)["index.md"]


def test_the_home_page_begins_with_it_and_stands_well_without_it(tmp_path: Path) -> None:
    hostile = '[<b>Họp</b> & "x" {{ 1 }}](a) <script>.'
    opening, _ = read(tmp_path, HEAD + hostile)
    page, bare = home(opening), home(None)
    assert (
        '<a href="bai-viet/hoi-thao-a.html">&lt;b&gt;Họp&lt;/b&gt; &amp; &#34;x&#34; {{ 1 }}</a>'
        in page
    )
    assert "&lt;script&gt;." in page and "<script>" not in page
    assert '<time datetime="2026-11-30">30/11/2026</time>' in page
    assert page.index("tl-masthead__opening") < page.index("Cách làm") < page.index("tl-spine")
    assert "tl-masthead__opening" not in bare and "Cách làm" in bare
