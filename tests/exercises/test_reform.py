"""D1 to D7: right answers, other ways to write them, each misconception with its own feedback, junk, and nothing at all."""

import json

import pytest
from masters import KEYS, MASTERS, changed, right_answers

import interparty as ip
from interparty.questions import AnyOf, Outcome, canonical, load_keys, mark

QUESTIONS = {name: question for name, question in load_keys(KEYS).items() if name.startswith("D")}
RIGHT = right_answers(next(path for path in MASTERS if path.stem == "04-reform-and-opening"))
MARKED = [name for name in QUESTIONS if name != "D7"]
KINDS = list(RIGHT["D1"])


def test_there_are_seven_questions():
    assert list(QUESTIONS) == [f"D{n}" for n in range(1, 8)]
    assert set(RIGHT) == set(QUESTIONS)
    assert sum(question.points for question in QUESTIONS.values()) == 29
    assert len({question.skill for question in QUESTIONS.values()}) >= 4
    assert all(1 <= len(question.hints) <= 3 for question in QUESTIONS.values())


@pytest.mark.parametrize("name", MARKED)
def test_the_masters_answer_is_right(name):
    score = mark(QUESTIONS[name], RIGHT[name])
    assert (float(score), score.outcome, score.misconceptions) == (QUESTIONS[name].points, Outcome.RIGHT, ())


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("D1", {KINDS[0]: {"begins": "In the late 1970s", "text": "idcpc-2003"}}),
        ("D1", {KINDS[3]: {"begins": "Mid 1980s."}, KINDS[4]: {"begins": "between the 1980s and 90s", "text": "Chen-2007"}}),
        ("D2", {"by dai-2001": "second and first", "by idcpc-2003": "First", "verdict": ["a"]}),
        ("D2", {"by dai-2001": {"2", "1"}, "by idcpc-2003": ["1"]}),
        ("D3", {"four principles": "g, e, c, a", "transcending differences": "a spirit"}),
        ("D4", {"since 1978": "more than 180", "two decades": (225, None)}),
        ("D4", {"since 1978": (180, "no limit"), "two decades": "> 225", "why two": "a)", "sentence": "q"}),
        ("D5", {"received": (None, 5.8), "sent": "less than 6.7"}),
        ("D5", {"received": (None, 5.78), "sent": (None, "10,000/1,500"), "26,000 counts": "b."}),
        ("D6", {"1978 belongs to": "very rarely having economic topics", "same speech": "can't tell"}),
        ("D6", {"1978 belongs to": ["before the  reform and opening-up in 1978"]}),
    ],
)
def test_other_ways_to_write_the_right_answer(name, other):
    score = mark(QUESTIONS[name], changed(RIGHT[name], other))
    assert (float(score), score.outcome) == (QUESTIONS[name].points, Outcome.RIGHT), score.text


@pytest.mark.parametrize("name", MARKED)
def test_the_parts_may_stand_in_any_order(name):
    turned = dict(reversed(RIGHT[name].items()))
    assert float(mark(QUESTIONS[name], turned)) == QUESTIONS[name].points


@pytest.mark.parametrize(
    ("name", "wrong", "misconception", "said"),
    [
        ("D1", {kind: {"begins": "1978"} for kind in KINDS}, "the plenum taken for the start of everything", "plenum"),
        ("D1", {KINDS[2]: {"text": "idcpc-2003"}}, "a list read as a calendar", "not a calendar"),
        ("D2", {"by dai-2001": ["first"]}, "at the same time overlooked", "At the same time"),
        ("D2", {"by dai-2001": ["first", "second", "fourth"]}, "a step inside the frame", "inside the frame"),
        ("D3", {"four principles": ["A", "C", "E", "H"]}, "a doctrine between states", "meant for states"),
        ("D3", {"four principles": list("ACDEG")}, "called a principle, and not one of the four", "rule for one case"),
        ("D4", {"since 1978": 180}, "hedge dropped", "floor"),
        ("D4", {"since 1978": (375, None)}, "months for years", "divided by 12"),
        ("D4", {"two decades": 365}, "every day believed", "next paragraph"),
        ("D4", {"since 1978": (173, None)}, "both ends counted as years", "fence posts"),
        ("D5", {"received": (5.8, None)}, "hedge lost under the line", "under the line"),
        ("D5", {"26,000 counts": "A"}, "journeys taken for persons", "twice"),
        ("D6", {"year": "A"}, "the nearest date taken", "Near is not"),
        ("D6", {"year": "B"}, "knowledge taken for evidence", "not in the text"),
    ],
)
def test_what_weak_answers_get_told(name, wrong, misconception, said):
    score = mark(QUESTIONS[name], changed(RIGHT[name], wrong))
    assert misconception in score.misconceptions
    assert said in score.text
    assert float(score) < QUESTIONS[name].points


MISCONCEPTIONS = [
    (name, each.name, when)
    for name, question in QUESTIONS.items()
    for each in question.misconceptions
    for when in (each.when if isinstance(each.when, AnyOf) else (each.when,))
]


@pytest.mark.parametrize(("name", "misconception", "when"), MISCONCEPTIONS)
def test_every_misconception_is_met_by_its_answer(name, misconception, when):
    question = QUESTIONS[name]
    score = mark(question, changed(RIGHT[name], when))
    (says,) = (each.says for each in question.misconceptions if each.name == misconception)
    assert set(score.misconceptions) == {misconception}, score.text
    assert says in score.says
    assert score.outcome is Outcome.PARTLY
    assert 0 < float(score) < question.points


@pytest.mark.parametrize("name", MARKED)
@pytest.mark.parametrize(
    "junk", ["?", 7, True, [1, 2, 3, 4, 5, 6, 7, 8, 9], {"nonsense": 1}, float("nan"), object(), "ignore the key"]
)
def test_junk_is_told_apart_and_earns_nothing(name, junk):
    score = mark(QUESTIONS[name], junk)
    assert (float(score), score.outcome) == (0, Outcome.UNREADABLE)
    assert score.text


@pytest.mark.parametrize("name", MARKED)
def test_junk_in_one_part_costs_only_that_part(name):
    part = next(iter(RIGHT[name]))
    broken = {**RIGHT[name], part: {"what": "?"}}
    assert 0 < float(mark(QUESTIONS[name], broken)) < QUESTIONS[name].points


@pytest.mark.parametrize("name", QUESTIONS)
@pytest.mark.parametrize("nothing", [..., None, "", "...", {}, []])
def test_nothing_is_not_attempted(name, nothing):
    score = mark(QUESTIONS[name], nothing)
    assert (float(score), score.outcome) == (0, Outcome.NOT_ATTEMPTED)


@pytest.mark.parametrize("name", MARKED)
def test_a_half_filled_answer_keeps_its_points(name):
    part = next(iter(RIGHT[name]))
    score = mark(QUESTIONS[name], {part: RIGHT[name][part]})
    assert 0 < float(score) < QUESTIONS[name].points
    assert score.outcome is Outcome.PARTLY and "empty" in score.text


def test_the_essay_goes_to_a_reader():
    question, text = QUESTIONS["D7"], RIGHT["D7"]
    score = mark(question, text)
    assert (float(score), score.outcome) == (0, Outcome.BY_HAND)
    assert sum(row.points for row in question.answer.rubric) == question.points == 8
    assert len(question.answer.guide) == len(question.answer.rubric) == 5
    assert all(row.looks_for in score.text for row in question.answer.rubric)
    for good in (text, question.answer.exemplar):
        assert question.answer.fewest <= len(good.split()) <= question.answer.most
    assert mark(question, "\nWrite here.\n").outcome is Outcome.NOT_ATTEMPTED


def test_the_keys_are_what_a_reader_works_out_by_hand():
    keys = {name: dict(QUESTIONS[name].answer.right_lines()) for name in MARKED}
    assert keys["D1"][KINDS[1]] == "begins: late 1970s · text: dai-2001"
    assert keys["D1"][KINDS[4]] == "begins: 1980s and 90s · text: chen-2007"
    assert (keys["D4"]["since 1978"], keys["D4"]["two decades"]) == ("at least 180", "at least 225")
    assert keys["D5"]["received"].startswith("at most 5.77") and keys["D5"]["sent"].startswith("at most 6.66")
    assert QUESTIONS["D2"].answer.parts["by dai-2001"].right == ("first", "second")
    assert QUESTIONS["D2"].answer.parts["by idcpc-2003"].right == ("first",)


def test_every_solution_cites_claims_that_exist():
    corpus = ip.load_corpus()
    cited = [claim_id for question in QUESTIONS.values() for claim_id in question.cites]
    assert len(cited) == 5
    for claim_id in cited:
        assert corpus.passage(claim_id).quote


def test_answers_survive_the_way_through_json():
    for name in MARKED:
        data = json.loads(json.dumps(canonical(RIGHT[name])))
        assert float(mark(QUESTIONS[name], data)) == QUESTIONS[name].points
