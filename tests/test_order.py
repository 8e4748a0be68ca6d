"""Cells in a wrong order: one sentence that says which cell to run first, in a real kernel too."""

import shutil

import nbformat
import pytest
from nbclient import NotebookClient
from tests.conftest import ROOT

from interparty.order import NOTEBOOK_VARIABLE, sentence, stopped

CELLS = [
    "import interparty as ip\nfrom interparty import check as look\n\ncorpus = ip.load_corpus()",
    "# the claims of the era\nthree_texts = corpus[:3]\nera = three_texts",
    "for doc in corpus:\n    print(doc.id)",
    "def mine(x):\n    return x",
    "this is no Python",
    "s1 = ...",
]


@pytest.mark.parametrize(
    ("name", "given", "words"),
    [
        ("ip", "ip.show()", "First run the cell that begins with `import interparty as ip`"),
        ("look", "look('S1')", "begins with `import interparty as ip`"),
        ("era", "print(era)", "begins with `three_texts = corpus[:3]`"),
        ("doc", "doc.id", "begins with `for doc in corpus:`"),
        ("mine", "mine(3)", "begins with `def mine(x):`"),
        ("corpu", "print(corpu)", "Did you mean `corpus`?"),
        ("prnt", "prnt(3)", "Did you mean `print`?"),
        ("ceiling", "s1 = ceiling", 'needs quotation marks: "ceiling"'),
        ("flow", 's1 = {"kind": flow, "time": "2001"}', 'needs quotation marks: "flow"'),
        ("zebra", "zebra.run()", "Run the cells above from the top"),
        ("zebra", "zebra(3)", "Run the cells above from the top"),
        ("zebra", "x = zebra(", "Run the cells above from the top"),
    ],
)
def test_the_sentence(name, given, words):
    assert words in sentence(name, CELLS, given)


@pytest.mark.parametrize(("name", "meant"), [("none", "None"), ("NONE", "None"), ("true", "True")])
def test_a_word_of_python_without_its_capital_letter(name, meant):
    said = sentence(name, [], f"j2 = {{'dai-2002': (2, {name})}}")
    assert said == f"`{name}` is not known. Write `{meant}`, with a capital letter and without quotation marks."


@pytest.mark.parametrize(
    ("cells", "is_so"),
    [
        ([], False),
        (["s1 = 'floor'"], False),
        (["s1 = 'exact'", "s1 = 'floor"], True),
        (["s1 = floor", "print(s1)"], True),
        (["s1 == floor"], False),
        (["s10 = floor"], False),
        (["s1 = sorted(x for x in 'cba')"], False),
        (["half = lambda of: of / 2\ns1 = half(3)"], False),
        (["s1 = “floor”"], True),
    ],
)
def test_whether_the_cell_of_an_answer_ended_in_red(cells, is_so):
    assert stopped("s1", cells, ["s1"]) is is_so


def test_the_cell_itself_is_no_help():
    """ "Run this cell first" would be of no use: the cell that was run is left out."""
    assert "First run" not in sentence("era", ["era = era + 1"], "era = era + 1")


def test_a_long_first_line_is_cut():
    assert sentence("x", ["x = " + "1 + " * 40 + "1"]).count("1 +") < 15


def test_without_a_notebook():
    assert "begin with `import interparty as ip`" in sentence("ip", [])


def run(tmp_path, monkeypatch, *cells):
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    path = tmp_path / "lesson.ipynb"
    nbformat.write(book, path)
    monkeypatch.setenv(NOTEBOOK_VARIABLE, str(path))
    # as it stands in the source: the copy that is installed may be an older one
    profile = tmp_path / "ipython" / "profile_default"
    profile.mkdir(parents=True)
    shutil.copy(ROOT / "lib" / "interparty" / "ipython_config.py", profile)
    monkeypatch.setenv("IPYTHONDIR", str(profile.parent))
    NotebookClient(book, timeout=60, kernel_name="python3", allow_errors=True, shutdown_kernel="immediate").execute()
    return book.cells


def test_in_a_kernel_of_this_environment(tmp_path, monkeypatch):
    early, _made, late, division, word = run(tmp_path, monkeypatch, "print(era)", "era = 3", "print(era)", "1 / 0", "s1 = flow")
    (said,) = early.outputs
    assert said.output_type == "error"
    assert said.traceback == [
        "NameError: `era` is not there yet. First run the cell that begins with `era = 3`, then this one again."
    ]
    assert late.outputs[0].text == "3\n"
    assert "ZeroDivisionError" in division.outputs[0].ename and len(division.outputs[0].traceback) > 1
    assert 'quotation marks: "flow"' in word.outputs[0].traceback[0]


def test_a_slip_of_typing_in_a_kernel(tmp_path, monkeypatch):
    slip, quote, right = run(tmp_path, monkeypatch, 'c1 = {\n    "years": 28 years,\n}', "s1 = 'floor", "s1 = 'floor'")
    (said,) = slip.outputs
    assert (said.output_type, said.ename) == ("error", "SyntaxError")
    (told,) = said.traceback
    assert told.splitlines()[0] == '    "years": 28 years,' and told.splitlines()[1].strip() == "^"
    assert told.splitlines()[-1].startswith("SyntaxError: In line 2 a word or a sign stands behind a number")
    assert "A quotation mark is missing in line 1" in quote.outputs[0].traceback[0] and right.outputs == []
