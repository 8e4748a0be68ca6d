"""Tensions: the claims are there, the arithmetic is strict and says no more than it may, each way out rests on words."""

import re

import pytest

import interparty as ip
from interparty.holding import in_words
from interparty.tensions import TENSIONS, beyond, tension

#: worked out by hand: tension → for each comparison (left, right, verdict)
BY_HAND = {
    "T1": [("about 0.548 a day, without ends", "about 1 a day, without ends", "cannot tell")],
    "T2": [
        ("more than 180 a year", "about 200 a year, without ends", "cannot tell"),
        ("more than 60 a year", "100 a year", "cannot tell"),
        ("more than 4,500", "between 7,300 and 9,125", "cannot tell"),
    ],
    "T3": [("25", "20", "certainly larger")],
    "T4": [
        ("less than 80 a year", "100 a year", "certainly smaller"),
        ("more than 160 a year", "about 200 a year, without ends", "cannot tell"),
    ],
    "T5": [("more than 140", "147", "cannot tell"), ("more than 160", "147", "certainly larger")],
    "T6": [("more than 400", "at least 418 and less than 518", "cannot tell")],
    "T7": [("more than 400", "about 400, without ends", "cannot tell")],
    "T14": [("35", "56", "certainly smaller")],
    "T15": [("more than 40", "less than 400", "cannot tell"), ("less than 50", "more than 800", "certainly smaller")],
    "T16": [
        ("less than 40 a year", "about 200 a year, without ends", "cannot tell"),
        ("more than 50", "more than 40", "cannot tell"),
    ],
    "T22": [("more than 1.91", "1", "certainly larger")],
    "T26": [("less than 5.78", "less than 6.67", "cannot tell")],
}


@pytest.mark.parametrize("one", TENSIONS, ids=lambda one: one.id)
def test_the_arithmetic_is_what_a_reader_works_out_by_hand(one, claims):
    held = one.held(claims)
    for got, (left, right, verdict) in zip(held, BY_HAND[one.id], strict=False):
        assert (in_words(got.left), in_words(got.right), got.verdict) == (left, right, verdict)
    assert len(held) >= len(BY_HAND[one.id])
    assert all(("Cannot tell" in str(each)) == (each.verdict == "cannot tell") for each in held)


def test_the_figures_come_from_the_table(claims):
    mine = claims.copy()
    mine.loc[mine["quote"] == "100 groups", ["value", "low", "high"]] = 70.0
    assert tension("T4").held(mine)[0].verdict == "cannot tell"
    with pytest.raises(ip.InterpartyError, match=r"0 claims of \[dai-2002 ¶15\] hold “400 delegations”"):
        tension("T4").held(claims[claims["doc"] == "idcpc-2003"])
    with pytest.raises(ip.InterpartyError, match="no tension 'T99': choose among T1, T2"):
        tension("T99")


def test_what_no_arithmetic_settles_is_told(claims):
    told = beyond(tension("T4").rows(claims))
    assert any("different texts" in line and "dai-2002 (“nearly 400”, “more than 800”)" in line for line in told)
    assert any(line.startswith("They do not count the same things: delegations") for line in told)
    assert beyond(tension("T3").rows(claims)) == []


def test_each_way_out_rests_on_words_of_its_tension(corpus, claims):
    ways = ip.readings("tensions", corpus)
    assert set(ways["tension"]) == {one.id for one in TENSIONS} and len(TENSIONS) >= 8
    for one in TENSIONS:
        mine = ways[ways["tension"] == one.id]
        assert len(mine) >= 3 and mine["says"].is_unique
        assert set(mine["doc"]) <= {row["doc"] for row in one.rows(claims)}
    assert ways["says"].str.endswith(".").all() and ways["needs"].str.endswith(".").all()


def test_words_in_quotation_marks_stand_in_the_texts(corpus, claims):
    ways = ip.readings("tensions", corpus)
    quoted = 0
    for way in ways.to_dict("records"):
        texts = [" ".join(corpus[row["doc"]].text.casefold().split()) for row in tension(way["tension"]).rows(claims)]
        for words in re.findall(r"“([^”]+)”", way["says"]):
            quoted += 1
            parts = [part.strip().casefold() for part in words.split("…")]
            assert any(all(part in text for part in parts) for text in texts), (way["reading_id"], words)
    assert quoted > 20


def test_the_words_that_a_question_quotes_stand_in_its_passage(corpus, claims):
    quoted = 0
    for one in TENSIONS:
        places = [f"{row['doc']} ¶{row['par']}" for row in one.rows(claims)] + re.findall(r"\[([^]]+)\]", one.question)
        paragraphs = [corpus[doc].paragraphs[int(par)].text for doc, par in (place.split(" ¶") for place in places)]
        for words in re.findall("“([^”]+)”", one.question):
            quoted += 1
            assert any(words in text for text in paragraphs), words
    assert quoted >= 4


def test_where_an_end_is_missing_the_question_names_both_numbers(claims):
    assert (
        tension("T1").held(claims)[0].said
        == "Cannot tell: “about” has no ends. Would you let about 0.548 a day reach as far as about 1 a day?"
    )
    assert "a word without a figure" in tension("T15").held(claims)[2].said
