"""The commands of those who write rules: what a text gives, and how that agrees with people."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from egov_timeline import evaluation, pipeline, report, vocabulary
from egov_timeline.cli.terminal import Root, reporting
from egov_timeline.errors import Problem, ProblemsFound
from egov_timeline.files import read_article
from egov_timeline.understanding import understand


def extract(
    files: Annotated[list[Path], typer.Argument(help="Bài thô, UTF-8.")],
    root: Root = Path(),
    as_json: Annotated[bool, typer.Option("--json", help="Mỗi bài một dòng JSON.")] = False,
) -> None:
    """In ra những gì bài viết cho biết, chỉ theo chữ trong bài, không xét tệp .yml.

    Bài không cần nằm trong seeds/: dùng lệnh này để thử một bài trước khi đưa vào.

    Ví dụ: egov-timeline extract bai-moi.txt, hoặc cho máy đọc: egov-timeline extract *.txt --json
    """
    with reporting(root):
        vocabularies = vocabulary.load(root / pipeline.VOCABULARY)
        for path, text in _texts(files):
            article, found = understand(text, vocabularies)
            if as_json:
                typer.echo(json.dumps(report.as_json(path.stem, found), ensure_ascii=False))
            else:
                typer.echo(report.explain(path.stem, article, found, found, {}))


def evaluate(
    gold: Annotated[Path, typer.Argument(help="Chú giải, JSON từng dòng.")],
    articles: Annotated[Path, typer.Option(help="Thư mục của các bài đã chú giải.")],
    root: Root = Path(),
    errors: Annotated[bool, typer.Option("--errors", help="In từng chỗ không khớp.")] = False,
) -> None:
    """So điều máy đọc được với bài do người chú giải: mỗi trường một dòng; cho người viết luật.

    Ví dụ: egov-timeline evaluate gold.jsonl --articles articles --errors
    """
    with reporting(root):
        result, count = pipeline.evaluate(root, gold, articles)
    typer.echo(evaluation.table(result, count))
    if errors:
        typer.echo("\n".join([*result.disagreements, *result.bad_quotes]))


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
