"""Train the table by which the place of an event is chosen: `make weights`.

As `weights.py`, on the provinces of the same articles and on the sentences of
`tests/frozen/places.jsonl`. Of articles that writers of rules do not read it prints sums only.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import weights
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from egov_timeline import vocabulary
from egov_timeline.extract.document import Document
from egov_timeline.extract.fields.location import candidates
from egov_timeline.extract.fields.location.features import of_places
from egov_timeline.extract.fields.location.mentions import PLACES
from egov_timeline.extract.resolve.eras import province_then
from egov_timeline.text import fold
from egov_timeline.understanding import document_of

sys.path.insert(0, str(weights.PROJECT / "tests"))

import documents

EXAMPLES = weights.PROJECT / "tests/frozen/places.jsonl"
PRECISE = 0.97  # of what is stated, so much is right at least
EQUAL = 0.02  # of cuts as good as the best, the highest at which most examples hold
MARGIN = 0.75  # so much more a statement scores than what is only inferred
OF_READ, OF_EXAMPLES = 0.4, 2.0  # what one counts as, beside an article that no writer read
STRENGTH = 1.0  # inverse of the penalty, by cross-validation


@dataclass(frozen=True)
class Province:
    """One province that a text names: the features of its mentions, and whether it is right."""

    name: str
    mentions: tuple[dict[str, int], ...]
    is_place: tuple[bool, ...]  # whether a mention says where something is
    right: bool


@dataclass(frozen=True)
class Text:
    """The provinces that one text names, and the right one; `needed` where it must be given."""

    provinces: tuple[Province, ...]
    right: str | None
    needed: bool
    weight: float


def texts(folder: Path, weight: float) -> Iterator[Text]:
    """Yield the candidates of each annotated article in `folder`."""
    known = vocabulary.load(weights.PROJECT / "seeds/vocabulary")
    for line in (folder / "gold.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        raw = (folder / "articles" / f"{row['id']}.txt").read_text("utf-8")
        where = (row["is_event"] and row.get("location")) or {}
        document = document_of(raw, known, until="location")
        right, needed = where.get("province"), not where.get("inferred")
        yield _text(document if document.found.get("is_event") else None, right, needed, weight)


def examples() -> Iterator[Text]:
    """Yield the candidates of each sentence that the tests hold up as an example."""
    for line in EXAMPLES.read_text("utf-8").splitlines():
        row = json.loads(line)
        yield _text(documents.read(row["text"]), row["province"], True, OF_EXAMPLES)


def _text(document: Document | None, right: str | None, needed: bool, weight: float) -> Text:
    named = candidates(document) if document else ()
    grouped: dict[str, list[tuple[dict[str, int], bool]]] = {}
    for mention, features in zip(
        named, of_places(document, named) if document else (), strict=True
    ):
        if document and mention.province:
            then = province_then(document, mention.province) or mention.province
            row = dict.fromkeys(features, 1), mention.kind in PLACES
            grouped.setdefault(then, []).append(row)
    provinces = [
        Province(name, *map(tuple, zip(*rows, strict=True)), _same(name, right))
        for name, rows in grouped.items()
    ]
    return Text(tuple(provinces), right, needed, weight)


def _same(name: str, right: str | None) -> bool:
    return right is not None and (fold(name) in fold(right) or fold(right) in fold(name))


def train(read: Sequence[Text]) -> tuple[DictVectorizer, LogisticRegression]:
    """Fit which province it is. Of the mentions of the right one the best speaks for it."""
    rows = [(province, text.weight) for text in read for province in text.provinces]
    vectors = DictVectorizer().fit([f for province, _ in rows for f in province.mentions])
    seen = [vectors.transform(province.mentions).toarray() for province, _ in rows]
    chosen = [0] * len(rows)
    for _ in range(weights.ROUNDS):
        some = [
            of[c : c + 1] if province.right else of
            for (province, _), of, c in zip(rows, seen, chosen, strict=True)
        ]
        counted = [(p.right, w) for (p, w), of in zip(rows, some, strict=True) for _ in of]
        truth, counts = zip(*counted, strict=True)
        model = LogisticRegression(C=STRENGTH, max_iter=2000)
        model.fit(np.vstack(some), truth, sample_weight=counts)
        chosen = [int(np.argmax(model.decision_function(of))) for of in seen]
    return vectors, model


@dataclass(frozen=True)
class Judged:
    """The province chosen for a text: its score, and that of the best phrase of place in it."""

    text: Text
    score: float = -99.0
    place: float = -99.0
    right: bool = False


def judge(text: Text, vectors: DictVectorizer, model: LogisticRegression) -> Judged:
    """Return what a table chooses for a text."""
    best = Judged(text)
    for province in text.provinces:
        scores = model.decision_function(vectors.transform(province.mentions).toarray())
        places = [s for s, is_place in zip(scores, province.is_place, strict=True) if is_place]
        if scores.max() > best.score:
            best = Judged(text, float(scores.max()), max(places, default=-99.0), province.right)
    return best


def figures(judged: Iterable[Judged], cut: float) -> dict[str, float]:
    """Return precision, recall and F1 of the provinces that score `cut`."""
    right = wrong = missed = 0
    for one in judged:
        given = one.score >= cut
        right += given and one.right
        wrong += given and not one.right
        missed += one.text.right is not None and not one.right and (given or one.text.needed)
        missed += one.right and not given and one.text.needed
    return weights.sums(right, wrong, missed)


def stated(judged: Iterable[Judged], cut: float) -> tuple[int, int]:
    """Return how many provinces are stated, and how many of them are right."""
    given = [one for one in judged if one.place >= cut]
    return len(given), sum(one.right for one in given)


def main() -> None:
    unread = list(texts(weights.UNREAD, 1.0))
    read = [text for folder in weights.READ for text in texts(folder, OF_READ)]
    held_up = list(examples())
    beside = [*read, *held_up]
    judged = []
    for fold_ in range(weights.FOLDS):
        rest = [text for n, text in enumerate(unread) if n % weights.FOLDS != fold_]
        table = train([*rest, *beside])
        judged += [judge(text, *table) for text in unread[fold_ :: weights.FOLDS]]
    cuts = [cut / 4 for cut in range(-6, 13)]
    for cut in cuts:
        print(cut, figures(judged, cut), "stated, right:", stated(judged, cut))
    vectors, model = train([*unread, *beside])
    tried = [judge(text, vectors, model) for text in held_up]
    broken = {c: sum(one.right != (one.score >= c) for one in tried) for c in cuts}
    best = max(figures(judged, cut)["f1"] for cut in cuts)
    good = [cut for cut in cuts if figures(judged, cut)["f1"] >= best - EQUAL]
    inferred = max(good, key=lambda cut: (-broken[cut], cut))
    precise = (c for c in cuts if (s := stated(judged, c))[1] >= PRECISE * s[0])
    table = weights.weighed(model.intercept_[0], model.coef_[0], vectors.get_feature_names_out())
    head: dict[str, Any] = {
        "about": weights.about(len(unread)),
        "figures": figures(judged, inferred),
        "stated": max(inferred + MARGIN, next(precise, cuts[-1])),
        "inferred": inferred,
    }
    weights.write("location", head | table)


if __name__ == "__main__":
    main()
