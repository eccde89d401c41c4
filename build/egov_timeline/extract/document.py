"""An article with its spans, its sentences and the facts found so far: what all fields share.

Turns an `Article` into event mentions ("hội thảo", "lễ khai trương") and announcements, the
sentences that tell that the event takes place, ranked. Findings of earlier fields are kept in
`found`, so that a later rule can rest on them. It decides no field itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import count, islice
from typing import Any, TypeVar

from egov_timeline.alternatives import Alternatives
from egov_timeline.extract.annotate import announcing, reschedulings, timex, timex_reading
from egov_timeline.extract.annotate import citations as legal
from egov_timeline.extract.annotate.event_nouns import EventMention, find_branded, find_events
from egov_timeline.extract.annotate.organizations import Body, bodies
from egov_timeline.records import Article, Certainty, Evidence, Finding, Part, Sentence
from egov_timeline.text import Span, key_of
from egov_timeline.vocabulary import Vocabularies

T = TypeVar("T")

# Further on, only a noun makes a sentence one that may announce the event.
_NEAR = 12


@dataclass(frozen=True, slots=True)
class Announcement:
    """A sentence that tells of the event: the higher the score, the more of what, when and who.

    `says_what` is false for a lead that opens with its day and names neither event nor act.
    """

    sentence: int
    start: int
    end: int
    score: float
    says_what: bool = True


class Document:
    """An article as the extractors see it. Offsets are those of the article's text.

    `published` is when an editor says that it appeared, EDTF or ISO 8601 date-time.
    """

    def __init__(
        self, article: Article, vocabularies: Vocabularies, published: str | None = None
    ) -> None:
        self.article = article
        self.text = article.text
        self.key = key_of(article.text)
        self.vocabularies = vocabularies
        self.published = published
        self.found: dict[str, Any] = {}
        self._starts = [s.start for s in article.sentences]
        self._bodies: dict[int, tuple[list[Body], Iterator[Body]]] = {}

    @cached_property
    def kept(self) -> tuple[int, ...]:
        """Indices of the sentences that belong to the article, captions included."""
        kept = [block.part.kept for block in self.article.blocks]
        return tuple(i for i, s in enumerate(self.article.sentences) if kept[s.block])

    def sentence(self, index: int) -> Sentence:
        """Return the sentence at `index`."""
        return self.article.sentences[index]

    def said(self, index: int) -> str:
        """Return the key of the sentence at `index`."""
        span = self.sentence(index)
        return self.key[span.start : span.end]

    def sentence_at(self, offset: int) -> int | None:
        """Return the index of the sentence that `offset` lies in; None between sentences."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset >= self.article.sentences[index].end:
            return None
        return index

    @cached_property
    def events(self) -> tuple[EventMention, ...]:
        """Every event noun in the kept sentences that can mean one event, in order."""
        kept, own = set(self.kept), self.vocabularies.words
        found = sorted([*find_events(self.key, own), *find_branded(self.text, self.key, own)])
        located = ((self.sentence_at(m[0]), m) for m in found)
        return tuple(EventMention(*m, i) for i, m in located if i is not None and i in kept)

    def events_in(self, sentence: Sentence) -> list[EventMention]:
        """Return the event nouns of one sentence."""
        starts = self._event_starts
        first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        return list(self.events[first:last])

    @cached_property
    def _event_starts(self) -> list[int]:
        return [event.start for event in self.events]

    def bodies_in(self, index: int, before: int | None = None) -> Iterator[Body]:
        """Yield the bodies that a sentence names, in order; those that begin `before` a place.

        They are found once, and as far as somebody asks: finding takes long.
        """
        if index not in self._bodies:
            sentence = self.sentence(index)
            self._bodies[index] = [], bodies(self, sentence.start, sentence.end)
        known, more = self._bodies[index]
        for place in count():
            if place == len(known):
                known += islice(more, 1)
            if place == len(known) or (before is not None and known[place].start >= before):
                return
            yield known[place]

    @cached_property
    def citations(self) -> tuple[legal.Citation, ...]:
        """Every legal document that the text names by number, in order."""
        return legal.find(self.key)

    @cached_property
    def timexes(self) -> tuple[timex.Timex, ...]:
        """Every expression of time in the text, those outside the article included, in order."""
        return timex_reading.find(self.key)

    def times(self, *kinds: timex.Kind) -> Iterator[tuple[timex.Timex, int]]:
        """Yield the expressions of time in the kept sentences, each with its sentence."""
        kept = set(self.kept)
        for time in self.timexes:
            sentence = self.sentence_at(time.start)
            if time.kind in kinds and sentence in kept:
                yield time, sentence

    @cached_property
    def moved_to(self) -> tuple[int, ...]:
        """Where the days begin that an event is moved to, in order."""
        return reschedulings.find(self.key, self.timexes)

    @cached_property
    def announcements(self) -> tuple[Announcement, ...]:
        """Sentences that may announce the event, the best first; empty where none names it."""
        mentioned = {e.sentence for e in self.events if self._is_told(e)} | self._sentences_with(
            announcing.COMMITTEE
        )
        candidates = mentioned | self._acts | self._dated_leads
        scored = (
            self._announcement(rank, i, i in mentioned)
            for rank, i in enumerate(self.kept)
            if i in candidates
        )
        ranked = sorted(scored, key=lambda a: -a.score)
        # Where all is told in scenes, the best of them stands for the announcement.
        return tuple(a for i, a in enumerate(ranked) if a.score > 0 or (i == 0 and a.says_what))

    def _is_told(self, event: EventMention) -> bool:
        """Whether a sentence tells of the event and does not only count time from it."""
        if announcing.ASIDE.search(self.key, max(0, event.start - 30), event.start):
            return False
        if event.type or not announcing.NEW_THING.match(self.key, event.end):
            return True
        whole = self.sentence(event.sentence)
        return bool(announcing.HAPPENS.search(self.key, whole.start, whole.end))

    def _sentences_with(self, pattern: re.Pattern[str]) -> set[int | None]:
        return {self.sentence_at(m.start()) for m in pattern.finditer(self.key)}

    def holding(self, pattern: Alternatives, among: Sequence[int]) -> set[int]:
        """Return those of the sentences `among` that hold a match of `pattern`."""
        spans = [self.sentence(i)[:2] for i in among]
        return {i for i, held in zip(among, pattern.holds(self.key, spans), strict=True) if held}

    @property
    def _acts(self) -> set[int]:
        """Sentences near the beginning that tell of a ceremony or a meeting by its act."""
        return self.holding(announcing.ACT, self.kept[:_NEAR])

    @property
    def _dated_leads(self) -> set[int]:
        """Leading sentences that open with their day, and so may announce without a noun."""
        return {i for i in self.kept[:4] if announcing.OPENS_WITH_DAY.match(self.said(i))}

    def _announcement(self, rank: int, index: int, named: bool) -> Announcement:
        sentence = self.sentence(index)
        said = self.key[sentence.start : sentence.end]
        weight, says_what = announcing.weigh(said, named)
        score = weight - 0.15 * min(rank, 12) - self._demoted(rank, sentence)
        return Announcement(index, sentence.start, sentence.end, score, says_what)

    def _demoted(self, rank: int, sentence: Sentence) -> float:
        """A caption, a heading and the title name the event, but the text says more of it."""
        part = self.article.part_of(sentence)
        title = rank == 0 and self.text[sentence.end - 1] not in '.!?…"”'
        return 1.0 * (part in (Part.CAPTION, Part.HEADING) or title)

    def evidence(self, start: int, end: int, rule: str) -> Evidence:
        """Return the words at `start:end` as evidence read by `rule`."""
        return Evidence(self.text[start:end], start, end, rule)

    def finding(
        self,
        value: T,
        rule: str,
        spans: Iterable[Span],
        *,
        inferred: bool = False,
        why: str | None = None,
    ) -> Finding[T]:
        """Return a finding that stands on the words at `spans`, and on what `why` says."""
        certainty = Certainty.INFERRED if inferred else Certainty.STATED
        return Finding(value, certainty, tuple(self.evidence(s, e, rule) for s, e in spans), why)
