"""What all seeds say: as it was understood before, or understood now, several at once.

A text is understood anew where anything that has a part in it changes: its letters, what an editor
says of them, the vocabularies, or code.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from egov_timeline import cache, parallel
from egov_timeline.cache import Cache, Key
from egov_timeline.inputs import Seed
from egov_timeline.records import Article, Extraction
from egov_timeline.text import match_key
from egov_timeline.understanding import understand
from egov_timeline.vocabulary import Vocabularies

Understood = tuple[Article, Extraction]


def understood(
    seeds: Sequence[Seed], vocabularies: Vocabularies, jobs: int = 1, kept: Cache | None = None
) -> list[Understood]:
    """Return what each of the `seeds` says, in up to `jobs` processes; from the cache if `kept`."""
    keys = _keys(seeds, vocabularies) if kept else [b""] * len(seeds)
    found: list[Understood | None] = [kept.get(key) if kept else None for key in keys]
    missing = [place for place, said in enumerate(found) if said is None]
    wanted = [seeds[place] for place in missing]
    new = parallel.each(partial(_bare, vocabularies), wanted, jobs)
    for place, said in zip(missing, new, strict=True):
        found[place] = said
        if kept:
            kept.put(keys[place], said)
    return [_whole(seed, said) for seed, said in zip(seeds, found, strict=True) if said]


def understood_alone(seed: Seed, vocabularies: Vocabularies) -> Understood:
    """Return what a seed says."""
    return understand(seed.text, vocabularies, seed.source.published, seed.edits)


def common(vocabularies: Vocabularies) -> Key:
    """Return the key of what has a part in all that is said of texts: code and vocabularies."""
    terms = (vocabularies.themes, vocabularies.organizations, vocabularies.places)
    return cache.key(cache.code(), *(repr(list(each.values())) for each in terms))


def _keys(seeds: Sequence[Seed], vocabularies: Vocabularies) -> list[Key]:
    shared = common(vocabularies)
    said = ((seed.text, repr((seed.source.published, seed.edits))) for seed in seeds)
    return [cache.key(shared, *parts) for parts in said]


def _bare(vocabularies: Vocabularies, seed: Seed) -> Understood:
    """Return what a seed says, without the text that the seed has."""
    article, extraction = understood_alone(seed, vocabularies)
    if article.text == seed.text:
        article = replace(article, text="", key="")
    return article, extraction


def _whole(seed: Seed, said: Understood) -> Understood:
    article, extraction = said
    if not article.text:
        article = replace(article, text=seed.text, key=match_key(seed.text))
    return article, extraction
