"""S1, the first question a learner meets: the right word, each well-known wrong one, and everything else."""

from pathlib import Path

import pytest

import interparty as ip
from interparty.questions import Outcome, load_keys, mark

KEYS = Path(__file__).parents[2] / "exercises" / "keys"


@pytest.fixture(scope="module")
def question():
    return load_keys(KEYS)["S1"]


@pytest.mark.parametrize("answer", ["ceiling", "Ceiling", " a ceiling ", "at most"])
def test_the_ceiling_is_right(question, answer):
    score = mark(question, answer)
    assert (float(score), score.outcome) == (question.points, Outcome.RIGHT)


@pytest.mark.parametrize(
    ("answer", "name", "said"),
    [
        ("floor", "nearly read as a floor", "more than"),
        ("at least", "nearly read as a floor", "more than"),
        ("exact", "the hedge lost", "nearly"),
    ],
)
def test_each_wrong_word_gets_its_own_sentence(question, answer, name, said):
    score = mark(question, answer)
    assert (float(score), score.outcome) == (0.0, Outcome.MISCONCEPTION)
    assert score.misconceptions == (name,)
    assert any(said in sentence for sentence in score.says)


def test_the_notebook_as_it_is_handed_out_is_not_answered(question):
    assert mark(question, "...").outcome is Outcome.NOT_ATTEMPTED


@pytest.mark.parametrize("answer", [400, None, ["floor", "ceiling"], "roof", float("nan"), object()])
def test_nothing_else_earns_points_or_raises(question, answer):
    score = mark(question, answer)
    assert float(score) == 0.0
    assert score.outcome is not Outcome.RIGHT
    assert "Traceback" not in score.text


def test_the_key_comes_from_the_text(question):
    corpus = ip.load_corpus()
    (cited,) = question.cites
    passage = corpus.passage(cited)
    assert passage.citation == "[dai-2002 ¶15]"
    assert passage.quote == "nearly 400 delegations"


def test_the_hints_do_not_tell_the_answer(question):
    assert question.hints
    assert not any(question.answer.right in hint.lower() for hint in question.hints)
