"""The list of the SHA-256 of all files of a folder, as `sha256sum --check` reads it.

Turns a folder into that list, and the list into names and digests. A name that leads out of the
folder is refused: whoever checks a copy reads no other file.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from egov_timeline import disk
from egov_timeline.errors import Problem, ProblemsFound, quoted

NAME = "SHA256SUMS.txt"
_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")
_UNFIT = re.compile(r"[\x00-\x1f\x7f-\x9f\\:]")
_REMEDY = "Tải lại từ nơi đăng: tệp này do `egov-timeline build` viết ra."


def text(digests: Mapping[str, str]) -> str:
    """Return the list of `digests` by name."""
    return "".join(f"{digests[name]}  {name}\n" for name in sorted(digests))


def read(said: str, where: str) -> dict[str, str]:
    """Return the digests by name. Raises ProblemsFound with all that is wrong with the list."""
    found: dict[str, str] = {}
    problems = []
    for number, line in enumerate(said.removesuffix("\n").split("\n") if said else (), 1):
        match = _LINE.fullmatch(line)
        if not match or not is_inside(match[2]) or match[2] in found:
            what = f"không đọc được dòng {quoted(line)}"
            problems.append(Problem(where, what, _REMEDY, number))
        else:
            found[match[2]] = match[1]
    if not found and not problems:
        problems.append(Problem(where, "không kể tệp nào", _REMEDY))
    if problems:
        raise ProblemsFound(problems)
    return found


def is_inside(name: str) -> bool:
    """Whether a name is one of a file below the folder, on any system."""
    return not (set(name.split("/")) & {"", ".", ".."} or _UNFIT.search(name))


def is_listed(name: str) -> bool:
    """Whether a list names such a file: itself it does not, nor what systems and hosts put by."""
    return name != NAME and not any(part.startswith(".") for part in name.split("/"))


def names(folder: Path) -> list[str]:
    """Return the files of `folder` that its list names, in order."""
    return sorted(filter(is_listed, disk.names(folder)))


def write(folder: Path, known: Mapping[str, str] = MappingProxyType({})) -> None:
    """Write the list of `folder` into it; the digests that are `known` are taken as they are."""
    digests = {name: known.get(name) or _digest(folder / name) for name in names(folder)}
    (folder / NAME).write_text(text(digests), "utf-8", newline="\n")


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
