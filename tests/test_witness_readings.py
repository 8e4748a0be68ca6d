"""The tables of notebook 08: every quotation exact, every cell of the matrix read, every statement about a text true of it."""

import re

import pytest

import interparty as ip
from interparty.charts.agents import KINDS, TONES
from test_notebook_quotes import faults

WITNESS = ("agents", "cells", "euphemisms", "formulas", "pens", "statements", "strings")
TABLES = ("silences", *(f"witness-{name}" for name in WITNESS))
PROSE = ("reading", "lesson", "inside", "leaves_open", "asked", "office_name")
DOCS = ("idcpc-2003", "chen-2007", "zhong-2007", "dai-2002", "dai-2001")


@pytest.mark.parametrize("name", TABLES)
def test_every_quotation_stands_in_its_paragraph(name, corpus):
    frame = ip.readings(name, corpus)
    assert len(frame) >= 5
    for row in frame.to_dict("records"):
        assert corpus[row["doc"]].text[row["start"] : row["end"]] == row["quote"]
        assert row["quote"] in corpus[row["doc"]].paragraphs[row["par"]].text


@pytest.mark.parametrize("name", TABLES)
def test_what_our_prose_quotes_is_exact(name, corpus):
    frame = ip.readings(name, corpus)
    for row in frame.to_dict("records"):
        for column in PROSE:
            text = row.get(column, "")
            assert list(faults(text, corpus)) == [], (row["reading_id"], text)
            for doc, par in re.findall(r"\[(\w+-\d{4}) ¶(\d+)\]", text):
                assert int(par) < len(corpus[doc].paragraphs)
            assert text.count("*") % 2 == 0


@pytest.mark.parametrize("name", ["silences", "witness-cells", "witness-euphemisms", "witness-agents", "witness-formulas"])
def test_words_in_italics_are_words_of_the_five_texts(name, corpus):
    whole = " ".join(document.text for document in corpus).casefold()
    for row in ip.readings(name, corpus).to_dict("records"):
        for words in re.findall(r"\*([^*]+)\*", " ".join(row.get(column, "") for column in PROSE)):
            assert words.casefold() in whole or words in OURS, (row["reading_id"], words)


#: words in italics that are no quotation: plain words under discussion
OURS = {"not", "only", "was", "they", "Good"}


def test_the_matrix_has_every_cell_once(corpus):
    cells, statements = ip.readings("witness-cells", corpus), ip.readings("witness-statements", corpus)
    assert sorted(zip(cells["statement"], cells["doc"], strict=True)) == sorted(
        (statement, doc) for statement in statements["reading_id"] for doc in DOCS
    )
    assert set(cells["stand"]) == {"states", "against", "silent"}
    assert set(cells["also"]) <= {"", "states", "against", "silent"}
    assert (cells["stand"] != cells["also"]).all()
    assert all((group == "states").any() for _, group in cells.groupby("statement")["stand"])


def test_pens_are_those_of_the_catalogue(corpus):
    pens = ip.readings("witness-pens", corpus).set_index("doc")
    assert set(pens.index) == {document.id for document in corpus}
    named = corpus.catalogue.to_dict("index")
    for one in DOCS:
        for other in DOCS:
            same = bool(named[one]["author"]) and named[one]["author"] == named[other]["author"]
            assert (pens.loc[one, "pen"] == pens.loc[other, "pen"]) == (same or one == other)
    office = pens.loc["dai-2001", "office_name"]
    assert office in named["idcpc-2003"]["author"] and office in named["dai-2002"]["office"]


def test_a_subject_stands_in_its_clause(corpus):
    frame = ip.readings("witness-agents", corpus)
    for row in frame.to_dict("records"):
        assert row["subject"] in row["quote"], row["reading_id"]
        assert row["kind"] in KINDS and row["tone"] in TONES
        assert (row["doc"], row["par"]) in {("idcpc-2003", 4), ("idcpc-2003", 5), *(("dai-2001", par) for par in range(11, 16))}


def test_stages_of_the_pattern_rank_three_verbs(corpus):
    frame = ip.readings("witness-formulas", corpus)
    pattern = frame[frame["family"] == "pattern"].sort_values("stage")
    assert list(pattern["doc"]) == ["chen-2007", "dai-2001", "idcpc-2003"]
    for row in pattern.to_dict("records"):
        for piece in row["words"].split(" … "):
            assert piece in row["quote"]


# What the silences claim of whole texts: (words that are said to be missing, texts in which they must be missing)
MISSING = [
    (r"\btaiwan", [doc for doc in DOCS if doc != "chen-2007"]),
    (r"mao zedong|deng xiaoping|jiang zemin", ["chen-2007"]),
    (r"hu jintao", ["idcpc-2003", "zhong-2007", "dai-2001"]),
    (r"\bbudget|\bstaff\b|\bexpenditure", DOCS),
    (r"\bweapon|\barms\b|\bguerrilla|\bfinanc|\bmoney\b", DOCS),
    (r"tiananmen|\bsanction", DOCS),
    (r"khrushchev|\bcpsu\b|sino-soviet", DOCS),
    (r"communist international|comintern", [doc for doc in DOCS if doc != "dai-2001"]),
    (r"four principles", ["chen-2007", "zhong-2007", "dai-2002"]),
]


@pytest.mark.parametrize(("pattern", "docs"), MISSING)
def test_what_is_called_missing_is_missing(pattern, docs, corpus):
    for doc in docs:
        assert not re.search(pattern, corpus[doc].folded), (pattern, doc)


def test_what_is_called_there_is_there(corpus):
    dai = corpus["dai-2001"]
    first = dai.text.index("Soviet")
    assert dai.paragraph_at(first).index == 14
    people = ip.names(corpus)
    people = people[people["kind"] == "person"]["name"]
    assert "V. I. Lenin" in set(people)
    told = [doc.sentence_at(found.start()).text for doc in corpus for found in re.finditer("opposition", doc.folded)]
    assert len(told) == 3, "each place of the word opposition was looked at: it is other countries' opposition"
