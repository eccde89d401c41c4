"""Reading with what one has: keyboard, paper, another light, larger letters, forced colours."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from browsing import DESK, ONCE, PHONE, TOO_WIDE, Reader, reading
from building import Built
from kinds import one_of_each
from paper import packed, sheets

pytestmark = pytest.mark.browser

# What a reader may ask for: https://www.w3.org/TR/WCAG22/#text-spacing
SPACED = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }
"""
# The policy of a page keeps a <style> from working.
ADD_SHEET = """rules => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets.push(sheet);
}"""
# A line around what has the focus: its own, its form's, or drawn in a picture.
FOCUSED = """() => {
  const e = document.activeElement;
  const event = e.closest("[data-event]");
  const lined = part => {
    const style = getComputedStyle(part);
    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2)
      || (part instanceof SVGElement && style.stroke !== "none" && parseFloat(style.strokeWidth) >= 2);
  };
  return {
    event: event && event.dataset.event,
    seen: [e, e.form || e, ...e.querySelectorAll("*")].some(lined),
    what: e.outerHTML.slice(0, 120),
    end: e === document.body,
  };
}"""


@pytest.fixture
def online(chromium: Browser, address: str) -> Iterator[Reader]:
    with reading(chromium.new_context(viewport=DESK, locale="vi-VN"), address) as reader:
        yield reader


def an_article(built: Built) -> str:
    return one_of_each(built)["bai-viet/*"]


def facts_of(built: Built, name: str) -> list[str]:
    """Return all that a record says, as readers are told it."""
    known = [known for fact in built.panels[name].values() for known in fact.known]
    quotes = [e.quote for k in known for e in k.evidence]
    return [k.label for k in known] + [part for quote in quotes for part in quote.split("…")]


def test_without_script_a_page_says_all_that_its_record_does(built: Built) -> None:
    articles = [
        name for name in built.pages if name.startswith("bai-viet/") and "index" not in name
    ]
    for name in articles:
        (body,) = built.pages[name].named("main")
        said = packed(body.text)
        assert [fact for fact in facts_of(built, name) if packed(fact) not in said] == [], name


def test_paper_has_every_event(online: Reader, built: Built) -> None:
    page = online.open("index.html")
    names = page.locator("[data-event]:visible h3").all_inner_texts()
    assert len(names) == len(built.pages["index.html"].having("data-event"))
    paper = "".join(sheets(page))
    assert [name for name in names if packed(name) not in paper] == []


def test_paper_has_every_fact_of_an_article_and_its_source(online: Reader, built: Built) -> None:
    name = an_article(built)
    # Narrow, so that facts are folded until it is printed.
    online.page.set_viewport_size(PHONE)
    paper = "".join(sheets(online.open(name)))
    assert [fact for fact in facts_of(built, name) if packed(fact) not in paper] == []
    links = [
        e.attributes["href"]
        for e in built.pages[name].named("a")
        # Nobody fills in a form on paper.
        if "noopener" in str(e.attributes) and "data-report" not in e.attributes
    ]
    assert [link for link in links if packed(link) not in paper] == []


def with_facts(built: Built) -> str:
    """Return an article of an event whose time, place and bodies are known."""
    asked = ("date", "location", "organizer")
    return next(
        name
        for name, facts in built.panels.items()
        if all(key in facts and facts[key].known for key in asked)
    )


def test_on_a_phone_three_facts_stand_in_a_line_each_and_the_article_is_near(
    online: Reader, built: Built
) -> None:
    online.page.set_viewport_size({"width": 360, "height": 780})
    page = online.open(with_facts(built))
    told = page.locator(".tl-brief dt:visible").all_inner_texts()
    assert told == ["Thời gian", "Địa điểm", "Tổ chức"]
    expect(page.locator("[data-field]:visible")).to_have_count(0)
    text = page.locator(".tl-article__text").bounding_box() or {}
    assert text["y"] < 1.5 * 780


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_link_into_the_folded_facts_opens_them(
    chromium: Browser, address: str, built: Built, script: bool
) -> None:
    context = chromium.new_context(viewport=PHONE, java_script_enabled=script)
    page = context.new_page()
    page.goto(f"{address}{with_facts(built)}#thong-tin-location")
    expect(page.locator('[data-field="location"]')).to_be_in_viewport()
    context.close()


def test_beside_the_article_the_facts_are_open_without_script(
    chromium: Browser, address: str, built: Built
) -> None:
    context = chromium.new_context(viewport=DESK, java_script_enabled=False)
    page = context.new_page()
    page.goto(address + with_facts(built))
    expect(page.locator('[data-field="location"]')).to_be_visible()
    expect(page.locator(".tl-brief")).to_be_hidden()
    source = page.locator('[data-field="source"]').bounding_box() or {}
    assert source["y"] + source["height"] < DESK["height"]
    context.close()


def test_on_paper_the_facts_take_half_a_page(online: Reader, built: Built) -> None:
    online.page.set_viewport_size({"width": 718, "height": 1047})  # A4 between its margins
    online.page.emulate_media(media="print")
    page = online.open(with_facts(built))
    facts = page.locator(".tl-facts").bounding_box() or {}
    assert facts["height"] <= 1047 / 2


def test_every_event_is_reached_by_tab_and_focus_is_seen(online: Reader, built: Built) -> None:
    page = online.open("index.html")
    reached, unseen = set(), []
    for _ in range(400):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUSED)
        if focus["end"]:
            break
        reached.add(focus["event"])
        if not focus["seen"]:
            unseen.append(focus["what"])
    events = page.locator("[data-event]:visible").evaluate_all(
        "all => all.map(e => e.dataset.event)"
    )
    assert reached >= set(events)
    assert "\n".join(unseen) == ""


def test_the_first_tab_skips_to_what_a_page_is_about(online: Reader) -> None:
    page = online.open("index.html")
    page.keyboard.press("Tab")
    skip = page.locator(".tl-skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


@ONCE
def test_from_a_fact_to_its_sentence_and_back_by_keyboard(reader: Reader, built: Built) -> None:
    page = reader.open(an_article(built))
    link = page.locator("[data-field] a[data-evidence]:visible").nth(2)
    link.focus()
    page.keyboard.press("Enter")
    sentence = page.locator(".tl-sentence:target")
    expect(sentence).to_be_focused()
    box = sentence.bounding_box() or {}
    assert 0.2 * DESK["height"] < box["y"] + box["height"] / 2 < 0.8 * DESK["height"]
    page.keyboard.press("Tab")
    expect(page.locator(".tl-back")).to_be_focused()
    page.keyboard.press("Enter")
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()
    expect(page.locator(".tl-back")).to_have_count(0)


@ONCE
def test_the_browser_s_back_leads_from_a_sentence_to_the_facts(
    reader: Reader, built: Built
) -> None:
    page = reader.open(an_article(built))
    page.locator("[data-field] a[data-evidence]:visible").first.click()
    expect(page.locator(".tl-sentence:target")).to_be_in_viewport()
    page.go_back()
    expect(page.locator(":target")).to_have_count(0)
    expect(page.locator("[data-field]").first).to_be_in_viewport()


def test_the_light_is_the_system_s_until_a_reader_chooses(online: Reader) -> None:
    page = online.page
    page.emulate_media(color_scheme="dark")
    online.open("index.html")
    body, switch = page.locator("body"), page.get_by_role("button", name="Nền tối")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    expect(switch).to_have_attribute("aria-pressed", "true")
    page.emulate_media(color_scheme="light")
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    switch.click()
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    online.open("gioi-thieu.html")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    expect(switch).to_have_attribute("aria-pressed", "true")


def test_nothing_is_wider_than_a_small_phone_even_with_spaced_letters(
    online: Reader, built: Built, subtests: pytest.Subtests
) -> None:
    online.page.set_viewport_size(PHONE)
    for kind, name in one_of_each(built).items():
        with subtests.test(kind):
            page = online.open(name)
            assert page.evaluate(TOO_WIDE) <= 0
            page.evaluate(ADD_SHEET, SPACED)
            assert page.evaluate(TOO_WIDE) <= 0


def test_a_sentence_stands_out_in_forced_colours(online: Reader, built: Built) -> None:
    online.page.emulate_media(forced_colors="active")
    page = online.open(an_article(built))
    page.locator("[data-field] a[data-evidence]:visible").first.click()
    expect(page.locator(".tl-sentence:target")).to_have_css("outline-style", "solid")
    online.open("index.html")
    mark = page.locator(".tl-event:visible:not(.tl-event--milestone)").first
    drawn = mark.evaluate("""event => {
      const style = getComputedStyle(event, "::before");
      return [style.borderTopColor, getComputedStyle(document.body).backgroundColor];
    }""")
    assert drawn[0] != drawn[1]
