"""Keys of exercise 02, leaning to one side (1949–1959): L1 to L8.

Figures come from the claims table, lanes, dates and forms from our readings of the texts (readings/leaning-*.csv). The prose
stands beside this module in leaning.toml. Both are the teacher's: they are no part of the installed library, and a class
that sits an exam gets neither.

A wrong answer under ``wrong`` is written as a learner would write it, and only as far as it matters.
"""

import re

from interparty import Bounds, bounds
from interparty.our_readings import readings
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
    Value,
    Years,
    find_claim,
    passages,
)

SHEET = Sheet(__file__)

OPEN = (None, None)


def questions(corpus, claims):
    """The eight questions, in order."""
    return [
        fifty_six(claims),
        lanes(corpus),
        last_january(corpus, claims),
        only_mainly_also(corpus),
        forms(corpus),
        hole(corpus),
        record(corpus, claims),
        SHEET.question("L8", SHEET.free_text("L8")),
    ]


def guests_of_1956(claims):
    return find_claim(claims, "dai-2001", 9, "56 countries")


# ---- L1 Fifty-six of what? -------------------------------------------------------------------------------------------


def fifty_six(claims):
    countries = guests_of_1956(claims)
    count = countries["value"]
    return SHEET.question(
        "L1",
        Parts(
            parts={
                "56 counts": Choice(options=SHEET.options("L1", "56 counts"), right="A"),
                # Each of these countries is home to one party at least that sent a delegation; more than one is possible.
                "parties": BoundsAnswer(example="(5, 9), or (5, None)", right=Bounds(low=count)),
                "sentence": Choice(options=SHEET.options("L1", "sentence"), right="A"),
            }
        ),
        wrong={
            "one party to a country": {"parties": count},
            "floor turned into a ceiling": {"parties": (None, count)},
            "too careful": {"parties": OPEN},
        },
        cites=(countries["claim_id"],),
    )


# ---- L2 Reason, decision, effect -------------------------------------------------------------------------------------

#: what stands in the task → the card of our readings
CARDS = {
    "blockade and isolation": "blockade",
    "foreign communists asked": "asked",
    "in order to break the blockade": "aim",
    "leaning to one side": "lean",
    "the International Department": "department",
    "56 countries at the congress": "guests",
    "a means for breaking the blockade": "means",
}


def lanes(corpus):
    cards = readings("leaning-cards", corpus).set_index("reading_id").loc[list(CARDS.values())]
    links = readings("leaning-links", corpus).set_index("reading_id")
    columns = {
        "lane": Choice(options={"reason": "", "decision": "", "effect": ""}),
        "year": Choice(
            options={"1951": "", "1956": "", "none": ""},
            synonyms=SHEET.synonyms("L2", "year"),
        ),
    }
    years = {name: re.search(r"\d{4}", words) for name, words in cards["date_words"].items()}
    right = {
        row: {"lane": {"right": cards.lane[card]}, "year": {"right": years[card].group() if years[card] else "none"}}
        for row, card in CARDS.items()
    }
    tied = links.tie["relations-guests"] == "word"
    guests, means, asked = "56 countries at the congress", "a means for breaking the blockade", "foreign communists asked"
    return SHEET.question(
        "L2",
        Parts(
            parts={
                "table": Table(rows=tuple(CARDS), columns=columns, right=right),
                "tie": Choice(options=SHEET.options("L2", "tie"), right="B" if tied else "D"),
            },
            weights={"table": 3, "tie": 1},
        ),
        wrong={
            "later taken for earlier": {"table": {guests: {"lane": "reason"}}},
            "decision taken for its reason": AnyOf(
                {"table": {row: {"lane": "reason"}}} for row in ("leaning to one side", "the International Department")
            ),
            "same word, other lane": {"table": {means: {"lane": "reason"}}},
            "earlier taken for later": AnyOf({"table": {row: {"lane": "effect"}}} for row in ("blockade and isolation", asked)),
        },
    )


# ---- L3 When was last January? ---------------------------------------------------------------------------------------


def last_january(corpus, claims):
    years = find_claim(claims, "dai-2001", 27, "50 years")
    spoken = int(corpus["dai-2001"].date[:4])
    founded = spoken - int(years["value"])
    date = "In January 1951"
    return SHEET.question(
        "L3",
        Parts(
            parts={
                "last January": Years(example="1987", right=(spoken, spoken)),
                "founded": Years(example="1987", right=(founded, founded)),
                "checked by": Evidence(
                    example='"a party that is persistent, pragmatic and powerful"',
                    passages=passages(corpus, "dai-2001", 8, 26, 27),
                    right=(f"{date}, the CPC Central Committee decided to establish the International Department", date),
                ),
                "witnesses": Choice(options={"one": "", "two": ""}, synonyms={"1": "one", "2": "two"}, right="one"),
            }
        ),
        wrong={
            "a January too early": AnyOf(({"last January": spoken - 1}, {"founded": founded - 1})),
            "anniversaries counted from one": {"founded": founded + 1},
        },
        cites=(years["claim_id"],),
        facts={"spoken": spoken, "founded": founded},
    )


# ---- L4 Only, mainly, also -------------------------------------------------------------------------------------------


def only_mainly_also(corpus):
    options = SHEET.options("L4", "order")
    return SHEET.question(
        "L4",
        Parts(
            parts={
                "order": Order(options=options, example='["Y", "Z", "X"]', right=("Z", "I", "D")),
                "zhong-2007 shuts out": Evidence(
                    example='"not to be intensified by ideological debates"',
                    passages=passages(corpus, "zhong-2007", 12),
                    right=("limited to the Communist and workers' parties", "not covering parties of other nature"),
                ),
                "idcpc-2003 leaves open": Evidence(
                    example='"not to be intensified by ideological debates"',
                    passages=passages(corpus, "idcpc-2003", 4),
                    right=("mainly", "mainly had links with communist parties, workers' parties and organizations on the left"),
                ),
                "false": Choices(options=options, example='["X", "Y"]', right=("Z",)),
            }
        ),
    )


# ---- L5 Forms before and after ---------------------------------------------------------------------------------------

FORMS = (
    "political dialogues",
    "attending congresses",
    "telegrams of congratulation",
    "learning how others govern",
    "economic topics",
    "study trips",
    "theoretical seminars",
)
BEFORE = {"stated": "yes", "rarely": "very rarely", "shut out": "no"}
SILENT = "not mentioned"


def forms(corpus):
    rows = readings("leaning-forms", corpus)
    said = {(row["form"], row["period"]): row for row in rows.iloc[::-1].to_dict("records")}

    def later(form):
        row = said.get((form, "after"))
        return row["words_of_time"].casefold() if row else SILENT

    columns = {
        "before": Choice(options={"yes": "", "very rarely": "", "no": ""}, synonyms={"rarely": "very rarely"}),
        "later": Choice(
            options={"after 1970s": "", "after the reform and opening-up": "", "between 2003 and 2007": "", SILENT: ""},
            synonyms=SHEET.synonyms("L5", "later"),
        ),
    }
    right = {form: {"before": {"right": BEFORE[said[form, "before"]["says"]]}, "later": {"right": later(form)}} for form in FORMS}
    shut_out = [form for form in FORMS if right[form]["before"]["right"] == "no"]
    silent = [form for form in FORMS if right[form]["later"]["right"] == SILENT]
    return SHEET.question(
        "L5",
        Parts(
            parts={
                "table": Table(rows=FORMS, columns=columns, right=right),
                "silence": Choice(options=SHEET.options("L5", "silence"), right="B"),
                "second text": Evidence(
                    example='"took political dialogues as a major content"',
                    passages=passages(corpus, "dai-2001", 8, 9),
                    right=(
                        "When it held its Eighth National Congress in 1956, delegations from communist and workers' parties",
                        "delegations from communist and workers' parties in 56 countries attended the congress",
                        "attended the congress",
                    ),
                ),
            },
            weights={"table": 3, "silence": 0.5, "second text": 0.5},
        ),
        wrong={
            "later forms read back": AnyOf({"table": {form: {"before": "yes"}}} for form in shut_out),
            "continued from memory": AnyOf({"table": {form: {"later": "after 1970s"}}} for form in silent),
        },
    )


# ---- L6 A quotation with a hole --------------------------------------------------------------------------------------


def hole(corpus):
    paragraph = corpus["dai-2001"].paragraphs[9].text
    gaps = len(re.findall("…", paragraph))
    return SHEET.question(
        "L6",
        Parts(
            parts={
                "gaps": Value(example="12", right=gaps, units=("gap", "gaps")),
                "They": Choice(options=SHEET.options("L6", "They"), right="C"),
                "who cut": Choice(
                    options={"Mao": "", "Dai": "", "cannot tell": ""},
                    synonyms={"Mao Zedong": "Mao", "Dai Bingguo": "Dai", "unknown": "cannot tell"},
                    right="cannot tell",
                ),
                "Dai's words": Evidence(
                    example='"in an attempt to strangle it in its cradle"',
                    passages=passages(corpus, "dai-2001", 9),
                    right=("delegations from communist and workers' parties in 56 countries", "delegations"),
                ),
            }
        ),
    )


# ---- L7 Is the record broken? ----------------------------------------------------------------------------------------


def record(corpus, claims):
    then = guests_of_1956(claims)
    countries = find_claim(claims, "zhong-2007", 27, "35 countries")
    parties = find_claim(claims, "zhong-2007", 27, "81 parties")
    larger = {
        "options": {"1956": "", "2004": "", "cannot tell": ""},
        "synonyms": {"congress": "1956", "conference": "2004", "unknown": "cannot tell"},
    }

    def which(first, second):
        return {"certain": "1956", "certainly not": "2004"}.get(first > second, "cannot tell")

    written = int(corpus["zhong-2007"].date[:4])
    return SHEET.question(
        "L7",
        Parts(
            parts={
                "by countries": Choice(right=which(bounds(then), bounds(countries)), **larger),
                "by parties": Choice(right=which(Bounds(low=then["value"]), bounds(parties)), **larger),
                "so far": Years(example="1987", right=(written, written)),
                "verdict": Choice(options=SHEET.options("L7", "verdict"), right="C"),
            }
        ),
        cites=(then["claim_id"], parties["claim_id"], countries["claim_id"]),
        facts={"written": written},
    )
