"""The record of one's own progress: every try is kept, nothing is lost, and in an exam or under nbgrader no file is written."""

import csv
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import interparty as ip
from interparty.questions import Outcome, Score, check
from interparty.questions.journal import record

KEYS = Path(__file__).parents[2] / "exercises" / "keys"
RIGHT = {"received per day": 200 / 365, "sent per day": 100 / 365, "conclusion": "B"}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("INTERPARTY_KEYS", str(KEYS))
    monkeypatch.setenv("INTERPARTY_PROGRESS", str(tmp_path))
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    return tmp_path


def row(name):
    return next(row for row in ip.progress().rows if row["question"] == name)


def test_each_try_is_kept_and_the_best_counts(folder):
    assert row("J1")["state"] == "not tried yet"
    check("J1", RIGHT | {"conclusion": "A"})
    assert (row("J1")["state"], row("J1")["tries"]) == ("tried", 1)
    check("J1", RIGHT)
    check("j1", RIGHT | {"sent per day": 1})
    assert (row("J1")["state"], row("J1")["tries"], row("J1")["best"]) == ("passed", 3, 3.0)
    assert [path.name for path in folder.iterdir()] == ["exercises-progress.json"]


@pytest.mark.parametrize("nothing", [..., None, "", "abc", 7])
def test_what_is_no_try_is_not_counted(folder, nothing):
    check("J1", nothing)
    check("J99", 1)
    assert list(folder.iterdir()) == []


def test_an_essay_is_written_not_passed(folder):
    check("J8", "A text of mine. " * 20)
    assert (row("J8")["state"], row("J8")["tries"]) == ("written", 1)
    assert "1 written and for you to score" in ip.progress().summary


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("INTERPARTY_KEYS", "none"),
        ("NBGRADER_EXECUTION", "autograde"),
        ("NBGRADER_EXECUTION", "validate"),
        ("INTERPARTY_PROGRESS", "off"),
        ("INTERPARTY_PROGRESS", ""),
    ],
)
def test_in_an_exam_under_nbgrader_or_outside_a_notebook_no_file_is_written(folder, monkeypatch, name, value):
    monkeypatch.setenv(name, value)
    monkeypatch.delitem(sys.modules, "ipykernel", raising=False)
    monkeypatch.chdir(folder)
    check("J1", RIGHT)
    assert list(folder.iterdir()) == []
    assert not (KEYS.parent / "exercises-progress.json").exists()
    assert "No record is kept here" in repr(ip.progress())


def test_two_notebooks_at_once_lose_nothing(folder):
    def try_it(number):
        record(Score(1.0, Outcome.PARTLY, question=f"J{number % 3 + 1} · x", most=3))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(try_it, range(24)))
    code = "from interparty.questions import Outcome, Score; from interparty.questions.journal import record\n"
    code += "for _ in range(8): record(Score(1.0, Outcome.WRONG, question='J1 · x', most=3))"
    running = [subprocess.Popen([sys.executable, "-c", code]) for _ in range(2)]
    assert [each.wait(60) for each in running] == [0, 0]
    assert [row(f"J{n}")["tries"] for n in (1, 2, 3)] == [8 + 16, 8, 8]


def test_a_kernel_that_is_killed_while_it_saves_loses_no_try(folder):
    """Kill -9 in the middle of saving, three times: whatever the learner was told is kept, and the next kernel goes on."""
    code = "from interparty.questions import Outcome, Score; from interparty.questions.journal import record\n"
    code += "while True: record(Score(1.0, Outcome.WRONG, question='J1 · x', most=3)); print('kept', flush=True)"
    kept = 0
    for _ in range(3):
        child = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
        told = [child.stdout.readline() for _ in range(6)]
        child.kill()
        told += child.stdout.readlines()
        child.wait(60)
        kept += sum(line == "kept\n" for line in told)
        for lock in folder.glob(".*.lock"):
            os.utime(lock, (0, 0))  # left behind by the dead kernel: let it be old, so that the next one need not wait
    assert kept >= 18
    assert kept <= row("J1")["tries"] <= kept + 3
    check("J1", RIGHT)
    assert row("J1")["state"] == "passed" and not any(path.name.startswith("broken-") for path in folder.iterdir())


def test_a_damaged_file_is_put_aside_and_the_feedback_still_comes(folder):
    (folder / "exercises-progress.json").write_text('{"emptied": 0, "answ', encoding="utf-8")
    assert check("J1", RIGHT).outcome is Outcome.RIGHT
    assert row("J1")["tries"] == 1
    assert any(path.name.startswith("broken-") for path in folder.iterdir())


def test_strange_entries_do_no_harm(folder):
    held = {"x": {"at": 1.0}, "y": {"at": 2.0, "question": "J1", "points": 3.0, "outcome": "RIGHT", "most": 3.0}}
    (folder / "exercises-progress.json").write_text(json.dumps({"emptied": 0, "answers": held}), encoding="utf-8")
    assert (row("J1")["tries"], row("J1")["state"]) == (1, "passed")


def test_a_folder_that_cannot_be_written_to_costs_no_feedback(folder, monkeypatch):
    monkeypatch.setenv("INTERPARTY_PROGRESS", str(folder / "nowhere"))
    assert check("J1", RIGHT).outcome is Outcome.RIGHT
    assert not (folder / "nowhere").exists()


def test_it_is_shown_and_exported(folder):
    check("J1", RIGHT)
    html = ip.progress()._repr_html_()
    assert "<caption" in html and 'scope="row"' in html and "3 of 3 points" in html
    assert "05 · Jiang Zemin: 1 of 8 passed" in html
    begun = [each for each in html.split("<details")[1:] if each.partition(">")[0].strip()]
    assert len(begun) == 1 and "05 · Jiang Zemin" in begun[0], "open is what one has begun, and nothing else"
    assert "J1 passed, 1 try, 3 of 3 points" in repr(ip.progress())
    path = ip.progress().export(folder / "mine.csv")
    with path.open(encoding="utf-8-sig", newline="") as file:
        written = {each["question"]: each for each in csv.DictReader(file)}
    assert (written["J1"]["state"], written["J1"]["best"], written["J2"]["state"]) == ("passed", "3.0", "not tried yet")
    with pytest.raises(ip.InterpartyError, match="cannot be written"):
        ip.progress().export(folder / "no" / "mine.csv")
