"""The held-out texts are what their README promises: new wording, and layouts kept byte for byte.

Whether their gold is sound is tested with that of the passages, in test_gold_passages.py.
"""

import csv
import re

import pytest

from gold.folder import Folder

HELDOUT, PASSAGES = Folder("heldout"), Folder("passages")
# So many words in a row are no accident. Names of offices and set phrases of the genre are shorter.
RUN = 8


def runs(text):
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1)}


@pytest.fixture(scope="module")
def known(corpus):
    with (HELDOUT.path.parent / "genre.csv").open(encoding="utf-8", newline="") as table:
        sentences = {row["sentence"] for row in csv.DictReader(table, strict=True)}
    texts = [*sentences, *PASSAGES.texts.values(), *(doc.text for doc in corpus)]
    return set().union(*map(runs, texts))


def test_the_wording_is_not_that_of_the_texts_on_which_the_engine_was_built(known):
    assert len(known) > 10_000
    assert {doc: shared for doc, text in HELDOUT.texts.items() if (shared := runs(text) & known)} == {}


def test_the_search_for_known_wording_finds_it(known):
    assert all(runs(text) <= known for text in PASSAGES.texts.values())


def test_no_house_speaks_twice_in_the_same_year():
    assert not set(HELDOUT.texts) & set(PASSAGES.texts)


@pytest.mark.parametrize(
    ("doc", "sign"),
    [
        ("foundation-review-1999", "\f"),
        ("foundation-review-1999", "ﬁ"),
        ("friendship-jubilee-1959", "\n– 3 –\n"),
        ("laos-note-1996", "\ufeff"),
        ("pt-report-2003", "\ufeff"),
        ("pt-report-2003", "\u00a0"),
        ("sap-secretariat-1980", ". . . . 61"),
        ("yunnan-yearbook-2005", ","),
        ("ccm-department-1985", ".  The"),
        ("fln-bulletin-1963", "1\u00a0300"),
        ("kwp-report-1970", "\n      "),
        ("party-school-pamphlet-2000", "£¬"),
        ("akp-report-2012", "\ufeff"),
        ("thinktank-brief-2023", ".[1]"),
    ],
)
def test_signs_of_the_layout_survive_the_checkout(doc, sign):
    assert sign in HELDOUT.texts[doc]


def test_line_ends_survive_the_checkout():
    crlf = {doc for doc, raw in HELDOUT.bytes.items() if b"\r\n" in raw}
    assert crlf == {"cpc-briefing-2019", "cpsu-interview-1987"}
    assert all(b"\n" not in HELDOUT.bytes[doc].replace(b"\r\n", b"") for doc in crlf)
    assert {doc for doc, raw in HELDOUT.bytes.items() if not raw.endswith(b"\n")} == {"kpc-section-1931", "tass-news-1972"}
