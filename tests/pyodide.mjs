// The engine in Pyodide: every module compiled, the five texts read. Called by tests/matrix.py with the folder of the library
// and the folder of the texts; prints the version of Python, the warnings, and a digest of the claims.
// pandas and the packages that draw are not at hand in the registries for Pyodide: the engine works below them, without a table.
import { loadPyodide } from "pyodide";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const [library, seeds] = process.argv.slice(2);
const python = await loadPyodide();

function copy(from, to) {
  python.FS.mkdirTree(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (entry.name === "__pycache__") continue;
    if (entry.isDirectory()) copy(join(from, entry.name), `${to}/${entry.name}`);
    else python.FS.writeFile(`${to}/${entry.name}`, readFileSync(join(from, entry.name)));
  }
}

copy(library, "/library/interparty");
copy(seeds, "/library/interparty/seeds");
python.runPython(`
import sys, warnings
from pathlib import Path
from unittest.mock import MagicMock

sys.path.insert(0, "/library")
with warnings.catch_warnings(record=True) as told:
    warnings.simplefilter("always")
    for module in Path("/library").rglob("*.py"):
        compile(module.read_text("utf-8"), str(module), "exec")
for package in ("numpy", "pandas", "matplotlib", "matplotlib.pyplot", "ipywidgets", "anywidget", "traitlets"):
    sys.modules[package] = MagicMock()
`);
python.runPython(readFileSync(new URL("./engine_digest.py", import.meta.url), "utf-8"));
console.log(python.runPython(`f"Python {sys.version.split()[0]}, {len(told)} warnings|{digest()}"`));
