"""`evaluate` and the scorer that stands beside the annotated articles count the same."""

import json
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from egov_timeline import evaluating
from egov_timeline.cli import app
from project import FROZEN, PROJECT, vocabularies

SHARED = PROJECT.parent / "shared"
SCORER = SHARED / "tools/score.py"
NAMES = ("press", "portal", "unread")
FOLDERS = {name: SHARED / "corpus" / name.removeprefix("press") for name in NAMES}


def scored(folder, tmp_path):
    """What the other scorer counts of what `extract --json` prints."""
    articles = sorted(map(str, (folder / "articles").glob("*.txt")))
    printed = CliRunner().invoke(app, ["extract", *articles, "--json", "--root", str(FROZEN)])
    found = tmp_path / "found.jsonl"
    found.write_text(printed.stdout, "utf-8")
    words = [SCORER, folder / "gold.jsonl", found, "--articles", folder / "articles", "--json"]
    answer = subprocess.run([sys.executable, *words], check=True, capture_output=True, text=True)
    return json.loads(answer.stdout)


@pytest.mark.parametrize("name", NAMES)
def test_sums_equal_those_of_the_other_scorer(name, tmp_path):
    folder = FOLDERS[name]
    if not (SCORER.exists() and folder.exists()):
        pytest.skip(f"the annotated articles of {name} (../shared/corpus) are absent")
    wanted = scored(folder, tmp_path)
    result, count = evaluating.evaluate(vocabularies(), folder / "gold.jsonl", folder / "articles")
    roles = result.fields["role"]
    told = {f: (t.right, t.wrong, t.missed) for f, t in result.fields.items() if f != "role"}
    assert told == {f: (wanted[f]["tp"], wanted[f]["fp"], wanted[f]["fn"]) for f in told}
    assert {"right": roles.right, "of": roles.right + roles.wrong} == wanted["roles"]
    assert result.false_precision == wanted["dates"]["false_precision"]
    assert count == wanted["articles"]
