"""Charts in a real JupyterLab: once on the page, with alt text, and their data one key press away."""

import pytest
from lab import write_notebook
from playwright.sync_api import expect

SETUP = "import interparty as ip\nclaims = ip.claims(ip.load_corpus())"
CHARTS = ("stock_bounds", "nested_subsets", "claim_against_number")


@pytest.fixture
def charts(notebook, lab):
    write_notebook(lab.root / "charts.ipynb", SETUP, *(f"ip.show(ip.charts.{name}(claims))" for name in CHARTS))
    notebook.open("charts.ipynb").run_all()
    assert notebook.errors() == []
    return notebook


def test_charts(charts):
    images = charts.page.locator(".jp-OutputArea-output img")
    expect(images).to_have_count(len(CHARTS))
    for image in images.all():
        assert len(image.get_attribute("alt")) > 100
        size = image.evaluate("node => [node.naturalWidth, node.clientWidth, node.closest('.jp-OutputArea-output').clientWidth]")
        natural, shown, column = size
        assert 0 < shown <= column
        assert shown > 0.95 * natural, "the picture is shrunk, and its letters with it"

    summary = charts.page.locator("summary").first
    table = charts.page.locator("table").first
    expect(table).to_be_hidden()
    summary.focus()
    charts.page.keyboard.press("Enter")
    expect(table).to_be_visible()
    expect(table.locator("th[scope=row]")).to_have_count(10)

    for theme in ("JupyterLab Light", "JupyterLab Dark"):
        charts.theme(theme)
        assert charts.axe() == []
