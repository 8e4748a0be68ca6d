"""The lesson plans: every quotation in its paragraph, minutes that add up, keys that are the library's own."""

import re
from pathlib import Path

import pytest

import interparty as ip
from interparty.charts.agents import TONES
from test_notebook_quotes import PLACE, faults

HERE = Path(__file__).parents[1] / "docs" / "lesson-plans"
PLANS = sorted(HERE.glob("s*.md"))
ORDER = ("dai-2001", "dai-2002", "idcpc-2003", "zhong-2007", "chen-2007")


def each_plan():
    return pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)


def rows(text, heads):
    """The cells of the table that begins with these heads."""
    table = text.split(f"| {' | '.join(heads)} |\n", 1)[1].split("\n\n", 1)[0]
    return [[cell.strip() for cell in line.strip("| ").split(" | ")] for line in table.splitlines()[1:]]


def test_there_are_five_plans_and_the_page_names_them():
    assert len(PLANS) == 5
    page = (HERE / "README.md").read_text("utf-8")
    assert all(f"]({path.name})" in page for path in PLANS)


@each_plan()
def test_quotations_are_exact(path, corpus):
    text = path.read_text("utf-8")
    assert text.count("“") >= 6
    assert list(faults(text, corpus)) == []
    for place in PLACE.finditer(text):
        assert int(place["par"]) < len(corpus[place["doc"]].paragraphs), place[0]


@each_plan()
def test_a_plan_is_two_hours_with_one_step_to_leave_out(path):
    text = path.read_text("utf-8")
    steps = rows(text, ("minutes", "step"))
    assert sum(int(minutes) for minutes, _ in steps) == 120
    assert text.count("*can be left out*") == 1
    assert steps[-1][1].startswith("Exit question") and "## Exit question" in text
    assert text.count("*Weak") >= 2 and text.count("*Key") + text.count("## Task") >= 4


def test_the_questions_that_the_page_names_exist():
    from interparty.questions import keys_folder, load_keys

    page = (HERE / "README.md").read_text("utf-8")
    named = set(re.findall(r"\b[A-Z]\d\b", page)) - {f"S{n}" for n in range(1, 6)}
    assert named and named <= set(load_keys(keys_folder()))


def test_the_counts_of_shared_words_are_those_of_the_library(corpus):
    counts = {f"{row['one']} – {row['other']}": row["strings"] for row in ip.shared_counts(corpus).to_dict("records")}
    *told, (rest, most) = rows((HERE / "s3-corroboration.md").read_text("utf-8"), ("pair", "shared strings"))
    for pair, count in told:
        assert counts.pop(pair) == int(count)
    assert (rest, most) == ("every other pair", f"at most {max(counts.values())}")


def test_the_table_of_witnesses_is_that_of_the_widget(corpus):
    cells = ip.readings("witness-cells", corpus)
    statements = ip.readings("witness-statements", corpus)
    told = rows((HERE / "s3-corroboration.md").read_text("utf-8"), ("statement", *ORDER))
    assert [row[0] for row in told] == list(statements["statement"])
    for key, row in zip(statements["reading_id"], told, strict=True):
        here = cells[cells["statement"] == key].set_index("doc")
        wanted = [here.loc[doc, "stand"] + (f" (or {also})" if (also := here.loc[doc, "also"]) else "") for doc in ORDER]
        assert row[1:] == wanted, key


def test_the_count_of_subjects_is_that_of_the_readings(corpus):
    clauses = ip.readings("witness-agents", corpus)
    told = []
    for tone in TONES:
        here = clauses[clauses["tone"] == tone]["kind"]
        told.append(f"{here.isin(['leaders', 'the party']).sum()} of {len(here)}")
    assert f"of {told[0]} successes, and of {told[1]} troubles" in (HERE / "s4-close-reading.md").read_text("utf-8")


def test_the_numbers_handed_out_are_claims_of_the_texts(claims):
    for number, what, doc in rows((HERE / "s5-numbers-as-rhetoric.md").read_text("utf-8"), ("number", "of what", "text")):
        here = claims[(claims["doc"] == doc) & (claims["value"] == float(number.replace(",", "")))]
        assert any(what in quote for quote in here["quote"]), (number, what)
