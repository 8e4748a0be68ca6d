"""A real JupyterLab, driven as a learner drives it: server, notebook on the page, keyboard, axe.

Used by every browser test. ``LabServer`` is started once a session; ``NotebookPage`` opens, runs and reads one notebook.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import nbformat
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

CHROMIUM = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)
SCREEN = {"width": 1280, "height": 800}  # of a small laptop
OUTPUTS = ".jp-OutputArea-output"
_OVERRIDES = {
    "@jupyterlab/apputils-extension:notification": {
        "fetchNews": "false",
        "checkForUpdates": False,
        "doNotDisturbMode": True,
    },
    "@jupyterlab/docmanager-extension:plugin": {"autosave": False},
    "@jupyterlab/notebook-extension:tracker": {"windowingMode": "none"},
}
_TALL = "html, body { height: 100vh !important; }"
_KERNEL = "jupyterapp.shell.currentWidget?.sessionContext?.session?.kernel"


def write_notebook(path: Path, *cells: str) -> Path:
    """A notebook of code cells, with the kernel named so that no dialog asks for one."""
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    book.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(book, path)
    return path


class LabServer:
    """A JupyterLab of its own on the loopback, with nothing of the user's settings.

    Parameters
    ----------
    folder : Path
        For settings and logs.
    root : Path
        What learners see as the top folder.
    """

    def __init__(self, folder: Path, root: Path) -> None:
        self.root, self.log = root, folder / "server.log"
        settings = folder / "app" / "settings"
        settings.mkdir(parents=True)
        (settings / "overrides.json").write_text(json.dumps(_OVERRIDES))
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        homes = {
            "JUPYTER_CONFIG_DIR": "config",
            "JUPYTER_DATA_DIR": "data",
            "JUPYTER_RUNTIME_DIR": "runtime",
            "JUPYTERLAB_SETTINGS_DIR": "user-settings",
            "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
            "IPYTHONDIR": "ipython",
        }
        command = [
            sys.executable, "-m", "jupyter", "lab", "--no-browser", "--ServerApp.ip=127.0.0.1", f"--ServerApp.port={port}",
            "--ServerApp.port_retries=0", "--IdentityProvider.token=", "--ServerApp.allow_root=True",
            "--ServerApp.disable_check_xsrf=True", f"--ServerApp.root_dir={root}", "--LabApp.expose_app_in_browser=True",
            "--JupyterNotebookApp.expose_app_in_browser=True",
            f"--LabApp.app_settings_dir={settings}", "--LabApp.extension_manager=readonly",
        ]  # fmt: skip
        environment = {**os.environ, **{name: str(folder / home) for name, home in homes.items()}}
        environment.pop("INTERPARTY_PROGRESS", None)  # tries are noted, as for a learner: beside the keys of the copy
        with self.log.open("wb") as log:
            self._process = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
        self._wait()

    def _wait(self, seconds: float = 60) -> None:
        until = time.monotonic() + seconds
        while time.monotonic() < until and self._process.poll() is None:
            try:
                urllib.request.urlopen(f"{self.url}/api", timeout=2).close()
                return
            except (urllib.error.URLError, OSError):
                time.sleep(0.2)
        self.stop()
        raise RuntimeError(f"JupyterLab did not come up; its log ends with:\n{self.log.read_text()[-2000:]}")

    def end_kernel(self, path: str) -> None:
        """End the kernel of a notebook that another test has left running, if there is one: it is opened as on a new day."""
        with urllib.request.urlopen(f"{self.url}/api/sessions", timeout=10) as answer:
            running = [session["id"] for session in json.load(answer) if session["path"] == path]
        for session in running:
            order = urllib.request.Request(f"{self.url}/api/sessions/{session}", method="DELETE")
            urllib.request.urlopen(order, timeout=10).close()

    def stop(self) -> None:
        """End the server and its kernels."""
        self._process.terminate()
        try:
            self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._process.kill()


class NotebookPage:
    """One notebook in the browser.

    Parameters
    ----------
    page : Page
        Of Playwright.
    lab : LabServer
        The running server.
    stays : bool
        The first notebook is opened in the JupyterLab that the page shows already, if it does, which is quicker; each other one
        on a fresh page, as on another day.
    """

    def __init__(self, page: Page, lab: LabServer, stays: bool = False) -> None:
        self.page, self.lab, self.stays = page, lab, stays

    def tidy(self) -> NotebookPage:
        """Take back what another test may have done to the page: paper, size, theme, what axe needed, where the mouse is."""
        self.page.emulate_media(media="null")
        self.page.set_viewport_size(SCREEN)
        self.page.mouse.move(0, 0)
        if self.page.url.startswith(f"{self.lab.url}/lab"):
            styles = self.page.locator("style").filter(has_text=_TALL)
            styles.evaluate_all("all => all.forEach(one => one.remove())")
            self.theme("JupyterLab Light")
        return self

    def open(self, path: str) -> NotebookPage:
        """Open a notebook by its path below the server's root and wait until its kernel is connected and idle."""
        stays, self.stays = self.stays, False
        if stays and self.page.url.startswith(f"{self.lab.url}/lab"):
            self.page.evaluate("() => [...jupyterapp.shell.widgets('main')].forEach(one => one.dispose())")
        else:
            self.page.goto(f"{self.lab.url}/lab?reset")
            self.page.wait_for_function("() => window.jupyterapp !== undefined")
            self._settle("jupyterapp.restored")
        self._settle(f"jupyterapp.commands.execute('docmanager:open', {{path: {json.dumps(path)}}})")
        here = f"jupyterapp.shell.currentWidget?.context?.path === {json.dumps(path)}"
        self.page.wait_for_function(f"() => {here} && jupyterapp.shell.currentWidget.context.isReady")
        idle = f"{_KERNEL}?.connectionStatus === 'connected' && {_KERNEL}?.status === 'idle'"
        self.page.wait_for_function(f"() => {idle}", timeout=30_000)
        return self

    def write(self, source: str) -> NotebookPage:
        """Write the source of the first cell."""
        self.page.evaluate("text => jupyterapp.shell.currentWidget.content.widgets[0].model.sharedModel.setSource(text)", source)
        return self

    def run_all(self, seconds: float = 60) -> NotebookPage:
        """Run every cell and wait until the last one is done."""
        self._settle("jupyterapp.commands.execute('notebook:run-all-cells')", seconds)
        return self

    def run_cells(self, *ids: str, seconds: float = 60) -> NotebookPage:
        """Run some cells, named by their ids, one after the other: what a learner does who has no time for the rest."""
        for name in ids:
            place = self.page.evaluate(
                """name => { const book = jupyterapp.shell.currentWidget.content;
                    const place = book.widgets.findIndex(cell => cell.model.id === name);
                    if (place >= 0) { book.deselectAll(); book.activeCellIndex = place; }
                    return place; }""",
                name,
            )
            assert place >= 0, f"there is no cell {name}"
            self.command("notebook:run-cell", seconds)
        return self

    def command(self, name: str, seconds: float = 30, **arguments) -> None:
        """Carry out a command of JupyterLab, such as ``docmanager:save``."""
        self._settle(f"jupyterapp.commands.execute({json.dumps(name)}, {json.dumps(arguments)})", seconds)

    def theme(self, name: str) -> None:
        """Change the theme: ``JupyterLab Light`` or ``JupyterLab Dark``."""
        self.command("apputils:change-theme", theme=name)
        light = "false" if "Dark" in name else "true"
        self.page.wait_for_selector(f"body[data-jp-theme-light='{light}']", state="attached")

    def cell(self, text: str) -> Locator:
        """The code cell whose source or output holds ``text``."""
        return self.page.locator(".jp-CodeCell").filter(has_text=text)

    def cell_count(self) -> int:
        """How many cells the notebook has now."""
        return self.page.evaluate("() => jupyterapp.shell.currentWidget.content.widgets.length")

    def errors(self) -> list[str]:
        """The tracebacks on the page."""
        return self.page.locator("[data-mime-type='application/vnd.jupyter.error']").all_inner_texts()

    def axe(self) -> list[str]:
        """What axe-core finds wrong in the outputs, one line each: rule, element, help."""
        expect(self.page.locator(OUTPUTS).first).to_be_attached()
        found = self.axe_response({"include": [[OUTPUTS]]})
        return [f"{rule['id']}: {node['html'][:160]} ({rule['help']})" for rule in found["violations"] for node in rule["nodes"]]

    def axe_response(self, context: dict | None = None) -> dict:
        """Run axe-core on the page, or on a part of it.

        JupyterLab's ``body`` has no height and hides what overflows: axe takes everything in it for invisible, and finds
        nothing wrong because it looks at nothing. So the body is given its height first, and a run without a single
        judgement on contrast is an error. All violations are told, of what is in order one element for each rule: to describe
        every element of a page takes axe longer than to judge it.
        """
        self.page.add_style_tag(content=_TALL)
        found = Axe().run(self.page, context=context, options={"resultTypes": ["violations"]}).response
        judged = {rule["id"] for kind in ("passes", "violations", "incomplete") for rule in found[kind] if rule["nodes"]}
        assert "color-contrast" in judged, "axe looked at no text"
        return found

    def _settle(self, promise: str, seconds: float = 30) -> None:
        """Wait for a promise with a timeout, which ``page.evaluate`` has not."""
        settled = "() => window.__done = 'ok', e => window.__done = 'failed: ' + e"
        self.page.evaluate(f"() => {{ window.__done = null; ({promise}).then({settled}); }}")
        self.page.wait_for_function("() => window.__done !== null", timeout=seconds * 1000)
        done = self.page.evaluate("() => window.__done")
        assert done == "ok", f"{promise}: {done}"
