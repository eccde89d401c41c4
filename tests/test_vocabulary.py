"""Authority files are read whole or refused with every mistake and its line."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egov_timeline import vocabulary
from egov_timeline.errors import ProblemsFound
from egov_timeline.text import match_key
from egov_timeline.vocabulary import Merger, Strength, Term, Vocabulary
from project import vocabularies

PLACES = "- id: hue\n  label: Huế\n- id: ha-noi\n  label: Hà Nội\n"


@pytest.fixture
def folder(tmp_path):
    for name in ("themes", "organizations", "places"):
        (tmp_path / f"{name}.yml").write_text(PLACES, "utf-8")
    return tmp_path


def load(folder, places):
    (folder / "places.yml").write_text(places, "utf-8")
    return vocabulary.load(folder).places


READ = [
    ("[]\n", {}),
    ("# nothing yet\n[]\n", {}),
    ("- id: hue\n  label: Huế\n", {"hue": Term("hue", "Huế")}),
    ("- {id: hue, label: Huế, aliases: []}", {"hue": Term("hue", "Huế")}),
    (
        "- id: a\n  label: A\n- id: b\n  label: B\n  aliases: [BB, B1]\n  broader: a\n  kind: town\n",
        {"a": Term("a", "A"), "b": Term("b", "B", ("BB", "B1"), "a", kind="town")},
    ),
    # What YAML 1.1 takes for false, a number, a date and nothing is the text that was typed.
    (
        "- {id: no, label: Yes}\n- {id: 1966, label: 2017-10-05}\n- {id: null, label: ~}",
        {
            "no": Term("no", "Yes"),
            "1966": Term("1966", "2017-10-05"),
            "null": Term("null", "~"),
        },
    ),
    (
        "- {id: a, label: A, merged: {into: b, on: 2025-07-01}}\n- {id: b, label: B}\n",
        {"a": Term("a", "A", merged=Merger("b", date(2025, 7, 1))), "b": Term("b", "B")},
    ),
    ("- id: hue\n  label: Hue\u0302\u0301\n", {"hue": Term("hue", "Huế")}),  # NFD
]


@pytest.mark.parametrize(("yaml", "terms"), READ)
def test_read(folder, yaml, terms):
    assert dict(load(folder, yaml)) == terms


REFUSED = [
    ("- id: hue\n  label: a: b\n", ":2: không đọc được YAML: có dấu hai chấm ở chỗ không được phép"),
    ("id: hue\nlabel: Huế\n", ":1: không phải là danh sách"),
    ("- hue\n", ":1: mục từ phải gồm các mục có tên"),
    ("- {id: a, label: A}\n- [b, B]\n", ":2: mục từ phải gồm các mục có tên"),
    ("- label: Huế\n", ":1: mục từ này thiếu id"),
    ("- note: x\n", ":1: mục từ này thiếu id và label"),
    ("- id: hue\n  label: Huế\n  alias: [x]\n", ':3: mục từ không có mục "alias". Có phải ý bạn là "aliases"?'),
    ("- id: hue\n  label: Huế\n  zzz: x\n", ':3: mục từ không có mục "zzz". Chỉ dùng: id, label'),
    ("- id: hue\n  label: Huế\n  label: Huế\n", ":3: mục từ có hai mục label"),
    ("- id: hue\n  label: Huế\n  aliases: x\n", ":3: aliases không phải là danh sách"),
    ("- id: hue\n  label: Huế\n  aliases: [x, [y]]\n", ":3: aliases phải là một dòng chữ"),
    ("- id: hue\n  label: Huế\n  aliases:\n  - x\n  -\n", ":5: aliases phải là một dòng chữ"),
    ("- id: hue\n  label:\n", ":2: label phải là một dòng chữ"),
    ("- id: hue\n  label: {a: b}\n", ":2: label phải là một dòng chữ"),
    ("- id: Huế\n  label: Huế\n", ':1: id "Huế" không dùng được'),
    ("- id: a--b\n  label: Huế\n", ':1: id "a--b" không dùng được'),
    (PLACES + "- id: hue\n  label: X\n", ':5: id "hue" đã có ở dòng 1'),
    (PLACES + "- id: x\n  label: HÀ NỘI\n", ':6: "HÀ NỘI" là tên của x, nhưng cũng là tên của ha-noi ở dòng 3'),
    (PLACES + "- id: x\n  label: X\n  aliases:\n  - Y\n  - huế\n", ':9: "huế" là tên của x, nhưng cũng là tên của hue ở dòng 1'),
    (PLACES + "- id: x\n  label: X\n  broader: ha-loi\n", ':5: x thuộc mục không có "ha-loi". Có phải ý bạn là "ha-noi"?'),
    ("- id: a\n  label: A\n  broader: a\n", ":1: a thuộc chính nó"),
    (PLACES + "- id: x\n  label: X\n  merged: {into: ha-loi, on: '2025-07-01'}\n", ':5: x nhập vào mục không có "ha-loi". Có phải ý bạn là "ha-noi"?'),
    (PLACES + "- id: x\n  label: X\n  merged: {into: x, on: '2025-07-01'}\n", ":5: x nhập vào x, nơi chính nó đã nhập vào nơi khác"),
    (PLACES + "- id: x\n  label: X\n  merged: {into: hue, on: tháng 7}\n", ":7: merged phải nói nhập vào đâu và từ ngày nào. Viết {into: id của tỉnh mới, on: '2025-07-01'}."),
    (PLACES + "- id: x\n  label: X\n  merged: {into: hue}\n", ":7: merged phải nói nhập vào đâu và từ ngày nào"),
    (PLACES + "- id: x\n  label: X\n  merged: hue\n", ":7: merged phải gồm các mục có tên"),
    ("- {id: a, label: A, broader: b}\n- {id: b, label: B, broader: a}\n", ":2: b thuộc chính nó"),
    ("", ": không có mục nào. Lấy lại bản trước"),
    ("\ufeff\n", ": không có mục nào. "),
    ("# everything went\n", ": không có mục nào. "),
]  # fmt: skip


@pytest.mark.parametrize(("yaml", "message"), REFUSED)
def test_refused(folder, yaml, message):
    with pytest.raises(ProblemsFound) as err:
        load(folder, yaml)
    assert f"seeds/vocabulary/places.yml{message}" in str(err.value)


def test_a_name_said_twice_within_one_term_is_no_mistake(folder):
    assert load(folder, "- {id: hue, label: Huế, aliases: [HUẾ]}")["hue"].names == ("Huế", "HUẾ")


def test_one_sign_may_point_to_two_terms(folder):
    yaml = "- {id: a, label: A, signs: [x]}\n- {id: b, label: B, signs: [x]}\n"
    assert [m.id for m in load(folder, yaml).mentions("x")] == ["a", "b"]


def test_every_mistake_of_every_file_is_told_at_once_in_order(folder):
    (folder / "themes.yml").unlink()
    (folder / "organizations.yml").write_bytes(b"\xff\xfe")
    with pytest.raises(ProblemsFound) as err:
        load(folder, "- {id: a, label: A, broader: x}\n- {id: a, label: B}\n- {idd: c}\n")
    assert [(p.where.rpartition("/")[2], p.line) for p in err.value.problems] == [
        ("themes.yml", None),
        ("organizations.yml", 1),
        ("places.yml", 1),
        ("places.yml", 2),
        ("places.yml", 3),
        ("places.yml", 3),
    ]


def test_vocabularies_of_a_whole_project_are_in_order():
    frozen = vocabularies()
    assert all((frozen.themes, frozen.organizations, frozen.places))


SERVICES = Vocabulary(
    [
        Term("dich-vu", "dịch vụ công", ("DVC",), masks=("dịch vụ công nghệ",), signs=("hồ sơ",)),
        Term("chinh-quyen", "chính quyền điện tử"),
        Term("kien-truc", "kiến trúc", ("kiến trúc chính quyền điện tử",), signs=("điện tử",)),
    ]
)
MENTIONS = [
    ("Dịch vụ công", [("dich-vu", Strength.NAME, "Dịch vụ công")]),
    ("dịch vụ công nghệ", []),
    ("hồ sơ DVC", [("dich-vu", Strength.SIGN, "hồ sơ"), ("dich-vu", Strength.NAME, "DVC")]),
    (
        "Kiến trúc chính quyền điện tử",
        [
            ("kien-truc", Strength.NAME, "Kiến trúc chính quyền điện tử"),
            ("chinh-quyen", Strength.NAME, "chính quyền điện tử"),
        ],
    ),
    ("điện tử", [("kien-truc", Strength.SIGN, "điện tử")]),
]


@pytest.mark.parametrize(("text", "mentions"), MENTIONS)
def test_mentions(text, mentions):
    found = SERVICES.mentions(match_key(text))
    assert [(m.id, m.strength, text[m.start : m.end]) for m in found] == mentions


SLUG = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}", fullmatch=True)


@given(st.lists(SLUG, unique=True, min_size=1, max_size=8))
def test_what_is_written_is_read(tmp_path_factory, idents):
    folder = tmp_path_factory.mktemp("vocabulary")
    yaml = "".join(f"- id: {ident}\n  label: {ident} x\n" for ident in idents)
    for name in ("themes", "organizations", "places"):
        (folder / f"{name}.yml").write_text(yaml, "utf-8")
    assert list(vocabulary.load(folder).themes) == idents


@given(st.text(alphabet="abc-:[]{}'\"#&*!|>\n é", max_size=60))
def test_no_file_makes_it_fail_otherwise_than_with_problems(tmp_path_factory, yaml):
    folder = tmp_path_factory.mktemp("vocabulary")
    for name in ("themes", "organizations", "places"):
        (folder / f"{name}.yml").write_text(yaml, "utf-8")
    try:
        vocabulary.load(folder)
    except ProblemsFound as err:
        assert err.problems
