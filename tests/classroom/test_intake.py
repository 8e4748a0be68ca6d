"""Files that nobody wrote in JupyterLab: deep, endless, huge. Each is read in a moment, or refused with a sentence."""

import pytest

pytest.importorskip("nbgrader")

from interparty.classroom import intake
from interparty.classroom.intake import MOST_CELLS, MOST_FAILURES, Unusable, read_notebook

CELL = '{"cell_type": "code", "id": "c1-answer", "metadata": {}, "source": "c1 = 1"}'


def written(tmp_path, text):
    path = tmp_path / "x.ipynb"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[" * 1_000_000, id="brackets"),
        pytest.param('{"cells":' * 300_000, id="cells in cells"),
        pytest.param('{"cell_type":' * 400_000, id="beginnings of cells"),
        pytest.param('{"cell_type":"' + "x" * 5_000_000, id="a text without end"),
        pytest.param('{"cells": ' + "9" * 5_000 + "}", id="a number of five thousand figures"),
        pytest.param('{"cells": [' + '{"source": ' * 50_000 + "1" + "}" * 50_000 + "]}", id="a cell in a cell in a cell"),
    ],
)
def test_a_file_made_to_keep_the_grader_busy_is_refused(tmp_path, text):
    with pytest.raises(Unusable):
        read_notebook(written(tmp_path, text))


def test_looking_for_cells_in_a_damaged_file_has_an_end(tmp_path, monkeypatch):
    """Each beginning that leads nowhere costs one try, and there are only so many."""
    tries = []

    class Counting(intake.json.JSONDecoder):
        def raw_decode(self, text, at=0):
            tries.append(at)
            return super().raw_decode(text, at)

    monkeypatch.setattr(intake.json, "JSONDecoder", Counting)
    with pytest.raises(Unusable):
        read_notebook(written(tmp_path, '{"cell_type":' * 100_000))
    assert len(tries) <= MOST_FAILURES + 1


def test_what_is_whole_in_a_damaged_file_is_found_all_the_same(tmp_path):
    conflict = f'{{"cells": [\n<<<<<<< HEAD\n{CELL},\n=======\n{{"cell_type": "code", "source": [\n>>>>>>>\n{CELL}\n]'
    read = read_notebook(written(tmp_path, conflict))
    assert [cell.id for cell in read.cells] == ["c1-answer", "c1-answer"] and read.damaged


def test_of_half_a_million_cells_the_first_are_read(tmp_path):
    assert len(read_notebook(written(tmp_path, '{"cells": [' + "{}," * 500_000 + "{}]}")).cells) == MOST_CELLS
