"""What people give, drawn by hypothesis: articles, sidecars, vocabularies, damage to a project.

Each is made of what is right and what is odd, so that much of it gets past the door.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st

from egov_timeline import fields, sidecars, wording
from egov_timeline.extract.lexicon import classes
from egov_timeline.vocabulary import KEYS
from project import FROZEN, SEEDS

Texts = st.SearchStrategy[str]

ENTRIES = [entry for entries in classes().values() for entry in entries]
_SAID = sorted({entry.reads for entry in ENTRIES})
_WORDS = sorted({entry.word for entry in ENTRIES})
SAID, WORDS = st.sampled_from(_SAID), st.sampled_from(_WORDS)
LINES = st.sampled_from(
    [line for path in SEEDS for line in path.read_text("utf-8").splitlines() if line.strip()]
)
_DAYS = [
        "ngày 5/10/2017", "sáng nay", "31/2/2018", "quý I;", "29-30/10", "9999-12-31", "năm 2018,",
        "Thứ hai (9/4)", "16÷18/9", "từ 16 đến 18/9", "0/0/0000", "ngày 12, 13 và 14/6", "hôm qua",
        "mùng 10/3 âm lịch", "tháng 13/2019", "20:23 | 30/03/2016", "lần thứ XXI", "lần thứ 999999",
        "từ 30/12/2019 đến 2/1/2020", "đầu năm", "vào hồi 25 giờ 61 phút", "2017-10-05/2017-10-01",
        "(GMT+7)", "Cập nhật: 5/10/2017, 08:00", "thế kỷ 21", "2003 - 2016", "năm 0", "5.10.17",
]  # fmt: skip
DAYS = st.sampled_from(_DAYS)
_NAMES = [
        "Sở Y tế", "UBND tỉnh Lào Cai", "Hội thảo Dữ liệu mở", "tại Huế", "Hà Nội", "TP.HCM", "IDG",
        "Bộ Thông tin và Truyền thông", "Nghị quyết 36a/NQ-CP", "Khách sạn Melia", "tổ chức",
        "do Sở Y tế phối hợp với", "chủ trì", "bị hoãn", "dự kiến", "lần đầu tiên", "Theo", "PV",
        "Đọc nhiều", "TIN LIÊN QUAN", "Ảnh:", "Nguồn:", "(Ảnh minh họa)", "Chia sẻ", "Bình luận",
        "https://a.example/bai-1.html", "a@b.example",
]  # fmt: skip
NAMES = st.sampled_from(_NAMES)
_ODD = [
        "\u200b", "\u202e", "\u0301", "\x00", "\x1b[2J", "\ufeff", "\u2028", "\u00a0", "\t", "\r",
        "Ð", "１２", "𝟏", "½", "ﬁ", "\U0001f600", "\u0e33", "(", "“", "”", "…", "—", "|", "<b>", "{{",
        "{%", "<!--", "-->", "](", "&amp;", "&#0;", "\\", "```", "#", "---", "*", ";", "%s", "=1+1",
]  # fmt: skip
ODD = st.sampled_from(_ODD)
PIECES = st.one_of(
    WORDS, DAYS, NAMES, ODD, st.integers(0, 10**7).map(str), st.text(max_size=6), SAID, LINES
)


@st.composite
def articles(draw: st.DrawFn) -> str:
    """An article: lines of what the press writes, of odd things, and of one thing many times."""
    many = st.builds(lambda piece, times: f"{piece} " * times, PIECES, st.integers(2, 40))
    broken = st.builds(lambda line, at: line[at:], LINES, st.integers(0, 60))
    line = st.one_of(
        st.lists(PIECES, max_size=8).map(" ".join), st.lists(PIECES, max_size=5).map("".join),
        SAID, LINES, broken, many,
    )  # fmt: skip
    ends = st.sampled_from(["\n", "\n\n", "\r\n", "\n \n", " "])
    lines = draw(st.lists(line, min_size=1, max_size=10))
    return "".join(said + draw(ends) for said in lines)


SCALARS = st.one_of(
    st.sampled_from(
        [
            "", "null", "~", "no", "…", "2017-10-06", "6/10/2017", "9999-12-31", "0000-00-00", "2017?",
            "{2019-10-03,2019-10-05}", "2017-10-06T08:00+07:00", "XXXX-10-29", "../x", "a\nb", "=1+1",
            "https://a.example/x", "javascript:alert(1)", "Sở Y tế", "ha-noi", "chinh-phu-so", "Huế",
            "Sở Y tế (chủ trì)", "held", "hoi-thao", "Hội thảo Dữ liệu mở", "editor", "lần thứ 5",
        ]
    ),
    st.none(), st.booleans(), st.integers(), st.floats(), st.dates(), st.text(max_size=12), ODD,
)  # fmt: skip
PARTS = ("place", "province", "id", "name", "role", "edition", "kind", "date")
KINDS = st.sampled_from([*wording.MILESTONES, *wording.ROLES, *wording.STATUSES])
ANYTHING: st.SearchStrategy[Any] = st.recursive(
    SCALARS | KINDS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(PARTS), inner, max_size=4)
    ),
    max_leaves=6,
)
MILESTONE = {"kind": "first", "date": "2003", "name": "Hội thảo Dữ liệu mở", "place": "Huế"}
RIGHT: dict[str, list[Any]] = {
    "date": ["2017-10-06", "29–30/10/2015", "{2019-10-03,2019-10-05}", "2015?"],
    "published": ["2017-10-06T08:00+07:00", "6/10/2017"],
    "location": [{"place": "Khách sạn A", "province": "ha-noi"}, "Huế", {"province": "Hà Nội"}],
    "organizer": [["Sở Y tế"], [{"name": "Sở Y tế", "role": "host"}]],
    "themes": [["chinh-phu-so"], ["chinh-phu-so", "chinh-phu-so"]],
    "series": [{"name": "Hội thảo Dữ liệu mở", "edition": 5}, "Hội thảo Dữ liệu mở lần thứ 5"],
    "delegates": ["hơn 300", "1.000", "khoảng 250 đại biểu"],
    "milestones": [[MILESTONE], [MILESTONE | {"kind": "announced"}] * 2],
    "status": ["cancelled", "postponed", "announced"],
    "is_event": [True, False],
    "event_type": ["hoi-thao"],
}
SIGNED = {"why": "vì bài chỉ ghi tháng", "by": "editor", "on": "2026-11-21"}
SHOWN = [{"source": "https://a.example/x"}, {"quote": "Sở Y tế"}, {}, {"quote": "không có"}]


@st.composite
def corrections(draw: st.DrawFn) -> dict[str, Any]:
    name = draw(st.sampled_from([*fields.NAMES, "place"]))
    right = st.sampled_from(RIGHT.get(name, ["Hội thảo A"]))
    verb = draw(st.sampled_from(["value", "value", "add", "remove"]))
    said = {"field": name, verb: draw(st.one_of(right, right, ANYTHING, st.none()))}
    said |= SIGNED | draw(st.sampled_from(SHOWN))
    for key in draw(st.sets(st.sampled_from([*said]), max_size=1)):
        said[key] = draw(ANYTHING)
    return said


SIDECAR = st.fixed_dictionaries(
    {},
    optional={
        "slug": st.just("hoi-thao-du-lieu-mo") | SCALARS,
        "formerly": st.just(["hoi-thao-cu"]) | ANYTHING,
        "added": st.just("2026-11-21") | SCALARS,
        "source": st.dictionaries(st.sampled_from([*sidecars.SOURCE]), SCALARS, max_size=4),
        "event": st.just("y") | SCALARS,
        "corrections": st.lists(corrections(), max_size=3) | ANYTHING,
        "text": st.lists(
            st.dictionaries(st.sampled_from([*sidecars.EDIT]), SCALARS | NAMES, max_size=5), max_size=2
        ),
        "withhold": st.just("text") | SCALARS,
        "attachments": st.lists(st.just({"file": "a.pdf", "label": "A"}) | ANYTHING, max_size=2),
        "other": ANYTHING,
    },
)  # fmt: skip
_SLIPS = [
        "\t", ":", ": ", "- ", "[", "]", "{", "}", "&a ", "*a ", "!!python/object:os.system ", "\x00",
        "\u202e", "%YAML 9\n", "---\n", "...\n", "|", ">", "#", '"', "'", "? ", "<<: ", "\n", "  ", "@",
        "!!binary ", "!!set ", "\ufeff", "\x1b", "\u2028", "&a [*a]", "!!float ", "9" * 30,
]  # fmt: skip
SLIPS = st.sampled_from(_SLIPS)


# What is put into a text by those who change it.
EVERY_PIECE = [*_WORDS, *_DAYS, *_NAMES, *_ODD, *_SLIPS, *_SAID]


@st.composite
def slipped(draw: st.DrawFn, whole: Texts) -> str:
    """A text as it is, or with slips: something put in, something gone, cut off."""
    said = draw(whole)
    for _ in range(draw(st.integers(0, 2))):
        at, gone = draw(st.integers(0, len(said))), draw(st.sampled_from([0, 0, 1, 5, 10**6]))
        said = said[:at] + draw(SLIPS) + said[at + gone :]
    return said


def dumped(value: Any) -> str:
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False)


def sidecar_texts() -> Texts:
    """A sidecar as it stands in its file."""
    frozen = [path.with_suffix(".yml").read_text("utf-8") for path in SEEDS]
    return slipped(SIDECAR.map(dumped) | st.sampled_from(frozen) | ANYTHING.map(dumped))


TERM = st.fixed_dictionaries(
    {
        "id": st.sampled_from(["a", "b", "ha-noi", "chinh-phu-so"]) | SCALARS,
        "label": NAMES | SCALARS,
    },
    optional={
        key: st.lists(NAMES | SCALARS, max_size=3) | ANYTHING
        if key in ("aliases", "signs", "masks")
        else st.sampled_from(["a", "province", "local", "local-level"]) | ANYTHING
        for key in KEYS
        if key not in ("id", "label")
    }
    | {"merged": st.just({"into": "a", "on": "2025-07-01"}) | ANYTHING},
)


def vocabulary_texts() -> Texts:
    """An authority file."""
    frozen = [
        path.read_text("utf-8")[:1500] for path in (FROZEN / "seeds/vocabulary").glob("*.yml")
    ]
    written = st.lists(TERM, max_size=4).map(dumped)
    return slipped(written | st.sampled_from(sorted(frozen)) | ANYTHING.map(dumped))


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


def _cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _gone(path: Path) -> None:
    path.unlink()


def _a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _a_dangling_link(path: Path) -> None:
    path.unlink()
    path.symlink_to("nowhere")


def _a_link_to_itself(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.name)


def _a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _not_utf8(path: Path) -> None:
    path.write_bytes(b"\xff\xfe\x00" + path.read_bytes()[3:])


def _twice(path: Path) -> None:
    path.write_bytes(path.read_bytes() * 2)


def _odd_letters(path: Path) -> None:
    path.write_bytes("\u202e{{ 7 }}\x00\x1b[2J\n".encode() + path.read_bytes())


def _oddly_named(path: Path) -> None:
    path.rename(path.with_name(f"Bài \x1b[2J {path.name}"))


DAMAGES: list[Callable[[Path], None]] = [
    _emptied, _cut_off, _gone, _a_folder, _not_utf8, _twice, _odd_letters, _oddly_named,
    _a_dangling_link, _a_link_to_itself, *([_a_pipe] if hasattr(os, "mkfifo") else []),
]  # fmt: skip

# A file of a project, and what becomes of it.
Damage = tuple[str, Callable[[Path], None]]


def is_first(name: str) -> bool:
    """Whether a file is of the first article, which stands for all."""
    return name.startswith(SEEDS[0].stem)


def damages() -> st.SearchStrategy[Damage]:
    """What may befall a file that people look after."""
    paths = sorted(path for path in FROZEN.rglob("*") if path.is_file())
    names = [
        path.relative_to(FROZEN).as_posix()
        for path in paths
        if path.parent.name != "articles" or is_first(path.name)
    ]
    return st.tuples(
        st.sampled_from([name for name in names if "/" in name or name == "mkdocs.yml"]),
        st.sampled_from(DAMAGES),
    )
