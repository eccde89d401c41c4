"""A copy that is whole proves so in one line; whatever was changed in it is told, and where.

Zips, folders and hosts are strangers': what they say of themselves has bounds, and leads nowhere.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import shutil
import threading
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from egov_timeline import manifest, pipeline, verification
from egov_timeline.cli import app
from egov_timeline.errors import ProblemsFound
from egov_timeline.intake import web
from egov_timeline.verification import holdings, proofs, values
from project import SEEDS, copy_to


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that was built; nobody changes it."""
    root = copy_to(tmp_path_factory.mktemp("verified") / "project")
    pipeline.build(root)
    return root


@pytest.fixture
def site(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built / "site", tmp_path / "site"))


def run(source: str | Path) -> Result:
    return CliRunner().invoke(app, ["verify", str(source)])


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def host(site: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


PROVED = re.compile(
    r"\S+: \d+ tệp đúng mã SHA-256; (\d+) câu trích có đúng từng chữ trong (\d+) văn bản gốc; "
    r"(\d+) đính chính đều có trong sổ.*\.\n"
)


def test_a_whole_copy_proves_so_in_one_line(built: Path, site: Path, host: str) -> None:
    data = json.loads((site / "data/timeline.json").read_bytes())
    corrections = sum(len(record["corrections"]) for record in data["records"])
    texts = len(list((site / "nguon").iterdir()))
    sources = [built / "dist/egov-timeline.zip", site, host, f"{host}index.html"]
    for source in [*sources, f"{host}egov-timeline.zip"]:
        result = run(source)
        assert result.exit_code == 0, result.stderr
        told = PROVED.fullmatch(result.stdout)
        assert told, result.stdout
        assert int(told[1]) > 20
        assert [int(told[2]), int(told[3])] == [texts, corrections]


def test_what_is_no_archive_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(b"PK\x03\x04 and no more")
    (tmp_path / "folder").mkdir()
    assert run(tmp_path / "nothing.zip").exit_code == 2
    for name, what in [("x.zip", "không phải tệp zip"), ("folder", "không có SHA256SUMS.txt")]:
        result = run(tmp_path / name)
        assert (result.exit_code, result.stdout) == (1, "")
        assert what in result.stderr


def change(name: str, old: str, new: str) -> Callable[[Path], None]:
    def do(site: Path) -> None:
        path = site / name
        said = path.read_text("utf-8")
        assert old in said
        path.write_text(said.replace(old, new, 1), "utf-8")

    return do


def a_quote_elsewhere(site: Path) -> None:
    path = site / "data/timeline.json"
    data = json.loads(path.read_bytes())
    data["records"][0]["title"]["evidence"][0]["start"] += 1
    path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")


def a_correction_unsigned(site: Path) -> None:
    path = site / "data/timeline.json"
    data = json.loads(path.read_bytes())
    next(r for r in data["records"] if r["corrections"])["corrections"].pop()
    path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")


def a_reason_changed(site: Path) -> None:
    path = site / "data/timeline.json"
    data = json.loads(path.read_bytes())
    for record in data["records"]:
        for correction in record["corrections"]:
            correction["why"] = f"{correction['why']} Và khác."
    path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")


def a_file_of_no_name(site: Path) -> None:
    path = site / "data/timeline.json"
    data = json.loads(path.read_bytes())
    data["records"][0]["source"]["file"] = None
    path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")


def no_data(site: Path) -> None:
    (site / "data/timeline.json").write_text("[" * 100_000, "utf-8")


RAW = f"nguon/{SEEDS[0].name}"
# what was done, whether the list was made anew after it, where and what is told
CHANGED = [
    (change("index.html", "</h1>", "!</h1>"), False, "index.html: đã bị sửa"),
    (change(RAW, "Chính phủ", "chính phủ"), False, f"{RAW}: đã bị sửa"),
    (lambda site: (site / RAW).unlink(), False, f"{RAW}: không đọc được"),
    (lambda site: (site / RAW).unlink(), True, f"SHA256SUMS.txt: không kể {RAW}"),
    (lambda site: (site / "la.html").touch(), False, "la.html: không có trong SHA256SUMS.txt"),
    (change(RAW, "Chính phủ", "chính phủ"), True, f"{RAW}: không có câu "),
    (change(RAW, "Chính phủ", "chính phủ"), True, f"{RAW}: không phải văn bản mà"),
    (a_quote_elsewhere, True, f"{RAW}: không có câu "),
    (a_correction_unsigned, True, "dinh-chinh.html: có mục "),
    (a_reason_changed, True, "dinh-chinh.html: đính chính của "),
    (change("dinh-chinh.html", 'datetime="2', 'datetime="1'), True, "ngày ký khác điều"),
    (a_file_of_no_name, True, "data/timeline.json: không phải dữ liệu"),
    (no_data, True, "data/timeline.json: không phải dữ liệu"),
    (change("SHA256SUMS.txt", "  index.html", "  ../index.html"), False, "không đọc được dòng"),
    (change("SHA256SUMS.txt", "  index.html", " index.html"), False, "không đọc được dòng"),
]


@pytest.mark.parametrize(("do", "listed_anew", "what"), CHANGED)
def test_what_was_changed_is_told(
    site: Path, do: Callable[[Path], None], listed_anew: bool, what: str
) -> None:
    do(site)
    if listed_anew:
        manifest.write(site)
    result = run(site)
    assert (result.exit_code, result.stdout) == (1, "")
    assert what in result.stderr


WHY, SIGNED, END = '<p class="tl-log__why">', '<p class="tl-log__signed">', "</ol>\n</div>"
FIRST = re.compile(r'<div id="[^"]+">.*?</div>', re.DOTALL)
# how a log was forged: a stretch of it (the first that is like it), what stands there instead, what is told
FORGED = [
    (WHY, f"{WHY}Không phải: ", "lý do khác"),
    (WHY, f"{WHY}<s></s>", None),
    (r"</p>\n</dd>", " Và khác.</p>\n</dd>", "lý do khác"),
    (r"Ký: biên tập viên", "Ký: Bộ trưởng", "người ký khác"),
    (r"Ký: biên tập viên", "Ký: tổng biên tập viên", "người ký khác"),
    (r"21/11/2026</time>", "22/11/2026</time>", "người ký khác"),
    (r'datetime="2026-11-21"', 'datetime="2026-11-22"', "ngày ký khác"),
    (r'(<time datetime="2026-11-21".*?</time>)', r"\1, \1", "ngày ký khác"),
    (r'(signed">.*?href=")[^"]+', r"\1https://la.vn/", "nguồn khác"),
    (r'signed">', 'signed"><q>Lời bài</q>', "câu trích khác"),
    (r"<strong>6/10/2017", "<strong>7/10/2017", "giá trị khác"),
    (r"<strong>6/10/2017", "<strong>6/10/2017, sau là 7/10", "giá trị khác"),
    (r"Ủy ban nhân dân tỉnh Lào Cai \(", "Sở Du lịch (", "giá trị khác"),
    (r"<strong>TP. Hồ Chí Minh", "<strong>Hà Nội", "giá trị khác"),
    (r'(article"><a href="bai-viet/)[^"]+', r"\1la.html", "bài khác"),
    (r'(article"><a [^>]*>)', r"\1Không có ", "bài khác"),
    (FIRST, "", "không có đính chính của"),
    (FIRST, r'\g<0>\g<0>', "có hai chỗ id"),
    (FIRST, r'\g<0><div id="x-date"><dt>a</dt><dd><p>b</p>\n' + WHY + "c</p></dd></div>", 'có mục "x-date"'),
    (FIRST, r'\g<0><div><dt>a</dt><dd><p>b</p>\n' + WHY + "c</p></dd></div>", "không viết như"),
    (r'<header class="tl-m', r'<div id="thuc-day-cung-cap-dich-vu-cong-truc-tuyen-huong-toi-chinh-phu-so-location"></div>\g<0>', "có hai chỗ id"),
    (r"<dl>", "<li>Thu hồi</li><dl>", "không viết như"),
    (r"<dl>", "<dl>Thu hồi", "không viết như"),
    (r"<dl>", "<dl hidden>", "không viết như"),
    (r"<dl>", "<p>Thu hồi</p><dl>", "không viết như"),
    (WHY, '<p class="tl-log__why" style="display:none">', "không viết như"),
    (WHY, f"{WHY}Thu hồi</p>{WHY}", "không viết như"),
    (WHY, f"<script>x</script>{WHY}", "không viết như"),
    (WHY, f"<!--a-->{WHY}", "không viết như"),
    ('<ol class="tl-log"', '<ol hidden class="tl-log"', "sổ không viết như"),
    (WHY, f"{'<b>' * 2000}{WHY}", "sâu quá"),
    (END, f"{END}<ol class='tl-log'></ol>", "ngoài các mục"),
    (END, f"{END}<ul><li>Cũ{SIGNED}Ký: a</p></li></ul>", "ngoài các mục"),
    (END, f"Thu hồi{END}", "ngoài các mục"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "what"), FORGED)
def test_a_log_that_tells_otherwise_than_the_data_is_told(
    built: Path, old: str | re.Pattern[str], new: str, what: str | None
) -> None:
    page = (built / "site/dinh-chinh.html").read_text("utf-8")
    known = proofs.records((built / "site/data/timeline.json").read_bytes())
    forged, often = re.subn(old, new, page, count=1)
    told = list(map(str, proofs.corrections(known, forged.encode())))
    assert often == 1
    assert (what in " ".join(told)) if what else told == []


BODIES = [
    {"id": None, "name": "Sở A", "role": "host"},
    {"id": "b", "name": "Sở B", "role": "sponsor"},
]
FIRST_ONE = {"kind": "first", "date": "2003", "name": "Hội thảo C", "place": "Huế"}
# what the data has, what the log says, and whether that is the same
VALUES = [
    ("title", "Tít  báo", "Tít báo", True),
    ("title", "Tít báo", "Tít báo khác", False),
    ("date", "2016-03-30", "30/3/2016", True),
    ("date", "2020-09-16/2020-09-18", "dự kiến 16–18/9/2020", True),
    ("date", "2016-03", "tháng 4/2016", False),
    ("date", "2016-3", "tháng 3/2016", False),
    ("published", "2016-03-30T20:23", "20:23, 30/3/2016", True),
    ("published", "2016-03-30T20:23", "20:24, 30/3/2016", False),
    ("location", {"place": "Nhà A", "province": "Huế"}, "Nhà A, Huế", True),
    ("location", {"place": "Thành phố Huế", "province": "Huế"}, "Thành phố Huế", True),
    ("location", {"place": "Nhà A", "province": "Huế"}, "Nhà A", False),
    ("location", {"place": "Nhà A"}, "Nhà A", False),
    ("organizer", BODIES, "Sở A (đăng cai); Sở B (bảo trợ)", True),
    ("organizer", BODIES, "Sở A (đăng cai)", False),
    ("delegates", {"number": 1200, "bound": "over"}, "trên 1.200", True),
    ("delegates", {"number": 1200, "bound": "over"}, "hơn 200", False),
    ("series", {"name": "Hội thảo C", "edition": 3}, "Hội thảo C, lần thứ 3", True),
    ("series", {"name": "Hội thảo C", "edition": 3}, "Hội thảo C, lần thứ 4", False),
    ("themes", "y-te", "Sức khỏe", True),
    ("themes", "y-te", "Du lịch", False),
    ("milestones", [FIRST_ONE], "Hội thảo C – lần đầu tổ chức, năm 2003", True),
    ("milestones", [FIRST_ONE], "Hội thảo D – lần đầu tổ chức, năm 2003", False),
    ("status", "postponed", "dời ngày", True),
    ("kind", "x", "x", False),
    ("title", None, "x", False),
    ("location", 5, "5", False),
    ("themes", ["y-te", {}], "Sức khỏe", False),
    ("delegates", {"people": 5}, "5", False),
]


@pytest.mark.parametrize(("field", "found", "said", "same"), VALUES)
def test_a_value_is_told_in_words_that_may_be_the_archive_s_own(
    field: str, found: object, said: str, same: bool
) -> None:
    facts = [{"value": value} for value in (found if isinstance(found, list) else [found])]
    assert values.is_told(field, facts, {"y-te": "Sức khỏe"}, said) is same


def test_reasons_that_changed_places_are_told(built: Path) -> None:
    page = (built / "site/dinh-chinh.html").read_text("utf-8")
    known = proofs.records((built / "site/data/timeline.json").read_bytes())
    first, second = re.findall(f"{WHY}(.*?)</p>", page)[:2]
    forged = page.replace(first, "#").replace(second, first).replace("#", second)
    assert len([*proofs.corrections(known, forged.encode())]) == 2


def test_all_that_was_changed_is_told_at_once(site: Path) -> None:
    for name in ("index.html", "du-lieu.html", RAW):
        change(name, "Chính", "chính")(site)
    names = {line.partition(":")[0] for line in run(site).stderr.splitlines()}
    assert names == {"index.html", "du-lieu.html", RAW}


def test_what_a_host_or_a_system_puts_by_is_not_held_against_it(site: Path) -> None:
    (site / ".DS_Store").write_bytes(b"x")
    assert run(site).exit_code == 0


def test_a_host_that_lacks_a_file_or_is_gone_is_told(site: Path, host: str) -> None:
    (site / RAW).unlink()
    assert f"{RAW}: " in (told := run(host).stderr) and "404" in told
    (site / "SHA256SUMS.txt").unlink()
    assert "không có SHA256SUMS.txt" in run(host).stderr


# a zip that was made to harm: its entries, and what is told
HOSTILE = [
    ([("a/../../x", b"x")], "tên dẫn ra ngoài thư mục"),
    ([("/etc/x", b"x")], "tên dẫn ra ngoài thư mục"),
    ([("a\\..\\x", b"x")], "tên dẫn ra ngoài thư mục"),
    ([("C:/x", b"x")], "tên dẫn ra ngoài thư mục"),
    ([("a/\x1b[31mx", b"x")], "tên dẫn ra ngoài thư mục"),
    ([("a/x", b"x"), ("a/x", b"y")], "hai tệp cùng tên"),
    ([(f"a/{n}", b"") for n in range(60)], "có hơn 50 tệp"),
    ([("a/SHA256SUMS.txt", b"x" * 3_000_000)], "không giải nén được"),
]


@pytest.mark.parametrize(("entries", "what"), HOSTILE)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_zip_that_was_made_to_harm_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, entries: list[tuple[str, bytes]], what: str
) -> None:
    monkeypatch.setattr(holdings, "MOST_FILES", 50)
    monkeypatch.setattr(holdings, "MOST_OF_FILE", 1_000_000)
    with zipfile.ZipFile(tmp_path / "x.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in entries:
            packed.writestr(name, content)
    result = run(tmp_path / "x.zip")
    assert (result.exit_code, result.stdout) == (1, "")
    assert what in result.stderr
    assert "\x1b" not in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["x.zip"]


def damaged(content: bytes, name: str) -> bytes:
    """Return the zip with one byte of an entry changed."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        entry = packed.getinfo(f"egov-timeline/{name}")
    at = entry.header_offset + 30 + len(entry.filename.encode()) + entry.compress_size // 2
    return content[:at] + bytes([content[at] ^ 0xFF]) + content[at + 1 :]


def test_a_damaged_entry_is_told_beside_what_is_whole(built: Path, tmp_path: Path) -> None:
    content = (built / "dist/egov-timeline.zip").read_bytes()
    (tmp_path / "x.zip").write_bytes(damaged(content, "index.html"))
    result = run(tmp_path / "x.zip")
    assert result.exit_code == 1
    (told,) = result.stderr.splitlines()
    assert told.startswith("index.html: không giải nén được")


@pytest.mark.parametrize("most", ["MOST_BYTES", "LONGEST"])
def test_more_than_an_archive_can_be_is_read_no_further(
    site: Path, host: str, monkeypatch: pytest.MonkeyPatch, most: str
) -> None:
    asked = []
    fetch = web.fetch
    monkeypatch.setattr(web, "fetch", lambda url, **how: (asked.append(url), fetch(url, **how))[1])
    monkeypatch.setattr(holdings, most, 1_000 if most == "MOST_BYTES" else -1.0)
    for source in (str(site), host):
        with pytest.raises(ProblemsFound, match=r"lớn hơn|lâu hơn"):
            verification.verify(source)
    assert len(asked) <= 1


def test_the_list_is_one_that_sha256sum_reads(site: Path) -> None:
    lines = (site / "SHA256SUMS.txt").read_bytes().decode("utf-8").splitlines()
    assert lines == sorted(lines, key=lambda line: line[66:])
    for line in lines:
        digest, name = line[:64], line[66:]
        assert line[64:66] == "  "
        assert hashlib.sha256((site / name).read_bytes()).hexdigest() == digest
    assert "SHA256SUMS.txt" in (site / "du-lieu.html").read_text("utf-8")
