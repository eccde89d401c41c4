"""What a build promises: all or nothing, nothing from one article in the page of another."""

import re
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from egov_timeline import pipeline, recording, site
from egov_timeline.cli import app
from project import FROZEN, SEEDS, generated, vocabularies, write_content

GOLDEN = Path(__file__).parent / "golden"


def make_nothing(root, content, site_dir, **_):
    """Stand in for MkDocs, which takes its time."""
    site_dir.mkdir()
    return site.Site("", "")


def pack_nothing(made, to, *_, **__):
    to.write_bytes(b"zip")
    return {}


@pytest.fixture
def project(tmp_path):
    """A copy of the project with something already published."""
    shutil.copytree(FROZEN / "seeds", tmp_path / "seeds")
    shutil.copy(FROZEN / "mkdocs.yml", tmp_path)
    for folder in ("content", "site", "dist"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "published.txt").write_text("as it was")
    return tmp_path


def tree(root):
    """Everything that is published, byte for byte."""
    return {
        path.relative_to(root): path.read_bytes()
        for folder in ("content", "site", "dist")
        for path in (root / folder).rglob("*")
        if path.is_file()
    }


def run(root, *words):
    return CliRunner().invoke(app, [*words, "--root", str(root)])


def articles(root):
    return root / "seeds/articles"


def empty(root):
    (articles(root) / "x.txt").write_bytes(b"")
    return "seeds/articles/x.txt: không có chữ nào."


def not_utf8(root):
    (articles(root) / "x.txt").write_bytes("Hội thảo\n".encode() + b"\xe1")
    return "seeds/articles/x.txt:2: không phải UTF-8"


def unknown_field(root):
    (articles(root) / "x.txt").write_text("Hội thảo")
    (articles(root) / "x.yml").write_text("slug: x\nplace: Huế\n")
    return 'seeds/articles/x.yml:2: tệp này không có mục "place".'


def correction(root, field, value):
    (articles(root) / "x.txt").write_text("Hội thảo")
    (articles(root) / "x.yml").write_text(
        f"corrections:\n  - {{field: {field}, value: {value}, why: vì, by: editor,"
        " on: 2026-11-21, source: https://a.example}\n"
    )


def unknown_term(root):
    correction(root, "themes", "[chinh-phu-xo]")
    return 'không có chủ đề "chinh-phu-xo" trong seeds/vocabulary/themes.yml. Có phải ý bạn là "chinh-phu-so"?'


def malformed_date(root):
    correction(root, "date", "2017-6-10")
    return 'seeds/articles/x.yml:2: "2017-6-10" không phải là ngày đọc được'


def same_slug(root):
    for name in ("x", "y"):
        (articles(root) / f"{name}.txt").write_text("Hội thảo")
        (articles(root) / f"{name}.yml").write_text("slug: hoi-thao\n")
    return 'seeds/articles/y.yml: slug "hoi-thao" đã được ghim trong seeds/articles/x.yml.'


BAD_INPUT = [empty, not_utf8, unknown_field, unknown_term, malformed_date, same_slug]


@pytest.mark.parametrize("spoil", BAD_INPUT, ids=lambda f: f.__name__)
@pytest.mark.parametrize("command", ["build", "check"])
def test_bad_input_ends_in_one_message_and_changes_nothing(project, spoil, command):
    message = spoil(project)
    before = tree(project)
    result = run(project, command)
    assert result.exit_code == 1
    assert message in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1
    assert tree(project) == before


def facts_of(root):
    return facts_in(pipeline.generate(root)[1])


def facts_in(pages):
    """What each page says of its own event, by seed: its head and its body, but no other events."""
    heads = [t.partition('<div class="tl-article__after">')[0] for t in own_pages(pages)]
    return {file_in(said): said for said in heads}


def own_pages(pages):
    return [
        text for name, text in pages.items() if name.startswith("bai-viet/") and "index" not in name
    ]


def file_in(page):
    """The name of the seed that `page` was made from."""
    return re.search(r"^  file: seeds/articles/(.*)\.txt$", page, re.MULTILINE)[1]


@pytest.mark.parametrize("gone", [path.stem for path in SEEDS])
def test_removing_a_seed_changes_no_other_page(project, gone):
    before = facts_in(generated())
    for path in articles(project).glob(f"{gone}.*"):
        path.unlink()
    after = facts_of(project)
    assert len(after) == len(before) - 1
    assert after == {file: facts for file, facts in before.items() if gone not in file}


def test_the_name_of_a_file_has_no_part_in_what_is_understood(project):
    before = facts_in(generated())
    for number, path in enumerate(SEEDS):
        for ending in (".txt", ".yml"):
            (articles(project) / (path.stem + ending)).rename(
                articles(project) / f"{number}{ending}"
            )
    renamed = list(facts_of(project).values())
    assert sorted(map(nameless, renamed)) == sorted(map(nameless, before.values()))


def nameless(page):
    """`page` without the name of its seed."""
    return re.sub(rf"\b{file_in(page)}\.txt", "", page)


def test_check_tells_a_stale_a_missing_and_an_orphaned_page(project):
    pages = generated()
    stale, missing, *_ = sorted(n for n in pages if n.startswith("bai-viet/") and "index" not in n)
    theme = next(n for n in pages if n.startswith("chu-de/") and "index" not in n)
    content = project / "content"
    nobodys = re.sub(r"(seeds/articles/|sha256: )\w+", r"\1gone", pages[missing])
    orphans = {
        "chu-de/orphan.md": pages[theme],
        "nam/su-kien.js": "// generated; change seeds/ instead\n",
        "bai-viet/orphan.md": nobodys,
        "data/timeline.xml": "<timeline/>",
    }
    write_content(project, pages | orphans | {stale: pages[stale] + "x"})
    (content / "chu-de/own.js").write_bytes(b"// von Hand, \xfc")
    (content / missing).unlink()
    said = [str(problem).split(". ")[0] for problem in pipeline.check(project)]
    assert sorted(said) == sorted(
        [
            f"content/{stale}: đã cũ so với seeds/",
            f"content/{missing}: chưa có, dù seeds/ đã cho trang này",
            "content/bai-viet/orphan.md: không còn ứng với gì trong seeds/",
            "content/chu-de/orphan.md: không còn ứng với gì trong seeds/",
            "content/data/timeline.xml: không còn ứng với gì trong seeds/",
            "content/nam/su-kien.js: không còn ứng với gì trong seeds/",
        ]
    )


def test_an_address_that_changes_leads_on(project):
    """Whoever kept the address of an article gets to it, also after the build that comes next."""
    text = "Hội thảo một\n\nSáng 5/10/2017, Sở Y tế tổ chức Hội thảo Chính quyền số tại Huế.\n"
    (articles(project) / "x.txt").write_text(text)
    write_content(project, pipeline.generate(project)[1])
    correction(project, "title", "Hội thảo hai")
    (articles(project) / "x.txt").write_text(text)
    for _ in range(2):
        pages = pipeline.generate(project)[1]
        assert "bai-viet/hoi-thao-hai.md" in pages
        assert "leads_to: hoi-thao-hai.html" in pages["bai-viet/hoi-thao-mot.md"]
        write_content(project, pages)
        assert not list(pipeline.check(project))


def test_check_finds_a_page_whose_front_matter_mkdocs_would_pass_over(project):
    write_content(project, generated())
    (project / "content/gioi-thieu.md").write_text("---\ntitle: [a\n---\n")
    (problem,) = pipeline.check(project)
    assert str(problem).startswith("content/gioi-thieu.md:")


@pytest.mark.parametrize("step", range(6))
def test_a_build_that_is_cut_off_leaves_everything_as_it_was(project, step, monkeypatch):
    monkeypatch.setattr(pipeline.site, "build", make_nothing)
    monkeypatch.setattr(pipeline.bundle, "make", pack_nothing)
    moves, move = iter(range(step + 1)), Path.replace

    def cut_off(self, target):
        if next(moves, None) == step:
            raise KeyboardInterrupt
        return move(self, target)

    pages, page = generated(), generated()["index.md"]
    write_content(project, pages | {"index.md": page + "stale", "chu-de/orphan.md": page})
    (project / "dist/egov-timeline.zip").write_bytes(b"as it was")
    before = tree(project)
    with monkeypatch.context() as cut, pytest.raises(KeyboardInterrupt):
        cut.setattr(Path, "replace", cut_off)
        pipeline.build(project)
    assert tree(project) == before
    assert not list(project.glob(".build-*"))


def test_a_build_that_is_not_cut_off_replaces_everything(project, monkeypatch):
    monkeypatch.setattr(pipeline.site, "build", make_nothing)
    monkeypatch.setattr(pipeline.bundle, "make", pack_nothing)
    pipeline.build(project)
    # Nothing of what was there: the search, and the zip that a host offers.
    made = {path.name for path in (project / "site").iterdir()}
    assert made == {"search", "egov-timeline.zip", "SHA256SUMS.txt"}
    assert (project / "dist/egov-timeline.zip").read_bytes() == b"zip"
    assert (project / "content/index.md").exists()


def test_what_a_person_writes_during_a_build_is_kept(project, monkeypatch):
    page = project / "content/gioi-thieu.md"
    page.write_text("before")

    def build(root, content, to, **_):
        page.write_text("written meanwhile")
        return make_nothing(root, content, to)

    monkeypatch.setattr(pipeline.site, "build", build)
    monkeypatch.setattr(pipeline.bundle, "make", pack_nothing)
    pipeline.build(project)
    assert page.read_text() == "written meanwhile"


def test_explain_names_value_quote_rule_and_correction(project):
    for source in (GOLDEN / "unknown-year-and-title-from-address").glob("seed.*"):
        shutil.copy(source, articles(project) / source.with_stem("tap-huan").name)
    said = run(project, "explain", "tap-huan").stdout
    for words in ("2014?-06-12/2014?-06-13", "12-13/6", "bổ sung do biên tập", "XXXX-06-12"):
        assert words in said


def test_explain_shows_who_says_that_it_is_no_event(project):
    correction(project, "is_event", "false")
    assert (
        "is_event: xác nhận do biên tập viên ký ngày 2026-11-21: vì"
        in run(project, "explain", "x").stdout
    )


@pytest.mark.parametrize("spoil", [empty, unknown_field, unknown_term, same_slug])
def test_explain_tells_of_an_article_whatever_is_wrong_with_another(project, spoil):
    spoil(project)
    result = run(project, "explain", "000")
    assert result.exit_code == 0
    assert "2016-03-30" in result.stdout
    # With the article itself it is told.
    if spoil is not same_slug:
        assert run(project, "explain", "x").exit_code == 1


def wrong_contact(root):
    with (root / "mkdocs.yml").open("a") as settings:
        settings.write("    contact: ở đâu đó\n")


def wrong_vocabulary(root):
    with (root / "seeds/vocabulary/themes.yml").open("a") as themes:
        themes.write("- id: A B\n")


def test_all_that_is_wrong_is_told_in_one_run(project):
    same_slug(project)
    with (articles(project) / "y.yml").open("a") as sidecar:
        sidecar.write("corrections:\n  - {field: themes, value: [chinh-phu-xo], why: vì, by: b,")
        sidecar.write(" on: 2026-11-21, source: https://a.example}\n")
    (articles(project) / "z.txt").write_text("")
    (articles(project) / "z.yml").write_text("slug: hoi-thao\nplace: Huế\n")
    wrong_contact(project)
    told = ["đã được ghim", "y.yml:3", "z.txt", "z.yml:2", "mkdocs.yml:", "themes.yml:"]

    def said():
        result = run(project, "check")
        assert result.exit_code == 1
        return [words for words in told if words in result.stderr]

    assert said() == told[:-1]
    wrong_vocabulary(project)
    # Neither corrections nor slugs can be told of without the vocabularies.
    assert said() == told[2:]


DAYS = """Hội thảo Dữ liệu mở

Ngày 5/10/2017, Sở Y tế tổ chức Hội thảo Dữ liệu mở tại Huế. Lễ hội mùng 10/3 âm lịch và hội chợ
ngày 31/2/2018 cũng được nhắc tới. Hạn nộp bài là trước ngày 1/12/2017.
"""


def test_explain_says_why_a_day_is_not_the_event_s(project):
    (articles(project) / "x.txt").write_text(DAYS)
    said = run(project, "explain", "x").stdout
    for words in (
        "“mùng 10/3 âm lịch”, ngày âm lịch",
        "“ngày 31/2/2018”, lịch không có ngày này",
        "“ngày 1/12/2017”, hạn chót",
    ):
        assert f"không phải ngày của sự kiện: {words}" in said


def test_explain_says_why_an_article_reports_no_event(project):
    (articles(project) / "x.txt").write_text("Giá rau\n\nGiá rau ở chợ tăng nhẹ từ đầu tháng.\n")
    said = run(project, "explain", "x").stdout
    assert "không tường thuật một sự kiện, vì không câu nào báo" in said


def test_explain_names_the_seeds_when_it_knows_no_such_one(project):
    result = run(project, "explain", "nope")
    assert result.exit_code == 1
    assert 'không có bài nào mã "nope". Các bài đang có: 000_' in result.stderr


def test_every_quote_is_the_text_at_its_place():
    for record in recording.read_records(FROZEN, vocabularies()):
        quotes = list(evidence_in(record.facts)) + list(evidence_in(record.extracted))
        assert quotes
        for e in quotes:
            assert record.seed.text[e.start : e.end] == e.quote


def evidence_in(extraction):
    for name in ("title", "event", "published", "date", "location", "series"):
        fact = getattr(extraction, name)
        yield from fact.evidence if fact else ()
    for fact in (*extraction.organizer, *extraction.themes, *extraction.milestones):
        yield from fact.evidence
