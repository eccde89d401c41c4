"""Compares what is understood of annotated texts with what people said of them."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from egov_timeline import evaluation, parallel, report
from egov_timeline.evaluation import Evaluation, Row
from egov_timeline.files import read_text
from egov_timeline.understanding import understand
from egov_timeline.vocabulary import Vocabularies


def evaluate(
    vocabularies: Vocabularies, gold: Path, articles: Path, cluster: str | None = None
) -> tuple[Evaluation, int]:
    """Return how extraction agrees with annotations, and over how many articles.

    They are understood in processes of this machine, or on the Dask cluster at that address.
    """
    rows = evaluation.read_gold(gold)
    paths = [articles / f"{row['id']}.txt" for row in rows]
    texts = [(path.stem, read_text(path, str(path))) for path in paths]
    do = partial(_predicted, vocabularies)
    found = parallel.each(do, texts, parallel.processors(), cluster)
    triples = [(row, predicted, said) for row, (predicted, said) in zip(rows, found, strict=True)]
    provinces = [p.label for p in vocabularies.places.values() if p.kind == "province"]
    return evaluation.evaluate(triples, provinces), len(rows)


def _predicted(vocabularies: Vocabularies, said: tuple[str, str]) -> tuple[Row, str]:
    ident, text = said
    article, found = understand(text, vocabularies)
    return report.as_json(ident, found), article.text
