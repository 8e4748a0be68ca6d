"""`python -m interparty`: the right table, the right exit code, one sentence when something is wrong, and never half a file."""

import csv
import io
import json
import os
import subprocess
import sys

import pandas as pd
import pytest

from interparty import claims, load_corpus, read_text, storing
from interparty.commandline import main
from interparty.extraction import COLUMNS

TEXT = "We received “more than 40 delegations” from 12 countries in the past five years.\n"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "report.txt"
    path.write_bytes(TEXT.encode())
    return path


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "texts"
    (place / "1996").mkdir(parents=True)
    (place / "A b.txt").write_text("We sent 3 groups.", encoding="utf-8")
    (place / "a-b.txt").write_text("Nothing is counted here.", encoding="utf-8")
    (place / "1996" / "c.TXT").write_text("We sent 5 groups.", encoding="utf-8")
    (place / ".hidden.txt").write_text("We sent 7 groups.", encoding="utf-8")
    (place / "notes.md").write_text("We sent 9 groups.", encoding="utf-8")
    return place


@pytest.fixture
def call(capsysbinary):
    """Run a command line in this process: exit code, standard output and standard error."""

    def run(*words):
        try:
            code = main([str(word) for word in words])
        except SystemExit as end:
            code = end.code
        said = capsysbinary.readouterr()
        return code, said.out.decode("utf-8"), said.err.decode("utf-8")

    return run


def one_sentence(said):
    return said.count("\n") == 1 and said.endswith(".\n") and "Traceback" not in said and "usage" not in said


def test_a_file_as_csv(call, file):
    code, out, err = call("claims", file, "--date", "1996-07")
    assert (code, err) == (0, "")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert list(rows[0]) == COLUMNS
    assert (rows[0]["quote"], rows[0]["low"], rows[0]["high"]) == ("more than 40 delegations", "40.0", "")
    assert rows[0]["period_start"] == "1991"


def test_a_file_as_json(call, file):
    code, out, _ = call("claims", file, "--format", "json")
    rows = json.loads(out)
    assert code == 0
    assert [list(row) for row in rows] == [COLUMNS, COLUMNS]
    assert (rows[0]["claim_id"], rows[0]["high"], rows[0]["start"]) == ("report.0.more-than-40-delegations", None, 13)
    assert rows[0]["period_start"] is None, "without a date the past five years stay open"


@pytest.mark.parametrize("form", list(storing.FORMATS))
def test_every_format_holds_the_same_table(call, file, tmp_path, form):
    output = tmp_path / f"claims.{form}"
    assert call("claims", file, "--output", output) == (0, "", "")
    read = {"csv": pd.read_csv, "json": pd.read_json, "parquet": pd.read_parquet}[form](output)
    table = claims(read_text(TEXT, id="report"))
    for name in ("claim_id", "quote", "low", "hedge", "direction"):
        assert list(read[name].dropna()) == list(table[name].dropna())


def test_a_folder_with_a_catalogue_is_the_corpus(call, root):
    code, out, err = call("claims", root / "seeds")
    assert code == 0
    assert [row["claim_id"] for row in csv.DictReader(io.StringIO(out))] == list(claims(load_corpus())["claim_id"])
    assert err.splitlines()[-1] == "5 of 5 texts read, 43 claims found."


def test_a_file_of_a_catalogue_has_its_date(call, root):
    code, out, _ = call("claims", root / "seeds" / "dai-2002.txt", "--format", "json")
    assert code == 0
    assert [row["period_start"] for row in json.loads(out)] == list(load_corpus()["dai-2002"].claims["period_start"])


def test_a_folder_of_bare_files(call, folder):
    code, out, err = call("claims", folder, "--date", "1996")
    assert code == 0
    assert [row["claim_id"] for row in csv.DictReader(io.StringIO(out))] == ["1996-c.0.5-groups", "a-b.0.3-groups"]
    assert "2 of 3 texts" in err and err.endswith("3 of 3 texts read, 2 claims found.\n")


def test_names_of_bare_files_are_told_apart(folder):
    from interparty.sources import sources

    assert [source.id for source in sources(folder)] == ["1996-c", "a-b", "a-b-2"]


def test_a_file_that_cannot_be_read_is_named_and_left_out(call, folder, tmp_path):
    (folder / "bad.txt").write_bytes(b"\xff\xfea")
    code, out, err = call("claims", folder, "--output", tmp_path / "claims.csv")
    assert (code, out) == (1, "")
    assert "bad.txt cannot be read as UTF-8 text" in err and "3 of 4 texts read" in err
    assert len(pd.read_csv(tmp_path / "claims.csv")) == 2


def test_a_fault_of_the_library_is_a_sentence_too(call, file, monkeypatch):
    def broken(document):
        raise ZeroDivisionError("x")

    monkeypatch.setattr("interparty.commandline.claims", lambda source: broken(source) if source else claims(source))
    code, out, err = call("claims", file)
    assert (code, out) == (1, "") and one_sentence(err) and "ZeroDivisionError" in err


def wrong_data(tmp_path):
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"\xff")
    empty = tmp_path / "empty"
    empty.mkdir()
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "catalogue.toml").write_text("[[text]]\nid = 5", encoding="utf-8")
    return {"bad": bad, "empty": empty, "broken": broken}


@pytest.mark.parametrize(
    ("name", "word"),
    [("bad", "UTF-8"), ("empty", "holds no .txt file"), ("broken", 'the field "id"')],
    ids=["bad", "empty", "toml"],
)
def test_wrong_data_is_1(call, tmp_path, name, word):
    output = tmp_path / "claims.csv"
    code, out, err = call("claims", wrong_data(tmp_path)[name], "--output", output)
    assert (code, out) == (1, "")
    assert word in err and one_sentence(err)
    assert not output.exists()


@pytest.mark.parametrize(
    ("words", "word"),
    [
        ([], "required"),
        (["praise"], "invalid choice"),
        (["claims"], "required"),
        (["claims", "nowhere.txt"], "no file or folder nowhere.txt"),
        (["claims", "FILE", "--date", "July"], "'July' cannot be read"),
        (["claims", "FILE", "--format", "xml"], "invalid choice"),
        (["claims", "FILE", "--format", "parquet"], "add --output"),
        (["claims", "FILE", "--output", "no/such/place.csv"], "no folder for the output"),
        (["claims", "FILE", "--output", "."], "is a folder"),
        (["claims", "FILE", "--output", "claims.docx"], "end in .csv, .json or .parquet, or add --format"),
        (["claims", "SEEDS", "--date", "1999"], "leave --date out"),
        (["check", "nowhere"], "no folder nowhere"),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, list) else "",
)
def test_a_wrong_call_is_2(call, file, root, words, word):
    places = {"FILE": file, "SEEDS": root / "seeds"}
    code, out, err = call(*(places.get(one, one) for one in words))
    assert (code, out) == (2, "")
    assert word in err and one_sentence(err)


def test_parquet_without_pyarrow(call, file, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    code, _, err = call("claims", file, "--output", tmp_path / "claims.parquet")
    assert code == 2 and "pip install pyarrow" in err and one_sentence(err)
    assert list(tmp_path.iterdir()) == [file]


def test_parquet_with_a_pyarrow_that_does_not_start(call, file, tmp_path, monkeypatch):
    def refuses(name):
        raise ImportError("pyarrow requires NumPy 2.0 or newer, found 1.26.4")

    monkeypatch.setattr("interparty.storing.import_module", refuses)
    code, _, err = call("claims", file, "--format", "parquet", "--output", tmp_path / "t.parquet")
    assert code == 2 and "NumPy 2.0 or newer" in err and "--upgrade" in err and one_sentence(err)


def test_nothing_half_written(call, file, tmp_path, monkeypatch):
    output = tmp_path / "claims.csv"
    output.write_text("the table of yesterday", encoding="utf-8")

    def full(table, stream):
        stream.write(b"claim_id,")
        raise OSError(28, "No space left on device")

    monkeypatch.setitem(storing.FORMATS, "csv", full)
    code, _, err = call("claims", file, "--output", output)
    assert code == 1 and "No space left" in err and one_sentence(err)
    assert output.read_text(encoding="utf-8") == "the table of yesterday"
    assert sorted(tmp_path.iterdir()) == [output, file]


def test_check(call, root):
    code, out, err = call("check", root / "seeds")
    assert (code, err) == (0, "")
    assert "ok    The texts: 5 texts found" in out and "ok    dai-2002: " in out


def test_check_names_what_is_wrong(call, root, tmp_path):
    for name in ("catalogue.toml", "dai-2002.txt", "dai-2001.txt"):
        (tmp_path / name).write_bytes((root / "seeds" / name).read_bytes())
    (tmp_path / "dai-2001.txt").write_text("altered", encoding="utf-8")
    code, out, err = call("check", tmp_path)
    assert (code, err) == (1, "")
    lines = out.splitlines()
    assert len([line for line in lines if line.startswith("mend ") and "is missing" in line]) == 3
    assert len([line for line in lines if line.startswith("mend ") and "dai-2001.txt has been altered" in line]) == 1


# ---- as a process of its own ----------------------------------------------------------------------------------------

COMMAND = [sys.executable, "-m", "interparty", "claims"]


def test_utf8_whatever_the_terminal_speaks(file, tmp_path):
    path = file.with_name("ñandú 中.txt")
    path.write_text("We received 3 500 guests – “more than 40 délégations amies”, 40 députés.", encoding="utf-8")
    for encoding in ("ascii", "cp1252", "utf-16"):
        settings = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
        done = subprocess.run([*COMMAND, str(path), "--format", "json"], env=settings, capture_output=True)
        assert done.returncode == 0, done.stderr
        rows = json.loads(done.stdout.decode("utf-8"))
        assert rows and all(row["doc"] == "ñandú-中" for row in rows)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipe")
def test_a_reader_who_has_seen_enough(tmp_path):
    file = tmp_path / "long.txt"
    file.write_text("We sent 40 delegations.\n\n" * 4000, encoding="utf-8")
    run = subprocess.Popen([*COMMAND, str(file)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert run.stdout.readline().startswith(b"claim_id,")
    run.stdout.close()
    assert run.stderr.read() == b""
    run.stderr.close()
    assert run.wait(60) == 0


def test_export_writes_the_dataset_and_says_where(call, tmp_path):
    code, out, err = call("export", tmp_path / "data")
    assert (code, out) == (0, "") and "begin with its codebook.md" in err
    assert (tmp_path / "data" / "claims.csv").is_file() and (tmp_path / "data" / "datapackage.json").is_file()
    (tmp_path / "data" / "mine.txt").write_text("x", encoding="utf-8")
    code, out, err = call("export", tmp_path / "data")
    assert (code, out) == (1, "") and one_sentence(err) and "would be lost" in err
