"""Give each article one address, and keep those that it had.

Turns seeds and what they are called into `Address`es. A pinned slug stands; of equal ones the page
that has the address keeps it, and the others carry a piece of their own checksum: whatever else
comes, none of them moves. Two equal pinned slugs are refused, and a former one that is in use.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from egov_timeline.errors import Problem
from egov_timeline.files import decode, read_bytes
from egov_timeline.inputs import Seed
from egov_timeline.records import Extraction
from egov_timeline.text import slugify

FOLDER = "bai-viet"

# A slug is cut at a word boundary: longer ones are unwieldy in an address and gain nothing.
_LENGTH = 70
# How much of a checksum tells an article from another of the same name.
_MARK = 6
_MARKING = re.compile(rf"-[0-9a-f]{{{_MARK},64}}")
# The list of all articles.
_RESERVED = {"index": ""}

_END = b"\n---\n"
# Bytes of a page, in which its front matter ends.
_ENOUGH = 4096
_SEED = re.compile(r"---\n# generated from ([^\s;:]+)")
_SHA256 = re.compile(r"^  sha256: '?([0-9a-f]{64})", re.MULTILINE)
_LEADS_ON = re.compile(r"^leads_to: ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Address:
    """The slug of an article's page; `formerly` those that lead to it."""

    slug: str
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A page that the last build wrote: of which seed, and whether it only leads on to another."""

    slug: str
    seed: str
    sha256: str | None
    leads_on: bool


def name(seed: Seed, facts: Extraction) -> str:
    """Return the slug that the article's title gives, or else its event's name or its id."""
    named = facts.title or facts.event
    slug = slugify(named.value) if named else ""
    cut = slug[: _LENGTH + 1].rpartition("-")[0] if len(slug) > _LENGTH else slug
    return cut or slugify(seed.id)


def published(content: Path) -> tuple[Page, ...]:
    """Return the pages of articles that stand in `content`, as the last build left them."""
    paths = sorted((content / FOLDER).glob("*.md"), key=lambda path: path.name)
    return tuple(filter(None, map(_page, paths)))


def _page(path: Path) -> Page | None:
    head = _head(path)
    seed, sha256 = _SEED.match(head), _SHA256.search(head)
    if not seed:
        return None
    leads_on = bool(_LEADS_ON.search(head))
    return Page(path.stem, seed[1], sha256[1] if sha256 else None, leads_on)


def _head(path: Path) -> str:
    """Return the front matter of a page: most of ten thousand pages need not be read for it."""
    where = f"{FOLDER}/{path.name}"
    said = read_bytes(path, where, _ENOUGH)
    if _END not in said:
        said = read_bytes(path, where)
    return decode(said.partition(_END)[0], where)


def addresses(
    seeds: Sequence[Seed], names: Mapping[str, str], pages: Sequence[Page]
) -> tuple[dict[str, Address], list[Problem]]:
    """Return the address of each seed by its id, and what is wrong with those that people gave.

    `names` are the slugs that titles give, by id; `pages` what the last build published.
    """
    past = _Past(seeds, pages)
    claims = _Claims(seeds, names, past)
    slugs = claims.settled()
    problems = [*_pinned_twice(seeds), *_former_in_use(seeds, slugs)]
    former = _former(seeds, slugs, past)
    return {seed.id: Address(slugs[seed.id], former[seed.id]) for seed in seeds}, problems


class _Past:
    """What the last build published of the seeds that are there, renamed or not."""

    def __init__(self, seeds: Sequence[Seed], pages: Sequence[Page]) -> None:
        owners = {seed.path: seed.id for seed in seeds}
        own = {page.seed for page in pages}
        same_text = {s.sha256: s.id for s in seeds if s.text and s.path not in own}
        for page in pages:
            if page.seed not in owners and page.sha256 in same_text:
                owners[page.seed] = same_text[page.sha256]
        known = [(page, owners[page.seed]) for page in pages if page.seed in owners]
        self.slug = {owner: page.slug for page, owner in known if not page.leads_on}
        self.owner = {page.slug: owner for page, owner in known}


class _Claims:
    """Who has which slug, while they are dealt out."""

    def __init__(self, seeds: Sequence[Seed], names: Mapping[str, str], past: _Past) -> None:
        self.names, self.past = names, past
        self.pinned = {seed.id: seed.slug for seed in seeds if seed.slug}
        self.others = [seed for seed in seeds if not seed.slug]
        # An address that leads to one article, or is to, is given to no other.
        self.owner = past.owner | {slug: seed.id for seed in seeds for slug in seed.formerly}
        self.owner |= {slug: ident for ident, slug in self.pinned.items()} | _RESERVED
        self.rivals: dict[str, list[Seed]] = defaultdict(list)
        for seed in sorted(self.others, key=lambda seed: seed.id):
            self.rivals[names[seed.id]].append(seed)

    def settled(self) -> dict[str, str]:
        """Return the slug of each seed: the pinned ones, those that a page has, then the rest."""
        slugs = dict(self.pinned)
        for seed in self.others:
            slug = self.past.slug.get(seed.id, "")
            if _is_form_of(slug, self.names[seed.id]) and self._take(slug, seed):
                slugs[seed.id] = slug
        for slug, rivals in sorted(self.rivals.items()):
            new = [seed for seed in rivals if seed.id not in slugs]
            heir = _heir(new)
            for seed in new:
                bare = seed is heir and self._take(slug, seed)
                slugs[seed.id] = slug if bare else self._marked(slug, seed)
        return slugs

    def _take(self, slug: str, seed: Seed) -> bool:
        return self.owner.setdefault(slug, seed.id) == seed.id

    def _marked(self, slug: str, seed: Seed) -> str:
        mark = seed.sha256
        if sum(rival.sha256 == mark for rival in self.rivals[slug]) > 1:
            mark = hashlib.sha256(seed.id.encode()).hexdigest()
        forms = (f"{slug}-{mark[:length]}" for length in count(_MARK))
        return next(form for form in forms if self._take(form, seed))


def _is_form_of(slug: str, name: str) -> bool:
    return slug == name or bool(slug.startswith(f"{name}-") and _MARKING.fullmatch(slug, len(name)))


def _heir(seeds: Sequence[Seed]) -> Seed | None:
    """Return who gets the slug as it is: the only one, or the one that joined before the others."""
    ordered = sorted(seeds, key=_joined)
    if len(ordered) > 1 and _joined(ordered[0]) == _joined(ordered[1]):
        return None
    return ordered[0] if ordered else None


def _joined(seed: Seed) -> str:
    return seed.added or "~"  # behind every day


def _former(
    seeds: Sequence[Seed], slugs: Mapping[str, str], past: _Past
) -> dict[str, tuple[str, ...]]:
    """Return the slugs that lead to each seed: those of its sidecar, then those of past builds."""
    taken = {*slugs.values(), *(slug for seed in seeds for slug in seed.formerly)}
    seen: dict[str, list[str]] = {seed.id: list(seed.formerly) for seed in seeds}
    for slug, owner in sorted(past.owner.items()):
        if slug not in taken:
            seen[owner].append(slug)
    return {ident: tuple(former) for ident, former in seen.items()}


def _pinned_twice(seeds: Sequence[Seed]) -> Iterator[Problem]:
    first: dict[str, Seed] = {}
    for seed in seeds:
        if seed.slug in _RESERVED:
            what = f'slug "{seed.slug}" là địa chỉ của trang danh sách bài'
            yield Problem(seed.sidecar, what, "Hãy chọn slug khác.")
        elif seed.slug and first.setdefault(seed.slug, seed) is not seed:
            what = f'slug "{seed.slug}" đã được ghim trong {first[seed.slug].sidecar}'
            yield Problem(seed.sidecar, what, "Hãy đổi `slug:` ở một trong hai tệp.")


def _former_in_use(seeds: Sequence[Seed], slugs: Mapping[str, str]) -> Iterator[Problem]:
    living = {slugs[seed.id]: seed for seed in seeds}
    first: dict[str, Seed] = {}
    for seed in seeds:
        for slug in seed.formerly:
            if slug in _RESERVED:
                what = f'địa chỉ cũ "{slug}" (formerly) là địa chỉ của trang danh sách bài'
                yield Problem(seed.sidecar, what, "Hãy bỏ nó khỏi `formerly:`.")
            elif slug in living:
                what = f'địa chỉ cũ "{slug}" (formerly) đang là trang của {living[slug].path}'
                yield Problem(seed.sidecar, what, "Hãy bỏ nó khỏi `formerly:`.")
            elif first.setdefault(slug, seed) is not seed:
                what = f'địa chỉ cũ "{slug}" (formerly) cũng đứng trong {first[slug].sidecar}'
                yield Problem(seed.sidecar, what, "Hãy bỏ nó ở một trong hai tệp.")
