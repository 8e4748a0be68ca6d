"""Item analysis: how a class did on each question, which misconceptions it showed, and which questions tell people apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..errors import InterpartyError
from ..questions import Question
from .course import Course
from .grades import Grades
from .results import Result
from .submissions import RESULTS

#: how a learner stands on a question, best first
STANDS = ("all points", "some points", "no points", "no answer", "not marked yet")
#: with fewer learners a correlation says nothing
FEWEST = 5
FORMULA = (
    "Discrimination is Pearson's correlation between the share of points on the question and the share of points on all other "
    "marked questions, over the learners who have both (corrected item–rest correlation). Near 0 or below it: those who do well "
    "elsewhere do not do better here; read the question, and its key, again. Under 30 learners it is a hint, no measure."
)


@dataclass(frozen=True)
class Item:
    """One question: ``stands`` counts learners by `STANDS`; ``mean`` is the mean share of the points; either may be None."""

    question: str
    title: str
    most: float
    stands: dict[str, int]
    mean: float | None
    discrimination: float | None

    @property
    def marked(self) -> int:
        """Learners with a mark."""
        return sum(self.stands.values()) - self.stands["not marked yet"]

    @property
    def right(self) -> float | None:
        """The share of those marked who have all points."""
        return self.stands["all points"] / self.marked if self.marked else None


@dataclass(frozen=True)
class Shown:
    """A misconception: how many learners showed it, of how many whose answer was read, and the sentence that sets it right."""

    question: str
    name: str
    count: int
    of: int
    says: str

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return self.count / self.of if self.of else 0.0


@dataclass(frozen=True)
class Analysis:
    """All questions of an assignment, and the misconceptions that were shown, most frequent first."""

    assignment: str
    learners: int
    items: list[Item]
    shown: list[Shown]

    def question_rows(self) -> Iterator[tuple]:
        """The questions as a table, heads first."""
        yield ("question", "title", "most points", "marked", "share with all points", "mean share of points", "discrimination")
        for item in self.items:
            yield (item.question, item.title, item.most, item.marked, *map(_three, (item.right, item.mean, item.discrimination)))

    def misconception_rows(self) -> Iterator[tuple]:
        """The misconceptions as a table, heads first."""
        yield ("question", "misconception", "learners", "of", "share", "what sets it right")
        for each in self.shown:
            yield (each.question, each.name, each.count, each.of, _three(each.share), each.says)


def _three(number: float | None) -> float | None:
    return None if number is None else round(number, 3)


def correlation(pairs: Iterable[tuple[float, float]]) -> float | None:
    """Pearson's correlation; None for fewer than `FEWEST` pairs, or where one side does not vary.

    >>> correlation([(0, 0), (1, 2), (2, 4), (3, 6), (4, 8)])
    1.0
    """
    pairs = list(pairs)
    if len(pairs) < FEWEST:
        return None
    means = [sum(side) / len(pairs) for side in zip(*pairs, strict=True)]
    away = [(x - means[0], y - means[1]) for x, y in pairs]
    spread = (sum(x * x for x, _ in away) * sum(y * y for _, y in away)) ** 0.5
    return round(sum(x * y for x, y in away) / spread, 12) if spread > 1e-12 else None


def analyse(course: Course, grades: Grades) -> Analysis:
    """The analysis of an assignment, from the gradebook and from what grading noted of each submission.

    Parameters
    ----------
    course : Course
        With the results of grading.
    grades : Grades
        As from `grades.read_grades`.
    """
    scores = {}
    for each in grades.standings:
        try:
            scores[each.student] = Result.load(course.grading(RESULTS), each.student, grades.assignment).scores
        except InterpartyError:
            scores[each.student] = {}
    return analysis_of(grades, scores, course.questions(grades.assignment))


def analysis_of(grades: Grades, scores: dict[str, dict[str, dict]], questions: dict[str, Question]) -> Analysis:
    """The same from plain data: ``scores`` is student → question → ``outcome`` and ``misconceptions``, as in a result."""
    here = [each for each in grades.standings if each.points]
    items, shown = [], []
    for name, most in grades.most.items():
        told = {each.student: scores.get(each.student, {}).get(name, {}) for each in here}
        stands = Counter(_stand(each.points[name], most, told[each.student].get("outcome", "")) for each in here)
        marked = [each for each in here if each.points[name] is not None]
        mean = sum(each.points[name] for each in marked) / (most * len(marked)) if marked and most else None
        pairs = [
            (each.points[name] / most, rest)
            for each in marked
            if most and (rest := _rest(each.points, grades.most, name)) is not None
        ]
        question = questions.get(name)
        title = question.title if question else ""
        items.append(Item(name, title, most, {stand: stands[stand] for stand in STANDS}, mean, correlation(pairs)))
        says = {each.name: each.says for each in question.misconceptions} if question else {}
        counts = Counter(each for one in told.values() for each in one.get("misconceptions", ()))
        read = sum(one.get("outcome") in _READ for one in told.values())
        shown += [Shown(name, wrong, count, read, says.get(wrong, "")) for wrong, count in counts.items()]
    shown.sort(key=lambda each: (-each.share, -each.count, each.question, each.name))
    return Analysis(grades.assignment, len(here), items, shown)


_READ = {"RIGHT", "PARTLY", "MISCONCEPTION", "WRONG"}


def _stand(points: float | None, most: float, outcome: str) -> str:
    if points is None:
        return "not marked yet"
    if points <= 0:
        return "no answer" if outcome == "NOT_ATTEMPTED" else "no points"
    return "all points" if points >= most else "some points"


def _rest(points: dict[str, float | None], most: dict[str, float], name: str) -> float | None:
    """The share of the points on all marked questions but one."""
    others = [each for each in most if each != name and points.get(each) is not None]
    reachable = sum(most[each] for each in others)
    return sum(points[each] for each in others) / reachable if reachable else None
