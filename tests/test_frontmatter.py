"""What goes into a page's front matter comes out the same, and as the same type."""

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from egov_timeline import frontmatter
from egov_timeline.errors import ProblemsFound

TEXT = st.text(
    st.characters(
        exclude_categories=["Cs", "Cc"], exclude_characters="\x85\u2028\u2029\ufeff\ufffe\uffff"
    )
)
KEYS = st.from_regex(r"[a-z]{1,6}_k", fullmatch=True)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(KEYS, VALUES, max_size=5))
@example({"a_k": "\xa0"})
def test_front_matter_round_trip(meta):
    page = frontmatter.dump(meta, "Nội dung", comment="generated from seeds/articles/x.txt")
    assert frontmatter.load(page, "x.md") == (meta, "Nội dung")


ODD = [
    "😀 hội thảo",
    "a\u2028b\x85c",
    "một\nhai",
    "- a: b, [c] # {d}",
    "",
    "\t",
    "dài " * 60,
    "\x07",
]


@given(st.dictionaries(KEYS, VALUES, max_size=5))
@example({f"{letter}_k": value for letter, value in zip("abcdefgh", ODD, strict=True)})
@example({"a_k": [ODD, {"b_k": ODD}], "c_k": {"d_k": ODD, "e_k": "2016", "f_k": [None, True]}})
def test_a_page_is_the_same_bytes_without_libyaml(meta):
    fast = frontmatter.dump(meta, "Nội dung")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(frontmatter, "_FAST", frontmatter._PLAIN)
        patch.setattr(frontmatter, "_LOADER", yaml.SafeLoader)
        assert frontmatter.dump(meta, "Nội dung") == fast
        plain = frontmatter.load(fast, "x.md")
    assert plain == frontmatter.load(fast, "x.md")


def test_a_list_is_one_line_however_long():
    page = frontmatter.dump({"organizer": ["Ủy ban nhân dân thành phố Hà Nội"] * 9, "a": 1}, "")
    assert len(page.splitlines()) == 4


@pytest.mark.parametrize(
    "edtf", ["1966", "1966-03-12", "XXXX-10-29", "2015?-10-29/2015?-10-30", "no"]
)
def test_a_date_comes_back_as_the_string_it_was(edtf):
    meta, _ = frontmatter.load(frontmatter.dump({"date": edtf}, ""), "x.md")
    assert meta["date"] == edtf


@pytest.mark.parametrize(
    "edtf", ["2016-03-30", "XXXX-10-29", "2015?-10-29/2015?-10-30", "2016-03-30T20:23+07:00"]
)
def test_a_date_is_written_in_quotes(edtf):
    assert f"date: '{edtf}'" in frontmatter.dump({"date": edtf}, "")


def test_broken_front_matter_names_file_and_line():
    with pytest.raises(
        ProblemsFound, match=r"content/x\.md:3: không đọc được YAML: thiếu dấu phẩy"
    ):
        frontmatter.load("---\ntitle: a\nthemes: [x\n---\n", "content/x.md")


def test_a_rule_in_the_body_does_not_end_the_front_matter():
    page = frontmatter.dump({"title": "---\n# a"}, "một\n\n---\n\nhai")
    assert frontmatter.load(page, "x.md") == ({"title": "---\n# a"}, "một\n\n---\n\nhai")
