"""What an annotator may know of a text: its words, its key and the vocabularies.

A `Document` is one; so an annotator can be handed a document and yet see neither its sentences nor
what was found in it.
"""

from __future__ import annotations

from typing import Protocol

from egov_timeline.vocabulary import Vocabularies


class Source(Protocol):
    """A text with its match key, which has the same offsets, and the names that are known."""

    text: str
    key: str
    vocabularies: Vocabularies
