"""The arrow court in its lesson: to the verdict by mouse, to the verdict by keyboard alone; its answers are found again."""

import pytest
from keys import Keys
from playwright.sync_api import expect

from interparty.widgets import arrow_court

LESSON = ("01", "arrow-court")


@pytest.fixture
def court(lesson, collection, request):
    """The page, with the clauses that the test names in its mark already on the record as we read them."""
    (collection / "notebooks" / "arrow-court-progress.json").unlink(missing_ok=True)
    kept = arrow_court(folder=collection / "notebooks")
    for name, clause in list(kept._clauses.items())[: request.param]:
        row = clause["rows"][0]
        ends = {"source": row["source"], "target": row["target"], "word": row["word"].split(";")[0]}
        kept.receive({"do": "enter", "clause": name, "line": row["line"], **ends})
    return lesson(*LESSON)


@pytest.mark.parametrize("court", [11], indirect=True)
def test_by_mouse_to_the_verdict_and_found_again(court, lesson):
    page = court.page
    first, second = (page.get_by_role("group", name=f"Step {n}") for n in (1, 2))
    expect(first).to_contain_text("Clause 12 of 12 (11 on the record)")
    expect(second.get_by_role("button", name="Hear the verdict")).to_be_disabled()
    assert second.get_by_role("img").count() == 0

    first.get_by_role("button", name="Enter this arrow").click()
    expect(first.get_by_role("status")).to_contain_text("Choose two different actors first")
    first.get_by_role("button", name="contacts", exact=True).click()
    boxes = first.locator(".ip-actor")
    boxes.filter(has_text="CPC").hover()
    page.mouse.down()
    boxes.filter(has_text="forces").hover()
    page.mouse.up()
    expect(first.get_by_label("From: who acts")).to_have_value("cpc")
    expect(first).to_contain_text("Your draft: CPC → various progressive forces (solid, on the word “contacts”).")
    first.get_by_role("button", name="Enter this arrow").click()
    expect(first.get_by_role("status")).to_contain_text("All clauses are done: ask for the verdict.")

    second.get_by_role("button", name="Hear the verdict").click()
    expect(second).to_contain_text("You and we differ on 1 of 12 clauses.")
    expect(second.get_by_role("img", name="Your map")).to_be_visible()
    expect(second.get_by_role("img", name="Our map", exact=True)).to_be_visible()
    assert second.locator("line.ip-tie-differs").count() == 2
    expect(second).to_contain_text("You let “contacts” carry the arrow.")
    expect(second).to_contain_text("Points: 7 of 8.")
    second.get_by_label("I withdraw it").check()
    second.get_by_label("Why?").fill("Nobody acts in it.")
    second.get_by_role("button", name="Save this sentence").click()
    expect(second).to_contain_text("Your sentence is saved.")
    for theme in ("JupyterLab Light", "JupyterLab Dark"):
        court.theme(theme)
        assert court.axe() == []

    lesson(*LESSON)
    expect(second.get_by_label("Why?")).to_have_value("Nobody acts in it.")
    expect(second.get_by_label("I withdraw it")).to_be_checked()
    second.get_by_role("button", name="Clear all answers").click()
    second.get_by_role("button", name="Really clear?").click()
    expect(first).to_contain_text("Clause 1 of 12 (0 on the record)")


@pytest.mark.parametrize("court", [5], indirect=True)
def test_by_keyboard_alone(court):
    page, press, cells = court.page, court.page.keyboard.press, court.cell_count()
    first = page.get_by_role("group", name="Step 1")
    expect(first).to_contain_text("Clause 6 of 12")

    first.get_by_role("toolbar").get_by_role("button").first.focus()
    for _ in range(4):
        press("ArrowRight")
    press("Space")
    expect(first.get_by_role("button", name="assigned", exact=True)).to_have_attribute("aria-pressed", "true")
    press("Tab")
    page.keyboard.type("Comm")
    press("Tab")
    page.keyboard.type("CPC")
    expect(first).to_contain_text("Your draft: Communist International → CPC (solid, on the word “assigned”).")
    for _ in range(3):
        press("Tab")
    press("Enter")
    expect(first).to_contain_text("Clause 7 of 12 (6 on the record)")
    expect(first.get_by_role("toolbar").get_by_role("button").first).to_be_focused()
    press("b")
    press("x")
    assert court.cell_count() == cells, "keys of the widget reached the notebook"
    assert court.axe() == []
    sizes = page.locator(".ip-widget :is(button, select, textarea, label.ip-choice):visible").evaluate_all(
        "nodes => nodes.map(node => { const box = node.getBoundingClientRect(); return [box.width, box.height]; })"
    )
    assert len(sizes) > 12 and all(width >= 24 and height >= 24 for width, height in sizes)


@pytest.mark.parametrize("court", [11], indirect=True)
def test_by_keyboard_alone_to_the_verdict(court):
    page, keys = court.page, Keys(court.page)
    first, second = (page.get_by_role("group", name=f"Step {n}") for n in (1, 2))
    first.get_by_role("toolbar").get_by_role("button").first.focus()
    keys.pick(first.get_by_label("From: who acts"), "cpc")
    keys.pick(first.get_by_label("To: whom the action reaches"), "forces")
    keys.push(first.get_by_role("button", name="Enter this arrow"))
    expect(first.get_by_role("status")).to_contain_text("All clauses are done: ask for the verdict.")
    keys.push(second.get_by_role("button", name="Hear the verdict"))
    expect(second).to_contain_text("You and we differ on 0 of 12 clauses.")
    expect(second).to_contain_text("Points: 8 of 8.")
