"""W1 to W9: right answers, other ways to write them, each misconception with its own feedback, junk, and nothing at all."""

import json

import pytest
from masters import KEYS, MASTERS, changed, right_answers

from interparty import read_text
from interparty.questions import SKILLS, AnyOf, Outcome, canonical, load_keys, mark

QUESTIONS = {name: question for name, question in load_keys(KEYS).items() if question.module == "witnesses"}
RIGHT = right_answers(next(path for path in MASTERS if path.stem == "08-how-many-witnesses"))
MARKED = [name for name in QUESTIONS if name != "W9"]


def test_there_are_nine_questions_of_mixed_skills():
    assert list(QUESTIONS) == [f"W{n}" for n in range(1, 10)] == sorted(RIGHT)
    assert sum(question.points for question in QUESTIONS.values()) == 41
    assert {question.skill for question in QUESTIONS.values()} == set(SKILLS)
    assert all(len(question.hints) == 3 for question in QUESTIONS.values())


@pytest.mark.parametrize("name", MARKED)
def test_the_masters_answer_is_right(name):
    score = mark(QUESTIONS[name], RIGHT[name])
    assert (float(score), score.outcome, score.misconceptions) == (QUESTIONS[name].points, Outcome.RIGHT, ())


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("W1", {"texts of one man": "dai-2002, dai-2001", "texts of one office": {"idcpc-2003", "dai-2001", "dai-2002"}}),
        ("W1", {"table": {"dai-2001": {"signed by": "dai", "year it states for itself": " 2001 "}}}),
        ("W1", {"table": {"chen-2007": {"year it states for itself": "none"}}}),
        ("W2", {"words": "11", "strings of six": 6.0}),
        ("W3", {"table": {"run 2": {"kind": "Set phrase"}}, "weighs most": ["wording"]}),
        (
            "W4",
            {"without entangling": "on the basis of the principle of forgetting old scores", "a small count shows": "Nothing"},
        ),
        (
            "W4",
            {"looking forward": "old scores, looking toward the future and seeking cooperation", "what follows": "b."},
        ),
        ("W5", {"order of time": "B, C, A", "the word": "A new pattern of party diplomacy"}),
        ("W5", {"the word": "new pattern"}),
        ("W6", {"table": {"chen-2007": {"last leader": "Hu Jintao"}}, "no Hu in idcpc-2003": ("Q", "P")}),
        ("W7", {"table": {"chen-2007": {"the Soviet fall was studied": "is silent"}}, "offices behind the second": "2"}),
        ("W8", {"table": {"clause 3": {"subject": "Nobody"}}, "who instigates": "instigated by Lin Biao and Kang Sheng"}),
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
        ("W1", {"table": {"zhong-2007": {"year it states for itself": "2014"}}}, "web date as text date", "date of a web page"),
        (
            "W1",
            {"texts of one man": ["dai-2001", "dai-2002", "idcpc-2003"]},
            "the office taken for the man",
            "an office signs it",
        ),
        ("W2", {"strings of six": 5}, "the last string forgotten", "ends with the last word"),
        ("W2", {"strings of six": 1}, "cut into pieces", "Strings overlap"),
        ("W3", {"table": {"run 3": {"kind": "wording"}}}, "the common source overlooked", "a third text is behind them"),
        ("W4", {"what follows": "A"}, "few shared words taken for independence", "prove independence"),
        ("W5", {"order of completion": ["B", "C", "A"]}, "order of time taken for completion", "still taking shape"),
        ("W6", {"no Hu in idcpc-2003": ["P", "Q", "R"]}, "silence taken for proof", "not a proof"),
        (
            "W7",
            {"table": {"chen-2007": {"Left ideas disturbed the work": "states"}}},
            "silence read as agreement",
            "does not agree",
        ),
        (
            "W7",
            {"table": {"zhong-2007": {"Left ideas disturbed the work": "against"}}},
            "silence read as denial",
            "say otherwise",
        ),
        ("W7", {"offices behind the first": 2}, "one office counted twice", "are one office"),
        ("W7", {"would be independent": ["P", "R", "S"]}, "another text of the same house", "cannot confirm"),
        ("W8", {"Mao is subject in": 1}, "a doer supplied from memory", "in none of the six"),
    ],
)
def test_what_weak_answers_get_told(name, wrong, misconception, said):
    score = mark(QUESTIONS[name], changed(RIGHT[name], wrong))
    assert misconception in score.misconceptions and said in score.text.replace("*", "")
    assert float(score) < QUESTIONS[name].points


MISCONCEPTIONS = [
    (name, each.name, when)
    for name, question in QUESTIONS.items()
    for each in question.misconceptions
    for when in (each.when if isinstance(each.when, AnyOf) else (each.when,))
]


@pytest.mark.parametrize(("name", "misconception", "when"), MISCONCEPTIONS)
def test_every_misconception_is_met_by_its_answer_alone(name, misconception, when):
    score = mark(QUESTIONS[name], changed(RIGHT[name], when))
    (says,) = (each.says for each in QUESTIONS[name].misconceptions if each.name == misconception)
    assert set(score.misconceptions) == {misconception} and says in score.says
    assert score.outcome is Outcome.PARTLY and 0 < float(score) < QUESTIONS[name].points


@pytest.mark.parametrize("name", MARKED)
@pytest.mark.parametrize("junk", [42, "perhaps", ["A"], {"nowhere": 1}, print, object()])
def test_junk_is_answered_with_a_sentence(name, junk):
    score = mark(QUESTIONS[name], junk)
    assert (float(score), score.outcome) == (0, Outcome.UNREADABLE) and score.text


@pytest.mark.parametrize("name", MARKED)
def test_junk_in_one_part_leaves_the_others_their_points(name):
    part = next(iter(RIGHT[name]))
    score = mark(QUESTIONS[name], {**RIGHT[name], part: "perhaps"})
    assert 0 < float(score) < QUESTIONS[name].points


@pytest.mark.parametrize("name", QUESTIONS)
@pytest.mark.parametrize("nothing", [..., None, "", "...", {}, []])
def test_nothing_is_not_attempted(name, nothing):
    score = mark(QUESTIONS[name], nothing)
    assert (float(score), score.outcome) == (0, Outcome.NOT_ATTEMPTED)


@pytest.mark.parametrize("name", MARKED)
def test_a_half_filled_answer_keeps_its_points(name):
    part = next(iter(RIGHT[name]))
    score = mark(QUESTIONS[name], {part: RIGHT[name][part]})
    assert 0 < float(score) < QUESTIONS[name].points and score.outcome is Outcome.PARTLY
    assert "empty" in score.text


def test_the_report_goes_to_a_reader():
    question, text = QUESTIONS["W9"], RIGHT["W9"]
    score, answer = mark(question, text), question.answer
    assert (float(score), score.outcome) == (0, Outcome.BY_HAND)
    assert sum(row.points for row in answer.rubric) == question.points == 8
    assert len(answer.guide) == len(answer.rubric) == 5
    assert all(row.looks_for in score.text for row in answer.rubric)
    assert all(answer.fewest <= len(one.split()) <= answer.most for one in (text, answer.exemplar))
    assert mark(question, "\nWrite here.\n").outcome is Outcome.NOT_ATTEMPTED


def test_the_keys_are_what_a_reader_works_out_by_hand():
    keys = {name: dict(QUESTIONS[name].answer.right_lines()) for name in MARKED}
    assert keys["W1"]["chen-2007"] == "signed by: Chen Fengxiang · year it states for itself: not stated"
    assert keys["W1"]["zhong-2007"] == "signed by: an editor only · year it states for itself: 2007"
    run = read_text("so as to promote the development of state-to-state relations").text.replace("-", " ").split()
    assert (keys["W2"]["words"], keys["W2"]["strings of six"]) == (str(len(run)), str(len(run) - 5)) == ("11", "6")
    assert (keys["W2"]["words, hyphens kept"], keys["W2"]["strings of six, hyphens kept"]) == ("9", "4")
    assert [keys["W3"][f"run {n}"] for n in range(1, 7)] == [
        f"kind: {kind}" for kind in ("name", "formula", "quotation", "figure", "wording", "wording")
    ]
    assert (keys["W5"]["order of time"], keys["W5"]["order of completion"]) == ("B → C → A", "A → B → C")
    assert [keys["W6"][doc] for doc in ("dai-2002", "idcpc-2003")] == ["last leader: Hu", "last leader: Jiang"]
    assert (keys["W7"]["offices behind the first"], keys["W7"]["offices behind the second"]) == ("1", "2")
    assert keys["W8"]["Mao is subject in"] == "0"


def test_the_statements_of_w7_are_in_the_texts_that_state_them(corpus):
    left = '"left" '
    study = ("collapse of the former soviet union", "lost their political power", "loss of power of the soviet union")
    assert all(left in corpus[doc].folded for doc in ("dai-2001", "idcpc-2003"))
    assert not any(left in corpus[doc].folded for doc in ("dai-2002", "chen-2007", "zhong-2007"))
    for words, doc in zip(study, ("idcpc-2003", "dai-2002", "zhong-2007"), strict=True):
        assert words in corpus[doc].folded
    assert not any(words in corpus[doc].folded for words in study for doc in ("dai-2001", "chen-2007"))


def test_answers_survive_the_way_through_json():
    for name in MARKED:
        data = json.loads(json.dumps(canonical(RIGHT[name])))
        assert float(mark(QUESTIONS[name], data)) == QUESTIONS[name].points
