"""A page that says it is HTML goes through Markdown as it is; any other page is Markdown."""

from contextlib import nullcontext

import markdown
import pytest

from egov_timeline import frontmatter, site
from egov_timeline.errors import ProblemsFound
from project import copy_to, generated, write_content

VERBATIM = "egov_timeline.site.verbatim"
PAGES = [
    # What Markdown, attr_list and Markdown's own marks would make something of.
    "<div>\n<p>*a* _b_ `c` [d](e) &amp; {: .f }</p>\n\n    <pre>g\n\n\nh</pre>\n</div>",
    "<p>\x02klzzwxh:0\x03 wzxhzdk:0</p>",
    "<p>unclosed <b>bold\n\n# no heading",
    '<script type="application/ld+json">{"a": "[b](c)"}</script>',
    "",
]


@pytest.mark.parametrize("page", PAGES)
def test_html_is_handed_on_as_it_is(page):
    made = markdown.markdown(f"<!--html-->\n{page}\n", extensions=["attr_list", VERBATIM])
    assert made == page


@pytest.mark.parametrize(
    "page", ["# A *b*\n\n<!--html-->\n", " <!--html-->\n*a*", "<!-- html -->\n*a*", "*a*"]
)
def test_any_other_page_is_markdown(page):
    assert markdown.markdown(page, extensions=[VERBATIM]) == markdown.markdown(page)


def test_one_page_leaves_nothing_to_the_next():
    md = markdown.Markdown(extensions=[VERBATIM])
    assert md.convert("<!--html-->\n<p>*a*</p>") == "<p>*a*</p>"
    assert md.convert("*b*") == "<p><em>b</em></p>"


@pytest.mark.parametrize(("anchor", "is_there"), [("cau-1", True), ("cau-99", False)])
def test_links_of_people_into_such_a_page_are_checked(tmp_path, anchor, is_there):
    root = copy_to(tmp_path)
    write_content(root, generated())
    article = next((root / "content/bai-viet").glob("*.md"))
    about = root / "content/gioi-thieu.md"
    about.write_text(
        f"{about.read_text('utf-8')}\n[x](bai-viet/{article.name}#{anchor})\n", "utf-8"
    )
    with nullcontext() if is_there else pytest.raises(ProblemsFound, match=f"#{anchor}"):
        site.build(root, root / "content", root / "site")


def test_pages_are_html_but_for_that_of_the_data():
    pages = {name: text for name, text in generated().items() if name.endswith(".md")}
    bodies = {name: frontmatter.load(text, name)[1] for name, text in pages.items()}
    taken_apart = [
        name for name, body in bodies.items() if body and not body.startswith("<!--html-->\n")
    ]
    assert taken_apart == ["du-lieu.md"]
