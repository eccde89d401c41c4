"""Turns a built site into one zip that opens by double-click of `index.html`, without a server.

What only a web host makes use of is left out. The same site gives the same bytes, as long as the
same zlib packs it: sorted entries, one fixed time, one fixed mode, names with forward slashes under
a single top folder. A zip that fails leaves the previous one as it was.
"""

from __future__ import annotations

import os
import tempfile
import zipfile
from pathlib import Path

# The earliest moment that a zip can hold.
_MOMENT = (1980, 1, 1, 0, 0, 0)
# The page for a missing address has absolute links, which lead nowhere from file://; the other two
# speak to crawlers and to GitHub Pages.
_FOR_A_HOST = {"404.html", "sitemap.xml", ".nojekyll"}
_UNIX = 3
_READABLE_FILE = 0o100644


def make(site_dir: Path, zip_path: Path, name: str) -> None:
    """Pack `site_dir` into `zip_path` under a top folder `name`."""
    zip_path.parent.mkdir(parents=True, exist_ok=True)
    files = {path.relative_to(site_dir).as_posix(): path for path in site_dir.rglob("*")}
    handle, draft = tempfile.mkstemp(dir=zip_path.parent, prefix=f".{zip_path.name}-")
    try:
        with os.fdopen(handle, "wb") as out, zipfile.ZipFile(out, "w") as bundle:
            for relative, path in sorted(files.items()):
                if path.is_file() and relative not in _FOR_A_HOST:
                    bundle.writestr(_entry(f"{name}/{relative}"), path.read_bytes())
        Path(draft).chmod(0o644)
        Path(draft).replace(zip_path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _MOMENT)
    entry.compress_type = zipfile.ZIP_DEFLATED
    # Without these the entry would tell the system it was made on.
    entry.create_system = _UNIX
    entry.external_attr = _READABLE_FILE << 16
    return entry
