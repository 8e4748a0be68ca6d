"""Every quotation in a notebook is letter for letter in the paragraph that it cites.

Curly quotation marks and block quotes are kept for the five texts. A quotation is followed, in the same block, by its
place: “nearly 400 delegations” [dai-2002 ¶15]. A block quote that starts with *Outside the texts* is ours, not theirs.
"""

import re
from pathlib import Path

import nbformat
import pytest

import interparty as ip

NOTEBOOKS = sorted((Path(__file__).parents[1] / "notebooks").glob("*.ipynb"))
PLACE = re.compile(r"\[(?P<doc>[a-z]+-\d{4}) ¶(?P<par>\d+)\]")
TOKEN = re.compile(r"“(?P<quote>[^“”]+)”|" + PLACE.pattern)
OURS = "***Outside the texts.***"


def blocks(markdown):
    """The pieces of a cell in which a quotation and its place belong together: paragraphs, list items, table rows."""
    quoted, piece = False, []
    for line in [*markdown.splitlines(), ""]:
        new = not line.strip() or re.match(r"\s*([-*|]|\d+\.)\s?", line) or line.startswith(">") != quoted
        if new and piece:
            yield quoted, " ".join(piece)
            piece = []
        quoted = line.startswith(">")
        if line.lstrip("> ").strip():
            piece.append(line.lstrip("> ").strip())
    assert not piece


def quotations(markdown):
    """Pairs of a quotation and its place (doc, par); the place is None where a quotation has none."""
    for quoted, block in blocks(markdown):
        if quoted and not block.startswith(OURS):
            place = PLACE.search(block)
            yield block[: place.start()].strip() if place else block, place and (place["doc"], int(place["par"]))
            continue
        waiting = []
        for token in TOKEN.finditer(block):
            if token["quote"]:
                waiting.append(token["quote"])
                continue
            yield from ((quote, (token["doc"], int(token["par"]))) for quote in waiting)
            waiting = []
        yield from ((quote, None) for quote in waiting)


def faults(markdown, corpus):
    """What is wrong with the quotations of a cell, a sentence each."""
    for quote, place in quotations(markdown):
        if place is None:
            yield f"“{quote}” has no place"
            continue
        doc, par = place
        paragraphs = corpus[doc].paragraphs
        if par >= len(paragraphs) or quote not in paragraphs[par].text:
            yield f"“{quote}” is not in [{doc} ¶{par}]"


def prose(path):
    """The text cells of a notebook."""
    return [cell.source for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "markdown"]


@pytest.fixture(scope="module")
def corpus():
    return ip.load_corpus()


def test_there_are_notebooks_to_look_at():
    assert {"00-start-here", "05-jiang-zemin-1989-2002"} <= {path.stem for path in NOTEBOOKS}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_quotations_are_exact(path, corpus):
    cells = prose(path)
    found = [quotation for cell in cells for quotation in quotations(cell)]
    assert len(found) >= 5, "a notebook without quotations: were they looked for in the right way?"
    assert [fault for cell in cells for fault in faults(cell, corpus)] == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_every_place_that_is_cited_exists(path, corpus):
    places = [match for cell in prose(path) for match in PLACE.finditer(cell)]
    assert places
    for place in places:
        assert place["doc"] in corpus, place[0]
        assert int(place["par"]) < len(corpus[place["doc"]].paragraphs), place[0]


@pytest.mark.parametrize(
    ("markdown", "said"),
    [
        ("Dai writes “nearly 500 delegations” [dai-2002 ¶15].", "is not in [dai-2002 ¶15]"),
        ("Dai writes “nearly 400 delegations” [dai-2002 ¶14].", "is not in [dai-2002 ¶14]"),
        ("Dai writes “nearly 400 delegations”.", "has no place"),
        ("- “nearly 400 delegations”\n- see [dai-2002 ¶15]", "has no place"),
        ("| a | “nearly 400 delegations” |\n| b | [dai-2002 ¶15] |", "has no place"),
        ("> nearly 500 delegations [dai-2002 ¶15]", "is not in [dai-2002 ¶15]"),
        ("> nearly 400 delegations", "has no place"),
        ("He says “418 parties” [dai-2002 ¶99].", "is not in [dai-2002 ¶99]"),
    ],
)
def test_the_checker_finds_faults(markdown, said, corpus):
    (fault,) = faults(markdown, corpus)
    assert said in fault


@pytest.mark.parametrize(
    "markdown",
    [
        "Dai writes “nearly 400 delegations” [dai-2002 ¶15].",
        "He has “nearly 400” and “more than 800” [dai-2002 ¶15].",
        "The party\n\n> sent nearly 400 delegations to visit other countries [dai-2002 ¶15]\n\nand more.",
        f"> {OURS} This is ours, and needs no place.",
    ],
)
def test_the_checker_lets_exact_quotations_pass(markdown, corpus):
    assert list(faults(markdown, corpus)) == []
