"""Say numbers of things in Vietnamese: "5 sự kiện, 2 bài khác", "1,4 MB"."""

from __future__ import annotations


def size_label(size: int) -> str:
    """Return a number of bytes as people say it: "9 KB", "1,4 MB"."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} KB"
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")


def events_label(events: int, others: int = 0) -> str:
    """Return "5 sự kiện, 2 bài khác": articles that report no event are counted beside them."""
    if not events and others:
        return f"{others} bài viết"
    return f"{events} sự kiện" + (f", {others} bài khác" if others else "")


def entries_label(events: int, milestones: int) -> str:
    """Return "5 sự kiện, 2 mốc được nhắc tới": what of both there is, or that there is nothing."""
    some = [f"{events} sự kiện"] if events or not milestones else []
    return ", ".join(some + ([f"{milestones} mốc được nhắc tới"] if milestones else []))


def reports_label(reports: int) -> str:
    """Return by how many articles an event is known."""
    return f"theo {reports} bài"


def more_bodies(others: int) -> str:
    """Return how many bodies there are beside one that is named."""
    return f"và {others} đơn vị khác"
