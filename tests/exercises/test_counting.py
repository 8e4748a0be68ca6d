"""N1 to N9: what is special to counting delegations. test_every_key.py runs the two tables, and what holds of every question."""

from masters import QUESTIONS, lines_of, names_of

import interparty as ip

NAMES = names_of("counting")

#: other ways to write the right answer
OTHER_WAYS = [
    ("N1", {"around 200 delegations": {"counts": "groups", "kind": "Rate"}}),
    ("N1", {"81 parties": {"counts": "political parties", "kind": "occasion"}}),
    ("N2", {"years since 1978": "25 years", "a year, two decades": "more than 75"}),
    ("N2", {"a year, since 1978": ip.Bounds(low=60, low_open=True), "which to print": "c)"}),
    ("N3", {"evidence": ["“by the end of 2001”"], "division": " c "}),
    ("N4", {"received": (None, 5.78), "sent": (None, 6.67), "sent are": "can not tell"}),
    ("N4", {"received": "less than 5.78", "sent": (0, 6.7)}),
    ("N5", {"one a day, 20 years": "7300", "one a day, 25 years": 9125.0}),
    ("N5", {"the total is": "Cannot tell.", "conclusion": ["C"]}),
    ("N6", {"if none was lost": (418, 518), "printed": "more than 400", "ways out": "p, q and r"}),
    ("N6", {"printed": [400, "none"], "ways out": {"R", "Q", "P"}}),
    ("N7", "P, R and U"),
    ("N7", ["u", "p", "r"]),
    ("N8", {"nearly 400": "the CPC", "100 groups": "the International Department", "grew": "Can not tell"}),
    ("N8", {"assumes": "S, R, Q, P"}),
]

#: weak answers, the misconception that each shows, and words of what is said to it
TOLD = [
    ("N1", {"56 countries": {"counts": "parties"}}, "countries taken for parties", "more than one party"),
    ("N1", {"418 parties and organizations": {"kind": "flow"}}, "stock read as a flow", "at one moment"),
    ("N2", {"years since 1978": 26}, "both ends counted", "moves on 25 times"),
    ("N2", {"a year, two decades": 75}, "hedge dropped", "a floor that is divided stays one"),
    ("N2", {"which to print": "D"}, "an average read as every year", "no yearly count"),
    ("N3", {"evidence": "Over the past five years"}, "period carried over from the sentence before", "words of its own"),
    ("N3", {"division": "A"}, "an average read as a habit", "who never came"),
    ("N4", {"received": (5.78, None)}, "bound turned round", "the most, not the least"),
    ("N4", {"sent are": "certainly larger"}, "ceilings ranked against ceilings", "both are ceilings"),
    ("N4", {"movements": "A"}, "person-visits read as persons", "two movements"),
    ("N5", {"the total is": "certainly smaller", "conclusion": "A"}, "floor read as the figure", "both over 4,500"),
    ("N6", {"if none was lost": 518}, "added as if exact", "has two ends"),
    ("N6", {"ways out": ["P", "Q", "R", "S"]}, "a puzzle taken for a lie", "not yet a lie"),
    ("N7", ["P", "R", "U", "Q"], "a round number read as a fall", "not a smaller one"),
    ("N7", ["P", "R", "T"], "floors ranked against floors", "two floors"),
    ("N8", {"grew": "yes"}, "growth believed", "may be 65"),
    ("N8", {"100 groups": "CPC"}, "Department and CPC taken as one", "Two subjects"),
]


def test_there_are_nine_questions_of_several_skills_and_types():
    assert [f"N{n}" for n in range(1, 10)] == NAMES
    questions = [QUESTIONS[name] for name in NAMES]
    assert sum(question.points for question in questions) == 39
    assert len({question.skill for question in questions}) >= 4
    kinds = {question.answer.kind for question in questions}
    kinds |= {part.kind for question in questions for part in getattr(question.answer, "parts", {}).values()}
    assert kinds >= {"table", "parts", "value", "bounds", "choice", "choices", "evidence", "free text"}


def test_the_keys_are_what_a_reader_works_out_by_hand():
    keys = lines_of(NAMES)
    assert keys["N2"]["years since 1978"] == "25"
    assert keys["N2"]["a year, two decades"] == "more than 75"
    assert keys["N2"]["a year, since 1978"] == "more than 60"
    assert (keys["N4"]["received"], keys["N4"]["sent"]) == ("less than 5.77778", "less than 6.66667")
    assert (keys["N5"]["one a day, 20 years"], keys["N5"]["one a day, 25 years"]) == ("7,300", "9,125")
    assert keys["N5"]["the total is"] == keys["N6"]["printed is"] == keys["N4"]["sent are"] == "cannot tell"
    assert keys["N6"]["if none was lost"] == "at least 418 and less than 518"
    assert keys["N8"]["grew"] == "cannot tell"
    assert sorted(QUESTIONS["N7"].answer.right) == ["P", "R", "U"]
