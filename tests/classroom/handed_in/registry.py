"""Who hands in what, and what it earns: the list that the makers in the modules beside this one enter themselves into.

Each maker gets the careful answers as a notebook (plain JSON), the folder to hand in and the course, and writes what it likes.
Beside it stands what it earns where that is not everything: question → points, or None where a person must look.
"""

import json

ASSIGNMENT = "05-jiang-zemin"
NAME = f"{ASSIGNMENT}.ipynb"
AUTOMATIC = ("J1", "J2", "J3", "J4", "J5", "J6", "J7")
NOTHING = dict.fromkeys(AUTOMATIC, 0)
NOT_MARKED = dict.fromkeys((*AUTOMATIC, "J8"), None)

#: name → (maker, what it earns where that is not everything)
CLASS = {}


def enter(name, make, **earns):
    CLASS[name] = (make, earns)


def hands_in(**earns):
    def of(make):
        enter(make.__name__, make, **earns)
        return make

    return of


def cell(book, name):
    return next(each for each in book["cells"] if each.get("id") == name)


def code(source, **more):
    return {"cell_type": "code", "source": source, "metadata": {}, "outputs": [], "execution_count": None, **more}


def put(book, folder, name=NAME):
    folder.mkdir(parents=True)
    (folder / name).write_text(json.dumps(book), encoding="utf-8")


def with_answer(question, source, after=""):
    """A maker's body: one answer cell holds this, all others are careful; ``after`` stands in a cell of its own behind it."""

    def make(book, folder, course):
        cell(book, f"{question.lower()}-answer")["source"] = source
        if after:
            place = book["cells"].index(cell(book, f"{question.lower()}-answer"))
            book["cells"].insert(place + 1, code(after))
        put(book, folder)

    return make
