"""Compare what extraction finds with annotations that people made by careful reading.

Turns annotated rows and predictions (in the shape of `extract --json`) into right, wrong and missed
per field. It is strict where the promise is: a date that is more precise than the annotation counts
as false precision, and a quote that is not the text at its place is told.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from egov_timeline import fields
from egov_timeline.agreement import judge_date, same_body, same_date, within, words
from egov_timeline.errors import ProblemsFound
from egov_timeline.files import read_text

Row = Mapping[str, Any]

FIELDS = tuple(row.measured for row in fields.FIELDS if row.measured)


@dataclass(slots=True)
class Tally:
    """How often a field was right, wrongly given, and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """The share of what was given that is right."""
        return self.right / (self.right + self.wrong) if self.right else 0.0

    @property
    def recall(self) -> float:
        """The share of what should be given that was."""
        return self.right / (self.right + self.missed) if self.right else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (2 * self.right + self.wrong + self.missed) if self.right else 0.0


@dataclass(slots=True)
class Evaluation:
    """The result over a set of articles."""

    fields: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in FIELDS})
    dates: Counter[str] = field(default_factory=Counter)
    facts: int = 0
    bad_quotes: list[str] = field(default_factory=list)
    disagreements: list[str] = field(default_factory=list)

    @property
    def false_precision(self) -> int:
        """Dates that claim more than the annotation allows: wrong, or invented."""
        return self.dates["wrong"] + self.dates["spurious"]


def read_gold(path: Path) -> list[Row]:
    """Return the annotations in a JSON-lines file. Raises ProblemsFound with the line."""
    rows: list[Row] = []
    for number, line in enumerate(read_text(path, str(path)).splitlines(), 1):
        try:
            row = json.loads(line) if line.strip() else None
        except json.JSONDecodeError as err:
            what = "không phải JSON"
            raise ProblemsFound.one(str(path), what, "Sửa dòng ấy.", number) from err
        if row is not None and not (isinstance(row, dict) and "id" in row):
            what = "không phải chú giải"
            raise ProblemsFound.one(str(path), what, "Viết một đối tượng có id.", number)
        rows += [row] if row else []
    return rows


def evaluate(pairs: Iterable[tuple[Row, Row, str]]) -> Evaluation:
    """Return the evaluation of (gold, prediction, normalized text) triples."""
    result = Evaluation()
    for gold, predicted, text in pairs:
        _Article(result, gold, predicted, text).compare()
    return result


class _Article:
    """One article's comparison, counted into `result`."""

    def __init__(self, result: Evaluation, gold: Row, predicted: Row, text: str) -> None:
        self.result = result
        self.gold = gold
        self.predicted = predicted
        self.text = text

    def compare(self) -> None:
        gold, found = self.gold, self.predicted
        self.quotes()
        self.is_event()
        self.date()
        self.one("published", gold.get("published"), _value(found.get("published")), same_date)
        self.province()
        if "series" in gold:
            edition = (_value(found.get("series")) or {}).get("edition")
            self.one("edition", (gold["series"] or {}).get("edition"), edition)
        if gold.get("title"):
            title = _value(found.get("title"))
            self.one("title", gold["title"], title, lambda a, b: words(a) == words(b))
        self.organizers()
        self.themes()

    def one(
        self, name: str, gold: Any, found: Any, same: Callable[[Any, Any], bool] | None = None
    ) -> None:
        """Count a field that has one value or none."""
        tally = self.result.fields[name]
        if gold is not None and found is not None:
            if same(gold, found) if same else str(gold) == str(found):
                tally.right += 1
                return
        elif gold is None and found is None:
            return
        tally.wrong += found is not None
        tally.missed += gold is not None
        self.disagree(name, f"gold={gold}\tfound={found}")

    def disagree(self, name: str, what: str) -> None:
        self.result.disagreements.append(f"{self.gold['id']}\t{name}\t{what}")

    def quotes(self) -> None:
        for name, fact in _facts(self.predicted):
            self.result.facts += 1
            if not fact.get("evidence"):
                self.result.bad_quotes.append(f"{self.gold['id']}\t{name}: no evidence")
            for e in fact.get("evidence") or ():
                if self.text[e["start"] : e["end"]] != e["quote"]:
                    where = f"{e['start']}:{e['end']}"
                    self.result.bad_quotes.append(f"{self.gold['id']}\t{name}: not at {where}")

    def is_event(self) -> None:
        gold, found = bool(self.gold.get("is_event", True)), bool(self.predicted.get("is_event"))
        tally = self.result.fields["is_event"]
        tally.right += gold and found
        tally.wrong += found and not gold
        tally.missed += gold and not found
        if gold != found:
            self.disagree("is_event", f"gold={gold}\tfound={found}")

    def date(self) -> None:
        found = _value(self.predicted.get("date"))
        readings = [self.gold.get("event_date"), *(self.gold.get("event_date_alt") or ())]
        gold = next(
            (r for r in readings[1:] if judge_date(r, found) in ("exact", "none")), readings[0]
        )
        self.result.dates[judge_date(gold, found)] += 1
        self.one("date", gold, found, same_date)

    def province(self) -> None:
        where = self.gold.get("location") or {}
        found = (_value(self.predicted.get("location")) or {}).get("province")
        gold = where.get("province")
        if where.get("inferred") and found is None:
            gold = None
        self.one("province", gold, found, lambda a, b: within(words(a), words(b)))

    def organizers(self) -> None:
        left = [_value(fact)["name"] for fact in self.predicted.get("organizer") or ()]
        tally = self.result.fields["organizer"]
        for body in self.gold.get("organizers") or ():
            names = (body["name"], body["surface"])
            hit = next((x for x in left if any(same_body(n, x) for n in names)), None)
            optional = body["role"] == "sponsor"
            if hit is not None:
                left.remove(hit)
                tally.right += not optional
            elif not optional:
                tally.missed += 1
                self.disagree("organizer", f"missed={body['name']}")
        tally.wrong += len(left)
        for name in left:
            self.disagree("organizer", f"wrong={name}")

    def themes(self) -> None:
        gold = set(self.gold.get("themes") or ())
        optional = set(self.gold.get("themes_optional") or ())
        found = {_value(fact) for fact in self.predicted.get("themes") or ()} - (optional - gold)
        tally = self.result.fields["themes"]
        tally.right += len(gold & found)
        tally.wrong += len(found - gold)
        tally.missed += len(gold - found)
        if gold != found:
            self.disagree("themes", f"missed={sorted(gold - found)}\twrong={sorted(found - gold)}")


def _value(fact: Any) -> Any:
    return fact.get("value") if isinstance(fact, dict) else fact


def _facts(predicted: Row) -> Iterator[tuple[str, Row]]:
    for row in fields.FACTS:
        found = predicted.get(row.name) or ()
        for fact in found if row.many else (found,) if found else ():
            yield row.name, fact


def table(result: Evaluation, articles: int) -> str:
    """Return the evaluation as lines of text."""
    lines = [
        f"{name:10} P {t.precision:.3f}  R {t.recall:.3f}  F1 {t.f1:.3f}"
        f"   ({t.right} right, {t.wrong} wrong, {t.missed} missed)"
        for name, t in result.fields.items()
    ]
    dates = ", ".join(f"{kind} {n}" for kind, n in sorted(result.dates.items()))
    share = result.false_precision / articles if articles else 0.0
    lines.append(f"dates      {dates}; false precision {result.false_precision} ({share:.1%})")
    lines.append(f"evidence   {result.facts} facts, {len(result.bad_quotes)} not at their place")
    return "\n".join([*lines, f"articles   {articles}"])
