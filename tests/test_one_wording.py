"""A label stands in one place: what readers see twice is named once, and is changed by one edit."""

import ast
import re
from collections import defaultdict

import pytest

from project import PROJECT

PACKAGE = PROJECT / "build/egov_timeline"
THEME = PROJECT / "theme"
VIETNAMESE = re.compile(r"[à-ỹ]")
# Nouns beside a number, and how a sentence begins: grammar, no labels.
GRAMMAR = {"bài viết", "lần thứ", "ngoài ra còn", "sự kiện", "theo bài"}


def of_code(text):
    tree = ast.parse(text)
    scopes = (ast.Module, ast.ClassDef, ast.FunctionDef)
    documented = {
        id(n.body[0].value)
        for n in ast.walk(tree)
        if isinstance(n, scopes) and ast.get_docstring(n)
    }
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in documented
        ):
            yield node.value


def of_template(text):
    text = re.sub(r"\{#.*?#\}", "", text, flags=re.DOTALL)
    for code in re.findall(r"\{[{%](.*?)[%}]\}", text, re.DOTALL):
        yield from re.findall(r'"([^"]+)"', code)
    text = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", "\0", text, flags=re.DOTALL)
    yield from re.findall(r'(?:aria-label|title|placeholder|data-[a-z-]+)="([^"\0]+)', text)
    yield from re.sub(r"<[^>]*>", "\0", text).split("\0")


def of_script(text):
    text = re.sub(r"/\*.*?\*/|^\s*//.*?$", "", text, flags=re.DOTALL | re.MULTILINE)
    for plain, filled in re.findall(r'"([^"\n]*)"|`([^`]*)`', text):
        yield from re.split(r"\$\{[^}]*\}", plain or filled)


def sources():
    """Yield what readers see: the words of pages, data, search and theme, and how to find them."""
    for folder in ("exports", "pages", "search", "site", "wording"):
        yield from ((path, of_code) for path in sorted((PACKAGE / folder).rglob("*.py")))
    yield from ((PACKAGE / name, of_code) for name in ("bundle.py", "fields.py", "share.py"))
    # The page of the data is running text.
    templates = [p for p in sorted((PACKAGE / "templates").glob("*.j2")) if p.name != "data.md.j2"]
    yield from ((path, of_template) for path in [*templates, *sorted(THEME.rglob("*.html"))])
    yield from ((path, of_script) for path in sorted((THEME / "assets/js").glob("*.js")))


def labels(texts):
    """Return the labels of {place: (text, how to find them)}: each with where it stands."""
    found = defaultdict(set)
    for place, (text, find) in texts.items():
        for said in find(text):
            label = " ".join(said.split()).strip(" ·:;,.()“”–…").lower()
            if VIETNAMESE.search(label) and " " in label and label not in GRAMMAR:
                found[label].add(place)
    return found


def test_no_label_stands_in_two_places():
    texts = {
        path.relative_to(PROJECT).as_posix(): (path.read_text("utf-8"), find)
        for path, find in sources()
    }
    assert len(labels(texts)) > 300
    assert {said: where for said, where in labels(texts).items() if len(where) > 1} == {}


COPIES = [
    ('SEE = "xem câu gốc"', of_code, '<a href="#x">Xem câu gốc</a>', of_template, True),
    ('SEE = "xem câu gốc"', of_code, 'said = "xem câu gốc";', of_script, True),
    ('SEE = "xem câu gốc"', of_code, '{{ x or "xem câu gốc" }}', of_template, True),
    ('"""Say "xem câu gốc"."""', of_code, "<p>xem câu gốc</p>", of_template, False),
    ('SEE = "xem câu gốc"', of_code, "{# xem câu gốc #}<p>{{ wording.SEE }}</p>", of_template, False),
    ('YEAR = "Năm"', of_code, "<p>năm</p>", of_template, False),
]  # fmt: skip


@pytest.mark.parametrize(("one", "first", "other", "second", "is_copy"), COPIES)
def test_a_copy_is_told(one, first, other, second, is_copy):
    found = labels({"a": (one, first), "b": (other, second)})
    assert any(len(where) > 1 for where in found.values()) is is_copy
