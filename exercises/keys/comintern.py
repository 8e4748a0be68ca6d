"""Keys of exercise 01, the Comintern years (1921–1949): C1 to C7.

Figures come from the claims table, clauses and years from our tables of readings; every result is computed from them. The
prose (options, hints, what is said to a misconception, solutions) stands beside this module in comintern.toml. Both are the
teacher's: they are no part of the installed library, and a class that sits an exam gets neither.

A wrong answer under ``wrong`` is written as a learner would write it, and only as far as it matters.
"""

from interparty import bounds, readings
from interparty.questions import AnyOf, BoundsAnswer, Choice, Choices, Evidence, Parts, Sheet, Table, Value, Years, find_claim

SHEET = Sheet(__file__)

CPC, COMINTERN = "CPC", "Communist International"
ACTOR = {
    "options": {CPC: "", COMINTERN: ""},
    "synonyms": SHEET.synonyms("C2", "who"),
}


def questions(corpus, claims):
    """The seven questions, in order."""
    clauses = readings("comintern", corpus).set_index("reading_id")
    dates = readings("comintern-dates", corpus).set_index("reading_id")
    return [
        years_between(claims),
        representatives(claims, clauses),
        directions(clauses),
        four_friends(corpus, clauses),
        who_says_it(),
        bethune(dates),
        SHEET.question("C7", SHEET.free_text("C7")),
    ]


# ---- C1 Twenty-eight years, eighty years -----------------------------------------------------------------------------


def years_between(claims):
    span, anniversary = find_claim(claims, "idcpc-2003", 3, "28 years"), find_claim(claims, "dai-2001", 4, "80 years")
    first, last = int(span["period_start"]), int(span["period_end"])
    years, eighty = last - first, int(anniversary["value"])
    return SHEET.question(
        "C1",
        Parts(
            parts={
                "1921 to 1949": Value(example="12", right=years, units=("years",)),
                "80 years later": Years(example="1950", right=(first + eighty, first + eighty)),
                "what is counted": Choice(options=SHEET.options("C1", "what is counted"), right="A"),
            }
        ),
        wrong={
            "both ends counted": AnyOf(({"1921 to 1949": years + 1}, {"80 years later": first + eighty - 1})),
            "the anniversary taken": {"1921 to 1949": eighty},
            "counted from 1949": {"80 years later": last + eighty},
        },
        cites=(span["claim_id"], anniversary["claim_id"]),
        facts={"first": first, "last": last, "years": years, "both": years + 1, "eighty": eighty, "jubilee": first + eighty},
    )


# ---- C2 More than ten representatives --------------------------------------------------------------------------------


def representatives(claims, clauses):
    row = find_claim(claims, "dai-2001", 6, "more than ten")
    known = bounds(row, strict=True)
    ten = int(known.low)
    names = {"comintern": COMINTERN, "cpc": CPC}
    source, target = (names[clauses.loc["assigned", end]] for end in ("source", "target"))
    return SHEET.question(
        "C2",
        Parts(
            parts={
                "how many": BoundsAnswer(example="(5, 9), or (5, None)", right=known, also=((ten + 1, None),)),
                "who assigns": Choice(right=source, **ACTOR),
                "to whom": Choice(right=target, **ACTOR),
                "more than ten at once": Choice(options={"yes": "", "no": "", "cannot tell": ""}, right="cannot tell"),
            },
            weights={"how many": 1, "who assigns": 0.5, "to whom": 0.5, "more than ten at once": 1},
        ),
        wrong={
            "hedge dropped": {"how many": ten},
            "a ceiling read in": AnyOf({"how many": (low, high)} for low in (ten, ten + 1) for high in (12, 15, 19, 20)),
            "floor turned round": {"how many": (None, ten)},
            "arrow turned round": {"who assigns": target, "to whom": source},
        },
        cites=(row["claim_id"],),
        facts={"ten": ten},
    )


# ---- C3 Which way does it run? ---------------------------------------------------------------------------------------


def directions(clauses):
    mutual, deeds = clauses.loc["mutual", "quote"].split("; ")
    chosen = ("assigned", "posted", "moscow", "member", "established")
    quotes = [clauses.loc[name, "quote"] for name in chosen]
    options = dict(zip("ABCDEFG", [*quotes, mutual, deeds], strict=True))
    out = tuple(
        letter
        for letter, name in zip("ABCDEG", (*chosen, "mutual"), strict=True)
        if clauses.loc[name, "line"] == "solid" and clauses.loc[name, "source"] == "cpc"
    )
    (there,) = (letter for letter in out if letter != "G" and clauses.loc[chosen["ABCDE".index(letter)], "target"] == "comintern")
    return SHEET.question(
        "C3",
        Parts(
            parts={
                "out of the CPC": Choices(options=options, example='["A", "D"]', right=out, optional=("F",)),
                "to the Communist International": Choice(options=options, right=there),
                "behind the word mutual": Choice(options=SHEET.options("C3", "behind the word mutual"), right="Q"),
            }
        ),
        wrong={
            "mutual stretched too far": AnyOf({"to the Communist International": letter} for letter in "FG"),
        },
    )


# ---- C4 Four friends -------------------------------------------------------------------------------------------------

FRIENDS = ("Bethune", "Kotnis", "Snow", "Strong")
UNSTATED, PARTIES = "not stated", "two communist parties"


def four_friends(corpus, clauses):
    unstated = {"synonyms": {"not in the text": UNSTATED, "unknown": UNSTATED, "none stated": UNSTATED, "not said": UNSTATED}}
    columns = {
        "sent by": Choice(
            options={PARTIES: "", COMINTERN: "", "another body": "", UNSTATED: ""},
            synonyms={**unstated["synonyms"], "communist parties": PARTIES, "Comintern": COMINTERN},
        ),
        "nationality": Choice(options={"Canadian": "", "Indian": "", "American": "", "other": "", UNSTATED: ""}, **unstated),
        "party member": Choice(options={"yes": "", "no": "", UNSTATED: ""}, **unstated),
    }
    right = {name: {column: {"right": UNSTATED} for column in columns} for name in FRIENDS}
    right["Bethune"]["sent by"] = {"right": PARTIES}
    sent, friends = clauses.loc["sent-canada", "quote"], clauses.loc["friends", "quote"]
    passages = {f"dai-2001 ¶{n}": corpus["dai-2001"].paragraphs[n].text for n in (5, 6)}

    def cell(name, column, value):
        return {"table": {name: {column: value}}}

    others = FRIENDS[1:]
    return SHEET.question(
        "C4",
        Parts(
            parts={
                "table": Table(rows=FRIENDS, columns=columns, right=right),
                "words on the senders": Evidence(
                    example='"the just cause of the Chinese people"', passages=passages, right=(sent[: sent.index(" to China")],)
                ),
                "words on all four": Evidence(
                    example='"the just cause of the Chinese people"',
                    passages=passages,
                    right=(friends[: friends.index(" were")],),
                ),
            },
            weights={"table": 2, "words on the senders": 1, "words on all four": 1},
        ),
        wrong={
            "nationality from memory": AnyOf(
                cell(name, "nationality", nation)
                for name, nation in zip(FRIENDS, ("Canadian", "Indian", "American", "American"), strict=True)
            ),
            "sender taken for membership": cell("Bethune", "party member", "yes"),
            "sympathy read as membership": AnyOf(cell(name, "party member", "yes") for name in others),
            "silence read as no": AnyOf(cell(name, "party member", "no") for name in FRIENDS),
            "one sender for all": AnyOf(cell(name, "sent by", PARTIES) for name in others),
            "the Comintern made the sender": AnyOf(cell(name, "sent by", COMINTERN) for name in FRIENDS),
            "sender from memory": AnyOf(cell(name, "sent by", "another body") for name in others),
            "sender overlooked": cell("Bethune", "sent by", UNSTATED),
        },
    )


# ---- C5 Who says it? -------------------------------------------------------------------------------------------------

STATED = {
    "contacts abroad begin with the founding": "both",
    "support came from abroad": "both",
    "the CPC was a member of the Communist International": "dai-2001",
    "the Communist International helped at the founding": "dai-2001",
    "the Communist International directed the CPC": "neither",
    "the contacts helped the revolution to succeed": "dai-2001",
}


def who_says_it():
    begin, support, member, helped, directed, success = STATED
    columns = {
        "stated by": Choice(
            options={"both": "", "dai-2001": "", "idcpc-2003": "", "neither": ""},
            synonyms={"dai": "dai-2001", "the interview": "dai-2001", "idcpc": "idcpc-2003", "none": "neither"},
        )
    }

    def said(row, *answers):
        return tuple({"table": {row: {"stated by": answer}}} for answer in answers)

    return SHEET.question(
        "C5",
        Parts(
            parts={
                "table": Table(
                    rows=tuple(STATED),
                    columns=columns,
                    right={row: {"stated by": {"right": answer}} for row, answer in STATED.items()},
                ),
                "two witnesses": Choice(options=SHEET.options("C5", "two witnesses"), right="B"),
            },
            weights={"table": 3, "two witnesses": 1},
        ),
        wrong={
            "links read as the Comintern": AnyOf(said(member, "both", "idcpc-2003") + said(helped, "both", "idcpc-2003")),
            "knowledge taken for evidence": AnyOf(said(directed, "both", "dai-2001", "idcpc-2003")),
            "support read as success": AnyOf(said(success, "both", "idcpc-2003")),
            "the same in other words overlooked": AnyOf(
                said(begin, "dai-2001", "idcpc-2003") + said(support, "dai-2001", "idcpc-2003")
            ),
        },
    )


# ---- C6 When did Bethune come? ---------------------------------------------------------------------------------------


def bethune(dates):
    war = (int(dates.loc["war", "first"]), int(dates.loc["war", "last"]))
    era = (int(dates.loc["foundation", "first"]), int(dates.loc["republic", "last"]))
    return SHEET.question(
        "C6",
        Parts(
            parts={
                "first and last year": Years(example="(1911, 1927)", right=war),
                "these are the years of": Choice(options={"the war": "", "the journey": "", "the stay": ""}, right="the war"),
                "his year of arrival": Choice(options={"stated": "", "not stated": ""}, right="not stated"),
            },
            weights={"first and last year": 1, "these are the years of": 0.5, "his year of arrival": 0.5},
        ),
        wrong={
            "one end taken for the event": AnyOf({"first and last year": (year, year)} for year in war),
            "known from elsewhere": AnyOf({"first and last year": span} for span in ((1938, 1938), (1938, 1939), (1937, 1939))),
            "the whole era": {"first and last year": era},
            "years of the war given to the man": AnyOf({"these are the years of": each} for each in ("the journey", "the stay")),
        },
        facts={"first": war[0], "last": war[1]},
    )
