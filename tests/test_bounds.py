"""Hedge algebra: the laws against brute force, the three answers, and the sentences for wrong input."""

import itertools
import math
import operator

import pytest
from hypothesis import given
from hypothesis import strategies as st

import interparty as ip
from interparty import Bounds, InterpartyError, bounds_of, lexicon
from interparty.bounds import HEDGE_ENDS

ENDS = st.one_of(st.none(), st.integers(0, 50).map(float))


@st.composite
def intervals(draw):
    low, high = draw(ENDS), draw(ENDS)
    if low is not None and high is not None and low > high:
        low, high = high, low
    apart = high is None or (low or 0.0) < high  # a count is never below zero
    return Bounds(
        low, high, None, low is not None and apart and draw(st.booleans()), high is not None and apart and draw(st.booleans())
    )


def members(bounds, draw):
    """Some numbers that the interval allows, its ends among them where they are not open."""
    bottom = bounds.floor + 1e-3 if bounds.low_open else bounds.floor
    top = bounds.ceiling if math.isfinite(bounds.ceiling) else bounds.floor + 1000
    top = top - 1e-3 if bounds.high_open else top
    return [bottom, draw(st.floats(bottom, top)), top]


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
    ("result", "words"),
    [
        (Bounds(low=800, low_open=True) / Bounds(high=400, high_open=True), "more than 2"),
        (Bounds(low=800, low_open=True) / Bounds(high=400), "more than 2"),
        (Bounds(low=800) / Bounds(high=400), "at least 2"),
        (Bounds(low=4500, low_open=True).per(25), "more than 180 a year"),
        (Bounds(low=4500, low_open=True).per(Bounds(20, 25)), "more than 180 a year"),
        (Bounds(high=400, high_open=True).per(5), "less than 80 a year"),
        (Bounds(low=160, low_open=True) - 147, "more than 13"),
        (418 + Bounds(high=100, high_open=True), "at least 418 and less than 518"),
        (Bounds(0, 5) * Bounds(high=2, high_open=True), "at least 0 and less than 10"),
    ],
)
def test_open_ends_go_along(result, words):
    assert str(result) == words
    assert eval(repr(result)) == result


def test_an_open_end_sharpens_a_verdict():
    assert (Bounds(low=160, low_open=True) > 160) == "certain"
    assert (Bounds(low=160) > 160) == "cannot tell"
    assert Bounds(low=160, low_open=True).compare(Bounds(high=160)) == "certainly larger"


def test_strict_bounds_follow_the_words(claims):
    rows = {row["claim_id"]: row for row in claims.to_dict("records")}
    more_than_800 = rows["dai-2002.15.more-than-800-delegations"]
    assert str(ip.bounds(more_than_800, strict=True)) == "more than 800"
    assert str(ip.bounds(more_than_800)) == "at least 800"
    for row in rows.values():
        assert ip.bounds(row, strict=True) == ip.bounds(row)


@pytest.mark.parametrize("row", lexicon.table("hedges"), ids=lambda row: row["phrase"])
def test_whether_a_hedge_shuts_out_its_figure(row):
    claim = ip.claims(ip.read_text(row["example"], id="x")).iloc[0]
    strict = ip.bounds(claim, strict=True)
    assert (strict.low_open or strict.high_open) == (row["open"] == "yes")


@pytest.mark.parametrize(
    ("first", "last", "words", "length"),
    [
        ("1978", "2003", "over the past two decades since the introduction of the policy", Bounds(20, 25)),
        ("1997", "2002", "Over the past five years", Bounds(5, 5)),
        ("1921", "1949", "in the 28 years leading to the founding", Bounds(28, 28)),
        (None, "2002-10", "in recent years", None),
        ("2001-12", "2001-12", "By the end of 2001", None),
        (None, None, None, None),
    ],
)
def test_the_length_of_a_period(first, last, words, length):
    assert ip.years({"period_start": first, "period_end": last, "period_text": words}) == length


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: Bounds(low=5, high=3), "low=5 above high=3"),
        (lambda: Bounds(low="many"), "needs a number"),
        (lambda: Bounds(low=True), "needs a number"),
        (lambda: Bounds(high=float("nan")), "needs a number"),
        (lambda: Bounds(3, 3, low_open=True), "No number is left"),
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


# ---- every operation, on all small intervals with open and closed ends, by brute force ------------------------------

OPERATIONS = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}


def small_intervals():
    for low, high in itertools.product((None, 0, 1), (None, 1, 2)):
        for low_open, high_open in itertools.product((False, True), repeat=2):
            if (
                (low is None and low_open)
                or (high is None and high_open)
                or (low == high is not None and (low_open or high_open))
            ):
                continue
            yield Bounds(low, high, None, low_open, high_open)


def grid(bounds):
    """Quarters that the interval allows, near its ends most of all; a missing end is tried some way out."""
    top = bounds.floor + 4 if bounds.high is None else bounds.high
    numbers = {bounds.floor + step / 4 for step in range(int((top - bounds.floor) * 4) + 1)}
    near = {bounds.floor + 2**-20, top - 2**-20}
    return [
        number
        for number in sorted(numbers | near)
        if bounds.floor <= number <= top
        and not (bounds.low_open and number <= bounds.low)
        and not (bounds.high_open and number >= bounds.high)
    ]


@pytest.mark.parametrize("sign", OPERATIONS)
def test_brute_force(sign):
    """No result lies outside, an open end is never reached, and a closed one that is not zero is."""
    operation = OPERATIONS[sign]
    for a, b in itertools.product(small_intervals(), repeat=2):
        if sign == "/" and b.floor == 0 and (b.ceiling == 0 or not b.low_open):
            continue  # division by zero is asked for elsewhere
        result = operation(a, b)
        values = [operation(x, y) for x in grid(a) for y in grid(b) if sign != "/" or y]
        for value in values:
            assert result.low is None or (value > result.low if result.low_open else value >= result.low), (a, b, result, value)
            assert result.high is None or (value < result.high if result.high_open else value <= result.high), (
                a,
                b,
                result,
                value,
            )
        if sign != "/" and None not in (a.low, a.high, b.low, b.high):
            assert result.low_open or result.low in values, (a, b, result)
            assert result.high_open or result.high in values, (a, b, result)


@pytest.mark.parametrize(
    "quote", ["more than 800 delegations", "more  than\n  800 delegations", "More\u00a0than 800 delegations"]
)
def test_blanks_in_a_hedge_change_nothing(quote):
    claim = {"value": 800, "low": 800, "high": None, "hedge": "at_least", "quote": quote}
    assert ip.bounds(claim, strict=True).low_open
