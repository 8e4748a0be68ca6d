"""The reader in a real JupyterLab, by mouse and by keyboard alone."""

import pytest
from lab import write_notebook
from playwright.sync_api import expect

SETUP = "import interparty as ip\ncorpus = ip.load_corpus()"
PASSAGES = '[("dai-2002", 15), ("dai-2002", 16), ("idcpc-2003", 8), ("idcpc-2003", 11)]'


@pytest.fixture
def reader(notebook, lab):
    write_notebook(lab.root / "reader.ipynb", SETUP, f"ip.widgets.reader(corpus, {PASSAGES})")
    notebook.open("reader.ipynb").run_all()
    assert notebook.errors() == []
    expect(notebook.page.locator(".ip-reading")).to_be_visible()
    return notebook


def test_by_mouse(reader):
    page = reader.page
    told, marks = page.get_by_role("status"), page.locator(".ip-reading mark")
    expect(marks).to_have_count(8)
    marks.nth(0).hover()
    expect(told).to_contain_text("not quite 400: a ceiling, with no lower limit")
    marks.nth(2).click()
    marks.nth(1).hover()
    expect(told).to_contain_text("more than 800")
    page.locator(".ip-key").hover()
    expect(told).to_contain_text("418, without a hedge")

    paragraphs = page.locator(".ip-par")
    page.get_by_label("only paragraphs with figures").check()
    expect(paragraphs.nth(1)).to_be_hidden()
    page.get_by_label("Text").select_option("idcpc-2003")
    expect(paragraphs.nth(0)).to_be_hidden()
    expect(paragraphs.nth(2)).to_be_visible()

    page.get_by_label("only paragraphs with figures").uncheck()
    expect(paragraphs.nth(3)).to_contain_text("the cause of the Party£¬the Party's", use_inner_text=True)
    page.get_by_label("as emended").check()
    expect(paragraphs.nth(3).locator(".ip-printed").last).to_be_hidden()
    expect(paragraphs.nth(3).locator(".ip-emended").last).to_be_visible()
    page.get_by_label("as printed").check()
    expect(paragraphs.nth(3).locator(".ip-emended").last).to_be_hidden()

    fits = page.locator(".ip-widget").evaluate(
        "node => node.closest('.jp-OutputArea-output').scrollWidth <= node.closest('.jp-OutputArea-output').clientWidth"
    )
    assert fits, "the reader is wider than its output"


def test_by_keyboard_alone(reader):
    page, cells = reader.page, reader.cell_count()
    told = page.get_by_role("status")
    page.get_by_role("group", name="Passages").focus()
    page.keyboard.press("Tab")
    expect(told).to_contain_text("“nearly 400 delegations” [dai-2002 ¶15]")
    page.keyboard.press("ArrowRight")
    expect(told).to_contain_text("“more than 800 delegations”")
    page.keyboard.press("Enter")
    expect(page.locator("mark").nth(1)).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("ArrowDown")
    expect(told).to_contain_text("418")
    page.keyboard.press("b")
    page.keyboard.press("d")
    page.keyboard.press("d")
    assert reader.cell_count() == cells, "keys of the reader reached the notebook"
    expect(page.locator("mark").nth(2)).to_be_focused()

    for theme in ("JupyterLab Light", "JupyterLab Dark"):
        reader.theme(theme)
        assert reader.axe() == []
