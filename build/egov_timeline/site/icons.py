"""Draws the icons of the site, a mark on the spine, in the colours of the theme.

Turns colours into a file for each place that shows an icon: tabs by day and by night, and the
screen of a phone, which wants a ground of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw

from egov_timeline import cache
from egov_timeline.cache import Cache
from egov_timeline.colours import Colours
from egov_timeline.once import Means

FOLDER = "assets/images"
# Of 24 units, as in partials/logo.html: how wide the spine is, and the radius of the mark.
_UNITS, _SPINE, _MARK = 24, 2.5, 6
# Drawn so many times as large, and made smaller: that rounds the edges.
_FINER = 8
_TAB, _PHONE, _MARGIN = 48, 180, 22


def write(colours: Mapping[str, Colours], site: Path, kept: Cache | None = None) -> None:
    """Write the icons below the built `site`; in the same colours they are `kept`."""
    folder = site / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    means = Means(kept=kept, common=cache.code() if kept else b"")
    (icons,) = means.each(_icons, [colours], "icons", lambda colours: [repr(colours)])
    for name, said in icons.items():
        (folder / name).write_bytes(said)


def _icons(colours: Mapping[str, Colours]) -> dict[str, bytes]:
    """Return the files by their names."""
    day = colours["default"]
    ground = Image.new("RGB", (_PHONE, _PHONE), day["paper"])
    icon = _drawn(_PHONE, _MARGIN, day["accent"])
    ground.paste(icon, mask=icon)
    return {
        "favicon.svg": _svg(day["accent"], colours["slate"]["accent"]).encode("utf-8"),
        "favicon.png": _png(_drawn(_TAB, 0, day["accent"])),
        "apple-touch-icon.png": _png(ground.quantize(16, dither=Image.Dither.NONE)),
    }


def _png(picture: Image.Image) -> bytes:
    said = BytesIO()
    picture.save(said, "PNG", optimize=True)
    return said.getvalue()


def _svg(day: str, night: str) -> str:
    dark = f"@media (prefers-color-scheme:dark){{g{{fill:{night};stroke:{night}}}}}"
    spine = f'<path d="M12 0v{_UNITS}" stroke-width="{_SPINE}"/>'
    mark = f'<circle cx="12" cy="12" r="{_MARK}" stroke="none"/>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_UNITS} {_UNITS}">'
        f"<style>g{{fill:{day};stroke:{day}}}{dark}</style><g>{spine}{mark}</g></svg>\n"
    )


def _drawn(size: int, margin: int, colour: str) -> Image.Image:
    """Return the mark and its spine on nothing, so many px wide, with a margin above and below."""
    wide = size * _FINER
    unit = (size - 2 * margin) * _FINER / _UNITS
    picture = Image.new("RGBA", (wide, wide), f"{colour}00")
    pen, middle = ImageDraw.Draw(picture), wide / 2
    half, reach = _SPINE * unit / 2, _UNITS * unit / 2
    pen.rectangle((middle - half, middle - reach, middle + half, middle + reach), colour)
    pen.circle((middle, middle), _MARK * unit, colour)
    return picture.resize((size, size), Image.Resampling.LANCZOS)
