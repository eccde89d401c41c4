"""Turns `content/` and `theme/` into a static site by way of MkDocs; no other package knows it.

Every warning of MkDocs is a failure. What no page of the site asks for (source maps, Material's
own search, most of its style) does not get into it, and today's date does not show in it: the same
content gives the same bytes.
"""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2 import TemplateError
from markupsafe import escape
from mkdocs.commands.build import build as run_mkdocs
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import get_files

from egov_timeline import colours, wording
from egov_timeline.cache import Cache
from egov_timeline.errors import ProblemsFound
from egov_timeline.site import config as settings
from egov_timeline.site import (
    icons,
    integrity,
    policy,
    rendering,
    scripts,
    soundness,
    styles,
    theme,
)
from egov_timeline.site.complaints import collected, in_template, problems, unexplained
from egov_timeline.site.integrity import astray
from egov_timeline.site.rendered import Known, Made
from egov_timeline.site.rendering import MAIN
from egov_timeline.site.serving import serve
from egov_timeline.site.standins import OtherPagesWanted
from egov_timeline.site.trim import trim

__all__ = ["Known", "Site", "astray", "build", "serve"]

# Settles for MkDocs by itself what a build here settles before; it sees no page.
_HOOK = "theme/hooks.py"
_NOTHING = Known()


@dataclass(frozen=True, slots=True)
class Site:
    """What a site is called, and where it will stand; an empty address is not known.

    `digests` maps pages, by their path in the site, to the digest of their HTML, and `copied` other
    files to theirs; `leads` the files that addresses name to a page that has the address.
    """

    name: str
    address: str
    digests: Mapping[str, bytes] = field(default_factory=dict)
    leads: Mapping[str, str] = field(default_factory=dict)
    copied: Mapping[str, bytes] = field(default_factory=dict)


def build(
    root: Path,
    content: Path,
    site_dir: Path,
    *,
    jobs: int = 1,
    kept: Cache | None = None,
    before: Path | None = None,
    known: Known = _NOTHING,
    meanwhile: Callable[[str], AbstractContextManager[None]] = lambda _: nullcontext(),
) -> Site:
    """Build the pages in `content`, with the theme of the project at `root`, into `site_dir`.

    In up to `jobs` processes; pages that are `kept` are not made again, and those that stand in the
    site as it was `before` not written again; of `content`, what is `known` is not read to know it.
    `meanwhile` is told the address, to have something done while pages are made. Raises
    `ProblemsFound` with everything that MkDocs complains of; then `site_dir` is of no use.
    """
    if wrong := list(soundness.slips_in_settings(root)):
        raise ProblemsFound(wrong)
    with collected() as messages, _no_clock():
        try:
            config = settings.load(
                root,
                docs_dir=str(content.resolve()),
                site_dir=str(site_dir.resolve()),
                strict=True,
            )
            if wrong := list(soundness.faults(root, config)):
                raise ProblemsFound(wrong)
            sheet = styles.join(config)
            joined = scripts.join(config)
            settle(config)
            with meanwhile(str(config.site_url or "")):
                made = _pages(root, config, messages, jobs, kept, before, known)
        except MkDocsException as err:
            raise ProblemsFound(problems(messages) or [unexplained(err)]) from err
        except TemplateError as err:
            raise ProblemsFound([in_template(root, err)]) from err
    if messages:
        raise ProblemsFound(problems(messages))
    if sheet:
        styles.write(sheet, site_dir)
    scripts.write(joined, site_dir)
    if config.extra["colours"]:
        icons.write(config.extra["colours"], site_dir, kept)
    # It stands in the pages.
    (site_dir / policy.FIRST).unlink(missing_ok=True)
    if not config.site_url:
        # Without an address the site map is a list of nothing.
        (site_dir / "sitemap.xml").unlink(missing_ok=True)
    # Its bytes depend on the zlib that packs it, and no crawler needs it.
    (site_dir / "sitemap.xml.gz").unlink(missing_ok=True)
    trim(site_dir, made.digests)
    (site_dir / ".nojekyll").touch()
    return Site(
        str(config.site_name), str(config.site_url or ""), made.digests, made.leads, made.copied
    )


def settle(config: Any) -> None:
    """Put into `config` what templates ask for: the policy, words of readers, colours."""
    policy.settle(config)
    config.extra["words"] = _words()
    config.nav = _called(config.nav)
    sheet = theme.read(config, colours.SHEET) if theme.has(config, colours.SHEET) else None
    config.extra["colours"] = colours.read(sheet) if sheet else {}


def _words() -> dict[str, str]:
    """Return the words of readers that templates of the theme ask for, by name, as HTML."""
    words = dataclasses.asdict(wording.labels) | {
        "THEMES": wording.inside(wording.FIELDS["themes"])
    }
    return {name: escape(said) for name, said in words.items()}


def _called(nav: Any) -> Any:
    """Return `nav` with what the package has a word for called as the project calls it."""
    own = {wording.own.PACKAGE[name]: said for name, said in wording.own.laid().items()}
    if not isinstance(nav, list):
        return nav
    return [
        {own.get(title, title): _called(page) for title, page in item.items()}
        if isinstance(item, dict)
        else item
        for item in nav
    ]


def _pages(
    root: Path,
    config: Any,
    messages: list[str],
    jobs: int,
    kept: Cache | None,
    before: Path | None,
    known: Known,
) -> Made:
    """Make the site of `config`; there are digests of the pages that were made one by one."""
    # These see all pages before they give any.
    if not (config.plugins.keys() - {_HOOK} or config.extra_templates):
        try:
            shared = rendering.gather(root, config, messages, before, known)
            return rendering.render(shared, jobs, kept)
        except OtherPagesWanted:
            messages.clear()
    _run(config)
    pages = {page.dest_uri: page.src_uri for page in get_files(config).documentation_pages()}
    leads, without = integrity.reread(Path(config.site_dir), pages)
    if without and not messages:
        raise ProblemsFound(list(integrity.headless((MAIN[1], pages[page]) for page in without)))
    return Made(leads=leads)


def _run(config: Any) -> None:
    config.plugins.on_startup(command="build", dirty=False)
    try:
        run_mkdocs(config)
    finally:
        config.plugins.on_shutdown()


@contextmanager
def _no_clock() -> Iterator[None]:
    """Keep today's date out of whatever MkDocs and the templates write.

    MkDocs offers no other way than this variable (https://reproducible-builds.org/specs/).
    """
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = "0"
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before
