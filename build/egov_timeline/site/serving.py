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


def serve(
    site_dir: Path,
    watched: Iterable[Path],
    build: Callable[[], object],
    rebuild: Callable[[], object],
    port: int,
) -> None:
    """`build`, and show `site_dir` on this machine until Ctrl-C; on a change, `rebuild`.

    What fails unexpectedly in `rebuild` goes to stderr, and the site is shown as it then is. Of
    what is `watched`, a path that does not exist is not. Raises `ProblemsFound` if the port is not
    free, before anything is built; who asks for a page until it is there waits.
    """
    with suppress(KeyboardInterrupt):
        server = _Server("127.0.0.1", port, site_dir)
        try:
            server.reserve()
            build()
            server.show([path for path in watched if path.exists()], rebuild)
        finally:
            server.shutdown()


class _Server(LiveReloadServer):
    def __init__(self, host: str, port: int, site_dir: Path) -> None:
        super().__init__(lambda: None, host, port, str(site_dir))

    def reserve(self) -> None:
        """Take the port, which nobody else gets from now on."""
        try:
            super().server_bind()
            super().server_activate()
        except OSError as err:
            where, what = f"cổng {self.server_address[1]}", f"đang bận ({cause(err)})"
            raise ProblemsFound.one(where, what, "Chọn cổng khác bằng --port.") from err

    def show(self, watched: Sequence[Path], rebuild: Callable[[], object]) -> None:
        """Answer who asks, and `rebuild` after changes, until it is interrupted."""
        self.builder = _on_change(watched, rebuild)
        for path in watched:
            self.watch(str(path))
        self.serve()  # type: ignore[no-untyped-call]

    def server_bind(self) -> None:
        """Do nothing: `serve` asks for what `reserve` has done."""

    def server_activate(self) -> None:
        """Do nothing, as `server_bind`."""

    def _inject_js_into_html(self, content: bytes, epoch: float) -> bytes:
        """Let what reloads a page run; for the rest of it the policy of the site holds."""
        page: bytes = super()._inject_js_into_html(content, epoch)  # type: ignore[no-untyped-call]
        return policy.admitting_last(page)


def _on_change(watched: Sequence[Path], rebuild: Callable[[], object]) -> Callable[[], None]:
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
