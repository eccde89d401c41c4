"""The offline bundle: same site, same bytes; and nothing in it that ties it to a machine."""

from __future__ import annotations

import hashlib
import os
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from egov_timeline import bundle, manifest, packing
from egov_timeline.cache import Cache
from egov_timeline.errors import ProblemsFound
from egov_timeline.imprint import Imprint
from egov_timeline.settings import Settings

PAGES = {
    "index.html": "<h1>Trang chủ</h1>",
    "bai-viet/hoi-thao.html": "<h1>Hội thảo</h1>",
    "assets/a.css": "p{}",
}
ABOUT = Imprint(Settings(name="Lưu trữ", deck="Các lễ hội"))
NOTE = "Mở index.html.\nKhông cần mạng.\n"
# What a zip has that the site has not, or has otherwise.
BESIDE = (bundle.NOTE, manifest.NAME)


def site_of(folder: Path, names: list[str]) -> Path:
    """Write the pages in the order of `names`, so that two sites differ in all but content."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PAGES[name], encoding="utf-8")
    return folder


def test_same_site_same_bytes_whatever_the_order_times_and_modes(tmp_path: Path) -> None:
    one = site_of(tmp_path / "one", list(PAGES))
    other = site_of(tmp_path / "other", list(reversed(PAGES)))
    for age, path in enumerate(sorted(other.rglob("*.*"))):
        os.utime(path, (1_000_000_000 + age, 1_000_000_000 + age))
        path.chmod(0o600)

    bundle.make(one, tmp_path / "one.zip", "egov-timeline", NOTE)
    bundle.make(other, tmp_path / "other.zip", "egov-timeline", NOTE)

    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "other.zip").read_bytes()


def plainly(site: Path, target: Path) -> bytes:
    """Pack the site as `zipfile` does it by itself."""
    note = NOTE.replace("\n", "\r\n").encode("utf-8-sig")
    pages = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*.*")}
    with zipfile.ZipFile(target, "w") as packed:
        named = [(bundle.NOTE, note), *sorted(pages.items())]
        digests = {name: hashlib.sha256(content).hexdigest() for name, content in named}
        listed = manifest.text(digests).encode("utf-8")
        for name, content in [*named, (manifest.NAME, listed)]:
            entry = zipfile.ZipInfo(f"x/{name}", (1980, 1, 1, 0, 0, 0))
            entry.create_system, entry.external_attr = 3, 0o100644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, content, compresslevel=9)
    return target.read_bytes()


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_was_packed_before_is_the_same_bytes(tmp_path: Path, jobs: int) -> None:
    site = site_of(tmp_path / "site", list(PAGES))
    for number in range(150):
        (site / f"ảnh{number}.svg").write_text(f"<svg id='{number}'/>" * number, "utf-8")
    (site / "bảng.csv").write_text("a,b\n" * 500_000, "utf-8")
    target = tmp_path / "x.zip"
    for content in ("<h1>Trang chủ</h1>", "<h1>Trang khác</h1>", ""):
        (site / "index.html").write_text(content, "utf-8")
        with closing(Cache(tmp_path / "made.sqlite")) as kept:
            digests = {"index.html": packing.digest(content.encode())}
            given = {"jobs": jobs, "kept": kept, "digests": digests, "before": target}
            bundle.make(site, target, "x", NOTE, **given)
        assert target.read_bytes() == plainly(site, tmp_path / "plain.zip")
        bundle.make(site, target, "x", NOTE)
        assert target.read_bytes() == plainly(site, tmp_path / "plain.zip")


def nothing(_: Path) -> None:
    pass


def touched(target: Path) -> None:
    said = bytearray(target.read_bytes())
    said[40] ^= 1
    target.write_bytes(said)


def cut_off(target: Path) -> None:
    target.write_bytes(target.read_bytes()[:100])


def gone(target: Path) -> None:
    target.unlink()


# What happens to the zip, the name of the next one, and what is packed for that; None is all of it.
AGAIN = [
    (nothing, "x", {"index.html"}),
    (nothing, "y", None),
    (touched, "x", None),
    (cut_off, "x", None),
    (gone, "x", None),
]


@pytest.mark.parametrize(("happens", "name", "expected"), AGAIN)
def test_what_lies_in_an_untouched_zip_is_not_packed_again(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    happens: Callable[[Path], None],
    name: str,
    expected: set[str] | None,
) -> None:
    site, target = site_of(tmp_path / "site", list(PAGES)), tmp_path / "old.zip"
    packed: list[bytes] = []
    pack = packing.pack

    def watched(content: bytes) -> packing.Packed:
        packed.append(content)
        return pack(content)

    with closing(Cache(tmp_path / "made.sqlite")) as kept:
        bundle.make(site, target, "x", NOTE, kept=kept)
        happens(target)
        (site / "index.html").write_text("<h1>Trang khác</h1>", "utf-8")
        monkeypatch.setattr(packing, "pack", watched)
        bundle.make(site, tmp_path / "new.zip", name, NOTE, kept=kept, before=target)
    of_site = {page for page in PAGES if (site / page).read_bytes() in packed}
    assert of_site == (expected or {*PAGES})
    bundle.make(site, tmp_path / "clean.zip", name, NOTE)
    assert (tmp_path / "new.zip").read_bytes() == (tmp_path / "clean.zip").read_bytes()


def test_unpacks_to_the_same_files_under_one_folder(tmp_path: Path) -> None:
    site = site_of(tmp_path / "site", list(PAGES))
    bundle.make(site, tmp_path / "dist" / "egov-timeline.zip", "egov-timeline", NOTE)

    with zipfile.ZipFile(tmp_path / "dist" / "egov-timeline.zip") as packed:
        assert packed.testzip() is None
        assert set(packed.namelist()) == {f"egov-timeline/{name}" for name in [*PAGES, *BESIDE]}
        packed.extractall(tmp_path / "out")
    for name, text in PAGES.items():
        assert (tmp_path / "out" / "egov-timeline" / name).read_text("utf-8") == text


def test_what_only_a_host_makes_use_of_stays_out(tmp_path: Path) -> None:
    site = site_of(tmp_path / "site", list(PAGES))
    for name in ("404.html", "sitemap.xml", ".nojekyll"):
        (site / name).write_text("")
    # Only at the top do these names mean anything to a host.
    (site / "bai-viet" / "404.html").write_text("<h1>Lỗi 404</h1>", encoding="utf-8")
    bundle.make(site, tmp_path / "x.zip", "x", NOTE)

    with zipfile.ZipFile(tmp_path / "x.zip") as packed:
        assert set(packed.namelist()) == {
            f"x/{name}" for name in [*PAGES, "bai-viet/404.html", *BESIDE]
        }


def test_entries_can_be_read_by_everyone_and_tell_no_time(tmp_path: Path) -> None:
    site = site_of(tmp_path / "site", list(PAGES))
    bundle.make(site, tmp_path / "x.zip", "x", NOTE)

    with zipfile.ZipFile(tmp_path / "x.zip") as packed:
        entries = packed.infolist()
    assert {entry.external_attr >> 16 for entry in entries} == {0o100644}
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert not [entry.filename for entry in entries if entry.filename.startswith(("/", ".."))]


def test_the_note_can_be_read_in_any_editor(tmp_path: Path) -> None:
    bundle.make(site_of(tmp_path / "site", list(PAGES)), tmp_path / "x.zip", "x", NOTE)

    with zipfile.ZipFile(tmp_path / "x.zip") as packed:
        note = packed.read(f"x/{bundle.NOTE}")
    assert note.decode("utf-8-sig").split("\r\n") == NOTE.split("\n")
    assert note.startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(
    ("years", "span"),
    [
        ([2003, 2016, 2020], "Các lễ hội từ năm 2003 đến năm 2020,"),
        ([2016], "Các lễ hội,"),
        ([], "Các lễ hội,"),
    ],
)
def test_the_note_tells_what_it_is_how_to_open_it_and_whose_it_is(
    years: list[int], span: str
) -> None:
    note = bundle.note(5, years, ABOUT)
    for words in (
        "LƯU TRỮ",
        span,
        "5 bài viết",
        "index.html",
        "Giải nén",
        "bản quyền",
        "MIT",
        "SHA-256",
    ):
        assert words in note


def test_a_name_with_diacritics_is_marked_as_utf_8(tmp_path: Path) -> None:
    site = site_of(tmp_path / "site", list(PAGES))
    (site / "ảnh.svg").write_text("<svg/>")
    bundle.make(site, tmp_path / "x.zip", "x", NOTE)

    with zipfile.ZipFile(tmp_path / "x.zip") as packed:
        # Bit 11: without it, Windows reads the name in the code page of the machine.
        assert packed.getinfo("x/ảnh.svg").flag_bits & 0x800


@pytest.mark.parametrize(
    "name",
    ["a:b.txt", "a?.txt", 'a".txt', "a\\b.txt", "a.", "b /c.txt", "con.txt", "d/NUL", "LPT1.x.txt"],
)
def test_a_name_that_windows_has_not_is_refused(tmp_path: Path, name: str) -> None:
    site = site_of(tmp_path / "site", list(PAGES))
    (site / name).parent.mkdir(exist_ok=True)
    (site / name).write_text("")

    with pytest.raises(ProblemsFound, match="Windows"):
        bundle.make(site, tmp_path / "x.zip", "x", NOTE)
    assert not (tmp_path / "x.zip").exists()


@pytest.mark.parametrize(
    "name", ["icon.txt", "console.txt", "a.b.txt", "com.txt", ".a", "c,d+e.txt"]
)
def test_a_name_that_only_looks_like_it_is_packed(tmp_path: Path, name: str) -> None:
    site = site_of(tmp_path / "site", list(PAGES))
    (site / name).write_text("")
    bundle.make(site, tmp_path / "x.zip", "x", NOTE)

    with zipfile.ZipFile(tmp_path / "x.zip") as packed:
        assert f"x/{name}" in packed.namelist()


def test_names_that_windows_takes_for_one_are_refused(tmp_path: Path) -> None:
    site = site_of(tmp_path / "site", list(PAGES))
    (site / "Index.html").write_text("")

    with pytest.raises(ProblemsFound) as told:
        bundle.make(site, tmp_path / "x.zip", "x", NOTE)
    assert [problem.where for problem in told.value.problems] == [
        "site/Index.html",
        "site/index.html",
    ]


def test_a_failed_bundle_leaves_the_previous_one_and_no_draft(tmp_path: Path) -> None:
    site = site_of(tmp_path / "site", list(PAGES))
    target = tmp_path / "dist" / "x.zip"
    bundle.make(site, target, "x", NOTE)
    before = target.read_bytes()

    # A name that no zip can hold stops the packing half way.
    (site / "zz\udcff.html").write_text("")
    with pytest.raises(UnicodeEncodeError):
        bundle.make(site, target, "x", NOTE)

    assert target.read_bytes() == before
    assert [path.name for path in target.parent.iterdir()] == ["x.zip"]


def test_a_page_says_in_the_zip_what_it_keeps_for_the_zip(tmp_path: Path) -> None:
    page = "<p>a</p><!--hosted--><p>on a host</p>\n<!--zipped <p>in the zip</p> zipped--><p>b</p>"
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text(page, encoding="utf-8")
    bundle.make(site, tmp_path / "a.zip", "a", NOTE)
    with zipfile.ZipFile(tmp_path / "a.zip") as packed:
        assert packed.read("a/index.html").decode() == "<p>a</p><p>in the zip</p><p>b</p>"
    assert (site / "index.html").read_text("utf-8") == page
