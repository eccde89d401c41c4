"""Sums as lines of text: of one set, or of several side by side.

Turns evaluations into figures alone; nothing here tells of an article.
"""

from __future__ import annotations

from collections.abc import Mapping

from egov_timeline.evaluation.tally import FIELDS, Evaluation, Tally

_WIDTH = 22


def table(result: Evaluation, articles: int) -> str:
    """Return the evaluation as lines of text."""
    lines = [
        f"{name:10} P {t.precision:.3f}  R {t.recall:.3f}  F1 {t.f1:.3f}"
        f"   ({t.right} right, {t.wrong} wrong, {t.missed} missed)"
        for name, t in result.told.items()
    ]
    dates = ", ".join(f"{kind} {n}" for kind, n in sorted(result.dates.items()))
    share = result.false_precision / articles if articles else 0.0
    lines.append(f"dates      {dates}; false precision {result.false_precision} ({share:.1%})")
    lines.append(f"evidence   {result.facts} facts, {len(result.bad_quotes)} not at their place")
    return "\n".join([*lines, f"articles   {articles}"])


def side_by_side(sets: Mapping[str, tuple[Evaluation, int]]) -> str:
    """Return precision, recall and F1 of each field, a column for each set."""
    rows = [("", [name[-_WIDTH + 2 :] for name in sets]), ("", ["P     R     F1"] * len(sets))]
    for name in FIELDS:
        cells = [_figures(result.told.get(name)) for result, _ in sets.values()]
        rows += [(name, cells)] if any(cells) else []
    shares = [result.false_precision / count if count else 0 for result, count in sets.values()]
    rows.append(("false", [f"{share:.1%} of dates" for share in shares]))
    rows.append(("quotes", [f"{len(r.bad_quotes)} misplaced" for r, _ in sets.values()]))
    rows.append(("articles", [str(count) for _, count in sets.values()]))
    return "\n".join(
        f"{name:10} " + "".join(f"{cell:{_WIDTH}}" for cell in cells).rstrip()
        for name, cells in rows
    )


def _figures(tally: Tally | None) -> str:
    return f"{tally.precision:.3f} {tally.recall:.3f} {tally.f1:.3f}" if tally else ""
