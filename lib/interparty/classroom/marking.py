"""From an answer to points: done in the grader's process, with the keys, on plain data."""

from __future__ import annotations

from nbformat import NotebookNode
from nbformat.v4 import new_output

from ..questions import Outcome, Question, Score, mark
from .probe import Answer


def marked(question: Question, answer: Answer | None, trouble: str = "", error: str = "") -> Score:
    """The score of an answer.

    Parameters
    ----------
    question : Question
        With its key.
    answer : Answer or None
        What the kernel said; None where it could not be asked.
    trouble : str
        How the cell of the answer was stopped, in words.
    error : str
        The name of the error in which that cell ended.

    Returns
    -------
    Score
        With feedback for a page that is read, not run: it names no hint and no solution to be called.
    """
    heading = {"question": f"{question.id} · {question.title}", "most": question.points}
    if answer is not None and answer.state == "value":
        score = mark(question, answer.value)
        score.then = ""
        if score.outcome is Outcome.NOT_ATTEMPTED:
            score.says = ("No answer was filled in.",)
        return score
    if trouble:
        return Score(0.0, Outcome.PROBLEM, says=(f"The cell of your answer was stopped: {trouble}.",), **heading)
    if answer is not None and answer.state == "unreadable":
        says = (f"As it stands, {answer.why}. {question.answer.expects()}",)
        return Score(0.0, Outcome.UNREADABLE, says=says, **heading)
    ended = f" The cell of your answer ended in an error ({error})." if error.isidentifier() else ""
    says = (f"After all cells had been run, there was no `{question.variable}`.{ended}",)
    return Score(0.0, Outcome.NOT_ATTEMPTED, says=says, **heading)


def unmarked(question: Question, why: str) -> Score:
    """What stands in place of a score where a person has to look."""
    says = (f"This could not be marked by the machine: {why}. A person will look at it.",)
    return Score(0.0, Outcome.PROBLEM, question=f"{question.id} · {question.title}", says=says)


def shown(score: Score) -> NotebookNode:
    """The score as the output of its check cell: the text is the points, which nbgrader reads; the HTML is the feedback."""
    return new_output("execute_result", data={"text/plain": repr(score), "text/html": score._repr_html_()})
