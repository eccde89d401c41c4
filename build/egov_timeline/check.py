"""Compare `content/` with what the seeds give, and re-read every page.

MkDocs builds a page whose front matter is broken without a word, as an empty one; so each page is
parsed here. Nothing is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from egov_timeline import fields, frontmatter, lastbuild
from egov_timeline.errors import Problem, ProblemsFound
from egov_timeline.fields import Datatype
from egov_timeline.files import read_bytes, read_text

_DATES = [row.name for row in fields.FIELDS if row.datatype in (Datatype.DATE, Datatype.MOMENT)]
_REMEDY = "Chạy `egov-timeline build` rồi commit kết quả."


def check(content: Path, generated: Mapping[str, str]) -> Iterator[Problem]:
    """Yield what is stale or broken below `content`; `generated` maps its files to their text.

    What is stale is a warning, as who publishes builds first. What cannot be read is an error.
    """
    last = lastbuild.read(content)
    left = lastbuild.names(content) - generated.keys()
    others = lastbuild.orphans(content, last, left)
    for name, page in generated.items():
        if name.endswith(".md"):
            yield from _front_matter(page, f"content/{name}")
    yield from by_hand(content, sorted(left - {*others}))
    old = [name for name in sorted(generated) if _is_old(content, name, generated[name])]
    told = {p.where: p for p in lastbuild.of_people(content, last, old, others)}
    for name in old:
        what = "đã cũ so với seeds/"
        if not (content / name).exists():
            what = "chưa có, dù seeds/ đã cho trang này"
        yield _stale(name, what, told)
    for name in others:
        yield _stale(name, "không còn ứng với gì trong seeds/", told)


def _is_old(content: Path, name: str, text: str) -> bool:
    path = content / name
    return not path.is_file() or read_bytes(path, f"content/{name}") != text.encode("utf-8")


def _stale(name: str, what: str, of_people: Mapping[str, Problem]) -> Problem:
    where = f"content/{name}"
    said = of_people.get(where) or Problem(where, what, _REMEDY)
    return replace(said, warning=True)


def by_hand(content: Path, names: Iterable[str]) -> Iterator[Problem]:
    """Yield why what people wrote below `content` cannot be published: no file, UTF-8 or YAML."""
    for name in names:
        where = f"content/{name}"
        if not (content / name).is_file():
            what = "không phải một tệp, hoặc là liên kết không dẫn tới đâu"
            yield Problem(where, what, "Chép chính tệp vào đó, hoặc bỏ nó đi.")
        elif name.endswith(".md"):
            try:
                yield from _front_matter(read_text(content / name, where), where)
            except ProblemsFound as err:
                yield from err.problems


def _front_matter(page: str, where: str) -> Iterator[Problem]:
    try:
        meta, _ = frontmatter.load(page, where)
    except ProblemsFound as err:
        yield from err.problems
        return
    for name in _DATES:
        if not isinstance(meta.get(name, ""), str | None):
            what = f"giá trị của {name} không phải là một chuỗi"
            yield Problem(where, what, "Đặt nó trong dấu nháy.")
