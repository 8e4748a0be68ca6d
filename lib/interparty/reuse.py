"""Words that two texts share: counted as strings of n words, and found again as the longest runs, side by side in both texts.

The words are compared, not their meaning: two translations of one sentence may share nothing, and a title shares with every text
that names it. Of what kind a run is (a name, a set phrase, one's own wording) is a reading: ``readings/witness-strings.csv``.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations

import pandas as pd

from .corpus import Corpus, Document, load_corpus
from .errors import InterpartyError
from .our_readings import readings

#: what counts as one word: name → (pattern on the folded text, in words)
TOKENS = {
    "words": (r"(?:[^\W_]|')+", "letters, figures and apostrophes: party-to-party is three words"),
    "hyphens": (r"(?:[^\W_]|['-])+", "hyphens too: party-to-party is one word"),
    "letters": (r"[^\W\d_]+", "letters only: figures drop out"),
}
#: kinds of a shared run, from the one that says least to the one that says most about a common pen
KINDS = {
    "name": "a name: an office, a party, a place, a title",
    "formula": "a set phrase of the party or of the subject",
    "figure": "a count",
    "quotation": "words of a speech that both repeat",
    "wording": "a turn of phrase that nobody had to use",
}
UNREAD = "not read"
FIVE = ("idcpc-2003", "chen-2007", "zhong-2007", "dai-2002", "dai-2001")
#: the longest strings that are worth counting; a longer one is a copied page
MOST = 60


def _words(document: Document, tokens: str) -> list[tuple[str, int, int]]:
    """The words of a document with their places in the file."""
    return [(found.group(), *found.span()) for found in re.finditer(TOKENS[tokens][0], document.folded)]


def checked(n: int, tokens: str) -> None:
    """One clear sentence when a string cannot have this length, or words cannot be cut in this way."""
    if not isinstance(n, int) or isinstance(n, bool) or not 1 <= n <= MOST:
        raise InterpartyError(f"The length of a string is a whole number of words from 1 to {MOST}, not {n!r}.")
    if tokens not in TOKENS:
        raise InterpartyError(f"{tokens!r} is no way to cut words: choose among {', '.join(TOKENS)}.")


def strings_of(document: Document, n: int = 6, tokens: str = "words") -> set[tuple[str, ...]]:
    """All different strings of n words in a document: words 1 to n, 2 to n + 1, and so on to its end.

    >>> from interparty import read_text
    >>> len(strings_of(read_text("so it goes and so it goes"), 3))
    4
    """
    checked(n, tokens)
    words = [word for word, _, _ in _words(document, tokens)]
    return {tuple(words[i : i + n]) for i in range(len(words) - n + 1)}


def shared_counts(corpus: Corpus | None = None, n: int = 6, tokens: str = "words") -> pd.DataFrame:
    """How many different strings of n words each pair of texts shares.

    Parameters
    ----------
    corpus : Corpus, optional
        The texts; without it, the five texts.
    n : int
        Words in a string, 1 to 60. A short string is shared by chance, a long one hardly.
    tokens : str
        What counts as one word: ``words``, ``hyphens`` or ``letters`` (see ``TOKENS``).

    Returns
    -------
    DataFrame
        A row a pair, most first: ``one``, ``other`` (ids), ``strings`` (different strings that stand in both), ``per_thousand``
        (of the different strings of the shorter text, to one decimal), ``longest`` (words of the longest run; 0 where nothing is
        shared).

    Raises
    ------
    InterpartyError
        When ``n`` or ``tokens`` cannot be, or there are fewer than two texts.
    """
    checked(n, tokens)
    corpus = corpus if corpus is not None else load_corpus()
    if len(corpus) < 2:
        raise InterpartyError("Shared words need two texts at least: this corpus has fewer.")
    strings = {document.id: strings_of(document, n, tokens) for document in corpus}
    rows = []
    for one, other in combinations(strings, 2):
        both = len(strings[one] & strings[other])
        fewer = min(len(strings[one]), len(strings[other]))
        longest = runs(corpus[one], corpus[other], n, tokens)[0][0] if both else 0
        rows.append((one, other, both, round(1000 * both / fewer, 1) if fewer else 0.0, longest))
    frame = pd.DataFrame(rows, columns=["one", "other", "strings", "per_thousand", "longest"])
    return frame.sort_values(["strings", "longest"], ascending=False, kind="stable").reset_index(drop=True)


def runs(one: Document, other: Document, n: int, tokens: str) -> list[tuple[int, int, int, int, int]]:
    """Runs of at least n shared words that can be made longer on neither side: (words, start, end, start, end), longest first."""
    first, second = _words(one, tokens), _words(other, tokens)
    a, b = [word for word, _, _ in first], [word for word, _, _ in second]
    places: dict[tuple[str, ...], list[int]] = {}
    for j in range(len(b) - n + 1):
        places.setdefault(tuple(b[j : j + n]), []).append(j)
    found = []
    for i in range(len(a) - n + 1):
        for j in places.get(tuple(a[i : i + n]), ()):
            if i and j and a[i - 1] == b[j - 1]:
                continue  # the middle of a run that began before
            k = n
            while i + k < len(a) and j + k < len(b) and a[i + k] == b[j + k]:
                k += 1
            found.append((k, first[i][1], first[i + k - 1][2], second[j][1], second[j + k - 1][2]))
    return sorted(found, key=lambda run: (-run[0], run[1], run[3]))


def shared_strings(one: str, other: str, corpus: Corpus | None = None, n: int = 6, tokens: str = "words") -> pd.DataFrame:
    """The longest runs of words that two texts share, with their places in both.

    Parameters
    ----------
    one, other : str
        Ids of two texts.
    corpus : Corpus, optional
        The texts; without it, the five texts.
    n : int
        Words of the shortest run that is listed, 1 to 60.
    tokens : str
        What counts as one word, see ``TOKENS``.

    Returns
    -------
    DataFrame
        A row a run, longest first: ``words``, ``string`` (bare words), ``kind`` (one of ``KINDS``, or ``not read``), then
        ``quote``, ``doc``, ``par``, ``start``, ``end`` of the first text and the same with ``other_`` for the second;
        ``text[start:end] == quote`` in each. A run that stands at several places has a row for each pair of places.

    Raises
    ------
    InterpartyError
        When a text is not there, both are the same, or ``n`` or ``tokens`` cannot be.
    """
    checked(n, tokens)
    corpus = corpus if corpus is not None else load_corpus()
    first, second = corpus[one], corpus[other]
    if one == other:
        raise InterpartyError(f"Two different texts are wanted, not {one!r} twice.")
    known = kinds(corpus)
    rows = []
    for words, start, end, other_start, other_end in runs(first, second, n, tokens):
        string = " ".join(re.findall(TOKENS["words"][0], first.folded[start:end]))
        rows.append(
            {
                "words": words,
                "string": string,
                "kind": known.get(string, UNREAD),
                **_place(first, start, end, ""),
                **_place(second, other_start, other_end, "other_"),
            }
        )
    columns = ["words", "string", "kind"]
    columns += [f"{side}{name}" for side in ("", "other_") for name in ("quote", "doc", "par", "start", "end")]
    return pd.DataFrame(rows, columns=columns)


def _place(document: Document, start: int, end: int, side: str) -> dict[str, object]:
    values = (document.text[start:end], document.id, document.paragraph_at(start).index, start, end)
    return dict(zip((f"{side}{name}" for name in ("quote", "doc", "par", "start", "end")), values, strict=True))


def kinds(corpus: Corpus | None = None) -> dict[str, str]:
    """Our reading of every run of six words or more in the five texts: bare words → kind; empty for other texts.

    Raises
    ------
    InterpartyError
        When the table names a kind that there is not.
    """
    return _kinds() if corpus is None or all(doc in corpus for doc in FIVE) else {}


@cache
def _kinds() -> dict[str, str]:
    rows = readings("witness-strings")
    if odd := sorted(set(rows["kind"]) - set(KINDS)):
        raise InterpartyError(f"readings/witness-strings.csv: {odd[0]!r} is no kind; choose among {', '.join(KINDS)}.")
    pattern = re.compile(TOKENS["words"][0])
    # a run over a line end cannot stand in one quotation: its bare words are given beside it
    return {row["string"] or " ".join(pattern.findall(row["quote"].lower())): row["kind"] for row in rows.to_dict("records")}


def kinds_shared(corpus: Corpus | None = None) -> pd.DataFrame:
    """How many different runs of six words or more each pair of the five texts shares, by kind.

    Returns
    -------
    DataFrame
        A row a pair that shares any: ``one``, ``other``, a column for each kind, and ``all``.
    """
    corpus = corpus if corpus is not None else load_corpus()
    found = []
    for one, other in combinations((document.id for document in corpus), 2):
        different = shared_strings(one, other, corpus).drop_duplicates("string")
        if len(different):
            counts = different["kind"].value_counts()
            number = {kind: int(counts.get(kind, 0)) for kind in KINDS}
            found.append({"one": one, "other": other, **number, "all": len(different)})
    frame = pd.DataFrame(found, columns=["one", "other", *KINDS, "all"])
    return frame.sort_values("all", ascending=False, kind="stable").reset_index(drop=True)
