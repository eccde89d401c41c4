"""What an article says: from the text of a seed to facts, each with the words that it stands on.

Reads a text as people see it, tells the article apart, extracts, and leads every offset back into
the seed's own text: `text[start:end] == quote` holds there, whatever a page has put between the
letters. No correction has a part in this; what an editor says of the text itself and of the day of
publication has.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from egov_timeline import wording
from egov_timeline.clean import clean
from egov_timeline.extract import extract, read_until
from egov_timeline.extract.document import Document
from egov_timeline.inputs import Doing, TextEdit
from egov_timeline.records import (
    Article,
    Block,
    Certainty,
    Evidence,
    Extraction,
    Finding,
    Part,
    Sentence,
)
from egov_timeline.text import Span, normalize
from egov_timeline.view import View, begins, flowing, located, view
from egov_timeline.vocabulary import Vocabularies

# (start, end, by which edit) of words in a source that an editor reads otherwise
Read = tuple[int, int, TextEdit]


def understand(
    raw: str,
    vocabularies: Vocabularies,
    published: str | None = None,
    edits: Sequence[TextEdit] = (),
) -> tuple[Article, Extraction]:
    """Return the article in a raw text, and what it says; offsets are those of the text in NFC.

    `published` and `edits` are what an editor says beside it; words to edit that do not stand there
    are passed over, since `sidecars` refuses them.
    """
    seen, read = _edited(view(normalize(raw)), edits)
    page = _chosen(clean(seen.text, vocabularies.words.sections), edits)
    flow = _set(page, seen)
    if flow.origin is None:
        return page, extract(page, vocabularies, published)
    found = extract(_flowing(page, seen, flow), vocabularies, published)
    return _told_apart(page, seen), _Restoring(flow, read).restored(found)


def _set(page: Article, seen: View) -> View:
    """Return `seen` with each block of `page` in one line."""
    return flowing(seen, ((block.start, block.end) for block in page.blocks))


def _edited(seen: View, edits: Sequence[TextEdit]) -> tuple[View, tuple[Read, ...]]:
    """Return `seen` with words read as an editor reads them, and where in its source they stand."""
    read: list[Read] = []
    for edit in edits:
        if edit.doing is Doing.READ and edit.read is not None:
            spans = located(seen.text, edit.words)
            read += [(*seen.span(*span), edit) for span in spans]
            seen = seen.changed([(start, end, edit.read) for start, end in spans])
    return seen, tuple(read)


def _chosen(page: Article, edits: Sequence[TextEdit]) -> Article:
    """Return the article with paragraphs kept and left out as an editor decides."""
    parts = {Doing.KEEP: Part.BODY, Doing.DROP: Part.DROPPED}
    chosen = [(edit.words, parts[edit.doing]) for edit in edits if edit.doing in parts]

    def part(block: Block) -> Part:
        said = page.text[block.start : block.end]
        return next((p for words, p in chosen if begins(said, words)), block.part)

    if not chosen:
        return page
    return dataclasses.replace(
        page, blocks=tuple(block._replace(part=part(block)) for block in page.blocks)
    )


def _flowing(page: Article, seen: View, flow: View) -> Article:
    """Return the article of `seen` as one of `flow`."""

    def there(start: int, end: int) -> Span:
        first, last = seen.span(start, end)
        return flow.at(first), flow.at(last)

    return page if seen is flow else _laid_over(flow.text, page, there)


def _told_apart(page: Article, seen: View) -> Article:
    """Return the article of `seen` as one of its source."""
    return page if seen.origin is None else _laid_over(seen.source, page, seen.span)


def _laid_over(text: str, page: Article, there: Callable[[int, int], Span]) -> Article:
    """Return `page` as an article of `text`; `there` tells where a span of the one is in it."""
    blocks = tuple(Block(*there(b.start, b.end), b.part) for b in page.blocks)
    sentences = tuple(Sentence(*there(s.start, s.end), s.block) for s in page.sentences)
    return Article(text, blocks, sentences)


@dataclass(frozen=True, slots=True)
class _Restoring:
    """Leads evidence back to the source of a view; `read` are the words that an editor read."""

    flow: View
    read: tuple[Read, ...]

    def restored(self, found: Any) -> Any:
        """Return `found` with all evidence in it, however deep, led back."""
        match found:
            case Evidence():
                start, end = self.flow.span(found.start, found.end)
                return Evidence(self.flow.source[start:end], start, end, found.rule)
            case Finding():
                return self._signed(self._deep(found))
            case Extraction():
                return self._deep(found)
            case tuple():
                return tuple(map(self.restored, found))
        return found

    def _deep(self, found: Any) -> Any:
        values = {f.name: self.restored(getattr(found, f.name)) for f in dataclasses.fields(found)}
        return dataclasses.replace(found, **values)

    def _signed(self, found: Finding[Any]) -> Finding[Any]:
        """Return a finding that says so where it stands on words that an editor read otherwise."""
        for start, end, edit in self.read:
            if any(e.start < end and start < e.end for e in found.evidence):
                why = wording.labels.READ_BY_EDITOR.format(edit.words, edit.read, edit.why or "")
                inferred = Certainty.INFERRED
                return dataclasses.replace(found, certainty=inferred, why=why.rstrip(": "))
        return found


def document_of(raw: str, vocabularies: Vocabularies, *, until: str) -> Document:
    """Return a raw text as the rules of the field `until` find it: what training looks at."""
    seen = view(normalize(raw))
    page = clean(seen.text, vocabularies.words.sections)
    return read_until(until, _flowing(page, seen, _set(page, seen)), vocabularies)
