"""Numbers that stand without a noun and borrow it from a claim before: "of these, 45", "and sent no less than 25"."""

from __future__ import annotations

import re

from .alternatives import Late
from .complements import last_larger, main_thing, second_thing
from .figures import FIGURE_WAS, FIGURES_AND
from .gapping import BODY_OF, has_a_size, in_pairs, is_gapped, one_has
from .lexicon import pattern, words
from .nouns import UNITS, Unit, noun_found
from .rising import BODIES, HEAD_WORD, HEADS, how_many, is_answer, named_without_figure, number_named, of_the_bare, what_rose

_PRONOUN = (
    "that number|this number|that total|this total|these|those|them|which|whom|whose number|the latter|the former|the above"
)
_WHOLE_NAMED = re.compile(
    pattern(
        rf"\bof (?:{_PRONOUN}),? (?:only |some )?$|\bincluding (?:only )?$|"
        rf"\b(?:among|amongst) (?:{_PRONOUN})(?: were| are)?,? (?:only |some )?$"
    )
)
_OF_OURS = re.compile(r" of (?:ours|theirs|our own|their own)\b")
_OF_US, _WE_WERE = re.compile(r" of us\b"), re.compile(r"\bwe (?:were|numbered) (?:only )?$")
_WHOLE_BEHIND = re.compile(pattern(rf" (?:of|among) (?:{_PRONOUN})\b"))
# "Of the delegations received, more than 60 were …": the whole is named by its noun
_OF_NOUN = re.compile(
    pattern(
        r"\b(?:(?:out )?of|among) (?:the|our|its|those|these|all) "
        r"(?P<words>[a-z0-9' -]+?)(?<! and)(?<! but)(?<! while),? (?:only |some )?$"
    )
)
# Such a number ends its phrase or is followed by a verb: "sent no less than 25.", "17 were led by …", "only nine in 1966"
_BARE = re.compile(
    pattern(
        rf" ?(?:[.,;:)]|\(|$)| [a-z]{{3,}}ed\b| (?:{words('after a bare number')}|"
        r"(?:in|from|between|since|until|by|during|for) (?:the )?(?:1[5-9]|20)\d\d|"
        r"(?:a|per|every|each) (?:year|month|week|day)|annually|"
        r"[a-z]+ (?:years?|months?) (?:later|earlier|before|ago|after))\b"
    )
)
_ONLY = r"(?:only |some |just |another |an average of |a further |a (?:mere|bare|scant) )"
_BARE_LEFT = re.compile(pattern(rf"(?:\b(?:{words('before a bare number')})|[a-z]{{3,}}ed|[,;]) {_ONLY}?$"))
# Figures that are set beside another one: "40 visitors, as against 29 in 1938", "up from 12", "rose to 60"
_COMPARED = re.compile(
    pattern(rf"\b(?:{words('compared')}|(?:{words('risen')})(?: [a-z]+){{0,2}}? (?:from|to)) (?:only |some |just |the )?$")
)
# "It sent 57." and "Today there are 85.": what the sentence before counts
_PER = re.compile(r" (?:a|per|every|each) (?:year|month|week)\b")
_GOES_ON = re.compile(
    pattern(
        rf"\b(?:{words('goes on')}|(?:figure|number|total)s? (?:is|was|stands at|stood at|(?:had )?reached)) "
        r"(?:only |now |already |just |out )?$|"
        r"\b(?:relations|agreements|contacts?|ties|links|exchanges|terms|touch) with (?:only )?$"
    )
)
_PLURAL_BEFORE = Late(rf"\b({HEADS})[,:]? (?:some |more than |over |about |at least |nearly |almost )?$")
_OF_THE = re.compile(pattern(r"\b(?:(?:out )?of (?:the|our|its|those|these)|out of(?: a total of)?) $"))
_AMOUNTS_TO = pattern(
    r"(?:number(?:s|ed|ing)?|total(?:s|l?ed|l?ing)?|"
    r"amount(?:s|ed|ing)? to|"
    r"(?:st(?:ands?|ood|anding)|closed|ended) at|exceed(?:s|ed)?|(?:had )?reached|"
    rf"(?:{words('risen')}) (?:from [\d, ]+)?(?:to|from)|"
    r"(?:runs?|ran|comes?|came) to|(?:is|are|was|were) (?:put|estimated|given|reckoned) at|"
    r"consist(?:s|ed|ing)? of|compris(?:es?|ed|ing)|made up of|sunk to|was|were|is|are) "
    r"(?:(?:some|about|more than|over|nearly|almost|just|only|close to|around|at least|well over) ){0,2}$"
)
_MAY_AMOUNT_TO = re.compile(rf" {_AMOUNTS_TO}")
_NOUN_COUNTS = Late(
    pattern(
        rf"\b({HEADS}|{'|'.join(BODIES)})"
        rf"(?:(?: [a-z]+){{0,4}}?|(?: [a-z'-]+){{0,12}}?(?= (?:number|totall?|amount))) "
    )
    + _AMOUNTS_TO
)
_YEAR = re.compile(r"(?:1[0-9]|20)\d\d")

#: stands for the unit of the last claim of the sentence before; extraction.py puts it in
ANTECEDENT = Unit((), " and ", None, 0)


def names_its_whole(left: str) -> bool:
    """Whether the words before a number say that it is a part: "of these," "including"."""
    return bool(_WHOLE_NAMED.search(left))


def borrowed_unit(
    folded: str, first: int, start: int, end: int, left: str, before: list[tuple[int, Unit, int, float | None]]
) -> tuple[Unit | None, str]:
    """The unit of the number without a noun at ``start:end``, and of what it is a part.

    Parameters
    ----------
    folded : str
        The folded text.
    first : int
        Start of the sentence.
    start, end : int
        The number.
    left : str
        The words before it, without its hedge.
    before : list of (int, Unit, int, float or None)
        The claims before it in the sentence: where each begins, its unit, where it ends, and its value.

    Returns
    -------
    (Unit or None, str)
        ``last``: a part of the claim before; ``whole``: a part of the first claim of the sentence; ``named``: a part of
        the last claim with that noun; ``same``: counts what the claim before counts; ``figure``: the same, named by its noun;
        ``subject``: a part of the last claim that is no part itself; ``way``: a part of those who came, or went; ``answer``:
        counts what was asked for; empty: no part.
    """
    if before and before[-1][2] == start - len(" of the ") and left.endswith(" of the "):
        return before[-1][1], ""
    if of_the_bare(folded, end):  # "twelve of the forty who had left"
        return (main_thing(folded, before), "") if before else (ANTECEDENT, "same")
    if not before and _OF_THOSE_WHO.search(left) and _BARE.match(folded, end):
        return Unit(("people",), " and ", UNITS["people"], end), "way"
    if before and _OF_OURS.match(folded, end):
        return main_thing(folded, before), ""
    if (_OF_US.match(folded, end) or _WE_WERE.search(left)) and not before:
        return Unit(("people",), " and ", UNITS["people"], end), ""
    if _WHOLE_BEHIND.match(folded, end) and not before:
        plural = _PLURAL_BEFORE.search(folded[first:start].removesuffix(left) + left)
        if plural:  # "there are communist parties, more than eighty of them": named, but not counted before
            return noun_found(plural, end), ""
    if before and _WHOLE_BEHIND.match(folded, end) and (uncounted := named_without_figure(folded, before[-1][2], start, end)):
        return uncounted, ""
    if names_its_whole(left) or _WHOLE_BEHIND.match(folded, end):
        return (last_larger(folded, start, before)[1] if before else ANTECEDENT), "last"
    if figure := FIGURE_WAS.search(left):
        plural = figure.group().startswith(("figures", "numbers")) and len(before) > 1
        if not before:
            return ANTECEDENT, "same"
        return (before[0][1] if plural else main_thing(folded, before)), ""
    if len(before) > 2 and FIGURES_AND.search(left):
        return second_thing(folded, before[:-1]), ""  # "600 parties in 160 countries; the figures were 420 and 140"
    if _YEAR.fullmatch(folded, start, end):
        return None, ""
    if _COMPARED.search(left) and not _NOUN_FOLLOWS.match(folded, end):
        if named := number_named(folded, first, start):
            return noun_found(named, end), ""
        if not before and (subject := what_rose(folded, first, start, left, end)):
            return subject, ""
        return (main_thing(folded, before), "") if before else (ANTECEDENT, "same")
    if _IN_NUMBER.match(folded, end) and (thing := _last_head(folded, first, start)) is not None:
        return thing, ""
    if _ENDS.match(folded, end) and folded.find(":", first, start) != -1 and (row := _ROW.search(folded[first:start])):
        return noun_found(row, end), ""  # "Students abroad: USSR 412, Cuba 388"
    labelled = _LABELLED.search(left) if ":" in left and not before else None
    if labelled and _ENDS.match(folded, end):
        return noun_found(labelled, end), ""
    if before and _FROM_TO.search(folded[first:start]) and not _NOUN_FOLLOWS.match(folded, end):
        return before[-1][1], ""
    if before and (pair := in_pairs(left, before)) is not None:
        return pair, ""
    listed = before and before[-1][1].row and _LISTED.search(left) and _PLACE.match(folded, end)
    of_the = before and _AFTER_OF_THE.search(folded, first, start)  # "Of the 76 sections, only 26 work legally"
    behind = _AFTER_PREPOSITION.search(left) and _PHRASE_ENDS.match(folded, end) and not _FEW_DIGITS.fullmatch(folded, start, end)
    loose = listed or of_the or behind or has_a_size(folded, end, left)
    if not loose and not _BARE.match(folded, end):
        return None, ""
    if named := number_named(folded, first, start):
        return noun_found(named, end), "figure" if folded.startswith("figure", named.start()) else ""
    if listed_year := _AFTER_YEAR.search(left):
        thing = _last_head(folded, first, start - len(left) + listed_year.start()) if not before else main_thing(folded, before)
        if thing is not None:
            return thing, ""
    if _MADE_UP.search(folded, max(first, start - 170), start):
        return Unit(("members",), " and ", UNITS["members"], end), ""
    if before and one_has(folded, end, left):
        return main_thing(folded, before), ""
    body = BODY_OF.search(left)
    if body:
        head = "staff" if body[1] == "staff" else ("people" if body[1] in ("audience", "crowd") else "members")
        return Unit((head,), " and ", UNITS[head], end), ""
    near = max(first, start - 90)
    counts = _NOUN_COUNTS.search(folded, near, start) if _MAY_AMOUNT_TO.search(folded, near, start) else None
    if counts and UNITS.get(counts[1], {}).get("class") != "time":
        head = BODIES.get(counts[1])
        return (Unit((head,), " and ", UNITS[head], end) if head else noun_found(counts, end)), ""
    whole = _OF_NOUN.search(left)
    heads = [word for word in whole["words"].split() if word in UNITS] if whole else []
    if heads:
        return Unit((heads[-1],), " and ", UNITS[heads[-1]], end), "named"
    clause = folded[max(first, start - 110) : folded.rfind(left, first, start) + len(left)]
    if _THOSE.search(clause) or (not before and _ADVERBIAL.fullmatch(folded, first, start) and _SUBJECT.match(folded, end)):
        return (main_thing(folded, before), "") if before else (ANTECEDENT, "same")
    if behind:
        if not before:
            return ANTECEDENT, "same"
        partners = [unit for _, unit, *_ in before if unit.row and unit.row["class"] in ("countries", "parties", "organs")]
        if partners:
            return partners[-1], ""
    if before and _OF_WHICH.search(clause):
        return before[-1][1], "last"  # "41 delegations, of which the French furnished half"
    if before and before[-1][1] is ANTECEDENT and _BARE_LEFT.search(left):
        return ANTECEDENT, "sibling"
    if before and before[-1][1].row and (listed or of_the or _BARE_LEFT.search(left)):
        part = any(_OF_THE.search(folded[max(first, begins - 20) : begins]) for begins, *_ in before)
        return (before[0][1], "whole") if part else (before[-1][1] if listed else main_thing(folded, before), "")
    if before and is_gapped(folded, end, left):
        return main_thing(folded, before), ""  # "in 1963 eighty parties wrote; by 1970 a dozen did"
    if not before and (_SUBJECT.match(folded, end) and (_OPENS.fullmatch(left) or _SAME_TIME.fullmatch(left))):
        return ANTECEDENT, ("same" if _OWN_VERB.match(folded, end) or _ANOTHER.match(left) else "subject")
    opens = _OPENS.fullmatch(left) and folded[end : end + 1] in ",.!" and not _FEW.fullmatch(folded, start, end)
    if not before and opens and is_answer(folded, first):
        return ANTECEDENT, "answer"
    if not before and (_GOES_ON.search(left) or opens or (left.endswith(", ") and _PER.match(folded, end))):
        return ANTECEDENT, "same"
    if not before and (asked := how_many(folded, first, end)) is not None:
        return asked, ""
    if not before and folded.rfind("how many", max(0, first - 400), first) != -1:
        return ANTECEDENT, "answer"
    return None, ""


# "Delegations going out: 1979, 18; 1980, 21; 1981, 25"; "cadres from the Sudan, 15 in number"
_AFTER_YEAR = re.compile(pattern(r"[;:(,] ?(?:in |for )?(?:1[5-9]|20)\d\d(?:[,:]| -| =)? (?:only |some |just )?$"))
_IN_NUMBER = re.compile(r" (?:in number|all told|altogether)\b")
# "Delegations received: 30 in 1988"
_LABELLED = Late(rf"\b({HEADS})\b[^.;:\d]{{0,44}}: (?:only |some )?$")
_ENDS = re.compile(
    pattern(
        r" ?(?:[.;,)]|$)| (?:in|during|for|\(|or so\b|or thereabouts\b|approximately\b|odd\b|"
        r"as (?:of|at)\b|at (?:the )?(?:end|present|beginning)\b|today\b|now\b)"
    )
)
# a row of a table in prose: "Students abroad: USSR 412, Cuba 388, Portugal 150"
_ROW = Late(
    rf"\b({HEADS})\b[^.:]{{0,50}}:(?: [a-z][a-z.'-]*,? (?:[a-z.'-]+,? ){{0,3}}(?:[\d,]+|[a-z-]+)[^,;.\d]{{0,12}}[,;])*"
    r" (?:and )?[a-z][a-z.'-]*,? (?:[a-z.'-]+,? ){0,3}$"
)
# "Of those who came to China, 57 were heads of parties"
_OF_THOSE_WHO = re.compile(
    pattern(
        r"\b(?:of|among) (?:those|the people|all) (?:who|whom|which|that|received|invited|sent|dispatched|coming|going)\b"
        r"[^.;,]{0,60}, (?:only |some |just )?$"
    )
)


def _last_head(folded: str, first: int, stop: int) -> Unit | None:
    """The last noun of the table between two places; not the second of two that stand together ("party *schools*")."""
    found = None
    for found in HEAD_WORD.finditer(folded, max(first, stop - 90), stop):
        if UNITS[found[1]]["class"] in ("people", "delegations", "parties"):
            return noun_found(found, stop)
    return found and noun_found(found, stop)


# "Those dispatched by us in the same year numbered 24"
_MADE_UP = re.compile(
    pattern(
        rf"\b(?:{words('a body of people')})\b(?!s)[^.;]{{0,120}}\b(?:consist(?:ed|s)? of|comprised|numbered|"
        r"(?:was|is) (?:composed|made up) of) "
        r"(?:only |some )?$"
    )
)
_OF_WHICH = re.compile(pattern(r", of wh(?:ich|om) (?:[a-z'-]+ ){1,7}(?!is |was |are |were )[a-z'-]+ (?:only |some )?$"))
_THOSE = re.compile(
    pattern(
        r"\b(?:those|these|they|ours|theirs)\b(?! (?:of|from) )[^.;,]{0,44}? "
        r"(?:numbered|totalled|totaled|amounted to|came to) (?:only |some )?$"
    )
)
_ADVERBIAL = re.compile(pattern(r"\W*(?:on|at|during) [a-z0-9' ]{2,30}?,? (?:some |only |about |nearly |over )?"))
_FROM_TO = re.compile(pattern(rf"\b(?:{words('risen')})\b[^.;]{{0,40}}? from [^.;]{{0,40}}? to (?:[a-z]+ ){{0,2}}$"))
# "it maintains offices today in twenty-two", "our representatives were guests of 29"
_AFTER_PREPOSITION = re.compile(
    pattern(
        r"\b(?:offices?|represented|guests|contact|touch|relations|ties|agreements?|missions|talks)"
        r"(?: [a-z]+)?,? (?:in|of|with|to|from) (?:only |some )?$"
    )
)
_PHRASE_ENDS = re.compile(r" ?(?:[.;,]|$)| (?:at|today|now|in (?:\d|over|some|about|more than|nearly|almost|all))\b")
_FEW_DIGITS, _FEW = re.compile(r"one|1"), re.compile(r"one|two|three|four|five|six|seven|eight|nine|ten")
_AFTER_OF_THE = re.compile(pattern(r"\b(?:(?:out )?of (?:the|our|its|those|these)|out of) [^.;]{3,90}, (?:only |some |just )?$"))
# "By region, 71 came from Asia": a part of what was counted before
_OPENS = re.compile(
    pattern(
        rf"\W*(?:(?:[a-z]+: ?){{0,2}}|in the (?:other|opposite) direction,? |"
        rf"(?:the )?(?:largest|biggest|greatest|smallest) (?:number|group|contingent|share), |"
        rf"(?:another|a further|the (?:remaining|other|rest)|when|where) |"
        rf"(?:{words('introduction')}) [a-z ]{{0,30}}, ?)"
    )
)
_ANOTHER = re.compile(r"\W*(?:another|a further|in the (?:other|opposite) direction,?) ")
_SAME_TIME = re.compile(pattern(r"\W*(?:in|during|over) (?:the same|that|this) (?:year|period|time|month),? "))
_OWN_VERB = re.compile(pattern(r" (?:was|were|had been|have been) (?:sent|dispatched|received|invited|welcomed|hosted)\b"))
_SUBJECT = re.compile(pattern(rf" (?:{words('subject verb')})\b"))


_NOUN_FOLLOWS = Late(
    pattern(rf" (?:(?!(?:in|the|of|at|from|on|by|and|to|who|which|a|an|for|with)\b)[a-z'-]+ ){{0,3}}?(?:{HEADS})\b")
)
# "51 African nations, 30 Asian countries, nine in Oceania"
_LISTED = re.compile(r"(?:,|\band|, and) $")
_PLACE = re.compile(pattern(r" (?:in|from|to|on|at|by|with|for) (?:the )?[a-z]+(?! (?:\d|all\b))"))
