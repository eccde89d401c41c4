"""Count how often a year that is inferred is that in which the texts of a folder were written.

    python tests/benchmark/years.py FOLDER YEAR [PART OF]

A free gate on years: news crawled in one year needs no annotation, since nearly all of it is of that
year. Prints sums and no text. `PART OF` reads one part in so many (0 2, 1 2), by the names of the
files: one to look at, and one only for the figure.
"""

from __future__ import annotations

import sys
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from egov_timeline import vocabulary
from egov_timeline.records import Certainty
from egov_timeline.text import normalize
from egov_timeline.understanding import understand

SEEDS = Path(__file__).parents[2] / "seeds/vocabulary"


def texts(folder: Path, part: int, of: int) -> Iterator[str]:
    """Yield the texts of one part of a folder."""
    for path in sorted(folder.rglob("*.txt")):
        if zlib.crc32(path.stem.encode()) % of == part:
            yield normalize(path.read_text("utf-8", errors="replace"))


def counted(folder: Path, year: int, part: int, of: int) -> Counter[str]:
    """Return how many years were inferred without a stamp, and how many are `year`."""
    known, found = vocabulary.load(SEEDS), Counter[str]()
    for text in texts(folder, part, of):
        found["texts"] += 1
        facts = understand(text, known)[1]
        inferred = facts.date and facts.date.certainty is Certainty.INFERRED
        if facts.date and inferred and facts.published is None:
            found["right" if facts.date.value.year == year else "wrong"] += 1
    return found


if __name__ == "__main__":
    place, wanted, *parts = sys.argv[1:]
    sums = counted(Path(place), int(wanted), *(map(int, parts) if parts else (0, 1)))
    given = sums["right"] + sums["wrong"]
    share = sums["wrong"] / given if given else 0.0
    print(
        f"texts {sums['texts']}  inferred {given}  of {wanted} {sums['right']}  other {share:.1%}"
    )
