"""Agreement of two graders, against figures reckoned by hand and against the definition by weights."""

from itertools import product

import pytest

pytest.importorskip("nbgrader")

from hypothesis import given
from hypothesis import strategies as st

from interparty.classroom.raters import agreements, kappa, side_by_side


def by_weights(first, second):
    """Cohen's weighted kappa as it is mostly written: from the table of counts and squared weights."""
    marks = sorted({*first, *second})
    n = len(first)
    observed = expected = 0.0
    for a, b in product(marks, marks):
        weight = (a - b) ** 2
        observed += weight * sum((x, y) == (a, b) for x, y in zip(first, second, strict=True)) / n
        expected += weight * first.count(a) / n * second.count(b) / n
    return 1 - observed / expected if expected else None


def test_by_hand():
    # O = (0 + 1 + 1 + 0) / 4; E: marks 0 1 2 2 against 0 2 1 2, sixteen pairs, squares 1.375 in the mean
    assert kappa([0, 1, 2, 2], [0, 2, 1, 2]) == pytest.approx(1 - 0.5 / 1.375)
    assert kappa([], []) is None


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=12))
def test_it_is_the_weighted_kappa_of_the_textbooks(pairs):
    first, second = map(list, zip(*pairs, strict=True))
    assert kappa(first, second) == pytest.approx(by_weights(first, second))


def test_criteria_and_sum():
    mei = {"a": [1, 2], "b": [0, 1], "only mei": [1, 1]}
    jo = {"a": [1, 1], "b": [0, 2], "only jo": [0, 0]}
    first, second, whole = agreements(mei, jo, ["one", "two"])
    assert (first.about, first.texts, first.same, first.kappa) == ("one", 2, 1.0, 1.0)
    assert (second.same, second.difference, second.kappa) == (0.0, 0.0, -1.0)
    assert (whole.about, whole.same) == ("sum", 0.0)
    assert whole.difference == 0.0


def test_the_largest_difference_stands_on_top():
    rows = list(side_by_side({"a": [1], "b": [0]}, {"a": [1], "b": [2]}, ("mei", "jo"), ["one"]))
    assert rows == [
        ("student", "one: mei", "one: jo", "sum: mei", "sum: jo", "difference of the sums"),
        ("b", 0, 2, 0, 2, 2),
        ("a", 1, 1, 1, 1, 0),
    ]
