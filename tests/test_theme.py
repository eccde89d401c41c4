"""The look, as far as it can be computed: contrast, weight of the fonts, nothing from elsewhere."""

import html
import re

import pytest
from PIL import Image

from egov_timeline.colours import PAIRS, contrast, laid, own, read
from egov_timeline.errors import ProblemsFound
from project import PROJECT, copy_to
from records import make_record
from small_site import build

ASSETS = PROJECT / "theme/assets"
TOKENS_PATH = "assets/css/tokens.css"
TOKENS = (PROJECT / "theme" / TOKENS_PATH).read_text("utf-8")
SCHEMES = ("default", "slate")


def colours(scheme):
    block = re.search(rf'\[data-md-color-scheme="{scheme}"\] \{{(.*?)\}}', TOKENS, re.DOTALL)[1]
    return dict(re.findall(r"--tl-([a-z]+): (#[0-9a-f]{6});", block))


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("colour", "ground", "least"), PAIRS)
def test_every_pair_can_be_read(scheme, colour, ground, least):
    known = colours(scheme)
    assert contrast(known[colour], known[ground]) >= least


GREEN = {"light": {"accent": "#0B5D3B"}, "dark": {"accent": "#7fd1a8"}}


def test_an_archive_has_colours_of_its_own_by_day_and_by_night():
    given, before = read(laid(TOKENS, own(GREEN))), read(TOKENS)
    assert (given["default"]["accent"], given["slate"]["accent"]) == ("#0b5d3b", "#7fd1a8")
    for scheme in SCHEMES:
        assert given[scheme] | {"accent": ""} == before[scheme] | {"accent": ""}
    assert laid(TOKENS, own(None)) == TOKENS


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (
            {"light": {"acent": "#0b5d3b"}},
            'giao diện không có màu "acent". Có phải ý bạn là "accent"?',
        ),
        ({"light": {"accent": "#ff8888"}}, "trong light, accent trên paper khó đọc (tương phản 2,"),
        ({"dark": {"ink": "#333333"}}, "trong dark, ink trên paper khó đọc"),
        ({"light": {"spine": "#eeeeee"}}, "ít nhất 3,0."),
    ],
)
def test_a_colour_that_nobody_could_read_is_refused(given, said):
    with pytest.raises(ProblemsFound, match=re.escape(said)):
        laid(TOKENS, own(given))


def test_light_and_dark_define_the_same_colours():
    assert colours("default").keys() == colours("slate").keys()


@pytest.mark.parametrize("sheet", sorted((ASSETS / "css").glob("*.css")), ids=lambda p: p.stem)
def test_no_style_sheet_leads_elsewhere(sheet):
    text = re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"), flags=re.DOTALL)
    text = text.replace("xmlns='http://www.w3.org/2000/svg'", "")  # a name, at which nobody asks
    assert not re.search(r"(?:https?:)?//", text)


COLOUR = re.compile(
    r"""(?<![&\w/])\#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\b(?![-\w]) | \b(?:rgb|hsl)a?\(""",
    re.IGNORECASE | re.VERBOSE,
)
DRAWN = [
    path
    for folder in (PROJECT / "theme", PROJECT / "build/egov_timeline")
    for path in sorted(folder.rglob("*"))
    if path.suffix in (".css", ".js", ".html", ".j2", ".py", ".svg")
]
SPOKEN = [
    ("color: #a5231c;", True),
    ('pen.line(at, "#FFF")', True),
    ("background: rgb(33 28 23 / 40%)", True),
    ('href="#cau-12"', False),
    ("&#9675;", False),
    ('"#nam-2015"', False),
]


@pytest.mark.parametrize(("text", "is_colour"), SPOKEN)
def test_a_colour_is_told_from_an_anchor(text, is_colour):
    assert bool(COLOUR.search(text)) is is_colour


@pytest.mark.parametrize("path", DRAWN, ids=lambda p: p.relative_to(PROJECT).as_posix())
def test_a_colour_stands_in_tokens_css_alone(path):
    text = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL)
    text = re.sub(r'(?m)(?:"""[\s\S]*?"""|#[^"\n]*$)', "", text) if path.suffix == ".py" else text
    assert path.name == "tokens.css" or COLOUR.findall(text) == []


def test_a_sheet_without_a_colour_that_pictures_need_is_refused():
    with pytest.raises(ProblemsFound, match=r'"slate" thiếu màu accent'):
        read(re.sub(r"(slate.*?)--tl-accent: #[0-9a-f]{6};", r"\1", TOKENS, flags=re.DOTALL))


def test_icons_and_the_frame_of_a_browser_take_the_colours_of_the_theme(tmp_path):
    root = copy_to(tmp_path)
    tokens = root / "theme" / TOKENS_PATH
    tokens.write_text(tokens.read_text("utf-8").replace("#a5231c", "#123456"), "utf-8")
    built = build(tmp_path, [make_record("a")], copied=True)
    icons = built / "assets/images"
    assert "#123456" in (icons / "favicon.svg").read_text("utf-8")
    for name in ("favicon.png", "apple-touch-icon.png"):
        with Image.open(icons / name) as icon:
            middle = tuple(side // 2 for side in icon.size)
            assert icon.convert("RGB").getpixel(middle) == (0x12, 0x34, 0x56)
    page = (built / "index.html").read_text("utf-8")
    for scheme in SCHEMES:
        assert f'content="{colours(scheme)["paper"]}"' in page


def test_every_style_sheet_is_used():
    config = (PROJECT / "theme/mkdocs.yml").read_text("utf-8")
    listed = set(re.findall(r"assets/css/([a-z]+)\.css", config))
    assert listed == {sheet.stem for sheet in (ASSETS / "css").glob("*.css")}


def test_the_fonts_weigh_at_most_80_kb_and_bring_their_licences():
    fonts = list((ASSETS / "fonts").glob("*.woff2"))
    assert 0 < sum(font.stat().st_size for font in fonts) <= 80_000
    families = {re.match(r"(.*?)-[46]00", font.stem)[1] for font in fonts}
    assert {f"OFL-{family}.txt" for family in families} == {
        licence.name for licence in (ASSETS / "fonts").glob("OFL-*.txt")
    }


def test_scripts_are_small_and_classic():
    for script in (ASSETS / "js").glob("*.js"):
        text = script.read_text("utf-8")
        assert len(text.splitlines()) < 150
        assert not re.search(r"^\s*(?:import|export)\b", text, re.MULTILINE)


HOSTILE = (
    '<script>alert("x")</script> {{ 7*7 }} "><img src=x onerror=alert(1)>'
    " <!--html--> <!--report--> <!--address--> </div></details>"
)


def test_what_an_article_says_never_becomes_markup(tmp_path):
    """Material's templates do not escape: a title is the first thing that would get through."""
    organizer = ((None, HOSTILE, "host"), HOSTILE)
    record = make_record(
        "a",
        f"{HOSTILE}\n\nNgày 5/10/2017.",
        title=(HOSTILE, HOSTILE),
        event=(HOSTILE, HOSTILE),
        date=("2017-10-05", "Ngày 5/10/2017"),
        location=((HOSTILE * 4, None), HOSTILE),  # and longer than a description
        organizer=[organizer],
        series=((HOSTILE, 1), HOSTILE),
    )
    built = build(tmp_path, [record, make_record("b")])

    for name in ("index.html", "bai-viet/a.html"):
        page = (built / name).read_text("utf-8")
        assert "<script>alert" not in page and "<img" not in page
        assert "{{ 7*7 }}" in html.unescape(page)
        assert "<title>" in page and page.count("</title>") == 1
    # What the theme fills in stands once, and nothing of what the article says is taken for it.
    page = (built / "bai-viet/a.html").read_text("utf-8")
    assert page.count('class="tl-report"') == 1
    assert "<!--report--> <!--address-->" in html.unescape(page)
    assert page.count("</div>") == page.count("<div")


def section(page):
    """Return where an article says how to report what is wrong."""
    return page.partition('<section class="tl-report"')[2].partition("</section>")[0]


ANSWERS = [
    ("", ['href="../gioi-thieu.html#bao-loi"']),
    ("contact: a@b.vn", ['href="mailto:a@b.vn?subject=']),
    ("contact: https://b.vn/x?a=1&b=2", ['href="https://b.vn/x?a=1&amp;b=2"']),
]


@pytest.mark.parametrize(("told", "links"), ANSWERS)
def test_where_to_report_is_never_a_dead_end(tmp_path, told, links):
    built = build(tmp_path, [make_record("a")], settings=f"    {told}\n")
    page = (built / "bai-viet/a.html").read_text("utf-8")
    found = re.findall(r'href="[^"]*"?', section(page))
    assert len(found) == len(links)
    assert all(one.startswith(link) for one, link in zip(found, links, strict=True))
    foot = page.partition("<footer")[2]
    assert ("Liên hệ" in foot) == bool(told) and "Trang do" not in foot


def test_a_publisher_is_never_markup(tmp_path):
    built = build(
        tmp_path,
        [make_record("a")],
        settings="    publisher: '<b>A</b> & {{ 1 }}'\n",
    )
    for name in ("index.html", "gioi-thieu.html"):
        page = (built / name).read_text("utf-8")
        assert "Trang do &lt;b&gt;A&lt;/b&gt; &amp; {{ 1 }} đăng" in page
