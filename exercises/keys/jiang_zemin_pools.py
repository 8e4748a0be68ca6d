"""Variants of exercise 05: other pairs of figures for J2, other sixes for J4. Rows and prose stand in jiang_zemin_pools.toml."""

from interparty import bounds
from interparty.questions import AnyOf, BoundsAnswer, Choice, Parts, Sheet, Table, either, ends, find_claim, ids, sentence_of

SHEET = Sheet(__file__)
BOUNDS_EXAMPLE = "(5, 9), or (5, None)"
OPEN = (None, None)


def pools(corpus, claims):
    """Every row of every pool."""
    return [
        *(ratio(corpus, claims, name, row) for name, row in SHEET.rows("J2").items()),
        *(kind_and_time(corpus, claims, name, row) for name, row in SHEET.rows("J4").items()),
    ]


def typed(known):
    """Bounds as they are typed, two figures after the point."""
    return "(" + ", ".join("None" if end is None else f"{end:.3g}" for end in ends(known)) + ")"


def ratio(corpus, claims, name, row):
    sides = {}
    for side in (row["first"], row["second"]):
        come, go = (find_claim(claims, side["doc"], side["par"], side[way]) for way in ("received", "sent"))
        known = bounds(come, strict=True) / bounds(go, strict=True)
        sides[side["label"]] = (come, go, known, come["value"] / go["value"])
    (first, (come, go, known, plain)), (second, (*_, open_, other)) = sides.items()
    closed = known.low if known.low is not None else known.high
    turned = (None, closed) if known.low is not None else (closed, None)
    exact = {label: side[3] for label, side in sides.items() if ends(side[2]) != (side[3], side[3])}
    facts = {
        **row,
        "texts": "\n\n".join(dict.fromkeys(sentence_of(corpus, each) for side in sides.values() for each in side[:2])),
        "one": first,
        "two": second,
        "typed_one": typed(known),
        "typed_two": typed(open_),
        "plain": plain,
        "come": come["quote"],
        "go": go["quote"],
        "ratio": f"{closed:g}",
        "about_one": row["first"]["about"],
        "about_two": row["second"]["about"],
    }
    return SHEET.variant(
        "J2",
        name,
        Parts(
            parts={
                **{label: BoundsAnswer(example=BOUNDS_EXAMPLE, right=side[2], within=0.01) for label, side in sides.items()},
                "sentence": Choice(options=SHEET.options("J2", "sentence", facts), right="B"),
            }
        ),
        wrong={
            "hedges dropped": AnyOf(({label: value} for label, value in exact.items())),
            "bound turned round": {first: turned},
            "hedges that pull both ways": None if ends(open_) != OPEN else AnyOf(either(second, (other, None), (None, other))),
            "limits thrown away": {first: OPEN},
            "ratio upside down": AnyOf(either(first, 1 / plain, (1 / plain, None), (None, 1 / plain))),
        },
        cites=ids(*(claim for side in sides.values() for claim in side[:2])),
        facts=facts,
    )


def kind_and_time(corpus, claims, name, row):
    rows = {each["label"]: find_claim(claims, each["doc"], each["par"], each["label"]) for each in row["figures"]}
    times = {each["label"]: each["time"] for each in row["figures"]}
    columns = {
        "kind": Choice(options={"stock": "", "flow": "", "rate": ""}),
        "time": Choice(
            options=dict.fromkeys(("time of the text", "end of 2001", "past five years", "each year"), ""),
            synonyms=SHEET.synonyms("J4", "time"),
        ),
    }
    right = {label: {"kind": {"right": claim["kind"]}, "time": {"right": times[label]}} for label, claim in rows.items()}
    of_kind = {kind: [label for label, claim in rows.items() if claim["kind"] == kind] for kind in ("stock", "flow", "rate")}
    return SHEET.variant(
        "J4",
        name,
        Table(rows=tuple(rows), columns=columns, right=right),
        wrong={
            "stock read as a flow": AnyOf({label: {"kind": "flow"}} for label in of_kind["stock"]),
            "total read as a stock": AnyOf({label: {"kind": "stock"}} for label in of_kind["flow"]),
            "total read as a rate": AnyOf({label: {"kind": "rate"}} for label in of_kind["flow"]),
            "rate read as a total": AnyOf(
                {label: wrong} for label in of_kind["rate"] for wrong in ({"kind": "flow"}, {"kind": "stock"})
            ),
            "a period lent to a stock": AnyOf({label: {"time": "past five years"}} for label in of_kind["stock"]),
            "a moment lent to a flow": AnyOf({label: {"time": "time of the text"}} for label in of_kind["flow"]),
        },
        cites=ids(*rows.values()),
        facts={
            "texts": "\n\n".join(dict.fromkeys(sentence_of(corpus, claim) for claim in rows.values())),
            "stocks": ", ".join(f"*{label}*" for label in of_kind["stock"]),
            "flows": ", ".join(f"*{label}*" for label in of_kind["flow"]),
            "rates": ", ".join(f"*{label}*" for label in of_kind["rate"]),
        },
    )
