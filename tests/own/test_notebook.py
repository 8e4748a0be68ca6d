"""Notebook 09: what its prose says of the invented texts is so."""

import re

import nbformat
import pytest

import interparty as ip
from interparty.own.unread import STATES

INVENTED = ("unread-reading", "misread-reading")


@pytest.fixture(scope="module")
def cells(root):
    book = nbformat.read(root / "notebooks" / "09-your-own-texts.ipynb", as_version=4)
    return {cell.id: cell.source for cell in book.cells}


@pytest.fixture(scope="module")
def mine():
    folder = ip.practice_folder()
    ip.to_utf8(folder / "harbour-minutes.txt", "windows-1252")
    ip.describe(folder, "harbour-interview.txt", date="2036~")
    ip.describe(folder, "harbour-report.txt", date="2031-05-05")
    return ip.my_texts(folder)


def test_words_of_the_invented_texts_are_exact(cells, mine):
    text = " ".join(" ".join(document.text.split()) for document in mine).casefold()
    for name in INVENTED:
        said = [words for line in cells[name].splitlines() for words in re.findall(r"^(?:- )?\*([^*]+)\*", line)]
        said += re.findall(r", \*([^*]+)\*:", cells[name])
        assert len(said) >= 2, name
        assert [words for words in said if words.casefold() not in text] == []


def test_fewer_are_open_than_lie_there(cells):
    mine = ip.my_texts(ip.practice_folder())
    assert len(list(mine.folder.glob("*.txt"))) == 3 and len(mine) == 2
    assert "Fewer." in cells["folder-reading"]


def test_every_row_to_look_at_has_its_word(cells, mine):
    rows = ip.unread(mine, "not read", "left open")
    assert len(rows)
    for row in rows.itertuples():
        words = row.quote if row.quote[0].isupper() and row.state != "left open" else " ".join(row.quote.split()[:2])
        assert f"*{words}" in cells["unread-reading"] or f" {words} in all" in cells["unread-reading"], row
    table = cells["unread-explained"]
    assert [state for state in STATES if f"| {state} |" not in table] == []


def test_the_paragraph_to_measure(cells, mine):
    paragraph = mine["harbour-report"].paragraphs[6].text
    found = ip.claims(mine["harbour-report"]).query("par == 6")
    assert "We count three" in cells["how-good-reading"] and "18 in all" in paragraph
    assert len(found) == 2 and "evening circles" not in " ".join(found["unit"])


def test_no_growth_is_certain(mine):
    rows = ip.claims(mine).set_index("claim_id")
    earlier = ip.bounds(rows.loc["harbour-report.5.63-parties-and-movements"])
    later = ip.bounds(rows.loc["harbour-interview.4.more-than-60-parties"])
    assert (later > earlier) == "cannot tell" and (later < earlier) == "cannot tell"


def test_the_list_of_corrections_sees_what_the_form_wrote(cells):
    """The form writes to the folder; a list of what was opened before would not have it."""
    folder = ip.practice_folder()
    mine = ip.my_texts(folder)
    scope = {"ip": ip, "folder": folder, "mine": mine}
    ip.correct(mine, "harbour-report.4.31-delegations", value=13, who="the form", why="seen on the page")
    *first, last = cells["list-of-corrections"].splitlines()
    exec("\n".join(first), scope)
    assert "the form" in str(eval(last, scope))
