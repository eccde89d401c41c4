"""What mkdocs.yml may say of the archive, and what is refused with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from egov_timeline import settings
from egov_timeline.settings import Settings

NAME = "Lưu trữ"
HEAD = f"site_name: {NAME}\nsite_url: !ENV [SITE_URL, '']\nextra:\n  timeline:\n"


def read(tmp_path: Path, text: str) -> tuple[Settings, list[str]]:
    path, problems = tmp_path / "mkdocs.yml", []
    path.write_text(text, "utf-8")
    return settings.read(tmp_path, problems), list(map(str, problems))


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("    publisher: Thư viện A", Settings("Thư viện A", name=NAME)),
        (
            "    contact: bien.tap+loi@thu-vien.gov.vn",
            Settings(None, "bien.tap+loi@thu-vien.gov.vn", name=NAME),
        ),
        (
            "    contact: https://example.org/lien-he?a=1",
            Settings(None, "https://example.org/lien-he?a=1", name=NAME),
        ),
        (
            "    colours: {light: {accent: '#0b5d3b'}}",
            Settings(name=NAME, colours=(("light", "accent", "#0b5d3b"),)),
        ),
        (
            "    publisher: 'Sở A: Trung tâm B'\n    contact: a@b.vn",
            Settings("Sở A: Trung tâm B", "a@b.vn", name=NAME),
        ),
        (
            "    licence: https://creativecommons.org/licenses/by/4.0/\n    namespace: so-a.vn, 2026",
            Settings(
                name=NAME,
                licence="https://creativecommons.org/licenses/by/4.0/",
                namespace="so-a.vn, 2026",
            ),
        ),
    ],
)
def test_what_is_said_is_read(tmp_path: Path, lines: str, told: Settings) -> None:
    assert read(tmp_path, HEAD + lines + "\n") == (told, [])


@pytest.mark.parametrize(
    "text", ["", "site_name: A\n", "extra:\n", "extra: {search: []}\n", "a: [\n"]
)
def test_an_archive_need_say_nothing_more(tmp_path: Path, text: str) -> None:
    """What is no YAML is told where the site is built."""
    told, wrong = read(tmp_path, text)
    assert (told.publisher, told.contact, wrong) == (None, None, [])


@pytest.mark.parametrize(
    ("lines", "title", "file"),
    [
        ("    publisher: A", "Lưu trữ", "luu-tru"),
        ("    heading: Hội làng", "Hội làng", "luu-tru"),
        ("    zip: hoi-lang-2", "Lưu trữ", "hoi-lang-2"),
    ],
)
def test_what_is_not_said_follows_from_the_name_of_the_site(
    tmp_path: Path, lines: str, title: str, file: str
) -> None:
    told, _ = read(tmp_path, HEAD + lines + "\n")
    assert (told.title, told.file) == (title, file)


@pytest.mark.parametrize(
    ("line", "what", "remedy"),
    [
        ("contact: bientap", '"bientap" không phải địa chỉ thư', "bientap@example.org"),
        ("contact: 'javascript:alert(1)'", "không phải địa chỉ thư", "https://example.org"),
        ("contact: a@b", "không phải địa chỉ thư", "bientap@example.org"),
        ("contact: a@b.vn, c@d.vn", "không phải địa chỉ thư", "bientap@example.org"),
        ('contact: https://a.vn/"x', "không phải địa chỉ thư", "https://example.org"),
        ("contact: ''", "contact phải là một dòng chữ", "bỏ mục này"),
        ("publisher: [A, B]", "publisher phải là một dòng chữ", "bỏ mục này"),
        (f"publisher: {'a' * 201}", "publisher dài quá", "nhiều nhất 200 chữ"),
        ("zip: ../a", '"../a" không làm tên tệp được', "không ghi đuôi .zip"),
        ("zip: a.zip", '"a.zip" không làm tên tệp được', "a-z, 0-9"),
        ("licence: CC BY 4.0", '"CC BY 4.0" không phải địa chỉ trang web', "licenses/by/4.0/"),
        ("licence: 'javascript:alert(1)'", "không phải địa chỉ trang web", "licenses/by/4.0/"),
        ("namespace: {a: b}", "namespace phải là một dòng chữ", "bỏ mục này"),
        ("colours: {light: {accent: red}}", 'màu "red" không đọc được', "# và sáu chữ số"),
        ("colours: {day: {accent: '#000000'}}", 'không có mục "day"', "light"),
        ("colours: [light]", "phải gồm các mục có tên", "light, dark"),
        ("publiser: A", 'không có mục "publiser"', 'Có phải ý bạn là "publisher"?'),
    ],
)
def test_what_is_wrong_is_told_with_its_line_and_remedy(
    tmp_path: Path, line: str, what: str, remedy: str
) -> None:
    _, (told,) = read(tmp_path, f"{HEAD}    {line}\n")
    assert told.startswith("mkdocs.yml:5: ")
    assert what in told and remedy in told


@pytest.mark.parametrize(
    ("more", "what"),
    [("extra: {timeline: {}}", "hai mục extra"), ("  timeline:", "hai mục timeline")],
)
def test_what_stands_twice_is_told_where_it_does(tmp_path: Path, more: str, what: str) -> None:
    """MkDocs would take the last without a word, and all that stands in the first be lost."""
    _, (told,) = read(tmp_path, f"{HEAD}    publisher: A\n{more}\n")
    assert told.startswith("mkdocs.yml:6: ") and what in told


def test_all_is_told_at_once(tmp_path: Path) -> None:
    _, told = read(tmp_path, f"{HEAD}    contact: x\n    publisher: ''\n    license: x\n")
    assert [line.split(": ")[0] for line in sorted(told)] == [f"mkdocs.yml:{n}" for n in (5, 6, 7)]
