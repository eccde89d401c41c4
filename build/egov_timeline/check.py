"""Compare `content/` with what the seeds give, and re-read every page.

MkDocs builds a page whose front matter is broken without a word, as an empty one; so each page is
parsed here. Nothing is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from egov_timeline import fields, frontmatter
from egov_timeline.errors import Problem, ProblemsFound
from egov_timeline.fields import Datatype
from egov_timeline.files import read_text

_DATES = [row.name for row in fields.FIELDS if row.datatype in (Datatype.DATE, Datatype.MOMENT)]
_REMEDY = "Run `egov-timeline build` and commit the result."


def check(content: Path, generated: Mapping[str, str]) -> Iterator[Problem]:
    """Yield what is stale or broken below `content`; `generated` maps its files to their text."""
    for name, text in sorted(generated.items()):
        path = content / name
        if not path.exists():
            yield Problem(f"content/{name}", "is missing", _REMEDY)
        elif read_text(path, f"content/{name}") != text:
            yield Problem(f"content/{name}", "is stale", _REMEDY)
    for name in orphans(content, generated):
        yield Problem(f"content/{name}", "comes from no seed any more", _REMEDY)
    for path in sorted(content.rglob("*.md")):
        yield from _front_matter(path, f"content/{path.relative_to(content).as_posix()}")


def orphans(content: Path, generated: Mapping[str, str]) -> tuple[str, ...]:
    """Return the generated pages on disk that `generated` no longer has."""
    return tuple(
        name
        for path in sorted(content.rglob("*.md"))
        if (name := path.relative_to(content).as_posix()) not in generated
        and frontmatter.is_generated(read_text(path, f"content/{name}"))
    )


def _front_matter(path: Path, where: str) -> Iterator[Problem]:
    try:
        meta, _ = frontmatter.load(read_text(path, where), where)
    except ProblemsFound as err:
        yield from err.problems
        return
    for name in _DATES:
        if not isinstance(meta.get(name, ""), str | None):
            yield Problem(where, f"{name} is not a quoted string", "Put it in quotes.")
