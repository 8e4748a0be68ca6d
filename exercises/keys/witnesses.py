"""Keys of exercise 08, how many witnesses? W1 to W9.

Counts are made by the library, kinds and subjects come from our tables of readings, and every result is computed from them; who
states what in W7 is a reading of its own, set down here. The prose (options, hints, what is said to a misconception, solutions)
stands beside this module in witnesses.toml. Both are the teacher's: they are no part of the installed library, and a class that
sits an exam gets neither.

A wrong answer under ``wrong`` is written as a learner would write it, and only as far as it matters.
"""

from interparty import read_text, readings
from interparty.charts.leaders import LEADERS, leaders_named
from interparty.questions import AnyOf, Choice, Choices, Evidence, Order, Parts, Sheet, Table, Value
from interparty.reuse import KINDS, strings_of

SHEET = Sheet(__file__)
DOCS = ("dai-2001", "dai-2002", "idcpc-2003", "chen-2007", "zhong-2007")
SILENT = {"silence": "silent", "is silent": "silent", "not stated": "silent", "stated": "states", "contradicts": "against"}


def questions(corpus, claims):
    """The nine questions, in order."""
    return [
        names(corpus),
        by_hand(),
        of_what_kind(corpus),
        other_words(corpus),
        pattern(corpus),
        clock(corpus),
        in_the_box(corpus),
        who_does_it(corpus),
        SHEET.question("W9", SHEET.free_text("W9")),
    ]


def either(part, *answers):
    """One part answered in any of these ways."""
    return tuple({part: answer} for answer in answers)


def cell(row, column, value):
    """One cell of the table."""
    return {"table": {row: {column: value}}}


# ---- W1 Five texts, how many names? ----------------------------------------------------------------------------------

SIGNED = {"dai": "Dai Bingguo", "department": "an office", "chen": "Chen Fengxiang", "book": "an editor only"}


def names(corpus):
    pens = readings("witness-pens", corpus).set_index("doc")
    unstated = "not stated"
    columns = {
        "signed by": Choice(
            options=dict.fromkeys((*SIGNED.values(), "a reporter"), ""),
            synonyms={
                "Dai": "Dai Bingguo",
                "Chen": "Chen Fengxiang",
                "the department": "an office",
                "an editor": "an editor only",
            },
        ),
        "year it states for itself": Choice(
            options=dict.fromkeys(("2001", "2002", "2003", "2007", "2014", unstated), ""), synonyms={"none": unstated}
        ),
    }
    dated = {doc: corpus[doc].date[:4] if corpus[doc].meta["date_status"] == "stated" else unstated for doc in DOCS}
    right = {
        doc: {"signed by": {"right": SIGNED[pens.loc[doc, "pen"]]}, "year it states for itself": {"right": dated[doc]}}
        for doc in DOCS
    }
    (author,) = set(pens["pen"][pens["pen"].duplicated()])
    (office,) = set(pens["office"][pens["office"].duplicated()])
    one_man = tuple(doc for doc in DOCS if pens.loc[doc, "pen"] == author)
    one_office = tuple(doc for doc in DOCS if pens.loc[doc, "office"] == office)
    texts = dict.fromkeys(DOCS, "")
    return SHEET.question(
        "W1",
        Parts(
            parts={
                "table": Table(rows=DOCS, columns=columns, right=right),
                "texts of one man": Choices(options=texts, example='["chen-2007", "zhong-2007"]', right=one_man),
                "texts of one office": Choices(options=texts, example='["chen-2007", "zhong-2007"]', right=one_office),
            },
            weights={"table": 2, "texts of one man": 1, "texts of one office": 1},
        ),
        wrong={
            "web date as text date": cell("zhong-2007", "year it states for itself", "2014"),
            "an inferred date taken for a stated one": cell("chen-2007", "year it states for itself", "2007"),
            "the one who asks taken for the one who speaks": cell("dai-2001", "signed by", "a reporter"),
            "an author supplied": AnyOf(
                (cell("zhong-2007", "signed by", "Chen Fengxiang"), cell("idcpc-2003", "signed by", "Dai Bingguo"))
            ),
            "the office taken for the man": {"texts of one man": "idcpc-2003"},
            "the minister left out of his office": AnyOf(
                either("texts of one office", ["idcpc-2003", "dai-2001"], ["idcpc-2003", "dai-2002"], ["idcpc-2003"])
            ),
            "one press taken for one office": AnyOf(either("texts of one office", "chen-2007", "zhong-2007")),
        },
    )


# ---- W2 Count by hand ------------------------------------------------------------------------------------------------

RUN = "so as to promote the development of state-to-state relations"


def by_hand():
    text = read_text(RUN)
    words, hyphens = (len(strings_of(text, 1, tokens)) + repeated(RUN, tokens) for tokens in ("words", "hyphens"))
    strings, fewer = (len(strings_of(text, 6, tokens)) for tokens in ("words", "hyphens"))
    return SHEET.question(
        "W2",
        Parts(
            parts={
                "words": Value(example="12", right=words),
                "strings of six": Value(example="12", right=strings),
                "words, hyphens kept": Value(example="12", right=hyphens),
                "strings of six, hyphens kept": Value(example="12", right=fewer),
            }
        ),
        wrong={
            "the last string forgotten": AnyOf(
                ({"strings of six": strings - 1}, {"strings of six, hyphens kept": fewer - 1}),
            ),
            "cut into pieces": AnyOf(({"strings of six": 1}, {"strings of six, hyphens kept": 1})),
            "words taken for strings": AnyOf(({"strings of six": words}, {"strings of six, hyphens kept": hyphens})),
            "hyphens kept too early": AnyOf(({"words": hyphens}, {"strings of six": fewer})),
            "the new rule not used": AnyOf(({"words, hyphens kept": words}, {"strings of six, hyphens kept": strings})),
        },
        facts={"words": words, "strings": strings, "hyphens": hyphens, "fewer": fewer},
    )


def repeated(text, tokens):
    """How many words of a run come again (``strings_of`` counts different ones)."""
    pieces = text.split() if tokens == "hyphens" else text.replace("-", " ").split()
    return len(pieces) - len(set(pieces))


# ---- W3 Of what kind? ------------------------------------------------------------------------------------------------

#: row of the table → reading id
RUNS = {
    "run 1": "department",
    "run 2": "four-principles",
    "run 3": "declaration-willing",
    "run 4": "figure-400",
    "run 5": "running-their",
    "run 6": "innovation",
}


def of_what_kind(corpus):
    rows = readings("witness-strings", corpus).set_index("reading_id")
    kind = Choice(options=dict.fromkeys(KINDS, ""), synonyms={"set phrase": "formula", "count": "figure"})
    right = {row: {"kind": {"right": rows.loc[name, "kind"]}} for row, name in RUNS.items()}
    return SHEET.question(
        "W3",
        Parts(
            parts={
                "table": Table(rows=tuple(RUNS), columns={"kind": kind}, right=right),
                "weighs most": Choice(options=dict.fromkeys(KINDS, ""), right="wording"),
            },
            weights={"table": 3, "weighs most": 1},
        ),
        wrong={
            "a name taken for a borrowing": cell("run 1", "kind", "wording"),
            "a set phrase taken for a borrowing": cell("run 2", "kind", "wording"),
            "the common source overlooked": AnyOf(cell("run 3", "kind", kind) for kind in ("wording", "formula")),
            "free words taken for a set phrase": AnyOf(cell(row, "kind", "formula") for row in ("run 5", "run 6")),
            "length taken for weight": AnyOf(either("weighs most", "quotation", "formula")),
            "what all must say taken for a trace": AnyOf(either("weighs most", "name", "figure")),
        },
    )


# ---- W4 The same in other words --------------------------------------------------------------------------------------


def other_words(corpus):
    passages = {"dai-2001 ¶13": corpus["dai-2001"].paragraphs[13].text}
    example = '"a new historical period"'
    return SHEET.question(
        "W4",
        Parts(
            parts={
                "without entangling": Evidence(example=example, passages=passages, right=("forgetting old scores",)),
                "looking forward": Evidence(
                    example=example, passages=passages, right=("looking toward the future and seeking cooperation",)
                ),
                "what follows": Choice(options=SHEET.options("W4", "what follows"), right="B"),
                "a small count shows": Choice(
                    options={"independence": "", "two translators": "", "nothing by itself": ""},
                    synonyms={"nothing": "nothing by itself", "translators": "two translators"},
                    right="nothing by itself",
                ),
            }
        ),
        wrong={
            "the spirit of another step": {"looking forward": "transcending ideological differences and seeking understanding"},
            "few shared words taken for independence": AnyOf(({"what follows": "A"}, {"a small count shows": "independence"})),
            "likeness taken for proof of copying": {"what follows": "C"},
            "a likely reason taken for a fact": {"a small count shows": "two translators"},
        },
    )


# ---- W5 A pattern in three texts -------------------------------------------------------------------------------------

LETTERS = {"A": "chen-2007", "B": "dai-2001", "C": "idcpc-2003"}


def pattern(corpus):
    rows = readings("witness-formulas", corpus)
    stages = rows[rows["family"] == "pattern"].set_index("doc")
    by_time = sorted(LETTERS, key=lambda letter: corpus[LETTERS[letter]].date)
    by_stage = sorted(LETTERS, key=lambda letter: stages.loc[LETTERS[letter], "stage"])
    a, b, c = by_stage
    chen = corpus["chen-2007"]
    sentence = chen.sentence_at(stages.loc["chen-2007", "start"]).text
    options = dict.fromkeys(LETTERS, "")
    return SHEET.question(
        "W5",
        Parts(
            parts={
                "order of time": Order(options=options, example='["C", "B", "A"]', right=tuple(by_time)),
                "order of completion": Order(options=options, example='["C", "B", "A"]', right=tuple(by_stage)),
                "the word": Evidence(example='"diplomacy"', passages={"chen-2007 ¶2": sentence}, right=("new pattern",)),
                "what follows": Choice(options=SHEET.options("W5", "what follows"), right="Q"),
            }
        ),
        wrong={
            "order of time taken for completion": {"order of completion": by_time},
            "completion taken for time": {"order of time": by_stage},
            "preliminary overlooked": {"order of completion": [a, c, b]},
            "progress read in": {"what follows": "P"},
            "decline read in": {"what follows": "R"},
            "the verb taken for the turn": {"the word": "is taking shape"},
        },
    )


# ---- W6 The leader as a clock ----------------------------------------------------------------------------------------


def clock(corpus):
    named = leaders_named(corpus)
    last = {doc: max(named[named["doc"] == doc]["leader"], key=LEADERS.index) for doc in DOCS}
    short = {name: name.split()[0] for name in LEADERS}
    column = Choice(options=dict.fromkeys(short.values(), ""), synonyms=short)
    right = {doc: {"last leader": {"right": short[name]}} for doc, name in last.items()}
    return SHEET.question(
        "W6",
        Parts(
            parts={
                "table": Table(rows=DOCS, columns={"last leader": column}, right=right),
                "Hu in dai-2002": Choice(options=SHEET.options("W6", "Hu in dai-2002"), right="B"),
                "no Hu in idcpc-2003": Choices(
                    options=SHEET.options("W6", "no Hu in idcpc-2003"), example='["R", "S"]', right=("P", "Q")
                ),
            }
        ),
        wrong={
            "the traveller overlooked": cell("dai-2002", "last leader", "Jiang"),
            "the year of print taken for the clock": AnyOf(
                cell(doc, "last leader", "Hu") for doc in ("idcpc-2003", "zhong-2007")
            ),
            "a name taken for an office": {"Hu in dai-2002": "A"},
            "silence taken for proof": {"no Hu in idcpc-2003": "R"},
            "silence taken for a judgment": {"no Hu in idcpc-2003": "S"},
        },
    )


# ---- W7 In the witness box -------------------------------------------------------------------------------------------

LEFT, STUDY = "Left ideas disturbed the work", "the Soviet fall was studied"
STATING = {LEFT: ("dai-2001", "idcpc-2003"), STUDY: ("dai-2002", "idcpc-2003", "zhong-2007")}


def in_the_box(corpus):
    offices = readings("witness-pens", corpus).set_index("doc")["office"]
    stands = Choice(options={"states": "", "against": "", "silent": ""}, synonyms=SILENT)
    right = {
        doc: {statement: {"right": "states" if doc in stating else "silent"} for statement, stating in STATING.items()}
        for doc in DOCS
    }
    by_office = {statement: len({offices[doc] for doc in stating}) for statement, stating in STATING.items()}
    by_text = {statement: len(stating) for statement, stating in STATING.items()}
    silent = [(doc, statement) for statement in STATING for doc in DOCS if doc not in STATING[statement]]
    near = ("dai-2001", STUDY)
    return SHEET.question(
        "W7",
        Parts(
            parts={
                "table": Table(rows=DOCS, columns=dict.fromkeys(STATING, stands), right=right),
                "offices behind the first": Value(example="12", right=by_office[LEFT]),
                "offices behind the second": Value(example="12", right=by_office[STUDY]),
                "would be independent": Choices(
                    options=SHEET.options("W7", "would be independent"), example='["T", "U"]', right=("P", "S")
                ),
            },
            weights={
                "table": 2,
                "offices behind the first": 0.75,
                "offices behind the second": 0.75,
                "would be independent": 1.5,
            },
        ),
        wrong={
            "silence read as agreement": AnyOf(cell(*place, "states") for place in silent if place != near),
            "silence read as denial": AnyOf(cell(*place, "against") for place in silent),
            "a general sentence taken for the case": cell(*near, "states"),
            "one office counted twice": AnyOf(
                ({"offices behind the first": by_text[LEFT]}, {"offices behind the second": by_text[STUDY]})
            ),
            "the book left out": {"offices behind the second": by_office[STUDY] - 1},
            "another text of the same house": AnyOf(either("would be independent", "Q", "R")),
            "a later copy taken for a witness": {"would be independent": "T"},
        },
        facts={"first": by_office[LEFT], "second": by_office[STUDY]},
    )


# ---- W8 Who does it? -------------------------------------------------------------------------------------------------

#: row of the table → reading id
CLAUSES = {
    "clause 1": "left-idcpc",
    "clause 2": "endured-dai",
    "clause 3": "debate-dai",
    "clause 4": "corrected-dai",
    "clause 5": "restoring-dai",
    "clause 6": "jiang-dai",
}


def who_does_it(corpus):
    rows = readings("witness-agents", corpus).set_index("reading_id")
    kinds = ("leaders", "the party", "others", "things and ideas", "nobody")
    subject = Choice(
        options=dict.fromkeys(kinds, ""),
        synonyms={"party": "the party", "other": "others", "things": kinds[3], "ideas": kinds[3]},
    )
    right = {row: {"subject": {"right": rows.loc[name, "kind"]}} for row, name in CLAUSES.items()}
    mao = sum("Mao" in rows.loc[name, "subject"] for name in CLAUSES.values())
    sentence = corpus["dai-2001"].paragraphs[21].text
    return SHEET.question(
        "W8",
        Parts(
            parts={
                "table": Table(rows=tuple(CLAUSES), columns={"subject": subject}, right=right),
                "Mao is subject in": Value(example="12", right=mao),
                "who instigates": Evidence(
                    example='"the older generation"', passages={"dai-2001 ¶21": sentence}, right=("Lin Biao and Kang Sheng",)
                ),
            },
            weights={"table": 3, "Mao is subject in": 0.5, "who instigates": 0.5},
        ),
        wrong={
            "an idea turned into persons": AnyOf(cell("clause 1", "subject", kind) for kind in ("leaders", "the party")),
            "the country taken for the party": cell("clause 2", "subject", "the party"),
            "among taken for by": AnyOf(cell("clause 3", "subject", kind) for kind in ("others", "the party")),
            "the work taken for the party": cell("clause 4", "subject", "the party"),
            "a doer supplied from memory": AnyOf({"Mao is subject in": number} for number in range(1, 7)),
            "the rescuer taken for the doer": {"who instigates": "Comrade Zhou Enlai"},
        },
    )
