"""Read the colours of the site where they are named once: in the theme's tokens.css.

Turns the style sheet into hex values by scheme and name, for what no style sheet reaches: pictures,
icons, the frame of a browser. Of colours that are not written in hex it knows nothing; a sheet that
lacks one of those is refused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from egov_timeline.errors import ProblemsFound

# Where they stand, below a theme.
SHEET = "assets/css/tokens.css"
_SCHEME = re.compile(r'\[data-md-color-scheme="([a-z]+)"\] \{(.*?)\}', re.DOTALL)
_COLOUR = re.compile(r"--tl-([a-z]+): (#[0-9a-f]{6});")

_NEEDED = {"paper", "ink", "quiet", "spine", "accent", "doubt"}

Colours = Mapping[str, str]


def read(rules: str) -> dict[str, Colours]:
    """Return the colours of each scheme in the `rules` of a sheet: {"default": {"ink": …}, …}.

    Raises ProblemsFound for a sheet without one that pictures need.
    """
    found: dict[str, Colours] = {
        scheme: dict(_COLOUR.findall(block)) for scheme, block in _SCHEME.findall(rules)
    }
    for scheme in ("default", "slate"):
        if lacking := _NEEDED - found.get(scheme, {}).keys():
            what = f'"{scheme}" thiếu màu {", ".join(sorted(lacking))}'
            raise ProblemsFound.one(f"theme/{SHEET}", what, "Ghi đủ, mỗi màu bằng # và sáu chữ số.")
    return found
