"""A site of a few records, with the project's own theme: what can be asked of it needs no seeds."""

import shutil
from pathlib import Path

from egov_timeline import pipeline, site
from records import VOCABULARIES

PROJECT = Path(__file__).parent.parent


def build(root, records):
    """Build a site of `records` with the project's theme; return its folder."""
    shutil.copytree(PROJECT / "theme", root / "theme")
    shutil.copy(PROJECT / "mkdocs.yml", root)
    about = (PROJECT / "content/gioi-thieu.md").read_text("utf-8")
    generated = pipeline.written(records, VOCABULARIES)
    for name, text in {**generated, "gioi-thieu.md": about}.items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    site.build(root, root / "content", root / "site")
    return root / "site"
