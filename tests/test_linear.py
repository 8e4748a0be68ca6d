"""What a text costs grows no faster than the text: steps are counted (tests/steps.py), so that no clock can be wrong."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from test_adversarial import TEXTS

STEPS = Path(__file__).with_name("steps.py")
LAYERS = ("dates", "names", "eras", "forms", "principles")
#: sizes in characters, each twice the one before; the smallest has a few of the longest sentences that are read in one piece
SIZES = (4000, 8000, 16000)
#: what the second doubling adds is twice what the first added where the cost is linear, and four times where it is quadratic
TOO_MUCH = 2.2

PROSE = {
    "report": "In 1978 the Party sent 12 delegations, 4 of them to Romania, and received more than 30. Nobody was named.\n\n",
    "notes": "Seminar in June 1985: Deng Xiaoping met 3 guests of the Lao party [4].\nIn the same year: 5.\n",
    "principles": "Independence, complete equality, mutual respect and non-interference in each other's internal affairs. ",
    "questions": "Q: How many parties came in 2001?\nA: 45. Since then the Central Committee has received 10 a year.\n",
}
#: texts of which each character costs much are left to the clock of test_adversarial.py
_DEAR = ("slashed claims", "visits of one sentence", "joined claims", "numbers", "no noun", "claims of one sentence")
HARD = {name: unit for name, (unit, _size) in TEXTS.items() if name not in _DEAR and len(unit) < 100}
OF_TIME = ("years", "since", "months", "countries", "titles", "one sentence", "claims, no stop, lines", "newlines", "full stops")


def growth(jobs: list[tuple[str, str, str]], mutation: str = "") -> dict[str, float]:
    """Text and layer → what the second doubling of the text adds to the steps, for each one that the first added."""
    order = json.dumps({"jobs": jobs, "sizes": SIZES, "mutation": mutation})
    run = subprocess.run([sys.executable, STEPS], input=order, capture_output=True, text=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stderr
    found = {f"{layer} of {name}": steps for name, layer, steps in map(json.loads, run.stdout.splitlines())}
    assert len(found) == len(jobs)
    return {name: (large - middle) / (middle - small) for name, (small, middle, large) in found.items()}


def steep(ratios: dict[str, float]) -> dict[str, float]:
    return {name: round(ratio, 2) for name, ratio in ratios.items() if ratio > TOO_MUCH}


def test_claims_cost_as_much_more_as_a_text_is_longer():
    assert steep(growth([(name, "claims", unit) for name, unit in (PROSE | HARD).items()])) == {}


def test_layers_cost_as_much_more_as_a_text_is_longer():
    texts = PROSE | {name: HARD[name] for name in OF_TIME}
    assert steep(growth([(name, layer, unit) for name, unit in texts.items() for layer in LAYERS])) == {}


@pytest.mark.parametrize(
    ("mutation", "layer", "name"),
    [
        ("slice", "claims", "report"),
        ("search", "claims", "report"),
        ("loop", "claims", "bullets"),
        ("layer", "principles", "principles"),
    ],
)
def test_an_engine_made_quadratic_is_found_out(mutation, layer, name):
    assert list(steep(growth([(name, layer, (PROSE | HARD)[name])], mutation))) == [f"{layer} of {name}"]
