"""What editors have is read as what it is, whatever its name; what cannot be read says why."""

from __future__ import annotations

import base64
import io
import unicodedata
import zipfile

import pytest
from docx import Document

from egov_timeline import intake
from egov_timeline.errors import ProblemsFound
from egov_timeline.intake import Received
from pdfs import make_pdf

TEXT = """Hội nghị Điều phối dữ liệu vùng Tây Bắc
Sáng 4/9/2018, tại Nhà khách tỉnh Sơn La, Sở Khoa học và Công nghệ tổ chức hội nghị về dữ liệu.
Tại đây, “kho dữ liệu” được hiểu là của cả vùng; ý kiến ấy được đồng tình."""
TCVN3 = """Héi nghÞ §iÒu phèi d÷ liÖu vïng T©y B¾c
S¸ng 4/9/2018, t¹i Nhµ kh¸ch tØnh S¬n La, Së Khoa häc vµ C«ng nghÖ tæ chøc héi nghÞ vÒ d÷ liÖu.
T¹i ®©y, “kho d÷ liÖu” ®\u00adîc hiÓu lµ cña c¶ vïng; ý kiÕn Êy ®\u00adîc ®ång t×nh."""
TCVN3_TITLE = TCVN3.split("\n")[0]
VNI = """Hoäi nghò Ñieàu phoái döõ lieäu vuøng Taây Baéc
Saùng 4/9/2018, taïi Nhaø khaùch tænh Sôn La, Sôû Khoa hoïc vaø Coâng ngheä toå chöùc hoäi nghò veà döõ lieäu.
Taïi ñaây, “kho döõ lieäu” ñöôïc hieåu laø cuûa caû vuøng; yù kieán aáy ñöôïc ñoàng tình."""


def read(raw: bytes, name: str = "a.txt", **said: str) -> intake.Reading:
    return intake.read(Received(name, raw, name, **said))


def refused(raw: bytes) -> str:
    with pytest.raises(ProblemsFound) as caught:
        read(raw)
    (problem,) = caught.value.problems
    return str(problem)


def windows_1258(text: str) -> bytes:
    """Return `text` with each tone behind its letter, as that encoding has them."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    parts = (unicodedata.normalize("NFD", letter) for letter in text)
    told = (
        unicodedata.normalize("NFC", "".join(c for c in part if c not in tones))
        + "".join(c for c in part if c in tones)
        for part in parts
    )
    return "".join(told).encode("cp1258")


def as_windows_shows(raw: bytes) -> str:
    """Return bytes as Windows-1252 shows them; the five that it lacks as control characters."""
    return "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in raw)


UTF_8 = TEXT.encode()
MISREAD = as_windows_shows(UTF_8)
ENCODED = [
    (UTF_8, None),
    (b"\xef\xbb\xbf" + UTF_8.replace(b"\n", b"\r\n"), None),
    (unicodedata.normalize("NFD", TEXT).encode(), None),
    (TEXT.encode("utf-16"), "UTF-16"),
    (TEXT.encode("utf-16-le"), "UTF-16"),
    (TEXT.encode("utf-16-be"), "UTF-16"),
    (windows_1258(TEXT), "Windows-1258"),
    (TCVN3.encode("cp1252"), "TCVN3"),
    (TCVN3.encode(), "TCVN3"),
    (VNI.encode("cp1252"), "VNI"),
    (VNI.encode(), "VNI"),
    (MISREAD.encode(), "đọc nhầm"),
    (UTF_8.decode("latin-1").encode(), "đọc nhầm"),
    (as_windows_shows(MISREAD.encode()).encode(), "đọc nhầm"),
    (as_windows_shows(unicodedata.normalize("NFD", TEXT).encode()).encode(), "đọc nhầm"),
    # the blank among the bytes is one that programs make plain
    (MISREAD.replace("\u00a0", " ").encode(), "đọc nhầm"),
    (b"The board said: \x93data first\x94 \x96 and met in H\xe0 Noi, as it had in all the years before; nothing else was said of it", "Windows-1252"),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "named"), ENCODED)
def test_text_is_read_in_the_encoding_that_it_has(raw: bytes, named: str | None) -> None:
    found = read(raw)
    if named != "Windows-1252":
        assert found.text == f"{TEXT}\n"
    assert [named in note for note in found.notes] == ([True] if named else [])


def test_capitals_set_in_a_font_of_capitals_are_capitals() -> None:
    assert (
        read("HéI NGHÞ VÒ D÷ LIÖU Së T¹I S¬N LA".encode()).text
        == "HỘI NGHỊ VỀ DỮ LIỆU SỞ TẠI SƠN LA\n"
    )


def test_a_letter_that_can_only_be_one_is_restored_and_said() -> None:
    cut = "Chính quyền điện tử, quyền của dân".encode().decode("cp1252", "replace")
    assert "\ufffd" in cut
    found = read(cut.encode())
    assert found.text == "Chính quyền điện tử, quyền của dân\n"
    assert "2 chữ hỏng một phần được khôi phục" in found.notes[0]


LOST = [
    # "c\u1ecf", "c\u1eddd", "c\u1ecd": a guess
    ("Mọi cờ, cỏ đều có ở đây".encode().decode("cp1252", "replace"), "đã mất hẳn"),
    ("".join(c for c in UTF_8.decode("latin-1") if not 0x7F < ord(c) < 0xA0), "đã mất hẳn"),
    (TEXT.encode("latin-1", "replace").decode("latin-1"), "đã mất hẳn"),
    (TEXT.encode("ascii", "replace").decode("ascii"), "đã mất hẳn"),
    ("H\ufffdi ngh\ufffd v\ufffd d\ufffd liệu", "đã mất hẳn 4 chữ"),
]


@pytest.mark.parametrize(("text", "said"), LOST)
def test_letters_that_are_lost_are_not_guessed(text: str, said: str) -> None:
    message = refused(text.encode())
    assert said in message
    assert "Lấy lại bài từ nơi đăng" in message


def test_text_in_an_encoding_that_nobody_knows_names_the_line() -> None:
    assert ":2: không phải UTF-8" in refused(
        b"mot\nhai \xff\xd8\xfe\x81\x8d \xf0\x9d" + b"\xe1" * 9
    )


REMEDIES = [
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 99, "Word đời cũ (.doc)", "lưu thành .docx"),
    (b"{\\rtf1 a}", "RTF", "lưu thành .docx"),
    (b"\x89PNG\r\n\x1a\n", "ảnh", "nhận dạng chữ"),
    (b"Rar!\x1a\x07", "tệp nén", "Giải nén"),
    (b"PK\x03\x04" + b"\x00" * 40 + b"word/document.xml", "không mở được", "lưu lại thành .docx"),
    (b"%PDF-1.4\nnothing", "không mở được", "in lại ra PDF"),
    (make_pdf([[]]), "PDF không có chữ", "OCR"),
    (b"<html><body><script>x()</script></body></html>", "không tìm thấy bài viết", "sao chép bài"),
    (b"\xef\xbb\xbf \n", "không có chữ nào", ""),
]


@pytest.mark.parametrize(("raw", "what", "remedy"), REMEDIES)
def test_each_kind_that_cannot_be_read_has_its_remedy(raw: bytes, what: str, remedy: str) -> None:
    message = refused(raw)
    assert what in message
    assert remedy in message


# --- web pages -----------------------------------------------------------------------------------

PARAGRAPHS = "".join(f"<p>{line}</p>" for line in TEXT.split("\n")[1:])
PAGE = f"""<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8">
<title>Hội nghị Điều phối dữ liệu vùng Tây Bắc - Báo Rừng</title>
<meta property="og:title" content="Hội nghị Điều phối dữ liệu vùng Tây Bắc">
<meta property="og:site_name" content="Báo Rừng">
<meta name="author" content="Lò Thị Mai">
<meta property="article:published_time" content="2018-09-04T09:10:00Z">
<link rel="canonical" href="https://baorung.example/a.html">
<script>var t = "<p>không phải bài</p>";</script></head>
<body><nav><a href="/">Trang chủ</a> <a href="/kt">Kinh tế</a></nav>
<article><h1>Hội nghị Điều phối dữ liệu vùng Tây Bắc</h1>{PARAGRAPHS}</article>
<footer>© Báo Rừng</footer></body></html>"""


def test_a_saved_page_gives_the_article_and_what_it_says_of_itself() -> None:
    found = read(PAGE.encode(), "trang.txt")
    assert found.text.splitlines()[0] == TEXT.splitlines()[0]
    assert all(line in found.text for line in TEXT.splitlines())
    assert not any(sign in found.text for sign in ("<", "var t", "Trang chủ", "Kinh tế"))
    source = found.source
    assert (source.publisher, source.author) == ("Báo Rừng", "Lò Thị Mai")
    assert source.url == "https://baorung.example/a.html"
    assert source.published == "2018-09-04T16:10+07:00"  # by the clock of Vietnam


PUBLISHED = [
    ('<meta itemprop="datePublished" content="2018-09-04">', "2018-09-04"),
    ('<meta property="article:published_time" content="2018-09-04T16:10:00+0700">', "2018-09-04T16:10+07:00"),
    ('<time itemprop="datePublished" datetime="2018-09-04 16:10">', "2018-09-04T16:10+07:00"),
    ('<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2018-09-04T16:10:22+07:00"}]}</script>', "2018-09-04T16:10+07:00"),
    ('<script type="application/ld+json">{broken</script>', None),
    ('<meta property="article:published_time" content="hôm qua">', None),
    ('<meta property="article:published_time" content="2018-02-31">', None),
    ("", None),
]  # fmt: skip


@pytest.mark.parametrize(("said", "published"), PUBLISHED)
def test_a_day_of_publication_is_taken_from_the_page_only_where_it_gives_one(
    said: str, published: str | None
) -> None:
    head = f"<html><head><title>a</title>{said}</head><body><h1>a</h1>{PARAGRAPHS}</body></html>"
    assert read(head.encode()).source.published == published


CHARSETS = [
    (PAGE.encode("utf-16"), {}),
    (windows_1258(PAGE.replace("utf-8", "windows-1258")), {}),
    (windows_1258(PAGE.replace('<meta charset="utf-8">', "")), {"charset": "windows-1258"}),
    (f"<meta charset=x-user-defined><title>x</title><h1>{TCVN3_TITLE}</h1><p>{TCVN3}</p>".encode("cp1252"), {}),
    (PAGE.replace(PARAGRAPHS, f"<p>{TCVN3}</p>").encode(), {}),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "said"), CHARSETS)
def test_pages_in_old_encodings_are_read(raw: bytes, said: dict[str, str]) -> None:
    assert "Sở Khoa học và Công nghệ tổ chức hội nghị" in read(raw, **said).text


LAYOUTS = [
    # a column of the page in a table, as sites were once made
    f"<table><tr><td><a href=1>Trang chủ</a></td><td><h1>Hội nghị</h1>{PARAGRAPHS}{PARAGRAPHS}</td></tr></table>",
    f"<div>{'<br><br>'.join(TEXT.split(chr(10)))}</div>",
    f"<?xml version='1.0' encoding='utf-8'?><html xmlns='http://www.w3.org/1999/xhtml'><body>{PARAGRAPHS}</body></html>",
    PARAGRAPHS,
]


@pytest.mark.parametrize("markup", LAYOUTS)
def test_paragraphs_stay_apart_however_a_page_is_laid_out(markup: str) -> None:
    head = "" if markup.startswith("<?xml") else "<html><head><meta charset=utf-8></head>"
    lines = read(f"{head}{markup}".encode()).text.splitlines()
    assert set(TEXT.splitlines()[1:]) <= set(lines)


def test_rows_of_figures_and_captions_are_lines_without_marks() -> None:
    more = (
        "<table><tr><td>8 giờ</td><td>Khai mạc</td></tr></table>"
        "<figure><img src=a.jpg><figcaption>Quang cảnh hội nghị. Ảnh: Lò Mai</figcaption></figure>"
    )
    found = read(PAGE.replace("</article>", f"{more}</article>").encode()).text.splitlines()
    assert {"8 giờ Khai mạc", "Quang cảnh hội nghị. Ảnh: Lò Mai"} <= set(found)


def test_a_page_saved_as_one_file_is_read_with_its_address() -> None:
    inner = base64.encodebytes(PAGE.replace("canonical", "x").encode()).decode()
    saved = (
        "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://baorung.example/luu\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n'
        '\tboundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n'
        f"Content-Transfer-Encoding: base64\r\n\r\n{inner}\r\n--b--\r\n"
    )
    found = read(saved.encode(), "trang.txt")
    assert TEXT.splitlines()[1] in found.text
    assert found.source.url == "https://baorung.example/luu"


ADDRESSES = [
    ("https://baorung.example/x?id=1", "https://baorung.example/a.html"),
    ("https://www.baorung.example/x", "https://baorung.example/a.html"),
    ("https://khac.example/x", "https://khac.example/x"),  # a page may claim what it likes
]


@pytest.mark.parametrize(("fetched", "address"), ADDRESSES)
def test_the_canonical_address_counts_on_its_own_site(fetched: str, address: str) -> None:
    assert read(PAGE.encode(), url=fetched).source.url == address


# --- Word ----------------------------------------------------------------------------------------


def docx(text: str) -> bytes:
    document = Document()
    for line in text.split("\n"):
        document.add_paragraph(line)
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "8 giờ", "Khai mạc"
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


@pytest.mark.parametrize("text", [TEXT, TCVN3])
def test_a_word_file_gives_its_paragraphs_and_tables(text: str) -> None:
    assert read(docx(text)).text == f"{TEXT}\n8 giờ\nKhai mạc\n"


def test_what_a_change_takes_away_is_not_read() -> None:
    raw = io.BytesIO(docx("một\nhai"))
    with zipfile.ZipFile(raw) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    body = parts["word/document.xml"].decode()
    changed = '<w:del w:id="1"><w:r><w:delText>bỏ</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>thêm</w:t></w:r></w:ins></w:p>'
    parts["word/document.xml"] = body.replace("</w:p>", changed, 1).encode()
    again = io.BytesIO()
    with zipfile.ZipFile(again, "w") as packed:
        for name, part in parts.items():
            packed.writestr(name, part)
    assert read(again.getvalue()).text.splitlines()[:2] == ["mộtthêm", "hai"]


# --- PDF -----------------------------------------------------------------------------------------

LEFT, RIGHT = 50, 320
COLUMNS = [
    [
        ("Báo Rừng, số 12", LEFT, 30, 9),
        ("Hội nghị Điều phối dữ liệu", LEFT, 80, 24),
        ("vùng Tây Bắc", LEFT, 108, 24),
        ("Sáng 4/9/2018, tại Nhà khách tỉnh Sơn La,", LEFT, 150, 11),
        ("Sở Khoa học và Công nghệ tổ chức hội nghị", LEFT, 163, 11),
        ("về dữ liệu.", LEFT, 176, 11),
        ("Các đại biểu nghe năm tham luận, trong đó có", LEFT, 202, 11),
        ("hai tham luận của tỉnh bạn, bàn về cách dùng", RIGHT, 80, 11),
        ("chung kho dữ liệu của vùng.", RIGHT, 93, 11),
        ("1/2", RIGHT, 760, 9),
    ],
    [
        ("Báo Rừng, số 12", LEFT, 30, 9),
        ("Ý kiến kết luận nêu ba việc: mở dữ liệu, nối", LEFT, 80, 11),
        ("mạng và đào tạo cán bộ xã.", LEFT, 93, 11),
        ("2/2", RIGHT, 760, 9),
    ],
]


def test_lines_of_a_pdf_become_paragraphs_over_columns_and_pages() -> None:
    found = read(make_pdf(COLUMNS))
    assert found.text.splitlines() == [
        "Hội nghị Điều phối dữ liệu vùng Tây Bắc",
        "Sáng 4/9/2018, tại Nhà khách tỉnh Sơn La, Sở Khoa học và Công nghệ tổ chức hội nghị về dữ liệu.",
        "Các đại biểu nghe năm tham luận, trong đó có hai tham luận của tỉnh bạn, bàn về cách dùng chung kho dữ liệu của vùng.",
        "Ý kiến kết luận nêu ba việc: mở dữ liệu, nối mạng và đào tạo cán bộ xã.",
    ]


def test_paragraphs_without_space_between_are_told_by_their_indent_and_their_last_line() -> None:
    lines = [
        ("   ", 50, 40, 11),
        ("Hội nghị mở đầu bằng báo cáo của sở về tình", 70, 60, 11),
        ("hình nối mạng ở các xã vùng cao trong tỉnh.", 50, 73, 11),
        ("Báo cáo thứ hai nói về kho dữ liệu của vùng,", 70, 86, 11),
        ("nay đã có năm tỉnh góp.", 50, 99, 11),
        ("Cuối buổi, các sở ký vào biên bản ghi nhớ ấy.", 50, 112, 11),
    ]
    assert read(make_pdf([lines])).text.count("\n") == 3


def test_a_damaged_page_is_a_file_that_cannot_be_opened() -> None:
    whole = make_pdf(COLUMNS)
    assert "không mở được" in refused(whole.replace(b"> Tj", b"XY> Tj", 1))


def test_a_pdf_in_an_old_font_is_converted() -> None:
    lines = [(line, 50, 60 + 30 * n, 11) for n, line in enumerate(TCVN3.split("\n"))]
    assert "Sở Khoa học và Công nghệ tổ chức hội nghị" in read(make_pdf([lines])).text
