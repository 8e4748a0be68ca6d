"""The forms for one's own texts in their lesson, each to its end: what is written down is what the next cells show."""

import pytest
from keys import Keys
from playwright.sync_api import expect

REPORT, REST = "harbour-report.txt", {"Who speaks, for whose house?": "Harbour Party", "Where was it printed?": "a brochure"}
WROTE = "Written down in my-texts/catalogue.toml; whose house it is, no country tells"
CLAIM = "harbour-report.4.31-delegations"
WHY = "it counts the Office alone"


class Mouse:
    """A learner who points: the same moves as those of ``Keys``."""

    def write(self, box, text):
        box.click()
        box.fill(text)

    def pick(self, list_, option):
        list_.select_option(option)

    def push(self, button):
        button.click()


@pytest.fixture(params=["mouse", "keyboard"])
def hand(request, desk):
    """Somebody with a mouse, then somebody without."""
    return Mouse() if request.param == "mouse" else Keys(desk)


def test_a_text_is_described_to_the_end(lesson, hand):
    book = lesson("09", "describe-form")
    form, cells = book.cell("ip.widgets.describe_texts(folder)"), book.cell_count()
    said, date = form.get_by_role("status"), form.get_by_label("When was it written?")
    expect(said).to_have_text("Fill in what you know. What you do not know, leave empty: an empty field is honest.")
    form.get_by_label("Text", exact=True).focus()
    hand.pick(form.get_by_label("Text", exact=True), REPORT)
    expect(form.get_by_text("It begins:").filter(has_text="The Outside Work of the Harbour Party")).to_be_visible()

    hand.write(date, "5 May 2031")
    hand.push(form.get_by_role("button", name="Write it down"))
    expect(said).to_have_text("Please check: The date '5 May 2031' cannot be read: write it as \"2031-05-05\".")
    hand.write(date, "2031-05-05")
    for name, text in REST.items():
        hand.write(form.get_by_label(name), text)
    hand.push(form.get_by_role("button", name="Write it down"))
    expect(said).to_contain_text(WROTE)

    assert book.cell_count() == cells, "keys of the form reached the notebook"
    for theme in ("JupyterLab Light", "JupyterLab Dark"):
        book.theme(theme)
        assert book.axe() == []
    book.run_cells("your-folder")
    row = book.cell("my_folder = folder\n").get_by_role("row").filter(has_text="harbour-report")
    for text in ("5 May 2031", *REST.values()):
        expect(row).to_contain_text(text)


def test_a_claim_is_put_right_and_taken_back(lesson, hand):
    book = lesson("09", "correct-form")
    form, cells = book.cell("ip.widgets.correct_claims(folder)"), book.cell_count()
    said, new = form.get_by_role("status"), form.get_by_label("What should it be?")
    claim = form.get_by_label("Claim", exact=True)
    expect(said).to_have_text("Choose a claim, read its sentence, then say what is wrong with it.")
    claim.focus()
    hand.pick(claim, CLAIM)
    expect(form.locator("mark")).to_have_text("31 delegations")
    hand.pick(form.get_by_label("What is wrong?"), "value")
    expect(new).to_have_attribute("placeholder", "now: 31; to empty it, write none")
    hand.write(new, "13")
    hand.push(form.get_by_role("button", name="Correct it"))
    expect(said).to_contain_text("Please check:")
    hand.write(form.get_by_label("Who corrects?"), "A. Reader")
    hand.write(form.get_by_label("Why?"), WHY)
    hand.push(form.get_by_role("button", name="Correct it"))
    expect(said).to_have_text("Correct it: written down in my-texts/corrections.csv, with your name and your reason.")

    listed = book.cell("ip.corrections(mine)")
    book.run_cells("list-of-corrections", "your-reader")
    row = listed.get_by_role("row").filter(has_text=CLAIM)
    for text in ("31 → 13", "A. Reader", WHY):
        expect(row).to_contain_text(text)
    reader = book.cell("ip.widgets.reader(yours)")
    reader.get_by_label("Text", exact=True).select_option("harbour-report")
    mark = reader.locator(".ip-reading mark", has_text="31 delegations")
    expect(mark).to_contain_text("✎")
    mark.hover()
    expect(reader.locator(".ip-status")).to_contain_text(f"corrected by hand (value: 31 → 13): {WHY} (A. Reader, ")
    for theme in ("JupyterLab Light", "JupyterLab Dark"):
        book.theme(theme)
        assert book.axe() == []

    claim.focus()
    hand.push(form.get_by_role("button", name="Take back"))
    expect(said).to_have_text("Take back: what was put right in this claim is out of my-texts/corrections.csv again.")
    book.run_cells("list-of-corrections")
    expect(row).to_have_count(0)
    assert book.cell_count() == cells, "keys of the form reached the notebook"
