"""R1 to R7: what is special to this era. test_every_key.py runs the two tables, and what holds of every question."""

from masters import QUESTIONS, lines_of, names_of

import interparty as ip

NAMES = names_of("rupture")

#: other ways to write the right answer
OTHER_WAYS = [
    ("R1", {"sentences": "g, a, c and e", "words": "144 words", "share": "1.5 %"}),
    ("R1", {"sentences": {"A", "C", "E", "G"}, "share": 0.0146}),
    ("R1", {"share": "1.46%"}),
    ("R1", {"share": 1.5}),
    ("R1", {"share": "144/9881"}),
    ("R2", {"idcpc-2003": "1960-69", "dai-2001": (1957, 1964), "fits both": "1960–1963"}),
    ("R2", {"dai-2001": (1958, 1962), "fits both": (1960, 1962), "verdict": "b)"}),
    ("R3", {"order": "idcpc-2003 > dai-2001 > zhong-2007", "standstill": "No."}),
    ("R4", {"table": {"there was a great debate": {"agent": "no one", "Mao named": "NO"}}}),
    ("R4", {"table": {"endured": {"agent": "country"}, "interference and attacks": {"agent": "ideology"}}}),
    ("R5", {"carried": ["Q", "P"], "who suspended": "Not said."}),
    ("R5", {"words in dai-2001": "“long-suspended relations”", "words in idcpc-2003": "resume normal party-to-party links"}),
    ("R6", {"evidence": "Political dialogues were still a major part of the contacts."}),
    ("R6", {"evidence": ["Many delegations from the CPC visited foreign parties"], "how": "b"}),
]

#: weak answers, the misconception that each shows, and words of what is said to it
TOLD = [
    ("R1", {"sentences": ["A", "C", "D", "E", "G"]}, "a longer time taken for these years", "before 1970s"),
    ("R1", {"share": "5.8 %"}, "whole paragraphs counted", "Count the sentences only"),
    ("R1", {"words": 0, "share": 0}, "little taken for nothing", "Little is not nothing"),
    ("R2", {"fits both": (1957, 1969)}, "all years for the shared ones", "lie over each other"),
    ("R2", {"verdict": "A"}, "overlap taken for a contradiction", "no year fits both"),
    ("R2", {"fits both": "1966-76"}, "another event", "outside the texts"),
    ("R3", {"zhong-2007": "A"}, "silence read as denial", "A silence is not a denial"),
    ("R3", {"order": ["dai-2001", "idcpc-2003", "zhong-2007"]}, "reduction ranked above standstill", "hundred visits"),
    ("R4", {"sentence": "A"}, "Mao supplied from outside", "what you know and what the text says"),
    ("R4", {"sentence": "D"}, "one night taken for ten years", "One night in one office"),
    ("R5", {"carried": ["P", "Q", "R"]}, "a name supplied", "No party is named"),
    ("R5", {"who suspended": "the CPC"}, "a culprit supplied", "hide its agent"),
    ("R6", {"text": "chen-2007"}, "not speaking taken for misleading", "does not claim to cover"),
    ("R6", {"could each sentence be true": "no"}, "misleading taken for false", "one by one"),
]  # fmt: skip


def test_there_are_seven_questions():
    assert [f"R{n}" for n in range(1, 8)] == NAMES
    questions = [QUESTIONS[name] for name in NAMES]
    assert sum(question.points for question in questions) == 26
    assert len({question.skill for question in questions}) >= 4


def test_the_keys_are_what_a_reader_works_out_by_hand():
    keys = lines_of(NAMES)
    assert (keys["R1"]["words"], keys["R1"]["share"]) == ("144", "0.015")
    assert (keys["R2"]["idcpc-2003"], keys["R2"]["dai-2001"], keys["R2"]["fits both"]) == ("1960–1969", "1957–1963", "1960–1963")
    right = QUESTIONS["R1"].answer.parts["sentences"].right
    assert right == ("A", "C", "E", "G")


def test_the_sentences_on_offer_stand_in_the_texts():
    corpus = ip.load_corpus()
    for meaning in QUESTIONS["R1"].answer.parts["sentences"].options.values():
        text, place = meaning.rsplit(" [", 1)
        doc, par = place.split("]")[0].split(" ¶")
        assert text in corpus[doc].paragraphs[int(par)].text
        assert f"({len(text.split())} words)" in place


def test_where_mao_is_named():
    """R4 says that none of the four sentences names him, and that both texts do so for the years before."""
    offered = QUESTIONS["R1"].answer.parts["sentences"]
    assert not any("Mao" in offered.options[letter] for letter in offered.right)
    corpus = ip.load_corpus()
    assert all("Mao Zedong" in corpus[doc].paragraphs[par].text for doc, par in (("idcpc-2003", 4), ("dai-2001", 21)))
