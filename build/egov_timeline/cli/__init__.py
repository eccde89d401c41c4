"""The commands: each reads its options, calls the pipeline and prints what was asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import metadata
from typing import Annotated

import typer

from egov_timeline.cli import editing, measuring, publishing, terminal

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",  # which fills paragraphs
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"egov-timeline {metadata.version('egov-timeline')}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Phiên bản.")
    ] = False,
) -> None:
    """Biến bài báo tiếng Việt thành dòng thời gian mà mỗi thông tin đều dẫn về câu gốc.

    Lập kho mới bằng new, đưa bài vào bằng add, dựng trang bằng build, xem còn gì phải làm bằng
    todo, xem một bài được hiểu thế nào bằng explain, rồi ký đính chính bằng correct hoặc trong tệp
    .yml bên cạnh bài.

    Mỗi lệnh có hướng dẫn và ví dụ riêng: egov-timeline todo --help
    """


# In the order in which an editor needs them.
COMMANDS: Mapping[str, Callable[..., None]] = {
    "new": publishing.new,
    "add": editing.add,
    "explain": editing.explain,
    "correct": editing.correct,
    "todo": editing.list_tasks,
    "build": publishing.build,
    "check": publishing.check,
    "serve": publishing.serve,
    "verify": publishing.verify,
    "extract": measuring.extract,
    "evaluate": measuring.evaluate,
}
for name, command in COMMANDS.items():
    app.command(name=name)(command)


def run() -> None:
    """Do what was typed."""
    terminal.write_every_letter()
    app(prog_name="egov-timeline")
