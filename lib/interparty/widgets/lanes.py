"""Rules of the cards: which lane, which word, which dates cannot be, and which archive holds which ministry's papers."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..wording import date, year

LANES = {"reason": "a reason given", "decision": "a decision", "effect": "an effect claimed"}
#: what a learner chooses when no word of the sentence tells the lane
NO_WORD = "no word: only its place among the sentences"

#: (lane of the text, lane chosen) → what went wrong
MISPLACED = {
    ("reason", "decision"): "Nobody decides anything in these words. In the text they stand as a reason.",
    ("reason", "effect"): "The text gives this before its decisions, as what moved them or what they hoped for: a reason.",
    ("decision", "reason"): "Here somebody decides. The reasons are given for this; it is not one of them.",
    ("decision", "effect"): "Here somebody decides. What is said to have come of it is told later.",
    ("effect", "reason"): "The text tells this after its decisions, as what came of them or what they did: an effect claimed.",
    ("effect", "decision"): "This is told as done, not as decided: an effect claimed.",
}

#: ministry → (its name, where its papers are, what there is to know about them); all of it outside the texts
MINISTRIES = {
    "us": (
        "United States, Department of State",
        "National Archives, College Park, Maryland: Record Group 59",
        "A selection is printed in Foreign Relations of the United States: China 1949, East Asia 1950.",
    ),
    "uk": (
        "Britain, Foreign Office",
        "The National Archives, Kew, London: FO 371",
        "These are the files of its political departments.",
    ),
    "ussr": (
        "Soviet Union, Ministry of Foreign Affairs",
        "Archive of the Foreign Policy of the Russian Federation, Moscow",
        "Access is granted file by file. Copies of some papers are in the Digital Archive of the Wilson Center.",
    ),
    "india": (
        "India, Ministry of External Affairs",
        "National Archives of India, New Delhi",
        "India had an embassy in Beijing in 1950 and saw much that others did not.",
    ),
    "china": (
        "China, Ministry of Foreign Affairs",
        "Archive of the Ministry of Foreign Affairs, Beijing",
        "Papers of the first years were opened to readers from 2004 and largely withdrawn again about 2013.",
    ),
}
#: an archive that holds no ministry's papers
PARTY_ARCHIVE = "Russian State Archive of Socio-Political History (RGASPI), Moscow"

#: words of the minister of 2001 that a sentence of another house should not borrow
BORROWED = ("brutal", "strangle", "cradle", "imperialist", "hailed", "new china", "momentous", "monumental")


def lane_told(card: dict, lane: str) -> tuple[bool, str]:
    """Whether the text puts the card in this lane, and a sentence."""
    if lane == card["lane"]:
        return True, f"The lane fits: in the text this is {LANES[lane]}."
    return False, MISPLACED[card["lane"], lane]


def word_told(card: dict, word: str) -> tuple[bool, str]:
    """Whether this word told the lane, and a sentence."""
    right = card["told_by"] or NO_WORD
    if word == right:
        return True, card["why"]
    if not card["told_by"]:
        return False, f"“{word}” does not tell the lane. {card['why']}"
    if word == NO_WORD:
        return False, f"There is a word: “{right}”. {card['why']}"
    return False, f"Not “{word}”: “{right}”. {card['why']}"


def out_of_time(cards: Iterable[dict], lanes: dict[str, str], known: str) -> dict[str, str]:
    """Which cards cannot stand where they are put: a reason younger than a decision, an effect older than all of them.

    Parameters
    ----------
    cards : iterable of dict
        With ``reading_id``, ``short`` and a date under ``known``, EDTF or empty.
    lanes : dict
        Card id → lane chosen.
    known : str
        Which date to go by: ``not_before`` (what the texts give) or ``outside``.

    Returns
    -------
    dict
        Card id → a sentence. A card without a date is never out of time.

    >>> a = {"reading_id": "a", "short": "the deed", "not_before": "1951-01"}
    >>> b = {"reading_id": "b", "short": "the guests", "not_before": "1956"}
    >>> list(out_of_time([a, b], {"a": "decision", "b": "reason"}, "not_before"))
    ['b']
    """
    dated = {card["reading_id"]: card for card in cards if card[known] and card["reading_id"] in lanes}
    deeds = sorted((card for card in dated.values() if lanes[card["reading_id"]] == "decision"), key=lambda c: year(c[known]))
    found = {}
    for key, card in dated.items():
        when = year(card[known])
        if lanes[key] == "reason" and (early := [deed for deed in deeds if year(deed[known]) < when]):
            named = " and ".join(f"“{deed['short']}” ({date(deed[known])})" for deed in early)
            found[key] = f"Not before {date(card[known])}: too young to be a reason for {named}."
        if lanes[key] == "effect" and deeds and when < year(deeds[0][known]):
            found[key] = f"{date(card[known])} is older than every decision that has a date: too old to be an effect of one."
    return found


def archive_told(ministry: str, archive: str) -> tuple[bool, str]:
    """Whether the papers of this ministry are in this archive, and a sentence."""
    name, place, more = MINISTRIES[ministry]
    if archive == place:
        return True, f"Yes, its papers are there: {name}. {more}"
    if archive == PARTY_ARCHIVE:
        return False, f"There lie papers of the Soviet party, not of a ministry. {name}: {place}. {more}"
    return False, f"Not there. {name}: {place}. {more}"


def sentence_told(text: str) -> list[str]:
    """What can be said about a sentence written for a ministry of 1950: what it cannot know, whose words it borrows."""
    told = []
    late = sorted({int(found) for found in re.findall(r"\b(19[5-9]\d|20\d\d)\b", text) if int(found) > 1950})
    if late:
        told.append(f"Your author writes in 1950 and cannot know of {late[0]}.")
    if borrowed := [word for word in BORROWED if word in text.casefold()]:
        told.append(f"“{borrowed[0]}” is the minister's word of 2001. Would a clerk of another house of 1950 write it?")
    if not re.search(r"\b(because|since|in order to|due to|as a result|therefore|owing to|so that|for fear)\b", text.casefold()):
        told.append("There is no word for the cause in it (because, in order to, due to …). Is there a reason, or only a fact?")
    return told or ["It has a word for the cause, stays within 1950 and borrows none of the minister's strong words."]
