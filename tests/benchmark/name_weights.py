"""Train the table by which the event's name is chosen: `make weights`.

As `weights.py`, on the names of the same articles and of `tests/frozen/event_names.jsonl`. Of all
candidates of an article, and none of them, one is right: their scores are fitted together, as
chances that add up to one. Of articles that writers of rules do not read it prints sums only.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import weights
from scipy.optimize import minimize
from scipy.sparse import vstack
from sklearn.feature_extraction import DictVectorizer

from egov_timeline import agreement, vocabulary
from egov_timeline.extract.features.event_name import of_name
from egov_timeline.extract.fields.event import choices
from egov_timeline.understanding import document_of

sys.path.insert(0, str(weights.PROJECT / "tests"))

from project import article

EXAMPLES = weights.PROJECT / "tests/frozen/event_names.jsonl"
PENALTY = 0.4  # by cross-validation
OF_READ, OF_EXAMPLES = 0.5, 1.0  # what one counts as, beside an article that no writer read


@dataclass(frozen=True)
class Text:
    """The candidates of one article; `names` are those that annotators take, None for no name."""

    names: tuple[str | None, ...]
    said: tuple[str, ...]
    features: tuple[dict[str, int], ...]
    weight: float = 1.0

    def fits(self, said: str | None) -> bool:
        """Return whether annotators take `said` for the name."""
        return any(
            n == said or bool(n and said and agreement.same_event_name(n, said)) for n in self.names
        )


def texts(folder: Path, weight: float) -> Iterator[Text]:
    """Yield the candidates of each annotated article in `folder` that is taken for an event."""
    vocabularies = vocabulary.load(weights.PROJECT / "seeds/vocabulary")
    for line in (folder / "gold.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        if row.get("is_event", True) and "event_name" in row:
            raw = (folder / "articles" / f"{row['id']}.txt").read_text("utf-8")
            names = (row["event_name"], *(row.get("event_name_alt") or ()))
            yield from _text(raw, names, vocabularies, weight)


def examples() -> Iterator[Text]:
    """Yield the candidates of each text that the tests hold up as an example."""
    vocabularies = vocabulary.load(weights.PROJECT / "tests/frozen/seeds/vocabulary")
    for line in EXAMPLES.read_text("utf-8").splitlines():
        row = json.loads(line)
        raw = row["text"] if "text" in row else article(row["seed"])
        yield from _text(raw, (row["name"],), vocabularies, OF_EXAMPLES)


def _text(
    raw: str,
    names: tuple[str | None, ...],
    vocabularies: vocabulary.Vocabularies,
    weight: float,
) -> Iterator[Text]:
    document = document_of(raw, vocabularies, until="event")
    if not document.found.get("is_event"):
        return
    found = list(choices(document))
    if found:
        said = tuple(document.text[c.start : c.end] for c in found)
        features = tuple(dict.fromkeys(of_name(document, c), 1) for c in found)
        yield Text(names, said, features, weight)


def train(given: Sequence[Text]) -> tuple[DictVectorizer, Any]:
    """Return the weights of features, the last of them the bias, that make the right ones likely."""
    vectors = DictVectorizer().fit([f for text in given for f in text.features])
    rows = vstack([vectors.transform(text.features) for text in given]).tocsr()
    ends = np.cumsum([len(text.said) for text in given])
    right = []
    for text in given:
        fit = np.array([text.fits(said) for said in text.said])
        right.append(np.append(fit, None in text.names or not fit.any()))

    def loss(now: Any) -> tuple[float, Any]:
        scores = rows @ now[:-1] + now[-1]
        total, slope, start = 0.0, np.zeros(len(scores)), 0
        for text, end, fit in zip(given, ends, right, strict=True):
            chances = np.exp(np.append(scores[start:end], 0.0))
            true = np.where(fit, chances, 0.0)
            total -= text.weight * np.log(true.sum() / chances.sum())
            slope[start:end] = text.weight * (chances / chances.sum() - true / true.sum())[:-1]
            start = end
        total += PENALTY / 2 * now[:-1] @ now[:-1]
        return total, np.append(rows.T @ slope + PENALTY * now[:-1], slope.sum())

    start = np.zeros(rows.shape[1] + 1)
    return vectors, minimize(loss, start, jac=True, method="L-BFGS-B").x


Judged = tuple[float, Text, str]


def judge(text: Text, vectors: DictVectorizer, fitted: Any) -> Judged:
    """Return the best candidate of a text with its score."""
    scores = vectors.transform(text.features) @ fitted[:-1] + fitted[-1]
    return float(scores.max()), text, text.said[int(np.argmax(scores))]


def figures(judged: Sequence[Judged], cut: float) -> dict[str, float]:
    """Return how well the best candidates that score `cut` and more are the names."""
    given = [(text, said if score >= cut else None) for score, text, said in judged]
    right = sum(said is not None and text.fits(said) for text, said in given)
    said_ = sum(said is not None for _, said in given)
    named = right + sum(not text.fits(said) and text.names[0] is not None for text, said in given)
    return weights.sums(right, said_ - right, named - right)


def main() -> None:
    unread = list(texts(weights.UNREAD, 1.0))
    others = [text for folder in weights.READ for text in texts(folder, OF_READ)]
    others += examples()
    judged: list[Judged] = []
    for fold in range(weights.FOLDS):
        rest = [text for n, text in enumerate(unread) if n % weights.FOLDS != fold]
        judged += [judge(text, *train([*rest, *others])) for text in unread[fold :: weights.FOLDS]]
    told = {cut / 10: figures(judged, cut / 10) for cut in range(-20, 21, 5)}
    for cut, sums in told.items():
        print(cut, sums)
    # of cuts that are as good but for chance, the one that says least that is wrong
    best = max(sums["f1"] for sums in told.values()) - weights.CHANCE
    least = max((c for c in told if told[c]["f1"] >= best), key=lambda c: told[c]["precision"])
    vectors, fitted = train([*unread, *others])
    head = {"about": weights.about(len(unread)), "figures": told[least]}
    head |= {"stated": least, "inferred": least}
    names = vectors.get_feature_names_out()
    weights.write("event_name", head | weights.weighed(fitted[-1], fitted[:-1], names))


if __name__ == "__main__":
    main()
