"""The one exception of the library."""


class InterpartyError(Exception):
    """Something a reader can mend: the message is one clear sentence that says what is wrong, where, and what to do."""
