"""build/UNDERSTANDING.md follows one sentence truly: what it says of it is what the code makes of it."""

from __future__ import annotations

import importlib
import re

import pytest

from egov_timeline.extract.document import Document
from egov_timeline.extract.fields.date.candidates import candidates_of
from egov_timeline.extract.fields.location import candidates, scored
from egov_timeline.extract.fields.location.features import of_places
from egov_timeline.fields import BY_NAME, findings
from egov_timeline.understanding import document_of, understand
from egov_timeline.wording import value_label
from project import PROJECT, article, generated, vocabularies

TOLD = (PROJECT / "build/UNDERSTANDING.md").read_text("utf-8")
(SENTENCE,) = re.findall(r"^> (.+)$", TOLD, re.M)
ROWS = re.findall(r"^ +\| (date|location) \| (.+) \| (\w+) \| (.+) \| (.+) \|$", TOLD, re.M)
PAGE = "bai-viet/hoi-thao-phat-trien-chinh-phu-dien-tu.md"


def until(field: str) -> Document:
    return document_of(article("000"), vocabularies(), until=field)


def test_the_sentence_stands_where_it_says() -> None:
    document = until("date")
    best = document.announcements[0]
    assert document.text[best.start : best.end] == SENTENCE
    assert f"characters {best.start} to {best.end}" in TOLD
    assert f"index {best.sentence}, and as `#cau-{best.sentence + 1}`" in TOLD
    assert document.article.part_of(document.sentence(best.sentence)) == "body"


def test_the_times_win_and_are_refused_as_it_says() -> None:
    document = until("date")
    told = {document.text[c.timex.start : c.timex.end]: c for c in candidates_of(document)}
    assert len(told) == 3
    assert max(told.values(), key=lambda c: c.score).timex.cue.startswith("sáng nay")
    for words, candidate in told.items():
        assert f'"{words}"' in TOLD and (not candidate.refused or f"`{candidate.refused}`" in TOLD)


def test_the_place_wins_by_the_features_that_it_names() -> None:
    document = until("location")
    named = candidates(document)
    best = max(scored(document, named), key=lambda one: one.score).mention
    seen = of_places(document, named)[named.index(best)]
    assert {"at", "in a house", "at:own", "rank:0"} <= seen
    assert best.place == "Khách sạn Melia" and len(named) == 3


@pytest.mark.parametrize(("field", "value", "certainty", "evidence", "why"), ROWS)
def test_the_findings_are_those_of_the_table(
    field: str, value: str, certainty: str, evidence: str, why: str
) -> None:
    _, facts = understand(article("000"), vocabularies())
    (found,) = findings(facts, field)
    said = found.value.edtf if field == "date" else value_label_of(field, found.value)
    assert (said, found.certainty) == (value.strip("`"), certainty)
    assert ", ".join(f"{e.start}:{e.end} `{e.rule}`" for e in found.evidence) == evidence
    assert found.why == why.replace("\\|", "|")


def value_label_of(field: str, value: object) -> str:
    return value_label(BY_NAME[field].datatype, value)


def test_the_page_leads_to_the_sentence() -> None:
    assert len(ROWS) == 2
    page = str(generated()[PAGE])
    assert 'id="cau-6"' in page and 'data-field="date"' in page and 'href="#cau-6"' in page


def test_every_module_that_it_names_is_there() -> None:
    """In the first part, where names of modules and functions are given in full."""
    first = TOLD.partition("## The floors")[0]
    dotted = {n for n in re.findall(r"`([a-z_]+(?:\.[A-Za-z_]+)+)`", first) if ".json" not in n}
    assert len(dotted) > 15
    assert [name for name in sorted(dotted) if not there(name)] == []


def there(name: str) -> bool:
    for above in ("egov_timeline", "egov_timeline.extract", "egov_timeline.extract.resolve"):
        module, _, last = f"{above}.{name}".rpartition(".")
        for whole, attribute in ((f"{above}.{name}", ""), (module, last)):
            try:
                found = importlib.import_module(whole)
            except ModuleNotFoundError:
                continue
            if not attribute or hasattr(found, attribute):
                return True
    return False
