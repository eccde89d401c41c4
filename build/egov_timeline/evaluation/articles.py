"""One article's findings beside its annotation.

Turns an annotated row and a prediction (in the shape of `extract --json`) into counts. What the
annotators did not agree on may be given or left out; a quote that is not the text at its place is
told.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from egov_timeline import fields
from egov_timeline.agreement import (
    judge_date,
    same_body,
    same_date,
    same_event_name,
    within,
    words,
)
from egov_timeline.evaluation.tally import ROLES, Evaluation

Row = Mapping[str, Any]


class Article:
    """One article's comparison, counted into `result`."""

    def __init__(
        self,
        result: Evaluation,
        gold: Row,
        predicted: Row,
        text: str,
        provinces: Collection[str],
    ) -> None:
        self.result = result
        self.gold = gold
        self.predicted = predicted
        self.text = text
        self.provinces = provinces

    def compare(self) -> None:
        """Count every field."""
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
        if gold.get("is_event", True) and found.get("is_event"):
            self.event_name()
            self.status()
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

    def event_name(self) -> None:
        """Count the event's name; a gold without the key, or with "", says nothing of it."""
        name = self.gold.get("event_name", "")
        if name == "":
            return
        found = _value(self.predicted.get("event"))
        names = (name, *(self.gold.get("event_name_alt") or ()))
        fits = (n for n in names if n == found or (n and found and same_event_name(n, found)))
        self.one("event_name", next(fits, name), found, same_event_name)

    def status(self) -> None:
        """Count whether the event was held; where nothing is said, it was."""
        if gold := self.gold.get("status"):
            self.one("status", gold, _value(self.predicted.get("status")) or "held")

    def organizers(self) -> None:
        """Match bodies one to one; a sponsor may be given or left out, but not in another role."""
        left = [_value(fact) for fact in self.predicted.get("organizer") or ()]
        tally = self.result.fields["organizer"]
        for body in self.gold.get("organizers") or ():
            hit = next((found for found in left if self._same(body, found)), None)
            optional = body["role"] == "sponsor"
            if hit is not None:
                left.remove(hit)
                tally.right += not optional
                self.one(ROLES, body["role"], hit.get("role"))
            elif not optional:
                tally.missed += 1
                self.disagree("organizer", f"missed={body['name']}")
        tally.wrong += len(left)
        for found in left:
            self.disagree("organizer", f"wrong={found['name']}")

    def _same(self, body: Row, found: Row) -> bool:
        names = (body["name"], body["surface"])
        return any(same_body(name, found["name"], self.provinces) for name in names)

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
