"""Asks axe about pages as they are shown: in the light and in the dark, on a desk and on a phone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any, Literal

from playwright.sync_api import Browser, Page, ViewportSize

import npm
from browsing import DESK, PHONE, Reader, reading

Light = Literal["light", "dark"]
ALL = {
    "type": "tag",
    "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
# On the light only colours hang: at each width the second light is asked about nothing else.
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
VIEWS: dict[Light, list[tuple[ViewportSize, object]]] = {
    "light": [(DESK, ALL), (PHONE, COLOURS)],
    "dark": [(PHONE, ALL), (DESK, COLOURS)],
}


def as_it_is(page: Page) -> None:
    """Show a page as it comes."""


class Auditor:
    """A page of the browser for each light, in which one page of the site after the other is shown."""

    def __init__(self, readers: dict[Light, Reader]) -> None:
        self._readers = readers
        self._axe = (npm.package("axe-core") / "axe.min.js").read_text("utf-8")

    def faults(self, path: str, opens: Callable[[Page], None] = as_it_is) -> list[str]:
        """Return the faults of the page at `path`, once it is opened, in all views."""
        found = []
        for light, reader in self._readers.items():
            opened = False
            for size, asked in VIEWS[light]:
                reader.page.set_viewport_size(size)
                if opens is not as_it_is or not opened:
                    reader.open(path).evaluate(self._axe)
                    opened = True
                opens(reader.page)
                told = _faults(reader.page, asked)
                found += [f"{size['width']} px, {light}: {fault}" for fault in told]
            reader.page.evaluate("localStorage.clear()")
            found += reader.errors + reader.foreign
        return found


@contextmanager
def auditing(chromium: Browser, start: str) -> Iterator[Auditor]:
    """Audit the site at `start`."""
    with ExitStack() as stack:
        contexts = {
            light: chromium.new_context(color_scheme=light, reduced_motion="reduce")
            for light in VIEWS
        }
        readers = {light: reading(context, start) for light, context in contexts.items()}
        yield Auditor({light: stack.enter_context(one) for light, one in readers.items()})


def _faults(page: Page, asked: object) -> list[str]:
    """Return what axe holds against the page as it is shown: the rule, and where."""
    found: dict[str, Any] = page.evaluate(
        "asked => axe.run({runOnly: asked, resultTypes: ['violations']})", asked
    )
    return [
        f"{fault['id']}: {node['target'][0]}: {node['failureSummary']}"
        for fault in found["violations"]
        for node in fault["nodes"]
    ]
