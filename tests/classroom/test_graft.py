"""Answers into the master, and files that are hardly notebooks: pure functions, no kernel."""

import copy
import json
import random

import nbformat
import pytest

pytest.importorskip("nbgrader")

from interparty.classroom.graft import assigned, graft, name_of
from interparty.classroom.intake import Cell, Unusable, cells_of, read_folder, read_notebook

MASTER = """
title | markdown | | # Exercise
setup | code | locked | import interparty
j1-task | markdown | locked | Which?
j1-answer | code | solution | j1 = ...
j1-check | code | grade | check("J1")
j2-task | markdown | locked | How many?
j2-answer | code | solution | j2 = ...
j2-check | code | grade | check("J2")
"""


def master():
    book = nbformat.v4.new_notebook()
    for line in MASTER.strip().splitlines():
        name, kind, role, source = (part.strip() for part in line.split("|"))
        ours = {"grade_id": name, "solution": role == "solution", "grade": role == "grade", "locked": role != "solution"}
        make = nbformat.v4.new_code_cell if kind == "code" else nbformat.v4.new_markdown_cell
        book.cells.append(make(source, id=name, metadata={"nbgrader": ours} if role else {}))
    return book


def handed_in(**answers):
    cells = [
        Cell(
            "code" if cell.cell_type == "code" else "markdown",
            cell.source,
            cell.id,
            cell.metadata.get("nbgrader", {}).get("grade_id", ""),
        )
        for cell in master().cells
    ]
    return [
        Cell(c.kind, answers.get(c.id.partition("-")[0], c.source), c.id, c.grade_id) if "answer" in c.id else c for c in cells
    ]


def sources(grafted):
    return {name_of(cell): cell.source for cell in grafted.notebook.cells}


def run(grafted):
    """What the variables hold after all code cells but set-up and checks have run."""
    names = {}
    for cell in grafted.notebook.cells:
        if cell.cell_type == "code" and name_of(cell) != "setup" and not name_of(cell).endswith("-check"):
            exec(cell.source, names)
    return names["j1"], names["j2"]


def test_answers_and_nothing_else_come_from_the_learner():
    given = handed_in(j1="j1 = 1", j2="j2 = 2")
    given = [Cell(c.kind, "1/0" if "answer" not in c.id else c.source, c.id, c.grade_id) for c in given]
    grafted = graft(master(), given)
    assert sources(grafted) == {name_of(cell): cell.source for cell in master().cells} | {
        "j1-answer": "j1 = 1",
        "j2-answer": "j2 = 2",
    }
    assert grafted.missing == ()


def test_grafting_twice_changes_nothing():
    given = [Cell("code", "x = 5"), *handed_in(j1="j1 = x", j2="j2 = 2"), Cell("markdown", "*mine*"), Cell("code", "y = 6")]
    once = graft(master(), given)
    twice = graft(master(), cells_of(once.notebook))
    assert [cell.source for cell in once.notebook.cells if cell.cell_type == "code"] == [
        cell.source for cell in twice.notebook.cells if cell.cell_type == "code"
    ]


@pytest.mark.parametrize("seed", range(20))
def test_moved_stripped_and_copied_cells_keep_their_answers(seed):
    chance = random.Random(seed)
    given = handed_in(j1="j1 = 11", j2="j2 = 22")
    chance.shuffle(given)
    if seed % 2:
        given = [Cell(cell.kind, cell.source) for cell in given]
    if seed % 3:
        given += [copy.copy(chance.choice(given)) for _ in range(3)]
    assert run(graft(master(), given)) == (11, 22)


def test_the_last_copy_counts_and_an_untouched_one_does_not():
    given = handed_in(j1="j1 = 1", j2="j2 = 2")
    given += [Cell("code", "j1 = 3", "copy", "j1-answer"), Cell("code", "j2 = ...", "copy-2", "j2-answer")]
    grafted = graft(master(), given)
    assert run(grafted) == (3, 2)
    assert any("more than once" in note for note in grafted.notes)


def test_a_missing_answer_is_named():
    given = [cell for cell in handed_in(j1="j1 = 1") if cell.id != "j2-answer"]
    assert graft(master(), given).missing == ("j2-answer",)


def test_an_answer_in_a_cell_of_ones_own_is_found():
    given = [cell for cell in handed_in(j1="j1 = 1") if cell.id != "j2-answer"] + [Cell("code", "helper = 2\nj2 = helper")]
    assert run(graft(master(), given)) == (1, 2)


def test_text_of_a_learner_is_never_markup():
    grafted = graft(master(), [*handed_in(), Cell("markdown", "<script>act()</script>\n```\n<b>")])
    own = grafted.notebook.cells[-1]
    assert own.source.startswith("```text\n") and own.source.count("```") == 2


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("j1 = 1", {"j1"}),
        ("%matplotlib inline\nj1, j2 = 1, 2", {"j1", "j2"}),
        ("for j1 in []:\n    pass", {"j1"}),
        ("j1 == 1", set()),
        ("j1 = [", {"j1"}),
        ("(" * 5000, set()),
    ],
)
def test_what_a_cell_assigns(source, names):
    assert assigned(source) == names


def written(folder, content, name="x.ipynb"):
    (folder / name).write_bytes(content)
    return folder


BOOK = {"cells": [{"cell_type": "code", "source": ["a = 1\n", "b = 2"], "id": "a"}, {"cell_type": "markdown", "source": "*"}]}


@pytest.mark.parametrize(
    ("content", "damaged"),
    [
        (json.dumps(BOOK).encode(), False),
        (b"\xef\xbb\xbf" + json.dumps(BOOK).encode(), False),
        (json.dumps(BOOK).encode("utf-16"), False),
        (json.dumps({"worksheets": [{"cells": [{"cell_type": "code", "input": ["a = 1\n", "b = 2"]}]}]}).encode(), False),
        (json.dumps(BOOK)[:-10].encode(), True),
        (json.dumps(BOOK).replace("}, {", "} {").encode(), True),
        (b"<<<<<<< HEAD\n" + json.dumps(BOOK, indent=1).encode() + b"\n=======\n>>>>>>> other", True),
    ],
)
def test_files_that_can_be_read(tmp_path, content, damaged):
    read = read_notebook(written(tmp_path, content) / "x.ipynb")
    assert read.cells[0].source == "a = 1\nb = 2"
    assert read.damaged is damaged


@pytest.mark.parametrize(
    "content", [b"", b"  ", b"{}", b"[]", b"5", b"null", b"\x00" * 50, b'{"cells": 5}', b"[" * 10**6, b'{"cells": [1, null]}']
)
def test_files_that_cannot(tmp_path, content):
    with pytest.raises(Unusable) as told:
        read_notebook(written(tmp_path, content) / "x.ipynb")
    assert str(told.value).endswith(".")


def test_odd_cells_are_passed_over(tmp_path):
    odd = [
        5,
        {"cell_type": "code", "source": 5},
        {"cell_type": "code", "source": "x" * 10**6},
        {"cell_type": "code", "source": "ok", "id": "<b>"},
    ]
    read = read_notebook(written(tmp_path, json.dumps({"cells": odd}).encode()) / "x.ipynb")
    assert read.cells == (Cell("code", "ok"),)


def test_a_renamed_file_is_found_and_a_link_is_not_followed(tmp_path):
    read = read_folder(written(tmp_path, json.dumps(BOOK).encode(), "x (1).ipynb"), "x")
    assert read.mended == ("The notebook was called x (1).ipynb.",)
    (tmp_path / "x.ipynb").symlink_to(tmp_path / "x (1).ipynb")
    with pytest.raises(Unusable, match="link"):
        read_folder(tmp_path, "x")
