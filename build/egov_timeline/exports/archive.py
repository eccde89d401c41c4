"""What every export is made of: all that is published, and where and in whose name it stands.

Its ids stay the same wherever the site is published. They say nothing of who publishes it, save
where the settings give the archive a namespace of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from uuid import UUID, uuid5

from egov_timeline import imprint, wording
from egov_timeline.events import Event, grouped, merged
from egov_timeline.exports import licence
from egov_timeline.imprint import Imprint
from egov_timeline.records import Record, Timeline
from egov_timeline.settings import Settings
from egov_timeline.vocabulary import Vocabularies

# The way from a file of data to the root of the site, where the site's address is not known.
UP = "../"
_NAMESPACE = UUID("6a3f1d0e-5c1b-4e57-9b7a-2f8f3c7d9e41")


@dataclass(frozen=True)
class Archive:
    """Records and their timeline, what is said `about` the whole, and the address of the `site`.

    The address is "" where it is not known.
    """

    records: Sequence[Record]
    timeline: Timeline
    vocabularies: Vocabularies
    about: Imprint = imprint.NONE
    site: str = ""

    @property
    def name(self) -> str:
        """What the archive is called."""
        return self.settings.name

    @property
    def rights(self) -> str:
        """Whose the articles are, and how what is told of them may be used."""
        terms = self.settings.licence
        labels = wording.labels
        granted = labels.GRANTED.format(f"{licence.label(terms)} ({terms})") if terms else ""
        return f"{labels.RIGHTS} {granted}".rstrip()

    @property
    def settings(self) -> Settings:
        """What its editors say of it."""
        return self.about.settings

    @property
    def root(self) -> str:
        """Where the site stands, seen from a file of data; it ends in a slash."""
        return f"{self.site.rstrip('/')}/" if self.site else UP

    @property
    def alone(self) -> Archive:
        """The archive without records: what something is made of beside them."""
        return replace(self, records=(), timeline=Timeline())

    @property
    def citations(self) -> int:
        """How many records have no text."""
        return sum(record.seed.is_citation for record in self.records)

    @property
    def milestones(self) -> int:
        """How many entries of the timeline are no events."""
        return sum(entry.milestone is not None for entry in self.timeline.entries)

    def lasting_id(self, name: str) -> UUID:
        """Return an id for `name` that no other address or build changes."""
        own = self.settings.namespace
        return uuid5(uuid5(_NAMESPACE, own) if own else _NAMESPACE, name)

    @cached_property
    def events(self) -> Mapping[str, Event]:
        """By the id of each record what it reports, together with others that do."""
        found: dict[str, Event] = {}
        for reports in grouped(self.records):
            told = any(record.facts.is_event for record in reports)
            for together in (reports,) if told else ((record,) for record in reports):
                event = merged(together)
                found |= {record.id: event for record in together}
        return found

    def event_id(self, record: Record) -> UUID:
        """Return the id of the event that `record` stands for."""
        return self.id_of("event", record)

    def id_of(self, kind: str, record: Record, *more: str) -> UUID:
        """Return an id that no new file name changes, nor a new slug that keeps the former one."""
        first = (record.seed.formerly or (record.slug,))[0]
        return self.lasting_id(" ".join((kind, first, *more)))
