"""The province that a text is at home in: the one that its title or its lead speaks of.

Turns the first sentences into the one province that they name, or the place of it. Where they speak
of several, nothing follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from egov_timeline.extract.annotate.localities import Locality, localities
from egov_timeline.extract.document import Document
from egov_timeline.text import Span
from egov_timeline.vocabulary import HOME, chain

# "Đại học Quốc gia Hà Nội", "Báo Sài Gòn": a name that only contains the place.
_IN_A_NAME = re.compile(
    r"\b(?:đại học|đh|học viện|báo|ngân hàng|từ|đến từ|công ty)\b[^,.;:()]{0,40}$"
)
_LEAD = 5


def home_province(document: Document) -> tuple[str, Span] | None:
    """Return the id of the one province that the title or the lead speaks of, and its words."""
    for where in (document.kept[:1], document.kept[:_LEAD]):
        named = list(_named(document, where))
        roots = {chain(document.vocabularies.places, hit.id)[-1] for hit in named}
        if len(roots) == 1:
            top = roots.pop()
            return (top.id, (named[0].start, named[0].end)) if top.kind == "province" else None
    return None


def _named(document: Document, sentences: Iterable[int]) -> Iterator[Locality]:
    for index in sentences:
        whole = document.sentence(index)
        for hit in localities(document, whole.start, whole.end):
            if hit.id != HOME and not _IN_A_NAME.search(document.key, whole.start, hit.start):
                yield hit
