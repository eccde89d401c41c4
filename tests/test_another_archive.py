"""Another archive: from a wheel, with no checkout beside it, it bears its own name and no word of ours."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tarfile
from itertools import islice
from pathlib import Path

import pytest
import yaml

from egov_timeline.errors import Problem
from egov_timeline.wording import own
from project import FROZEN, PROJECT, SEEDS, generated
from test_one_wording import of_code
from wheels import packable, wheel_of

FESTIVALS = sorted(map(str, (Path(__file__).parent / "festivals").glob("*.txt")))
# What the README tells a person to type, line by line.
STEPS = [
    shlex.split(line, comments=True)[1:]
    for line in re.search(
        r"^## Another archive.*?^```sh\n(.*?)^```",
        (PROJECT / "README.md").read_text("utf-8"),
        re.M | re.S,
    )[1]
    .replace("\\\n", " ")
    .splitlines()
    if "egov-timeline " in line
]
TITLE, DECK, PUBLISHER, CONTACT = (
    STEPS[0][STEPS[0].index(f"--{name}") + 1] for name in ("title", "deck", "publisher", "contact")
)
ODD = 'Hội "làng" & <b>: # một'
# What the archive that tests stand on speaks of; the tool is called egov-timeline everywhere.
OF_FIELD = r"dien-tu|công nghệ thông tin|cntt|chuyển đổi số|dịch vụ công|cpđt|e-gov|\bict\b|số hóa"
OURS = re.compile(rf"điện tử|{OF_FIELD}", re.IGNORECASE)
# A newspaper may be "báo điện tử", whatever it tells of.
IN_CODE = re.compile(rf"(?:chính phủ|chính quyền) điện tử|{OF_FIELD}", re.IGNORECASE)
# What it has of its own; and what then stands nowhere in it.
COLOURS = "{light: {accent: '#0b5d3b'}, dark: {accent: '#7fd1a8'}}"
LABELS = """\
timeline: Dòng lễ hội
log: Sổ ký
search: Tra cứu
see: xem chỗ báo viết
bodies: Ban tổ chức
fields: {event: Tên lễ hội, organizer: Ai đứng ra, themes: Nói về, location: Ở đâu}
roles: {organizer: mở hội}
statuses: {postponed: dời ngày}
certainty: {stated: báo nói rõ}
"""
OTHERS = ("#a5231c", "#f08a7b")
# By themselves, in markup and in data.
SAID = re.compile(
    r'[>"](?:Dòng thời gian|Tìm kiếm|Đơn vị|Đơn vị tổ chức|Chủ đề|bị hoãn)[<"]'
    "|Sổ bổ sung và đính chính|xem câu gốc|bài viết nêu rõ"
)
ARCHIVE = PROJECT.parent / "shared/archive/articles-10k.tar.xz"
# How names are spelled in annotated articles, which are compared with what is found.
SPELLINGS = "agreement.py"


def of_the_archive(folder: Path) -> list[str]:
    """Write ten articles of other news that say no word of ours, and return their paths."""
    folder.mkdir()
    with tarfile.open(ARCHIVE, "r|xz") as packed:
        files = (packed.extractfile(member) for member in packed if member.isfile())
        texts = (file.read().decode("utf-8") for file in files if file)
        for number, text in enumerate(islice((t for t in texts if not OURS.search(t)), 10)):
            (folder / f"{number}.txt").write_text(text, "utf-8")
    return sorted(map(str, folder.iterdir()))


class Archive:
    """A project, and the tool as it was installed from a wheel."""

    def __init__(self, root: Path, installed: Path) -> None:
        self.root, self._installed = root, installed
        self.site = root / "site"

    def run(self, *words: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
        """Do what is typed; nobody is there to answer."""
        return subprocess.run(
            [sys.executable, "-m", "egov_timeline", *words],
            cwd=cwd or self.root,
            env=os.environ | {"PYTHONPATH": str(self._installed)},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """A new archive of festivals, as the README tells the way to it."""
    top = tmp_path_factory.mktemp("another")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index"]
    wheel = wheel_of(packable(top / "source"))
    subprocess.run([*pip, "--target", top / "installed", wheel], check=True)
    made = Archive(top / "le-hoi", top / "installed")
    done = made.run(*STEPS[0], cwd=top)
    assert done.returncode == 0, done.stderr
    return made


@pytest.fixture(scope="module")
def built(archive: Archive) -> Archive:
    """The archive with its articles, and colours, labels, a mark and a template of its own."""
    with (archive.root / "mkdocs.yml").open("a", encoding="utf-8") as told:
        told.write(f"    colours: {COLOURS}\n")
    (archive.root / "seeds/vocabulary/labels.yml").write_text(LABELS, "utf-8")
    (archive.root / "theme/partials").mkdir(parents=True)
    (archive.root / "theme/partials/logo.html").write_text("<b>◆</b>", "utf-8")
    (archive.root / "templates").mkdir()
    (archive.root / "templates/legend.html.j2").write_text("<p>Dấu riêng</p>\n", "utf-8")
    assert [words[0] for words in STEPS] == ["new", "build", "add", "build"]
    others = of_the_archive(archive.root.parent / "others") if ARCHIVE.exists() else []
    articles = [*FESTIVALS, *others]
    assert len(articles) in (10, 20)
    for command, *_ in STEPS[1:]:
        done = archive.run(command, *(articles if command == "add" else ()))
        assert done.returncode == 0, done.stderr
        if done.stdout.startswith("0 bài viết"):
            assert "Chưa có bài nào." in (archive.site / "index.html").read_text("utf-8")
    return archive


PACKED = {".png", ".woff2", ".xlsx", ".zip"}


def texts(folder: Path) -> dict[str, str]:
    """Return what the files below `folder` say, by their paths, but for those that are packed."""
    files = [
        path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix not in PACKED
    ]
    return {
        p.relative_to(folder).as_posix(): p.read_bytes().decode("utf-8", "ignore") for p in files
    }


def test_what_is_new_has_all_that_a_build_needs_and_a_person_wants(archive: Archive) -> None:
    there = {p.relative_to(archive.root).as_posix() for p in archive.root.rglob("*") if p.is_file()}
    assert {
        *("mkdocs.yml", "README.md", "HUONG-DAN.md", "requirements.txt", ".gitignore"),
        *(".github/workflows/pages.yml", "content/gioi-thieu.md"),
        *(
            f"seeds/vocabulary/{name}.yml"
            for name in ("themes", "organizations", "places", "words", "labels")
        ),
    } <= there
    assert not [name for name in there if name.startswith(("theme/", "build/"))]
    wanted = (archive.root / "requirements.txt").read_text("utf-8")
    version = archive.run("--version").stdout.strip().removeprefix("egov-timeline ")
    assert f"-{version}-py3" in wanted
    told = yaml.safe_load((archive.root / "mkdocs.yml").read_text("utf-8"))
    assert (told["site_name"], told["extra"]["timeline"]["deck"]) == (TITLE, DECK)


def test_every_word_of_the_package_stands_there_as_a_comment_that_can_be_taken_off(
    archive: Archive, tmp_path: Path
) -> None:
    said = (archive.root / own.FILE).read_text("utf-8")
    problems: list[Problem] = []
    for text, found in (
        (said, {}),
        (re.sub(r"(?m)^# ", "", said.partition("#\n")[2]), own.PACKAGE),
    ):
        (tmp_path / own.FILE).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / own.FILE).write_text(text, "utf-8")
        assert (own.read(tmp_path, problems), problems) == (found, [])


def test_the_site_bears_its_own_name_in_every_place(built: Archive) -> None:
    made = texts(built.site)
    assert (built.root / "dist/le-hoi-mien-tay.zip").is_file()
    home = made["index.html"]
    assert f"<h1>{TITLE}</h1>" in home and f">{DECK}.</p>" in home
    for name in (
        "timeline.ics",
        "feed.xml",
        "timelinejs.json",
        "timeline.json",
        "datapackage.json",
    ):
        assert TITLE in made[f"data/{name}"], name
    assert f"Trang do {PUBLISHER} đăng" in home
    assert f"mailto:{CONTACT}" in made["gioi-thieu.html"]
    assert "Lễ hội Văn hóa chợ nổi Cái Răng" in home


def test_its_colours_templates_and_parts_of_its_theme_lie_over_those_of_the_package(
    built: Archive,
) -> None:
    made = texts(built.site)
    (sheet,) = (said for name, said in made.items() if name.startswith("assets/css/"))
    assert "--tl-accent: #0b5d3b;" in sheet and "--tl-accent: #a5231c;" not in sheet
    assert 'content="#fbf8f1"' in made["index.html"]
    assert "#0b5d3b" in (built.site / "assets/images/favicon.svg").read_text("utf-8")
    assert "<b>◆</b>" in made["index.html"] and "tl-logo" not in made["index.html"]
    assert "<p>Dấu riêng</p>" in made["index.html"] and "tl-legend" not in made["index.html"]


def test_its_labels_stand_on_its_pages_in_its_data_and_in_its_search(built: Archive) -> None:
    made = texts(built.site)
    home = made["index.html"]
    assert "<title>Lễ hội miền Tây</title>" in home and ">Dòng lễ hội</a></li>" in home
    assert ">Ban tổ chức</a></li>" in home and "<span>Tra cứu</span>" in home
    assert ">xem chỗ báo viết</a>" in home and "dời ngày" in home
    assert "<h1>Ai đứng ra</h1>" in made["don-vi/index.html"]
    assert '"organizer":"Ai đứng ra"' in made["search/index.js"]
    assert '"title": "Ai đứng ra"' in made["data/datapackage.json"]
    assert "Ở đâu: " in made["data/timeline.ics"] and "Ai đứng ra: " in made["data/feed.xml"]
    told = built.run("explain", "cho-noi").stdout
    assert "Ai đứng ra: " in told and "báo nói rõ" in told


def test_nothing_in_it_speaks_of_another_archive(built: Archive) -> None:
    ours = yaml.load((FROZEN / "mkdocs.yml").read_text("utf-8"), yaml.BaseLoader)
    names = [
        ours["site_name"],
        ours["extra"]["timeline"]["heading"],
        ours["extra"]["timeline"]["deck"],
        *(seed.stem for seed in SEEDS),
        *(
            Path(page).stem
            for page in generated()
            if page.startswith(("bai-viet/", "chuoi-su-kien/"))
        ),
    ]
    names = [name for name in names if name != "index"]
    assert len(names) > 12
    for name, said in texts(built.site).items():
        assert not OURS.findall(said), name
        assert not [one for one in [*names, *OTHERS] if one.casefold() in said.casefold()], name
        # Columns of a database keep their names, and the about page is a person's.
        if name != "data/timeline.sqlite" and "gioi-thieu" not in name:
            assert not SAID.findall(said), name


def said_in(path: Path) -> str:
    """Return a file of the package or the theme without its comments and docstrings."""
    text = path.read_text("utf-8")
    if path.suffix == ".py":
        return "\0".join(of_code(text))
    if path.suffix == ".yml":
        return re.sub(r"(?m)(?:^|\s)#.*$", "", text)
    return re.sub(r"(?s)\{#.*?#\}|/\*.*?\*/", "", text)


def test_no_line_of_the_package_or_its_theme_speaks_of_one_archive() -> None:
    endings = (".py", ".yml", ".j2", ".html", ".css", ".js", ".json", ".md")
    tops = (PROJECT / "build/egov_timeline", PROJECT / "theme")
    paths = [path for top in tops for path in top.rglob("*") if path.suffix in endings]
    looked_at = [p for p in paths if p.name != SPELLINGS and p.parent.name != "weights"]
    assert len(looked_at) > 300
    assert {
        p.name: IN_CODE.findall(said_in(p)) for p in looked_at if IN_CODE.search(said_in(p))
    } == {}


def test_it_passes_its_own_checks(built: Archive) -> None:
    done = built.run("check", "--site")
    assert done.returncode == 0, done.stderr


def test_a_name_is_neither_yaml_nor_markdown(archive: Archive) -> None:
    assert archive.run("new", "la", "--title", ODD, "--deck", "*Các* {hội}").returncode == 0
    told = yaml.safe_load((archive.root / "la/mkdocs.yml").read_text("utf-8"))
    assert (told["site_name"], told["extra"]["timeline"]["deck"]) == (ODD, "*Các* {hội}")
    about = (archive.root / "la/content/gioi-thieu.md").read_text("utf-8")
    assert (
        '**Hội "làng" &amp; &lt;b&gt;: \\# một**: \\*Các\\* \\{hội\\}, theo lời báo chí.' in about
    )


REFUSED = [
    ([".", "--title", "A"], 1, "thư mục đã có tệp"),
    (["moi"], 2, "--title"),
    (["moi", "--title", "A", "--contact", "b"], 1, '--contact: contact "b" không phải địa chỉ thư'),
    (["moi", "--title", "A" * 201], 1, "--title: title dài quá"),
]


@pytest.mark.parametrize(("words", "code", "said"), REFUSED)
def test_what_cannot_be_made_is_told_and_nothing_is_written(
    archive: Archive, words: list[str], code: int, said: str
) -> None:
    done = archive.run("new", *words)
    assert (done.returncode, said in done.stderr) == (code, True), done.stderr
    assert not (archive.root / "moi").exists()
