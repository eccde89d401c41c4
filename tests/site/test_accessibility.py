"""axe finds nothing to mend: every kind of page, light and dark, desk and phone, and what opens."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from axe import Auditor
from browsing import DESK, PHONE
from building import Built
from kinds import one_of_each

pytestmark = pytest.mark.browser


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


def test_axe_finds_nothing_on_any_kind_of_page(
    axe: Auditor, built: Built, subtests: pytest.Subtests
) -> None:
    kinds = one_of_each(built)
    assert {"index.html", "404.html", "bai-viet/*", "bai-viet/* (no event)"} <= set(kinds)
    for kind, name in kinds.items():
        with subtests.test(kind):
            assert axe.faults(name) == []


@pytest.mark.parametrize(("name", "path", "opens"), OPENED, ids=[name for name, *_ in OPENED])
def test_axe_finds_nothing_in_what_opens(
    axe: Auditor, name: str, path: str, opens: Callable[[Page], None]
) -> None:
    assert axe.faults(path, opens) == []


def test_axe_would_tell(axe: Auditor) -> None:
    def spoil(page: Page) -> None:
        page.locator("h1").evaluate(
            "h => { h.style.opacity = 0.3; h.before(document.createElement('img')); }"
        )

    told = [fault.split(": ")[:2] for fault in axe.faults("gioi-thieu.html", spoil)]
    assert {view for view, rule in told if rule == "color-contrast"} == {
        f"{size['width']} px, {light}" for light in ("light", "dark") for size in (DESK, PHONE)
    }
    assert "image-alt" in {rule for _, rule in told}
