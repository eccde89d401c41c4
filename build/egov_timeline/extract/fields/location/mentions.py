"""The places that a text names, each by how it is named: what the event's place is chosen from.

Turns the sentences that may tell of the event into mentions: a phrase of place ("tại Khách sạn
Melia, Hà Nội"), a house that is named without "tại", a host, a place in a body's name, or a bare
one. It does not say which of them is the event's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from egov_timeline.alternatives import Alternatives
from egov_timeline.extract.annotate.localities import Locality, localities
from egov_timeline.extract.annotate.venues import HOUSE, venue_at
from egov_timeline.extract.document import Document
from egov_timeline.extract.lexicon import words
from egov_timeline.records import Part, Sentence
from egov_timeline.text import Span
from egov_timeline.vocabulary import HOME, province_of

# "tại Huế", "trong khuôn viên Trường Đại học Huế", "trong không gian cạnh hồ Tây, Hà Nội"
_AT = r"\b(?:tại|ở|trong (?:khuôn viên|không gian|hội trường)(?: cạnh| của)?)\s+"
# "Địa điểm không đổi, vẫn là khách sạn", "nơi đón khách là": the place is the sentence's subject;
# a round pin says the same in an invitation.
_SPOT = (
    r"\b(?:địa điểm(?! (?:đăng ký|nhận|nộp|cho))|"
    rf"nơi (?:{words('hold', 'occur')}|đón khách|gặp gỡ))\b"
    r"[^.;:]{0,30}?(?:: ?| (?:là|tại|ở) )|"
    "\U0001f4cd ?"
)
_PHRASE = Alternatives(rf"(?P<spot>{_SPOT})|{_AT}")
_HOUSE = Alternatives(rf"{HOUSE} ")
IN_A_HOUSE = re.compile(rf"{HOUSE}\b")
# "Bình Dương sẽ đăng cai tổ chức hội nghị", "Sở Nội vụ Bạc Liêu, đơn vị chủ nhà"
_HOSTS = re.compile(
    r",?(?: (?:đã|sẽ|vừa|là|vinh dự|được|chọn|nơi|lần đầu|tiên|nhận|vai trò|đơn vị|"
    r"địa phương)){0,5} "
    rf"(?:{words('host')}|chủ nhà(?! của)|trở thành (?:nơi|điểm) (?:gặp gỡ|hẹn|hội tụ))\b"
)
_LEAD, _BEST = 8, 6


class Kind(StrEnum):
    """How a place is named."""

    AT = "at"  # a phrase of place in a sentence that tells of the event
    ASIDE = "aside"  # one in another sentence
    SPOT = "spot"  # in the line that gives the place
    HOUSE = "house"  # where people come together, without "tại"
    HOST = "host"
    BODY = "body"  # in the name of a body
    BARE = "bare"


# What says where something is; all else only tells of the place.
PLACES = (Kind.AT, Kind.SPOT, Kind.HOUSE, Kind.HOST)


@dataclass(frozen=True, slots=True)
class Mention:
    """A place named at `start:end`; `place` is the venue or town in the article's words."""

    kind: Kind
    sentence: Sentence
    start: int
    end: int
    place: str | None
    province: str | None

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.start, self.end


def mentions(document: Document) -> tuple[Mention, ...]:
    """Return what the lead, the announcements and the captions name, sentence by sentence."""
    captions = [i for i in document.kept if _is_caption(document, document.sentence(i))]
    telling = {*(a.sentence for a in document.announcements[:_BEST]), *captions}
    looked_at = dict.fromkeys((*document.kept[:_LEAD], *sorted(telling)))
    return tuple(
        mention
        for index in looked_at
        for mention in _in_sentence(document, index, telling=index in telling)
    )


def _is_caption(document: Document, sentence: Sentence) -> bool:
    return document.article.part_of(sentence) is Part.CAPTION


def _in_sentence(document: Document, index: int, *, telling: bool) -> Iterator[Mention]:
    sentence = document.sentence(index)
    done, span = sentence.start, (sentence.start, sentence.end)
    phrases = (*_PHRASE.finditer(document.key, *span), *_HOUSE.finditer(document.key, *span))
    for match in sorted(phrases, key=lambda match: match.start()):
        mention = _phrase(document, sentence, match) if match.start() >= done else None
        if mention:
            yield from _names(document, index, done, mention.start)
            yield mention if telling or mention.kind is not Kind.AT else _aside(mention)
            done = mention.end
    yield from _names(document, index, done, sentence.end)


def _aside(mention: Mention) -> Mention:
    """Return a phrase of place for what it is where nothing is told of the event: of towns, say."""
    house = mention.place and IN_A_HOUSE.match(mention.place.lower())
    return replace(mention, kind=Kind.ASIDE, place=mention.place if house else None)


def _phrase(document: Document, sentence: Sentence, match: re.Match[str]) -> Mention | None:
    """Return the phrase of place that begins with a match; a house needs a town."""
    house = "spot" not in match.re.groupindex
    begin = match.start() if house else match.end()
    venue = venue_at(document, begin, sentence.end)
    if not venue or (house and not venue.location.province):
        return None
    kind = Kind.HOUSE if house else Kind.SPOT if match["spot"] else Kind.AT
    place, province = venue.location.place, venue.location.province
    return Mention(kind, sentence, match.start(), venue.end, place, province)


def _names(document: Document, index: int, start: int, end: int) -> Iterator[Mention]:
    """Yield the places named in a stretch without a phrase of place."""
    for hit in localities(document, start, end):
        province = province_of(document.vocabularies.places, hit.id)
        if hit.id != HOME and province:
            yield _named(document, index, hit, province)


def _named(document: Document, index: int, hit: Locality, province: str) -> Mention:
    sentence = document.sentence(index)
    hosts = _HOSTS.match(document.key, hit.end, sentence.end)
    if hosts:
        return Mention(Kind.HOST, sentence, hit.start, hosts.end(), None, province)
    bodies = document.bodies_in(index, before=hit.start)
    body = next((body for body in bodies if hit.start < body.end), None)
    if body:
        return Mention(Kind.BODY, sentence, body.start, body.end, None, province)
    return Mention(Kind.BARE, sentence, hit.start, hit.end, None, province)
