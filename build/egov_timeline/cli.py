"""The commands. Each reads its options, calls the pipeline and prints one line."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Annotated, Any

import typer

from egov_timeline import vocabulary
from egov_timeline.clean import clean
from egov_timeline.edtf import EventDate
from egov_timeline.extract import extract as understand
from egov_timeline.records import Extraction, Finding
from egov_timeline.text import normalize

app = typer.Typer(no_args_is_help=True, add_completion=False, help=__doc__)


@app.callback()
def main() -> None:
    """Turn Vietnamese press articles into a timeline one can trust."""


@app.command()
def extract(
    files: Annotated[list[Path], typer.Argument(help="Raw articles.")],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """Print what the articles say, from their text alone."""
    vocabularies = vocabulary.load(Path("seeds/vocabulary"))
    for path in files:
        article = clean(normalize(path.read_text("utf-8")))
        print(
            json.dumps(
                {"id": path.stem} | as_dict(understand(article, vocabularies)), ensure_ascii=False
            )
        )


def as_dict(extraction: Extraction) -> dict[str, Any]:
    """Return `extraction` in the shape of DESIGN 4.3."""
    return {
        field.name: _plain(getattr(extraction, field.name))
        for field in dataclasses.fields(extraction)
        if field.name != "rejected"
    }


def _plain(value: Any) -> Any:
    if isinstance(value, EventDate):
        return value.edtf
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    if dataclasses.is_dataclass(value):
        return {f.name: _plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    return value
