"""The way of a learner, from the address that start.py prints: by clicks and keys alone, in the JupyterLab that learners get."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
import time

import pytest
from learner import Learner
from playwright.sync_api import expect

LONG = 120_000
RIGHT = '{"received per day": 0.55, "sent per day": 0.27, "conclusion": "B"}'


@pytest.fixture
def address(root, tracked, tmp_path, browser_type_launch_args):
    """The address printed by ``start.py --no-browser`` in a fresh folder of the project."""
    folder = tmp_path / "party-to-party"
    for file in tracked:
        copy = folder / file.relative_to(root)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, copy)
    said = tmp_path / "said.txt"
    environment = {name: value for name, value in os.environ.items() if name != "INTERPARTY_PROGRESS"}
    with said.open("w") as out:
        command = [sys.executable, "start.py", "--no-browser", "--port", "18800"]
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=out, stderr=out, start_new_session=True)
    try:
        until = time.monotonic() + 400
        while "Keep this window open" not in said.read_text():
            assert process.poll() is None and time.monotonic() < until, said.read_text()
            time.sleep(0.5)
        yield re.search(r"http://\S+", said.read_text())[0]
    finally:
        with contextlib.suppress(ProcessLookupError, subprocess.TimeoutExpired):
            os.killpg(process.pid, signal.SIGINT)
            process.wait(30)  # kernels that are busy may need longer: then they are ended below
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


def test_from_the_first_page_to_an_answer_found_again(page, address):
    learner = Learner(page, LONG)
    page.goto(address)
    learner.sees("00-start-here")
    assert learner.code("s1 =").locator(".cm-content.cm-lineWrapping").count() == 1, "long lines run out of sight"

    # a cell too early, a cell more, then the whole page
    expect(learner.run("corpus.passage(")).to_contain_text("First run the cell that begins with `import interparty as ip`")
    expect(learner.run('print("You have run')).to_contain_text("You have run your first cell.")
    learner.menu("Run", "Run All Cells")
    expect(learner.code("ip.progress(").locator(".jp-OutputArea")).to_contain_text("questions passed")
    expect(learner.code("ip.check_setup(").locator(".jp-OutputArea")).to_contain_text("ok")
    assert learner.errors() == []

    # the first question: wrong, a hint, right; an answer without quotation marks gets a sentence
    learner.writes("s1 =", 's1 = "floor"')
    learner.run("s1 =")
    expect(learner.run('check("S1")')).to_contain_text("nearly")
    expect(learner.run('hint("S1")')).to_contain_text(re.compile(r"Hint \d of"))
    learner.writes("s1 =", "s1 = ceiling")
    expect(learner.run("s1 =")).to_contain_text('needs quotation marks: "ceiling"')
    learner.writes("s1 =", 's1 = "ceiling"')
    learner.run("s1 =")
    expect(learner.run('check("S1")')).to_contain_text("Right")
    learner.saves()

    # the kernel is restarted in the middle
    learner.restarts()
    learner.sees("00-start-here")
    expect(learner.run('check("S1")')).to_contain_text("First run the cell that begins with `import interparty as ip`")

    # the page is closed and opened again: the answer and the record are there
    page.goto(address)
    learner.sees("00-start-here")
    expect(learner.code("s1 =")).to_contain_text('s1 = "ceiling"')
    learner.run("import interparty as ip")
    expect(learner.run("ip.progress(")).to_contain_text("1 of")

    # on to an era and to its exercise
    learner.notebook.get_by_role("link", name="05 · The Jiang Zemin years").first.click()
    learner.sees("05-jiang-zemin")
    learner.menu("Run", "Run All Cells")
    expect(learner.code("ip.glossary(").locator(".jp-OutputArea")).to_contain_text("words of the trade")
    assert learner.errors() == []
    learner.notebook.get_by_role("link", name="Exercise 05 · The Jiang Zemin years").last.click()
    learner.sees("05-jiang-zemin.ipynb")
    expect(learner.run("import interparty as ip")).to_contain_text("Ready: 5 texts are open.")
    expect(learner.run('check("J1")')).to_contain_text("There is no j1 yet")

    # a question of the era: the trap has its sentence, a hint in a cell of one's own, then right
    learner.answers("j1", '{"received per day": 1, "sent per day": 1, "conclusion": "A"}')
    expect(learner.run('check("J1")')).to_contain_text("You took every day at its word.")
    expect(learner.adds('hint("J1")')).to_contain_text("Hint 1 of 3 for J1")
    learner.restarts()
    learner.sees("05-jiang-zemin.ipynb")
    learner.run("import interparty as ip")
    learner.answers("j1", RIGHT)
    expect(learner.run('check("J1")')).to_contain_text("Right.")
    learner.saves()

    # another day: answer and progress are found again
    link = page.url
    page.goto("about:blank")
    page.goto(link)
    learner.sees("05-jiang-zemin.ipynb")
    expect(learner.code("j1 =")).to_contain_text('"conclusion": "B"')
    learner.run("import interparty as ip")
    record = learner.run("ip.progress(")
    expect(record).to_contain_text("2 of")
    expect(record.get_by_role("row").filter(has_text="J1")).to_contain_text("passed")
