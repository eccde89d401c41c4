"""The words of what one archive is about, which other news has not: `seeds/vocabulary/words.yml`.

Turns the file, which need not be there, into abbreviations, event nouns and names of sections. Each
is taken as it is typed, none as a pattern; what is wrong is collected with its line.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from egov_timeline.text import match_key, normalize
from egov_timeline.yamlnodes import Node, NodeReader


@dataclass(frozen=True, slots=True)
class EventNoun:
    """A word that is an event beside one of some others only: "ngày" before "an toàn thông tin"."""

    say: str
    before: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """What the file says, as keys; `abbreviations` are pairs, short and written out.

    `brands` name an event by themselves, with its year ("Techfest 2018"); `sections` are those of a
    newspaper or a portal; `things` are abbreviations that are no body, however they are written;
    `branches` are fields that name a body with their province ("Viễn thông Hà Nam").
    """

    abbreviations: tuple[tuple[str, str], ...] = ()
    events: tuple[EventNoun, ...] = ()
    brands: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    branches: tuple[str, ...] = ()

    @property
    def short(self) -> Mapping[str, str]:
        """The abbreviations that are one word."""
        return {short: long for short, long in self.abbreviations if " " not in short}

    def written_out(self, said: str) -> str:
        """Return words that blanks part, with the abbreviations of several words written out."""
        for short, long in self.abbreviations:
            if " " in short:
                said = f" {said} ".replace(f" {short} ", f" {long} ").strip()
        return said


NONE = Words()
# What may stand in the file, and what it is for, as the reference says it.
KEYS = {
    "abbreviations": "Chữ tắt: chữ viết đủ; trong tên đơn vị, chủ đề, chuỗi hai cách viết là một.",
    "events": "Từ là sự kiện trước những từ nhất định: {say: ngày, before: [hoa ban, sách]}.",
    "brands": "Tên sự kiện chỉ đi với năm: “Carnaval 2019”.",
    "sections": "Tên chuyên mục của báo và cổng thông tin, đứng trên bài mà không thuộc bài.",
    "things": "Chữ tắt không phải tên đơn vị nào.",
    "branches": "Ngành mà cùng tên tỉnh là một đơn vị: “Điện lực Cà Mau”.",
}


class WordsReader(NodeReader):
    """Reads the file by its YAML nodes, which know their lines."""

    def words(self, path: Path) -> Words:
        """Return what the file says; nothing where it is not there."""
        root = self.root(path) if path.exists() else None
        if root is None:
            return NONE
        found: dict[str, Any] = {}
        for name, node in self.fields(root, tuple(KEYS), "tệp này").items():
            if name == "abbreviations":
                found[name] = self._pairs(node)
            elif name == "events":
                found[name] = tuple(filter(None, map(self._event, self.items(node))))
            else:
                found[name] = self._keys(node, name)
        return Words(**found)

    def _pairs(self, node: Node) -> tuple[tuple[str, str], ...]:
        if not isinstance(node, yaml.MappingNode):
            remedy = "Viết từng dòng `CHỮ TẮT: chữ viết đủ`."
            self.wrong(node, "abbreviations phải gồm chữ tắt và chữ viết đủ", remedy)
            return ()
        pairs = ((self._key(k, "chữ tắt"), self._key(v, "chữ viết đủ")) for k, v in node.value)
        return tuple((short, long) for short, long in pairs if short and long)

    def _event(self, node: Node) -> EventNoun | None:
        nodes = self.fields(node, ("say", "before"), "events")
        say = self._key(nodes["say"], "say") if "say" in nodes else ""
        before = self._keys(nodes["before"], "before") if "before" in nodes else ()
        if say and before:
            return EventNoun(say, before)
        remedy = "Viết - {say: ngày, before: [hoa ban, sách]}."
        self.wrong(node, "từ chỉ sự kiện phải có say, và before là những từ đứng sau nó", remedy)
        return None

    def _keys(self, node: Node, name: str) -> tuple[str, ...]:
        return tuple(filter(None, (self._key(item, name) for item in self.items(node))))

    def _key(self, node: Node, name: str) -> str:
        said = self.text(node, name)
        return match_key(normalize(said)) if said else ""
