"""Readings of made-up articles, for the tests of the extractors."""

from functools import cache
from pathlib import Path

from egov_timeline import vocabulary
from egov_timeline.clean import clean
from egov_timeline.extract.reading import Reading
from egov_timeline.text import normalize
from egov_timeline.vocabulary import Vocabularies

ROOT = Path(__file__).parent.parent


@cache
def vocabularies() -> Vocabularies:
    return vocabulary.load(ROOT / "seeds" / "vocabulary")


def read(text: str) -> Reading:
    return Reading(clean(normalize(text)), vocabularies())
