"""Readings of made-up articles, for the tests of the extractors."""

from egov_timeline.clean import clean
from egov_timeline.extract.reading import Reading
from egov_timeline.text import normalize
from project import vocabularies


def read(text: str) -> Reading:
    return Reading(clean(normalize(text)), vocabularies())
