"""Read `seeds/articles/`: raw articles, and the sidecars that people write beside them.

Turns each `<id>.txt` with its optional `<id>.yml` into a `Seed`, and a sidecar with a title, a
source and signed facts but no text into a citation. Nothing is repaired: what is not readable text
or not a valid sidecar is reported with file and line, all of it in one run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from egov_timeline import cache, lastbuild
from egov_timeline.errors import Problem, ProblemsFound, did_you_mean, quoted
from egov_timeline.inputs import Seed
from egov_timeline.once import ALONE, Means
from egov_timeline.seeds import reading
from egov_timeline.seeds.reading import FOLDER, ID, Given, Parsed
from egov_timeline.sidecars import Sidecar

__all__ = ["FOLDER", "ID", "ids", "listed", "read", "read_at", "read_one", "readable"]

# What systems and programs leave in a folder: "~$bai.docx" is Word's, while it is open.
_LEFT_BEHIND = re.compile(r"(?i)\..*|~.*|.*~|desktop\.ini|thumbs\.db|icon\r|__macosx")

# What `add` turns into an article.
_FOR_ADD = (".html", ".htm", ".docx", ".doc", ".pdf", ".rtf", ".odt", ".mht", ".mhtml")


def read(root: Path) -> tuple[Seed, ...]:
    """Return the seeds of the project at `root`, by id. Raises ProblemsFound."""
    problems: list[Problem] = []
    found = readable(root, problems)
    if problems:
        raise ProblemsFound(problems)
    return found


def readable(root: Path, problems: list[Problem], means: Means = ALONE) -> tuple[Seed, ...]:
    """Return the seeds that can be read, by id; what is wrong with any goes to `problems`.

    They are read by the `means` of a build.
    """
    paths = listed(root)
    pairs = [*_read_all([*_with_seeds(paths)], problems, means)]
    found = {seed.id: seed for seed, _ in pairs}
    problems += _same_id([path for path in paths if _is_article(path)])
    for path in paths:
        problems += _stray(path)
    unread = {path.stem for path in paths} - found.keys()  # what is wrong with these is told
    for seed, sidecar in pairs:
        problems += () if seed.event in unread else _event(seed, sidecar, found)
    if not found and not problems and _had_articles(root):
        remedy = "Thêm bài bằng `egov-timeline add`, hoặc đặt một tệp <id>.txt vào đó."
        problems.append(Problem(FOLDER.as_posix(), "chưa có bài nào", remedy))
    return tuple(found.values())


def _had_articles(root: Path) -> bool:
    """Return whether the last build had any: an archive may begin empty, but not become so."""
    made = lastbuild.read(root / "content").digests or ()
    return any(name.startswith("bai-viet/") and name != "bai-viet/index.md" for name in made)


def ids(root: Path) -> tuple[str, ...]:
    """Return the ids of all seeds, without reading any."""
    return tuple(dict.fromkeys(path.stem for path in _with_seeds(listed(root))))


def read_one(
    root: Path, ident: str, problems: list[Problem], beside: str | None = None
) -> Seed | None:
    """Return one seed, with no look at others; what is wrong with it goes to `problems`.

    `beside` stands for the text of its sidecar, before that is written.
    """
    path = next(path for path in _with_seeds(listed(root)) if path.stem == ident)
    return _read(reading.given(path, beside), problems)


def read_at(path: Path, problems: list[Problem]) -> Seed | None:
    """Return the seed at `path`, an article or a citation; what is wrong goes to `problems`."""
    return _read(reading.given(path), problems)


def _read(given: Given, problems: list[Problem]) -> Seed | None:
    told, wrong = reading.parsed(given)
    problems += wrong
    return reading.seed_of(given, *told) if told else None


def listed(root: Path) -> list[Path]:
    """Return the files of the project's folder of articles, without what systems leave there."""
    folder = root / FOLDER
    every = sorted(folder.iterdir(), key=lambda path: path.name) if folder.is_dir() else []
    return [path for path in every if not _LEFT_BEHIND.fullmatch(path.name)]


def _same_id(articles: Sequence[Path]) -> Iterator[Problem]:
    """Yield a problem for "a.TXT" beside "a.txt": two articles, one id."""
    ordered = sorted((path.stem, path.name, path) for path in articles)
    for (one, before, _), (other, _, path) in pairwise(ordered):
        if one == other:
            what = f"có cùng tên với {before}"
            yield Problem(reading.name(path), what, "Đổi tên một trong hai, hoặc bỏ bớt một.")


def _is_article(path: Path) -> bool:
    return path.suffix.lower() == ".txt"


def _with_seeds(paths: Sequence[Path]) -> Iterator[Path]:
    """Yield the articles, and the sidecars that have none beside them."""
    ids = {path.stem for path in paths if _is_article(path)}
    yield from (p for p in paths if _is_article(p) or (p.suffix == ".yml" and p.stem not in ids))


def _read_all(
    paths: Sequence[Path], problems: list[Problem], means: Means
) -> Iterator[tuple[Seed, Sidecar]]:
    """Yield each seed that can be read, with its sidecar; what was parsed before is not again."""
    given = [*map(reading.given, paths)]
    means = replace(means, common=cache.code())
    found = means.together(
        reading.parsed, given, "seed", lambda one: one.path.name, Given.made_of, _is_of_its_bytes
    )
    for one, (told, wrong) in zip(given, found, strict=True):
        problems += wrong
        if told:
            yield reading.seed_of(one, *told), told[0]


def _is_of_its_bytes(outcome: Parsed) -> bool:
    """Whether nothing else has a part in it: what is wrong is told again, files may go."""
    told, wrong = outcome
    return told is not None and not wrong and not told[0].attachments


def _event(seed: Seed, sidecar: Sidecar, seeds: Mapping[str, Seed]) -> Iterator[Problem]:
    """Yield a problem where `event:` names no seed that stands for its event by itself."""
    if seed.event is None:
        return
    other = seeds.get(seed.event)
    if other is None:
        what = f"event: không có bài nào mã {quoted(seed.event)}"
        remedy = did_you_mean(seed.event, seeds) or "Ghi tên tệp của bài kia, không có đuôi .txt."
    elif other is seed:
        what, remedy = "event trỏ vào chính bài này", "Ghi mã của bài kia, hoặc bỏ mục này."
    elif other.event == seed.id:
        what = f"event: bài này và {other.id} trỏ vào nhau"
        remedy = "Chọn một bài làm đại diện, và bỏ mục event của bài đó."
    elif other.event is not None:
        what = f"event: {other.id} cũng trỏ sang bài khác"
        remedy = f"Trỏ thẳng vào bài đại diện: event: {other.event}."
    else:
        return
    yield Problem(seed.sidecar, what, remedy, sidecar.event_line)


def _stray(path: Path) -> Iterator[Problem]:
    """Yield a problem for a file that nothing reads: a correction in it would be lost unseen."""
    if path.suffix.lower() == ".txt" or path.suffix == ".yml":
        return
    ending, name = path.suffix.lower(), reading.name(path)
    if ending in (".yml", ".yaml"):
        yield Problem(name, "sẽ không được đọc", f"Đổi tên thành {path.stem}.yml.")
    elif ending in _FOR_ADD:
        remedy = (
            f"Chạy `egov-timeline add {name}`: bài được chuyển thành .txt, tệp này được giữ lại."
        )
        yield Problem(name, "không phải tệp .txt nên không được đọc", remedy)
    else:
        remedy = "Đặt tên bài là <id>.txt, tệp đi kèm là <id>.yml; tệp khác để ở seeds/originals/."
        yield Problem(name, "không phải bài viết, cũng không phải tệp đi kèm", remedy)
