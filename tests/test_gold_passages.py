"""The held-out passages are sound in themselves: offsets, hedges and bounds, layouts, and no number forgotten."""

import csv
import re
from itertools import pairwise
from pathlib import Path

PASSAGES = Path(__file__).resolve().parent / "gold" / "passages"
BYTES = {path.stem: path.read_bytes() for path in sorted(PASSAGES.glob("*.txt"))}
TEXTS = {doc: raw.decode("utf-8") for doc, raw in BYTES.items()}


def rows(name):
    with (PASSAGES / name).open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table, strict=True))


CLAIMS, NON_CLAIMS = rows("claims.csv"), rows("non_claims.csv")

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
DIRECTIONS = {"received", "sent", "both", "none"}
KINDS = {"stock", "flow", "rate", "event", "duration", "structural"}
EDTF_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
NUMBER_WORD = re.compile(
    r"""\d[\d,.]*
    | \b(?: zero | one(?:['’]s)? | two | three | four | five | six | seven | eight | nine | ten | eleven | twelve
        | \w+teen(?:th)? | (?:twen|thir|for|fif|six|seven|eigh|nine)t(?:y|ies|ieth)
        | (?:hundred|thousand|million|billion)(?:s|th)? | dozens? | scores? | half | halves | quarters?
        | couple | pairs? | handful | several | once | twice | thrice | single | double | triple
        | (?:first|second|third|fourth|fifth)(?:s|ly)? | sixth | seventh | eighth | ninth | tenth | eleventh | twelfth
        | decades? | century | centuries | number | every\ (?:day|week|month|year) )\b""",
    re.IGNORECASE | re.VERBOSE,
)


def span(row):
    return int(row["start"]), int(row["end"])


def of(doc, table):
    return [row for row in table if row["doc"] == doc]


def test_every_passage_is_used_and_every_row_has_its_passage():
    assert len(TEXTS) == 16
    assert {row["doc"] for row in CLAIMS} == {row["doc"] for row in NON_CLAIMS} == set(TEXTS)
    assert all(8 <= len(of(doc, CLAIMS)) <= 16 for doc in TEXTS)
    assert all(200 <= len(text.split()) <= 450 for text in TEXTS.values())
    assert len(CLAIMS) >= 160
    assert len(NON_CLAIMS) >= 2 * len(CLAIMS)


def test_offsets_give_back_the_quotes_in_order():
    for doc, text in TEXTS.items():
        for table in (CLAIMS, NON_CLAIMS):
            assert [row for row in of(doc, table) if text[slice(*span(row))] != row["quote"] or not row["quote"]] == []
        spans = sorted(span(row) for row in of(doc, CLAIMS) + of(doc, NON_CLAIMS))
        assert all(before[1] <= after[0] for before, after in pairwise(spans))
        assert [span(row) for row in of(doc, CLAIMS)] == sorted(span(row) for row in of(doc, CLAIMS))


def test_claims_begin_in_the_line_they_name():
    for doc, text in TEXTS.items():
        lines = [match.span() for match in re.finditer(r"[^\n]+", text) if match.group().strip()]
        for row in of(doc, CLAIMS):
            low, high = lines[int(row["par"])]
            assert low <= int(row["start"]) < high


def test_hedges_leave_the_bounds_they_should():
    for row in CLAIMS:
        filled = FILLED[row["hedge"]].split()
        assert [field for field in ("value", "low", "high") if row[field]] == filled, row
        numbers = [float(row[field]) for field in filled]
        assert all(number > 0 for number in numbers)
        if row["hedge"] == "between":
            assert numbers[0] < numbers[1]
        else:
            assert len(set(numbers)) <= 1


def test_fields_are_of_the_vocabulary():
    for row in CLAIMS:
        assert row["unit"] and row["unit"] == " ".join(row["unit"].split())
        assert row["direction"] in DIRECTIONS
        assert row["kind"] in KINDS
        assert row["kind"] != "duration" or row["direction"] == "none"
    assert {row["hedge"] for row in CLAIMS} == set(FILLED)
    assert {row["direction"] for row in CLAIMS} == DIRECTIONS
    assert {row["kind"] for row in CLAIMS} == KINDS


def test_periods_are_dates_in_order_and_their_words_stand_in_the_passage():
    for row in CLAIMS:
        start, end = row["period_start"], row["period_end"]
        assert EDTF_DATE.fullmatch(row["date"])
        assert all(EDTF_DATE.fullmatch(date) for date in (start, end) if date)
        assert not (start and end) or start[:4] <= end[:4]
        assert row["period_text"] in TEXTS[row["doc"]]
        assert not row["period_text"] or end
    assert all(len({row["date"] for row in of(doc, CLAIMS)}) == 1 for doc in TEXTS)


def test_subsets_name_one_larger_claim_of_the_same_passage():
    subsets = [row for row in CLAIMS if row["subset_of_quote"]]
    assert len(subsets) > 10
    for row in subsets:
        wholes = [whole for whole in of(row["doc"], CLAIMS) if whole["quote"] == row["subset_of_quote"]]
        assert len(wholes) == 1
        assert (row["unit"], row["direction"]) == (wholes[0]["unit"], wholes[0]["direction"])
        assert float(row["value"]) < float(wholes[0]["value"])


def test_every_number_is_a_claim_or_is_explained():
    hits, forgotten = 0, []
    for doc, text in TEXTS.items():
        spans = [span(row) for row in of(doc, CLAIMS) + of(doc, NON_CLAIMS)]
        for match in NUMBER_WORD.finditer(text):
            hits += 1
            if not any(start <= match.start() < end for start, end in spans):
                forgotten.append((doc, match.start(), match.group()))
    assert hits > 600
    assert forgotten == []


def test_sorts_of_non_claims_stand_in_the_readmes():
    readmes = (PASSAGES / "README.md").read_text("utf-8") + (PASSAGES.parent / "README.md").read_text("utf-8")
    sorts = {row["why"].partition(":")[0] for row in NON_CLAIMS}
    assert len(sorts) > 8
    assert [sort for sort in sorts if sort not in readmes] == []


def test_layouts_survive_the_checkout():
    assert b"\r\n" in BYTES["sed-congress-1981"]
    assert b"\n" not in BYTES["sed-congress-1981"].replace(b"\r\n", b"")
    assert BYTES["vietnam-review-2006"].startswith(b"\xef\xbb\xbf")
    assert not BYTES["comintern-1926"].endswith(b"\n")
    assert "£¬" in TEXTS["cpc-journal-1992"]
    assert " ," in TEXTS["jcp-paper-1984"]
    assert "3\u00a0500" in TEXTS["pcf-report-1979"]
    assert "“" in TEXTS["cuba-interview-1988"]
    assert "\n  " in TEXTS["anc-conference-1997"]


def test_the_readme_lists_every_passage():
    readme = (PASSAGES / "README.md").read_text("utf-8")
    assert re.findall(r"^\| ([a-z-]+-\d{4}) \|", readme, re.MULTILINE) == list(TEXTS)
