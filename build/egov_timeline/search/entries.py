"""Say what can be found: an article with its facts, or another page of the site.

Turns a record into the strings that search looks through and shows, and a built page into its title
and paragraphs. Facts come from the record, never from the page that draws them; what is no part of
the article is left out, and the sentences keep their numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any

from egov_timeline import fields, wording
from egov_timeline.amendments import how_known
from egov_timeline.anchors import sentence_index
from egov_timeline.fields import Datatype, Field, status_of
from egov_timeline.records import Article, Certainty, Extraction, Finding, Record
from egov_timeline.text import one_line, slugify
from egov_timeline.vocabulary import Term, Vocabularies

SOURCE = "source"  # the field of the publisher and of the author

_NUMBER = re.compile(r"\d[\d.]*")


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing known of the event, in words, and the number of the sentence that says it, or 0.

    `certainty` is a key of `wording.CERTAINTY`, "" where the article states it.
    """

    field: str
    label: str
    sentence: int
    certainty: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A page that can be found. `sentences` are "" where they are no part of the article."""

    path: str
    title: str
    sentences: tuple[str, ...] = ()
    facts: tuple[Fact, ...] | None = None  # None: no article, its sentences have no address
    edtf: str = ""
    below: str = ""  # what is said below the title: when and where, or what sort of page it is
    names: tuple[str, ...] = ()  # of what the page is about: who asks for one finds it first
    facets: tuple[tuple[str, str, str], ...] = ()  # facet, id, label
    listed: int = 0  # how much the page of a theme, body, place or series lists

    def of(self, *fields: str) -> list[str]:
        """Return the facts of `fields` in words."""
        return [fact.label for fact in self.facts or () if fact.field in fields]

    @property
    def strings(self) -> tuple[str, ...]:
        """Everything that is looked through."""
        return (self.title, *(fact.label for fact in self.facts or ()), *self.sentences)


def of_record(record: Record, vocabularies: Vocabularies) -> Entry:
    """Return the article of `record`."""
    facts, article = record.facts, record.article
    named = facts.title or facts.event
    title = one_line(named.value) if named else wording.nameless(facts.event_type)
    said = [
        one_line(article.text[s.start : s.end]) if article.part_of(s).kept else ""
        for s in article.sentences
    ]
    told = tuple(_facts(record, vocabularies, title))
    where = next((fact.label for fact in told if fact.field == "location"), "")
    return Entry(
        path=f"bai-viet/{record.slug}.html",
        title=title,
        # What the heading says is found there.
        sentences=tuple("" if text == title else text for text in said),
        facts=told,
        edtf=facts.date.value.edtf if facts.date else "",
        below=" · ".join(filter(None, (_when(facts), where))),
        facets=tuple(_facets(facts, vocabularies)),
    )


def since(record: Record) -> str:
    """Return the day of the event, or of the article; "" where no year is certain."""
    date = record.facts.date
    days = (date.value.edtf if date and not date.value.in_doubt else "", record.appeared or "")
    return next((day for day in days if day[:4].isdigit()), "")


def _when(facts: Extraction) -> str:
    """Return the day of the event, and what became of it; "" where nothing is known of either."""
    date, status = facts.date.value if facts.date else None, status_of(facts)
    return wording.occasion_label(date, status) if date or status != "held" else ""


def _facets(facts: Extraction, vocabularies: Vocabularies) -> Iterator[tuple[str, str, str]]:
    """Yield by what answers are narrowed down: facet, id and label of each value."""
    if facts.date and facts.date.value.year:
        year = facts.date.value.year
        doubted = [year] if facts.date.value.in_doubt else []
        yield "nam", str(year), wording.years_span(year, year, doubted)
    for theme in facts.themes:
        if theme.value in vocabularies.themes:
            yield "chu-de", theme.value, vocabularies.themes[theme.value].label
    if facts.location and (province := facts.location.value.province):
        yield "dia-diem", slugify(province), province
    for body in facts.organizer:
        yield "don-vi", body.value.id or slugify(body.value.name), body.value.name


def _facts(record: Record, vocabularies: Vocabularies, title: str) -> Iterator[Fact]:
    for row in fields.SEARCHED:
        for finding in fields.shown(record.facts, row.name):
            label = one_line(_label(row, finding.value, record.facts, vocabularies))
            if label and label != title:
                sure = how_known(record, row.name, finding)
                certainty = "" if sure == Certainty.STATED else sure
                yield Fact(row.name, label, _sentence(record.article, finding), certainty)
    # Who published it says little of the event: it is found as text is, and weighs no more.
    for name in (record.seed.source.publisher, record.seed.source.author):
        if name:
            yield Fact(SOURCE, one_line(name), 0)


def _label(row: Field, value: Any, facts: Extraction, vocabularies: Vocabularies) -> str:
    """Return the value in words; "" for a theme that the vocabulary no longer has."""
    if row.datatype is Datatype.THEME:
        return vocabularies.themes[value].label if value in vocabularies.themes else ""
    if row.datatype is Datatype.DATE:
        return wording.when_label(value, status_of(facts))
    return wording.value_label(row.datatype, value)


def _sentence(article: Article, finding: Finding[Any]) -> int:
    if not finding.evidence:
        return 0
    return sentence_index(article, finding.evidence[0].start) + 1


def of_page(path: str, built: str, vocabularies: Vocabularies, *, whole: bool) -> Entry:
    """Return a page that is no article, from what MkDocs built; its paragraphs only if `whole`."""
    reader = _Reader()
    reader.feed(built if whole else _head(built))
    reader.close()
    texts = list(map(one_line, reader.texts))
    # A line above the heading says where the page belongs, not what it is called.
    title = texts.pop(reader.heading) if reader.heading is not None else ""
    about = [*filter(None, (one_line(reader.kicker), one_line(reader.count).rstrip(" ·")))]
    number = _NUMBER.match(reader.count.strip())
    return Entry(
        path,
        title,
        tuple(filter(None, texts)) if whole else (),
        below=" · ".join(about),
        names=tuple(_names(path, title, vocabularies)) if about else (),
        listed=int(number[0].replace(".", "")) if number else 0,
    )


def _head(built: str) -> str:
    """Return the page to the end of its masthead: a long list below it takes long to read."""
    start = built.find("<article")
    end = built.find("</header>", start)
    return built[start : end if end > 0 else None]


def _names(path: str, title: str, vocabularies: Vocabularies) -> Iterator[str]:
    """Yield what the theme, body, place, series or year goes by that the page is about."""
    folder, _, name = path.removesuffix(".html").rpartition("/")
    yield title.partition(" (")[0]  # "Hà Tây (nay thuộc Hà Nội)"
    if name.isdecimal() and folder == "nam":
        yield name
    authority: Mapping[str, Term] = {
        "chu-de": vocabularies.themes,
        "don-vi": vocabularies.organizations,
        "dia-diem": vocabularies.places,
    }.get(folder, {})
    if term := authority.get(name):
        yield from term.names


class _Reader(HTMLParser):
    """Collects the text of each heading, paragraph and list item inside the page's article.

    Of the page of a theme, body, place or series also what it says it is, and how much it lists.
    """

    _BLOCKS = frozenset({"h1", "h2", "h3", "h4", "p", "li", "dt", "dd", "td", "th"})

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.heading: int | None = None  # the place of the first <h1>
        self.kicker = self.count = ""
        self._inside = 0
        self._class = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "article":
            self._inside += 1
        if self._inside and tag in self._BLOCKS:
            if tag == "h1" and self.heading is None:
                self.heading = len(self.texts)
            self.texts.append("")
            self._class = dict(attrs).get("class") or ""
        elif tag == "a" and self._class == "tl-masthead__count":
            self._class = ""  # what leads elsewhere says nothing of this page

    def handle_endtag(self, tag: str) -> None:
        if tag == "article":
            self._inside -= 1
        if tag in self._BLOCKS:
            self._class = ""
        if self._inside and tag == "h1":
            self.texts.append("")  # what follows is no part of the heading

    def handle_data(self, data: str) -> None:
        if self._inside and self.texts:
            self.texts[-1] += data
            if self._class == "tl-masthead__kicker":
                self.kicker += data
            elif self._class == "tl-masthead__count":
                self.count += data
