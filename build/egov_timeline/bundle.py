"""Turns a built site into one zip that opens by double-click of `index.html`, without a server.

What only a web host makes use of is left out; a note for who opens the folder is put in. The same
site gives the same bytes, as long as the same zlib packs it: sorted entries, one fixed time, one
fixed mode, names with forward slashes under a single top folder. Names that Windows could not
unpack are refused. A zip that fails leaves the previous one as it was.
"""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
import zipfile
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from egov_timeline import disk, imprint, lastzip, manifest, packing, parallel, wording
from egov_timeline.cache import Cache
from egov_timeline.errors import Problem, ProblemsFound
from egov_timeline.imprint import Imprint
from egov_timeline.lastzip import Entry, LastZip
from egov_timeline.packing import Packed

# The earliest moment that a zip can hold.
_MOMENT = (1980, 1, 1, 0, 0, 0)
# The page for a missing address has absolute links, which lead nowhere from file://; two others
# speak to crawlers and to GitHub Pages, and the list of the files is that of the hosted ones.
_FOR_A_HOST = {"404.html", "sitemap.xml", ".nojekyll", manifest.NAME}
# Where a page says one thing on a host and another in the zip; articles cannot write comments.
_HOSTED = re.compile(rb"<!--hosted-->.*?<!--zipped (.*?) zipped-->", re.DOTALL)
_UNIX = 3
_READABLE_FILE = 0o100644
_PAGE = ".html"
# So many bytes are packed in one go, or written.
_AT_ONCE = 1 << 20
# Marks, endings and names of devices that Windows has in no file name.
_UNFIT = re.compile(
    r"""[<>:"\\|?*\x00-\x1f] | [ .](/|$) | (^|/)(con|prn|aux|nul|com\d|lpt\d)(\.[^/]*)?(/|$)""",
    re.IGNORECASE | re.VERBOSE,
)

_RENAME = "Đổi tên bài hoặc trang mà nó sinh ra từ đó."

NOTE = "doc-truoc.txt"
_NOTE = """\
{name}

{deck}{span},
theo lời {articles} bài viết trên báo chí. Mỗi thông tin dẫn về đúng câu báo chí đã viết,
hoặc là một đính chính có ký tên và nguồn.
{told}
CÁCH MỞ
Giải nén tất cả ra một thư mục, rồi bấm đúp vào tệp index.html trong thư mục ấy.
Không cần mạng và không cần cài đặt gì.

TRONG THƯ MỤC NÀY
index.html   dòng thời gian, mở tệp này trước
bai-viet     các bài viết, kèm những điều bài viết cho biết
nguon        văn bản gốc được phép đăng, giữ đúng từng byte như khi nhận được; mã SHA-256 để đối
             chiếu ghi ở trang của mỗi bài viết
dinh-kem     tài liệu kèm theo các bài, nếu có
SHA256SUMS.txt
             mã SHA-256 của mọi tệp ở đây, để biết không tệp nào bị sửa; cách dùng: du-lieu.html
data         dữ liệu để dùng lại: JSON, CSV, lịch
chu-de, don-vi, dia-diem, chuoi-su-kien
             các sự kiện xếp theo chủ đề, đơn vị tổ chức, địa điểm, chuỗi sự kiện

BẢN QUYỀN
Bài viết thuộc bản quyền của tác giả và cơ quan báo chí đã đăng; ở đây trích dẫn để tra cứu và
luôn ghi nguồn. Mã nguồn của trang được phát hành theo giấy phép MIT, phông chữ theo giấy phép
SIL Open Font License.
"""


def note(
    articles: int,
    years: Sequence[int],
    about: Imprint = imprint.NONE,
    address: str = "",
    *,
    doubted: Collection[int] = (),
) -> str:
    """Return what is to be read before the folder is opened; `years` in order, empty if unknown.

    `doubted` are those that no event has for certain.
    """
    span = f" {wording.from_to(years[0], years[-1], doubted)}" if len(set(years)) > 1 else ""
    told = [f"{wording.updated_label(about.updated)}."] if about.updated else []
    named = {
        wording.labels.ONLINE: address,
        "Người đăng": about.settings.publisher,
        wording.labels.CONTACT: about.settings.contact,
    }
    told += [f"{name}: {said}" for name, said in named.items() if said]
    lines = "".join(f"{line}\n" for line in told)
    return _NOTE.format(
        name=(about.settings.name or wording.labels.TIMELINE).upper(),
        deck=about.settings.deck or wording.labels.EVENTS,
        articles=articles,
        span=span,
        told=f"\n{lines}" if told else "",
    )


def make(
    site_dir: Path,
    zip_path: Path,
    name: str,
    note: str,
    *,
    jobs: int = 1,
    kept: Cache | None = None,
    digests: Mapping[str, bytes] = MappingProxyType({}),
    without: Set[str] = frozenset(),
    before: Path | None = None,
) -> dict[str, str]:
    """Pack `site_dir` into `zip_path` under a top folder `name`, with `note` beside index.html.

    Return the SHA-256 of files by their path in the site, and of the zip by its name; not of pages,
    which may have another wording in the zip.

    What lies in the zip that was there `before` is taken from it, as it is `kept` what that was;
    the rest is packed in up to `jobs` threads. `digests` tells of files, by their path in the
    site, the digest of their content, where it is the same in the zip; files that it is to be
    `without` stay outside. Raises ProblemsFound where a file could not be unpacked by all who get
    the zip.
    """
    names = sorted(name for name in disk.names(site_dir) if name not in _FOR_A_HOST | without)
    if problems := [*_unfit(names), *_same(names)]:
        raise ProblemsFound(problems)
    contents = _Contents(site_dir, {NOTE: _marked(note)})
    sha256 = {NOTE: contents.digest(NOTE)}
    sha256 |= {name: digests.get(name) or contents.digest(name) for name in names}
    listed = {name: digest.hex() for name, digest in sha256.items()}
    contents.made[manifest.NAME] = manifest.text(listed).encode("utf-8")
    sha256[manifest.NAME] = contents.digest(manifest.NAME)
    zip_path.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=zip_path.parent, prefix=f".{zip_path.name}-")
    try:
        with (
            os.fdopen(handle, "wb", _AT_ONCE) as out,
            lastzip.opened(before, name, kept) as last,
        ):
            entries = _write(out, name, contents, sha256, last, jobs)
        with Path(draft).open("rb") as said:
            whole = hashlib.file_digest(said, "sha256")
        Path(draft).chmod(0o644)
        Path(draft).replace(zip_path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
    if kept:
        lastzip.note(whole.digest(), name, entries, kept)
    as_hosted = {name: sha256 for name, sha256 in listed.items() if not name.endswith(_PAGE)}
    return as_hosted | {zip_path.name: whole.hexdigest()}


@dataclass(frozen=True, slots=True)
class _Contents:
    """The files that go into the zip, by their path below its top folder: of a site, or `made`."""

    site: Path
    made: dict[str, bytes]

    def read(self, name: str) -> bytes:
        """Return the content of a file as the zip is to have it."""
        if name in self.made:
            return self.made[name]
        content = (self.site / name).read_bytes()
        return _for_a_folder(content) if name.endswith(_PAGE) else content

    def digest(self, name: str) -> bytes:
        """Return its SHA-256."""
        return packing.digest(self.read(name))

    def size(self, name: str) -> int:
        """Return about how long it is."""
        return len(self.made.get(name, b"")) or (self.site / name).stat().st_size


def _write(
    out: BinaryIO,
    top: str,
    contents: _Contents,
    sha256: Mapping[str, bytes],
    last: LastZip,
    jobs: int,
) -> dict[str, Entry]:
    """Write the zip of the files with these digests, in their order; return its entries."""
    missing = [name for name, digest in sha256.items() if not last.find(name, digest)]
    packed, written = _packed(contents, missing, jobs), dict[str, Entry]()
    with zipfile.ZipFile(out, "w") as archive:
        for name, digest in sha256.items():
            info = _info(f"{top}/{name}")
            if known := last.find(name, digest):
                info.CRC, info.file_size, info.compress_size = known[1:4]
                said = last.read(known)
            else:
                new = next(packed)
                info.CRC, info.file_size, info.compress_size = new.crc, new.size, len(new.body)
                said = info.FileHeader(zip64=False) + new.body
            packing.add(archive, info, [said])
            packed_as = info.CRC, info.file_size, info.compress_size
            written[name] = Entry(digest, *packed_as, info.header_offset, len(said))
    return written


def _packed(contents: _Contents, names: Sequence[str], jobs: int) -> Iterator[Packed]:
    """Yield the files, packed, in their order."""
    loads = [*_loads(contents, names)]
    return chain.from_iterable(parallel.in_threads(partial(_pack, contents), loads, jobs))


def _loads(contents: _Contents, names: Iterable[str]) -> Iterator[Sequence[str]]:
    """Yield as many names at a time as are some work to pack; what is much work, by itself."""
    load, held = list[str](), 0
    for name in names:
        size = contents.size(name)
        if load and held + size > _AT_ONCE:
            yield load
            load, held = [], 0
        load.append(name)
        held += size
    if load:
        yield load


def _pack(contents: _Contents, names: Iterable[str]) -> list[Packed]:
    return [packing.pack(contents.read(name)) for name in names]


def _for_a_folder(page: bytes) -> bytes:
    """Return `page` with what it keeps for the zip in place of what only a host can offer."""
    return _HOSTED.sub(rb"\1", page)


def _marked(note: str) -> bytes:
    """Return `note` for old editors on Windows: they know UTF-8 by a mark, lines by \\r."""
    return note.replace("\n", "\r\n").encode("utf-8-sig")


def _unfit(names: Sequence[str]) -> Iterator[Problem]:
    for name in names:
        if _UNFIT.search(name):
            yield Problem(f"site/{name}", "Windows không giải nén được tệp có tên này", _RENAME)


def _same(names: Sequence[str]) -> Iterator[Problem]:
    times = Counter(name.casefold() for name in names)
    for name in names:
        if times[name.casefold()] > 1:
            what = "chỉ khác tệp kia ở chữ hoa, chữ thường, nên hai tệp sẽ đè lên nhau"
            yield Problem(f"site/{name}", what, _RENAME)


def _info(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _MOMENT)
    entry.compress_type = zipfile.ZIP_DEFLATED
    # Without these the entry would tell the system it was made on.
    entry.create_system = _UNIX
    entry.external_attr = _READABLE_FILE << 16
    return entry
