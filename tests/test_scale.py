"""Folders of any size: the same claims as one by one, failures reported, runs that go on where they stopped."""

import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pandas as pd
import pytest
from nbclient import NotebookClient

import interparty as ip
from interparty import scale, storing
from interparty.corpus import Document
from interparty.extraction import COLUMNS


@pytest.fixture
def folder(tmp_path, root):
    """The five texts without their catalogue, twenty short ones, and two that cannot be read."""
    place = tmp_path / "texts"
    place.mkdir()
    for file in (root / "seeds").glob("*.txt"):
        (place / file.name).write_bytes(file.read_bytes())
    for number in range(20):
        (place / f"short-{number:02}.txt").write_text(f"We sent {number + 2} groups.\n" * (number % 3), encoding="utf-8")
    (place / "x-latin-1.txt").write_bytes("Genève".encode("latin-1"))
    (place / "x-gone.txt").symlink_to(place / "nowhere")
    return place


@pytest.fixture
def small_parts(monkeypatch):
    """Several parts and several writes in a part, where a folder of a million texts would have them."""
    monkeypatch.setattr(scale, "PART_TEXTS", 6)
    monkeypatch.setattr(scale, "_BATCH", 4)


def one_by_one(folder, date):
    documents = [
        ip.read_text(file.read_bytes().decode("utf-8"), id=file.stem, date=date) for file in sorted(folder.glob("[!x]*.txt"))
    ]
    return ip.claims(documents)


def test_the_same_claims_as_one_by_one(folder, tmp_path, small_parts):
    report = scale.claims_of_folder(folder, tmp_path / "claims", date="2003", progress=False)
    assert len(list(report.output.glob("*.parquet"))) == 5
    found, wanted = pd.read_parquet(report.output), one_by_one(folder, "2003")
    assert list(found.columns) == COLUMNS
    assert (report.texts, report.claims, len(report.failures)) == (25, len(wanted), 2)
    found, wanted = (table.astype(object).where(table.notna(), None) for table in (found, wanted))
    assert found.to_dict("records") == wanted.to_dict("records")


def test_a_text_that_fails_is_named_and_left_out(folder, tmp_path, small_parts, monkeypatch):
    def claims(source):
        documents = [source] if isinstance(source, Document) else list(source)
        if any(document.id == "short-07" for document in documents):
            raise RecursionError("deep")
        return ip.claims(documents)

    monkeypatch.setattr(scale, "claims", claims)
    report = scale.claims_of_folder(folder, tmp_path / "claims", progress=False)
    problems = {Path(file).name: problem for file, problem in report.failures.to_numpy()}
    assert list(problems) == ["short-07.txt", "x-gone.txt", "x-latin-1.txt"]
    assert problems["short-07.txt"] == "It could not be worked through (RecursionError: deep)."
    assert "cannot be opened" in problems["x-gone.txt"] and "UTF-8" in problems["x-latin-1.txt"]
    pd.testing.assert_frame_equal(pd.read_csv(report.output / "_failures.csv"), report.failures, check_dtype=False)
    assert repr(report).startswith("24 texts read, 3 left out (see .failures); ")


def test_two_workers_and_a_progress_bar(folder, tmp_path):
    code = f"""
from interparty import scale
scale.PART_TEXTS = 6
if __name__ == "__main__":
    print(scale.claims_of_folder({str(folder)!r}, {str(tmp_path / "claims")!r}, 2, date="2003"))
"""
    script = tmp_path / "script.py"
    script.write_text(code, encoding="utf-8")
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, encoding="utf-8", timeout=120)
    assert done.returncode == 0, done.stderr
    assert "100% Completed" in done.stdout and "25 texts read, 2 left out" in done.stdout
    assert len(pd.read_parquet(tmp_path / "claims")) == len(one_by_one(folder, "2003"))


def test_an_interrupted_run_goes_on(folder, tmp_path, small_parts, monkeypatch):
    output, read = tmp_path / "claims", scale.read
    opened = []

    def stop_after_14(source):
        if len(opened) == 14:
            raise KeyboardInterrupt
        opened.append(source.id)
        return read(source)

    monkeypatch.setattr(scale, "read", stop_after_14)
    with pytest.raises(KeyboardInterrupt):
        scale.claims_of_folder(folder, output, progress=False)
    finished = [file.name for file in output.iterdir()]
    assert 2 <= len(finished) <= 3 and all(name.endswith(".parquet") for name in finished), (
        "whole parts, and nothing half-written"
    )
    before = set(opened)
    opened.clear()
    monkeypatch.setattr(scale, "read", lambda source: opened.append(source.id) or read(source))
    report = scale.claims_of_folder(folder, output, progress=False)
    assert len(before & set(opened)) < 6 and len(before | set(opened)) == 27, "only the unfinished part is begun again"
    assert (report.texts, len(report.failures)) == (25, 2)
    assert len(pd.read_parquet(output)) == report.claims == len(one_by_one(folder, ""))
    opened.clear()
    assert repr(scale.claims_of_folder(folder, output, progress=False)) == repr(report) and opened == []


def test_parts_of_another_run_are_not_mixed_in(folder, tmp_path):
    scale.claims_of_folder(folder, tmp_path / "claims", date="2003", progress=False)
    with pytest.raises(ip.InterpartyError, match="not of this run"):
        scale.claims_of_folder(folder, tmp_path / "claims", date="2004", progress=False)


def test_a_folder_with_a_catalogue(root, tmp_path, claims):
    report = scale.claims_of_folder(root / "seeds", tmp_path / "claims", progress=False)
    assert sorted(pd.read_parquet(report.output)["claim_id"]) == sorted(claims["claim_id"])


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        ({"folder": "nowhere"}, "There is no file or folder nowhere"),
        ({"workers": 0}, "whole number"),
        ({"date": "July"}, "'July' cannot be read"),
        ({"output": __file__}, "cannot be a folder"),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_what_is_wrong_is_a_sentence(folder, tmp_path, arguments, word):
    given = {"folder": folder, "output": tmp_path / "claims", "progress": False} | arguments
    with pytest.raises(ip.InterpartyError, match=word):
        scale.claims_of_folder(**given)


@pytest.mark.parametrize("missing", ["dask.bag", "pyarrow.parquet"])
def test_without_the_extra(folder, tmp_path, monkeypatch, missing):
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(ip.InterpartyError, match="pip install"):
        scale.claims_of_folder(folder, tmp_path / "claims")
    assert not (tmp_path / "claims").exists()


def test_every_part_has_the_same_types():
    assert storing.to_arrow(ip.claims([])).schema == storing.to_arrow(ip.claims(ip.read_text("We sent 3 groups."))).schema


def test_the_page_on_folders_runs(root):
    page = nbformat.read(root / "docs" / "folders-of-any-size.ipynb", as_version=4)
    assert not [cell.id for cell in page.cells if cell.get("outputs") or cell.get("execution_count")]
    links = [link for cell in page.cells for link in re.findall(r"\]\(([^)]+)\)", cell.source)]
    assert links and all((root / "docs" / link).exists() for link in links)
    NotebookClient(page, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(root / "docs")}}).execute()
    shown = {cell.id: str(cell.outputs) for cell in page.cells if cell.cell_type == "code"}
    assert "100% Completed" in shown["run"] and "5 texts read; 43 claims" in shown["run"]
    assert "more than 800 delegations" in shown["received"]
    assert not [name for name, outputs in shown.items() if "stderr" in outputs]
