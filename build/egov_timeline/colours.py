"""Read the colours of the site where they are named once: in the theme's tokens.css.

Turns the style sheet into hex values by scheme and name, for what no style sheet reaches: pictures,
icons, the frame of a browser; and lays those of one archive over it. Of colours that are not in hex
it knows nothing; a sheet that lacks one of those, and words that nobody could read, are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial

from egov_timeline.errors import Problem, ProblemsFound, nearest_or_all, quoted

# Where they stand, below a theme.
SHEET = "assets/css/tokens.css"
_SCHEME = re.compile(r'\[data-md-color-scheme="([a-z]+)"\] \{(.*?)\}', re.DOTALL)
_COLOUR = re.compile(r"--tl-([a-z]+): (#[0-9a-f]{6});")

_NEEDED = {"paper", "ink", "quiet", "spine", "accent", "doubt"}

Colours = Mapping[str, str]
# Those that an archive has of its own: "light" or "dark", the name of one, and its value.
Own = tuple[tuple[str, str, str], ...]
SCHEMES = {"light": "default", "dark": "slate"}
# What stands on what: text asks for 4.5, marks and lines that say something for 3 (WCAG 2.2, 1.4.3
# and 1.4.11).
PAIRS = (
    ("ink", "paper", 4.5),
    ("ink", "wash", 4.5),
    ("ink", "selection", 4.5),
    ("quiet", "paper", 4.5),
    ("accent", "paper", 4.5),
    ("accent", "wash", 4.5),
    ("doubt", "paper", 4.5),
    ("quiet", "rule", 4.5),
    ("spine", "paper", 3),
)


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


def own(given: Mapping[str, Mapping[str, str]] | None) -> Own:
    """Return what settings have as mappings of mappings."""
    schemes = (given or {}).items()
    return tuple(
        (scheme, name, str(said)) for scheme, named in schemes for name, said in named.items()
    )


def laid(rules: str, given: Own) -> str:
    """Return the `rules` of the sheet with the colours that are `given`.

    Raises ProblemsFound for one that the sheet does not have, and for two that are too much alike.
    """
    before = read(rules)
    for scheme, name, said in given:
        known = before[SCHEMES[scheme]]
        if name not in known:
            what = f"colours: giao diện không có màu {quoted(name)}"
            raise ProblemsFound.one("mkdocs.yml", what, nearest_or_all(name, known))
        rules = _SCHEME.sub(partial(_with, SCHEMES[scheme], name, said), rules)
    if wrong := [*_alike(read(rules))] if given else []:
        raise ProblemsFound(wrong)
    return rules


def _with(scheme: str, name: str, said: str, found: re.Match[str]) -> str:
    """Return the rules that were found, with another colour if they are of the scheme."""
    if found[1] != scheme:
        return found[0]
    return re.sub(rf"--tl-{name}: #[0-9a-f]{{6}};", f"--tl-{name}: {said.lower()};", found[0])


def _alike(found: Mapping[str, Colours]) -> Iterator[Problem]:
    for scheme, name in SCHEMES.items():
        for one, other, least in PAIRS:
            if (ratio := contrast(found[name][one], found[name][other])) < least:
                has, needs = (f"{number:.1f}".replace(".", ",") for number in (ratio, least))
                what = f"colours: trong {scheme}, {one} trên {other} khó đọc (tương phản {has})"
                yield Problem("mkdocs.yml", what, f"Chọn màu cách xa nhau hơn: ít nhất {needs}.")


def contrast(one: str, other: str) -> float:
    """Return how far apart two colours are, from 1 to 21, by WCAG 2."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance"""
    shares = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
