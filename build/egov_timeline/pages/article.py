"""Write the page of one article: what is known from it, its text, and where to read on.

Turns a record and what surrounds it into a page whose body is one block of HTML, which Markdown
leaves alone. What only a site knows, its address and where to report errors, is marked by a comment
(`<!--address-->`, `<!--report-->`) that the theme fills in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from egov_timeline import frontmatter, wording
from egov_timeline.fields import status_of
from egov_timeline.inputs import Attachment
from egov_timeline.language import language_of
from egov_timeline.pages import coverage, edits
from egov_timeline.pages.body import escape, paragraphs, title_block
from egov_timeline.pages.facts import panel
from egov_timeline.pages.head import description, front_matter
from egov_timeline.pages.neighbours import Neighbours
from egov_timeline.pages.related import Related
from egov_timeline.pages.support import support
from egov_timeline.pages.templates import fill
from egov_timeline.records import Record
from egov_timeline.vocabulary import Vocabularies

# A heading of more letters is set smaller.
_LONG = 120


@dataclass(frozen=True, slots=True)
class Around:
    """What surrounds an article: all `reports` of its event, those beside it, what it leads to.

    `told` is what its page says to reference managers (`cite`) and search engines (`json_ld`).
    """

    reports: Sequence[Record]
    neighbours: Neighbours
    related: Related
    told: Mapping[str, Any]


def page(record: Record, around: Around, vocabularies: Vocabularies) -> str:
    """Return the page of `record`: its front matter, and the body that the theme frames."""
    own, title = record.article.language, wording.title_of(record)
    drawn_as_heading = title_block(record, title)
    blocks = list(paragraphs(record, support(record)))
    kept = [p for b, p in blocks if p.part.kept and b != drawn_as_heading]
    body = fill(
        "article.md.j2",
        **_source(record),
        record=record,
        around=around,
        facts=panel(record, vocabularies, coverage.beside(record, around.reports)),
        when=_when(record),
        others=coverage.others(record, around.reports),
        edits=edits.notes(record),
        files=[_attachment(record, each) for each in record.seed.attachments],
        own=own,
        heading=next((p.text for b, p in blocks if b == drawn_as_heading), escape(title)),
        heading_language=own if drawn_as_heading else language_of(title, own),
        is_long=len(title) > _LONG,
        kept=kept,
        dropped=[p for b, p in blocks if not p.part.kept and b != drawn_as_heading],
    )
    head = front_matter(record, vocabularies)
    head |= {"description": description(record, title, kept), "template": "article.html"}
    comment = f"generated from {record.seed.path}; correct it in the .yml beside that file"
    return frontmatter.dump(head, body, comment=comment)


def _when(record: Record) -> str:
    """Return the day of the event, and what became of it."""
    found = record.facts.date
    return wording.occasion_label(found.value if found else None, status_of(record.facts))


def _source(record: Record) -> dict[str, str]:
    """Return where the text is from: `raw` is the file that stands beside the page, "" if none."""
    seed, published = record.seed, record.appeared
    return {
        "raw": seed.path.rpartition("/")[2] if seed.is_open else "",
        "sha256": "" if seed.is_citation else seed.sha256,
        "published": wording.published_label(published) if published else "",
    }


def _attachment(record: Record, attached: Attachment) -> dict[str, str]:
    return {
        "address": f"../dinh-kem/{record.slug}/{attached.file}",
        "label": attached.label,
        "kind": attached.file.rpartition(".")[2].upper(),
        "size": wording.size_label(attached.size),
        "source": attached.source or "",
    }


def leading_on(record: Record) -> str:
    """Return the page at a former address: it leads to where the article is now."""
    name = wording.name_of(record)
    meta = {"title": name, "leads_to": f"{record.slug}.html", "template": "moved.html"}
    comment = f"generated from {record.seed.path}: the article had this address before"
    body = fill("moved.md.j2", slug=record.slug, name=name)
    return frontmatter.dump(meta, body, comment=comment)
