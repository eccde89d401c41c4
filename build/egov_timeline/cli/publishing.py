"""The commands that begin an archive, and make, show and check its site."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from egov_timeline import messages, pipeline, starting, todo, verification, wording
from egov_timeline.cli.terminal import (
    Root,
    complaints,
    console,
    ending_in_order,
    expect_project,
    from_here,
    is_terminal,
    reporting,
    reporting_of,
    say,
    tell,
)
from egov_timeline.errors import Problem, ProblemsFound, TimelineError, refusals_told
from egov_timeline.intake import web
from egov_timeline.lastbuild import WORD
from egov_timeline.messages import Format

Port = Annotated[int, typer.Option(help="Cổng trên máy này.", min=1, max=65535)]
Jobs = Annotated[
    int | None,
    typer.Option("--jobs", help="Số tiến trình cùng làm; mặc định: số bộ xử lý.", min=1),
]


def new(
    folder: Annotated[Path, typer.Argument(metavar="THƯ_MỤC", help="Thư mục trống, hay chưa có.")],
    title: Annotated[str | None, typer.Option(help="Tên kho, trên mọi trang.")] = None,
    deck: Annotated[
        str | None, typer.Option(help="Thu thập gì, một cụm từ: “Các lễ hội ở miền Tây”.")
    ] = None,
    publisher: Annotated[str | None, typer.Option(help="Ai đăng và chịu trách nhiệm.")] = None,
    contact: Annotated[str | None, typer.Option(help="Địa chỉ thư, hay trang liên hệ.")] = None,
) -> None:
    """Lập một kho mới: cấu hình, bộ từ để bắt đầu, trang giới thiệu, cách đăng lên GitHub Pages.

    Điều gì chưa ghi trong lệnh thì được hỏi, nếu có người ngồi trước máy; chỉ tên kho là phải có.

    Ví dụ: egov-timeline new le-hoi --title "Lễ hội miền Tây" --deck "Các lễ hội ở miền Tây"
    """
    asked = {
        "title": title or _asked("Tên kho"),
        "deck": deck or _asked("Thu thập gì, một cụm từ (Enter để bỏ qua)"),
        "publisher": publisher or _asked("Ai đăng và chịu trách nhiệm (Enter để bỏ qua)"),
        "contact": contact or _asked("Địa chỉ thư hay trang liên hệ (Enter để bỏ qua)"),
    }
    if not asked["title"]:
        raise typer.BadParameter("chưa có tên kho: ghi --title")
    with reporting_of(folder):
        starting.new(folder, starting.Archive(**asked))
    say(f"{folder}: kho mới, chưa có bài nào. Tiếp theo: cd {folder}, rồi `egov-timeline build`.")


def _asked(question: str) -> str:
    """Return what somebody answers; "" where nobody is there."""
    if not is_terminal():
        return ""
    return str(typer.prompt(question, default="", show_default=False)).strip()


def build(
    root: Root = Path(),
    jobs: Jobs = None,
    fresh: Annotated[
        bool, typer.Option("--fresh", help="Dựng lại từ đầu, không dùng những gì lần trước đã làm.")
    ] = False,
    overwrite: Annotated[
        bool, typer.Option(WORD, help="Thay cả những tệp trong content/ mà người đã sửa tay.")
    ] = False,
) -> None:
    """Dựng lại tất cả từ seeds/: content/, site/ và tệp zip để đọc không cần mạng.

    Được hết hoặc không đổi gì: seeds/ có lỗi thì mọi lỗi được kể ra, và trang đang có giữ nguyên.

    Tệp do máy ghi trong content/ mà có người đã sửa thì không bị ghi đè, trừ khi có --overwrite.

    Chỉ làm lại điều đã đổi; những gì đã làm được giữ trong .cache/egov-timeline/, xóa lúc nào cũng
    được.

    Ví dụ: egov-timeline build
    """
    start = time.monotonic()
    with reporting(root), ending_in_order(), complaints.status("Đang dựng …"):
        made = pipeline.build(root, date.today(), jobs=jobs, fresh=fresh, overwrite=overwrite)
        articles = wording.articles_label(made.articles, made.citations)
    seconds = time.monotonic() - start
    if made.reminders:
        said = messages.told(made.reminders, Format.TEXT, root)
        complaints.print(said, markup=False, soft_wrap=True)
    results = (root / pipeline.SITE / "index.html", root / made.bundle)
    took = f"{seconds:.1f} giây".replace(".", ",")
    told = f"{articles}, {wording.number_label(made.pages)} trang, {took}"
    told += f": {', '.join(str(from_here(path)) for path in results)}"
    if made.waiting:
        told += f". {todo.count_label(made.waiting)}: egov-timeline todo"
    say(told)


def serve(root: Root = Path(), port: Port = 8000, jobs: Jobs = None) -> None:
    """Dựng trang, mở cho xem trên máy này, và dựng lại sau mỗi lần sửa tệp.

    Ví dụ: egov-timeline serve --port 8080, rồi mở http://127.0.0.1:8080/index.html
    """
    with reporting(root), ending_in_order():
        console.print(f"http://127.0.0.1:{port}/index.html (Ctrl-C để dừng)")
        pipeline.serve(root, port, tell, jobs)


def check(
    root: Root = Path(),
    form: Annotated[
        Format,
        typer.Option("--format", help="Cho người, cho máy, hay thành chú thích trên GitHub."),
    ] = Format.TEXT,
    whole_site: Annotated[
        bool,
        typer.Option("--site", help="Dựng thử trang web, thử mọi địa chỉ và HTML của nó."),
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Coi điều nhắc thêm cũng là lỗi.")
    ] = False,
) -> None:
    """Báo điều sai trong seeds/ và content/, không ghi gì cả.

    Lỗi thì cản việc xuất bản: bài không đọc được, trang viết tay hỏng, địa chỉ không dẫn tới đâu.

    Điều nhắc thêm thì không cản: trang trong content/ đã cũ, build sẽ viết lại.

    Ví dụ: egov-timeline check --site
    """
    with ending_in_order():
        problems = _problems(root, whole_site)
    if form is not Format.TEXT:
        say(messages.told(problems, form, from_here(root)))
    elif problems:
        complaints.print(messages.told(problems, form, root), markup=False, soft_wrap=True)
    if any(strict or not problem.warning for problem in problems):
        raise typer.Exit(1)
    if form is Format.TEXT:
        say(f"{messages.count(problems)}.")


def verify(
    source: Annotated[
        str,
        typer.Argument(
            metavar="ZIP|THƯ_MỤC|ĐỊA_CHỈ", help="Tệp zip, thư mục, hay địa chỉ http(s) của trang."
        ),
    ],
) -> None:
    """Kiểm chứng một bản đã đăng: tệp nào cũng nguyên vẹn, câu trích nào cũng có trong bài gốc.

    So mã SHA-256 của từng tệp với SHA256SUMS.txt, từng câu trích với văn bản gốc ở trong đó, từng
    đính chính với sổ đính chính. Không cần có dự án; không giải nén hay ghi gì ra đĩa.

    Nó không cho biết ai đã làm ra bản ấy: điều đó, bản tải từ GitHub có chứng thực của nơi dựng (gh
    attestation verify).

    Ví dụ: egov-timeline verify egov-timeline.zip

    Ví dụ: egov-timeline verify https://kho.example/egov-timeline/
    """
    if not (web.is_address(source) or Path(source).exists()):
        raise typer.BadParameter(f"không có {source}")
    try:
        status = complaints.status("Đang kiểm chứng …")
        with refusals_told(Path.cwd()), ending_in_order(), status:
            proof = verification.verify(
                source, lambda done, of: status.update(f"Đang kiểm chứng … {done}/{of}")
            )
        if proof.problems:
            raise ProblemsFound(proof.problems)
    except TimelineError as err:
        tell(err)
        raise typer.Exit(1) from err
    say(f"{source}: {proof}")


def _problems(root: Path, whole_site: bool) -> Sequence[Problem]:
    try:
        with refusals_told(root):
            expect_project(root)
            return list(pipeline.check(root, whole_site=whole_site))
    except ProblemsFound as err:
        return err.problems
