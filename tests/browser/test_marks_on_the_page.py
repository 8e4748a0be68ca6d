"""From a mark of a chart to its sentence in a real JupyterLab: by mouse, by keyboard, in a notebook not trusted, on paper."""

import nbformat
import pytest
from lab import write_notebook
from playwright.sync_api import expect

import interparty as ip

SETUP = "import interparty as ip\nclaims = ip.claims(ip.load_corpus())"
EXACT = "“418 parties and organizations” [dai-2002 ¶15]"
SENTENCE = "By the end of 2001, 418 parties and organizations in 147 countries"

TOPS = "items => items.map(item => item.getBoundingClientRect().top)"


@pytest.fixture
def chart(notebook, lab):
    write_notebook(lab.root / "marks.ipynb", SETUP, "ip.show(ip.charts.stock_bounds(claims))")
    notebook.open("marks.ipynb").run_all()
    assert notebook.errors() == []
    return notebook


def seen(page):
    """The list items that a reader sees; an item that is not seen keeps its place."""
    return page.locator(".ip-sources > li").evaluate_all(
        "items => items.filter(item => getComputedStyle(item).visibility === 'visible').map(item => item.textContent)"
    )


def axe(book):
    """What axe finds wrong, with text of the figure on the screen: it judges the contrast of no other."""
    book.page.locator("figcaption").first.scroll_into_view_if_needed()
    return book.axe()


def test_by_mouse_one_sentence_at_a_time_and_the_last_one_stays(chart):
    page = chart.page
    page.locator("figure").scroll_into_view_if_needed()
    assert len(seen(page)) == 1 and "Point at a mark" in seen(page)[0]
    place = page.locator("figcaption").bounding_box()
    mark = page.get_by_role("button", name=EXACT)
    mark.hover()
    (said,) = seen(page)
    assert SENTENCE in said and "dai-2002.15.418-parties-and-organizations" in said
    page.get_by_role("button", name="“400-odd political parties and organizations”").hover()
    (said,) = seen(page)
    assert "To date, our Party" in said
    page.mouse.move(5, 5)
    assert seen(page) == [said], "what was pointed at last can still be read and copied"
    mark.click()
    page.mouse.move(5, 5)
    (said,) = seen(page)
    assert SENTENCE in said
    assert page.locator("figcaption").bounding_box() == place, "nothing moves"


def test_by_keyboard_alone(chart):
    page, press, cells = chart.page, chart.page.keyboard.press, chart.cell_count()
    marks = page.locator(".ip-spot")
    marks.first.focus()
    first = seen(page)
    press("ArrowRight")
    press("ArrowDown")
    expect(marks.nth(2)).to_be_focused()
    (said,) = seen(page)
    assert SENTENCE in said and first != [said]
    assert page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle") == "solid"
    press("Enter")
    press("Space")
    expect(marks.nth(2)).to_be_focused()
    press("ArrowLeft")
    expect(marks.nth(1)).to_be_focused()
    press("Tab")
    expect(marks.nth(2)).to_be_focused()
    for _ in range(marks.count()):
        press("ArrowRight")
    expect(marks.last).to_be_focused()
    assert "over 160 countries and regions" in seen(page)[0]
    assert chart.cell_count() == cells
    sizes = marks.evaluate_all("nodes => nodes.map(node => [node.offsetWidth, node.offsetHeight])")
    assert all(width >= 24 and height >= 24 for width, height in sizes)
    for theme in ("JupyterLab Light", "JupyterLab Dark"):
        chart.theme(theme)
        assert axe(chart) == []


def test_beside_the_marks_of_a_tall_chart_the_sentence_is_on_the_screen(notebook, lab):
    write_notebook(lab.root / "tall.ipynb", SETUP, "ip.show(ip.charts.delegation_sheet(claims))")
    notebook.open("tall.ipynb").run_all()
    page = notebook.page
    mark = page.get_by_role("button", name="“nearly 400 delegations” [dai-2002 ¶15]").first
    mark.focus()
    beside = mark.evaluate("node => getComputedStyle(node, '::after').content")
    assert "Over the past five years, the CPC sent nearly 400 delegations" in beside
    assert "nearly 400 delegations" in seen(page)[0]
    page.mouse.move(5, 5)
    page.get_by_role("button", name="“a foreign group every day”").hover()
    assert "On average, we bring in" in seen(page)[0]
    assert axe(notebook) == []


def test_on_paper_the_sentences_of_claims_are_in_the_table(chart):
    page = chart.page
    page.emulate_media(media="print")
    expect(page.locator(".ip-sources")).to_be_hidden()
    assert page.locator("figure details table").get_by_text(SENTENCE).count() == 2


def test_on_paper_the_sentences_of_readings_are_a_list_each_once(notebook, lab):
    write_notebook(lab.root / "readings.ipynb", SETUP, "ip.show(ip.charts.fuzzy_intervals(ip.load_corpus()))")
    notebook.open("readings.ipynb").run_all()
    page = notebook.page
    page.emulate_media(media="print")
    shown = page.locator(".ip-sources > li:visible")
    tops = shown.evaluate_all(TOPS)
    assert len(tops) > 1 and tops == sorted(set(tops)), "one below the other"
    words = shown.all_inner_texts()
    assert len(set(words)) == len(words) < page.locator(".ip-sources > li:not(.ip-hint)").count()
    expect(page.locator(".ip-hint")).to_be_hidden()


def test_in_a_notebook_that_is_not_trusted_the_list_stands_under_the_chart(notebook, lab, claims, corpus):
    shown = ip.show(ip.charts.stock_bounds(claims), corpus)
    output = nbformat.v4.new_output("execute_result", data=shown._repr_mimebundle_(), execution_count=1)
    path = write_notebook(lab.root / "untrusted.ipynb", "1")
    book = nbformat.read(path, 4)
    book.cells[0].outputs = [output]
    nbformat.write(book, path)
    notebook.open("untrusted.ipynb")
    page = notebook.page
    assert page.locator("figure style").count() == 0, "JupyterLab has not stripped anything: is this notebook trusted?"
    assert sum(SENTENCE in item for item in seen(page)) == 2
    tops = page.locator(".ip-sources > li").evaluate_all(TOPS)
    assert len(tops) == 11 and tops == sorted(set(tops)), "one below the other"
    picture = page.locator("figure img").bounding_box()
    for box in (mark.bounding_box() for mark in page.locator(".ip-spot").all()):
        assert picture["x"] <= box["x"] and box["y"] + box["height"] <= picture["y"] + picture["height"] + 1
    assert axe(notebook) == []
