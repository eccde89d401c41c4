"""Shows a built site on this machine, and has it built anew when an input changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from traceback import print_exc
from zlib import crc32

from mkdocs.livereload import LiveReloadServer

from egov_timeline import disk
from egov_timeline.errors import ProblemsFound, cause
from egov_timeline.site import policy


def serve(
    site_dir: Path,
    watched: Iterable[Path],
    build: Callable[[], object],
    rebuild: Callable[[], Iterable[Path]],
    port: int,
) -> None:
    """`build`, and show `site_dir` on this machine until Ctrl-C; on a change, `rebuild`.

    That returns what it wrote or removed itself among what is `watched`: no reason to go on. What
    fails unexpectedly in it goes to stderr, and the site is shown as it then is. Of what is
    `watched`, a path that does not exist is not. Raises `ProblemsFound` if the port is not free,
    before anything is built; who asks for a page until it is there waits.
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

    def show(self, watched: Sequence[Path], rebuild: Callable[[], Iterable[Path]]) -> None:
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


@dataclass(frozen=True, slots=True)
class _Seen:
    """A file's bytes, and what tells without reading it that it has these still."""

    checksum: int
    stamp: tuple[int, int, int] = field(compare=False)


def _on_change(
    watched: Sequence[Path], rebuild: Callable[[], Iterable[Path]]
) -> Callable[[], None]:
    """Return `rebuild` as one that never fails and is idle while the bytes below `watched` stay.

    The server lets every browser wait until a rebuild has come to its end; and a build that writes
    among what is watched would otherwise ask for the next one.
    """
    built = _seen(watched, {})

    def safely() -> None:
        nonlocal built
        now = _seen(watched, built)
        if now == built:
            return
        built = now
        try:
            wrote = {*rebuild()}
        except Exception:
            print_exc()
        else:
            others = {path: seen for path, seen in built.items() if path not in wrote}
            built = others | _seen(wrote, built)

    return safely


def _seen(paths: Iterable[Path], before: Mapping[Path, _Seen]) -> dict[Path, _Seen]:
    """Return each file that is, or lies below, one of the `paths`; read where it may be another."""
    found = {}
    for path in (path for top in paths for path in _files(top)):
        # An editor's draft may be gone by now.
        with suppress(OSError):
            stat = path.stat()
            stamp = (stat.st_mtime_ns, stat.st_size, stat.st_ino)
            known = before.get(path)
            if known is None or known.stamp != stamp:
                known = _Seen(crc32(path.read_bytes()), stamp)
            found[path] = known
    return found


def _files(top: Path) -> Iterator[Path]:
    if top.is_file():
        yield top
    else:
        yield from (top / name for name in disk.names(top))
