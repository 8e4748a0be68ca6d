"""How a kernel is asked for an answer: the code that goes in before the learner's does, and the reading of what comes out.

Nothing that comes out is believed. Inside, the value is turned into JSON by the library's own `canonical`, loaded a second
time with a private copy of Python's builtins, so that a learner who has called a variable ``list`` or ``json`` loses nothing.
A learner who replaces this code can send any text at all; it is read here as JSON, and converted and limited once more, so
that it is never more than an answer.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from ..questions.canonical import LONGEST_TEXT, Unreadable, canonical

#: longest reply that is read, in characters of JSON
LONGEST_REPLY = 12 * LONGEST_TEXT
_LONGEST_REASON = 200

INSTALL = """
def _install():
    import builtins, importlib.util, json, os, sys, types

    # A file of the learner's that has the name of a module must not be taken for it.
    paths, sys.path[:] = list(sys.path), [path for path in sys.path if path not in ("", os.getcwd())]
    spec = importlib.util.find_spec("interparty.questions.canonical")
    sys.path[:] = paths
    own = importlib.util.module_from_spec(spec)
    own.__dict__["__builtins__"] = dict(vars(builtins))
    spec.loader.exec_module(own)
    text = json.JSONEncoder(ensure_ascii=True, allow_nan=False).encode
    shell, missing, wrong, anything, longest = get_ipython(), object(), own.Unreadable, Exception, LONGEST
    namespace, size = shell.user_ns, len

    class Said:
        __slots__ = ("json",)

        def __repr__(self):
            return self.json

    def answer(name):
        said = Said()
        value = namespace.get(name, missing)
        if value is missing:
            said.json = text({"state": "missing"})
            return said
        try:
            said.json = text({"state": "value", "value": own.canonical(value)})
            if size(said.json) > longest:
                raise wrong("it is too long")
        except wrong as reason:
            said.json = text({"state": "unreadable", "why": reason.args[0]})
        except anything:
            said.json = text({"state": "unreadable", "why": "it could not be read"})
        return said

    module = types.ModuleType("_interparty_probe")
    module.answer = answer
    sys.modules["_interparty_probe"] = module

_install()
del _install
""".replace("LONGEST", str(LONGEST_REPLY))


def question_of(variable: str) -> str:
    """The expression that asks for a variable; works after ``%reset`` too, and whatever the learner's names are."""
    return f'__import__("sys").modules["_interparty_probe"].answer({variable!r})'


@dataclass(frozen=True)
class Answer:
    """What a kernel said about a variable.

    Parameters
    ----------
    state : str
        "value", "missing", or "unreadable".
    value : object
        Plain JSON data, within the limits of `canonical`.
    why : str
        Why it could not be read.
    """

    state: str
    value: object = None
    why: str = ""


_UNREADABLE = Answer("unreadable", why="it could not be read")


def read_reply(text: object) -> Answer:
    """The answer in a kernel's reply; any reply that is not one counts as unreadable.

    Parameters
    ----------
    text : object
        What the kernel sent, of whatever type.
    """
    if type(text) is not str or len(text) > LONGEST_REPLY:
        return _UNREADABLE
    try:
        said = json.loads(text, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        return _UNREADABLE
    if type(said) is not dict:
        return _UNREADABLE
    if said.get("state") == "missing":
        return Answer("missing")
    if said.get("state") == "value" and "value" in said:
        try:
            return Answer("value", canonical(said["value"]))
        except Unreadable as reason:
            return Answer("unreadable", why=str(reason))
    why = said.get("why")
    return Answer("unreadable", why=why[:_LONGEST_REASON]) if type(why) is str and why.isprintable() else _UNREADABLE


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON")
