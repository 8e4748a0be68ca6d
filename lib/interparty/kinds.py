"""What kind of figure a claim is: a stock, a flow, a rate, one event, a part of something, a length of time.

A figure says how things stand, or adds up what happened: the verb that governs it tells which (verbs.py).
"""

from __future__ import annotations

import re

from .by_name import class_of
from .cues import GATHERED
from .kinds_bare import kind_without_relation
from .lexicon import pattern, words
from .mention import Mention, SentenceMentions
from .occasions import ANY_OCCASION, is_stretch, one_occasion
from .own_times import own_period
from .rising import RISE_END
from .verbs import after_said_that, governing_verb

_STOCK = ("in_contact", "institutionalized", "posted")
_HAPPENINGS = ("events", "delegations", "money", "goods")


def kind_of(folded: str, found: SentenceMentions, mention: Mention, name: str) -> str:
    """The kind of a claim.

    Parameters
    ----------
    folded : str
        The folded text of the document.
    found : SentenceMentions
        The sentence of the claim.
    mention : Mention
        What is counted.
    name : str
        The relation (:func:`interparty.relations.relation`), or empty.
    """
    sentence, sort = found.sentence, class_of(mention)
    if sort == "times" and not mention.per:
        return "flow"
    if sort == "time":
        return "structural" if mention.unit.heads == ("generations",) else "duration"
    if mention.per and sort not in ("projects", "places"):
        return "rate"
    if sort == "share" and _CHANGED.search(folded, max(sentence.start, mention.start - 40), mention.start):
        return "flow"
    if name == "received" and _OF_THE_GUESTS.search(folded, max(sentence.start, mention.start - 40), mention.start):
        return "flow"
    if name == "attending" and _HAVE_ATTENDED.match(folded, mention.end):
        return "event" if ANY_OCCASION.search(folded, sentence.start, sentence.end) else "flow"
    if name == "attending" and _DREW.search(folded, max(sentence.start, mention.start - 40), mention.start):
        return "event"
    if name == "attending":
        own = own_period(folded, found, mention)
        years = own is not None and own.first and own.last and own.first[:4] != own.last[:4] and own.rule != "now"
        loose = is_stretch(own) and len(own.last) == 4 and not ANY_OCCASION.search(folded, sentence.start, sentence.end)
        return "flow" if years or loose else "event"
    start = after_said_that(folded, sentence.start, mention)
    left = folded[max(start, mention.start - 90) : mention.start]
    dated = own_period(folded, found, mention)
    own_rule = dated.rule if dated is not None else ""
    if sort == "people" and _BROUGHT.search(left) and _WITH_HIM.match(folded, mention.end):
        return "event"
    crowd = (mention.value or 0) < _OF_A_GROUP or not left.endswith("party of ")
    if crowd and sort in ("people", "parties") and name not in _STOCK and (_SIZE.search(left) or _GROUP_HAD.search(left)):
        return "event"
    if _TOTAL.search(left):
        return "stock"
    if _OF_HEADS.search(folded[mention.start : mention.end]):
        return "stock" if _BODY.match(folded, mention.end) else "event"
    if not name and sort == "people" and RISE_END.search(left):
        return "stock"  # "membership has fallen from 240,000 to some 60,000"
    verb = governing_verb(folded, start, sentence.end, mention)
    if mention.unit.heads[:1] and mention.unit.heads[0] in _OF_A_MEETING and verb != "goes on" and name in ("", "met"):
        own = own_period(folded, found, mention)
        if own is None or own.rule in ("now", "moment") or (own.first or "")[:4] == (own.last or "")[:4]:
            return "event"
    if verb == "goes on" and sort in ("people", "delegations"):
        return "stock"
    if name in _MOVES and _STAYED.match(folded, mention.end) and not one_occasion(folded, found, mention, name):
        return "flow"
    if sort == "people" and name == "sent" and _WILL_SEND.search(left) and not is_stretch(dated):
        return "event"
    if sort == "people" and name in ("sent", "received") and _SPENT_DAYS.match(folded, mention.end, sentence.end):
        return "event"
    if sort in ("documents", "events") and _ON_A_JOURNEY.search(folded, sentence.start, mention.start):
        return "event"
    single = (
        sort == "people" and name in ("sent", "received") and not is_stretch(dated) and own_rule not in ("since_event", "report")
    )
    if single and _SET_OUT.match(folded, mention.end, sentence.end):
        return "event"
    if _BEING.match(folded, mention.end):
        return "stock"
    by_them = name == "sent" and _REPRESENTED_BY.search(left) and one_occasion(folded, found, mention, name)
    if by_them or (name in _MOVES and own_rule == "at" and _OUR_OCCASION.match(folded, sentence.start, mention.start)):
        return "event"
    if name in ("sent", "attended") and sort == "people" and _TOOK_PART.search(left):
        return "event"
    if name == "attended" and sort in _GUESTS and not is_stretch(dated) and _ALSO_THERE.match(folded, mention.end):
        return "event"
    if sort == "people" and not name and not is_stretch(dated) and _BY_A_CROWD.search(left):
        return "event"
    if sort == "people" and not name and not is_stretch(dated) and GATHERED.match(folded, mention.end):
        return "event"
    marched = verb == "happened" and sort == "people" and not name and one_occasion(folded, found, mention, name)
    if marched or (sort == "people" and _HEARD.match(folded, mention.end)):
        return "event"
    in_a_month = name == "sent" and sort == "people" and dated is not None and len(dated.last or "") >= 7
    if in_a_month and one_occasion(folded, found, mention, name):
        return "event"  # those who travelled in one month travelled together
    if name in ("received", "met", "represented", "attended", "wrote") and one_occasion(folded, found, mention, name):
        return "event"
    own = own_period(folded, found, mention)
    now = own is not None and own.rule == "now" and verb != "happened" and sort in ("people", "delegations")
    if (
        verb == "state"
        and name in _MOVES
        and sort in _MOVED
        and _TOLD.search(left)
        and is_stretch(own)
        and not _REPRESENTED.search(left)
        and not (left.endswith("had ") and mention.unit.heads[0] in _STAY)
    ):
        return "flow"
    if own is None and verb == "state" and name in ("received", "sent") and _COUNTED_UP.search(left):
        return "flow"
    if verb == "state" and name in ("sent", "received") and not now and _HAVE_GONE.match(folded, mention.end, sentence.end):
        return "flow"
    if name == "in_contact" and is_stretch(own) and _STRENGTHENED.search(folded, sentence.start, mention.start):
        return "flow"
    if now and name == "received" and _GREETS.search(left):
        return "event"
    if name in _STOCK or (now and name in ("sent", "received")):
        return "stock"
    if mention.unit.heads[:1] == ("missions",) and name == "sent" and _REPRESENTED.search(left):
        return "stock"
    stands = verb == "state" and sort in ("people", "delegations") and name in ("sent", "received")
    if name and not (stands and not _AS_GUESTS.match(folded, mention.end) and not _HOST_TO.search(left)):
        return "flow"
    return kind_without_relation(folded, found, mention, sort, "state" if verb == "goes on" else verb, left)


# "dues fell by 2 per cent", "up 12 per cent": what has changed in a time
_CHANGED = re.compile(
    rf"\b(?:{words('change')})(?: again| further)? by $|"
    r"\b(?:up|down|(?:increase|rise|growth|gain|drop|fall|decline|reduction) of) $"
)
_HAVE_ATTENDED = re.compile(
    r"[^.;,]{0,40}\b(?:have|has) (?:[a-z]+ )?(?:attended|taken part|participated|been (?:present|represented|trained))\b"
)
# "the first Dialogue drew 40 guests", "it brought together 55 parties": not what many of them did
_DREW = re.compile(r"(?<!s )\b(?:drew|brought together|attracted)(?: [a-z]+){0,2} $")
_OF_THE_GUESTS = re.compile(r"\b(?:of|among) (?:the|our|these) (?:guests|visitors), (?:only |some )?$")
#: "a party of eleven engineers", but "a party of 70 million members"
_OF_A_GROUP = 1000
_OF_HEADS = re.compile(r"-(?:member|man|woman|person)\b")
# "We shall send three comrades", "The Party sends 50 officials to China"
_WILL_SEND = re.compile(
    r"\b(?:(?:shall|will|to|would)(?: be)? (?:send|sending|dispatch)|sends|are sending|is sending) (?:[a-z]+ ){0,2}$"
)
_SPENT_DAYS = re.compile(
    r" (?:[a-z]+ ){0,5}?(?:spent|stayed|remained|were away)(?: for)? (?:\d+|[a-z-]+) (?:days|weeks|nights)\b"
)
# "The President's trip produced 14 agreements", "the visit, in the course of which three rounds of talks were held"
_ON_A_JOURNEY = re.compile(
    rf"\b(?:the|our|his|her|this|[a-z]+'s) (?:[\w'-]+ ){{0,2}}?(?:{words('a journey')})\b[^.;]{{0,70}}"
    r"(?:\b(?:produced|yielded|ended with|resulted in)|, (?:in the course of|during) which)(?: [a-z]+){0,2} $|"
    rf"\b(?:during|in the course of) (?:the|his|her|this|their) (?:[a-z]+ )?(?:{words('a journey')})\b"
)
_MOVES = ("received", "sent", "visited", "represented", "met", "signed", "lost", "exchanged", "wrote")
_MOVED = ("people", "delegations", "countries", "parties", "events")
# "received by us in 1988 were 30 groups", "the number of visitors in 1988 was 30": counted after the year, not at a moment
_TOLD = re.compile(
    pattern(
        r"\b(?:was|were|had|numbered|totall?ed|amounted to|reached|came to|stood at|comprised|had been|"
        r"(?:have |has |had )?included|"
        r"had as [^.;]{3,40})(?: [a-z]+){0,3}? $"
    )
)


_SET_OUT = re.compile(
    r"[^.;]{0,70}?\b(?:flew|left|returned|set out|set off|departed|sailed|(?:is|are|was|were) (?:back|due)|"
    r"came (?:home|back)|arrived|landed)\b"
    r"(?! (?:every|each))"
)
_HAVE_GONE = re.compile(
    r"[^.;,]{0,30}\b(?:have|has|had)\b[^.;,]{0,40}?\b(?:visited|been|gone|come|travelled|received|sent|attended|toured|taken)\b"
)
_COUNTED_UP = re.compile(r"\b(?:numbered|totall?ed|amounted to|the number of [^.;,]{2,80} (?:was|were)) $")
_STAYED = re.compile(
    r" (?:[a-z]+ ){0,4}?(?:were|was) (?:back|home|on (?:a |an |their )?(?:[a-z]+ )?(?:visits?|tours?|missions?|trips?)|"
    r"in [a-z ]{2,30} (?:at the invitation|as guests|for talks|on (?:a |an )?(?:[a-z]+ )?visits?))\b"
)
_BEING = re.compile(r" (?:[a-z]+ ){0,3}?(?:are|were|is|was) being\b")
_REPRESENTED_BY = re.compile(r"\brepresented (?:[a-z]+ )?(?:by|through|with) $")
_OUR_OCCASION = re.compile(
    rf"\W*(?:our|the|this|its) (?:[\w'-]+ ){{0,2}}?(?:{words('occasion')})\b[^,;]{{0,30}} (?:saw|had|brought|drew)\b"
)
# "in 1962 the Party strengthened its ties with 13 parties": done in that year
_STRENGTHENED = re.compile(
    r"\b(?:strengthened|deepened|developed|expanded|broadened|consolidated|intensified|widened|"
    r"stepped up|revived)\b"
)
#: those whom one has for a year
_STAY = ("students", "trainees", "pupils", "employees", "cadres", "experts")
_GREETS = re.compile(r"\b(?:welcomes?|greets?|to (?:welcome|greet|receive)) (?:[a-z]+ ){0,2}$")
# "the banquet was attended by 80 comrades", "he was seen off at the airport by 100 people"
_BY_A_CROWD = re.compile(r"\b(?:attended|seen off|greeted|cheered|heard|applauded|welcomed)(?: [a-z ]{2,30})? by $")
_OF_A_MEETING = frozenset(words("of a meeting").split("|"))
# "More than 90 scholars and 45 diplomats heard the lecture"
_HEARD = re.compile(
    pattern(
        r"[^.;]{0,90}?\b(?:joined|heard|listened to|watched|applauded|followed|filled|attended) "
        r"(?:the|our|his|her|this) (?![a-z]+s\b)"
    )
)
# "Comrade Li will bring seven comrades with him"
_BROUGHT = re.compile(r"\b(?:bring|brings|brought|takes?|took|have|had) $")
_WITH_HIM = re.compile(r" (?:with (?:him|her|me|us)|along)\b")
_REPRESENTED = re.compile(r"\brepresented [^.;]{0,30}$")
_TOTAL = re.compile(r"\b(?:bringing|brought|brings|raising|raised) the (?:total|number)[^.;,\d]{0,50} to $")
_BODY = re.compile(r" (?:[a-z]+ )?(?:committee|council|board|bureau|commission|secretariat|presidium|section)")
_HOST_TO = re.compile(r"\bhosts?[^.;]{0,40} to $")
_AS_GUESTS = re.compile(r"[^.;]{0,40}\b(?:was|were|are|is) (?:the |our |also |its )?(?:[\w-]+'s )?guests\b")
# "a delegation of 14 members", "a rally of 10,000 people": the size of one occasion
_SIZE = re.compile(pattern(
    rf"\b(?:an?|one|the|our|its|this) (?:[\w'-]+ ){{0,4}}?(?:{words('sized')}),?"
    r"(?: (?!compared|against|to\b|with\b)[a-z'-]+){0,8}? "
    r"(?:of|with|totall?ing|numbering|comprising|consisting of|composed of|made up of|before|in the presence of|for)(?: the)? ?$"
))  # fmt: skip
# "Nine Chinese parties also took part"
_GUESTS = ("people", "parties", "delegations", "organs")
_ALSO_THERE = re.compile(
    r"[^.;,]{0,30}?\b(?:took part|participated|attended|(?:was|were) (?:also )?(?:present|there|represented))\b"
)
_TOOK_PART = re.compile(
    r"(?:took part in|attended|participated in|represented at|present at) (?:the|a|an|our|its) "
    rf"(?:[\w'-]+ ){{0,5}}?(?:{words('occasion')})\b"
)
# "a party of eleven engineers", "The delegation that visited us had five members"
_GROUP_HAD = re.compile(
    pattern(
        r"\bpresent (?:were|was|are)(?: also)? $|\ba party of $|\beach (?:of|with|numbering) $|"
        r"\b(?:took|takes?|taking|brought|brings?|bringing) along $|"
        r"\b(?:delegation|group|mission|team|deputation), $|"
        r"\b(?:it|which) (?:was|is|had been) (?:composed|made up) of $|"
        r"\b(?:accompanied|escorted) by (?:a suite of |a party of )?$|\bwe were $|"
        r"\b(?:i|he|she) (?:went|travelled|flew|left|set out|returned)[^.;]{0,40} with $|"
        r"\b(?:delegation|group|mission|team)\b[^.;]{0,90}\b(?:had|numbered|counted|comprised|consisted of|numbering) $"
    )
)
