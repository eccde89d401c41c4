"""Draws the picture that stands beside a link to the site where people share it.

Turns records into `assets/share/<slug>.png`, and the name of the site into `index.png`: date, name
and place as the page has them, in the site's own fonts. A link in a chat is all that it needs, so
it is drawn only for a site with an address, and is no part of the zip.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from egov_timeline import cache, colours, packing, parallel, themefiles, wording
from egov_timeline.cache import Key
from egov_timeline.colours import Colours
from egov_timeline.fields import status_of
from egov_timeline.once import ALONE, Means
from egov_timeline.records import Record

FOLDER = "assets/share"
# What those who show such pictures ask for: https://ogp.me
SIZE = (1200, 630)

_FONTS = "assets/fonts"
_BOLD, _PLAIN = "be-vietnam-pro-600.woff2", "be-vietnam-pro-400.woff2"
_LEFT, _SPINE_AT = 200, 110
_ROOM = SIZE[0] - _LEFT - 80
# So many are drawn by one process at a time.
_TOGETHER = 4
# A name takes the first size in which it has these many lines at most.
_SIZES = ((76, 3), (60, 4), (48, 5))


@dataclass(frozen=True, slots=True)
class _Card:
    above: str
    name: str
    below: str
    foot: str
    doubted: bool = False  # whether the mark is a ring: no day of it is sure


def draw(
    root: Path,
    site_dir: Path,
    site_name: str,
    records: Sequence[Record],
    own: colours.Own = (),
    *,
    means: Means = ALONE,
    before: Path | None = None,
) -> None:
    """Draw a picture for the site and one for each record into `site_dir`, in its `own` colours.

    By `means`; what stands in the site as it was `before`, and would be drawn again, is taken from
    there.
    """
    folder, there = site_dir / FOLDER, before and before / FOLDER
    folder.mkdir(parents=True)
    sheet = themefiles.find(root, colours.SHEET).read_text("utf-8")
    shades = colours.read(colours.laid(sheet, own))["default"]
    fonts = themefiles.find(root, _FONTS)
    common = cache.key("picture", means.common, repr(shades), fonts / _BOLD, fonts / _PLAIN)
    cards = {"index.png": _Card("", site_name, _years(records), "")}
    cards |= {f"{record.slug}.png": _card(record, site_name) for record in records}
    keys = {name: cache.key(common, repr(card)) for name, card in cards.items()}
    missing = [name for name in cards if not _taken(there, folder, name, keys[name], means)]
    save = partial(_save, partial(_drawn, partial(_open, fonts), shades), folder)
    wanted = [(name, cards[name]) for name in missing]
    made = parallel.each(save, wanted, means.jobs, batch=_TOGETHER)
    for name, digest in zip(missing, made, strict=True):
        if means.kept:
            means.kept.put(keys[name], digest)


def _taken(there: Path | None, folder: Path, name: str, key: Key, means: Means) -> bool:
    """Take the picture from the folder where it was, if it is what was drawn under `key`."""
    digest = means.kept.get(key) if means.kept and there else None
    return bool(digest and packing.link(f"{there}/{name}", f"{folder}/{name}", digest))


def _save(
    draw_card: Callable[[_Card], Image.Image], folder: Path, named: tuple[str, _Card]
) -> bytes:
    """Write the picture of a card, and return its digest."""
    name, card = named
    out = BytesIO()
    draw_card(card).save(out, "PNG")
    (folder / name).write_bytes(out.getvalue())
    return packing.digest(out.getvalue())


def _card(record: Record, site_name: str) -> _Card:
    date, place = record.facts.date, record.facts.location
    status = status_of(record.facts)
    where = wording.location_label(place.value) if place else ""
    return _Card(
        wording.occasion_label(date.value if date else None, status)
        if date or status != "held"
        else "",
        wording.name_of(record),
        where[:1].upper() + where[1:],
        site_name,
        not date or date.value.year is None or date.value.in_doubt,
    )


def _years(records: Sequence[Record]) -> str:
    shown = (record for record in records if not record.cites_edition)  # as on the home page
    found = [record.facts.date.value for record in shown if record.facts.date]
    years = [date.year for date in found if date.year]
    sure = {date.year for date in found if not date.in_doubt}
    return wording.years_span(min(years), max(years), {*years} - sure) if years else ""


_FONT_CACHE: dict[tuple[Path, str, int], ImageFont.FreeTypeFont] = {}


def _open(folder: Path, name: str, size: int) -> ImageFont.FreeTypeFont:
    key = (folder, name, size)
    if key not in _FONT_CACHE:
        # Basic layout: precomposed letters need no shaping, and every machine places them alike.
        _FONT_CACHE[key] = ImageFont.truetype(
            folder / name, size, layout_engine=ImageFont.Layout.BASIC
        )
    return _FONT_CACHE[key]


def _drawn(open_font: partial[ImageFont.FreeTypeFont], shades: Colours, card: _Card) -> Image.Image:
    picture = Image.new("RGB", SIZE, shades["paper"])
    pen = ImageDraw.Draw(picture)
    lines, font, size = _fitting(card.name, open_font)
    step = round(size * 1.38)
    top = (SIZE[1] - step * len(lines)) // 2
    _spine(pen, top + step // 2, shades)
    if card.doubted:
        _question(pen, top + step // 2, open_font(_BOLD, 30), shades)
    pen.text((_LEFT, top - 64), card.above, shades["accent"], open_font(_BOLD, 38))
    for number, line in enumerate(lines):
        pen.text((_LEFT, top + number * step), line, shades["ink"], font)
    below = "".join(_wrapped(card.below, open_font(_PLAIN, 34))[:1])
    pen.text((_LEFT, top + len(lines) * step + 14), below, shades["quiet"], open_font(_PLAIN, 34))
    pen.text((_LEFT, SIZE[1] - 72), card.foot, shades["quiet"], open_font(_BOLD, 28))
    # Few colours, so a small file.
    return picture.quantize(32, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)


def _spine(pen: ImageDraw.ImageDraw, at: int, shades: Colours) -> None:
    pen.line((_SPINE_AT, 0, _SPINE_AT, SIZE[1]), shades["spine"], 4)
    pen.circle((_SPINE_AT, at), 30, shades["paper"])
    pen.circle((_SPINE_AT, at), 22, shades["accent"])


def _question(
    pen: ImageDraw.ImageDraw, at: int, font: ImageFont.FreeTypeFont, shades: Colours
) -> None:
    """Draw what stands on the timeline where no year is certain: a ring with "?" in it."""
    pen.circle((_SPINE_AT, at), 22, shades["paper"], shades["doubt"], 4)
    pen.text((_SPINE_AT, at), "?", shades["doubt"], font, anchor="mm")


def _fitting(
    name: str, open_font: partial[ImageFont.FreeTypeFont]
) -> tuple[list[str], ImageFont.FreeTypeFont, int]:
    for size, most in _SIZES:
        font = open_font(_BOLD, size)
        if len(_wrapped(name, font)) <= most:
            return _balanced(name, font), font, size
    lines = _wrapped(name, font)
    return [*lines[: most - 1], f"{lines[most - 1]} …"], font, size


def _balanced(name: str, font: ImageFont.FreeTypeFont) -> list[str]:
    """Return as many lines as the name needs, about equally long."""
    lines = _wrapped(name, font)
    for room in range(_ROOM, _ROOM // 3, -20):
        narrower = _wrapped(name, font, room)
        if len(narrower) > len(lines) or max(map(font.getlength, narrower)) > room:
            break
        lines = narrower
    return lines


def _wrapped(text: str, font: ImageFont.FreeTypeFont, room: int = _ROOM) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
