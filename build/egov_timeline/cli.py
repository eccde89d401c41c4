"""The commands: each reads its options, calls the pipeline and prints what was asked."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from egov_timeline import evaluation, pipeline, report, vocabulary
from egov_timeline.errors import ProblemsFound, TimelineError
from egov_timeline.files import read_article

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
console = Console(highlight=False)
complaints = Console(stderr=True, highlight=False)

Root = Annotated[
    Path, typer.Option("--root", help="Folder of the project: where mkdocs.yml stands.")
]


@app.callback()
def main() -> None:
    """Turn press articles about e-government conferences into a timeline one can trust."""


@app.command()
def build(root: Root = Path()) -> None:
    """Make content/, site/ and the offline zip from the seeds."""
    start = time.monotonic()
    with _reporting(), complaints.status("Building …"):
        made = pipeline.build(root, os.environ.get("SITE_URL") or None)
    seconds = time.monotonic() - start
    console.print(
        f"{made.records} articles, {made.pages} pages in {seconds:.1f} s:"
        f" {pipeline.SITE / 'index.html'}, {made.bundle}"
    )


@app.command()
def serve(
    root: Root = Path(), port: Annotated[int, typer.Option(help="Port on this machine.")] = 8000
) -> None:
    """Build the site and show it on this machine, anew after each change."""
    console.print(f"http://127.0.0.1:{port}/index.html (Ctrl-C ends)")
    with _reporting():
        pipeline.serve(root, port, _tell)


@app.command()
def check(root: Root = Path()) -> None:
    """Tell what is stale in content/ and which corrections are no longer needed."""
    with _reporting():
        if problems := list(pipeline.check(root)):
            raise ProblemsFound(problems)
    console.print("content/ is up to date; every page can be read")


@app.command()
def extract(
    files: Annotated[list[Path], typer.Argument(help="Raw articles, UTF-8.")],
    root: Root = Path(),
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """Print what articles say, from their text alone: no sidecar has a part in it."""
    with _reporting():
        vocabularies = vocabulary.load(root / pipeline.VOCABULARY)
        for path in files:
            article, found = pipeline.understand(read_article(path, str(path)), vocabularies)
            if as_json:
                typer.echo(json.dumps(report.as_json(path.stem, found), ensure_ascii=False))
            else:
                typer.echo(report.explain(path.stem, article, found, found, {}))


@app.command()
def explain(
    ident: Annotated[str, typer.Argument(metavar="ID", help="Name of the seed, or its beginning.")],
    root: Root = Path(),
) -> None:
    """Print how each fact of an article is known: value, certainty, quote, rule, correction."""
    with _reporting():
        record = pipeline.find(root, ident)
        typer.echo(
            report.explain(
                record.id, record.article, record.facts, record.extracted, record.corrections
            )
        )


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(help="Annotations, JSON lines.")],
    articles: Annotated[Path, typer.Option(help="Folder of the annotated articles.")],
    root: Root = Path(),
    errors: Annotated[bool, typer.Option("--errors", help="Print each disagreement.")] = False,
) -> None:
    """Compare extraction with annotated articles: a table per field, and false precision."""
    with _reporting():
        result, count = pipeline.evaluate(root, gold, articles)
    typer.echo(evaluation.table(result, count))
    if errors:
        typer.echo("\n".join([*result.disagreements, *result.bad_quotes]))


@contextmanager
def _reporting() -> Iterator[None]:
    """Print the problems of the data, one a line, and end with exit code 1."""
    try:
        yield
    except TimelineError as err:
        _tell(err)
        raise typer.Exit(1) from err


def _tell(err: TimelineError) -> None:
    complaints.print(str(err), markup=False, soft_wrap=True)
