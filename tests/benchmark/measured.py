"""Runs a program and tells what it took: seconds, seconds of processor time, and memory at its most.

Memory is that of the program and all that it started, pages that they share counted once (Linux
tells it; elsewhere there is none).
"""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

_EVERY = 0.1


@dataclass(frozen=True)
class Run:
    """What one run took; `output` is what it printed, `failed` what it complained of if it did."""

    seconds: float
    processor: float
    megabytes: float
    output: str
    failed: str = ""


def run(command: Sequence[str | Path], folder: Path, most: float) -> Run:
    """Run a command in a folder, for `most` seconds at most."""
    start = time.monotonic()
    with tempfile.TemporaryFile("w+") as output, tempfile.TemporaryFile("w+") as told:
        process = subprocess.Popen(
            [*map(str, command)], cwd=folder, stdout=output, stderr=told, start_new_session=True
        )
        end = threading.Timer(most, os.killpg, (process.pid, signal.SIGKILL))
        end.start()
        peak = _Peak(process.pid)
        _, status, used = os.wait4(process.pid, 0)
        end.cancel()
        seconds = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        said, complaints = (_read(file) for file in (output, told))
    failed = ""
    if process.returncode:
        failed = (complaints or said)[-600:] or f"ended after {seconds:.0f} s"
    return Run(seconds, used.ru_utime + used.ru_stime, peak.stop(), said, failed)


def _read(file: IO[str]) -> str:
    file.seek(0)
    return file.read().strip()


class _Peak:
    """Looks again and again at how much memory a program has, with all that it started."""

    def __init__(self, pid: int) -> None:
        self._pid, self._most, self._over = pid, 0.0, threading.Event()
        self._watch = threading.Thread(target=self._look, daemon=True)
        self._watch.start()

    def stop(self) -> float:
        """Return the most that was seen, in megabytes."""
        self._over.set()
        self._watch.join()
        return self._most

    def _look(self) -> None:
        while not self._over.wait(_EVERY):
            family = sum(_megabytes(pid, "smaps_rollup", "Pss:") for pid in _family(self._pid))
            # What it had between two looks, the system has noted, of each process by itself.
            alone = _megabytes(self._pid, "status", "VmHWM:")
            self._most = max(self._most, family, alone)


def _family(pid: int) -> Iterator[int]:
    yield pid
    try:
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
        children = [child for task in tasks for child in (task / "children").read_text().split()]
    except OSError:
        return
    for child in children:
        yield from _family(int(child))


def _megabytes(pid: int, name: str, told: str) -> float:
    try:
        lines = Path(f"/proc/{pid}/{name}").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith(told)) / 1024
