"""Read one seed: first the bytes that lie there for it, then what they say.

Turns the path of an `<id>.txt`, or of an `<id>.yml` that has none beside it, into a `Seed` and its
`Sidecar`. Nothing is repaired; what is wrong is told with its line. What was parsed of some bytes
before is enough to make the seed of them.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from operator import attrgetter
from pathlib import Path

from egov_timeline import files, sidecars
from egov_timeline.errors import Problem, ProblemsFound, quoted
from egov_timeline.inputs import Doing, Seed
from egov_timeline.sidecars import Sidecar
from egov_timeline.text import normalize, slugify
from egov_timeline.view import located, openings

FOLDER = Path("seeds/articles")
ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_WHERE = FOLDER.as_posix()
_OF_SIDECAR = tuple(field.name for field in fields(Sidecar) if field.name != "event_line")
_values = attrgetter(*_OF_SIDECAR)

# A sidecar, and the text where it is not that of the file to the letter; None where the seed could
# not be read. With what is wrong.
Parsed = tuple[tuple[Sidecar, str | None] | None, list[Problem]]


@dataclass(frozen=True, slots=True)
class Given:
    """What lies there for a seed: the `text` of its file, bytes where it is no UTF-8.

    `said` is the text of its sidecar. What could not be read is None, and `wrong` tells why.
    """

    path: Path
    text: str | bytes | None
    said: str | None
    sha256: str = ""
    wrong: tuple[Problem, ...] = ()

    @property
    def is_article(self) -> bool:
        """Whether it is more than a sidecar."""
        return self.path.suffix != ".yml"

    def made_of(self) -> tuple[str, ...]:
        """Return what has a part in what comes of it, but for files that are attached."""
        return self.path.name, self.sha256, repr((self.said, self.wrong))


def given(path: Path, said: str | None = None) -> Given:
    """Return what lies at `path` and beside it; `said` stands for the text of the sidecar."""
    both, beside = [path], path.with_suffix(".yml")
    if beside != path and os.path.lexists(beside):
        both.append(beside)
    if wrong := [*_leading_out(both)]:
        return Given(path, None, None, wrong=tuple(wrong))
    if said is None and both[-1] == beside:
        said = _text(beside, wrong)
    try:
        raw = files.read_bytes(path, name(path))
    except ProblemsFound as err:
        return Given(path, None, said, wrong=(*wrong, *err.problems))
    try:
        text: str | bytes = raw.decode("utf-8")
    except UnicodeDecodeError:
        text = raw
    return Given(path, text, said, hashlib.sha256(raw).hexdigest(), tuple(wrong))


def _leading_out(paths: Iterable[Path]) -> Iterator[Problem]:
    for path in paths:
        if files.leads_out(path, path.parent.parent):
            yield Problem(name(path), files.LEADS_OUT, files.COPY_IT)


def _text(path: Path, problems: list[Problem]) -> str | None:
    try:
        return files.read_text(path, name(path))
    except ProblemsFound as err:
        problems += err.problems
        return None


def parsed(given: Given) -> Parsed:
    """Return what the bytes of a seed say."""
    problems = [*_misnamed(given.path)]
    before = len(problems)
    problems += given.wrong
    sidecar = _sidecar(given, problems)
    try:
        text = _article(given)
    except ProblemsFound as err:
        problems += err.problems
        return None, problems
    if text is None:
        return None, problems
    seed = _seed(given, text, sidecar)
    if not given.is_article and len(problems) == before:
        problems += _lacking(seed)
    problems += _edits(seed)
    return (sidecar, None if text == given.text else text), problems


def _misnamed(path: Path) -> Iterator[Problem]:
    if not ID.fullmatch(path.stem):
        remedy = (
            "Chỉ dùng chữ cái không dấu, chữ số, - và _, không có khoảng trắng:"
            f" chẳng hạn {slugify(path.stem) or 'bai-moi'}{path.suffix}."
        )
        yield Problem(name(path), "có tên tệp không dùng làm id được", remedy)


def _sidecar(given: Given, problems: list[Problem]) -> Sidecar:
    if given.said is None:
        return sidecars.EMPTY
    path, originals = given.path.with_suffix(".yml"), given.path.parent.parent / "originals"
    return sidecars.parse(given.said, name(path), originals, problems)


def _article(given: Given) -> str | None:
    """Return the text of the article, "" where there is none; None where it cannot be read."""
    if given.text is None:
        return None
    if not given.is_article:
        return ""
    raw = given.text if isinstance(given.text, bytes) else given.text.encode("utf-8")
    return normalize(files.decode_article(raw, name(given.path)))


def seed_of(given: Given, sidecar: Sidecar, text: str | None) -> Seed:
    """Return the seed of what was `given`, by what was `parsed` of it."""
    if text is None:
        text = given.text if isinstance(given.text, str) else ""
    return _seed(given, text, sidecar)


def _seed(given: Given, text: str, sidecar: Sidecar) -> Seed:
    stem = given.path.stem
    return Seed(
        id=stem,
        path=name(given.path),
        sidecar=f"{_WHERE}/{stem}.yml",
        text=text,
        sha256=given.sha256,
        **dict(zip(_OF_SIDECAR, _values(sidecar), strict=True)),
    )


def _lacking(citation: Seed) -> Iterator[Problem]:
    """Yield what a sidecar without a text lacks to be a citation."""
    signed = {correction.field for correction in citation.corrections}
    has = {
        "đính chính title": "title" in signed,
        "source.publisher hoặc source.url": citation.source.publisher or citation.source.url,
        "ít nhất một dữ kiện đã ký": signed - {"title"},
    }
    if lacking := [name for name, there in has.items() if not there]:
        what = f"không có bài {citation.id}.txt bên cạnh tệp đi kèm này"
        remedy = "Thêm bài ấy vào, hoặc bỏ tệp đi kèm; để là trích dẫn thì còn thiếu"
        remedy = f"{remedy} {', '.join(lacking)}."
        yield Problem(citation.sidecar, what, remedy)


def _edits(seed: Seed) -> Iterator[Problem]:
    """Yield the edits of the text whose words do not stand in it."""
    for edit in seed.edits:
        opens = edit.doing is not Doing.READ
        search = openings if opens else located
        places = len(search(seed.text, edit.words))
        if not places:
            what = f"không có đoạn nào trong {seed.path} mở đầu bằng" if opens else "bài không có"
            remedy = "Chép đúng từ bài ra."
            yield Problem(seed.sidecar, f"{what} {quoted(edit.words)}", remedy, edit.line)
        elif opens and places > 1:
            what = f"có {places} đoạn mở đầu bằng {quoted(edit.words)}"
            yield Problem(seed.sidecar, what, "Chép dài hơn, để chỉ rõ một đoạn.", edit.line)


def name(path: Path) -> str:
    """Return what a file of the folder is called in messages."""
    return f"{_WHERE}/{path.name}"
