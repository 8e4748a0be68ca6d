"""Whose house speaks: the text's own institution, its country, and everybody else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from .alternatives import Late, one_of
from .lexicon import table, words
from .text import fold

_OWN_FIRST = (
    *("we", "our", "us", "ours"),
    *("the party", "our party", "this party", "the department", "my department", "the central committee"),
)
_FOREIGN = re.compile(
    rf"(?<![\w-])(?:foreign(?! (?:{words('home office')})\b)|fraternal|sister|brother|overseas parties|visiting|many parties|"
    r"some parties|other (?:\w+ ){0,2}(?:parties|countries|states|nations)|communist international|comintern)(?![\w-])"
)
_REGIONS = rf"(?:the )?(?:[\w-]+ )?(?:{words('region')})\b"
_HERE = r"us|our \w+|here|this country|the country|home|the capital|the congress|the party(?! (?:school|academy|member))"

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


def home_of(folded: str, presumed: bool = True) -> str:
    """The country whose house speaks, as in lexicon/countries.csv, or an empty string where the text does not tell.

    It is the country whose names, people, capital and (three times as telling) parties the text mentions most, other than
    behind a preposition: whoever goes to China, or agrees with it, does not speak for it. A few sentences that name China or
    no country, and in which no other country's party acts, are taken for China's own where that may be ``presumed``.
    """
    scores: Counter[str] = Counter()
    # a blank ahead, for the pattern looks only at what follows a character that is none of a word
    text = " " + _DOTTED.sub("", folded[:_ENOUGH])
    head = text[:301] if "friendship" in folded[:300] else ""
    friends = {_country_of(" ".join(term.split()))[0] for term in _country_pattern().findall(head)}
    named, acts = set(), False
    for found in _country_pattern().finditer(text):
        country, is_party = _country_of(" ".join(found[1].split()))
        named.add(country)
        before = text[max(0, found.start(1) - 60) : found.start(1)]
        behind_preposition = _GOING.search(before, max(0, len(before) - _PREPOSITION))
        if behind_preposition and _COMING.search(before):
            scores[country] += 2  # whoever says that others "came to China" is there
            continue
        acts |= country != _PRESUMED and (is_party or bool(_PARTY_OF.search(before)))
        if country in friends:
            continue
        if behind_preposition:
            whole = any(sign in before for sign in _NAME_SIGNS) and _IN_ITS_NAME.search(before)
            if whole and not _BY_OTHERS.search(_ADJECTIVES.sub("", before[: whole.start()]) + " "):
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
    # too short to tell by counting: China, of whose party the collection is, where no other country's party acts
    if not presumed or len(folded) > _FEW_SENTENCES:
        return ""
    likelier = acts or max((score for country, score in scores.items() if country != _PRESUMED), default=0) > 2
    if likelier or _PRESUMED in friends or (named and _PRESUMED not in named):
        return ""
    # "our party sent twelve delegations to China": whoever says "we" and only goes there is at home elsewhere
    return "" if named and not scores[_PRESUMED] and _WE.search(text) else _PRESUMED


_INSTITUTION = (
    r"(?:party|league|ministry|department|embassy|government|institute|committee|federation|union|academy|council|"
    r"secretariat|front|movement|youth|congress|parliament|assembly|news agency|agency|radio|office|commission|university|"
    r"bureau|school|association|confederation|foundation|delegation|communists|socialists|greens|"
    r"home service|television|broadcasting|gazette|times|daily|weekly|herald|tribune|post|news|review|observer|star|voice)"
)
_STATE = r"(?:the )?(?:[a-z']+ ){0,3}?(?:republic of |kingdom of |union of )?(?:the )?"
#: how much of a text is its head: lines of titles, names and dates above the first that is longer than a title
_HEAD_LINES, _TITLE = 8, 130
_ANOTHER_LABOUR = re.compile(r"\b(?!the |british |of )[a-z]+ $")  # "Democratic Labour Party" is no British one
_BY_OTHERS = re.compile(
    r"\b(?:correspondent|with|at|to|in|on|about|from|visit\w*|"
    r"(?<!published )(?<!issued )(?<!statement )(?<!compiled )(?<!edited )by|against|towards?|"
    r"between|for) (?:the )?(?:[a-z']+ )?$"
)
_OF_FRIENDS = re.compile(r"\b(?:friend\w*|friendship|understanding|solidarity|amity|cultural relations)\b")


def home_in_head(lines: Iterable[str]) -> str:
    """The country of the institution that the title, the letterhead or the imprint of a text names first; else empty.

    "Socialist Party of Chile", "Foreign Department of the Hungarian Socialist Workers' Party", "Embassy of the Republic of
    Cuba" tell whose text it is; a party that is only written about ("on relations with the …") and a society of friends of
    a country do not.

    Parameters
    ----------
    lines : iterable of str
        The first lines of the text.
    """
    lines = list(islice(lines, 2 * _HEAD_LINES))
    for line in lines[:_HEAD_LINES]:
        folded = " " + _DOTTED.sub("", " ".join(fold(line).replace("-", " ").split()))
        if len(folded) > _TITLE or _IS_SENTENCE.search(line):
            break
        for found in _country_pattern().finditer(folded):
            country, is_party = _country_of(" ".join(found[1].split()))
            before, behind = folded[: found.start(1)], folded[found.end(1) :]
            second = _country_pattern().match(folded, found.end(1))
            if second and _OF_FRIENDS.search(folded, second.end()):
                return country  # "Soviet-Chinese Friendship Society"
            if _OF_FRIENDS.search(folded) and _FRIENDS_OF.match(behind):
                return country  # "British Society for Understanding with China"
            if _OF_FRIENDS.search(folded) and not _FOREIGN_FRIENDS.search(folded):
                break
            by_others = _BY_OTHERS.search(before)
            is_party = is_party and not (found[1] == "labour party" and _ANOTHER_LABOUR.search(before))
            if (is_party and not by_others) or (not is_party and _names_itself(before, behind, by_others)):
                return country
    return _dateline(lines)


def _dateline(lines: list[str]) -> str:
    """The country of the place from which a paper or agency of that country reports: "NAIROBI, Friday —"."""
    if any(_CORRESPONDENT.search(fold(line)) for line in lines):
        return ""
    for line in lines:
        if (found := _DATELINE.match(line)) and (place := _country_pattern().fullmatch(" " + fold(found[1]))):
            return _country_of(place[1])[0]
    return ""


_DOTTED = re.compile(r"\.(?<=\b[a-z]\.)(?=[a-z]\b)")  # "P.K.I." is the PKI
_CORRESPONDENT = re.compile(r"\bfrom (?:our|a) (?:[a-z]+ )?correspondent|\bour (?:own|special|diplomatic|foreign) correspondent")
_DATELINE = re.compile(r"\s*([A-Z][A-Z.' ]{2,24}), (?:[A-Z][a-z]{2,8}\b|\d)")


def _names_itself(before: str, behind: str, by_others: re.Match | None) -> bool:
    if (whole := _IN_ITS_NAME.search(before)) is not None:
        return _BY_OTHERS.search(_ADJECTIVES.sub("", before[: whole.start()]) + " ") is None
    return bool(not by_others and _ITS_OWN.match(behind))


_IS_SENTENCE = re.compile(r"\b[a-z][\w'’-]* [^\n]*[a-z\d)][.!?][\"”'’)]*\s*$")  # "organ of the C.C. of the P.K.I." is none
# what stands between a preposition and the party: "with the [Communist] Party of …"
_ADJECTIVES = re.compile(
    r"(?: (?:communist|socialist|workers'|people's|democratic|social|revolutionary|labour|national|progressive|"
    r"united|unity|liberation|action|left))*\s*$"
)
_IN_ITS_NAME = re.compile(
    rf"\b{_INSTITUTION}(?: (?:for|of) [a-z ]{{3,40}}?)?(?: of|,) {_STATE}$|\b{_INSTITUTION}(?:, | \()(?:the )?$"
)
#: without one of them no name of a body ends so; looking for them is quicker
_NAME_SIGNS = (" of", ",", "(")
_ITS_OWN = re.compile(rf"(?: [a-z'-]+){{0,4}}? {_INSTITUTION}(?! (?:and|relations|friendship))\b")
_FRIENDS_OF = re.compile(r"(?: [a-z'-]+){0,2}? (?:society|association|committee|council|union)\b.*\b(?:with|for|of) ")
_FOREIGN_FRIENDS = re.compile(r"\bfriendship with (?:foreign|other|all)\b")


def home_named(speaker: str) -> str:
    """The country that a note on who speaks names first ("Central Committee of the Lao party"), or an empty string."""
    found = _country_pattern().search(" " + fold(speaker))  # a blank ahead, as in home_of
    return _country_of(" ".join(found[1].split()))[0] if found else ""


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
    own = one_of([*_OWN_FIRST, *(term for row in rows if row["country"] in homes for term in (*_terms(row), *_people(row)))])
    others = one_of([term for row in rows if row["country"] not in homes for term in (*_terms(row), *_people(row))])
    ground = [one_of(places)] if (places := [term for row in rows if row["country"] == home for term in _places(row)]) else []
    return House(
        own=Late(rf"(?<![\w-]){own}(?![\w-])"),
        foreign=Late(rf"{_FOREIGN.pattern}|(?<![\w-]){others}(?![\w-])") if home else _FOREIGN,
        ground=Late(rf"(?<![\w-])(?:{'|'.join([_HERE, *ground])})(?![\w-])"),
        abroad=Late(rf"{_FOREIGN.pattern}|{_REGIONS}|abroad|overseas|\d+ countries" rf"|(?:the )?{others}(?![\w-])"),
        known=bool(home),
        others=Late(rf"(?<![\w-])(?:{others}|{_REGIONS}|abroad|overseas)(?![\w-])"),
    )


def _terms(row: dict) -> list[str]:
    demonyms = [term for term in row["demonyms"].split(";") if term]
    return [*_places(row), *demonyms, *(f"{term}s" for term in demonyms if not term.endswith(_NO_PLURAL))]


def _people(row: dict) -> list[str]:
    """Its leaders, who stand for the country when they come or receive; they do not tell whose text it is."""
    return [term for term in row["people"].split(";") if term]


_NO_PLURAL = (
    "s",
    "ch",
    "sh",
    "ese",
    "of korea",
    "of germany",
    "republic",
    "republics",
    "britain",
    "america",
    "ssr",
    "usa",
    "men",
)


def _places(row: dict) -> list[str]:
    cells = ";".join((row["capitals"], row["parties"], row["places"]))
    return [row["country"].lower(), *(term for term in cells.split(";") if term)]


@lru_cache(maxsize=1)
def _country_pattern() -> re.Pattern:
    terms = {term for row in table("countries") for term in _terms(row)}
    letters = re.escape("".join(sorted({term[0] for term in terms})))
    return re.compile(rf"[^a-z0-9_-](?=[{letters}])(?<!\w)({one_of(terms)})(?![\w-])")


@lru_cache(maxsize=512)
def _country_of(term: str) -> tuple[str, bool]:
    """The country that a term names, and whether the term is the name of a party there."""
    row = next(row for row in table("countries") if term in _terms(row))
    return row["country"], term in row["parties"].split(";")
