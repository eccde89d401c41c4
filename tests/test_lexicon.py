"""Each word of the lexicon reads what it says it reads, and refuses what it says it refuses."""

import re

import pytest

from egov_timeline.extract.annotate.event_nouns import find_events
from egov_timeline.extract.lexicon import classes, words
from egov_timeline.text import match_key

ENTRIES = [(name, entry) for name, entries in classes().items() for entry in entries]


def found(name, sentence):
    """Return the words of a class that a sentence holds."""
    return re.findall(rf"\b{words(name)}(?!\w)", match_key(sentence))


@pytest.mark.parametrize(("name", "entry"), ENTRIES, ids=lambda x: getattr(x, "word", x))
def test_a_word_is_read_where_it_counts(name, entry):
    assert entry.word in found(name, entry.reads), entry.reads


REFUSED = [(name, e, said) for name, e in ENTRIES for said in e.refuses]


@pytest.mark.parametrize(("name", "entry", "said"), REFUSED, ids=lambda x: getattr(x, "word", x))
def test_a_word_is_refused_where_it_means_something_else(name, entry, said):
    assert entry.word in match_key(said)
    assert entry.word not in found(name, said), said


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
