"""The archive as a whole: how it is cited, under which licence it is used, and whose its ids are."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import bibtexparser
import feedparser
import icalendar
import pytest
import yaml

from egov_timeline import exports, pipeline
from egov_timeline.exports import cff, database, licence
from egov_timeline.imprint import of
from egov_timeline.settings import Settings
from records import NAME, VOCABULARIES, make_archive, make_correction, make_record

CC = "https://creativecommons.org/licenses/by/4.0/"
OTHER = "https://so.example/giay-phep"
SITE = "https://so.example/cpdt/"
RECORD = make_record(
    "a",
    event=("Hội thảo Chính quyền số", "Hội thảo Chính quyền số"),
    date=("2017-10-05", "Sáng 5/10/2017"),
    milestones=[(("document", "2015-10-14", "Nghị quyết 36a/NQ-CP"), "Hội thảo")],
    themes=[("du-lieu", "dữ liệu mở")],
    corrections=[make_correction("location", on="2026-11-21")],
)


def archive(site="", **settings):
    return make_archive(RECORD, site=site, **settings)


# The file of the standard


def is_valid(path: Path) -> bool:
    """Return what check-jsonschema says by its own copy of the standard's schema."""
    builtin = ("--builtin-schema", "vendor.citation-file-format")
    command = [Path(sys.executable).with_name("check-jsonschema"), *builtin]
    # It knows the type of a file by the end of its name.
    copy = path.with_suffix(".yaml")
    copy.write_text(path.read_text("utf-8"), "utf-8")
    return subprocess.run([*command, copy], capture_output=True, check=False).returncode == 0


FILES = [
    ({}, {"authors": [{"name": "Dòng thời gian Chính phủ điện tử"}], "date-released": "2026-11-21"}),
    (
        {"publisher": "Thư viện A: số", "contact": "a@b.vn", "licence": CC, "site": SITE},
        {
            "authors": [{"name": "Thư viện A: số", "email": "a@b.vn"}],
            "license": "CC-BY-4.0",
            "url": SITE,
        },
    ),
    (
        {"contact": "https://so.example/lien-he", "licence": OTHER},
        {"authors": [{"name": "Dòng thời gian Chính phủ điện tử", "website": "https://so.example/lien-he"}], "license-url": OTHER},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("said", "told"), FILES)
def test_the_citation_file_is_valid_and_says_what_the_settings_say(tmp_path, said, told):
    path = tmp_path / "CITATION.cff"
    path.write_text(exports.files(archive(**said))["data/CITATION.cff"], "utf-8")
    assert is_valid(path)
    found = yaml.safe_load(path.read_text("utf-8"))
    assert {name: found.get(name) for name in told} == told
    assert (found["type"], found["keywords"]) == ("dataset", ["Dữ liệu và chia sẻ dữ liệu"])
    addresses = {"url", "license", "license-url"}
    assert addresses & found.keys() == addresses & told.keys()


def test_the_check_would_tell(tmp_path):
    path = tmp_path / "CITATION.cff"
    path.write_text(cff.text(archive()).replace("type: dataset", "type: data"), "utf-8")
    assert not is_valid(path)


def test_an_empty_archive_has_a_valid_one_too(tmp_path):
    path = tmp_path / "CITATION.cff"
    path.write_text(cff.text(make_archive()), "utf-8")
    assert is_valid(path)


# The licence


LICENCES = [
    (CC, "CC-BY-4.0", "CC BY 4.0"),
    ("https://creativecommons.org/licenses/by-nc-sa/3.0/deed.vi", "CC-BY-NC-SA-3.0", "CC BY-NC-SA 3.0"),
    ("http://creativecommons.org/publicdomain/zero/1.0", "CC0-1.0", "CC0 1.0"),
    ("https://creativecommons.org/licenses/by/4.0/../x", None, "creativecommons.org/licenses/by/4.0/../x"),
    ("https://creativecommons.org/licenses/", None, "creativecommons.org/licenses"),
    ("https://creativecommons.org.example/licenses/by/4.0/", None, "creativecommons.org.example/licenses/by/4.0"),
    (OTHER, None, "so.example/giay-phep"),
]  # fmt: skip


@pytest.mark.parametrize(("address", "ident", "label"), LICENCES)
def test_a_licence_goes_by_its_name_where_the_address_tells_it(address, ident, label):
    assert (licence.spdx(address), licence.label(address)) == (ident, label)


@pytest.mark.parametrize(
    ("address", "named"), [(CC, {"name": "CC-BY-4.0"}), (OTHER, {})], ids=["known", "other"]
)
def test_every_form_of_the_data_names_the_licence(tmp_path, address, named):
    made = exports.files(archive(licence=address))
    (told,) = json.loads(made["data/datapackage.json"])["licenses"]
    assert told == named | {"path": address, "title": licence.label(address)}
    for name in ("timeline.json", "feed.xml", "timelinejs.json"):
        assert address in made[f"data/{name}"], name
    database.write(tmp_path, archive(licence=address))
    said = json.loads((tmp_path / "datasette.json").read_text("utf-8"))
    assert (said["license"], said["license_url"]) == (licence.label(address), address)


def test_no_licence_is_told_where_none_is_set(tmp_path):
    made = exports.files(archive())
    assert "licenses" not in json.loads(made["data/datapackage.json"])
    assert "giấy phép" not in made["data/feed.xml"] + made["data/timeline.json"]
    database.write(tmp_path, archive())
    assert "license" not in (tmp_path / "datasette.json").read_text("utf-8")


def data_page(**settings):
    about = of([RECORD], Settings(name=NAME, **settings))
    return pipeline.written([RECORD], VOCABULARIES, about)["du-lieu.md"]


def test_the_page_of_the_data_says_how_to_cite_and_under_which_licence():
    page = data_page(publisher="Thư viện <A>", licence=CC)
    assert f'giấy phép <a href="{CC}" rel="license noopener">CC BY 4.0</a>' in page
    assert (
        "Thư viện &lt;A&gt; (2026), “Dòng thời gian Chính phủ điện tử”, bộ dữ liệu,"
        " cập nhật ngày 21/11/2026.<!--address-->" in page
    )
    bare = data_page()
    assert 'rel="license' not in bare
    assert (
        '<p class="tl-cite__plain">“Dòng thời gian Chính phủ điện tử”, bộ dữ liệu, cập nhật' in bare
    )


def test_a_reference_never_prints_a_checksum():
    """Not even of an article that has neither title nor event: it goes by its file."""
    digest = "0" * 64
    nameless = make_record(f"000_{'e2' * 8}")
    made = exports.files(make_archive(RECORD, nameless, site=SITE))
    for name in ("references.bib", "references.json", "CITATION.cff"):
        assert digest not in made[f"data/{name}"]
    keys = [entry.key for entry in bibtexparser.parse_string(made["data/references.bib"]).entries]
    assert len(keys) == 2 and max(map(len, keys)) < 64


# Ids


def ids(made):
    feeds = [
        feedparser.parse(text.encode())
        for name, text in sorted(made.items())
        if name.endswith(".xml")
    ]
    calendar = icalendar.Calendar.from_ical(made["data/timeline.ics"].encode())
    return [
        *(feed.feed.id for feed in feeds),
        *(entry.id for feed in feeds for entry in feed.entries),
        *(str(event["UID"]) for event in calendar.walk("VEVENT")),
    ]


def linked_ids(archive):
    """Return the ids in what search engines are told, the data first."""
    made = exports.catalogue(exports.files(archive), archive).json_ld
    page = json.loads(exports.beside(archive)["a"]["json_ld"])
    return [json.loads(made)["@id"], page["about"]["@id"], page["isBasedOn"]["@id"]]


def test_an_archive_with_a_namespace_has_ids_of_its_own():
    plain, own, other = (
        archive(**n) for n in ({}, {"namespace": "so-a.vn"}, {"namespace": "so-b.vn"})
    )
    found = [{*ids(exports.files(one)), *linked_ids(one)} for one in (plain, own, other)]
    assert [len(each) for each in found] == [len(found[0])] * 3
    assert len(found[0]) > 5 and len(set.union(*found)) == 3 * len(found[0])


def test_pages_with_such_ids_are_made_anew_where_it_changes():
    about = (of([RECORD], Settings(namespace=name)) for name in ("so-a.vn", "so-b.vn"))
    one, other = (pipeline.written([RECORD], VOCABULARIES, each).drafts for each in about)
    assert one["bai-viet/a.md"].made_of() != other["bai-viet/a.md"].made_of()


def test_without_a_namespace_ids_are_those_that_readers_have():
    """Whoever follows the feed or has the calendar would get all a second time."""
    told = {*ids(exports.files(archive())), *linked_ids(archive())}
    assert told > {
        "urn:uuid:1b994d67-fcbb-5dea-8c07-9abe4d8cfa06",  # feed.xml
        "urn:uuid:17d3eb0d-00f3-5220-9464-f2a115ea0915",  # chu-de/du-lieu.xml
        "urn:uuid:95909d99-e906-5e97-8314-5471b23bad75",  # the entry of the article
        "ff074edc-21f9-5405-900e-252c379cd098",  # the event in the calendar
    }
