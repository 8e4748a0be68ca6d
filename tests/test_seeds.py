"""The five texts are what they were, and what is said about them can be found in them."""

import csv
import hashlib
import re
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
CATALOGUE = tomllib.loads((SEEDS / "catalogue.toml").read_text(encoding="utf-8"))["text"]
TEXTS = {entry["id"]: (SEEDS / entry["file"]).read_bytes().decode("utf-8") for entry in CATALOGUE}
with (SEEDS / "emendations.csv").open(encoding="utf-8", newline="") as table:
    EMENDATIONS = list(csv.DictReader(table, strict=True))

SHA256 = {
    "chen-2007": "7a92209f6bdc8d8319a01061f8241127879f359721bcab61e8572e1fdd8353a7",
    "dai-2001": "7f31613a6cc5c25e5e92f3f8de977c2a3dbd367574071b5d6200eb4f259c3048",
    "dai-2002": "0c9d8651e4f41ac75564cdc80402cb7cd9a890b1801a614df32cae7acfb15a06",
    "idcpc-2003": "236e7f62aedd390f46ab7a084bca97f663c5f5a4556bc7828f96d84360bcda1f",
    "zhong-2007": "ac88cc12e0d24b21a829adb8116d30e41ca4616993404f61135f78384e5e707a",
}
ORIGINAL_FILES = {
    "idcpc-2003": "000_c618ccbec1cb5b05.txt",
    "chen-2007": "001_7aed9da47197fa47.txt",
    "zhong-2007": "002_32184f934d2cdaa3.txt",
    "dai-2002": "003_94723770b228bdd8.txt",
    "dai-2001": "004_823f876e972e7d89.txt",
}
TEXT_DATES = {
    "idcpc-2003": "2003-09-25",
    "chen-2007": "2007~",
    "zhong-2007": "2007-10",
    "dai-2002": "2002-10-11",
    "dai-2001": "2001-07",
}
FIELDS = """
    id file sha256 original_file title author office speaker_kind institution outlet genre
    date date_status date_evidence copy_date copy_evidence citation note
"""
EDTF_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?[~?%]?")
QUOTED = re.compile("“([^”]*)”")


def paragraphs(text):
    return [line for line in text.split("\n") if line.strip()]


by_id = pytest.mark.parametrize("entry", CATALOGUE, ids=lambda entry: entry["id"])


def test_the_catalogue_lists_each_text_in_the_folder_once():
    assert sorted(entry["file"] for entry in CATALOGUE) == sorted(path.name for path in SEEDS.glob("*.txt"))
    assert sorted(entry["id"] for entry in CATALOGUE) == sorted(SHA256)
    assert len({entry["id"] for entry in CATALOGUE}) == len(CATALOGUE) == 5


@by_id
def test_the_file_is_unchanged_to_the_last_byte(entry):
    assert hashlib.sha256((SEEDS / entry["file"]).read_bytes()).hexdigest() == SHA256[entry["id"]] == entry["sha256"]


@by_id
def test_the_original_file_name_is_kept(entry):
    assert entry["original_file"] == ORIGINAL_FILES[entry["id"]]


@by_id
def test_every_field_is_there_and_is_a_string(entry):
    assert set(FIELDS.split()) <= set(entry)
    assert all(isinstance(value, str) for value in entry.values())
    assert all(entry[field] for field in FIELDS.split() if field not in {"author", "office", "outlet", "copy_date"})
    assert all(entry[field] for field in ("author", "office", "outlet")) or entry["note"]


@by_id
def test_dates_are_edtf_and_the_text_is_not_later_than_its_copy(entry):
    assert entry["date"] == TEXT_DATES[entry["id"]]
    assert EDTF_DATE.fullmatch(entry["date"])
    assert entry["copy_date"] == "" or EDTF_DATE.fullmatch(entry["copy_date"])
    assert entry["copy_date"] == "" or entry["date"][:4] <= entry["copy_date"][:4]
    assert entry["date_status"] in {"stated", "inferred"}
    assert (entry["date_status"] == "inferred") == (entry["date"][-1] in "~?%")


def test_the_web_page_of_2014_dates_the_copy_and_not_the_text():
    entry = next(entry for entry in CATALOGUE if entry["id"] == "zhong-2007")
    assert entry["date"].startswith("2007")
    assert entry["copy_date"] == "2014-11-02"


@by_id
def test_words_quoted_as_evidence_stand_in_the_text(entry):
    quotations = [quote for field in ("date_evidence", "copy_evidence", "note") for quote in QUOTED.findall(entry[field])]
    assert QUOTED.findall(entry["date_evidence"])
    assert [quote for quote in quotations if quote not in TEXTS[entry["id"]]] == []


@by_id
def test_title_author_office_and_outlet_stand_in_the_text(entry):
    # A title may be broken over lines, and one has a misprint that the catalogue does not repeat.
    reading = TEXTS[entry["id"]].replace("\n", " ").replace("CPC'S", "CPC's")
    fields = ("title", "author", "editor", "interviewer", "office", "outlet")
    assert [field for field in fields if entry.get(field, "") not in reading] == []


def test_quotations_in_the_readme_stand_in_the_paragraph_that_is_cited():
    cited = re.findall(r"“([^”]*)”\s+\[([a-z]+-\d{4}) ¶(\d+)\]", (SEEDS / "README.md").read_text(encoding="utf-8"))
    assert len(cited) >= 5
    assert [c for c in cited if c[0] not in paragraphs(TEXTS[c[1]])[int(c[2])]] == []


def test_emendations_say_what_they_change_and_why():
    assert len(EMENDATIONS) >= 25
    for row in EMENDATIONS:
        assert list(row) == ["doc", "start", "end", "found", "read_as", "kind", "why"]
        assert row["found"] and row["found"] != row["read_as"] and row["kind"] and row["why"].endswith(".")


def test_emendations_point_to_what_they_emend():
    wrong = [row for row in EMENDATIONS if TEXTS[row["doc"]][int(row["start"]) : int(row["end"])] != row["found"]]
    assert wrong == []


def test_emendations_are_in_order_and_do_not_overlap():
    for doc in TEXTS:
        spans = [(int(row["start"]), int(row["end"])) for row in EMENDATIONS if row["doc"] == doc]
        assert spans
        assert all(before[1] <= after[0] for before, after in pairwise(spans))


def test_emended_texts_are_free_of_the_damage():
    damage = re.compile("[£¬\u00a0]| [,;:?!]|\\w \\.(?!\\.)|\\( |Party' |outside word|handing|costal|breath\\b|principle party")
    for doc, text in TEXTS.items():
        rows = [row for row in EMENDATIONS if row["doc"] == doc]
        for row in reversed(rows):
            text = text[: int(row["start"])] + row["read_as"] + text[int(row["end"]) :]
        assert damage.findall(text) == []


def test_emendations_survive_a_round_trip_through_csv(tmp_path):
    copy = tmp_path / "copy.csv"
    with copy.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, list(EMENDATIONS[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(EMENDATIONS)
    assert copy.read_bytes() == (SEEDS / "emendations.csv").read_bytes()
    assert {"\n", " ", "\u00a0"} <= {row["found"] for row in EMENDATIONS}
