"""The whole site, built once: as files, unpacked from the zip, served over http, in a browser."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from axe import Auditor, auditing
from browsing import DESK, Reader, launch, reading
from building import BELOW, Built, build_copy
from hosting import Quiet, served


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build_copy(tmp_path_factory.mktemp("built") / "project")


@pytest.fixture(scope="session")
def unpacked(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that a reader gets who unpacks the zip; its name has a blank, as folders do."""
    folder = tmp_path_factory.mktemp("unpacked") / "Tải về"
    with zipfile.ZipFile(built.zip) as packed:
        packed.extractall(folder)
    return folder / built.zip.stem


class Handler(Quiet):
    """Serves as GitHub Pages does: below a path, with the site's own page for what is missing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = Path(self.directory, BELOW, "404.html").read_bytes()
        self.send_response(code, message)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="session")
def address(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The http address of the site, below a path of its host."""
    with serving(built, tmp_path_factory.mktemp("host")) as address:
        yield address


@contextmanager
def serving(built: Built, host: Path) -> Iterator[str]:
    """Serve the site below a path of a host; yield its address."""
    (host / BELOW).symlink_to(built.site, target_is_directory=True)
    with served(host, Handler) as address:
        yield f"{address}{BELOW}/"


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def axe(chromium: Browser, address: str) -> Iterator[Auditor]:
    with auditing(chromium, address) as auditor:
        yield auditor


@pytest.fixture(params=["http", "file"])
def start(request: pytest.FixtureRequest) -> str:
    """Where the site begins: below a path of a host, or in the folder that the zip unpacks to."""
    if request.param == "http":
        return request.getfixturevalue("address")
    return request.getfixturevalue("unpacked").as_uri() + "/"


@pytest.fixture
def reader(chromium: Browser, start: str) -> Iterator[Reader]:
    with reading(chromium.new_context(viewport=DESK, locale="vi-VN"), start) as reader:
        yield reader
