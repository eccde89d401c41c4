"""What a crawl of a site tells, and what it lets pass."""

from __future__ import annotations

from pathlib import Path

import pytest

from egov_timeline.crawl import crawl

PAGE = (
    '<!DOCTYPE html>\n<html lang="vi"><head><title>T</title></head>\n<body>\n{}\n</body></html>\n'
)
HOME = '<h1 id="dau">T</h1> <a href="bai-viet/a.html">A</a>'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site without fault: two pages, a style sheet, a picture, the raw text."""
    for name, content in {
        "index.html": PAGE.format(HOME),
        "bai-viet/a.html": PAGE.format('<p id="cau-1">A</p> <a href="../index.html#dau">T</a>'),
        "404.html": PAGE.format('<a href="/archive/index.html">T</a>'),
        "assets/a.css": "body { background: url(../anh/nền.png) }",
        "anh/nền.png": "",
        "nguon/a.txt": "<p></div>",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content, "utf-8")
    return tmp_path


def added(site: Path, html: str) -> list[str]:
    """What is told once `html` stands in the home page."""
    (site / "index.html").write_text(PAGE.format(HOME + html), "utf-8")
    return [f"{problem.where}:{problem.line}: {problem.what}" for problem in crawl(site)]


PASSES = [
    "",
    '<a href="bai-viet/a.html#cau-1">A</a>',
    '<a href="#dau">T</a> <a href="#">T</a> <a href="?chu-de=x#dau">T</a>',
    '<a href="anh/n%E1%BB%81n.png">N</a> <a href="nguon/a.txt">A</a>',
    '<a href="https://báo.vn/x">B</a> <a href="mailto:a@b.example">C</a>',
    '<img src="anh/nền.png" alt=""> <img src="data:image/gif;base64,R0lG" alt="">',
    '<svg><use href="#dau"/></svg>',
    "<p>Một đoạn không đóng <p>là HTML",
    '<pre>url("http://a.example/x.png")</pre>',
]


@pytest.mark.parametrize("html", PASSES)
def test_what_is_in_order_passes(site: Path, html: str) -> None:
    assert added(site, html) == []


TOLD = [
    ('<a href="bai-viet/b.html">B</a>', 'địa chỉ "bai-viet/b.html" không dẫn tới tệp nào'),
    ('<a href="bai-viet/">B</a>', 'địa chỉ "bai-viet/" không dẫn tới tệp nào'),
    ('<a href="/bai-viet/a.html">A</a>', 'địa chỉ "/bai-viet/a.html" không dẫn tới tệp nào'),
    ('<a href="../x.html">X</a>', 'địa chỉ "../x.html" không dẫn tới tệp nào'),
    ('<a href="bai-viet/a.html#cau-2">A</a>', "dẫn tới một chỗ không có trong bai-viet/a.html"),
    ('<a href="#cuối">T</a>', "dẫn tới một chỗ không có trong index.html"),
    ('<a href="javascript:alert(1)">X</a>', 'địa chỉ "javascript:alert(1)" không dẫn tới'),
    ('<a href="https://[x">X</a>', 'địa chỉ "https://[x" không dẫn tới'),
    ('<img src="anh/x.png" alt="">', 'địa chỉ "anh/x.png" không dẫn tới tệp nào'),
    ('<img src="https://a.example/x.png" alt="">', 'tự tải "https://a.example/x.png"'),
    ('<img src="//a.example/x.png" alt="">', 'tự tải "//a.example/x.png"'),
    ('<p style="background: url(http://a.example/x)">', 'tự tải "http://a.example/x"'),
    ('<script src="http://a.example/x.js"></script>', 'tự tải "http://a.example/x.js"'),
    ('<p id="dau">', 'mã "dau" đứng 2 lần'),
    ("<div><b>a</div>", "HTML sai chuẩn, end-tag-too-early"),
    ('<a href="#dau" href="#">T</a>', "HTML sai chuẩn, duplicate-attribute"),
    ("a &khongco; b", "HTML sai chuẩn, expected-named-entity"),
    ("<div>", "HTML sai chuẩn, expected-one-end-tag-but-got-another"),
]


@pytest.mark.parametrize(("html", "what"), TOLD)
def test_what_is_not_is_told(site: Path, html: str, what: str) -> None:
    told = added(site, html)
    assert any(line.startswith("site/index.html:") and what in line for line in told), told


def test_a_fault_names_its_line(site: Path) -> None:
    (told, *_) = added(site, "\n<p>x</p>\n<b>y</i></b>")
    assert told.startswith("site/index.html:6: HTML sai chuẩn, ")
    assert "<b>y</i></b>" in told


def test_a_page_that_no_page_leads_to_is_told_unless_it_only_leads_on(site: Path) -> None:
    lost = PAGE.format('<a href="index.html">T</a>')
    (site / "le-loi.html").write_text(lost, "utf-8")
    assert added(site, "") == ["site/le-loi.html:None: không trang nào dẫn tới trang này"]
    leads_on = lost.replace("<title>", '<meta name="robots" content="noindex"><title>')
    (site / "le-loi.html").write_text(leads_on, "utf-8")
    assert added(site, "") == []


def test_a_wrong_address_in_many_pages_is_told_once(site: Path) -> None:
    for name in "bcd":
        (site / f"{name}.html").write_text(PAGE.format('<a href="x.html">X</a>'), "utf-8")
    ways = "".join(f'<a href="{name}.html">{name}</a>' for name in "bcd")
    assert added(site, ways) == [
        'site/b.html:None: địa chỉ "x.html" không dẫn tới tệp nào của trang web'
        " (và 2 tệp nữa cũng vậy)"
    ]


def test_a_style_sheet_is_read_too(site: Path) -> None:
    (site / "assets/a.css").write_text(
        "@import 'http://a.example/x.css'; p {background: url(y.png)}"
    )
    assert len(added(site, "")) == 2


# what the policy of a page lets be, with `x()` as the one script that it names
GUARDED = (
    '<meta http-equiv="Content-Security-Policy" content="script-src \'self\' '
    "'sha256-D6IGS8VMvCoyaR/l0h9tERrBTATY01CoPS7l6xDv0kI='\">"
)
LET = [
    "<script>x()</script>",
    '<script type="application/ld+json">{"a": 1}</script>',
    '<p class="x" data-style="a" title="onclick">A</p>',
    "<pre>style=&quot;a&quot;</pre>",
]
BLOCKED = [
    ("<script>y()</script>", "<script>y()"),
    ("<script>x() </script>", "<script>x()"),
    ('<script type="module">y()</script>', "<script>y()"),
    ("<style>p { color: red }</style>", "<style>p { color: red }"),
    ('<p style="color: red">A</p>', 'style="color: red"'),
    ('<p onclick="y()">A</p>', 'onclick="y()"'),
    ('<svg><g style="fill: red"/></svg>', 'style="fill: red"'),
]


@pytest.mark.parametrize("html", LET)
def test_what_a_policy_lets_be_passes(site: Path, html: str) -> None:
    assert added(site, GUARDED + html) == []


@pytest.mark.parametrize(("html", "what"), BLOCKED)
def test_what_a_policy_blocks_is_told_of_pages_that_have_one(
    site: Path, html: str, what: str
) -> None:
    (told,) = [line for line in added(site, GUARDED + html) if "chặn" in line]
    assert what in told
    assert [line for line in added(site, html) if "chặn" in line] == []
