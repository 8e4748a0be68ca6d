"""The words of an exercise beside its keys: wrong answers that need no computing, other words for an option, clear complaints."""

import pytest

from interparty import InterpartyError
from interparty.questions import AnyOf, Choice, Outcome, Sheet, mark

WORDS = """
[Q1]
title = "A question of the test"
points = 1
skill = "close reading"
hints = ["Look again at {n}."]
solution = "It is A."

[Q1.options.""]
A = "the first"
B = "the second"
C = "the third"

[Q1.synonyms.which]
"first of all" = "A"

[Q1.misconceptions]
"one" = "You took {n}."
"two" = "Computed."

[Q1.shown_by]
"one" = ["B"]
"""


@pytest.fixture
def sheet(tmp_path):
    def made(words=WORDS):
        (tmp_path / "mine.toml").write_text(words, encoding="utf-8")
        return Sheet(tmp_path / "mine.py")

    return made


def question(sheet, wrong):
    answer = Choice(options=sheet.options("Q1", ""), synonyms=sheet.synonyms("Q1", "which"), right="A")
    return sheet.question("Q1", answer, wrong=wrong, facts={"n": 7})


def test_wrong_answers_come_from_the_words_and_from_the_keys(sheet):
    asked = question(sheet(), {"two": "C"})
    assert [each.name for each in asked.misconceptions] == ["one", "two"]
    assert asked.misconceptions[0].when == AnyOf(["B"]) and asked.misconceptions[0].says == "You took 7."
    assert mark(asked, "b").misconceptions == ("one",) and mark(asked, "C").misconceptions == ("two",)
    assert mark(asked, "First of all").outcome is Outcome.RIGHT


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"one": "B", "two": "C"}, "the wrong answer for “one” stands in mine.toml and in the keys"),
        ({}, "the misconception “two” stands only in mine.toml or only in the keys"),
        ({"two": "C", "three": "D"}, "the misconception “three” stands only in"),
    ],
)
def test_what_does_not_fit_is_one_sentence(sheet, wrong, said):
    with pytest.raises(InterpartyError, match=said):
        question(sheet(), wrong)


def test_a_figure_that_is_not_given_is_one_sentence(sheet):
    with pytest.raises(InterpartyError, match="a figure in the prose is not given"):
        question(sheet(WORDS.replace("{n}", "{m}")), {"two": "C"})
