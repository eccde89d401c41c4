"""Pages made one by one are those of `mkdocs build`, by however many processes."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from egov_timeline import packing, pipeline, site
from egov_timeline.cache import Cache
from egov_timeline.errors import ProblemsFound
from egov_timeline.records import Record
from egov_timeline.site import rendering
from project import copy_to
from records import VOCABULARIES, make_record

PLACES = ("Huế", "Đà Nẵng", "Cần Thơ", "Vinh")
THEMES = ("chinh-phu-so", "du-lieu")


def invented(number: int) -> Record:
    """An event with what pages differ by; some report none."""
    name = f"Hội thảo <Chính quyền số> & “dữ liệu” *lần {number}*"
    body, place = f"Sở Thông tin số {number % 40}", PLACES[number % 4]
    day = f"{1 + number % 27}/{1 + number % 12}/{2003 + number % 20}"
    date = "{2}-{1:0>2}-{0:0>2}".format(*day.split("/"))
    text = f"{name}\n\nNgày {day}, {body} tổ chức {name} tại {place}.\n\n{'Bàn về dữ liệu. ' * 9}\n"
    return make_record(
        f"r{number:03}",
        text,
        title=(name, name),
        date=(date, f"Ngày {day}"),
        location=((None, place), f"tại {place}"),
        organizer=[((None, body, "organizer"), body)],
        themes=[(THEMES[number % 2], "dữ liệu")],
        is_event=number % 9 > 0,
    )


TABLE = "data/timeline.csv"
BY_HAND = """\
# Trang viết tay {n}

[Trang kế](tay-{next}.md#y), [bài](../bai-viet/r{n:03}.md), ![ảnh](../data/timeline.csv) {{ .x }}

## Ý {{#y}}

| a | b |
|---|---|
| {n} | `x` |
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_to(tmp_path_factory.mktemp("many") / "project")
    pages = pipeline.written([invented(number) for number in range(200)], VOCABULARIES)
    pages |= {
        f"chu-de/tay-{n}.md": BY_HAND.format(n=n, next=(n + 1) % 30, anchor="y") for n in range(30)
    }
    # Without front matter, with broken one, without text: MkDocs takes them all.
    pages |= {"chu-de/bo.md": "---\na: [\n---\n# Bỏ\n", "chu-de/trong.md": "# Trống"}
    for name, text in pages.items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return root


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def refuse(*_: object) -> None:
    raise rendering.OtherPagesWanted


@pytest.fixture(scope="module")
def plain(project: Path) -> dict[str, bytes]:
    """The site that MkDocs makes of it by itself."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rendering, "render", refuse)
        patch.setattr(rendering, "gather", refuse)
        patch.delenv("SITE_URL", raising=False)
        site.build(project, project / "content", project / "plain")
    return files_of(project / "plain")


@pytest.mark.parametrize("jobs", [1, 3])
@pytest.mark.parametrize("remembers", [False, True])
def test_pages_are_those_of_mkdocs(
    project: Path, plain: dict[str, bytes], tmp_path: Path, jobs: int, remembers: bool
) -> None:
    assert sum(name.endswith(".html") for name in plain) > 250
    kept = Cache(tmp_path / "made.sqlite") if remembers else None
    for _ in range(2 if remembers else 1):
        made = site.build(
            project,
            project / "content",
            tmp_path / "site",
            jobs=jobs,
            kept=kept,
            known=site.Known(files={TABLE: b"of what it was"}),
        )
        assert files_of(tmp_path / "site") == plain
        assert made.digests
        # Somebody has changed it since it was known: what stands in the site is told.
        assert made.copied == {TABLE: packing.digest(plain[TABLE])}


def test_the_project_is_one_that_mkdocs_builds_by_itself(project: Path, tmp_path: Path) -> None:
    mkdocs_build(load_config(str(project / "mkdocs.yml"), site_dir=str(tmp_path / "site")))
    page = (tmp_path / "site/bai-viet/r001.html").read_text("utf-8")
    assert "Hội thảo &lt;Chính quyền số&gt;" in page


SETTINGS = """\
site_name: x
docs_dir: content
plugins: []
theme: {name: material, custom_dir: theme}
"""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    root = tmp_path / "small"
    for name, text in {
        "mkdocs.yml": SETTINGS,
        "content/index.md": "# Một\n",
        "content/b.md": "# Hai\n",
        "theme/main.html": "<h1>{{ page.title }}</h1>{{ page.content }}",
    }.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    return root


def build(root: Path) -> str:
    site.build(root, root / "content", root / "site", jobs=2)
    return (root / "site/index.html").read_text("utf-8")


def test_a_template_that_looks_at_other_pages_sees_them(small: Path) -> None:
    loop = "{% for file in pages %}{{ file.page.title }}{{ file.page.content }}{% endfor %}"
    (small / "theme/main.html").write_text(loop, "utf-8")
    assert "Hai</h1>" in build(small)


HOOK = "def on_page_markdown(markdown, **_):\n    return markdown + '\\n\\nThêm'\n"


def test_hooks_of_a_project_are_heard(small: Path) -> None:
    (small / "hook.py").write_text(HOOK, "utf-8")
    with (small / "mkdocs.yml").open("a") as file:
        file.write(f"hooks: ['{small / 'hook.py'}']\n")
    assert "<p>Thêm</p>" in build(small)


def test_a_title_in_the_navigation_may_stand_in_the_page(small: Path) -> None:
    template = "<h1>{% for item in nav %}{{ item.title }},{% endfor %}</h1>"
    (small / "theme/main.html").write_text(template, "utf-8")
    assert build(small) == "<h1>Một,Hai,</h1>"


def test_every_page_that_is_wrong_is_told(small: Path) -> None:
    for name in "cd":
        (small / f"content/{name}.md").write_text(f"[x](khong-{name}.md)", "utf-8")
    (small / "content/e.md").write_text("[x](b.md#khong)", "utf-8")
    with (small / "mkdocs.yml").open("a") as file:
        file.write("validation: {links: {anchors: warn}}\n")
    with pytest.raises(ProblemsFound) as caught:
        build(small)
    told = [problem.where for problem in caught.value.problems]
    assert told == ["content/c.md", "content/d.md", "content/e.md"]
