"""The command line: ``claims`` makes the table of a text or a folder of texts, ``export`` the whole dataset, ``print``
pages of notebooks for paper; ``check`` looks at set-up and catalogue.

Exit codes: 0 all is well, 1 something is wrong with the texts or the set-up, 2 the call itself is wrong. What is wrong is
said in one sentence on standard error; a file that cannot be read is named and left out.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import pandas as pd

from . import storing
from .catalogue import NAME
from .corpus import load_corpus, read_text
from .dataset import export
from .errors import InterpartyError
from .extraction import claims
from .setup_check import check_setup
from .sources import Source, read, sources

OK, WRONG_DATA, WRONG_CALL = 0, 1, 2
_STOPPED = 130  # what a shell expects after Ctrl+C


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(WRONG_CALL, f"{self.prog}: {message.rstrip('.')}; see {self.prog} --help.\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m interparty", description="Counted statistics in reports on relations between parties.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="claims|check|export|print")
    one = commands.add_parser("claims", help="make the table of claims of a text or a folder of texts")
    one.add_argument(
        "place", type=Path, metavar="FILE|FOLDER", help="a UTF-8 text; a folder with catalogue.toml; a folder of .txt files"
    )
    one.add_argument(
        "--date", default="", help="when the text was written (2002-10-11, 2002-10, 2002, 2002~), if no catalogue says it"
    )
    one.add_argument("--format", choices=list(storing.FORMATS), help="as the ending of the output says, or csv")
    one.add_argument("--output", type=Path, metavar="FILE", help="where to write the table; without it, to standard output")
    one.set_defaults(run=_claims, parser=one)
    two = commands.add_parser("check", help="look whether everything is in place: the set-up, the five texts, a catalogue")
    two.add_argument("folder", nargs="?", type=Path, help="a folder of your own with a catalogue.toml")
    two.set_defaults(run=_check, parser=two)
    three = commands.add_parser(
        "export", help="write the dataset of the five texts, or of a folder of your own, with its codebook"
    )
    three.add_argument("folder", type=Path, help="a new or empty folder, or one that an earlier export has made")
    three.add_argument("--texts", type=Path, metavar="FOLDER", help="a folder of your own with a catalogue.toml")
    three.set_defaults(run=_export, parser=three)
    four = commands.add_parser("print", help="run notebooks and write them as pages for paper, or for a screen without a kernel")
    four.add_argument("notebooks", nargs="+", type=Path, metavar="NOTEBOOK|FOLDER", help="notebooks, or folders that hold some")
    four.add_argument("--output", type=Path, required=True, metavar="FOLDER", help="where the pages go")
    four.add_argument("--pdf", action="store_true", help="also as PDF, printed by an installed Chromium, Chrome or Edge")
    four.set_defaults(run=_print_pages, parser=four)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Parameters
    ----------
    arguments : sequence of str, optional
        The words after ``python -m interparty``; those of the process when left out.

    Returns
    -------
    int
        The exit code.
    """
    options = _parser().parse_args(arguments)
    try:
        return options.run(options)
    except InterpartyError as error:
        _say(error)
        return WRONG_DATA
    except KeyboardInterrupt:
        _say("Stopped; nothing was written.")
        return _STOPPED
    except BrokenPipeError:
        # the reader, such as `head`, has seen enough; Python would complain once more when it closes the stream
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except Exception as error:
        _say(f"This should not have happened ({type(error).__name__}: {error}): please report it with the text.")
        return WRONG_DATA


def _say(sentence: object, end: str = "\n") -> None:
    print(sentence, end=end, file=sys.stderr, flush=True)


# ---- claims ---------------------------------------------------------------------------------------------------------


def _claims(options: argparse.Namespace) -> int:
    form = options.format or _format_of(options.output)
    if (wrong := _wrong_call(options, form)) is not None:
        options.parser.error(wrong)
    found = sources(options.place, options.date)
    table, failed = _tables(found, options.place.is_dir())
    if failed == len(found):
        return WRONG_DATA
    if options.output is None:
        storing.FORMATS[form](table, sys.stdout.buffer)
        sys.stdout.buffer.flush()
    else:
        with storing.whole_file(options.output) as place, place.open("wb") as stream:
            storing.FORMATS[form](table, stream)
    return WRONG_DATA if failed else OK


def _format_of(output: Path | None) -> str:
    ending = "" if output is None else output.suffix[1:].lower()
    return ending if ending in storing.FORMATS else "csv"


#: endings of an output that say how the table is written; without any, it is CSV
_ENDINGS = ("", *storing.FORMATS)


def _unknown_ending(output: Path | None) -> str:
    return f"no table is written as {output and output.suffix}: let the output end in .csv, .json or .parquet, or add --format"


def _wrong_call(options: argparse.Namespace, form: str) -> str | None:
    """What is wrong with the call itself, as far as it can be told before a text is opened; None if nothing is."""
    place, output = options.place, options.output
    try:
        read_text("", date=options.date)
        if form == "parquet":
            storing.import_parquet()
    except InterpartyError as error:
        return str(error)
    problems = {
        f"there is no file or folder {place}": not place.exists(),
        "Parquet is for files, not for the screen: add --output FILE": form == "parquet" and output is None,
        f"there is no folder for the output {output}": output is not None and not output.parent.is_dir(),
        _unknown_ending(output): options.format is None and output is not None and output.suffix[1:].lower() not in _ENDINGS,
        f"the output {output} is a folder: give the name of a file": output is not None and output.is_dir(),
        f"{place} has a catalogue.toml that gives the dates: leave --date out": options.date and (place / NAME).is_file(),
    }
    return next((sentence for sentence, holds in problems.items() if holds), None)


def _tables(found: list[Source], is_folder: bool) -> tuple[pd.DataFrame, int]:
    """The claims of all texts that can be read, and the number of those that cannot."""
    tables, failed, by_hand = [claims([])], 0, 0
    for number, source in enumerate(found, start=1):
        try:
            document = read(source)
            tables.append(claims(document))
            by_hand += len(document.corrections)
        except InterpartyError as error:
            _say(error)
            failed += 1
        except Exception as error:
            _say(f"{source.path} could not be worked through ({type(error).__name__}: {error}): please report it with the text.")
            failed += 1
        if is_folder:
            _progress(number, len(found), source.id)
    whole = pd.concat([table for table in tables if len(table)] or tables[:1], ignore_index=True)
    if is_folder:
        _say(f"{len(found) - failed} of {len(found)} texts read, {len(whole)} claims found.")
    if by_hand:
        _say(f"Corrections by hand in effect, from corrections.csv beside the texts: {by_hand}.")
    return whole, failed


def _progress(number: int, of: int, name: str) -> None:
    """A line that replaces itself on a screen; in a log, a line for every tenth of the way."""
    if sys.stderr.isatty():
        _say(f"\r{number} of {of}: {name[:60]:<60}", end="\n" if number == of else "")
    elif number * 10 // of > (number - 1) * 10 // of:
        _say(f"{number} of {of} texts")


# ---- check ----------------------------------------------------------------------------------------------------------


def _check(options: argparse.Namespace) -> int:
    lines = [(line.ok, f"{line.what}: {line.sentence}") for line in check_setup().lines]
    if options.folder is not None:
        if not options.folder.is_dir():
            options.parser.error(f"there is no folder {options.folder}")
        lines += _catalogue_lines(options.folder)
    for ok, sentence in lines:
        # bytes, so that the letters of a file name survive the code page of a Windows console
        sys.stdout.buffer.write(f"{'ok' if ok else 'mend':<5} {sentence}\n".encode())
    sys.stdout.buffer.flush()
    return OK if all(ok for ok, _ in lines) else WRONG_DATA


def _export(options: argparse.Namespace) -> int:
    corpus = load_corpus(options.texts) if options.texts is not None else None
    place = export(options.folder, corpus)
    _say(f"The dataset is in {place}; begin with its codebook.md.")
    return OK


def _catalogue_lines(folder: Path) -> list[tuple[bool, str]]:
    try:
        found = sources(folder)
    except InterpartyError as error:
        return [(False, str(error))]
    lines = []
    for source in found:
        try:
            document = read(source)
            dated = f"written {source.date}" if source.date else "without a date"
            lines.append((True, f"{source.id}: {len(document.text):,} characters, {dated}."))
        except InterpartyError as error:
            lines.append((False, str(error)))
    return lines


# ---- print ----------------------------------------------------------------------------------------------------------


def _print_pages(options: argparse.Namespace) -> int:
    from .printing import print_notebooks  # brings nbconvert with it

    found = [path for place in options.notebooks for path in (sorted(place.rglob("*.ipynb")) if place.is_dir() else [place])]
    found = [path for path in found if ".ipynb_checkpoints" not in path.parts]
    if (missing := next((path for path in found if not path.is_file()), None)) is not None or not found:
        options.parser.error(f"there is no notebook {missing or ', '.join(map(str, options.notebooks))}")
    written = print_notebooks(found, options.output, pdf=options.pdf)
    _say(f"{len(found)} notebooks are in {options.output}; begin with {written[0].name}.")
    return OK
