"""Documents of made-up articles, for the tests of the extractors."""

from egov_timeline.clean import clean
from egov_timeline.extract.document import Document
from egov_timeline.text import normalize
from project import vocabularies


def read(text: str) -> Document:
    return Document(clean(normalize(text), vocabularies().words.sections), vocabularies())
