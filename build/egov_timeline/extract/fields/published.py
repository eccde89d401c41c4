"""When the article appeared: as its own stamp says, or an editor."""

from __future__ import annotations

from egov_timeline.extract.resolve import creation_time

PUBLISHED = (creation_time.published,)
