"""Tell what an editor did to the text of an article: words read otherwise, paragraphs kept or left.

Turns the edits of a seed into notes for the foot of the text, each with its reason and signature as
far as they are given. The text itself stays as it was received.
"""

from __future__ import annotations

from dataclasses import dataclass

from egov_timeline import wording
from egov_timeline.inputs import TextEdit
from egov_timeline.records import Record


@dataclass(frozen=True, slots=True)
class Note:
    """One edit in words, why, and who signed it when; what is not given is ""."""

    said: str
    why: str
    signed: str


def notes(record: Record) -> tuple[Note, ...]:
    """Return a note for each edit of the text of `record`."""
    return tuple(map(_note, record.seed.edits))


def _note(edit: TextEdit) -> Note:
    said = wording.EDITS[edit.doing].format(edit.words, edit.read)
    signer = wording.signer_label(edit.by) if edit.by else ""
    day = wording.published_label(edit.on) if edit.on else ""
    return Note(said, edit.why or "", ", ".join(filter(None, (signer, day))))
