"""Rows of one's own: tested by their example, seen at once, kept beside the texts; the library itself stays as it is."""

import csv

import pytest

import interparty as ip
from interparty import lexicon
from interparty.own.engine import OwnRows
from interparty.own.examples import KINDS, RELATIONS, complete
from interparty.own.rows import compare

TEXT = (
    "In 1996 the Party received a good 30 delegations. It bade farewell to 9 groups. The 7 reading circles met.\n"
    "They spoke of Ana Sol. Our hall has 12 seats for delegations.\n"
)
HEDGE = {"phrase": "a good", "hedge": "at_least", "example": "We met a good 40 guests."}
ROWS = {
    "hedges": HEDGE,
    "units": {"head": "reading circles", "singular": "reading circle", "example": "There are 8 reading circles."},
    "cues": {
        "pattern": "b(?:id|ade) farewell to",
        "relation": "received",
        "direction": "received",
        "example": "We bade farewell to 30 delegations.",
    },
    "non_claims": {"right": r"\d+ seats\b", "why": "furniture", "example": "The hall has 40 seats."},
    "names": {"name": "Ana Sol", "kind": "person", "aliases": "Sol, Ana", "example": "We met Ana Sol."},
    "forms": {
        "code": "regattas",
        "label": "regattas",
        "definition": "Boats are rowed together.",
        "pattern": "regattas?",
        "example": "A regatta was held.",
        "exclusion": "Boats lay in the harbour.",
    },
}


@pytest.fixture
def mine(tmp_path):
    (tmp_path / "r.txt").write_text(TEXT, encoding="utf-8", newline="")
    return ip.my_texts(tmp_path)


def test_a_row_shows_its_effect_and_is_used_once_kept(mine):
    trial = ip.try_row(mine, "hedges", **HEDGE)
    effect = {(row.field, row.before, row.after) for row in trial.diff.itertuples()}
    assert ("hedge", "exact", "at_least") in effect and ("quote", "30 delegations", "a good 30 delegations") in effect
    assert set(trial.diff["effect"]) == {"changed"}
    for shown in (repr(trial), trial._repr_html_()):
        assert "changes 1 claim of these texts" in shown and "at_least" in shown
    assert "exact" in set(ip.claims(mine)["hedge"]), "trying changes nothing"
    assert not (mine.folder / "lexicon").exists()
    kept = trial.keep()
    for way in (kept, ip.my_texts(mine.folder)):
        assert ip.claims(way).iloc[0]["hedge"] == "at_least"
    with (mine.folder / "lexicon" / "hedges.csv").open(encoding="utf-8", newline="") as stream:
        assert list(csv.DictReader(stream)) == [{**HEDGE, "side": "before", "open": "no"}]


def test_a_row_works_wherever_the_folder_is_read(mine):
    (mine.folder / "catalogue.toml").write_text('[[text]]\nid = "r"\nfile = "r.txt"\ndate = ""\n', encoding="utf-8")
    ip.try_row(mine, "hedges", **HEDGE).keep()
    from interparty.sources import read, sources

    for documents in (ip.load_corpus(mine.folder), [read(source) for source in sources(mine.folder)]):
        assert "at_least" in set(ip.claims(documents)["hedge"])


@pytest.mark.parametrize("table", ROWS)
def test_each_table_takes_a_row(mine, table):
    trial = ip.try_row(mine, table, **ROWS[table])
    if table in ("hedges", "units", "cues", "non_claims"):
        assert len(trial.diff), "its effect on the claims is seen"
    kept = trial.keep()
    assert kept.remarks == mine.remarks, "it is read again without a complaint"
    names = set(ip.names(kept)["name"])
    assert ("Ana Sol" in names) is (table == "names")
    assert ("furniture" in set(ip.unread(kept)["reason"])) is (table == "non_claims")


def test_rows_of_several_tables_work_together(mine):
    for table, row in ROWS.items():
        mine = ip.try_row(mine, table, **row).keep()
    claims = ip.claims(mine)
    assert list(claims["unit"]) == ["delegations", "groups", "reading circles"]
    assert list(claims["hedge"]) == ["at_least", "exact", "exact"]
    assert list(claims["direction"])[:2] == ["received", "received"]
    assert ip.try_row(mine, "hedges", **HEDGE).keep().remarks == mine.remarks, "a cell that is run twice writes once"
    assert len((mine.folder / "lexicon" / "hedges.csv").read_text(encoding="utf-8").splitlines()) == 2


def test_a_wrong_row_among_good_ones_costs_only_itself(mine):
    (mine.folder / "lexicon").mkdir()
    lines = ["phrase,hedge,example", "a good,at_least,We met a good 40 guests.", "a bad,nearly,We met 40 guests."]
    (mine.folder / "lexicon" / "hedges.csv").write_text("\n".join(lines), encoding="utf-8")
    (mine.folder / "lexicon" / "non_claims.csv").write_text("right,why,example\n(,x,We.\n", encoding="utf-8")
    after = ip.my_texts(mine.folder)
    assert [remark.file for remark in after.remarks if remark.lost] == ["lexicon/non_claims.csv", "lexicon/hedges.csv"]
    assert "at_least" in set(ip.claims(after)["hedge"])


def test_many_rows_need_one_engine_more(mine):
    import sys

    (mine.folder / "lexicon").mkdir()
    lines = [f"zz{letter},at_least,We met zz{letter} 40 guests." for letter in "abcdefgh"]
    (mine.folder / "lexicon" / "hedges.csv").write_text("\n".join(["phrase,hedge,example", *lines]), encoding="utf-8")
    before = sum(name.endswith(".lexicon") for name in sys.modules)
    assert ip.my_texts(mine.folder).remarks == mine.remarks
    assert sum(name.endswith(".lexicon") for name in sys.modules) == before + 1


def test_the_engine_of_the_library_is_not_touched(corpus, claims):
    before = lexicon.table("hedges")
    trial = ip.try_row(corpus, "units", head="solar regattas", example="There were 40 solar regattas.")
    assert ip.claims(trial.after).equals(claims), "a row that no text uses changes nothing"
    trial = ip.try_row(corpus, "non_claims", right=r"418\b", why="a number of the house", example="We met 418 parties.")
    assert set(trial.diff["effect"]) == {"gone"} and len(ip.claims(trial.after)) == len(claims) - 1
    assert ip.claims(corpus).equals(claims)
    assert lexicon.table("hedges") is before and lexicon.EXTRA == {}
    with pytest.raises(ip.InterpartyError, match="Only texts of your own"):
        trial.keep()


def test_layers_and_claims_are_the_same_in_an_engine_of_its_own(corpus, claims):
    """A second engine whose row no text uses reads the five texts as the first one, in every layer."""
    from dataclasses import replace

    rows = OwnRows.of([("hedges", complete("hedges", {**HEDGE, "phrase": "a goodly"}, "x"))])
    other = [replace(document, rows=rows) for document in corpus]
    for layer in (ip.claims, ip.dates, ip.names, ip.forms, ip.principles, ip.unread):
        assert layer(other).equals(layer(corpus)), layer
    first, second = ip.eras(corpus), ip.eras(other)
    assert list(first["primary"]) == list(second["primary"])


def test_a_row_and_a_correction_together(mine):
    signed = {"who": "A. Reader", "why": "seen on the page"}
    mine = ip.correct(mine, "r.0.30-delegations", value=31, **signed)
    mine = ip.try_row(mine, "hedges", **HEDGE).keep()
    row = ip.claims(mine).iloc[0]
    assert (row["value"], row["low"], row["hedge"]) == (31, 31, "at_least")


@pytest.mark.parametrize(
    ("table", "cells", "words"),
    [
        ("hedges", {"hedge": "exactly"}, "\"hedge\" is 'exactly'; write one of exact, at_least"),
        (
            "hedges",
            {"hedge": "nearly", "example": "We met 40 guests."},
            "is not read as nearly; found was “40 guests” with hedge 'exact'",
        ),
        ("hedges", {"phrase": "more than"}, "has a row for 'more than' already"),
        ("hedges", {"phrase": ""}, '"phrase" is empty; a row of hedges needs phrase, hedge, example'),
        ("hedges", {"colour": "red"}, "there is no column 'colour'; it has phrase"),
        (
            "hedges",
            {"example": "We met more than 40 guests.", "phrase": "than"},
            "is read so without the row already|is not read",
        ),
        ("units", {"head": "zworks", "example": "We sent zworks."}, "is not read as counting 'zworks'; found was no claim"),
        ("units", {"head": "zworks", "class": "x", "example": "We sent 3 zworks."}, "\"class\" is 'x'; write one of countries"),
        ("cues", {"pattern": "(", "relation": "sent", "direction": "sent", "example": "x"}, "is no pattern that can be read"),
        ("cues", {"pattern": "(?P<x>a)", "relation": "sent", "direction": "sent", "example": "x"}, "no pattern that can be read"),
        ("non_claims", {"right": "40", "why": "x", "example": "We met 41 guests."}, "is not read as no claim"),
        ("names", {"name": "Ana Sol", "kind": "person", "example": "We met her."}, "is not read as naming 'Ana Sol'"),
        ("forms", {**ROWS["forms"], "exclusion": "A regatta of ducks."}, "its exclusion is read so too"),
        ("periods", {"rule": "x"}, "rows can be added to hedges, units"),
    ],
)
def test_a_row_that_does_not_do_what_it_says_is_refused(mine, table, cells, words):
    given = {**HEDGE, **cells} if table == "hedges" else cells
    with pytest.raises(ip.InterpartyError, match=words) as caught:
        ip.try_row(mine, table, **given)
    assert "\n" not in str(caught.value)
    assert [path.name for path in mine.folder.iterdir()] == ["r.txt"]


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("hedges.csv", "phrase,hedge,example\na good,nearly,We met 40 guests.\n", "row 2: its example .* is not read as nearly"),
        ("hedges.csv", "phrase,hedge,example\na good,at_least,We, met\n", "words with a comma need quotation marks"),
        ("verbs.csv", "a,b\n", "rows can be added to hedges, units"),
        ("hedges.csv", "\udcff", "is not UTF-8 text"),
    ],
)  # fmt: skip
def test_a_file_of_rows_with_something_wrong_is_told(mine, name, text, words):
    before = ip.claims(mine)
    (mine.folder / "lexicon").mkdir()
    (mine.folder / "lexicon" / name).write_bytes(text.encode("utf-8", "surrogateescape"))
    after = ip.my_texts(mine.folder)
    said = [remark.sentence for remark in after.remarks if remark.file == f"lexicon/{name}"]
    with pytest.raises(ip.InterpartyError, match=words):
        raise ip.InterpartyError(*said)
    assert said[0].endswith("Until then it is not used.")
    assert ip.claims(after).equals(before)


@pytest.mark.parametrize("name", KINDS)
def test_the_rows_of_the_library_fit_what_is_asked_of_a_row(name):
    """What a reader must fill in is what the library's own tables hold; and every own example passes this test of examples."""
    kind = KINDS[name]
    rows = list(lexicon.table(name))
    if name == "cues":  # some of the library's own rows are steps on the way to a meaning
        rows = [row for row in rows if row["side"] != "turn" and row["relation"] in RELATIONS]
        assert {row["relation"] for row in rows} == set(RELATIONS), "each relation is one of the table"
    assert set(rows[0]) == {*kind.needed, *kind.optional}
    for column, allowed in kind.allowed.items():
        assert {row[column] for row in rows} <= {*allowed, ""}, column
    step = max(1, len(rows) // 25)
    problems = {row["example"]: kind.problem(row, None) for row in rows[::step]}
    assert {example: problem for example, problem in problems.items() if problem} == {}


def test_comparing_two_tables():
    one = ip.claims(ip.read_text("We sent 3 groups. We met 4 friends.", id="x"))
    other = ip.claims(ip.read_text("We sent 3 groups. We met 4 friends and 5 guests.", id="x"))
    assert compare(one, one).empty
    assert list(compare(one, other)[["effect", "after"]].itertuples(index=False, name=None)) == [("new", "5 guests")]
    assert list(compare(other, one)[["effect", "before"]].itertuples(index=False, name=None)) == [("gone", "5 guests")]
