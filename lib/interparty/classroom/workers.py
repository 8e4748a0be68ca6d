"""Submissions are worked through side by side: a process for each core, each with one submission at a time.

Workers only ever write result files of their own; the gradebook belongs to the process that called them. A worker that dies,
or stays away longer than a submission can take, is replaced, and its submission goes to a person.
"""

from __future__ import annotations

import multiprocessing
import multiprocessing.connection
import time
from collections.abc import Iterator
from dataclasses import dataclass

from .course import Course
from .kernel import kill_tree
from .limits import Limits
from .results import Result
from .submissions import RESULTS, give_up, key_of, work_through

_SPAWN = multiprocessing.get_context("spawn")


@dataclass(frozen=True)
class Order:
    """What every worker needs to know."""

    course: Course
    assignment: str
    limits: Limits
    sandboxed: bool


def _serve(order: Order, line) -> None:
    """The life of a worker: names come in, names go out when their result is saved."""
    try:
        while (student := line.recv()) is not None:
            key = key_of(order.course, student, order.assignment, order.limits)
            work_through(order.course, student, order.assignment, order.limits, sandboxed=order.sandboxed, key=key)
            line.send(student)
    except (EOFError, KeyboardInterrupt):
        return


class _Worker:
    def __init__(self, order: Order) -> None:
        self.line, far = _SPAWN.Pipe()
        self.process = _SPAWN.Process(target=_serve, args=(order, far), daemon=True)
        self.process.start()
        far.close()
        self.student, self.since = "", 0.0

    def give(self, student: str) -> None:
        self.student, self.since = student, time.monotonic()
        self.line.send(student)

    def end(self) -> None:
        kill_tree(self.process.pid)
        self.process.join()
        self.line.close()


def work_side_by_side(order: Order, students: list[str], processes: int) -> Iterator[str]:
    """Work through the submissions of these students; give each name when its result is saved.

    Parameters
    ----------
    order : Order
        Course, assignment, limits.
    students : list of str
        Whose submissions.
    processes : int
        How many at a time.
    """
    longest = order.limits.patience * order.limits.total_seconds + (order.limits.restarts + 2) * order.limits.start_seconds
    waiting = list(reversed(students))
    workers = [_Worker(order) for _ in range(min(processes, len(students)))]
    try:
        for worker in workers:
            worker.give(waiting.pop())
        while busy := [worker for worker in workers if worker.student]:
            ready = multiprocessing.connection.wait([worker.line for worker in busy], timeout=1)
            for number, worker in enumerate(workers):
                if not worker.student:
                    continue
                done = ""
                if worker.line in ready:
                    try:
                        done = worker.line.recv()
                    except (EOFError, OSError):
                        done = _abandon(order, worker, "The grader's own process ended while it worked on this.")
                elif time.monotonic() - worker.since > longest:
                    done = _abandon(order, worker, f"It took more than {longest:g} seconds.")
                if not done:
                    continue
                if not worker.process.is_alive():
                    worker = workers[number] = _Worker(order)
                worker.student = ""
                if waiting:
                    worker.give(waiting.pop())
                yield done
    finally:
        for worker in workers:
            worker.end()


def _abandon(order: Order, worker: _Worker, why: str) -> str:
    worker.end()
    key = key_of(order.course, worker.student, order.assignment, order.limits)
    result: Result = give_up(order.course, worker.student, order.assignment, why)
    result.key = key
    result.save(order.course.grading(RESULTS))
    return worker.student
