"""A set-up check in plain words: for each thing a notebook needs, "ok" or what is wrong and what to do about it."""

import errno
import logging
import os
import re
import sys
import tempfile
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from importlib import import_module, metadata
from io import BytesIO
from pathlib import Path

from .errors import InterpartyError

#: The versions wanted are read from the installed package: pyproject.toml is the only place that declares them.
_DISTRIBUTION = "party-to-party"


def to_type(system: str) -> str:
    """The line that starts the collection, for a value of os.name."""
    return "py start.py" if system == "nt" else "python3 start.py"


_START = to_type(os.name)
_REPAIR = f"Save, press Ctrl+C in the window in which you started the collection, and type there: {_START}"
_ANEW = f"{_REPAIR} --anew (it fetches everything once more; your work stays)"
_INSTALL = "Type this line in an empty cell, run it, then choose Kernel → Restart Kernel in the menu: %pip install "
#: The signs that titles and labels of charts are written with, beside the letters of English.
_SIGNS = "“”‘’–—…·¶≤≥±×→↑↓é"
_RESTART = "Then choose Kernel → Restart Kernel in the menu, and run the cells again from the top."
#: What a check found: whether it is all right, and the sentence for the learner.
Finding = tuple[bool, str]


@dataclass(frozen=True)
class Line:
    """One line of the report: what was looked at, whether it is all right, and a sentence."""

    what: str
    ok: bool
    sentence: str

    @property
    def word(self) -> str:
        """The verdict as one word, so that nothing depends on a colour or a symbol."""
        return "ok" if self.ok else "mend"


@dataclass(frozen=True)
class SetupReport:
    """The lines of a set-up check. In a notebook it is shown as a table, in a terminal as plain text."""

    lines: tuple[Line, ...]

    @property
    def ok(self) -> bool:
        """Whether every line is all right."""
        return all(line.ok for line in self.lines)

    @property
    def summary(self) -> str:
        """One sentence on the whole."""
        if self.ok:
            return "Everything is in place. Go on to the next cell."
        wrong = [line.what for line in self.lines if not line.ok]
        return f"Not everything is in place yet. Look at: {', '.join(wrong)}."

    def __repr__(self) -> str:
        return "\n".join([*(f"{line.word:<5} {line.what}: {line.sentence}" for line in self.lines), self.summary])

    def _repr_html_(self) -> str:
        left = 'style="text-align:left"'
        head = "".join(f'<th scope="col" {left}>{name}</th>' for name in ("Checked", "Result", "Found"))
        rows = "".join(
            f'<tr><th scope="row" {left}>{escape(line.what)}</th><td {left}><strong>{line.word}</strong></td>'
            f"<td {left}>{escape(line.sentence)}</td></tr>"
            for line in self.lines
        )
        return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table><p>{escape(self.summary)}</p>"


def check_setup(folder: str | Path = ".") -> SetupReport:
    """Look at everything a notebook needs and say in plain words whether it is there.

    Nothing is raised: whatever goes wrong becomes a line of the report.

    Parameters
    ----------
    folder : str or Path
        The folder where answers are kept; if nothing is said, the folder of the notebook.

    Returns
    -------
    SetupReport
        It shows itself: one line for each thing, with what to type where something is wrong.
    """
    checks: dict[str, Callable[[], Finding]] = {
        "Python": _python,
        "Helper packages": lambda: _packages(Path(folder)),
        "Toolbox": lambda: _toolbox(Path(folder)),
        "The texts": _texts,
        "Charts": _charts,
        "Widgets": _widgets,
        "Your folder": lambda: _folder(Path(folder)),
    }
    return SetupReport(tuple(Line(what, *_safely(check)) for what, check in checks.items()))


def _safely(check: Callable[[], Finding]) -> Finding:
    """Run one check; a failure nobody thought of becomes a line too, because this is what is run when things break."""
    try:
        return check()
    except InterpartyError as error:
        return False, str(error)
    except Exception as error:
        return False, f"This could not be checked ({type(error).__name__}: {error}). {_ANEW}"


def _python() -> Finding:
    running = ".".join(map(str, sys.version_info[:3]))
    wanted = metadata.metadata(_DISTRIBUTION)["Requires-Python"].removeprefix(">=")
    if _numbers(running) < _numbers(wanted):
        return False, f"This is Python {running}. Install Python {wanted} or newer from python.org. {_REPAIR}"
    return True, f"Python {running} is running."


def _packages(folder: Path) -> Finding:
    wanted = _required()
    found = {name: _version(name) for name in wanted}
    wrong = [name for name, version in found.items() if version is None or _numbers(version) < _numbers(wanted[name])]
    if wrong:
        said = ", ".join(f"{name} ({found[name] or 'missing'})" for name in wrong)
        typed = " ".join(f'"{name}>={wanted[name]}"' for name in wrong)
        return False, f"Missing or too old: {said}. {_INSTALL}{typed}"
    if hidden := [name for name in [*wanted, *sorted(sys.stdlib_module_names)] if (folder / f"{name}.py").is_file()]:
        said = f"The file {hidden[0]}.py beside this notebook has the name of a part of Python, and is taken in its place"
        return False, f"{said}: give it another name. {_RESTART}"
    for name in wanted:
        import_module(name)  # it may be there by name only
    return True, ", ".join(f"{name} {version}" for name, version in found.items()) + "."


def _toolbox(folder: Path) -> Finding:
    """Whether the library at work is the one beside the notebook: a kernel of another environment brings another copy."""
    at_work = Path(__file__).resolve().parent
    place = folder.resolve()
    for project in (place, *place.parents):
        beside = project / "lib" / "interparty"
        if beside.is_dir() and (project / "start.py").is_file():
            if beside.resolve() != at_work:
                return False, (
                    f"The kernel (the program that does the work) belongs to another copy: it takes interparty from {at_work}, "
                    f"and this notebook lies in {project}. Choose Kernel → Change Kernel… → Python 3 (ipykernel). "
                    f"If this line is still here after that: open a terminal in {project} and type: {_START}"
                )
            return True, "The library interparty beside this notebook is at work."
    return True, "The library interparty is installed."


def _texts() -> Finding:
    try:
        corpus = import_module(".corpus", __package__).load_corpus()
    except InterpartyError as error:
        return False, f"{error} Unpack the project (the zip file) once more, and copy its folder seeds over this one. {_RESTART}"
    return True, f"{len(corpus)} texts found, each exactly as it was received."


def _charts() -> Finding:
    # The first chart on a new machine makes matplotlib log a notice in alarming red.
    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
    from matplotlib.figure import Figure

    picture = BytesIO()
    figure = Figure()  # not pyplot, which would put the trial chart on the page
    figure.add_subplot().set_title(_SIGNS)
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        figure.savefig(picture)
    missing = sorted({int(code) for warning in told for code in re.findall(r"Glyph (\d+) .*missing", str(warning.message))})
    if missing:
        from matplotlib import matplotlib_fname

        return False, (
            f"Charts would show empty boxes for {' '.join(map(chr, missing))}, because a font without these signs was chosen. "
            f"Settings of matplotlib: {matplotlib_fname()}. If that file is your own, rename it; "
            "then choose Kernel → Restart Kernel in the menu."
        )
    return True, "A trial chart was drawn, and the font has every sign."


def _widgets() -> Finding:
    # jupyterlab_widgets is the half that runs in the browser: without it a widget is one line of grey text.
    missing = [name for name in ("ipywidgets", "anywidget", "jupyterlab_widgets") if _version(name) is None]
    if missing:
        return False, f"Buttons and sliders would not appear. {_INSTALL}" + " ".join(missing)
    import_module("anywidget")
    return True, "Buttons and sliders are installed."


def _folder(folder: Path) -> Finding:
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True, "Your work can be saved here."
    except OSError as error:
        if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", None)):
            return (
                False,
                "Nothing can be saved: the disk is full. Delete something that you do not need, then run this cell again.",
            )
        remedy = f"Copy the whole project into your home folder, open a terminal there and type: {_START}"
        return False, f"Nothing can be saved in the folder {folder.resolve()} ({error.strerror or error}). {remedy}"


def _required() -> dict[str, str]:
    """Each package that the library cannot do without, and its lowest version."""
    matches = (re.fullmatch(r"([\w.-]+)>=([\d.]+)", text) for text in metadata.requires(_DISTRIBUTION) or [])
    return dict(match.groups() for match in matches if match)


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _numbers(version: str) -> tuple[int, ...]:
    """Turn "3.11.2" into (3, 11, 2), so that 3.9 is older than 3.11."""
    return tuple(int(part) for part in re.findall(r"\d+", version))
