"""All is published or nothing: when something fails, when the run is killed, through links too."""

from __future__ import annotations

import json
import multiprocessing
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from egov_timeline import disk, transaction
from egov_timeline.transaction import RECORD, Change

needs_forks = pytest.mark.skipif(
    "fork" not in multiprocessing.get_all_start_methods(), reason="has no forks to kill"
)

OLD = {
    "content/index.md": "old",
    "content/gone.md": "old",
    "content/by-hand.md": "a person's",
    "site/index.html": "old",
    "site/gone.html": "old",
    "site/deep/page.html": "old",
    "dist/a.zip": "old",
}
NEW = {
    "content/index.md": "new",
    "content/nam/2018.md": "new",
    "content/by-hand.md": "a person's",
    "site/index.html": "new",
    "site/deep/page.html": "old",
    "site/deep/more.js": "new",
    "dist/a.zip": "new",
}
# That folder is replaced as a whole, or file by file.
WAYS = ["at once", "one by one", "through a link"]


def write(folder: Path, files: dict[str, str]) -> None:
    for name, said in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(said)


def files(root: Path, folders: tuple[str, ...] = ("content", "site", "dist")) -> dict[str, str]:
    """What is published, with no regard to how; and every folder, as a name that ends in a slash."""
    found = (path for name in folders for path in (root / name).resolve().rglob("*"))
    public = root.parent / "public"
    named = {
        (
            Path("site") / path.relative_to(public)
            if path.is_relative_to(public)
            else path.relative_to(root)
        ): path
        for path in found
    }
    return {
        f"{name.as_posix()}{'/' * path.is_dir()}": "" if path.is_dir() else path.read_text()
        for name, path in named.items()
        if path.name != RECORD
    }


def folders(of: dict[str, str]) -> set[str]:
    """The folders that files of these names lie in, below those that are published."""
    parents = {parent.as_posix() for name in of for parent in Path(name).parents}
    return {f"{name}/" for name in parents if "/" in name}


@pytest.fixture(params=WAYS)
def root(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with something published by a build before, and the folder of the next build."""
    root = tmp_path / "project"
    root.mkdir()
    if request.param == "through a link":
        (tmp_path / "public").mkdir()
        (root / "site").symlink_to(tmp_path / "public")
    elif request.param == "one by one":
        monkeypatch.setattr(disk, "exchange", lambda *_: False)
    write(root, OLD)
    if request.param != "at once":
        names = [name.removeprefix("site/") for name in OLD if name.startswith("site/")]
        (root / "site" / RECORD).write_text("\n".join(names))
    return root


def changes(root: Path) -> tuple[list[Change], Path]:
    """What a build gives, in a folder of its own."""
    scratch = root / ".build-abcdefgh"
    scratch.mkdir()
    write(scratch, NEW)
    return [
        (None, root / "content/gone.md"),
        (scratch / "content/index.md", root / "content/index.md"),
        (scratch / "content/nam/2018.md", root / "content/nam/2018.md"),
        (scratch / "site", root / "site"),
        (scratch / "dist/a.zip", root / "dist/a.zip"),
    ], scratch


def publish(root: Path) -> None:
    made, scratch = changes(root)
    transaction.commit(made, scratch)
    assert transaction.undo(scratch)  # there is nothing to undo
    shutil.rmtree(scratch)


def test_what_is_new_takes_the_place_of_what_was(root: Path) -> None:
    publish(root)
    assert {n: s for n, s in files(root).items() if not n.endswith("/")} == NEW
    assert list(root.glob("content/*/*")) == [root / "content/nam/2018.md"]
    assert (root.parent / "public").exists() == (root / "site").is_symlink()


def test_what_a_person_put_beside_a_site_stays(root: Path) -> None:
    (root / "site/.git").write_text("gitdir: elsewhere")
    if (root / "site" / RECORD).exists():
        (root / "site/of-a-person.html").write_text("")
    before = files(root)
    publish(root)
    kept = {"site/.git", "site/of-a-person.html"} & before.keys()
    assert kept & files(root).keys() == kept


def stopped(monkeypatch: pytest.MonkeyPatch, after: int, end: Callable[[], None]) -> None:
    """Let `end` come after so many changes to the disk."""
    left = iter(range(after))

    def counted(do: Callable[..., object]) -> Callable[..., object]:
        def step(*given: object, **more: object) -> object:
            if next(left, None) is None:
                end()
            return do(*given, **more)

        return step

    for name in ("replace", "unlink", "mkdir"):
        monkeypatch.setattr(Path, name, counted(getattr(Path, name)))
    for name in ("settle", "exchange"):
        monkeypatch.setattr(disk, name, counted(getattr(disk, name)))
    monkeypatch.setattr(os, "link", counted(os.link))


# More than there are: at the last the run comes to its end.
MOST = 30


@needs_forks
@pytest.mark.parametrize("after", range(MOST))
def test_what_a_killed_run_began_is_undone_by_the_next(
    root: Path, after: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files(root)

    def run() -> None:
        made, scratch = changes(root)
        stopped(monkeypatch, after, lambda: os._exit(9))
        transaction.commit(made, scratch)

    process = multiprocessing.get_context("fork").Process(target=run)
    process.start()
    process.join()
    missing = [name for name in before.keys() & NEW.keys() if name not in files(root)]
    assert missing == []
    killed = bool(process.exitcode)
    if killed:
        # A folder that is replaced at once is the old one or the new one.
        assert transaction.undo(root / ".build-abcdefgh")
        assert files(root) == before
    else:
        assert files(root).keys() == NEW.keys() | folders(NEW)
        assert after > 12
    assert after < MOST - 1 or not killed


class Failure(BaseException):
    pass


@pytest.mark.parametrize("after", range(MOST))
def test_a_run_that_fails_leaves_all_as_it_was(root: Path, after: int) -> None:
    before = files(root)
    made, scratch = changes(root)
    failed = []

    def fail() -> None:
        if not failed:
            failed.append(True)
            raise Failure

    with pytest.MonkeyPatch.context() as patch:
        stopped(patch, after, fail)
        try:
            transaction.commit(made, scratch)
        except Failure:
            assert files(root) == before
            assert not (scratch / "journal.json").exists()
    assert after < MOST - 1 or not failed


def test_readers_of_a_site_that_is_replaced_at_once_see_the_old_or_the_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not has_exchange(tmp_path):
        pytest.skip("this system cannot exchange two folders")
    write(tmp_path, OLD)
    seen = []
    monkeypatch.setattr(Path, "replace", seeing(Path.replace, tmp_path, seen))
    monkeypatch.setattr(disk, "exchange", seeing(disk.exchange, tmp_path, seen))
    publish(tmp_path)
    whole = [{n: s for n, s in of.items() if n.startswith("site/")} for of in (OLD, NEW)]
    assert [state for state in seen if state not in whole] == []
    assert whole[0] in seen
    assert whole[1] in seen


def has_exchange(folder: Path) -> bool:
    (folder / "a").mkdir()
    (folder / "b").mkdir()
    done = disk.exchange(folder / "a", folder / "b")
    (folder / "a").rmdir()
    (folder / "b").rmdir()
    return done


def seeing(
    do: Callable[..., object], root: Path, seen: list[dict[str, str]]
) -> Callable[..., object]:
    def step(*given: object) -> object:
        done = do(*given)
        seen.append({n: s for n, s in files(root, ("site",)).items() if not n.endswith("/")})
        return done

    return step


def test_what_somebody_changed_after_the_kill_stays(tmp_path: Path) -> None:
    write(tmp_path, OLD)
    made, scratch = changes(tmp_path)
    transaction.commit(made, scratch)
    killed_at_the_end(tmp_path, scratch)
    (tmp_path / "content/index.md").write_text("written by hand since")
    (tmp_path / "content/gone.md").write_text("written by hand since")
    assert transaction.undo(scratch)
    assert (tmp_path / "content/index.md").read_text() == "written by hand since"
    assert (tmp_path / "content/gone.md").read_text() == "written by hand since"
    assert (tmp_path / "dist/a.zip").read_text() == "old"


def killed_at_the_end(root: Path, scratch: Path) -> None:
    """Write the journal again that was there until all had come to its end."""
    names = ["content/gone.md", "content/index.md", "content/nam/2018.md", "dist/a.zip"]
    olds = dict(zip(("content/gone.md", "content/index.md", "dist/a.zip"), "013", strict=True))
    steps = []
    for name in names:
        path = root / name
        old = f"{scratch.name}/before/{olds[name]}" if name in olds else None
        stat = path.stat() if path.exists() else None
        marks = [stat.st_size, int(stat.st_mtime)] if stat else [0, 0]
        steps.append(
            {
                "target": name,
                "new": f"{scratch.name}/{name}" if stat else None,
                "old": old,
                "marks": marks,
            }
        )
    (scratch / "journal.json").write_text(json.dumps(steps))


def step(**said: object) -> dict[str, object]:
    return {"target": "content/a.md", "new": None, "old": "x/b", "marks": [0, 0]} | said


STRANGE = [
    [step(target="../outside")],
    [step(target="/etc/outside")],
    [step(target="theme/main.html")],
    [step(old="../../outside")],
    [step(new="/outside")],
    [step(draft="../outside")],
    [step(target="content/link/outside")],
    [step(), step(target="..")],
    [step(target="")],
    [step(more=1)],
    [{}],
    {"target": "a"},
    [7],
    "a",
    7,
]


@pytest.mark.parametrize("told", STRANGE, ids=repr)
def test_a_journal_that_leads_elsewhere_does_nothing(tmp_path: Path, told: object) -> None:
    root, scratch = tmp_path / "project", tmp_path / "project/.build-abcdefgh"
    write(tmp_path, {"outside": "o", "project/x/b": "b"})
    scratch.mkdir(parents=True)
    (root / "content").mkdir()
    (root / "content/link").symlink_to(tmp_path)
    (scratch / "journal.json").write_text(json.dumps(told))
    before = files(tmp_path, ("project", "outside"))
    assert not transaction.undo(scratch)
    assert files(tmp_path, ("project", "outside")) == before


@pytest.fixture
def other_disk() -> Iterator[Path]:
    shared = Path("/dev/shm")
    if not os.access(shared, os.W_OK) or shared.stat().st_dev == Path.home().stat().st_dev:
        pytest.skip("has no other disk at hand")
    folder = shared / f"egov-timeline-test-{os.getpid()}"
    folder.mkdir()
    yield folder
    shutil.rmtree(folder)


def test_a_site_on_another_disk_is_written_through_or_not_at_all(
    tmp_path: Path, other_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if other_disk.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("has no other disk at hand")
    (tmp_path / "site").symlink_to(other_disk)
    write(tmp_path, OLD)
    before = sorted(path.name for path in other_disk.rglob("*"))
    for after in range(MOST):
        made, scratch = changes(tmp_path)
        with pytest.MonkeyPatch.context() as patch:
            stopped(patch, after, fails_once())
            try:
                transaction.commit(made, scratch)
            except Failure:
                assert sorted(path.name for path in other_disk.rglob("*")) == before
                assert (other_disk / "index.html").read_text() == "old"
        shutil.rmtree(scratch)
    assert (other_disk / "index.html").read_text() == "new"
    # What no build is known to have written stays.
    assert {p.name for p in other_disk.iterdir()} == {"deep", "gone.html", "index.html", RECORD}


def fails_once() -> Callable[[], None]:
    failed: list[bool] = []

    def fail() -> None:
        if not failed:
            failed.append(True)
            raise Failure

    return fail
