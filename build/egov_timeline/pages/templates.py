"""Fill the package's templates: the one place where values become HTML.

Every value is escaped, and none is ever itself a template: what an article says, a page shows; nor
does its direction of writing reach the words of the page.
"""

from __future__ import annotations

from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from egov_timeline import wording
from egov_timeline.bidi import closed

_TEMPLATES = Environment(
    loader=PackageLoader("egov_timeline", "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,
    finalize=lambda value: closed(value) if isinstance(value, str) else value,
)
_TEMPLATES.globals["wording"] = wording


def fill(template: str, **values: Any) -> str:
    """Return `template`, filled in with `values`."""
    return _TEMPLATES.get_template(template).render(**values).strip()
