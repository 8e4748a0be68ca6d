"""The recipes for hubs and containers: everything they name exists, and their settings are settings of the programs."""

import json
import os
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


SERVER = """
import json, sys
from jupyter_server.serverapp import ServerApp
app = ServerApp()
app.initialize(argv=["--config=" + sys.argv[1], "--no-browser", "--allow-root"], new_httpserver=False)
print("ENABLED", json.dumps({name: each.enabled for name, each in app.extension_manager.extensions.items()}))
"""


@pytest.mark.parametrize(("name", "teacher"), [("mei", True), ("a-learner", False)])
def test_a_real_server_opens_the_formgrader_for_the_teacher_alone(tmp_path, name, teacher):
    """nbgrader enables all of its parts when it is installed: this file must take them back."""
    homes = {each: str(tmp_path / each) for each in ("HOME", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR")}
    done = subprocess.run(
        [sys.executable, "-c", SERVER, str(RECIPES / "hub_server_config.py")],
        env={**os.environ, **homes, "JUPYTERHUB_USER": name},
        capture_output=True,
        text=True,
        timeout=120,
    )
    (line,) = [line for line in done.stdout.splitlines() if line.startswith("ENABLED ")]
    enabled = json.loads(line.removeprefix("ENABLED "))
    assert enabled["nbgrader.server_extensions.formgrader"] is teacher
    assert enabled["nbgrader.server_extensions.assignment_list"] is True
    assert enabled["jupyterlab"] is True


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


def instructions():
    """The instructions of the container recipe: name and words, continued lines joined."""
    lines = [line for line in (RECIPES / "Dockerfile").read_text("utf-8").splitlines() if not line.startswith("#")]
    joined = "\n".join(lines).replace("\\\n", " ")
    return [tuple(line.split(maxsplit=1)) for line in joined.splitlines() if line.strip()]


def test_the_container_is_made_of_known_instructions_in_their_order():
    names = [name for name, _ in instructions()]
    assert names[0] == "FROM" and names[-1] == "ENTRYPOINT" and names.index("USER") > names.index("RUN")
    assert set(names) <= {"FROM", "RUN", "COPY", "USER", "ENV", "WORKDIR", "ENTRYPOINT"}
    entry = json.loads(dict(instructions())["ENTRYPOINT"])
    assert entry == ["python", "-m", "interparty.classroom"] and dict(instructions())["USER"] != "root"
    pip = next(words for name, words in instructions() if name == "RUN" and "pip install" in words)
    assert "-c /project/constraints.txt" in pip and '"/project[lab,grade]"' in pip


def test_what_a_wheel_needs_is_copied_before_it_is_made():
    """Everything that pyproject.toml names for the wheel lies in the copied files."""
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    needed = [*wheel["packages"], *wheel["force-include"], *wheel["shared-data"], project["project"]["readme"], "pyproject.toml"]
    needed += project["project"].get("license-files", [])
    copied = [word for name, words in instructions() if name == "COPY" for word in words.split()[:-1]]
    assert [path for path in needed if path.split("/")[0] not in copied] == []


def test_the_limits_of_the_container_let_those_of_the_sandbox_come_first():
    """What one submission may use, twice, fits into what docker allows: it is the sandbox that stops a learner."""
    from interparty.classroom.limits import MEGA, Limits

    text, limits = (RECIPES / "Dockerfile").read_text("utf-8"), Limits()
    pids, memory = (int(re.search(rf"--{name} (\d+)", text).group(1)) for name in ("pids-limit", "memory"))
    assert pids > 2 * limits.processes + 100
    assert memory * 1000 * MEGA > 2 * 1.5 * limits.memory_mb * MEGA + 1000 * MEGA
    for what in ("bubblewrap", "util-linux"):  # bwrap, and prlimit for the limits of a process
        assert what in text
    assert "--network none" in text


@pytest.mark.skipif(sys.platform == "win32", reason="a script for Linux")
def test_the_script_is_bash_and_names_what_there_is():
    script = RECIPES / "tljh.sh"
    assert subprocess.run(["bash", "-n", str(script)]).returncode == 0
    text = script.read_text("utf-8")
    assert all((ROOT / name).exists() for name in re.findall(r"docs/grading/[\w.]+", text))
