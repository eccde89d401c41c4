"""axe finds nothing to mend: every kind of page, light and dark, desk and phone, and what opens."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

import npm
from browsing import DESK, PHONE, reading
from building import Built
from kinds import one_of_each

pytestmark = pytest.mark.browser

Light = Literal["light", "dark"]
ALL = {
    "type": "tag",
    "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
# On the light only colours hang: at each width the second light is asked about nothing else.
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
VIEWS: list[tuple[Light, list[tuple[ViewportSize, object]]]] = [
    ("light", [(DESK, ALL), (PHONE, COLOURS)]),
    ("dark", [(PHONE, ALL), (DESK, COLOURS)]),
]


def as_it_is(page: Page) -> None:
    """Show a page as it comes."""


def open_search(page: Page) -> None:
    page.locator("[data-search-open]").click()
    page.locator("[data-search]").fill("chính phủ số xyzzy")
    expect(page.locator(".tl-search s").first).to_be_visible()


def open_results(page: Page) -> None:
    """Wait for the sentences of the answers and for what narrows them down."""
    expect(page.locator("[data-answer] ~ ul").first).to_be_visible()
    expect(page.locator("[data-results] details a").first).to_be_attached()


def open_filters(page: Page) -> None:
    """Open the longest list, in the line or in the sheet, and find nothing with it."""
    opener = page.locator("[data-open]")
    if opener.is_visible():
        opener.click()
    page.locator('[data-facet="theme"] summary').click()
    expect(page.locator('[data-filter="theme"]').first).to_be_visible()
    for facet in ("theme", "year"):
        page.locator(f'[data-filter="{facet}"]').first.evaluate("box => box.click()")


def open_sharing(page: Page) -> None:
    page.locator(".tl-event .tl-share-open").first.click()
    page.locator(".tl-share summary").click()


def open_legend(page: Page) -> None:
    page.locator(".tl-legend summary").click()
    expect(page.locator(".tl-legend dl")).to_be_visible()


# What covers or changes a page only when it is asked to: name, page, how it opens.
OPENED: list[tuple[str, str, Callable[[Page], None]]] = [
    ("search", "index.html", open_search),
    ("results", "tim-kiem.html?q=chinh+phu", open_results),
    ("filters", "index.html", open_filters),
    ("legend", "index.html", open_legend),
    ("sharing", "index.html", open_sharing),
]


def faults(page: Page, asked: object) -> list[str]:
    """Return what axe holds against the page as it is shown: the rule, and where."""
    found: dict[str, Any] = page.evaluate(
        "asked => axe.run({runOnly: asked, resultTypes: ['violations']})", asked
    )
    return [
        f"{fault['id']}: {node['target'][0]}: {node['failureSummary']}"
        for fault in found["violations"]
        for node in fault["nodes"]
    ]


def gate(chromium: Browser, url: str, opens: Callable[[Page], None] = as_it_is) -> list[str]:
    """Return the faults of the page at `url`, once it is opened, in all views."""
    axe = (npm.package("axe-core") / "axe.min.js").read_text("utf-8")
    found = []
    for light, sizes in VIEWS:
        context = chromium.new_context(color_scheme=light, reduced_motion="reduce")
        with reading(context, url) as reader:
            for size, asked in sizes:
                reader.page.set_viewport_size(size)
                if opens is not as_it_is or reader.page.url != url:
                    reader.open("")
                    reader.page.evaluate(axe)
                opens(reader.page)
                told = faults(reader.page, asked)
                found += [f"{size['width']} px, {light}: {fault}" for fault in told]
    return found


def test_axe_finds_nothing_on_any_kind_of_page(
    chromium: Browser, address: str, built: Built, subtests: pytest.Subtests
) -> None:
    kinds = one_of_each(built)
    assert {"index.html", "404.html", "bai-viet/*", "bai-viet/* (no event)"} <= set(kinds)
    for kind, name in kinds.items():
        with subtests.test(kind):
            assert gate(chromium, address + name) == []


@pytest.mark.parametrize(("name", "path", "opens"), OPENED, ids=[name for name, *_ in OPENED])
def test_axe_finds_nothing_in_what_opens(
    chromium: Browser, address: str, name: str, path: str, opens: Callable[[Page], None]
) -> None:
    assert gate(chromium, address + path, opens) == []


def test_axe_would_tell(chromium: Browser, address: str) -> None:
    def spoil(page: Page) -> None:
        page.locator("h1").evaluate(
            "h => { h.style.opacity = 0.3; h.before(document.createElement('img')); }"
        )

    told = [fault.split(": ")[:2] for fault in gate(chromium, address + "gioi-thieu.html", spoil)]
    assert {view for view, rule in told if rule == "color-contrast"} == {
        f"{size['width']} px, {light}" for light in ("light", "dark") for size in (DESK, PHONE)
    }
    assert "image-alt" in {rule for _, rule in told}
