"""From learners' objects to plain data: by exact type, without running anything of theirs."""

import json
import math
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hostile import HOSTILE, EqualToAll, Number, Text

from interparty import Bounds
from interparty.questions import Unreadable, canonical


@pytest.mark.parametrize(
    ("raw", "data"),
    [
        (None, None),
        (..., "..."),
        (True, True),
        (3, 3),
        (0.5, 0.5),
        ("B", "B"),
        (Fraction(200, 400), 0.5),
        (Decimal("0.5"), 0.5),
        (np.float64(0.5), 0.5),
        (np.int64(3), 3),
        (Bounds(low=2), {"low": 2, "high": None}),
        (Bounds(low=2) > Bounds(low=1), "cannot tell"),
        ((1, None, ...), [1, None, "..."]),
        ({"a": (1, 2)}, {"a": [1, 2]}),
        (frozenset({"P"}), ["P"]),
    ],
)
def test_plain_things_become_plain_data(raw, data):
    result = canonical(raw)
    assert result == data
    assert type(result) is type(data)
    assert json.loads(json.dumps(result, allow_nan=False)) == data


@pytest.mark.parametrize("name", HOSTILE)
def test_everything_else_is_refused_or_made_harmless(name):
    try:
        data = canonical(HOSTILE[name]())
    except Unreadable as reason:
        assert len(str(reason)) < 200
        return
    json.dumps(data, allow_nan=False).encode("utf-8")


@pytest.mark.parametrize("raw", [EqualToAll(), Number(0.55), Text("B"), [EqualToAll()], {"a": Number(1)}, math.nan, 10**16])
def test_nothing_that_only_looks_right_gets_through(raw):
    with pytest.raises(Unreadable):
        canonical(raw)


def test_a_forgotten_bracket_is_said():
    with pytest.raises(Unreadable, match="brackets may be missing"):
        canonical(len)
