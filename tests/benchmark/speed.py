"""Measure how fast articles are understood, beside two libraries on the same files in the same run.

    python tests/benchmark/speed.py ../shared/archive/articles-10k.tar.xz [--articles 300]

Prints articles a second of processor time on one core, for the whole of `clean` and `extract`, for
dateparser's search (dates only) and for underthesea's named entities (names only). A library that
is not installed is left out: `pip install dateparser underthesea` brings both.
"""

from __future__ import annotations

import argparse
import importlib
import statistics
import tarfile
import time
from collections.abc import Callable
from pathlib import Path

from egov_timeline import recording, vocabulary
from egov_timeline.understanding import understand

PROJECT = Path(__file__).parent.parent.parent


def articles(archive: Path, count: int) -> list[str]:
    """Return the first `count` articles of the archive."""
    texts: list[str] = []
    with tarfile.open(archive) as tar:
        for member in tar:
            if member.isfile() and len(texts) < count and (file := tar.extractfile(member)):
                texts.append(file.read().decode("utf-8"))
    return texts


def per_second(understand: Callable[[str], object], texts: list[str], rounds: int) -> float:
    """Return articles a second of processor time: the median over `rounds`, after a warm-up."""
    rates = []
    for _ in range(rounds + 1):
        start = time.process_time()
        for text in texts:
            understand(text)
        rates.append(len(texts) / (time.process_time() - start))
    return statistics.median(rates[1:])


def contenders() -> dict[str, tuple[Callable[[str], object], int, int]]:
    """Return name -> (function, articles, rounds); the slow ones get fewer articles."""
    vocabularies = vocabulary.load(PROJECT / recording.VOCABULARY)
    found: dict[str, tuple[Callable[[str], object], int, int]] = {
        "egov-timeline": (lambda text: understand(text, vocabularies), 1000, 3)
    }
    try:
        search = importlib.import_module("dateparser.search")
        found["dateparser search"] = (lambda t: search.search_dates(t, languages=["vi"]), 20, 1)
    except ImportError:
        print("dateparser is not installed")
    try:
        underthesea = importlib.import_module("underthesea")
        found["underthesea ner"] = (underthesea.ner, 5, 1)
    except ImportError:
        print("underthesea is not installed")
    return found


def main() -> None:
    """Read the archive and print a line for each contender."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--articles", type=int, default=1000)
    options = parser.parse_args()
    texts = articles(options.archive, options.articles)
    size = sum(map(len, texts)) / len(texts)
    print(f"{len(texts)} articles, {size:.0f} characters each on average, one core")
    for name, (reader, count, rounds) in contenders().items():
        rate = per_second(reader, texts[:count], rounds)
        print(f"{name:20} {rate:8.1f} articles/s")


if __name__ == "__main__":
    main()
