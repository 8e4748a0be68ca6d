"""A folder of annotated texts: the texts as they are on disk, and the two tables of what was read in them."""

import csv
from pathlib import Path

Row = dict[str, str]


class Folder:
    """The texts of a folder with their ``claims.csv`` and ``non_claims.csv``.

    Parameters
    ----------
    name : str
        A folder beside this file.
    """

    def __init__(self, name: str) -> None:
        self.path = Path(__file__).resolve().parent / name
        self.bytes = {path.stem: path.read_bytes() for path in sorted(self.path.glob("*.txt"))}
        self.texts = {doc: raw.decode("utf-8") for doc, raw in self.bytes.items()}
        if not self.texts:
            raise FileNotFoundError(f"{self.path} holds no text")
        self.claims, self.non_claims = self._rows("claims.csv"), self._rows("non_claims.csv")
        self.readme = (self.path / "README.md").read_text("utf-8")

    def _rows(self, name: str) -> list[Row]:
        with (self.path / name).open(encoding="utf-8", newline="") as table:
            return list(csv.DictReader(table, strict=True))

    def spans(self, doc: str) -> list[tuple[int, int]]:
        """Start and end of every row of a text, claims and others, in the order of the text."""
        return sorted(span(row) for row in of(doc, self.claims) + of(doc, self.non_claims))


def span(row: Row) -> tuple[int, int]:
    """Start and end of a row, in characters of the file."""
    return int(row["start"]), int(row["end"])


def of(doc: str, table: list[Row]) -> list[Row]:
    """The rows of one text."""
    return [row for row in table if row["doc"] == doc]
