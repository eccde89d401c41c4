"""What the hook of the theme settles stands in a file too: other generators run no hooks.

`make settled` writes it anew.
"""

from __future__ import annotations

import os
from typing import Any

import yaml

from egov_timeline import site
from egov_timeline.site import config as settings
from project import FROZEN, PROJECT, copy_to

FILE = PROJECT / "theme/settled.yml"
SETTLED = ("policy", "first_script", "words", "colours")
HEAD = """\
# Written by `make settled`: what hooks.py settles, for generators that run no hooks.
"""


def plain(value: Any) -> Any:
    """Return mappings of any kind as YAML has them."""
    if isinstance(value, str):
        return str(value)  # what was escaped is a text, too
    return {k: plain(v) for k, v in value.items()} if hasattr(value, "items") else value


def test_it_is_what_the_hook_settles(tmp_path):
    config = settings.load(copy_to(tmp_path / FROZEN.name))
    site.settle(config)
    told = {"extra": {name: plain(config.extra[name]) for name in SETTLED}}
    said = HEAD + yaml.safe_dump(told, allow_unicode=True, width=1000)
    if os.environ.get("WRITE_SETTLED"):
        FILE.write_text(said, "utf-8", newline="\n")
    assert FILE.read_text("utf-8") == said
