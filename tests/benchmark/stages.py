"""Builds a project and tells how long each stage took: one line of JSON. `bench.py` starts it.

    python tests/benchmark/stages.py FOLDER [SEED]

With a seed, that is changed after the build, and the project built again as `serve` does it: in the
same process, which has the code and templates of the package, and no other. A stage that the
package no longer has is left out. Stages that run inside another count there.
"""

from __future__ import annotations

import importlib
import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(PROJECT / "build"))

from egov_timeline import pipeline  # noqa: E402

# What is told -> where `pipeline` calls it.
STAGES = {
    "read and understand": ("recording", "read_records"),
    "pages and exports": ("pipeline", "_written"),
    "stage content": ("staging", "stage"),
    "MkDocs": ("site", "build"),
    "search index": ("search", "write"),
    "pack the zip": ("bundle", "make"),
    "pictures to share": ("share", "draw"),
}


def timed(spent: dict[str, float]) -> None:
    """Have each stage add the seconds that it takes to `spent`."""
    for told, (module, name) in STAGES.items():
        holder = importlib.import_module(f"egov_timeline.{module}")
        if hasattr(holder, name):
            setattr(holder, name, _watched(told, getattr(holder, name), spent))


def _watched(told: str, stage: Callable[..., Any], spent: dict[str, float]) -> Callable[..., Any]:
    def watched(*given: Any, **named: Any) -> Any:
        start = time.monotonic()
        result = stage(*given, **named)
        if isinstance(result, Iterator):
            result = iter(list(result))
        spent[told] += time.monotonic() - start
        return result

    return watched


def main() -> None:
    """Build, and print what it took."""
    spent: dict[str, float] = defaultdict(float)
    timed(spent)
    start = time.monotonic()
    made = pipeline.build(Path(sys.argv[1]))
    spent["whole"] = time.monotonic() - start
    told = {"seconds": dict(spent), "pages": made.pages}
    for seed in map(Path, sys.argv[2:]):
        seed.write_text(f"{seed.read_text('utf-8')}\nBài được sửa khi đang xem.\n", "utf-8")
        start = time.monotonic()
        pipeline.build(Path(sys.argv[1]), jobs=1)
        told["served"] = time.monotonic() - start
    print(json.dumps(told))


if __name__ == "__main__":
    main()
