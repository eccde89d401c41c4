"""A page is left as it is where what it is made of is the same: so that must tell all it shows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from egov_timeline import pages
from egov_timeline.imprint import of
from egov_timeline.inputs import Source
from egov_timeline.pages import pagination
from egov_timeline.timeline import timeline
from records import VOCABULARIES, make_record

NAME = "Hội thảo Chính quyền số"
BY = ((None, "Sở Thông tin và Truyền thông", "host"), "tổ chức")


def event(ident, date="2017-10-05", themes=("du-lieu",), edition=1, by=BY, **facts):
    said = {"series": ((NAME, edition), NAME), "organizer": [by]} | facts
    found = [(theme, "dữ liệu mở") for theme in themes]
    return make_record(ident, date=(date, "5/10/2017"), themes=found, **said)


def other(name):
    return (None, name, "organizer"), "tổ chức"


def article(ident, published="2018-03-01", **facts):
    source = Source("Báo A", published=published)
    themes = [("chinh-phu-so", "đô thị thông minh")]
    return make_record(ident, is_event=False, source=source, themes=themes, **facts)


ARCHIVE = [
    *(event(f"e{n}", f"201{n}-10-05", edition=n) for n in range(4)),
    *(event(f"same-{n}", f"2018-0{n + 1}-05", ("chinh-phu-so",), 10 + n) for n in range(4)),
    *(event(f"with-{n}", f"201{4 + n}-10-05", organizer=[BY, other("VINASA")]) for n in range(2)),
    article("a0", "2010-03-01", added="2026-11-20"),
    *(article(f"a{n}", f"201{n}-03-01") for n in range(1, 4)),
]

CHANGES = {
    "an event is of another day": {"e1": event("e1", "2011-12-05")},
    "an event is of another year": {"e1": event("e1", "2015-10-05")},
    "an event has no year": {"e1": event("e1", "XXXX-10-05")},
    "a year is in doubt": {"e1": event("e1", "2011?")},
    "an event has another name": {"e1": event("e1", event=(NAME, NAME))},
    "an event has other themes": {"e1": event("e1", themes=("chinh-phu-so",))},
    "an event has no body": {"e1": event("e1", organizer=[])},
    "a body has another part": {"e1": event("e1", by=((BY[0][0], BY[0][1], "sponsor"), BY[1]))},
    "a body is called otherwise": {"e1": event("e1", by=((None, "Sở TT và TT", "host"), BY[1]))},
    "an event was called off": {"e1": event("e1", status=("cancelled", "tổ chức"))},
    "a report joins an event": {"a1": event("a1", "2011-10-05", same_as="e1")},
    "an article is of another year": {"a1": article("a1", "2016-03-01")},
    "an article has a title": {"a1": article("a1", title=(NAME, NAME))},
    "an article is gone": {"a1": None},
    "an event is gone": {"same-1": None},
    "an event is new": {"e9": event("e9", "2012-01-05")},
    "a milestone is told of": {"e1": event("e1", milestones=[(("first", "2003", NAME), NAME)])},
    "an address is another": {"e1": event("e1", slug="khac")},
    "an article was signed": {"a1": article("a1", "2011-03-01", added="2026-11-20")},
    "a year has a page more": {
        "e9": event("e9", "2018-01-02", series=(("Lễ hội", 1), NAME), organizer=[other("VNISA")])
    },
    "a body is spelled otherwise elsewhere": {
        f"v{n}": event(f"v{n}", f"200{n}-10-05", organizer=[other("Vinasa")]) for n in range(3)
    },
}


@pytest.fixture(scope="module", autouse=True)
def small():
    """Make every list long: years, further pages, and articles apart."""
    with pytest.MonkeyPatch.context() as patch:
        for name, size in (("EVENTS", 3), ("TITLES", 2), ("OTHERS", 1)):
            patch.setattr(pagination, name, size)
        yield


def read(record):
    """Give the seed of `record` a digest of its own, as it has where facts are read from it."""
    return replace(record, seed=replace(record.seed, sha256=repr((record.facts, record.slug))))


def drafts(records):
    records = [*map(read, records)]
    made = pages.render(records, timeline(records), VOCABULARIES, about=of(records))
    found = made.drafts
    assert {name for name in made if name not in found} == {"tim-kiem.md"}
    return {name: (draft.made_of(), draft.write()) for name, draft in found.items()}


@pytest.fixture(scope="module")
def before(small):
    return drafts(ARCHIVE)


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_written_otherwise_is_made_of_something_else(before, change):
    known = {record.id: record for record in ARCHIVE} | CHANGES[change]
    after = drafts([record for record in known.values() if record])
    both = before.keys() & after.keys()
    assert [name for name in both if before[name] != after[name]] != []
    stale = [n for n in both if before[n][0] == after[n][0] and before[n][1] != after[n][1]]
    assert stale == []
    # What the change has no part in is not written again.
    assert [name for name in both if before[name][0] == after[name][0]] != []


def test_no_two_pages_are_made_of_the_same(before):
    assert len({made_of for made_of, _ in before.values()}) == len(before)
