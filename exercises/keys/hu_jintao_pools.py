"""Variants of exercise 06: other stocks for H3 and H4. The rows and the prose stand in hu_jintao_pools.toml."""

from interparty import bounds
from interparty.questions import (
    AnyOf,
    BoundsAnswer,
    Choice,
    Choices,
    Parts,
    Sheet,
    either,
    ends,
    find_claim,
    ids,
    sentence_of,
)

SHEET = Sheet(__file__)
BOUNDS_EXAMPLE = "(5, 9), or (5, None)"
YES_NO = {"yes": "", "no": ""}
OPEN = (None, None)


def pools(corpus, claims):
    """Every row of every pool."""
    return [
        *(stock_and_flow(corpus, claims, name, row) for name, row in SHEET.rows("H3").items()),
        *(how_many_more(corpus, claims, name, row) for name, row in SHEET.rows("H4").items()),
    ]


def typed(known):
    """Bounds as they are typed."""
    return "(" + ", ".join("None" if end is None else f"{end:g}" for end in ends(known)) + ")"


def stock_and_flow(corpus, claims, name, row):
    before, new, now = (find_claim(claims, *row[each]) for each in ("before", "new", "now"))
    # Nothing was lost: the old number at least. How much the new ones add at most, only an end that both figures have can say.
    least, most = bounds(before).low, bounds(before) + bounds(new)
    expected = (least, most.high if most.high is not None and row["on_top"] else None)
    printed = bounds(now)
    plain = before["value"] + new["value"]
    facts = {
        **row,
        "texts": "\n\n".join(dict.fromkeys(sentence_of(corpus, each) for each in (before, new, now))),
        "old": before["quote"],
        "fresh": new["quote"],
        "printed": now["quote"],
        "typed_expected": "(" + ", ".join("None" if end is None else f"{end:g}" for end in expected) + ")",
        "typed_printed": typed(printed),
        "sum": plain,
    }
    return SHEET.variant(
        "H3",
        name,
        Parts(
            parts={
                "expected": BoundsAnswer(example=BOUNDS_EXAMPLE, right=expected),
                "printed": BoundsAnswer(example=BOUNDS_EXAMPLE, right=printed),
                "contradiction": Choice(options=YES_NO, right="no"),
                "explanations": Choices(
                    options=SHEET.options("H3", "explanations", facts), example='["T", "U"]', right=("P", "Q", "S")
                ),
            }
        ),
        wrong={
            "old and new simply added": AnyOf(either("expected", plain, (plain, None), (None, plain))),
            "hedge dropped": {"printed": now["value"]},
            "bound turned round": {"printed": (None, now["value"])},
        },
        cites=ids(before, new, now),
        facts=facts,
    )


def how_many_more(corpus, claims, name, row):
    sides = {}
    for side in (row["first"], row["second"]):
        late, early = find_claim(claims, *side["late"]), find_claim(claims, *side["early"])
        sides[side["label"]] = (late, early, bounds(late) - bounds(early), late["value"] - early["value"])
    (one, (_, _, known, plain)), (two, (_, _, open_, other)) = sides.items()
    new = find_claim(claims, *row["new"])
    turned = (known.high, known.low)
    contradicts = row["question"]
    facts = {
        **row,
        "texts": "\n\n".join(dict.fromkeys(sentence_of(corpus, each) for side in sides.values() for each in side[:2][::-1])),
        "one": one,
        "two": two,
        "asks_one": row["first"]["asks"],
        "asks_two": row["second"]["asks"],
        "typed_one": typed(known),
        "typed_two": typed(open_),
        "fresh": new["quote"],
        "plain": plain,
    }
    return SHEET.variant(
        "H4",
        name,
        Parts(
            parts={
                one: BoundsAnswer(example=BOUNDS_EXAMPLE, right=known),
                two: BoundsAnswer(example=BOUNDS_EXAMPLE, right=open_),
                contradicts: Choice(options=YES_NO, right="no"),
            }
        ),
        wrong={
            "hedges dropped": AnyOf(({one: plain}, {two: other})),
            "bound turned round": {one: turned},
            "floor taken from floor": AnyOf(either(two, (other, None), (None, other))) if other else None,
            "new taken for more": {contradicts: "yes"},
        },
        cites=ids(*(claim for side in sides.values() for claim in side[:2]), new),
        facts=facts,
    )
