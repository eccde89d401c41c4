"""Turns `content/` and `theme/` into a static site by way of MkDocs, the one module that knows it.

Every warning of MkDocs is a failure. What no page of the site asks for (source maps, Material's
own search, most of its style) does not get into it, and today's date does not show in it: the same
content gives the same bytes.
"""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from traceback import extract_tb, print_exc
from typing import Any
from zlib import crc32

from jinja2 import TemplateError, TemplateSyntaxError
from mkdocs.commands.build import build as run_mkdocs
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer

from egov_timeline.errors import Problem, ProblemsFound, cause, quoted
from egov_timeline.site import scripts, styles
from egov_timeline.site.trim import trim

# 'bai-viet/x.md', quoted so in what MkDocs says of a page
_PAGE_IN_MESSAGE = re.compile(r"'([^']+\.md)'")
# `mkdocs.yml` takes this setting from the environment.
_BAD_ADDRESS = "Config value 'site_url'"


@dataclass(frozen=True, slots=True)
class Site:
    """What a site is called, and where it will stand; an empty address is not known."""

    name: str
    address: str


def build(root: Path, content: Path, site_dir: Path) -> Site:
    """Build the pages in `content`, with the theme of the project at `root`, into `site_dir`.

    Raises `ProblemsFound` with everything that MkDocs complains of; then `site_dir` is of no use.
    """
    site = _render(root, content, site_dir)
    trim(site_dir)
    (site_dir / ".nojekyll").touch()
    return site


def serve(site_dir: Path, watched: Iterable[Path], rebuild: Callable[[], None], port: int) -> None:
    """Show `site_dir` on this machine until Ctrl-C; on a change below `watched`, `rebuild`.

    What fails unexpectedly in `rebuild` goes to stderr, and the site is shown as it then is. A path
    that does not exist is not watched. Raises `ProblemsFound` if the port is not free.
    """
    paths = [path for path in watched if path.exists()]
    with suppress(KeyboardInterrupt):
        server = _Server(_on_change(paths, rebuild), "127.0.0.1", port, str(site_dir))
        try:
            for path in paths:
                server.watch(str(path))
            server.serve()  # type: ignore[no-untyped-call]
        finally:
            server.shutdown()


class _Server(LiveReloadServer):
    def server_bind(self) -> None:
        try:
            super().server_bind()
        except OSError as err:
            where, what = f"cổng {self.server_address[1]}", f"đang bận ({cause(err)})"
            raise ProblemsFound.one(where, what, "Chọn cổng khác bằng --port.") from err


def _on_change(watched: Sequence[Path], rebuild: Callable[[], None]) -> Callable[[], None]:
    """Return `rebuild` as one that never fails and is idle while the bytes below `watched` stay.

    The server lets every browser wait until a rebuild has come to its end; and a build that puts a
    file in its own place, the same bytes, would otherwise ask for the next one, without end.
    """
    built = _fingerprint(watched)

    def safely() -> None:
        nonlocal built
        now = _fingerprint(watched)
        if now == built:
            return
        built = now
        try:
            rebuild()
        except Exception:
            print_exc()

    return safely


def _fingerprint(watched: Sequence[Path]) -> dict[Path, int]:
    found = {}
    for path in (path for top in watched for path in [top, *top.rglob("*")]):
        # A folder has no bytes, and an editor's draft may be gone by now.
        with suppress(OSError):
            found[path] = crc32(path.read_bytes())
    return found


def _render(root: Path, content: Path, target: Path) -> Site:
    """Let MkDocs build into `target`; what it warns of, or stumbles over, is raised at once."""
    with _complaints() as complaints, _no_clock():
        try:
            config = load_config(
                str(root / "mkdocs.yml"),
                docs_dir=str(content.resolve()),
                site_dir=str(target.resolve()),
                strict=True,
            )
            sheet = styles.join(config)
            joined = scripts.join(config)
            _run(config)
        except MkDocsException as err:
            raise ProblemsFound(_problems(complaints) or [_unexplained(err)]) from err
        except TemplateError as err:
            raise ProblemsFound([_in_template(root, err)]) from err
    if sheet:
        styles.write(sheet, target)
    scripts.write(joined, target)
    if not config.site_url:
        # Without an address the site map is a list of nothing.
        (target / "sitemap.xml").unlink(missing_ok=True)
    # Its bytes depend on the zlib that packs it, and no crawler needs it.
    (target / "sitemap.xml.gz").unlink(missing_ok=True)
    return Site(str(config.site_name), str(config.site_url or ""))


def _run(config: Any) -> None:
    config.plugins.on_startup(command="build", dirty=False)
    try:
        run_mkdocs(config)
    finally:
        config.plugins.on_shutdown()


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def _complaints() -> Iterator[list[str]]:
    """Collect what MkDocs and its plugins warn of, and keep it off the terminal."""
    logger, collector = logging.getLogger("mkdocs"), _Collector()
    propagate, logger.propagate = logger.propagate, False
    logger.addHandler(collector)
    try:
        yield collector.messages
    finally:
        logger.removeHandler(collector)
        logger.propagate = propagate


@contextmanager
def _no_clock() -> Iterator[None]:
    """Keep today's date out of whatever MkDocs and the templates write.

    MkDocs offers no other way than this variable (https://reproducible-builds.org/specs/).
    """
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = "0"
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before


_MEND = "Sửa ở đó rồi dựng lại."


def _problems(complaints: list[str]) -> list[Problem]:
    return [_problem(" ".join(message.split())) for message in dict.fromkeys(complaints)]


def _problem(message: str) -> Problem:
    if message.startswith(_BAD_ADDRESS) and (address := os.environ.get("SITE_URL")):
        remedy = "Viết như https://example.org/timeline/, hoặc để trống."
        return Problem("SITE_URL", f"{quoted(address)} không phải địa chỉ trang web", remedy)
    page = _PAGE_IN_MESSAGE.search(message)
    if page is None:
        return Problem("mkdocs.yml", message.rstrip("."), _MEND)
    remedy = "Sửa ở đó; nếu là trang do máy viết thì sửa ở mẫu trang hay ở bài gốc."
    return Problem(f"content/{page[1]}", message.rstrip("."), remedy)


def _unexplained(err: MkDocsException) -> Problem:
    what = " ".join(err.format_message().split()).rstrip(".")
    return Problem("mkdocs.yml", what, _MEND)


def _in_template(root: Path, err: TemplateError) -> Problem:
    """Name the template and the line: the innermost place of the traceback inside the project."""
    places = [(frame.filename, frame.lineno) for frame in extract_tb(err.__traceback__)]
    if isinstance(err, TemplateSyntaxError):
        places.append((err.filename or "", err.lineno))
    inside = [(p, line) for p, line in places if Path(p).is_relative_to(root.resolve() / "theme")]
    name, line = inside[-1] if inside else ("theme", None)
    where = os.path.relpath(name, root) if inside else name
    return Problem(where, f"mẫu trang hỏng: {err.message}", "Sửa mẫu ấy.", line)
