"""What holds of every question of every exercise: right, equivalent, each misconception, half filled, junk, nothing, essay.

The answers come from the masters and the keys. What only an era knows, other ways to write its right answers (``OTHER_WAYS``) and
weak answers with words of what is said to them (``TOLD``), stands in the module of that era and is run here.
"""

import importlib
import json
from pathlib import Path

import pytest
from masters import MARKED, QUESTIONS, RIGHT, marked

import interparty as ip
from interparty.questions import SKILLS, AnyOf, Outcome, canonical, mark

ESSAYS = [name for name in QUESTIONS if name not in MARKED]
HERE = Path(__file__)
ERAS = [
    importlib.import_module(path.stem)
    for path in sorted(HERE.parent.glob("test_*.py"))
    if path.name != HERE.name and "OTHER_WAYS = [" in path.read_text("utf-8")
]
OTHER_WAYS = [row for era in ERAS for row in era.OTHER_WAYS]
TOLD = [row for era in ERAS for row in era.TOLD]
WRONG = [
    (name, each, when)
    for name in MARKED
    for each in QUESTIONS[name].misconceptions
    for when in (each.when if isinstance(each.when, AnyOf) else (each.when,))
]
#: questions of several parts: one part may be right and another wrong
PARTED = [name for name in MARKED if isinstance(RIGHT[name], dict)]
NO_ANSWER = [..., None, "", "...", {}, []]
JUNK = [42, True, float("nan"), "perhaps", [*range(9)], {"nowhere": 1}, print, object()]


def test_every_exercise_has_its_questions_and_one_essay():
    modules = {question.module for question in QUESTIONS.values()}
    essays = [QUESTIONS[name].module for name in ESSAYS]
    assert modules >= {"start_here", "comintern", "leaning", "rupture", "reform", "jiang_zemin", "hu_jintao"}
    assert sorted(essays) == sorted(modules - {"start_here"})
    assert len(PARTED) >= 38 and len(WRONG) > 300 and set(RIGHT) == set(QUESTIONS)


def test_every_question_of_an_era_has_another_way_and_a_weak_answer_that_is_told():
    for era in ERAS:
        for table in (era.OTHER_WAYS, era.TOLD):
            assert {name for name, *_ in table} == set(era.NAMES) - set(ESSAYS), era.__name__


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_has_a_skill_hints_and_a_solution(name):
    question = QUESTIONS[name]
    assert question.skill in SKILLS
    assert 1 <= len(question.hints) <= 3 and all(hint.strip() for hint in question.hints)
    assert len(question.solution.split()) > 15
    assert question.misconceptions or name in ESSAYS


@pytest.mark.parametrize("name", MARKED)
def test_the_right_answer_is_right_in_any_order_and_through_json(name):
    right = RIGHT[name]
    forms = [right, json.loads(json.dumps(canonical(right)))]
    if name in PARTED:
        forms.append(dict(reversed(right.items())))
    for form in forms:
        score = mark(QUESTIONS[name], form)
        assert (float(score), score.outcome, score.misconceptions) == (QUESTIONS[name].points, Outcome.RIGHT, ())


@pytest.mark.parametrize(("name", "other"), OTHER_WAYS)
def test_other_ways_to_write_the_right_answer(name, other):
    score = marked(name, other)
    assert (float(score), score.outcome) == (QUESTIONS[name].points, Outcome.RIGHT), score.text


@pytest.mark.parametrize(("name", "wrong", "misconception", "said"), TOLD)
def test_what_weak_answers_get_told(name, wrong, misconception, said):
    score = marked(name, wrong)
    assert misconception in score.misconceptions
    assert said in " ".join(score.says) or said in score.text
    assert float(score) < QUESTIONS[name].points


@pytest.mark.parametrize(("name", "misconception", "when"), WRONG, ids=lambda part: getattr(part, "name", None))
def test_every_misconception_is_met_by_its_answer_alone(name, misconception, when):
    score, points = marked(name, when), QUESTIONS[name].points
    assert set(score.misconceptions) == {misconception.name}, score.text
    assert misconception.says in score.says
    if name in PARTED:
        assert score.outcome is Outcome.PARTLY and 0 < float(score) < points
    else:
        assert (score.outcome, float(score)) == (Outcome.MISCONCEPTION, 0)


def first_mistakes(name):
    """A misconception in each part of a question that has one."""
    found = {}
    for _, _, when in (row for row in WRONG if row[0] == name):
        found = {**when, **found}
    return found


@pytest.mark.parametrize("name", [name for name in PARTED if set(first_mistakes(name)) == set(RIGHT[name])])
def test_a_mistake_in_every_part_is_named_and_costs_more_than_any_of_them(name):
    score, found = marked(name, first_mistakes(name)), first_mistakes(name)
    assert score.misconceptions
    assert float(score) < min(float(marked(name, {part: value})) for part, value in found.items()) or len(found) == 1


@pytest.mark.parametrize("name", MARKED)
def test_a_wrong_answer_without_a_name_earns_less_and_no_praise(name):
    part = next((part for part, value in RIGHT[name].items() if not isinstance(value, dict)), None) if name in PARTED else None
    for other in ("perhaps", 987):
        score = marked(name, {part: other} if part else other)
        assert float(score) < QUESTIONS[name].points and score.outcome is not Outcome.RIGHT


@pytest.mark.parametrize("name", MARKED)
@pytest.mark.parametrize("junk", JUNK, ids=lambda junk: repr(junk).split(" at ")[0])
def test_junk_is_told_apart_and_answered_with_a_sentence(name, junk):
    score = mark(QUESTIONS[name], junk)
    assert (float(score), score.outcome) == (0, Outcome.UNREADABLE)
    assert score.text.strip() and "Traceback" not in score.text


@pytest.mark.parametrize("name", PARTED)
def test_junk_in_one_part_costs_only_that_part(name):
    part = next(iter(RIGHT[name]))
    assert 0 < float(mark(QUESTIONS[name], {**RIGHT[name], part: {"what": "?"}})) < QUESTIONS[name].points


@pytest.mark.parametrize("name", PARTED)
def test_a_half_filled_answer_keeps_its_points_and_hears_what_is_empty(name):
    part = next(iter(RIGHT[name]))
    score = mark(QUESTIONS[name], {part: RIGHT[name][part]})
    assert score.outcome is Outcome.PARTLY and 0 < float(score) < QUESTIONS[name].points
    assert "empty" in score.text


@pytest.mark.parametrize("name", QUESTIONS)
@pytest.mark.parametrize("nothing", NO_ANSWER, ids=repr)
def test_nothing_is_not_attempted(name, nothing):
    score = mark(QUESTIONS[name], nothing)
    assert (float(score), score.outcome) == (0, Outcome.NOT_ATTEMPTED)


@pytest.mark.parametrize("name", ESSAYS)
def test_an_essay_goes_to_a_reader_with_rubric_guide_and_exemplar(name):
    question, text = QUESTIONS[name], RIGHT[name]
    score, answer = mark(question, text), question.answer
    assert (float(score), score.outcome) == (0, Outcome.BY_HAND)
    assert sum(row.points for row in answer.rubric) == question.points
    assert len(answer.guide) == len(answer.rubric) >= 3
    assert all(row.looks_for in score.text for row in answer.rubric)
    assert all(answer.fewest <= len(one.split()) <= answer.most for one in (text, answer.exemplar))
    assert mark(question, f"\n{answer.template}\n").outcome is Outcome.NOT_ATTEMPTED


def test_every_solution_cites_claims_that_exist():
    corpus = ip.load_corpus()
    cited = {claim_id for question in QUESTIONS.values() for claim_id in question.cites}
    assert len(cited) > 25
    assert all(corpus.passage(claim_id).quote for claim_id in cited)
