"""Each word of the lexicon reads what it says it reads, and refuses what it says it refuses."""

import ast
import re
from pathlib import Path

import pytest

from documents import read
from egov_timeline.extract import lexicon
from egov_timeline.extract.annotate.event_nouns import find_events
from egov_timeline.extract.annotate.head_nouns import HEADS
from egov_timeline.extract.annotate.organizations import bodies
from egov_timeline.extract.annotate.symbols import CLASSES, words_by_class
from egov_timeline.extract.lexicon import classes, words
from egov_timeline.text import match_key

ENTRIES = [(name, entry) for name, entries in classes().items() for entry in entries]


def spans(pattern, sentence):
    key = match_key(sentence)
    return {match.span() for match in re.finditer(rf"\b(?:{pattern})(?!\w)", key)}


@pytest.mark.parametrize(("name", "entry"), ENTRIES, ids=lambda x: getattr(x, "word", x))
def test_a_word_is_read_where_it_counts(name, entry):
    said = spans(entry.pattern, entry.reads)
    assert said and said <= spans(words(name), entry.reads), entry.reads


REFUSED = [(name, e, said) for name, e in ENTRIES for said in e.refuses]


@pytest.mark.parametrize(("name", "entry", "said"), REFUSED, ids=lambda x: getattr(x, "word", x))
def test_a_word_is_refused_where_it_means_something_else(name, entry, said):
    assert spans(entry.word, said)
    assert not spans(entry.word, said) & spans(words(name), said), said


def test_whoever_bars_a_neighbour_shows_it():
    assert [e.word for _, e in ENTRIES if e.pattern != e.word and not e.refuses] == []


def test_a_word_stands_in_a_class_once():
    seen = [(name, entry.pattern) for name, entry in ENTRIES]
    assert len(seen) == len(set(seen))


def test_a_class_that_is_not_there_is_an_error():
    with pytest.raises(KeyError):
        words("no such class")


NOUNS = classes()["event noun"]


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.word)
def test_an_event_noun_is_an_event_of_its_type(noun):
    key = match_key(noun.reads)
    assert (noun.word, noun.type) in [(key[a:b], type_) for a, b, type_ in find_events(key)]
    for said in map(match_key, noun.refuses):
        assert noun.word not in [said[a:b] for a, b, _ in find_events(said)]
    assert noun.word not in [key[a:b] for a, b, _ in find_events(f"nhiều {noun.word}")]


BODIES = [noun for name in HEADS for noun in classes()[name]]


@pytest.mark.parametrize("noun", BODIES, ids=lambda noun: noun.word)
def test_the_name_of_a_body_begins_with_a_head_noun(noun):
    document = read(noun.reads)
    body = next(bodies(document, 0, len(document.text)))
    assert body.start == 0


SYMBOLS = [(letter, e) for letter, name in CLASSES.items() for e in classes()[name]]


@pytest.mark.parametrize(("letter", "entry"), SYMBOLS, ids=lambda x: getattr(x, "word", x))
def test_what_a_body_does_is_told_by_its_class(letter, entry):
    key = match_key(entry.reads)
    said = [(s.start, s.end) for s in words_by_class(key, 0, len(key)) if s.letter == letter]
    assert spans(entry.pattern, entry.reads) & set(said), entry.reads


EXTRACT = Path(lexicon.__file__).parents[1]
# Words of a class that modules still write out by themselves, mostly where they mean another thing
# ("các tổ chức", "công tác tổ chức"). This may only fall: a copy drifts apart from its class.
COPIES = 87


def literals(path):
    """Yield the strings of a module but for its docstrings."""
    tree = ast.parse(path.read_text("utf-8"))
    docs = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


def test_no_module_writes_out_more_words_of_a_class():
    acts = [entry for name, entry in ENTRIES if name not in (*HEADS, "house", "hall", "seat")]
    several = {e.word for e in acts if re.fullmatch(r"[^\W_]+(?: [^\W_]+)+", e.word)}
    known = re.compile(rf"\b(?:{'|'.join(sorted(several, key=len, reverse=True))})\b")
    copies = {
        (path.relative_to(EXTRACT).as_posix(), word)
        for path in EXTRACT.rglob("*.py")
        if "organizer" not in path.parts
        for said in literals(path)
        for word in known.findall(said)
    }
    assert len(copies) <= COPIES, sorted(copies)
