"""Keys of exercise 03, the rupture (1960–77): R1 to R7.

Sentences, word counts and years come from the corpus and from the readings of this era; the prose stands beside this module in
rupture.toml. A wrong answer under ``wrong`` is written as a learner would write it, and only as far as it matters.
"""

from interparty.attention import datings, in_common, sentences_of_eras
from interparty.questions import AnyOf, Choice, Choices, Evidence, Order, Parts, Sheet, Table, Value, Years, passages

SHEET = Sheet(__file__)

YES_NO = {"yes": "", "no": ""}
TEXTS = {"idcpc-2003": "", "chen-2007": "", "zhong-2007": "", "dai-2002": "", "dai-2001": ""}

#: R1: letter → where the sentence stands and how it begins
OFFERED = {
    "A": ("idcpc-2003", 4, "Due to the severe interference"),
    "B": ("dai-2001", 9, "When it held its Eighth"),
    "C": ("dai-2001", 11, "It is well known"),
    "D": ("zhong-2007", 6, "Before 1970s, Mao Zedong"),
    "E": ("dai-2001", 11, "In the 1960s and the 1970s"),
    "F": ("zhong-2007", 7, "The international situation"),
    "G": ("dai-2001", 21, 'During the "cultural revolution,"'),
    "H": ("dai-2001", 13, "In the early 1980s"),
}


def questions(corpus, claims):
    """The seven questions, in order."""
    return [
        how_much(corpus),
        when_was_the_debate(corpus),
        how_hard(),
        who_acts(),
        presupposed(corpus),
        who_misleads(corpus),
        SHEET.question("R7", SHEET.free_text("R7")),
    ]


def sentence(corpus, doc, par, begins):
    """The sentence of a paragraph that begins so."""
    (found,) = [each.text for each in corpus[doc].sentences if each.par == par and each.text.startswith(begins)]
    return found


# ---- R1 How much of these texts is about 1960–77? --------------------------------------------------------------------


def how_much(corpus):
    offered = {letter: sentence(corpus, *place) for letter, place in OFFERED.items()}
    told = sentences_of_eras(corpus)
    about = set(told.loc[told["eras"] == "rupture", "sentence"])
    right = tuple(letter for letter, text in offered.items() if text in about)
    count = {letter: len(text.split()) for letter, text in offered.items()}
    words, total = sum(count[letter] for letter in right), sum(len(doc.text.split()) for doc in corpus)
    homes = {OFFERED[letter][:2] for letter in right}
    whole = sum(len(corpus[doc].paragraphs[par].text.split()) for doc, par in homes)
    share, percent = words / total, 100 * words / total
    return SHEET.question(
        "R1",
        Parts(
            parts={
                "sentences": Choices(
                    options={k: f"{text} [{OFFERED[k][0]} ¶{OFFERED[k][1]}] ({count[k]} words)" for k, text in offered.items()},
                    example='["B", "H"]',
                    right=right,
                ),
                "words": Value(example="250", right=words, units=("words",)),
                "share": Value(
                    example='"7.5 %"', percent=True, right=share, also=(percent, 1.5, 1.46, 1.457, 1.45, 1.4), within=0.0006
                ),
            }
        ),
        wrong={
            "whole paragraphs counted": AnyOf(({"words": whole}, {"share": whole / total})),
            "share of one text": AnyOf({"share": words / len(corpus[doc].text.split())} for doc in ("dai-2001", "idcpc-2003")),
        },
        facts={"words": words, "total": f"{total:,}", "whole": whole, "percent": percent, "whole_percent": 100 * whole / total},
    )


# ---- R2 When was the debate? -----------------------------------------------------------------------------------------


def when_was_the_debate(corpus):
    rows = datings(corpus)
    debate = rows[rows["event"] == "great debate"]
    spans = {row["doc"]: (int(row["first"]), int(row["last"])) for row in debate.to_dict("records")}
    both = in_common(debate)
    near = tuple((both[0], last) for last in (both[1] - 2, both[1] - 1, both[1] + 1))
    years = {"example": "(1911, 1915)"}
    widest = (min(first for first, _ in spans.values()), max(last for _, last in spans.values()))
    return SHEET.question(
        "R2",
        Parts(
            parts={
                "idcpc-2003": Years(right=spans["idcpc-2003"], **years),
                "dai-2001": Years(right=spans["dai-2001"], within=1, **years),
                "fits both": Years(right=both, also=near, **years),
                "verdict": Choice(options=SHEET.options("R2", "verdict"), right="B"),
            }
        ),
        wrong={
            "all years for the shared ones": AnyOf({"fits both": span} for span in (widest, (1950, 1969))),
        },
        facts={"first": both[0], "last": both[1], "dai_first": spans["dai-2001"][0]},
    )


# ---- R3 How hard was the break? --------------------------------------------------------------------------------------


def how_hard():
    hard_to_soft = ("idcpc-2003", "dai-2001", "zhong-2007")
    return SHEET.question(
        "R3",
        Parts(
            parts={
                "order": Order(options=dict.fromkeys(sorted(hard_to_soft), ""), right=hard_to_soft, example='["a", "b", "c"]'),
                "zhong-2007": Choice(options=SHEET.options("R3", "zhong-2007"), right="B"),
                "standstill": Choice(options=YES_NO, right="no"),
            },
            weights={"order": 1, "zhong-2007": 0.5, "standstill": 0.5},
        ),
    )


# ---- R4 Who acts? ----------------------------------------------------------------------------------------------------


def who_acts():
    columns = {
        "agent": Choice(
            options={"persons": "", "party or country": "", "idea": "", "nobody": ""},
            synonyms={
                "person": "persons", "people": "persons", "country": "party or country", "party": "party or country",
                "ideology": "idea", "thinking": "idea", "no one": "nobody", "none": "nobody",
            },
        ),
        "Mao named": Choice(options=YES_NO),
    }  # fmt: skip
    agents = {
        "interference and attacks": "idea",
        "there was a great debate": "nobody",
        "endured": "party or country",
        "instigated": "persons",
        "put a stop to": "persons",
        "gave directives": "persons",
    }
    right = {
        row: {"agent": {"right": agent}, "Mao named": {"right": "yes" if row == "gave directives" else "no"}}
        for row, agent in agents.items()
    }
    bad = ("interference and attacks", "there was a great debate", "endured", "instigated")
    return SHEET.question(
        "R4",
        Parts(
            parts={
                "table": Table(rows=tuple(agents), columns=columns, right=right),
                "sentence": Choice(options=SHEET.options("R4", "sentence"), right="B"),
            },
            weights={"table": 3, "sentence": 1},
        ),
        wrong={
            "Mao supplied from outside": AnyOf(
                [*({"table": {row: {"Mao named": "yes"}}} for row in (*bad, "put a stop to")), {"sentence": "A"}]
            ),
            "place taken for an agent": AnyOf(
                {"table": {"there was a great debate": {"agent": agent}}} for agent in ("party or country", "persons")
            ),
            "an idea turned into people": AnyOf(
                {"table": {"interference and attacks": {"agent": agent}}} for agent in ("persons", "party or country")
            ),
        },
    )


# ---- R5 What does "restoring" take for granted? ----------------------------------------------------------------------


def presupposed(corpus):
    return SHEET.question(
        "R5",
        Parts(
            parts={
                "carried": Choices(options=SHEET.options("R5", "carried"), example='["U", "V"]', right=("P", "Q")),
                "who suspended": Choice(
                    options={"the CPC": "", "the others": "", "not said": ""},
                    synonyms={"CPC": "the CPC", "others": "the others", "nobody": "not said", "unknown": "not said"},
                    right="not said",
                ),
                "words in dai-2001": Evidence(
                    example='"took the night train"',
                    passages=passages(corpus, "dai-2001", 13),
                    right=("long-suspended", "restoring long-suspended relations"),
                ),
                "words in idcpc-2003": Evidence(
                    example='"took the night train"',
                    passages=passages(corpus, "idcpc-2003", 5),
                    right=("resume normal", "started to resume normal party-to-party links"),
                ),
            },
            weights={"carried": 1.5, "who suspended": 0.5, "words in dai-2001": 0.5, "words in idcpc-2003": 0.5},
        ),
    )


# ---- R6 Which text would mislead? ------------------------------------------------------------------------------------


def who_misleads(corpus):
    return SHEET.question(
        "R6",
        Parts(
            parts={
                "text": Choice(options=TEXTS, right="zhong-2007"),
                "how": Choice(options=SHEET.options("R6", "how"), right="B"),
                "evidence": Evidence(
                    example='"took the night train"',
                    passages=passages(corpus, "zhong-2007", 3, 6, 7, 12, 17),
                    right=(
                        "Before 1970s, Mao Zedong and other top leaders frequently met foreign party delegations or individuals",
                        "Before 1970s, the form was limited to political dialogues",
                        "Before the reform and opening-up in 1978, CPC's international relations took political dialogues",
                        "Many delegations from the CPC visited foreign parties",
                        "Political dialogues were still a major part of the contacts",
                    ),
                ),
                "could each sentence be true": Choice(options=YES_NO, right="yes"),
            },
            weights={"text": 1, "how": 0.5, "evidence": 1, "could each sentence be true": 0.5},
        ),
    )
