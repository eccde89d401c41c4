"""Kill builds, fill their disk and let them run side by side, and look at what is published.

    python tests/benchmark/kills.py [--kills 200] [--sizes 24] [--seconds 60] [--seed 1]

Builds two states of the frozen project in turn. After each kill the site is of one state whole, and
what the next run finds is what one build published, with nothing beside it. A small disk is a tmpfs,
which takes the right to mount one: without it that part is left out. Beside `serve`, readers ask for
the pages of both states as fast as they can while several builds go on. Prints what was done and
all that was wrong.
"""

from __future__ import annotations

import argparse
import http.client
import multiprocessing
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

PROJECT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(PROJECT / "tests"), str(PROJECT / "build")]

from egov_timeline import cli, disk, pipeline, runs, transaction  # noqa: E402
from egov_timeline.errors import ProblemsFound  # noqa: E402
from project import copy_to  # noqa: E402

PUBLISHED = ("content", "site", "dist")
State = dict[str, str]
forks = multiprocessing.get_context("fork")


class Project:
    """The frozen project, in one of two states, and what a build publishes of each."""

    def __init__(self, root: Path) -> None:
        self.root = copy_to(root)
        self.before = {*root.iterdir(), *(root / name for name in (*PUBLISHED, ".cache"))}
        self.texts = sorted((root / "seeds/articles").glob("*"))
        self.spare = {path: path.read_bytes() for path in self.texts[-2:]}
        self.whole: list[dict[str, State]] = []
        for number in range(2):
            self.put(number)
            pipeline.build(root, jobs=1)
            self.whole.append(self.published())

    def put(self, number: int) -> None:
        """Write the seeds of a state: the other has an article less, and another word of one."""
        first = self.texts[0]
        said = first.read_bytes().replace(b" 2016", b" 2015", number)
        first.write_bytes(said if number else said.replace(b" 2015", b" 2016", 1))
        for path, content in self.spare.items():
            if number:
                path.unlink(missing_ok=True)
            else:
                path.write_bytes(content)

    def published(self) -> dict[str, State]:
        return {name: files(self.root / name) for name in PUBLISHED}

    def litter(self) -> list[str]:
        return [path.name for path in self.root.iterdir() if path not in self.before]

    def wrong(self, *, at_once: bool = False) -> Iterator[str]:
        """Yield what is wrong after a kill (`at_once`), or when the next run has begun."""
        now = self.published()
        if now["site"] not in [state["site"] for state in self.whole]:
            yield "site/ is of no state"
        common = self.whole[0]["content"].keys() & self.whole[1]["content"].keys()
        if not common <= now["content"].keys() or not now["dist"]:
            yield "a file is missing"
        if not at_once:
            if now not in self.whole:
                yield "content/, site/ and dist/ are not of one state"
            yield from (f"litter: {name}" for name in self.litter())


def files(folder: Path) -> State:
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def begun(do: Callable[[], object], told: int | None = None) -> multiprocessing.process.BaseProcess:
    """Do something in another process, the complaints of which go to the file `told`, or nowhere."""

    def run() -> None:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere if told is None else told, 2)
        do()

    process = forks.Process(target=run)
    process.start()
    return process


def next_run(project: Project) -> None:
    """Do what the next run does first."""
    with runs.alone(project.root), runs.scratch(project.root, runs.BUILD):
        pass


def killed_at_random(project: Project, count: int, chance: random.Random) -> Counter[str]:
    found: Counter[str] = Counter()
    start = time.monotonic()
    pipeline.build(project.root, jobs=1)
    longest = time.monotonic() - start
    for number in range(count):
        project.put(number % 2)
        process = begun(lambda: pipeline.build(project.root, jobs=1))
        process.join(chance.random() * longest * 1.2)
        if process.is_alive():
            process.kill()
            found["killed"] += 1
        process.join()
        found.update(project.wrong(at_once=True))
        if number % 20 == 19:
            pipeline.build(project.root, jobs=1)
            tell(f"killed at random, after {number + 1}", found)
        else:
            next_run(project)
        found.update(project.wrong())
    return found


def killed_at_each_step(project: Project) -> Counter[str]:
    found: Counter[str] = Counter()
    for after in range(10_000):
        project.put(after % 2)
        process = begun(lambda after=after: build_until(project.root, after))
        process.join()
        found["steps"] += 1
        if process.exitcode == 0:
            break
        found.update(project.wrong(at_once=True))
        next_run(project)
        found.update(project.wrong())
    return found


def build_until(root: Path, after: int) -> None:
    """Build, until so many steps of publishing are done."""
    commit, left = transaction.commit, iter(range(after))

    def counted(do: Callable[..., object]) -> Callable[..., object]:
        def step(*given: object, **more: object) -> object:
            if next(left, None) is None:
                os.kill(os.getpid(), signal.SIGKILL)
            return do(*given, **more)

        return step

    def begin(*given: object) -> None:
        for name in ("replace", "unlink", "mkdir"):
            setattr(Path, name, counted(getattr(Path, name)))
        disk.exchange, os.link = counted(disk.exchange), counted(os.link)
        commit(*given)
        nonlocal left
        left = iter(range(10**9))

    transaction.commit = begin
    pipeline.build(root, jobs=1)


def typed(root: Path) -> tuple[int | None, str]:
    """Build as one who types the command; return its exit code and what it complained of."""
    with tempfile.TemporaryFile("w+") as told:
        process = begun(lambda: cli.app(["build", "--root", str(root)]), told.fileno())
        process.join()
        told.seek(0)
        return process.exitcode, told.read()


def on_a_full_disk(sizes: int) -> Counter[str]:
    found: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "none", folder]).returncode:
            return Counter({"left out: no right to mount a disk": 1})
        try:
            project = Project(Path(folder) / "project")
            project.put(0)
            pipeline.build(project.root, jobs=1)
            used = shutil.disk_usage(folder).used
            for number in range(sizes):
                size = used + number * used // sizes
                subprocess.run(["mount", "-o", f"remount,size={size}", folder], check=True)
                project.put((number + 1) % 2)
                code, told = typed(project.root)
                found[f"exit code {code}"] += 1
                if "Traceback" in told:
                    found[f"traceback: {told.strip().splitlines()[-1][:120]}"] += 1
                found.update(project.wrong())
        finally:
            subprocess.run(["umount", "--lazy", folder], check=True)
    return found


def beside_serve(project: Project, seconds: float) -> Counter[str]:
    found: Counter[str] = Counter()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    serving = begun(lambda: pipeline.serve(project.root, port, lambda _: None, 1))
    pages = sorted(project.whole[0]["site"].keys() & project.whole[1]["site"].keys())
    pages = [page for page in pages if page.endswith((".html", ".js", ".json"))]
    over = threading.Event()
    readers = [
        threading.Thread(target=read, args=(port, pages, random.Random(n), found, over))
        for n in range(2)
    ]
    while not is_answered(port):
        time.sleep(0.1)
    for reader in readers:
        reader.start()
    end, number = time.monotonic() + seconds, 0
    while time.monotonic() < end:
        project.put(number % 2)
        builds = [begun(lambda: build_once(project.root)) for _ in range(3)]
        for build in builds:
            build.join()
            found["builds" if build.exitcode == 0 else "builds told of another"] += 1
        number += 1
    over.set()
    for reader in readers:
        reader.join()
    serving.kill()
    serving.join()
    pipeline.build(project.root, jobs=1)
    found.update(project.wrong())
    return found


def is_answered(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    try:
        connection.request("GET", "/index.html")
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


def build_once(root: Path) -> None:
    try:
        pipeline.build(root, jobs=1)
    except ProblemsFound:
        sys.exit(1)


def read(
    port: int, pages: list[str], chance: random.Random, found: Counter[str], over: threading.Event
) -> None:
    while not over.is_set():
        page = chance.choice(pages)
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        try:
            connection.request("GET", f"/{page}")
            answer = connection.getresponse()
            answer.read()
            found[f"answers {answer.status}"] += 1
        except (OSError, http.client.HTTPException) as err:
            found[f"reader: {type(err).__name__}"] += 1
        finally:
            connection.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    for name, number in (("--kills", 200), ("--sizes", 24), ("--seconds", 60), ("--seed", 1)):
        parser.add_argument(name, type=int, default=number)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        project = Project(Path(folder) / "project")
        tell("killed after each step", killed_at_each_step(project))
        tell("killed at random", killed_at_random(project, asked.kills, random.Random(asked.seed)))
        tell("beside serve", beside_serve(project, asked.seconds))
        tell("on a full disk", on_a_full_disk(asked.sizes))


def tell(what: str, found: Counter[str]) -> None:
    said = "; ".join(f"{name}: {count}" for name, count in sorted(found.items()))
    print(f"{what}: {said}", flush=True)


if __name__ == "__main__":
    main()
