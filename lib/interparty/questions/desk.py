"""The three words a learner uses: ``check("J1")``, ``hint("J1")``, ``solution("J1")``. None of them ever raises."""

from __future__ import annotations

import contextlib
import io
import sys
import warnings
from collections import Counter
from collections.abc import Iterator
from types import FrameType

from ..errors import InterpartyError
from ..order import stopped
from .answers import Answer, Mark
from .bank import _material, find_question
from .canonical import Unreadable, canonical
from .journal import record
from .page import Note
from .question import Question
from .score import Outcome, Score

_NOT_GIVEN = object()
_hints_shown: Counter[str] = Counter()


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Nothing reaches stderr meanwhile: nbgrader takes any line there for a failure and gives 0."""
    with warnings.catch_warnings(), contextlib.redirect_stderr(io.StringIO()):
        warnings.simplefilter("ignore")
        yield


def check(question: object, answer: object = _NOT_GIVEN) -> Score:
    """Mark the answer to a question and show feedback.

    Parameters
    ----------
    question : str
        The question's name, such as "J1".
    answer : object, optional
        The answer. Left out, it is what the variable of that name in small letters (``j1``) holds.

    Returns
    -------
    Score
        The points as a number; in a notebook the feedback. Without keys (exam edition) only the form is checked.
    """
    try:
        with _quiet():
            return _check(question, answer, _caller())
    except InterpartyError as problem:
        return Score(0.0, Outcome.PROBLEM, says=(str(problem),))
    except Exception:
        return Score(0.0, Outcome.PROBLEM, says=("Something unexpected happened. Restart the kernel and run all cells again.",))


def _caller() -> FrameType:
    """The frame from which a function of ours was called: the nearest one that is not the library's own."""
    frame, own = sys._getframe(1), __package__.partition(".")[0]
    while frame.f_back is not None and str(frame.f_globals.get("__name__")).partition(".")[0] == own:
        frame = frame.f_back
    return frame


def _check(name: object, answer: object, caller: FrameType) -> Score:
    if type(name) is not str:
        return Score(0.0, Outcome.PROBLEM, says=('Write the name of the question in quotes, for example `check("J1")`.',))
    question, keyed = find_question(name)
    if answer is _NOT_GIVEN:
        places = [place for place in (caller.f_locals, caller.f_globals) if question.variable in place]
        if not places:
            says = f"There is no `{question.variable}` yet. Run the cell above that begins with `{question.variable} =`."
            return _score(question, 0.0, Outcome.NOT_ATTEMPTED, says=(says,))
        run = caller.f_globals.get("In")  # the cells that were run, where IPython keeps them
        if type(run) is list and stopped(question.variable, run, caller.f_globals):
            says = f"The cell that begins with `{question.variable} =` ended with a red message, so it was not counted. "
            says += "Put it right and run it, then run this cell again."
            return _score(question, 0.0, Outcome.NOT_ATTEMPTED, says=(says,))
        answer = places[0][question.variable]
    score = mark(question, answer, keyed=keyed)
    if keyed:
        record(score)
    return score


def mark(question: Question, raw: object, *, keyed: bool = True) -> Score:
    """Mark an answer to a question at hand; ``keyed`` is False where its key is not known."""
    answer = question.answer
    try:
        data = canonical(raw)
        if answer.is_empty(data):
            says = "Replace the three dots in the cell above, run it, then run this cell again."
            return _score(question, 0.0, Outcome.NOT_ATTEMPTED, says=(says,))
        read = answer.read(data)
    except Unreadable as reason:
        return _score(question, 0.0, Outcome.UNREADABLE, says=(f"As it stands, {reason}. {answer.expects()}",))
    if not keyed:
        return _recorded(question, answer, read)
    return _marked(question, answer.mark(read), read)


def _recorded(question: Question, answer: Answer, read: object) -> Score:
    """The exam edition: say how the answer was understood, and nothing about whether it is right."""
    if type(read) is dict and (bad := [part["unreadable"] for part in _leaves(read) if "unreadable" in part]):
        return _score(question, 0.0, Outcome.UNREADABLE, says=tuple(f"In one place {reason}" for reason in bad))
    says = f"It was read so: {answer.echo(read)}."
    return _score(question, 0.0, Outcome.RECORDED, says=(says, "Points are given later. You may change it until you hand it in."))


def _leaves(read: dict) -> Iterator[dict]:
    for part in read.values():
        inner = part.get("value")
        if type(inner) is dict and all(type(each) is dict for each in inner.values()):
            yield from _leaves(inner)
        else:
            yield part


def _marked(question: Question, result: Mark, read: object) -> Score:
    more = f'`hint("{question.id}")` gives a hint.' if question.hints else ""
    if result.share is None:
        then = f'{more} `solution("{question.id}")` shows one good answer and how to score your own.'
        return _score(question, 0.0, Outcome.BY_HAND, lines=result.lines, then=then.strip())
    points = round(min(1.0, max(0.0, result.share)) * question.points, 2)
    if result.share == 1:
        then = f'`solution("{question.id}")` shows the reasons and the sentences.'
        return _score(question, question.points, Outcome.RIGHT, lines=result.lines, then=then)
    shown = [each for each in question.misconceptions if each.shown_by(question.answer, read)]
    outcome = Outcome.PARTLY if points else Outcome.MISCONCEPTION if shown else Outcome.WRONG
    if not points and not shown and _all_unreadable(read):
        outcome = Outcome.UNREADABLE
    says, names = tuple(each.says for each in shown), tuple(each.name for each in shown)
    return _score(question, points, outcome, says=says, lines=result.lines, misconceptions=names, then=more)


def _all_unreadable(read: object) -> bool:
    """True when nothing in an answer of several parts could be read."""
    leaves = list(_leaves(read)) if type(read) is dict else []
    return any("unreadable" in part for part in leaves) and not any("value" in part for part in leaves)


def _score(question: Question, points: float, outcome: Outcome, **rest: object) -> Score:
    return Score(points, outcome, question=f"{question.id} · {question.title}", most=question.points, **rest)


def _note(heading: str, text: str) -> Note:
    return Note(heading, text)


def hint(question: object, number: object = None) -> Note:
    """Show the next hint of a question, from general to specific, or the one with this number (1, 2, 3)."""
    try:
        with _quiet():
            return _hint(question, number)
    except InterpartyError as problem:
        return _note("No hint", str(problem))
    except Exception:
        return _note("No hint", "Something unexpected happened. Restart the kernel and run all cells again.")


def _hint(name: object, number: object) -> Note:
    if type(name) is not str:
        return _note("No hint", 'Write the name of the question in quotes, for example `hint("J1")`.')
    question, keyed = find_question(name)
    if not keyed:
        return _note("No hint", "This is the exam edition: it has no hints.")
    if not question.hints:
        return _note("No hint", f"{question.id} has no hints.")
    count = len(question.hints)
    if type(number) is int:
        if not 1 <= number <= count:
            return _note("No hint", f"{question.id} has hints 1 to {count}.")
    else:
        number = min(_hints_shown[question.id] + 1, count)
    _hints_shown[question.id] = number
    last = f' This was the last hint. `solution("{question.id}")` shows the answer.' if number == count else ""
    return _note(f"Hint {number} of {count} for {question.id} · {question.title}", question.hints[number - 1] + last)


def solution(question: object) -> Note:
    """Show the answer to a question with its reasons and the sentences it rests on (practice edition only)."""
    try:
        with _quiet():
            return _solution(question)
    except InterpartyError as problem:
        return _note("No solution", str(problem))
    except Exception:
        return _note("No solution", "Something unexpected happened. Restart the kernel and run all cells again.")


def _solution(name: object) -> Note:
    if type(name) is not str:
        return _note("No solution", 'Write the name of the question in quotes, for example `solution("J1")`.')
    question, keyed = find_question(name)
    if not keyed:
        return _note("No solution", "This is the exam edition: it has no solutions.")
    corpus, _ = _material()
    passages = {}
    for claim_id in question.cites:
        passage = corpus.passage(claim_id)
        passages.setdefault((passage.citation, passage.sentence), passage)
    model = question.answer.model()
    text = question.solution + (f"\n\n*One good answer among others:*\n\n{model}" if model else "")
    heading = f"Solution of {question.id} · {question.title}"
    return Note(heading, text, tuple(question.answer.right_lines()), tuple(passages.values()))
