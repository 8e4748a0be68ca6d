"""Careful people, and clumsy ones: nobody who answered right loses a point, and what goes wrong costs the question it is in."""

import copy
import json

from .registry import ASSIGNMENT, NAME, NOT_MARKED, NOTHING, cell, code, enter, hands_in, put, with_answer

# ---- careful --------------------------------------------------------------------------------------------------------


@hands_in()
def careful(book, folder, course):
    put(book, folder)


# ---- clumsy: nobody who answered right loses a point -----------------------------------------------------------------


@hands_in()
def edited_checks(book, folder, course):
    for each in book["cells"]:
        if each.get("id", "").endswith("-check"):
            each["source"] = "print('is this right?')\n1 / 0"
    put(book, folder)


@hands_in()
def deleted_checks(book, folder, course):
    book["cells"] = [each for each in book["cells"] if not each.get("id", "").endswith("-check")]
    put(book, folder)


@hands_in()
def copied_cells(book, folder, course):
    first = copy.deepcopy(cell(book, "j1-answer"))
    first["source"], first["id"] = "j1 = 'a first try'", "copy-1"
    again = copy.deepcopy(cell(book, "j2-check")) | {"id": "copy-2"}
    book["cells"] = [first, *book["cells"], again, copy.deepcopy(again)]
    put(book, folder)


@hands_in()
def another_order(book, folder, course):
    book["cells"].reverse()
    put(book, folder)


@hands_in()
def names_stripped(book, folder, course):
    for each in book["cells"]:
        each["metadata"] = {}
        each.pop("id")
    book["metadata"], book["nbformat_minor"] = {}, 4
    put(book, folder)


@hands_in()
def another_file_name(book, folder, course):
    put(book, folder, f"{ASSIGNMENT} (1).ipynb.txt")


@hands_in()
def another_encoding(book, folder, course):
    folder.mkdir(parents=True)
    (folder / NAME).write_bytes(json.dumps(book, ensure_ascii=False).encode("utf-16"))


@hands_in()
def an_old_format(book, folder, course):
    old = [
        {**{k: v for k, v in each.items() if k not in ("source", "id")}, "input": each["source"]}
        if each["cell_type"] == "code"
        else each
        for each in book["cells"]
    ]
    put({"metadata": {}, "nbformat": 3, "nbformat_minor": 0, "worksheets": [{"cells": old, "metadata": {}}]}, folder)


@hands_in()
def a_helper_further_down(book, folder, course):
    cell(book, "j1-answer")["source"] = "j1 = made_below()"
    below = code('def made_below():\n    return {"received per day": 200 / 365, "sent per day": 100 / 365, "conclusion": "B"}')
    book["cells"].append(below)
    put(book, folder)


@hands_in()
def names_of_python(book, folder, course):
    careless = "list = json = type = str = dict = len = 5\ncheck = print = None"
    book["cells"].insert(3, code(careless))
    put(book, folder)


@hands_in()
def a_warning(book, folder, course):
    cell(book, "j2-answer")["source"] += "\nimport warnings, sys\nwarnings.warn('careful')\nprint('hm', file=sys.stderr)"
    put(book, folder)


@hands_in()
def answer_in_the_wrong_cell(book, folder, course):
    answer = cell(book, "j6-answer")
    cell(book, "j6-check")["source"] = answer["source"] + '\ncheck("J6")'
    book["cells"].remove(answer)
    put(book, folder)


@hands_in()
def everything_reset(book, folder, course):
    cell(book, "j4-answer")["source"] += "\nkept = j4"
    book["cells"].insert(book["cells"].index(cell(book, "j5-task")), code("%reset -f\nimport interparty as ip"))
    put(book, folder)


@hands_in()
def much_output(book, folder, course):
    cell(book, "j3-answer")["source"] += "\nfor i in range(40_000):\n    print('x' * 80)"
    put(book, folder)


# ---- clumsy: it costs the question it happens in ----------------------------------------------------------------------


enter("a_syntax_error", with_answer("J1", "j1 = ["), J1=0)
enter("a_failing_import", with_answer("J1", "import a_module_that_is_not_there\nj1 = {'conclusion': 'B'}"), J1=0)
enter("waits_for_input", with_answer("J2", "j2 = input('which? ')"), J2=0)


@hands_in(J7=0)
def one_answer_deleted(book, folder, course):
    book["cells"].remove(cell(book, "j7-answer"))
    put(book, folder)


@hands_in(**NOTHING, J8=0)
def untouched(book, folder, course):
    put(json.loads((course / "release" / ASSIGNMENT / NAME).read_text("utf-8")), folder)


# ---- clumsy: a person must look --------------------------------------------------------------------------------------


@hands_in(**dict.fromkeys(("J5", "J6", "J7", "J8")))
def cut_off(book, folder, course):
    text = json.dumps(book)
    folder.mkdir(parents=True)
    (folder / NAME).write_text(text[: text.index('"id": "j5-task"')], encoding="utf-8")


@hands_in(**NOT_MARKED)
def not_a_notebook(book, folder, course):
    folder.mkdir(parents=True)
    (folder / NAME).write_text("<html>Please log in</html>", encoding="utf-8")


@hands_in(**NOT_MARKED)
def an_empty_folder(book, folder, course):
    folder.mkdir(parents=True)
