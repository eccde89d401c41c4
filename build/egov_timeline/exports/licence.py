"""What the licence of the data is called, where its address says so.

Turns the address of a Creative Commons licence into the names that people and programs use. Of any
other the address is all that is told: nobody shall take one licence for another.
"""

from __future__ import annotations

import re

# https://creativecommons.org/licenses/by-sa/4.0/deed.vi, https://creativecommons.org/publicdomain/zero/1.0/
_COMMONS = re.compile(
    r"https?://creativecommons\.org/(?:licenses/(?P<kind>by(?:-nc)?(?:-sa|-nd)?)|publicdomain/zero)"
    r"/(?P<version>\d\.\d)/?(?:(?:deed|legalcode)[\w.-]*)?"
)


def spdx(address: str) -> str | None:
    """Return the id of the licence in the SPDX list: "CC-BY-4.0"."""
    found = _COMMONS.fullmatch(address)
    if found is None:
        return None
    kind, version = found["kind"], found["version"]
    return f"CC-{kind.upper()}-{version}" if kind else f"CC0-{version}"


def label(address: str) -> str:
    """Return what readers call the licence: "CC BY 4.0", or its address."""
    ident = spdx(address)
    if ident is None:
        return address.partition("//")[2].rstrip("/")
    head, _, version = ident.rpartition("-")
    return f"{head.replace('-', ' ', 1)} {version}"
