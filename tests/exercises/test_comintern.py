"""C1 to C7: right answers, other ways to write them, each misconception with its own feedback, junk, and nothing at all."""

import json

import pytest
from masters import KEYS, MASTERS, changed, right_answers

import interparty as ip
from interparty.questions import SKILLS, AnyOf, Outcome, canonical, load_keys, mark

QUESTIONS = {name: question for name, question in load_keys(KEYS).items() if question.module == "comintern"}
RIGHT = right_answers(next(path for path in MASTERS if path.stem == "01-comintern"))
MARKED = [name for name in QUESTIONS if name != "C7"]


def test_there_are_seven_questions_of_mixed_skills():
    assert list(QUESTIONS) == [f"C{n}" for n in range(1, 8)] == sorted(RIGHT)
    assert sum(question.points for question in QUESTIONS.values()) == 26
    assert {question.skill for question in QUESTIONS.values()} == set(SKILLS)
    assert all(len(question.hints) == 3 for question in QUESTIONS.values())


@pytest.mark.parametrize("name", MARKED)
def test_the_masters_answer_is_right(name):
    score = mark(QUESTIONS[name], RIGHT[name])
    assert (float(score), score.outcome, score.misconceptions) == (QUESTIONS[name].points, Outcome.RIGHT, ())


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("C1", {"1921 to 1949": "28 years", "80 years later": "2001", "what is counted": "a)"}),
        ("C1", {"80 years later": (2001, 2001)}),
        ("C2", {"how many": "more than 10"}),
        ("C2", {"how many": (11, None), "who assigns": "the Comintern", "to whom": "the cpc"}),
        ("C2", {"how many": ip.Bounds(low=10), "more than ten at once": "can't tell"}),
        ("C3", {"out of the CPC": {"G", "B", "E"}}),
        ("C3", {"out of the CPC": "b, e, f, g", "to the Communist International": ["B"]}),
        ("C3", {"to the Communist International": "the Party also posted a delegation to this organization"}),
        ("C4", {"table": {"Snow": {"nationality": "unknown", "party member": "Not stated."}}}),
        (
            "C4",
            {"words on the senders": ip.readings("comintern").iloc[2]["quote"], "words on all four": "Among our foreign friends"},
        ),
        (
            "C4",
            {"words on the senders": "the Canadian Communist Party and the Communist Party of the United States of America sent"},
        ),
        ("C5", {"table": {"support came from abroad": {"stated by": "BOTH"}}, "two witnesses": "b."}),
        ("C5", {"table": {"the Communist International directed the CPC": {"stated by": "none"}}}),
        ("C6", {"first and last year": "1937-1945"}),
        ("C6", {"first and last year": "1937–45", "these are the years of": "The war"}),
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
        ("C1", {"1921 to 1949": 29}, "both ends counted", "add nothing"),
        ("C1", {"1921 to 1949": 80}, "the anniversary taken", "not to 1949"),
        ("C2", {"how many": (10, 10)}, "hedge dropped", "it may be fifty"),
        ("C2", {"how many": (10, 19)}, "a ceiling read in", "no word says so"),
        ("C2", {"who assigns": "CPC", "to whom": "Comintern"}, "arrow turned round", "are not representatives of the CPC"),
        ("C3", {"out of the CPC": ["B", "C", "E", "G"]}, "a place read as an act", "Nobody sends, gives or helps"),
        ("C3", {"to the Communist International": "F"}, "mutual stretched too far", "points to the sentence before"),
        ("C4", {"table": {"Snow": {"nationality": "American"}}}, "nationality from memory", "outside the texts"),
        ("C4", {"table": {"Kotnis": {"sent by": "Comintern"}}}, "the Comintern made the sender", "You joined two sentences"),
        ("C5", {"table": {"the Communist International directed the CPC": {"stated by": "dai"}}}, "knowledge taken for evidence",
         "two questions"),
        ("C5", {"two witnesses": "A"}, "one house counted twice", "one house saying a thing twice"),
        ("C6", {"first and last year": 1938}, "known from elsewhere", "That is right, and it is not in the text"),
        ("C6", {"first and last year": "1937"}, "one end taken for the event", "first or its last year"),
    ],
)  # fmt: skip
def test_what_weak_answers_get_told(name, wrong, misconception, said):
    score = mark(QUESTIONS[name], changed(RIGHT[name], wrong))
    assert misconception in score.misconceptions and said in score.text
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


def test_the_essay_goes_to_a_reader():
    question, text = QUESTIONS["C7"], RIGHT["C7"]
    score, answer = mark(question, text), question.answer
    assert (float(score), score.outcome) == (0, Outcome.BY_HAND)
    assert sum(row.points for row in answer.rubric) == question.points == 8
    assert len(answer.guide) == len(answer.rubric) == 4
    assert all(row.looks_for in score.text for row in answer.rubric)
    assert all(answer.fewest <= len(one.split()) <= answer.most for one in (text, answer.exemplar))
    assert mark(question, "\nWrite here.\n").outcome is Outcome.NOT_ATTEMPTED


def test_the_keys_are_what_a_reader_works_out_by_hand():
    keys = {name: dict(QUESTIONS[name].answer.right_lines()) for name in MARKED}
    assert (keys["C1"]["1921 to 1949"], keys["C1"]["80 years later"]) == ("28", "2001")
    assert keys["C2"]["how many"] == "at least 10"
    assert [answer[:2] for part, answer in QUESTIONS["C3"].answer.right_lines()[:3]] == ["B:", "E:", "G:"]
    assert keys["C4"]["Bethune"].startswith("sent by: two communist parties · nationality: not stated")
    assert keys["C6"]["first and last year"] == "1937–1945"


def test_the_seven_clauses_stand_in_the_texts(corpus):
    for letter, words in QUESTIONS["C3"].answer.parts["out of the CPC"].options.items():
        assert words in corpus["dai-2001"].paragraphs[5 if letter == "C" else 6].text


def test_answers_survive_the_way_through_json():
    for name in MARKED:
        data = json.loads(json.dumps(canonical(RIGHT[name])))
        assert float(mark(QUESTIONS[name], data)) == QUESTIONS[name].points
