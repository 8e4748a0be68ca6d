"""Keys of exercise 04, reform and opening (1978–1989): D1 to D7.

Every figure is read from the claims table and every date from the words of time in the readings, so that chart, widget and key
cannot disagree. The prose stands beside this module in reform.toml.
"""

import re

from interparty import bounds
from interparty.openings import openings, start_years
from interparty.questions import AnyOf, BoundsAnswer, Choice, Choices, Evidence, Parts, Sheet, Table, either, ends, find_claim

SHEET = Sheet(__file__)

BOUNDS_EXAMPLE = "(5, 9), or (5, None)"
#: kinds of partners as the exercise calls them, in the order of the readings
KINDS = (
    "communist parties",
    "ruling parties of developing countries",
    "socialist and labour parties",
    "centre and right-wing parties",
    "parties of the former Soviet Union and Eastern Europe",
)
#: the step of Chen's to which each kind belongs; his third holds two kinds
STEPS_OF_KINDS = ("first", "second", "third", "third", "fourth")
#: a part of a decade, or Chen's frame, inside longer words of time
_SHORT = re.compile(r"(?:early |late |mid-)\d{4}s|\d{4}s and 90s")
#: how surely words of time date a beginning, best first
_GROUNDS = ("said", "carried", "frame")


def questions(corpus, claims):
    """The seven questions, in order."""
    return [
        when_each_came(corpus),
        four_steps(corpus),
        four_principles(),
        average(corpus, claims),
        people(claims),
        undated(corpus),
        SHEET.question("D7", SHEET.free_text("D7")),
    ]


# ---- D1 Who came in when? --------------------------------------------------------------------------------------------


def when_each_came(corpus):
    rows = openings(corpus)
    frame = rows.loc[rows["ground"] == "frame", "when"].iloc[0]
    right, undated_in_list = {}, []
    for name, (_, lanes) in zip(KINDS, rows.groupby("partners", sort=False), strict=True):
        # what is dated only by what it followed still stands in the frame of its own text
        lanes = lanes.assign(when=lanes["when"].where(lanes["ground"] != "occasion", frame))
        lanes = lanes.assign(ground=lanes["ground"].replace("occasion", "frame"))
        undated_in_list += [name] if "none" in set(lanes["ground"]) else []
        best = next(ground for ground in _GROUNDS if ground in set(lanes["ground"]))
        dated = lanes[lanes["ground"] == best]
        docs = tuple(dated["doc"])
        begins = _SHORT.search(dated["when"].iloc[0]).group()
        right[name] = {"begins": {"right": begins}, "text": {"right": docs[0], "also": docs[1:]}}
    columns = {
        "begins": Choice(
            options=SHEET.options("D1", "begins"),
            synonyms=SHEET.synonyms("D1", "begins"),
        ),
        "text": Choice(options={"chen-2007": "", "dai-2001": "", "idcpc-2003": ""}),
    }
    narrow = [name for name in KINDS if right[name]["begins"]["right"] != _SHORT.search(frame).group()]
    wide = [name for name in KINDS if name not in narrow]
    return SHEET.question(
        "D1",
        Table(rows=KINDS, columns=columns, right=right),
        wrong={
            "the plenum taken for the start of everything": AnyOf({name: {"begins": "1978"}} for name in KINDS),
            "at the same time overlooked": AnyOf(either(KINDS[1], {"begins": "early 1980s"}, {"begins": "none stated"})),
            "the wide frame taken for the date": AnyOf({name: {"begins": "1980s and 90s"}} for name in narrow),
            "the frame overlooked": AnyOf({name: {"begins": "none stated"}} for name in wide),
            "a list read as a calendar": AnyOf({name: {"text": "idcpc-2003"}} for name in undated_in_list),
        },
    )


# ---- D2 Four steps in one frame --------------------------------------------------------------------------------------


def four_steps(corpus):
    rows, steps = openings(corpus), SHEET.options("D2", "steps")
    frame = rows.loc[rows["ground"] == "frame", "first"].iloc[0]
    step = dict(zip(rows["partners"].unique(), STEPS_OF_KINDS, strict=True))
    dated = rows[rows["ground"].isin(["said", "carried"])].assign(step=rows["partners"].map(step))

    def before(doc):
        early = dated[(dated["doc"] == doc) & (dated["last"] < frame)]
        return tuple(step for step in steps if step in set(early["step"]))

    by_dai, by_department = "by dai-2001", "by idcpc-2003"
    figures, example = dict(zip("1234", steps, strict=True)), '["third", "fourth"]'
    return SHEET.question(
        "D2",
        Parts(
            parts={
                by_dai: Choices(options=steps, synonyms=figures, example=example, right=before("dai-2001")),
                by_department: Choices(options=steps, synonyms=figures, example=example, right=before("idcpc-2003")),
                "verdict": Choice(options=SHEET.options("D2", "verdict"), right="A"),
            }
        ),
        wrong={
            "at the same time overlooked": {by_dai: ["first"]},
            "gradually read as a date": {by_department: "second"},
            "a step inside the frame": AnyOf(either(by_dai, "third", "fourth") + either(by_department, "third", "fourth")),
        },
    )


# ---- D3 Four principles ----------------------------------------------------------------------------------------------


def four_principles():
    called = {"options": {"principle": "", "spirit": ""}, "synonyms": {"a principle": "principle", "a spirit": "spirit"}}
    principles, over, old = "four principles", "transcending differences", "forgetting old scores"
    return SHEET.question(
        "D3",
        Parts(
            parts={
                principles: Choices(options=SHEET.options("D3", "cards"), example='["B", "D"]', right=("A", "C", "E", "G")),
                over: Choice(right="spirit", **called),
                old: Choice(right="principle", **called),
            },
            weights={principles: 2, over: 0.5, old: 0.5},
        ),
        wrong={
            "a strategy of another list": {principles: "B"},
            "called a principle, and not one of the four": {principles: "D"},
            "a spirit taken for a principle": AnyOf(({principles: "F"}, {over: "principle"})),
            "a doctrine between states": {principles: "H"},
            "Chen's word put into Dai's mouth": {old: "spirit"},
        },
    )


# ---- D4 How many a year? ---------------------------------------------------------------------------------------------


def average(corpus, claims):
    total = find_claim(claims, "idcpc-2003", 7, "4,500")
    sent = find_claim(claims, "idcpc-2003", 7, "1,500")
    pins = start_years(corpus).set_index("reading_id")["first"]
    last = int(total["period_end"])
    long, short = last - int(pins["pin-1978"]), last - int(pins["pin-two-decades"])
    over_long, over_short = (bounds(total, strict=True) / years for years in (long, short))
    longer = total["value"] / (long + 1)
    of_sent = [sent["value"] / years for years in (long, short)]
    year, decades = "since 1978", "two decades"
    answer = {"example": BOUNDS_EXAMPLE, "within": 0.5}

    def forms(part, *values):
        return tuple({part: form} for value in values for form in ((value, None), value, (None, value)))

    return SHEET.question(
        "D4",
        Parts(
            parts={
                year: BoundsAnswer(right=over_long, **answer),
                decades: BoundsAnswer(right=over_short, **answer),
                "why two": Choice(options=SHEET.options("D4", "why two"), right="A"),
                "sentence": Choice(options=SHEET.options("D4", "sentence"), right="Q"),
            }
        ),
        wrong={
            "hedge dropped": AnyOf(({year: over_long.low}, {decades: over_short.low}, {"sentence": "P"})),
            "bound turned round": AnyOf(({year: (None, over_long.low)}, {decades: (None, over_short.low)})),
            "both ends counted as years": AnyOf(forms(year, longer) + forms(decades, total["value"] / (short + 1))),
            "months for years": AnyOf(forms(year, total["value"] / 12) + forms(decades, total["value"] / 12)),
            "every day believed": AnyOf((*forms(year, 365), *forms(decades, 365), {"sentence": "R"})),
            "sent for received": AnyOf(forms(year, of_sent[0]) + forms(decades, of_sent[1])),
            "denominators exchanged": AnyOf(({year: ends(over_short)}, {decades: ends(over_long)})),
        },
        cites=(total["claim_id"],),
        facts={"long": long, "short": short, "a_year": over_long.low, "a_year_short": over_short.low},
    )


# ---- D5 How many people in a group? ----------------------------------------------------------------------------------


def people(claims):
    came, went = (find_claim(claims, "idcpc-2003", 7, words) for words in ("4,500", "1,500"))
    guests, travellers = (find_claim(claims, "idcpc-2003", 7, words) for words in ("26,000", "10,000"))
    received, sent = (bounds(a, strict=True) / bounds(b, strict=True) for a, b in ((guests, came), (travellers, went)))
    answer = {"example": BOUNDS_EXAMPLE, "within": 0.05}
    mixed = guests["value"] / went["value"], travellers["value"] / came["value"]
    turned = came["value"] / guests["value"], went["value"] / travellers["value"]

    def forms(part, value):
        return tuple({part: form} for form in ((value, None), value, (None, value)))

    return SHEET.question(
        "D5",
        Parts(
            parts={
                "received": BoundsAnswer(right=received, **answer),
                "sent": BoundsAnswer(right=sent, **answer),
                "26,000 counts": Choice(options=SHEET.options("D5", "26,000 counts"), right="B"),
            }
        ),
        wrong={
            "hedge lost under the line": AnyOf(({"received": (received.high, None)}, {"sent": (sent.high, None)})),
            "hedges dropped": AnyOf(({"received": received.high}, {"sent": sent.high})),
            "no limit seen": AnyOf(({"received": (None, None)}, {"sent": (None, None)})),
            "ratio upside down": AnyOf(forms("received", turned[0]) + forms("sent", turned[1])),
            "directions mixed": AnyOf(forms("received", mixed[0]) + forms("sent", mixed[1])),
            "rounded too far": AnyOf(({"received": (None, 6)}, {"sent": (None, 7)})),
        },
        cites=tuple(row["claim_id"] for row in (came, guests, went, travellers)),
        facts={"received": received.high, "sent": sent.high},
    )


# ---- D6 When did Deng say it? ----------------------------------------------------------------------------------------


def undated(corpus):
    paragraphs = corpus["zhong-2007"].paragraphs
    return SHEET.question(
        "D6",
        Parts(
            parts={
                "year": Choice(options=SHEET.options("D6", "year"), right="D"),
                "1978 belongs to": Evidence(
                    example='"the intensified competition"',
                    passages={f"zhong-2007 ¶{n}": paragraphs[n].text for n in (17, 18)},
                    right=("Before the reform and opening-up in 1978", "very rarely having economic topics"),
                ),
                "same speech": Choice(options={"yes": "", "no": "", "cannot tell": ""}, right="cannot tell"),
            }
        ),
    )
