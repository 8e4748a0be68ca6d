"""A slip of typing in one sentence: the line, the place in it, and what to do, in the place of Python's report."""

from __future__ import annotations

import re

#: what Python says; what stands in the line; what to do. The first row that fits is told. {line} is the number of the line.
_SLIPS = (
    (
        "invalid character",
        "[“”„‘’]",
        "In line {line} the quotation marks are curly: type them again here, straight.",
    ),
    ("invalid .*character", "", "Line {line} holds a sign that Python does not know: delete it and type it again here."),
    ("unterminated|EOL while", "", "A quotation mark is missing in line {line}: put one before the words and one behind them."),
    ("was never closed|unexpected EOF", "", "A bracket is opened in line {line} and not closed: put its partner at the end."),
    ("unmatched|does not match", "", "The brackets in line {line} do not fit: each needs a partner of its own kind."),
    ("[Ii]ndent", "", "Line {line} begins too far to the right or to the left: begin it as the lines beside it do."),
    ("leading zeros", "", "In line {line} a number begins with 0: leave the 0 out."),
    ("Maybe you meant '=='", "", "In line {line} the sign between name and answer must be a colon : and not =."),
    ("", r"=\s*$", "In line {line} nothing stands behind the sign =."),
    (
        "",
        r'"[^":,]*[^":,\s][^":,]*"\w',
        "The words copied in line {line} hold quotation marks: put single ones ' round all.",
    ),
    ("dictionary key", r"\d,\d", "In line {line} a number has a comma: write a point, as in 0.5."),
    ("", r"\d+ *[A-Za-z%]", "In line {line} a word or a sign stands behind a number: write the number alone."),
    ("", r'^\s*"[^"]*" +[^:,\s]', "In line {line} the colon : behind the name is missing."),
    (
        "",
        r'"" *: *[A-Za-z]+ +[A-Za-z]',
        "In line {line} words stand without quotation marks: put one before, one behind.",
    ),
    ("invalid syntax$", r'^\s*"" *:', "A comma is missing at the end of the line above line {line}."),
    ("comma|expected", "", "A comma is missing in line {line}: behind the line, or between two things of a list."),
    ("", "", "In line {line} a sign is missing or one too many, or words stand without quotation marks."),
)


def sentence(error: SyntaxError) -> str:
    """What to do about a cell that is no Python.

    Parameters
    ----------
    error : SyntaxError
        With the line and its number.

    >>> sentence(SyntaxError("invalid syntax. Perhaps you forgot a comma?", ("", 2, 13, '  "years": 28 years,', 2, 21)))
    'In line 2 a word or a sign stands behind a number: write the number alone.'
    """
    text, said = error.text or "", f"{type(error).__name__} {error.msg}"
    bare = re.sub(r'"[^"]*"(?= *:)', '""', text)  # what stands in the name of a part is not the learner's
    told = next(do for says, holds, do in _SLIPS if re.search(says, said) and re.search(holds, bare))
    return told.replace("{line}", str(error.lineno or 1))


def report(error: SyntaxError) -> str:
    """The line, a sign under the place, and the sentence: the last line is the one to read."""
    text = (error.text or "").rstrip("\n")
    place = [text, " " * (max(error.offset or 1, 1) - 1) + "^"] if text.strip() else []
    return "\n".join([*place, f"{type(error).__name__}: {sentence(error)}"])
