"""The way of a question in every exercise: wrong, its misconception, a hint, a new kernel, right, another day.

What is typed comes from the keys. Each exercise gives another one of its questions, so that many kinds of answer are typed.
"""

from __future__ import annotations

import re

import pytest
from learner import Learner
from playwright.sync_api import expect
from tests.exercises.masters import MARKED, QUESTIONS, RELEASES, RIGHT, changed, read

from interparty.questions import AnyOf, canonical


def questions_of(path):
    """The questions of an exercise that are marked without a reader, in order."""
    found = [re.fullmatch(r'check\("(\w+)"\)', cell.source.strip()) for cell in read(path).cells]
    return [match[1] for match in found if match and match[1] in MARKED]


def chosen():
    """For each exercise one question: the first of the first one, the second of the second one, …"""
    asked = [(path, questions_of(path)) for path in RELEASES]
    return [(path, names[place % len(names)]) for place, (path, names) in enumerate(asked)]


CASES = chosen()


def typed(answer):
    """An answer as a line of Python, as a learner types it."""
    return repr(canonical(answer))


def plain(says):
    """The first words of a sentence as they are on the page."""
    return says.replace("*", "").replace("`", "")[:50]


def test_every_exercise_gives_a_question():
    assert len(CASES) == 8 and len({type(QUESTIONS[name].answer) for _, name in CASES}) > 1


class Quick(Learner):
    """Waits no longer than the kernel needs, which JupyterLab tells from inside; long answers are pasted."""

    def writes(self, begin: str, text: str) -> None:
        self.code(begin).locator(".cm-content").click()
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.insert_text(text)

    def sees(self, notebook: str) -> None:
        expect(self.page.locator(".lm-DockPanel-tabBar .lm-mod-current")).to_contain_text(notebook)
        kernel = "window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel"
        self.page.wait_for_function(f"() => {kernel}?.connectionStatus === 'connected' && {kernel}?.status === 'idle'")


@pytest.mark.parametrize(("path", "name"), CASES, ids=[f"{path.stem}-{name}" for path, name in CASES])
def test_wrong_hint_restart_right_another_day(window, lab, collection, path, name):
    (collection / "exercises" / "exercises-progress.json").unlink(missing_ok=True)
    place = f"exercises/release/{path.parent.name}/{path.name}"
    lab.end_kernel(place)
    link = f"{lab.url}/lab/tree/{place}"
    variable, check = name.lower(), f'check("{name}")'
    question, right = QUESTIONS[name], RIGHT[name]
    trap = question.misconceptions[0]
    wrong = changed(right, trap.when[0] if isinstance(trap.when, AnyOf) else trap.when)

    learner = Quick(window.new_page(), 20_000)
    learner.page.goto(f"{link}?reset")
    learner.sees(path.name)
    expect(learner.run(check)).to_contain_text("First run the cell that begins with")
    learner.run("import interparty as ip")
    learner.answers(variable, typed(wrong))
    expect(learner.run(check)).to_contain_text(plain(trap.says))
    expect(learner.adds(f'hint("{name}")')).to_contain_text(f"Hint 1 of {len(question.hints)} for {name}")

    learner.restarts()
    learner.sees(path.name)
    learner.run("import interparty as ip")
    expect(learner.run(check)).to_contain_text(f"There is no {variable} yet")
    learner.answers(variable, typed(right))
    expect(learner.run(check)).to_contain_text("Right.")
    learner.saves()
    learner.page.close()

    learner = Quick(window.new_page(), 20_000)
    learner.page.goto(link)
    learner.sees(path.name)
    expect(learner.code(f"{variable} =")).to_contain_text(typed(right))
    expect(learner.run(f"{variable} =")).not_to_contain_text("Error")
    expect(learner.run(check)).to_contain_text("Right.")
    record = learner.run("ip.progress(")
    row = record.get_by_role("row").filter(has=learner.page.get_by_role("rowheader", name=name, exact=True))
    expect(row).to_contain_text("passed")
    assert learner.errors() == []
    learner.page.close()
