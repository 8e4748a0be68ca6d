"""A set-up check in plain words: for each thing a notebook needs, "ok" or what is wrong and what to do about it."""

import logging
import re
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from importlib import import_module, metadata
from io import BytesIO
from pathlib import Path

from .errors import InterpartyError

#: The versions wanted are read from the installed package: pyproject.toml is the only place that declares them.
_DISTRIBUTION = "party-to-party"
_REPAIR = "Close JupyterLab, open a terminal in the folder of the project and type: python3 start.py"
_INSTALL = "Type this line in an empty cell, run it, then choose Kernel → Restart Kernel in the menu: %pip install "
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
        "Helper packages": _packages,
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
        return False, f"This could not be checked ({type(error).__name__}: {error}). {_REPAIR}"


def _python() -> Finding:
    running = ".".join(map(str, sys.version_info[:3]))
    wanted = metadata.metadata(_DISTRIBUTION)["Requires-Python"].removeprefix(">=")
    if _numbers(running) < _numbers(wanted):
        return False, f"This is Python {running}. Install Python {wanted} or newer from python.org. {_REPAIR}"
    return True, f"Python {running} is running."


def _packages() -> Finding:
    wanted = _required()
    found = {name: _version(name) for name in wanted}
    wrong = [name for name, version in found.items() if version is None or _numbers(version) < _numbers(wanted[name])]
    if wrong:
        said = ", ".join(f"{name} ({found[name] or 'missing'})" for name in wrong)
        typed = " ".join(f'"{name}>={wanted[name]}"' for name in wrong)
        return False, f"Missing or too old: {said}. {_INSTALL}{typed}"
    return True, ", ".join(f"{name} {version}" for name, version in found.items()) + "."


def _texts() -> Finding:
    corpus = import_module(".corpus", __package__).load_corpus()
    return True, f"{len(corpus)} texts found, each exactly as it was received."


def _charts() -> Finding:
    # The first chart on a new machine makes matplotlib log a notice in alarming red.
    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
    from matplotlib.figure import Figure

    picture = BytesIO()
    figure = Figure()  # not pyplot, which would put the trial chart on the page
    figure.add_subplot().plot([0, 1])
    figure.savefig(picture)
    return True, "A trial chart was drawn."


def _widgets() -> Finding:
    # jupyterlab_widgets is the half that runs in the browser: without it a widget is one line of grey text.
    missing = [name for name in ("ipywidgets", "anywidget", "jupyterlab_widgets") if _version(name) is None]
    if missing:
        return False, f"Buttons and sliders would not appear. {_INSTALL}" + " ".join(missing)
    return True, "Buttons and sliders are installed."


def _folder(folder: Path) -> Finding:
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True, "Your work can be saved here."
    except OSError as error:
        remedy = "Copy the whole project into your home folder and start it from there."
        return False, f"Nothing can be saved in this folder ({error.strerror or error}). {remedy}"


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
