"""What a cue before a figure means: there the figure is the object of the verb, or stands behind its preposition."""

from __future__ import annotations

import re

from .by_name import ANYBODY, MUTUAL, NO_RELATION, OF_TWO, by_its_name
from .cues_behind import PARTNER, flip, is_hosting
from .sides import TO_US
from .subjects import AN_OCCASION, OF_PARTNERS, goes_to_us, is_among_others, sees_us, speaker, third_party


def object_of(folded, start, end, cue, meaning, mention, house, kind) -> tuple[str, str]:
    """What a cue before the figure means: the figure is the object of the verb, or stands behind its preposition."""
    name, _direction = meaning
    if is_hosting(cue.group(), mention, kind):
        name, meaning = "held", ("held", "both")
    if name == "came":
        visitors = kind == "people" and mention.unit.heads[0] in ANYBODY and AN_OCCASION.search(folded, start, cue.start())
        return by_its_name(folded, start, end, mention, house, kind) if visitors else ("received", "received")
    if (
        name in ("attended", "spoke")
        and kind == "events"
        and not folded.startswith(" of the ", mention.end)
        and "international" not in folded[mention.start : mention.end]
        and mention.unit.heads[0] in (MUTUAL if name == "spoke" else MUTUAL | {"meetings", "sessions"})
    ):
        return name, "both"
    if name == "toured":
        comes = house.ground.search(folded, cue.start(), cue.end())
        return ("received", "received") if comes else ("sent", "sent")
    if name == "held":
        joint = (mention.unit.heads[:1] and mention.unit.heads[0] in OF_TWO) or PARTNER.search(
            folded, max(start, cue.start() - 70), min(end, mention.end + 70)
        )
        return meaning if joint else ("held", "none")
    if name == "trained":
        foreign = house.foreign.search(folded, mention.start, min(end, mention.end + 40))
        return meaning if foreign or " from " in folded[mention.end : min(end, mention.end + 8)] else (name, "none")
    if name in OF_PARTNERS and is_among_others(folded, start, cue.start(), end, house):
        return name, "none"
    if name not in ("sent", "received", "attended"):
        return meaning
    subject = speaker(folded[start : cue.start()], house)
    if name == "received" and PASSIVE.search(folded, max(start, cue.start() - 12), cue.start()):
        if kind == "people":
            return NO_RELATION  # the hosts of "it was received by four members"
        return ("visited" if kind == "countries" else "sent", "sent") if subject != "foreign" else meaning
    if name == "attended":
        if kind == "events":
            return meaning
        return ("attending", "received") if subject == "foreign" else ("sent", "sent")
    if third_party(folded, name, subject, end, mention, house):
        return name, "none"
    if name == "received":
        ours = _OF_OURS.search(folded, mention.start, mention.end)
        ours = ours and not _WE.search(folded, max(start, cue.start() - 40), cue.start())
        return flip(meaning) if subject == "foreign" or ours else meaning
    if kind == "countries":
        passive = PASSIVE.search(folded, max(start, cue.start() - 12), cue.start())
        return ("represented", "received") if subject == "foreign" and not passive else ("visited", "sent")
    counted = folded[mention.start : mention.end]
    if name == "sent" and TO_US.match(folded, cue.end(), mention.start):
        return "received", "received"
    comes = subject == "foreign" or goes_to_us(folded, mention.end, end, house)
    comes = comes or (subject != "own" and house.known and sees_us(folded, mention.end, end, house))
    return flip(meaning) if comes or (subject != "own" and house.foreign.search(counted)) else meaning


# "the Chinese comrades received five of our delegations", whoever they are to us
_OF_OURS = re.compile(r"\bof our(?:s| [a-z])")
_WE = re.compile(r"\b(?:we|our|us)\b")
PASSIVE = re.compile(r"\b(?:is|are|was|were|been|being) (?:\w+ly )?$")
