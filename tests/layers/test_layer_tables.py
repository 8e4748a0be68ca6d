"""Each row of the layers' tables has an example, and each example is a test."""

import re

import pytest

import interparty as ip
from interparty.alternatives import spelled_out
from interparty.layers.codebook import forms, principles
from interparty.layers.gazetteer import names
from interparty.layers.periodisation import eras
from interparty.layers.time_phrases import dates
from interparty.layers.years import ERAS, GENERAL
from interparty.lexicon import table

KINDS = {
    "city", "congress", "country", "doctrine", "document", "event", "organisation", "party", "person", "publication", "region",
    "slogan",
}  # fmt: skip


def rows(name, key):
    return [pytest.param(row, id=f"{number}-{row[key][:40]}") for number, row in enumerate(table(name), start=2)]


@pytest.mark.parametrize("row", rows("time_phrases", "pattern"))
def test_time_phrase(row):
    found = dates(ip.read_text(row["example"], date=row["date"]))
    expected = [row["date"] if row[side] == "text" else row[side] or None for side in ("first", "last")]
    assert (row["rule"], *expected) in list(zip(found["rule"], found["first"], found["last"], strict=True))


@pytest.mark.parametrize("row", rows("names", "name"))
def test_name(row):
    assert row["kind"] in KINDS
    ended = row["valid_to"] or next((other["valid_to"] for other in table("countries") if other["country"] == row["name"]), "")
    found = names(ip.read_text(row["example"], date=ended or "2020"))
    mine = found[found["name"] == row["name"]]
    assert not mine.empty, found
    assert mine["valid"].all()


@pytest.mark.parametrize("row", rows("names", "name"))
def test_every_spelling_is_found(row):
    """One text with all the spellings of a name, each in a sentence of its own."""
    spellings = [s for part in row["aliases"].split(";") if part for s in spelled_out(part)]
    text = "\n".join(f"So: {spelling.removesuffix('~')}." for spelling in spellings)
    found = names(ip.read_text(text, date=row["valid_from"]))
    assert len(set(found["par"])) == len(spellings), sorted(set(range(len(spellings))) - set(found["par"]))


@pytest.mark.parametrize("row", rows("countries", "country"))
def test_country_and_its_people(row):
    people = [word.title() for word in row["demonyms"].split(";") if word]
    text = f"Guests from {row['country']}." + "".join(f" A {word} guest." for word in people)
    found = names(ip.read_text(text, date=row["valid_to"] or row["valid_from"]))
    assert row["country"] in set(found["name"])
    assert len(found) == 1 + len(people)


@pytest.mark.parametrize("row", rows("eras", "pattern"))
def test_era_cue(row):
    assert row["era"] in {*ERAS, GENERAL}
    found = eras(ip.read_text(row["example"], date="2012"))
    assert found["primary"].iloc[0] == row["era"]
    if row["era"] != GENERAL:
        evidence = found["evidence"].iloc[0]
        assert any(re.search(row["pattern"], item.quote.lower()) for item in evidence), evidence


@pytest.mark.parametrize("row", rows("forms", "code"))
def test_form(row):
    inside, outside = (forms(ip.read_text(row[column])) for column in ("example", "exclusion"))
    assert row["code"] in set(inside["code"])
    assert row["code"] not in set(outside["code"])


@pytest.mark.parametrize("row", rows("principles", "code"))
def test_principle(row):
    inside, outside = (principles(ip.read_text(row[column])) for column in ("example", "exclusion"))
    assert row["code"] in set(inside["code"])
    assert row["code"] not in set(outside["code"])
