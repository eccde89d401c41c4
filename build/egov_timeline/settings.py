"""What `mkdocs.yml` says of who answers for the archive, checked before anything is made of it.

Turns `extra.timeline` of the project's own settings into values; the theme reads them, too. A value
that would make a dead link, and a name that nothing reads, are refused with their lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from egov_timeline.errors import Problem, ProblemsFound, quoted
from egov_timeline.files import read_text
from egov_timeline.yamlbounds import LOADER
from egov_timeline.yamlnodes import Node, NodeReader

FILE = "mkdocs.yml"
_WHERE = ("extra", "timeline")
_NAMES = ("publisher", "contact")
_LONGEST = 200
# What a mail program takes for one address, and nothing that a link would end at.
_MAIL = re.compile(r"[\w.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+", re.ASCII)
_WEB = re.compile(r"""https?://[^\s<>"'/]+[^\s<>"']*""")


@dataclass(frozen=True, slots=True)
class Settings:
    """Who publishes the archive, and where one can write to: an address of mail or of the web."""

    publisher: str | None = None
    contact: str | None = None


NONE = Settings()


def read(root: Path, problems: list[Problem]) -> Settings:
    """Return `extra.timeline` of the settings of the project; what is wrong goes to `problems`."""
    reader = NodeReader(FILE)
    try:
        node = yaml.compose(read_text(root / FILE, FILE), Loader=LOADER)
    except (ProblemsFound, yaml.YAMLError):
        return NONE  # the site cannot be built then, and that is told there
    timeline = _inner(node)
    told = reader.fields(timeline, _NAMES, ".".join(_WHERE)) if timeline else {}
    found = Settings(**{name: _read(reader, node, name) for name, node in told.items()})
    problems += reader.problems
    return found


def _inner(node: Node | None) -> Node | None:
    """Return the node of `extra.timeline`."""
    for name in _WHERE:
        node = next((value for key, value in _pairs(node) if key.value == name), None)
    return node


def _pairs(node: Node | None) -> Iterator[tuple[Node, Node]]:
    if isinstance(node, yaml.MappingNode):
        yield from node.value


def _read(reader: NodeReader, node: Node, name: str) -> str | None:
    said = reader.text(node, name)
    if said is None:
        return None
    if len(said) > _LONGEST or "\n" in said:
        reader.wrong(node, f"{name} dài quá", f"Viết trong một dòng, nhiều nhất {_LONGEST} chữ.")
    elif name == "contact" and not (_MAIL.fullmatch(said) or _WEB.fullmatch(said)):
        remedy = "Viết như bientap@example.org hoặc https://example.org/lien-he."
        what = f"contact {quoted(said)} không phải địa chỉ thư hay địa chỉ trang web"
        reader.wrong(node, what, remedy)
    return said
