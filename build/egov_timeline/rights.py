"""Take out of a record what may not be published: of a withheld article, all but what is quoted.

Turns a record into one whose text has blanks in place of each sentence that no fact stands on.
Lengths, offsets and the numbers of sentences stay, so every quote stands where the data say; and no
later stage can tell more, whatever it does, because the words are not there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from egov_timeline.anchors import sentence_index
from egov_timeline.fields import FACTS, findings
from egov_timeline.inputs import Doing
from egov_timeline.language import language_of
from egov_timeline.records import Article, Evidence, Extraction, Finding, Record
from egov_timeline.text import Span
from egov_timeline.view import located

_SEEN = re.compile(r"[^\n]")


def published(record: Record) -> Record:
    """Return `record` as it may be published."""
    if not record.seed.withheld:
        return record
    article = record.article
    proof = list(_proof(record))
    spared = {index for evidence in proof for index in _sentences(article, evidence)}
    facts, extracted = (_sparing(f, article, spared) for f in (record.facts, record.extracted))
    record = replace(record, facts=facts, extracted=extracted)
    kept = [*_spans(article, spared), *((e.start, e.end) for e in proof)]
    text = _blanked(article.text, kept)
    edits = tuple(
        edit for edit in record.seed.edits if edit.doing is Doing.READ and located(text, edit.words)
    )
    seed = replace(record.seed, text=text, edits=edits)
    article = replace(article, text=text, read_as=language_of(text))
    return replace(record, seed=seed, article=article)


def _proof(record: Record) -> Iterator[Evidence]:
    """Yield what facts stand on, but for themes (`_sparing`), and what corrections quote."""
    for facts in (record.facts, record.extracted):
        for row in FACTS:
            if row.name != _GATHERED:
                for finding in findings(facts, row.name):
                    yield from finding.evidence
    for correction in record.corrections.values():
        for start, end in located(record.article.text, correction.quote or "")[:1]:
            yield Evidence(record.article.text[start:end], start, end, "correction")


_GATHERED = "themes"


def _sparing(facts: Extraction, article: Article, spared: set[int]) -> Extraction:
    """Return `facts` with one sentence for each theme, which is added to `spared` if it is new."""

    def spare(finding: Finding[str]) -> Finding[str]:
        if not finding.evidence:
            return finding
        known = (e for e in finding.evidence if spared >= set(_sentences(article, e)))
        chosen = next(known, finding.evidence[0])
        spared.update(_sentences(article, chosen))
        return replace(finding, evidence=(chosen,))

    return replace(facts, themes=tuple(map(spare, facts.themes)), rejected=())


def _sentences(article: Article, evidence: Evidence) -> Iterable[int]:
    if not article.sentences:
        return ()
    first, last = (sentence_index(article, at) for at in (evidence.start, evidence.end - 1))
    return range(first, last + 1)


def _spans(article: Article, spared: Iterable[int]) -> Iterator[Span]:
    for index in spared:
        yield article.sentences[index].start, article.sentences[index].end


def _blanked(text: str, kept: Iterable[Span]) -> str:
    pieces, done = [], 0
    for start, end in sorted(kept):
        pieces += [_SEEN.sub(" ", text[done:start]), text[max(done, start) : end]]
        done = max(done, end)
    return "".join([*pieces, _SEEN.sub(" ", text[done:])])
