"""Turns a built site into one zip that opens by double-click of `index.html`, without a server.

What only a web host makes use of is left out; a note for who opens the folder is put in. The same
site gives the same bytes, as long as the same zlib packs it: sorted entries, one fixed time, one
fixed mode, names with forward slashes under a single top folder. Names that Windows could not
unpack are refused. A zip that fails leaves the previous one as it was.
"""

from __future__ import annotations

import os
import re
import tempfile
import zipfile
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain
from pathlib import Path
from types import MappingProxyType

from egov_timeline import disk, imprint, manifest, packing, parallel, wording
from egov_timeline.cache import Cache
from egov_timeline.errors import Problem, ProblemsFound
from egov_timeline.imprint import Imprint
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
) -> dict[str, str]:
    """Pack `site_dir` into `zip_path` under a top folder `name`, with `note` beside index.html.

    Return the SHA-256 of each file by its path below that folder, which the zip lists too.

    What was packed before is `kept`, the rest is packed in up to `jobs` processes; `digests` tells
    of files, by their path in the site, the digest of their content, where it is the same in the
    zip; files that it is to be `without` stay outside. Raises ProblemsFound where a file could not
    be unpacked by all who get the zip.
    """
    files = _files(site_dir, _FOR_A_HOST | without)
    if problems := [*_unfit(files), *_same(files)]:
        raise ProblemsFound(problems)
    zip_path.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=zip_path.parent, prefix=f".{zip_path.name}-")
    try:
        with os.fdopen(handle, "wb") as out, zipfile.ZipFile(out, "w") as packed:
            beside, listed = packing.pack(_marked(note)), {}
            for relative, content in chain([(NOTE, beside)], _packed(files, digests, jobs, kept)):
                _add(packed, f"{name}/{relative}", content)
                listed[relative] = content.sha256
            said = manifest.text(listed).encode("utf-8")
            _add(packed, f"{name}/{manifest.NAME}", packing.pack(said))
        Path(draft).chmod(0o644)
        Path(draft).replace(zip_path)
        return listed
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise


def _files(site_dir: Path, without: Set[str]) -> dict[str, Path]:
    """Return the files that go into the zip, by their path below its top folder."""
    return {name: site_dir / name for name in disk.names(site_dir) if name not in without}


def _packed(
    files: Mapping[str, Path], digests: Mapping[str, bytes], jobs: int, kept: Cache | None
) -> Iterator[tuple[str, Packed]]:
    """Yield the files in order, as the zip is to hold them."""
    if kept is None:
        yield from ((name, _pack(files[name])) for name in sorted(files))
        return
    known = {name: digests.get(name) or packing.digest(_content(files[name])) for name in files}
    missing = [name for name in files if not packing.is_known(kept, known[name])]
    paths = [files[name] for name in missing]
    for name, packed in zip(missing, parallel.each(_pack, paths, jobs), strict=True):
        packing.keep(kept, known[name], packed)
    for name in sorted(files):
        yield name, packing.known(kept, known[name]) or _pack(files[name])


def _pack(path: Path) -> Packed:
    return packing.pack(_content(path))


def _content(path: Path) -> bytes:
    content = path.read_bytes()
    return _for_a_folder(content) if path.suffix == ".html" else content


def _for_a_folder(page: bytes) -> bytes:
    """Return `page` with what it keeps for the zip in place of what only a host can offer."""
    return _HOSTED.sub(rb"\1", page)


def _marked(note: str) -> bytes:
    """Return `note` for old editors on Windows: they know UTF-8 by a mark, lines by \\r."""
    return note.replace("\n", "\r\n").encode("utf-8-sig")


def _unfit(names: Iterable[str]) -> Iterator[Problem]:
    for name in sorted(names):
        if _UNFIT.search(name):
            yield Problem(f"site/{name}", "Windows không giải nén được tệp có tên này", _RENAME)


def _same(names: Iterable[str]) -> Iterator[Problem]:
    ordered = sorted(names)
    times = Counter(name.casefold() for name in ordered)
    for name in ordered:
        if times[name.casefold()] > 1:
            what = "chỉ khác tệp kia ở chữ hoa, chữ thường, nên hai tệp sẽ đè lên nhau"
            yield Problem(f"site/{name}", what, _RENAME)


def _add(archive: zipfile.ZipFile, name: str, packed: Packed) -> None:
    """Write an entry that is packed already, which `zipfile` has no function for."""
    entry, file = _entry(name), archive.fp
    assert file is not None
    entry.CRC, entry.file_size, entry.compress_size = packed.crc, packed.size, len(packed.body)
    entry.header_offset = file.tell()
    file.write(entry.FileHeader(zip64=False) + packed.body)
    archive.start_dir = file.tell()  # where the list of all entries will begin
    archive.filelist.append(entry)
    archive.NameToInfo[entry.filename] = entry


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _MOMENT)
    entry.compress_type = zipfile.ZIP_DEFLATED
    # Without these the entry would tell the system it was made on.
    entry.create_system = _UNIX
    entry.external_attr = _READABLE_FILE << 16
    return entry
