"""Say numbers of things in Vietnamese: "5 sự kiện, 2 bài khác", "1,4 MB"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from egov_timeline.wording.phrases import inside, labels
from egov_timeline.wording.terms import EDITIONS, FIELDS, STATUSES


def number_label(number: int) -> str:
    """Return a number as Vietnamese writes it: "1.582"."""
    return f"{number:,}".replace(",", ".")


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
        return others_label(others)
    told = f"{number_label(events)} sự kiện{cited_label(events, cited)}"
    return told + (f", {others_label(others, beside=True)}" if others else "")


def cited_label(events: int, cited: int) -> str:
    """Return what follows a number of events of which some are known by citations only."""
    if not cited:
        return ""
    among = "" if cited == events else f", trong đó {number_label(cited)}"
    return f"{among} {labels.CITATION}"


def others_label(others: int, *, beside: bool = False) -> str:
    """Return "2 bài viết", or "2 bài khác" where events stand beside them."""
    return f"{number_label(others)} bài {'khác' if beside else 'viết'}"


def of_page_label(events: int, here: int) -> str:
    """Return how many events there are, and how many of them this page shows."""
    return f"{events_label(events)}, trang này {number_label(here)}"


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
        return f"Hiện cả {number_label(documents)} văn bản được nhắc tới"
    others = f"{number_label(documents)} văn bản và " if documents else ""
    return f"Hiện cả {others}{number_label(cited)} kỳ khác {labels.CITATION}"


def articles_label(articles: int, citations: int) -> str:
    """Return "5 bài viết, 8 trích dẫn": citations stand for articles whose text is not here."""
    some = [others_label(articles)] if articles or not citations else []
    some += [f"{number_label(citations)} {inside(labels.CITATIONS)}"] if citations else []
    return ", ".join(some)


def entries_label(events: int, milestones: int) -> str:
    """Return "5 sự kiện, 2 mốc được nhắc tới": what of both there is, or that there is nothing."""
    some = [events_label(events)] if events or not milestones else []
    return ", ".join(some + ([milestones_label(milestones)] if milestones else []))


def milestones_label(milestones: int) -> str:
    """Return "2 mốc được nhắc tới"."""
    return f"{number_label(milestones)} {inside(FIELDS['milestones'])}"


def statuses_label(statuses: Iterable[str]) -> str:
    """Return of how many events it is not reported that they were held: "1 bị hoãn, 2 bị hủy"."""
    counts = Counter(status for status in statuses if status and status != "held")
    return ", ".join(
        f"{number_label(counts[each])} {said}" for each, said in STATUSES.items() if counts[each]
    )


def reports_label(reports: int) -> str:
    """Return by how many articles an event is known."""
    return f"theo {reports} bài"


def more_bodies(others: int) -> str:
    """Return how many bodies there are beside one that is named."""
    return f"và {others} đơn vị khác"
