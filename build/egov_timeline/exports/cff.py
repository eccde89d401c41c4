"""How to cite the archive as a whole: in words, and as `CITATION.cff` (https://citation-file-format.github.io).

Turns the settings and the last day on which anything was signed into a reference of a data set.
Who publishes it is its author; where nobody says who does, the archive goes by its own name.
"""

from __future__ import annotations

from typing import Any

import yaml

from egov_timeline import wording
from egov_timeline.exports import licence
from egov_timeline.exports.archive import Archive

FILE = "CITATION.cff"


def plain(archive: Archive) -> str:
    """Return the reference in words, without the address: who (when), “what”, as of which day."""
    day = archive.about.updated
    who = archive.settings.publisher
    told = [
        f"{who} ({day.year})" if who and day else who,
        f"“{archive.name}”",
        wording.labels.DATA_SET,
        wording.as_of_label(day) if day else None,
    ]
    return f"{', '.join(filter(None, told))}."


def text(archive: Archive) -> str:
    """Return `CITATION.cff`."""
    day, settings = archive.about.updated, archive.settings
    told = {
        "cff-version": "1.2.0",
        "message": wording.labels.CITE_DATA,
        "type": "dataset",
        "title": archive.name,
        "abstract": description(archive),
        "authors": [_entity(archive)],
        "date-released": day.isoformat() if day else None,
        "url": archive.root if archive.site else None,
        **_licence(settings.licence),
        "keywords": themes(archive),
    }
    known = {name: value for name, value in told.items() if value}
    return yaml.safe_dump(known, allow_unicode=True, sort_keys=False, width=1000)


def description(archive: Archive) -> str:
    """Return what the data are, and how much of them there is."""
    milestones, citations = archive.milestones, archive.citations
    held = wording.entries_label(len(archive.timeline.entries) - milestones, milestones)
    articles = wording.articles_label(len(archive.records) - citations, citations)
    return f"{wording.labels.DATA_ARE} {held}; {articles}."


def themes(archive: Archive) -> list[str]:
    """Return the labels of the themes that articles have."""
    known = archive.vocabularies.themes
    used = {found.value for record in archive.records for found in record.facts.themes}
    return [known[ident].label for ident in sorted(used & known.keys())]


def _entity(archive: Archive) -> dict[str, str]:
    contact = archive.settings.contact
    way = {"email" if "://" not in contact else "website": contact} if contact else {}
    return {"name": archive.settings.publisher or archive.name} | way


def _licence(address: str | None) -> dict[str, Any]:
    """Return the licence: by its id in the SPDX list, or else by its address."""
    if address is None:
        return {}
    ident = licence.spdx(address)
    return {"license": ident} if ident else {"license-url": address}
