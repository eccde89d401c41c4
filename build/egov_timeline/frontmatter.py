"""Front matter: the YAML head of a generated page, written and read in one place.

Dates are written quoted and come back as strings: YAML 1.1 would otherwise turn `1966` into an
integer and `1966-03-12` into a date, and what an editor sees would not be what a template gets.
A key is one line, however long, and a page is the same bytes with libyaml and without.
"""

from __future__ import annotations

import json
import re
from typing import Any

import frontmatter
import yaml
from frontmatter.default_handlers import YAMLHandler

from egov_timeline.errors import Problem, ProblemsFound
from egov_timeline.yamlslips import slips

_STRING = "tag:yaml.org,2002:str"
_MEND = "Sửa giữa hai dòng `---` ở đầu trang."
_NEVER_FOLDED = 2**31 - 1
# What libyaml writes otherwise than PyYAML does: an emoji, a line separator, a control character.
_WRITTEN_OTHERWISE = re.compile(r"[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]")

# Every EDTF string, also one that YAML would not misread: an editor sees at once that it is text.
_DATE = re.compile(r"(?:\d{4}|XXXX)\b[-\d?~%X/T:+]*")


def _string(dumper: yaml.Dumper, value: str) -> yaml.Node:
    # White space at an end, a no-break space too, would be cut off where nothing marks the end.
    quoted = _DATE.fullmatch(value) or value != value.strip()
    return dumper.represent_scalar(_STRING, value, style="'" if quoted else None)


def _list(dumper: yaml.Dumper, value: list[Any]) -> yaml.Node:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=True)


def _writer(base: Any) -> Any:
    """Return a dumper that keeps the order of keys, sets lists in a line, and repeats values."""
    writer: Any = type("Writer", (base,), {"ignore_aliases": lambda self, data: True})
    writer.add_representer(str, _string)
    writer.add_representer(list, _list)
    return writer


_PLAIN = _writer(yaml.SafeDumper)
# libyaml, which is ten times as fast, where PyYAML was built with it.
_FAST = _writer(getattr(yaml, "CSafeDumper", yaml.SafeDumper))
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Handler(YAMLHandler):
    def load(self, fm: str, **kwargs: object) -> Any:
        loader = _LOADER(fm)
        node = loader.get_single_node()
        if not isinstance(node, yaml.MappingNode):
            return {}
        for key, _ in node.value:
            key.tag = _STRING  # `on: 2026-11-30`: for YAML 1.1 that name is true
        return loader.construct_document(node)

    def export(self, metadata: dict[str, object], **kwargs: object) -> str:
        letters = json.dumps(metadata, ensure_ascii=False)
        text: str = yaml.dump(
            metadata,
            Dumper=_PLAIN if _WRITTEN_OTHERWISE.search(letters) else _FAST,
            allow_unicode=True,
            sort_keys=False,
            default_flow_style=False,
            width=_NEVER_FOLDED,
        )
        return text.strip()


def dump(meta: dict[str, Any], body: str, comment: str | None = None) -> str:
    """Return a page: `meta` as front matter, under `comment` where one is given, then `body`."""
    page = frontmatter.dumps(frontmatter.Post(body, **meta), handler=_Handler())
    head = f"---\n# {comment}" if comment else "---"
    return page.replace("---", head, 1) + "\n"


def load(page: str, where: str) -> tuple[dict[str, Any], str]:
    """Return (meta, body) of a page. Raises ProblemsFound naming `where` for broken YAML."""
    handler = _Handler()
    try:
        post = frontmatter.loads(page, handler=handler)
    except (yaml.YAMLError, ValueError) as err:
        head, _ = handler.split(page)
        told = [Problem(where, s.what, s.remedy, s.line) for s in slips(head)]
        what = f"phần đầu trang không phải YAML hợp lệ ({err})"
        raise ProblemsFound(told or [Problem(where, what, _MEND)]) from err
    return post.metadata, post.content
