"""Party to Party: five texts on the CPC's external relations, read closely and counted honestly.

``import interparty as ip`` is light: charts, widgets and questions are loaded when they are first asked for.
"""

from importlib import import_module

#: public name → module that holds it. A name that is itself a module stands for the module.
_PUBLIC = {
    "Bounds": "bounds",
    "bounds": "bounds",
    "bounds_of": "bounds",
    "InterpartyError": "errors",
    "load_corpus": "corpus",
    "read_text": "corpus",
    "claims": "claims",
    "check": "questions",
    "hint": "questions",
    "solution": "questions",
    "show": "show",
    "check_setup": "setup_check",
}
_MODULES = ("charts", "widgets")

__all__ = sorted([*_PUBLIC, *_MODULES])


def __getattr__(name: str):
    if name in _PUBLIC:
        value = getattr(import_module(f".{_PUBLIC[name]}", __name__), name)
    elif name in _MODULES:
        value = import_module(f".{name}", __name__)
    else:
        raise AttributeError(f"interparty has no {name!r}; it offers: {', '.join(__all__)}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
