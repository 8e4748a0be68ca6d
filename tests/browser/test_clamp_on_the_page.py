"""The date clamp in its lesson: to a date by mouse, to a date by keyboard alone; its answers are found again."""

import pytest
from keys import Keys
from playwright.sync_api import expect

LESSON = ("06", "my-date-clamp")


@pytest.fixture
def clamp(lesson, collection):
    (collection / "notebooks" / "date-clamp-progress.json").unlink(missing_ok=True)
    return lesson(*LESSON)


def test_by_mouse_to_a_date_and_found_again(clamp, lesson):
    page = clamp.page
    first, second, third = (page.get_by_role("group", name=f"Step {n}") for n in (1, 2, 3))
    expect(second.get_by_text("Not before: open. Not after: open.")).to_be_visible()
    first.get_by_role("button", name="Commit to this label").click()
    expect(first.get_by_role("status")).to_have_text("Choose a label and a confidence first.")
    first.get_by_label("no information").check()
    first.get_by_label("sure").check()
    first.get_by_role("button", name="Commit to this label").click()
    expect(first.get_by_role("status")).to_contain_text("That fits.")
    first.get_by_role("button", name="Next clue").click()
    first.get_by_label("not after").check()
    first.get_by_label("weak").check()
    first.get_by_role("button", name="Commit to this label").click()
    expect(first.get_by_role("status")).to_contain_text("You turned the clue round.")
    expect(second.get_by_role("img", name="Not before: 2000 (sure).")).to_be_visible()

    third.get_by_label("c. (year)").fill("1995")
    third.get_by_role("button", name="Commit to my date").click()
    expect(third.get_by_role("status")).to_contain_text("1995 lies outside a jaw")
    lesson(*LESSON)
    expect(third.get_by_label("c. (year)")).to_have_value("1995")
    expect(first).to_contain_text("clue 3 of 10, 2 done")
    third.get_by_role("button", name="Clear all answers").click()
    third.get_by_role("button", name="Really clear?").click()
    expect(first).to_contain_text("clue 1 of 10, 0 done")
    expect(second.get_by_text("Not before: open. Not after: open.")).to_be_visible()


def test_by_keyboard_alone_to_a_date(clamp):
    page, press, cells = clamp.page, clamp.page.keyboard.press, clamp.cell_count()
    first, second = (page.get_by_role("group", name=f"Step {n}") for n in (1, 2))
    first.get_by_role("radio").first.focus()
    press("Space")
    press("ArrowDown")
    press("ArrowDown")
    press("Tab")
    press("Space")
    press("Tab")
    press("Enter")
    expect(first.get_by_role("status")).to_contain_text("That fits.")
    press("Enter")
    expect(first.get_by_role("radio").first).to_be_focused()
    press("Space")
    press("Tab")
    press("Space")
    press("Tab")
    press("Enter")
    expect(second.get_by_role("img", name="Not before: 2000 (sure).")).to_be_visible()
    keys, third = Keys(page), page.get_by_role("group", name="Step 3")
    keys.write(third.get_by_label("c. (year)"), "2007")
    keys.write(third.get_by_label("because …"), "He counts five years from the Sixteenth Congress.")
    keys.write(third.get_by_label("would be refuted by …"), "a printed date")
    keys.push(third.get_by_role("button", name="Commit to my date"))
    expect(third.get_by_role("status")).to_contain_text("2007")
    press("b")
    assert clamp.cell_count() == cells, "keys of the widget reached the notebook"
    for theme in ("JupyterLab Light", "JupyterLab Dark"):
        clamp.theme(theme)
        assert clamp.axe() == []
