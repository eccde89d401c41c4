"""The commands of editors: take articles in, look at what was understood, sign corrections."""

from __future__ import annotations

import json
import sys
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from egov_timeline import (
    adding,
    fields,
    pipeline,
    recording,
    report,
    signing,
    todo,
    vocabulary,
    wording,
)
from egov_timeline.cli import terminal
from egov_timeline.cli.terminal import IDENT, Root, complaints, from_here, reporting
from egov_timeline.intake.summary import summary
from egov_timeline.plain import plain


class Form(StrEnum):
    """In which form a list is printed."""

    TEXT = "text"
    JSON = "json"


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
    with reporting(root):
        added, vocabularies = adding.add(
            root, sources, date.today(), sys.stdin.buffer.read, allow_private=allow_private
        )
        today = date.today().isoformat()
        told = [summary(one, today, vocabularies) for one in added]
    terminal.say(
        "\n\n".join([*told, f"Đã thêm {len(added)} bài. Tiếp theo: `egov-timeline build`."])
    )


def explain(
    ident: Annotated[str, typer.Argument(metavar="ID", help=IDENT)],
    root: Root = Path(),
) -> None:
    """Cho biết một bài được hiểu thế nào: từng dữ kiện, chắc đến đâu, theo câu nào, ai đính chính.

    Kể cả điều bị bỏ qua và vì sao: ngày không phải của sự kiện, ngày âm lịch, ngày không có trong
    lịch, sự kiện khác trong bài, đoạn để ngoài bài. Lỗi ở bài khác không cản lệnh này.

    Ví dụ: egov-timeline explain bac-ninh
    """
    with reporting(root):
        record = pipeline.find(root, ident)
        terminal.say(
            report.explain(
                record.id, record.article, record.facts, record.extracted, record.corrections
            )
        )


def correct(
    ident: Annotated[str, typer.Argument(metavar="ID", help=IDENT)],
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

    Ví dụ: egov-timeline correct bac-ninh organizer "VINASA (đồng tổ chức)" --add --why "Bài
    có nêu" --quote "phối hợp với VINASA"
    """
    if add and remove:
        raise typer.BadParameter("chỉ dùng một trong --add và --remove")
    if not (source or quote):
        raise typer.BadParameter("ghi --source hoặc --quote: điều gì cho thấy như vậy")
    signature = signing.Signature(why, source, quote, by, date.today().isoformat())
    verb = "add" if add else "remove" if remove else "value"
    with reporting(root):
        vocabularies = vocabulary.load(root / recording.VOCABULARY)
        change = signing.Change(field, verb, value, replace=replace)
        signed = signing.sign(root, ident, change, signature, vocabularies)
        terminal.say("\n".join(signing.effect(signed)))
        if not yes and not terminal.is_terminal():
            complaints.print("Chưa ghi gì. Thêm --yes để ghi.")
            raise typer.Exit(2)
        if yes or terminal.agrees("Ghi?"):
            signing.write(root, signed)
            terminal.say(f"Đã ghi {from_here(signed.path)}")
        else:
            terminal.say("Không ghi gì.")


def list_tasks(
    idents: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ID]…", help=IDENT),
    ] = None,
    root: Root = Path(),
    form: Annotated[Form, typer.Option("--format", help="text để đọc, json cho máy.")] = Form.TEXT,
) -> None:
    """Kể những việc chờ biên tập viên, mỗi việc một dòng, kèm dòng để dán vào tệp .yml.

    Gồm: bài không lên dòng thời gian và vì sao, thiếu ngày, nơi, đơn vị, nguồn; ngày và tên không
    khớp; bài có thể trùng; điều suy ra cần người xác nhận; địa chỉ đổi; đính chính thừa.

    Ví dụ: egov-timeline todo, hoặc chỉ một bài: egov-timeline todo bac-ninh
    """
    with reporting(root):
        found = pipeline.tasks(root, date.today(), idents or ())
    if form is Form.JSON:
        terminal.say(json.dumps([plain(task) for task in found], ensure_ascii=False, indent=1))
    else:
        terminal.say("\n".join(todo.told(found)))
