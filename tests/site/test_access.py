"""A page can be reached, seen and hit by all: by keyboard, by finger, in a reader's own colours, on paper."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, ViewportSize, expect

from browsing import Reader, reading
from building import Built
from kinds import one_of_each
from paper import packed, sheets

pytestmark = pytest.mark.browser

OFFICE: ViewportSize = {"width": 1366, "height": 720}
HAND: ViewportSize = {"width": 360, "height": 740}
# WCAG 2.2, 2.5.8: 24 px each way, or room around it; a link in a sentence may be as small as that.
SMALL = """() => {
  const all = [...document.querySelectorAll("a[href], button, summary, input, select")].filter(
    (e) => e.checkVisibility({ visibilityProperty: true }) && !(e.matches("input") && e.closest("label")));
  const boxes = all.map((e) => e.getBoundingClientRect());
  const middle = (b) => [(b.left + b.right) / 2, (b.top + b.bottom) / 2];
  const inSentence = (e) => getComputedStyle(e).display === "inline" &&
    [...e.parentElement.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim().length > 2);
  const near = (at, i, j) => {
    if (i === j || all[i].contains(all[j]) || all[j].contains(all[i]) || boxes[j].width < 2) return false;
    const b = boxes[j];
    const [x, y] = middle(b);
    const small = b.width < 24 || b.height < 24;
    const apart = Math.hypot(Math.max(b.left - at[0], 0, at[0] - b.right), Math.max(b.top - at[1], 0, at[1] - b.bottom));
    return apart < 12 || (small && Math.hypot(x - at[0], y - at[1]) < 24);
  };
  return all.filter((e, i) => {
    const b = boxes[i];
    const large = (b.width >= 24 && b.height >= 24) || b.width < 2 || b.right < 0 || b.bottom < 0;
    return !large && !inSentence(e) && all.some((_, j) => near(middle(b), i, j));
  }).map((e) => `${e.tagName}.${e.className}: ${(e.getAttribute("aria-label") || e.textContent).trim().slice(0, 40)}`);
}"""


@pytest.fixture
def office(chromium: Browser, address: str) -> Iterator[Reader]:
    with reading(chromium.new_context(viewport=OFFICE, locale="vi-VN"), address) as reader:
        yield reader


def article(built: Built) -> str:
    return one_of_each(built)["bai-viet/*"]


def test_the_second_skip_link_leads_past_all_facts_into_the_text(
    office: Reader, built: Built
) -> None:
    page = office.open(article(built))
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Đến nội dung bài")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Toàn văn bài viết")).to_be_focused()
    page.keyboard.press("Tab")
    past = "t => Boolean(t.compareDocumentPosition(document.activeElement) & 4)"
    assert page.locator(".tl-facts").evaluate(past)


def test_without_a_text_nothing_leads_to_one(office: Reader, built: Built) -> None:
    page = office.open("bai-viet/ngay-hoi-tin-hoc-vung-cao-2005.html")
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".tl-skip")).to_have_count(1)
    expect(page.get_by_role("heading", name="Toàn văn bài viết")).to_have_count(0)


@pytest.mark.parametrize("opener", ['[data-facet="theme"] summary', ".tl-legend summary"])
def test_what_opens_over_the_page_is_seen_whole_in_a_low_window(
    office: Reader, opener: str
) -> None:
    page = office.open("index.html")
    summary = page.locator(opener)
    summary.click()
    panel = page.locator(opener.replace("summary", "> :last-child"))
    expect(panel).to_be_in_viewport(ratio=1)
    expect(summary).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("size", [HAND, OFFICE], ids=["phone", "desk"])
def test_all_that_is_hit_is_large_enough_or_stands_apart(
    chromium: Browser, address: str, built: Built, size: ViewportSize
) -> None:
    context = chromium.new_context(viewport=size, reduced_motion="reduce")
    with reading(context, address) as reader:
        found = {name: reader.open(name).evaluate(SMALL) for name in one_of_each(built).values()}
    assert {name: small for name, small in found.items() if small} == {}


SIGNS = {
    "index.html": [".tl-event--uncertain::before", ".tl-certainty--added::before"],
    "chu-de/index.html": [".tl-grid__disc"],
    "bai-viet/index.html": [".tl-title--event::before"],
}


@pytest.mark.parametrize("name", SIGNS)
def test_signs_are_drawn_in_a_reader_s_own_colours(office: Reader, name: str) -> None:
    office.page.emulate_media(forced_colors="active")
    page = office.open(name)
    for sign in SIGNS[name]:
        selector, _, pseudo = sign.partition("::")
        drawn = "(e, part) => getComputedStyle(e, part || null).forcedColorAdjust"
        part = f"::{pseudo}" if pseudo else ""
        assert page.locator(selector).first.evaluate(drawn, part) == "none", sign


def test_home_on_paper_has_its_legend_its_address_and_its_day_and_no_stray_page(
    office: Reader, address: str
) -> None:
    page = office.open("index.html")
    names = page.locator("[data-event]:visible h3").all_inner_texts()
    paper = sheets(page)
    for words in ("bị hoãn hoặc bị hủy", "bổ sung từ nguồn khác"):
        assert packed(words) in paper[0]
    home: Any = page.locator('link[rel="canonical"]').get_attribute("href")
    day = page.evaluate("new Date().toLocaleDateString('vi-VN')")
    assert packed(f"In từ {home}") in paper[-1]
    assert packed(f"In ngày {day}.") in paper[-1]
    assert any(packed(name.split(" ")[-1]) in paper[-1] for name in names)
