"""Forms, principles and dates of the five texts against the gold made by reading."""

import pytest

from gold import layers as gold

# Per cent, a little under what was measured; see tests/test_accuracy.py.
FLOORS = {"forms": (95, 96), "principles": (98, 99), "dates": (99, 99)}


@pytest.fixture(scope="module")
def scores():
    return gold.scores()


def test_the_layers_read_as_well_as_they_did(scores, record_property):
    record_property("table", gold.table(scores))
    assert list(scores) == list(FLOORS)
    for name, (precision, recall) in FLOORS.items():
        one = scores[name]
        assert 100 * one.precision >= precision, one.extra
        assert 100 * one.recall >= recall, one.missed
    assert scores["dates"].misread == []


@pytest.mark.parametrize("name", ["forms", "principles"])
def test_each_code_of_the_gold_is_in_the_codebook(name):
    from interparty.lexicon import table

    assert {row["code"] for row in gold.rows(name)} <= {row["code"] for row in table(name)}


def test_what_is_not_found_counts_against_a_layer():
    one = gold.LayerScore(found=3, missed=["a"], extra=["b", "c"], misread=["d"])
    assert (one.precision, one.recall, one.dated) == (3 / 5, 3 / 4, 1 - 1 / 3)
    assert gold.LayerScore(0, [], [], []).recall == 0


def test_the_words_of_the_dates_stand_in_their_paragraphs(corpus):
    for row in gold.rows("dates"):
        start, end = gold.place(corpus, row)
        assert corpus[row["doc"]].text[start:end] == row["quote"]
        assert row["first"] or row["last"], row
