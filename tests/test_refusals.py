"""What the system refuses, and what no page can be made of, ends in *where: what. Remedy.*"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from egov_timeline import cli, pipeline, site
from egov_timeline.errors import Problem, ProblemsFound, harmless, refusals_told
from project import FROZEN, copy_to

ROOT = Path("/project")
# what the system says, and what is told
REFUSED = [
    (OSError(errno.ENOSPC, "No space", "/project/site/a.html"), "site/a.html: không đọc hoặc ghi được (đĩa đã đầy). Dọn bớt"),
    (OSError(errno.ENOSPC, "No space"), "/project: không đọc hoặc ghi được (đĩa đã đầy)."),
    (OSError(errno.EDQUOT, "Quota"), "(đã dùng hết phần đĩa được cấp). Dọn bớt"),
    (PermissionError(errno.EACCES, "no", "/project/content/a.md"), "content/a.md: không đọc hoặc ghi được (không có quyền"),
    (PermissionError(errno.EPERM, "no", "/elsewhere"), "/elsewhere: không đọc hoặc ghi được (không có quyền). Xem lại quyền"),
    (OSError(errno.EROFS, "ro", "/project/dist"), "dist: không đọc hoặc ghi được (nơi này chỉ đọc được). Chép dự án"),
    (OSError(errno.ENAMETOOLONG, "long", "/project/x"), "(tên quá dài). Đặt tên ngắn hơn"),
    (OSError(errno.EXDEV, "cross", "/a", None, "/project/site"), "site: không đọc hoặc ghi được (cross). Xem lại"),
    (FileNotFoundError(errno.ENOENT, "no", b"/project/x"), "x: không đọc hoặc ghi được (không có ở đó)."),
    (OSError("something odd"), "/project: không đọc hoặc ghi được (something odd)."),
]  # fmt: skip


@pytest.mark.parametrize(("err", "said"), REFUSED)
def test_what_the_system_refuses_is_told_with_the_remedy(err: OSError, said: str) -> None:
    with pytest.raises(ProblemsFound) as caught, refusals_told(ROOT):
        raise err
    assert said in str(caught.value)


def test_that_nobody_reads_on_is_no_problem_of_the_project() -> None:
    with pytest.raises(BrokenPipeError), refusals_told(ROOT):
        raise BrokenPipeError(errno.EPIPE, "gone")


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(cli.app, list(words))
    assert not isinstance(result.exception, OSError)
    return result.exit_code, result.stderr


@pytest.mark.parametrize("command", ["build", "check", "todo"])
def test_a_command_ends_so_whatever_stage_was_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    (tmp_path / "seeds").mkdir()

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space", str(tmp_path / "x"))

    monkeypatch.setattr(pipeline.vocabulary, "load", refuse)
    code, said = run(command, "--root", str(tmp_path))
    assert (code, said.splitlines()) == (1, [f"x: {said.partition(': ')[2].strip()}"])


def undecodable(root: Path) -> str:
    (root / "content/them.md").write_bytes(b"# Th\xeam\n")
    return "content/them.md:1: không phải UTF-8"


def broken_head(root: Path) -> str:
    (root / "content/them.md").write_text("---\ntitle: a\nx: b: c\n---\n# T\n", "utf-8")
    return "content/them.md:3: không đọc được YAML: có dấu hai chấm ở chỗ không được phép"


def no_such_day(root: Path) -> str:
    (root / "content/them.md").write_text("---\nday: 2017-13-45\n---\n# T\n", "utf-8")
    return "content/them.md: phần đầu trang không phải YAML hợp lệ (month must be in 1..12"


def link_to_nothing(root: Path) -> str:
    (root / "content/anh.png").symlink_to("khong-co.png")
    return "content/anh.png: không phải một tệp, hoặc là liên kết không dẫn tới đâu."


def link_to_itself(root: Path) -> str:
    (root / "content/vong.md").symlink_to("vong.md")
    return "content/vong.md: không phải một tệp"


def pipe(root: Path) -> str:
    os.mkfifo(root / "content/ong.md")
    return "content/ong.md: không phải một tệp"


def settings_undecodable(root: Path) -> str:
    (root / "mkdocs.yml").write_bytes(b"site_name: \xff\n")
    return "mkdocs.yml:1: không phải UTF-8"


def settings_wanting_quotes(root: Path) -> str:
    (root / "mkdocs.yml").write_text(
        "INHERIT: theme/mkdocs.yml\nsite_name: Thời gian: A\n", "utf-8"
    )
    return 'mkdocs.yml:2: không đọc được YAML: có dấu hai chấm ở chỗ không được phép (mapping values are not allowed in this context). Đặt giá trị trong dấu nháy: site_name: "Thời gian: A"'


OF_PEOPLE = [undecodable, broken_head, no_such_day, link_to_nothing, link_to_itself, pipe]
OF_SETTINGS = [settings_undecodable, settings_wanting_quotes]


@pytest.mark.parametrize("spoil", [*OF_PEOPLE, *OF_SETTINGS], ids=lambda spoil: spoil.__name__)
def test_what_a_person_put_there_and_cannot_be_published_is_told(
    tmp_path: Path, spoil: Callable[[Path], str]
) -> None:
    root = copy_to(tmp_path / "project")
    said = spoil(root)
    code, told = run("build", "--root", str(root))
    assert code == 1 and told.startswith(said), told
    assert len(told.splitlines()) == 1


def test_all_of_it_is_told_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline.site, "build", lambda *_, **__: site.Site("", ""))
    shutil.copytree(FROZEN, tmp_path / "project")
    root = tmp_path / "project"
    said = {spoil(root).partition(":")[0] for spoil in (undecodable, link_to_nothing, pipe)}
    (root / "content/index.md").write_text("# Của tôi\n", "utf-8")
    for command in ("build", "check"):
        code, told = run(command, "--root", str(root))
        assert code == 1
        assert {line.partition(":")[0] for line in told.splitlines()} >= {*said, "content/index.md"}


NAMES = [
    ("bài.txt", "bài.txt"),
    ("a\x1b[31m.txt", "a\\u001b[31m.txt"),
    ("a\x9b2J", "a\\u009b2J"),
    ("a\u202etxt.exe", "a\\u202etxt.exe"),
    ("a\udcff", "a\\udcff"),
    ("a\r", "a\\u000d"),
    ("Huế\t“x” đ", "Huế\t“x” đ"),
    ("e\u0301 \u00a0 \u200b", "e\u0301 \u00a0 \u200b"),
]


@pytest.mark.parametrize(("name", "shown"), NAMES)
def test_no_name_commands_a_terminal(name: str, shown: str) -> None:
    assert harmless(name) == shown
    assert str(Problem(f"{name}\n", "x", "y.")) == f"{shown}\\n: x. y."


def test_a_file_with_such_a_name_is_told(tmp_path: Path) -> None:
    (tmp_path / "seeds/articles").mkdir(parents=True)
    shutil.copytree(FROZEN / "seeds/vocabulary", tmp_path / "seeds/vocabulary")
    (tmp_path / "seeds/articles/a\x1b]0;x\x07.txt").write_text("Hội thảo", "utf-8")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/seeds/articles/\xff.md")).write_text("", "utf-8")
    for form in ("text", "json", "github"):
        result = CliRunner().invoke(cli.app, ["check", "--root", str(tmp_path), "--format", form])
        assert result.exit_code == 1
        assert "u001b]0;x" in result.output and "udcff.md" in result.output
        assert not {"\x1b", "\x07"} & {*result.output}
