"""Measure a build stage by stage as an archive grows, beside other generators in the same run.

    make bench                                    (SIZES="100 1000" ROUNDS=1 for a short one)
    python tests/benchmark/bench.py [--sizes 100 1000 4000 10000] [--rounds 3]
        [--others NAME…]

Prints tables: the median of each figure over the rounds, in which all take turns, and how much more
each takes than MkDocs + Material on the same articles. Other generators are installed in throw-away
environments. On a busy machine look at processor time. The articles are those of ../shared/archive;
without it nothing is measured.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import platform
import shutil
import statistics
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from importlib import metadata
from pathlib import Path

from measured import Run, run
from rivals import RIVALS, page, programs
from speed import articles
from stages import STAGES
from synthetic import PROJECT

from project import copy_to

ARCHIVE = PROJECT.parent / "shared/archive/articles-10k.tar.xz"
OURS = "egov-timeline"
BASE = RIVALS[0].name
LONGEST = 1800.0
_PACKAGES = ("egov-timeline", "mkdocs", "mkdocs-material", "Markdown", "Jinja2", "PyYAML")

SECONDS, PROCESSOR, MEMORY, SITE = "seconds", "seconds of processor time", "memory, MB", "site, MB"
STAGE, REST = "stages of ours, seconds", "other figures of ours"
CHANGED = f"{OURS}, one seed changed"
SERVED = "serve: seconds from a saved seed to its page"

# (table, row) -> size -> a figure for each round
Figures = dict[tuple[str, str], dict[int, list[float]]]


def machine() -> str:
    """Return what the figures are of: processor, memory, Python, packages."""
    lines = Path("/proc/cpuinfo").read_text() if Path("/proc/cpuinfo").exists() else ""
    names = [line.partition(":")[2].strip() for line in lines.splitlines() if "model name" in line]
    total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    versions = ", ".join(f"{name} {metadata.version(name)}" for name in _PACKAGES)
    return (
        f"{names[0] if names else platform.machine()}, {os.cpu_count()} processors, {total:.0f} GB; "
        f"{platform.system()}, Python {platform.python_version()}; {versions}"
    )


def project(folder: Path, texts: Sequence[str]) -> Path:
    """Make a project of `texts`, with the settings and vocabularies that tests stand on."""
    copy_to(folder)
    seeds = folder / "seeds/articles"
    shutil.rmtree(seeds)
    seeds.mkdir()
    for number, text in enumerate(texts):
        (seeds / f"a{number:05}.txt").write_text(text, "utf-8")
    return folder


def ours(folder: Path, texts: Sequence[str]) -> Iterator[tuple[tuple[str, str], float]]:
    """Yield the figures of a build, and of another after one seed has changed."""
    root = project(folder, texts)
    first = _built(root)
    yield from taken(OURS, first, root / "site")
    told = json.loads(first.output)["seconds"]
    yield from (((STAGE, stage), told[stage]) for stage in STAGES if stage in told)
    zips = (root / "dist").glob("*.zip")
    yield (REST, "zip, MB"), sum(path.stat().st_size for path in zips) / 1e6
    home = gzip.compress((root / "site/index.html").read_bytes())
    yield (REST, "home page, packed, kB"), len(home) / 1e3
    seed = root / f"seeds/articles/a{len(texts) // 2:05}.txt"
    seed.write_text(f"{seed.read_text('utf-8')}\nBài được sửa một câu.\n", "utf-8")
    yield from taken(CHANGED, _built(root))
    yield (REST, SERVED), json.loads(_built(root, seed).output)["served"]


def taken(
    name: str, done: Run, site: Path | None = None
) -> Iterator[tuple[tuple[str, str], float]]:
    """Yield what a run took, each figure with its table and its row."""
    yield (SECONDS, name), done.seconds
    yield (PROCESSOR, name), done.processor
    if site:
        yield (MEMORY, name), done.megabytes
        yield (SITE, name), sum(p.stat().st_size for p in site.rglob("*") if p.is_file()) / 1e6


def _built(root: Path, *changed: Path) -> Run:
    stages = Path(__file__).with_name("stages.py")
    built = run([sys.executable, stages, root, *changed], PROJECT, LONGEST)
    if built.failed:
        raise SystemExit(f"{OURS}: {built.failed}")
    return built


def measure(
    texts: Sequence[str], installed: dict[str, tuple[Path, str]], figures: Figures
) -> Iterator[str]:
    """Add a round's figures of `texts` to `figures`; yield what could not be measured."""
    size, pages = len(texts), [page(number, text) for number, text in enumerate(texts)]
    with tempfile.TemporaryDirectory() as scratch:
        for row, figure in ours(Path(scratch) / "ours", texts):
            figures[row][size].append(figure)
    for one in (each for each in RIVALS if each.name in installed):
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch)
            one.prepare(folder, pages)
            command = [installed[one.name][0] / one.command[0], *one.command[1:]]
            done = run(command, folder, LONGEST)
            if done.failed:
                yield f"{one.name} at {size}: {done.failed.splitlines()[-1]}"
                continue
            for row, figure in taken(one.name, done, folder / one.site):
                figures[row][size].append(figure)


def tables(figures: Figures, sizes: Sequence[int]) -> Iterator[str]:
    """Yield the lines of the tables; what was not measured is a dash."""
    middle = {
        row: {size: statistics.median(found) for size, found in of_size.items()}
        for row, of_size in figures.items()
    }
    for name in dict.fromkeys(name for name, _ in middle):
        yield f"\n| {name} | " + " | ".join(f"{size:,}" for size in sizes) + " |"
        yield "|---|" + "---:|" * len(sizes)
        rows = {row: found for (table, row), found in middle.items() if table == name}
        for row, found in rows.items():
            yield _line(row, [f"{found[s]:.1f}" if s in found else "–" for s in sizes])
        if name in (SECONDS, PROCESSOR):
            yield from _ratios(rows, sizes)


def _ratios(rows: Mapping[str, Mapping[int, float]], sizes: Sequence[int]) -> Iterator[str]:
    base = rows.get(BASE, {})
    for row, found in rows.items():
        if base and row != BASE:
            shares = [
                f"{found[s] / base[s]:.2f} ×" if s in found and s in base else "–" for s in sizes
            ]
            yield _line(f"{row} / {BASE}", shares)
    own = rows[OURS]
    yield _line(f"{OURS} / its {sizes[0]:,}", [f"{own[s] / own[sizes[0]]:.1f} ×" for s in sizes])


def _line(row: str, cells: Sequence[str]) -> str:
    return f"| {row} | {' | '.join(cells)} |"


def main() -> None:
    """Measure all sizes, all in turn, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000, 4000, 10_000])
    parser.add_argument("--rounds", type=int, default=3)
    names = [each.name for each in RIVALS]
    parser.add_argument("--others", nargs="*", choices=names, default=names, metavar="NAME")
    options = parser.parse_args()
    if not ARCHIVE.exists():
        print(f"Nothing is measured: {ARCHIVE} is not here. Its articles may not be copied.")
        return
    texts = articles(ARCHIVE, max(options.sizes))
    figures: Figures = defaultdict(lambda: defaultdict(list))
    with tempfile.TemporaryDirectory() as scratch:
        installed = programs(Path(scratch), options.others)
        print(machine())
        print(", ".join(f"{name} {version}" for name, (_, version) in installed.items()))
        for size in options.sizes:
            for number in range(options.rounds):
                print(f"{size:,} articles, round {number + 1}", file=sys.stderr, flush=True)
                for failed in measure(texts[:size], installed, figures):
                    print(failed, file=sys.stderr, flush=True)
    print(f"\nArticles, medians of {options.rounds} rounds:")
    print("\n".join(tables(figures, options.sizes)))


if __name__ == "__main__":
    main()
