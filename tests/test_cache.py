"""What is kept between builds: found by all it was made of, or not at all."""

from __future__ import annotations

import pickle
import sqlite3
from contextlib import closing
from datetime import date
from hashlib import blake2b
from pathlib import Path

import pytest

from egov_timeline import cache
from egov_timeline.cache import Cache
from egov_timeline.packing import Packed

KEY = cache.key("a", "b")
VALUES = [
    "chữ",
    b"",
    ("a", 1, 2.5, None, True, date(2017, 10, 6)),
    {"a": ["b", {"c"}]},
    Packed(1, 2, b"x"),
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "made.sqlite"


def put(path: Path, key: bytes, value: object) -> None:
    with closing(Cache(path)) as kept:
        kept.put(key, value)


def get(path: Path, key: bytes) -> object:
    with closing(Cache(path)) as kept:
        return kept.get(key)


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_what_is_put_is_there_for_the_next(path: Path, value: object) -> None:
    put(path, KEY, value)
    assert get(path, KEY) == value
    assert get(path, cache.key("ab")) is None


PARTS = [("a", "b"), ("ab", ""), ("ab",), ("b", "a"), ("a", "b", ""), ()]


def test_a_key_tells_its_parts_apart() -> None:
    assert len({cache.key(*parts) for parts in PARTS}) == len(PARTS)
    assert cache.key("a") == cache.key(b"a")


def test_the_key_of_a_folder_is_of_names_and_bytes(tmp_path: Path) -> None:
    keys = [cache.of_folders([tmp_path])]
    for change in (
        lambda: (tmp_path / "a.py").write_text("1"),
        lambda: (tmp_path / "a.py").write_text("2"),
        lambda: (tmp_path / "a.py").rename(tmp_path / "b.py"),
    ):
        change()
        keys.append(cache.of_folders([tmp_path]))
    assert len(set(keys)) == 4
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "a.pyc").write_text("x")
    assert cache.of_folders([tmp_path]) == keys[-1]


def of_other_bytes(path: Path) -> None:
    path.write_bytes(b"no database" * 1000)


def cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def overwritten(path: Path) -> None:
    said = path.read_bytes()
    path.write_bytes(said[:4096] + b"x" * (len(said) - 4096))


def one_letter_off(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"abcdef", b"abcdex"))


@pytest.mark.parametrize("damage", [of_other_bytes, cut_off, overwritten, one_letter_off])
def test_a_damaged_file_has_nothing_and_keeps_again(path: Path, damage) -> None:
    put(path, KEY, "abcdef" * 1000)
    damage(path)
    assert get(path, KEY) is None
    for _ in range(2):
        put(path, KEY, "new")
    assert get(path, KEY) == "new"


class Evil:
    def __reduce__(self) -> tuple[object, ...]:
        return (Path.touch, (Path("ran"),))


STRANGE = [pickle.dumps(Evil()), b"cposix\nsystem\n(S'touch ran'\ntR.", b"no pickle", b""]


@pytest.mark.parametrize("said", STRANGE)
def test_a_value_that_a_stranger_made_runs_nothing(
    path: Path, said: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(path.parent.parent)
    put(path, KEY, "x")
    with closing(sqlite3.connect(path)) as file, file:
        value = blake2b(said, digest_size=20).digest() + said
        file.execute("UPDATE entries SET value = ?", (value,))
    assert get(path, KEY) is None
    assert not Path("ran").exists()


def test_what_another_build_holds_is_passed_by(path: Path) -> None:
    put(path, KEY, "x")
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert get(path, KEY) is None
        put(path, KEY, "y")
    assert get(path, KEY) == "x"


def test_a_place_that_cannot_be_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    put(tmp_path / "file" / "made.sqlite", KEY, "x")
    assert get(tmp_path / "file" / "made.sqlite", KEY) is None


def test_what_nobody_asks_for_goes_once_it_is_too_much(path: Path) -> None:
    old = [cache.key("old", str(number)) for number in range(10)]
    with closing(Cache(path)) as kept:
        for key in old:
            kept.put(key, "x")
    put(path, KEY, "y")
    assert [get(path, key) for key in (KEY, *old)] == ["y", *[None] * 10]


def test_a_build_that_fails_early_leaves_what_the_next_one_asks_for(path: Path) -> None:
    old = [cache.key("old", str(number)) for number in range(10)]
    with Cache(path) as kept:
        for key in old:
            kept.put(key, "x")
    with pytest.raises(KeyError), Cache(path) as kept:
        kept.put(KEY, "y")
        raise KeyError
    with Cache(path) as kept:
        assert [kept.get(key) for key in (KEY, *old)] == ["y", *["x"] * 10]


def test_what_is_too_much_is_told_by_what_it_takes(path: Path) -> None:
    """Each build writes a long value anew, beside many short ones that stay."""
    short = [cache.key("short", str(number)) for number in range(20)]
    for build in range(6):
        with closing(Cache(path)) as kept:
            kept.put(cache.key("long", str(build)), "x" * 10_000)
            for key in short:
                kept.get(key) or kept.put(key, "y")
    assert get(path, cache.key("long", "5")) and not get(path, cache.key("long", "0"))


def test_an_end_on_the_way_leaves_what_was_written(path: Path) -> None:
    kept = Cache(path)
    kept.put(KEY, "x")
    kept.flush()
    kept.put(cache.key("later"), "y")
    del kept
    assert get(path, KEY) == "x"
    assert get(path, cache.key("later")) is None


def test_where_nothing_could_be_written_the_build_ends_well(path: Path) -> None:
    with closing(Cache(path)) as kept, closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        kept.put(KEY, "chữ")
        kept.close()
    assert get(path, KEY) is None


def test_what_was_put_is_held_in_memory_until_it_is_much(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "_TOGETHER", 1000)
    kept = Cache(path)
    for number in range(3):
        kept.put(cache.key(f"{number}"), "x" * 400)
    assert [get(path, cache.key(f"{number}")) is None for number in range(3)] == [False] * 3
    kept.put(cache.key("3"), "x" * 400)
    assert get(path, cache.key("3")) is None
