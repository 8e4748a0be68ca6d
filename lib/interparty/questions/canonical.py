"""From whatever the learner assigned to plain JSON data, without ever calling the learner's own code.

Everything is decided by exact type. No method of a learner's object runs: no ``__eq__``, ``__float__``, ``__repr__``,
``__hash__`` or ``__iter__``. So an object that claims to equal every number gains nothing, and one that explodes when
it is touched breaks nothing. The result holds only None, bool, int, float, str, list and dict with str keys: it can
cross a process border as JSON and be marked on the other side.
"""

from __future__ import annotations

import math
import sys
from decimal import Decimal
from fractions import Fraction
from types import BuiltinFunctionType, EllipsisType, FunctionType, ModuleType

from ..bounds import Bounds, Verdict

#: the three dots of an answer that has not been filled in, as JSON
EMPTY = "..."

LONGEST_TEXT = 20_000
LARGEST_NUMBER = 10**15
DEEPEST = 6
MOST_PIECES = 2_000


class Unreadable(Exception):
    """The answer has not the shape that was asked for; the message is the sentence the learner sees."""


#: what to say about things that people type by accident
_ACCIDENTS = (
    (FunctionType, "it is a function: brackets may be missing after its name"),
    (BuiltinFunctionType, "it is a function: brackets may be missing after its name"),
    (type, "it is the name of a type, not a value: quotes may be missing around a word"),
    (ModuleType, "it is a module: quotes may be missing around a word"),
    (bytes, "it is a string of bytes: remove the b before the quotes"),
    (complex, "it is a complex number"),
)


def canonical(raw: object) -> object:
    """Turn a learner's object into plain JSON data.

    Parameters
    ----------
    raw : object
        None, ``...``, bool, int, float, str, Fraction, Decimal, Bounds, a numpy number; list, tuple, set, dict of them.

    Returns
    -------
    None, bool, int, float, str, list or dict
        ``...`` becomes the string "...", a fraction a float, Bounds a dict with low and high, a tuple or set a list.

    Raises
    ------
    Unreadable
        For anything else, for a number that is not finite or too large, and for an answer that is too long or too deep.
    """
    return _convert(raw, DEEPEST, [MOST_PIECES])


def _convert(raw: object, depth: int, left: list[int]) -> object:
    left[0] -= 1
    if depth < 0 or left[0] < 0:
        raise Unreadable("it holds too many things inside one another")
    kind = type(raw)
    if raw is None or kind is bool:
        return raw
    if kind is EllipsisType:
        return EMPTY
    if kind is str:
        if len(raw) > LONGEST_TEXT:
            raise Unreadable(f"it is longer than {LONGEST_TEXT:,} characters")
        # Half of a character pair cannot be written as UTF-8.
        return raw.encode("utf-8", "replace").decode("utf-8")
    if kind is Verdict:
        return str.__str__(raw)
    if kind is int or kind is float:
        return _number(raw)
    if kind is Fraction or kind is Decimal:
        return _number(_as_float(raw))
    if kind is list or kind is tuple or kind is set or kind is frozenset:
        return [_convert(each, depth - 1, left) for each in list(raw)]
    if kind is dict:
        return _dict(raw, depth, left)
    if kind is Bounds:
        return {end: _convert(object.__getattribute__(raw, end), depth - 1, left) for end in ("low", "high")}
    if _is_numpy_number(kind):
        return _convert(raw.item(), depth - 1, left)
    raise Unreadable(next((why for accident, why in _ACCIDENTS if kind is accident), "it is an object of another kind"))


def _dict(raw: dict, depth: int, left: list[int]) -> dict:
    result = {}
    for key, value in list(raw.items()):
        if type(key) is not str:
            raise Unreadable("one of its labels is not a piece of text in quotes")
        result[_convert(key, depth - 1, left)] = _convert(value, depth - 1, left)
    return result


def _as_float(raw: Fraction | Decimal) -> float:
    try:
        return float(raw)
    except (ValueError, ArithmeticError):
        raise Unreadable("it is not a number one can count with") from None


def _number(raw: int | float) -> int | float:
    if not math.isfinite(raw) if type(raw) is float else False:
        raise Unreadable("it is not a number one can count with (infinite, or 'not a number')")
    if not -LARGEST_NUMBER <= raw <= LARGEST_NUMBER:
        raise Unreadable("the number is far too large")
    return raw


def _is_numpy_number(kind: type) -> bool:
    """True for numpy's own numbers: figures read from a claims table are of these types."""
    numpy = sys.modules.get("numpy")
    names = ("float64", "float32", "int64", "int32", "bool_", "str_")
    return numpy is not None and any(kind is getattr(numpy, name, None) for name in names)
