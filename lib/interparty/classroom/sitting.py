"""One submission is worked through: its cells run in a kernel of its own, its questions are asked and marked outside.

A cell that hangs or kills its kernel costs its own question and no other: the kernel is started again, the cells that had
come to their end are run once more, and the work goes on behind the bad cell. A cell that failed because a name was still
missing is tried a second time at the end: people run cells in another order than they stand in.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from nbformat import NotebookNode
from nbformat.v4 import new_output

from ..questions import Question, Score
from .graft import EXTRA, assigned, is_answer, name_of, question_checked
from .kernel import Kernel, KernelLost, Ran
from .limits import Limits
from .marking import marked, shown, unmarked
from .probe import Answer

_NO_SECOND_TRY = {"", "SyntaxError", "IndentationError", "MemoryError"}


@dataclass(frozen=True)
class Problem:
    """Something a person should know: the question it is about (or none), what happened, and whether marks are missing."""

    question: str
    what: str
    unmarked: bool = False


@dataclass
class Sitting:
    """The result: the notebook with its outputs, the scores, and the problems."""

    notebook: NotebookNode
    scores: dict[str, Score] = field(default_factory=dict)
    answers: dict[str, object] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


class _OutOfTime(Exception):
    pass


class _Work:
    """The state of one sitting."""

    def __init__(self, notebook: NotebookNode, questions: dict[str, Question], start: Callable[[], Kernel], limits: Limits):
        self.cells, self.questions, self.start, self.limits = notebook.cells, questions, start, limits
        self.spent = 0.0  # by kernels that are gone
        self.restarts = 0
        self.room = limits.outputs_kb * 1000
        self.kernel: Kernel | None = None
        self.ended: list[int] = []  # cells that came to their end, with or without an error
        self.ran: dict[int, Ran] = {}
        self.lost: dict[int, str] = {}  # cells that took the kernel with them, and how
        self.answers: dict[str, Answer] = {}

    def work(self) -> None:
        """Run all cells, ask all questions, and give failed cells their second try."""
        self._begin()
        for place, cell in enumerate(self.cells):
            if cell.cell_type != "code" or not cell.source.strip():
                continue
            if question := self.asked(place):
                self._ask(question)
            else:
                self._run(place)
        self._second_try()

    def asked(self, place: int) -> str:
        """The question that a cell of the master checks; a check in a learner's own cell is not ours."""
        cell = self.cells[place]
        own = name_of(cell).startswith(EXTRA) or is_answer(cell)
        question = "" if own else question_checked(cell)
        return question if question in self.questions else ""

    def questions_of(self, place: int) -> set[str]:
        """The questions whose answers a cell makes: those it assigns, and where it is an answer cell the next one checked."""
        found = {name.upper() for name in assigned(self.cells[place].source)} & self.questions.keys()
        if is_answer(self.cells[place]):
            later = (self.asked(each) for each in range(place + 1, len(self.cells)))
            found |= set(filter(None, [next(filter(None, later), "")]))
        return found

    def _begin(self) -> None:
        self.close()
        self.kernel = self.start()

    def close(self) -> None:
        if self.kernel is not None:
            self.spent += self.kernel.spent
            self.kernel.close()
            self.kernel = None

    def _seconds(self, most: float) -> float:
        left = self.limits.total_seconds - self.spent - (self.kernel.spent if self.kernel else 0.0)
        if left <= 0:
            raise _OutOfTime
        return min(most, left)

    def _run(self, place: int) -> None:
        try:
            ran = self.kernel.run(self.cells[place].source, self._seconds(self.limits.cell_seconds), self.room)
            self.room = max(0, self.room - sum(len(str(output)) for output in ran.outputs))
            self.ran[place] = ran
            self.ended.append(place)
        except KernelLost as loss:
            self.lost[place] = str(loss)
            self._again()

    def _again(self) -> None:
        """A new kernel, brought to where the old one was."""
        while True:
            self.restarts += 1
            if self.restarts > self.limits.restarts:
                raise _OutOfTime
            self._begin()
            for place in list(self.ended):
                try:
                    self.kernel.run(self.cells[place].source, self._seconds(self.limits.cell_seconds))
                except KernelLost as loss:
                    # It went well once and does not now: it is not run again.
                    self.ended.remove(place)
                    self.lost[place] = str(loss)
                    break
            else:
                return

    def _ask(self, question: str) -> None:
        variable = self.questions[question].variable
        for _ in range(2):
            try:
                self.answers[question] = self.kernel.ask(variable, self._seconds(self.limits.cell_seconds))
                return
            except KernelLost:
                # A value can be such that looking at it takes the kernel away: a thread that waits, a death by timer.
                self._again()

    def _second_try(self) -> None:
        failed = [place for place in self.ended if self.ran[place].error not in _NO_SECOND_TRY]
        if not failed:
            return
        for place in failed:
            try:
                again = self.kernel.run(self.cells[place].source, self._seconds(self.limits.cell_seconds))
            except KernelLost:
                return
            if not again.error:
                self.ran[place] = again
        names = set().union(*(assigned(self.cells[place].source) for place in failed))
        for question in list(self.answers):
            if self.questions[question].variable in names or self.answers[question].state == "missing":
                before = self.answers[question]
                try:
                    after = self.kernel.ask(self.questions[question].variable, self._seconds(self.limits.cell_seconds))
                except KernelLost:
                    return
                self.answers[question] = after if after.state == "value" else before


def sit(notebook: NotebookNode, questions: dict[str, Question], start: Callable[[], Kernel], limits: Limits) -> Sitting:
    """Work through one grafted notebook.

    Parameters
    ----------
    notebook : NotebookNode
        As from `graft`; its outputs are written into it.
    questions : dict
        Id → question with its key.
    start : callable
        Starts a kernel.
    limits : Limits
        What the submission may use.

    Returns
    -------
    Sitting

    Raises
    ------
    KernelLost
        When not even the first kernel can be started.
    """
    work = _Work(notebook, questions, start, limits)
    out_of_time = False
    try:
        work.work()
    except _OutOfTime:
        out_of_time = True
    except KernelLost:
        if not work.ran:
            raise
        out_of_time = True
    finally:
        work.close()
    return _result(notebook, work, out_of_time)


def _result(notebook: NotebookNode, work: _Work, out_of_time: bool) -> Sitting:
    sitting = Sitting(notebook)
    troubled = {question: what for place, what in work.lost.items() for question in work.questions_of(place)}
    failed = {place: ran.error for place, ran in work.ran.items() if ran.error and is_answer(notebook.cells[place])}
    errors = {question: error for place, error in failed.items() for question in work.questions_of(place)}
    for place, cell in enumerate(notebook.cells):
        if cell.cell_type != "code":
            continue
        cell.outputs, cell.execution_count = [], None
        if question := work.asked(place):
            answer, trouble = work.answers.get(question), troubled.get(question, "")
            if answer is None and out_of_time:
                why = "the notebook took too long, or its cells ended Python again and again"
                score = unmarked(work.questions[question], why)
                sitting.problems.append(Problem(question, f"Not marked: {why}.", unmarked=True))
            else:
                score = marked(work.questions[question], answer, trouble, errors.get(question, ""))
                sitting.answers[question] = answer.value if answer is not None else None
                if trouble and (answer is None or answer.state != "value"):
                    sitting.problems.append(Problem(question, f"0 points: the cell of the answer was stopped, {trouble}."))
            sitting.scores[question] = score
            cell.outputs = [shown(score)]
        elif place in work.ran:
            cell.outputs = work.ran[place].outputs
        elif place in work.lost:
            text = f"This cell was stopped: {work.lost[place]}.\n"
            cell.outputs = [new_output("stream", name="stdout", text=text)]
    return sitting
