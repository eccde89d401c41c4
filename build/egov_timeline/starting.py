"""The recipe of `new`: the few files of an archive of one's own, which a build makes a site of.

Turns names that a person gives into settings, starter vocabularies, the page about the archive and
what publishes it. All is made aside first; a folder that has more than a repository is refused.
"""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from html import escape
from importlib import metadata
from pathlib import Path
from string import Template
from typing import Any
from uuid import uuid4

import yaml

from egov_timeline import settings, wording
from egov_timeline.errors import Problem, ProblemsFound
from egov_timeline.text import normalize, slugify

_NAME = "egov-timeline"
_STARTER = Path(__file__).parent / "starter"
_CHECKOUT = Path(__file__).parents[2]
# Where each file goes, and the one in `starter/` that it comes from, filled in.
_FILLED = {
    "mkdocs.yml": "mkdocs.yml",
    "README.md": "README.md",
    "requirements.txt": "requirements.txt",
    "content/gioi-thieu.md": "content/gioi-thieu.md",
}
# As they are.
_KEPT = {
    ".gitignore": "gitignore",
    ".github/workflows/pages.yml": "github/workflows/pages.yml",
    "seeds/vocabulary/themes.yml": "seeds/vocabulary/themes.yml",
    "seeds/vocabulary/organizations.yml": "seeds/vocabulary/organizations.yml",
    "seeds/vocabulary/words.yml": "seeds/vocabulary/words.yml",
}
_LABELS = """\
# Chữ mà người đọc thấy, nếu kho này gọi khác đi: bỏ dấu # ở đầu dòng (và ở dòng `fields:`…
# đứng trên nó), rồi sửa. Chỗ {} là chỗ của một giá trị, phải giữ.
#
"""
# What this project has for itself, and a wheel takes along (pyproject.toml).
TAKEN_ALONG = (
    "seeds/vocabulary/places.yml",
    "HUONG-DAN.md",
    ".github/huong-dan",
    ".github/ISSUE_TEMPLATE",
)
# What may lie in the folder before.
_THERE = {".git"}
_LONGEST_FILE = 60
_MARKS = re.compile(r"([\\`*_{}\[\]()#+!|~])")


@dataclass(frozen=True, slots=True)
class Archive:
    """What a person calls an archive: see `settings.Settings`."""

    title: str
    deck: str | None = None
    publisher: str | None = None
    contact: str | None = None


def new(folder: Path, archive: Archive) -> None:
    """Write an archive without articles into `folder`. Raises ProblemsFound; then nothing is."""
    problems = [*_wrong(archive), *_in_the_way(folder)]
    if problems:
        raise ProblemsFound(problems)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".new-") as aside:
        made = Path(aside) / "made"
        _write(made, archive)
        folder.mkdir(exist_ok=True)
        for path in made.iterdir():
            path.rename(folder / path.name)


def _wrong(archive: Archive) -> Iterator[Problem]:
    given = {"title": archive.title or "", **{k: v for k, v in asdict(archive).items() if v}}
    for name, said in given.items():
        if wrong := settings.fault(name, normalize(said.strip())):
            yield Problem(f"--{name}", *wrong)


def _in_the_way(folder: Path) -> Iterator[Problem]:
    if folder.is_dir() and any(path.name not in _THERE for path in folder.iterdir()):
        remedy = "Chọn một thư mục trống, hoặc một tên chưa có."
        yield Problem(str(folder), "thư mục đã có tệp, nên không ghi gì vào đó", remedy)
    elif folder.exists() and not folder.is_dir():
        yield Problem(str(folder), "là một tệp, không phải thư mục", "Chọn một tên chưa có.")


def _write(folder: Path, archive: Archive) -> None:
    yaml, words = _settings(archive), _words(archive)
    (folder / "seeds/articles").mkdir(parents=True)
    # Git keeps no folder that is empty.
    (folder / "seeds/articles/.gitkeep").touch()
    for name, source in _FILLED.items():
        said = Template((_STARTER / source).read_text("utf-8")).substitute(
            yaml if name == settings.FILE else words
        )
        _target(folder, name).write_text(said, "utf-8", newline="\n")
    _target(folder, wording.own.FILE.as_posix()).write_text(_labels(), "utf-8", newline="\n")
    for name, source in _KEPT.items():
        shutil.copyfile(_STARTER / source, _target(folder, name))
    for name in TAKEN_ALONG:
        inside = _STARTER / name
        carried = inside if inside.exists() else _CHECKOUT / name
        if carried.is_dir():
            shutil.copytree(carried, _target(folder, name))
        else:
            shutil.copyfile(carried, _target(folder, name))


def _settings(archive: Archive) -> dict[str, str]:
    """Return the values of `mkdocs.yml`; what nobody gave is a comment that shows how to."""
    of = f"{archive.deck}, theo lời báo chí" if archive.deck else "Theo lời báo chí"
    zip_name = slugify(archive.title)[:_LONGEST_FILE].strip("-") or "timeline"
    shown = {"deck": "…", "publisher": "Thư viện A", "contact": "bientap@example.org"}
    return {
        "title": _quoted(archive.title),
        "description": _quoted(f"{of}: mỗi thông tin dẫn về đúng câu trong bài gốc."),
        "zip": zip_name,
        "namespace": str(uuid4()),
    } | {
        name: f"{name}: {_quoted(said)}" if (said := getattr(archive, name)) else f"# {name}: {how}"
        for name, how in shown.items()
    }


def _labels() -> str:
    """Return the file of labels, with each word of the package as a comment."""
    tree: dict[str, Any] = {}
    for name, word in wording.own.PACKAGE.items():
        table, _, key = name.partition(".")
        if key:
            tree.setdefault(table, {})[key] = word
        else:
            tree[name] = word
    told = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=1000)
    return _LABELS + "".join(f"# {line}\n" for line in told.splitlines())


def _words(archive: Archive) -> dict[str, str]:
    """Return the values of pages; what a person gives is no Markdown."""
    deck, version = archive.deck or wording.labels.EVENTS, metadata.version(_NAME)
    return {
        "title": _plain(archive.title),
        "about": f"**{_plain(archive.title)}**: {_plain(deck)}, theo lời báo chí.",
        "version": version,
        "wheel": f"{_NAME.replace('-', '_')}-{version}-py3-none-any.whl",
    }


def _quoted(said: str) -> str:
    """Return a text as YAML has it between quotes, which is as JSON has it."""
    return json.dumps(normalize(said.strip()), ensure_ascii=False)


def _plain(said: str) -> str:
    return _MARKS.sub(r"\\\1", escape(normalize(said.strip()), quote=False))


def _target(folder: Path, name: str) -> Path:
    target = folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    return target
