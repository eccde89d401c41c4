"""What all seeds say: as it was understood before, or understood now, several at once.

A text is understood anew where anything that has a part in it changes: its letters, what an editor
says of them, the vocabularies, or code.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from egov_timeline import cache, wording
from egov_timeline.cache import Key
from egov_timeline.inputs import Seed
from egov_timeline.once import ALONE, Means
from egov_timeline.records import Article, Extraction
from egov_timeline.understanding import understand
from egov_timeline.vocabulary import Vocabularies

Understood = tuple[Article, Extraction]


def understood(
    seeds: Sequence[Seed], vocabularies: Vocabularies, means: Means = ALONE
) -> list[Understood]:
    """Return what each of the `seeds` says, by the `means` of a build."""
    found = means.each(partial(_bare, vocabularies), seeds, "understood", _made_of)
    return [_whole(seed, said) for seed, said in zip(seeds, found, strict=True)]


def _made_of(seed: Seed) -> tuple[str, str]:
    return seed.text, repr((seed.source.published, seed.edits))


def understood_alone(seed: Seed, vocabularies: Vocabularies) -> Understood:
    """Return what a seed says."""
    return understand(seed.text, vocabularies, seed.source.published, seed.edits)


def common(vocabularies: Vocabularies, *folders: Path) -> Key:
    """Return the key of what has a part in all that is made: code, words, and some `folders`."""
    terms = (vocabularies.themes, vocabularies.organizations, vocabularies.places)
    said = (*(list(each.values()) for each in terms), vocabularies.words, wording.own.laid())
    return cache.key(cache.code(), *map(repr, said), cache.of_folders(folders))


def _bare(vocabularies: Vocabularies, seed: Seed) -> Understood:
    """Return what a seed says, without the text that the seed has."""
    article, extraction = understood_alone(seed, vocabularies)
    article = replace(article, read_as=article.language)
    if article.text == seed.text:
        article = replace(article, text="")
    return article, extraction


def _whole(seed: Seed, said: Understood) -> Understood:
    article, extraction = said
    if not article.text:
        article = replace(article, text=seed.text)
    return article, extraction
