"""Each answer type: what it reads, what it refuses, what it gives points for; and its public half."""

import json

import pytest

from interparty import InterpartyError
from interparty.questions import (
    AnyOf,
    BoundsAnswer,
    Choice,
    Choices,
    Criterion,
    Evidence,
    FreeText,
    Misconception,
    Order,
    Outcome,
    Parts,
    Question,
    Table,
    Unreadable,
    Value,
    Years,
    canonical,
    mark,
)
from interparty.questions.answers import TYPES

PASSAGE = "The Party’s   guests were “many”. They came – so it is said – from afar, and nobody counted them at the gate."

VALUE = Value(right=0.25, within=0.01, percent=True, units=("a day",), example="1.25")
BOUNDS = BoundsAnswer(right=(2, None), also=((3, None),), example="(5, 9)")
YEARS = Years(right=(1960, 1963), within=1)
CHOICE = Choice(options={"A": "first thing", "B": "second thing"}, synonyms={"two": "B"}, right="B")
CHOICES = Choices(options=dict.fromkeys("PQRS", ""), right=("P", "Q"), optional=("S",))
ORDER = Order(options=dict.fromkeys("ABC", ""), right=("B", "A", "C"))
EVIDENCE = Evidence(
    need=1, passages={"x-2000 ¶1": PASSAGE}, right=("nobody counted them",), claim_ids={"x.1.id": "nobody counted them"}
)
TEXT = FreeText(
    template="Write here.", fewest=3, most=5, rubric=(Criterion(2, "a quotation"),), guide=("2 if exact",), exemplar="E"
)
TABLE = Table(
    rows=("r1", "r2"),
    columns={"kind": Choice(options={"stock": "", "flow": ""}), "n": Value()},
    right={"r1": {"kind": {"right": "stock"}, "n": {"right": 1}}, "r2": {"kind": {"right": "flow"}, "n": {"right": 2}}},
)
PARTS = Parts(parts={"one": VALUE, "two": CHOICE}, weights={"one": 1, "two": 3})
ALL = [VALUE, BOUNDS, YEARS, CHOICE, CHOICES, ORDER, EVIDENCE, TEXT, TABLE, PARTS]


def share(answer, raw):
    return answer.mark(answer.read(canonical(raw))).share


@pytest.mark.parametrize(
    ("answer", "raw", "expected"),
    [
        *((VALUE, raw, 1) for raw in (0.25, 1 / 4, "0.25", "1/4", "25%", "25 per cent", "0.25 a day", "≈ 0.25", "0,25", ".25")),
        *((VALUE, raw, 0) for raw in (0.3, -0.25, "0.3", 25, "4")),
        *((BOUNDS, raw, 1) for raw in ((2, None), [2, "none"], ("2", "∞"), "more than 2", "at least 2", "> 2", ">=2", (3, None))),
        *((BOUNDS, raw, 0) for raw in ((None, 2), (2, 2), 2, (None, None), "cannot tell", "nearly 2", (0, 2))),
        *((YEARS, raw, 1) for raw in ((1960, 1963), "1960–1963", "1960-63", "1960/1963", (1959, 1964), "1960 to 1963")),
        *((YEARS, raw, 0) for raw in ("1960", 1960, (1950, 1969))),
        *((CHOICE, raw, 1) for raw in ("B", " b ", "(b)", "B.", "second thing", "Second  Thing", "two", ["B"], "b) x")),
        *((CHOICE, raw, 0) for raw in ("A", "first thing")),
        *((CHOICES, raw, 1) for raw in (["P", "Q"], ("q", "p"), {"P", "Q"}, "P, Q", "P and Q", ["P", "Q", "S"], ["P", "P", "Q"])),
        *((CHOICES, raw, 0.5) for raw in (["P"], "Q")),
        *((CHOICES, raw, 0) for raw in (["R"], ["P", "R"], ["P", "Q", "R", "R"][2:], ["S"])),
        *((ORDER, raw, 1) for raw in (["B", "A", "C"], "B > A > C", "b, a, c")),
        (ORDER, ["A", "B", "C"], 1 / 3),
        (ORDER, ["C", "A", "B"], 0),
        *((EVIDENCE, raw, 1) for raw in ("nobody counted them", ["“Nobody counted them at the gate.”"], "x.1.id")),
        (EVIDENCE, "nobody  counted", 1),
        *((EVIDENCE, raw, 0) for raw in ("The Party's guests were \"many\"", "not in the text at all", "afar")),
        (EVIDENCE, PASSAGE, 0.5),
        (EVIDENCE, ["nobody counted them", "the Party's guests"], 0),
        (TABLE, {"r1": {"kind": "stock", "n": 1}, "r2": {"kind": "Flow", "n": "2"}}, 1),
        (TABLE, {"R1": {"kind": "stock", "n": 2}, "r2": {"kind": ..., "n": 2}}, 0.5),
        (TABLE, {"r1": {"kind": "stock"}}, 0.25),
        (TABLE, [["stock", 1], ["flow", 2]], 1),
        (PARTS, {"one": 0.25, "two": "B"}, 1),
        (PARTS, (0.25, "A"), 0.25),
        (PARTS, {"One ": "nonsense", "two": "B"}, 0.75),
    ],
)  # fmt: skip
def test_shares(answer, raw, expected):
    assert share(answer, raw) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("answer", "raw", "says"),
    [
        (VALUE, True, "not numbers"),
        (VALUE, (0, 25), "0.25, with a point"),
        (VALUE, "about a quarter", "no number"),
        (VALUE, "0.25 an hour", "write the number alone"),
        (VALUE, "1/0", "divided by 0"),
        (VALUE, [1, 2, 3], "single number"),
        (Value(right=1), "25%", "no percentage"),
        (BOUNDS, (3, 2), "exchange the two"),
        (BOUNDS, (1, 2, 3), "two ends"),
        (BOUNDS, (True, None), "not numbers"),
        (YEARS, "long ago", "no years"),
        (YEARS, (1963, 1960), "exchange"),
        (YEARS, 63, "four figures"),
        (CHOICE, "C", 'none of the choices: "A", "B"'),
        (CHOICE, 2, "none of the choices"),
        (CHOICES, 5, "list"),
        (CHOICES, ["P", "Z"], "none of the choices"),
        (ORDER, ["A", "B"], "exactly once"),
        (ORDER, ["A", "A", "B"], "exactly once"),
        (EVIDENCE, "[x-2000 ¶1]", "copy the words"),
        (EVIDENCE, 5, "words from the text"),
        (EVIDENCE, "a", "too short"),
        (TEXT, 5, "text"),
        (TABLE, {"r3": {}}, "not one of its names"),
        (PARTS, 5, "named parts"),
    ],
)
def test_what_cannot_be_read_is_said(answer, raw, says):
    with pytest.raises(Unreadable, match=says.replace("(", r"\(").replace("[", r"\[")):
        answer.read(canonical(raw))


@pytest.mark.parametrize("answer", ALL, ids=lambda answer: answer.kind)
@pytest.mark.parametrize("raw", [..., None, "", "...", " … "])
def test_untouched_is_not_attempted(answer, raw):
    assert answer.is_empty(canonical(raw))


@pytest.mark.parametrize(
    ("answer", "raw"),
    [
        (BOUNDS, (..., ...)),
        (BOUNDS, (2, ...)),
        (CHOICES, [...]),
        (TEXT, "\nWrite   here.\n"),
        (TABLE, {"r1": {"kind": ..., "n": ...}, "r2": {"kind": ..., "n": ...}}),
        (PARTS, {"one": ..., "two": ...}),
        (PARTS, (..., ...)),
    ],
)
def test_an_untouched_template_is_not_attempted(answer, raw):
    assert answer.is_empty(canonical(raw))


def test_no_bounds_is_an_answer():
    assert not BOUNDS.is_empty(canonical((None, None)))
    assert share(BoundsAnswer(right=(None, None)), (None, None)) == 1
    assert share(BoundsAnswer(right=(None, None)), "cannot tell") == 1


@pytest.mark.parametrize("answer", ALL, ids=lambda answer: answer.kind)
def test_the_shape_survives_json_and_reads_the_same(answer):
    shape = json.loads(json.dumps(answer.shape()))
    again = TYPES[shape["kind"]].of_shape(shape)
    assert again.shape() == answer.shape()
    raw = {
        "value": "1/4", "bounds": (2, None), "years": "1960-63", "choice": "b", "choices": "P, Q", "order": "B, A, C",
        "evidence": "nobody", "free text": "some words", "table": [["stock", 1], ["flow", 2]], "parts": (0.25, "B"),
    }[answer.kind]  # fmt: skip
    assert again.read(canonical(raw)) == answer.read(canonical(raw))


def test_every_answer_type_is_tested_here():
    assert {answer.kind for answer in ALL} == {kind for kind in TYPES if kind}


def test_the_shape_holds_no_key():
    text = json.dumps([answer.shape() for answer in ALL])
    assert text
    for secret in ("right", "also", "within", "nobody counted", "exemplar", "2 if exact", "optional", "claim_ids"):
        assert secret not in text


def test_evidence_that_is_not_in_its_passage_is_a_mistake_of_the_key():
    with pytest.raises(InterpartyError, match="is not in the passages"):
        Evidence(passages={"x-2000 ¶1": PASSAGE}, right=("everybody counted them",))


def question(answer, *misconceptions):
    return Question("X1", "A title", 2, "close reading", answer, hints=("h",), misconceptions=misconceptions)


def test_outcomes_are_told_apart():
    asked = question(PARTS, Misconception("m", {"two": "A"}, "You took the first."))
    outcomes = {
        "right": mark(asked, (0.25, "B")),
        "partly": mark(asked, (0.25, "A")),
        "misconception": mark(asked, (9, "A")),
        "empty": mark(asked, {"one": ..., "two": ...}),
        "unreadable": mark(asked, {"one": "x", "two": "y"}),
        "recorded": mark(asked, (0.25, "B"), keyed=False),
    }
    assert [score.outcome for score in outcomes.values()] == [
        Outcome.RIGHT,
        Outcome.PARTLY,
        Outcome.MISCONCEPTION,
        Outcome.NOT_ATTEMPTED,
        Outcome.UNREADABLE,
        Outcome.RECORDED,
    ]
    assert mark(question(VALUE), 9).outcome is Outcome.WRONG
    assert outcomes["partly"].misconceptions == outcomes["misconception"].misconceptions == ("m",)
    assert "You took the first." in outcomes["partly"]._repr_html_()
    assert "m" not in outcomes["right"].misconceptions
    assert float(outcomes["recorded"]) == 0
    assert "0.25" in outcomes["recorded"].text


def test_a_misconception_may_be_a_function_or_one_of_several():
    asked = question(VALUE, Misconception("big", lambda read: read > 5, "Too big."), Misconception("few", AnyOf((1, 2)), "Few."))
    assert mark(asked, 9).misconceptions == ("big",)
    assert mark(asked, "2").misconceptions == ("few",)
    assert mark(asked, 3).misconceptions == ()


def test_free_text_goes_to_a_reader():
    score = mark(question(TEXT), "These are far more words than five")
    assert (float(score), score.outcome) == (0, Outcome.BY_HAND)
    assert "more than the 5" in score.text
    assert "a quotation" in score.text
    assert "short of the 3" in mark(question(TEXT), "Two words").text


def test_a_question_has_a_known_skill_and_at_most_three_hints():
    with pytest.raises(InterpartyError, match="skill"):
        Question("X1", "t", 1, "guessing", VALUE)
    with pytest.raises(InterpartyError, match="hints"):
        Question("X1", "t", 1, "sourcing", VALUE, hints=("1", "2", "3", "4"))
