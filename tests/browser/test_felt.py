"""While a widget redraws itself nothing jumps: the page goes from its old height to its new one, and nowhere else."""

import pytest
from felt import STEPS, changes, jumps

import interparty as ip


@pytest.mark.parametrize(("number", "cell"), STEPS)
def test_nothing_jumps_while_it_is_redrawn(lesson, collection, number, cell):
    for file in (collection / "notebooks").glob("*-progress.json"):
        file.unlink()
    _, heights = changes(lesson(number, cell), STEPS[number, cell], times=6)
    assert [one for one in heights if jumps(one)] == []


def test_every_widget_that_answers_is_tried():
    answering = {name for name in ip.widgets.__all__ if name.islower()} - {"reader"}
    assert len(STEPS) == len(answering)


@pytest.mark.parametrize(
    ("heights", "jumped"), [([100, 100], False), ([100, 80], False), ([100, 40, 100], True), ([100, 300, 120], True)]
)
def test_what_a_jump_is(heights, jumped):
    assert jumps(heights) is jumped
