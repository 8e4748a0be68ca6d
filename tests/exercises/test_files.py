"""The files of the exercises: clean masters, quotations that hold, nothing that leaks."""

import ast
import json
import re

import pytest
from derive import SHAPES
from masters import BEGIN, KEYS, MASTERS, RELEASES, ROOT, read, solution_of
from tests.test_notebook_quotes import faults, prose

import interparty as ip
from interparty.questions import load_keys

NOTEBOOKS = [*MASTERS, *RELEASES]
QUESTIONS = load_keys(KEYS)


def named(path):
    return f"{path.parts[-3]}/{path.stem}"


def test_there_is_a_release_for_every_master():
    assert [path.name for path in MASTERS] == [path.name for path in RELEASES]
    assert MASTERS


@pytest.mark.parametrize("path", NOTEBOOKS, ids=named)
def test_a_notebook_is_clean(path):
    notebook = read(path)
    ids = [cell.id for cell in notebook.cells]
    assert len(set(ids)) == len(ids)
    assert [name for name in ids if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", name)] == []
    assert notebook.metadata.kernelspec.name == "python3"
    assert "widgets" not in notebook.metadata
    for cell in notebook.cells:
        assert cell.source.strip()
        if cell.cell_type == "code":
            assert (cell.outputs, cell.execution_count) == ([], None)
        if "nbgrader" in cell.metadata:
            assert cell.metadata.nbgrader.grade_id == cell.id


@pytest.mark.parametrize("path", NOTEBOOKS, ids=named)
def test_every_quotation_is_in_its_paragraph(path):
    corpus = ip.load_corpus()
    quoted = [cell for cell in prose(path) if cell.count("\n> ")]
    assert len(quoted) >= 5
    assert [fault for cell in quoted for fault in faults(cell, corpus)] == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=named)
def test_links_lead_somewhere(path):
    links = [link for cell in prose(path) for link in re.findall(r"\]\(([^)#]+\.ipynb)\)", cell)]
    assert links
    assert [link for link in links if not (path.parent / link).is_file()] == []


def questions_of(path):
    """Question id → its three cells."""
    cells = {cell.id: cell for cell in read(path).cells}
    names = [name.removesuffix("-check") for name in cells if name.endswith("-check")]
    return {name.upper(): [cells[f"{name}-{part}"] for part in ("task", "answer", "check")] for name in names}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=named)
def test_task_answer_and_check_fit_the_key(path):
    found = questions_of(path)
    assert len(found) >= 6
    for name, (task, answer, check) in found.items():
        question = QUESTIONS[name]
        assert task.source.splitlines()[0].replace("*", "") == f"## {name} · {question.title}"
        assert f"{question.points:g} points · {question.skill}" in task.source
        assert answer.source.startswith(f"{question.variable} =")
        assert check.source == f'check("{name}")'
        graded = answer if question.answer.kind == "free text" else check
        assert (graded.metadata.nbgrader.grade, graded.metadata.nbgrader.points) == (True, question.points)
        assert check.metadata.nbgrader.locked
        for option, meaning in options(question.answer):
            assert f"| **{option}** | {meaning} |" in task.source.replace("*Groups*", "Groups").replace(
                "*delegations*", "delegations"
            ).replace("*Nearly 400*", "Nearly 400").replace("*Around*", "Around")
        for row in getattr(question.answer, "rubric", ()):
            assert f"| {row.points:g} | {row.looks_for} |" in task.source.replace("*outside the texts*", "outside the texts")


def options(answer):
    """All options of an answer that have a meaning beside their letter."""
    parts = getattr(answer, "parts", {"": answer}).values()
    return [pair for part in parts for pair in getattr(part, "options", {}).items() if pair[1]]


@pytest.mark.parametrize("path", MASTERS, ids=named)
def test_the_empty_answer_has_the_parts_of_the_key(path):
    for name, (_, answer, _) in questions_of(path).items():
        names = {}
        exec(answer.source.split(BEGIN)[0], names)
        empty = names[QUESTIONS[name].variable]
        assert QUESTIONS[name].answer.is_empty(json.loads(json.dumps(plain(empty))))
        if isinstance(empty, dict):
            answer_type = QUESTIONS[name].answer
            assert list(empty) == list(getattr(answer_type, "parts", None) or answer_type.rows)


def plain(value):
    """JSON of an empty answer, three dots as text."""
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in value]
    return "..." if value is ... else value


def secrets():
    """What must not reach a learner: lines of the solutions, and the prose of the keys that is not public."""
    public = (ROOT / SHAPES).read_text("utf-8")
    found = set()
    for path in MASTERS:
        for cell in read(path).cells:
            before = cell.source.split(BEGIN)[0]
            found |= {line.strip() for line in solution_of(cell).splitlines() if line.strip() and line.strip() not in before}
    for question in QUESTIONS.values():
        texts = [question.solution, question.answer.model(), *question.hints, *(each.says for each in question.misconceptions)]
        texts += [*getattr(question.answer, "guide", ()), *(each.name for each in question.misconceptions)]
        for text in texts:
            found |= {piece.strip() for piece in re.split(r"[.\n]", text) if len(piece.strip()) > 15}
    return {secret for secret in found if len(secret) > 3 and secret not in public}


def test_the_release_holds_no_solution():
    looked_for = secrets()
    assert len(looked_for) > 150
    files = [path for path in (ROOT / "exercises/release").rglob("*") if path.is_file()]
    assert files
    for path in files:
        raw = path.read_text("utf-8")
        # Also as JSON writes it, and with metadata: the whole file, not only the cells.
        text = raw + json.dumps(json.loads(raw), ensure_ascii=False)
        assert [secret for secret in looked_for if secret in text or json.dumps(secret)[1:-1] in text] == []
        assert "SOLUTION" not in text


def test_the_search_for_solutions_would_find_one():
    looked_for = secrets()
    for path in MASTERS:
        text = path.read_text("utf-8")
        assert sum(json.dumps(secret, ensure_ascii=False)[1:-1] in text for secret in looked_for) > 10


#: words that stand between stars for emphasis, not as a quotation
OURS = {
    "one good answer among others:",
    "and one did not come back!",
    "phoenix: the life of norman bethune",
    "edgar snow: a biography",
    "the bolsheviks and the chinese revolution",
    "eighth national congress of the communist party of china",
}


def test_what_the_keys_quote_stands_in_the_texts():
    """In hints, feedback and solutions four words or more between stars are a quotation, or the title of a book."""
    texts = [document.text.casefold() for document in ip.load_corpus()]
    quoted = 0
    for question in QUESTIONS.values():
        prose_of = [question.solution, question.answer.model(), *question.hints, *(each.says for each in question.misconceptions)]
        for text in [*prose_of, *getattr(question.answer, "guide", ())]:
            for words in re.findall(r"\*([^*]+)\*", " ".join(text.split())):
                for piece in (piece.strip() for piece in words.casefold().split("…")):
                    if len(piece.split()) >= 4 and piece not in OURS:
                        quoted += 1
                        assert any(piece in one for one in texts), f"{question.id}: {piece}"
    assert quoted > 15


def test_places_that_the_keys_cite_exist():
    corpus = ip.load_corpus()
    cited = 0
    for path in KEYS.glob("*.toml"):
        for doc, par in re.findall(r"\[(\w+-\d{4})\s¶(\d+)", path.read_text("utf-8")):
            cited += 1
            assert int(par) < len(corpus[doc].paragraphs)
    assert cited > 20


def test_the_shapes_hold_no_solution():
    text = (ROOT / SHAPES).read_text("utf-8")
    parsed = json.loads(text)
    assert len(parsed) >= 9
    private = {"right", "also", "within", "hints", "misconceptions", "solution", "exemplar", "guide", "optional", "cites"}
    assert not private & set(re.findall(r'"([a-z_ ]+)":', text))
    for question in QUESTIONS.values():
        assert question.solution.strip()[:40] not in text


def test_the_keys_stay_out_of_the_wheel():
    packages = re.findall(r'packages = \["([^"]+)"\]|^"(\w+)" = "interparty', (ROOT / "pyproject.toml").read_text("utf-8"), re.M)
    assert packages
    assert not any("exercises" in part for pair in packages for part in pair)
    for path in KEYS.glob("*.py"):
        assert ast.parse(path.read_text("utf-8"))
        assert not list((ROOT / "lib").rglob(path.name))
