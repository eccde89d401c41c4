"""Say numbers of things in Vietnamese: "5 sự kiện, 2 bài khác", "1,4 MB"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from egov_timeline.wording.terms import EDITIONS


def editions_told(counts: Mapping[str, int]) -> str:
    """Return "2 kỳ có bài, 7 theo trích dẫn; 9 kỳ chưa có bài": editions by how they are known."""
    known = [f"{counts[mark]} {words}" for mark, words in EDITIONS.items() if counts[mark]]
    told = ", ".join(known).replace(" ", " kỳ ", 1)
    return told + (f"; {counts['missing']} kỳ chưa có bài" if counts["missing"] else "")


def size_label(size: int) -> str:
    """Return a number of bytes as people say it: "9 KB", "1,4 MB"."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} KB"
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")


def events_label(events: int, others: int = 0, cited: int = 0) -> str:
    """Return "5 sự kiện, 2 bài khác": articles that report no event are counted beside them.

    Of the events so many are `cited`, known by citations only.
    """
    if not events and others:
        return f"{others} bài viết"
    told = f"{events} sự kiện"
    if cited:
        told += " theo trích dẫn" if cited == events else f", trong đó {cited} theo trích dẫn"
    return told + (f", {others} bài khác" if others else "")


def missing_label(between: Sequence[str]) -> str:
    """Return what is said of numbers that nothing tells of; events `between` may be among them."""
    if not between:
        return "chưa có bài, chưa rõ năm"
    return f"chưa có bài; có thể gồm kỳ họp {' và '.join(between)}"


def tiles_label(provinces: int, of: int, merged: bool) -> str:
    """Return how many provinces have an event, of those of which time."""
    era = "từ ngày 1/7/2025" if merged else "đến hết ngày 30/6/2025"
    return f"{provinces} trên {of} tỉnh, thành phố ({era}) có sự kiện"


def layer_label(documents: int, cited: int) -> str:
    """Return what the second layer of the timeline would show as well."""
    if not cited:
        return f"Hiện cả {documents} văn bản được nhắc tới"
    others = f"{documents} văn bản và " if documents else ""
    return f"Hiện cả {others}{cited} kỳ khác theo trích dẫn"


def articles_label(articles: int, citations: int) -> str:
    """Return "5 bài viết, 8 trích dẫn": citations stand for articles whose text is not here."""
    some = [f"{articles} bài viết"] if articles or not citations else []
    return ", ".join(some + ([f"{citations} trích dẫn"] if citations else []))


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
