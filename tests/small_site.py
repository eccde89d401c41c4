"""A site of a few records, with the project's own theme: what can be asked of it needs no seeds."""

from egov_timeline import pipeline, site
from project import copy_to
from records import VOCABULARIES


def build(root, records, known=VOCABULARIES):
    """Build a site of `records` with the project's theme; return its folder."""
    copy_to(root)
    for name, text in pipeline.written(records, known).items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    site.build(root, root / "content", root / "site")
    return root / "site"
