"""The index of the phrases of time says no only where trying every rule would find nothing."""

import pytest

from gold import score as gold
from interparty import periods, read_text
from interparty.lexicon import table
from interparty.wordindex import WordIndex, places_of

SLOTS = {
    "{N}": ((frozenset({"ten", "#"}),), (frozenset({"twenty"}), frozenset({"five"}))),
    "{A}": ((frozenset("#"), None, None),),
}


def of(*sets):
    return tuple(frozenset(words.split()) if words is not None else None for words in sets)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("last year", {of("last", "year", None)}),
        ("(?:in|over) (?:the )?past", {of("in over", "the", "past"), of("in over", "past", None)}),
        ("these days|now", {of("these", "days", None), of("now", None, None)}),
        ("past {N} years?", {of("past", "ten #", "years year"), of("past", "twenty", "five")}),
        ("since {A} and", {of("since", "#", None)}),
        ("report(?:ing)? year", {of(None, None, None)}),
        ("the (?:[a-z]+ )?year(?= saw)", {of("the", None, "year"), of("the", "year", None)}),
        ("the (?:[\\w-]+ ){0,2}year", {of("the", None, None), of("the", "year", None)}),
        ("in the (?!end)(?<=the )12 months", {of("in", "the", "# ###")}),
        (r"\({A}\)", {of("(", "#", None)}),
        ("half[ -](?:a )?century", {of("half", "a", "century"), of("half", "century", None)}),
    ],
)
def test_what_the_places_of_a_pattern_hold(pattern, expected):
    assert set(places_of(pattern, SLOTS)) == expected


def test_only_patterns_that_may_read_on_are_named():
    index = WordIndex([("in the past", {"in"}), ("in {N} years", {"in"}), ("last year", {"last"})], SLOTS)
    assert index.reading_on("in", "the", "past") == (0,)
    assert index.reading_on("in", "10", "years") == (1,)
    assert index.reading_on("last", "year", None) == (2,)
    assert index.reading_on("last", "week", "of") == ()
    assert index.reading_on("year", "last", None) == ()


class _Every:
    """An index that rules out nothing but by the first word."""

    def __init__(self):
        self._of = {}
        for number, row in enumerate(table("periods")):
            for word in row["begins"].split():
                self._of.setdefault(word, []).append(number)

    def reading_on(self, first, _second, _third):
        return tuple(self._of.get(first, ()))


def _sentences():
    """Sentences of all the gold texts, and the examples of all tables: whatever they are about, time stands in many."""
    for reading in [*gold.seeds(), *gold.genre(), *gold.texts("passages"), *gold.texts("second")]:
        document = read_text(reading.text, date=reading.date)
        yield from ((document.folded, one.start, one.end, reading.date) for one in document.sentences)
    for name in ("periods", "time_phrases", "anchors", "non_claims"):
        for row in table(name):
            folded = read_text(row["example"]).folded
            yield folded, 0, len(folded), "1996-07-15"


def test_nothing_is_lost_to_the_index(monkeypatch):
    sentences = list(_sentences())
    assert len(sentences) > 1000
    quick = [periods.find(*one) for one in sentences]
    assert sum(map(len, quick)) > 500
    every = _Every()
    monkeypatch.setattr(periods, "_index", lambda: every)
    slow = [periods.find(*one) for one in sentences]
    assert [sentence for sentence, a, b in zip(sentences, quick, slow, strict=True) if a != b] == []
