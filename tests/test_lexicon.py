"""Each row of each lexicon table has an example, and each example is a test."""

import re

import pytest

import interparty as ip
from interparty import lexicon
from interparty.houses import home_of, house_of
from interparty.lexicon import table
from interparty.periods import find
from interparty.text import fold

TESTED = {"anchors", "contexts", "countries", "cues", "hedges", "non_claims", "numerals", "periods", "stops", "units", "verbs"}
TESTED |= {"eras", "forms", "names", "principles", "time_phrases"}  # in tests/layers
TESTED |= {"unread_words"}  # in tests/own
TESTED |= {"papers"}  # in tests/test_houses.py
TESTED |= {"journeys"}  # the letterhead tells whose text it is
LETTERHEAD = "INTERNATIONAL DEPARTMENT OF THE COMMUNIST PARTY OF CHINA\nReport\n\n"


def rows(name, key):
    return [pytest.param(row, id=f"{number}-{row[key][:40]}") for number, row in enumerate(table(name), start=2)]


def claims_of(sentence, date="2002-10-11"):
    return ip.claims(ip.read_text(sentence, id="example", date=date))


def test_every_table_has_a_test():
    assert set(lexicon.names()) == TESTED


@pytest.mark.parametrize("row", rows("hedges", "phrase"))
def test_hedge(row):
    found = claims_of(row["example"])
    assert list(found["hedge"]) == [row["hedge"]], found
    assert row["phrase"].strip() in fold(found["quote"][0])


@pytest.mark.parametrize("row", rows("numerals", "word"))
def test_numeral(row):
    found = claims_of(row["example"])
    assert len(found) == 1, found
    if row["role"] in ("vague", "several", "handful"):
        assert found["hedge"][0] == "vague"
    else:
        multiple = {"thirds": 2, "fifths": 2, "quarters": 3, "tenths": 9}.get(row["word"], 1)
        assert found["value"][0] == pytest.approx(float(row["value"]) * multiple)


@pytest.mark.parametrize("row", rows("non_claims", "example"))
def test_non_claim(row):
    assert re.search(row["right"], fold(row["example"])), "the example does not use its row"
    found = claims_of(row["example"])
    assert found[found["kind"] != "duration"].empty, found[["quote", "kind"]]


@pytest.mark.parametrize("row", rows("units", "head"))
def test_unit(row):
    found = claims_of(row["example"])
    assert list(found["unit"]) == [row["head"]], found
    assert found["measure"][0].startswith(row["measure"])


@pytest.mark.parametrize("row", rows("cues", "pattern"))
def test_cue(row):
    found = claims_of(row["example"])
    assert len(found) == 1, found
    assert found["direction"][0] == row["direction"]
    # countries to which something is sent are countries visited
    relation = "visited" if row["relation"] == "sent" and found["unit"][0] == "countries" else row["relation"]
    # what is established in a stretch of time is new; those who come are received
    relation = {"established": "new", "came": "received", "toured": "sent", "spoke": "attended"}.get(relation, relation)
    assert found["measure"][0].endswith("_" + relation)


@pytest.mark.parametrize("row", rows("periods", "pattern"))
def test_period(row):
    folded = fold(row["example"])
    found = [(period.first or "", period.last or "") for period in find(folded, 0, len(folded), row["date"])]
    assert found == [(row["start"], row["end"])]


@pytest.mark.parametrize("row", rows("journeys", "name"))
def test_journey(row):
    """Read in a text of the Party, the example goes the way of its row, and a phrase of the row stands in it."""
    assert list(claims_of(LETTERHEAD + row["example"])["direction"]) == [row["direction"]]
    assert re.search(row["pattern"], fold(row["example"]))


@pytest.mark.parametrize("row", rows("anchors", "pattern"))
def test_anchor(row):
    found = claims_of(row["example"], date="2022-12")
    assert found["period_start"][0] == row["start"]
    assert found["period_end"][0] in (row["end"], "2022-12")


@pytest.mark.parametrize("row", rows("countries", "country"))
def test_country(row):
    found = claims_of(row["example"])
    assert list(found["direction"]) == ["sent"]
    home = "{0} is the host. All {0} greeted them. {0} thanks its friends. Once more {0} calls.".format(row["country"])
    assert house_of(home_of(fold(home))).ground.match(row["country"].lower())


@pytest.mark.parametrize("row", rows("stops", "kind"))
def test_stop(row):
    """The noun phrase ends before the stop word: the nouns behind it are not counted."""
    found = claims_of(row["example"])
    assert list(found["unit"]) == ["parties" if "parties" in row["example"] else "delegations"]
    assert set(row["words"].split()) & set(fold(row["example"]).strip(".").split())


@pytest.mark.parametrize("row", rows("contexts", "name"))
def test_context(row):
    """The example uses a word of its row; what the row is for is told by the claims around it in the other tests."""
    assert any(word in fold(row["example"]) for word in row["words"].split(";"))
    assert len(claims_of(row["example"]))


@pytest.mark.parametrize("row", rows("verbs", "words"))
def test_verb(row):
    """What the verb of the example makes of the figure: a state is a stock or a part, what happened is a flow."""
    found = claims_of(row["example"])
    assert set(row["words"].split(";")) & set(re.findall(r"[\w-]+", fold(row["example"])))
    happened = row["sort"] in ("past", "done", "ahead")
    assert list(found["kind"] == "flow") == [happened], found
