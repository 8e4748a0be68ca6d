"""Variants of exercise 01: other years and figures for C1 and C2. The rows and the prose stand in comintern_pools.toml."""

from interparty import bounds
from interparty.questions import (
    AnyOf,
    BoundsAnswer,
    Choice,
    Evidence,
    Parts,
    Sheet,
    Value,
    find_claim,
    ids,
    passages,
    quoted,
    sentence_of,
)

SHEET = Sheet(__file__)
OPEN = (None, None)


def pools(corpus, claims):
    """Every row of every pool."""
    return [
        *(spans(corpus, name, row) for name, row in SHEET.rows("C1").items()),
        *(hedge_and_way(corpus, claims, name, row) for name, row in SHEET.rows("C2").items()),
    ]


def spans(corpus, name, row):
    first, last, later = row["first"], row["last"], row["later"]
    span, reached = f"{first} to {last}", f"{later} years later"
    options = SHEET.options("C1", "what is counted")
    texts = [quoted(corpus, *passage) for passage in row["passages"]]
    return SHEET.variant(
        "C1",
        name,
        Parts(
            parts={
                span: Value(example="12", right=last - first, units=("years",)),
                reached: Value(example="1911", right=first + later),
                "what is counted": Choice(options=options, right="A"),
            }
        ),
        wrong={
            "both ends counted": AnyOf(({span: last - first + 1}, {reached: first + later - 1})),
            "counted from the end": {reached: last + later},
        },
        facts={
            **row,
            "texts": "\n\n".join(texts),
            "span": span,
            "reached": reached,
            "years": last - first,
            "both": last - first + 1,
            "year": first + later,
        },
    )


def hedge_and_way(corpus, claims, name, row):
    claim = find_claim(claims, row["doc"], row["par"], row["figure"])
    known, figure = bounds(claim), int(claim["value"])
    floor = known.low is not None
    closed, turned = ((figure, None), (None, figure)) if floor else ((None, figure), (figure, None))
    place = f"[{row['doc']} ¶{row['par']}]"
    other = "received" if claim["direction"] == "sent" else "sent"
    return SHEET.variant(
        "C2",
        name,
        Parts(
            parts={
                "how many": BoundsAnswer(example="(5, 9), or (5, None)", right=closed),
                "way": Choice(options={"sent": "", "received": ""}, right=claim["direction"]),
                "words": Evidence(
                    example='"posted a delegation to this organization"',
                    passages=passages(corpus, row["doc"], row["par"]),
                    right=(row["shows"],),
                ),
                "all at once": Choice(options={"yes": "", "no": "", "cannot tell": ""}, right="cannot tell"),
            }
        ),
        wrong={
            "hedge dropped": {"how many": figure},
            "bound turned round": {"how many": turned},
            "no bound at all": {"how many": OPEN},
            "way turned round": {"way": other},
            "the figure taken for the way": {"words": claim["quote"]},
        },
        cites=ids(claim),
        facts={
            **row,
            "text": sentence_of(corpus, claim),
            "place": place,
            "end": "low" if floor else "high",
            "bound": "a floor" if floor else "a ceiling",
            "typed": f"({figure}, None)" if floor else f"(None, {figure})",
            "direction": claim["direction"],
            "value": figure,
        },
    )
