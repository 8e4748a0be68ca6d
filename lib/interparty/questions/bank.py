"""Where questions come from: keys modules where there are any, the public shapes where there are none."""

from __future__ import annotations

import importlib.util
import json
import os
from dataclasses import replace
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path

from ..errors import InterpartyError
from .pools import Variant, chosen, variant_of
from .question import Question

#: names the folder of the keys; "none" (or nothing) hides keys that would otherwise be found
KEYS_VARIABLE = "INTERPARTY_KEYS"
#: where keys lie, seen from the working directory or a folder above it
KEYS_PLACES = ("exercises/keys", "keys")
#: pools of variants stand beside the keys of an exercise, in a module of the same name with this behind it
POOLS = "_pools"


class KeysProblem(InterpartyError):
    """The keys are there and cannot be used."""


class UnknownQuestion(InterpartyError):
    """No question has this name."""


@cache
def shapes() -> dict[str, dict]:
    """The public half of every question, by id, as the library brings it along."""
    return json.loads(resources.files(__package__).joinpath("shapes.json").read_text("utf-8"))


def keys_folder() -> Path | None:
    """The folder of the keys modules, or None in the exam edition."""
    named = os.environ.get(KEYS_VARIABLE)
    if named is not None:
        if named.strip().lower() in ("", "none"):
            return None
        if not Path(named).is_dir():
            raise KeysProblem(f"{KEYS_VARIABLE} names the folder {named}, which does not exist.")
        return Path(named)
    here = Path.cwd()
    places = (above / place for above in (here, *here.parents) for place in KEYS_PLACES)
    return next((place for place in places if _modules(place)), None)


def _modules(folder: Path) -> list[Path]:
    """The keys modules of a folder; another folder that happens to be called keys has none."""
    try:
        found = [path for path in sorted(folder.glob("*.py")) if not path.name.startswith("_")]
        return [path for path in found if "def questions(" in path.read_text("utf-8", "replace")]
    except OSError:
        return []


@cache
def _material() -> tuple[object, object]:
    from ..corpus import load_corpus
    from ..extraction import claims

    corpus = load_corpus()
    return corpus, claims(corpus)


@lru_cache(maxsize=32)
def _load(path: str, changed: int) -> dict[str, Question]:
    """The questions of one keys module; ``changed`` is its time of change, so that an edited module is read again."""
    module = Path(path).stem
    return {question.id: replace(question, module=module) for question in _made(path, "questions")}


@lru_cache(maxsize=32)
def _load_pools(path: str, changed: int) -> dict[str, dict[str, Variant]]:
    """Question → row → variant, of one module of pools."""
    module = Path(path).stem.removesuffix(POOLS)
    found: dict[str, dict[str, Variant]] = {}
    for each in _made(path, "pools"):
        found.setdefault(each.question.id, {})[each.row] = replace(each, question=replace(each.question, module=module))
    return found


def _made(path: str, function: str) -> list:
    """What a function of a module of keys makes of corpus and claims."""
    source = Path(path)
    spec = importlib.util.spec_from_file_location(f"interparty_keys_{source.stem}", source)
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
        return list(getattr(module, function)(*_material()))
    except (Exception, SystemExit) as error:
        first = (str(error).splitlines() or [""])[0]
        reason = first if isinstance(error, InterpartyError) else f"{type(error).__name__}: {first}"
        raise KeysProblem(f"The keys module {source.name} cannot be used ({reason:.200}).") from error


def load_keys(folder: Path) -> dict[str, Question]:
    """All questions of a folder of keys modules, by id."""
    paths = _modules(Path(folder))
    if not paths:
        raise KeysProblem(f"no keys module was found in {folder}.")
    loaded: dict[str, Question] = {}
    for path in paths:
        for name, question in _load(str(path.resolve()), path.stat().st_mtime_ns).items():
            if name in loaded:
                raise KeysProblem(f"the question {name} of {path.name} is there twice.")
            loaded[name] = question
    return loaded


def load_pools(folder: Path) -> dict[str, dict[str, Variant]]:
    """All variants of a folder of keys modules: question → row → variant; empty where there are none."""
    found: dict[str, dict[str, Variant]] = {}
    for path in sorted(Path(folder).glob(f"*{POOLS}.py")):
        found |= _load_pools(str(path.resolve()), path.stat().st_mtime_ns)
    return found


def find_question(name: str) -> tuple[Question, bool]:
    """A question by its name, in capitals or not, and whether its key is known.

    Raises
    ------
    UnknownQuestion, KeysProblem
        With one sentence for the reader.
    """
    wanted = name.strip().upper()
    folder = keys_folder()
    public = shapes().get(wanted)
    row = chosen().get(wanted)
    if folder is None:
        if public is None:
            raise UnknownQuestion(_unknown(name, shapes()))
        return Question.of_shape(wanted, _shape(wanted, public, row)), False
    if row:
        return variant_of(load_pools(folder), wanted, row).question, True
    own = folder / f"{public['module']}.py" if public else None
    # Only the module that holds the question is run: a fault in another era's keys does no harm here.
    known = _load(str(own.resolve()), own.stat().st_mtime_ns) if own and own.is_file() else load_keys(folder)
    if wanted not in known:
        raise UnknownQuestion(_unknown(name, shapes() | known))
    return known[wanted], True


def _shape(name: str, public: dict, row: str | None) -> dict:
    """The public half of a question as the notebook at hand asks it."""
    variants = public.get("variants", {})
    if row and row not in variants:
        raise UnknownQuestion(
            f"{name} is a question of your own class, whose form is not known here. What you have written stays in the notebook."
        )
    return public | variants[row] if row else public


def _unknown(name: str, known: dict) -> str:
    family = [each for each in known if each[:1] == name.strip().upper()[:1]] or list(known)
    return f"There is no question “{name.strip():.20}”. There are: {', '.join(sorted(family))}."


def shapes_json(folder: Path) -> str:
    """The text of shapes.json, made from the keys modules of a folder."""
    public = {name: question.shape() for name, question in sorted(load_keys(folder).items())}
    for name, rows in sorted(load_pools(folder).items()):
        shapes_of = {row: each.question.shape() for row, each in sorted(rows.items())}
        public[name]["variants"] = {row: {part: shape[part] for part in ("title", "answer")} for row, shape in shapes_of.items()}
    return json.dumps(public, ensure_ascii=False, indent=1) + "\n"
