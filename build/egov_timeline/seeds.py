"""Read `seeds/articles/`: raw articles, and the sidecars that people write beside them.

Turns each `<id>.txt` with its optional `<id>.yml` into a `Seed`. Nothing is repaired: what is not
readable text or not a valid sidecar is reported with file and line, all of it in one run.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from egov_timeline import files, sidecars
from egov_timeline.errors import Problem, ProblemsFound
from egov_timeline.records import Seed
from egov_timeline.text import normalize, slugify

FOLDER = Path("seeds/articles")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
# What systems and programs leave in a folder: "~$bai.docx" is Word's, while it is open.
_LEFT_BEHIND = re.compile(r"(?i)\..*|~.*|.*~|desktop\.ini|thumbs\.db|icon\r|__macosx")

# What `add` turns into an article.
_FOR_ADD = (".html", ".htm", ".docx", ".doc", ".pdf", ".rtf", ".odt", ".mht", ".mhtml")


def read(root: Path) -> tuple[Seed, ...]:
    """Return the seeds of the project at `root`, by id. Raises ProblemsFound."""
    problems: list[Problem] = []
    paths = _listed(root)
    articles = [path for path in paths if path.suffix.lower() == ".txt"]
    found = [_seed(path, problems) for path in articles]
    problems += _same_id(articles)
    for path in paths:
        problems += _stray(path, {article.stem for article in articles})
    if not found:
        remedy = "Thêm bài bằng `egov-timeline add`, hoặc đặt một tệp <id>.txt vào đó."
        problems.append(Problem(FOLDER.as_posix(), "chưa có bài nào", remedy))
    if problems:
        raise ProblemsFound(problems)
    return tuple(seed for seed in found if seed)


def _listed(root: Path) -> list[Path]:
    folder = root / FOLDER
    every = sorted(folder.iterdir()) if folder.is_dir() else []
    return [path for path in every if not _LEFT_BEHIND.fullmatch(path.name)]


def _same_id(articles: Sequence[Path]) -> Iterator[Problem]:
    """Yield a problem for "a.TXT" beside "a.txt": two articles, one id."""
    for one, other in pairwise(sorted(articles, key=lambda path: (path.stem, path.name))):
        if one.stem == other.stem:
            what = f"có cùng tên với {one.name}"
            yield Problem(_name(other), what, "Đổi tên một trong hai, hoặc bỏ bớt một.")


def _seed(path: Path, problems: list[Problem]) -> Seed | None:
    where, beside = _name(path), path.with_suffix(".yml")
    sidecar = sidecars.EMPTY
    if beside.exists():
        sidecar = sidecars.read(beside, _name(beside), problems)
    if not _ID.fullmatch(path.stem):
        remedy = (
            "Chỉ dùng chữ cái không dấu, chữ số, - và _, không có khoảng trắng:"
            f" chẳng hạn {slugify(path.stem) or 'bai-moi'}.txt."
        )
        problems.append(Problem(where, "có tên tệp không dùng làm id được", remedy))
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


def _stray(path: Path, ids: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for a file that nothing reads: a correction in it would be lost unseen."""
    ending, name = path.suffix.lower(), _name(path)
    if ending == ".txt":
        return
    if ending in (".yml", ".yaml") and path.suffix != ".yml":
        yield Problem(name, "sẽ không được đọc", f"Đổi tên thành {path.stem}.yml.")
    elif ending in _FOR_ADD:
        remedy = f"Chạy `egov-timeline add {path.name}`, rồi bỏ tệp này khỏi {FOLDER.as_posix()}/."
        yield Problem(name, "không phải tệp .txt nên không được đọc", remedy)
    elif ending != ".yml":
        remedy = "Đặt tên bài là <id>.txt, tệp đi kèm là <id>.yml; tệp khác để ở seeds/originals/."
        yield Problem(name, "không phải bài viết, cũng không phải tệp đi kèm", remedy)
    elif path.stem not in ids:
        what = f"không có bài {path.stem}.txt bên cạnh tệp đi kèm này"
        yield Problem(name, what, "Thêm bài ấy vào, hoặc bỏ tệp đi kèm.")


def _name(path: Path) -> str:
    return (FOLDER / path.name).as_posix()
