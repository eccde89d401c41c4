"""The sidecar of an article that was just taken in.

Turns what is known of its origin into YAML that a person reads on: what the source itself says
stands as it is; what only lines of the page suggest stands behind a `#`, to be taken or left.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import yaml

from egov_timeline.inputs import Source
from egov_timeline.intake.offers import Offer
from egov_timeline.sidecars import HEADER

_WIDEST = 10_000
# An old rule of YAML takes a bare "on" for "true"; sidecars are read as they are typed.
_ON = re.compile(r"(?<=[ {])'on':")


def sidecar(
    slug: str, added: str, source: Source, offered: Sequence[Offer], original: str, sha256: str
) -> str:
    """Return the text of a sidecar; `original` is the file that keeps what was received."""
    known = {name: value for name, value in asdict(source).items() if value}
    lines = [
        HEADER.strip(),
        f"# Bản nhận được: {original}",
        *yaml_lines({"slug": slug, "added": added}),
    ]
    lines += yaml_lines({"source": {**known, "sha256": sha256}})
    suggested = [offer for offer in offered if offer.name not in known]
    if suggested:
        lines.append(
            "  # Theo các dòng quanh bài; dòng nào đúng thì bỏ dấu # và một dấu cách sau nó:"
        )
        told = (line for offer in suggested for line in yaml_lines({offer.name: offer.value}))
        lines += [f"  # {line}" for line in told]
    return "\n".join(lines) + "\n"


def yaml_lines(value: Any) -> list[str]:
    """Return `value` as people write it: in order, with its letters, `on` without quotes."""
    told = yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=_WIDEST)
    return [_ON.sub("on:", line) for line in told.splitlines()]
