"""Whose text it is, as its head says: the letterhead, the paper in which it stands, the place from which it is dated."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import islice

from .alternatives import one_of
from .countries import country_of, country_pattern
from .lexicon import table, words
from .text import fold

_INSTITUTION = (
    r"(?:party|league|ministry|department|embassy|government|institute|committee|federation|union|academy|council|"
    r"secretariat|front|movement|youth|congress|parliament|assembly|news agency|agency|radio|office|commission|university|"
    r"bureau|school|association|confederation|foundation|delegation|communists|socialists|greens|"
    r"home service|television|broadcasting|yearbook|almanac|annals|gazette|times|daily|weekly|herald|tribune|post|news|"
    r"review|observer|star|voice)"
)
_MONTHS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_STATE = r"(?:the )?(?:[a-z'.]+ ){0,3}?(?:republic of |kingdom of |union of )?(?:the )?"
#: how much of a text is its head: lines of titles, names and dates above the first that is longer than a title
_HEAD_LINES, _TITLE = 8, 130
#: how many lines of a text are looked at, and how much of each, in characters
HEAD, LONG = 2 * _HEAD_LINES, 400
_ANOTHER_LABOUR = re.compile(r"\b(?!the |british |of )[a-z]+ $")  # "Democratic Labour Party" is no British one
BY_OTHERS = re.compile(
    r"\b(?:correspondent|with|at|to|in|on|about|from|visit\w*|"
    r"(?<!published )(?<!issued )(?<!statement )(?<!compiled )(?<!edited )by|against|towards?|"
    r"between|for) (?:the )?(?:[a-z']+ )?$"
)
_OF_FRIENDS = re.compile(r"\b(?:friend\w*|friendship|understanding|solidarity|amity|cultural relations)\b")


def home_in_head(lines: Iterable[str]) -> str:
    """The country of the paper or institution that the title, the letterhead or the imprint of a text names; else empty.

    "(People's Daily, May 21, 1983)", "Socialist Party of Chile", "Foreign Department of the Hungarian Socialist Workers' Party",
    "Embassy of the Republic of Cuba" tell whose text it is; a party that is only written about ("on relations with the …", "MCA
    hosts Chinese party officials") and a society of friends of a country do not. A paper tells more than a letterhead, and that
    more than the place from which a report is dated.

    Parameters
    ----------
    lines : iterable of str
        The first lines of the text.
    """
    lines = list(islice(lines, HEAD))
    surely = maybe = ""
    for line in lines[:_HEAD_LINES]:
        folded = " " + DOTTED.sub("", " ".join(fold(line).replace("-", " ").split()))
        if (paper := _paper().match(folded)) is not None:
            return _papers()[" ".join(paper["paper"].split())]
        if len(folded) > _TITLE or _IS_SENTENCE.search(line):
            break
        if not surely and not _HEADLINE.search(folded):
            surely, likely = _letterhead(folded)
            maybe = maybe or likely
    if surely or is_from_abroad(lines):
        return surely or maybe
    return _dateline(lines) or _written_in(lines) or maybe


def _letterhead(folded: str) -> tuple[str, str]:
    """The country of the body that a line names, and the one that it may only write about: two strings, empty where none is."""
    maybe = ""
    if (found := _COMINTERN.search(folded)) is not None:
        before = folded[: found.start()]
        alone = before.strip() in _BEFORE_COMINTERN and _NAME_ENDS.match(folded, found.end())
        if alone or _names_itself(before):
            return OF_COMINTERN, ""
    for found in country_pattern().finditer(folded):
        country, is_party = country_of(" ".join(found[1].split()))
        before, behind = folded[: found.start(1)], folded[found.end(1) :]
        second = country_pattern().match(folded, found.end(1))
        if second and _OF_FRIENDS.search(folded, second.end()):
            return country, ""  # "Soviet-Chinese Friendship Society"
        if _OF_FRIENDS.search(folded) and _FRIENDS_OF.match(behind):
            return country, ""  # "British Society for Understanding with China"
        if _OF_FRIENDS.search(folded) and not _FOREIGN_FRIENDS.search(folded):
            break
        by_others = BY_OTHERS.search(before)
        is_party = is_party and not (found[1] == "labour party" and _ANOTHER_LABOUR.search(before))
        if (is_party and not by_others) or (not is_party and _names_itself(before)):
            return country, ""
        elsewhere = is_party or by_others or IN_ITS_NAME.search(before)
        its_own = None if elsewhere else _ITS_OWN.match(behind)
        if its_own and not before.strip() and _NAME_ENDS.match(behind, its_own.end()):
            return country, ""  # nothing but its name: "French Communist Party", but not "Chinese party officials in town"
        # "Guangdong's doors open wider", "Chronicle of Sichuan"
        place = not elsewhere and (behind.startswith("'s ") or (before.endswith(" of ") and not behind.strip()))
        maybe = maybe or (country if its_own or place else "")
    return "", maybe


#: where the Communist International had its seat
OF_COMINTERN = "Soviet Union"
_COMINTERN = re.compile(rf"(?<![\w-])(?:{words('the comintern')})(?![\w-])")
_BEFORE_COMINTERN = ("", "the", "young", "to all sections of the", "to the sections of the", "to the parties of the")
# a line that tells news is no letterhead
_HEADLINE = re.compile(rf"\b(?:{words('headline verb')})\b")


@cache
def _papers() -> dict[str, str]:
    """Paper or agency → its country."""
    rows = [(row["country"], name.replace("-", " ")) for row in table("papers") for name in row["papers"].split(";")]
    return {name: country for country, name in rows}


@cache
def _paper() -> re.Pattern:
    """A line that names the paper from which it comes: at its beginning, in brackets, or behind "source"."""
    source = r"\b(?:source|reprinted from|translated from|published in|carried by|excerpts? from):? (?:the )?"
    return re.compile(
        rf"(?:\W*(?:the )?|.{{0,90}}?(?:\( ?|{source}))(?P<paper>{one_of(_papers())})(?=\W*(?:$|\d|{_MONTHS})|[,:;)]| \()"
    )


def is_from_abroad(lines: Iterable[str]) -> bool:
    """Whether a paper's correspondent reports from elsewhere, so that the place from which he does is not the text's home."""
    return any(_CORRESPONDENT.search(fold(line)) for line in islice(lines, HEAD))


def _dateline(lines: list[str]) -> str:
    """The country of the place from which a paper or agency of that country reports: "NAIROBI, Friday —"."""
    for line in lines:
        if (found := _DATELINE.match(line)) and (place := country_pattern().fullmatch(" " + fold(found[1]).strip())):
            return country_of(place[1])[0]
    return ""


def _written_in(lines: list[str]) -> str:
    """The country of the place where a text was written, as its head says: "Minutes No. 7, Moscow, 14 September 1925"."""
    for line in lines[:_HEAD_LINES]:
        if len(line) > _TITLE or _IS_SENTENCE.search(line):
            break
        found = _PLACE_AND_DATE.search(fold(line)) or _BYLINE.match(fold(line))
        if found and (place := country_pattern().fullmatch(" " + found[1])):
            return country_of(place[1])[0]
    return ""


DOTTED = re.compile(r"\.(?<=\b[a-z]\.)(?=[a-z]\b)")  # "P.K.I." is the PKI
_CORRESPONDENT = re.compile(r"\bfrom (?:our|a) (?:[a-z]+ )?correspondent|\bour (?:own|special|foreign) correspondent")
_AGENCIES = "reuters?|ap|afp|upi|dpa"  # which report from everywhere
_DATELINE = re.compile(
    rf"\s*([A-Z][A-Z.' ]{{2,24}})(?:, (?:[A-Z][a-z]{{2,8}}\b|\d)(?!.{{0,14}}\((?i:{_AGENCIES})\))|"
    rf" ?\((?!(?i:{_AGENCIES})\))[\w .-]{{3,20}}\)| ?(?:-{{1,2}}|[–—]) ?(?=[A-Z]))"
)
_PLACE_AND_DATE = re.compile(
    rf"(?:^|, )\s*([a-z][a-z' ]{{2,20}}), (?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{_MONTHS})[a-z]*\.? (?:\d{{1,2}}, )?\d{{4}}"
)
_BYLINE = re.compile(r"\s*by [a-z.' -]{3,40}, ([a-z][a-z' ]{2,20})$")  # "By Tunde Alao, Abuja"
_NAME_ENDS = re.compile(r"\s*(?:\(|,|:| - |$)")


def _names_itself(before: str) -> bool:
    """Whether a country stands in the name of a body, and that behind no preposition: "Ministry of Foreign Affairs of …"."""
    whole = IN_ITS_NAME.search(before)
    return whole is not None and BY_OTHERS.search(ADJECTIVES.sub("", before[: whole.start()]) + " ") is None


_IS_SENTENCE = re.compile(r"\b[a-z][\w'’-]* [^\n]*[a-z\d)][.!?][\"”'’)]*\s*$")  # "organ of the C.C. of the P.K.I." is none
# what stands between a preposition and the party: "with the [Communist] Party of …"
ADJECTIVES = re.compile(
    r"(?: (?:communist|socialist|workers'|people's|democratic|social|revolutionary|labour|national|progressive|"
    r"united|unity|liberation|action|left))*\s*$"
)
IN_ITS_NAME = re.compile(
    rf"\b{_INSTITUTION}(?: (?:for|of) [a-z ]{{3,40}}?)?(?: of|,) {_STATE}$|\b{_INSTITUTION}(?:, | \()(?:the )?$"
)
#: without one of them no name of a body ends so; looking for them is quicker
NAME_SIGNS = (" of", ",", "(")
_ITS_OWN = re.compile(rf"(?: [a-z'-]+){{0,4}}? {_INSTITUTION}(?! (?:and|relations|friendship))\b")
_FRIENDS_OF = re.compile(r"(?: [a-z'-]+){0,2}? (?:society|association|committee|council|union)\b.*\b(?:with|for|of) ")
_FOREIGN_FRIENDS = re.compile(r"\bfriendship with (?:foreign|other|all)\b")


def home_named(speaker: str) -> str:
    """The country that a note on who speaks names first ("Central Committee of the Lao party"), or an empty string."""
    found = country_pattern().search(" " + fold(speaker))  # a blank ahead, as in home_of
    return country_of(" ".join(found[1].split()))[0] if found else ""
