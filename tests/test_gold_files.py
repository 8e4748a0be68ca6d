"""The gold is sound in itself: offsets, hedges and bounds, periods, and no number in the texts forgotten."""

import csv
import re
from itertools import groupby, pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "tests" / "gold"
TEXTS = {path.stem: path.read_bytes().decode("utf-8") for path in (ROOT / "seeds").glob("*.txt")}


def rows(name):
    with (GOLD / name).open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table, strict=True))


CLAIMS, NON_CLAIMS, GENRE = rows("claims.csv"), rows("non_claims.csv"), rows("genre.csv")
GENRE_CLAIMS = [row for row in GENRE if row["quote"]]
SENTENCES = {sid: list(group) for sid, group in groupby(GENRE, key=lambda row: row["sid"])}

# Which of value, low and high a hedge leaves.
FILLED = {
    "exact": "value low high",
    "at_least": "value low",
    "odd": "value low",
    "nearly": "value high",
    "at_most": "value high",
    "about": "value",
    "between": "low high",
    "vague": "",
}
# What the last word of a measure says of the direction. "attending" says nothing: joint workshops have guests, too.
DIRECTION_OF_MEASURE = {
    "received": "received",
    "sent": "sent",
    "visited": "sent",
    "contact": "both",
    "new": "both",
    "institutionalized": "both",
    "provinces": "none",
    "steps": "none",
    "years": "none",
}
KINDS = {"stock", "flow", "rate", "event", "structural", "duration"}
EDTF_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?~?")
NUMBER_WORD = re.compile(
    r"""\d[\d,.]*
    | \b(?: zero | one(?:'s)? | two | three | four | five | six | seven | eight | nine | ten | eleven | twelve
        | \w+teen | \w+teenth | twenty | thirty | forty | fifty | sixty | seventy | eighty | ninety | \w+tieth
        | hundreds? | thousands? | millions? | billions? | dozens? | scores? | half | halves | quarters?
        | couple | pair | handful | several | once | twice | thrice | single | double | triple
        | first(?:ly)? | second(?:ly)? | third(?:s|ly)? | fourth(?:ly)? | fifth(?:ly)? | sixth | seventh | eighth
        | ninth | tenth | eleventh | twelfth | decades? | century | centuries | numbers?
        | every\ (?:day|week|month|year|way) )\b""",
    re.IGNORECASE | re.VERBOSE,
)


def span(row):
    return int(row["start"]), int(row["end"])


def paragraph_spans(text):
    return [match.span() for match in re.finditer(r"[^\n]+", text) if match.group().strip()]


def assert_bounds_fit_the_hedge(row):
    filled = FILLED[row["hedge"]].split()
    assert [field for field in ("value", "low", "high") if row[field]] == filled
    numbers = [float(row[field]) for field in filled]
    assert all(number > 0 for number in numbers)
    assert row["hedge"] == "between" or len(set(numbers)) <= 1
    assert row["hedge"] != "between" or numbers[0] < numbers[1]


def assert_period_is_sound(row):
    start, end = row["period_start"], row["period_end"]
    assert all(EDTF_DATE.fullmatch(date) for date in (start, end) if date)
    assert not (start and end) or start[:4] <= end[:4]


def test_the_tables_are_as_large_as_they_are_said_to_be():
    counted = [row for row in CLAIMS if row["kind"] != "duration"]
    assert (len(counted), len(CLAIMS) - len(counted)) == (38, 5)
    per_text = {doc: sum(row["doc"] == doc for row in counted) for doc in TEXTS}
    assert per_text == {"idcpc-2003": 10, "chen-2007": 8, "zhong-2007": 4, "dai-2002": 10, "dai-2001": 6}
    assert len(SENTENCES) >= 120
    assert sum(not group[0]["quote"] for group in SENTENCES.values()) >= 40


@pytest.mark.parametrize("table", [CLAIMS, NON_CLAIMS], ids=["claims", "non_claims"])
def test_offsets_give_back_the_quotes_in_order(table):
    assert table
    assert [row for row in table if TEXTS[row["doc"]][slice(*span(row))] != row["quote"]] == []
    assert {row["doc"] for row in table} == set(TEXTS)
    for _, group in groupby(table, key=lambda row: row["doc"]):
        assert all(before[1] <= after[0] for before, after in pairwise(map(span, group)))


def test_claims_stand_in_the_paragraph_they_name():
    for row in CLAIMS:
        low, high = paragraph_spans(TEXTS[row["doc"]])[int(row["par"])]
        assert low <= int(row["start"]) < int(row["end"]) <= high


def test_claims_are_coded_consistently():
    for row in CLAIMS:
        assert_bounds_fit_the_hedge(row)
        assert_period_is_sound(row)
        assert row["direction"] in {"received", "sent", "both", "none"}
        assert row["kind"] in KINDS
        assert row["period_text"] in TEXTS[row["doc"]]
        assert (row["kind"] == "duration") == (row["measure"] == "years")
        ending = row["measure"].rpartition("_")[2]
        assert row["direction"] == DIRECTION_OF_MEASURE.get(ending, row["direction"])


def test_measures_are_those_of_the_readme():
    readme = (GOLD / "README.md").read_text(encoding="utf-8")
    vocabulary = readme.split("### Measure")[1].split("### Period")[0]
    assert {row["measure"] for row in CLAIMS} == set(
        re.findall(r"\b[a-z]+_[a-z_]+\b|(?<=\| )(?:provinces|steps|years)\b", vocabulary)
    )


def test_subsets_name_a_claim_of_the_same_text_that_can_hold_them():
    subsets = [row for row in CLAIMS if row["subset_of_quote"]]
    assert subsets
    for row in subsets:
        wholes = [w for w in CLAIMS if w["doc"] == row["doc"] and w["quote"] == row["subset_of_quote"]]
        assert len(wholes) == 1
        assert row["direction"] == wholes[0]["direction"]
        assert float(row["value"]) < float(wholes[0]["value"])


def test_no_non_claim_touches_a_claim():
    for row in NON_CLAIMS:
        for claim in CLAIMS:
            apart = span(row)[1] <= span(claim)[0] or span(claim)[1] <= span(row)[0]
            assert row["doc"] != claim["doc"] or apart


def test_every_number_in_the_five_texts_is_a_claim_or_is_explained():
    hot_spots, forgotten = 0, []
    for doc, text in TEXTS.items():
        spans = [span(row) for row in CLAIMS + NON_CLAIMS if row["doc"] == doc]
        for match in NUMBER_WORD.finditer(text):
            hot_spots += 1
            if not any(start <= match.start() < end for start, end in spans):
                forgotten.append((doc, match.start(), match.group()))
    assert hot_spots > 180
    assert forgotten == []


def test_non_claims_name_their_sort():
    sorts = {row["why"].split(":")[0] for row in NON_CLAIMS}
    readme = (GOLD / "README.md").read_text(encoding="utf-8")
    assert sorts
    assert [sort for sort in sorts if sort not in readme] == []


def test_genre_sentences_have_one_id_and_quotes_in_reading_order():
    assert len({group[0]["sentence"] for group in SENTENCES.values()}) == len(SENTENCES)
    assert list(SENTENCES) == sorted(SENTENCES)
    for group in SENTENCES.values():
        assert len({(row["sentence"], row["text_date"]) for row in group}) == 1
        assert len(group) == 1 or all(row["quote"] for row in group)
        position = 0
        for row in group:
            position = row["sentence"].index(row["quote"], position) + len(row["quote"])


def test_genre_claims_are_coded_consistently():
    for row in GENRE_CLAIMS:
        assert_bounds_fit_the_hedge(row)
        assert_period_is_sound(row)
        assert row["direction"] in {"received", "sent", "both", "none"}
        assert row["kind"] in KINDS
        assert row["unit"]
        assert EDTF_DATE.fullmatch(row["text_date"])
        ahead = re.search(r"\b(?:next|coming)\b", row["sentence"])
        assert not row["period_end"] or ahead or row["period_end"][:4] <= row["text_date"][:4]
        wholes = [other["quote"] for other in SENTENCES[row["sid"]] if other is not row]
        assert not row["subset_of_quote"] or row["subset_of_quote"] in wholes


def test_genre_covers_every_hedge_direction_and_kind():
    assert {row["hedge"] for row in GENRE_CLAIMS} == set(FILLED)
    assert {row["direction"] for row in GENRE_CLAIMS} == {"received", "sent", "both", "none"}
    assert {row["kind"] for row in GENRE_CLAIMS} == KINDS


def test_sentences_without_claims_leave_every_other_field_empty():
    fields = ("value", "low", "high", "hedge", "unit", "direction", "kind", "period_start", "period_end")
    assert [row for row in GENRE if not row["quote"] and any(row[field] for field in fields)] == []
