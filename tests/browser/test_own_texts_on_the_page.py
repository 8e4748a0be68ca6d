"""A text of one's own in a real JupyterLab: the form by keyboard alone, what it writes, and what a correction looks like."""

from lab import write_notebook
from playwright.sync_api import expect

import interparty as ip

SETUP = "import interparty as ip\nfolder = ip.practice_folder()\nprint(folder)"
SIGNED = "who='A. Reader', why='a misprint'"
CORRECT = f"mine = ip.correct(ip.my_texts(folder), 'harbour-report.4.31-delegations', value=13, {SIGNED})"


def test_the_form_by_keyboard_and_a_correction(notebook, lab):
    path = write_notebook(
        lab.root / "own.ipynb",
        SETUP,
        "ip.widgets.describe_texts(folder)",
        f"{CORRECT}\nip.widgets.reader(mine, ('harbour-report', 4))",
        "ip.my_texts(folder)",
    )
    notebook.open(path.name).run_all()
    assert notebook.errors() == []
    page = notebook.page
    folder = page.locator(".jp-OutputArea-output", has_text="party-to-party-").first.inner_text().strip()
    page.get_by_label("Text", exact=True).select_option("harbour-report.txt")
    # the form has turned to this text: until then it would empty what is typed meanwhile
    expect(page.get_by_text("It begins:").filter(has_text="The Outside Work of the Harbour Party")).to_be_visible()
    date = page.get_by_label("When was it written?")
    date.focus()
    page.keyboard.type("5 May 2031")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Write it down")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text('write it as "2031-05-05"')).to_be_visible()
    date.fill("2031-05-05")
    page.get_by_label("Who speaks, for whose house?").fill("Harbour Party")
    page.get_by_role("button", name="Write it down").click()
    expect(page.get_by_text("Written down in my-texts/catalogue.toml")).to_be_visible()
    text = ip.my_texts(folder)["harbour-report"]
    assert (text.date, text.meta["speaker"]) == ("2031-05-05", "Harbour Party")

    mark = page.locator(".ip-reading mark", has_text="31 delegations")
    expect(mark).to_contain_text("✎")
    mark.hover()
    expect(page.locator(".ip-status")).to_contain_text("corrected by hand (value: 31 → 13): a misprint (A. Reader, ")
    page.get_by_text("Put right by hand (1)").click()
    expect(page.locator(".ip-widget details li")).to_contain_text("harbour-report.4.31-delegations")
    expect(page.get_by_text("not used")).to_be_visible()
    assert notebook.axe() == []
