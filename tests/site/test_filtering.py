"""Filters of the timeline: what they show and count, how they are shared, who can use them."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from browsing import DESK, ONCE, PHONE, TOO_WIDE, Reader
from building import Built

pytestmark = pytest.mark.browser

FACETS = ("theme", "place", "organizer", "series", "year")
Chosen = Mapping[str, set[str]]


def events(built: Built) -> dict[str, dict[str, set[str]]]:
    """Return the values of each event of the home page, by facet."""
    return {
        e.attributes["data-event"]: {
            facet: set(e.attributes.get(f"data-{facet}", "").split()) for facet in FACETS
        }
        for e in built.pages["index.html"].having("data-event")
    }


def matching(built: Built, chosen: Chosen) -> set[str]:
    """Return the events that have one of the chosen values in every facet."""
    return {
        event
        for event, values in events(built).items()
        if all(values[facet] & wanted for facet, wanted in chosen.items())
    }


def control(page: Page, facet: str, value: str) -> Locator:
    return page.locator(f'[data-filter="{facet}"][data-value="{value}"]')


def choose(page: Page, chosen: Chosen) -> None:
    for facet, values in chosen.items():
        page.locator(f'[data-facet="{facet}"] summary').click()
        for value in values:
            control(page, facet, value).check()


def shown(page: Page) -> set[str]:
    visible = page.locator("[data-event]:visible")
    return set(visible.evaluate_all("all => all.map(e => e.dataset.event)"))


def most_common(built: Built, facet: str) -> str:
    values = [value for each in events(built).values() for value in sorted(each[facet])]
    return max(values, key=values.count)


def two_years(built: Built) -> set[str]:
    return {"2016", "2018"}


@ONCE
def test_values_of_a_facet_add_up_and_facets_narrow_down(reader: Reader, built: Built) -> None:
    page = reader.open("index.html")
    chosen: Chosen = {"year": two_years(built), "theme": {"chinh-phu-dien-tu"}}
    expected = matching(built, chosen)
    assert 1 < len(expected) < len(events(built))
    choose(page, chosen)
    assert shown(page) == expected
    expect(page.locator("[data-shown]")).to_have_text(str(len(expected)))
    expect(page.get_by_role("status").filter(has_text="sự kiện")).to_contain_text(
        "Chủ đề: Chính phủ điện tử; Năm: 2016, 2018"
    )


@ONCE
def test_each_value_counts_what_it_would_show_beside_the_other_facets(
    reader: Reader, built: Built
) -> None:
    page = reader.open("index.html")
    choose(page, {"theme": {"chinh-phu-so"}})
    for facet in FACETS:
        for box in page.locator(f'[data-filter="{facet}"]').all():
            value = box.get_attribute("data-value") or ""
            others = {} if facet == "theme" else {"theme": {"chinh-phu-so"}}
            count = len(matching(built, {**others, facet: {value}}))
            label = box.locator("..")
            assert (label.text_content() or "").strip().endswith(f"({count})"), (facet, value)


def test_a_filtered_view_has_an_address_and_the_back_button_leads_out(
    reader: Reader, built: Built
) -> None:
    page = reader.open("index.html")
    every = shown(page)
    choose(page, {"theme": {"chinh-phu-so"}, "year": {"2018"}})
    expected = matching(built, {"theme": {"chinh-phu-so"}, "year": {"2018"}})
    assert page.url.endswith("index.html?chu-de=chinh-phu-so&nam=2018")
    page.reload()
    assert shown(page) == expected
    expect(control(page, "year", "2018")).to_be_checked()
    page.go_back()
    expect(control(page, "year", "2018")).not_to_be_checked()
    assert shown(page) == matching(built, {"theme": {"chinh-phu-so"}})
    page.go_back()
    assert shown(page) == every
    page.go_forward()
    assert shown(page) == matching(built, {"theme": {"chinh-phu-so"}})


@ONCE
def test_where_a_browser_keeps_the_address_as_it_is_the_part_behind_the_hash_serves(
    reader: Reader, built: Built
) -> None:
    refuse = "history.pushState = history.replaceState = () => { throw new DOMException('no'); };"
    reader.page.add_init_script(refuse)
    page = reader.open("index.html")
    choose(page, {"year": {"2018"}})
    assert page.url.endswith("index.html#?nam=2018")
    page.reload()
    assert shown(page) == matching(built, {"year": {"2018"}})


def test_a_link_to_an_event_wins_over_a_filter_that_hides_it(reader: Reader, built: Built) -> None:
    (wanted,) = matching(built, {"year": {"2016"}})
    cards = built.pages["index.html"].having("data-event")
    (anchor,) = [e.attributes["id"] for e in cards if e.attributes["data-event"] == wanted]
    page = reader.open(f"index.html?nam=2018#{anchor}")
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()
    assert shown(page) == set(events(built))
    assert page.url.endswith(f"index.html#{anchor}")


@ONCE
def test_an_unknown_value_in_the_address_filters_nothing(reader: Reader, built: Built) -> None:
    page = reader.open("index.html?chu-de=khong-co,%3Cb%3E&nam=")
    assert shown(page) == set(events(built))


@ONCE
def test_nothing_found_says_so_and_offers_the_way_back(reader: Reader, built: Built) -> None:
    every = events(built)
    theme, year = next(
        (theme, year)
        for theme in sorted({t for e in every.values() for t in e["theme"]})
        for year in sorted({y for e in every.values() for y in e["year"]})
        if not matching(built, {"theme": {theme}, "year": {year}})
    )
    page = reader.open("index.html")
    expect(page.locator("[data-none]")).to_be_hidden()
    choose(page, {"theme": {theme}, "year": {year}})
    expect(page.locator("[data-shown]")).to_have_text("0")
    page.keyboard.press("Escape")
    page.locator("[data-none] [data-reset]").click()
    assert shown(page) == set(every)
    assert page.url.endswith("index.html")
    expect(page.locator("[data-none]")).to_be_hidden()
    expect(page.locator(":focus")).to_be_in_viewport()


@ONCE
def test_silence_is_measured_between_the_years_that_are_left(reader: Reader) -> None:
    page = reader.open("index.html")
    gaps = page.locator(".tl-gap:visible").all_inner_texts()
    assert gaps and gaps != ["4 năm"]
    choose(page, {"year": {"2016", "2020"}})
    expect(page.locator(".tl-year:visible .tl-year__label")).to_have_text(["2016", "2020"])
    expect(page.locator(".tl-gap:visible")).to_have_text(["4 năm"])
    # The overview keeps its scale, and the years that are left.
    expect(page.locator(".tl-axis__tick:visible .tl-axis__year")).to_have_text(["2016", "2020"])
    page.locator(".tl-filters [data-reset]").click()
    expect(page.locator(".tl-gap:visible")).to_have_text(gaps)


@ONCE
def test_a_milestone_comes_with_its_series_and_with_no_organizer(
    reader: Reader, built: Built
) -> None:
    page = reader.open("index.html")
    first = page.locator("#nam-2003 [data-milestone]").first
    expect(first).to_be_visible()
    series = first.get_attribute("data-series") or ""
    choose(page, {"series": {series}})
    expect(first).to_be_visible()
    page.locator(".tl-filters [data-reset]").click()
    choose(page, {"organizer": {most_common(built, "organizer")}})
    expect(first).to_be_hidden()


@ONCE
def test_where_only_milestones_are_left_it_says_so(reader: Reader) -> None:
    page = reader.open("index.html?nam=2003")
    expect(page.locator("[data-milestone]:visible")).to_have_count(1)
    expect(page.locator("[data-none]")).to_be_hidden()
    told = re.compile(r"^0 trên \d+ sự kiện, 1 mốc được nhắc tới · Năm: 2003$")
    expect(page.locator(".tl-shown")).to_have_text(told)
    choose(page, {"theme": {"chinh-phu-so"}})
    expect(page.locator("[data-milestone]:visible")).to_have_count(0)
    expect(page.locator("[data-none]")).to_be_visible()


@ONCE
def test_what_others_write_into_a_label_stays(reader: Reader) -> None:
    page = reader.open("index.html")
    label = page.locator('[data-facet="theme"] label').first
    label.evaluate("e => e.firstElementChild.after('✓')")
    choose(page, {"year": {"2003"}})
    expect(label).to_have_text(re.compile(r"^\s*✓[^()]+ \(0\)$"))


@ONCE
def test_the_page_does_not_jump(reader: Reader) -> None:
    page = reader.open("index.html")
    line = page.locator("[data-facets]")
    line.scroll_into_view_if_needed()
    page.evaluate("scrollBy(0, 200)")
    choose(page, {"year": set()})
    before = line.bounding_box()
    for value in ("2016", "2018"):
        control(page, "year", value).check()
        assert line.bounding_box() == before
    control(page, "theme", "an-toan-thong-tin").dispatch_event("click")
    assert line.bounding_box() == before


@ONCE
def test_keys_are_enough(reader: Reader, built: Built) -> None:
    page = reader.open("index.html")
    theme = page.locator('[data-facet="theme"]')
    page.locator(".tl-legend summary").focus()
    page.keyboard.press("Tab")
    expect(theme.locator("summary")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("do thi")
    expect(theme.locator("label:visible")).to_have_text(re.compile("Đô thị thông minh"))
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert shown(page) == matching(built, {"theme": {"do-thi-thong-minh"}})
    page.keyboard.press("Escape")
    expect(theme.locator("summary")).to_be_focused()
    expect(theme.locator("label").first).to_be_hidden()


@ONCE
def test_arrow_keys_go_along_the_overview(reader: Reader) -> None:
    page = reader.open("index.html")
    ticks = page.locator(".tl-axis__tick:visible")
    ticks.first.focus()
    page.keyboard.press("ArrowLeft")
    expect(ticks.first).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(ticks.nth(1)).to_be_focused()
    page.keyboard.press("End")
    expect(ticks.last).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(":target .tl-year__label")).to_be_in_viewport()


@ONCE
def test_a_phone_has_a_sheet(reader: Reader, built: Built) -> None:
    reader.page.set_viewport_size(PHONE)
    page = reader.open("index.html")
    opener, sheet = page.locator("[data-open]"), page.get_by_role("dialog", name="Bộ lọc")
    expect(page.locator("[data-facet]").first).to_be_hidden()
    opener.click()
    expect(sheet).to_be_visible()
    choose(page, {"year": {"2018"}})
    assert page.evaluate(TOO_WIDE) <= 0
    page.locator("[data-done]").click()
    expect(sheet).to_be_hidden()
    expect(opener).to_have_text("Bộ lọc (1)")
    assert shown(page) == matching(built, {"year": {"2018"}})
    # Turned into a wide screen, the same choice stands in the line.
    page.set_viewport_size(DESK)
    expect(page.locator('[data-facet="year"] summary')).to_have_text("Năm (1)")


@ONCE
def test_on_paper_a_filtered_timeline_says_what_it_leaves_out(reader: Reader) -> None:
    page = reader.open("index.html?nam=2018")
    left = page.locator('[data-event][data-year="2018"]').count()
    page.emulate_media(media="print")
    expect(page.locator("[data-filters]")).to_be_hidden()
    expect(page.locator(".tl-shown")).to_have_text(
        re.compile(rf"^{left} trên \d+ sự kiện · Năm: 2018$")
    )


@ONCE
def test_on_paper_stand_all_events_and_the_addresses_of_their_sentences(
    reader: Reader, built: Built
) -> None:
    page = reader.open("index.html")
    page.emulate_media(media="print")
    assert shown(page) == set(events(built))
    for link in page.locator("[data-event] a[data-evidence]").all():
        printed = link.evaluate("a => getComputedStyle(a, '::after').content")
        assert (link.get_attribute("href") or "?") in printed


@ONCE
def test_the_year_stays_in_view_while_its_events_pass(reader: Reader) -> None:
    page = reader.open("index.html")
    page.locator("#nam-2018 .tl-quote").last.scroll_into_view_if_needed()
    page.locator("#nam-2018 .tl-quote").last.evaluate("e => e.scrollIntoView({block: 'start'})")
    expect(page.locator("#nam-2018 .tl-year__label")).to_be_in_viewport(ratio=1)


@ONCE
def test_without_script_there_is_no_filter_and_nothing_is_missing(
    chromium: Browser, start: str, built: Built
) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport=DESK)
    page = context.new_page()
    page.goto(start + "index.html?nam=2018")
    expect(page.locator("[data-filters]")).to_be_hidden()
    assert shown(page) == set(events(built))
    page.locator(".tl-axis__tick:visible").last.click()
    expect(page.locator(":target")).to_be_in_viewport()
    context.close()
