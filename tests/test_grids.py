"""Grids: every way to say when, and every way to say who came to whom, each with what it means, in many surroundings.

``gold/grid_periods.csv`` has phrases of time; each is read at the head and at the end of a sentence. ``gold/grid_directions.csv``
has sentences with blanks for a house, its partner and a number; each is read for several houses, partners and numbers, so that
no rule can rest on one country. A row that is not read yet has its reason in the column ``why_not``: it must fail, else the
reason has to go.
"""

import csv
from itertools import product
from pathlib import Path

import pytest

import interparty as ip

GOLD = Path(__file__).resolve().parent / "gold"
DATE = "1990-06-15"


def rows(name):
    with (GOLD / f"grid_{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, strict=True))


PERIODS, DIRECTIONS = rows("periods"), rows("directions")
HOUSES = [
    {"head": "COMMUNIST PARTY OF CHINA", "home": "China", "ours": "Chinese", "capital": "Beijing"},
    {"head": "Socialist Party of Portugal", "home": "Portugal", "ours": "Portuguese", "capital": "Lisbon"},
    {"head": "TANZANIAN WORKERS' UNION", "home": "Tanzania", "ours": "Tanzanian", "capital": "Dar es Salaam"},
]
PARTNERS = [
    {"there": "Cuba", "theirs": "Cuban", "they": "Cubans", "city": "Havana"},
    {"there": "Poland", "theirs": "Polish", "they": "Poles", "city": "Warsaw"},
    {"there": "Yugoslavia", "theirs": "Yugoslav", "they": "Yugoslavs", "city": "Belgrade"},
]
NUMBERS = ("30", "thirty", "more than 30")
#: more than this share of the surroundings of a row must be read right
WAYS = list(product(HOUSES, PARTNERS, NUMBERS))


def read(text):
    return ip.claims(ip.read_text(text, id="grid", date=DATE)).to_dict("records")


@pytest.mark.parametrize("row", PERIODS, ids=lambda row: row["phrase"])
def test_period(row):
    phrase, want = row["phrase"], (row["start"] or None, row["end"] or None)
    for sentence in (
        f"{phrase[0].upper()}{phrase[1:]}, the Party received 300 delegations.",
        f"The Party received 300 delegations {phrase}.",
        f"The Party received more than 300 delegations {phrase}.",
    ):
        assert [(claim["period_start"], claim["period_end"]) for claim in read(sentence)] == [want], sentence


@pytest.mark.parametrize("row", DIRECTIONS, ids=lambda row: row["sentence"])
def test_direction(row):
    wrong = []
    for house, partner, number in WAYS:
        sentence = row["sentence"].format(n=number, **house, **partner)
        text = f"{house['head']}\nReport\n\n{sentence[0].upper()}{sentence[1:]}"
        said = [(claim["direction"], claim["kind"]) for claim in read(text) if claim["value"] == 30]
        if said != [(row["direction"], row["kind"])]:
            wrong.append(f"{sentence} {said}")
    if row["why_not"]:
        assert wrong, f"{row['sentence']} is read now: take out why_not"
        pytest.xfail(row["why_not"])
    assert wrong == []


def test_the_grids_are_wide():
    assert len(PERIODS) > 270 and len({row["phrase"] for row in PERIODS}) == len(PERIODS)
    assert len(DIRECTIONS) > 180 and {row["direction"] for row in DIRECTIONS} == {"received", "sent", "both", "none"}
    assert sum(bool(row["why_not"]) for row in DIRECTIONS) < 20
