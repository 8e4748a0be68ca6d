"""The passages and the held-out texts are sound in themselves: offsets, hedges and bounds, and no number forgotten."""

import re
from itertools import pairwise
from types import SimpleNamespace

import pytest

from gold.folder import Folder, of, span

PASSAGES, SECOND, HELDOUT = Folder("passages"), Folder("second"), Folder("heldout")
# What each folder must have, so that it cannot shrink unnoticed.
SIZES = {
    "passages": SimpleNamespace(texts=40, claims=410, per_text=(3, 16), words=(120, 450), subsets=45, numbers=1150),
    "second": SimpleNamespace(texts=203, claims=2340, per_text=(3, 22), words=(100, 450), subsets=12, numbers=730),
    "heldout": SimpleNamespace(texts=24, claims=215, per_text=(3, 16), words=(180, 320), subsets=18, numbers=700),
}


@pytest.fixture(params=[PASSAGES, SECOND, HELDOUT], ids=lambda folder: folder.path.name)
def gold(request):
    return request.param


@pytest.fixture
def sizes(gold):
    return SIZES[gold.path.name]


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


def test_every_text_is_used_and_every_row_has_its_text(gold, sizes):
    assert len(gold.texts) == sizes.texts
    assert {row["doc"] for row in gold.claims} == {row["doc"] for row in gold.non_claims} == set(gold.texts)
    fewest, most = sizes.per_text
    assert all(fewest <= len(of(doc, gold.claims)) <= most for doc in gold.texts)
    fewest, most = sizes.words
    assert all(fewest <= len(text.split()) <= most for text in gold.texts.values())
    assert len(gold.claims) >= sizes.claims
    assert len(gold.non_claims) >= (2 if gold is not SECOND else 0.65) * len(gold.claims)


def test_offsets_give_back_the_quotes_in_order(gold):
    for doc, text in gold.texts.items():
        for table in (gold.claims, gold.non_claims):
            assert [row for row in of(doc, table) if text[slice(*span(row))] != row["quote"] or not row["quote"]] == []
        assert all(before[1] <= after[0] for before, after in pairwise(gold.spans(doc)))
        assert [span(row) for row in of(doc, gold.claims)] == sorted(span(row) for row in of(doc, gold.claims))


def test_claims_begin_in_the_line_they_name(gold):
    for doc, text in gold.texts.items():
        lines = [match.span() for match in re.finditer(r"[^\n]+", text) if match.group().strip()]
        for row in of(doc, gold.claims):
            low, high = lines[int(row["par"])]
            assert low <= int(row["start"]) < high


def test_hedges_leave_the_bounds_they_should(gold):
    for row in gold.claims:
        filled = FILLED[row["hedge"]].split()
        assert [field for field in ("value", "low", "high") if row[field]] == filled, row
        numbers = [float(row[field]) for field in filled]
        assert all(number > 0 for number in numbers)
        if row["hedge"] == "between":
            assert numbers[0] < numbers[1]
        else:
            assert len(set(numbers)) <= 1


def test_fields_are_of_the_vocabulary(gold):
    for row in gold.claims:
        assert row["unit"] and row["unit"] == " ".join(row["unit"].split())
        assert row["direction"] in DIRECTIONS
        assert row["kind"] in KINDS
        assert row["kind"] != "duration" or row["direction"] == "none"
    assert {row["hedge"] for row in gold.claims} == set(FILLED)
    assert {row["direction"] for row in gold.claims} == DIRECTIONS
    assert {row["kind"] for row in gold.claims} == KINDS


def test_periods_are_dates_in_order_and_their_words_stand_in_the_text(gold):
    for row in gold.claims:
        start, end = row["period_start"], row["period_end"]
        assert EDTF_DATE.fullmatch(row["date"])
        assert all(EDTF_DATE.fullmatch(date) for date in (start, end) if date)
        assert not (start and end) or start[:4] <= end[:4]
        assert row["period_text"] in gold.texts[row["doc"]]
        assert not row["period_text"] or end
    assert all(len({row["date"] for row in of(doc, gold.claims)}) == 1 for doc in gold.texts)


def test_subsets_name_one_larger_claim_of_the_same_text(gold, sizes):
    subsets = [row for row in gold.claims if row["subset_of_quote"]]
    assert len(subsets) >= sizes.subsets
    for row in subsets:
        wholes = [whole for whole in of(row["doc"], gold.claims) if whole["quote"] == row["subset_of_quote"]]
        assert len(wholes) == 1
        assert (row["unit"], row["direction"]) == (wholes[0]["unit"], wholes[0]["direction"])
        assert float(row["value"]) < float(wholes[0]["value"])


def test_every_number_is_a_claim_or_is_explained(gold, sizes):
    hits, forgotten = 0, []
    for doc, text in gold.texts.items():
        spans = gold.spans(doc)
        for match in NUMBER_WORD.finditer(text):
            hits += 1
            if not any(start <= match.start() < end for start, end in spans):
                forgotten.append((doc, match.start(), match.group()))
    assert hits > sizes.numbers
    assert forgotten == []


def test_sorts_of_non_claims_stand_in_the_readmes(gold):
    readmes = [gold.readme, PASSAGES.readme, (gold.path.parent / "README.md").read_text("utf-8")]
    sorts = {row["why"].partition(":")[0] for row in gold.non_claims}
    assert len(sorts) > 8
    assert [sort for sort in sorts if not any(sort in readme for readme in readmes)] == []


def test_layouts_of_the_passages_survive_the_checkout():
    assert b"\r\n" in PASSAGES.bytes["sed-congress-1981"]
    assert b"\n" not in PASSAGES.bytes["sed-congress-1981"].replace(b"\r\n", b"")
    assert PASSAGES.bytes["vietnam-review-2006"].startswith(b"\xef\xbb\xbf")
    assert not PASSAGES.bytes["comintern-1926"].endswith(b"\n")
    assert "£¬" in PASSAGES.texts["cpc-journal-1992"]
    assert " ," in PASSAGES.texts["jcp-paper-1984"]
    assert "3\u00a0500" in PASSAGES.texts["pcf-report-1979"]
    assert "“" in PASSAGES.texts["cuba-interview-1988"]
    assert "\n  " in PASSAGES.texts["anc-conference-1997"]


def test_the_readme_lists_every_text(gold):
    assert re.findall(r"^\| ([a-z-]+-\d{4}) \|", gold.readme, re.MULTILINE) == list(gold.texts)
