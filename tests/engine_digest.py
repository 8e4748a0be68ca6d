"""A digest of what the engine reads in the five texts, without a table: the same wherever it runs (tests/matrix.py)."""

import hashlib

import interparty
from interparty.extraction import _document_rows


def digest() -> str:
    """How many claims there are, and a fingerprint of all that is said of them."""
    rows = [row for document in interparty.load_corpus() for row in _document_rows(document)]
    told = repr([[value for name, value in row.items() if not name.startswith("_")] for row in rows])
    return f"{len(rows)} claims, {hashlib.sha256(told.encode()).hexdigest()[:16]}"


if __name__ == "__main__":
    print(digest())
