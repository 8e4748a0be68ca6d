"""Make the files that are derived from other files, or check that they still fit.

    python derive.py                    make every derived file that no longer fits its sources
    python derive.py constraints.txt    only this one
    python derive.py --check            write nothing; exit 1 and name each file that does not fit

`DERIVED` at the end is the whole list. To add a derived file, write a function that returns its content and add a row.
Run it with the Python of `.venv`, where the tools are. For newer versions of everything: delete constraints.txt first.
"""

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent
NOTICE = "Made by `python derive.py` from pyproject.toml: edit that file, not this one."


@dataclass(frozen=True)
class Derived:
    """One row: a file (or a folder, ending in "/") and how to make it.

    `make()` returns {path from the project folder: content}, text or bytes, for every file of the row.
    `problems()` returns sentences on what does not fit, none if all is well.
    Where it is None, `make()` is run and its files are compared with those on disk.
    """

    target: str
    sources: tuple[str, ...]
    make: Callable[[], dict[str, str | bytes]]
    problems: Callable[[], list[str]] | None = None


class DeriveError(Exception):
    """A derived file cannot be made; the message is one sentence saying why."""


def pyproject():
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


# ---- environment.yml ------------------------------------------------------------------------------------------------


def environment_yml():
    """For conda and Binder: what a learner needs (library and extra `lab`) from conda-forge, the project itself by pip.

    The line `-e .` stays as it is: with more options on it repo2docker would build before it has copied the repository.
    """
    tables = pyproject()
    conda = tables["tool"]["party-to-party"]["conda"]
    wanted = tables["project"]["dependencies"] + tables["project"]["optional-dependencies"]["lab"]
    lines = [f"# {NOTICE}", f"name: {tables['project']['name']}", "channels:", "  - conda-forge", "  - nodefaults"]
    lines += ["dependencies:", f"  - python={conda['python']}", "  - pip"]
    lines += [f"  - {conda_requirement(text, conda['names'])}" for text in sorted(wanted)]
    lines += ["  - pip:", "      - -e ."]
    return {"environment.yml": "\n".join(lines) + "\n"}


def conda_requirement(text, names):
    requirement = Requirement(text)
    if requirement.extras or requirement.marker or requirement.url:
        raise DeriveError(f"pyproject.toml: conda cannot express {text!r}; give name and version only.")
    return f"{names.get(requirement.name, requirement.name)}{requirement.specifier}"


# ---- constraints.txt ------------------------------------------------------------------------------------------------


def constraints_txt():
    """One exact version of everything, for all extras and the build, all systems and all supported Pythons.

    Versions already in constraints.txt are kept as long as they fit. This is the one row that needs the network.
    """
    tables = pyproject()
    lowest = tables["project"]["requires-python"].removeprefix(">=")
    with tempfile.TemporaryDirectory() as folder:
        pins = Path(folder, "constraints.txt")
        if (ROOT / "constraints.txt").exists():
            pins.write_bytes((ROOT / "constraints.txt").read_bytes())
        command = [sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", "-", "--all-extras", "--universal"]
        command += ["--python-version", lowest, "--no-header", "--no-annotate", "--quiet", "--output-file", str(pins)]
        build = "\n".join(tables["build-system"]["requires"])
        done = subprocess.run(command, cwd=ROOT, input=build, capture_output=True, text=True, encoding="utf-8")
        if done.returncode:
            raise DeriveError(f"constraints.txt could not be made; uv says: {done.stderr.strip()}")
        body = "".join(line for line in pins.read_text(encoding="utf-8").splitlines(True) if not line.startswith("#"))
    head = f"# {NOTICE}\n# Exact versions for every extra, every system and Python {lowest} or newer.\n"
    return {"constraints.txt": f"{head}# dependency tables: sha256 {dependency_hash(tables)}\n{body}"}


def dependency_hash(tables):
    """The sha256 of everything in pyproject.toml that constraints.txt depends on, blind to order and layout."""
    project = tables["project"]
    groups = {"": project["dependencies"], "build": tables["build-system"]["requires"]}
    groups |= {f"[{extra}]": wanted for extra, wanted in project["optional-dependencies"].items()}
    parts = {name: sorted(wanted) for name, wanted in groups.items()} | {"python": project["requires-python"]}
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def constraints_problems(tables=None, text=None):
    """Say where constraints.txt does not fit pyproject.toml, without the network.

    Parameters
    ----------
    tables : dict, optional
        The content of pyproject.toml; read from the project when left out.
    text : str, optional
        The content of constraints.txt; read from the project when left out.
    """
    tables = pyproject() if tables is None else tables
    text = (ROOT / "constraints.txt").read_text(encoding="utf-8") if text is None else text
    problems = []
    if dependency_hash(tables) not in text:
        problems.append("constraints.txt was made from other dependency tables than those in pyproject.toml.")
    pins = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            pin = Requirement(line)
            if pin.url or [part.operator for part in pin.specifier] != ["=="]:
                problems.append(f"constraints.txt: {line!r} is not one exact version.")
                continue
            pins.setdefault(canonicalize_name(pin.name), []).append(pin)
    own = canonicalize_name(tables["project"]["name"])
    extras = chain.from_iterable(tables["project"]["optional-dependencies"].values())
    for wanted in [*tables["project"]["dependencies"], *tables["build-system"]["requires"], *extras]:
        requirement = Requirement(wanted)
        name = canonicalize_name(requirement.name)
        if name == own:
            continue
        for place in places(tables):
            here = [pin for pin in pins.get(name, []) if pin.marker is None or pin.marker.evaluate(place)]
            versions = [part.version for pin in here for part in pin.specifier]
            if len(versions) != 1 or not requirement.specifier.contains(versions[0], prereleases=True):
                found = " and ".join(versions) or "nothing"
                where = f"Python {place['python_version']} on {place['sys_platform']}"
                problems.append(f"constraints.txt: {wanted} needs one fitting version for {where}, found {found}.")
                break
    return problems


def places(tables):
    """Every supported Python (from the classifiers) on every system, as marker environments."""
    prefix = "Programming Language :: Python :: 3."
    minors = [line.removeprefix(prefix) for line in tables["project"]["classifiers"] if line.startswith(prefix)]
    systems = [("linux", "posix"), ("darwin", "posix"), ("win32", "nt")]
    return [
        {"python_version": f"3.{minor}", "python_full_version": f"3.{minor}.9", "sys_platform": system, "os_name": kind}
        for minor in minors
        for system, kind in systems
    ]


# ---- the exercises ---------------------------------------------------------------------------------------------------

EXERCISES = ROOT / "exercises"
SHAPES = "lib/interparty/questions/shapes.json"


def shapes():
    """The public half of every question, from the keys modules: what the exam edition knows."""
    sys.path.insert(0, str(ROOT / "lib"))
    from interparty import InterpartyError
    from interparty.questions import shapes_json

    try:
        return {SHAPES: shapes_json(EXERCISES / "keys")}
    except InterpartyError as error:
        raise DeriveError(f"{SHAPES} could not be made: {error}") from error


# Several of nbgrader's commands in one process, which starts it once: `verb:assignment` or `verb:assignment:student`.
_NBGRADER = """
import sys
from nbgrader.apps import NbGraderAPI
from traitlets.config.loader import PyFileConfigLoader

config = PyFileConfigLoader("nbgrader_config.py", path=".").load_config()
config.CourseDirectory.root = sys.argv[1]
api = NbGraderAPI(config=config)
for order in sys.argv[2:]:
    verb, *names = order.split(":")
    done = getattr(api, verb)(*names)
    if not done["success"]:
        sys.exit(f"{order}: {done.get('error') or done.get('log')}")
"""


def nbgrader(course, *orders):
    """Have nbgrader carry out orders such as `generate_assignment:05-jiang-zemin` in a course; DeriveError if one fails."""
    # nbgrader calls alembic by its bare name; it lies beside this Python.
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    environment = {name: value for name, value in os.environ.items() if name != "INTERPARTY_KEYS"} | {"PATH": path}
    command = [sys.executable, "-c", _NBGRADER, str(course), *orders]
    done = subprocess.run(command, cwd=course, env=environment, capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        raise DeriveError(f"nbgrader says: {done.stderr.strip()}")


def releases():
    """What learners get: every master without its solutions, as `nbgrader generate_assignment` makes it in a copy."""
    made = {}
    with tempfile.TemporaryDirectory() as folder:
        course = Path(folder).resolve()
        shutil.copy(EXERCISES / "nbgrader_config.py", course)
        shutil.copytree(EXERCISES / "source", course / "source", ignore=shutil.ignore_patterns(".*"))
        nbgrader(course, *(f"generate_assignment:{master.name}" for master in sorted((course / "source").iterdir())))
        for path in sorted((course / "release").rglob("*")):
            if path.is_file():
                made[f"exercises/{path.relative_to(course).as_posix()}"] = path.read_bytes()
    if not made:
        raise DeriveError("exercises/source holds no master: nothing to release.")
    return made


# ---- the list -------------------------------------------------------------------------------------------------------

DERIVED = (
    Derived("environment.yml", ("pyproject.toml",), environment_yml),
    Derived("constraints.txt", ("pyproject.toml",), constraints_txt, constraints_problems),
    Derived(SHAPES, ("exercises/keys/", "seeds/", "lib/interparty/"), shapes),
    Derived("exercises/release/", ("exercises/source/", "exercises/nbgrader_config.py"), releases),
)


def compare(row, made):
    """Say which files of a row differ from what was made: missing, different, or no longer made."""
    problems = []
    for path, content in made.items():
        file = ROOT / path
        if not file.exists():
            problems.append(f"{path} is missing.")
        elif file.read_bytes() != as_bytes(content):
            problems.append(f"{path} differs from what its sources give.")
    return problems + [f"{path} is no longer made from anything." for path in leftovers(row, made)]


def leftovers(row, made):
    if not row.target.endswith("/"):
        return []
    present = (path.relative_to(ROOT).as_posix() for path in (ROOT / row.target).rglob("*") if path.is_file())
    return sorted(path for path in present if path not in made and ".ipynb_checkpoints" not in path)


def as_bytes(content):
    return content if isinstance(content, bytes) else content.encode("utf-8")


def check(row):
    """Return sentences on what does not fit in one row; none if all is well."""
    missing = [] if (ROOT / row.target).exists() else [f"{row.target} is missing."]
    return missing or (compare(row, row.make()) if row.problems is None else row.problems())


def write(row):
    made = row.make()
    for path in leftovers(row, made):
        (ROOT / path).unlink()
    for path, content in made.items():
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_bytes(as_bytes(content))


def main(arguments=None):
    parser = argparse.ArgumentParser(description="Make or check the derived files.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a file does not fit")
    parser.add_argument("targets", nargs="*", metavar="FILE", help="only these (all when left out)")
    options = parser.parse_args(arguments)
    known = {row.target: row for row in DERIVED}
    if unknown := [target for target in options.targets if target not in known]:
        parser.error(f"{unknown[0]} is not a derived file; these are: {', '.join(known)}.")
    failed = False
    for target in options.targets or known:
        try:
            problems = check(known[target])
            if problems and not options.check:
                write(known[target])
        except DeriveError as error:
            print(error, file=sys.stderr)
            failed = True
            continue
        print("\n".join(problems) if options.check and problems else f"{target}: {'made' if problems else 'fits'}")
        failed = failed or bool(options.check and problems)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
