"""A slip of typing in an answer: the sentence that sets it right, for what beginners do to the answer cells."""

import json

import pytest
from tests.exercises.masters import RELEASES, read

from interparty.slips import report, sentence

NUMBER = "a word or a sign stands behind a number"
WORDS = "words stand without quotation marks"
COMMA = "comma is missing"
SLIPS = {
    'c1 = {\n    "1921 to 1949": 28 years,\n}': f"line 2 {NUMBER}",
    'c1 = {\n    "a": 50%,\n}': NUMBER,
    'c1 = {"a": 28years}': NUMBER,
    'c1 = {\n    "a": 0,5,\n    "b": 1,\n}': "line 2 a number has a comma: write a point",
    'c1 = {\n    "80 years later": 28\n    "b": 2001,\n}': f"{COMMA} in line 2",
    'c1 = {\n    "a": "A"\n    "b": "B",\n}': f"{COMMA} at the end of the line above line 3",
    'c1 = {"a": ["A" B]}': COMMA,
    's1 = "floor': "quotation mark is missing in line 1",
    "c1 = {\n    'a': 'A\",\n}": "quotation mark is missing in line 2",
    "s1 = “floor”": "are curly",
    's1 = "floor“': "quotation mark is missing",
    'c1 = {\n    "a": 3–5,\n}': "a sign that Python does not know",
    'c1 = {\n    "a": (5, None,\n    "b": 1,\n}': "brackets in line 4 do not fit",
    'c1 = {"a": 3': "not closed",
    "s1 = )": "brackets in line 1",
    'c1 = {\n    "to whom": Communist International,\n}': f"line 2 {WORDS}",
    "Write my answer here": WORDS,
    "  s1 = 3": "too far to the right",
    "s1 = ": "nothing stands behind the sign =",
    'c1 = {\n    "a" 3,\n}': "the colon : behind the name is missing",
    "c1 = {\n    a = 3,\n}": "must be a colon : and not =",
    'c1 = {"a": 007}': "begins with 0",
    'c1 = {\n    "evidence": "the "Left" thinking",\n}': "put single ones ' round all",
}


def slip(source):
    with pytest.raises(SyntaxError) as caught:
        compile(source, "<cell>", "exec")
    return caught.value


@pytest.mark.parametrize("source", SLIPS)
def test_the_sentence(source):
    assert SLIPS[source] in sentence(slip(source))


def answers():
    """Every answer cell of every exercise."""
    return [cell.source for path in RELEASES for cell in read(path).cells if cell.id.endswith("-answer")]


@pytest.mark.parametrize("spoilt", ["...,", "..."], ids=["a comma lost", "a word without quotation marks"])
def test_in_every_answer_cell_the_place_is_told(spoilt):
    told = []
    for source in answers():
        lines = source.splitlines()
        at = next((n for n, line in enumerate(lines[:-1]) if line.endswith("...,") and '"' in lines[n + 1]), None)
        if at is None:
            continue
        changed = {"...,": "12", "...": "two words,"}[spoilt]
        lines[at] = lines[at].removesuffix("...,") + changed
        said = sentence(slip("\n".join(lines)))
        assert ("comma" if spoilt == "...," else "quotation marks") in said, (lines[at], said)
        assert f"line {at + 1}" in said or f"above line {at + 2}" in said, said
        told.append(said)
    assert len(told) > 25


def test_what_is_shown_is_text_and_ends_with_the_sentence():
    told = report(slip('c1 = {\n    "a": 28 years,\n}')).splitlines()
    assert told[0] == '    "a": 28 years,' and told[1].endswith("^") and told[-1].startswith("SyntaxError: ")
    assert json.dumps(told)
