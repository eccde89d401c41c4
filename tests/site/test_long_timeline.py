"""A timeline of more events than a page holds: nothing is lost, filters reach all, links land."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

import long_timeline
import npm
import test_valid
from axe import Auditor
from browsing import DESK, PHONE, TOO_WIDE, Reader, reading
from firefox import Firefox, launched
from hosting import Quiet, served
from long_timeline import PAGE, PLACES, SIZES
from markup import Page as Markup

pytestmark = pytest.mark.browser

EVENTS = sum(SIZES.values()) + 2
IN_HUE = sum(n % len(PLACES) == 0 for size in (*SIZES.values(), 2) for n in range(size))
KINDS = ["index.html", "nam/2018.html", "nam/2018/trang-2.html", "nam/chua-ro-nam.html"]
KINDS += ["bai-viet/index.html", "don-vi/index.html", "dia-diem/hue.html", "chu-de/du-lieu.html"]
SIZED = pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
# Early, in the middle, late, and on the last page.
LANDINGS = ["hoi-thao-2018-12", "hoi-thao-2018-52", "hoi-thao-2018-33", "hoi-thao-2018-11"]
# Where the entry that the address names stands, once all is still, and whether the page ends there.
WHERE = """async () => {
  await document.fonts.ready;
  for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
  const target = document.getElementById(location.hash.slice(1));
  const root = document.documentElement;
  return [target && target.matches(":target"), target && Math.round(target.getBoundingClientRect().top),
    Math.ceil(scrollY + innerHeight) >= root.scrollHeight - 1, innerHeight];
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("long") / "project"
    return long_timeline.build(root, long_timeline.records())


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site, Quiet) as address:
        yield address


@pytest.fixture
def start(request: pytest.FixtureRequest, site: Path) -> str:
    on_disk = getattr(request, "param", "file") == "file"
    return site.as_uri() + "/" if on_disk else request.getfixturevalue("address")


@pytest.fixture(scope="module")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    with launched(tmp_path_factory.mktemp("firefox") / "profile") as browser:
        yield browser


def landed(found: tuple[bool, int, bool, int]) -> bool:
    is_target, top, at_end, height = found
    return is_target and (0 <= top <= 90 or (at_end and 0 <= top < height))


def page_of(site: Path, anchor: str) -> str:
    pages = (p for p in (site / "nam").rglob("*.html") if f'id="{anchor}"' in p.read_text("utf-8"))
    return next(pages).relative_to(site).as_posix()


def shown(page: Page) -> list[str]:
    visible = page.locator("[data-event]:visible")
    return visible.evaluate_all("all => all.map(e => e.dataset.event)")


def test_every_event_is_reached_by_plain_links(site: Path) -> None:
    seen, ahead, events = set[Path](), [site / "index.html"], set[str]()
    while ahead:
        path = ahead.pop()
        if path in seen or not path.exists():
            continue
        seen.add(path)
        page = Markup.read(path.read_text("utf-8"))
        events |= {e.attributes["data-event"] for e in page.having("data-event")}
        links = [link.partition("#")[0] for link in page.links]
        ahead += [(path.parent / link).resolve() for link in links if link.endswith(".html")]
    assert len(events) == EVENTS


@pytest.mark.parametrize("start", ["file", "http"], indirect=True)
def test_filters_look_through_all_of_it_and_their_address_too(reader: Reader) -> None:
    page = reader.open("index.html")
    page.locator('[data-facet="theme"] summary').click()
    box = page.locator('[data-filter="theme"][data-value="du-lieu"]')
    (count,) = re.findall(r"\((\d+)\)", box.locator("..").inner_text())
    assert int(count) == sum(n % 3 == 0 for size in (*SIZES.values(), 2) for n in range(size))
    box.check()
    page.keyboard.press("Escape")
    expect(page.locator("[data-shown]")).to_have_text(count)
    expect(page.locator(".tl-matches .tl-fold__count").first).to_have_text("1 sự kiện")
    page.locator('[data-facet="year"] summary').click()
    page.locator('[data-filter="year"][data-value="2017"]').check()
    page.keyboard.press("Escape")
    assert shown(page) == ["2017-0", "2017-3", "2017-6", "2017-9"]
    expect(page.locator("[data-unfiltered]:visible")).to_have_count(0)
    expect(page.locator(".tl-axis__tick:visible")).to_have_count(1)
    again = page.url
    page.locator("[data-newest]").click()
    assert shown(page) == ["2017-9", "2017-6", "2017-3", "2017-0"]
    page.evaluate("localStorage.clear()")
    page.goto("about:blank")
    page.goto(again)
    expect(page.locator("[data-shown]")).to_have_text("4")
    page.locator(".tl-matches .tl-event__date").last.click()
    page.wait_for_url(re.compile(r"/nam/2017\.html#su-kien-hoi-thao-2017-9$"))
    page.go_back()
    expect(page.locator("[data-shown]")).to_have_text("4")
    page.locator(".tl-filters [data-reset]").click()
    expect(page.locator("[data-shown]")).to_have_text(str(EVENTS))
    expect(page.locator("#nam-2017")).to_be_visible()


def test_the_overview_leads_to_a_year_of_what_was_found(reader: Reader) -> None:
    page = reader.open("index.html?dia-diem=hue")
    page.locator("[data-fold]").click()
    page.locator('.tl-axis__tick[data-years="2017"]').locator("visible=true").click()
    assert shown(page) == ["2017-0", "2017-4", "2017-8"]
    expect(page.locator("[data-shown]")).to_have_text(str(IN_HUE))
    page.locator(".tl-filters [data-reset]").click()
    tick = page.locator('.tl-axis__tick[data-years="2017"]').locator("visible=true")
    expect(tick).to_have_attribute("href", "nam/2017.html")


def test_what_a_filter_finds_folds_by_year(reader: Reader) -> None:
    page = reader.open("index.html?dia-diem=hue")
    years = page.locator(".tl-matches details")
    expect(years).to_have_count(5)
    page.locator("[data-fold]").click()
    assert shown(page) == []
    years.nth(1).locator("summary").click()
    assert shown(page) == ["2017-0", "2017-4", "2017-8"]
    page.locator("[data-fold]").click()
    assert len(shown(page)) == IN_HUE


@pytest.mark.parametrize("start", ["file", "http"], indirect=True)
@pytest.mark.parametrize("name", [f"hoi-thao-2018-{PAGE + 9}", "2018-5"], ids=["slug", "seed"])
def test_an_address_on_home_leads_to_where_the_event_stands_now(reader: Reader, name: str) -> None:
    anchor = "su-kien-hoi-thao-" + name.removeprefix("hoi-thao-")
    page = reader.open(f"index.html#su-kien-{name}")
    page.wait_for_url(re.compile(rf"/nam/2018[^#]*\.html#{anchor}$"))
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()


def test_the_address_of_a_year_shows_its_row(reader: Reader) -> None:
    page = reader.open("index.html#nam-2017")
    expect(page.locator("#nam-2017")).to_be_in_viewport()
    expect(page.locator("#nam-2017 .tl-years__count")).to_have_text("12")


@pytest.mark.parametrize("view", ["cards", "lines"])
@SIZED
def test_links_land_where_they_point_in_chromium(
    chromium: Browser, site: Path, size: ViewportSize, view: str
) -> None:
    with reading(chromium.new_context(viewport=size), site.as_uri() + "/") as reader:
        page = reader.open("nam/2018.html")
        page.locator(f'[data-view="{view}"]').check()
        for name in LANDINGS:
            anchor = f"su-kien-{name}"
            page.goto("about:blank")
            page.goto(f"{reader.start}{page_of(site, anchor)}#{anchor}")
            assert landed(page.evaluate(WHERE)), (anchor, page.evaluate(WHERE))
        page.goto("about:blank")
        page.goto(f"{reader.start}nam/2018.html#thang-7")
        assert landed(page.evaluate(WHERE))


@pytest.mark.parametrize("moved", [False, True])
def test_what_fonts_move_that_come_late_is_where_a_link_points_unless_the_reader_moved_on(
    chromium: Browser, site: Path, moved: bool
) -> None:
    with reading(chromium.new_context(viewport=DESK), site.as_uri() + "/") as reader:
        page = reader.page
        page.add_init_script("""Object.defineProperty(document.fonts, "ready", {
          value: new Promise((done) => { self.fontsAreHere = done; }),
        })""")
        page.goto(f"{reader.start}nam/2018.html#su-kien-hoi-thao-2018-33")
        # As letters of another width do, in a browser that keeps no anchor while a page grows.
        page.evaluate("""() => {
          document.documentElement.style.overflowAnchor = "none";
          document.querySelector(".tl-masthead").style.paddingBottom = "300px";
        }""")
        if moved:
            page.keyboard.press("Shift")
        page.evaluate("fontsAreHere()")
        assert landed(page.evaluate(WHERE)) is not moved


@pytest.mark.parametrize("view", ["cards", "lines"])
@SIZED
def test_links_land_where_they_point_in_firefox(
    firefox: Firefox, site: Path, size: ViewportSize, view: str
) -> None:
    address = f"{site.as_uri()}/"
    firefox.resize(size["width"], size["height"])
    firefox.open(f"{address}nam/2018.html")
    firefox.run(f"""document.querySelector('[data-view="{view}"]').click()""")
    for name in LANDINGS:
        anchor = f"su-kien-{name}"
        firefox.open("about:blank")
        firefox.open(f"{address}{page_of(site, anchor)}#{anchor}")
        found = firefox.run(f"return await ({WHERE})()")
        assert landed(found), (anchor, found)


@SIZED
def test_lines_are_what_a_full_page_begins_with_and_cards_are_a_choice_that_stays(
    chromium: Browser, site: Path, size: ViewportSize
) -> None:
    with reading(chromium.new_context(viewport=size), site.as_uri() + "/") as reader:
        page = reader.open("nam/2018.html")
        assert len(shown(page)) == PAGE
        expect(page.locator(".tl-quote:visible")).to_have_count(0)
        assert page.evaluate(TOO_WIDE) <= 0
        page.locator('[data-view="cards"]').check()
        expect(page.locator(".tl-quote:visible")).to_have_count(PAGE)
        reader.open("nam/2018/trang-2.html")
        expect(page.locator(".tl-quote:visible")).to_have_count(10)
        page.locator('[data-view="lines"]').check()
        reader.open("nam/2017.html")
        expect(page.locator(".tl-quote:visible")).to_have_count(0)


def test_lines_and_cards_run_in_either_order_and_lines_fold(reader: Reader) -> None:
    page = reader.open("nam/2017.html")
    expect(page.locator("[data-fold]")).to_be_hidden()
    first = shown(page)
    page.locator("[data-newest]").click()
    assert shown(page) == first[::-1]
    page.locator('[data-view="lines"]').check()
    assert shown(page) == first[::-1]
    page.reload()
    assert shown(page) == first[::-1]
    page.locator("[data-newest]").click()
    assert shown(page) == first
    page.get_by_role("button", name="Tháng 3").click()
    assert len(shown(page)) == len(first) - 1
    page.locator("[data-fold]").click()
    assert shown(page) == []
    # A link opens what hides its entry, and paper has all.
    page.evaluate("location.hash = 'su-kien-hoi-thao-2017-6'")
    expect(page.locator("#su-kien-hoi-thao-2017-6")).to_be_in_viewport()
    page.emulate_media(media="print")
    assert len(shown(page)) == len(first)


def test_without_script_lines_and_cards_can_be_chosen_and_years_are_links(
    chromium: Browser, site: Path
) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport=DESK)
    page = context.new_page()
    page.goto(f"{site.as_uri()}/index.html")
    expect(page.locator("[data-filters], .tl-order").locator("visible=true")).to_have_count(0)
    page.locator("#nam-2018 a").click()
    assert len(shown(page)) == PAGE
    expect(page.locator(".tl-quote:visible")).to_have_count(0)
    page.locator('[data-view="cards"]').check()
    expect(page.locator(".tl-quote:visible")).to_have_count(PAGE)
    page.locator('.tl-pager a[rel="next"]').first.click()
    assert len(shown(page)) == 10
    context.close()


def test_a_long_list_of_bodies_is_searched_without_marks(reader: Reader) -> None:
    page = reader.open("don-vi/index.html")
    bodies = page.locator(".tl-index a:visible")
    # The bodies of one event are folded away, but not from what is looked for.
    expect(bodies).to_have_count(30)
    box = page.get_by_role("searchbox", name="Tìm trong danh sách: đơn vị tổ chức")
    box.fill("so so 9")
    assert bodies.all_inner_texts() == [f"Sở Số {n}" for n in (9, 19, 29, 39)]
    expect(page.locator("[data-found]")).to_have_text("4 tên")
    box.fill("")
    expect(bodies).to_have_count(30)


def test_a_year_stands_behind_the_door_of_the_timeline(reader: Reader) -> None:
    door = reader.open("nam/2018/trang-2.html").locator(".tl-header__doors a[aria-current]")
    expect(door).to_have_text("Dòng thời gian")


@SIZED
def test_no_page_is_wider_than_its_screen(reader: Reader, size: ViewportSize) -> None:
    reader.page.set_viewport_size(size)
    for path in KINDS:
        page = reader.open(path)
        assert page.evaluate(TOO_WIDE) <= 0, path


def test_on_a_phone_no_mark_stands_under_the_name_of_another_year(reader: Reader) -> None:
    reader.page.set_viewport_size(PHONE)
    page = reader.open("index.html")
    faults = page.evaluate("""() => [...document.querySelectorAll(".tl-axis__years")]
      .filter(one => one.checkVisibility()).flatMap(one => {
        const ticks = [...one.querySelectorAll(".tl-axis__tick")];
        const box = (tick, what) => tick.querySelector(what)?.getBoundingClientRect();
        return ticks.flatMap(tick => ticks.filter(other => {
          if (other === tick || tick.classList.contains("tl-axis__tick--quiet")) return false;
          const label = box(tick, ".tl-axis__year"), mark = box(other, ".tl-dot, .tl-axis__bar");
          return mark && mark.left < label.right && mark.right > label.left;
        }).map(other => [tick.dataset.years, other.dataset.years]));
      })""")
    assert faults == []


@pytest.mark.skipif(not npm.NODE, reason="Node is not here")
def test_every_page_is_valid_html(site: Path) -> None:
    assert test_valid.faults(site) == []


@pytest.mark.parametrize("path", [*KINDS, "index.html?dia-diem=hue"])
def test_axe_finds_nothing(axe: Auditor, path: str) -> None:
    assert axe.faults(path) == []


def test_the_places_of_the_filter_are_all_there(reader: Reader) -> None:
    page = reader.open("index.html")
    page.locator('[data-facet="place"] summary').click()
    labels = page.locator('[data-facet="place"] label:visible')
    expect(labels).to_have_count(len(PLACES))
