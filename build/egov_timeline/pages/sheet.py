"""Set a page together that is generated from many articles: its head, and the body as filled in."""

from __future__ import annotations

from egov_timeline import frontmatter

_GENERATED = "generated; change seeds/ or the templates instead"


def sheet(
    title: str, description: str, body: str, template: str = "listing.html", feed: str = ""
) -> str:
    """Return the page as MkDocs reads it; an empty description, template or feed is left out."""
    told = {"title": title, "description": description, "template": template, "feed": feed}
    meta = {name: said for name, said in told.items() if said}
    return frontmatter.dump(meta, body, comment=_GENERATED)


def source(path: str) -> str:
    """Return where the source of the page at `path` stands: `nam/2018.md` of `nam/2018.html`."""
    return f"{path.removesuffix('.html')}.md"


def root(path: str) -> str:
    """Return the way from the page at `path` to where the site begins."""
    return "../" * path.count("/")


def numbered(title: str, number: int) -> str:
    """Return the title of page `number` of a sequence."""
    return title if number == 1 else f"{title}, trang {number}"
