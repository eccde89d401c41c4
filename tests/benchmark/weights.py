"""Train the tables by which candidates are chosen: `make weights`.

Needs scikit-learn (the dev extra) and the annotated articles of `../shared`; those here come on top.
Articles that writers of rules do not read give the figures by leaving a tenth out at a time; of them
nothing is printed but sums.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from egov_timeline import agreement, vocabulary
from egov_timeline.extract.fields import organizer as organizers
from egov_timeline.records import Organizer
from egov_timeline.text import fold
from egov_timeline.understanding import document_of

PROJECT = Path(__file__).parents[2]
sys.path.insert(0, str(PROJECT / "tests"))

from project import article  # noqa: E402

SHARED = PROJECT.parent / "shared/corpus"
UNREAD = SHARED / "unread"
READ = (
    SHARED,
    SHARED / "portal",
    PROJECT / "tests/benchmark/fixtures",
    PROJECT / "tests/benchmark/unusual",
)
TABLES = PROJECT / "build/egov_timeline/extract/weights"
EXAMPLES = PROJECT / "tests/frozen/organizers.jsonl"
FOLDS = 10
ROUNDS = 3
CHANCE = 0.01  # of the F1: less tells no two cuts apart
PRECISE = 0.9  # of what is stated, so much is right at least
OF_EXAMPLES = 3.0  # how many bodies of articles one of an example counts as
# What only says who organizes: for roles, of which there are fewer examples, it is noise.
NOT_OF_ROLES = ("governed:", "place:")
STRENGTH = {"organizer": 0.7, "role": 0.5}  # inverse of the penalty, by cross-validation
LEAST = 0.05  # a weight below it changes nothing


@dataclass(frozen=True)
class Body:
    """One body of an article: the features of its mentions, and its role in the annotation."""

    value: Organizer
    mentions: tuple[dict[str, int], ...]
    role: str | None
    weight: float = 1.0


@dataclass(frozen=True)
class Text:
    """The bodies of one article, and how many organizers the annotation has that are none of them."""

    bodies: tuple[Body, ...]
    missed: int


def texts(folder: Path) -> Iterator[Text]:
    """Yield the candidates of each annotated article in `folder`."""
    vocabularies = vocabulary.load(PROJECT / "seeds/vocabulary")
    for line in (folder / "gold.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        raw = (folder / "articles" / f"{row['id']}.txt").read_text("utf-8")
        document = document_of(raw, vocabularies, until="organizer")
        found = organizers.mentions(document) if document.found.get("is_event") else ()
        gold = row["organizers"] if row["is_event"] else []
        yield _text(found, gold, _provinces(vocabularies.places))


def examples() -> Iterator[Text]:
    """Yield the candidates of each sentence that the tests hold up as an example."""
    vocabularies = vocabulary.load(PROJECT / "tests/frozen/seeds/vocabulary")
    for line in EXAMPLES.read_text("utf-8").splitlines():
        row = json.loads(line)
        raw = row["text"] if "text" in row else article(row["seed"])
        document = document_of(raw, vocabularies, until="organizer")
        gold = [{"name": name, "role": role} for name, role in row["organizers"]]
        for body in gold:
            known = vocabularies.organizations.get(body["name"])
            body["name"] = known.label if known else body["name"]
        found = organizers.mentions(document)
        text = _text(found, gold, _provinces(vocabularies.places))
        yield replace(text, bodies=tuple(replace(b, weight=OF_EXAMPLES) for b in text.bodies))


def _provinces(places: vocabulary.Vocabulary) -> frozenset[str]:
    return agreement.province_words(p.label for p in places.values() if p.kind == "province")


def _text(
    mentions: Iterable[organizers.Mention],
    gold: Sequence[dict[str, str]],
    provinces: frozenset[str],
) -> Text:
    grouped: dict[str, list[organizers.Mention]] = {}
    for mention in mentions:
        key = mention.organizer.id or fold(mention.organizer.name)
        grouped.setdefault(key, []).append(mention)
    left, bodies = list(gold), []
    for group in grouped.values():
        value = group[0].organizer
        same = (g for g in left if agreement.same_body(g["name"], value.name, provinces))
        hit = next(same, None)
        if hit:
            left.remove(hit)
        features = tuple(dict.fromkeys(m.features, 1) for m in group)
        bodies.append(Body(value, features, hit["role"] if hit else None))
    return Text(tuple(bodies), sum(g["role"] != "sponsor" for g in left))


def train(bodies: Sequence[Body]) -> tuple[DictVectorizer, LogisticRegression]:
    """Fit who organizes. Of the mentions of an organizer the one that scores best speaks for it."""
    vectors = DictVectorizer().fit([f for body in bodies for f in body.mentions])
    rows = [vectors.transform(body.mentions).toarray() for body in bodies]
    chosen = [0] * len(bodies)
    for _ in range(ROUNDS):
        some = [r[c : c + 1] if b.role else r for b, r, c in zip(bodies, rows, chosen, strict=True)]
        truth = [bool(b.role) for b, r in zip(bodies, some, strict=True) for _ in r]
        counts = [b.weight for b, r in zip(bodies, some, strict=True) for _ in r]
        model = LogisticRegression(C=STRENGTH["organizer"], max_iter=1000)
        model.fit(np.vstack(some), truth, sample_weight=counts)
        chosen = [int(np.argmax(model.decision_function(r))) for r in rows]
    return vectors, model


def train_roles(
    bodies: Sequence[Body], vectors: DictVectorizer, model: LogisticRegression
) -> LogisticRegression:
    """Fit in which role, by the mention that speaks for an organizer."""
    known = [b for b in bodies if b.role]
    rows = np.vstack([_best(b, vectors, model)[1] for b in known]) * _of_roles(vectors)
    roles = LogisticRegression(C=STRENGTH["role"], max_iter=1000)
    return roles.fit(rows, [b.role for b in known], sample_weight=[b.weight for b in known])


def _of_roles(vectors: DictVectorizer) -> Any:
    return np.array([not n.startswith(NOT_OF_ROLES) for n in vectors.get_feature_names_out()])


def _best(body: Body, vectors: DictVectorizer, model: LogisticRegression) -> tuple[float, Any]:
    rows = vectors.transform(body.mentions).toarray()
    scores = model.decision_function(rows)
    return float(scores.max()), rows[int(np.argmax(scores))]


def main() -> None:
    if not UNREAD.is_dir():
        sys.exit(f"the annotated articles of {UNREAD} are absent")
    unread = list(texts(UNREAD))
    read = [body for folder in READ for text in texts(folder) for body in text.bodies]
    read += [body for text in examples() for body in text.bodies]
    judged = []  # (score, right role, given role) of each body of each text left out
    for fold_ in range(FOLDS):
        rest = [t for n, t in enumerate(unread) if n % FOLDS != fold_]
        bodies = [b for t in rest for b in t.bodies] + read
        vectors, model = train(bodies)
        roles = train_roles(bodies, vectors, model)
        for text in unread[fold_::FOLDS]:
            for body in text.bodies:
                score, row = _best(body, vectors, model)
                judged.append((score, body.role, roles.predict(row[None] * _of_roles(vectors))[0]))
    missed = sum(text.missed for text in unread)
    figures = {cut / 10: _figures(judged, cut / 10, missed) for cut in range(-15, 16)}
    for cut, told in figures.items():
        print(cut, told)
    bodies = [b for t in unread for b in t.bodies] + read
    vectors, model = train(bodies)
    roles = train_roles(bodies, vectors, model)
    # of cuts that are as good but for chance, the one that says least that is wrong
    best = max(told["f1"] for told in figures.values()) - CHANCE
    good = {cut: told for cut, told in figures.items() if told["f1"] >= best}
    inferred = max(good, key=lambda cut: (good[cut]["precision"], good[cut]["f1"]))
    precise = (c for c, f in figures.items() if f["precision"] >= PRECISE)
    stated = max(inferred, next(precise, max(figures)))
    names = vectors.get_feature_names_out()
    head = {"about": about(len(unread))}
    write(
        "organizer",
        head
        | {
            "figures": figures[inferred],
            "stated": stated,
            "inferred": inferred,
            **weighed(model.intercept_[0], model.coef_[0], names),
        },
    )
    right = [(a, b) for s, a, b in judged if a and s >= inferred]
    write(
        "role",
        head
        | {
            "figures": {"right": sum(a == b for a, b in right), "of": len(right)},
            "choices": {
                str(name): weighed(roles.intercept_[n], roles.coef_[n], names)
                for n, name in enumerate(roles.classes_)
            },
        },
    )


def about(unread: int) -> str:
    """Return what heads a table: on what it was trained, and whose its figures are."""
    read = sum(1 for folder in READ for _ in (folder / "gold.jsonl").open())
    return (
        f"Logistic regression on {unread} articles that no writer of rules read and {read} that "
        "they did; figures of the former by leaving a tenth out at a time."
    )


def _figures(judged: Sequence[tuple[float, Any, Any]], cut: float, missed: int) -> dict[str, float]:
    right = sum(bool(role) and role != "sponsor" for score, role, _ in judged if score >= cut)
    wrong = sum(role is None for score, role, _ in judged if score >= cut)
    lost = missed + sum(
        bool(role) and role != "sponsor" for score, role, _ in judged if score < cut
    )
    return sums(right, wrong, lost)


def sums(right: int, wrong: int, missed: int) -> dict[str, float]:
    """Return precision, recall and F1 as a table is headed with them."""
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    told = (("precision", precision), ("recall", recall), ("f1", f1))
    return {name: round(x, 3) for name, x in told}


def weighed(bias: float, weights: Sequence[float], names: Sequence[str]) -> dict[str, Any]:
    """Return the bias and the weights of features, but those that change nothing."""
    kept = {
        str(n): round(float(w), 2) for n, w in zip(names, weights, strict=True) if abs(w) >= LEAST
    }
    return {"bias": round(float(bias), 2), "weights": dict(sorted(kept.items()))}


def write(field: str, data: dict[str, Any]) -> None:
    """Write the table of a field."""
    text = json.dumps(data, ensure_ascii=False, indent=1)
    (TABLES / f"{field}.json").write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
