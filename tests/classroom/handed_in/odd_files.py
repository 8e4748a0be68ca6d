"""Files and names that no notebook has: deep, huge, in letters of other scripts, with signs that a spreadsheet would run."""

from .registry import NAME, NOT_MARKED, cell, code, enter, hands_in, put


@hands_in(**NOT_MARKED)
def a_file_of_beginnings(book, folder, course):
    folder.mkdir(parents=True)
    (folder / NAME).write_text('{"cell_type":' * 1_000_000, encoding="utf-8")


@hands_in(**NOT_MARKED)
def a_file_of_brackets(book, folder, course):
    folder.mkdir(parents=True)
    (folder / NAME).write_text('{"cells": ' + "[" * 2_000_000, encoding="utf-8")


@hands_in(**NOT_MARKED)
def a_huge_file(book, folder, course):
    book["cells"].append(code("x" * 31_000_000))
    put(book, folder)


@hands_in()
def a_thousand_cells(book, folder, course):
    book["cells"] += [code("pass") for _ in range(1000)]
    put(book, folder)


def careful(book, folder, course):
    """Nothing is wrong with what they hand in; their names are what is looked at."""
    put(book, folder)


enter("Zoë_李", careful)
enter("=HYPERLINK('x')", careful)
enter("+1-1@x", careful)


@hands_in()
def says_what_class_it_is_in(book, folder, course):
    """Chooses another variant for itself, in the environment and in the notebook."""
    setup = cell(book, "setup")
    setup["source"] = 'import os\nos.environ["INTERPARTY_VARIANT"] = "J2:people J4:maintained"\n' + setup["source"]
    book["metadata"]["interparty"] = {"variant": {"J2": "people", "J4": "maintained"}}
    put(book, folder)
