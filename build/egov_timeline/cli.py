"""The commands: each reads its options, calls the pipeline and prints what was asked."""

from __future__ import annotations

import json
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from enum import StrEnum
from pathlib import Path
from types import FrameType
from typing import Annotated, NoReturn

import typer
from rich.console import Console

from egov_timeline import evaluation, pipeline, report, todo, vocabulary
from egov_timeline.errors import ProblemsFound, TimelineError
from egov_timeline.files import read_article
from egov_timeline.plain import plain
from egov_timeline.understanding import understand

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
console = Console(highlight=False)
complaints = Console(stderr=True, highlight=False)

Root = Annotated[
    Path,
    typer.Option("--root", help="Folder of the project: where seeds/ stands.", resolve_path=True),
]
Port = Annotated[int, typer.Option(help="Port on this machine.", min=1, max=65535)]


class Form(StrEnum):
    """In which form a list is printed."""

    TEXT = "text"
    JSON = "json"


@app.callback()
def main() -> None:
    """Turn press articles about e-government conferences into a timeline one can trust."""


@app.command()
def build(root: Root = Path()) -> None:
    """Make content/, site/ and the offline zip from the seeds."""
    start = time.monotonic()
    with _reporting(root), _ending_in_order(), complaints.status("Building …"):
        made = pipeline.build(root, date.today())
    seconds = time.monotonic() - start
    results = (root / pipeline.SITE / "index.html", root / pipeline.BUNDLE)
    told = f"{made.records} bài, {made.pages} trang, {seconds:.1f} giây".replace(".", ",")
    told += f": {', '.join(str(_from_here(path)) for path in results)}"
    if made.waiting:
        told += f". {todo.count_label(made.waiting)}: egov-timeline todo"
    typer.echo(told)


@app.command()
def serve(root: Root = Path(), port: Port = 8000) -> None:
    """Build the site and show it on this machine, anew after each change."""
    with _reporting(root), _ending_in_order():
        console.print(f"http://127.0.0.1:{port}/index.html (Ctrl-C ends)")
        pipeline.serve(root, port, _tell)


@app.command()
def check(root: Root = Path()) -> None:
    """Tell what is stale in content/ and which corrections are no longer needed."""
    with _reporting(root):
        if problems := list(pipeline.check(root)):
            raise ProblemsFound(problems)
    console.print("content/ is up to date; every page can be read")


@app.command(name="todo")
def list_tasks(
    idents: Annotated[
        list[str] | None, typer.Argument(metavar="[ID]…", help="Tên bài, hoặc phần đầu của tên.")
    ] = None,
    root: Root = Path(),
    form: Annotated[Form, typer.Option("--format", help="text để đọc, json cho máy.")] = Form.TEXT,
) -> None:
    """Kể những việc chờ biên tập viên, mỗi việc một dòng, kèm dòng để dán vào tệp .yml.

    Gồm: bài không lên dòng thời gian và vì sao, thiếu ngày, nơi, đơn vị, nguồn; ngày và tên không
    khớp; bài có thể trùng; điều suy ra cần người xác nhận; địa chỉ đổi; đính chính thừa.

    Ví dụ: egov-timeline todo
    """
    with _reporting(root):
        found = pipeline.tasks(root, date.today(), idents or ())
    if form is Form.JSON:
        typer.echo(json.dumps([plain(task) for task in found], ensure_ascii=False, indent=1))
    else:
        typer.echo("\n".join(todo.told(found)))


@app.command()
def extract(
    files: Annotated[list[Path], typer.Argument(help="Raw articles, UTF-8.")],
    root: Root = Path(),
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """Print what articles say, from their text alone: no sidecar has a part in it."""
    with _reporting(root):
        vocabularies = vocabulary.load(root / pipeline.VOCABULARY)
        for path in files:
            article, found = understand(read_article(path, str(path)), vocabularies)
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
    with _reporting(root):
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
    with _reporting(root):
        result, count = pipeline.evaluate(root, gold, articles)
    typer.echo(evaluation.table(result, count))
    if errors:
        typer.echo("\n".join([*result.disagreements, *result.bad_quotes]))


def _from_here(path: Path) -> Path:
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


@contextmanager
def _reporting(root: Path) -> Iterator[None]:
    """Print the problems of the project at `root`, one a line, and end with exit code 1."""
    try:
        _expect_project(root)
        yield
    except TimelineError as err:
        _tell(err)
        raise typer.Exit(1) from err


def _expect_project(root: Path) -> None:
    """Tell once that the folder is the wrong one, not of every file that is missing in it."""
    seeds = pipeline.VOCABULARY.parent
    if not (root / seeds).is_dir():
        what = f"is not the folder of a project: there is no {seeds}/ in it"
        raise ProblemsFound.one(str(root), what, "Go to the project's, or name it with --root.")


@contextmanager
def _ending_in_order() -> Iterator[None]:
    """Let SIGTERM end the program as Ctrl-C does, so that what is temporary is removed."""

    def end(number: int, _: FrameType | None) -> NoReturn:
        raise SystemExit(128 + number)

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _tell(err: TimelineError) -> None:
    complaints.print(str(err), markup=False, soft_wrap=True)
