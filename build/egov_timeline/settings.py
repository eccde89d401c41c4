"""What `mkdocs.yml` says of the archive, checked before anything is made of it.

Turns `site_name` and `extra.timeline` of the project's own settings into values; the theme reads
them, too. A value that would make a dead link or no name of a file, and a name that nothing reads,
are refused with their lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from egov_timeline.colours import SCHEMES, Own
from egov_timeline.errors import Problem, ProblemsFound, quoted
from egov_timeline.files import read_text
from egov_timeline.text import normalize, slugify
from egov_timeline.yamlbounds import LOADER
from egov_timeline.yamlnodes import Node, NodeReader

FILE = "mkdocs.yml"
_WHERE = ("extra", "timeline")
# What may stand there, and what it is for, as the reference of settings says it.
NAMES = {
    "heading": "Chữ lớn trên trang chủ; không ghi thì là site_name.",
    "deck": "Ở đây thu thập gì, một cụm từ không có dấu chấm: “Các lễ hội ở miền Tây”.",
    "zip": "Tên tệp zip, không ghi đuôi; không ghi thì theo site_name.",
    "publisher": "Ai đăng và chịu trách nhiệm.",
    "contact": "Địa chỉ thư, hay địa chỉ trang liên hệ.",
    "colours": "Màu theo tên trong giao diện: {light: {accent: '#…'}, dark: {accent: '#…'}}.",
    "licence": "Địa chỉ giấy phép của các thông tin và đính chính.",
    "namespace": "Làm cho mã trong nguồn tin và lịch là của riêng kho này; ghi một lần, đừng đổi.",
}
_COLOURS = "colours"
_LONGEST = 200
# What a mail program takes for one address, and nothing that a link would end at.
_MAIL = re.compile(r"[\w.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+", re.ASCII)
_WEB = re.compile(r"""https?://[^\s<>"'/]+[^\s<>"']*""")
_HEX = re.compile(r"#[0-9a-fA-F]{6}")
_FILE_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Settings:
    """Who publishes the archive, where one can write to, and what it is called.

    `contact` is an address of mail or of the web; `name` that of the site; `heading` what stands
    over the timeline, `deck` what is gathered there ("Các lễ hội ở miền Tây"); `zip` how the file
    to take away is called, without its ending. `licence` is the address of the licence of facts and
    signatures; `namespace` what ids of this archive are made of beside what they stand for, so that
    no other archive has the same. `colours` lie over those of the theme.
    """

    publisher: str | None = None
    contact: str | None = None
    heading: str | None = None
    deck: str | None = None
    zip: str | None = None
    name: str = ""
    licence: str | None = None
    namespace: str | None = None
    colours: Own = ()

    @property
    def title(self) -> str:
        """What stands over the timeline."""
        return self.heading or self.name

    @property
    def file(self) -> str:
        """What files that leave the site are called."""
        return self.zip or slugify(self.name) or "timeline"


NONE = Settings()


def read(root: Path, problems: list[Problem]) -> Settings:
    """Return what the settings of the project say; what is wrong goes to `problems`."""
    reader = NodeReader(FILE)
    try:
        node = yaml.compose(read_text(root / FILE, FILE), Loader=LOADER)
    except (ProblemsFound, yaml.YAMLError):
        return NONE  # the site cannot be built then, and that is told there
    timeline = _inner(reader, node, _WHERE)
    told = reader.fields(timeline, tuple(NAMES), ".".join(_WHERE)) if timeline else {}
    name = _inner(reader, node, ("site_name",))
    found = Settings(
        **{name: _read(reader, node, name) for name, node in told.items() if name != _COLOURS},
        colours=tuple(_colours(reader, told[_COLOURS])) if _COLOURS in told else (),
        name=normalize(str(name.value)) if isinstance(name, yaml.ScalarNode) else "",
    )
    problems += reader.problems
    return found


def _inner(reader: NodeReader, node: Node | None, names: tuple[str, ...]) -> Node | None:
    """Return the node at the end of a way of `names`; of two, MkDocs would take the last."""
    for name in names:
        found = [pair for pair in _pairs(node) if pair[0].value == name]
        for key, _ in found[1:]:
            reader.wrong(key, f"có hai mục {name}", "Gộp lại thành một: viết tiếp dưới mục trên.")
        node = found[0][1] if found else None
    return node


def _pairs(node: Node | None) -> Iterator[tuple[Node, Node]]:
    if isinstance(node, yaml.MappingNode):
        yield from node.value


def fault(name: str, said: str) -> tuple[str, str] | None:
    """Return what is wrong with `said` as the setting `name`, and the remedy; None if nothing."""
    if not said:
        return f"{name} phải là một dòng chữ", "Viết vào, hoặc bỏ mục này."
    if len(said) > _LONGEST or "\n" in said:
        return f"{name} dài quá", f"Viết trong một dòng, nhiều nhất {_LONGEST} chữ."
    if name == "contact" and not (_MAIL.fullmatch(said) or _WEB.fullmatch(said)):
        remedy = "Viết như bientap@example.org hoặc https://example.org/lien-he."
        return f"contact {quoted(said)} không phải địa chỉ thư hay địa chỉ trang web", remedy
    if name == "licence" and not _WEB.fullmatch(said):
        remedy = "Viết như https://creativecommons.org/licenses/by/4.0/, hoặc bỏ mục này."
        return f"licence {quoted(said)} không phải địa chỉ trang web", remedy
    if name == "zip" and not _FILE_NAME.fullmatch(said):
        remedy = "Chỉ dùng a-z, 0-9 và dấu - ở giữa, không ghi đuôi .zip."
        return f"zip {quoted(said)} không làm tên tệp được", remedy
    return None


def _colours(reader: NodeReader, node: Node) -> Iterator[tuple[str, str, str]]:
    """Yield scheme, name and value of each colour; whether the theme has it, the theme knows."""
    for scheme, named in reader.fields(node, tuple(SCHEMES), _COLOURS).items():
        for key, value in _pairs(named):
            said = reader.text(value, str(key.value))
            if said and _HEX.fullmatch(said):
                yield scheme, str(key.value), said
            elif said:
                remedy = "Viết trong dấu nháy: # và sáu chữ số, hay chữ a đến f."
                reader.wrong(value, f"màu {quoted(said)} không đọc được", remedy)


def _read(reader: NodeReader, node: Node, name: str) -> str | None:
    said = reader.text(node, name)
    if said and (wrong := fault(name, said)):
        reader.wrong(node, *wrong)
    return said
