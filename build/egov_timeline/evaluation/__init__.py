"""Compare what extraction finds with annotations that people made by careful reading.

Turns annotated rows and predictions (in the shape of `extract --json`) into right, wrong and missed
per field. It is strict where the promise is: a date that is more precise than the annotation counts
as false precision, and a quote that is not the text at its place is told.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from egov_timeline.agreement import province_words
from egov_timeline.errors import ProblemsFound
from egov_timeline.evaluation.articles import Article, Row
from egov_timeline.evaluation.tables import side_by_side, table
from egov_timeline.evaluation.tally import FIELDS, Evaluation, Tally
from egov_timeline.files import read_text

__all__ = [
    "FIELDS",
    "Evaluation",
    "Row",
    "Tally",
    "evaluate",
    "gives_only_sums",
    "read_gold",
    "side_by_side",
    "table",
]


def gives_only_sums(gold: Path) -> bool:
    """Return whether a set is kept unread: of it nothing is ever printed but sums."""
    return gold.resolve().parent.name == "unread"


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


def evaluate(pairs: Iterable[tuple[Row, Row, str]], provinces: Iterable[str] = ()) -> Evaluation:
    """Return the evaluation of (gold, prediction, normalized text) triples.

    Names of bodies that hold different `provinces` never mean one body.
    """
    result = Evaluation()
    told_apart = province_words(provinces)
    for gold, predicted, text in pairs:
        Article(result, gold, predicted, text, told_apart).compare()
    return result
