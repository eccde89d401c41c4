"""A sidecar is read whole or refused with all that is wrong, each with its line and its remedy."""

import pytest

from egov_timeline import sidecars
from egov_timeline.inputs import Attachment, Correction, Doing, Source, TextEdit

WHERE = "seeds/articles/a.yml"
SIGNED = "why: vì, by: editor, on: 2026-11-21, source: https://a.example"


@pytest.fixture
def parse(tmp_path):
    for name in ("ct.pdf", "trang.html"):
        (tmp_path / name).write_bytes(b"x")

    def parse(text):
        problems = []
        return sidecars.parse(text, WHERE, tmp_path, problems), [str(one) for one in problems]

    return parse


SHA = "0123456789abcdef" * 4
SIGNATURE = {"why": "vì", "by": "editor", "on": "2026-11-21", "source": "https://a.example"}
READ = [
    ("", "slug", None),
    ("slug: hoi-thao", "slug", "hoi-thao"),
    ("formerly: [cu, cu-hon]", "formerly", ("cu", "cu-hon")),
    ("formerly: cu", "formerly", ("cu",)),
    ("added: 2026-11-21", "added", "2026-11-21"),
    (
        "source: {publisher: Báo A, author: B, url: 'https://a.example', retrieved: 2026-11-21}",
        "source",
        Source("Báo A", "B", "https://a.example", None, "2026-11-21"),
    ),
    ("source: {published: 2017}", "source", Source(published="2017")),
    ("source: {published: 6/10/2017}", "source", Source(published="2017-10-06")),
    ("source: {published: '20:23, 6/10/2017'}", "source", Source(published="2017-10-06T20:23+07:00")),
    ("source: {published: 2017-10-06T20:23+07:00}", "source", Source(published="2017-10-06T20:23+07:00")),
    (f"source: {{sha256: {SHA}}}", "source", Source()),
    ("event: bao-b", "event", "bao-b"),
    ("withhold: text", "withheld", True),
    (
        "attachments: [{file: ct.pdf, label: Chương trình, source: Ban tổ chức}]",
        "attachments",
        (Attachment("ct.pdf", "Chương trình", "Ban tổ chức"),),
    ),
    ("attachments: {file: ct.pdf, label: Chương trình}", "attachments", (Attachment("ct.pdf", "Chương trình"),)),
    (
        "text:\n- {quote: A, read: B, why: lỗi, by: editor, on: 2026-11-21}\n- keep: C\n- drop: D",
        "edits",
        (
            TextEdit(Doing.READ, "A", 2, "B", "lỗi", "editor", "2026-11-21"),
            TextEdit(Doing.KEEP, "C", 3),
            TextEdit(Doing.DROP, "D", 4),
        ),
    ),
    (
        f"corrections:\n- {{field: date, value: 2017, {SIGNED}}}",
        "corrections",
        (Correction("date", "2017", line=2, **SIGNATURE),),
    ),
    (f"corrections: {{field: date, value: null, {SIGNED}}}", "corrections", (Correction("date", None, line=1, **SIGNATURE),)),
    (f"corrections: {{field: themes, value: [], {SIGNED}}}", "corrections", (Correction("themes", [], line=1, **SIGNATURE),)),
    (
        f"corrections: {{field: themes, add: [y-te], remove: du-lieu, {SIGNED}}}",
        "corrections",
        (Correction("themes", None, line=1, add=["y-te"], remove="du-lieu", **SIGNATURE),),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "value"), READ)
def test_a_sidecar_says_what_was_written(parse, text, name, value):
    sidecar, problems = parse(text)
    assert problems == []
    assert getattr(sidecar, name) == value


REFUSED = [
    ("slug: Hội thảo", 1, '"Hội thảo" không dùng làm địa chỉ trang được. Viết hoi-thao.'),
    (f"slug: {'a' * 256}", 1, f'slug "{"a" * 200}…" dài quá. Viết ngắn lại, nhiều nhất 120 chữ.'),
    ("formerly: [cu, Cũ]", 1, '"Cũ" không dùng làm địa chỉ trang được. Viết cu.'),
    ("added: hôm qua", 1, '"hôm qua" không phải là ngày.'),
    ("source: {publisher: …}", 1, "publisher phải là một dòng chữ."),
    ("source: {published: hôm qua}", 1, '"hôm qua" không phải là ngày đọc được. Viết 6/10/2017, 20:23'),
    ("source: {retrieved: 2026}", 1, '"2026" không phải là ngày.'),
    ("source: {sha256: abc}", 1, '"abc" không phải là mã SHA-256.'),
    ("source: báo A", 1, "source phải gồm các mục có tên."),
    ("source: {author: }", 1, "author phải là một dòng chữ."),
    ("withhold: all", 1, 'withhold không nhận "all". Viết `withhold: text`'),
    ("attachments: [{label: A}]", 1, "tệp đính kèm thiếu file."),
    ("attachments: [{file: ct2.pdf, label: A}]", 1, "không có tệp ct2.pdf trong seeds/originals/."),
    ("attachments: [{file: ../a/ct.pdf, label: A}]", 1, 'tên tệp "../a/ct.pdf" không dùng được trên mọi máy.'),
    ("attachments: [{file: Chương trình.pdf, label: A}]", 1, 'tên tệp "Chương trình.pdf" không dùng được trên mọi máy. Đổi tên tệp thành chữ không dấu, không khoảng trắng, ví dụ chuong-trinh.pdf.'),
    ("attachments: [{file: trang.html, label: A}]", 1, 'tệp "trang.html" không thuộc loại đính kèm được.'),
    ("attachments: [{file: ct.pdf, label: A}, {file: ct.pdf, label: B}]", 1, "ct.pdf đã được đính kèm."),
    ("text: [{quote: A}]", 1, "mục sửa bài không rõ phải làm gì."),
    ("text: [{keep: A, drop: B}]", 1, "mục sửa bài không rõ phải làm gì."),
    ("text: [{keep: A, read: B}]", 1, "mục sửa bài không rõ phải làm gì."),
    ("text: [{quote: A, read: B}]", 1, "mục sửa bài thiếu why."),
    ("text: [{keep: A, on: nay}]", 1, '"nay" không phải là ngày.'),
    ("text: [A]", 1, "mục sửa bài phải gồm các mục có tên."),
    (f"corrections:\n- {{field: date, {SIGNED}}}", 2, "đính chính thiếu value."),
    (f"corrections:\n- field: date\n  value:\n  {SIGNED.replace(', ', chr(10) + '  ')}", 3, "value còn trống. Viết giá trị vào, hoặc `value: null`"),
    (f"corrections: [{{field: themes, value: [a], add: [b], {SIGNED}}}]", 1, "đính chính vừa có value vừa có add hoặc remove."),
    (f"corrections: [{{field: themes, add: [], {SIGNED}}}]", 1, "add không có gì."),
    ("corrections: []\nsorce: {}", 2, 'tệp này không có mục "sorce". Có phải ý bạn là "source"?'),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "message"), REFUSED)
def test_what_is_wrong_is_told_with_its_line(parse, text, line, message):
    _, (problem,) = parse(text)
    assert problem.startswith(f"{WHERE}:{line}: {message}")


def test_all_that_is_wrong_is_told_in_one_run(parse):
    _, problems = parse("slug: Á\nadded: x\nsource: {publishd: B}\nwithhold: x\ntext: [{keep: }]\n")
    assert [problem.split(":")[1] for problem in problems] == ["1", "2", "3", "5", "4"]
