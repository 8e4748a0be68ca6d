"""J1 to J8: what is special to this era. test_every_key.py runs the two tables, and what holds of every question."""

from masters import QUESTIONS, lines_of, names_of

import interparty as ip

OPEN = (None, None)

NAMES = names_of("jiang_zemin")

#: other ways to write the right answer
OTHER_WAYS = [
    ("J1", {"received per day": "0.55", "sent per day": "100/365", "conclusion": "b)"}),
    ("J1", {"received per day": 0.548, "sent per day": "0,27", "conclusion": ["B"]}),
    ("J1", {"received per day": "0.55 a day", "sent per day": 0.28}),
    ("J2", {"dai-2002": (2, None), "idcpc-2003": OPEN}),
    ("J2", {"dai-2002": "more than 2", "idcpc-2003": "can not tell"}),
    ("J2", {"dai-2002": [2, "none"], "idcpc-2003": (0, None), "sentence": " b "}),
    ("J3", {"table": {"nearly 30": {"period": "Recent years"}}, "sent in all": "nearly 400"}),
    ("J3", {"table": {"hundreds": {"period": "in recent years", "direction": "RECEIVED"}}, "received in all": "> 800"}),
    ("J3", {"sent in all": ip.Bounds(high=400), "received in all": (800, "∞")}),
    ("J4", {"around 200 delegations": {"kind": "Rate", "time": "annually"}}),
    ("J4", {"almost 100 political parties": {"time": "in the past 5 years"}}),
    ("J4", {"147 countries and regions": {"time": "By the end of 2001."}}),
    ("J5", {"received, idcpc-2003": (225, None), "sent, idcpc-2003": (75, None)}),
    ("J5", {"received: grew?": "cannot tell", "sent: grew?": "can't tell"}),
    ("J5", {"received, dai-2002": "at least 160", "sent, dai-2002": "fewer than 80"}),
    ("J6", {"five years at 100 a year": "500 groups", "idcpc-2003 counts": "the International Department"}),
    ("J6", {"ways out": {"Q", "P"}}),
    ("J6", {"ways out": "p, q"}),
    ("J6", {"ways out": ["P", "U", "Q"], "dai-2002 counts": "the CPC", "verdict": "b."}),
    ("J7", {"more than 400": "Ziguangge", "about 400": "Dai Bingguo"}),
    ("J7", {"evidence": "in which he reviewed the CPC’s  international work"}),
    ("J7", {"evidence": ["“dai bingguo gave an interview to a Ziguangge reporter on the eve of the 80th anniversary”"]}),
]

#: weak answers, the misconception that each shows, and words of what is said to it
TOLD = [
    ("J1", {"received per day": 1, "sent per day": 1, "conclusion": "A"}, "believed the prose", "0.55"),
    ("J1", {"received per day": 200 / 30}, "months for days", "365"),
    ("J1", {"conclusion": "C"}, "a conflict taken for a proof", "different things"),
    ("J1", {"received per day": 0.82}, "both directions added", "guests and travellers"),
    ("J1", {"sent per day": 3.65}, "days between groups", "other way round"),
    ("J2", {"dai-2002": 2}, "hedges dropped", "dropped the hedges"),
    ("J2", {"dai-2002": (2, 2), "idcpc-2003": (3, 3)}, "hedges dropped", "dropped the hedges"),
    ("J2", {"idcpc-2003": (3, None)}, "floor divided by floor", "ratio 1.15"),
    ("J2", {"dai-2002": (None, None)}, "nearly read as a floor", "a ceiling"),
    ("J3", {"sent in all": 470}, "part added to its whole", "same journeys"),
    ("J3", {"received in all": (850, None)}, "part added to its whole", "same journeys"),
    ("J3", {"sent in all": (400, None)}, "nearly read as a floor", "400 is the high end"),
    ("J3", {"table": {"hundreds": {"period": "past five years"}}}, "period borrowed", "do not stand in its sentence"),
    (
        "J4",
        {"418 parties and organizations": {"time": "past five years"}},
        "period carried over from the sentence before",
        "By the end of 2001",
    ),
    ("J4", {"nearly 400 delegations": {"kind": "stock"}}, "delegations taken for parties", "about 400 parties"),
    ("J5", {"sent, dai-2002": (80, None)}, "nearly read as a floor", "80 a year is a ceiling"),
    ("J5", {"received: grew?": "no"}, "floors ranked against floors", "Two floors cannot be"),
    ("J5", {"received: grew?": "yes"}, "growth believed", "momentum of growth"),
    ("J5", {"received, idcpc-2003": 180}, "hedges dropped", "one end stays open"),
    ("J6", {"verdict": "A"}, "same size, so the same", "fewer than 80 a year"),
    ("J6", {"idcpc-2003 counts": "CPC"}, "Department and CPC taken as one", "different subjects"),
    ("J6", {"ways out": ["P", "Q", "S"]}, "nearly read as a floor", "never means more than 400"),
    ("J7", {"more than 400": "minister"}, "one voice for a whole text", "introduction"),
    ("J7", {"390 fits about 400": "no"}, "about read as exact", "390 is about 400"),
    (
        "J7",
        {"evidence": "more than 400 political parties and organizations"},
        "the figure taken as evidence for the voice",
        "They do not show who is speaking",
    ),
]  # fmt: skip


def test_there_are_eight_questions():
    assert [f"J{n}" for n in range(1, 9)] == NAMES
    questions = [QUESTIONS[name] for name in NAMES]
    assert sum(question.points for question in questions) == 33


def test_the_keys_are_what_a_reader_works_out_by_hand():
    keys = lines_of(NAMES)
    assert keys["J1"]["received per day"] == "0.55"
    assert keys["J1"]["sent per day"] == "0.27"
    assert keys["J2"]["dai-2002"] == "more than 2"
    assert keys["J2"]["idcpc-2003"] == "no limit on either side"
    assert [keys["J5"][part] for part in list(keys["J5"])[:4]] == [
        "more than 160",
        "more than 180",
        "less than 80",
        "more than 60",
    ]
    assert keys["J5"]["received: grew?"] == keys["J5"]["sent: grew?"] == "cannot tell"
    assert keys["J6"]["five years at 100 a year"] == "500"
    assert (keys["J7"]["390 fits more than 400"], keys["J7"]["390 fits about 400"]) == ("no", "yes")
