"""The whole site, built once from a copy of the project, as `make site` does it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sysconfig
import threading
import zipfile
from collections.abc import Iterator
from functools import cached_property, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from markup import Page

PROJECT = Path(__file__).parents[2]
SOURCES = ("build", "content", "seeds", "theme", "mkdocs.yml", "pyproject.toml")
# A project site of GitHub Pages lives below a path like this.
BELOW = "egov-timeline"
SITE_URL = f"https://example.org/{BELOW}/"


class Built:
    """A built project."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.site = root / "site"
        self.zip = root / "dist" / "egov-timeline.zip"

    @cached_property
    def files(self) -> dict[str, bytes]:
        """Every file of the site by its path."""
        return {
            path.relative_to(self.site).as_posix(): path.read_bytes()
            for path in sorted(self.site.rglob("*"))
            if path.is_file()
        }

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Every page of the site by its path."""
        return {
            name: Page.read(content.decode("utf-8"))
            for name, content in self.files.items()
            if name.endswith(".html")
        }


def build_copy(root: Path, **environment: str) -> Built:
    """Build a copy of the project at `root`, in a process of its own."""
    root.mkdir()
    for name in SOURCES:
        source = PROJECT / name
        if source.is_dir():
            shutil.copytree(source, root / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, root)
    done = subprocess.run(
        [Path(sysconfig.get_path("scripts")) / "egov-timeline", "build"],
        cwd=root,
        env=os.environ | {"SITE_URL": SITE_URL, "PYTHONPATH": str(root / "build")} | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        pytest.fail(f"the site cannot be built: {done.stderr}", pytrace=False)
    return Built(root)


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


class Handler(SimpleHTTPRequestHandler):
    """Serves as GitHub Pages does: below a path, with the site's own page for what is missing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = Path(self.directory, BELOW, "404.html").read_bytes()
        self.send_response(code, message)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="session")
def address(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The http address of the site, below a path of its host."""
    host = tmp_path_factory.mktemp("host")
    (host / BELOW).symlink_to(built.site, target_is_directory=True)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(host)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/{BELOW}/"
    server.shutdown()
    thread.join()
    server.server_close()
