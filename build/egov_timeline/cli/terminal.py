"""What the commands share: how they find the project, tell what is wrong, and end."""

from __future__ import annotations

import io
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Annotated, NoReturn

import typer
from rich.console import Console

from egov_timeline import recording, wording
from egov_timeline.errors import ProblemsFound, TimelineError, harmless, refusals_told

console = Console(highlight=False)
complaints = Console(stderr=True, highlight=False)

Root = Annotated[
    Path,
    typer.Option("--root", help="Thư mục của dự án, nơi có seeds/.", resolve_path=True),
]
# By a service, when the terminal is closed, and by Windows when its window is.
_ENDINGS = ("SIGTERM", "SIGHUP", "SIGBREAK")
_YES = ("c", "có", "co", "y", "yes")
IDENT = "Mã bài (tên tệp không đuôi), hay phần đầu của nó."


def write_every_letter() -> None:
    """Write UTF-8 where the system would not: Windows does so to a file or another program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def say(text: str) -> None:
    """Print `text`, words of articles and names of files in it as no command to a terminal."""
    typer.echo(harmless(text))


def is_terminal() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin.isatty()


def agrees(question: str) -> bool:
    """Ask, and return whether the answer is a yes; anything else is none."""
    answer: str = typer.prompt(f"{question} [c/K]", default="", show_default=False)
    return answer.strip().lower() in _YES


def from_here(path: Path) -> Path:
    """Return the path as somebody would type it here."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


@contextmanager
def reporting(root: Path) -> Iterator[None]:
    """Print the problems of the project at `root`, one a line, and end with exit code 1."""
    with reporting_of(root), wording.own.of_project(root):
        expect_project(root)
        yield


@contextmanager
def reporting_of(folder: Path) -> Iterator[None]:
    """Do so for a `folder` that need be no project yet."""
    try:
        with refusals_told(folder):
            yield
    except TimelineError as err:
        tell(err)
        raise typer.Exit(1) from err


def expect_project(root: Path) -> None:
    """Tell once that the folder is the wrong one, not of every file that is missing in it."""
    seeds = recording.VOCABULARY.parent
    if not (root / seeds).is_dir():
        what = f"không phải thư mục của dự án: trong đó không có {seeds}/"
        raise ProblemsFound.one(str(root), what, "Vào thư mục của dự án, hoặc chỉ ra bằng --root.")


@contextmanager
def ending_in_order() -> Iterator[None]:
    """Let what asks a program to end do so as Ctrl-C does, so that what is temporary is removed.

    That the terminal is closed is no reason for one that was told so (`nohup`). A second request
    does not cut the end short.
    """
    asked = [getattr(signal, name) for name in _ENDINGS if hasattr(signal, name)]
    before = {number: signal.getsignal(number) for number in asked}
    heeded = [number for number in asked if before[number] is not signal.SIG_IGN]

    def end(number: int, _: FrameType | None) -> NoReturn:
        for other in heeded:
            signal.signal(other, signal.SIG_IGN)
        raise SystemExit(128 + number)

    for number in heeded:
        signal.signal(number, end)
    try:
        yield
    finally:
        for number in heeded:
            signal.signal(number, before[number])


def tell(err: TimelineError) -> None:
    """Print what is wrong, beside the output."""
    complaints.print(harmless(str(err)), markup=False, soft_wrap=True)
