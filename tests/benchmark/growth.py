"""Look for texts that take more than their length: units of the press, drawn and repeated.

    python tests/benchmark/growth.py [--units 1500] [--seed 1] [--letters 6000]

Each unit is repeated to that many letters and to four times as many. Prints the units for which
the longer text takes more than `--ratio` times as long (linear is 4), the worst first, and ends
with exit code 1 where there are any. Processor time of one core; a suspect is measured again.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from egov_timeline import recording, vocabulary
from egov_timeline.extract.lexicon import classes
from egov_timeline.understanding import understand

PROJECT = Path(__file__).parents[2]

TIMES = 4
HEAD = "Hội thảo Chính phủ điện tử\n\nNgày 5/10/2017, Sở Y tế tổ chức Hội thảo Dữ liệu mở tại Huế. "
MARKS = (
    " ",
    " ",
    " ",
    ", ",
    "; ",
    ". ",
    ".\n",
    "\n",
    "\n\n",
    " (",
    ") ",
    ": ",
    " – ",
    " “",
    "” ",
    "-",
)
PIECES = (
    *(
        "ngày 5/10/2017",
        "5.10",
        "tháng 10",
        "tháng 10/2017",
        "năm 2017",
        "2017",
        "quý I",
        "quý III/2018",
    ),
    *("thứ hai", "sáng nay", "hôm qua", "ngày mai", "chủ nhật", "8h30", "từ ngày 5 đến ngày 7/10"),
    *(
        "ngày 31/2",
        "13/2018",
        "tuần trước",
        "cuối năm",
        "lần thứ 5",
        "lần thứ XXII",
        "(5/10)",
        "5-7/10",
    ),
    *(
        "Sở Y tế",
        "UBND tỉnh",
        "Bộ",
        "ông Nguyễn Văn A",
        "VINASA",
        "Hà Nội",
        "Huế",
        "Khách sạn Melia",
    ),
    *(
        "tổ chức",
        "phối hợp với",
        "do",
        "chủ trì",
        "tại",
        "và",
        "cùng",
        "Hội thảo",
        "hội nghị",
        "Diễn đàn",
    ),
    *(
        "Nghị quyết 36a/NQ-CP",
        "Quyết định số 749/QĐ-TTg",
        "của",
        "về",
        "Theo",
        "cho biết",
        '"',
        "!",
        "?",
    ),
    *(
        "A",
        "a",
        "1",
        "...",
        "http://a.vn/b",
        "#",
        "*",
        "|",
        "Ảnh:",
        "(TTXVN)",
        "PV",
        "\u00a0",
        "\u200b",
    ),
)


def units(count: int, seed: int) -> Iterator[str]:
    """Yield units of one to four pieces: words of the press, whole examples, dates and marks."""
    draw = random.Random(seed)
    examples = [entry.reads for rows in classes().values() for entry in rows]
    words = [entry.word for rows in classes().values() for entry in rows]
    for _ in range(count):
        unit = ""
        for _ in range(draw.choice((1, 1, 2, 2, 3, 4))):
            source = draw.choice((PIECES, PIECES, words, examples))
            unit += draw.choice(source) + draw.choice(MARKS)
        yield unit


def repeated(unit: str, letters: int) -> str:
    """Return an article that has `unit` again and again."""
    return HEAD + unit * (letters // len(unit) + 1)


def main() -> int:
    """Measure, and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--units", type=int, default=1500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--letters", type=int, default=6000)
    parser.add_argument("--ratio", type=float, default=7.0)
    given = parser.parse_args()
    vocabularies = vocabulary.load(PROJECT / recording.VOCABULARY)

    def seconds(text: str) -> float:
        start = time.process_time()
        understand(text, vocabularies)
        return time.process_time() - start

    def growth(unit: str) -> tuple[float, float]:
        short = min(seconds(repeated(unit, given.letters)) for _ in range(2))
        long = seconds(repeated(unit, given.letters * TIMES))
        return long / short, long

    found = []
    for unit in units(given.units, given.seed):
        ratio, took = growth(unit)
        if ratio > given.ratio:
            ratio, took = min((ratio, took), growth(unit))
        if ratio > given.ratio:
            found.append((ratio, took, unit))
            print(f"{ratio:5.1f} {took:6.2f} s {unit!r}", flush=True)
    print(f"{given.units} units, {len(found)} that take more than {given.ratio} times as long")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
