"""Keys of exercise 05, the Jiang Zemin years (1989–2002): J1 to J8.

Every figure is read from the claims table, every result computed from it. The prose (options, hints, what is said to a
misconception, solutions) stands beside this module in jiang_zemin.toml. Both are the teacher's: they are no part of the
installed library, and a class that sits an exam gets neither.

A wrong answer under ``wrong`` is written as a learner would write it, and only as far as it matters.
"""

from interparty import Bounds, bounds
from interparty.questions import (
    AnyOf,
    BoundsAnswer,
    Choice,
    Choices,
    Evidence,
    Parts,
    Sheet,
    Table,
    Value,
    either,
    ends,
    find_claim,
    ids,
)

SHEET = Sheet(__file__)

#: dai-2002 looks back from October 2002 to the Fifteenth Congress, September 1997
FIVE_YEARS = 5
#: idcpc-2003 looks back from its date to 1978, and calls that two decades
SINCE_1978, TWO_DECADES = 2003 - 1978, 20
DAYS = 365

BOUNDS_EXAMPLE = "(5, 9), or (5, None)"
YES_NO = {"yes": "", "no": ""}


def questions(corpus, claims):
    """The eight questions, in order."""
    return [
        every_day(claims),
        ratio(claims),
        parts_and_wholes(corpus, claims),
        stock_flow_rate(claims),
        growth(claims),
        both_true(claims),
        who_says(corpus, claims),
        SHEET.question("J8", SHEET.free_text("J8")),
    ]


def delegations(claims, doc, par, received, sent):
    """The two claims of a paragraph that count delegations, received first."""
    return find_claim(claims, doc, par, received), find_claim(claims, doc, par, sent)


# ---- J1 A group every day? -------------------------------------------------------------------------------------------


def every_day(claims):
    received, sent = delegations(claims, "idcpc-2003", 8, "200 delegations", "100 groups")
    come, go = received["value"] / DAYS, sent["value"] / DAYS
    rate = {"example": "1.25", "units": ("a day", "per day", "groups per day", "delegations per day"), "within": 0.01}

    def divided_by(*days):
        per_day = ((received["value"] / each, sent["value"] / each) for each in days)
        return AnyOf(part for a, b in per_day for part in ({"received per day": a}, {"sent per day": b}))

    return SHEET.question(
        "J1",
        Parts(
            parts={
                "received per day": Value(right=come, **rate),
                "sent per day": Value(right=go, **rate),
                "conclusion": Choice(options=SHEET.options("J1", "conclusion"), right="B"),
            }
        ),
        wrong={
            "months for days": divided_by(12, 30, 31),
            "working days": divided_by(250, 260),
            "both directions added": AnyOf(({"received per day": come + go}, {"sent per day": come + go})),
            "directions exchanged": AnyOf(({"received per day": go}, {"sent per day": come})),
        },
        cites=ids(received, sent),
        facts={"come": come, "go": go, "days_in": 1 / come, "days_out": 1 / go},
    )


# ---- J2 How many received for each one sent? -------------------------------------------------------------------------


def ratio(claims):
    dai = delegations(claims, "dai-2002", 15, "800 delegations", "400 delegations")
    department = delegations(claims, "idcpc-2003", 7, "4,500", "1,500")
    known, open_ended = (bounds(come, strict=True) / bounds(go, strict=True) for come, go in (dai, department))
    printed = department[0]["value"] / department[1]["value"]
    upside_down = 1 / known.low
    return SHEET.question(
        "J2",
        Parts(
            parts={
                "dai-2002": BoundsAnswer(example=BOUNDS_EXAMPLE, right=known),
                "idcpc-2003": BoundsAnswer(example=BOUNDS_EXAMPLE, right=open_ended),
                "sentence": Choice(options=SHEET.options("J2", "sentence"), right="B"),
            }
        ),
        wrong={
            "hedges dropped": AnyOf(
                ({"dai-2002": known.low}, {"idcpc-2003": printed}, {"sentence": "A"}),
            ),
            "nearly read as a floor": {"dai-2002": (None, None)},
            "bound turned round": {"dai-2002": (None, known.low)},
            "floor divided by floor": AnyOf(
                (*either("idcpc-2003", (printed, None), (None, printed)), {"sentence": "C"}),
            ),
            "ratio upside down": AnyOf(either("dai-2002", (None, upside_down), (upside_down, upside_down), (upside_down, None))),
        },
        cites=ids(*dai, *department),
        facts={"floor": known.low, "printed": printed},
    )


# ---- J3 Parts and wholes ---------------------------------------------------------------------------------------------

#: words in a sentence that let people in who need not belong to a party
BEYOND_PARTIES = ("people from all walks of life", "organizations", "individuals")


def period_of(row):
    """The option that fits the words by which a claim is dated."""
    words = row["period_text"].casefold() if isinstance(row["period_text"], str) else ""
    words = words.replace("past 5 years", "past five years")
    return next((each for each in ("past five years", "recent years") if each in words), "none stated")


def parts_and_wholes(corpus, claims):
    received, sent = delegations(claims, "dai-2002", 15, "800 delegations", "400 delegations")
    rows = {
        "more than 40": find_claim(claims, "dai-2002", 6, "40 delegations"),
        "nearly 30": find_claim(claims, "dai-2002", 11, "30 CPC delegations"),
        "nearly 50": find_claim(claims, "dai-2002", 8, "50 delegations"),
        "hundreds": find_claim(claims, "dai-2002", 11, "hundreds of delegations"),
    }
    columns = {
        "direction": Choice(options={"sent": "", "received": ""}),
        "beyond parties": Choice(options=YES_NO),
        "period": Choice(
            options={"past five years": "", "recent years": "", "none stated": ""},
            synonyms=SHEET.synonyms("J3", "period"),
        ),
    }

    def cells(row):
        sentence = corpus.passage(row["claim_id"]).sentence
        beyond = any(words in sentence for words in BEYOND_PARTIES)
        return {
            "direction": {"right": row["direction"]},
            "beyond parties": {"right": "yes" if beyond else "no"},
            "period": {"right": period_of(row)},
        }

    right = {name: cells(row) for name, row in rows.items()}
    # "In addition" may carry on the period of the sentence before it: both readings are sound.
    right["nearly 30"]["period"] = {"right": "none stated", "also": ("recent years",)}
    most, least = sent["high"], received["low"]
    inner = rows["more than 40"]["value"] + rows["nearly 30"]["value"]
    added, taken, more = most + inner, most - inner, least + rows["nearly 50"]["value"]
    return SHEET.question(
        "J3",
        Parts(
            parts={
                "table": Table(rows=tuple(rows), columns=columns, right=right),
                "sent in all": BoundsAnswer(example=BOUNDS_EXAMPLE, right=bounds(sent, strict=True)),
                "received in all": BoundsAnswer(example=BOUNDS_EXAMPLE, right=bounds(received, strict=True)),
            },
            weights={"table": 3, "sent in all": 0.5, "received in all": 0.5},
        ),
        wrong={
            "part added to its whole": AnyOf(
                either("sent in all", added, (None, added), (added, None))
                + either("received in all", more, (more, None), (None, more))
            ),
            "part taken from its whole": AnyOf(either("sent in all", taken, (None, taken), (taken, None))),
            "nearly read as a floor": {"sent in all": (most, None)},
            "more than read as a ceiling": {"received in all": (None, least)},
            "hedges dropped": AnyOf(({"sent in all": most}, {"received in all": least})),
            "period borrowed": AnyOf(
                {"table": {row: {"period": "past five years"}}} for row in ("more than 40", "nearly 30", "hundreds")
            ),
            "wider company overlooked": AnyOf({"table": {row: {"beyond parties": "no"}}} for row in ("nearly 50", "hundreds")),
            "host taken for traveller": AnyOf({"table": {row: {"direction": "sent"}}} for row in ("nearly 50", "hundreds")),
        },
        cites=ids(*rows.values(), sent, received),
        facts={"most": most, "least": least},
    )


# ---- J4 Stock, flow or rate? -----------------------------------------------------------------------------------------


def time_of(row):
    """The option that fits the time of a claim: its date, its period, or for each year."""
    if row["kind"] == "rate":
        return "each year"
    words = row["period_text"] if isinstance(row["period_text"], str) else ""
    return "end of 2001" if "end of 2001" in words else period_of(row)


def stock_flow_rate(claims):
    stocks = {
        "418 parties and organizations": find_claim(claims, "dai-2002", 15, "418 parties"),
        "147 countries and regions": find_claim(claims, "dai-2002", 15, "147 countries"),
    }
    flows = {
        "nearly 400 delegations": find_claim(claims, "dai-2002", 15, "400 delegations"),
        "more than 800 delegations": find_claim(claims, "dai-2002", 15, "800 delegations"),
    }
    others = {
        "around 200 delegations": find_claim(claims, "idcpc-2003", 8, "200 delegations"),
        "almost 100 political parties": find_claim(claims, "chen-2007", 4, "100 political parties"),
    }
    rows = stocks | flows | others
    columns = {
        "kind": Choice(options={"stock": "", "flow": "", "rate": ""}),
        "time": Choice(
            options={"end of 2001": "", "past five years": "", "each year": ""},
            synonyms=SHEET.synonyms("J4", "time"),
        ),
    }
    right = {name: {"kind": {"right": row["kind"]}, "time": {"right": time_of(row)}} for name, row in rows.items()}
    return SHEET.question(
        "J4",
        Table(rows=tuple(rows), columns=columns, right=right),
        wrong={
            "period carried over from the sentence before": AnyOf({row: {"time": "past five years"}} for row in stocks),
            "stock read as a flow": AnyOf({row: {"kind": "flow"}} for row in stocks),
            "delegations taken for parties": AnyOf({row: {"kind": "stock"}} for row in flows),
            "total read as a rate": AnyOf({row: {"kind": "rate"}} for row in flows),
            "rate read as a total": AnyOf(
                {"around 200 delegations": cell} for cell in ({"kind": "flow"}, {"time": "past five years"})
            ),
        },
        cites=ids(*rows.values()),
    )


# ---- J5 Did exchanges grow? ------------------------------------------------------------------------------------------


def growth(claims):
    dai = delegations(claims, "dai-2002", 15, "800 delegations", "400 delegations")
    department = delegations(claims, "idcpc-2003", 7, "4,500", "1,500")
    parts, verdicts, facts = {}, {}, {}
    for way, late, long in zip(("received", "sent"), dai, department, strict=True):
        late_year, long_year, short_year = (
            bounds(row, strict=True) / years for row, years in ((late, FIVE_YEARS), (long, SINCE_1978), (long, TWO_DECADES))
        )
        parts[f"{way}, dai-2002"] = BoundsAnswer(example=BOUNDS_EXAMPLE, right=late_year)
        parts[f"{way}, idcpc-2003"] = BoundsAnswer(example=BOUNDS_EXAMPLE, right=long_year, also=(short_year,))
        verdicts[f"{way}: grew?"] = Choice(
            options=YES_NO | {"cannot tell": ""},
            synonyms={"certain": "yes", "certainly not": "no"},
            right={"certain": "yes", "certainly not": "no"}.get(late_year > long_year, "cannot tell"),
        )
        figures = (late["value"] / FIVE_YEARS, long["value"] / SINCE_1978, long["value"] / TWO_DECADES)
        facts |= zip((f"{way}_late", f"{way}_long", f"{way}_short"), figures, strict=True)

    floors = {
        "received, dai-2002": "received_late",
        "received, idcpc-2003": "received_long",
        "sent, idcpc-2003": "sent_long",
    }
    totals = dict(zip(parts, (dai[0], department[0], dai[1], department[1]), strict=True))
    return SHEET.question(
        "J5",
        Parts(parts=parts | verdicts, weights=dict.fromkeys(parts, 0.5) | dict.fromkeys(verdicts, 1.0)),
        wrong={
            "nearly read as a floor": {"sent, dai-2002": (facts["sent_late"], None)},
            "more than read as a ceiling": AnyOf({part: (None, facts[name])} for part, name in floors.items()),
            "hedges dropped": AnyOf({part: facts[name]} for part, name in (*floors.items(), ("sent, dai-2002", "sent_late"))),
            "total not divided": AnyOf({part: ends(bounds(row))} for part, row in totals.items()),
        },
        cites=ids(*dai, *department),
        facts=facts,
    )


# ---- J6 Can both figures be true? ------------------------------------------------------------------------------------


def both_true(claims):
    yearly = find_claim(claims, "idcpc-2003", 8, "100 groups")
    total = find_claim(claims, "dai-2002", 15, "400 delegations")
    body = {
        "options": {"CPC": "", "Department": ""},
        "synonyms": SHEET.synonyms("J6", "counts"),
    }
    five_years = yearly["value"] * FIVE_YEARS
    sum_part = "five years at 100 a year"
    return SHEET.question(
        "J6",
        Parts(
            parts={
                sum_part: Value(example="250", right=five_years, units=("groups",)),
                "idcpc-2003 counts": Choice(right="Department", **body),
                "dai-2002 counts": Choice(right="CPC", **body),
                "verdict": Choice(options=SHEET.options("J6", "verdict"), right="B"),
                "ways out": Choices(
                    options=SHEET.options("J6", "ways out"), example='["R", "T"]', right=("P", "Q"), optional=("U",)
                ),
            },
            weights={
                sum_part: 0.5,
                "idcpc-2003 counts": 0.5,
                "dai-2002 counts": 0.5,
                "verdict": 0.5,
                "ways out": 1,
            },
        ),
        wrong={
            "divided instead of multiplied": {sum_part: yearly["value"] / FIVE_YEARS},
        },
        cites=ids(yearly, total),
        facts={"five_years": five_years, "dai_year": total["high"] / FIVE_YEARS},
    )


# ---- J7 Who says "more than", who says "about"? ----------------------------------------------------------------------


def who_says(corpus, claims):
    journal = find_claim(claims, "dai-2001", 4, "more than 400")
    minister = find_claim(claims, "dai-2001", 19, "about 400")
    tried = 390
    speaker = {
        "options": {"journal": "", "minister": ""},
        "synonyms": SHEET.synonyms("J7", "speaker"),
    }

    def fits(row):
        shut_out = (bounds(row, strict=True) > Bounds(tried, tried)) == "certain"
        return "no" if shut_out else "yes"

    fits_floor, fits_about = f"{tried} fits more than 400", f"{tried} fits about 400"
    paragraphs = corpus["dai-2001"].paragraphs
    return SHEET.question(
        "J7",
        Parts(
            parts={
                "more than 400": Choice(right="journal", **speaker),
                "about 400": Choice(right="minister", **speaker),
                "evidence": Evidence(
                    example='"its international influence is greater than ever before"',
                    passages={f"dai-2001 ¶{i}": paragraphs[i].text for i in (0, 1, 2, 3, 4, 18, 19)},
                    right=(
                        "Dai Bingguo gave an interview to a Ziguangge reporter",
                        "in which he reviewed the CPC's international work and anticipated its future",
                    ),
                ),
                fits_floor: Choice(options=YES_NO, right=fits(journal)),
                fits_about: Choice(options=YES_NO, right=fits(minister)),
            },
            weights={"more than 400": 0.5, "about 400": 0.5, "evidence": 1, fits_floor: 0.5, fits_about: 0.5},
        ),
        wrong={
            "about read as exact": {fits_about: "no"},
            "more than read as about": {fits_floor: "yes"},
            "the figure taken as evidence for the voice": {"evidence": journal["quote"]},
        },
        cites=ids(journal, minister),
    )
