"""The form of the project: linted, short, free of traces of one machine, and light to import."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import interparty

LONGEST = 300
# Each is put together here, so that this file does not hold what it forbids.
TRACES = [
    *(["/work" + "/", "/root" + "/", "\\Users" + "\\"]),
    *(["pypi" + ".org", "python" + "hosted.org", "npm" + "js.org", "anaconda" + ".org"]),
]


@pytest.mark.parametrize("command", [["check"], ["format", "--check"]], ids=["lint", "format"])
def test_ruff(root, command):
    done = subprocess.run([sys.executable, "-m", "ruff", *command, "."], cwd=root, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_file_of_the_library_is_long(root):
    files = [file for kind in ("*.py", "*.js", "*.css") for file in (root / "lib").rglob(kind)]
    assert files
    lengths = {str(file.relative_to(root)): len(file.read_text(encoding="utf-8").splitlines()) for file in files}
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def test_no_traces_of_one_machine(root, tracked):
    home = Path.home().as_posix()
    traces = [*TRACES, root.as_posix() + "/", *([home + "/"] if len(home) > 1 else [])]
    pattern = re.compile("|".join(r"(?<![\w.~-])" + re.escape(trace) for trace in traces))
    found = []
    for file in tracked:
        if file.parent.name == "seeds" and file.suffix == ".txt":
            continue
        for number, line in enumerate(file.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            found += [f"{file.relative_to(root)}:{number}: {match.group()}" for match in pattern.finditer(line)]
    assert found == []


def test_the_search_for_traces_finds_them():
    pattern = "|".join(re.escape(trace) for trace in TRACES)
    assert re.search(pattern, "https://files.python" + "hosted.org/x") and re.search(pattern, "/root" + "/x")


def test_links_in_the_documents_lead_somewhere(root, tracked):
    documents = [file for file in tracked if file.suffix == ".md"]
    links = [
        (file, target.partition("#")[0])
        for file in documents
        for target in re.findall(r"\]\(([^)\s]+)\)", file.read_text(encoding="utf-8"))
        if not re.match(r"[a-z]+:|#", target)
    ]
    assert links
    assert [f"{file.relative_to(root)}: {target}" for file, target in links if not (file.parent / target).exists()] == []


def test_no_module_takes_the_place_of_a_public_function(root):
    """A module that is loaded later puts itself where a function of its name has been."""
    later = {name for name, home in interparty._LATER.items() if name != home}
    places = (root / "lib/interparty").iterdir()
    modules = {place.stem for place in places if place.suffix == ".py" or (place / "__init__.py").exists()}
    assert len(later) > 30 and {"reuse", "layers"} <= modules
    assert later & modules == set()


IMPORT = """
import sys, threading, time
begin = time.process_time()
import pandas
middle = time.process_time()
seen = []
sys.addaudithook(lambda event, arguments: seen.append(event))
import interparty
share = (time.process_time() - middle) / (middle - begin)
heavy = [name for name in ("matplotlib", "ipywidgets", "anywidget", "IPython", "nbgrader") if name in sys.modules]
loud = [event for event in seen if event.split(".")[0] in ("subprocess", "socket") or event in ("os.fork", "os.exec",
        "os.posix_spawn", "os.spawn", "os.system", "urllib.Request", "_thread.start_new_thread")]
print(heavy, loud, threading.active_count(), "light" if share < 0.25 else f"{share:.0%} of pandas")
"""


def test_import_is_light_and_quiet(tmp_path):
    # The second run has its bytecode; the first may be the first one ever.
    said = [subprocess.run([sys.executable, "-c", IMPORT], cwd=tmp_path, capture_output=True, text=True) for _ in range(2)]
    assert said[1].stdout.strip() == "[] [] 1 light", said[1].stdout + said[1].stderr
