"""What waits for an editor: each kind with what must be told, and what must not."""

from __future__ import annotations

import json
import shutil
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest
import yaml
from typer.testing import CliRunner

from egov_timeline import once, reasons, todo
from egov_timeline.cache import Cache
from egov_timeline.cli import app
from egov_timeline.extract import BUT_A_DAY
from egov_timeline.extract.annotate import uncalendared
from egov_timeline.extract.fields import is_event
from egov_timeline.extract.fields.date import LESS_CLEAR, refusals
from egov_timeline.extract.fields.date.candidates import OTHER_EDITION
from egov_timeline.extract.resolve import weekdays
from egov_timeline.inputs import Source
from egov_timeline.once import Means
from egov_timeline.records import Evidence
from project import FROZEN
from records import make_correction, make_record

TODAY = date(2026, 11, 30)
DAY = ("2017-10-05", "5/10/2017")
WHERE = ((None, "Huế"), "tại Huế")
BODY = [((None, "Sở Thông tin và Truyền thông", "organizer"), "Sở Thông tin và Truyền thông")]
NAME = ("Hội thảo Chính quyền số", "Hội thảo Chính quyền số")
WHOLE = {"date": DAY, "location": WHERE, "organizer": BODY, "event": NAME}
KEPT = {"slug": "hoi-thao", "added": "2026-11-21", "source": Source(publisher="Báo Huế")}


def record(ident="a", *, without=(), **changes):
    """Return a record of which nothing is left to do, but for the changes."""
    given = {k: v for k, v in (KEPT | WHOLE | changes).items() if k not in without}
    return make_record(ident, **given)


def seeded(found, **changes):
    return replace(found, seed=replace(found.seed, **changes))


def of_text(found, **changes):
    return replace(found, facts=replace(found.facts, **changes))


def kinds_of(*records):
    return [task.kind for task in todo.tasks(records, TODAY) if task.id == records[0].id]


def another(name, day="2017-10-05"):
    """Return a record of an event, in other words than those of the first."""
    text = f"Tin\n\nNgày 5/10/2017, tại Huế, Sở Thông tin và Truyền thông tổ chức {name}."
    return record("b", text=text, event=(name, name), date=(day, "5/10/2017"), slug="khac")


OTHER = Evidence("Ngày 6/11/2017, Sở Y tế tổ chức Hội nghị Y tế số.", 0, 49, "other-event")
SAME = make_correction("date", value="2017-10-05")
TOLD = {
    "no-event": [record(is_event=False, without=WHOLE)],
    "no-date": [record(without=["date"])],
    "no-year": [record(date=("XXXX-10-05", "5/10"))],
    "no-place": [record(without=["location"])],
    "no-organizer": [record(without=["organizer"])],
    "year-of-name": [record(event=("Hội thảo Chính quyền số 2018", NAME[1]))],
    "future": [record(date=("2027-10-05", "5/10"))],
    "after-article": [record(published=("2017-10-02T08:00+07:00", "5/10"))],
    "alike": [another("Hội thảo Chính quyền số"), record()],
    "other-event": [of_text(record(), others=(OTHER,))],
    "odd-characters": [seeded(record(), text="Hội\u200b thảo")],
    "inferred-date": [
        of_text(
            record(inferred=["date"]),
            date=replace(
                record(inferred=["date"]).facts.date,
                evidence=(Evidence("giai đoạn 2016-2018", 0, 19, "text-context"),),
            ),
        )
    ],
    "inferred-place": [record(inferred=["location"])],
    "inferred-organizer": [record(inferred=["organizer"])],
    "moved": [replace(seeded(record(), slug=None), formerly=("hoi-thao-cu",))],
    "no-slug": [record(slug=None)],
    "no-publisher": [record(source=Source())],
    "no-added": [record(added=None)],
    "unneeded": [record(corrections=[SAME])],
    "idle": [record(corrections=[make_correction("organizer", remove="VNPT")])],
}


@pytest.mark.parametrize("kind", [kind.name for kind in todo.KINDS])
def test_each_kind_is_told(kind):
    assert kinds_of(*TOLD[kind]) == [kind]


NO_EVENT = make_correction("is_event")
NOT_TOLD = {
    "nothing to do": [record()],
    "said to be none": [record(is_event=False, without=WHOLE, corrections=[NO_EVENT])],
    "known to have no place": [
        record(without=["location"], corrections=[make_correction("location")], corrected={"location": None})
    ],
    "asked of the report that stands for the event": [
        seeded(record(without=["location", "organizer"]), event="b"),
        another("Hội thảo Chính quyền số"),
    ],
    "told by another report": [
        record(without=["location"]),
        seeded(another("Hội thảo Chính quyền số"), event="a"),
    ],
    "one of several reports": [seeded(record(is_event=False, without=WHOLE), event="b")],
    "the year of the name": [record(event=("Hội thảo Chính quyền số 2017", NAME[1]))],
    "a period": [record(event=("Hội thảo Chính quyền số 2021-2025", NAME[1]))],
    "a review of the year before": [record(event=("Hội nghị tổng kết năm 2016", NAME[1]))],
    "reported on the day": [record(published=("2017-10-05T08:00+07:00", "5/10"))],
    "two events": [record(), another("Hội nghị Y tế số", "2018-10-05")],
    "has its own record": [of_text(record(), others=(OTHER,)), another("Hội nghị Y tế số", "2017-11-06")],
    "by the stamp": [
        of_text(
            record(inferred=["date"]),
            date=replace(
                record(inferred=["date"]).facts.date,
                evidence=(
                    Evidence("sáng nay", 0, 8, "announced-day"),
                    Evidence("5/10/2017", 0, 9, "stamp"),
                ),
            ),
        )
    ],
    "moved by an editor": [replace(record(), formerly=("hoi-thao-cu",))],
    "a needed correction": [
        record(date=("2017", "2017"), corrections=[SAME], corrected={"date": "2017-10-05"})
    ],
    "a body more": [
        record(
            corrections=[make_correction("organizer", add=["Sở A"])],
            corrected={"organizer": [BODY[0][0], (None, "Sở A", "organizer")]},
        )
    ],
    "a body less": [
        record(corrections=[make_correction("organizer", remove="Sở")], corrected={"organizer": []})
    ],
    "a confirmation": [
        record(inferred=["date"], corrections=[SAME], corrected={"date": "2017-10-05"})
    ],
}  # fmt: skip


IDLE = [
    ({"add": ["Sở A", "Sở B"]}, [BODY[0][0], (None, "Sở A", "organizer")], "add có giá trị mà bài đã nêu"),
    ({"remove": ["Sở", "Sở B"]}, [], "remove có giá trị mà bài không nêu"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "left", "message"), IDLE)
def test_the_part_of_a_correction_that_changes_nothing_is_told(change, left, message):
    signed = make_correction("organizer", **change)
    (task,) = todo.tasks([record(corrections=[signed], corrected={"organizer": left})], TODAY)
    assert task.what == f"đính chính “Đơn vị tổ chức” ở dòng 3: {message}"


@pytest.mark.parametrize("case", NOT_TOLD)
def test_what_is_in_order_is_not_told(case):
    assert kinds_of(*NOT_TOLD[case]) == []


def test_the_line_to_paste_is_a_correction_that_only_lacks_its_reason():
    (task,) = todo.tasks(TOLD["inferred-place"], TODAY)
    (row,) = yaml.safe_load(task.paste)
    assert row.pop(True) == "2026-11-30"  # `on` is a yes in YAML 1.1; the sidecar reads it as `on`
    assert row == {
        "field": "location", "value": {"province": "Huế"}, "why": "", "source": "", "by": "editor",
    }  # fmt: skip
    assert "dưới `corrections:` - {field: location" in str(task)


def test_of_two_reports_the_one_of_which_more_is_known_stands_for_the_event():
    fuller = another("Hội thảo Chính quyền số")
    (task,) = [t for t in todo.tasks([record(), fuller], TODAY) if t.kind == "alike"]
    assert (task.id, task.paste) == ("b", "event: a")
    bare = record(without=["date"], published=("2017-10-05", "5/10"))
    copy = replace(seeded(fuller, id="c"), article=bare.article)
    (task,) = [t for t in todo.tasks([bare, copy], TODAY) if t.kind == "alike"]
    assert (task.id, task.paste) == ("a", "event: c")


def test_a_report_that_is_joined_already_is_not_asked_again():
    first, second = another("Hội thảo Chính quyền số"), record("c")
    joined = seeded(second, event=first.id)
    third = record("a")
    (task,) = [t for t in todo.tasks([first, joined, third], TODAY) if t.kind == "alike"]
    assert (task.id, task.paste) == ("a", "event: b")


def test_only_what_is_asked_for_is_told():
    records = [record("a", slug=None), record("b", slug=None), another("Hội nghị Y tế số", "2018")]
    assert {task.id for task in todo.tasks(records[:2], TODAY, {"a"})} == {"a"}


def test_tasks_stand_by_kind_and_the_count_stands_last():
    lines = [*todo.told(todo.tasks([record("b", slug=None), record("a", added=None)], TODAY))]
    assert [line.partition(":")[0].strip() for line in lines] == [
        "Có thể trùng (1)", "seeds/articles/b.yml",
        "Địa chỉ chưa ghim (1)", "seeds/articles/b.yml",
        "Chưa ghi ngày đưa vào (1)", "seeds/articles/a.yml",
        "3 việc chờ biên tập viên",
    ]  # fmt: skip


def test_a_build_counts_them_as_they_are_told(tmp_path, monkeypatch):
    monkeypatch.setattr(once, "STRETCH", 2)
    rows = [row for rows in (*TOLD.values(), *NOT_TOLD.values()) for row in rows]
    records = [seeded(row, id=f"{number}-{row.id}") for number, row in enumerate(rows)]
    later = date(2028, 11, 30)
    with closing(Cache(tmp_path / "made.sqlite")) as kept:
        # As they are, again, on another day, without some, and with others in their places.
        for some in (records, records, records[3:-3], [*records[20:], *records[:9]]):
            for today in (TODAY, later):
                told = len(todo.tasks(some, today))
                assert told > len(TOLD) and todo.count(some, today, Means(1, kept)) == told
                assert todo.count(some, today) == told


def test_every_reason_of_the_rules_has_words():
    assert set(reasons.NO_EVENT) == {is_event.NOT_ANNOUNCED, BUT_A_DAY} | {
        reason for reason, _ in is_event.NOT_ONE_EVENT
    }
    assert set(reasons.NOT_THE_DATE) == {
        *(reason for reason, _ in refusals._REASONS),
        *(LESS_CLEAR, OTHER_EDITION, weekdays.OPEN),
        *(uncalendared.LUNAR, uncalendared.IMPOSSIBLE),
    }


LINES = {
    "mot": "Hội thảo một\n\nSáng 5/10/2017, Sở Y tế tổ chức Hội thảo một tại Huế.\n",
    # The province follows from the body, the year from what is told as past and as to come.
    "hai": "Hội nghị hai\n\nNgày 12/5, tại Nhà Văn hóa 3-2, UBND tỉnh Nam Định tổ chức Hội nghị hai về dữ"
    " liệu mở năm 2018.\n",
}


@pytest.fixture
def project(tmp_path):
    shutil.copytree(FROZEN / "seeds/vocabulary", tmp_path / "seeds/vocabulary")
    articles = tmp_path / "seeds/articles"
    articles.mkdir(parents=True)
    for name, text in LINES.items():
        (articles / f"{name}.txt").write_text(text)
    return tmp_path


def run(root, *words):
    return CliRunner().invoke(app, ["todo", *words, "--root", str(root)])


def test_the_command_tells_people_and_programs_the_same(project):
    told = run(project)
    assert told.exit_code == 0, told.stderr
    found = json.loads(run(project, "--format", "json").stdout)
    assert told.stdout.splitlines()[-1] == f"{len(found)} việc chờ biên tập viên"
    assert {task["id"] for task in found} == {"mot", "hai"}
    assert {task["id"] for task in json.loads(run(project, "mo", "--format", "json").stdout)} == {
        "mot"
    }


def test_an_article_that_is_not_there_is_told_with_the_nearest(project):
    result = run(project, "motj")
    assert result.exit_code == 1
    assert 'không có bài nào mã "motj"' in result.stderr and "mot" in result.stderr


def test_what_is_pasted_and_signed_waits_no_more(project):
    found = json.loads(run(project, "--format", "json").stdout)
    assert {"inferred-date", "inferred-place", "no-slug", "no-added", "no-publisher"} <= {
        task["kind"] for task in found
    }
    for name in LINES:
        lines = [task["paste"].replace("''", "Báo A") for task in found if task["id"] == name]
        rows = [f"  {line}" for line in lines if line.startswith("- ")]
        whole = [line for line in lines if not line.startswith("- ")] + ["corrections:"] * bool(
            rows
        )
        (project / f"seeds/articles/{name}.yml").write_text("\n".join(whole + rows))
    left = run(project)
    assert left.stdout == "Không có việc nào chờ biên tập viên\n", left.stderr
