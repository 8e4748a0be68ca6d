"""The bounds sandbox in its lesson: to the end by mouse, to the end by keyboard alone; its answers are found again."""

import json

import pytest
from keys import Keys
from playwright.sync_api import expect

LESSON = ("05", "bounds-sandbox")
WIDGET = "bounds-sandbox"


@pytest.fixture
def sandbox(lesson, kept):
    return lesson(*LESSON)


def test_by_mouse_to_the_end_and_found_again(sandbox, kept, lesson):
    page = sandbox.page
    first, second, third = (page.get_by_role("group", name=f"Step {n}") for n in (1, 2, 3))
    expect(second.get_by_role("button", name="Commit and see")).to_be_hidden()

    first.get_by_role("button", name="Commit to this form").click()
    expect(first.get_by_role("status")).to_have_text("Choose one of the four forms first.")
    first.get_by_label("from 400 up").click()
    first.get_by_role("button", name="Commit to this form").click()
    expect(first.get_by_role("status")).to_contain_text("You took a ceiling for a floor.")
    expect(first.get_by_role("img", name="Bar: less than 400")).to_be_visible()

    first.get_by_role("button", name="Next phrase").click()
    first.get_by_label("from 800 up").click()
    first.get_by_role("button", name="Commit to this form").click()
    expect(first.get_by_role("status")).to_contain_text("Right.")

    second.get_by_label("Take a ready question").select_option(index=1)
    expect(second.get_by_text("Is “more than 800” larger or smaller than “nearly 400”?")).to_be_visible()
    second.get_by_role("button", name="Commit and see").click()
    expect(second.get_by_role("status")).to_have_text("Choose one of the three answers first.")
    second.get_by_label("cannot tell").click()
    second.get_by_role("button", name="Commit and see").click()
    expect(second.get_by_role("status")).to_contain_text("Too careful: the bars lie apart.")
    expect(second.get_by_role("img", name="Bar: more than 800")).to_be_visible()

    third.get_by_label("Your sentence").fill("More than twice as many came as went.")
    third.get_by_role("button", name="Save my sentence").click()
    expect(third.get_by_role("status")).to_contain_text("Your sentence is saved.")
    expect(third).to_contain_text("Points: 0 of 4")
    assert len(json.loads(kept.read_text())["answers"]) == 4

    lesson(*LESSON)
    expect(third.get_by_label("Your sentence")).to_have_value("More than twice as many came as went.")
    expect(third).to_contain_text("Points: 0 of 4")
    expect(first).to_contain_text("phrase 3 of 10, 2 done")
    third.get_by_role("button", name="Clear all answers").click()
    third.get_by_role("button", name="Really clear?").click()
    expect(first).to_contain_text("phrase 1 of 10, 0 done")
    expect(second.get_by_role("button", name="Commit and see")).to_be_hidden()


def test_by_keyboard_alone_to_the_end(sandbox):
    page, press, cells = sandbox.page, sandbox.page.keyboard.press, sandbox.cell_count()
    first, second = (page.get_by_role("group", name=f"Step {n}") for n in (1, 2))

    first.get_by_role("radio").first.focus()
    press("Space")
    press("ArrowDown")
    press("ArrowDown")
    expect(first.get_by_label("up to 400")).to_be_checked()
    press("Tab")
    press("Enter")
    expect(first.get_by_role("status")).to_contain_text("Right. 400 was not reached")
    press("Enter")
    expect(first.get_by_role("radio").first).to_be_focused()
    press("Space")
    press("ArrowDown")
    press("Tab")
    press("Enter")
    expect(first.get_by_role("status")).to_contain_text("above 800")

    page.get_by_label("Take a ready question").focus()
    press("ArrowDown")
    expect(second.get_by_text("Is “more than 800” larger or smaller than “nearly 400”?")).to_be_visible()
    for _ in range(6):
        press("Tab")
    press("Space")
    expect(second.get_by_label("certainly larger")).to_be_checked()
    press("Tab")
    press("Enter")
    expect(second.get_by_role("status")).to_contain_text("Even the lowest number the first allows")
    keys, third = Keys(page), page.get_by_role("group", name="Step 3")
    keys.write(third.get_by_label("Your sentence"), "More than twice as many came as went.")
    keys.push(third.get_by_role("button", name="Save my sentence"))
    expect(third.get_by_role("status")).to_contain_text("Your sentence is saved.")

    press("b")
    press("x")
    assert sandbox.cell_count() == cells, "keys of the widget reached the notebook"
    for theme in ("JupyterLab Light", "JupyterLab Dark"):
        sandbox.theme(theme)
        assert sandbox.axe() == []


def test_targets_are_large_enough(sandbox):
    sizes = sandbox.page.locator(".ip-widget :is(button, select, textarea, label.ip-choice):visible").evaluate_all(
        "nodes => nodes.map(node => { const box = node.getBoundingClientRect(); return [box.width, box.height]; })"
    )
    assert len(sizes) > 8
    assert all(width >= 24 and height >= 24 for width, height in sizes)
