"""The site as a reader has it: over http below a path, and from the unpacked zip without network."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from playwright.sync_api import Browser, Route, expect

from browsing import DESK, ONCE, PHONE, TOO_WIDE, Reader
from building import Built
from project import PROJECT

pytestmark = pytest.mark.browser


def an_article(built: Built) -> str:
    """Return the article with most evidence, so that there is something to click."""
    pages = {
        name: page
        for name, page in built.pages.items()
        if name.startswith("bai-viet/") and "index" not in name
    }
    return max(pages, key=lambda name: len(pages[name].having("data-evidence")))


def test_the_home_page_is_the_timeline(reader: Reader, built: Built) -> None:
    page = reader.open("index.html")
    events = len(built.pages["index.html"].having("data-event"))
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("[data-event]")).to_have_count(events)
    expect(page.locator("[data-event]").first).to_be_visible()
    expect(page.locator("[data-shown]")).to_have_text(str(events))


@ONCE
def test_documents_come_and_go_with_their_switch(reader: Reader) -> None:
    page = reader.open("index.html")
    documents = page.locator(".tl-event--related")
    expect(documents.first).to_be_hidden()
    page.locator('[data-layer="related"]').check()
    expect(documents.first).to_be_visible()
    expect(page.locator("[data-event]").first).to_be_visible()
    page.locator('[data-layer="related"]').uncheck()
    expect(documents.first).to_be_hidden()


def test_an_event_leads_to_its_article_and_back(reader: Reader) -> None:
    page = reader.open("index.html")
    page.locator("[data-event] h3 a").first.click()
    expect(page).to_have_url(re.compile(r"/bai-viet/[a-z0-9-]+\.html$"))
    expect(page.locator('[data-field="date"]').first).to_be_visible()
    page.go_back()
    expect(page.locator("[data-event]").first).to_be_visible()


@ONCE
def test_evidence_leads_to_its_sentence(reader: Reader, built: Built) -> None:
    page = reader.open(an_article(built))
    link = page.locator("a[data-evidence]:visible").first
    fragment = (link.get_attribute("href") or "").partition("#")[2]
    link.click()
    target = page.locator(":target")
    expect(target).to_have_id(fragment)
    expect(target).to_be_in_viewport()
    expect(target).not_to_be_empty()
    # The sentence is told apart from those around it.
    expect(target).not_to_have_css("background-color", "rgba(0, 0, 0, 0)")


def test_evidence_on_the_timeline_leads_to_the_sentence_in_the_article(reader: Reader) -> None:
    page = reader.open("index.html")
    page.locator("[data-event] a[data-evidence]").first.click()
    expect(page).to_have_url(re.compile(r"/bai-viet/[a-z0-9-]+\.html#.+$"))
    expect(page.locator(":target")).to_be_in_viewport()


def a_folded_sentence(built: Built) -> tuple[str, str]:
    """Return an article and the id of a sentence in the part that is folded away."""
    for name, page in built.pages.items():
        classes = [e.attributes.get("class") for e in page.elements]
        if "tl-dropped" in classes:
            inside = page.elements[classes.index("tl-dropped") :]
            return name, next(
                e.attributes["id"] for e in inside if e.attributes.get("id", "").startswith("cau-")
            )
    pytest.fail("no article has a folded part")


@ONCE
def test_a_link_into_the_folded_part_leads_there(reader: Reader, built: Built) -> None:
    name, ident = a_folded_sentence(built)
    page = reader.open(f"{name}#{ident}")
    expect(page.locator(".tl-dropped")).to_have_attribute("open", "")
    expect(page.locator(f"#{ident}")).to_be_in_viewport()


STANDS_IN = """document.fonts.load('1em "Sans Stand-in"').then((found) => found.length, () => 0)"""
SHIFTED = """() => new Promise((done) => {
  let sum = 0;
  const add = (entries) => entries.forEach((entry) => (sum += entry.value));
  const observer = new PerformanceObserver((list) => add(list.getEntries()));
  observer.observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => {
    add(observer.takeRecords());
    done(sum);
  }));
})"""


@ONCE
def test_nothing_moves_when_the_fonts_arrive(reader: Reader) -> None:
    """On a phone, where a headline breaks soonest; 0.1 is what is called good."""
    page = reader.page
    page.set_viewport_size({"width": 412, "height": 820})
    held: list[Route] = []
    hold = True
    page.route("**/*.woff2", lambda route: held.append(route) if hold else route.fallback())
    page.goto(reader.start + "index.html", wait_until="domcontentloaded")
    if not page.evaluate(STANDS_IN):
        pytest.skip("no font of this machine stands in for ours: install Arimo (fonts-croscore)")
    assert page.evaluate(SHIFTED) < 0.1
    assert held
    hold = False
    for route in held:
        route.fallback()
    page.evaluate("document.fonts.ready.then(() => 0)")
    assert page.evaluate(SHIFTED) < 0.1


@ONCE
@pytest.mark.parametrize("moment", ["load", "hashchange"])
def test_the_script_unfolds_where_the_browser_does_not(
    reader: Reader, built: Built, moment: str
) -> None:
    """Chromium unfolds by itself what an address names, unless it gets there without a jump."""
    name, ident = a_folded_sentence(built)
    page = reader.open(name)
    page.evaluate(f"history.replaceState(null, '', '#{ident}')")
    expect(page.locator(".tl-dropped")).not_to_have_attribute("open", "")
    if moment == "load":
        page.evaluate((PROJECT / "theme/assets/js/evidence.js").read_text("utf-8"))
    else:
        page.evaluate("dispatchEvent(new HashChangeEvent('hashchange'))")
    expect(page.locator(".tl-dropped")).to_have_attribute("open", "")
    expect(page.locator(f"#{ident}")).to_be_in_viewport()


@ONCE
@pytest.mark.parametrize("fragment", ["%E0%A4%A", "%", "khong-co", ""])
def test_an_address_that_names_nothing_does_no_harm(
    reader: Reader, built: Built, fragment: str
) -> None:
    """The fixture asserts that the page reported no error."""
    page = reader.open(f"{an_article(built)}#{fragment}")
    expect(page.locator(".tl-facts__more")).to_have_attribute("open", "")


@ONCE
@pytest.mark.parametrize("width", [320, 768, 1280])
def test_what_can_be_tapped_is_large_enough_and_apart(reader: Reader, width: int) -> None:
    """WCAG 2.2, target size: 24 by 24 px."""
    reader.page.set_viewport_size({"width": width, "height": 800})
    page = reader.open("index.html")
    links = page.locator(".tl-axis__target:visible")
    expect(links.first).to_be_visible()
    boxes = [link.bounding_box() or {} for link in links.all()]
    assert len(boxes) > 2
    for first, second in combinations(boxes, 2):
        left, right = sorted((first, second), key=lambda box: box["x"])
        assert left["x"] + left["width"] <= right["x"] + 0.5
    boxes += [link.bounding_box() or {} for link in page.locator("a.tl-evidence:visible").all()]
    assert min(min(box["width"], box["height"]) for box in boxes) >= 23.9


@ONCE
def test_without_script_all_of_it_can_be_read(chromium: Browser, start: str, built: Built) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport=DESK)
    page = context.new_page()
    page.goto(start + "index.html")
    for event in page.locator("[data-event]").all():
        expect(event).to_be_visible()
    page.goto(start + an_article(built))
    expect(page.locator('[data-field="date"]').first).to_be_visible()
    page.locator("a[data-evidence]:visible").first.click()
    expect(page.locator(":target")).to_be_in_viewport()
    context.close()


def test_a_missing_page_looks_like_the_site(chromium: Browser, address: str) -> None:
    page = chromium.new_page(viewport=DESK)
    failed: list[str] = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    answer = page.goto(address + "bai-viet/khong/co.html")
    assert answer is not None
    assert answer.status == 404
    expect(page.locator("h1")).to_be_visible()
    assert failed == []
    page.set_viewport_size(PHONE)
    assert page.evaluate(TOO_WIDE) <= 0
    page.close()
