"""What an article says: from the text of a seed to facts, each with the words that it stands on.

Reads a text as people see it, tells the article apart, extracts, and leads every offset back into
the seed's own text: `text[start:end] == quote` holds there, whatever a page has put between the
letters. No correction has a part in this; what an editor says of the text itself and of the day of
publication has.
"""

from __future__ import annotations

import dataclasses
from typing import Any

from egov_timeline.clean import clean
from egov_timeline.extract import extract
from egov_timeline.records import Article, Block, Evidence, Extraction, Finding, Sentence
from egov_timeline.text import Span, match_key, normalize
from egov_timeline.view import View, flowing, view
from egov_timeline.vocabulary import Vocabularies


def understand(raw: str, vocabularies: Vocabularies) -> tuple[Article, Extraction]:
    """Return the article in a raw text, and what it says; offsets are those of the text in NFC."""
    seen = view(normalize(raw))
    page = clean(seen.text)
    flow = flowing(seen, ((block.start, block.end) for block in page.blocks))
    if flow.origin is None:
        return page, extract(page, vocabularies)
    found = extract(_flowing(page, seen, flow), vocabularies)
    return _told_apart(page, seen), _restored(found, flow)


def _flowing(page: Article, seen: View, flow: View) -> Article:
    """Return the article of `seen` as one of `flow`."""
    if seen is flow:
        return page

    def there(start: int, end: int) -> Span:
        first, last = seen.span(start, end)
        return flow.at(first), flow.at(last)

    blocks = tuple(Block(*there(b.start, b.end), b.part) for b in page.blocks)
    sentences = tuple(Sentence(*there(s.start, s.end), s.block) for s in page.sentences)
    return Article(flow.text, match_key(flow.text), blocks, sentences)


def _told_apart(page: Article, seen: View) -> Article:
    """Return the article of `seen` as one of its source."""
    if seen.origin is None:
        return page
    blocks = tuple(Block(*seen.span(b.start, b.end), b.part) for b in page.blocks)
    sentences = tuple(Sentence(*seen.span(s.start, s.end), s.block) for s in page.sentences)
    return Article(seen.source, match_key(seen.source), blocks, sentences)


def _restored(found: Any, flow: View) -> Any:
    """Return `found` with all evidence, however deep, led back to the source of `flow`."""
    match found:
        case Evidence():
            start, end = flow.span(found.start, found.end)
            return Evidence(flow.source[start:end], start, end, found.rule)
        case Extraction() | Finding():
            changes = {f.name: getattr(found, f.name) for f in dataclasses.fields(found)}
            return dataclasses.replace(
                found, **{name: _restored(value, flow) for name, value in changes.items()}
            )
        case tuple() if not hasattr(found, "_fields"):
            return tuple(_restored(item, flow) for item in found)
    return found
