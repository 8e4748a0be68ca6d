"""D1 to D7: what is special to this era. test_every_key.py runs the two tables, and what holds of every question."""

from masters import QUESTIONS, RIGHT, lines_of, names_of

KINDS = list(RIGHT["D1"])

NAMES = names_of("reform")

#: other ways to write the right answer
OTHER_WAYS = [
    ("D1", {KINDS[0]: {"begins": "In the late 1970s", "text": "idcpc-2003"}}),
    ("D1", {KINDS[3]: {"begins": "Mid 1980s."}, KINDS[4]: {"begins": "between the 1980s and 90s", "text": "Chen-2007"}}),
    ("D2", {"by dai-2001": "second and first", "by idcpc-2003": "First", "verdict": ["a"]}),
    ("D2", {"by dai-2001": {"2", "1"}, "by idcpc-2003": ["1"]}),
    ("D3", {"four principles": "g, e, c, a", "transcending differences": "a spirit"}),
    ("D4", {"since 1978": "more than 180", "two decades": (225, None)}),
    ("D4", {"since 1978": (180, "no limit"), "two decades": "> 225", "why two": "a)", "sentence": "q"}),
    ("D5", {"received": (None, 5.8), "sent": "less than 6.7"}),
    ("D5", {"received": (None, 5.78), "sent": (None, "10,000/1,500"), "26,000 counts": "b."}),
    ("D6", {"1978 belongs to": "very rarely having economic topics", "same speech": "can't tell"}),
    ("D6", {"1978 belongs to": ["before the  reform and opening-up in 1978"]}),
]

#: weak answers, the misconception that each shows, and words of what is said to it
TOLD = [
    ("D1", {kind: {"begins": "1978"} for kind in KINDS}, "the plenum taken for the start of everything", "plenum"),
    ("D1", {KINDS[2]: {"text": "idcpc-2003"}}, "a list read as a calendar", "not a calendar"),
    ("D2", {"by dai-2001": ["first"]}, "at the same time overlooked", "At the same time"),
    ("D2", {"by dai-2001": ["first", "second", "fourth"]}, "a step inside the frame", "inside the frame"),
    ("D3", {"four principles": ["A", "C", "E", "H"]}, "a doctrine between states", "meant for states"),
    ("D3", {"four principles": list("ACDEG")}, "called a principle, and not one of the four", "rule for one case"),
    ("D4", {"since 1978": 180}, "hedge dropped", "floor"),
    ("D4", {"since 1978": (375, None)}, "months for years", "divided by 12"),
    ("D4", {"two decades": 365}, "every day believed", "next paragraph"),
    ("D4", {"since 1978": (173, None)}, "both ends counted as years", "fence posts"),
    ("D5", {"received": (5.8, None)}, "hedge lost under the line", "under the line"),
    ("D5", {"26,000 counts": "A"}, "journeys taken for persons", "twice"),
    ("D6", {"year": "A"}, "the nearest date taken", "Near is not"),
    ("D6", {"year": "B"}, "knowledge taken for evidence", "not in the text"),
]  # fmt: skip


def test_there_are_seven_questions():
    assert [f"D{n}" for n in range(1, 8)] == NAMES
    questions = [QUESTIONS[name] for name in NAMES]
    assert sum(question.points for question in questions) == 29
    assert len({question.skill for question in questions}) >= 4
    assert all(1 <= len(question.hints) <= 3 for question in questions)


def test_the_keys_are_what_a_reader_works_out_by_hand():
    keys = lines_of(NAMES)
    assert keys["D1"][KINDS[1]] == "begins: late 1970s · text: dai-2001"
    assert keys["D1"][KINDS[4]] == "begins: 1980s and 90s · text: chen-2007"
    assert (keys["D4"]["since 1978"], keys["D4"]["two decades"]) == ("more than 180", "more than 225")
    assert keys["D5"]["received"].startswith("less than 5.77") and keys["D5"]["sent"].startswith("less than 6.66")
    assert QUESTIONS["D2"].answer.parts["by dai-2001"].right == ("first", "second")
    assert QUESTIONS["D2"].answer.parts["by idcpc-2003"].right == ("first",)
