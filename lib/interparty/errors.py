"""The one exception of the library."""


class InterpartyError(Exception):
    """Something a reader can mend: the message is one clear sentence that says what is wrong, where, and what to do."""

    def _render_traceback_(self) -> list[str]:
        """Show IPython the sentence alone: a learner has no use for the library's call stack."""
        return [f"Please check: {self}"]
