"""Variants of exercise 02: other figures and years for L1 and L3. The rows and the prose stand in leaning_pools.toml."""

from interparty import bounds
from interparty.questions import (
    AnyOf,
    BoundsAnswer,
    Choice,
    Evidence,
    Parts,
    Sheet,
    Value,
    either,
    ends,
    find_claim,
    ids,
    passages,
    printed,
    quoted,
    sentence_of,
)

SHEET = Sheet(__file__)


def pools(corpus, claims):
    """Every row of every pool."""
    return [
        *(what_it_counts(corpus, claims, name, row) for name, row in SHEET.rows("L1").items()),
        *(when_was_it(corpus, name, row) for name, row in SHEET.rows("L3").items()),
    ]


def what_it_counts(corpus, claims, name, row):
    parties = find_claim(claims, row["doc"], row["par"], row["parties"])
    countries = find_claim(claims, row["doc"], row["par"], row["countries"])
    known, many, figure = bounds(parties), parties["value"], printed(countries["value"])
    counts = f"{figure} counts"
    low, high = ends(known)
    exact = low == high
    facts = {
        **row,
        "figure": figure,
        "many": printed(many),
        "counts": counts,
        "text": sentence_of(corpus, parties),
        "model": quoted(
            corpus,
            "dai-2001",
            9,
            "When it held its Eighth National Congress in 1956, delegations from communist and workers' parties in 56 countries "
            "attended the congress and extended their congratulations.",
        ),
        "typed": f"({printed(low) if low else None}, {printed(high) if high else None})",
    }
    what, sentence = (SHEET.options("L1", part, facts) for part in ("counts", "sentence"))
    return SHEET.variant(
        "L1",
        name,
        Parts(
            parts={
                counts: Choice(options=what, right="A"),
                "parties": BoundsAnswer(example="(5, 9), or (5, None)", right=known),
                "sentence": Choice(options=sentence, right="A"),
            }
        ),
        wrong={
            "countries taken for parties": AnyOf(
                ({counts: "C"}, {"sentence": "B"}, *either("parties", countries["value"], (countries["value"], None)))
            ),
            "countries taken for meetings": {counts: "B"},
            "parties taken for states": AnyOf(({counts: "D"}, {"sentence": "C"})),
            "a colour from elsewhere": {"sentence": "D"},
            "hedge dropped": None if exact else {"parties": many},
            "bound turned round": None if exact else {"parties": (high, low)},
            "a hedge read in": AnyOf(either("parties", (many, None), (None, many))) if exact else None,
        },
        cites=ids(parties, countries),
        facts=facts,
    )


def when_was_it(corpus, name, row):
    now, back = row["now"], row["back"]
    doc, par, words = row["check"]
    return SHEET.variant(
        "L3",
        name,
        Parts(
            parts={
                "the year": Value(example="1911", right=now),
                "counted back": Value(example="1911", right=now - back),
                "checked by": Evidence(
                    example='"its Sixth National Congress was held in Moscow in 1928"',
                    passages=passages(corpus, doc, par),
                    right=(words,),
                ),
                "witnesses": Choice(options={"one": "", "two": ""}, synonyms={"1": "one", "2": "two"}, right="one"),
            }
        ),
        wrong={
            "both ends counted": {"counted back": now - back + 1},
            "counted forward": {"counted back": now + back},
        },
        facts={
            **row,
            "texts": "\n\n".join(quoted(corpus, *passage) for passage in row["passages"]),
            "where": f"[{doc} ¶{par}]",
            "whole": quoted(corpus, doc, par, row["around"]),
            "words": words,
            "began": now - back,
        },
    )
