"""Series in a browser: drawn on a line and told in a list, on every screen; citations switched on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ViewportSize, expect

import small_site
import test_valid
from axe import Auditor
from browsing import DESK, TOO_WIDE, Reader, reading
from hosting import Quiet, served
from test_editions import FIRST, cited, held, recalling

pytestmark = pytest.mark.browser

PAGE = "chuoi-su-kien/hoi-thao-quoc-gia-ve-chinh-phu-dien-tu.html"
INDEX = "chuoi-su-kien/index.html"
YEARS = range(2004, 2015)
RECORDS = [
    recalling("bai-a", "2016-03-30", 14, FIRST),
    held("bai-b", "2020-09-17", 17, location=((None, "Huế"), "tại Huế")),
    *(cited(f"trich-{y}", f"{y}?-08-28", y - 2002, location=(None, "Huế")) for y in YEARS),
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_site.build(tmp_path_factory.mktemp("series") / "project", RECORDS)


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site, Quiet) as address:
        yield address


@pytest.fixture
def on_desk(chromium: Browser, address: str) -> Iterator[Reader]:
    with reading(chromium.new_context(viewport=DESK), address) as reader:
        yield reader


SCREENS: list[ViewportSize] = [{"width": width, "height": 700} for width in (320, 768, 1366, 1920)]
OVERLAPS = """() => [...document.querySelectorAll(".tl-line")].some((line) =>
  ["year", "number"].some((kind) => {
    const boxes = [...line.querySelectorAll(`.tl-line__${kind}`)].map((text) => text.getBoundingClientRect())
      .filter((box) => box.width).sort((one, other) => one.left - other.left);
    return boxes.some((box, i) => i && box.left < boxes[i - 1].right);
  }))"""


@pytest.mark.parametrize("size", SCREENS, ids=lambda size: str(size["width"]))
@pytest.mark.parametrize("path", [PAGE, INDEX, "index.html"])
def test_a_line_fits_every_screen_and_no_label_lies_on_another(
    chromium: Browser, address: str, path: str, size: ViewportSize
) -> None:
    with reading(chromium.new_context(viewport=size), address) as reader:
        page = reader.open(path)
        expect(page.locator(".tl-line").first).to_be_visible()
        assert not page.evaluate(TOO_WIDE)
        assert not page.evaluate(OVERLAPS)


def test_the_list_is_there_without_a_script(chromium: Browser, address: str) -> None:
    with reading(chromium.new_context(java_script_enabled=False), address) as reader:
        page = reader.open(PAGE)
        expect(page.locator(".tl-editions li")).to_have_count(16)
        page = reader.open(INDEX)
        page.locator(".tl-index__line summary").click()
        expect(page.get_by_role("link", name="lần thứ 17")).to_be_visible()


def test_editions_that_only_citations_tell_of_come_with_their_switch(on_desk: Reader) -> None:
    page = on_desk.open("index.html")
    citations = page.locator("[data-citation]")
    expect(citations).to_have_count(len(YEARS))
    expect(citations.first).to_be_hidden()
    page.get_by_label("11 kỳ khác theo trích dẫn").check()
    expect(citations.first).to_be_visible()
    expect(page.locator("[data-shown]")).to_have_text("2")


def test_a_filter_counts_events_of_articles_and_leaves_citations_that_match(
    on_desk: Reader,
) -> None:
    page = on_desk.open("index.html?dia-diem=hue")
    expect(page.locator("[data-shown]")).to_have_text("1")
    expect(page.locator("[data-citation]").first).to_be_hidden()
    page.get_by_label("11 kỳ khác theo trích dẫn").check()
    expect(page.locator("[data-citation]").first).to_be_visible()
    expect(page.locator("[data-shown]")).to_have_text("1")


def test_a_link_to_a_citation_switches_them_on(on_desk: Reader) -> None:
    page = on_desk.open("index.html#su-kien-trich-2010")
    expect(page.locator("#su-kien-trich-2010")).to_be_visible()


@pytest.mark.parametrize("path", [PAGE, INDEX, "index.html"])
def test_axe_finds_nothing(axe: Auditor, path: str) -> None:
    assert axe.faults(path) == []


def test_the_validator_finds_nothing(site: Path) -> None:
    assert test_valid.faults(site / "chuoi-su-kien", site / "index.html") == []
