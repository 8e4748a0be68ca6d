"""Every row of every pool, as a class gets it: right, each misconception, another row's answer; and which rows a seed picks."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from masters import KEYS, MASTERS, QUESTIONS, changed, read

from interparty.questions import AnyOf, Outcome, canonical, load_pools, mark
from interparty.questions.filling import blank, right, typed
from interparty.questions.pools import choose, chosen, pick, said

POOLS = load_pools(KEYS)
ROWS = [variant for rows in POOLS.values() for variant in rows.values()]
RIGHT = {(each.question.id, each.row): right(each.question.answer) for each in ROWS}
WRONG = [
    (each, misconception, when)
    for each in ROWS
    for misconception in each.question.misconceptions
    for when in (misconception.when if isinstance(misconception.when, AnyOf) else (misconception.when,))
]


def called(part):
    """A readable name for a parameter."""
    return f"{part.question.id}-{part.row}" if hasattr(part, "row") else getattr(part, "name", None)


def of_exercise(path):
    """The questions of a master that have a pool."""
    asked = {cell.source.split('"')[1] for cell in read(path).cells if cell.source.startswith('check("')}
    return sorted(asked & set(POOLS))


@pytest.mark.parametrize("path", MASTERS, ids=lambda path: path.stem)
def test_every_exercise_has_two_questions_that_vary_with_two_rows_each(path):
    assert len(of_exercise(path)) >= 2
    assert all(len(POOLS[question]) >= 2 for question in of_exercise(path))


@pytest.mark.parametrize("variant", ROWS, ids=called)
def test_a_row_is_worth_what_the_original_is(variant):
    own, original = variant.question, QUESTIONS[variant.question.id]
    assert (own.points, own.skill, own.module) == (original.points, original.skill, original.module)
    assert own.answer.kind == original.answer.kind
    assert 1 <= len(own.hints) <= 3 and len(own.solution.split()) > 15 and len(own.misconceptions) >= 2
    assert variant.row.replace("-", "").isalnum()


@pytest.mark.parametrize("variant", ROWS, ids=called)
def test_the_right_answer_is_right_and_the_empty_one_is_empty(variant):
    question, answer = variant.question, RIGHT[variant.question.id, variant.row]
    for form in (answer, json.loads(json.dumps(canonical(answer)))):
        score = mark(question, form)
        assert (float(score), score.outcome, score.misconceptions) == (question.points, Outcome.RIGHT, ()), score.text
    assert mark(question, blank(question.answer)).outcome is Outcome.NOT_ATTEMPTED


@pytest.mark.parametrize("variant", ROWS, ids=called)
def test_what_is_typed_into_the_cells_is_python(variant):
    question, names = variant.question, {}
    exec(typed(question, blank(question.answer)), names)
    assert mark(question, names[question.variable]).outcome is Outcome.NOT_ATTEMPTED
    exec(typed(question, RIGHT[question.id, variant.row]), names)
    assert mark(question, names[question.variable]).outcome is Outcome.RIGHT


@pytest.mark.parametrize(("variant", "misconception", "when"), WRONG, ids=called)
def test_every_misconception_is_met_by_its_answer_alone(variant, misconception, when):
    question = variant.question
    score = mark(question, changed(RIGHT[question.id, variant.row], when))
    assert set(score.misconceptions) == {misconception.name}, score.text
    assert misconception.says in score.says and float(score) < question.points


@pytest.mark.parametrize("variant", ROWS, ids=called)
def test_no_other_answer_passes(variant):
    """Neither the public solution of the original nor the right answer of another row is right here."""
    question = variant.question
    others = [RIGHT[question.id, row] for row in POOLS[question.id] if row != variant.row]
    others.append(right(QUESTIONS[question.id].answer))
    for other in others:
        score = mark(question, other)
        assert float(score) < question.points and score.outcome is not Outcome.RIGHT, other


@pytest.mark.parametrize("variant", ROWS, ids=called)
def test_nothing_is_left_to_be_filled_in(variant):
    texts = [variant.task, variant.question.title, variant.question.solution, *variant.question.hints]
    texts += [each.says for each in variant.question.misconceptions]
    assert not [text for text in texts if "[[" in text or "{" in text.replace("{...}", "")]
    assert variant.question.title and all(f'"{part}"' in variant.task for part in getattr(variant.question.answer, "parts", {}))


@pytest.mark.parametrize("variant", ROWS, ids=called)
def test_what_a_task_quotes_stands_in_the_paragraph_it_names(variant):
    import re

    import interparty as ip

    corpus = ip.load_corpus()
    quotes = re.findall(r"^> (.+) \[([a-z]+-\d{4}) ¶(\d+)\]$", variant.task, re.MULTILINE)
    shown = quotes + re.findall(r"“([^”]+)” \[([a-z]+-\d{4}) ¶(\d+)\]", variant.task)
    assert quotes or "[[" in variant.task or "¶" in variant.task
    for words, doc, number in shown:
        assert words in " ".join(corpus[doc].paragraphs[int(number)].text.split()), words


@pytest.mark.parametrize("variant", ROWS, ids=called)
def test_a_row_changes_cells_that_there_are(variant):
    path = next(path for path in MASTERS if variant.question.id in of_exercise(path))
    cells = {cell.id: cell.source for cell in read(path).cells}
    assert f"{variant.question.variable}-task" in cells and f"{variant.question.variable}-answer" in cells
    for cell, (before, _) in dict(variant.elsewhere).items():
        assert cells[cell].count(before) == 1
    if variant.aim:
        assert cells["title"].count(f"({variant.question.id})") == 1


# ---- what a seed picks ----------------------------------------------------------------------------------------------

TABLE = {"C1": ["a", "b", "c"], "C2": ["a", "b", "c", "d", "e"], "J2": ["x", "y"], "N7": ["one"]}
#: worked out once, and the same for ever and everywhere
PICKED = {
    "mei": {"C1": "b", "C2": "d", "J2": "x", "N7": "one"},
    "x": {"C1": "c", "C2": "a", "J2": "y", "N7": "one"},
    "spring": {"C1": "a", "C2": "e", "J2": "y", "N7": "one"},
    "Frühling": {"C1": "b", "C2": "d", "J2": "x", "N7": "one"},
}


@pytest.mark.parametrize("hashing", ["0", "1", "4711"])
def test_a_seed_picks_the_same_rows_in_every_process(hashing):
    code = f"""
import json
from interparty.questions.pools import choose
table = {{q: dict.fromkeys(rows) for q, rows in {TABLE!r}.items()}}
print(json.dumps({{seed: choose(seed, table) for seed in {list(PICKED)!r}}}))"""
    environment = {**os.environ, "PYTHONHASHSEED": hashing, "PYTHONUTF8": "1"}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == PICKED


def test_the_order_of_rows_and_the_form_of_letters_change_nothing():
    assert pick("mei", "C2", "edcba") == pick(" mei ", "C2", "abcde")
    assert pick("Frühling", "C2", "abcde") == pick("Fru\u0308hling", "C2", "abcde")


def test_seeds_differ_and_reach_every_row():
    seen = {question: {pick(str(seed), question, rows) for seed in range(60)} for question, rows in TABLE.items()}
    assert seen == {question: set(rows) for question, rows in TABLE.items()}


def test_an_empty_seed_is_none():
    from interparty import InterpartyError

    with pytest.raises(InterpartyError, match="The seed is empty"):
        choose("  ", POOLS)


def test_what_a_notebook_says_of_its_rows_can_be_read():
    rows = choose("mei", POOLS)
    assert chosen(said(rows)) == rows
    assert chosen("nonsense C1: :x c2:some") == {"C2": "some"}


def test_the_library_knows_the_form_of_every_row_and_no_key():
    from interparty.questions import shapes

    for each in ROWS:
        known = shapes()[each.question.id]["variants"][each.row]
        assert known == json.loads(json.dumps({"title": each.question.title, "answer": each.question.answer.shape()}))


def test_every_path_is_a_file_of_keys():
    assert {Path(path).stem for path in KEYS.glob("*_pools.py")} == {f"{QUESTIONS[name].module}_pools" for name in POOLS}
