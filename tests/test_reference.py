"""The reference says what the code says: commands with their options, settings, what seeds may hold.

`make reference` writes it anew.
"""

from __future__ import annotations

import inspect
import json
import os
import re
from collections.abc import Iterator
from typing import Any

import pytest
from typer.main import get_command

from egov_timeline import settings
from egov_timeline.cli import COMMANDS, app
from egov_timeline.vocabulary import words
from egov_timeline.wording import own
from project import PROJECT

REFERENCE = PROJECT / "build/REFERENCE.md"
SCHEMAS = PROJECT / "build/egov_timeline/schemas"
HEAD = """\
# Tham chiếu: lệnh, cấu hình, tệp trong seeds/

Viết ra từ mã nguồn (`make reference`), đừng sửa ở đây. Cách làm từng bước: [HUONG-DAN.md](../HUONG-DAN.md).
"""


def cell(text: str) -> str:
    return re.sub(r"([|<>])", r"\\\1", " ".join(text.split()))


def table(heads: tuple[str, str], rows: list[tuple[str, str]]) -> str:
    lines = [f"| {' | '.join(heads)} |", "|---|---|"]
    return "\n".join([*lines, *(f"| {name} | {cell(said)} |" for name, said in rows)])


def of_commands() -> Iterator[str]:
    known = get_command(app).commands
    yield "## Lệnh"
    for name in COMMANDS:
        command = known[name]
        yield f"### `{' '.join(['egov-timeline', name, *map(argument, arguments(command))])}`"
        yield inspect.cleandoc(command.help)
        rows = [(option(p), p.help or "") for p in command.params if p.param_type_name == "option"]
        if rows := [(opts, said) for opts, said in rows if "--help" not in opts]:
            yield table(("Tùy chọn", "Để làm gì"), rows)


def arguments(command: Any) -> list[Any]:
    return [p for p in command.params if p.param_type_name == "argument"]


def argument(parameter: Any) -> str:
    return str(parameter.metavar or parameter.name.upper())


def option(parameter: Any) -> str:
    return ", ".join(f"`{said}`" for said in [*parameter.opts, *parameter.secondary_opts])


def of_settings() -> Iterator[str]:
    yield "## `mkdocs.yml`"
    yield "`site_name` là tên trên mọi trang, `site_description` là câu cho máy tìm. Dưới `extra:`, `timeline:`:"
    yield table(("Mục", "Để làm gì"), [(f"`{n}`", said) for n, said in settings.NAMES.items()])


def of_schema(name: str) -> Iterator[str]:
    schema = json.loads((SCHEMAS / name).read_text("utf-8"))
    yield f"## {schema['title']}"
    yield schema["description"]
    yield table(("Mục", "Để làm gì"), [*keys(schema.get("items", schema), schema)])


def keys(
    node: dict[str, Any], whole: dict[str, Any], above: str = "", seen: tuple[int, ...] = ()
) -> Iterator[tuple[str, str]]:
    """Yield each key and what it is for; what two keys hold alike is told under the first."""
    told = [*seen]
    for key, value in node.get("properties", {}).items():
        inner = of_reference(value, whole)
        yield f"`{above}{key}`", value.get("description") or inner.get("description") or ""
        if id(inner) not in told:
            yield from keys(inner, whole, f"{above}{key}.", (*told, id(inner)))
        told.append(id(inner))


def of_reference(node: dict[str, Any], whole: dict[str, Any]) -> dict[str, Any]:
    """Return what a node is, through references and lists: the first that has properties."""
    if "$ref" in node:
        return of_reference(whole["$defs"][node["$ref"].rpartition("/")[2]], whole)
    inside = [*node.get("anyOf", ()), *([node["items"]] if "items" in node else [])]
    found = [of_reference(one, whole) for one in inside]
    return next((one for one in found if one.get("properties")), node)


def of_words() -> Iterator[str]:
    yield "## Chữ riêng của một kho: seeds/vocabulary/words.yml"
    yield "Không bắt buộc; mỗi chữ được hiểu đúng như gõ vào."
    yield table(("Mục", "Để làm gì"), [(f"`{n}`", said) for n, said in words.KEYS.items()])


def of_labels() -> Iterator[str]:
    yield f"## Chữ người đọc thấy: {own.FILE.as_posix()}"
    yield (
        "Không bắt buộc: chữ ghi ở đây thay chữ của gói ở mọi trang, tệp dữ liệu và trong ô tìm kiếm. Mục có dấu chấm"
        " viết thành hai tầng (`fields: {date: Ngày mở hội}`); chỗ `{}` là chỗ của một giá trị, phải giữ. Chữ khác trong"
        " trang thì đổi bằng `templates/`, `theme/` và `nav` trong `mkdocs.yml`."
    )
    yield table(("Mục", "Chữ của gói"), [(f"`{name}`", said) for name, said in own.PACKAGE.items()])


def written() -> str:
    schemas = ("sidecar.schema.json", "vocabulary.schema.json")
    parts = [HEAD.rstrip(), *of_commands(), *of_settings()]
    parts += [part for name in schemas for part in of_schema(name)]
    return "\n\n".join([*parts, *of_words(), *of_labels()]) + "\n"


def test_the_reference_is_as_the_code_is() -> None:
    if os.environ.get("WRITE_REFERENCE"):
        REFERENCE.write_text(written(), "utf-8")
    assert REFERENCE.read_text("utf-8") == written(), "run `make reference`"


@pytest.mark.parametrize("said", ["### `egov-timeline new THƯ_MỤC`", "`--overwrite`", "`colours`"])
def test_it_has_what_a_person_looks_for(said: str) -> None:
    assert said in REFERENCE.read_text("utf-8")
