"""What the stages hand to each other: frozen values without behaviour of their own.

All offsets are code points of the seed's normalized text (`Seed.text`), and for every `Evidence`
`text[start:end] == quote`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from enum import StrEnum
from functools import cached_property
from hashlib import blake2b
from operator import attrgetter
from typing import Generic, NamedTuple, TypeVar

from egov_timeline.edtf import EventDate
from egov_timeline.inputs import Correction, Seed
from egov_timeline.language import language_of
from egov_timeline.pickled import Pickled

T_co = TypeVar("T_co", covariant=True)


class Part(StrEnum):
    """What a block of the seed is: the first three are the article, the rest why it is left out."""

    BODY = "body"
    HEADING = "heading"
    CAPTION = "caption"
    STAMP = "stamp"  # date and time of publication, counters
    BYLINE = "byline"  # author, agency
    CREDIT = "credit"  # who took the photo
    REPEATED = "repeated"  # said word for word elsewhere in the article
    RELATED = "related"  # headline or teaser of another story
    NAVIGATION = "navigation"  # breadcrumb, menu, tags, print and share links
    WIDGET = "widget"  # comment box, rating, what the CMS adds
    COPYRIGHT = "copyright"  # rights and contact lines
    LINK = "link"  # bare address or image path
    DROPPED = "dropped"  # left out by an editor

    @property
    def kept(self) -> bool:
        """Whether the block belongs to the article."""
        return self in (Part.BODY, Part.HEADING, Part.CAPTION)


class Block(NamedTuple):
    """One paragraph of the seed: usually a line, several where stray breaks cut a sentence."""

    start: int
    end: int
    part: Part


class Sentence(NamedTuple):
    """One sentence, never longer than its block; `block` is the index in `Article.blocks`."""

    start: int
    end: int
    block: int


@dataclass(frozen=True, slots=True)
class Article(Pickled):
    """A seed's text, told apart into blocks and sentences; nothing of it is lost."""

    text: str
    blocks: Sequence[Block]
    sentences: Sequence[Sentence]
    read_as: str = ""  # its language, where somebody has looked

    @property
    def language(self) -> str:
        """The language of most of the text."""
        return self.read_as or language_of(self.text)

    @property
    def starts(self) -> Sequence[int]:
        """Where its sentences begin."""
        known: Sequence[int] | None = getattr(self.sentences, "starts", None)
        return [sentence.start for sentence in self.sentences] if known is None else known

    def part_of(self, sentence: Sentence) -> Part:
        """Return what the block of `sentence` is."""
        return self.blocks[sentence.block].part


class Certainty(StrEnum):
    """How a fact is known."""

    STATED = "stated"  # the words give it
    INFERRED = "inferred"  # it follows from the words that are quoted
    CORRECTED = "corrected"  # a signed correction gives it


@dataclass(frozen=True, slots=True)
class Evidence(Pickled):
    """The words that a fact stands on, and the rule that read them."""

    quote: str
    start: int
    end: int
    rule: str = field(compare=False)


@dataclass(frozen=True, slots=True)
class Finding(Pickled, Generic[T_co]):
    """A value that extraction read from the text; `evidence` is never empty, save with a `why`.

    `why` says in a sentence how the value follows from the words, or what it rests on beside them:
    an editor's word for the day of publication.
    """

    value: T_co
    certainty: Certainty
    evidence: tuple[Evidence, ...]
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Location(Pickled):
    """Where the event takes place: venue or town in the article's words, and the province.

    `province` is one of the 63 provinces until 2025-06-30, of the 34 from the day after, by the
    day of the event; or a foreign city or country. `now` is what has taken the province in since: a
    report may call it that. It is knowledge about the value and no part of it.
    """

    place: str | None
    province: str | None
    now: str | None = field(default=None, compare=False, repr=False)

    def shares_province(self, other: Location) -> bool:
        """Whether two reports can mean one province: by its name then, or by that of today."""
        mine, theirs = self.province, other.province
        return bool(mine and theirs) and (mine in (theirs, other.now) or theirs == self.now)


@dataclass(frozen=True, slots=True)
class Organizer(Pickled):
    """A body behind the event; `role` is organizer, co-organizer, host or sponsor.

    `id` is None where no authority file knows the body; then `name` is the text's.
    """

    id: str | None
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Series(Pickled):
    """The series that an event belongs to, and its number in it where one is given."""

    name: str
    edition: int | None


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people as it is told: `bound` is over, under or about; None for the number."""

    number: int
    bound: str | None = None


@dataclass(frozen=True, slots=True)
class Milestone(Pickled):
    """Another dated moment that an article reports.

    `kind`: `first` (a series began), `edition` (another edition was held), `announced` (one is
    to come) or `document` (a decree, decision or plan was issued).
    """

    kind: str
    date: EventDate
    name: str
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Extraction(Pickled):
    """All that is understood of one article, from its text alone."""

    is_event: bool
    event_type: str | None = None
    title: Finding[str] | None = None
    event: Finding[str] | None = None
    published: Finding[str] | None = None  # EDTF or ISO 8601 date-time
    date: Finding[EventDate] | None = None
    status: Finding[str] | None = None  # held, announced, postponed or cancelled
    location: Finding[Location] | None = None
    organizer: tuple[Finding[Organizer], ...] = ()
    delegates: Finding[Count] | None = None
    themes: tuple[Finding[str], ...] = ()  # ids of the themes vocabulary
    series: Finding[Series] | None = None
    milestones: tuple[Finding[Milestone], ...] = ()
    rejected: tuple[tuple[Evidence, str], ...] = ()  # dates that lost, and why: for `explain`
    # Sentences that announce another event; and why the text reports none, "" where it does.
    others: tuple[Evidence, ...] = ()
    no_event: str = ""


# Of a text, its digest tells enough.
_TOLD_OF_SEED = attrgetter(*(field.name for field in fields(Seed) if field.name != "text"))


@dataclass(frozen=True)
class Record:
    """What is published of one article: the extraction, with signed corrections laid over it.

    `corrections` maps a field to the correction that supplied its value; `extracted` keeps what the
    text alone gave, so that both can be shown side by side.
    """

    seed: Seed
    slug: str
    article: Article
    facts: Extraction
    extracted: Extraction
    corrections: Mapping[str, Correction]
    formerly: tuple[str, ...] = ()  # slugs that lead to its page

    @cached_property
    def made_of(self) -> str:
        """All that a record is made of, but code and vocabularies: it follows from its seed."""
        told = repr((_TOLD_OF_SEED(self.seed), self.slug, self.formerly))
        return blake2b(told.encode("utf-8"), digest_size=20).hexdigest()

    @property
    def id(self) -> str:
        """The id of the seed: its file name without ending."""
        return self.seed.id

    @property
    def cites_edition(self) -> bool:
        """Whether it is a citation that tells of an edition of a series."""
        return self.seed.is_citation and self.facts.series is not None

    @property
    def appeared(self) -> str | None:
        """When the article appeared, by its own words or else by the word of an editor."""
        return self.facts.published.value if self.facts.published else self.seed.source.published


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One mark of the timeline: the event of a record, or a milestone that its article reports.

    `date` is None where nothing is known of it. `reports` are all that report the event, `record`,
    which stands for it, before the others.
    """

    record: Record
    date: EventDate | None
    milestone: Finding[Milestone] | None = None
    reports: tuple[Record, ...] = ()

    @property
    def sources(self) -> tuple[Record, ...]:
        """The records that tell of it, the one that stands for it first."""
        return self.reports or (self.record,)

    @property
    def made_of(self) -> str:
        """All that it is made of, but code and vocabularies."""
        told = [record.made_of for record in self.sources]
        return repr((told, self.date and self.date.edtf, self.milestone))

    @property
    def document(self) -> bool:
        """Whether this is a document that an article mentions."""
        return self.milestone is not None and self.milestone.value.kind == "document"

    @property
    def cited(self) -> bool:
        """Whether no article of the archive tells of it, only citations that an editor signed."""
        return all(report.seed.is_citation for report in self.sources)

    @property
    def related(self) -> bool:
        """Whether it is of the second layer: a document, or an edition that only citations tell."""
        return self.document or (self.cited and any(r.cites_edition for r in self.sources))


@dataclass(frozen=True, slots=True)
class TimelineYear:
    """The entries of one year, in order."""

    year: int
    entries: tuple[TimelineEntry, ...]

    @property
    def doubted(self) -> bool:
        """Whether no event or milestone of an event is of that year for certain."""
        told = [entry.date for entry in self.entries if not entry.related]
        return bool(told) and all(date is not None and date.in_doubt for date in told)


@dataclass(frozen=True, slots=True)
class Timeline:
    """All records in order of time.

    `shelf` holds the events whose year no source gives; `without_event` what reports no one event.
    """

    years: tuple[TimelineYear, ...] = ()
    shelf: tuple[TimelineEntry, ...] = ()
    without_event: tuple[Record, ...] = ()

    @property
    def entries(self) -> tuple[TimelineEntry, ...]:
        """All entries in order, those on the shelf last."""
        return (*(entry for year in self.years for entry in year.entries), *self.shelf)
