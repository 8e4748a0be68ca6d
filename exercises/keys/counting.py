"""Keys of exercise 07, counting delegations: N1 to N9.

Every figure is read from the claims table, every result computed from it. The prose stands beside this module in counting.toml.
"""

from interparty import Bounds, bounds, years
from interparty.questions import AnyOf, BoundsAnswer, Choice, Choices, Evidence, Parts, Sheet, Table, Value, find_claim

SHEET = Sheet(__file__)

BOUNDS_EXAMPLE = "(5, 9), or (5, None)"
DAYS = 365
VERDICTS = {"certainly larger": "", "certainly smaller": "", "cannot tell": ""}
OPEN = (None, None)


def questions(corpus, claims):
    """The nine questions, in order."""
    return [
        what_kind(claims),
        two_denominators(claims),
        own_date(corpus, claims),
        people(claims),
        every_day(claims),
        old_and_new(claims),
        proved(claims),
        trend(claims),
        SHEET.question("N9", SHEET.free_text("N9")),
    ]


def ids(*rows):
    """The claim ids of rows of the claims table."""
    return tuple(row["claim_id"] for row in rows)


def strict(row):
    """The bounds of a claim, the printed figure left out where its words leave it out."""
    return bounds(row, strict=True)


def either(part, *answers):
    """One part answered in any of these ways."""
    return tuple({part: answer} for answer in answers)


# ---- N1 What kind of figure? -----------------------------------------------------------------------------------------


def what_kind(claims):
    rows = {
        "418 parties and organizations": find_claim(claims, "dai-2002", 15, "418"),
        "56 countries": find_claim(claims, "dai-2001", 9, "56"),
        "over 4,500 delegations and groups": find_claim(claims, "idcpc-2003", 7, "4,500"),
        "around 200 delegations": find_claim(claims, "idcpc-2003", 8, "200"),
        "almost 100 political parties": find_claim(claims, "chen-2007", 4, "100 political"),
        "81 parties": find_claim(claims, "zhong-2007", 27, "81"),
    }
    columns = {
        "kind": Choice(options={"stock": "", "flow": "", "rate": "", "event": ""}, synonyms={"occasion": "event"}),
        "counts": Choice(
            options={"parties": "", "countries": "", "delegations": ""},
            synonyms={
                "parties and organizations": "parties",
                "political parties": "parties",
                "groups": "delegations",
                "delegations and groups": "delegations",
            },
        ),
    }

    def counted(row):
        return next(word for word in ("delegations", "countries", "parties") if word in row["unit"])

    right = {name: {"kind": {"right": row["kind"]}, "counts": {"right": counted(row)}} for name, row in rows.items()}
    return SHEET.question(
        "N1",
        Table(rows=tuple(rows), columns=columns, right=right),
        wrong={
            "countries taken for parties": {"56 countries": {"counts": "parties"}},
            "countries taken for delegations": {"56 countries": {"counts": "delegations"}},
            "delegations taken for parties": AnyOf(
                {row: {"counts": "parties"}} for row in ("over 4,500 delegations and groups", "around 200 delegations")
            ),
            "stock read as a flow": {"418 parties and organizations": {"kind": "flow"}},
            "total read as a stock": {"over 4,500 delegations and groups": {"kind": "stock"}},
            "rate read as a total": {"around 200 delegations": {"kind": "flow"}},
            "new taken for all": {"almost 100 political parties": {"kind": "stock"}},
            "guests of one day taken for partners": AnyOf({row: {"kind": "stock"}} for row in ("56 countries", "81 parties")),
        },
        cites=ids(*rows.values()),
    )


# ---- N2 One total, two denominators ----------------------------------------------------------------------------------


def two_denominators(claims):
    sent = find_claim(claims, "idcpc-2003", 7, "1,500")
    span = years(sent)
    short, long = span.low, span.high
    rates = {"short": strict(sent) / short, "long": strict(sent) / long}
    facts = {"short": short, "long": long, "fast": rates["short"].low, "slow": rates["long"].low}
    return SHEET.question(
        "N2",
        Parts(
            parts={
                "years since 1978": Value(example="12", units=("years",), right=long),
                "a year, two decades": BoundsAnswer(example=BOUNDS_EXAMPLE, right=rates["short"]),
                "a year, since 1978": BoundsAnswer(example=BOUNDS_EXAMPLE, right=rates["long"]),
                "which to print": Choice(options=SHEET.options("N2", "which to print"), right="C"),
            }
        ),
        wrong={
            "both ends counted": {"years since 1978": long + 1},
            "the words taken for the dates": {"years since 1978": short},
            "hedge dropped": AnyOf(({"a year, two decades": facts["fast"]}, {"a year, since 1978": facts["slow"]})),
            "more than read as a ceiling": AnyOf(
                ({"a year, two decades": (None, facts["fast"])}, {"a year, since 1978": (None, facts["slow"])})
            ),
            "denominators exchanged": AnyOf(
                ({"a year, two decades": (facts["slow"], None)}, {"a year, since 1978": (facts["fast"], None)})
            ),
            "total not divided": AnyOf(
                ({"a year, two decades": (sent["low"], None)}, {"a year, since 1978": (sent["low"], None)})
            ),
            "the handier one printed": AnyOf(({"which to print": "A"}, {"which to print": "B"})),
            "an average read as every year": {"which to print": "D"},
        },
        cites=ids(sent),
        facts=facts,
    )


# ---- N3 A figure with its own date -----------------------------------------------------------------------------------


def own_date(corpus, claims):
    stock = find_claim(claims, "dai-2002", 15, "418")
    flow = find_claim(claims, "dai-2002", 15, "800")
    words = stock["period_text"]
    return SHEET.question(
        "N3",
        Parts(
            parts={
                "evidence": Evidence(
                    example='"In recent years"',
                    passages={"dai-2002 ¶15": corpus["dai-2002"].paragraphs[15].text},
                    right=(words,),
                ),
                "division": Choice(options=SHEET.options("N3", "division"), right="C"),
            },
            weights={"evidence": 2, "division": 1},
        ),
        wrong={
            "period carried over from the sentence before": {"evidence": flow["period_text"]},
            "the figure taken as evidence for its date": {"evidence": stock["quote"]},
            "an average read as a habit": {"division": "A"},
            "stock and flow exchanged": {"division": "B"},
            "a division that proves": {"division": "D"},
        },
        cites=ids(stock, flow),
        facts={"each": (strict(flow) / strict(stock)).low},
    )


# ---- N4 People or movements? -----------------------------------------------------------------------------------------


def people(claims):
    come, go = find_claim(claims, "idcpc-2003", 7, "4,500"), find_claim(claims, "idcpc-2003", 7, "1,500")
    came, went = find_claim(claims, "idcpc-2003", 7, "26,000"), find_claim(claims, "idcpc-2003", 7, "10,000")
    received, sent = strict(came) / strict(come), strict(went) / strict(go)
    facts = {"received": received.high, "sent": sent.high}
    ratio = {"example": BOUNDS_EXAMPLE, "within": 0.06}
    return SHEET.question(
        "N4",
        Parts(
            parts={
                "received": BoundsAnswer(right=received, **ratio),
                "sent": BoundsAnswer(right=sent, **ratio),
                "sent are": Choice(
                    options=VERDICTS,
                    synonyms={"larger": "certainly larger", "smaller": "certainly smaller"},
                    right=sent.compare(received),
                ),
                "movements": Choice(options=SHEET.options("N4", "movements"), right="B"),
            }
        ),
        wrong={
            "hedges dropped": AnyOf(({"received": facts["received"]}, {"sent": facts["sent"]})),
            "bound turned round": AnyOf(({"received": (facts["received"], None)}, {"sent": (facts["sent"], None)})),
            "ratio upside down": AnyOf(({"received": (1 / facts["received"], None)}, {"sent": (1 / facts["sent"], None)})),
            "ceilings ranked against ceilings": {"sent are": "certainly larger"},
            "person-visits read as persons": {"movements": "A"},
            "a strange word taken for a slip": {"movements": "C"},
        },
        cites=ids(come, came, go, went),
        facts=facts,
    )


# ---- N5 Can the floor rule it out? -----------------------------------------------------------------------------------


def every_day(claims):
    total = find_claim(claims, "idcpc-2003", 7, "4,500")
    daily = find_claim(claims, "idcpc-2003", 8, "group every day")
    span = years(total)
    promised = {f"one a day, {each:g} years": DAYS * each for each in (span.low, span.high)}
    (short, few), (long, many) = promised.items()
    ruled_out = strict(total).compare(Bounds(few, many))
    whole = {"example": "1200", "units": ("groups", "delegations")}
    return SHEET.question(
        "N5",
        Parts(
            parts={
                short: Value(right=few, **whole),
                long: Value(right=many, **whole),
                "the total is": Choice(options=VERDICTS, right=ruled_out),
                "conclusion": Choice(options=SHEET.options("N5", "conclusion"), right="C"),
            }
        ),
        wrong={
            "working days": AnyOf(({short: 250 * span.low}, {long: 250 * span.high})),
            "one year only": AnyOf(({short: DAYS}, {long: DAYS})),
            "floor read as the figure": AnyOf(({"the total is": "certainly smaller"}, {"conclusion": "A"})),
            "a possible number taken for a likely one": {"conclusion": "B"},
            "a floor taken for proof": {"conclusion": "D"},
        },
        cites=ids(total, daily),
        facts={"few": few, "many": many},
    )


# ---- N6 New friends, the same number ---------------------------------------------------------------------------------


def old_and_new(claims):
    stock = find_claim(claims, "dai-2002", 15, "418")
    new = find_claim(claims, "chen-2007", 4, "100 political")
    later = find_claim(claims, "chen-2007", 2, "400")
    expected = strict(stock) + strict(new)
    less = stock["value"] - new["high"]
    facts = {"old": stock["value"], "most": expected.high, "printed": later["low"]}
    return SHEET.question(
        "N6",
        Parts(
            parts={
                "if none was lost": BoundsAnswer(example=BOUNDS_EXAMPLE, right=expected),
                "printed": BoundsAnswer(example=BOUNDS_EXAMPLE, right=strict(later)),
                "printed is": Choice(options=VERDICTS, right=strict(later).compare(expected)),
                "ways out": Choices(
                    options=SHEET.options("N6", "ways out"), example='["R", "T"]', right=("P", "Q", "R"), optional=()
                ),
            },
            weights={"if none was lost": 1, "printed": 0.5, "printed is": 1, "ways out": 1.5},
        ),
        wrong={
            "added as if exact": {"if none was lost": facts["most"]},
            "new taken from old": AnyOf(either("if none was lost", less, (less, None))),
            "floor forgotten": {"if none was lost": (None, facts["most"])},
            "hedge dropped": {"printed": facts["printed"]},
            "more than read as a ceiling": {"printed": (None, facts["printed"])},
            "growth denied": {"printed is": "certainly smaller"},
            "a puzzle taken for a lie": {"ways out": "S"},
            "stock and flow exchanged": {"ways out": "T"},
        },
        cites=ids(stock, new, later),
        facts=facts,
    )


# ---- N7 What is proved? ----------------------------------------------------------------------------------------------


def proved(claims):
    """Each statement is a comparison of two claims; it is proved when the bounds say so."""
    pairs = {
        "P": (("chen-2007", 2, "160"), ("dai-2002", 15, "147")),
        "Q": (("dai-2002", 15, "147"), ("idcpc-2003", 6, "140")),
        "R": (("dai-2001", 9, "56"), ("zhong-2007", 27, "35")),
        "S": (("chen-2007", 2, "400"), ("dai-2001", 19, "400")),
        "T": (("idcpc-2003", 7, "4,500"), ("idcpc-2003", 7, "1,500")),
        "U": (("dai-2002", 15, "800"), ("dai-2002", 15, "400")),
    }
    rows = {letter: [find_claim(claims, *place) for place in pair] for letter, pair in pairs.items()}
    true = tuple(letter for letter, (more, less) in rows.items() if strict(more) > strict(less))
    return SHEET.question(
        "N7",
        Choices(options=SHEET.options("N7", "proved"), example='["X", "Y"]', right=true),
        wrong={
            "a round number read as a fall": "Q",
            "a formula read as growth": "S",
            "floors ranked against floors": "T",
        },
        cites=tuple(dict.fromkeys(claim_id for pair in rows.values() for claim_id in ids(*pair))),
    )


# ---- N8 The line not to draw -----------------------------------------------------------------------------------------


def trend(claims):
    party = find_claim(claims, "dai-2002", 15, "400 delegations")
    total = find_claim(claims, "idcpc-2003", 7, "1,500")
    rate = find_claim(claims, "idcpc-2003", 8, "100 groups")
    later, earlier = strict(party) / years(party), strict(total) / years(total)
    body = {
        "options": {"CPC": "", "Department": ""},
        "synonyms": {
            "the CPC": "CPC",
            "the whole CPC": "CPC",
            "the party": "CPC",
            "the Department": "Department",
            "International Department": "Department",
            "the International Department": "Department",
        },
    }
    return SHEET.question(
        "N8",
        Parts(
            parts={
                "nearly 400": Choice(right="CPC", **body),
                "100 groups": Choice(right="Department", **body),
                "grew": Choice(
                    options={"yes": "", "no": "", "cannot tell": ""},
                    right={"certainly larger": "yes", "certainly smaller": "no"}.get(later.compare(earlier), "cannot tell"),
                ),
                "assumes": Choices(
                    options=SHEET.options("N8", "assumes"), example='["V", "Z"]', right=("P", "Q", "R", "S"), optional=()
                ),
            },
            weights={"nearly 400": 0.5, "100 groups": 0.5, "grew": 1, "assumes": 2},
        ),
        wrong={
            "Department and CPC taken as one": AnyOf(({"nearly 400": "Department"}, {"100 groups": "CPC"})),
            "growth believed": {"grew": "yes"},
            "a line refused, so a fall": {"grew": "no"},
            "direction not checked": {"assumes": ["P", "Q", "R", "S", "T"]},
            "a line needs no zero": {"assumes": ["P", "Q", "R", "S", "U"]},
        },
        cites=ids(party, total, rate),
        facts={"ceiling": later.high, "floor": earlier.low},
    )
