"""What is derived fits its sources; Binder builds the right thing; the wheel holds everything it needs and no answer key."""

import copy
import json
import os
import re
import subprocess
import sys
import zipfile

import derive
import pytest


@pytest.mark.parametrize("row", derive.DERIVED, ids=lambda row: row.target)
def test_derived_files_fit_their_sources(row, root):
    assert derive.check(row) == [], f"run: python derive.py {row.target}"
    assert all((root / source).exists() for source in row.sources)


def test_every_derived_file_is_in_the_table_of_contributing(root):
    text = (root / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert [row.target for row in derive.DERIVED if f"| `{row.target}` |" not in text] == []


def changed(change):
    tables = copy.deepcopy(derive.pyproject())
    change(tables["project"])
    return tables


@pytest.mark.parametrize(
    ("change", "word"),
    [
        (lambda project: project["dependencies"].append("requests-oauthlib>=2"), "requests-oauthlib"),
        (lambda project: project["optional-dependencies"]["lab"].append("pandas>=999"), "pandas>=999"),
        (lambda project: project["optional-dependencies"]["docs"].clear(), "other dependency tables"),
        (lambda project: project.update({"requires-python": ">=3.12"}), "other dependency tables"),
    ],
    ids=["new", "too old", "removed", "python"],
)
def test_constraints_that_do_not_fit_are_noticed(change, word):
    assert any(word in problem for problem in derive.constraints_problems(changed(change)))


def test_constraints_that_are_not_exact_are_noticed(root):
    text = (root / "constraints.txt").read_text(encoding="utf-8")
    loose = re.sub(r"^pandas==.*$", "pandas>=2", text, flags=re.MULTILINE)
    assert loose != text
    assert any("pandas>=2" in problem for problem in derive.constraints_problems(text=loose))


def test_constraints_name_no_address(root):
    assert "://" not in (root / "constraints.txt").read_text(encoding="utf-8")


def test_conda_names(root):
    assert derive.conda_requirement("matplotlib>=3.9", {"matplotlib": "matplotlib-base"}) == "matplotlib-base>=3.9"
    with pytest.raises(derive.DeriveError, match=r"dask\[bag\]"):
        derive.conda_requirement("dask[bag]>=1", {})


def test_an_unknown_derived_file_is_refused(capsys):
    with pytest.raises(SystemExit):
        derive.main(["--check", "nonsense.txt"])
    assert "nonsense.txt is not a derived file" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="repo2docker does not run on Windows")
def test_binder_copies_the_repository_before_it_builds_the_environment(root):
    assert not (root / "binder").exists() and not (root / ".binder").exists(), "environment.yml would be ignored"
    command = [sys.executable, "-m", "repo2docker", "--no-build", "--debug", "."]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=120)
    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    assert "python=3.12" in said
    copied = re.search(r"^COPY .*src/ \$\{REPO_DIR\}/$", said, re.MULTILINE)
    built = [match.start() for match in re.finditer(r'--file "environment\.yml"', said)]
    assert copied, said
    assert built and min(built) > copied.start(), said


@pytest.fixture(scope="module")
def wheel(root, tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "uv", "build", "--wheel", "--out-dir", str(folder)]
    done = subprocess.run([*command, "--build-constraints", "constraints.txt", "."], cwd=root, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    (file,) = folder.glob("*.whl")
    return file


def test_the_wheel_holds_the_library_and_the_texts_and_no_key(root, tracked, wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    library = {file.relative_to(root / "lib").as_posix() for file in tracked if root / "lib" in file.parents}
    seeds = {f"interparty/seeds/{file.name}" for file in tracked if file.parent == root / "seeds"}
    assert len(library) > 5 and len([name for name in seeds if name.endswith(".txt")]) == 5
    assert (library | seeds) - names == set()
    kernel = {name for name in names if name.endswith(".data/data/etc/ipython/ipython_config.py")}
    assert len(kernel) == 1, "what a kernel reads when it starts"
    extra = {name for name in names - library - seeds - kernel if ".dist-info/" not in name}
    assert extra == set(), "files in the wheel that are not part of the project"
    keys = {file.name for file in tracked if root / "exercises/keys" in file.parents}
    assert len(keys) > 10
    assert not [name for name in names if {"keys", "exercises"} & set(name.split("/")) or name.rsplit("/")[-1] in keys]


def test_the_wheel_works_away_from_the_checkout(wheel, root, tmp_path):
    target, elsewhere = tmp_path / "target", tmp_path / "elsewhere"
    elsewhere.mkdir()
    install = [sys.executable, "-m", "uv", "pip", "install", "--no-deps", "--target", str(target), str(wheel)]
    done = subprocess.run(install, capture_output=True, text=True, cwd=elsewhere)
    assert done.returncode == 0, done.stderr
    code = (
        "import json, interparty as ip; corpus = ip.load_corpus(); "
        "print(json.dumps([ip.__file__, len(corpus), {doc.id: doc.text for doc in corpus}]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=elsewhere, env={**os.environ, "PYTHONPATH": str(target)}, capture_output=True
    )
    assert done.returncode == 0, done.stderr.decode()
    place, count, texts = json.loads(done.stdout)
    assert place.startswith(str(target))
    assert count == 5
    assert texts == {file.stem: file.read_bytes().decode("utf-8") for file in (root / "seeds").glob("*.txt")}


def test_the_citation_names_the_version(root):
    version = derive.pyproject()["project"]["version"]
    assert f"\nversion: {version}\n" in (root / "CITATION.cff").read_text(encoding="utf-8")
    assert f"/v{version}?urlpath=lab/tree/notebooks/00-start-here.ipynb" in (root / "README.md").read_text(encoding="utf-8")
