"""A site of a few records, with the project's own theme: what can be asked of it needs no seeds."""

from egov_timeline import imprint, pipeline, site
from project import copy_to
from records import VOCABULARIES


def build(root, records, known=VOCABULARIES, settings="", *, copied=False):
    """Build a site of `records` with the project's theme and more `settings`; return its folder.

    Where the project is `copied` to `root` already, its theme is the one that is there.
    """
    if not copied:
        copy_to(root)
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as told:
        told.write(settings)
    for name, text in pipeline.written(records, known, imprint.read(root, records)).items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    site.build(root, root / "content", root / "site")
    return root / "site"
