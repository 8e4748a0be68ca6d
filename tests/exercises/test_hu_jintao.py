"""H1 to H7: right answers, other ways to write them, each misconception with its own feedback, and nothing at all."""

import json

import pytest
from masters import KEYS, MASTERS, changed, right_answers

import interparty as ip
from interparty.questions import AnyOf, Outcome, canonical, load_keys, mark

QUESTIONS = {name: question for name, question in load_keys(KEYS).items() if name.startswith("H")}
RIGHT = right_answers(next(path for path in MASTERS if path.stem == "06-hu-jintao"))
MARKED = [name for name in QUESTIONS if name != "H7"]


def test_there_are_seven_questions():
    assert list(QUESTIONS) == [f"H{n}" for n in range(1, 8)]
    assert set(RIGHT) == set(QUESTIONS)
    assert sum(question.points for question in QUESTIONS.values()) == 29
    assert all(1 <= len(question.hints) <= 3 for question in QUESTIONS.values())


@pytest.mark.parametrize("name", MARKED)
def test_the_masters_answer_is_right(name):
    score = mark(QUESTIONS[name], RIGHT[name])
    assert (float(score), score.outcome, score.misconceptions) == (QUESTIONS[name].points, Outcome.RIGHT, ())


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("H1", {"not before": "2004", "about": "2007", "seventeenth": "b)"}),
        ("H1", {"about": (2006, 2007)}),
        ("H1", {"about": "2007-2008", "evidence": "hosted the third International Conference of Asian Political Parties"}),
        ("H2", {"order": "C, A, E, D, B"}),
        ("H2", {"order": ["c", "a", "e", "d", "b"], "table": {"three seminars": {"year": "between 2003 and 2007"}}}),
        ("H2", {"table": {"event A": {"held by": "the International Department"}, "event B": {"held by": "the CPC"}}}),
        ("H3", {"expected": (None, 518)}),
        ("H3", {"expected": "at most 518", "printed": "more than 400"}),
        ("H3", {"explanations": "S, P and Q", "contradiction": "No."}),
        ("H4", {"since end of 2001": "more than 13", "since September 2003": "cannot tell"}),
        ("H4", {"since end of 2001": [13, "none"]}),
        ("H5", {"fell?": "can't tell", "limit": "delegations of foreign political parties headed by principle party leaders"}),
        ("H5", {"figure of the same kind in dai-2002": "none"}),
        ("H6", {"would be evidence": {"R", "Q", "P"}, "recognized by": "nobody"}),
        ("H6", {"table": {"being recognized": {"kind": "effect"}}}),
    ],
)
def test_other_ways_to_write_the_right_answer(name, other):
    score = mark(QUESTIONS[name], changed(RIGHT[name], other))
    assert (float(score), score.outcome) == (QUESTIONS[name].points, Outcome.RIGHT), score.text


@pytest.mark.parametrize("name", MARKED)
def test_the_parts_may_stand_in_any_order(name):
    assert float(mark(QUESTIONS[name], dict(reversed(RIGHT[name].items())))) == QUESTIONS[name].points


@pytest.mark.parametrize(
    ("name", "wrong", "misconception", "said"),
    [
        ("H1", {"about": 2014}, "date of another page", "another text"),
        ("H1", {"about": 2012}, "a slogan taken for a date", "Hu Jintao"),
        ("H1", {"about": 2003}, "date of another text", "idcpc-2003"),
        ("H1", {"seventeenth": "A"}, "silence taken for proof", "other reasons"),
        ("H2", {"order": ["A", "B", "C", "D", "E"]}, "order of mention", "order by the dates"),
        ("H2", {"table": {"three seminars": {"year": "2005"}}}, "a year made up", "one span"),
        ("H2", {"table": {"event C": {"year": "2014"}}}, "web date", "web page"),
        ("H2", {"table": {"event D": {"held by": "CPC"}}}, "Department and CPC taken as one", "the whole party"),
        ("H3", {"expected": 518}, "hedges dropped", "two ends"),
        ("H3", {"expected": 318}, "subtracted instead of added", "they are added"),
        ("H3", {"expected": (518, None)}, "nearly read as a floor", "518 is the high end"),
        ("H3", {"contradiction": "yes"}, "an old formula taken for a lie", "no contradiction"),
        ("H3", {"explanations": ["P", "Q", "S", "U"]}, "a conflict taken for a lie", "not yet a lie"),
        ("H4", {"since end of 2001": 13}, "hedges dropped", "more than 13"),
        ("H4", {"since end of 2001": 20}, "the wrong beginning", "exactly 147"),
        ("H4", {"since September 2003": (20, None)}, "floor taken from floor", "a floor from a floor"),
        ("H4", {"contradicts over 30?": "yes"}, "new parties taken for new countries", "among the 147"),
        ("H5", {"fell?": "yes"}, "a part held against a whole", "Dai counts all"),
        ("H5", {"sent by leaders: grew?": "yes"}, "floors ranked against floors", "Two floors"),
        ("H6", {"table": {"publicize": {"kind": "evidence"}}}, "activity taken for evidence", "anybody listens"),
        ("H6", {"table": {"important task": {"kind": "evidence"}}}, "aim taken for an effect", "It is an aim"),
        ("H6", {"recognized by": "foreign parties"}, "an agent supplied", "By whom is not stated"),
        ("H6", {"would be evidence": ["P", "Q", "R", "T"]}, "the same house asked twice", "not corroboration"),
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
    assert says in score.says
    assert score.outcome is Outcome.PARTLY
    assert 0 < float(score) < question.points
    # All other misconceptions stay silent: the answer is right everywhere else.
    assert set(score.misconceptions) == {misconception}


@pytest.mark.parametrize("name", QUESTIONS)
@pytest.mark.parametrize("nothing", [..., None, "", "...", {}, []])
def test_nothing_is_not_attempted(name, nothing):
    score = mark(QUESTIONS[name], nothing)
    assert (float(score), score.outcome) == (0, Outcome.NOT_ATTEMPTED)


@pytest.mark.parametrize("name", MARKED)
@pytest.mark.parametrize("junk", [7, "two thousand and seven", [1, 2, 3], {"x": 1}, object()])
def test_junk_earns_nothing_and_breaks_nothing(name, junk):
    assert float(mark(QUESTIONS[name], junk)) == 0


@pytest.mark.parametrize("name", MARKED)
def test_a_half_filled_answer_keeps_its_points(name):
    part = next(iter(RIGHT[name]))
    score = mark(QUESTIONS[name], {part: RIGHT[name][part]})
    assert 0 < float(score) < QUESTIONS[name].points
    assert score.outcome is Outcome.PARTLY
    assert "empty" in score.text


def test_the_essay_goes_to_a_reader():
    question, text = QUESTIONS["H7"], RIGHT["H7"]
    score = mark(question, text)
    assert (float(score), score.outcome) == (0, Outcome.BY_HAND)
    assert sum(row.points for row in question.answer.rubric) == question.points == 8
    assert len(question.answer.guide) == len(question.answer.rubric) == 4
    assert question.answer.fewest <= len(text.split()) <= question.answer.most
    assert question.answer.fewest <= len(question.answer.exemplar.split()) <= question.answer.most
    assert mark(question, "\nWrite here.\n").outcome is Outcome.NOT_ATTEMPTED


def test_the_keys_are_what_a_reader_works_out_by_hand():
    keys = {name: dict(QUESTIONS[name].answer.right_lines()) for name in MARKED}
    assert (keys["H1"]["not before"], keys["H1"]["about"]) == ("2004", "2007")
    assert keys["H2"]["order"] == "C → A → E → D → B"
    assert keys["H3"]["expected"] == "at least 418 and at most 518"
    assert keys["H4"]["since end of 2001"] == "at least 13"
    assert keys["H4"]["since September 2003"] == "no limit on either side"
    assert keys["H5"]["fell?"] == keys["H5"]["sent by leaders: grew?"] == "cannot tell"


def test_every_solution_cites_claims_that_exist():
    corpus = ip.load_corpus()
    cited = [claim_id for question in QUESTIONS.values() for claim_id in question.cites]
    assert len(cited) > 8
    for claim_id in cited:
        assert corpus.passage(claim_id).quote


@pytest.mark.parametrize("name", MARKED)
def test_answers_survive_the_way_through_json(name):
    data = json.loads(json.dumps(canonical(RIGHT[name])))
    assert float(mark(QUESTIONS[name], data)) == QUESTIONS[name].points
