"""A learner in JupyterLab, by clicks and keys alone: what is not on the page is not there."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect


class Learner:
    """Somebody with a mouse and a keyboard.

    Parameters
    ----------
    page : Page
        Of Playwright.
    patience : int
        How many milliseconds to wait for anything.
    """

    def __init__(self, page: Page, patience: int) -> None:
        self.page = page
        page.set_default_timeout(patience)
        expect.set_options(timeout=patience)

    @property
    def notebook(self) -> Locator:
        """The notebook in front."""
        return self.page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)")

    def sees(self, notebook: str) -> None:
        """Wait until a notebook is in front and its kernel rests."""
        expect(self.page.locator(".lm-DockPanel-tabBar .lm-mod-current")).to_contain_text(notebook)
        expect(self.notebook.locator(".jp-Notebook-ExecutionIndicator[data-status='idle']")).to_be_visible()
        self.page.wait_for_timeout(3_000)  # the page says idle before the kernel listens

    def menu(self, *names: str) -> None:
        """Choose from the menu bar."""
        self.page.locator(".lm-MenuBar-item", has_text=re.compile(f"^{names[0]}$")).click()
        for name in names[1:]:
            self.page.locator(".lm-Menu-item", has=self.page.locator(".lm-Menu-itemLabel", has_text=name)).first.click()

    def code(self, text: str) -> Locator:
        """The code cell that begins with these words."""
        begins = self.page.locator(".cm-content", has_text=re.compile(rf"^\s*{re.escape(text)}"))
        return self.notebook.locator(".jp-CodeCell", has=begins).first

    def run(self, text: str) -> Locator:
        """Click into a code cell and press Shift+Enter; gives back its output."""
        cell = self.code(text)
        cell.locator(".cm-content").click()
        self.page.keyboard.press("Shift+Enter")
        expect(cell.locator(".jp-InputPrompt").first).to_have_text(re.compile(r"\[\d+\]:"))
        return cell.locator(".jp-OutputArea")

    def writes(self, begin: str, text: str) -> None:
        """Replace what stands in a cell."""
        self.code(begin).locator(".cm-content").click()
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.type(text)

    def adds(self, text: str) -> Locator:
        """Make a cell below with the plus of the toolbar, write into it and run it; gives back its output."""
        self.notebook.locator("[data-jp-item-name='insert'] button, [data-jp-item-name='insert']").first.click()
        self.page.keyboard.press("Enter")
        self.page.keyboard.type(text)
        return self.run(text)

    def restarts(self) -> None:
        """Restart the kernel by the menu."""
        self.menu("Kernel", "Restart Kernel…")
        self.page.get_by_role("button", name="Confirm Kernel Restart").click()

    def answers(self, name: str, answer: str) -> None:
        """Write an answer into its cell, and run it."""
        self.writes(f"{name} =", f"{name} = {answer}")
        self.run(f"{name} =")

    def saves(self) -> None:
        self.page.keyboard.press("Escape")
        self.page.keyboard.press("ControlOrMeta+s")
        expect(self.page.locator(".lm-DockPanel-tabBar .lm-mod-current.jp-mod-dirty")).to_have_count(0)

    def errors(self) -> list[str]:
        return self.notebook.locator("[data-mime-type='application/vnd.jupyter.error']").all_inner_texts()
