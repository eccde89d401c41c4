"""Looks whether a built site is whole: each page has a heading, each address leads to a file.

Reads a page once, when it is made, and keeps what it names; that is little enough for ten thousand
pages. Whether a place in a page exists, and whether the HTML is valid, `crawl` tells.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from egov_timeline import disk
from egov_timeline.errors import Problem

# Text has no bare "<", so this is a tag.
_ADDRESS = re.compile(
    rb"<(?:a|link|script|img|source|use|iframe|audio|video|embed|form)\b[^<>]*?"
    rb"\s(?:href|src|action)=(?:\"([^\"]*)\"|'([^']*)')"
)
_REMEDY = "Sửa trang ấy; nếu chỗ gọi ở trong mẫu trang thì sửa ở theme/."


def named(page: str, html: bytes) -> tuple[str, ...]:
    """Return the files of the site that the addresses in `html`, which stands at `page`, name."""
    found = {double or single for double, single in _ADDRESS.findall(html)}
    folder = dirname(page)
    targets = (_target(folder, unescape(address.decode("utf-8"))) for address in found)
    return tuple(sorted(filter(None, targets)))


def _target(folder: str, address: str) -> str | None:
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    if parts.scheme or parts.netloc or not parts.path:
        return None
    path = unquote(parts.path)
    # A folder is no file: from a disk, its address shows what lies in it.
    return normpath(join(folder, path)) + "/" * path.endswith("/")


def has_heading(html: bytes) -> bool:
    """Whether there is anything to read in a page, to begin with."""
    return b"<h1" in html


def headless(pages: Iterable[tuple[str, str]]) -> Iterator[Problem]:
    """Yield a problem for each template of `pages`, (template, page), that gave no heading."""
    by_template = defaultdict(list)
    for template, page in pages:
        by_template[template].append(page)
    for template, (first, *others) in by_template.items():
        also = f" và {len(others)} trang nữa" if others else ""
        what = f"content/{first}{also} dựng ra không có tiêu đề <h1>"
        yield Problem(f"theme/{template}", what, "Sửa mẫu ấy, hoặc thêm tiêu đề vào trang.")


def reread(site: Path, pages: Iterable[str]) -> tuple[dict[str, str], list[str]]:
    """Return the files that `pages` of the built `site` name, each with a page that names it.

    And the pages that have no heading, or are not there.
    """
    wanted: dict[str, str] = {}
    without: list[str] = []
    for page in pages:
        html = (site / page).read_bytes() if (site / page).exists() else b""
        wanted |= dict.fromkeys(named(page, html), page)
        without += [] if has_heading(html) else [page]
    return wanted, without


def astray(site: Path, wanted: Mapping[str, str]) -> Iterator[Problem]:
    """Yield the files that the built `site` lacks; `wanted` maps each to a page that names it."""
    for target in sorted(wanted.keys() - {*disk.names(site)}):
        page = Path(wanted[target]).with_suffix(".md").as_posix()
        what = f"địa chỉ dẫn tới {target}, mà trang web không có tệp ấy"
        yield Problem(f"content/{page}", what, _REMEDY)
