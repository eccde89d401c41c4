"""What holds of all that people give, however odd: one function for each kind, for tests and campaigns."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from egov_timeline import pipeline, report, rights, vocabulary
from egov_timeline.clean import clean
from egov_timeline.errors import Problem, ProblemsFound
from egov_timeline.files import decode_article
from egov_timeline.recording import read_record
from egov_timeline.text import normalize
from egov_timeline.understanding import understand
from project import FROZEN, vocabularies
from strategies import Damage, is_first

ARTICLE = "Hội thảo Dữ liệu mở\n\nSáng 5/10/2017, Sở Y tế tổ chức Hội thảo Dữ liệu mở tại Huế.\n"
# What a message must not do to a terminal, or to the order of its words.
_COMMANDS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def check_article(said: str) -> None:
    """An article gives facts that are quoted word by word, or a problem."""
    try:
        text = decode_article(said.encode("utf-8"), "x.txt")
    except ProblemsFound as err:
        _check_told(err.problems)
        return
    article, found = understand(text, vocabularies())
    told = report.as_json("x", found)
    json.dumps(told)
    assert article.text == normalize(text)
    for quote, start, end in _quotes(told):
        assert article.text[start:end] == quote
    assert report.explain("x", article, found, found, {})


def check_clean(said: str) -> None:
    """Each letter of a text has one place in the parts of a page, and the parts follow each other."""
    text = normalize(said)
    page = clean(text)
    assert page.text == text
    end = 0
    for block in page.blocks:
        assert end <= block.start < block.end
        end = block.end
    assert end <= len(text)


def _quotes(told: object) -> list[tuple[str, int, int]]:
    if isinstance(told, dict):
        if {"quote", "start", "end"} <= told.keys():
            return [(told["quote"], told["start"], told["end"])]
        return [quote for value in told.values() for quote in _quotes(value)]
    return [quote for value in told for quote in _quotes(value)] if isinstance(told, list) else []


@cache
def _project() -> Path:
    """A project of one article, for as long as the process lives."""
    root = Path(_folder().name)
    (root / "seeds/articles").mkdir(parents=True)
    (root / "seeds/articles/x.txt").write_text(ARTICLE, "utf-8")
    (root / "seeds/vocabulary").mkdir()
    return root


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory()


def check_sidecar(said: str) -> None:
    """A sidecar gives a record that can be shown, or problems."""
    try:
        record = read_record(_project(), "x", vocabularies(), said)
    except ProblemsFound as err:
        _check_told(err.problems)
        return
    assert pipeline.written([rights.published(record)], vocabularies())


def check_vocabulary(name: str, said: str) -> None:
    """An authority file gives names that are looked for in a text, or problems."""
    folder = _project() / "seeds/vocabulary"
    for other in ("themes", "organizations", "places"):
        (folder / f"{other}.yml").write_bytes(said.encode("utf-8") if other == name else b"[]\n")
    try:
        found = vocabulary.load(folder)
    except ProblemsFound as err:
        _check_told(err.problems)
        return
    understand(ARTICLE, found)


def check_damage(damage: Damage) -> None:
    """A damaged project is understood as far as it can be, or told of; nothing is changed."""
    name, spoil = damage
    with tempfile.TemporaryDirectory() as folder:
        root = Path(shutil.copytree(FROZEN, f"{folder}/project", ignore=_other_articles))
        spoil(root / name)
        before = _tree(root)
        try:
            problems = list(pipeline.check(root))
        except ProblemsFound as err:
            problems = list(err.problems)
        _check_told(problems)
        assert _tree(root) == before


def _other_articles(folder: str, names: list[str]) -> list[str]:
    """Leave out all articles but one: each takes its time, and none tells more."""
    return [name for name in names if folder.endswith("articles") and not is_first(name)]


def _tree(root: Path) -> dict[str, int]:
    return {str(path): path.lstat().st_mtime_ns for path in root.rglob("*")}


def _check_told(problems: Sequence[Problem]) -> None:
    for problem in problems:
        assert problem.remedy
        assert not _COMMANDS.search(str(problem)), ascii(str(problem))
