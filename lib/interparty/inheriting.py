"""What a figure takes over from the one before it: "418 parties *in 147 countries*", "totalling 26,000 people"."""

from __future__ import annotations

import re

from .by_name import class_of
from .cues import LEFT, RIGHT
from .lexicon import pattern
from .mention import Mention

# A number that hangs on the one before: "totaling 26,000 people", "418 parties in 147 countries"
_HANGS_ON = re.compile(
    pattern(
        r"[^.;:]{0,70}?(?:\b(?:total(?:l)?ing|involving|compris(?:ing|ed of)|numbering|including|composed of|"
        r"consisting of|made up of|with(?: a total of)?|"
        r"or|and)|,)(?: (?:a total of|in all|altogether|the|some))? ?$"
    )
)
_PLACE_LINK = re.compile(
    pattern(r"[^.;:\d]{0,80}?\b(?:in|from|of|to|across|representing|throughout|on behalf of)(?: (?:the|some|all))? ?$")
)
_JOINED = re.compile(pattern(r",? (?:and|or|as well as|plus|along with|together with) (?:also )?$|, $"))
_VERBISH = re.compile(r"\b(?:sent|received|visited|hosted|invited|attended|represented|dispatched|welcomed|held|met|went|came)\b")
# "only fifteen of them sent delegates to our congress"
_COMES = re.compile(
    pattern(
        r" (?:of (?:them|these|which) )?"
        r"(?:sent (?:delegates|delegations|observers|representatives)|took part|attended|were represented)\b"
    )
)
_BY_THEM = re.compile(r"\brepresented (?:[a-z]+ ){0,4}?by $")


# "41 delegations came, and nineteen of ours went"
_THE_OWN = re.compile(r"\b(our own|ours|their own|theirs) (?:to|in|went|were|was|are|came|numbered)\b")
_WHOSE = re.compile(r" of (ours|our own|theirs|their own)\b")
# "eleven delegations came and five went"
_GOES = re.compile(r" (?:have |has |had )?(?:gone|went|travelled|left|departed|were (?:sent|dispatched)|going|outgoing)\b")
_COMES_BACK = re.compile(r" (?:have |has |had )?(?:come|came|arrived|were (?:received|hosted|welcomed)|coming|incoming)\b")
# "thirty went; twelve have come back"
# "87 groups, in which 700 people took part", "three missions: …, totalling 28 members"
_IN_WHICH = re.compile(
    r"(?: of [a-z]+)?,? (?:in|with|among) wh(?:ich|om) (?:a total of )?|"
    r"[^.;\d]{0,90}, (?:totall?ing|numbering|comprising)(?: in all)? "
)
_OF_FIGURES = re.compile(r"\b(?:figures|numbers) [a-z0-9 ]{2,40}$|^ and $")
_SET_BESIDE = re.compile(r"\b(?:against|compared (?:with|to)|up from|down from)(?: [a-z]+){0,2} $")
# "1,500 students are in Moscow, and 600 *more* are expected"
_MORE = re.compile(r" (?:more|fewer|less)\b")
_AVERAGE = re.compile(r"\b(?:an average of|on average|or) (?:[a-z]+ )?$")
_RETURNS = re.compile(
    r" (?:of the [a-z0-9]+ who had left[^.;,]{0,30} )?(?:have |had |has )?(?:c[ao]me (?:back|home)|returned|were back)\b"
)
_OPPOSITE = {"received": ("sent", "sent"), "sent": ("received", "received"), "represented": ("sent", "sent")}
_THE_OTHER_WAY = re.compile(
    pattern(r"\b(?:in the (?:opposite|other|reverse|contrary) (?:direction|sense)|the other way(?: about| round| around)?)\b")
)


def inherited_from(
    folded: str, mention: Mention, before: list[tuple[Mention, tuple[str, str]]], kind: str
) -> tuple[str, str] | None:
    """The relation and direction that a mention has from the last one before it in its sentence, or None."""
    previous, known = before[-1]
    between = folded[previous.end : mention.start]
    if mention.unit is previous.unit and (own := _THE_OWN.search(between)):
        return ("sent", "sent") if own[1].startswith("our") else ("received", "received")
    if mention.unit is previous.unit and (whose := _WHOSE.match(folded, mention.end)):
        return ("sent", "sent") if whose[1] in ("ours", "our own") else ("received", "received")
    if mention.antecedent or mention.unit is previous.unit:
        if known[0] in ("received", "exchanged", "held") and _GOES.match(folded, mention.end):
            return "sent", "sent"
        if known[0] == "sent" and _RETURNS.match(folded, mention.end):
            return known
        if known[0] in ("sent", "exchanged", "held") and _COMES_BACK.match(folded, mention.end):
            return "received", "received"
    if (mention.unit is previous.unit or kind == "share") and known[0] and _MORE.match(folded, mention.end):
        return known
    if len(before) > 1 and mention.unit is not previous.unit and _OF_FIGURES.search(between):
        # "we received 310 and sent 64; in 1988 the figures were 41 and nine"
        return next((meaning for one, meaning in before[:-1] if one.unit is mention.unit), None)
    if mention.unit is previous.unit and known[0] and _SET_BESIDE.search(between):
        return known
    rated = mention.per and not LEFT.search(between)  # "receives over 200 a year and sends out 100"
    if mention.unit is previous.unit and (between == " of the " or rated or _AVERAGE.search(between)):
        return known
    borrowed = mention.unit is previous.unit and known[0] in ("sent", "received") and ":" not in between
    if borrowed and not LEFT.search(between) and not RIGHT.match(folded, mention.end + 1):
        return known  # "left in all, against 56 in 1986"
    if known[0] in _OPPOSITE and _THE_OTHER_WAY.search(between):
        return _OPPOSITE[known[0]]
    if kind == "people" and known[0] in ("sent", "received") and _IN_WHICH.fullmatch(between):
        return known
    if known[0] in ("in_contact", "new") and kind in ("events", "documents", "projects", "goods"):
        return None
    if mention.antecedent and known[0] != "attending" and _COMES.match(folded, mention.end):
        return "attending", "received"
    turned = mention.antecedent == "sibling" and LEFT.search(between)  # "we sent 140 and received 95"
    if (mention.antecedent and known[0] and not turned) or (
        kind == "people" and known[0] == "attending" and _BY_THEM.search(between)
    ):
        return known
    if (
        kind in ("countries", "parties", "organs")
        and _PLACE_LINK.fullmatch(between)
        and not _VERBISH.search(between.replace("visited", "", 0))
    ):
        if class_of(previous) == "documents" and known[0] in ("received", "wrote", ""):
            return "wrote", "both"  # "814 messages from 352 parties"
        if known[0] == "sent" or re.search(r"\b(?:visits?|trips?|tours?) (?:to|in) $", between):
            return ("visited", "sent")
        return ("represented", known[1]) if known[0] in ("received", "met") else known
    if (
        _HANGS_ON.fullmatch(between)
        and not LEFT.search(between)
        and not (_JOINED.fullmatch(between) and RIGHT.match(folded, mention.end + 1))
        and (_JOINED.fullmatch(between) or "ing" in between or " of " in between or "with" in between)
    ):
        return known
    return None


def is_joined(folded: str, end: int, start: int) -> bool:
    """Whether two figures are joined by no more than "and", "or" or a comma, or the second says where the first is found."""
    between = folded[end:start]
    return bool(
        _JOINED.fullmatch(between)
        or _TOTALLING.fullmatch(between)
        or re.fullmatch(r" (?:in|from|with) (?:some |all |over |about |a total of )?", between)
    )


_TOTALLING = re.compile(r"[^.;\d]{0,90}, (?:totall?ing|numbering|comprising)(?: in all)? ")
