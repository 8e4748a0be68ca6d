"""The tests and every notebook with other Pythons and other packages: one command, one line a row.

    python tests/matrix.py                       # every row whose Python is found
    python tests/matrix.py --only 3.12 oldest    # some rows
    python tests/matrix.py --only pyodide        # the engine in Pyodide, which npm brings; with the Python that runs this

A row makes an environment of its own in a temporary folder, without constraints.txt: with the newest packages that the registry
has, or with the oldest that pyproject.toml allows of what the library imports, the extra scale with it. The browser tests stay
with the Python of CI; what they look at is the same.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
#: name of the row → Python, and whether the oldest packages are taken
ROWS = {name: (name, False) for name in ("3.11", "3.12", "3.13", "3.14")} | {"oldest": ("3.11", True)}
#: Python in WebAssembly, as npm has it: the engine alone, beside this machine's own Python
PYODIDE = ("pyodide", "314")
#: what depends on Python and packages: the library and the notebooks; not the browser, the grading back end, start.py
TESTS = ["-q", "-n", "2", "tests", "-p", "no:cacheprovider"]
TESTS += [f"--ignore=tests/{name}" for name in ("browser", "classroom", "exercises", "test_start.py", "test_style.py")]
VERSION = "import sys; print('%d.%d' % sys.version_info[:2])"
PACKAGES = ("pandas", "matplotlib", "ipywidgets", "anywidget")
TOLD = f"from importlib.metadata import version; print(*(f'{{name}} {{version(name)}}' for name in {PACKAGES}), sep=', ')"


def python_of(version: str) -> str | None:
    """A Python of this version: on the path, or among those that pyenv keeps."""
    kept = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    found = [shutil.which(f"python{version}"), *map(str, sorted(kept.glob(f"{version}.*/bin/python")))]
    for candidate in filter(None, found):
        told = subprocess.run([candidate, "-c", VERSION], capture_output=True, text=True)
        if told.stdout.strip() == version:
            return candidate
    return None


def oldest() -> list[str]:
    """What the library imports, at the lowest version that is declared."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = [*project["dependencies"], *project["optional-dependencies"]["scale"]]
    return [re.sub(r">=([\d.]+).*", r"==\1", each.replace(" ", "")) for each in declared]


def run(name: str) -> str:
    """Make the environment of a row and run its tests; gives back what the line of the row says."""
    version, old = ROWS[name]
    python = python_of(version)
    if python is None:
        return f"no Python {version} on this machine"
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([python, "-m", "venv", folder], check=True)
        inside = Path(folder) / ("Scripts" if os.name == "nt" else "bin") / "python"
        wanted = [f"{ROOT}[lab,grade,test,scale]", *(oldest() if old else [])]
        made = subprocess.run([inside, "-m", "pip", "install", "-q", "-e", *wanted], capture_output=True, text=True)
        if made.returncode:
            return f"cannot be installed: {made.stderr.strip().splitlines()[-1]}"
        told = subprocess.run([inside, "-c", TOLD], capture_output=True, text=True).stdout.strip()
        tests = subprocess.run([inside, "-m", "pytest", *TESTS], cwd=ROOT, capture_output=True, text=True)
        failed = [line for line in tests.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
        return "\n".join([f"{told}: {tests.stdout.strip().splitlines()[-1]}", *failed])


def run_pyodide() -> str:
    """The engine in Pyodide and in this Python: whether both read the same in the five texts."""
    if not shutil.which("npm"):
        return "no npm on this machine"
    with tempfile.TemporaryDirectory() as folder:
        for name in ("pyodide.mjs", "engine_digest.py"):
            shutil.copy(ROOT / "tests" / name, folder)
        made = subprocess.run(["npm", "install", "@".join(PYODIDE)], cwd=folder, capture_output=True, text=True)
        if made.returncode:
            return f"cannot be installed: {made.stderr.strip().splitlines()[-1]}"
        command = ["node", "pyodide.mjs", str(ROOT / "lib" / "interparty"), str(ROOT / "seeds")]
        told = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    if told.returncode:
        return f"failed: {told.stderr.strip().splitlines()[-1]}"
    version, _, digest = told.stdout.strip().splitlines()[-1].rpartition("|")
    here = subprocess.run([sys.executable, ROOT / "tests" / "engine_digest.py"], capture_output=True, text=True).stdout.strip()
    return f"{version}, engine alone: {digest}" + ("" if digest == here else f"; failed: here it is {here}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    names = [*ROWS, PYODIDE[0]]
    parser.add_argument("--only", nargs="+", choices=names, default=names, help="rows to run")
    lines = {
        name: run(name) if name in ROWS else run_pyodide()
        for name in parser.parse_args().only
        if print(f"{name} …", file=sys.stderr) is None
    }
    for name, line in lines.items():
        print(f"{name}: {line}")
    sys.exit(any("failed" in line or "error" in line or "cannot" in line for line in lines.values()))
