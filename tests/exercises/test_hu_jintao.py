"""H1 to H7: what is special to this era. test_every_key.py runs the two tables, and what holds of every question."""

from masters import QUESTIONS, lines_of, names_of

NAMES = names_of("hu_jintao")

#: other ways to write the right answer
OTHER_WAYS = [
    ("H1", {"not before": "2004", "about": "2007", "seventeenth": "b)"}),
    ("H1", {"about": (2006, 2007)}),
    ("H1", {"about": "2007-2008", "evidence": "hosted the third International Conference of Asian Political Parties"}),
    ("H2", {"order": "C, A, E, D, B", "table": {"event A": {"year": 2004}}}),
    ("H2", {"order": ["c", "a", "e", "d", "b"], "table": {"three seminars": {"year": "between 2003 and 2007"}}}),
    ("H2", {"table": {"event A": {"held by": "the International Department"}, "event B": {"held by": "the CPC"}}}),
    ("H3", {"expected": (None, 518)}),
    ("H3", {"expected": "at most 518", "printed": "more than 400"}),
    ("H3", {"explanations": "S, P and Q", "contradiction": "No."}),
    ("H4", {"since end of 2001": "more than 13", "since September 2003": "cannot tell"}),
    ("H4", {"since end of 2001": [13, "none"]}),
    ("H5", {"fell?": "can't tell", "limit": "delegations of foreign political parties headed by principle party leaders"}),
    ("H5", {"figure of the same kind in dai-2002": "none"}),
    ("H6", {"would be evidence": {"R", "Q", "P"}, "recognized by": "nobody"}),
    ("H6", {"table": {"being recognized": {"kind": "effect"}}}),
]

#: weak answers, the misconception that each shows, and words of what is said to it
TOLD = [
    ("H1", {"about": 2014}, "date of another page", "another text"),
    ("H1", {"about": 2012}, "a slogan taken for a date", "Hu Jintao"),
    ("H1", {"about": 2003}, "date of another text", "idcpc-2003"),
    ("H1", {"seventeenth": "A"}, "silence taken for proof", "other reasons"),
    ("H2", {"order": ["A", "B", "C", "D", "E"]}, "order of mention", "order by the dates"),
    ("H2", {"table": {"three seminars": {"year": "2005"}}}, "a year made up", "one span"),
    ("H2", {"table": {"event C": {"year": "2014"}}}, "web date", "web page"),
    ("H2", {"table": {"event D": {"held by": "CPC"}}}, "Department and CPC taken as one", "the whole party"),
    ("H3", {"expected": 518}, "hedges dropped", "two ends"),
    ("H3", {"expected": 318}, "subtracted instead of added", "they are added"),
    ("H3", {"expected": (518, None)}, "nearly read as a floor", "518 is the high end"),
    ("H3", {"contradiction": "yes"}, "an old formula taken for a lie", "no contradiction"),
    ("H3", {"explanations": ["P", "Q", "S", "U"]}, "a conflict taken for a lie", "not yet a lie"),
    ("H4", {"since end of 2001": 13}, "hedges dropped", "more than 13"),
    ("H4", {"since end of 2001": 20}, "the wrong beginning", "exactly 147"),
    ("H4", {"since September 2003": (20, None)}, "floor taken from floor", "a floor from a floor"),
    ("H4", {"contradicts over 30?": "yes"}, "new parties taken for new countries", "among the 147"),
    ("H5", {"fell?": "yes"}, "a part held against a whole", "Dai counts all"),
    ("H5", {"sent by leaders: grew?": "yes"}, "floors ranked against floors", "Two floors"),
    ("H6", {"table": {"publicize": {"kind": "evidence"}}}, "activity taken for evidence", "anybody listens"),
    ("H6", {"table": {"important task": {"kind": "evidence"}}}, "aim taken for an effect", "It is an aim"),
    ("H6", {"recognized by": "foreign parties"}, "an agent supplied", "By whom is not stated"),
    ("H6", {"would be evidence": ["P", "Q", "R", "T"]}, "the same house asked twice", "not corroboration"),
]  # fmt: skip


def test_there_are_seven_questions():
    assert [f"H{n}" for n in range(1, 8)] == NAMES
    questions = [QUESTIONS[name] for name in NAMES]
    assert sum(question.points for question in questions) == 29
    assert all(1 <= len(question.hints) <= 3 for question in questions)


def test_the_keys_are_what_a_reader_works_out_by_hand():
    keys = lines_of(NAMES)
    assert (keys["H1"]["not before"], keys["H1"]["about"]) == ("2004", "2007")
    assert keys["H2"]["order"] == "C → A → E → D → B"
    assert keys["H3"]["expected"] == "at least 418 and less than 518"
    assert keys["H4"]["since end of 2001"] == "more than 13"
    assert keys["H4"]["since September 2003"] == "no limit on either side"
    assert keys["H5"]["fell?"] == keys["H5"]["sent by leaders: grew?"] == "cannot tell"
