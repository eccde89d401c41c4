"""Whole pages, as they are published: one folder for each reason that an article is hard.

`make golden` writes the pages anew; a change there is a commit of its own, with its reason.
"""

import os
import shutil
from pathlib import Path

import pytest

from egov_timeline import pipeline, recording
from project import vocabularies

HERE = Path(__file__).parent / "golden"
REASONS = sorted(path.name for path in HERE.iterdir() if path.is_dir())


def page_of(reason: str, root: Path) -> str:
    articles = root / "seeds/articles"
    articles.mkdir(parents=True)
    for ending in ("txt", "yml"):
        if (source := HERE / reason / f"seed.{ending}").exists():
            shutil.copy(source, articles / f"{reason}.{ending}")
    (record,) = records = recording.read_records(root, vocabularies())
    generated = pipeline.written(records, vocabularies())
    return generated[f"bai-viet/{record.slug}.md"]


@pytest.mark.parametrize("reason", REASONS)
def test_page(reason, tmp_path):
    page, golden = page_of(reason, tmp_path), HERE / reason / "page.md"
    if os.environ.get("WRITE_GOLDEN"):
        golden.write_text(page, "utf-8", newline="\n")
    assert page == golden.read_text("utf-8")
