"""Things that a learner's variable may hold by accident or by design, and that must neither earn points nor break a check."""

import fractions
import math


class EqualToAll:
    """Claims to be whatever it is compared with."""

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __hash__(self):
        return 1

    def __float__(self):
        return 0.55

    __int__ = __index__ = lambda self: 500

    def __str__(self):
        return "B"

    __repr__ = __str__

    def __iter__(self):
        return iter(("P", "Q"))

    def __len__(self):
        return 2

    def __getattr__(self, name):
        return self

    def __call__(self, *args, **kwargs):
        return self


class Bomb:
    """Explodes at every touch."""

    def _burst(self, *args, **kwargs):
        raise RuntimeError("boom")

    __eq__ = __ne__ = __hash__ = __float__ = __int__ = __str__ = __repr__ = __iter__ = __len__ = __getattr__ = __bool__ = _burst
    __format__ = __contains__ = __getitem__ = _burst


class Text(str):
    """A string that is every string."""

    def __eq__(self, other):
        return True

    __hash__ = str.__hash__

    def strip(self, *args):
        return "B"

    casefold = lower = translate = strip


class Number(float):
    """A float that is every float."""

    def __eq__(self, other):
        return True

    __hash__ = float.__hash__

    def __sub__(self, other):
        return 0.0

    __rsub__ = __sub__


class Whole(int):
    """An int of another class."""


class Row(list):
    """A list of another class."""


class Mapping(dict):
    """A dict of another class."""

    def items(self):
        raise RuntimeError("boom")


class Angry(type):
    """A class of classes that explodes when its classes are hashed or named."""

    def __hash__(cls):
        raise RuntimeError("boom")

    def __eq__(cls, other):
        raise RuntimeError("boom")

    def __repr__(cls):
        raise RuntimeError("boom")


class FromAngry(metaclass=Angry):
    """An object whose class cannot be hashed."""


def cycle():
    """A list that holds itself."""
    items = []
    items.append(items)
    return items


def deep(levels=5_000):
    """Lists in lists in lists."""
    item = []
    for _ in range(levels):
        item = [item]
    return item


#: name → a function that makes the thing anew
HOSTILE = {
    "equal to all": EqualToAll,
    "bomb": Bomb,
    "str subclass": lambda: Text("B"),
    "float subclass": lambda: Number(0.55),
    "int subclass": lambda: Whole(500),
    "list subclass": lambda: Row(["P", "Q"]),
    "dict subclass": lambda: Mapping(a=1),
    "metaclass": FromAngry,
    "true": lambda: True,
    "nan": lambda: math.nan,
    "infinity": lambda: math.inf,
    "huge int": lambda: 10**5_000,
    "negative huge int": lambda: -(10**5_000),
    "complex": lambda: 1j,
    "bytes": lambda: b"B",
    "function": lambda: len,
    "lambda": lambda: lambda: "B",
    "class": lambda: int,
    "module": lambda: math,
    "generator": lambda: (letter for letter in "PQ"),
    "range": lambda: range(10**9),
    "cycle": cycle,
    "deep": deep,
    "long list": lambda: [0] * 100_000,
    "long text": lambda: "B" * 1_000_000,
    "half a character": lambda: "\ud800",
    "null character": lambda: "\0",
    "bidirectional": lambda: "\u202eB",
    "html": lambda: "<script>alert(1)</script>",
    "format": lambda: "{0.__class__}",
    "regex": lambda: "(" * 50,
    "fraction": lambda: fractions.Fraction(10**400, 3),
    "dict with odd keys": lambda: {1: 2, None: 3},
    "dict with a bomb": lambda: {"conclusion": Bomb()},
    "dict keyed by a subclass": lambda: {Text("conclusion"): "B"},
    "tuple of bombs": lambda: (Bomb(), Bomb()),
    "object": object,
    "exception": lambda: ValueError("B"),
}
