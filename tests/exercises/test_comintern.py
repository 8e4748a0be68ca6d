"""C1 to C7: what is special to this era. test_every_key.py runs the two tables, and what holds of every question."""

from masters import QUESTIONS, lines_of, names_of

import interparty as ip
from interparty.questions import SKILLS

NAMES = names_of("comintern")

#: other ways to write the right answer
OTHER_WAYS = [
    ("C1", {"1921 to 1949": "28 years", "80 years later": "2001", "what is counted": "a)"}),
    ("C1", {"80 years later": (2001, 2001)}),
    ("C2", {"how many": "more than 10"}),
    ("C2", {"how many": (11, None), "who assigns": "the Comintern", "to whom": "the cpc"}),
    ("C2", {"how many": ip.Bounds(low=10), "more than ten at once": "can't tell"}),
    ("C3", {"out of the CPC": {"G", "B", "E"}}),
    ("C3", {"out of the CPC": "b, e, f, g", "to the Communist International": ["B"]}),
    ("C3", {"to the Communist International": "the Party also posted a delegation to this organization"}),
    ("C4", {"table": {"Snow": {"nationality": "unknown", "party member": "Not stated."}}}),
    (
        "C4",
        {"words on the senders": ip.readings("comintern").iloc[2]["quote"], "words on all four": "Among our foreign friends"},
    ),
    (
        "C4",
        {"words on the senders": "the Canadian Communist Party and the Communist Party of the United States of America sent"},
    ),
    ("C5", {"table": {"support came from abroad": {"stated by": "BOTH"}}, "two witnesses": "b."}),
    ("C5", {"table": {"the Communist International directed the CPC": {"stated by": "none"}}}),
    ("C6", {"first and last year": "1937-1945"}),
    ("C6", {"first and last year": "1937–45", "these are the years of": "The war"}),
]

#: weak answers, the misconception that each shows, and words of what is said to it
TOLD = [
    ("C1", {"1921 to 1949": 29}, "both ends counted", "add nothing"),
    ("C1", {"1921 to 1949": 80}, "the anniversary taken", "not to 1949"),
    ("C2", {"how many": (10, 10)}, "hedge dropped", "it may be fifty"),
    ("C2", {"how many": (10, 19)}, "a ceiling read in", "no word says so"),
    ("C2", {"who assigns": "CPC", "to whom": "Comintern"}, "arrow turned round", "are not representatives of the CPC"),
    ("C3", {"out of the CPC": ["B", "C", "E", "G"]}, "a place read as an act", "Nobody sends, gives or helps"),
    ("C3", {"to the Communist International": "F"}, "mutual stretched too far", "points to the sentence before"),
    ("C4", {"table": {"Snow": {"nationality": "American"}}}, "nationality from memory", "outside the texts"),
    ("C4", {"table": {"Kotnis": {"sent by": "Comintern"}}}, "the Comintern made the sender", "You joined two sentences"),
    ("C5", {"table": {"the Communist International directed the CPC": {"stated by": "dai"}}}, "knowledge taken for evidence",
     "two questions"),
    ("C5", {"two witnesses": "A"}, "one house counted twice", "one house saying a thing twice"),
    ("C6", {"first and last year": 1938}, "known from elsewhere", "this sentence does not give them"),
    ("C6", {"first and last year": "1937"}, "one end taken for the event", "first or its last year"),
]  # fmt: skip


def test_there_are_seven_questions_of_mixed_skills():
    assert [f"C{n}" for n in range(1, 8)] == NAMES
    questions = [QUESTIONS[name] for name in NAMES]
    assert sum(question.points for question in questions) == 26
    assert {question.skill for question in questions} == set(SKILLS)
    assert all(len(question.hints) == 3 for question in questions)


def test_the_keys_are_what_a_reader_works_out_by_hand():
    keys = lines_of(NAMES)
    assert (keys["C1"]["1921 to 1949"], keys["C1"]["80 years later"]) == ("28", "2001")
    assert keys["C2"]["how many"] == "more than 10"
    assert [answer[:2] for part, answer in QUESTIONS["C3"].answer.right_lines()[:3]] == ["B:", "E:", "G:"]
    assert keys["C4"]["Bethune"].startswith("sent by: two communist parties · nationality: not stated")
    assert keys["C6"]["first and last year"] == "1937–1945"


def test_the_seven_clauses_stand_in_the_texts(corpus):
    for letter, words in QUESTIONS["C3"].answer.parts["out of the CPC"].options.items():
        assert words in corpus["dai-2001"].paragraphs[5 if letter == "C" else 6].text
