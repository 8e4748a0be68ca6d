"""What notebooks and library ask of the program they run in: Python, and the protocol of Jupyter; nothing of one front end.

VS Code, Notebook 7, nbclient and Pyodide differ in all the rest. Which widgets and outputs the notebooks show is looked at where
they are run (``test_notebook_files.py``), and Notebook 7 is opened in ``browser/test_notebook_7.py``.
"""

import ast
import re
import subprocess
import sys

import pytest
from tests.test_notebook_files import FOLDERS, name, notebooks, read

#: shown by a front end in its own way or in none, or slow in some (``Output``)
NAMES = {"interact", "interactive", "interactive_output", "Output", "get_ipython", "Javascript", "IFrame"}
LOCAL = r"\]\((?:/|https?://(?:localhost|127\.))[^)]*\)|/lab/tree|/notebooks/tree"
#: what cannot be done in Pyodide, by the names of Python's audit events
IMPOSSIBLE = ("socket.connect", "subprocess.Popen", "os.system", "os.posix_spawn", "os.fork")
WATCHED = f"""
import subprocess, sys, threading
import anywidget, matplotlib.pyplot, pandas
sys.addaudithook(lambda event, given: event in {IMPOSSIBLE} and print(event))
threading.Thread.start = lambda thread: print("thread")
import interparty as ip
ip.claims(ip.load_corpus())
{{}}
"""


@pytest.fixture(params=notebooks(*FOLDERS, "docs"), ids=name)
def book(request):
    return read(request.param)


def test_a_cell_is_plain_python(book):
    trees = [ast.parse(cell.source) for cell in book.cells if cell.cell_type == "code"]  # a %magic or !command does not parse
    assert trees
    nodes = [node for tree in trees for node in ast.walk(tree)]
    used = {
        node.attr if isinstance(node, ast.Attribute) else node.id for node in nodes if isinstance(node, ast.Attribute | ast.Name)
    }
    assert used & NAMES == set()


def test_no_link_needs_one_server(book):
    assert re.findall(LOCAL, "\n".join(cell.source for cell in book.cells)) == []


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("", ""),
        ("threading.Thread().start()", "thread"),
        ("subprocess.call([sys.executable, '-c', ''])", "subprocess.Popen"),
    ],
)
def test_the_library_starts_no_thread_no_program_and_asks_no_network(more, told):
    done = subprocess.run([sys.executable, "-c", WATCHED.format(more)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout.partition("\n")[0] == told
