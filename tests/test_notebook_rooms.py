"""How the notebooks are built: the same rooms in the same order, predictions before charts, short code, honest minutes."""

import re
from pathlib import Path

import nbformat
import pytest

import interparty as ip

HERE = Path(__file__).parents[1] / "notebooks"
NOTEBOOKS = sorted(HERE.glob("*.ipynb"))
ERAS = [path for path in NOTEBOOKS if re.match(r"0[1-8]-", path.name)]
#: the cell that opens each room of an era notebook, in the order of the house
ROOMS = [
    "question",
    "objectives",
    "time-and-prerequisites",
    "passages",
    "data",
    "widget",
    "what-these-texts-cannot-tell-you",
    "read-elsewhere",
    "glossary",
    "exercise",
]
WORDS_A_MINUTE, MINUTES_A_DECISION = 120, 3


def cells(path):
    """The cells of a notebook, by name."""
    return {cell.id: cell for cell in nbformat.read(path, as_version=4).cells}


def each_notebook(paths=NOTEBOOKS):
    return pytest.mark.parametrize("path", paths, ids=lambda path: path.stem)


def test_there_are_notebooks_to_look_at():
    assert len(NOTEBOOKS) >= 2
    assert len(ERAS) >= 1


@each_notebook()
def test_code_is_short_enough_to_read_aloud(path):
    for cell in cells(path).values():
        if cell.cell_type == "code":
            lines = [line for line in cell.source.splitlines() if line.strip()]
            assert len(lines) <= 6, cell.id
            assert max(map(len, lines)) <= 100, cell.id


@each_notebook(ERAS)
def test_the_rooms_stand_in_their_order(path):
    names = list(cells(path))
    assert [name for name in names if name in ROOMS] == ROOMS
    charts = [place for place, name in enumerate(names) if name.startswith("chart-") and not name.endswith("-limits")]
    assert charts
    assert names.index("data") < min(charts) < max(charts) < names.index("widget")
    for place in charts:
        assert names[place - 1].startswith("my-prediction"), f"{names[place]}: predict before you look"
        assert names[place + 1] == f"{names[place]}-limits", f"{names[place]}: say what it cannot show"


def texts_to_read(path, corpus):
    """What is read of a notebook: its text cells, without signs and addresses, and the paragraphs that the code cells open."""
    found = cells(path).values()
    prose = "\n\n".join(cell.source for cell in found if cell.cell_type == "markdown")
    prose = re.sub(r"<[^>]+>|\]\([^)]*\)|\[[a-z]+-\d{4} ¶\d+\]|[*#|>`]|---+", " ", prose)
    opened = [place for cell in found for place in re.findall(r'\("([a-z]+-\d{4})", (\d+)\)', code_of(cell))]
    return [prose, *(corpus[doc].paragraphs[int(par)].text for doc, par in opened)]


def words_to_read(path, corpus):
    """How many words that is."""
    return sum(len(re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", text)) for text in texts_to_read(path, corpus))


def code_of(cell):
    """The code of a cell; nothing for a text cell, which may show code only to explain it."""
    return cell.source if cell.cell_type == "code" else ""


def decisions(path):
    """How often the learner decides: readings to open after deciding, cells to fill in, widgets that ask."""
    found = cells(path)
    folded = sum(cell.source.count("<details>") for cell in found.values())
    return folded + sum(name.startswith("my-") or name == "bounds-sandbox" for name in found)


@each_notebook()
def test_the_minutes_are_measured(path):
    prose = " ".join(cell.source for cell in cells(path).values() if cell.cell_type == "markdown")
    ((said, reading),) = re.findall(r"about \*\*(\d+) minutes\*\*(?:: (\d+) for reading)?", prose, re.IGNORECASE)
    words, times = words_to_read(path, ip.load_corpus()), decisions(path)
    assert words and times
    if not reading:  # reckoned only, from the words
        assert abs(int(said) - words / WORDS_A_MINUTE - MINUTES_A_DECISION * times) <= 5
        return
    assert int(said) == int(reading) + MINUTES_A_DECISION * times, f"{times} decisions"
    # read aloud with pauses at commas and full stops: benchmarks/reading_aloud.py measures 109 to 127 words a minute
    assert words / 128 < int(reading) + 0.5 and int(reading) - 0.5 < words / 108, f"{words} words: measure the minutes again"


#: figures that a counting notebook may type: its own number, years, the days of a year
TYPED = re.compile(r"0\d|1[89]\d\d|20\d\d|365")


def typed_figures(markdown):
    """Figures of two digits and more in prose: outside quotations, places, links, code, and what is outside the texts."""
    text = re.sub(r"(?m)^>.*$|“[^”]*”|\[[a-z]+-\d{4} ¶\d+\]|\]\([^)]*\)|`[^`]*`|about \*\*\d+ minutes\*\*", " ", markdown)
    return [figure for figure in re.findall(r"\d[\d,.]*\d", text) if not TYPED.fullmatch(figure)]


def test_the_prose_on_counting_types_no_figure():
    (path,) = (path for path in NOTEBOOKS if path.name.startswith("07-"))
    about_us = ("read-elsewhere", "time-and-prerequisites")
    prose = {name: cell.source for name, cell in cells(path).items() if cell.cell_type == "markdown" and name not in about_us}
    assert len(prose) > 20
    assert {name: found for name, source in prose.items() if (found := typed_figures(source))} == {}
    assert typed_figures("Dai sent 400 in 2002 (“418 parties” [dai-2002 ¶15]), or 4,500.") == ["400", "4,500"]
