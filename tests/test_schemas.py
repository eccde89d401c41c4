"""What editors' programs complete is what the parsers read: the same keys, the same words."""

import json
from datetime import date
from importlib.resources import files

import jsonschema
import pytest
import yaml

from egov_timeline import exports, fields, sidecars, vocabulary, wording
from project import FROZEN
from records import make_archive
from test_sidecars import READ, REFUSED


def schema(name):
    return json.loads(
        files("egov_timeline").joinpath(f"schemas/{name}.schema.json").read_text("utf-8")
    )


SIDECAR, VOCABULARY = schema("sidecar"), schema("vocabulary")
DEFS = SIDECAR["$defs"]


def read(text):
    """Read YAML as an editor's program does: 1.2, which has no days."""

    def plain(value):
        if isinstance(value, dict):
            return {key: plain(one) for key, one in value.items()}
        if isinstance(value, list):
            return [plain(one) for one in value]
        return value.isoformat() if isinstance(value, date) else value

    # YAML 1.1 takes `on` for true.
    return plain(yaml.safe_load(text.replace("on:", "'on':")))


def mistakes(schema, data):
    return [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(data)]


KEYS = [
    (SIDECAR, sidecars.KEYS),
    (SIDECAR["properties"]["source"], sidecars.SOURCE),
    (DEFS["correction"], sidecars.CORRECTION),
    (DEFS["edit"], sidecars.EDIT),
    (DEFS["attachment"], sidecars.ATTACHMENT),
    (VOCABULARY["items"], vocabulary.KEYS),
]


@pytest.mark.parametrize(("described", "keys"), KEYS)
def test_the_schema_has_the_keys_of_the_parser(described, keys):
    assert set(described["properties"]) == set(keys)
    assert described["additionalProperties"] is False


def test_the_schema_has_the_words_of_the_parser():
    correction, value = DEFS["correction"]["properties"], DEFS["value"]["anyOf"][1]["properties"]
    assert [one["const"] for one in correction["field"]["oneOf"]] == list(fields.NAMES)
    labels = [one["title"].partition(":")[0] for one in correction["field"]["oneOf"]]
    assert labels == [row.label for row in fields.FIELDS]
    assert correction["by"]["anyOf"][0]["enum"] == list(wording.SIGNERS)
    roles = [part["enum"] for part in value["role"]["anyOf"][:2]]
    assert roles == [list(wording.ROLES), list(wording.ROLES.values())]
    assert value["kind"]["anyOf"][0]["enum"] == list(wording.MILESTONES)
    assert DEFS["slug"]["maxLength"] == sidecars.SLUG_LENGTH
    assert DEFS["slug"]["pattern"] == f"^{sidecars.SLUG}$".replace("?:", "")
    assert DEFS["attachment"]["properties"]["file"]["pattern"] == f"^{sidecars.FILE}$"


@pytest.mark.parametrize("text", [row[0] for row in READ])
def test_what_the_parser_reads_is_right_by_the_schema(text):
    assert mistakes(SIDECAR, read(text)) == []


# What only the parser can know: the calendar, the folder, the files beside.
BEYOND = ("published", "hôm qua", "../a", "ct2", "trang.html", "file: ct.pdf, label: A}, ", "2026}")


@pytest.mark.parametrize(
    "text", [text for text, _, _ in REFUSED if not any(part in text for part in BEYOND)]
)
def test_what_the_parser_refuses_is_wrong_by_the_schema(text):
    assert mistakes(SIDECAR, read(text)) or "value:\n" in text


@pytest.mark.parametrize(
    "path",
    sorted(path for path in (FROZEN / "seeds").rglob("*.yml") if path.name != "words.yml"),
    ids=lambda path: path.name,
)
def test_files_of_a_project_are_right_by_the_schema(path):
    schema = VOCABULARY if path.parent.name == "vocabulary" else SIDECAR
    assert mistakes(schema, read(path.read_text("utf-8"))) == []


def test_a_sidecar_names_the_schema_that_the_build_writes():
    written = exports.files(make_archive())
    there = sidecars.HEADER.strip().partition("$schema=../../")[2].removeprefix("content/")
    assert json.loads(written[there]) == SIDECAR
    assert json.loads(written["data/vocabulary.schema.json"]) == VOCABULARY
