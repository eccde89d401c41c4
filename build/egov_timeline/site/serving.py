"""Shows a built site on this machine, and has it built anew when an input changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from traceback import print_exc
from zlib import crc32

from mkdocs.livereload import LiveReloadServer

from egov_timeline.errors import ProblemsFound, cause
from egov_timeline.site import policy


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
    def _inject_js_into_html(self, content: bytes, epoch: float) -> bytes:
        """Let what reloads a page run; for the rest of it the policy of the site holds."""
        page: bytes = super()._inject_js_into_html(content, epoch)  # type: ignore[no-untyped-call]
        return policy.admitting_last(page)

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
