"""An address belongs to one article and stays with it, whatever else is added or renamed."""

from __future__ import annotations

from itertools import permutations

import pytest

from egov_timeline import slugs
from egov_timeline.inputs import Seed
from egov_timeline.slugs import Address, Page


def seed(ident, *, text=None, pinned=None, added=None, formerly=()):
    sha256 = (text or ident[0]).encode().hex().ljust(64, "0")
    where = f"seeds/articles/{ident}"
    return Seed(
        ident,
        f"{where}.txt",
        text or ident,
        sha256,
        f"{where}.yml",
        pinned,
        added,
        formerly=formerly,
    )


def given(seeds, pages=(), **names):
    """Return the addresses of seeds that all have the title "x", unless `names` says otherwise."""
    found, problems = slugs.addresses(seeds, {s.id: names.get(s.id, "x") for s in seeds}, pages)
    assert problems == []
    return found


def slugs_of(seeds, pages=(), **names):
    return {ident: address.slug for ident, address in given(seeds, pages, **names).items()}


def page(slug, ident, sha256=None, *, leads_on=False):
    return Page(slug, f"seeds/articles/{ident}.txt", sha256, leads_on)


A, B, C = seed("a"), seed("b"), seed("c")
# Who has the slug of two equal titles: (seeds, the last build's pages, slugs).
EQUAL = [
    ([A], (), {"a": "x"}),
    # Nobody was first: each has its own mark.
    ([A, B], (), {"a": "x-610000", "b": "x-620000"}),
    ([A, B, C], (), {"a": "x-610000", "b": "x-620000", "c": "x-630000"}),
    # Who had it keeps it.
    ([A, B], [page("x", "b")], {"a": "x-610000", "b": "x"}),
    ([A, B, C], [page("x", "b"), page("x-610000", "a")], {"a": "x-610000", "b": "x", "c": "x-630000"}),
    # Also when the other has gone.
    ([A], [page("x-610000", "a")], {"a": "x-610000"}),
    # Who joined first has it.
    ([seed("a", added="2026-02-01"), seed("b", added="2026-01-01")], (), {"a": "x-610000", "b": "x"}),
    ([seed("a", added="2026-02-01"), B], (), {"a": "x", "b": "x-620000"}),
    # On the same day, none.
    (
        [seed("a", added="2026-02-01"), seed("b", added="2026-02-01")],
        (),
        {"a": "x-610000", "b": "x-620000"},
    ),
    # A pinned one is nobody else's.
    ([seed("a", pinned="x"), B], (), {"a": "x", "b": "x-620000"}),
    ([seed("a", pinned="x"), B, C], [page("x", "b")], {"a": "x", "b": "x-620000", "c": "x-630000"}),
    # The same text twice: the name of the file tells them apart.
    ([seed("a", text="s"), seed("b", text="s")], (), {"a": "x-ca9781", "b": "x-3e23e8"}),
]  # fmt: skip


@pytest.mark.parametrize(("seeds", "pages", "wanted"), EQUAL)
def test_equal_slugs_are_told_apart_in_any_order(seeds, pages, wanted):
    for order in permutations(seeds):
        assert slugs_of(order, pages) == wanted


def test_a_title_that_looks_like_a_mark_is_told_apart_too():
    d = seed("d", pinned="x-610000")
    assert slugs_of([A, B, d])["a"] == "x-6100000"


def test_no_article_takes_the_address_of_the_list_of_all():
    assert slugs_of([A], a="index") == {"a": "index-610000"}


def test_an_address_that_leads_to_an_article_is_given_to_no_other():
    assert slugs_of([A, seed("b", pinned="y", formerly=("x",))])["a"] == "x-610000"
    # Nor the one that an article leaves in this very build.
    assert slugs_of([A, B], [page("x", "b")], b="y") == {"a": "x-610000", "b": "y"}


def test_a_slug_that_changes_leads_on_and_goes_on_doing_so():
    first = given([A], [page("x", "a")], a="y")
    assert first == {"a": Address("y", ("x",))}
    again = [page("y", "a"), page("x", "a", leads_on=True)]
    assert given([A], again, a="y") == first
    assert given([A], again, a="z") == {"a": Address("z", ("x", "y"))}
    # Back where it was, the page is no longer one that leads on.
    assert given([A], again) == {"a": Address("x", ("y",))}


def test_what_the_sidecar_says_comes_first():
    pinned = seed("a", pinned="z", formerly=("w",))
    assert given([pinned], [page("x", "a")]) == {"a": Address("z", ("w", "x"))}


def test_a_renamed_seed_keeps_its_address():
    pages = [page("x", "old", A.sha256), page("w", "old", leads_on=True), page("x-620000", "b")]
    assert given([A, B], pages) == {"a": Address("x", ("w",)), "b": Address("x-620000")}


def test_the_page_of_a_seed_that_is_gone_binds_nobody():
    assert given([A], [page("x", "gone"), page("w", "gone", leads_on=True)]) == {"a": Address("x")}


def test_all_that_people_gave_twice_is_told_at_once():
    seeds = [
        seed("a", pinned="x"),
        seed("b", pinned="x"),
        seed("c", pinned="y", formerly=("x", "w")),
        seed("d", pinned="y", formerly=("w",)),
        seed("e", pinned="index"),
        seed("f", pinned="z", formerly=("index",)),
    ]
    _, problems = slugs.addresses(seeds, {s.id: s.id for s in seeds}, ())
    assert sorted(f"{problem.where}: {problem.what}" for problem in problems) == [
        'seeds/articles/b.yml: slug "x" đã được ghim trong seeds/articles/a.yml',
        'seeds/articles/c.yml: địa chỉ cũ "x" (formerly) đang là trang của seeds/articles/b.txt',
        'seeds/articles/d.yml: slug "y" đã được ghim trong seeds/articles/c.yml',
        'seeds/articles/d.yml: địa chỉ cũ "w" (formerly) cũng đứng trong seeds/articles/c.yml',
        'seeds/articles/e.yml: slug "index" là địa chỉ của trang danh sách bài',
        'seeds/articles/f.yml: địa chỉ cũ "index" (formerly) là địa chỉ của trang danh sách bài',
    ]  # fmt: skip


def test_the_last_build_is_read_from_its_pages(tmp_path):
    folder = tmp_path / "bai-viet"
    folder.mkdir()
    (folder / "x.md").write_text(
        "---\n# generated from seeds/articles/a.txt; correct it in the .yml beside that file\n"
        f"title: x\nsource:\n  file: seeds/articles/a.txt\n  sha256: {'0' * 64}\n---\n\nleads_to: y\n"
    )
    (folder / "w.md").write_text(
        "---\n# generated from seeds/articles/a.txt: the article had this address before\n"
        "leads_to: x.html\n---\n\n[x](x.md)\n"
    )
    (folder / "by-hand.md").write_text("---\ntitle: x\n---\n")
    assert slugs.published(tmp_path) == (
        page("w", "a", leads_on=True),
        page("x", "a", "0" * 64),
    )
    assert slugs.published(tmp_path / "none") == ()
