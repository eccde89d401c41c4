"""The commands of those who write rules: what a text gives, and how that agrees with people."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from egov_timeline import evaluating, evaluation, parallel, recording, report, vocabulary, wording
from egov_timeline.cli.terminal import Root, reporting, say
from egov_timeline.errors import Problem, ProblemsFound
from egov_timeline.files import read_article
from egov_timeline.understanding import understand
from egov_timeline.vocabulary import Vocabularies

Cluster = Annotated[
    str | None,
    typer.Option(
        help="Địa chỉ của một cụm máy Dask (tcp://máy:8786) cùng làm; mặc định: chỉ máy này."
    ),
]


def extract(
    files: Annotated[list[Path], typer.Argument(help="Bài thô, UTF-8.")],
    root: Root = Path(),
    as_json: Annotated[bool, typer.Option("--json", help="Mỗi bài một dòng JSON.")] = False,
    cluster: Cluster = None,
) -> None:
    """In ra những gì bài viết cho biết, chỉ theo chữ trong bài, không xét tệp .yml.

    Bài không cần nằm trong seeds/: dùng lệnh này để thử một bài trước khi đưa vào.

    Ví dụ: egov-timeline extract bai-moi.txt, hoặc cho máy đọc: egov-timeline extract *.txt --json
    """
    with reporting(root):
        vocabularies = vocabulary.load(root / recording.VOCABULARY)
        do = partial(_told, vocabularies, wording.own.laid(), as_json)
        texts = _texts(files)
        for line in parallel.each(do, texts, parallel.processors(), cluster):
            say(line)


def _told(
    vocabularies: Vocabularies, own: Mapping[str, str], as_json: bool, said: tuple[Path, str]
) -> str:
    path, text = said
    with wording.own.saying(own):
        article, found = understand(text, vocabularies)
        if as_json:
            return json.dumps(report.as_json(path.stem, found), ensure_ascii=False)
        return report.explain(path.stem, article, found, found, {})


def evaluate(
    gold: Annotated[
        list[Path], typer.Argument(help="Chú giải, JSON từng dòng; nhiều tệp thì in cạnh nhau.")
    ],
    articles: Annotated[
        Path | None,
        typer.Option(
            help="Thư mục của các bài đã chú giải; mặc định: articles/ cạnh tệp chú giải."
        ),
    ] = None,
    root: Root = Path(),
    errors: Annotated[bool, typer.Option("--errors", help="In từng chỗ không khớp.")] = False,
    sums_only: Annotated[
        bool,
        typer.Option(help="Chỉ in tổng số, kể cả khi có --errors; thư mục unread/ luôn như thế."),
    ] = False,
    cluster: Cluster = None,
) -> None:
    """So điều máy đọc được với bài do người chú giải: mỗi trường một dòng; cho người viết luật.

    Ví dụ: egov-timeline evaluate gold.jsonl --errors, hoặc nhiều bộ cạnh nhau:
    egov-timeline evaluate a/gold.jsonl b/gold.jsonl
    """
    with reporting(root):
        vocabularies = vocabulary.load(root / recording.VOCABULARY)
        sets = {
            path: evaluating.evaluate(
                vocabularies, path, articles or path.parent / "articles", cluster
            )
            for path in gold
        }
    if len(sets) == 1:
        say(evaluation.table(*sets[gold[0]]))
    else:
        named = {path.resolve().parent.name: result for path, result in sets.items()}
        say(evaluation.side_by_side(named))
    for path, (result, _) in sets.items():
        if errors and not sums_only and not evaluation.gives_only_sums(path):
            say("\n".join([*result.disagreements, *result.bad_quotes]))


def _texts(paths: Sequence[Path]) -> list[tuple[Path, str]]:
    """Return the articles with their text. Raises ProblemsFound with all that cannot be read."""
    problems: list[Problem] = []
    found = []
    for path in paths:
        try:
            found.append((path, read_article(path, str(path))))
        except ProblemsFound as err:
            problems += err.problems
    if problems:
        raise ProblemsFound(problems)
    return found
