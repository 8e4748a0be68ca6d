"""The blank strip in its lesson: to the end by mouse, to the end by keyboard alone; its answers are found again."""

import json

import pytest
from keys import Keys
from playwright.sync_api import expect

LESSON = ("03", "my-blank-strip")
WIDGET = "blank-strip"
BLOCKS = ("1949–1954", "1955–1959", "1960–1964", "1965–1969", "1970–1974", "1975–1979", "1980–1984", "1985–1989")


@pytest.fixture
def strip(lesson, kept):
    return lesson(*LESSON)


def test_by_mouse_to_the_end_and_found_again(strip, kept, lesson):
    page = strip.page
    first, second, third, fourth = (page.get_by_role("group", name=f"Step {n}") for n in (1, 2, 3, 4))
    expect(second.get_by_role("button", name="Keep my labels")).to_be_hidden()
    expect(third.get_by_role("button", name="Change the label")).to_be_hidden()

    first.get_by_role("button", name="Lay this sentence").click()
    expect(first.get_by_role("status")).to_contain_text("Choose a first and a last year")
    for number in range(9):
        begins, ends = ("open", "1969") if number < 5 else ("1980", "open")
        first.get_by_label("First year").select_option(begins)
        first.get_by_label("Last year").select_option(ends)
        first.get_by_role("button", name="Lay this sentence").click()
        expect(first.get_by_role("status")).to_contain_text("That fits the words.")
        if number < 8:
            first.get_by_role("button", name="Next sentence").click()
    expect(first.get_by_role("img", name="Strip 1, the book: 18 sentences")).to_be_visible()

    second.get_by_role("button", name="Keep my labels").click()
    expect(second.get_by_role("status")).to_have_text("Give every block of years a label first.")
    for years in BLOCKS:
        second.get_by_label(years).select_option("nothing" if years == "1965–1969" else "generally")
    second.get_by_role("button", name="Keep my labels").click()
    expect(second).to_contain_text("1965–1969: nothing happened. No sentence says that nothing happened.")

    third.get_by_label("Block of years").select_option("1965")
    third.get_by_label("New label").select_option("specifically")
    third.get_by_label("Sentence that you attach").select_option("dai-1956")
    third.get_by_role("button", name="Change the label").click()
    expect(third.get_by_role("status")).to_contain_text("speaks of other years (in 1956)")
    third.get_by_label("Sentence that you attach").select_option("idcpc-standstill")
    third.get_by_role("button", name="Change the label").click()
    expect(third.get_by_role("status")).to_contain_text("The label of 1965–1969 is changed.")
    expect(second).to_contain_text("Now: speaks specifically. Changed by [idcpc-2003 ¶4].")

    fourth.get_by_role("textbox").fill("The late sixties: one sentence names them.")
    fourth.get_by_role("button", name="Save my words").click()
    expect(fourth.get_by_role("status")).to_contain_text("Your words are saved.")
    assert len(json.loads(kept.read_text())["answers"]) == 9 + 1 + 1 + 1
    for theme in ("JupyterLab Light", "JupyterLab Dark"):
        strip.theme(theme)
        assert strip.axe() == []

    lesson(*LESSON)
    expect(fourth.get_by_role("textbox")).to_have_value("The late sixties: one sentence names them.")
    expect(second).to_contain_text("Changed by [idcpc-2003 ¶4].")
    fourth.get_by_role("button", name="Clear all answers").click()
    fourth.get_by_role("button", name="Really clear?").click()
    expect(first).to_contain_text("sentence 1 of 9, 0 done")
    expect(second.get_by_role("button", name="Keep my labels")).to_be_hidden()


def test_by_keyboard_alone_to_the_end(strip):
    page, press, cells = strip.page, strip.page.keyboard.press, strip.cell_count()
    first, second, third, fourth = (page.get_by_role("group", name=f"Step {n}") for n in (1, 2, 3, 4))
    first.get_by_label("First year").focus()
    press("ArrowDown")
    expect(first.get_by_label("First year")).to_have_value("open")
    press("Tab")
    page.keyboard.type("1969")
    expect(first.get_by_label("Last year")).to_have_value("1969")
    press("Tab")
    press("Enter")
    expect(first.get_by_role("status")).to_contain_text("That fits the words.")
    press("Enter")
    expect(first).to_contain_text("sentence 2 of 9, 1 done")
    expect(first.get_by_label("First year")).to_be_focused()

    keys = Keys(page)
    for number in range(1, 9):
        begins, ends = ("open", "1969") if number < 5 else ("1980", "open")
        keys.pick(first.get_by_label("First year"), begins)
        keys.pick(first.get_by_label("Last year"), ends)
        keys.push(first.get_by_role("button", name="Lay this sentence"))
        expect(first.get_by_role("status")).to_contain_text("That fits the words.")
        if number < 8:
            keys.push(first.get_by_role("button", name="Next sentence"))
    for years in BLOCKS:
        keys.pick(second.get_by_label(years), "nothing" if years == "1965–1969" else "generally")
    keys.push(second.get_by_role("button", name="Keep my labels"))
    expect(second).to_contain_text("1965–1969: nothing happened. No sentence says that nothing happened.")
    keys.pick(third.get_by_label("Block of years"), "1965")
    keys.pick(third.get_by_label("New label"), "specifically")
    keys.pick(third.get_by_label("Sentence that you attach"), "idcpc-standstill")
    keys.push(third.get_by_role("button", name="Change the label"))
    expect(third.get_by_role("status")).to_contain_text("The label of 1965–1969 is changed.")
    keys.write(fourth.get_by_role("textbox"), "The late sixties: one sentence names them.")
    keys.push(fourth.get_by_role("button", name="Save my words"))
    expect(fourth.get_by_role("status")).to_contain_text("Your words are saved.")
    press("b")
    assert strip.cell_count() == cells, "keys of the widget reached the notebook"
