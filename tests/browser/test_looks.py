"""The checks of ``looks`` can fail: each tiny page has one known defect, and the one beside it has none."""

import pytest
from lab import NotebookPage, write_notebook
from looks import axe, chimneys, faint, layout, paper, pictures, targets, voids
from playwright.sync_api import expect

HTML = "from IPython.display import HTML\nHTML({!r})"
DOT = "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA="
ALT = "A dot of one pixel, which stands for a chart and is described at some length here."


def figure(img, rest="<figcaption>A dot.</figcaption><details><summary style='padding:4px'>Data</summary>None.</details>"):
    return f"<figure class='interparty-figure'>{img}{rest}</figure>"


GOOD = figure(f"<img src='{DOT}' alt='{ALT}'>")
DEFECTS = {
    "no alt text": (pictures, figure(f"<img src='{DOT}'>"), "alt text"),
    "no caption": (pictures, figure(f"<img src='{DOT}' alt='{ALT}'>", "<details><summary>Data</summary></details>"), "caption"),
    "no data": (pictures, figure(f"<img src='{DOT}' alt='{ALT}'>", "<figcaption>A dot.</figcaption>"), "without its data"),
    "broken": (pictures, figure(f"<img src='data:image/png;base64,AAAA' alt='{ALT}'>"), "does not load"),
    "too wide": (
        layout,
        "<div style='width:3000px;height:9px'>wide<table style='width:3000px'><tr><td>1</table></div>",
        "cell 1",
    ),
    "too small": (
        targets,
        "<div class='ip-widget'><button style='height:9px;padding:0;font-size:6px'>x</button></div>",
        "a button",
    ),
    "pale": (axe, "<p style='color:#ccc;background:#fff'>Pale grey on white.</p>", "axe color-contrast"),
    "wider than paper": (paper, "<pre style='width:3000px'>wide</pre>", "on paper, a pre (wide) is cut off"),
    "higher than paper": (paper, f"<img style='height:1200px!important' src='{DOT}' alt='{ALT}'>", "1200 px high"),
    "mostly empty": (voids, "<div class='ip-panel' style='height:300px'><p>One line.</p></div>", "of nothing at the end"),
    "a chimney": (chimneys, f"<table><tr><td style='width:60px'>{'many words ' * 20}</table>", "a cell of"),
    "drawn too faintly": (
        faint,
        "<div class='ip-widget'><svg width='90' height='9'><line x2='90' y2='9' stroke='rgb(128 128 128 / 0.3)'/></svg></div>",
        "a line of class",
    ),
    "nameless": (axe, "<button></button>", "axe button-name"),
}


def found(look, notebook):
    told = look(notebook)
    return told[0] if look is axe else told


@pytest.fixture(scope="module")
def board(desk, lab):
    """A function that shows a page of HTML in a notebook of one cell."""
    write_notebook(lab.root / "board.ipynb", "")
    page = NotebookPage(desk, lab).open("board.ipynb")

    def shows(html):
        page.write(HTML.format(html)).run_all()
        expect(desk.locator(".jp-OutputArea-output")).to_have_count(1)
        return page

    return shows


@pytest.mark.parametrize("name", DEFECTS)
def test_a_defect_is_found(board, name):
    look, html, told = DEFECTS[name]
    assert [each for each in found(look, board(html)) if told in each], f"not found: {name}"


def test_a_good_page_has_none(board):
    frame = "<div style='overflow-x:auto' tabindex='0'><table style='width:3000px'><tr><td>Wide, in a frame</table></div>"
    page = board(GOOD + frame)
    assert [told for look in (pictures, layout, targets, paper, voids, chimneys, faint, axe) for told in found(look, page)] == []
