"""Ids that stay the same wherever the site is published, and say nothing of who publishes it."""

from __future__ import annotations

from uuid import UUID, uuid5

from egov_timeline.records import Record

_NAMESPACE = UUID("6a3f1d0e-5c1b-4e57-9b7a-2f8f3c7d9e41")


def lasting_id(name: str) -> UUID:
    """Return an id for `name` that no other address or build changes."""
    return uuid5(_NAMESPACE, name)


def event_id(record: Record) -> UUID:
    """Return the id of the event that `record` stands for."""
    return lasting_id(f"event {record.lasting}")
