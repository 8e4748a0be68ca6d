"""L1 to L8: what is special to this era. test_every_key.py runs the two tables, and what holds of every question."""

from masters import QUESTIONS, lines_of, names_of

import interparty as ip

GUESTS = "56 countries at the congress"

NAMES = names_of("leaning")

#: other ways to write the right answer
OTHER_WAYS = [
    ("L1", {"56 counts": "countries whose parties sent delegations", "parties": "at least 56"}),
    ("L1", {"parties": ip.Bounds(low=56), "sentence": "a)"}),
    ("L1", {"parties": [56, "no limit"]}),
    ("L2", {"table": {GUESTS: {"lane": "Effect", "year": " 1956 "}}} | {"tie": "d."}),
    (
        "L2",
        {"table": {"the International Department": {"year": "January 1951"}, "leaning to one side": {"year": "not stated"}}},
    ),
    ("L3", {"last January": "2001", "founded": "1951", "witnesses": "1"}),
    ("L3", {"checked by": "in january 1951"}),
    (
        "L3",
        {"checked by": ["“In January 1951, the CPC Central Committee decided to establish the International Department”"]},
    ),
    ("L4", {"order": "Z > I > D", "false": "z"}),
    ("L4", {"zhong-2007 shuts out": "not covering parties of other nature", "idcpc-2003 leaves open": "mainly had links"}),
    ("L5", {"table": {"study trips": {"later": "after the reform"}, "economic topics": {"before": "Very rarely"}}}),
    (
        "L5",
        {"table": {"theoretical seminars": {"later": "2003-2007"}}, "silence": "b", "second text": "attended the congress"},
    ),
    ("L6", {"gaps": "1 gap", "who cut": "can't tell", "Dai's words": "delegations"}),
    ("L2", {"table": {GUESTS: {"year": 1956}}}),
    ("L7", {"by countries": 1956}),
    ("L7", {"by countries": "congress", "by parties": "cannot tell", "so far": (2007, 2007), "verdict": "c"}),
]

#: weak answers, the misconception that each shows, and words of what is said to it
TOLD = [
    ("L1", {"56 counts": "C"}, "unit lost", "not before *parties*"),
    ("L1", {"parties": (56, 56)}, "one party to a country", "81 parties from 35"),
    ("L1", {"sentence": "C"}, "parties taken for states", "Parties came, not states"),
    ("L2", {"table": {GUESTS: {"lane": "reason"}}}, "later taken for earlier", "1956"),
    ("L2", {"table": {"the International Department": {"lane": "reason"}}}, "decision taken for its reason", "decided"),
    ("L2", {"table": {"leaning to one side": {"year": "1951"}}}, "date borrowed from the next sentence", "has no date"),
    ("L2", {"tie": "B"}, "order taken for cause", "because of this"),
    ("L3", {"last January": 2000, "founded": 1950}, "a January too early", "2001"),
    ("L3", {"founded": 1952}, "anniversaries counted from one", "one year later"),
    ("L4", {"false": ["Z", "I", "D"]}, "all three read alike", "gist"),
    ("L4", {"false": ["Z", "I"]}, "mainly read as only", "One exception"),
    ("L5", {"table": {"study trips": {"before": "yes"}}}, "later forms read back", "limited to"),
    ("L5", {"table": {"economic topics": {"before": "no"}}}, "rarely read as never", "not *never*"),
    ("L5", {"silence": "A"}, "silence read as an end", "silence as an event"),
    ("L6", {"They": "A"}, "the frame taken for the picture", "not the same as said"),
    ("L6", {"gaps": 4}, "dots counted", "One gap"),
    ("L7", {"verdict": "A"}, "kinds of event not told apart", "congress of one party"),
    ("L7", {"verdict": "B", "by parties": "2004"}, "parties compared with countries", "81 *parties* with 56 *countries*"),
    ("L7", {"so far": 2014}, "date of the copy", "2007"),
]  # fmt: skip


def test_there_are_eight_questions_of_mixed_skill():
    assert [f"L{n}" for n in range(1, 9)] == NAMES
    questions = [QUESTIONS[name] for name in NAMES]
    assert sum(question.points for question in questions) == 34
    assert len({question.skill for question in questions}) == 5
    assert all(len(question.hints) == 3 for question in questions)


def test_the_keys_are_what_a_reader_works_out_by_hand():
    keys = lines_of(NAMES)
    assert keys["L1"]["parties"] == "at least 56"
    assert [keys["L2"][row] for row in ("leaning to one side", "the International Department", GUESTS)] == [
        "lane: decision · year: none",
        "lane: decision · year: 1951",
        "lane: effect · year: 1956",
    ]
    assert (keys["L3"]["last January"], keys["L3"]["founded"]) == ("2001", "1951")
    assert keys["L4"]["order"] == "Z → I → D"
    assert keys["L5"]["economic topics"] == "before: very rarely · later: after 1970s"
    assert keys["L6"]["gaps"] == "1"
    assert (keys["L7"]["by countries"], keys["L7"]["by parties"], keys["L7"]["so far"]) == ("1956", "cannot tell", "2007")
