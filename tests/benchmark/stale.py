"""Edit an archive at random, again and again, and compare each build with a clean one.

    python tests/benchmark/stale.py ../shared/archive/articles-10k.tar.xz [--articles 120]
        [--rounds 100] [--seed 1]

Puts some articles beside those of the frozen project. Each round does a few things that people do to
an archive: they change, add, rename and delete articles, sign corrections, say that two report one
event, alter vocabularies, labels, settings, templates and pages of their own, lose or damage what
was built. Then it builds, in one process or in two, and prints each file that another build, which
has built nothing before, makes otherwise; with the edits, which the same seed repeats.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from speed import articles

PROJECT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(PROJECT / "tests"), str(PROJECT / "build")]

from egov_timeline import once, pipeline  # noqa: E402
from egov_timeline.errors import ProblemsFound  # noqa: E402
from project import copy_to  # noqa: E402

PUBLISHED = ("content", "site", "dist")
MADE = (".cache", "site", "dist")
GIVEN = ("seeds", "theme", "content", "mkdocs.yml")
# Stretches are short, so that even these few articles are many of them.
STRETCH = 6
TODAY = date(2026, 11, 30)
WORDS = (
    "Hội thảo cũng bàn về chuyển đổi số và đô thị thông minh.",
    "Sự kiện do Bộ Thông tin và Truyền thông tổ chức tại Đà Nẵng.",
    "Ngày 12/5/2014, Hội thảo quốc gia về An toàn thông tin lần thứ 7 khai mạc tại Huế.",
    "Hơn 300 đại biểu tham dự.",
    "Hội thảo bị hoãn đến tháng 9 năm sau.",
)
VALUES = (
    "field: date\n    value: '{year}-0{month}-1{month}'",
    "field: location\n    value: {{province: {place}}}",
    "field: is_event\n    value: {truth}",
    "field: organizer\n    add: [bo-tttt]",
    "field: themes\n    value: [chinh-phu-dien-tu]",
    "field: title\n    value: Tên do người đọc ký {month}",
    "field: delegates\n    value: hơn {year}",
)
SIGNED = """
    why: Thử xem bản dựng có theo kịp không.
    source: https://bao.example/{month}
    by: editor
    on: '2026-11-2{month}'
"""


class Edits:
    """What people do to the archive at `root`, by `chance`; `spare` are articles to be added."""

    def __init__(self, root: Path, spare: list[str], chance: random.Random) -> None:
        self.root, self.spare, self.chance = root, spare, chance
        self.seeds, self.added = root / "seeds/articles", 0

    def all(self) -> tuple[Callable[[], str], ...]:
        """Return them, what is done often oftener than the rest."""
        often = (self.text, self.text, self.new, self.gone, self.signed, self.signed, self.unsigned)
        rest = (self.renamed, self.of_event, self.slug, self.vocabulary, self.label, self.setting)
        last = (self.page, self.template, self.lost, self.damaged)
        return (*often, *often, *rest, *last)

    def _seed(self) -> Path:
        return self.chance.choice(sorted(self.seeds.glob("*.txt")))

    def _fill(self, said: str) -> str:
        return said.format(
            year=self.chance.randrange(2003, 2024),
            month=self.chance.randrange(1, 9),
            place=self.chance.choice(("ha-noi", "hue", "da-nang", "lao-cai")),
            truth=self.chance.choice(("true", "false")),
        )

    def text(self) -> str:
        """Put a sentence into an article, or take a line out."""
        seed = self._seed()
        lines = seed.read_text("utf-8").split("\n")
        at = self.chance.randrange(1, len(lines) + 1)
        if self.chance.random() < 0.6 or len(lines) < 5:
            lines.insert(at, self.chance.choice(WORDS))
        else:
            del lines[at - 1]
        seed.write_text("\n".join(lines), "utf-8")
        return f"text of {seed.name}"

    def new(self) -> str:
        """Add an article, perhaps one that is there already."""
        self.added += 1
        path = self.seeds / f"them-{self.chance.randrange(10**6):06}.txt"
        said = self._seed().read_text("utf-8") if self.chance.random() < 0.2 else None
        path.write_text(said or self.spare[self.added % len(self.spare)], "utf-8")
        return f"new {path.name}"

    def gone(self) -> str:
        """Delete an article with all that is said of it."""
        seed = self._seed()
        seed.unlink()
        seed.with_suffix(".yml").unlink(missing_ok=True)
        return f"gone {seed.name}"

    def renamed(self) -> str:
        """Call an article's file otherwise."""
        seed = self._seed()
        name = f"ten-{self.chance.randrange(10**6):06}"
        for path in (seed, seed.with_suffix(".yml")):
            if path.exists():
                path.rename(path.with_stem(name))
        return f"{seed.name} is {name}"

    def signed(self) -> str:
        """Sign a correction of an article of which nothing was said."""
        seed = self._seed()
        said = f"corrections:\n  - {self.chance.choice(VALUES)}{SIGNED}"
        return self._say(seed, f"added: '2026-11-2{{month}}'\n{said}")

    def of_event(self) -> str:
        """Say that an article reports the event of another."""
        one, other = self._seed(), self._seed()
        return self._say(one, f"event: {other.stem}\n") if one != other else "nothing"

    def slug(self) -> str:
        """Give an article an address of its own."""
        return self._say(self._seed(), f"slug: dia-chi-{self.chance.randrange(10**6)}\n")

    def _say(self, seed: Path, said: str) -> str:
        sidecar = seed.with_suffix(".yml")
        if not sidecar.exists():
            sidecar.write_text(self._fill(said), "utf-8")
        field = said.partition("field: ")[2].partition("\n")[0]
        return f"{sidecar.name}: {field or said.split(':')[0]}"

    def unsigned(self) -> str:
        """Take back all that was said of an article."""
        sidecars = sorted(self.seeds.glob("*.yml"))
        if len(sidecars) > 3:
            self.chance.choice(sidecars[3:]).unlink()
        return "a sidecar gone"

    def vocabulary(self) -> str:
        """Call a theme otherwise."""
        path = self.root / "seeds/vocabulary/themes.yml"
        self._swap(path, "label: Chính phủ điện tử", "label: Chính phủ trên mạng")
        return "a theme is called otherwise"

    def label(self) -> str:
        """Call a field otherwise, or as the package does."""
        path = self.root / "seeds/vocabulary/labels.yml"
        if path.exists():
            path.unlink()
        else:
            path.write_text("fields: {organizer: Ban tổ chức}\n", "utf-8")
        return "labels"

    def setting(self) -> str:
        """Call the site otherwise."""
        self._swap(self.root / "mkdocs.yml", "site_name: Dòng", "site_name: Một dòng")
        return "the site is called otherwise"

    def page(self) -> str:
        """Write another paragraph of the page about the archive."""
        path = self.root / "content/gioi-thieu.md"
        path.write_text(f"{path.read_text('utf-8').rstrip()}\n\nThêm một đoạn.\n", "utf-8")
        return "a page by hand"

    def template(self) -> str:
        """Put a sentence below every page."""
        path = self.root / "theme/partials/footer.html"
        path.write_text(f"{path.read_text('utf-8')}<p>Thêm một dòng</p>\n", "utf-8")
        return "a template"

    def lost(self) -> str:
        """Lose something that was built."""
        name = self.chance.choice(MADE)
        shutil.rmtree(self.root / name)
        return f"{name} is lost"

    def damaged(self) -> str:
        """Damage files that were built."""
        built = [p for n in ("site", "dist") for p in sorted((self.root / n).rglob("*.*"))]
        for path in self.chance.sample([p for p in built if p.is_file()], k=min(9, len(built))):
            path.write_bytes(path.read_bytes()[:-1] + b"?")
        return "files are damaged"

    @staticmethod
    def _swap(path: Path, one: str, other: str) -> None:
        said = path.read_text("utf-8")
        old, new = (one, other) if one in said else (other, one)
        path.write_text(said.replace(old, new, 1), "utf-8")


def compared(root: Path, jobs: int) -> tuple[list[str], bool]:
    """Return what a build of `root` and a clean one make otherwise, and whether it was refused.

    Both see the same content/; what the project holds is wrong in both or in none.
    """
    with tempfile.TemporaryDirectory() as folder:
        clean = Path(folder, "clean")
        shutil.copytree(root, clean)
        for name in MADE:
            shutil.rmtree(clean / name, ignore_errors=True)
        expected, found = (made(project, n) for project, n in ((clean, 2), (root, jobs)))
    names = sorted(expected.keys() | found.keys())
    return [n for n in names if expected.get(n) != found.get(n)], "waiting" not in found


def made(root: Path, jobs: int) -> dict[str, object]:
    """Return all that a build publishes, byte for byte, or what it says is wrong."""
    try:
        report = pipeline.build(root, TODAY, jobs=jobs)
    except ProblemsFound as err:
        return {str(problem): True for problem in err.problems}
    files: dict[str, object] = {
        path.relative_to(root).as_posix(): path.read_bytes()
        for name in PUBLISHED
        for path in (root / name).rglob("*")
        if path.is_file()
    }
    return files | {"waiting": report.waiting}


def take(folder: Path, into: Path) -> None:
    """Have `into` hold what is given in `folder`, and nothing else of it."""
    for path in (folder / name for name in GIVEN):
        there = into / path.name
        if path.is_file():
            shutil.copyfile(path, there)
        else:
            shutil.rmtree(there, ignore_errors=True)
            shutil.copytree(path, there)


def main() -> None:
    """Edit, build and compare; print what is otherwise."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--articles", type=int, default=120)
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    once.STRETCH = STRETCH
    chance, texts = random.Random(asked.seed), articles(asked.archive, 3 * asked.articles)
    refused = wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        root = copy_to(Path(folder, "project"))
        for number, text in enumerate(texts[: asked.articles]):
            (root / f"seeds/articles/kho-{number:05}.txt").write_text(text, "utf-8")
        pipeline.build(root, TODAY)
        edits = Edits(root, texts[asked.articles :], chance)
        before = Path(folder, "before")
        before.mkdir()
        for number in range(asked.rounds):
            take(root, before)
            done = [chance.choice(edits.all())() for _ in range(chance.choice((1, 1, 2, 4)))]
            differ, is_refused = compared(root, chance.choice((1, 2)))
            print(f"{number:4} {'; '.join(done)}{' (refused)' * is_refused}", flush=True)
            for name in differ:
                print(f"     otherwise: {name}", flush=True)
            if is_refused:
                take(before, root)
            refused, wrong = refused + is_refused, wrong + bool(differ)
    print(f"{asked.rounds} rounds, {refused} refused, {wrong} made otherwise than by a clean build")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
