"""A real browser, without network, that notes whatever goes wrong in a page."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    Playwright,
    Request,
    ViewportSize,
    expect,
)

# The first has no window around its pages: the same engine for half the work.
NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # No name leads anywhere: what asks for another host fails, as on a machine without network.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
PHONE: ViewportSize = {"width": 320, "height": 640}
DESK: ViewportSize = {"width": 1280, "height": 800}
WEB = ("http", "https", "ws", "wss", "file")
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

# For what does not hang on where the site is had from: as files, which browsers hold more closely.
ONCE = pytest.mark.parametrize("start", ["file"], indirect=True)

# A busy machine is slow, not wrong.
expect.set_options(timeout=20_000)


def launch(playwright: Playwright) -> Browser:
    """Start the system's Chromium, or Playwright's own; skip where there is none, fail in CI."""
    system = next(filter(None, map(shutil.which, NAMES)), None)
    if system is None and not Path(playwright.chromium.executable_path).exists():
        missing = "no Chromium: `make test` installs one, or tells how"
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)
    return playwright.chromium.launch(executable_path=system, args=FLAGS)


@dataclass(slots=True)
class Reader:
    """A page of the browser, and all that went wrong in it."""

    page: Page
    start: str
    foreign: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        self.page.goto(self.start + path)
        return self.page


@contextmanager
def reading(context: BrowserContext, start: str) -> Iterator[Reader]:
    """Read the site at `start`; at the end, no other host was asked and no error reported."""
    reader = Reader(context.new_page(), start)
    home = urlsplit(start)

    def note(request: Request) -> None:
        url = urlsplit(request.url)
        if url.scheme in WEB and (url.scheme, url.netloc) != (home.scheme, home.netloc):
            reader.foreign.append(request.url)

    # Only looked at, never held up: what is asked of another host fails by the flags above.
    context.on("request", note)
    reader.page.on("console", lambda m: reader.errors.append(m.text) if m.type == "error" else None)
    reader.page.on("pageerror", lambda err: reader.errors.append(str(err)))
    yield reader
    context.close()
    assert reader.foreign == [], "the site asked another host"
    assert reader.errors == [], reader.errors
