"""Read `seeds/articles/`: raw articles, and the sidecars that people write beside them.

Turns each `<id>.txt` with its optional `<id>.yml` into a `Seed`, and a sidecar with a title, a
source and signed facts but no text into a citation. Nothing is repaired: what is not readable text
or not a valid sidecar is reported with file and line, all of it in one run.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from itertools import pairwise
from pathlib import Path

from egov_timeline import cache, files, lastbuild, parallel, sidecars
from egov_timeline.cache import Key
from egov_timeline.cache import key as key_of
from egov_timeline.errors import Problem, ProblemsFound, did_you_mean, quoted
from egov_timeline.inputs import Doing, Seed
from egov_timeline.once import ALONE, Means
from egov_timeline.sidecars import Sidecar
from egov_timeline.text import normalize, slugify
from egov_timeline.view import located, openings

FOLDER = Path("seeds/articles")
ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
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
    pairs = []
    for pair, wrong in _read_all([*_with_seeds(paths)], means):
        problems += wrong
        pairs += [pair] if pair else []
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
    return read_at(path, problems, beside)


def read_at(path: Path, problems: list[Problem], beside: str | None = None) -> Seed | None:
    """Return the seed at `path`, an article or a citation; what is wrong goes to `problems`."""
    pair = _read(path, problems, beside)
    return pair[0] if pair else None


def listed(root: Path) -> list[Path]:
    """Return the files of the project's folder of articles, without what systems leave there."""
    folder = root / FOLDER
    every = sorted(folder.iterdir(), key=lambda path: path.name) if folder.is_dir() else []
    return [path for path in every if not _LEFT_BEHIND.fullmatch(path.name)]


def _same_id(articles: Sequence[Path]) -> Iterator[Problem]:
    """Yield a problem for "a.TXT" beside "a.txt": two articles, one id."""
    for one, other in pairwise(sorted(articles, key=lambda path: (path.stem, path.name))):
        if one.stem == other.stem:
            what = f"có cùng tên với {one.name}"
            yield Problem(_name(other), what, "Đổi tên một trong hai, hoặc bỏ bớt một.")


def _is_article(path: Path) -> bool:
    return path.suffix.lower() == ".txt"


def _with_seeds(paths: Sequence[Path]) -> Iterator[Path]:
    """Yield the articles, and the sidecars that have none beside them."""
    ids = {path.stem for path in paths if _is_article(path)}
    yield from (p for p in paths if _is_article(p) or (p.suffix == ".yml" and p.stem not in ids))


# A seed with its sidecar, and what is wrong with them.
_Pair = tuple[Seed, Sidecar]
_Outcome = tuple["_Pair | None", "list[Problem]"]


def _read_all(paths: Sequence[Path], means: Means) -> Iterator[_Outcome]:
    """Yield what comes of reading each seed; one that was read before, its bytes are enough."""
    kept = means.kept
    keys = {path: _key(path) if kept else None for path in paths}
    found = {path: kept.get(key) for path, key in keys.items() if kept and key}
    missing = [path for path in paths if found.get(path) is None]
    read = zip(missing, parallel.each(_read_apart, missing, means.jobs), strict=True)
    for path in paths:
        if pair := found.get(path):
            yield pair, []
            continue
        _, (outcome, key) = next(read)
        if kept and key and key == keys[path] and _is_of_its_bytes(outcome):
            kept.put(key, outcome[0])
        yield outcome


def _read_apart(path: Path) -> tuple[_Outcome, Key | None]:
    """Return what comes of reading a seed, and the key of what is there then."""
    problems: list[Problem] = []
    return (_read(path, problems), problems), _key(path)


def _key(path: Path) -> Key | None:
    """Return the key of the seed at `path`: names and bytes of it and of its sidecar."""
    both = [each for each in sorted({path, path.with_suffix(".yml")}) if os.path.lexists(each)]
    if any(files.leads_out(each, path.parent.parent) for each in both):
        return None
    try:
        said = [key_of(each.name, files.read_bytes(each, each.name)) for each in both]
    except ProblemsFound:
        return None
    return key_of("seed", cache.code(), *said)


def _is_of_its_bytes(outcome: _Outcome) -> bool:
    """Whether nothing else has a part in it: what is wrong is told again, files may go."""
    pair, wrong = outcome
    return pair is not None and not wrong and not pair[0].attachments


def _read(
    path: Path, problems: list[Problem], said: str | None = None
) -> tuple[Seed, Sidecar] | None:
    """Return the seed at `path`, an article or a sidecar without one, with its sidecar."""
    where, beside = _name(path), path.with_suffix(".yml")
    if not ID.fullmatch(path.stem):
        remedy = (
            "Chỉ dùng chữ cái không dấu, chữ số, - và _, không có khoảng trắng:"
            f" chẳng hạn {slugify(path.stem) or 'bai-moi'}{path.suffix}."
        )
        problems.append(Problem(where, "có tên tệp không dùng làm id được", remedy))
    if leading := [each for each in (path, beside) if files.leads_out(each, path.parent.parent)]:
        problems += (Problem(_name(each), files.LEADS_OUT, files.COPY_IT) for each in leading)
        return None
    before = len(problems)
    sidecar = sidecars.EMPTY
    if said is not None:
        sidecar = sidecars.parse(said, _name(beside), beside.parent.parent / "originals", problems)
    elif beside.exists():
        sidecar = sidecars.read(beside, _name(beside), problems)
    try:
        raw = files.read_bytes(path, where)
        text = "" if beside == path else normalize(files.decode_article(raw, where))
    except ProblemsFound as err:
        problems += err.problems
        return None
    seed = _seed(path, text, raw, sidecar)
    if beside == path and len(problems) == before:
        problems += _lacking(seed)
    problems += _edits(seed)
    return seed, sidecar


def _seed(path: Path, text: str, raw: bytes, sidecar: Sidecar) -> Seed:
    said = {f.name: getattr(sidecar, f.name) for f in fields(sidecar) if f.name != "event_line"}
    return Seed(
        id=path.stem,
        path=_name(path),
        sidecar=_name(path.with_suffix(".yml")),
        text=text,
        sha256=hashlib.sha256(raw).hexdigest(),
        **said,
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
    ending, name = path.suffix.lower(), _name(path)
    if ending == ".txt":
        return
    if ending in (".yml", ".yaml") and path.suffix != ".yml":
        yield Problem(name, "sẽ không được đọc", f"Đổi tên thành {path.stem}.yml.")
    elif ending in _FOR_ADD:
        remedy = (
            f"Chạy `egov-timeline add {name}`: bài được chuyển thành .txt, tệp này được giữ lại."
        )
        yield Problem(name, "không phải tệp .txt nên không được đọc", remedy)
    elif ending != ".yml":
        remedy = "Đặt tên bài là <id>.txt, tệp đi kèm là <id>.yml; tệp khác để ở seeds/originals/."
        yield Problem(name, "không phải bài viết, cũng không phải tệp đi kèm", remedy)


def _name(path: Path) -> str:
    return (FOLDER / path.name).as_posix()
