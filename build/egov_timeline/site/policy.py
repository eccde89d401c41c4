"""Says what a page may load and run: its Content Security Policy, the same on all pages.

Files of the site itself, and of scripts that stand in a page only one, by its hash. Whatever else
gets into a page, by whatever way, neither runs nor changes how it looks.
"""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from typing import Any

from rjsmin import jsmin

from egov_timeline.site.theme import has, read

# Runs before anything is drawn, so it stands in the page: a file would come too late.
FIRST = "assets/js/first.js"
_SCRIPTS = b"script-src 'self'"


def settle(config: Any) -> None:
    """Let the templates of `config` ask for the policy, and for the one script that it admits."""
    script = jsmin(read(config, FIRST)).strip() if has(config, FIRST) else ""
    config.extra["first_script"] = script
    config.extra["policy"] = _policy(script)


def _policy(script: str) -> str:
    return "; ".join(
        (
            "default-src 'none'",
            # Nothing of ours asks for data; who audits a page asks the site for robots.txt from it.
            "connect-src 'self'",
            f"script-src 'self' {_source(script.encode('utf-8'))}",
            "style-src 'self'",
            "img-src 'self' data:",
            "media-src 'self'",
            # One font comes in the sheet: `site.styles`.
            "font-src 'self' data:",
            "base-uri 'none'",
            # From a disk, Firefox counts no file as the page's own where a form leads.
            "form-action 'self' file:",
        )
    )


def _source(script: bytes) -> str:
    return f"'sha256-{b64encode(sha256(script).digest()).decode('ascii')}'"


def admitting_last(page: bytes) -> bytes:
    """Return `page` with a policy that lets its last script run, too."""
    script = page.rpartition(b"<script>")[2].partition(b"</script>")[0]
    admitted = f"script-src 'self' {_source(script)}".encode("ascii")
    return page.replace(_SCRIPTS, admitted, 1)
