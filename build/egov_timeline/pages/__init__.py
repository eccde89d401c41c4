"""Write the pages of the site from records, in Markdown that MkDocs reads.

Turns records and their timeline into the text of each generated file below `content/`. Templates
only arrange: article text reaches them as a value, escaped, and is never itself a template.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from types import MappingProxyType
from typing import Any

from egov_timeline import imprint, manifest, wording
from egov_timeline.generated import Draft, Generated
from egov_timeline.imprint import Imprint
from egov_timeline.pages import article, articles, chronology, lists
from egov_timeline.pages.listings import listings
from egov_timeline.pages.log import Part, log
from egov_timeline.pages.neighbours import Neighbours, neighbours
from egov_timeline.pages.related import Related, related
from egov_timeline.pages.sheet import sheet
from egov_timeline.pages.templates import fill
from egov_timeline.records import Record, Timeline
from egov_timeline.vocabulary import Vocabularies


def render(
    records: Sequence[Record],
    timeline: Timeline,
    vocabularies: Vocabularies,
    told: Mapping[str, Mapping[str, Any]] = MappingProxyType({}),
    about: Imprint = imprint.NONE,
) -> Generated:
    """Return the path below `content/` and the text of every generated page.

    `told` maps a record's id to what its page says to programs (see `article.Around`); like the
    rest of that page, it is asked for when the page is. The home page tells `about` the whole.
    """
    found = listings(timeline, vocabularies)
    shown = chronology.cards(timeline, vocabularies)
    pages: dict[str, str | Draft] = {}
    pages |= chronology.pages(timeline, shown, found["series"], about)
    pages |= lists.pages(found, timeline, vocabularies, shown)
    pages |= articles.pages(records, {record.id for record in timeline.without_event})
    beside, alike = neighbours(timeline), related(found)
    told_by = [entry.reports for entry in timeline.entries if entry.milestone is None]
    together = {report.id: reports for reports in told_by for report in reports}
    drafts: dict[str, str | Draft] = {}
    for record in sorted(records, key=lambda r: r.slug):
        reports = together.get(record.id, (record,))
        first = reports[0].id
        places = (beside.get(first, Neighbours()), alike.get(first, Related()))
        made_of = partial(_made_of, record, reports, about.settings.namespace, *places)
        write = partial(_article, record, reports, *places, told, vocabularies)
        drafts[f"bai-viet/{record.slug}.md"] = Draft(write, made_of)
        leading_on = article.leading_on(record) if record.formerly else ""
        drafts |= {f"bai-viet/{slug}.md": leading_on for slug in record.formerly}
    signed = log(records, vocabularies)
    pages["dinh-chinh.md"] = Draft(partial(_log, signed), lambda: ("dinh-chinh.md", repr(signed)))
    pages["tim-kiem.md"] = _results()
    return Generated([*pages.items(), *drafts.items()])


def _article(
    record: Record,
    reports: Sequence[Record],
    beside: Neighbours,
    alike: Related,
    told: Mapping[str, Mapping[str, Any]],
    vocabularies: Vocabularies,
) -> str:
    around = article.Around(reports, beside, alike, told.get(record.id, {}))
    return article.page(record, around, vocabularies)


def _made_of(record: Record, reports: Sequence[Record], *others: object) -> tuple[str, ...]:
    """Return what the page of an article is made of."""
    return (record.slug, *(each.made_of for each in reports), *map(repr, others))


def data(told: Any, zip_name: str, updated: date | None = None) -> str:
    """Return the page of the data; `told` has the size of each file and what it holds.

    The zip keeps its address; what is saved of it bears the day up to which it tells.
    """
    body = fill(
        "data.md.j2",
        all=told,
        number=wording.number_label,
        size=lambda name: wording.size_label(told.sizes[name]),
        zip=zip_name,
        saved=zip_name.replace(".zip", f"-{updated}.zip") if updated else "",
        updated=updated,
        manifest=manifest.NAME,
    )
    return sheet("Dữ liệu", wording.labels.DATA, body, template="")


def home(timeline: Timeline, vocabularies: Vocabularies) -> Generated:
    """Return the home page, and the pages of the years where the timeline is long."""
    series = listings(timeline, vocabularies)["series"]
    shown = chronology.cards(timeline, vocabularies)
    return Generated(chronology.pages(timeline, shown, series).items())


def _log(signed: Sequence[Part]) -> str:
    about = "Mọi điều biên tập viên đã ký: bài ghi gì, ở đây ghi gì, vì sao, theo ai."
    return sheet(wording.labels.LOG, about, fill("log.md.j2", parts=signed))


def _results() -> str:
    """Return the page of search results: what its address asks for, a script fills in."""
    about = "Tìm trong các bài viết, sự kiện, chủ đề, đơn vị tổ chức và địa điểm."
    return sheet(wording.labels.SEARCH, about, "", template="results.html")
