"""Which cell to run first: one sentence in the place of Python's report on a name that is not known, or on a slip of typing.

Cells run out of order, a kernel that was restarted, a word without its quotation marks: for beginners these are most red boxes.
``ipython_config.py``, installed beside the library, hands every such error of a notebook to ``tell``.
"""

from __future__ import annotations

import ast
import builtins
import json
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path

from .slips import report

#: where the server tells a kernel which notebook it works for
NOTEBOOK_VARIABLE = "JPY_SESSION_NAME"
_SHOWN = 48


def tell(shell, kind, error: NameError | SyntaxError, trace, tb_offset=None) -> None:
    """Show an error of typing or of order as a sentence; a handler for ``InteractiveShell.set_custom_exc``."""
    if isinstance(error, SyntaxError):
        # IPython has a report of its own for these and asks no exception how it wants to be shown
        return shell._showtraceback(kind, error, [report(error)])
    given = shell.user_ns.get("In", [""])[-1]
    told = f"{kind.__name__}: {sentence(error.name or str(error), _cells(), given, shell.user_ns)}"
    error._render_traceback_ = lambda: [told]  # what IPython asks an exception for that shows itself
    shell.showtraceback((kind, error, trace))


def sentence(name: str, cells: Iterable[str], given: str = "", known: Iterable[str] = ()) -> str:
    """What to do about a name that is not known.

    Parameters
    ----------
    name : str
        The name.
    cells : iterable of str
        The sources of the notebook's code cells, in their order; empty where the notebook cannot be found.
    given : str
        The source of the cell that was run.
    known : iterable of str
        Names that are known already.

    >>> sentence("era", ["import interparty as ip", "era = claims[:3]"])
    '`era` is not there yet. First run the cell that begins with `era = claims[:3]`, then this one again.'
    >>> sentence("floor", ["s1 = '...'"], "s1 = floor")
    '`floor` is not known. A word of your answer needs quotation marks: "floor".'
    """
    cells = [cell for cell in cells if cell.strip() != given.strip()]
    maker = next((cell for cell in cells if name in _makes(cell)), None)
    if maker is not None:
        first = next(line for line in maker.splitlines() if line.strip() and not line.lstrip().startswith("#"))
        begin = first.strip() if len(first) <= _SHOWN else first.strip()[:_SHOWN].rstrip() + " …"
        return f"`{name}` is not there yet. First run the cell that begins with `{begin}`, then this one again."
    made = {each for cell in cells for each in _makes(cell)} | {each for each in known if not each.startswith("_")}
    near = get_close_matches(name, made | set(dir(builtins)), n=1, cutoff=0.8) if len(name) > 3 else []
    if near:
        return f"`{name}` is not known. Did you mean `{near[0]}`?"
    if name.capitalize() in ("None", "True", "False"):
        return f"`{name}` is not known. Write `{name.capitalize()}`, with a capital letter and without quotation marks."
    if _is_value(name, given):
        return f'`{name}` is not known. A word of your answer needs quotation marks: "{name}".'
    return f"`{name}` is not known. Run the cells above from the top; in a new kernel, begin with `import interparty as ip`."


def stopped(variable: str, cells: Sequence[str], known: Iterable[str]) -> bool:
    """Whether the last cell that was to make a variable ended with a red message, so that an older value is still there.

    Parameters
    ----------
    variable : str
        The variable.
    cells : sequence of str
        The sources of the cells that were run, in the order in which they were run.
    known : iterable of str
        Names that are known.

    >>> stopped("s1", ["s1 = 'exact'", "s1 = floor"], ["s1"])
    True
    >>> stopped("s1", ["s1 = floor", "s1 = 'floor'"], ["s1"])
    False
    """
    written = re.compile(rf"^{re.escape(variable)}\s*=(?!=)", re.MULTILINE)
    last = next((cell for cell in reversed(cells) if written.search(cell)), None)
    if last is None:
        return False
    try:
        tree = ast.parse(last)
    except (SyntaxError, ValueError):
        return True
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    given = {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    return not used <= {*known, *dir(builtins), *_makes(last), *given}


def _cells() -> Iterator[str]:
    """The code cells of the notebook for which this kernel works, as they were last saved."""
    try:
        notebook = json.loads(Path(os.environ.get(NOTEBOOK_VARIABLE, "")).read_text(encoding="utf-8"))
        for cell in notebook["cells"]:
            if cell["cell_type"] == "code":
                yield "".join(cell["source"])
    except (OSError, ValueError, KeyError, TypeError):
        return  # no notebook on the disk: the general sentence will do


def _makes(source: str) -> set[str]:
    """The names that a cell makes: assigned, imported or defined."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return set()
    made = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            made.add(node.id)
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            made.add(node.name)
        elif isinstance(node, ast.alias):
            made.add((node.asname or node.name).partition(".")[0])
    return made


def _is_value(name: str, given: str) -> bool:
    """Whether a name stands bare where an answer was to be typed: it is used, but never called or asked for an attribute."""
    try:
        tree = ast.parse(given)
    except (SyntaxError, ValueError):
        return False
    owned = [node.func if isinstance(node, ast.Call) else node.value for node in ast.walk(tree)
             if isinstance(node, ast.Call | ast.Attribute | ast.Subscript)]  # fmt: skip
    assigned = [node.value for node in ast.walk(tree) if isinstance(node, ast.Assign)]
    bare = [node.id for value in assigned for node in ast.walk(value) if isinstance(node, ast.Name) and node not in owned]
    return name in bare
