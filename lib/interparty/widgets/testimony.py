"""What the witness box knows: how a text may be misheard, and how many witnesses remain under which way of counting."""

from __future__ import annotations

STANDS = {"states": "states it", "against": "speaks against it", "silent": "is silent on it"}

#: (what the words do, what the learner heard) → the mistake that this shows
MISHEARD = {
    ("silent", "states"): "You heard agreement in a silence. Who does not speak of a thing does not agree to it.",
    ("silent", "against"): "You heard a denial in a silence. Who does not speak of a thing does not deny it.",
    ("states", "silent"): "You passed over the words that say it.",
    ("states", "against"): "You turned it round: these words state it.",
    ("against", "states"): "You took the subject for the statement: these words speak of the same thing, and say it otherwise.",
    ("against", "silent"): "It is not silent: it speaks of the same thing, and says it otherwise.",
}
#: pens that stand in no row of the table of pens: pen → (name, office)
OTHER_PENS = {"journal": ("the journal Ziguangge", "journal")}


def heard(cell: dict, chosen: str) -> tuple[bool, str]:
    """Judge how one text was heard: (whether it fits our reading, what to tell the learner)."""
    right = chosen in (cell["stand"], cell["also"])
    opening = "Heard as we hear it." if right else MISHEARD[cell["stand"], chosen]
    return right, f"{opening} {cell['reading']}"


def pen_of(cell: dict, pens: dict[str, dict]) -> tuple[str, str, str]:
    """Who writes the words of a cell: (pen, name, office)."""
    if cell["pen"]:
        return (cell["pen"], *OTHER_PENS[cell["pen"]])
    pen = pens[cell["doc"]]
    return pen["pen"], pen["pen_name"], pen["office"]


def rulers(cells: list[dict], pens: dict[str, dict]) -> dict[str, int]:
    """How many witnesses stand behind some cells, counted by texts, by signatures, by offices and by houses."""
    told = [pen_of(cell, pens) for cell in cells]
    return {
        "texts": len(cells),
        "signatures": len({pen for pen, _, _ in told}),
        "offices": len({office for _, _, office in told}),
        "houses": min(1, len(cells)),
    }


def in_words(counts: dict[str, int]) -> str:
    """The ways of counting in one line."""
    told = ", ".join(f"by {ruler} {number}" for ruler, number in counts.items())
    return f"{told[0].upper()}{told[1:]}."


def counted(cells: list[dict], same: list[str], pens: dict[str, dict]) -> str:
    """What to say to a learner who leaves out ``same`` (ids of texts) from the texts that state something.

    Parameters
    ----------
    cells : list of dict
        The cells whose texts state it.
    same : list of str
        The texts that the learner lets bring no new witness.
    pens : dict
        Text → its row of the table of pens.

    Returns
    -------
    str
        A mistake where one pen is counted twice; else on what the count rests. It never says which count is right.
    """
    kept = [cell for cell in cells if cell["doc"] not in same]
    own, counts = len(kept), rulers(cells, pens)
    lines = [in_words(counts), f"You count {own}."]
    seen: dict[str, dict] = {}
    for cell in kept:
        pen, name, _ = pen_of(cell, pens)
        if pen in seen:
            lines.append(f"You count one author twice: {name} speaks in {seen[pen]['doc']} and in {cell['doc']}.")
        seen[pen] = cell
    offices = {pen_of(cell, pens)[2] for cell in kept}
    if own == len(seen):
        lines.append(REMARKS["nobody" if not own else "one" if own == 1 else "one office" if len(offices) < own else "one house"])
    return " ".join(lines)


#: the learner's number for the whole collection → on what it rests
WHOLE = {
    0: "You ask for a voice from outside the party. There is none in the five.",
    1: "You count houses: one party tells its own story. For the book you know it only from outside: its text names no house.",
    2: "A count between houses and offices. Which two stand apart for you?",
    3: "You count offices: the department with its minister, Chen, the book. Of Chen's office the text does not tell.",
    4: "You count signatures: Dai, the department, Chen, the book. Dai is the minister of that department.",
    5: "You count texts, and so one author twice: Dai Bingguo speaks in dai-2001 and in dai-2002.",
}
#: how a count that counts nobody twice stands to the other ways of counting
REMARKS = {
    "one office": "Among them are a minister and his own department: two signatures, one office. What makes them two for you?",
    "one house": "All of them belong to one house, the party that tells its own story. Different pens are not yet independent.",
    "one": "The strictest count that leaves a witness. Is it a witness of the matter, or of what was said of it?",
    "nobody": "You leave nobody. A text is at least a witness of what its house said in its year: what more do you ask?",
}
