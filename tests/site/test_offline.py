"""The unpacked zip without any network: nobody is asked, nothing complains, and all of it works.

In Chromium and in Firefox, which guards file:// more closely. What the site does is tested from
file:// in Chromium in test_browser.py too.
"""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ViewportSize, expect

from browsing import DESK, PHONE
from building import Built
from firefox import Firefox, launched
from kinds import one_of_each
from markup import Page

pytestmark = pytest.mark.browser

SEARCH = "[data-search-open]"
DARK = "getComputedStyle(document.body).colorScheme"
# Fonts that a page brings but could not have: Firefox says nothing of them. A stand-in is one of the machine's
# own (theme/assets/css/fonts.css), and a machine that has none lacks nothing.
FONTS = """
return [...document.fonts].filter(one => one.status === 'error').map(one => one.family)
    .filter(family => !family.includes('Stand-in'))
"""


@pytest.fixture
def cut_off(chromium: Browser) -> Iterator[BrowserContext]:
    """Chromium without network; at the end, it asked for nothing but files, and had them all."""
    context = chromium.new_context(viewport=DESK, locale="vi-VN", offline=True)
    asked: list[str] = []
    failed: list[str] = []
    said: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    # What the next page cut short was not missed: what is not there has another reason.
    context.on(
        "requestfailed",
        lambda request: request.failure == "net::ERR_ABORTED" or failed.append(request.url),
    )
    context.on(
        "console",
        lambda told: said.append(told.text) if told.type in ("error", "warning") else None,
    )
    context.on("weberror", lambda told: said.append(str(told.error)))
    yield context
    context.close()
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
    assert failed == []
    assert said == []


@pytest.fixture(scope="module")
def firefox_itself(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    with launched(tmp_path_factory.mktemp("firefox") / "profile") as firefox:
        yield firefox


@pytest.fixture
def firefox(firefox_itself: Firefox) -> Iterator[Firefox]:
    """Firefox without network; at the end, it asked for nothing but files and has no complaint."""
    yield firefox_itself
    # A page that is left too soon has its fonts cut off; what it says last is told before the next.
    firefox_itself.run("await document.fonts.ready")
    firefox_itself.open("about:blank")
    complaints, foreign = firefox_itself.complaints[:], firefox_itself.foreign[:]
    firefox_itself.complaints.clear()
    firefox_itself.foreign.clear()
    assert foreign == []
    assert complaints == []


def kinds(built: Built) -> dict[str, str]:
    return {kind: name for kind, name in one_of_each(built).items() if name != "404.html"}


def an_article(built: Built) -> str:
    return kinds(built)["bai-viet/*"]


def test_no_link_leads_out_of_the_folder(unpacked: Path) -> None:
    """Whatever a page in the zip leads to is in the zip, or on the web and only for a click."""
    lost = []
    for path in unpacked.rglob("*.html"):
        for url in Page.read(path.read_text("utf-8")).links:
            parts = urlsplit(url)
            if not parts.scheme and not (path.parent / unquote(parts.path)).exists():
                lost.append((path.name, url))
    assert lost == []


# What a folder with twice as many articles has more of.
GROWING = re.compile(
    r"(bai-viet|nguon|chu-de|don-vi|dia-diem|chuoi-su-kien|data|search)/.*|index\.html|dinh-chinh\.html|SHA256SUMS\.txt"
)
FONTS_OF_ITS_OWN = "assets/fonts/"
LARGEST = 100 * 1024


def test_the_zip_is_light(built: Built) -> None:
    with zipfile.ZipFile(built.zip) as packed:
        entries = {e.filename.partition("/")[2]: e.compress_size for e in packed.infolist()}
    fixed = {
        name: size
        for name, size in entries.items()
        if not GROWING.fullmatch(name) and not name.startswith(FONTS_OF_ITS_OWN)
    }
    assert sum(fixed.values()) <= LARGEST, sorted(fixed.items(), key=lambda one: -one[1])


def test_the_folder_is_named_as_folders_are(unpacked: Path) -> None:
    assert " " in str(unpacked)
    assert not str(unpacked).isascii()


def test_no_kind_of_page_needs_a_network_in_chromium(
    cut_off: BrowserContext, unpacked: Path, built: Built, subtests: pytest.Subtests
) -> None:
    page = cut_off.new_page()
    for kind, name in kinds(built).items():
        with subtests.test(kind):
            page.goto((unpacked / name).as_uri())
            page.evaluate("document.fonts.ready")
            expect(page.locator("h1")).to_be_visible()


def test_no_kind_of_page_needs_a_network_in_firefox(
    firefox: Firefox, unpacked: Path, built: Built, subtests: pytest.Subtests
) -> None:
    for kind, name in kinds(built).items():
        with subtests.test(kind):
            firefox.open((unpacked / name).as_uri())
            assert firefox.run("return document.querySelector('h1').checkVisibility()")
            assert firefox.run(FONTS) == []


def test_the_dark_light_stays_on_the_next_page_in_chromium(
    cut_off: BrowserContext, unpacked: Path, built: Built
) -> None:
    page = cut_off.new_page()
    page.goto((unpacked / "index.html").as_uri())
    before = page.evaluate(DARK)
    page.locator("[data-light]").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.goto((unpacked / an_article(built)).as_uri())
    assert [before, page.evaluate(DARK)] == ["light", "dark"]


def test_the_light_can_be_switched_in_firefox(firefox: Firefox, unpacked: Path) -> None:
    """From file://, Firefox keeps what is stored for each page apart: the next one begins anew."""
    firefox.open((unpacked / "index.html").as_uri())
    assert firefox.run(f"return {DARK}") == "light"
    firefox.click("[data-light]")
    firefox.until(f"{DARK} === 'dark'")


SHOWN = "document.querySelector('[data-shown]').textContent"


def test_filters_work_in_firefox_and_their_address_too(firefox: Firefox, unpacked: Path) -> None:
    firefox.open((unpacked / "index.html").as_uri())
    everything = firefox.run(f"return {SHOWN}")
    firefox.click("[data-facet] summary")
    firefox.click("[data-filter]:not(:disabled)")
    some = firefox.until(f"{SHOWN} !== {json.dumps(everything)} && {SHOWN}")
    assert 0 < int(some) < int(everything)
    address = firefox.run("return location.href")
    firefox.open("about:blank")
    firefox.open(address)
    assert firefox.until(f"{SHOWN} === {json.dumps(some)}")


def test_evidence_leads_to_its_sentence_in_firefox(firefox: Firefox, unpacked: Path) -> None:
    firefox.open((unpacked / "index.html").as_uri())
    firefox.click("[data-event] a[data-evidence]")
    assert "/bai-viet/" in firefox.until("document.querySelector(':target') && location.pathname")
    firefox.click(".tl-facts a[data-evidence]")
    firefox.until("""(() => {
        const box = document.querySelector(":target").getBoundingClientRect();
        return box.top >= 0 && box.bottom <= innerHeight;
    })()""")


def test_the_raw_text_can_be_read_in_chromium(
    cut_off: BrowserContext, unpacked: Path, built: Built
) -> None:
    page = cut_off.new_page()
    page.goto((unpacked / an_article(built)).as_uri())
    page.locator(".tl-fact__file a[href*='nguon/']").click()
    expect(page).to_have_url(re.compile(r"/nguon/.+\.txt$"))
    # Served without any header, it is still taken for UTF-8.
    expect(page.locator("body")).to_contain_text("Chính phủ điện tử", ignore_case=True)


def test_the_raw_text_can_be_read_in_firefox(
    firefox: Firefox, unpacked: Path, built: Built
) -> None:
    firefox.open((unpacked / an_article(built)).as_uri())
    firefox.click(".tl-fact__file a[href*='nguon/']")
    firefox.until("location.pathname.endsWith('.txt') && document.readyState === 'complete'")
    assert "chính phủ điện tử" in firefox.run("return document.body.innerText.toLowerCase()")


def test_search_answers_in_firefox(firefox: Firefox, unpacked: Path) -> None:
    # A page in a folder, so that the way to the index is not its own.
    asking = unpacked / "chu-de" / "index.html"
    firefox.open(asking.as_uri())
    firefox.click(SEARCH)
    firefox.type("lao cai")
    firefox.until("document.querySelector('.tl-search li li mark')")
    firefox.click(".tl-search a[href*='#cau-']")
    arrived = firefox.until(
        f"location.href !== {json.dumps(asking.as_uri())} && document.querySelector('h1')"
        " && location.href"
    )
    assert arrived.startswith(unpacked.as_uri())
    assert "Lào Cai" in firefox.until("document.querySelector(':target mark')?.textContent")


def test_the_page_of_results_answers_in_firefox(firefox: Firefox, unpacked: Path) -> None:
    firefox.open((unpacked / "tim-kiem.html").as_uri() + "?q=lao+cai")
    firefox.until("document.querySelector('a[data-answer] mark')")
    firefox.until("document.querySelector('details a[href*=\"nam=\"]')")
    firefox.click("[data-search]")
    firefox.type(" 2017")
    firefox.until("location.search.includes('2017') && document.querySelector('a[data-answer]')")


@pytest.mark.parametrize("screen", [DESK, PHONE], ids=["desk", "phone"])
def test_without_script_the_search_says_so_and_shows_another_way(
    chromium: Browser, unpacked: Path, built: Built, screen: ViewportSize
) -> None:
    context = chromium.new_context(java_script_enabled=False, offline=True, viewport=screen)
    page = context.new_page()
    for name in ("index.html", an_article(built)):
        page.goto((unpacked / name).as_uri())
        expect(page.locator(SEARCH)).to_be_hidden()
        said = page.locator(".tl-header noscript")
        expect(said).to_contain_text("cần JavaScript", use_inner_text=True)
        # It covers nothing, and nothing covers it.
        home = page.locator(".tl-header__name span").bounding_box() or {}
        note = said.bounding_box() or {}
        assert home["y"] + home["height"] <= note["y"] or home["x"] + home["width"] <= note["x"]
        said.get_by_role("link").click()
        expect(page).to_have_url((unpacked / "chu-de" / "index.html").as_uri())
        expect(page.locator("h1")).to_be_visible()
    context.close()


def test_the_data_can_be_opened_or_saved_in_chromium(chromium: Browser, unpacked: Path) -> None:
    # Not the guarded one: to Chromium, a file that it saves is a page that failed.
    page = chromium.new_page(offline=True)
    told = Page.read((unpacked / "du-lieu.html").read_text("utf-8"))
    offers = [link for link in told.links if link.startswith("data/")]
    assert len(set(offers)) > 4
    for link in dict.fromkeys(offers):
        page.goto((unpacked / "du-lieu.html").as_uri())
        offer = page.locator(f"a[href='{link}']").first
        if link.endswith((".json", ".xml", ".bib")):
            offer.click()
            expect(page).to_have_url((unpacked / link).as_uri())
        else:
            with page.expect_download() as saving:
                offer.click()
            assert saving.value.path().read_bytes() == (unpacked / link).read_bytes()
    page.close()
