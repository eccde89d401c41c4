"""Write the pages of the site from records, in Markdown that MkDocs reads.

Turns records and their timeline into the text of each generated file below `content/`. Templates
only arrange: article text reaches them as a value, escaped, and is never itself a template.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from egov_timeline import frontmatter, wording
from egov_timeline.pages import axis, cards
from egov_timeline.pages.body import escape, paragraphs, title_block
from egov_timeline.pages.facts import front_matter, support
from egov_timeline.pages.neighbours import neighbours, series
from egov_timeline.records import Record, Timeline, TimelineEntry
from egov_timeline.vocabulary import Term, Vocabularies

_TEMPLATES = Environment(
    loader=PackageLoader("egov_timeline", "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_TEMPLATES.globals["wording"] = wording

_GENERATED = "generated; change seeds/ or the templates instead"


def render(
    records: Sequence[Record], timeline: Timeline, vocabularies: Vocabularies
) -> dict[str, str]:
    """Return the path below `content/` and the text of every generated page."""
    beside, together = neighbours(timeline), series(timeline)
    pages = {"index.md": _home(timeline, vocabularies)}
    for record in sorted(records, key=lambda r: r.slug):
        around = beside.get(record.id, {}) | together.get(record.id, {})
        page = _article(record, around, vocabularies)
        pages[f"bai-viet/{record.slug}.md"] = page
    themes = _themes(records, vocabularies)
    pages["chu-de/index.md"] = _theme_index(themes)
    for term, about in themes:
        pages[f"chu-de/{term.id}.md"] = _theme(term, about, timeline, vocabularies)
    return pages


def _fill(template: str, **values: Any) -> str:
    return _TEMPLATES.get_template(template).render(**values).strip()


def _home(timeline: Timeline, vocabularies: Vocabularies) -> str:
    values = _timeline_values(timeline, vocabularies, lambda _: True)
    years = [group for group in values["years"] if not group.related]
    meta = {"title": "Dòng thời gian", "template": "home.html"}
    body = _fill(
        "home.md.j2",
        **values,
        axes=axis.axes(years),
        first_year=years[0].year if years else None,
        last_year=years[-1].year if years else None,
        others=timeline.without_event,
        name_of=wording.name_of,
        root="",
    )
    return frontmatter.dump(meta, body, comment=_GENERATED)


def _timeline_values(
    timeline: Timeline, vocabularies: Vocabularies, keep: Callable[[TimelineEntry], bool]
) -> dict[str, Any]:
    years = cards.groups(timeline, vocabularies, keep)
    shelf = tuple(cards.card(entry, vocabularies) for entry in timeline.shelf if keep(entry))
    shown = [card for group in years for card in group.cards] + list(shelf)
    return {
        "years": years,
        "shelf": shelf,
        "events": sum(card.kind is None for card in shown),
        "milestones": sum(card.kind is not None and not card.related for card in shown),
        "related": sum(card.related for card in shown),
    }


def _article(record: Record, around: dict[str, Any], vocabularies: Vocabularies) -> str:
    meta = front_matter(record, vocabularies)
    heading = meta["title"] or wording.name_of(record)
    drawn_as_heading = title_block(record, heading)
    blocks = list(paragraphs(record, support(record)))
    body = _fill(
        "article.md.j2",
        heading=next((p.text for b, p in blocks if b is drawn_as_heading), escape(heading)),
        heading_length=len(heading),
        kept=[p for b, p in blocks if p.part.kept and b is not drawn_as_heading],
        dropped=[p for b, p in blocks if not p.part.kept and b is not drawn_as_heading],
    )
    comment = f"generated from {record.seed.path}; correct it in the .yml beside that file"
    return frontmatter.dump(meta | around | {"template": "article.html"}, body, comment=comment)


def _themes(
    records: Sequence[Record], vocabularies: Vocabularies
) -> list[tuple[Term, list[Record]]]:
    """Return the themes in use, those with most articles first."""
    about: dict[str, list[Record]] = {}
    for record in sorted(records, key=lambda r: r.id):
        for finding in record.facts.themes:
            if finding.value in vocabularies.themes:
                about.setdefault(finding.value, []).append(record)
    terms = [(vocabularies.themes[ident], found) for ident, found in about.items()]
    return sorted(terms, key=lambda pair: (-len(pair[1]), pair[0].label))


def _theme_index(themes: Sequence[tuple[Term, list[Record]]]) -> str:
    meta = {"title": "Chủ đề", "template": "home.html"}
    body = _fill("themes.md.j2", themes=[(t, len(about)) for t, about in themes])
    return frontmatter.dump(meta, body, comment=_GENERATED)


def _theme(
    term: Term, about: Sequence[Record], timeline: Timeline, vocabularies: Vocabularies
) -> str:
    ids = {record.id for record in about}

    def concerns(entry: TimelineEntry) -> bool:
        return entry.milestone is None and entry.record.id in ids

    body = _fill(
        "theme.md.j2",
        **_timeline_values(timeline, vocabularies, concerns),
        term=term,
        others=[record for record in timeline.without_event if record.id in ids],
        name_of=wording.name_of,
        root="../",
    )
    meta = {"title": term.label, "template": "home.html"}
    return frontmatter.dump(meta, body, comment=_GENERATED)
