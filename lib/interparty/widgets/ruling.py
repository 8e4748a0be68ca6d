"""What the arrow court knows: when a drawn arrow agrees with ours, what a difference shows, and what it costs or earns."""

from __future__ import annotations

from itertools import chain

RIGHT, UNLICENSED = 1, -1

#: (our line, the learner's line) → what the difference shows; a solid line against a solid one is judged more finely
DIFFERENCES = {
    ("solid", "dashed"): "You left it dashed. “{ours}” says who acts: it licenses a solid arrow.",
    ("solid", "none"): "You drew nothing. Two actors stand in this clause, or in the sentence that its pronoun points to.",
    ("dashed", "solid"): "You let “{word}” carry the arrow. It tells of no action of one towards the other.",
    ("dashed", "none"): "You drew nothing. A tie is stated here, only without a direction: it would be dashed.",
    ("dashed", "dashed"): "You tied other actors: {yours}. Look for the two that the clause ties.",
    ("none", "solid"): "You drew an arrow on “{word}”, and the clause names one actor only: the second is yours.",
    ("none", "dashed"): "You drew a tie, and the clause names one actor only: the second is yours.",
}
TURNED = "You turned the arrow round. Who is the subject of “{ours}”, who receives?"
OTHER_ENDS = "You drew {yours}. The words lead elsewhere."
OTHER_WORD = "The ends agree, and “{word}” does not license them: the word of action is “{ours}”."


def tokens(quote: str) -> list[str]:
    """The words of a clause as they can be marked, signs at their ends left off."""
    return [bare for piece in quote.split() if (bare := piece.strip(".,;:()"))]


def ends_of(row: dict) -> list[tuple[str, str]]:
    """The pairs of actors that fit one reading: ours first, then others that the words allow as well."""
    return [(row["source"], row["target"]), *(tuple(pair.split(">")) for pair in row["also"].split(";") if pair)]


def judge(rows: list[dict], answer: dict, names: dict[str, str]) -> tuple[bool, int, str]:
    """Judge one drawn arrow against our readings of the clause.

    Parameters
    ----------
    rows : list of dict
        Our readings of this clause: more than one where two actors do the same.
    answer : dict
        ``line`` (solid, dashed, none), ``source``, ``target``, ``word``.
    names : dict
        Actor → name.

    Returns
    -------
    tuple
        Whether it agrees with ours, the points, and what to say of the difference (empty where there is none).
    """
    ours, line = rows[0]["line"], answer["line"]
    licensing = rows[0]["word"].split(";")
    pair = (answer["source"], answer["target"])
    fitting = list(chain.from_iterable(map(ends_of, rows)))
    words = {
        "ours": licensing[0],
        "word": answer["word"],
        "yours": f"{names.get(pair[0], '…')} {'→' if line == 'solid' else '- - -'} {names.get(pair[1], '…')}",
    }
    points = UNLICENSED if line == "solid" else 0
    if ours == line == "solid":
        if pair in fitting and answer["word"].casefold() in licensing:
            return True, RIGHT, ""
        said = OTHER_WORD if pair in fitting else TURNED if pair[::-1] in fitting else OTHER_ENDS
        return False, points, said.format(**words)
    if ours == line and (line == "none" or pair in fitting or pair[::-1] in fitting):
        return True, points, ""
    return False, points, DIFFERENCES[ours, line].format(**words)
