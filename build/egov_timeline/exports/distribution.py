"""What search engines are told of the data: a schema.org Dataset and the files that it comes in.

Turns the archive into JSON-LD for the page of the data. Addresses begin at the root of the site,
where that page stands, and the theme makes them whole where the site's is known.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from egov_timeline import wording
from egov_timeline.exports import cff, database, datapackage, workbook
from egov_timeline.exports.archive import Archive
from egov_timeline.exports.linkeddata import in_page, named

# What is offered, and by which media type it goes.
_OFFERED = {
    "timeline.json": "application/json",
    "timeline.csv": "text/csv",
    workbook.FILE: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    database.FILE: "application/vnd.sqlite3",
    datapackage.DESCRIPTION: "application/vnd.datapackage+json",
    "timeline.ics": "text/calendar",
    "feed.xml": "application/atom+xml",
    "timelinejs.json": "application/json",
    "references.bib": "application/x-bibtex",
    "references.json": "application/vnd.citationstyles.csl+json",
}


def linked_data(archive: Archive, sizes: Mapping[str, int]) -> str:
    """Return JSON that can stand in a script element; `sizes` are those of the files, by name."""
    day, settings = archive.about.updated, archive.settings
    return in_page(
        {
            "@type": "Dataset",
            "@id": archive.lasting_id("dataset").urn,
            "name": archive.name,
            "description": cff.description(archive),
            "inLanguage": "vi",
            "isAccessibleForFree": True,
            "license": settings.licence,
            "creator": named("Organization", settings.publisher),
            "dateModified": day.isoformat() if day else None,
            "temporalCoverage": _years(archive),
            "keywords": cff.themes(archive),
            "distribution": [_file(name, sizes) for name in _OFFERED],
        }
    )


def _file(name: str, sizes: Mapping[str, int]) -> dict[str, Any]:
    return {
        "@type": "DataDownload",
        "name": name,
        "encodingFormat": _OFFERED[name],
        "contentUrl": f"data/{name}",
        "contentSize": wording.size_label(sizes[name]) if name in sizes else None,
    }


def _years(archive: Archive) -> str | None:
    """Return from when to when events are known to be, as ISO 8601 writes it."""
    years = [year.year for year in archive.timeline.years if not year.doubted]
    return f"{years[0]}/{years[-1]}" if years else None
