"""Variants of exercise 07: other figures for N1, N2, N4 and N7. The rows and the prose stand in counting_pools.toml."""

from interparty import bounds, years
from interparty.questions import (
    AnyOf,
    BoundsAnswer,
    Choice,
    Choices,
    Parts,
    Sheet,
    Table,
    Value,
    ends,
    find_claim,
    ids,
    printed,
    quoted,
    sentence_of,
)

SHEET = Sheet(__file__)
BOUNDS_EXAMPLE = "(5, 9), or (5, None)"
VERDICTS = {"certain": "certainly larger", "certainly not": "certainly smaller"}
LETTERS = "PQRSTU"


def pools(corpus, claims):
    """Every row of every pool."""
    makers = {"N1": what_kind, "N2": two_denominators, "N4": how_many_in_each, "N7": proved}
    return [make(corpus, claims, name, row) for which, make in makers.items() for name, row in SHEET.rows(which).items()]


def typed(known):
    """Bounds as they are typed, two figures after the point."""
    return "(" + ", ".join("None" if end is None else f"{end:.4g}" for end in ends(known)) + ")"


def counted(claim):
    """What a figure counts, as the options of N1 call it."""
    unit = claim["unit"].replace("groups", "delegations")
    return next(word for word in ("delegations", "countries", "parties") if word in unit)


def what_kind(corpus, claims, name, row):
    rows = {label: find_claim(claims, doc, par, label) for doc, par, label in row["figures"]}
    columns = {
        "kind": Choice(options={"stock": "", "flow": "", "rate": "", "event": ""}, synonyms={"occasion": "event"}),
        "counts": Choice(options={"parties": "", "countries": "", "delegations": ""}, synonyms=SHEET.synonyms("N1", "counts")),
    }
    right = {label: {"kind": {"right": claim["kind"]}, "counts": {"right": counted(claim)}} for label, claim in rows.items()}

    def those(kind=None, unit=None):
        return [label for label, claim in rows.items() if kind in (None, claim["kind"]) and unit in (None, counted(claim))]

    return SHEET.variant(
        "N1",
        name,
        Table(rows=tuple(rows), columns=columns, right=right),
        wrong={
            "countries taken for parties": AnyOf({label: {"counts": "parties"}} for label in those(unit="countries")),
            "delegations taken for parties": AnyOf({label: {"counts": "parties"}} for label in those(unit="delegations")),
            "parties taken for countries": AnyOf({label: {"counts": "countries"}} for label in those(unit="parties")),
            "stock read as a flow": AnyOf({label: {"kind": "flow"}} for label in those(kind="stock")),
            "total read as a stock": AnyOf({label: {"kind": "stock"}} for label in those(kind="flow")),
            "rate read as a total": AnyOf({label: {"kind": "flow"}} for label in those(kind="rate")),
            "guests of one day taken for partners": AnyOf({label: {"kind": "stock"}} for label in those(kind="event")),
        },
        cites=ids(*rows.values()),
        facts={
            "texts": "\n\n".join(dict.fromkeys(sentence_of(corpus, claim) for claim in rows.values())),
            **{kind: ", ".join(f"*{label}*" for label in those(kind)) for kind in ("stock", "flow", "rate", "event")},
        },
    )


def two_denominators(corpus, claims, name, row):
    total = find_claim(claims, "idcpc-2003", 7, row["total"])
    span = years(total)
    short, long = span.low, span.high
    known, value = bounds(total), total["value"]
    fast, slow = value / short, value / long
    exact = known.low == known.high
    turned = (lambda each: (each, None)) if known.low is None else (lambda each: (None, each))
    facts = {
        **row,
        "text": quoted(corpus, "idcpc-2003", 7, row["sentences"]),
        "turn": "the historic Third Plenary Session of the 11th CPC Central Committee convened in 1978",
        "printed": printed(value),
        "short": short,
        "long": long,
        "fast": fast,
        "slow": slow,
        "typed_fast": typed(known / short),
        "typed_slow": typed(known / long),
    }
    quoted(corpus, "idcpc-2003", 5, facts["turn"])
    return SHEET.variant(
        "N2",
        name,
        Parts(
            parts={
                "years since 1978": Value(example="12", units=("years",), right=long),
                "a year, two decades": BoundsAnswer(example=BOUNDS_EXAMPLE, right=known / short),
                "a year, since 1978": BoundsAnswer(example=BOUNDS_EXAMPLE, right=known / long),
                "which to print": Choice(options=SHEET.options("N2", "which to print"), right="C"),
            }
        ),
        wrong={
            "both ends counted": {"years since 1978": long + 1},
            "the words taken for the dates": {"years since 1978": short},
            "hedge dropped": None if exact else AnyOf(({"a year, two decades": fast}, {"a year, since 1978": slow})),
            "a hedge read in": AnyOf(({"a year, two decades": (fast, None)}, {"a year, since 1978": (slow, None)}))
            if exact
            else None,
            "bound turned round": None
            if exact
            else AnyOf(({"a year, two decades": turned(fast)}, {"a year, since 1978": turned(slow)})),
            "denominators exchanged": AnyOf(
                ({"a year, two decades": ends(known / long)}, {"a year, since 1978": ends(known / short)})
            ),
        },
        cites=ids(total),
        facts=facts,
    )


def how_many_in_each(corpus, claims, name, row):
    sides = {}
    for side in (row["one"], row["other"]):
        top, bottom = (find_claim(claims, side["doc"], side["par"], side[each]) for each in ("parties", "countries"))
        sides[side["doc"]] = (top, bottom, bounds(top, strict=True) / bounds(bottom, strict=True), top["value"] / bottom["value"])
    (one, (*_, first, _)), (other, (*_, second, _)) = sides.items()
    verdict = VERDICTS.get(second > first, "cannot tell")
    compared = f"{other} is"
    hedged = {doc: side[3] for doc, side in sides.items() if side[2].low != side[2].high}
    return SHEET.variant(
        "N4",
        name,
        Parts(
            parts={
                **{doc: BoundsAnswer(example=BOUNDS_EXAMPLE, right=side[2], within=0.01) for doc, side in sides.items()},
                compared: Choice(options=dict.fromkeys((*VERDICTS.values(), "cannot tell"), ""), right=verdict),
                "the average": Choice(options=SHEET.options("N4", "the average"), right="B"),
            }
        ),
        wrong={
            "hedges dropped": AnyOf({doc: value} for doc, value in hedged.items()) if hedged else None,
            "floor read in": AnyOf({doc: (value, None)} for doc, value in hedged.items()) if hedged else None,
            "ratio upside down": AnyOf({doc: 1 / side[3]} for doc, side in sides.items()),
            "printed figures ranked": AnyOf({compared: each} for each in VERDICTS.values()) if verdict == "cannot tell" else None,
            "ends that do not meet overlooked": {compared: "cannot tell"} if verdict != "cannot tell" else None,
        },
        cites=ids(*(claim for side in sides.values() for claim in side[:2])),
        facts={
            "texts": "\n\n".join(dict.fromkeys(sentence_of(corpus, side[0]) for side in sides.values())),
            "one": one,
            "other": other,
            "compared": compared,
            "typed_one": typed(first),
            "typed_other": typed(second),
            "verdict": verdict,
            "why": row["why"],
        },
    )


def proved(corpus, claims, name, row):
    options, right, cited = {}, [], []
    for letter, each in zip(LETTERS, row["statements"], strict=True):
        more, less = find_claim(claims, *each["more"]), find_claim(claims, *each["less"])
        if bool(bounds(more, strict=True) > bounds(less, strict=True)):
            right.append(letter)
        cited += [more, less]
        rests = ", ".join(f"“{claim['quote']}” [{claim['doc']} ¶{claim['par']}]" for claim in (more, less))
        options[letter] = f"{each['says']} (Rests on: {rests})"
    apart = {letter: AnyOf((letter,)) for letter in options if letter not in right}
    return SHEET.variant(
        "N7",
        name,
        Choices(options=options, right=tuple(right)),
        wrong={
            "printed figures ranked": AnyOf([*right, letter] for letter in apart),
            "only the plainest taken": AnyOf([letter] for letter in right),
        },
        cites=tuple(dict.fromkeys(ids(*cited))),
        facts={"proved": len(right), "others": len(options) - len(right)},
    )
