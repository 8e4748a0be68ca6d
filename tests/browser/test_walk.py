"""The way of a learner, from the address that start.py prints: by clicks and keys alone, in the JupyterLab that learners get.

Nothing of JupyterLab is asked from inside here: what is not on the page does not exist for a learner.
"""

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
from playwright.sync_api import Locator, Page, expect

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


class Learner:
    """Somebody with a mouse and a keyboard."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.set_default_timeout(LONG)
        expect.set_options(timeout=LONG)

    @property
    def notebook(self) -> Locator:
        """The notebook in front."""
        return self.page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)")

    def sees(self, notebook: str) -> None:
        """Wait until a notebook is in front and its kernel rests."""
        expect(self.page.locator(".lm-DockPanel-tabBar .lm-mod-current")).to_contain_text(notebook)
        expect(self.notebook.locator(".jp-Notebook-ExecutionIndicator[data-status='idle']")).to_be_visible()
        self.page.wait_for_timeout(3_000)  # the page says idle before the kernel listens

    def menu(self, *names: str) -> None:
        """Choose from the menu bar."""
        self.page.locator(".lm-MenuBar-item", has_text=re.compile(f"^{names[0]}$")).click()
        for name in names[1:]:
            self.page.locator(".lm-Menu-item", has=self.page.locator(".lm-Menu-itemLabel", has_text=name)).first.click()

    def code(self, text: str) -> Locator:
        """The code cell that begins with these words."""
        begins = self.page.locator(".cm-content", has_text=re.compile(rf"^\s*{re.escape(text)}"))
        return self.notebook.locator(".jp-CodeCell", has=begins).first

    def run(self, text: str) -> Locator:
        """Click into a code cell and press Shift+Enter; gives back its output."""
        cell = self.code(text)
        cell.locator(".cm-content").click()
        self.page.keyboard.press("Shift+Enter")
        expect(cell.locator(".jp-InputPrompt").first).to_have_text(re.compile(r"\[\d+\]:"))
        return cell.locator(".jp-OutputArea")

    def writes(self, begin: str, text: str) -> None:
        """Replace what stands in a cell."""
        self.code(begin).locator(".cm-content").click()
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.type(text)

    def answers(self, name: str, answer: str) -> None:
        """Write an answer into its cell, and run it."""
        self.writes(f"{name} =", f"{name} = {answer}")
        self.run(f"{name} =")

    def saves(self) -> None:
        self.page.keyboard.press("Escape")
        self.page.keyboard.press("ControlOrMeta+s")
        expect(self.page.locator(".lm-DockPanel-tabBar .lm-mod-current.jp-mod-dirty")).to_have_count(0)

    def errors(self) -> list[str]:
        return self.notebook.locator("[data-mime-type='application/vnd.jupyter.error']").all_inner_texts()


def test_from_the_first_page_to_an_answer_found_again(page, address):
    learner = Learner(page)
    page.goto(address)
    learner.sees("00-start-here")

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
    learner.menu("Kernel", "Restart Kernel…")
    page.get_by_role("button", name="Confirm Kernel Restart").click()
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
    learner.notebook.locator("[data-jp-item-name='insert'] button, [data-jp-item-name='insert']").first.click()
    page.keyboard.press("Enter")
    page.keyboard.type('hint("J1")')
    expect(learner.run('hint("J1")')).to_contain_text("Hint 1 of 3 for J1")
    learner.menu("Kernel", "Restart Kernel…")
    page.get_by_role("button", name="Confirm Kernel Restart").click()
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
