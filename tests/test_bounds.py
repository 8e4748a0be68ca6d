"""Hedge algebra: the laws against brute force, the three answers, and the sentences for wrong input."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

import interparty as ip
from interparty import Bounds, InterpartyError, bounds_of
from interparty.bounds import HEDGE_ENDS

ENDS = st.one_of(st.none(), st.integers(0, 50).map(float))


@st.composite
def intervals(draw):
    low, high = draw(ENDS), draw(ENDS)
    if low is not None and high is not None and low > high:
        low, high = high, low
    return Bounds(low, high)


def members(bounds, draw):
    """Some numbers that the interval allows, its ends among them."""
    top = bounds.ceiling if math.isfinite(bounds.ceiling) else bounds.floor + 1000
    inside = draw(st.floats(bounds.floor, top))
    return [bounds.floor, inside, top]


def holds(bounds, number):
    slack = 1e-9 * max(1.0, abs(number))
    return (bounds.low is None or number >= bounds.low - slack) and (bounds.high is None or number <= bounds.high + slack)


@given(intervals(), intervals(), st.data())
def test_every_possible_result_lies_inside(a, b, data):
    for x in members(a, data.draw):
        for y in members(b, data.draw):
            assert holds(a + b, x + y)
            assert holds(a - b, x - y)
            assert holds(a * b, x * y)
            if y > 0 and not b.low == b.high == 0:
                assert holds(a / b, x / y)


@given(intervals(), intervals(), st.data())
def test_verdicts_are_never_wrong(a, b, data):
    verdict = a > b
    for x in members(a, data.draw):
        for y in members(b, data.draw):
            assert verdict != "certain" or x > y
            assert verdict != "certainly not" or x <= y


@given(intervals(), intervals(), st.data())
def test_differences_can_be_reckoned_with(a, b, data):
    """A difference may be negative: its products and quotients must allow for that."""
    difference = a - b
    x, y = members(a, data.draw)[1], members(b, data.draw)[1]
    assert holds(difference * 3, (x - y) * 3)
    assert holds(difference / 4, (x - y) / 4)
    assert holds(difference + a, (x - y) + x) or a.low is None or x != a.low


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        (Bounds(low=800) / Bounds(high=400), Bounds(low=2)),
        (Bounds(low=4500) / 25, Bounds(low=180)),
        (Bounds(low=4500) / Bounds(20, 25), Bounds(low=180)),
        (26000 / Bounds(low=4500), Bounds(high=26000 / 4500)),
        (Bounds(low=160) - 147, Bounds(low=13)),
        (418 + Bounds(high=100), Bounds(low=418, high=518)),
        (Bounds(high=400) * 2, Bounds(high=800)),
        (Bounds(low=4500) / Bounds(low=1500), Bounds()),
        (Bounds(value=200) / 365, Bounds()),
    ],
)
def test_figures_of_the_texts(result, expected):
    assert result == expected


def test_the_printed_figure_goes_along():
    assert (bounds_of(200, "about") / 365).value == pytest.approx(200 / 365)
    assert str(bounds_of(200, "about")) == "about 200, no bounds"
    assert (bounds_of(800, "at_least") / bounds_of(400, "nearly")).value == 2


@pytest.mark.parametrize(
    ("a", "b", "answer"),
    [
        (Bounds(low=160), 147, "certainly larger"),
        (Bounds(high=80), Bounds(low=160), "certainly smaller"),
        (Bounds(low=160), Bounds(low=180), "cannot tell"),
        (Bounds(low=418, high=418), 418, "certainly equal"),
        (Bounds(value=400), Bounds(low=400), "cannot tell"),
    ],
)
def test_compare(a, b, answer):
    assert a.compare(b) == answer


def test_a_verdict_is_true_only_when_certain():
    assert Bounds(low=5) > 4
    assert not (Bounds(low=4) > 5)
    assert (Bounds(high=4) > 5) == "certainly not"
    assert (Bounds(low=4) > 5) == "cannot tell"
    assert (Bounds(low=4) < 3) == "certainly not"


@pytest.mark.parametrize("hedge", [*HEDGE_ENDS, "between"])
def test_each_hedge_closes_its_ends(hedge):
    extent = bounds_of(400, hedge) if hedge != "between" else bounds_of(None, hedge, 300, 400)
    expected = {
        "exact": (400, 400), "at_least": (400, None), "odd": (400, None), "nearly": (None, 400), "at_most": (None, 400),
        "about": (None, None), "vague": (None, None), "between": (300, 400),
    }[hedge]  # fmt: skip
    assert (extent.low, extent.high) == expected


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: Bounds(low=5, high=3), "low=5 above high=3"),
        (lambda: Bounds(low="many"), "needs a number"),
        (lambda: Bounds(low=True), "needs a number"),
        (lambda: Bounds(high=float("nan")), "needs a number"),
        (lambda: Bounds(low=1) / 0, "divided by zero"),
        (lambda: Bounds(low=1) + "two", "needs a number"),
        (lambda: bounds_of(3, "roughly"), "no hedge called 'roughly'"),
    ],
)
def test_wrong_input_gets_a_sentence(make, words):
    with pytest.raises(InterpartyError, match=words):
        make()


@pytest.mark.parametrize(
    ("bounds", "words"),
    [
        (Bounds(low=800), "at least 800"),
        (Bounds(high=80), "at most 80"),
        (Bounds(3, 5), "between 3 and 5"),
        (Bounds(418, 418), "exactly 418"),
        (Bounds(), "no bounds"),
    ],
)
def test_in_words(bounds, words):
    assert str(bounds) == words
    assert eval(repr(bounds)) == bounds


def test_a_row_of_the_table_has_bounds():
    table = ip.claims(ip.load_corpus())
    assert set(table["hedge"]) >= {"exact", "at_least", "nearly", "about", "odd", "vague"}
    for row in table.to_dict("records"):
        assert ip.bounds(row) == bounds_of(row["value"], row["hedge"])
