"""Keys of exercise 06, the Hu Jintao years (2002–2007): H1 to H7.

Every figure is read from the claims table, every date from the texts' own words of time. The prose (options, hints, what is said
to a misconception, solutions) stands beside this module in hu_jintao.toml. Both are the teacher's: they are no part of the
installed library, and a class that sits an exam gets neither.

A wrong answer under ``wrong`` is written as a learner would write it, and only as far as it matters.
"""

from interparty import Bounds, bounds
from interparty.events import events
from interparty.questions import (
    AnyOf,
    BoundsAnswer,
    Choice,
    Choices,
    Evidence,
    Order,
    Parts,
    Sheet,
    Table,
    Years,
    either,
    find_claim,
    ids,
)

SHEET = Sheet(__file__)
BOUNDS_EXAMPLE = "(5, 9), or (5, None)"
YES_NO = {"yes": "", "no": ""}
NOT_STATED = {"none": "not stated", "no date": "not stated", "not given": "not stated", "unknown": "not stated"}


def questions(corpus, claims):
    """The seven questions, in order."""
    meetings = events(corpus).set_index("reading_id")
    return [
        undated(corpus, meetings),
        in_order(meetings),
        stock_and_flow(claims),
        countries(claims),
        a_fall(corpus, claims),
        recognized(),
        SHEET.question("H7", SHEET.free_text("H7")),
    ]


def year_of(edtf):
    """The year of a date such as ``2004-09`` or ``2007~``."""
    return int(edtf[:4])


# ---- H1 A text without a date ----------------------------------------------------------------------------------------


def undated(corpus, meetings):
    conference = year_of(meetings.loc["asian-parties", "start"])
    inferred = year_of(corpus["chen-2007"].date)
    paragraphs = corpus["chen-2007"].paragraphs
    return SHEET.question(
        "H1",
        Parts(
            parts={
                "not before": Years(example="1996", right=(conference, conference)),
                "evidence": Evidence(
                    example='"the road of socialism with Chinese characteristics"',
                    passages={f"chen-2007 ¶{n}": paragraphs[n].text for n in range(len(paragraphs))},
                    right=("have successfully hosted the third International Conference of Asian Political Parties",),
                ),
                "about": Years(
                    example="1996",
                    right=(inferred, inferred),
                    also=((inferred - 1, inferred), (inferred, inferred + 1), (inferred - 1, inferred + 1)),
                ),
                "seventeenth": Choice(options=SHEET.options("H1", "seventeenth"), right="B"),
            }
        ),
    )


# ---- H2 In order of time ---------------------------------------------------------------------------------------------

#: row of the table → reading id; the letters are the order of mention
EVENTS = {
    "A": "wto-forum",
    "B": "united-russia",
    "C": "globalization",
    "D": "african-workshop",
    "E": "asian-parties",
}
SEMINARS = "three seminars"


def in_order(meetings):
    rows = {f"event {letter}": meetings.loc[name] for letter, name in EVENTS.items()} | {
        SEMINARS: meetings.loc["seminars-vietnam"]
    }
    years = {str(year): "" for year in range(2003, 2008)} | {"2014": "", "not stated": ""}
    columns = {
        "year": Choice(options=years, synonyms=NOT_STATED | {"2003-2007": "not stated", "between 2003 and 2007": "not stated"}),
        "held by": Choice(
            options={"CPC": "", "Department": ""},
            synonyms={
                "the CPC": "CPC",
                "the party": "CPC",
                "the Department": "Department",
                "International Department": "Department",
                "the International Department": "Department",
            },
        ),
    }

    def cells(row):
        year = "not stated" if row["span"] else str(year_of(row["start"]))
        return {"year": {"right": year}, "held by": {"right": "Department" if "epartment" in row["host"] else "CPC"}}

    right = {name: cells(row) for name, row in rows.items()}
    order = tuple(sorted(EVENTS, key=lambda letter: meetings.loc[EVENTS[letter], "start"]))
    dated = [name for name in rows if name != SEMINARS]
    other = {"CPC": "Department", "Department": "CPC"}
    return SHEET.question(
        "H2",
        Parts(
            parts={
                "order": Order(options=dict.fromkeys(EVENTS, ""), example='["E", "D", "C", "B", "A"]', right=order),
                "table": Table(rows=tuple(rows), columns=columns, right=right),
            },
            weights={"order": 1.5, "table": 2.5},
        ),
        wrong={
            "order of mention": {"order": list(EVENTS)},
            "a year made up": AnyOf({"table": {SEMINARS: {"year": str(year)}}} for year in range(2003, 2008)),
            "web date": AnyOf({"table": {name: {"year": "2014"}}} for name in rows),
            "Department and CPC taken as one": AnyOf(
                {"table": {name: {"held by": other[right[name]["held by"]["right"]]}}} for name in dated
            ),
        },
    )


# ---- H3 Where are the new ones? --------------------------------------------------------------------------------------


def stock_and_flow(claims):
    before = find_claim(claims, "dai-2002", 15, "418 parties")
    new = find_claim(claims, "chen-2007", 4, "100 political parties")
    printed = find_claim(claims, "chen-2007", 2, "400 political parties")
    total = bounds(before) + bounds(new, strict=True)
    some_new = Bounds(before["value"], total.high, high_open=total.high_open)
    most, difference = total.high, before["value"] - new["value"]
    clash = (bounds(printed) > some_new) == "certain" or (some_new > bounds(printed)) == "certain"
    return SHEET.question(
        "H3",
        Parts(
            parts={
                "expected": BoundsAnswer(example=BOUNDS_EXAMPLE, right=some_new, also=((None, most),)),
                "printed": BoundsAnswer(example=BOUNDS_EXAMPLE, right=bounds(printed, strict=True)),
                "contradiction": Choice(options=YES_NO, right="yes" if clash else "no"),
                "explanations": Choices(
                    options=SHEET.options("H3", "explanations"), example='["T", "U"]', right=("P", "Q", "S"), optional=()
                ),
            }
        ),
        wrong={
            "hedges dropped": AnyOf(({"expected": most}, {"printed": printed["value"]})),
            "nearly read as a floor": {"expected": (most, None)},
            "subtracted instead of added": AnyOf(either("expected", difference, (difference, None), (None, difference))),
            "new taken for all": AnyOf(either("expected", new["value"], (None, new["value"]))),
            "more than read as a ceiling": {"printed": (None, printed["value"])},
        },
        cites=ids(before, new, printed),
        facts={"before": before["value"], "most": most, "difference": difference},
    )


# ---- H4 How many more countries? -------------------------------------------------------------------------------------


def countries(claims):
    exact = find_claim(claims, "dai-2002", 15, "147 countries")
    floor = find_claim(claims, "idcpc-2003", 6, "140 countries")
    later = find_claim(claims, "chen-2007", 2, "160 countries")
    new = find_claim(claims, "chen-2007", 4, "30 countries")
    rise, loose = (bounds(later, strict=True) - bounds(earlier, strict=True) for earlier in (exact, floor))
    flat, nominal = rise.low, later["value"] - floor["value"]
    return SHEET.question(
        "H4",
        Parts(
            parts={
                "since end of 2001": BoundsAnswer(example=BOUNDS_EXAMPLE, right=rise),
                "since September 2003": BoundsAnswer(example=BOUNDS_EXAMPLE, right=loose),
                "contradicts over 30?": Choice(options=YES_NO, right="no"),
            }
        ),
        wrong={
            "hedges dropped": {"since end of 2001": flat},
            "more than read as a ceiling": {"since end of 2001": (None, flat)},
            "the wrong beginning": AnyOf(either("since end of 2001", nominal, (nominal, None))),
            "floor taken from floor": AnyOf(either("since September 2003", nominal, (nominal, None), (None, nominal))),
            "new parties taken for new countries": AnyOf(
                (
                    {"since end of 2001": new["value"]},
                    {"since end of 2001": (new["value"], None)},
                    {"contradicts over 30?": "yes"},
                )
            ),
        },
        cites=ids(exact, floor, later, new),
        facts={"rise": flat, "nominal": nominal, "new": new["value"]},
    )


# ---- H5 From 800 to 200? ---------------------------------------------------------------------------------------------


def a_fall(corpus, claims):
    then = find_claim(claims, "dai-2002", 15, "800 delegations")
    now = find_claim(claims, "chen-2007", 4, "200 delegations")
    led_then = find_claim(claims, "dai-2002", 6, "40 delegations")
    led_now = find_claim(claims, "chen-2007", 4, "50 delegations")
    verdicts = {"certain": "yes", "certainly not": "no"}
    paragraph = corpus["chen-2007"].paragraphs[4].text
    return SHEET.question(
        "H5",
        Parts(
            parts={
                "fell?": Choice(options=YES_NO | {"cannot tell": ""}, right="cannot tell"),
                "limit": Evidence(
                    example='"wider in scope"',
                    passages={"chen-2007 ¶4": paragraph},
                    right=("headed by principle party leaders",),
                ),
                "figure of the same kind in dai-2002": Choice(
                    options={"more than 800": "", "nearly 50": "", "more than 40": "", "no figure": ""},
                    synonyms={"none": "no figure", "not stated": "no figure"},
                    right="no figure",
                ),
                "sent by leaders: grew?": Choice(
                    options=YES_NO | {"cannot tell": ""},
                    right=verdicts.get(bounds(led_now, strict=True) > bounds(led_then, strict=True), "cannot tell"),
                ),
            },
            weights={"fell?": 1, "limit": 0.5, "figure of the same kind in dai-2002": 0.75, "sent by leaders: grew?": 0.75},
        ),
        cites=ids(then, now, led_then, led_now),
    )


# ---- H6 Recognized by whom? ------------------------------------------------------------------------------------------

SENTENCES = {
    "important task": "aim",
    "publicize": "activity",
    "business delegations": "activity",
    "being recognized": "claimed effect",
}


def recognized():
    kinds = {"aim": "", "activity": "", "claimed effect": "", "evidence": ""}
    kind = Choice(options=kinds, synonyms={"effect": "claimed effect", "task": "aim", "goal": "aim"})
    right = {name: {"kind": {"right": word}} for name, word in SENTENCES.items()}
    return SHEET.question(
        "H6",
        Parts(
            parts={
                "table": Table(rows=tuple(SENTENCES), columns={"kind": kind}, right=right),
                "recognized by": Choice(
                    options={"foreign parties": "", "the people of the world": "", "the press": "", "not stated": ""},
                    synonyms=NOT_STATED | {"nobody": "not stated", "not said": "not stated"},
                    right="not stated",
                ),
                "would be evidence": Choices(
                    options=SHEET.options("H6", "would be evidence"), example='["S", "T"]', right=("P", "Q", "R")
                ),
            }
        ),
        wrong={
            "activity taken for evidence": AnyOf(
                {"table": {name: {"kind": "evidence"}}} for name, word in SENTENCES.items() if word == "activity"
            ),
            "aim taken for an effect": AnyOf(
                {"table": {"important task": {"kind": word}}} for word in ("claimed effect", "evidence", "activity")
            ),
            "activity taken for an effect": AnyOf(
                {"table": {name: {"kind": "claimed effect"}}} for name, word in SENTENCES.items() if word == "activity"
            ),
        },
    )
