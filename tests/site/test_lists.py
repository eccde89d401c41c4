"""The doors of the site and the lists behind them, as a reader finds them on a desk and on a phone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import ViewportSize, expect

from browsing import DESK, ONCE, PHONE, Reader
from building import Built
from kinds import one_of_each

pytestmark = [pytest.mark.browser, ONCE]

DOORS = ".tl-header__doors a"


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_every_door_is_seen_and_large_enough_and_reached_by_tab(
    reader: Reader, size: ViewportSize
) -> None:
    reader.page.set_viewport_size(size)
    page = reader.open("chu-de/index.html")
    doors = page.locator(DOORS)
    names = doors.all_inner_texts()
    assert len(names) >= 6
    for door in doors.all():
        expect(door).to_be_in_viewport(ratio=1)
        box = door.bounding_box() or {}
        assert min(box["width"], box["height"]) >= 24
    reached = []
    for _ in range(len(names) + 8):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.innerText"))
    assert [name for name in reached if name in names] == names


def test_a_disc_opens_the_timeline_with_its_events_alone(reader: Reader) -> None:
    page = reader.open("chu-de/index.html")
    disc = page.locator(".tl-grid td a:visible").first
    told = disc.get_attribute("aria-label") or ""
    box = disc.bounding_box() or {}
    assert min(box["width"], box["height"]) >= 24
    disc.click()
    count = (re.search(r": (\d+) sự kiện", told) or [""])[1]
    expect(page.locator("[data-shown]")).to_have_text(count)
    expect(page.locator("[data-shown-of]")).to_contain_text(told.partition(",")[0])
    expect(page.locator("[data-event]:visible")).to_have_count(int(count))


def test_the_door_that_one_stands_behind_is_marked(reader: Reader, built: Built) -> None:
    kinds = one_of_each(built)
    for path, marked in [("don-vi/index.html", "page"), (kinds["don-vi/*"], "true")]:
        door = reader.open(path).locator(f"{DOORS}[aria-current]")
        expect(door).to_have_count(1)
        expect(door).to_have_text("Đơn vị")
        expect(door).to_have_attribute("aria-current", marked)


def test_from_a_fact_to_all_that_share_it_and_back(reader: Reader, built: Built) -> None:
    article = one_of_each(built)["bai-viet/*"]
    body = reader.open(article).locator('[data-field="organizer"] a[href*="don-vi/"]').first
    name = body.inner_text()
    body.click()
    expect(reader.page.locator("h1")).to_have_text(name, ignore_case=True)
    expect(reader.page).to_have_url(re.compile(r"/don-vi/[a-z0-9-]+\.html$"))
    events = reader.page.locator("[data-event]")
    expect(events.first).to_be_visible()
    expect(reader.page.locator("[data-shown]")).to_have_text(str(events.count()))
    expect(reader.page.locator(f'[data-event] a[href$="{article}"]').first).to_be_visible()


def test_the_picture_is_a_table_to_those_who_hear_it_and_fits_a_phone(reader: Reader) -> None:
    reader.page.set_viewport_size(PHONE)
    page = reader.open("chu-de/index.html")
    table = page.get_by_role("table")
    themes = table.get_by_role("rowheader")
    years = table.get_by_role("columnheader")
    expect(table).to_be_visible()
    assert themes.count() > 2 and years.count() > 2
    expect(table.get_by_role("cell")).to_have_count(themes.count() * (years.count() - 1))
    box, last = table.bounding_box() or {}, years.last.bounding_box() or {}
    assert box["x"] >= 0 and last["x"] + last["width"] <= PHONE["width"]
    expect(themes.first.get_by_role("link")).to_be_visible()
