"""Search as a reader has it: what is typed, what is found, and where that leads."""

from __future__ import annotations

import json
import re
import shutil
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from browsing import DESK, TOO_WIDE, Reader, reading
from building import Built, build_copy
from conftest import serving
from egov_timeline import recording, search, vocabulary
from egov_timeline.search.words import words
from egov_timeline.text import fold
from queries import ASK, LIBRARY, OPEN, QUERIES, READY, SINCE, path, spellings

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The project with more articles, so that there is something to choose from."""
    return build_copy(tmp_path_factory.mktemp("library") / "project", more=LIBRARY)


@pytest.fixture(scope="module")
def shelf(
    request: pytest.FixtureRequest, library: Built, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """Where the library begins: on the disk, or below a path of a host."""
    if getattr(request, "param", "file") == "file":
        yield library.site.as_uri() + "/"
        return
    with serving(library, tmp_path_factory.mktemp("host")) as address:
        yield address


@pytest.fixture
def visitor(chromium: Browser, shelf: str) -> Iterator[Reader]:
    with reading(chromium.new_context(viewport=DESK, locale="vi-VN"), shelf) as reader:
        yield reader


# What is found does not hang on that; how its parts are had, and what the address does, may.
ANYWHERE = pytest.mark.parametrize("shelf", ["http", "file"], indirect=True)


def ask(page: Page, *queries: str) -> list[dict[str, Any]]:
    page.evaluate(OPEN)
    page.evaluate(READY)
    answers: list[dict[str, Any]] = page.evaluate(ASK, list(queries))
    return answers


def test_what_is_typed_in_any_spelling_finds_what_is_meant(visitor: Reader) -> None:
    """Of all queries none is in vain, each finds all that it should, and 95 in 100 the best first."""
    asked = [(typed, row) for row in QUERIES + SINCE for typed in spellings(row[0])]
    answers = ask(visitor.open("index.html"), *(typed for typed, _ in asked))

    missed, second = [], []
    for (typed, (_, first, others)), answer in zip(asked, answers, strict=True):
        found = answer["pages"][:10]
        expected = {path(article) for article in {first, *others}}
        if "Gần đúng" in answer["said"] or not expected <= set(found):
            missed.append((typed, answer["said"], sorted(expected - set(found))))
        # The page of a theme, body or place comes before the articles for its name.
        among = [page for page in found if page.split("/")[0] == path(first).split("/")[0]]
        if among[:1] != [path(first)]:
            second.append((typed, found[:2]))

    assert len(QUERIES) >= 60
    assert missed == []
    assert len(second) <= len(asked) * 0.05, second


# What is asked for, the page that says what it is and comes first, and what it says.
NAMES = [
    ("Đà Nẵng", "dia-diem/da-nang.html", "Địa điểm · 1 sự kiện"),
    ("da nang", "dia-diem/da-nang.html", "Địa điểm"),
    ("Sài Gòn", "dia-diem/tp-ho-chi-minh.html", "Địa điểm · 2 sự kiện"),
    ("hanoi", "dia-diem/ha-noi.html", "Địa điểm"),
    ("Bộ TT&TT", "don-vi/bo-tttt.html", "Đơn vị tổ chức · "),
    ("bo thong tin va truyen thong", "don-vi/bo-tttt.html", "Đơn vị tổ chức"),
    ("Chính phủ điện tử", "chu-de/chinh-phu-dien-tu.html", "Chủ đề · "),
    ("smart city", "chu-de/do-thi-thong-minh.html", "Chủ đề"),
    ("bài viết", "bai-viet/index.html", ""),
    ("e-Government", "chu-de/chinh-phu-dien-tu.html", "Chủ đề"),
]


def test_a_theme_body_or_place_comes_first_for_its_name_and_says_what_it_is(
    visitor: Reader,
) -> None:
    asked = ask(visitor.open("index.html"), *(query for query, _, _ in NAMES))
    for (query, first, said), answer in zip(NAMES, asked, strict=True):
        assert answer["pages"][0] == first, query
        assert answer["below"][0].startswith(said), query


# Other names, days and editions as people type them, and an article that is then found.
OTHERWISE = [
    ("smart city", "2017"),
    ("e-government", "2016"),
    ("Sài Gòn", "2020"),
    ("hanoi", "2016"),
    ("2016-03-30", "2016"),
    ("2019-09", "can-tho"),
    ("tháng 9 2019", "can-tho"),
    ("tháng 9", "can-tho"),
    ("thang 9", "2020"),
    ("lần thứ 8", "2018"),
    ("lần thứ VIII", "2018"),
    ("lần thứ 22", "2017"),
]


@ANYWHERE
def test_other_names_days_and_numbers_lead_to_the_event(visitor: Reader) -> None:
    asked = ask(visitor.open("index.html"), *(query for query, _ in OTHERWISE))
    for (query, article), answer in zip(OTHERWISE, asked, strict=True):
        assert "Gần đúng" not in answer["said"], query
        assert path(article) in answer["pages"][:5], query


def test_every_page_is_called_by_its_heading(library: Built) -> None:
    rows = []
    for name, script in library.files.items():
        if name.startswith("search/rows/"):
            rows += json.loads("[" + script.decode().split("(", 1)[1][:-3] + "]")[1]
    titles = {row[0]: row[1] for row in rows}
    assert "dinh-chinh.html" in titles
    for name, title in titles.items():
        assert title == " ".join(library.pages[name].named("h1")[0].text.split()), name


# Words apart, another word, a word in another order: what must not come first, or not at all.
NOT = [
    ("phở", "hoi-an"),
    ("phố cổ", "nam-dinh"),
    ('"tử phân"', "lai-rai"),
    ('"phủ điện"', "lai-rai"),
    ("chính phủ điện tử", "da-nang"),
    ("2016", "hue"),
    ("1/3/2016", "2016"),
]


def test_what_is_not_meant_is_not_found(visitor: Reader) -> None:
    for (query, article), answer in zip(
        NOT, ask(visitor.open("index.html"), *(query for query, _ in NOT)), strict=True
    ):
        meant = [] if "Gần đúng" in answer["said"] else answer["pages"]
        assert path(article) not in meant, query


def test_words_side_by_side_come_before_words_apart(visitor: Reader) -> None:
    (answer,) = ask(visitor.open("index.html"), "phân tử")
    assert answer["pages"][0] == path("lai-rai")


PHRASES = ("an toàn thông tin", "chuyển đổi số", "đô thị thông minh")
APART = (
    "Thông tin về vệ sinh an toàn",
    "Số hóa, chuyển dịch và đổi mới",
    "Thông tấn, thị xã đô minh",
)


def test_a_sentence_with_the_phrase_comes_before_words_apart_in_a_title(
    chromium: Browser, library: Built, tmp_path: Path
) -> None:
    said = [
        search.Entry(f"bai-viet/b{n}.html", "Chuyện khác", (f"Bàn về {phrase} ở tỉnh {n}.",), ())
        for n in range(4)
        for phrase in [", ".join(PHRASES)]
    ]
    titles = [search.Entry(f"bai-viet/a{n}.html", t, ("Không.",), ()) for n, t in enumerate(APART)]
    # Each pair of words stands there, but nowhere all of them.
    scattered = ("Đi lại an toàn, thông suốt.", "Nhận thông tin.", "Chuyển đổi.", "Thay đổi số.")
    titles.append(search.Entry("bai-viet/a9.html", "Chuyện khác", scattered, ()))
    rest = [
        search.Entry(f"bai-viet/c{n}.html", f"Trang {n}", (f"{n} w{n} x{n}",), ())
        for n in range(60)
    ]
    page = chromium.new_page()
    page.goto(shelved(library, tmp_path, [*titles, *said, *rest]).as_uri())
    for phrase, answer in zip(PHRASES, ask(page, *PHRASES), strict=True):
        assert answer["pages"][0].startswith("bai-viet/b"), phrase
    page.close()


def test_what_answers_alike_stands_as_its_numbers_tell_the_lowest_first(
    chromium: Browser, library: Built, tmp_path: Path
) -> None:
    alike = [
        search.Entry(f"bai-viet/{n}.html", "Tên", (f"Bàn về dữ liệu ở tỉnh {n}.",), ())
        for n in "cadb"
    ]
    page = chromium.new_page()
    page.goto(shelved(library, tmp_path, alike).as_uri())
    (answer,) = ask(page, "dữ liệu")
    page.close()
    assert answer["pages"] == [f"bai-viet/{n}.html" for n in "cadb"]


def test_every_letter_that_is_typed_leads_on(visitor: Reader) -> None:
    """With an input method marks come last: what stands there on the way is no dead end."""
    typed = ["hoa", "hoa đ", "hoa đơ", "hoa đơn", "hóa đơn đ", "hóa đơn điê", "hóa đơn điên"]
    for query, answer in zip(typed, ask(visitor.open("index.html"), *typed), strict=True):
        assert path("hai-phong") in answer["pages"], query


def test_where_not_all_words_are_found_some_are_told_apart(visitor: Reader) -> None:
    nearly, nothing = ask(visitor.open("index.html"), "chữ ký số xyzzyqwv", "xyzzyqwv")
    assert nearly["said"].startswith("Không có kết quả khớp mọi từ. Gần đúng:")
    assert nearly["pages"][0] == path("can-tho")
    assert nothing["said"].startswith("Không có kết quả.")
    assert nothing["pages"] == []


def shelved(library: Built, folder: Path, entries: list[search.Entry]) -> Path:
    """Return the home page of a site whose search has `entries`, and no others."""
    shutil.copytree(library.site, folder / "site")
    shutil.rmtree(folder / "site" / "search")
    search.put(folder / "site", entries, vocabulary.load(library.root / recording.VOCABULARY))
    return folder / "site" / "index.html"


@pytest.fixture
def crowd(library: Built, tmp_path: Path) -> Path:
    """A site of 80 articles with two words in their titles, one of which has them side by side."""
    many = [
        search.Entry(
            f"bai-viet/a{n:02}.html",
            "Điện về làng, phủ xanh đồi",
            ("Không có gì.",),
            (),
            facets=(("nam", f"{2010 + n % 3}", f"{2010 + n % 3}"),),
        )
        for n in range(80)
    ]
    many.append(search.Entry("bai-viet/b.html", "Chuyện khác", ("Trong phủ điện sáng.",), ()))
    return shelved(library, tmp_path, many)


def test_a_phrase_is_looked_for_beyond_the_first_answers(chromium: Browser, crowd: Path) -> None:
    page = chromium.new_page()
    page.goto(crowd.as_uri())
    phrase, words = ask(page, '"phủ điện"', "phủ điện")
    page.close()
    assert phrase["said"] == "Có 1 trang."
    assert phrase["pages"] == ["bai-viet/b.html"]
    assert words["said"] == "Có 81 trang."


def test_all_answers_stand_on_a_page_of_their_own(chromium: Browser, crowd: Path) -> None:
    page = chromium.new_page()
    page.goto(crowd.as_uri())
    type_into_search(page, "phủ điện")
    expect(page.locator(ANSWER)).to_have_count(10)
    page.get_by_role("link", name="Xem cả 81 trang").click()
    expect(page).to_have_url(re.compile(r"/tim-kiem\.html\?q=ph%E1%BB%A7%20%C4%91i%E1%BB%87n$"))
    answers, status = page.locator(ANSWER), page.get_by_role("status")
    expect(answers).to_have_count(20)
    expect(status).to_have_text("Có 81 trang.")
    expect(page.locator(BOX)).to_have_value("phủ điện")
    met = set(answers.evaluate_all("(all) => all.map((a) => a.dataset.answer)"))
    for step in range(2, 6):
        page.get_by_role("link", name="Trang sau").click()
        expect(status).to_have_text(f"Có 81 trang. Trang {step}.")
        expect(answers).to_have_count(20 if step < 5 else 1)
        met |= set(answers.evaluate_all("(all) => all.map((a) => a.dataset.answer)"))
    assert len(met) == 81
    expect(page.get_by_role("link", name="Trang sau")).to_have_count(0)
    page.go_back()
    expect(status).to_have_text("Có 81 trang. Trang 4.")
    page.get_by_role("link", name="2011 27").click()
    expect(status).to_have_text("Có 27 trang.")
    expect(page).to_have_url(re.compile(r"nam=2011$"))
    page.reload()
    expect(status).to_have_text("Có 27 trang.")
    page.get_by_role("link", name="2011 bỏ lọc").click()
    expect(status).to_have_text("Có 81 trang.")
    page.close()


@ANYWHERE
def test_enter_leads_to_the_page_of_results_and_its_field_is_the_search(visitor: Reader) -> None:
    page = visitor.open("chu-de/index.html")
    type_into_search(page, "lam dong")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/tim-kiem\.html\?q=lam\+dong$"))
    expect(page.locator(ANSWER).first).to_have_attribute("data-answer", "dia-diem/lam-dong.html")
    page.keyboard.press("/")
    expect(page.locator(BOX)).to_be_focused()
    page.keyboard.insert_text("ban do ngap nuoc")
    expect(page.get_by_role("status")).to_have_text("Có 1 trang.")
    expect(page).to_have_url(re.compile(r"\?q=ban\+do\+ngap\+nuoc$"))
    assert page.locator("dialog").count() == 0


@ANYWHERE
def test_sentences_that_cannot_be_had_hide_no_answer(chromium: Browser, shelf: str) -> None:
    context = chromium.new_context()
    context.route("**/search/bai-viet/*", lambda route: route.abort())
    page = context.new_page()
    page.goto(shelf + "index.html")
    words, date, phrase = ask(page, "ban do ngap nuoc", "30/3/2016", '"bản đồ ngập nước"')
    context.close()
    assert words["pages"] == [path("da-nang")]
    assert date["pages"][:1] == [path("2016")]
    assert "Gần đúng" in phrase["said"]


VOWELS = "aăâeêioôơuưy"
ODD = [
    "Đà Nẵng",
    "ĐẮK LẮK",
    "Ð 36a/NQ-CP",
    "TT&TT",
    "4.0",
    "naïve façade",
    "ca\u0323\u0302n",
    "①Ⅳ",
    "",
]


def test_the_script_reads_words_as_the_build_wrote_them(visitor: Reader) -> None:
    """Every vowel with every tone, and what an article may hold besides."""
    syllables = [
        f"{before}{vowel}{tone}{after}"
        for before, after in (("", ""), ("ng", "nh"), ("đ", ""), ("qu", ""), ("ho", ""))
        for vowel in VOWELS
        for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
    ]
    composed = [unicodedata.normalize("NFC", syllable) for syllable in syllables]
    texts = [*composed, *map(str.upper, composed), *ODD, *(query for query, _, _ in QUERIES)]
    page = visitor.open("index.html")
    read = page.evaluate(
        """(texts) => texts.map((text) => tlSearch.words(text).map((found) => {
          return [found.word.toLowerCase(), tlSearch.spell(found.word).plain];
        }))""",
        texts,
    )
    assert len(texts) > 700
    for text, found in zip(texts, read, strict=True):
        assert [word for word, _ in found] == words(text)
        assert [plain for _, plain in found] == [
            fold(word).replace("ð", "d") for word in words(text)
        ]


BOX = "[data-search]"
ANSWER = "a[data-answer]"
SAID = ".tl-search [role=status]"


def type_into_search(page: Page, query: str) -> None:
    page.locator("h1").wait_for()
    if not page.locator(BOX).is_visible():
        page.keyboard.press("/")
    page.locator(BOX).fill(query)


@ANYWHERE
def test_nothing_is_loaded_until_search_is_opened(visitor: Reader) -> None:
    asked: list[str] = []
    visitor.page.on("request", lambda request: asked.append(request.url))
    page = visitor.open("index.html")
    expect(page.locator("[data-event]").first).to_be_visible()
    assert [url for url in asked if url.endswith(".js")] == [
        url for url in asked if "/assets/js/site." in url
    ]
    page.locator("[data-search-open]").click()
    expect(page.locator(BOX)).to_be_focused()
    expect(page.locator(SAID)).to_have_text(re.compile("^Gõ "))
    assert [url for url in asked if url.endswith("/search/index.js")]
    assert not [url for url in asked if re.search("/search/.+/", url)]


@ANYWHERE
def test_a_hit_opens_at_its_sentence_with_the_words_marked(visitor: Reader) -> None:
    page = visitor.open("gioi-thieu.html")
    type_into_search(page, "ban do ngap nuoc")
    hit = page.locator(".tl-search a[href*='#cau-']").first
    expect(hit.locator("mark")).to_have_text("bản đồ ngập nước")
    expect(page.get_by_role("status")).to_have_text("Có 1 trang.")
    expect(page.locator(ANSWER)).to_have_attribute("href", re.compile(path("da-nang")))
    expect(page.locator(ANSWER)).to_have_attribute("data-answer", path("da-nang"))
    hit.click()
    expect(page).to_have_url(re.compile(r"/bai-viet/da-nang\.html\?h=.*#cau-\d+$"))
    target = page.locator(":target")
    expect(target).to_be_in_viewport()
    expect(target.locator("mark")).to_have_text("bản đồ ngập nước")
    expect(target).not_to_have_css("background-color", "rgba(0, 0, 0, 0)")


def test_what_filters_write_in_is_not_marked(visitor: Reader) -> None:
    page = visitor.open("index.html?h=ch%C3%ADnh+ph%E1%BB%A7")
    expect(page.locator("h1 mark")).to_have_text("Chính phủ")
    assert page.locator("form mark, label mark, nav mark").count() == 0
    label = page.locator("label:has([data-value=chinh-phu-dien-tu])")
    page.locator("[data-filter=theme]").first.evaluate("(box) => box.click()")
    expect(page.locator("html")).to_have_attribute("data-filtered", "")
    expect(label).to_have_text(re.compile(r"^\s*Chính phủ điện tử \(\d+\)$"))


@pytest.mark.parametrize("keys", ["/", "Control+k"])
def test_search_is_used_by_keyboard_alone(visitor: Reader, keys: str) -> None:
    page = visitor.open("chu-de/index.html")
    door = page.locator(".tl-header__doors a").first
    door.focus()
    page.keyboard.press(keys)
    box, answers = page.locator(BOX), page.locator(".tl-search li > a")
    expect(box).to_be_focused()
    page.keyboard.type("chinh phu")
    expect(page.locator(".tl-search a[href*='#cau-']").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(answers.first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(answers.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(box).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.type("s")
    expect(box).to_have_value("chinh phus")
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    expect(door).to_be_focused()


def test_the_tab_key_reaches_the_answers_and_nothing_behind_them(visitor: Reader) -> None:
    page = visitor.open("index.html")
    type_into_search(page, "ban do ngap nuoc")
    expect(page.locator(".tl-search mark").first).to_be_visible()
    met = []
    for _ in range(8):
        page.keyboard.press("Tab")
        met.append(page.evaluate(INSIDE))
    assert "answer" in met and "page" not in met


INSIDE = """() => {
  const at = document.activeElement;
  if (at.matches("[data-answer]")) return "answer";
  return at.closest("dialog") || at === document.body ? "dialog" : "page";
}"""


def test_a_slash_that_is_written_opens_nothing(visitor: Reader) -> None:
    page = visitor.open("index.html")
    type_into_search(page, "30")
    page.keyboard.type("/3/2016")
    expect(page.locator(BOX)).to_have_value("30/3/2016")


def test_an_answer_that_comes_in_full_takes_the_focus_from_nobody(visitor: Reader) -> None:
    page = visitor.open("index.html")
    type_into_search(page, "chinh phu dien tu")
    first = page.locator(ANSWER).first
    first.focus()
    page.locator(".tl-search a[href*='#cau-']").first.wait_for()
    expect(page.locator(f"{ANSWER}:focus")).to_have_count(1)


def test_text_that_comes_without_a_key_is_searched(visitor: Reader) -> None:
    """As from a mouse that pastes, from dictation, from a phone's suggestions."""
    page = visitor.open("index.html")
    type_into_search(page, "")
    expect(page.locator(SAID)).to_have_text(re.compile("^Gõ "))
    page.keyboard.insert_text("bản đồ ngập nước")
    expect(page.locator(SAID)).to_have_text("Có 1 trang.")


def test_keys_that_compose_a_word_do_nothing_else(visitor: Reader) -> None:
    """An input method has its own use of the arrows, Enter and the slash."""
    page = visitor.open("index.html")
    type_into_search(page, "bản đồ ngập nước")
    expect(page.locator(ANSWER)).to_have_count(1)
    page.locator(BOX).evaluate("""(box) => ["ArrowDown", "Enter"].forEach((key) => {
      box.dispatchEvent(new KeyboardEvent("keydown", { key, isComposing: true, bubbles: true }));
    })""")
    expect(page.locator(BOX)).to_be_focused()
    page.locator(BOX).evaluate("""(box) => {
      box.value = "bản đồ số";
      box.dispatchEvent(new InputEvent("input", { isComposing: true, bubbles: true }));
    }""")
    expect(page.locator(ANSWER).first).to_have_attribute("href", re.compile(path("hoi-an")))


HOSTILE = ["<img src=x onerror=alert(1)> lạ", '"><script>alert(1)</script>', "&lt;b&gt; lạ lùng lạ"]


def test_neither_a_query_nor_a_title_becomes_markup(visitor: Reader) -> None:
    """The guard of `visitor` would tell of a script that ran or a picture that was asked for."""
    page = visitor.open("index.html")
    page.on("dialog", lambda _: pytest.fail("a script ran"))
    result = page.locator(".tl-search__answers")
    for query in [*HOSTILE, "lạ lùng"]:
        type_into_search(page, query)
        expect(result.locator(ANSWER).first).to_contain_text("<img src=x onerror=alert(1)>")
        assert result.locator("img, script, b").count() == 0
    result.locator(ANSWER).first.click()
    expect(page.locator("h1 mark").first).to_have_text("lạ lùng")
    scripts = "img, script:not([type='application/ld+json'])"
    assert page.locator(".tl-page").locator(scripts).count() == 0


def test_without_javascript_search_says_so_and_leads_on(chromium: Browser, shelf: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(shelf + path("hue"))
    expect(page.locator("[data-search-open]")).to_be_hidden()
    expect(page.locator(".tl-search__off")).to_contain_text("cần JavaScript")
    page.locator(".tl-search__off a").click()
    expect(page.locator("h1")).to_have_text("Chủ đề")
    context.close()


@pytest.mark.parametrize("width", [320, 360, 768, 1920])
def test_search_fits_every_screen(visitor: Reader, width: int) -> None:
    visitor.page.set_viewport_size({"width": width, "height": 640})
    page = visitor.open("index.html")
    page.locator("[data-search-open]").click()
    page.locator(BOX).fill("so thong tin va truyen thong")
    expect(page.locator(".tl-search a[href*='#cau-']").first).to_be_visible()
    assert page.evaluate(TOO_WIDE) <= 0
    assert (
        page.locator(".tl-search").evaluate("(sheet) => sheet.scrollWidth - sheet.clientWidth") <= 0
    )
