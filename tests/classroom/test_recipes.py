"""The recipes for hubs and containers: everything they name exists, and their settings are settings of the programs."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("nbgrader")

import yaml
from traitlets.config import Config

ROOT = Path(__file__).parents[2]
RECIPES = ROOT / "docs" / "grading"
VALUES = yaml.safe_load((RECIPES / "z2jh-values.yaml").read_text("utf-8"))
FILES = {name: file["stringData"] for name, file in VALUES["singleuser"]["extraFiles"].items()}


def settings(source, **names):
    config = Config()
    exec(source, {"get_config": lambda: config, "c": config, **names})
    return config


def known(config):
    """Every class and trait that a configuration of nbgrader names."""
    from nbgrader.coursedir import CourseDirectory
    from nbgrader.exchange.default import Exchange

    classes = {"CourseDirectory": CourseDirectory, "Exchange": Exchange}
    return all(name in classes and trait in classes[name].class_trait_names() for name in config for trait in config[name])


def test_nbgrader_on_a_hub_has_settings_of_nbgrader():
    from_file = settings((RECIPES / "hub_nbgrader_config.py").read_text("utf-8"))
    assert from_file.Exchange.root == "/srv/nbgrader/exchange" and known(from_file)


@pytest.mark.parametrize("name", ["nbgrader_config.py", "jupyter_server_config.py"])
def test_both_hubs_have_the_same_files(name):
    own = {"nbgrader_config.py": "hub_nbgrader_config.py", "jupyter_server_config.py": "hub_server_config.py"}[name]
    assert FILES[name] == (RECIPES / own).read_text("utf-8")


@pytest.mark.parametrize(("name", "teacher"), [("mei", True), ("a-learner", False)])
def test_only_the_teacher_gets_the_formgrader(monkeypatch, name, teacher):
    monkeypatch.setenv("JUPYTERHUB_USER", name)
    enabled = settings(FILES["jupyter_server_config.py"]).ServerApp.jpserver_extensions
    installed = json.loads((Path(sys.prefix) / "etc/jupyter/jupyter_server_config.d/nbgrader.json").read_text("utf-8"))
    assert set(enabled) == set(installed["ServerApp"]["jpserver_extensions"])
    assert enabled["nbgrader.server_extensions.formgrader"] is teacher
    assert enabled["nbgrader.server_extensions.assignment_list"] is True


def test_volumes_and_mounts_fit():
    storage = VALUES["singleuser"]["storage"]
    assert {each["name"] for each in storage["extraVolumes"]} == {each["name"] for each in storage["extraVolumeMounts"]}
    assert storage["extraVolumeMounts"][0]["mountPath"] == settings(FILES["nbgrader_config.py"]).Exchange.root


def test_the_container_copies_what_there_is():
    text = (RECIPES / "Dockerfile").read_text("utf-8")
    copied = [word for line in re.findall(r"^COPY (.*) \S+$", text, re.MULTILINE) for word in line.split()]
    assert len(copied) >= 7
    assert [name for name in copied if not (ROOT / name).exists()] == []
    assert "bubblewrap" in text and "[lab,grade]" in text


@pytest.mark.skipif(sys.platform == "win32", reason="a script for Linux")
def test_the_script_is_bash_and_names_what_there_is():
    script = RECIPES / "tljh.sh"
    assert subprocess.run(["bash", "-n", str(script)]).returncode == 0
    text = script.read_text("utf-8")
    assert all((ROOT / name).exists() for name in re.findall(r"docs/grading/[\w.]+", text))
