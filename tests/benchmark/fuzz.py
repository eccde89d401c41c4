"""Try inputs for as long as one has time: facts or a message must come of each, and soon.

    python tests/benchmark/fuzz.py KIND [--runs 1000000] [--folder .cache/fuzz]

KIND is articles, clean, sidecars or vocabularies. An input is one that hypothesis draws for the tests
and some changes: pieces put in, spans gone or many times there, the half of another. With atheris
(`pip install atheris`) the changes are guided by the code that was reached; without, they are drawn
at random. What led to new code, and each input that ended in a traceback or took more than 20 s of
processor time, stays in the folder; a later run goes on from there. Prints what was tried, in this
run and in all.
"""

from __future__ import annotations

import argparse
import json
import random
import signal
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from hashlib import sha256
from pathlib import Path
from types import FrameType

from hypothesis import HealthCheck, given, settings

PROJECT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(PROJECT / "tests"), str(PROJECT / "build")]

try:
    import atheris
except ImportError:
    atheris = None

with atheris.instrument_imports(include=["egov_timeline"]) if atheris else nullcontext():
    import fuzzing
    import strategies

LONGEST = 20.0
MOST_LETTERS = 3000
# Bytes that say what is changed: three a change.
SIZES = (6, 30, 90)
STOCK = 300
EVERY = 1000
Check = Callable[[str], None]
KINDS: dict[str, tuple[Check, strategies.Texts]] = {
    "articles": (fuzzing.check_article, strategies.articles()),
    "clean": (fuzzing.check_clean, strategies.articles()),
    "sidecars": (fuzzing.check_sidecar, strategies.sidecar_texts()),
    "vocabularies": (
        lambda said: fuzzing.check_vocabulary("organizations", said),
        strategies.vocabulary_texts(),
    ),
}


def stock_of(texts: strategies.Texts) -> list[str]:
    """Return some texts as the tests have them, the same in each run."""
    found: list[str] = []

    @settings(
        derandomize=True,
        database=None,
        deadline=None,
        max_examples=STOCK,
        suppress_health_check=list(HealthCheck),
    )
    @given(texts)
    def collect(text: str) -> None:
        found.append(text)

    collect()
    return found


def changed(stock: Sequence[str], pieces: Sequence[str], given: bytes) -> str:
    """Return a text of the stock with the changes that the bytes say."""
    text = stock[int.from_bytes(given[:2]) % len(stock)]
    for kind, at, more in zip(given[2::3], given[3::3], given[4::3], strict=False):
        place = len(text) * at // 256
        match kind % 5:
            case 0:
                text = text[:place] + pieces[(kind * 256 + more) % len(pieces)] + text[place:]
            case 1:
                text = text[:place] + text[place + more :]
            case 2:
                text = (
                    text[:place] + text[place : place + more] * (kind // 5) + text[place + more :]
                )
            case 3:
                other = stock[(kind * 256 + more) % len(stock)]
                text = text[:place] + other[len(other) * more // 256 :]
            case _:
                lines = text.split("\n")
                lines.insert(len(lines) * at // 256, lines[len(lines) * more // 256])
                text = "\n".join(lines)
    return text[:MOST_LETTERS]


class Hang(BaseException):
    """An input takes too long."""


class Campaign:
    """What is tried of one kind, and what came of it."""

    def __init__(self, kind: str, folder: Path) -> None:
        self._check, texts = KINDS[kind]
        self._stock = stock_of(texts)
        self.folder = folder / kind
        self._figures = self.folder / "figures.json"
        (self.folder / "corpus").mkdir(parents=True, exist_ok=True)
        self.before: dict[str, float] = dict.fromkeys(("tried", "crashes", "hangs", "seconds"), 0)
        if self._figures.exists():
            self.before = json.loads(self._figures.read_text())
        self.now = dict.fromkeys(self.before, 0.0)
        signal.signal(signal.SIGPROF, self._end)

    @staticmethod
    def _end(_: int, __: FrameType | None) -> None:
        raise Hang

    def one(self, given: bytes) -> None:
        """Try one input."""
        start = time.process_time()
        signal.setitimer(signal.ITIMER_PROF, LONGEST)
        try:
            self._check(changed(self._stock, strategies.EVERY_PIECE, given))
        except Hang as err:
            self._keep("hangs", given, err)
        except Exception as err:
            self._keep("crashes", given, err)
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
        self.now["tried"] += 1
        self.now["seconds"] += time.process_time() - start
        if self.now["tried"] % EVERY == 0:
            self.tell()

    def _keep(self, kind: str, given: bytes, err: BaseException) -> None:
        self.now[kind] += 1
        at = traceback.extract_tb(err.__traceback__)[-1]
        where = sha256(f"{type(err)}{at.filename}{at.lineno}".encode()).hexdigest()[:12]
        path = self.folder / f"{kind}-{where}"
        if not path.exists():
            text = changed(self._stock, strategies.EVERY_PIECE, given)
            path.write_bytes(text.encode("utf-8", "surrogatepass"))
            lines = traceback.format_exception(err)
            path.with_suffix(".txt").write_text("".join(lines), "utf-8", "backslashreplace")

    def tell(self) -> None:
        """Write and print the figures."""
        every = {name: self.before[name] + self.now[name] for name in self.before}
        self._figures.write_text(json.dumps(every))
        for said, figures in (("this run", self.now), ("all runs", every)):
            told = ", ".join(f"{name} {value:.0f}" for name, value in figures.items())
            print(f"{self.folder.name}, {said}: {told}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("--runs", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path, default=PROJECT / ".cache/fuzz")
    asked = parser.parse_args()
    campaign = Campaign(asked.kind, asked.folder)
    if atheris:
        corpus = campaign.folder / "corpus"
        options = [f"-runs={asked.runs}", f"-max_len={SIZES[-1] + 2}", "-print_final_stats=1"]
        atheris.Setup([sys.argv[0], *options, str(corpus)], campaign.one)
        atheris.Fuzz()
        return
    first = int(campaign.before["tried"])
    for number in range(first, first + asked.runs):
        chance = random.Random(number)
        campaign.one(chance.randbytes(2 + chance.choice(SIZES)))
    campaign.tell()


if __name__ == "__main__":
    main()
