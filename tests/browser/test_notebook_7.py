"""The lessons in Notebook 7, the page without JupyterLab's side bars: opened by address, run from the menu, a widget operated."""

import re

import pytest
from playwright.sync_api import expect

LONG = 120_000
KERNEL = "window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel"


@pytest.fixture
def opened(page, lab, collection):
    """A function that opens a lesson in Notebook 7 and runs all of it: ``opened("04")``."""
    page.set_default_timeout(30_000)

    def run(number):
        (path,) = (collection / "notebooks").glob(f"{number}-*.ipynb")
        for file in path.parent.glob("*-progress.json"):
            file.unlink()
        page.goto(f"{lab.url}/notebooks/notebooks/{path.name}")
        expect(page.locator("body")).to_have_attribute("data-notebook", "notebooks")  # Notebook 7 says which of its pages this is
        page.wait_for_function(f"() => {KERNEL}?.connectionStatus === 'connected' && {KERNEL}?.status === 'idle'", timeout=LONG)
        page.locator(".lm-MenuBar-item", has_text=re.compile("^Run$")).click()
        page.locator(".lm-Menu-itemLabel", has_text=re.compile("^Run All Cells$")).click()
        last = page.locator(".jp-CodeCell").last
        last.scroll_into_view_if_needed()
        expect(last.locator(".jp-InputPrompt").first).to_have_text(re.compile(r"\[\d+\]:"), timeout=LONG)
        assert page.locator("[data-mime-type='application/vnd.jupyter.error']").all_inner_texts() == []
        return page

    return run


def test_the_dial_of_lesson_04(opened):
    page = opened("04")
    first, second = (page.get_by_role("group", name=f"Step {n}") for n in (1, 2))
    first.get_by_role("textbox").fill("200")
    first.get_by_role("button", name="Commit to this average").click()
    expect(first.get_by_role("status")).to_have_text("You expect 200 a year. The dial is open.")
    second.get_by_role("slider").fill("1978")
    expect(second).to_contain_text("1978 to 2003: 25 years, more than 180 a year")


def test_the_sandbox_of_lesson_05_and_a_chart(opened):
    page = opened("05")
    first = page.get_by_role("group", name="Step 1")
    first.get_by_label("from 400 up").click()
    first.get_by_role("button", name="Commit to this form").click()
    expect(first.get_by_role("status")).to_contain_text("You took a ceiling for a floor.")
    picture = page.locator(".jp-OutputArea-output figure", has=page.locator("img")).first
    table = picture.locator("table").first
    expect(table).to_be_hidden()
    picture.locator("summary").last.press("Enter")
    expect(table).to_be_visible()
