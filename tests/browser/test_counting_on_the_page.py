"""The table of statistics and the desk of tensions in their lesson, by mouse and by keyboard alone."""

import json

from playwright.sync_api import expect

SENTENCE = "By the end of 2001, 418 parties and organizations in 147 countries"


def test_the_table_by_mouse_and_by_keyboard(lesson):
    lab = lesson("07", "statistics")
    page, press, cells = lab.page, lab.page.keyboard.press, lab.cell_count()
    rows = page.locator(".ip-statistics tbody tr:visible")
    count, said = page.locator(".ip-widget > p[role=status]"), page.locator(".ip-said")
    expect(rows).to_have_count(43)
    page.get_by_label("What is counted", exact=True).select_option("parties_in_contact")
    expect(rows).to_have_count(5)
    expect(count).to_have_text("5 of 43 statistics: 5 stocks.")
    page.get_by_label("What is counted", exact=True).select_option("")
    page.get_by_label("Text", exact=True).select_option("dai-2002")
    expect(count).to_contain_text("Figures of different kinds are never added.")
    page.get_by_role("row").filter(has_text="418 parties").get_by_role("img").hover()
    expect(said).to_contain_text(SENTENCE)
    page.get_by_role("button", name="nearly 30 CPC delegations").click()
    expect(said).to_contain_text("A part of “nearly 400 delegations”: never add the two.")
    page.get_by_label("Kind", exact=True).select_option("rate")
    expect(count).to_have_text("No statistic fits all of these filters: widen one of them.")
    page.get_by_role("button", name="Show all").focus()
    press("Enter")
    expect(rows).to_have_count(43)
    page.locator(".ip-pickrow").first.focus()
    press("ArrowDown")
    expect(page.locator(".ip-pickrow").nth(1)).to_be_focused()
    first = said.inner_text()
    press("ArrowDown")
    press("Enter")
    expect(page.locator(".ip-pickrow").nth(2)).to_have_attribute("aria-pressed", "true")
    assert said.inner_text() != first
    press("b")
    assert lab.cell_count() == cells, "keys of the widget reached the notebook"
    for theme in ("JupyterLab Light", "JupyterLab Dark"):
        lab.theme(theme)
        assert lab.axe() == []


def test_an_investigation_by_keyboard_alone_and_found_again(lesson, collection):
    kept = collection / "notebooks" / "tensions-progress.json"
    kept.unlink(missing_ok=True)
    book = lesson("07", "tension-desk")
    page, press, cells = book.page, book.page.keyboard.press, book.cell_count()
    case = page.get_by_role("group", name="Investigation")
    page.get_by_label("Investigation", exact=True).first.select_option("T4")
    expect(case.get_by_role("heading")).to_have_text("T4 · The part and the whole")
    expect(case).not_to_contain_text("less than 80")
    case.get_by_role("radio").first.focus()
    press("ArrowDown")
    press("Tab")
    press("Enter")
    expect(case).to_contain_text("“nearly 400” [dai-2002 ¶15] ÷ 5 years is less than 80 a year")
    expect(case).to_contain_text("The arithmetic does not speak against you.")
    ways = case.get_by_role("group", name="Which way out would you defend?")
    expect(ways.get_by_role("radio").first).to_be_focused()
    press("Space")
    press("Tab")
    page.keyboard.type("Because “in recent years” may mean the last two only.")
    press("Tab")
    press("Enter")
    expect(case).to_contain_text("Saved. It is your choice, and no machine can check it. To be sure, one would need")
    expect(page.get_by_text("Closed: 1 of 12 investigations.")).to_be_visible()
    assert book.cell_count() == cells
    assert len(json.loads(kept.read_text("utf-8"))["answers"]) == 2
    page.get_by_role("button", name="Next").click()
    expect(case.get_by_role("heading")).to_have_text("T5 · Countries, up and down")
    expect(case.get_by_role("button", name="Commit and see the arithmetic")).to_be_visible()
    page.get_by_role("button", name="Back").click()
    expect(case.get_by_label("Your reason")).to_have_value("Because “in recent years” may mean the last two only.")
    sizes = page.locator(".ip-widget :is(button, select, textarea, label.ip-choice):visible").evaluate_all(
        "nodes => nodes.map(node => { const box = node.getBoundingClientRect(); return [box.width, box.height]; })"
    )
    assert len(sizes) > 8 and all(width >= 24 and height >= 24 for width, height in sizes)
    for theme in ("JupyterLab Light", "JupyterLab Dark"):
        book.theme(theme)
        assert book.axe() == []
