"""A learner without a mouse: Tab, arrow keys, Space, Enter and letters, and nothing else."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

FAR = 120  # presses of Tab after which a control counts as out of reach


class Keys:
    """Operates a widget from the place where the focus is.

    Parameters
    ----------
    page : Page
        Of Playwright.
    """

    def __init__(self, page: Page) -> None:
        self.page, self.press, self.type = page, page.keyboard.press, page.keyboard.type

    def to(self, control: Locator, there: str = "node => node === document.activeElement") -> None:
        """Press Tab, or Shift+Tab where the control lies before, until it has the focus."""
        behind = "node => document.activeElement.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING"
        key = "Shift+Tab" if control.evaluate(behind) else "Tab"
        for _ in range(FAR):
            if control.evaluate(there):
                return
            self.press(key)
        raise AssertionError(f"{FAR} times {key} do not lead to {control}")

    def push(self, button: Locator) -> None:
        """Go to a button and press Enter."""
        self.to(button)
        self.press("Enter")

    def choose(self, radio: Locator) -> None:
        """Go to the group of a radio button; the arrow keys choose."""
        self.to(radio, "node => document.activeElement.name === node.name")
        if not radio.evaluate("node => [...document.getElementsByName(node.name)].some(one => one.checked)"):
            self.press("Space")
        for _ in range(FAR):
            if radio.is_checked():
                return
            self.press("ArrowDown")
        raise AssertionError(f"the arrow keys do not lead to {radio}")

    def pick(self, list_: Locator, option: str) -> None:
        """Go to a list and choose the option with this value."""
        self.to(list_)
        for key in ("Home", *["ArrowDown"] * FAR):
            self.press(key)
            if list_.input_value() == option:
                return
        raise AssertionError(f"the arrow keys do not lead to {option}")

    def write(self, box: Locator, text: str) -> None:
        """Go to a text box and write."""
        self.to(box)
        self.press("ControlOrMeta+a")
        self.type(text)
