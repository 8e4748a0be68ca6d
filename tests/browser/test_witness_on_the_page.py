"""The witness box in its lesson: to the end by mouse, to the end by keyboard, and found again."""

import json

import pytest
from keys import Keys
from playwright.sync_api import expect

from interparty.our_readings import readings
from interparty.widgets.testimony import STANDS

CELLS = readings("witness-cells").to_dict("records")
STATEMENTS = list(readings("witness-statements")["reading_id"])

LESSON = ("08", "my-witness-box")
WIDGET = "witness-box"


@pytest.fixture
def box(lesson, kept):
    return lesson(*LESSON)


def steps(page):
    return [page.get_by_role("group", name=f"Step {n}", exact=True) for n in (1, 2, 3)]


def text_of(step, doc):
    return step.locator(".ip-witness").filter(has_text=doc)


def test_by_keyboard_and_mouse_to_the_end_and_found_again(box, kept, lesson):
    page, press, before = box.page, box.page.keyboard.press, box.cell_count()
    first, second, third = steps(page)
    expect(second.get_by_label("My reason")).to_be_hidden()
    expect(third.get_by_label("Because")).to_be_hidden()

    first.get_by_role("button", name="Commit to all five").focus()
    press("Enter")
    expect(first.get_by_role("status")).to_have_text("Decide for dai-2001 first.")

    # The first statement by keyboard alone: unfold a paragraph, five radio groups, commit, reason, commit.
    first.locator("summary").first.focus()
    press("Enter")
    expect(first.locator("blockquote").first).to_be_visible()
    press("Tab")
    press("Space")  # dai-2001 states it
    for _ in range(4):
        press("Tab")  # to the next paragraph
        press("Tab")
        press("Space")
        press("ArrowUp")  # from the first choice round to the last: is silent
    press("Tab")
    press("Enter")
    expect(first.get_by_role("status")).to_contain_text("You hear 5 of 5 as we do")
    expect(first.locator("mark").first).to_contain_text("with the help of the Communist International")
    expect(second.get_by_role("checkbox")).to_be_focused()
    expect(second).to_contain_text("You count 1 independent witness of 1 text.")
    press("Tab")
    page.keyboard.type("He speaks eighty years later.")
    press("Tab")
    press("Enter")
    expect(second.get_by_role("status")).to_contain_text("By texts 1, by signatures 1, by offices 1, by houses 1.")

    for statement in STATEMENTS[1:]:
        first.get_by_role("button", name="Next statement").click()
        for cell in (cell for cell in CELLS if cell["statement"] == statement):
            heard = "states" if (statement, cell["doc"]) == ("resumed", "zhong-2007") else cell["stand"]
            text_of(first, cell["doc"]).get_by_label(STANDS[heard], exact=True).check()
        first.get_by_role("button", name="Commit to all five").click()
        if statement == "resumed":
            expect(text_of(first, "zhong-2007")).to_contain_text("You heard agreement in a silence.")
        second.get_by_label("My reason").fill("One house.")
        second.get_by_role("button", name="Commit to my count").click()
        if statement == "declaration":
            expect(second.get_by_role("status")).to_contain_text("You count one author twice: Dai Bingguo")
            second.get_by_label("dai-2002").check()
            expect(second).to_contain_text("You count 1 independent witness of 2 texts.")
            second.get_by_role("button", name="Commit to my count").click()
        expect(first).to_contain_text(f"({STATEMENTS.index(statement) + 1} counted)")

    third.get_by_label("Independent witnesses").select_option("5")
    third.get_by_label("Because").fill("They are five texts.")
    third.get_by_role("button", name="Commit and save").click()
    expect(third.get_by_role("status").first).to_contain_text("You count texts, and so one author twice")
    third.get_by_label("Independent witnesses").select_option("1")
    third.get_by_role("button", name="Commit and save").click()
    expect(third.get_by_role("status").first).to_contain_text("You count houses")
    held = json.loads(kept.read_text())["answers"]
    assert len(held) == 2 * len(STATEMENTS) + 1 and held["whole"]["number"] == 1

    press("b")
    press("x")
    assert box.cell_count() == before, "keys of the widget reached the notebook"
    for theme in ("JupyterLab Light", "JupyterLab Dark"):
        box.theme(theme)
        assert box.axe() == []

    lesson(*LESSON)
    expect(third.get_by_label("Because")).to_have_value("They are five texts.")
    expect(first).to_contain_text(f"({len(STATEMENTS)} counted)")
    third.get_by_role("button", name="Clear all answers").click()
    third.get_by_role("button", name="Really clear?").click()
    expect(first).to_contain_text("(0 counted)")
    expect(third.get_by_label("Because")).to_be_hidden()


def test_by_keyboard_alone_to_the_end(box):
    page, keys = box.page, Keys(box.page)
    first, second, third = steps(page)
    first.locator("summary").first.focus()
    for number, statement in enumerate(STATEMENTS, start=1):
        for cell in (cell for cell in CELLS if cell["statement"] == statement):
            keys.choose(text_of(first, cell["doc"]).get_by_label(STANDS[cell["stand"]], exact=True))
        keys.push(first.get_by_role("button", name="Commit to all five"))
        keys.write(second.get_by_label("My reason"), "One house.")
        keys.push(second.get_by_role("button", name="Commit to my count"))
        expect(first).to_contain_text(f"({number} counted)")
        if number < len(STATEMENTS):
            keys.push(first.get_by_role("button", name="Next statement"))
    keys.pick(third.get_by_label("Independent witnesses"), "1")
    keys.write(third.get_by_label("Because"), "They are one house.")
    keys.push(third.get_by_role("button", name="Commit and save"))
    expect(third.get_by_role("status").first).to_contain_text("You count houses")


def test_targets_are_large_enough_before_a_commitment(box):
    sizes = box.page.locator(".ip-widget :is(button, select, textarea, summary, label.ip-choice):visible").evaluate_all(
        "nodes => nodes.map(node => { const box = node.getBoundingClientRect(); return [box.width, box.height]; })"
    )
    assert len(sizes) > 20
    assert all(width >= 24 and height >= 24 for width, height in sizes)
    assert box.axe() == []
