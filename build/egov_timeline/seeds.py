"""Read `seeds/articles/`: raw articles, and the sidecars that people write beside them.

Turns each `<id>.txt` with its optional `<id>.yml` into a `Seed`. Nothing is repaired: what is not
readable text or not a valid sidecar is reported with file and line, all of it in one run.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from egov_timeline import files, sidecars
from egov_timeline.errors import Problem, ProblemsFound
from egov_timeline.records import Seed
from egov_timeline.text import normalize

FOLDER = Path("seeds/articles")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")


def read(root: Path) -> tuple[Seed, ...]:
    """Return the seeds of the project at `root`, by id. Raises ProblemsFound."""
    problems: list[Problem] = []
    paths = sorted((root / FOLDER).iterdir()) if (root / FOLDER).is_dir() else []
    found = [_seed(path, problems) for path in paths if path.suffix == ".txt"]
    for path in paths:
        problems += _stray(path)
    if not found:
        problems.append(Problem(str(FOLDER), "holds no article", "Put an <id>.txt there."))
    if problems:
        raise ProblemsFound(problems)
    return tuple(seed for seed in found if seed)


def _seed(path: Path, problems: list[Problem]) -> Seed | None:
    where, beside = _name(path), path.with_suffix(".yml")
    sidecar = sidecars.EMPTY
    if beside.exists():
        sidecar = sidecars.read(beside, _name(beside), problems)
    if not _ID.fullmatch(path.stem):
        remedy = "Name it with letters, digits, - and _ only: the name becomes an anchor."
        problems.append(Problem(where, "the file name cannot be an id", remedy))
    try:
        raw = files.read_bytes(path, where)
        text = normalize(files.decode_article(raw, where))
    except ProblemsFound as err:
        problems += err.problems
        return None
    return Seed(
        id=path.stem,
        path=where,
        sidecar=_name(beside),
        text=text,
        sha256=hashlib.sha256(raw).hexdigest(),
        slug=sidecar.slug,
        added=sidecar.added,
        source=sidecar.source,
        corrections=sidecar.corrections,
    )


def _stray(path: Path) -> Iterator[Problem]:
    """Yield a problem for a file that nothing reads: a correction in it would be lost unseen."""
    if path.suffix == ".txt" or path.name.startswith("."):
        return
    if path.suffix != ".yml":
        remedy = "Name an article <id>.txt and its sidecar <id>.yml."
        yield Problem(_name(path), "is neither an article nor a sidecar", remedy)
    elif not path.with_suffix(".txt").exists():
        what = f"there is no article {path.stem}.txt beside this sidecar"
        yield Problem(_name(path), what, "Add the article or remove the sidecar.")


def _name(path: Path) -> str:
    return (FOLDER / path.name).as_posix()
