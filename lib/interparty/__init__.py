"""Party to Party: five texts on the CPC's external relations, read closely and counted honestly.

``import interparty as ip`` is light: charts, widgets and questions are loaded when they are first asked for.
"""

from importlib import import_module

# A function never shares the name of a module that is loaded later: that would put the module in its place. (`bounds` does,
# and is therefore imported here and now.)
from .bounds import Bounds, bounds, bounds_of
from .corpus import load_corpus, read_text
from .errors import InterpartyError
from .given import explained

#: public name → module that holds it, loaded when first asked for
_LATER = {
    "claims": "extraction",
    "check": "questions",
    "hint": "questions",
    "solution": "questions",
    "progress": "questions",
    "check_setup": "setup_check",
    "dates": "layers.time_phrases",
    "eras": "layers.periodisation",
    "forms": "layers.codebook",
    "names": "layers.gazetteer",
    "principles": "layers.codebook",
    "count_words": "saying",
    "say": "saying",
    "show": "display",
    "export": "dataset",
    "table": "tables",
    "readings": "our_readings",
    "shared_counts": "reuse",
    "shared_strings": "reuse",
    "kinds_shared": "reuse",
    "side_by_side": "beside",
    "glossary": "words_of_trade",
    "term": "words_of_trade",
    "add_claim": "own.correcting",
    "correct": "own.correcting",
    "corrections": "own.corrections",
    "describe": "own.describing",
    "my_texts": "own.texts",
    "practice_folder": "own.practice",
    "reject": "own.correcting",
    "take_back": "own.correcting",
    "to_utf8": "own.decoding",
    "try_row": "own.rows",
    "unread": "own.unread",
    "years": "spans",
    "charts": "charts",
    "widgets": "widgets",
}

__all__ = [
    "Bounds",
    "InterpartyError",
    "add_claim",
    "bounds",
    "bounds_of",
    "charts",
    "check",
    "check_setup",
    "claims",
    "correct",
    "corrections",
    "count_words",
    "describe",
    "export",
    "glossary",
    "hint",
    "kinds_shared",
    "load_corpus",
    "my_texts",
    "practice_folder",
    "progress",
    "read_text",
    "readings",
    "reject",
    "say",
    "shared_counts",
    "shared_strings",
    "show",
    "side_by_side",
    "solution",
    "table",
    "take_back",
    "term",
    "to_utf8",
    "try_row",
    "unread",
    "widgets",
    "years",
]

bounds, bounds_of, load_corpus, read_text = map(explained, (bounds, bounds_of, load_corpus, read_text))


def __getattr__(name: str):
    if name not in _LATER:
        raise AttributeError(f"interparty has no {name!r}; it offers: {', '.join(__all__)}")
    module = import_module(f".{_LATER[name]}", __name__)
    value = module if name in ("charts", "widgets") else explained(getattr(module, name))
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
