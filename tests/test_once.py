"""What was done before is not done again, and a long list is cut where it hardly ever moves."""

from __future__ import annotations

from pathlib import Path

import pytest

from egov_timeline import once
from egov_timeline.cache import Cache
from egov_timeline.once import Means

ITEMS = [f"bai-{number}" for number in range(300)]


def test_only_what_is_new_is_done(tmp_path: Path) -> None:
    asked: list[str] = []

    def do(item: str) -> str:
        asked.append(item)
        return item.upper()

    def all_done(items: list[str], name: str = "x", common: bytes = b"") -> list[str]:
        asked.clear()
        cache = Cache(tmp_path / "made.sqlite")
        done = Means(1, cache, common).each(do, items, name, lambda item: [item])
        cache.close()
        return done

    assert all_done(["a", "b", "c"]) == ["A", "B", "C"] and asked == ["a", "b", "c"]
    assert all_done(["c", "d", "a"]) == ["C", "D", "A"] and asked == ["d"]
    all_done(["a"], name="y")
    assert asked == ["a"]
    all_done(["a"], common=b"other code")
    assert asked == ["a"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_of_a_stretch_that_is_kept_together_only_what_is_new_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    monkeypatch.setattr(once, "STRETCH", 16)
    done = tmp_path / "done"

    def do(item: str) -> str:
        with done.open("a") as file:
            file.write(f"{item}\n")
        return item.upper()

    def new(items: list[str], common: bytes = b"") -> set[str]:
        done.write_text("")
        cache = Cache(tmp_path / "made.sqlite")
        found = Means(jobs, cache, common).together(
            do, items, "x", str, lambda item: [item], lambda result: not result.endswith("-7")
        )
        cache.close()
        assert found == [item.upper() for item in items]
        return {*done.read_text().split()}

    assert new(ITEMS) == {*ITEMS}
    assert new(ITEMS) == {"bai-7"}  # which is not to last
    assert new(["a", *ITEMS[:20], "b", *ITEMS[30:]]) == {"a", "b", "bai-7"}
    assert new(ITEMS[50:]) <= {*ITEMS[50:90]}  # its first stretch begins elsewhere
    assert new([], b"other code") == set()
    assert new(ITEMS[:9], b"other code") == {*ITEMS[:9]}


@pytest.mark.parametrize("jobs", [1, 2])
def test_without_a_cache_all_is_done(jobs: int) -> None:
    done = Means(jobs).each(str.upper, ITEMS, "x", lambda item: [item])
    assert done == [item.upper() for item in ITEMS]


def test_stretches_are_all_of_the_list_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(once, "STRETCH", 16)
    cut = [*once.cut(ITEMS, str)]
    assert [item for stretch in cut for item in stretch] == ITEMS
    assert len(cut) > 5 and all(cut)
    assert [*once.cut([], str)] == []
    monkeypatch.setattr(once, "LONGEST", 4)
    assert max(map(len, once.cut(ITEMS, str))) == 4


def test_one_that_is_put_in_changes_its_own_stretch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(once, "STRETCH", 16)
    before = {tuple(stretch) for stretch in once.cut(ITEMS, str)}
    for at in range(0, len(ITEMS), 7):
        after = {tuple(stretch) for stretch in once.cut([*ITEMS[:at], "moi", *ITEMS[at:]], str)}
        assert len(after - before) <= 2
