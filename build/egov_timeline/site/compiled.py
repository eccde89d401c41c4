"""Keeps the theme's templates compiled while their text stays the same: for who builds again.

Nothing is kept on a disk: compiled code in a folder that came from elsewhere would run.
"""

from __future__ import annotations

from types import CodeType

from jinja2.bccache import Bucket, BytecodeCache


class Compiled(BytecodeCache):
    """The code of each template that this process has compiled, with the checksum of its text."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[str, CodeType | None]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Let `bucket` have the code of its template, if that is of the same text."""
        checksum, code = self._known.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code that `bucket` has."""
        self._known[bucket.key] = bucket.checksum, bucket.code


COMPILED = Compiled()
