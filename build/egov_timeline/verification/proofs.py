"""What is proved of an archive: that its files, its quotes and its corrections are what it says.

Turns the bytes of each file into problems, one for each thing that is not so, and counts what is.
Only the archive itself is asked, no project and no vocabulary: whoever has a copy can do it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from egov_timeline.bidi import closed
from egov_timeline.errors import Problem, ProblemsFound, quoted
from egov_timeline.text import normalize
from egov_timeline.verification import signatures, values
from egov_timeline.verification.signatures import Entry
from egov_timeline.wording import published_label

DATA = "data/timeline.json"
LOG = "dinh-chinh.html"
RAW = "nguon"
# Such a source is a link (`templates/evidence.html.j2`), any other a citation.
_LINKED = ("https://", "http://")
_DOUBT = "Không dùng bản này; lấy lại từ nơi đăng, hoặc hỏi người đăng."

Json = Any


def records(raw: bytes) -> list[dict[str, Json]]:
    """Return the records of the data. Raises ProblemsFound where it is not what a build writes."""
    try:
        data = json.loads(raw)
        found, themes = data["records"], dict(data["themes"])
        for record in found:
            _ = record["id"] + record["page"], record["text"], list(record["corrections"])
            _ = record["source"]["file"] + "", record["source"]["sha256"]
            _ = record["event"], record["title"]
            _ = [_signature(record, correction) for correction in record["corrections"]]
        _ = [facts["record"] for entry in data["timeline"] for facts in entry["elsewhere"]]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as err:
        raise ProblemsFound.one(DATA, "không phải dữ liệu của dòng thời gian", _DOUBT) from err
    beside: dict[str, list[Json]] = {}
    for entry in data["timeline"]:
        for facts in entry["elsewhere"]:
            beside.setdefault(facts["record"], []).append(facts)
    more = {"labels": themes}
    return [record | more | {"elsewhere": beside.get(record["id"], [])} for record in found]


def _signature(record: Mapping[str, Json], correction: Mapping[str, Json]) -> str:
    """Return all that has to be text in a signature of `record`."""
    _ = record[correction["field"]]
    always = "".join(correction[name] for name in ("field", "why", "signer", "on"))
    return always + "".join(correction[name] or "" for name in ("source", "quote"))


def digest(name: str, content: bytes, expected: str) -> Iterator[Problem]:
    """Yield a problem where a file is another one than was listed."""
    if hashlib.sha256(content).hexdigest() != expected:
        yield Problem(name, "đã bị sửa: mã SHA-256 khác mã đã ghi", _DOUBT)


def raw_name(record: Mapping[str, Json]) -> str | None:
    """Return where the raw text of a record stands; None where it may not stand anywhere."""
    name = PurePosixPath(record["source"]["file"]).name
    return f"{RAW}/{name}" if record["text"] == "whole" else None


def quotes(record: Mapping[str, Json], raw: bytes) -> Iterator[Problem]:
    """Yield a problem for each quote of a record that its raw text does not have at its place."""
    name = raw_name(record) or ""
    if hashlib.sha256(raw).hexdigest() != record["source"]["sha256"]:
        yield Problem(name, f"không phải văn bản mà {DATA} ghi mã SHA-256", _DOUBT)
    text = normalize(raw.decode("utf-8", "replace"))
    for evidence in evidences(record):
        start, end, quote = (evidence[key] for key in ("start", "end", "quote"))
        if not (isinstance(start, int) and isinstance(end, int) and text[start:end] == quote):
            what = f"không có câu {quoted(quote)} ở {start}:{end}, như {DATA} ghi"
            yield Problem(name, what, _DOUBT)


def evidences(value: Json) -> list[Mapping[str, Json]]:
    """Return every quote with its place, however deep it stands."""
    found: list[Mapping[str, Json]] = []
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            found += [one] if {"quote", "start", "end"} <= one.keys() else []
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one
    return found


def corrections(known: list[dict[str, Json]], page: bytes) -> Iterator[Problem]:
    """Yield a problem for each correction that the log tells otherwise, lacks, or alone has."""
    entries, wrong = signatures.log(page)
    yield from (Problem(LOG, what, _DOUBT) for what in wrong)
    told = {entry.id: entry for entry in entries}
    for record in () if wrong else known:
        for correction in record["corrections"]:
            entry = told.pop(f"{PurePosixPath(record['page']).stem}-{correction['field']}", None)
            of = f"đính chính của {record['id']}, mục {correction['field']}"
            if entry is None:
                yield Problem(LOG, f"không có {of}, như {DATA} ghi", _DOUBT)
            elif other := [*_otherwise(record, correction, entry)]:
                what = f"{of}: {', '.join(other)} khác điều {DATA} ghi"
                yield Problem(LOG, what, _DOUBT)
    for ident in told:
        yield Problem(LOG, f"có mục {quoted(ident)} mà {DATA} không có", _DOUBT)


def _otherwise(
    record: Mapping[str, Json], correction: Mapping[str, Json], entry: Entry
) -> Iterator[str]:
    """Yield what an entry of the log tells otherwise than the data."""
    source, quote = correction["source"], correction["quote"]
    page = [PurePosixPath(record["page"]).name]
    leads = [PurePosixPath(link).name for link in entry.article] == page
    name = record["event"] or record["title"]
    if not leads or (name and not values.is_told("title", name, {}, entry.heading)):
        yield "bài"
    found = record[correction["field"]]
    if not values.is_told(correction["field"], found, record["labels"], entry.value):
        yield "giá trị"
    if entry.why != _shown(correction["why"]):
        yield "lý do"
    linked = [source] if source and source.startswith(_LINKED) else []
    if [*entry.links] != linked or not (linked or _shown(source or "") in entry.signed):
        yield "nguồn"
    if [*entry.quotes] != ([] if source else [_shown(quote or "")]):
        yield "câu trích"
    day = published_label(correction["on"])
    if not entry.signed.endswith(f": {_shown(correction['signer'])}, {day}"):
        yield "người ký"
    if [*entry.days] != [correction["on"]]:
        yield "ngày ký"


def _shown(said: str) -> str:
    return signatures.plain(closed(said))
