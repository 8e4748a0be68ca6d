"""Variants of exercise 04: other totals and averages for D4 and D5. The rows and the prose stand in reform_pools.toml."""

from interparty import bounds, years
from interparty.questions import (
    AnyOf,
    BoundsAnswer,
    Choice,
    Parts,
    Sheet,
    either,
    ends,
    find_claim,
    ids,
    printed,
    sentence_of,
)

SHEET = Sheet(__file__)
BOUNDS_EXAMPLE = "(5, 9), or (5, None)"


def pools(corpus, claims):
    """Every row of every pool."""
    return [
        *(how_many_a_year(corpus, claims, name, row) for name, row in SHEET.rows("D4").items()),
        *(how_many_in_each(corpus, claims, name, row) for name, row in SHEET.rows("D5").items()),
    ]


def pair(known):
    """Bounds as they are typed."""
    low, high = ((None if end is None else round(end, 2)) for end in ends(known))
    return f"({low:g}, {high:g})" if None not in (low, high) else f"({low and f'{low:g}'}, {high and f'{high:g}'})"


def how_many_a_year(corpus, claims, name, row):
    total = find_claim(claims, "idcpc-2003", 7, row["total"])
    span = years(total)
    short, long = span.low, span.high
    known, value = bounds(total), total["value"]
    exact = known.low == known.high
    slow, fast = value / long, value / short
    turned = (lambda each: (each, None)) if known.low is None else (lambda each: (None, each))
    facts = {
        **row,
        "text": sentence_of(corpus, total),
        "slow": slow,
        "fast": fast,
        "long": long,
        "short": short,
        "printed": printed(value),
        "typed_slow": pair(known / long),
        "typed_fast": pair(known / short),
        "twice": pair(known * 2),
    }
    return SHEET.variant(
        "D4",
        name,
        Parts(
            parts={
                "since 1978": BoundsAnswer(example=BOUNDS_EXAMPLE, right=known / long),
                "two decades": BoundsAnswer(example=BOUNDS_EXAMPLE, right=known / short),
                "why two": Choice(options=SHEET.options("D4", "why two", facts), right="A"),
                "sentence": Choice(options=SHEET.options("D4", "sentence", facts), right="Q"),
            }
        ),
        wrong={
            "hedge dropped": None if exact else AnyOf(({"since 1978": slow}, {"two decades": fast})),
            "a hedge read in": AnyOf(({"since 1978": (slow, None)}, {"two decades": (fast, None)})) if exact else None,
            "bound turned round": None if exact else AnyOf(({"since 1978": turned(slow)}, {"two decades": turned(fast)})),
            "not divided": AnyOf(({"since 1978": ends(known)}, {"two decades": ends(known)})),
        },
        cites=ids(total),
        facts=facts,
    )


def how_many_in_each(corpus, claims, name, row):
    def average(side):
        top = find_claim(claims, side["doc"], side["par"], side["parties"])
        bottom = find_claim(claims, side["doc"], side["par"], side["countries"])
        return top, bottom, bounds(top) / bounds(bottom), top["value"] / bottom["value"], bottom["value"] / top["value"]

    sides = {side["doc"]: average(side) for side in (row["one"], row["other"])}
    (one, _), (other, (_, _, open_, plain, _)) = sides.items()
    facts = {
        "texts": "\n\n".join(dict.fromkeys(sentence_of(corpus, side[0]) for side in sides.values())),
        "one": one,
        "other": other,
        "typed_one": pair(sides[one][2]),
        "typed_other": pair(open_),
        "one_parties": sides[one][0]["quote"],
        "one_countries": sides[one][1]["quote"],
        "other_parties": sides[other][0]["quote"],
        "other_countries": sides[other][1]["quote"],
        "why": row["why"].format(value=plain),
        "value": plain,
    }
    says = "the average says"
    hedged = {doc: side for doc, side in sides.items() if side[2].low != side[2].high}
    return SHEET.variant(
        "D5",
        name,
        Parts(
            parts={
                **{doc: BoundsAnswer(example="(2.5, None)", right=side[2], within=0.06) for doc, side in sides.items()},
                says: Choice(options=SHEET.options("D5", "says"), right="B"),
            }
        ),
        wrong={
            "hedges dropped": AnyOf({doc: side[3]} for doc, side in hedged.items()),
            "wrong end closed": AnyOf(
                {doc: wrong}
                for doc, side in hedged.items()
                for wrong in ((side[3], None), (None, side[3]))
                if not agrees(wrong, ends(side[2]))
            ),
            "ratio upside down": AnyOf(
                answer for doc, side in sides.items() for answer in either(doc, side[4], (side[4], None), (None, side[4]))
            ),
        },
        cites=ids(*(claim for side in sides.values() for claim in side[:2])),
        facts=facts,
    )


def agrees(one, other):
    """True when two pairs close the same ends."""
    return [end is None for end in one] == [end is None for end in other]
