"""The dataset: valid for machines, explained for readers, honest about rights, whole or not there."""

import csv
import json
import os

import pandas as pd
import pytest
from frictionless import Package

import interparty as ip
from interparty import dataset, dataset_page
from interparty.bounds import HEDGE_ENDS
from interparty.corpus import Corpus
from interparty.layers.codebook import codebook

TABLES = ("texts", "claims", "dates", "names", "eras", "forms", "corrections")
FILES = {*(f"{name}.csv" for name in TABLES), "datapackage.json", "codebook.md"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory, corpus):
    return ip.export(tmp_path_factory.mktemp("export") / "dataset", corpus)


def rows(path):
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_it_is_a_valid_data_package(folder):
    report = Package(str(folder / "datapackage.json")).validate()
    assert report.valid, report.flatten(["type", "note"])
    assert len(report.tasks) == len(TABLES)


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("claims", "hedge", "perhaps"),
        ("claims", "par", "-1"),
        ("claims", "doc", "x-1999"),
        ("forms", "code", "tea"),
        ("names", "valid", "maybe"),
    ],
)
def test_a_damaged_table_is_found_by_its_description(folder, tmp_path, table, column, value):
    for name in FILES:
        (tmp_path / name).write_bytes((folder / name).read_bytes())
    frame = pd.read_csv(tmp_path / f"{table}.csv", dtype=str, keep_default_na=False)
    frame.loc[0, column] = value
    frame.to_csv(tmp_path / f"{table}.csv", index=False)
    report = Package(str(tmp_path / "datapackage.json")).validate()
    assert not report.valid
    (broken,) = {task.name for task in report.tasks if not task.valid}
    assert broken == table


def test_the_tables_hold_what_the_library_finds(folder, corpus, claims):
    assert {path.name for path in folder.iterdir()} == FILES
    for name, found in (
        ("claims", claims),
        ("dates", ip.dates(corpus)),
        ("names", ip.names(corpus)),
        ("forms", ip.forms(corpus)),
    ):
        written = rows(folder / f"{name}.csv")
        assert len(written) == len(found) > 30
        for row in written:
            assert corpus[row["doc"]].text[int(row["start"]) : int(row["end"])] == row["quote"]
    assert [row["claim_id"] for row in rows(folder / "claims.csv")] == list(claims["claim_id"])
    open_ends = [row["quote"] for row in rows(folder / "claims.csv") if not row["low"] and row["high"]]
    assert "nearly 400 delegations" in open_ends
    eras = rows(folder / "eras.csv")
    assert sum(len(document.paragraphs) for document in corpus) == len(eras)
    assert any("reform: " in row["evidence"] for row in eras)


def test_every_column_is_defined_once_in_its_order(corpus):
    defined = dataset_page.columns()
    assert len({(row["table"], row["column"]) for row in defined}) == len(defined)
    for name, frame in dataset.tables(corpus).items():
        assert list(frame.columns) == [row["column"] for row in defined if row["table"] == name]
    assert all(row["means"].endswith(".") for row in defined)
    assert {row["table"] for row in defined} == set(dataset_page.TABLES)


def test_what_a_column_may_hold_is_what_the_library_knows(claims):
    assert set(dataset_page.VALUES["hedge"]) == {*HEDGE_ENDS, "between"}
    for column, values in dataset_page.VALUES.items():
        assert set(claims[column]) <= set(values)


def test_the_codebook_explains_every_column_and_every_code(folder):
    page = (folder / "codebook.md").read_text("utf-8")
    for row in dataset_page.columns():
        assert f"| `{row['column']}` | {row['type']} |" in page and row["means"] in page
    for words in (*dataset_page.VALUES["hedge"].values(), *codebook("forms")["definition"]):
        assert words in page
    assert "43 rows" in page


def test_rights_and_provenance_are_told(folder, corpus):
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    page = (folder / "codebook.md").read_text("utf-8")
    for told in (package["description"], page):
        assert "does not cover the words of the texts" in told and "claim, not what happened" in told
    assert [source["title"] for source in package["sources"]] == [document.meta["citation"] for document in corpus]
    for document in corpus:
        assert document.meta["citation"] in page
    assert [row["sha256"] for row in rows(folder / "texts.csv")] == [document.meta["sha256"] for document in corpus]
    assert f"version {package['version']}" in page


def test_the_same_texts_give_the_same_bytes_and_an_older_export_is_replaced(folder, tmp_path, corpus):
    first = {name: (folder / name).read_bytes() for name in FILES}
    again = tmp_path / "again"
    for _ in range(2):
        assert ip.export(again, corpus) == again
    assert {path.name: path.read_bytes() for path in again.iterdir()} == first
    assert [path.name for path in tmp_path.iterdir()] == ["again"], "nothing unfinished is left"


def test_a_folder_with_something_else_in_it_is_left_alone(tmp_path, corpus):
    ip.export(tmp_path / "mine", corpus)
    (tmp_path / "mine" / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(ip.InterpartyError, match=r"notes\.txt”, which would be lost: give a new or an empty folder"):
        ip.export(tmp_path / "mine", corpus)
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "datapackage.json").write_text('{"name": "other"}', encoding="utf-8")
    with pytest.raises(ip.InterpartyError, match="which would be lost"):
        ip.export(tmp_path / "other", corpus)
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(ip.InterpartyError, match="is a file"):
        ip.export(tmp_path / "file", corpus)
    assert (tmp_path / "mine" / "notes.txt").read_text("utf-8") == "mine"


def test_half_a_dataset_is_never_left(tmp_path, corpus, monkeypatch):
    ip.export(tmp_path / "data", corpus)
    before = {path.name: path.read_bytes() for path in (tmp_path / "data").iterdir()}

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(dataset, "codebook_page", full)
    for place in ("data", "new"):
        with pytest.raises(ip.InterpartyError, match=r"could not be written \(No space left on device\)"):
            ip.export(tmp_path / place, corpus)
    assert {path.name: path.read_bytes() for path in (tmp_path / "data").iterdir()} == before
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="whoever may write everywhere cannot be refused")
def test_a_place_that_cannot_be_written_to_is_one_sentence(tmp_path, corpus):
    tmp_path.chmod(0o500)
    with pytest.raises(ip.InterpartyError, match="could not be written"):
        ip.export(tmp_path / "data", corpus)


def test_texts_of_ones_own(tmp_path):
    own = Corpus([ip.read_text("The party received 12 delegations in 1999. It sent “nearly 5” groups.", id="x", date="2000")])
    folder = ip.export(tmp_path / "own", own)
    report = Package(str(folder / "datapackage.json")).validate()
    assert report.valid, report.flatten(["type", "note"])
    assert "12 delegations" in [row["quote"] for row in rows(folder / "claims.csv")]
    assert "no catalogue says how to cite it" in (folder / "codebook.md").read_text("utf-8")


def test_corrections_by_hand_go_along(tmp_path):
    source = ip.practice_folder()
    ip.describe(source, "harbour-report.txt", speaker="Harbour Party", date="2031")
    mine = ip.correct(ip.my_texts(source), "harbour-report.4.31-delegations", value=13, who="A. Reader", why="a misprint")
    folder = ip.export(tmp_path / "own", mine)
    report = Package(str(folder / "datapackage.json")).validate()
    assert report.valid, report.flatten(["type", "note"])
    (row,) = rows(folder / "corrections.csv")
    assert (row["claim_id"], row["change"], row["who"]) == ("harbour-report.4.31-delegations", "value: 31 → 13", "A. Reader")
    assert [claim["value"] for claim in rows(folder / "claims.csv") if claim["claim_id"] == row["claim_id"]] == ["13.0"]
    assert "Harbour Party" in [text["author"] for text in rows(folder / "texts.csv")]
