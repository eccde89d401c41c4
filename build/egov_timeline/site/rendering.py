"""Makes the pages of a site: what MkDocs does, in its own steps, in several processes.

Gives the bytes of `mkdocs build`. A page is read, rendered and written in one go and never kept in
memory; a page that was made before of the same Markdown, templates, settings and code, and stands
in the last site as it was made, is linked from there. Of other pages a template may ask what
MkDocs' navigation tells; where one asks for more, this is not the way (`OtherPagesWanted`).
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, TemplateError
from mkdocs.commands.build import _build_theme_template, _populate_page, get_context
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from egov_timeline import packing, parallel
from egov_timeline.cache import Cache, Key
from egov_timeline.errors import ProblemsFound
from egov_timeline.site import dependencies, integrity, verbatim
from egov_timeline.site.compiled import COMPILED
from egov_timeline.site.complaints import in_template, unexplained
from egov_timeline.site.rendered import Known, Made, Rendered
from egov_timeline.site.standins import AskedFiles, OtherPages, OtherPagesWanted, ThemeFiles
from egov_timeline.site.trim import trim_page

# The template of a page whose head names none.
MAIN = ("template", "main.html")


@dataclass(frozen=True)
class Shared:
    """All that pages are made of but their own Markdown."""

    root: Path
    config: Any
    files: Files
    nav: Navigation
    env: Environment
    messages: list[str]
    before: Path | None  # the site as it was published: what is the same is linked, not written
    known: Known


def render(shared: Shared, jobs: int, kept: Cache | None) -> Made:
    """Build the site. Raises ProblemsFound for what is wrong with a template; OtherPagesWanted
    where one wants them.
    """
    files, config = shared.files, shared.config
    put = _copy(shared)
    pages = [_page_of(file) for file in files.documentation_pages()]
    made = _made(shared, pages, jobs, kept)
    if any(rendered.wants_others for rendered in made.values()):
        raise OtherPagesWanted
    if problems := [rendered.problem for rendered in made.values() if rendered.problem]:
        raise ProblemsFound(list(dict.fromkeys(problems)))
    without = [(r.meta.get(*MAIN), uri) for uri, r in made.items() if not r.has_heading]
    if without and not shared.messages:
        raise ProblemsFound(list(integrity.headless(without)))
    _tell(shared, pages, made)
    paths = {page.file.dest_uri: made[page.file.src_uri].digest for page in pages}
    # A page of that name comes before the theme's.
    for name in sorted(config.theme.static_templates - paths.keys()):
        _build_theme_template(name, shared.env, files, config, shared.nav)
    for page in pages:
        page.validate_anchor_links(files=files, log_level=config.validation.links.anchors)
    leads = {
        target: page.file.dest_uri
        for page in pages
        for target in zlib.decompress(made[page.file.src_uri].leads).decode("utf-8").split("\n")
    }
    return Made(paths, leads, put)


def gather(
    root: Path, config: Any, messages: list[str], before: Path | None, known: Known
) -> Shared:
    """Gather what the pages of `config` are made of."""
    files = get_files(config)
    env = config.theme.get_env()
    env.bytecode_cache = COMPILED
    shown: Any = ThemeFiles(config.theme.dirs)
    files.add_files_from_theme(shown, config)
    set_exclusions(files, config)
    nav = get_navigation(files, config)
    for page in nav.pages:
        page.read_source(config)
        if "title" not in page.meta and "title" not in vars(page):
            _populate_page(page, config, files)
    return Shared(root, config, files, nav, env, messages, before, known)


def _copy(shared: Shared) -> dict[str, bytes]:
    """Put what is no page in its place; what the site has already is linked, not written.

    Of the assets some are made leaner where they are put, so each is a file of its own. Returns the
    digests of the files of which one was known.
    """
    put = {}
    for file in shared.files:
        kept_out = not file.inclusion.is_included()  # type: ignore[no-untyped-call]
        if kept_out or file.is_documentation_page():
            continue
        known = shared.known.files.get(file.src_uri)
        of_its_own = file.dest_uri.startswith("assets/")
        digest = known or (b"" if of_its_own else packing.digest(file.content_bytes))
        if of_its_own or not _linked(shared, file, digest):
            file.copy_file()
            digest = packing.digest(Path(file.abs_dest_path).read_bytes()) if known else b""
        if known:
            put[file.dest_uri] = digest
    return put


def _linked(shared: Shared, file: File, digest: bytes) -> bool:
    """Let a file be the one that the site has already, if that has this digest; return whether."""
    there, target = shared.before, f"{shared.config.site_dir}/{file.dest_uri}"
    return bool(there and packing.link(f"{there}/{file.dest_uri}", target, digest))


def _page_of(file: File) -> Page:
    assert file.page is not None
    return file.page


def _made(
    shared: Shared, pages: Sequence[Page], jobs: int, kept: Cache | None
) -> dict[str, Rendered]:
    """Return what was made of each page, now or before."""
    if not dependencies.are_known(shared.config):
        kept = None
    common = dependencies.common(shared.config, shared.nav) if kept else b""
    last: Mapping[str, Rendered] = (kept.get(common) if kept else None) or {}
    sources = {page.file.src_uri: _source(shared, page) for page in pages} if kept else {}
    made = {
        page.file.src_uri: found
        for page in pages
        if (found := last.get(page.file.src_uri)) and _is_still(shared, page, found, sources)
    }
    missing = [page.file.src_uri for page in pages if page.file.src_uri not in made]
    results = parallel.each(partial(_render, shared), missing, jobs)
    made |= zip(missing, results, strict=True)
    if kept and (missing or made.keys() != last.keys()):
        _keep(shared, kept, common, sources, made)
    return made


def _source(shared: Shared, page: Page) -> bytes:
    """Return the digest of the Markdown of a page."""
    known = shared.known.sources.get(page.file.src_uri)
    return known or packing.b2sum(page.file.content_bytes)


def _is_still(shared: Shared, page: Page, found: Rendered, sources: Mapping[str, bytes]) -> bool:
    """Put a page in its place that was made before, if that would give the same now."""
    return (
        found.source == sources[page.file.src_uri]
        and all(
            (shared.files.get_file_from_path(path) is not None) is there
            for path, there in found.asked
        )
        and _linked(shared, page.file, found.digest)
    )


def _keep(
    shared: Shared,
    kept: Cache,
    common: Key,
    sources: Mapping[str, bytes],
    made: Mapping[str, Rendered],
) -> None:
    """Keep pages with which nothing is wrong, and of which the Markdown is still what it was.

    Where somebody has changed a template on the way, which pages have it nobody can tell.
    """
    if dependencies.common(shared.config, shared.nav) == common:
        sound = {uri: each for uri, each in made.items() if each.is_sound}
        kept.put(common, {uri: each for uri, each in sound.items() if each.source == sources[uri]})


def _render(shared: Shared, uri: str) -> Rendered:
    """Render the page at `uri` and write it; of other pages only the navigation is known."""
    page, asked = _page_of(shared.files.src_uris[uri]), AskedFiles(shared.files)
    told = len(shared.messages)
    try:
        _read(page, shared.config, asked)
        html = trim_page(_html(shared, page))
        if html:
            write_file(html, page.file.abs_dest_path)
        return Rendered(
            packing.b2sum(page.file.content_bytes),
            packing.digest(html) if html else b"",
            page.title,
            page.meta,
            "\n".join(sorted(page.present_anchor_ids or ())),
            tuple(_links(page)),
            tuple(asked.asked.items()),
            zlib.compress("\n".join(integrity.named(page.file.dest_uri, html)).encode("utf-8"), 1),
            integrity.has_heading(html),
            tuple(shared.messages[told:]),
        )
    except OtherPagesWanted:
        return Rendered(wants_others=True)
    except TemplateError as err:
        return Rendered(problem=in_template(shared.root, err))
    except MkDocsException as err:
        said = tuple(shared.messages[told:])
        return Rendered(complaints=said, problem=None if said else unexplained(err))
    finally:
        del shared.messages[told:]
        _forget(page)


def _read(page: Page, config: Any, files: Files) -> None:
    """Read a page and make HTML of its Markdown; what is HTML already is not put through it."""
    page.read_source(config)
    if verbatim.NAME in config.markdown_extensions and verbatim.is_html(page.markdown or ""):
        page.content, anchors = verbatim.taken(page.markdown or "")
        page.present_anchor_ids = set(anchors)
    else:
        _populate_page(page, config, files)


def _html(shared: Shared, page: Page) -> bytes:
    config = shared.config
    config._current_page, page.active = page, True
    context = get_context(shared.nav, OtherPages(), config, page)
    template = shared.env.get_template(page.meta.get(*MAIN))
    output = template.render(context)
    return output.encode("utf-8", "xmlcharrefreplace") if output.strip() else b""


def _forget(page: Page) -> None:
    """Leave of a page what the navigation tells of it."""
    page.active, page.title = False, page.title
    page.markdown = page.content = page.links_to_anchors = page.present_anchor_ids = None


def _links(page: Page) -> Iterator[tuple[str, str, str]]:
    for target, anchors in (page.links_to_anchors or {}).items():
        yield from ((target.src_uri, anchor, said) for anchor, said in anchors.items())


def _tell(shared: Shared, pages: Sequence[Page], made: Mapping[str, Rendered]) -> None:
    """Tell the pages what was made of them: title, head, and the anchors that are linked to."""
    files = shared.files.src_uris
    for page in pages:
        rendered = made[page.file.src_uri]
        shared.messages.extend(rendered.complaints)
        page.title, page.meta = rendered.title, dict(rendered.meta)
        page.links_to_anchors = {}
        for uri, anchor, said in rendered.links:
            page.links_to_anchors.setdefault(files[uri], {})[anchor] = said
            if (target := files[uri].page) and target.present_anchor_ids is None:
                target.present_anchor_ids = set(made[uri].anchors.split("\n"))
