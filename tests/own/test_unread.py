"""What was not read is listed: no number of a text is lost between the claims and the list."""

import re

import pytest

import interparty as ip
from interparty.lexicon import table
from interparty.own.unread import STATES


@pytest.fixture(scope="module")
def missing(corpus):
    return ip.unread(corpus)


def reading(text, date="2002-10-11"):
    return ip.unread(ip.read_text(text, id="x", date=date))


def test_offsets_and_sentences(corpus, missing):
    assert len(missing)
    for row in missing.itertuples():
        assert corpus[row.doc].text[row.start : row.end] == row.quote
        assert corpus[row.doc].paragraph_at(row.start).index == row.par
        assert row.sentence == " ".join(corpus[row.doc].sentence_at(row.start).text.split())
        assert row.reason


def test_every_digit_of_the_five_texts_is_a_claim_or_in_the_list(corpus, claims, missing):
    """The digits are found here in another way than the library finds them."""
    seen = 0
    for document in corpus:
        rows = [*missing[missing["doc"] == document.id].itertuples(), *claims[claims["doc"] == document.id].itertuples()]
        for number in re.finditer(r"\d+", document.text):
            seen += 1
            assert any(row.start <= number.start() < row.end for row in rows), number
    assert seen > 100


def test_what_a_careful_reader_calls_no_claim_is_not_called_unread(missing, root):
    """Of the non-claims found by reading (tests/gold), all that are in the list are there as what they are."""
    import csv

    with (root / "tests" / "gold" / "non_claims.csv").open(encoding="utf-8", newline="") as stream:
        gold = list(csv.DictReader(stream))
    met = 0
    for row in gold:
        here = missing[(missing["doc"] == row["doc"]) & missing["start"].between(int(row["start"]), int(row["end"]) - 1)]
        met += len(here) > 0
        assert "left open" not in set(here["state"]), row
    assert met > 100


def test_claims_are_in_the_list_only_where_they_leave_something_open(claims, missing):
    places = set(zip(claims["doc"], claims["start"], claims["end"], strict=True))
    found = [row for row in missing.itertuples() if (row.doc, row.start, row.end) in places]
    assert found and {row.state for row in found} == {"left open"}
    untimed = claims[claims["period_start"].isna() & claims["period_end"].isna() & (claims["kind"] != "structural")]
    told = {(row.doc, row.start) for row in found if "time" in row.reason}
    assert told == set(zip(untimed["doc"], untimed["start"], strict=True))


@pytest.mark.parametrize(
    ("text", "quote", "state", "reason"),
    [
        ("They wrote 1937 on it.", "1937", "not read", "perhaps a year"),
        ("The hall has 48.", "48", "not read", "no noun"),
        ("We counted ３０ guests.", "３０", "not read", "a form that the library does not read"),
        ("It settled old scores with us.", "scores", "not read", "a number word in a place"),
        ("The guests came twice.", "twice", "not read", "a number of times"),
        ("Many guests came.", "Many", "no figure", "a quantity without a figure"),
        ("In 1956 guests came.", "1956", "no claim", "time: part of “In 1956”"),
        ("The third guest came.", "third", "no claim", "ordinal"),
        ("They work under the important thought of Three Represents.", "Three", "no claim", "doctrine: part of the name"),
        ("1. We opened the door.", "1", "no claim", "enumerator"),
        ("The 30 zworks were sent.", "30 zworks", "left open", "its noun “zworks” is not in the table"),
        ("We sent 30 delegations.", "30 delegations", "left open", "its time is not said"),
        ("In 1990 we held 30 meetings.", "30 meetings", "left open", "who came to whom"),
    ],
)
def test_each_state_with_its_reason(text, quote, state, reason):
    found = reading(text).set_index("quote")
    assert quote in found.index, found
    assert found.loc[quote, "state"] == state
    assert reason in found.loc[quote, "reason"]


def test_a_text_in_which_all_is_read():
    assert ip.unread(ip.read_text("The Party thanked its friends.", id="x")).empty
    assert "30" not in " ".join(reading("In 1990 the Party received 30 delegations.")["quote"])


@pytest.mark.parametrize("row", [pytest.param(row, id=row["word"]) for row in table("unread_words")])
def test_each_word_of_the_table(row):
    assert row["state"] in STATES
    found = reading(row["example"])
    assert any(one.quote.lower() == row["word"] and one.state == row["state"] for one in found.itertuples()), found


def test_one_state_alone_and_a_state_that_is_none(corpus, missing):
    assert set(ip.unread(corpus, "not read")["state"]) == {"not read"}
    assert list(missing["state"]) == sorted(missing["state"], key=STATES.index), "the worst first"
    with pytest.raises(ip.InterpartyError, match="There is no state 'lost': choose among not read"):
        ip.unread(corpus, "lost")
    with pytest.raises(ip.InterpartyError, match="unread needs a corpus"):
        ip.unread(7)


def test_a_number_that_a_reader_rejected_is_no_claim_and_not_unread(tmp_path):
    (tmp_path / "x.txt").write_text("In 1990 the Party received 30 delegations.\n", encoding="utf-8")
    mine = ip.my_texts(tmp_path)
    mine = ip.reject(mine, ip.claims(mine)["claim_id"][0], who="A. Reader", why="the title of a play")
    row = ip.unread(mine).set_index("quote").loc["30"]
    assert row["state"] == "no claim"
    assert row["reason"].startswith("rejected by hand: the title of a play (A. Reader, ")
