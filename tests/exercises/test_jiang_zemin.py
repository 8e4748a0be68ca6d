"""J1 to J8: right answers, other ways to write them, each misconception with its own feedback, and nothing at all."""

import pytest
from masters import KEYS, MASTERS, changed, right_answers

import interparty as ip
from interparty.questions import AnyOf, Outcome, canonical, load_keys, mark

QUESTIONS = {name: question for name, question in load_keys(KEYS).items() if name.startswith("J")}
RIGHT = right_answers(next(path for path in MASTERS if path.stem == "05-jiang-zemin"))
MARKED = [name for name in QUESTIONS if name != "J8"]
OPEN = (None, None)


def test_there_are_eight_questions():
    assert list(QUESTIONS) == [f"J{n}" for n in range(1, 9)]
    assert set(RIGHT) == set(QUESTIONS)
    assert sum(question.points for question in QUESTIONS.values()) == 33


@pytest.mark.parametrize("name", MARKED)
def test_the_masters_answer_is_right(name):
    score = mark(QUESTIONS[name], RIGHT[name])
    assert (float(score), score.outcome, score.misconceptions) == (QUESTIONS[name].points, Outcome.RIGHT, ())


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("J1", {"received per day": "0.55", "sent per day": "100/365", "conclusion": "b)"}),
        ("J1", {"received per day": 0.548, "sent per day": "0,27", "conclusion": ["B"]}),
        ("J1", {"received per day": "0.55 a day", "sent per day": 0.28}),
        ("J2", {"dai-2002": (2, None), "idcpc-2003": OPEN}),
        ("J2", {"dai-2002": "more than 2", "idcpc-2003": "can not tell"}),
        ("J2", {"dai-2002": [2, "none"], "idcpc-2003": (0, None), "sentence": " b "}),
        ("J3", {"table": {"nearly 30": {"period": "Recent years"}}, "sent in all": "nearly 400"}),
        ("J3", {"table": {"hundreds": {"period": "in recent years", "direction": "RECEIVED"}}, "received in all": "> 800"}),
        ("J3", {"sent in all": ip.Bounds(high=400), "received in all": (800, "∞")}),
        ("J4", {"around 200 delegations": {"kind": "Rate", "time": "annually"}}),
        ("J4", {"almost 100 political parties": {"time": "in the past 5 years"}}),
        ("J4", {"147 countries and regions": {"time": "By the end of 2001."}}),
        ("J5", {"received, idcpc-2003": (225, None), "sent, idcpc-2003": (75, None)}),
        ("J5", {"received: grew?": "cannot tell", "sent: grew?": "can't tell"}),
        ("J5", {"received, dai-2002": "at least 160", "sent, dai-2002": "fewer than 80"}),
        ("J6", {"five years at 100 a year": "500 groups", "idcpc-2003 counts": "the International Department"}),
        ("J6", {"ways out": {"Q", "P"}}),
        ("J6", {"ways out": "p, q"}),
        ("J6", {"ways out": ["P", "U", "Q"], "dai-2002 counts": "the CPC", "verdict": "b."}),
        ("J7", {"more than 400": "Ziguangge", "about 400": "Dai Bingguo"}),
        ("J7", {"evidence": "in which he reviewed the CPC’s  international work"}),
        ("J7", {"evidence": ["“dai bingguo gave an interview to a Ziguangge reporter on the eve of the 80th anniversary”"]}),
    ],
)
def test_other_ways_to_write_the_right_answer(name, wrong):
    score = mark(QUESTIONS[name], changed(RIGHT[name], wrong))
    assert (float(score), score.outcome) == (QUESTIONS[name].points, Outcome.RIGHT), score.text


@pytest.mark.parametrize("name", MARKED)
def test_the_parts_may_stand_in_any_order(name):
    turned = dict(reversed(RIGHT[name].items()))
    assert float(mark(QUESTIONS[name], turned)) == QUESTIONS[name].points


@pytest.mark.parametrize(
    ("name", "wrong", "misconception", "said"),
    [
        ("J1", {"received per day": 1, "sent per day": 1, "conclusion": "A"}, "believed the prose", "0.55"),
        ("J1", {"received per day": 200 / 30}, "months for days", "365"),
        ("J1", {"conclusion": "C"}, "a conflict taken for a proof", "different things"),
        ("J1", {"received per day": 0.82}, "both directions added", "guests and travellers"),
        ("J1", {"sent per day": 3.65}, "days between groups", "other way round"),
        ("J2", {"dai-2002": 2}, "hedges dropped", "dropped the hedges"),
        ("J2", {"dai-2002": (2, 2), "idcpc-2003": (3, 3)}, "hedges dropped", "dropped the hedges"),
        ("J2", {"idcpc-2003": (3, None)}, "floor divided by floor", "ratio 1.15"),
        ("J2", {"dai-2002": (None, None)}, "nearly read as a floor", "a ceiling"),
        ("J3", {"sent in all": 470}, "part added to its whole", "same journeys"),
        ("J3", {"received in all": (850, None)}, "part added to its whole", "same journeys"),
        ("J3", {"sent in all": (400, None)}, "nearly read as a floor", "400 is the high end"),
        ("J3", {"table": {"hundreds": {"period": "past five years"}}}, "period borrowed", "do not stand in its sentence"),
        (
            "J4",
            {"418 parties and organizations": {"time": "past five years"}},
            "period carried over from the sentence before",
            "By the end of 2001",
        ),
        ("J4", {"nearly 400 delegations": {"kind": "stock"}}, "delegations taken for parties", "about 400 parties"),
        ("J5", {"sent, dai-2002": (80, None)}, "nearly read as a floor", "80 a year is a ceiling"),
        ("J5", {"received: grew?": "no"}, "floors ranked against floors", "Two floors cannot be"),
        ("J5", {"received: grew?": "yes"}, "growth believed", "momentum of growth"),
        ("J5", {"received, idcpc-2003": 180}, "hedges dropped", "one end stays open"),
        ("J6", {"verdict": "A"}, "same size, so the same", "fewer than 80 a year"),
        ("J6", {"idcpc-2003 counts": "CPC"}, "Department and CPC taken as one", "different subjects"),
        ("J6", {"ways out": ["P", "Q", "S"]}, "nearly read as a floor", "never means more than 400"),
        ("J7", {"more than 400": "minister"}, "one voice for a whole text", "introduction"),
        ("J7", {"390 fits about 400": "no"}, "about read as exact", "390 is about 400"),
        (
            "J7",
            {"evidence": "more than 400 political parties and organizations"},
            "the figure taken as evidence for the voice",
            "They do not show who is speaking",
        ),
    ],
)  # fmt: skip
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
    assert misconception in score.misconceptions, score.text
    assert says in score.says
    assert score.outcome is Outcome.PARTLY
    assert 0 < float(score) < question.points
    # All other misconceptions stay silent: the answer is right everywhere else.
    assert set(score.misconceptions) == {misconception}


@pytest.mark.parametrize("name", MARKED)
def test_all_wrong_earns_nothing_and_is_called_a_trap(name):
    first = {}
    for _, _, when in (row for row in MISCONCEPTIONS if row[0] == name):
        for part, value in when.items():
            first.setdefault(part, value)
    score = mark(QUESTIONS[name], first)
    assert score.misconceptions
    assert float(score) < QUESTIONS[name].points / 2


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
    assert score.outcome is Outcome.PARTLY
    assert "empty" in score.text


def test_the_essay_goes_to_a_reader():
    question, text = QUESTIONS["J8"], RIGHT["J8"]
    score = mark(question, text)
    assert (float(score), score.outcome) == (0, Outcome.BY_HAND)
    assert sum(row.points for row in question.answer.rubric) == question.points == 10
    assert len(question.answer.guide) == len(question.answer.rubric) == 5
    assert all(row.looks_for in score.text for row in question.answer.rubric)
    assert question.answer.fewest <= len(text.split()) <= question.answer.most
    assert question.answer.fewest <= len(question.answer.exemplar.split()) <= question.answer.most
    assert mark(question, "\nWrite here.\n").outcome is Outcome.NOT_ATTEMPTED


def test_the_keys_are_what_a_reader_works_out_by_hand():
    keys = {name: dict(QUESTIONS[name].answer.right_lines()) for name in MARKED}
    assert keys["J1"]["received per day"] == "0.55"
    assert keys["J1"]["sent per day"] == "0.27"
    assert keys["J2"]["dai-2002"] == "at least 2"
    assert keys["J2"]["idcpc-2003"] == "no limit on either side"
    assert [keys["J5"][part] for part in list(keys["J5"])[:4]] == ["at least 160", "at least 180", "at most 80", "at least 60"]
    assert keys["J5"]["received: grew?"] == keys["J5"]["sent: grew?"] == "cannot tell"
    assert keys["J6"]["five years at 100 a year"] == "500"
    assert (keys["J7"]["390 fits more than 400"], keys["J7"]["390 fits about 400"]) == ("no", "yes")


def test_every_solution_cites_claims_that_exist():
    corpus = ip.load_corpus()
    cited = [claim_id for question in QUESTIONS.values() for claim_id in question.cites]
    assert len(cited) > 20
    for claim_id in cited:
        assert corpus.passage(claim_id).quote


def test_answers_survive_the_way_through_json():
    import json

    for name in MARKED:
        data = json.loads(json.dumps(canonical(RIGHT[name])))
        assert float(mark(QUESTIONS[name], data)) == QUESTIONS[name].points
