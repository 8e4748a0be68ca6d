"""The printable reader: what a learner meets on the screen stands on the page too, without a kernel.

Each lesson is run; an exercise is printed as it is handed out. The words of a page are searched, not its code.
"""

import html
import re
import shutil
from html.parser import HTMLParser

import nbformat
import pytest
from tests.conftest import ROOT
from tests.test_notebook_files import name, notebooks, read

from interparty.commandline import main
from interparty.errors import InterpartyError
from interparty.printing import page_of, print_notebooks

LESSONS = notebooks("notebooks")


def words(page):
    """The words that can be seen on a page, run together: where a tag ends, no blank need stand."""
    body = re.sub(r"(?s)<(style|script)\b.*?</\1>", " ", page.partition("<body>")[2])
    return "".join(html.unescape(re.sub(r"<[^>]*>", "", body)).split())


class Alts(HTMLParser):
    """The alternative texts of the pictures of a page."""

    def __init__(self, page):
        super().__init__()
        self.found = []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        if tag == "img":
            self.found.append(dict(attributes).get("alt") or "")


@pytest.fixture(params=LESSONS, ids=name)
def lesson(request, run_once):
    notebook = run_once(request.param).notebook
    return notebook, page_of(notebook, [path.stem for path in LESSONS])


def test_a_lesson_keeps_its_content(lesson):
    notebook, page = lesson
    seen = words(page)
    prose = " ".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    headings = re.findall(r"^#+ (.+)$", prose, re.M)
    quotations = re.findall(r"“([^”*\[]+)”", prose)
    missing = [each for each in [*headings, *quotations] if words(f"<body>{each.replace('*', '')}") not in seen]
    assert missing == []
    outputs = [
        output.data["text/html"]
        for cell in notebook.cells
        for output in cell.get("outputs", ())
        if "text/html" in output.get("data", ())
    ]
    assert outputs, "a lesson without a table, a chart or a widget"
    assert [output[:200] for output in outputs if words(f"<body>{output}") not in seen] == []
    alts = Alts(page).found
    assert all(len(alt) > 60 for alt in alts)
    assert len(alts) == "".join(outputs).count("<img")
    assert page.count("<details") == page.count("<details open")
    for placeholder in ("widget-view+json", "No description has been provided", "run this cell in Jupyter"):
        assert placeholder not in page


@pytest.mark.parametrize("path", notebooks("exercises/release"), ids=name)
def test_an_exercise_keeps_its_tasks(path):
    notebook = read(path)
    seen = words(page_of(notebook))
    headings = [line.lstrip("# ") for cell in notebook.cells for line in cell.source.splitlines() if re.match(r"#+ ", line)]
    assert len(headings) > 3
    assert [each for each in headings if words(f"<body>{each.replace('*', '').replace('`', '')}") not in seen] == []


def test_links_between_pages_lead_to_pages(tmp_path):
    lesson = ROOT / "notebooks/00-start-here.ipynb"
    page = page_of(read(lesson), ["01-comintern-1921-1949"])
    assert 'href="01-comintern-1921-1949.html"' in page
    assert 'href="05-jiang-zemin-1989-2002.ipynb"' in page, "a page that is not printed keeps its notebook"


def test_a_bar_that_grows_is_printed_as_it_ends():
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("work()")])
    book.cells[0].outputs = [nbformat.v4.new_output("stream", text="begin\n[    ] 0 %\r[##  ] 50 %\r[####] 100 %\r\ndone\n")]
    seen = words(page_of(book))
    assert "begin[####]100%done" in seen and "50%" not in seen


SMALL = """{"cells": [{"cell_type": "markdown", "id": "title", "metadata": {}, "source": ["# A small page"]},
 {"cell_type": "code", "id": "sum", "metadata": {}, "execution_count": null, "outputs": [], "source": ["%s"]}],
 "metadata": {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
 "nbformat": 4, "nbformat_minor": 5}"""


def small(folder, code):
    path = folder / "small.ipynb"
    path.write_text(SMALL % code, encoding="utf-8")
    return path


def test_the_command_writes_pages_contents_and_pdf(tmp_path, capsys):
    if shutil.which("chromium") is None:
        pytest.skip("no Chromium found that could print")
    small(tmp_path, "6 * 7")
    assert main(["print", str(tmp_path / "small.ipynb"), "--output", str(tmp_path / "pages"), "--pdf"]) == 0
    assert sorted(path.name for path in (tmp_path / "pages").iterdir()) == ["index.html", "small.html", "small.pdf"]
    assert (tmp_path / "pages/small.pdf").read_bytes().startswith(b"%PDF")
    assert "42" in words((tmp_path / "pages/small.html").read_text(encoding="utf-8"))
    assert "A small page" in (tmp_path / "pages/index.html").read_text(encoding="utf-8")


def test_what_goes_wrong_is_said_in_one_sentence(tmp_path, monkeypatch, capsys):
    with pytest.raises(InterpartyError, match="a cell fails with ZeroDivisionError"):
        print_notebooks([small(tmp_path, "1 / 0")], tmp_path / "pages")
    (tmp_path / "broken.ipynb").write_text("no notebook")
    with pytest.raises(InterpartyError, match=r"broken\.ipynb is not a notebook"):
        print_notebooks([tmp_path / "broken.ipynb"], tmp_path / "pages")
    with pytest.raises(InterpartyError, match="cannot be written"):
        print_notebooks([small(tmp_path, "1")], tmp_path / "broken.ipynb")
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(InterpartyError, match="print them there"):
        print_notebooks([], tmp_path / "pages", pdf=True)
    with pytest.raises(SystemExit) as stop:
        main(["print", str(tmp_path / "nowhere.ipynb"), "--output", str(tmp_path)])
    assert stop.value.code == 2 and "there is no notebook" in capsys.readouterr().err
