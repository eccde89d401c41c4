"""Bad input ends in one clear message with file and line; good input is kept as it was."""

import hashlib

import pytest

from egov_timeline import seeds
from egov_timeline.errors import ProblemsFound

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


BAD_TEXT = [
    (b"", "seeds/articles/a.txt: is empty. "),
    (b"\xef\xbb\xbf \n\n", "seeds/articles/a.txt: is empty. "),
    (
        b"mot\nhai \xff ba",
        "seeds/articles/a.txt:2: is not UTF-8 (byte 8 is 0xff). Save the file as UTF-8.",
    ),
    (b"mot\nhai\x02", "seeds/articles/a.txt:2: has the control character U+0002. "),
]


@pytest.mark.parametrize(("raw", "message"), BAD_TEXT)
def test_an_unreadable_article_names_file_and_line(project, raw, message):
    (said,) = messages(project(a__txt=raw))
    assert said.startswith(message)


BAD_SIDECAR = [
    ("slug: [a\n", "a.yml:2: is not valid YAML. "),
    ("- a\n", "a.yml:1: a sidecar must be a mapping. "),
    ("slug: a\nsorce: {}\n", "a.yml:2: a sidecar has the unknown field 'sorce'. Did you mean 'source'?"),
    ("slug: Hội thảo\n", "a.yml:1: 'Hội thảo' is not a slug. "),
    ("added: hôm qua\n", "a.yml:1: 'hôm qua' is not a day. Write added: '2026-11-21'."),
    ("source: {pubisher: B}\n", "a.yml:1: source has the unknown field 'pubisher'. Did you mean 'publisher'?"),
    ("corrections:\n  - field: date\n    value: 2017\n", "a.yml:2: the correction lacks why, by, on, source or quote. "),
    (f"corrections:\n  - feld: date\n    value: 2017\n    {SIGNED}\n", "a.yml:2: a correction has the unknown field 'feld'. Did you mean 'field'?"),
    (f"corrections:\n  - field: date\n    value: 2017\n    {SIGNED.replace('2026-11-21', 'today')}\n", "a.yml:6: 'today' is not a day. "),
]  # fmt: skip


@pytest.mark.parametrize(("sidecar", "message"), BAD_SIDECAR)
def test_a_bad_sidecar_names_file_and_line(project, sidecar, message):
    said = messages(project(a__txt="x", a__yml=sidecar))
    assert said[0].startswith(f"seeds/articles/{message}")


UNSIGNED = [
    ("why: vì", "why: ''", "a.yml:4: why is not a text."),
    ("by: editor", "by:", "a.yml:5: by is not a text."),
    ("by: editor", "by: [editor]", "a.yml:5: by is not a text."),
    ("source: https://example.org/a", "source: ''", "a.yml:7: source is not a text."),
    ("on: 2026-11-21", "on: 2026-13-45", "a.yml:6: '2026-13-45' is not a day."),
]


@pytest.mark.parametrize(("signed", "unsigned", "message"), UNSIGNED)
def test_a_correction_that_nobody_signed_is_refused(project, signed, unsigned, message):
    sidecar = f"corrections:\n  - field: date\n    value: 2017\n    {SIGNED}\n"
    said = messages(project(a__txt="x", a__yml=sidecar.replace(signed, unsigned)))
    assert said[0].startswith(f"seeds/articles/{message}")


def test_a_second_correction_of_a_field_names_the_first(project):
    one = f"  - field: date\n    value: 2017\n    {SIGNED}\n"
    (said,) = messages(project(a__txt="x", a__yml=f"corrections:\n{one}{one}"))
    assert said.startswith("seeds/articles/a.yml:8: date is corrected in line 2 already.")


def test_a_key_given_twice_is_refused(project):
    (said,) = messages(project(a__txt="x", a__yml="slug: a\nslug: b\n"))
    assert said.startswith("seeds/articles/a.yml:2: a sidecar has slug twice.")


@pytest.mark.parametrize("name", ["a.yaml", "a.txt.bak", "ghi-chu.md"])
def test_a_file_that_nothing_would_read_is_told(project, name):
    root = project(a__txt="x")
    (root / "seeds/articles" / name).write_text("slug: a")
    (said,) = messages(root)
    assert said.startswith(f"seeds/articles/{name}: is neither an article nor a sidecar.")


def test_a_folder_in_the_place_of_an_article_is_told(project):
    root = project(a__txt="x")
    (root / "seeds/articles/b.txt").mkdir()
    (said,) = messages(root)
    assert said.startswith("seeds/articles/b.txt: cannot be read (Is a directory).")


def test_every_problem_is_reported_in_one_run(project):
    said = messages(project(a__txt=b"\xff", b__txt="", c__yml="slug: c"))
    assert [s.split(":")[0] for s in said] == [
        f"seeds/articles/{n}" for n in ("a.txt", "b.txt", "c.yml")
    ]


def test_a_folder_without_articles_is_a_problem(project):
    assert messages(project()) == ["seeds/articles: holds no article. Put an <id>.txt there."]


def test_a_name_that_cannot_be_an_anchor_is_refused(project):
    root = project(a__txt="x")
    (root / "seeds/articles/hai ba.txt").write_text("x")
    assert messages(root)[0].startswith(
        "seeds/articles/hai ba.txt: the file name cannot be an id. "
    )
