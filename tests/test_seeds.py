"""Bad input ends in one clear message with file and line; good input is kept as it was."""

import hashlib
import os
import unicodedata

import pytest

from egov_timeline import seeds
from egov_timeline.errors import ProblemsFound
from egov_timeline.files import odd_characters

SIGNED = "why: vì\n    by: editor\n    on: 2026-11-21\n    source: https://example.org/a"


@pytest.fixture
def project(tmp_path):
    (tmp_path / "seeds/articles").mkdir(parents=True)

    def put(**files):
        for name, content in files.items():
            path = tmp_path / "seeds/articles" / name.replace("__", ".")
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return tmp_path

    return put


def windows_1258(text):
    """Return `text` with each tone behind its letter, as that encoding has them."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    apart = "".join(
        unicodedata.normalize("NFC", "".join(c for c in letter if c not in tones))
        + "".join(c for c in letter if c in tones)
        for letter in (unicodedata.normalize("NFD", c) for c in text)
    )
    return apart.encode("cp1258")


def messages(root):
    with pytest.raises(ProblemsFound) as caught:
        seeds.read(root)
    return [str(problem) for problem in caught.value.problems]


def test_the_text_is_normalized_and_the_digest_is_of_the_bytes(project):
    raw = "Hội thảo ở Huế\r\nhai".encode()  # decomposed marks, as some portals send them
    (seed,) = seeds.read(project(a__txt=raw))
    assert seed.text == "Hội thảo ở Huế\nhai"
    assert seed.sha256 == hashlib.sha256(raw).hexdigest()
    assert (seed.id, seed.path) == ("a", "seeds/articles/a.txt")


def test_a_sidecar_gives_source_slug_and_corrections_as_typed(project):
    sidecar = f"slug: hoi-thao\nadded: 2026-11-20\nsource: {{publisher: Báo A}}\ncorrections:\n  - field: date\n    value: 2017\n    {SIGNED}\n"
    (seed,) = seeds.read(project(a__txt="x", a__yml=sidecar))
    assert (seed.slug, seed.added, seed.source.publisher) == ("hoi-thao", "2026-11-20", "Báo A")
    (correction,) = seed.corrections
    assert (correction.value, correction.on, correction.line) == ("2017", "2026-11-21", 5)


GOOD = "Hội nghị chuyển đổi số ở Điện Biên: đường truyền đã tới xã, cán bộ được tập huấn"
REFUSED = [
    (b"", ": không có chữ nào. Dán nội dung"),
    (b"\xef\xbb\xbf \n\n", ": không có chữ nào. "),
    (b"mot\nhai \xff\xd8\xff\x81 ba \xf0\x9d", ":2: không phải UTF-8 (byte thứ 8 là 0xff). Lưu lại"),
    (GOOD.encode("utf-16"), ": có chữ viết bằng UTF-16, không phải UTF-8. Chạy `egov-timeline add seeds/articles/a.txt`"),
    (GOOD.encode("utf-16-be"), ": có chữ viết bằng UTF-16, "),
    (GOOD.encode().decode("cp1252", "replace").encode(), ": là chữ UTF-8 bị đọc nhầm thành Windows-1252 rồi lưu lại. Chạy"),
    (GOOD.encode().decode("latin-1").encode(), ": là chữ UTF-8 bị đọc nhầm thành Windows-1252 rồi lưu lại. Chạy"),
    ("Héi nghÞ chuyÓn ®æi sè ë §iÖn Biªn".encode(), ": có chữ viết bằng TCVN3 (phông .VnTime), "),
    ("Héi nghÞ chuyÓn ®æi sè ë §iÖn Biªn".encode("cp1252"), ": có chữ viết bằng TCVN3 (phông .VnTime), "),
    ("Hoäi nghò chuyeån ñoåi soá ôû Ñieän Bieân".encode(), ": có chữ viết bằng VNI (phông VNI-Times), "),
    ("đầu\nH?i ngh? chuy?n đ?i s? ? Đi?n Biên".encode(), ":2: đã mất hẳn 4 chữ (chữ thành “?”"),
    ("đầu\n\nH\ufffdi ngh\ufffd chuy\ufffdn".encode(), ":3: đã mất hẳn 3 chữ (chữ thành “?”"),
    (f"<!DOCTYPE html>\n<html><body><p>{GOOD}</p></body></html>".encode(), ": là trang web (HTML), không phải văn bản thuần. Chạy `egov-timeline add seeds/articles/a.txt`"),
    (f"<p>{GOOD}</p><p>{GOOD}</p><div>{GOOD}</div>".encode(), ": là trang web (HTML), "),
    (f"<html><p>{GOOD}</p></html>".encode("utf-16"), ": là trang web (HTML), "),
    (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", ": là tài liệu PDF, "),
    (b"PK\x03\x04\x14\x00" + b"\x00" * 24 + b"word/document.xml", ": là tài liệu Word (.docx), "),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 99, ": là tài liệu Word đời cũ (.doc), không phải văn bản thuần. Mở bằng Word"),
    (b"{\\rtf1\\ansi H\\'f4i}", ": là tài liệu RTF, "),
    (b"\x89PNG\r\n\x1a\n" + b"\x00" * 99, ": là ảnh, "),
    (b"\x01\x00\x00\x02" * 99, ": là tệp nhị phân, "),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "message"), REFUSED)
def test_what_is_no_article_is_refused_with_its_remedy(project, raw, message):
    (said,) = messages(project(a__txt=raw))
    assert said.startswith(f"seeds/articles/a.txt{message}")


def test_windows_1258_is_named(project):
    (said,) = messages(project(a__txt=windows_1258(GOOD)))
    assert said.startswith("seeds/articles/a.txt: có chữ viết bằng Windows-1258, ")


READ = [
    GOOD,
    unicodedata.normalize("NFD", GOOD),
    "\ufeff" + GOOD,
    f"{GOOD}\x07\x1f",  # a control character or two: told elsewhere
    f"Mất một chữ thôi: H\ufffdi nghị. {GOOD}",
    "Chính phủ số là gì?Ai làm?vì sao? Xem bai.html?trang=2 và tim?q=so",
    "Thẻ <p> mở một đoạn, </p> đóng nó; " + GOOD,
    "The People's Committee of Điện Biên held a workshop – “data first” – on Tuesday. Why? How?",
    "Le séminaire « été numérique » s’est tenu à Genève, où l’élève a présenté son mémoire.",
    "Die Übung für Führungskräfte: größere Städte, Dörfer – mögliche Lösungen, später ähnlich.",
    "hoi nghi chuyen doi so o Dien Bien, khong dau",
    "Học giả Ngô Bảo Châu, François Hollande, Angela Müller và Luiz Inácio Lula dự lễ ở Đà Lạt.",
]


@pytest.mark.parametrize("text", READ)
def test_good_text_in_any_language_is_read(project, text):
    (seed,) = seeds.read(project(a__txt=text))
    assert seed.text == unicodedata.normalize("NFC", text)


def test_odd_characters_are_counted_with_their_first_line():
    found = odd_characters("\ufeffmột\u200b\nhai\x07\u200b ba\u00adbốn\tnăm\u00a0sáu")
    assert [(odd.code, odd.line, odd.count) for odd in found] == [
        ("U+200B", 1, 2),
        ("U+0007", 2, 1),
        ("U+00AD", 2, 1),
    ]


BAD_SIDECAR = [
    ("slug: [a\n", "a.yml:1: không đọc được YAML: thiếu dấu phẩy hoặc dấu ] "),
    ("- a\n", "a.yml:1: tệp này phải gồm các mục có tên. "),
    ("slug: a\nsorce: {}\n", 'a.yml:2: tệp này không có mục "sorce". Có phải ý bạn là "source"?'),
    ("slug: Hội thảo\n", 'a.yml:1: "Hội thảo" không dùng làm địa chỉ trang được. Viết hoi-thao.'),
    ("added: hôm qua\n", "a.yml:1: \"hôm qua\" không phải là ngày. Viết added: '2026-11-21'."),
    ("source: {pubisher: B}\n", 'a.yml:1: source không có mục "pubisher". Có phải ý bạn là "publisher"?'),
    ("corrections:\n  - field: date\n    value: 2017\n", "a.yml:2: đính chính thiếu why, by, on, source hoặc quote. "),
    (f"corrections:\n  - feld: date\n    value: 2017\n    {SIGNED}\n", 'a.yml:2: đính chính không có mục "feld". Có phải ý bạn là "field"?'),
    (f"corrections:\n  - field: date\n    value: 2017\n    {SIGNED.replace('2026-11-21', 'today')}\n", 'a.yml:6: "today" không phải là ngày. '),
]  # fmt: skip


@pytest.mark.parametrize(("sidecar", "message"), BAD_SIDECAR)
def test_a_bad_sidecar_names_file_and_line(project, sidecar, message):
    said = messages(project(a__txt="x", a__yml=sidecar))
    assert said[0].startswith(f"seeds/articles/{message}")


UNSIGNED = [
    ("why: vì", "why: ''", "a.yml:4: why phải là một dòng chữ."),
    ("by: editor", "by:", "a.yml:5: by phải là một dòng chữ."),
    ("by: editor", "by: [editor]", "a.yml:5: by phải là một dòng chữ."),
    ("source: https://example.org/a", "source: ''", "a.yml:7: source phải là một dòng chữ."),
    ("on: 2026-11-21", "on: 2026-13-45", 'a.yml:6: "2026-13-45" không phải là ngày.'),
]


@pytest.mark.parametrize(("signed", "unsigned", "message"), UNSIGNED)
def test_a_correction_that_nobody_signed_is_refused(project, signed, unsigned, message):
    sidecar = f"corrections:\n  - field: date\n    value: 2017\n    {SIGNED}\n"
    said = messages(project(a__txt="x", a__yml=sidecar.replace(signed, unsigned)))
    assert said[0].startswith(f"seeds/articles/{message}")


def test_a_second_correction_of_a_field_names_the_first(project):
    one = f"  - field: date\n    value: 2017\n    {SIGNED}\n"
    (said,) = messages(project(a__txt="x", a__yml=f"corrections:\n{one}{one}"))
    assert said.startswith("seeds/articles/a.yml:8: date đã được đính chính ở dòng 2.")


def test_a_key_given_twice_is_refused(project):
    (said,) = messages(project(a__txt="x", a__yml="slug: a\nslug: b\n"))
    assert said.startswith("seeds/articles/a.yml:2: tệp này có hai mục slug.")


STRAY = [
    ("a.yaml", "sẽ không được đọc. Đổi tên thành a.yml."),
    ("a.YML", "sẽ không được đọc. Đổi tên thành a.yml."),
    (
        "bai.docx",
        "không phải tệp .txt nên không được đọc. Chạy `egov-timeline add seeds/articles/bai.docx`",
    ),
    ("a.txt.bak", "không phải bài viết, cũng không phải tệp đi kèm. "),
    ("ghi-chu.md", "không phải bài viết, cũng không phải tệp đi kèm. "),
]


@pytest.mark.parametrize(("name", "message"), STRAY)
def test_a_file_that_nothing_would_read_is_told(project, name, message):
    root = project(a__txt="x")
    (root / "seeds/articles" / name).write_text("slug: a")
    (said,) = messages(root)
    assert said.startswith(f"seeds/articles/{name}: {message}")


@pytest.mark.parametrize(
    "name", ["desktop.ini", "Thumbs.db", "~$bai.docx", ".DS_Store", "._a.txt", "a.txt~"]
)
def test_what_systems_leave_behind_is_passed_over(project, name):
    root = project(a__txt="x")
    (root / "seeds/articles" / name).write_bytes(b"\x00\xff")
    assert [seed.id for seed in seeds.read(root)] == ["a"]


def test_an_ending_in_capitals_is_read(project):
    (seed,) = seeds.read(project(a__TXT="x", a__yml="slug: y\n"))
    assert (seed.id, seed.path, seed.slug) == ("a", "seeds/articles/a.TXT", "y")


def test_two_articles_with_one_id_are_told(project):
    root = project(a__TXT="x", a__txt="y")
    if len(list((root / "seeds/articles").iterdir())) > 1:  # some file systems take them for one
        assert messages(root) == [
            "seeds/articles/a.txt: có cùng tên với a.TXT. Đổi tên một trong hai, hoặc bỏ bớt một."
        ]


def test_a_folder_in_the_place_of_an_article_is_told(project):
    root = project(a__txt="x")
    (root / "seeds/articles/b.txt").mkdir()
    (said,) = messages(root)
    assert said.startswith("seeds/articles/b.txt: không đọc được (là một thư mục).")


def test_every_problem_is_reported_in_one_run(project):
    said = messages(project(a__txt=b"\xff", b__txt="", c__yml="slug: c"))
    assert [s.split(":")[0] for s in said] == [
        f"seeds/articles/{n}" for n in ("a.txt", "b.txt", "c.yml")
    ]


def test_an_archive_begins_without_articles_but_does_not_lose_all_of_them_unseen(project):
    root = project()
    assert seeds.read(root) == ()
    (root / "content").mkdir()
    (root / "content/.generated").write_text(f"{'0' * 40}  bai-viet/mot.md\n")
    (said,) = messages(root)
    assert said.startswith("seeds/articles: chưa có bài nào. Thêm bài bằng `egov-timeline add`")


def test_a_name_that_cannot_be_an_anchor_is_refused(project):
    root = project(a__txt="x")
    (root / "seeds/articles/hai ba.txt").write_text("x")
    assert messages(root)[0].startswith(
        "seeds/articles/hai ba.txt: có tên tệp không dùng làm id được. "
    )


CITATION = f"""source: {{publisher: Báo A}}
corrections:
  - field: title
    value: Hội thảo B
    {SIGNED}
  - field: date
    value: 2017
    {SIGNED}
"""


def test_a_sidecar_with_title_source_and_signed_facts_is_a_citation(project):
    seed, citation = seeds.read(project(a__txt="x", b__yml=CITATION))
    assert (seed.is_citation, citation.is_citation) == (False, True)
    assert (citation.id, citation.text, citation.path) == ("b", "", "seeds/articles/b.yml")
    assert citation.sha256 == hashlib.sha256(CITATION.encode()).hexdigest()


NO_CITATIONS = [
    ("slug: b\n", "đính chính title, source.publisher hoặc source.url, ít nhất một dữ kiện đã ký."),
    (CITATION.replace("{publisher: Báo A}", "{author: C}"), "source.publisher hoặc source.url."),
    (CITATION.replace("field: title", "field: event"), "đính chính title."),
    (CITATION.partition("  - field: date")[0], "ít nhất một dữ kiện đã ký."),
]


@pytest.mark.parametrize(("sidecar", "lacking"), NO_CITATIONS)
def test_a_stray_sidecar_is_told_what_it_lacks_to_be_a_citation(project, sidecar, lacking):
    (said,) = messages(project(a__txt="x", b__yml=sidecar))
    assert said == (
        "seeds/articles/b.yml: không có bài b.txt bên cạnh tệp đi kèm này."
        f" Thêm bài ấy vào, hoặc bỏ tệp đi kèm; để là trích dẫn thì còn thiếu {lacking}"
    )


def test_several_reports_name_the_one_that_stands_for_their_event(project):
    root = project(a__txt="x", b__txt="y", b__yml="event: a\n", c__txt="z", c__yml="event: a\n")
    assert [seed.event for seed in seeds.read(root)] == [None, "a", "a"]


BAD_EVENTS = [
    ({"b": "bao-aa"}, 'b.yml:2: event: không có bài nào mã "bao-aa". Có phải ý bạn là "bao-a"?'),
    ({"b": "x"}, 'b.yml:2: event: không có bài nào mã "x". Ghi tên tệp của bài kia'),
    ({"b": "b"}, "b.yml:2: event trỏ vào chính bài này. "),
    ({"b": "c", "c": "b"}, "b.yml:2: event: bài này và c trỏ vào nhau. "),
    ({"b": "c", "c": "bao-a"}, "b.yml:2: event: c cũng trỏ sang bài khác. Trỏ thẳng vào bài đại diện: event: bao-a."),
]  # fmt: skip


@pytest.mark.parametrize(("events", "message"), BAD_EVENTS)
def test_a_report_of_no_known_event_is_told(project, events, message):
    root = project(**{"bao-a__txt": "x", "b__txt": "y", "c__txt": "z"})
    project(
        **{f"{name}__yml": f"slug: s-{name}\nevent: {event}\n" for name, event in events.items()}
    )
    assert messages(root)[0].startswith(f"seeds/articles/{message}")


TEXT = (
    "Tin liên quan\nHội  thảo\u00a0quốc gia khai mạc.\nHội nghị bế mạc. Hội nghị tốt.\nHội nghị mở."
)
EDITS = [
    ("quote: Hội thảo quốc gia, read: X, why: lỗi", None),
    (
        "quote: Hội thảo tỉnh, read: X, why: lỗi",
        'bài không có "Hội thảo tỉnh". Chép đúng từ bài ra.',
    ),
    ("keep: Hội thảo quốc gia", None),
    ("drop: Hội nghị bế mạc", None),
    ("drop: quốc gia", 'không có đoạn nào trong seeds/articles/a.txt mở đầu bằng "quốc gia". '),
    ("drop: Hội nghị", 'có 2 đoạn mở đầu bằng "Hội nghị". Chép dài hơn'),
]


@pytest.mark.parametrize(("edit", "message"), EDITS)
def test_the_words_of_an_edit_stand_in_the_text(project, edit, message):
    root = project(a__txt=TEXT, a__yml=f"text:\n  - {{{edit}}}\n")
    said = messages(root) if message else seeds.read(root) and []
    assert [one.startswith(f"seeds/articles/a.yml:2: {message}") for one in said] == [True] * bool(
        message
    )


def test_a_link_that_leads_out_of_the_seeds_is_refused(project, tmp_path):
    articles = project(mot__txt="Hội thảo\n") / "seeds/articles"
    (tmp_path / "secret.txt").write_text("Hội thảo Chính phủ điện tử\n", "utf-8")
    (articles / "lien-ket.txt").symlink_to(tmp_path / "secret.txt")
    (articles / "mot.yml").symlink_to(tmp_path / "khong-co.yml")
    what = "là liên kết trỏ ra ngoài thư mục seeds/. Chép chính tệp ấy vào thay cho liên kết."
    assert messages(tmp_path) == [
        f"seeds/articles/lien-ket.txt: {what}",
        f"seeds/articles/mot.yml: {what}",
    ]


def test_a_link_within_the_seeds_is_read(project):
    root = project()
    (root / "seeds/originals").mkdir()
    (root / "seeds/originals/goc.txt").write_text("Hội thảo Chính phủ điện tử\n", "utf-8")
    (root / "seeds/articles/hai.txt").symlink_to(root / "seeds/originals/goc.txt")
    assert [seed.id for seed in seeds.read(root)] == ["hai"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_no_article(project):
    root = project()
    os.mkfifo(root / "seeds/articles/ong.txt")
    assert messages(root) == [
        "seeds/articles/ong.txt: không phải một tệp. Chép nội dung vào một tệp thường."
    ]


def test_what_is_longer_than_any_article_is_refused(project):
    (told,) = messages(project(dai__txt="Hội thảo. " * 120_000))
    assert "dài hơn 1 MB" in told
