"""What a function was given, looked at only when it has failed: one sentence in the place of Python's.

Nothing is refused beforehand: whatever works, works. But when a public function fails and was called in a way that it cannot
be called, or with a corpus where a table of claims belongs, the learner is told that, and what to write.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from types import FunctionType

from .errors import InterpartyError

_CLAIMS = ("claim_id", "doc", "par", "quote", "value", "low", "high", "hedge", "measure", "direction", "kind", "period_start")
_ROW = ("quote", "value", "low", "high", "hedge", "period_start", "period_end", "period_text")


def _is_corpus(value) -> bool:
    from .corpus import Corpus

    return isinstance(value, Corpus)


def _lacks(value, names) -> list[str]:
    """The columns or fields that a table or a row does not have; all of them where it is neither."""
    held = getattr(value, "columns", value if isinstance(value, dict) else getattr(value, "index", ()))
    return [name for name in names if name not in (held if not callable(held) else ())]


def _is_table(value) -> bool:
    return hasattr(value, "columns") and hasattr(value, "iloc")


def _is_path(value) -> bool:
    return isinstance(value, str | Path)


#: name of the parameter → what it must be, how to tell, and what to write
_TAKES: dict[str, tuple[str, Callable, str]] = {
    "claims": ("a table of claims", lambda value: _is_table(value) and not _lacks(value, _CLAIMS), "ip.claims(corpus)"),
    "claim": ("one row of the claims table", lambda value: not _is_table(value) and not _lacks(value, _ROW), "claims.iloc[0]"),
    "corpus": ("the texts", _is_corpus, "ip.load_corpus()"),
    "source": ("the texts", lambda value: True, "ip.load_corpus()"),
    "frame": ("a table", _is_table, "ip.claims(corpus)"),
    "folder": ("the name of a folder", _is_path, '"my-texts"'),
    "file": ("the name of a file", _is_path, '"report.txt"'),
    **{
        name: (f"a table of readings ({readings})", _is_table, f'ip.readings("{readings}")')
        for name, readings in (
            ("clauses", "witness-agents"),
            ("rows", "comintern-dates"),
            ("arrows", "comintern"),
            ("actors", "comintern-actors"),
            ("forms", "leaning-forms"),
            ("cards", "leaning-cards"),
            ("links", "leaning-links"),
        )
    },
    "terms": ("words in quotation marks", lambda values: all(isinstance(value, str) for value in values), '"hedge"'),
    **{
        name: ("text in quotation marks", lambda value: isinstance(value, str), '"…"')
        for name in ("text", "template", "name", "word", "table", "claim_id", "quote", "encoding")
    },
}

_KINDS = {
    "NoneType": "None",
    "str": "words in quotation marks",
    "int": "a number",
    "float": "a number",
    "Series": "a row or column",
}


def explained(function: Callable) -> Callable:
    """The same function, whose failure over what it was given is told in one sentence.

    Parameters
    ----------
    function : function
        A public one. Anything else (a class, a module) comes back as it is.

    Returns
    -------
    function
        With the same signature and docstring. It raises ``InterpartyError`` where the call or a value does not fit, and
        whatever the function raises where both do.
    """
    if not isinstance(function, FunctionType):
        return function
    signature = inspect.signature(function)

    @wraps(function)
    def told(*args, **kwargs):
        try:
            return function(*args, **kwargs)
        except Exception as error:
            if sentence := _what_is_wrong(function.__name__, signature, args, kwargs, error):
                raise InterpartyError(sentence) from error
            raise

    return told


def _what_is_wrong(name: str, signature: inspect.Signature, args, kwargs, error: Exception) -> str:
    """The sentence for a call that failed; empty where the call and its values are such as the function takes."""
    # an error of ours has its sentence, unless it names a whole table, or took the corpus for something else
    ours = isinstance(error, InterpartyError) and "\n" not in str(error)
    try:
        given = signature.bind(*args, **kwargs).arguments
    except TypeError as misfit:
        return f"{name} cannot be called like this ({misfit}): write {name}({_pattern(signature)})."
    for place, (parameter, value) in enumerate(given.items()):
        what, fits, hint = _TAKES.get(parameter, ("", None, ""))
        optional = value is None and signature.parameters[parameter].default is None
        if what and not optional and not fits(value) and (not ours or _is_corpus(value)):
            return f"{name} needs {what}, not {_kind(value)}: try {name}({'' if place == 0 else f'…, {parameter}='}{hint})."
    tables = {parameter: value for parameter, value in given.items() if _is_table(value) and parameter in _TAKES}
    missing = error.args[0] if isinstance(error, KeyError) and error.args else None
    if tables and isinstance(missing, str) and all(missing not in value.columns for value in tables.values()):
        what = _TAKES[next(iter(tables))][0]
        return f"{name} needs {what}, and this table has no column {missing!r}: try {name}({_hint(tables)})."
    return ""


def _hint(tables: dict) -> str:
    return ", ".join(_TAKES[parameter][2] for parameter in tables)


def _kind(value) -> str:
    """What a learner would call it."""
    if _is_corpus(value):
        return "a corpus"
    if _is_table(value):
        missing = _lacks(value, _CLAIMS)
        return f"a table without the column {missing[0]!r}" if missing else "a whole table of claims"
    return _KINDS.get(type(value).__name__, f"a {type(value).__name__}")


def _pattern(signature: inspect.Signature) -> str:
    """How it is called: what must be given, by name where it must be."""
    must = [each for each in signature.parameters.values() if each.default is each.empty]
    return ", ".join(
        f"{each.name}=…" if each.kind is each.KEYWORD_ONLY else each.name
        for each in must
        if each.kind not in (each.VAR_POSITIONAL, each.VAR_KEYWORD)
    )
