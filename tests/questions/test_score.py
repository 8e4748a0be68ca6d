"""A score is a number for the gradebook and words for the learner."""

import pytest
from IPython.core.formatters import DisplayFormatter
from IPython.core.interactiveshell import InteractiveShell
from nbformat.v4 import new_code_cell, new_output
from nbgrader.utils import determine_grade

from interparty.questions import Line, Outcome, Score


def displayed(score):
    """What a notebook stores as the output of a cell that ends in this score."""
    data, metadata = DisplayFormatter(parent=InteractiveShell.instance()).format(score)
    return new_output("execute_result", data, metadata=metadata, execution_count=1)


@pytest.mark.parametrize("points", [0.0, 0.25, 1.5, 1 / 3, 3.0, 10])
def test_nbgrader_reads_the_points(points):
    output = displayed(Score(points, Outcome.PARTLY, most=10))
    cell = new_code_cell('check("J1")', outputs=[output], metadata={"nbgrader": {"grade": True, "points": 10, "solution": False}})
    assert determine_grade(cell) == (pytest.approx(points), 10)
    assert float(output.data["text/plain"]) == pytest.approx(points)


def test_a_number_format_of_the_learner_changes_nothing():
    formatter = DisplayFormatter(parent=InteractiveShell.instance())
    formatter.formatters["text/plain"].float_precision = "1"
    data, _ = formatter.format(Score(0.25, Outcome.PARTLY))
    assert data["text/plain"] == "0.25"


def test_the_outcome_stands_in_words():
    words = [outcome.words for outcome in Outcome]
    assert len(set(words)) == len(words)
    for outcome in Outcome:
        html = Score(0, outcome, question="J1 · Title", most=3)._repr_html_()
        assert outcome.words in html
        assert 'role="group"' in html


def test_what_learners_wrote_is_escaped():
    lines = (Line("<b>part</b>", "not yet", "<img src=x onerror=alert(1)>"),)
    html = Score(0, Outcome.WRONG, question="J1", most=3, says=("<script>",), lines=lines)._repr_html_()
    assert "<img" not in html
    assert "<script" not in html
    assert "<b>" not in html


def test_many_lines_are_cut_down_to_those_that_need_work():
    lines = tuple(Line(f"cell {i}", "right" if i else "not yet", "") for i in range(12))
    text = Score(1, Outcome.PARTLY, question="J4", most=3, lines=lines).text
    assert "right: 11 of 12" in text
    assert "cell 0" in text
    assert "cell 5" not in text


def test_it_is_an_ordinary_number_too():
    score = Score(1.5, Outcome.PARTLY)
    assert score + 1 == 2.5
    assert f"{score:.1f}" == "1.5"
    assert sorted([Score(2, Outcome.RIGHT), score]) == [1.5, 2]
