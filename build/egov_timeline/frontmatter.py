"""Front matter: the YAML head of a generated page, written and read in one place.

Dates are written quoted and come back as strings: YAML 1.1 would otherwise turn `1966` into an
integer and `1966-03-12` into a date, and what an editor sees would not be what a template gets.
"""

from __future__ import annotations

import re
from typing import Any

import frontmatter
import yaml
from frontmatter.default_handlers import YAMLHandler

from egov_timeline.errors import ProblemsFound


class _Dumper(yaml.SafeDumper):
    """Keeps the order of keys and indents lists, so that a change shows as a small diff."""

    def ignore_aliases(self, data: Any) -> bool:
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        return super().increase_indent(flow, False)


# Every EDTF string, also one that YAML would not misread: an editor sees at once that it is text.
_DATE = re.compile(r"(?:\d{4}|XXXX)\b[-\d?~%X/T:+]*")


def _string(dumper: _Dumper, value: str) -> yaml.Node:
    # White space at an end, a no-break space too, would be cut off where nothing marks the end.
    quoted = _DATE.fullmatch(value) or value != value.strip()
    style = "'" if quoted else "|" if "\n" in value else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


_Dumper.add_representer(str, _string)


class _Handler(YAMLHandler):
    def export(self, metadata: dict[str, object], **kwargs: object) -> str:
        return yaml.dump(
            metadata, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100
        ).strip()


def dump(meta: dict[str, Any], body: str, comment: str | None = None) -> str:
    """Return a page: `meta` as front matter, under `comment` where one is given, then `body`."""
    page = frontmatter.dumps(frontmatter.Post(body, **meta), handler=_Handler())
    head = f"---\n# {comment}" if comment else "---"
    return page.replace("---", head, 1) + "\n"


def load(page: str, where: str) -> tuple[dict[str, Any], str]:
    """Return (meta, body) of a page. Raises ProblemsFound naming `where` for broken YAML."""
    try:
        post = frontmatter.loads(page, handler=_Handler())
    except yaml.YAMLError as err:
        mark = getattr(err, "problem_mark", None)
        raise ProblemsFound.one(
            where,
            "phần đầu trang không phải YAML hợp lệ",
            "Sửa giữa hai dòng `---` ở đầu trang.",
            mark.line + 1 if mark else None,
        ) from err
    return post.metadata, post.content


def is_generated(page: str) -> bool:
    """Return whether `page` says of itself that it was generated (see `dump`, `comment`)."""
    return page.startswith("---\n# generated")
