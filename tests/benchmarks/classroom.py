"""Grading a synthetic class: seconds per submission, and the ratio to stock nbgrader on the same submissions in the same run.

    python tests/benchmarks/classroom.py                 300 submissions, all of them with both
    python tests/benchmarks/classroom.py -n 60 --parts 3

The submissions are graded in parts, ours and stock nbgrader in turn, so that what else the machine does meets both. Stock
nbgrader runs as it comes: its own lists, check cells in the learner's kernel, keys beside the course, no sandbox. Only the
words that stand where a solution stood are ours, so that it finds in the submissions what it has handed out itself.
"""

import argparse
import contextlib
import json
import os
import random
import shutil
import sys
import tempfile
import time
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parents[2]
EXERCISES = ROOT / "exercises"
ASSIGNMENT = "05-jiang-zemin"
NAME = f"{ASSIGNMENT}.ipynb"
BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"
STOCK = """
c = get_config()
c.CourseDirectory.course_id = "party-to-party"
c.ClearSolutions.code_stub = {"python": "# When you have answered: hold Shift and press Enter."}
c.ClearSolutions.text_stub = "Write here."
c.OverwriteCells.add_missing_cells = True
c.Execute.timeout = 60
"""


def call(folder, *words):
    """Run a command of Python; gives back the seconds it took, on the clock and of all processors together.

    The second is read off the processes from outside, ten times a second: nobody else adds up what a sandbox reaps itself.
    """
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    begun, used = time.monotonic(), {}
    with tempfile.TemporaryFile("w+") as said:
        top = psutil.Popen([sys.executable, "-m", *words], cwd=folder, env={**os.environ, "PATH": path}, stdout=said, stderr=said)
        while top.poll() is None:
            with contextlib.suppress(psutil.Error):
                for process in (top, *top.children(recursive=True)):
                    with contextlib.suppress(psutil.Error):
                        times = process.cpu_times()
                        used[process.pid, process.create_time()] = times.user + times.system
            time.sleep(0.1)
        if top.returncode:
            said.seek(0)
            raise SystemExit(f"{' '.join(words)} failed: {said.read()[-500:]}")
    return time.monotonic() - begun, sum(used.values())


def course(folder, stock):
    """A course with its hand-out."""
    folder.mkdir()
    for name in ("source", "keys"):
        shutil.copytree(EXERCISES / name, folder / name, ignore=shutil.ignore_patterns(".*", "__pycache__"))
    if stock:
        (folder / "nbgrader_config.py").write_text(STOCK, encoding="utf-8")
    else:
        shutil.copy(EXERCISES / "nbgrader_config.py", folder)
    call(folder, "nbgrader", "generate_assignment", ASSIGNMENT)
    return folder


def submission(handout, solved, chance):
    """A hand-out in which each answer is the master's, left out, or another question's, as it happens."""
    book = json.loads(json.dumps(handout))
    for cell in book["cells"]:
        if cell["id"] in solved and chance.random() < 0.9:
            cell["source"] = solved[cell["id"]]
            if chance.random() < 0.3:
                cell["source"] = cell["source"].replace('"B"', '"A"')
    return book


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("-n", type=int, default=300, help="submissions")
    parser.add_argument("--parts", type=int, default=6, help="in how many parts they are graded, in turn")
    parser.add_argument("--processes", type=int, default=os.cpu_count(), help="of ours, at a time")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        ours, stock = course(Path(place, "ours"), False), course(Path(place, "stock"), True)
        master = json.loads((EXERCISES / "source" / ASSIGNMENT / NAME).read_text("utf-8"))
        texts = {cell["id"]: "".join(cell["source"]) for cell in master["cells"]}
        solved = {name: text.split(BEGIN)[1].split(END)[0] for name, text in texts.items() if BEGIN in text}
        seconds = {"ours": [0.0, 0.0], "stock": [0.0, 0.0]}
        chance = random.Random(1)
        step = -(-options.n // options.parts)
        for begin in range(0, options.n, step):
            names = [f"student-{number:03}" for number in range(begin, min(options.n, begin + step))]
            for folder in (ours, stock):
                shutil.rmtree(folder / "submitted", ignore_errors=True)
                handout = json.loads((folder / "release" / ASSIGNMENT / NAME).read_text("utf-8"))
                same = random.Random(chance.random() if folder is ours else 0)
                if folder is ours:
                    books = [submission(handout, solved, same) for _ in names]
                for name, book in zip(names, books, strict=True):
                    there = folder / "submitted" / name / ASSIGNMENT
                    there.mkdir(parents=True)
                    (there / NAME).write_text(json.dumps(book), encoding="utf-8")
            words = ("interparty.classroom", "grade", ASSIGNMENT, "--processes", str(options.processes))
            for name, took in (("ours", call(ours, *words)), ("stock", call(stock, "nbgrader", "autograde", ASSIGNMENT))):
                seconds[name] = [total + more for total, more in zip(seconds[name], took, strict=True)]
            print(f"{min(options.n, begin + step)} of {options.n} graded", flush=True)
        print(f"n = {options.n}, {options.processes} processes, seconds a submission")
        for place, what in enumerate(("on the clock", "of processors")):
            own, other = (seconds[name][place] / options.n for name in ("ours", "stock"))
            print(f"  {what}: ours {own:.2f}, stock nbgrader {other:.2f}, ratio {own / other:.2f}")
        print(differences(ours, stock))


def differences(ours, stock):
    """Which marks are not the same in the two gradebooks."""
    from nbgrader.api import Gradebook

    marks = []
    for folder in (ours, stock):
        with Gradebook(f"sqlite:///{folder / 'gradebook.db'}", "party-to-party") as book:
            submissions = book.notebook_submissions(ASSIGNMENT, ASSIGNMENT)
            marks.append({(each.student.id, grade.name): grade.auto_score for each in submissions for grade in each.grades})
    different = [name for name in marks[0] if marks[0][name] != marks[1].get(name)]
    told = "".join(f"\n  {name}: ours {marks[0][name]}, stock nbgrader {marks[1].get(name)}" for name in different)
    return f"{len(marks[0])} marks in each gradebook, {len(different)} different{told}"


if __name__ == "__main__":
    main()
