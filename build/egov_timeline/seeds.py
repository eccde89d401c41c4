"""Read `seeds/articles/`: raw articles, and the sidecars that people write beside them.

Turns each `<id>.txt` with its optional `<id>.yml` into a `Seed`. Nothing is repaired: what is not
readable text or not a valid sidecar is reported with file and line, all of it in one run.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from egov_timeline import sidecars
from egov_timeline.errors import Problem, ProblemsFound
from egov_timeline.records import Seed
from egov_timeline.text import normalize

FOLDER = Path("seeds/articles")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
# Tab and line ends are white space; the rest of C0 has no place in a text and would be taken for
# markup by some reader down the line.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def read(root: Path) -> tuple[Seed, ...]:
    """Return the seeds of the project at `root`, by id. Raises ProblemsFound."""
    problems: list[Problem] = []
    folder = root / FOLDER
    found = [_seed(path, problems) for path in sorted(folder.glob("*.txt"))]
    for path in sorted(folder.glob("*.yml")):
        if not path.with_suffix(".txt").exists():
            what = f"there is no article {path.stem}.txt beside this sidecar"
            problems.append(Problem(_name(path), what, "Add the article or remove the sidecar."))
    if not found:
        problems.append(Problem(str(FOLDER), "holds no article", "Put an <id>.txt there."))
    if problems:
        raise ProblemsFound(problems)
    return tuple(seed for seed in found if seed)


def _seed(path: Path, problems: list[Problem]) -> Seed | None:
    where, raw = _name(path), path.read_bytes()
    text = _text(where, raw, problems)
    sidecar = sidecars.EMPTY
    if path.with_suffix(".yml").exists():
        sidecar = sidecars.read(path.with_suffix(".yml"), _name(path.with_suffix(".yml")), problems)
    if not _ID.fullmatch(path.stem):
        remedy = "Name it with letters, digits, - and _ only: the name becomes an anchor."
        problems.append(Problem(where, "the file name cannot be an id", remedy))
    if text is None:
        return None
    return Seed(
        id=path.stem,
        path=where,
        text=text,
        sha256=hashlib.sha256(raw).hexdigest(),
        slug=sidecar.slug,
        source=sidecar.source,
        corrections=sidecar.corrections,
    )


def _text(where: str, raw: bytes, problems: list[Problem]) -> str | None:
    try:
        text = normalize(raw.decode("utf-8"))
    except UnicodeDecodeError as err:
        line = raw.count(b"\n", 0, err.start) + 1
        what = f"is not UTF-8 (byte {err.start} is 0x{raw[err.start]:02x})"
        problems.append(Problem(where, what, "Save the file as UTF-8.", line))
        return None
    if control := _CONTROL.search(text):
        line = text.count("\n", 0, control.start()) + 1
        what = f"has the control character U+{ord(control[0]):04X}"
        problems.append(Problem(where, what, "Remove it: this is not plain text.", line))
        return None
    if not text.strip("\ufeff \t\n"):
        problems.append(Problem(where, "is empty", "Paste the article's text, or remove the file."))
        return None
    return text


def _name(path: Path) -> str:
    return (FOLDER / path.name).as_posix()
