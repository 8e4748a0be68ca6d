"""Whose house speaks: the text's own institution, its country, and everybody else."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from .alternatives import Late, one_of
from .countries import country_of, country_pattern, people_of, places_of, terms_of
from .letterheads import ADJECTIVES, BY_OTHERS, DOTTED, IN_ITS_NAME, NAME_SIGNS, OF_COMINTERN
from .lexicon import table, words

_OWN_FIRST = (
    *("we", "our", "us", "ours"),
    *("the party", "our party", "this party", "the department", "my department", "the central committee"),
)
_FOREIGN = re.compile(
    rf"(?<![\w-])(?:foreign(?! (?:{words('home office')})\b)|fraternal|sister|brother|overseas parties|visiting|many parties|"
    r"some parties|other (?:\w+ ){0,2}(?:parties|countries|states|nations))(?![\w-])"
)
_REGIONS = rf"(?:the )?(?:[\w-]+ )?(?:{words('region')})\b"
_HERE = r"us|our \w+|here|this country|the country|home|the capital|the congress|the party(?! (?:school|academy|member))"

#: these are foreign to a text of China whatever their country
_FAR_FROM_CHINA = "african|latin american|european|west european|western european|east european|arab|oceanian"
#: whose text it is where a few sentences do not tell
_PRESUMED = "China"
#: up to how many characters a text that does not tell whose it is counts as a few sentences
_FEW_SENTENCES = 700
#: characters of a text that are read to find out whose it is
_ENOUGH = 40_000


@dataclass(frozen=True)
class House:
    """Whose text it is.

    ``own`` are the names of the house, ``foreign`` those of others who act, ``ground`` what "to us" may be called, ``abroad``
    other countries as places. ``known`` says whether its country is; ``others`` are countries, peoples and parties that are
    not of the house. Where the house's country is not known, a country's name does not tell who acts.
    """

    own: re.Pattern | Late
    foreign: re.Pattern | Late
    ground: re.Pattern | Late
    abroad: re.Pattern | Late
    known: bool
    others: re.Pattern | Late


# a country to which one goes, or from which one comes, is not at once that of the house
_WE = re.compile(r"\b(?:we|our|us|ours)\b")
_PARTY_OF = re.compile(r"\bparty of (?:the )?$")
#: no preposition is longer, with its article and what stands before it
_PREPOSITION = 16
_GOING = re.compile(r"\b(?:to|from|for|with|against|in|of|by|between|towards?|about|on) (?:the )?$")


_COMING = re.compile(
    r"(?<!\bwe )(?<!\bi )\b(?:c[ao]me|comes|coming|arriv(?:e|ed|es|ing)|(?:invited|brought|welcomed)(?: here)?) "
    r"(?:to|in) (?:the )?$"
)


# whoever "came home to London" is told of in London
_HOMECOMING = re.compile(r"\bc[ao]me (?:back )?home to (?:the )?$")
#: who speaks so, or reckons in this money, is at home in the presumed house, if he does not often name another one
_SPEAKS_SO = re.compile(rf"\b(?:{words('said at home')})\b")


def home_of(folded: str, presumed: bool = True) -> str:
    """The country whose house speaks, as in lexicon/countries.csv, or an empty string where the text does not tell.

    It is the country whose names, people, capital and (three times as telling) parties the text mentions most, other than
    behind a preposition: whoever goes to China, or agrees with it, does not speak for it. A few sentences that name China or
    no country, and in which no other country's party acts, are taken for China's own where that may be ``presumed``.
    """
    scores: Counter[str] = Counter()
    # a blank ahead, for the pattern looks only at what follows a character that is none of a word
    text = " " + DOTTED.sub("", folded[:_ENOUGH])
    head = text[:301] if "friendship" in folded[:300] else ""
    friends = {country_of(" ".join(term.split()))[0] for term in country_pattern().findall(head)}
    named, acts = set(), False
    for found in country_pattern().finditer(text):
        country, is_party = country_of(" ".join(found[1].split()))
        named.add(country)
        before = text[max(0, found.start(1) - 60) : found.start(1)]
        behind_preposition = _GOING.search(before, max(0, len(before) - _PREPOSITION))
        if behind_preposition and _HOMECOMING.search(before):
            scores[country] += 4
            continue
        if behind_preposition and _COMING.search(before):
            scores[country] += 2  # whoever says that others "came to China" is there
            continue
        acts |= country != _PRESUMED and (is_party or bool(_PARTY_OF.search(before)))
        if country in friends:
            continue
        if behind_preposition:
            whole = any(sign in before for sign in NAME_SIGNS) and IN_ITS_NAME.search(before)
            if whole and not BY_OTHERS.search(ADJECTIVES.sub("", before[: whole.start()]) + " "):
                scores[country] += 3  # "the Communist Party of Vietnam", who is no one's guest or partner
            continue
        scores[country] += 3 if is_party else 1
    if "new china" in text and _WE.search(text):
        scores[_PRESUMED] += 3  # so it calls itself
    ranked = scores.most_common(2)
    # a house names itself again and again, and clearly more often than any one partner
    if ranked and (len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1]):
        home, score = ranked[0]
        if score >= (3 if presumed and home == _PRESUMED and len(folded) <= _FEW_SENTENCES else 4):
            return home
    speaks_so = (scores[_PRESUMED] or _PRESUMED not in named) and _SPEAKS_SO.search(text)
    if speaks_so and all(score < 4 for country, score in scores.items() if country != _PRESUMED):
        return _PRESUMED
    # too short to tell by counting: China, of whose party the collection is, where no other country's party acts
    if not presumed or len(folded) > _FEW_SENTENCES:
        return ""
    likelier = acts or max((score for country, score in scores.items() if country != _PRESUMED), default=0) > 2
    if likelier or _PRESUMED in friends or (named and _PRESUMED not in named):
        return ""
    # "our party sent twelve delegations to China": whoever says "we" and only goes there is at home elsewhere
    return "" if named and not scores[_PRESUMED] and _WE.search(text) else _PRESUMED


#: states of which one followed the other in the same capital: a house may call itself by either
_SUCCESSORS = (
    ("Soviet Union", "Russia"),
    ("Czechoslovakia", "Czech Republic"),
    ("Yugoslavia", "Serbia"),
    ("Burma", "Myanmar"),
    ("North Korea", "Korea"),
    ("South Korea", "Korea"),
)


@lru_cache(maxsize=64)
def house_of(home: str) -> House:
    """The patterns for the house of a country; an empty string for one that is not known."""
    rows = table("countries")
    homes = next((pair for pair in _SUCCESSORS if home in pair), (home,))
    comintern = words("the comintern").replace("\\", "").split("|")
    own = [term for row in rows if row["country"] in homes for term in (*terms_of(row), *people_of(row))]
    own = one_of([*_OWN_FIRST, *own, *(comintern if OF_COMINTERN in homes else ())])
    others = [term for row in rows if row["country"] not in homes for term in (*terms_of(row), *people_of(row))]
    others = one_of([*others, *(comintern if OF_COMINTERN not in homes else ())])
    ground = [one_of(places)] if (places := [term for row in rows if row["country"] == home for term in places_of(row)]) else []
    foreigners = rf"{_FOREIGN.pattern}|(?<![\w-])(?:{_FAR_FROM_CHINA})(?![\w-])" if home == _PRESUMED else _FOREIGN.pattern
    return House(
        own=Late(rf"(?<![\w-]){own}(?![\w-])"),
        foreign=Late(rf"{foreigners}|(?<![\w-]){others}(?![\w-])") if home else _FOREIGN,
        ground=Late(rf"(?<![\w-])(?:{'|'.join([_HERE, *ground])})(?![\w-])"),
        abroad=Late(rf"{_FOREIGN.pattern}|{_REGIONS}|abroad|overseas|\d+ countries" rf"|(?:the )?{others}(?![\w-])"),
        known=bool(home),
        others=Late(rf"(?<![\w-])(?:{others}|{_REGIONS}|abroad|overseas)(?![\w-])"),
    )
