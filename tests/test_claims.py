"""The claims table against gold made by reading, and the promises that hold for any text."""

import csv
import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import interparty as ip
from interparty.extraction import COLUMNS

GOLD = Path(__file__).parent / "gold"


def gold(name):
    with (GOLD / name).open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert rows, f"{name} is empty"
    return rows


STATISTICS = [row for row in gold("claims.csv") if row["kind"] != "duration"]
EVERYTHING = gold("claims.csv")
NUMBERS = ("value", "low", "high")
WORDS = ("quote", "hedge", "unit", "measure", "direction", "kind", "period_start", "period_end", "period_text")


def expected(row, field):
    if field in NUMBERS:
        return float(row[field]) if row[field] else None
    return row[field] or None


def said(claim, field):
    value = claim[field]
    return None if isinstance(value, float) and math.isnan(value) else value


def test_there_are_38_counted_statistics(claims):
    assert len(STATISTICS) == 38
    assert (claims["kind"] != "duration").sum() == 38


@pytest.mark.parametrize("row", EVERYTHING, ids=lambda row: f"{row['doc']}-{row['par']}-{row['quote'][:30]}")
def test_claim(claims, row):
    found = claims[(claims["doc"] == row["doc"]) & (claims["start"] == int(row["start"]))]
    assert len(found) == 1
    claim = found.iloc[0]
    assert (claim["par"], claim["end"]) == (int(row["par"]), int(row["end"]))
    fields = (*NUMBERS, *WORDS)
    assert {field: said(claim, field) for field in fields} == {field: expected(row, field) for field in fields}
    whole = claims[claims["claim_id"] == claim["subset_of"]]
    assert (None if whole.empty else whole["quote"].iloc[0]) == (row["subset_of_quote"] or None)


def test_nothing_else_is_a_claim(claims):
    known = {(row["doc"], int(row["start"])) for row in EVERYTHING}
    assert {(row.doc, row.start) for row in claims.itertuples()} == known


@pytest.mark.parametrize("row", gold("non_claims.csv"), ids=lambda row: f"{row['doc']}-{row['start']}-{row['quote'][:20]}")
def test_non_claim(claims, row):
    inside = claims[(claims["doc"] == row["doc"]) & (claims["start"] < int(row["end"])) & (claims["end"] > int(row["start"]))]
    assert inside.empty


def test_the_columns_are_the_contract(claims, corpus):
    assert list(claims.columns) == COLUMNS
    assert claims["claim_id"].is_unique
    assert list(ip.claims(corpus["dai-2002"])["claim_id"]) == list(claims[claims["doc"] == "dai-2002"]["claim_id"])
    assert list(ip.claims([corpus["dai-2001"], corpus["chen-2007"]])["doc"].unique()) == ["dai-2001", "chen-2007"]
    assert list(ip.claims([]).columns) == COLUMNS


def test_quotes_come_from_the_file(claims, corpus):
    for claim in claims.itertuples():
        assert corpus[claim.doc].text[claim.start : claim.end] == claim.quote
        assert corpus[claim.doc].paragraphs[claim.par].text.count(claim.quote)


def test_418_belongs_to_the_end_of_2001(corpus):
    claims = corpus["dai-2002"].claims.set_index("claim_id")
    assert claims.loc["dai-2002.15.418-parties-and-organizations", "period_end"] == "2001-12"
    assert claims.loc["dai-2002.15.nearly-400-delegations", "period_start"] == "1997"


def test_ids_stay_apart_however_often_a_phrase_comes_back():
    found = ip.claims(ip.read_text("418 parties. 418 parties-2. " * 120, id="x"))
    assert len(found) > 100
    assert found["claim_id"].is_unique


def test_a_wrong_source_gets_a_sentence():
    for wrong in (5, "a text", None, ["a text"]):
        with pytest.raises(ip.InterpartyError, match="claims needs a corpus"):
            ip.claims(wrong)


# A text made of the genre's own bricks reaches more of the grammar than random letters do.
BRICKS = st.sampled_from(
    "more than|nearly|about|over|between|and|from|to|or|of these|of which|400|4,500|418|1.2 million|two dozen|dozens of|one|two|"
    "11th|1978|in|by the end of|since|the past five years|delegations|parties|countries and regions|people/ movements|the CPC|"
    "received|sent|visited|a foreign group every day|-odd|-plus|%|per cent|half of the|a|the|(1937-1945)|Three Represents|"
    '"|,|.|;|\n|\n\n|\u00a0|£¬|İ|¶'.split("|")
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(BRICKS, max_size=40).map(" ".join), st.lists(BRICKS, max_size=20).map("".join))


@given(TEXTS, st.sampled_from(["", "2002-10-11", "2007~", "1931"]))
def test_any_text_gives_a_sound_table(text, date):
    found = ip.claims(ip.read_text(text, id="x", date=date))
    assert found["claim_id"].is_unique
    for claim in found.to_dict("records"):
        assert text[claim["start"] : claim["end"]] == claim["quote"] != ""
        extent = ip.bounds(claim)
        if claim["hedge"] == "between":
            assert math.isnan(claim["value"])
            assert extent.low < extent.high
        else:
            assert extent == ip.bounds_of(claim["value"], claim["hedge"])
        assert math.isnan(claim["value"]) == (claim["hedge"] in ("between", "vague"))
        assert claim["direction"] in ("received", "sent", "both", "none")
        assert claim["kind"] in ("stock", "flow", "rate", "event", "duration", "structural")
        assert claim["subset_of"] is None or claim["subset_of"] in set(found["claim_id"])
