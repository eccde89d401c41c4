"""Passing on: addresses to copy, the system's own way, frames to embed, and the order in the address."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from browsing import DESK, ONCE, PHONE, TOO_WIDE, Reader, reading
from building import SITE_URL

pytestmark = pytest.mark.browser

EVENT = "su-kien-hoi-thao-phat-trien-chinh-phu-dien-tu"
ARTICLE = "bai-viet/hoi-thao-phat-trien-chinh-phu-dien-tu.html"
FRAME = re.compile(r'<iframe src="([^"]+)" title="([^"]+)"')
# What the clipboard would be given, and what the system would be asked to share.
NOTED = """
self.noted = {};
Object.defineProperty(navigator, "clipboard", { value: { writeText: async (said) => { noted.copied = said } } });
navigator.share = async (said) => { noted.shared = said };
"""

# How much lower the page ends for the buttons in it.
ROOM = """() => {
  const high = () => document.documentElement.scrollHeight;
  const before = high();
  document.querySelectorAll("main .tl-share-open").forEach((made) => made.remove());
  return before - high();
}"""


def share(page: Page, inside: str) -> None:
    page.locator(inside).get_by_role("button", name=re.compile("^Chia sẻ")).first.click()
    expect(page.get_by_role("dialog", name="Chia sẻ")).to_be_visible()


def hosted(reader: Reader, path: str) -> str:
    """Return where the page at `path` may be found by others."""
    return (SITE_URL if reader.start.startswith("file:") else reader.start) + path


@pytest.mark.parametrize(
    ("path", "inside", "leads"),
    [
        ("index.html", f"#{EVENT}", f"index.html#{EVENT}"),
        ("chu-de/chinh-phu-so.html", ".tl-masthead", "chu-de/chinh-phu-so.html"),
        (ARTICLE, ".tl-article__head", ARTICLE),
    ],
    ids=["event", "theme", "article"],
)
def test_an_address_is_copied_and_shared_that_others_can_open(
    reader: Reader, path: str, inside: str, leads: str
) -> None:
    reader.page.add_init_script(NOTED)
    page = reader.open(path)
    share(page, inside)
    page.get_by_role("button", name="Sao chép liên kết").click()
    expect(page.get_by_role("dialog").get_by_role("status").first).to_have_text("Đã sao chép")
    assert page.evaluate("noted.copied") == hosted(reader, leads)
    page.get_by_role("button", name="Gửi qua ứng dụng khác").click()
    assert page.evaluate("noted.shared.url") == hosted(reader, leads)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator(f"{inside} .tl-share-open").first).to_be_focused()


def embed(page: Page) -> tuple[str, str]:
    """Return the address and the title of the frame that is offered."""
    page.locator(".tl-share summary").click()
    found = FRAME.match(page.locator(".tl-share pre").inner_text())
    assert found
    return found[1].replace("&amp;", "&"), found[2]


def test_one_event_is_embedded_without_what_surrounds_it(reader: Reader) -> None:
    page = reader.open("index.html")
    share(page, f"#{EVENT}")
    address, title = embed(page)
    assert title == page.locator(f"#{EVENT} h3").inner_text()
    assert address == f"{hosted(reader, 'index.html')}?nhung={EVENT}"
    lean = reader.open(f"index.html?nhung={EVENT}")
    expect(lean.locator(".tl-event:visible")).to_have_count(1)
    expect(lean.locator(".tl-year__label:visible")).to_have_text(["2016"])
    expect(
        lean.locator("header, footer, form, .tl-share-open").locator("visible=true")
    ).to_have_count(0)
    whole = lean.locator(".tl-embedded a")
    assert (whole.get_attribute("href") or "").endswith(f"index.html#{EVENT}")
    with lean.context.expect_page() as opened:
        lean.locator(f"#{EVENT} .tl-event__name a").click()
    assert "nhung" not in opened.value.url and ARTICLE in opened.value.url


@ONCE
def test_a_filtered_timeline_is_passed_on_as_it_is_chosen(reader: Reader) -> None:
    page = reader.open("index.html?chu-de=chinh-phu-so&thu-tu=moi-nhat")
    expect(page.locator("[data-shown]")).to_have_text("2")
    years = page.locator(".tl-year__label:visible").all_inner_texts()
    assert years == sorted(years, reverse=True) and len(years) == 2
    share(page, ".tl-order")
    told = urlsplit(page.locator(".tl-share__address").inner_text())
    assert parse_qs(told.query) == {"chu-de": ["chinh-phu-so"], "thu-tu": ["moi-nhat"]}
    address, _ = embed(page)
    query = urlsplit(address).query
    lean = reader.open(f"index.html?{query}")
    expect(lean.locator(".tl-event:visible")).to_have_count(2)
    assert lean.locator(".tl-year__label:visible").all_inner_texts() == years
    expect(
        lean.locator(".tl-toolbar, .tl-filters, .tl-masthead").locator("visible=true")
    ).to_have_count(0)


@ONCE
def test_the_order_is_kept_in_the_address(reader: Reader) -> None:
    page = reader.open("index.html")
    labels = page.locator(".tl-year__label:visible")
    oldest = labels.all_inner_texts()
    # What has no year comes last either way.
    dated = [label for label in oldest if label[:4].isdecimal()]
    assert dated
    page.locator("[data-newest]").click()
    assert labels.all_inner_texts() == dated[::-1] + oldest[len(dated) :]
    assert "thu-tu=moi-nhat" in page.url
    page.locator("[data-newest]").click()
    assert "thu-tu" not in page.url
    assert labels.all_inner_texts() == oldest


@ONCE
def test_what_needs_a_script_is_not_there_without_one(chromium: Browser, start: str) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport=DESK)
    page = context.new_page()
    for path in ("index.html", ARTICLE, f"index.html?nhung={EVENT}"):
        page.goto(start + path)
        expect(page.locator(".tl-share-open, .tl-order").locator("visible=true")).to_have_count(0)
        expect(page.locator(".tl-header")).to_be_visible()
    context.close()


@ONCE
def test_it_fits_a_phone_and_moves_nothing(chromium: Browser, start: str) -> None:
    with reading(chromium.new_context(viewport=PHONE), start) as reader:
        for path in ("index.html", ARTICLE, "chu-de/chinh-phu-so.html"):
            page = reader.open(path)
            expect(page.locator(".tl-share-open").first).to_be_visible()
            assert page.evaluate(TOO_WIDE) <= 0
            page.locator(".tl-share-open").first.click()
            assert page.evaluate(TOO_WIDE) <= 0
            page.keyboard.press("Escape")
            assert page.evaluate(ROOM) == 0
