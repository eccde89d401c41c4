"""What is proved of an archive: that its files, its quotes and its corrections are what it says.

Turns the bytes of each file into problems, one for each thing that is not so, and counts what is.
Only the archive itself is asked, no project and no vocabulary: whoever has a copy can do it.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import PurePosixPath
from typing import Any

from egov_timeline.errors import Problem, ProblemsFound, quoted
from egov_timeline.text import normalize

DATA = "data/timeline.json"
LOG = "dinh-chinh.html"
RAW = "nguon"
_DOUBT = "Không dùng bản này; lấy lại từ nơi đăng, hoặc hỏi người đăng."

Json = Any


def records(raw: bytes) -> list[dict[str, Json]]:
    """Return the records of the data. Raises ProblemsFound where it is not what a build writes."""
    try:
        data = json.loads(raw)
        found = data["records"]
        for record in found:
            _ = record["id"] + record["page"], record["text"], list(record["corrections"])
            _ = record["source"]["file"], record["source"]["sha256"]
        _ = [facts["record"] for entry in data["timeline"] for facts in entry["elsewhere"]]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as err:
        raise ProblemsFound.one(DATA, "không phải dữ liệu của dòng thời gian", _DOUBT) from err
    beside: dict[str, list[Json]] = {}
    for entry in data["timeline"]:
        for facts in entry["elsewhere"]:
            beside.setdefault(facts["record"], []).append(facts)
    return [record | {"elsewhere": beside.get(record["id"], [])} for record in found]


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
    """Yield a problem for each correction that the log lacks, or that it alone has."""
    told = log(page)
    expected: Counter[str] = Counter()
    for record in known:
        slug = PurePosixPath(record["page"]).stem
        for correction in record["corrections"]:
            ident = f"{slug}-{correction['field']}"
            expected[ident] += 1
            said = _plain(told.get(ident, ""))
            if not all(_plain(str(correction[key])) in said for key in ("why", "on")):
                what = f"không có đính chính của {record['id']}, mục {correction['field']}"
                yield Problem(LOG, f"{what}, như {DATA} ghi", _DOUBT)
    for ident in told.keys() - expected.keys():
        yield Problem(LOG, f"có mục {quoted(ident)} mà {DATA} không có", _DOUBT)


def log(page: bytes) -> dict[str, str]:
    """Return the words of each entry of the log, with those of its signature, by its anchor."""
    reader = _Log()
    reader.feed(page.decode("utf-8", "replace"))
    reader.close()
    return reader.entries


class _Log(HTMLParser):
    """Reads each part of the log: what its entries say, and what is said once for all of them."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: dict[str, str] = {}
        self._in_log = False
        self._of_part: list[str] = []
        self._for_all = ""
        self._ident = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._in_log = self._in_log or (tag == "ol" and "tl-log" in (given.get("class") or ""))
        if tag == "li":
            self._of_part, self._for_all = [], ""
        elif self._in_log and given.get("id"):
            self._ident = given["id"] or ""
            self._of_part.append(self._ident)
            self.entries[self._ident] = ""
        elif tag == "time":
            self.handle_data(f" {given.get('datetime')} ")

    def handle_endtag(self, tag: str) -> None:
        self._in_log = self._in_log and tag != "ol"
        if tag == "div":
            self._ident = ""
        elif tag == "li":
            for ident in self._of_part:
                self.entries[ident] += f" {self._for_all}"

    def handle_data(self, data: str) -> None:
        if self._ident:
            self.entries[self._ident] += data
        else:
            self._for_all += data


def _plain(said: str) -> str:
    return " ".join(said.split())
