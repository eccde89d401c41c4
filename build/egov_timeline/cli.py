"""The commands: each reads its options, calls the pipeline and prints what was asked."""

from __future__ import annotations

import json
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from enum import StrEnum
from importlib import metadata
from pathlib import Path
from types import FrameType
from typing import Annotated, NoReturn

import typer
from rich.console import Console

from egov_timeline import (
    adding,
    evaluation,
    fields,
    messages,
    pipeline,
    report,
    signing,
    todo,
    vocabulary,
    wording,
)
from egov_timeline.errors import Problem, ProblemsFound, TimelineError
from egov_timeline.files import read_article
from egov_timeline.intake.summary import summary
from egov_timeline.messages import Format
from egov_timeline.plain import plain
from egov_timeline.understanding import understand

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",  # which fills paragraphs
)
console = Console(highlight=False)
complaints = Console(stderr=True, highlight=False)

Root = Annotated[
    Path,
    typer.Option("--root", help="Thư mục của dự án, nơi có seeds/.", resolve_path=True),
]
_ID = "Mã bài (tên tệp không đuôi), hay phần đầu của nó."
Port = Annotated[int, typer.Option(help="Cổng trên máy này.", min=1, max=65535)]


class Form(StrEnum):
    """In which form a list is printed."""

    TEXT = "text"
    JSON = "json"


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"egov-timeline {metadata.version('egov-timeline')}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Phiên bản.")
    ] = False,
) -> None:
    """Biến bài báo tiếng Việt thành dòng thời gian mà mỗi thông tin đều dẫn về câu gốc.

    Đưa bài vào bằng add, dựng trang bằng build, xem còn gì phải làm bằng todo, xem một bài được
    hiểu thế nào bằng explain, rồi ký đính chính trong tệp .yml bên cạnh bài.

    Mỗi lệnh có hướng dẫn và ví dụ riêng: egov-timeline todo --help
    """


@app.command()
def build(root: Root = Path()) -> None:
    """Dựng lại tất cả từ seeds/: content/, site/ và tệp zip để đọc không cần mạng.

    Được hết hoặc không đổi gì: seeds/ có lỗi thì mọi lỗi được kể ra, và trang đang có giữ nguyên.

    Ví dụ: egov-timeline build
    """
    start = time.monotonic()
    with _reporting(root), _ending_in_order(), complaints.status("Đang dựng …"):
        made = pipeline.build(root, date.today())
    seconds = time.monotonic() - start
    results = (root / pipeline.SITE / "index.html", root / pipeline.BUNDLE)
    told = f"{made.records} bài, {made.pages} trang, {seconds:.1f} giây".replace(".", ",")
    told += f": {', '.join(str(_from_here(path)) for path in results)}"
    if made.waiting:
        told += f". {todo.count_label(made.waiting)}: egov-timeline todo"
    typer.echo(told)


@app.command()
def serve(root: Root = Path(), port: Port = 8000) -> None:
    """Dựng trang, mở cho xem trên máy này, và dựng lại sau mỗi lần sửa tệp.

    Ví dụ: egov-timeline serve --port 8080, rồi mở http://127.0.0.1:8080/index.html
    """
    with _reporting(root), _ending_in_order():
        console.print(f"http://127.0.0.1:{port}/index.html (Ctrl-C để dừng)")
        pipeline.serve(root, port, _tell)


@app.command()
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
    with _ending_in_order():
        problems = _problems(root, whole_site)
    if form is not Format.TEXT:
        typer.echo(messages.told(problems, form, _from_here(root)))
    elif problems:
        complaints.print(messages.told(problems, form, root), markup=False, soft_wrap=True)
    if any(strict or not problem.warning for problem in problems):
        raise typer.Exit(1)
    if form is Format.TEXT:
        typer.echo(f"{messages.count(problems)}.")


def _problems(root: Path, whole_site: bool) -> Sequence[Problem]:
    try:
        _expect_project(root)
        return list(pipeline.check(root, whole_site=whole_site))
    except ProblemsFound as err:
        return err.problems


@app.command(name="todo")
def list_tasks(
    idents: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ID]…", help=_ID),
    ] = None,
    root: Root = Path(),
    form: Annotated[Form, typer.Option("--format", help="text để đọc, json cho máy.")] = Form.TEXT,
) -> None:
    """Kể những việc chờ biên tập viên, mỗi việc một dòng, kèm dòng để dán vào tệp .yml.

    Gồm: bài không lên dòng thời gian và vì sao, thiếu ngày, nơi, đơn vị, nguồn; ngày và tên không
    khớp; bài có thể trùng; điều suy ra cần người xác nhận; địa chỉ đổi; đính chính thừa.

    Ví dụ: egov-timeline todo, hoặc chỉ một bài: egov-timeline todo bac-ninh
    """
    with _reporting(root):
        found = pipeline.tasks(root, date.today(), idents or ())
    if form is Form.JSON:
        typer.echo(json.dumps([plain(task) for task in found], ensure_ascii=False, indent=1))
    else:
        typer.echo("\n".join(todo.told(found)))


@app.command()
def extract(
    files: Annotated[list[Path], typer.Argument(help="Bài thô, UTF-8.")],
    root: Root = Path(),
    as_json: Annotated[bool, typer.Option("--json", help="Mỗi bài một dòng JSON.")] = False,
) -> None:
    """In ra những gì bài viết cho biết, chỉ theo chữ trong bài, không xét tệp .yml.

    Bài không cần nằm trong seeds/: dùng lệnh này để thử một bài trước khi đưa vào.

    Ví dụ: egov-timeline extract bai-moi.txt, hoặc cho máy đọc: egov-timeline extract *.txt --json
    """
    with _reporting(root):
        vocabularies = vocabulary.load(root / pipeline.VOCABULARY)
        for path, text in _texts(files):
            article, found = understand(text, vocabularies)
            if as_json:
                typer.echo(json.dumps(report.as_json(path.stem, found), ensure_ascii=False))
            else:
                typer.echo(report.explain(path.stem, article, found, found, {}))


@app.command()
def add(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="TỆP|ĐỊA_CHỈ|-", help="Tệp, địa chỉ http(s), hoặc - (đầu vào)."),
    ],
    root: Root = Path(),
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Cho lấy cả từ máy này và mạng riêng.")
    ] = False,
) -> None:
    """Thêm bài: đọc tệp hay trang web, ghi vào seeds/, rồi cho biết đã hiểu được gì.

    Đọc được .txt với mọi bảng mã tiếng Việt (UTF-8, UTF-16, Windows-1258, TCVN3/.VnTime, VNI, chữ
    vỡ kiểu “Há»™i tháº£o”), trang web đã lưu (.html), Word (.docx), PDF có chữ, và địa chỉ web.

    Bản nhận được giữ nguyên trong seeds/originals/; bài thành seeds/articles/MÃ.txt, kèm MÃ.yml
    để ghi nguồn và đính chính. Không ghi đè tệp nào; có một tệp không đọc được thì không ghi gì.

    Ví dụ: egov-timeline add bai-moi.docx

    Ví dụ: egov-timeline add a.txt b.html c.pdf

    Ví dụ: egov-timeline add https://bao.example/hoi-thao.html

    Ví dụ: egov-timeline add - < bai.txt
    """
    with _reporting(root):
        added, vocabularies = adding.add(
            root, sources, date.today(), sys.stdin.buffer.read, allow_private=allow_private
        )
    today = date.today().isoformat()
    told = [summary(one, today, vocabularies) for one in added]
    typer.echo("\n\n".join([*told, f"Đã thêm {len(added)} bài. Tiếp theo: `egov-timeline build`."]))


@app.command()
def explain(
    ident: Annotated[str, typer.Argument(metavar="ID", help=_ID)],
    root: Root = Path(),
) -> None:
    """Cho biết một bài được hiểu thế nào: từng dữ kiện, chắc đến đâu, theo câu nào, ai đính chính.

    Kể cả điều bị bỏ qua và vì sao: ngày không phải của sự kiện, ngày âm lịch, ngày không có trong
    lịch, sự kiện khác trong bài, đoạn để ngoài bài. Lỗi ở bài khác không cản lệnh này.

    Ví dụ: egov-timeline explain bac-ninh
    """
    with _reporting(root):
        record = pipeline.find(root, ident)
        typer.echo(
            report.explain(
                record.id, record.article, record.facts, record.extracted, record.corrections
            )
        )


@app.command()
def correct(
    ident: Annotated[str, typer.Argument(metavar="ID", help=_ID)],
    field: Annotated[str, typer.Argument(help=f"Mục nào: {', '.join(fields.NAMES)}.")],
    value: Annotated[str, typer.Argument(help="Giá trị đúng; null nếu không có.")],
    why: Annotated[str, typer.Option(help="Vì sao.")],
    source: Annotated[str | None, typer.Option(help="Nguồn: địa chỉ hoặc tên tài liệu.")] = None,
    quote: Annotated[str | None, typer.Option(help="Chữ trong bài cho thấy điều đó.")] = None,
    by: Annotated[str, typer.Option(help=f"Ai ký: {', '.join(wording.SIGNERS)}.")] = "editor",
    add: Annotated[bool, typer.Option("--add", help="Thêm vào danh sách.")] = False,
    remove: Annotated[bool, typer.Option("--remove", help="Bỏ khỏi danh sách.")] = False,
    replace: Annotated[
        bool, typer.Option("--replace", help="Thay đính chính đã có của mục ấy.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Ghi luôn, không hỏi.")] = False,
    root: Root = Path(),
) -> None:
    """Ký một đính chính vào tệp .yml của bài, sau khi cho xem nó đổi điều gì.

    Giá trị viết như trên trang: tên, tên gọi khác hay id; 6/10/2017, tháng 10/2017; "Khách sạn A,
    Hà Nội". Nhiều giá trị thì ngăn bằng dấu chấm phẩy. Có gì sai thì không ghi gì; phần còn lại của
    tệp giữ nguyên. Không có người trả lời (chạy từ kịch bản) thì chỉ ghi khi có --yes.

    Ví dụ: egov-timeline correct bac-ninh date 6/10/2017 --why "Bài chỉ nêu năm" --source
    https://bao.vn/bai

    Ví dụ: egov-timeline correct bac-ninh organizer "VINASA (phối hợp tổ chức)" --add --why "Bài
    có nêu" --quote "phối hợp với VINASA"
    """
    if add and remove:
        raise typer.BadParameter("chỉ dùng một trong --add và --remove")
    if not (source or quote):
        raise typer.BadParameter("ghi --source hoặc --quote: điều gì cho thấy như vậy")
    signature = signing.Signature(why, source, quote, by, date.today().isoformat())
    verb = "add" if add else "remove" if remove else "value"
    with _reporting(root):
        vocabularies = vocabulary.load(root / pipeline.VOCABULARY)
        change = signing.Change(field, verb, value, replace=replace)
        signed = signing.sign(root, ident, change, signature, vocabularies)
        typer.echo("\n".join(signing.effect(signed)))
        if not yes and not _is_terminal():
            complaints.print("Chưa ghi gì. Thêm --yes để ghi.")
            raise typer.Exit(2)
        if yes or typer.confirm("Ghi?", default=False):
            signing.write(signed)
            typer.echo(f"Đã ghi {_from_here(signed.path)}")
        else:
            typer.echo("Không ghi gì.")


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(help="Chú giải, JSON từng dòng.")],
    articles: Annotated[Path, typer.Option(help="Thư mục của các bài đã chú giải.")],
    root: Root = Path(),
    errors: Annotated[bool, typer.Option("--errors", help="In từng chỗ không khớp.")] = False,
) -> None:
    """So điều máy đọc được với bài do người chú giải: mỗi trường một dòng; cho người viết luật.

    Ví dụ: egov-timeline evaluate gold.jsonl --articles articles --errors
    """
    with _reporting(root):
        result, count = pipeline.evaluate(root, gold, articles)
    typer.echo(evaluation.table(result, count))
    if errors:
        typer.echo("\n".join([*result.disagreements, *result.bad_quotes]))


def _texts(paths: Sequence[Path]) -> list[tuple[Path, str]]:
    """Return the articles with their text. Raises ProblemsFound with all that cannot be read."""
    problems: list[Problem] = []
    found = []
    for path in paths:
        try:
            found.append((path, read_article(path, str(path))))
        except ProblemsFound as err:
            problems += err.problems
    if problems:
        raise ProblemsFound(problems)
    return found


def _is_terminal() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin.isatty()


def _from_here(path: Path) -> Path:
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


@contextmanager
def _reporting(root: Path) -> Iterator[None]:
    """Print the problems of the project at `root`, one a line, and end with exit code 1."""
    try:
        _expect_project(root)
        yield
    except TimelineError as err:
        _tell(err)
        raise typer.Exit(1) from err


def _expect_project(root: Path) -> None:
    """Tell once that the folder is the wrong one, not of every file that is missing in it."""
    seeds = pipeline.VOCABULARY.parent
    if not (root / seeds).is_dir():
        what = f"không phải thư mục của dự án: trong đó không có {seeds}/"
        raise ProblemsFound.one(str(root), what, "Vào thư mục của dự án, hoặc chỉ ra bằng --root.")


@contextmanager
def _ending_in_order() -> Iterator[None]:
    """Let SIGTERM end the program as Ctrl-C does, so that what is temporary is removed."""

    def end(number: int, _: FrameType | None) -> NoReturn:
        raise SystemExit(128 + number)

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _tell(err: TimelineError) -> None:
    complaints.print(str(err), markup=False, soft_wrap=True)
