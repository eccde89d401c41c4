"""Invents events by the thousand for benchmarks: as varied as the press, the same in every run."""

from __future__ import annotations

import random
import sys
from pathlib import Path

PROJECT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(PROJECT / "tests"), str(PROJECT / "build")]

from egov_timeline.records import Record  # noqa: E402
from egov_timeline.vocabulary import Vocabularies  # noqa: E402
from records import make_record  # noqa: E402

YEARS = range(2003, 2025)
BODIES = 300
SERIES = 40


def records(count: int, vocabularies: Vocabularies) -> list[Record]:
    """Return `count` events with dates of every precision, roles, places, themes and series."""
    chance = random.Random(2003)
    places = [term.label for term in vocabularies.places.values() if term.kind == "province"]
    themes = list(vocabularies.themes)
    return [_record(number, chance, places, themes) for number in range(count)]


def _record(number: int, chance: random.Random, places: list[str], themes: list[str]) -> Record:
    name = f"Hội thảo Chính phủ điện tử và chuyển đổi số lần thứ {number + 1}"
    place = chance.choice(places)
    bodies = [f"Sở Thông tin và Truyền thông số {n}" for n in chance.sample(range(BODIES), 2)]
    date = _date(chance)
    text = (
        f"{name}\n\nNgày hội {date}, {bodies[0]} phối hợp với {bodies[1]} tổ chức {name} "
        f"tại {place}, với sự tham gia của nhiều bộ, ngành và địa phương trong cả nước.\n"
    )
    roles = ("organizer", chance.choice(["co-organizer", "host"]))
    series = f"Hội thảo thường niên thứ {chance.randrange(SERIES)}"
    return make_record(
        f"r{number:04}",
        text,
        title=(name, name),
        event=(name, name),
        date=(date, f"Ngày hội {date}"),
        location=((None, place), f"tại {place}"),
        organizer=[((None, b, role), b) for b, role in zip(bodies, roles, strict=True)],
        themes=[(theme, "Chính phủ điện tử") for theme in chance.sample(themes, 4)],
        inferred=["date"] if chance.random() < 0.8 else [],
        **({"series": ((series, None), name)} if chance.random() < 0.3 else {}),
    )


def _date(chance: random.Random) -> str:
    year, month = chance.choice(YEARS), chance.randrange(1, 13)
    day = chance.randrange(1, 27)
    forms = (
        f"{year}-{month:02}-{day:02}",
        f"{year}-{month:02}-{day:02}/{year}-{month:02}-{day + 1:02}",
        f"{year}-{month:02}",
        f"{year}?-{month:02}-{day:02}",
        f"XXXX-{month:02}-{day:02}",
    )
    return chance.choices(forms, weights=(70, 12, 8, 8, 2))[0]
