"""Crawls a built site as it lies in its folder: page by page, address by address.

Tells what leads nowhere, what cannot be reached, what another host would be asked for, where a
page is no sound HTML, and what in it its own policy blocks. Asks nothing of a network: whether
other sites answer is not told.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import SplitResult, unquote, urlsplit

from egov_timeline import disk, markup
from egov_timeline.errors import Problem
from egov_timeline.markup import Document

_HOME = "index.html"
# A host shows it for any address, so its own are those of the host.
_FOR_A_HOST = "404.html"
_FOLLOWED = {"http", "https", "mailto"}


def crawl(site: Path) -> Iterator[Problem]:
    """Yield what is wrong with the site in that folder; each `where` begins with site/."""
    files = {name: markup.read(site / name) for name in sorted(disk.names(site))}
    for name, file in files.items():
        yield from _unsound(name, file)
    yield from _astray(files)
    yield from _unreached(files)


def _unsound(name: str, page: Document) -> Iterator[Problem]:
    for line, fault in page.faults:
        yield Problem(f"site/{name}", f"HTML sai chuẩn, {fault}", _mend(name), line)
    for said in dict.fromkeys(page.blocked):
        what = f"chính sách bảo mật của trang (Content-Security-Policy) chặn {said}"
        yield Problem(f"site/{name}", what, f"Dùng lớp (class) hay một tệp. {_mend(name)}")
    for ident, count in Counter(page.ids).items():
        if count > 1:
            what = f'mã "{ident}" đứng {count} lần trong cùng một trang'
            yield Problem(f"site/{name}", what, _mend(name))


def _astray(files: Mapping[str, Document]) -> Iterator[Problem]:
    """Yield each wrong address once, however many pages have it."""
    pages = defaultdict(list)
    for name, file in files.items():
        if name != _FOR_A_HOST:
            for what in dict.fromkeys(_wrong(name, file, files)):
                pages[what].append(name)
    for what, (first, *others) in pages.items():
        also = f" (và {len(others)} tệp nữa cũng vậy)" if others else ""
        yield Problem(f"site/{first}", what + also, _mend(first))


def _wrong(name: str, file: Document, files: Mapping[str, Document]) -> Iterator[str]:
    for url in file.loads:
        parts = _split(url)
        if parts.netloc or parts.scheme not in ("", "data"):
            yield f'tự tải "{url}" từ một máy chủ khác'
        elif not parts.scheme:
            yield from _nowhere(name, url, files)
    for url in file.links:
        if _split(url).scheme not in _FOLLOWED:
            yield from _nowhere(name, url, files)


def _nowhere(name: str, url: str, files: Mapping[str, Document]) -> Iterator[str]:
    target, place = _target(name, url)
    if target not in files:
        yield f'địa chỉ "{url}" không dẫn tới tệp nào của trang web'
    elif place and target.endswith(".html") and place not in files[target].ids:
        yield f'địa chỉ "{url}" dẫn tới một chỗ không có trong {target}'


def _target(name: str, url: str) -> tuple[str, str]:
    """Return the file of the site that an address on the page `name` leads to, and the place."""
    parts = _split(url)
    if parts.scheme or parts.netloc:
        return url, ""
    path, place = unquote(parts.path), unquote(parts.fragment)
    if not path:
        return name, place
    # A folder is no file: from a disk, its address shows what lies in it.
    return normpath(join(dirname(name), path)) + "/" * path.endswith("/"), place


def _split(url: str) -> SplitResult:
    try:
        return urlsplit(url)
    except ValueError:
        # https://[x: no address, and surely no file of the site.
        return SplitResult("", "", url, "", "")


def _unreached(files: Mapping[str, Document]) -> Iterator[Problem]:
    waiting, reached = {_HOME}, {_HOME, _FOR_A_HOST}
    while waiting:
        name = waiting.pop()
        ways = {_target(name, url)[0] for url in files.get(name, Document()).links} & files.keys()
        waiting |= ways - reached
        reached |= ways
    for name, page in files.items():
        if name.endswith(".html") and page.listed and name not in reached:
            remedy = "Dẫn tới nó từ một trang khác, hoặc thêm nó vào `nav` của mkdocs.yml."
            yield Problem(f"site/{name}", "không trang nào dẫn tới trang này", remedy)


def _mend(name: str) -> str:
    page = Path(name).with_suffix(".md").as_posix()
    return f"Sửa content/{page}; nếu trang do máy sinh ra thì sửa ở seeds/ hoặc theme/."
