"""The denominator dial in its lesson: to the end by mouse, to the end by keyboard alone; its answers are found again."""

import json

import pytest
from keys import Keys
from playwright.sync_api import expect

LESSON = ("04", "denominator-dial")
WIDGET = "denominator-dial"


@pytest.fixture
def dial(lesson, kept):
    return lesson(*LESSON)


def test_by_mouse_to_the_end_and_found_again(dial, kept, lesson):
    page = dial.page
    first, second, third = (page.get_by_role("group", name=f"Step {n}") for n in (1, 2, 3))
    expect(second.get_by_role("slider")).to_be_hidden()
    first.get_by_role("button", name="Commit to this average").click()
    expect(first.get_by_role("status")).to_contain_text("larger than 0")
    first.get_by_role("textbox").fill("200")
    first.get_by_role("button", name="Commit to this average").click()
    expect(first.get_by_role("status")).to_have_text("You expect 200 a year. The dial is open.")

    second.get_by_role("slider").fill("1978")
    expect(second).to_contain_text("1978 to 2003: 25 years, more than 180 a year")
    expect(second.get_by_role("img", name="more than 180 a year, open upwards")).to_be_visible()
    second.get_by_role("button", name="Count from this year").click()
    expect(second.get_by_role("status")).to_contain_text("Pin a sentence first.")
    second.get_by_label("past two decades").check()
    second.get_by_role("button", name="Count from this year").click()
    expect(second.get_by_role("status")).to_contain_text("Your year lies 5 years before that")
    expect(second).to_contain_text("A reader who pins “in 1978”")

    third.get_by_label("Your sentence").fill("From 1978 to 2003 the department received more than 180 groups a year.")
    third.get_by_role("button", name="Save my sentence").click()
    expect(third.get_by_role("status")).to_contain_text("All four are there.")
    assert len(json.loads(kept.read_text())["answers"]) == 3

    lesson(*LESSON)
    expect(third.get_by_label("Your sentence")).to_have_value(
        "From 1978 to 2003 the department received more than 180 groups a year."
    )
    expect(first.get_by_role("textbox")).to_have_value("200")
    expect(second.get_by_text("Your years so far")).to_be_visible()
    third.get_by_role("button", name="Clear all answers").click()
    third.get_by_role("button", name="Really clear?").click()
    expect(second.get_by_role("slider")).to_be_hidden()
    expect(first.get_by_role("textbox")).to_have_value("")


def test_by_keyboard_alone_to_the_end(dial):
    page, press, cells = dial.page, dial.page.keyboard.press, dial.cell_count()
    first, second = (page.get_by_role("group", name=f"Step {n}") for n in (1, 2))
    first.get_by_role("textbox").focus()
    page.keyboard.type("150")
    press("Tab")
    press("Enter")
    expect(second.get_by_role("slider")).to_be_focused()
    press("Home")
    for _ in range(4):
        press("ArrowRight")
    expect(second).to_contain_text("1978 to 2003: 25 years")
    press("Tab")
    press("Space")
    press("ArrowDown")
    expect(second.get_by_label("Before the reform and opening-up in 1978")).to_be_checked()
    press("Tab")
    press("Enter")
    expect(second.get_by_role("status")).to_contain_text("it carries 1978")
    expect(second.get_by_role("status")).to_contain_text("You expected 150: fewer than these words allow.")
    keys, third = Keys(page), page.get_by_role("group", name="Step 3")
    keys.write(third.get_by_label("Your sentence"), "From 1978 to 2003 the department received more than 180 groups a year.")
    keys.push(third.get_by_role("button", name="Save my sentence"))
    expect(third.get_by_role("status")).to_contain_text("All four are there.")
    press("b")
    press("x")
    assert dial.cell_count() == cells, "keys of the widget reached the notebook"
    sizes = page.locator(
        ".ip-widget :is(button, input[type=text], input[type=range], textarea, label.ip-choice):visible"
    ).evaluate_all("nodes => nodes.map(node => { const box = node.getBoundingClientRect(); return [box.width, box.height]; })")
    assert len(sizes) > 8
    assert all(width >= 24 and height >= 24 for width, height in sizes)
    for theme in ("JupyterLab Light", "JupyterLab Dark"):
        dial.theme(theme)
        assert dial.axe() == []
