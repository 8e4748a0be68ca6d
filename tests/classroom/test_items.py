"""Item analysis: figures reckoned on paper, and the page that shows them."""

import re
from html import unescape

import pytest

pytest.importorskip("nbgrader")

from marked_class import ASSIGNMENT, CLASS, MOST, NEARLY

from interparty.classroom.grades import Grades, Standing, read_grades
from interparty.classroom.items import STANDS, analyse, analysis_of, correlation
from interparty.classroom.items_page import page


@pytest.fixture(scope="module")
def analysis(marked_course):
    return analyse(marked_course, read_grades(marked_course, ASSIGNMENT))


def item(analysis, question):
    return next(each for each in analysis.items if each.question == question)


def test_how_many_stand_where(analysis):
    assert analysis.learners == len(CLASS) + 1
    assert list(item(analysis, "J2").stands) == list(STANDS)
    assert item(analysis, "J2").stands == {
        "all points": 2,
        "some points": 2,
        "no points": 3,
        "no answer": 0,
        "not marked yet": 0,
    }
    assert item(analysis, "J8").stands["not marked yet"] == 1 and item(analysis, "J8").marked == 6
    assert item(analysis, "J2").right == 2 / 7
    assert item(analysis, "J2").mean == pytest.approx((3 + 1 + 1 + 0 + 0 + 0 + 3) / (7 * 3))
    assert item(analysis, "J8").mean == pytest.approx((10 + 10 + 10 + 2 + 5 + 10) / 60)


def test_misconceptions_are_counted_among_those_who_answered(analysis):
    first, second = analysis.shown
    assert (first.question, first.name, first.count, first.of) == ("J2", NEARLY, 2, 7)
    assert (second.name, second.count) == ("hedges dropped", 1)
    assert first.says


def grades_of(*rows):
    """A class in which each row holds the points on A, B, C (1 each)."""
    standings = [Standing(f"s{i}", state="marked", points=dict(zip("ABC", row, strict=True))) for i, row in enumerate(rows)]
    return Grades("x", dict.fromkeys("ABC", 1.0), standings)


def test_a_question_that_tells_people_apart_and_one_that_turns_them_round():
    grades = grades_of((1, 1, 0), (1, 1, 0), (1, 1, 0), (0, 0, 1), (0, 0, 1), (0, 0, 1))
    analysis = analysis_of(grades, {}, {})
    # A against the mean of B and C: B follows A, C goes against it, so the rest does not vary
    assert item(analysis, "A").discrimination is None
    assert item(analysis, "C").discrimination == pytest.approx(-1)
    # by hand: A = 1 1 1 0 0, rest = 1 1 ½ ½ 0
    grades = grades_of((1, 1, 1), (1, 1, 1), (1, 1, 0), (0, 1, 0), (0, 0, 0))
    assert item(analysis_of(grades, {}, {}), "A").discrimination == pytest.approx(0.7 / (1.2 * 0.7) ** 0.5)


def test_few_learners_give_no_correlation():
    assert correlation([(0, 0), (1, 1), (2, 2), (3, 3)]) is None
    assert correlation([(0, 0), (1, 1), (2, 2), (3, 3), (4, 4)]) == 1
    assert correlation([(1, 0), (1, 1), (1, 2), (1, 3), (1, 4)]) is None


def test_the_page_says_in_words_and_in_a_table_what_the_charts_draw(analysis):
    text = page(analysis)
    charts = re.findall(r'<img src="data:image/svg\+xml[^"]*" alt="([^"]*)"', text)
    assert len(charts) == 2 and text.count("<table") == 2
    stands, misconceptions = map(unescape, charts)
    assert "J2: 2 all points, 2 some points, 3 no points" in stands
    assert all(f"{question}: " in stands for question in MOST) and "Fewest points were earned on J2." in stands
    assert f"J2, {NEARLY}: 2 of 7" in misconceptions
    assert "Pearson" in text
    assert "mei_4711" not in text and "Wáng" not in text


def test_an_empty_class_still_makes_a_page():
    text = page(analysis_of(Grades("x", {"A": 1.0}, []), {}, {}))
    assert "A: nobody; discrimination not computed" in text and "None was found" in text
