"""Where the figures of the texts pull against each other: the sentences, what their bounds allow, and ways to read them together.

The arithmetic is done here, with strict bounds ("more than 800" leaves 800 out). The ways out are a close reading
(``readings/tensions.csv``): each rests on words, and each says what one would need to see to choose it. Nothing here decides.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from .bounds import Bounds, bounds
from .errors import InterpartyError
from .holding import Held
from .spans import years
from .wording import citation, date, phrase

#: days of a year, for what is said to happen every day
DAYS = 365
#: years that dai-2002 and chen-2007 look back over: from one party congress to the next
FIVE = 5


@dataclass(frozen=True)
class Tension:
    """One investigation.

    Parameters
    ----------
    id : str
        Short and stable, ``T4``.
    title, question : str
        What pulls against what, and what is to be found out.
    wanted : tuple of (doc, par, words)
        The claims, by words of their quotation.
    reckon : callable
        Takes the claims as mappings, in the order of ``wanted``, and gives the comparisons.
    strained_by : tuple of str
        The verdicts that would speak against all of it being true. A part is smaller than its whole without any strain.
    no_strain : str
        Why a certain difference that is not among them is no contradiction.
    """

    id: str
    title: str
    question: str
    wanted: tuple[tuple[str, int, str], ...]
    reckon: Callable[..., list[Held]]
    strained_by: tuple[str, ...] = ("certainly larger", "certainly smaller")
    no_strain: str = ""

    def rows(self, claims: pd.DataFrame) -> list[dict]:
        """Its claims; InterpartyError where the table does not hold one of them."""
        return [_find(claims, *place) for place in self.wanted]

    def held(self, claims: pd.DataFrame) -> list[Held]:
        """What its numbers allow."""
        return self.reckon(*self.rows(claims))


def _find(claims: pd.DataFrame, doc: str, par: int, words: str) -> dict:
    here = claims[(claims["doc"] == doc) & (claims["par"] == par) & claims["quote"].str.contains(words, regex=False)]
    if len(here) != 1:
        raise InterpartyError(f"{len(here)} claims of [{doc} ¶{par}] hold “{words}”: give the claims of all five texts.")
    return here.iloc[0].to_dict()


def _b(claim: dict) -> Bounds:
    return bounds(claim, strict=True)


def _q(claim: dict) -> str:
    return f"“{phrase(claim)}” {citation(claim)}"


# ---- what is reckoned ------------------------------------------------------------------------------------------------


def _every_day(come: dict, go: dict, come_daily: dict, go_daily: dict) -> list[Held]:
    pairs = (("Received", come, come_daily), ("Sent", go, go_daily))
    return [
        Held(f"{way} in a day", f"{_q(rate)} ÷ {DAYS}", _b(rate).per(DAYS, "day"), f"“{daily['quote']}”", _b(daily).per(1, "day"))
        for way, rate, daily in pairs
    ]


def _totals(come: dict, go: dict, come_year: dict, go_year: dict, daily: dict) -> list[Held]:
    span = years(come)
    long = f"{span.low:g} to {span.high:g} years"
    pairs = (("Received in a year", come, come_year), ("Sent in a year", go, go_year))
    rows = [Held(way, f"{_q(total)} ÷ {long}", _b(total).per(span), _q(rate), _b(rate).per(1)) for way, total, rate in pairs]
    one_each_day = Bounds(DAYS, DAYS) * span
    return [*rows, Held("Received in all", _q(come), _b(come), f"one each day, for {long},", one_each_day)]


def _decades(total: dict) -> list[Held]:
    span = years(total)
    dated, said = Bounds(span.high, span.high), Bounds(span.low, span.low)
    since = f"the time from {date(total['period_start'])} to {date(total['period_end'])}"
    return [Held("Years of the calendar", since, dated, "“two decades”", said)]


def _part_and_whole(go: dict, come: dict, go_year: dict, come_year: dict) -> list[Held]:
    pairs = (("Sent", go, go_year), ("Received", come, come_year))
    return [
        Held(f"{way} in a year", f"{_q(total)} ÷ {FIVE} years", _b(total).per(FIVE), _q(rate), _b(rate).per(1))
        for way, total, rate in pairs
    ]


def _countries(exact: dict, later: dict, last: dict) -> list[Held]:
    return [Held("Countries", _q(row), _b(row), _q(exact), _b(exact)) for row in (later, last)]


def _stock_and_new(stock: dict, new: dict, later: dict) -> list[Held]:
    return [Held("Parties", _q(later), _b(later), f"{_q(stock)} + {_q(new)}, if none was lost,", _b(stock) + _b(new))]


def _pair(what: str) -> Callable[[dict, dict], list[Held]]:
    return lambda first, second: [Held(what, _q(first), _b(first), _q(second), _b(second))]


def _subtotals(leaders: dict, west: dict, sent: dict, guests: dict, hundreds: dict, received: dict) -> list[Held]:
    return [
        Held("Sent", f"{_q(leaders)} + {_q(west)}", _b(leaders) + _b(west), _q(sent), _b(sent)),
        Held("Received", _q(guests), _b(guests), _q(received), _b(received)),
        Held("Received", _q(hundreds), _b(hundreds), _q(received), _b(received)),
    ]


def _chiefs(chiefs: dict, yearly: dict, led: dict, earlier: dict) -> list[Held]:
    spread = f"{_q(chiefs)} ÷ {FIVE} years, if these are its years,"
    return [
        Held("Received in a year", spread, _b(chiefs).per(FIVE), _q(yearly), _b(yearly).per(1)),
        Held("Sent, led by leaders", _q(led), _b(led), _q(earlier), _b(earlier)),
    ]


def _two_dates(flow: dict, stock: dict) -> list[Held]:
    each = _b(flow) / _b(stock)
    return [Held("Visits for each partner, on average", f"{_q(flow)} ÷ {_q(stock)}", each, "one visit", Bounds(1, 1))]


def _heads(come: dict, come_people: dict, go: dict, go_people: dict) -> list[Held]:
    pairs = ((come_people, come), (go_people, go))
    (first, low), (second, high) = ((f"{_q(people)} ÷ {_q(total)}", _b(people) / _b(total)) for people, total in pairs)
    return [Held("People for each delegation, received against sent", first, low, second, high)]


IDCPC, DAI, CHEN, ZHONG, TALK = "idcpc-2003", "dai-2002", "chen-2007", "zhong-2007", "dai-2001"
#: the investigations, under the numbers that the collection gives to tensions between the texts
TENSIONS = (
    Tension(
        "T1", "A year and a day", "One sentence counts by the year, the next by the day. Can both be true?",
        (
            (IDCPC, 8, "200 delegations"), (IDCPC, 8, "100 groups"),
            (IDCPC, 8, "group every day"), (IDCPC, 8, "delegation out every day"),
        ),
        _every_day,
    ),
    Tension(
        "T2", "A total and its rates", "A total in one paragraph, rates in the next. Can all of it be true?",
        (
            (IDCPC, 7, "4,500"), (IDCPC, 7, "1,500"), (IDCPC, 8, "200 delegations"),
            (IDCPC, 8, "100 groups"), (IDCPC, 8, "group every day"),
        ),
        _totals,
    ),
    Tension("T3", "Decades that are too short",
        "The total has two measures of time: “two decades”, and a beginning, "
        "which the same text dates to 1978 [idcpc-2003 ¶5]. Can both be true?", ((IDCPC, 7, "4,500"),), _decades),
    Tension(
        "T4", "The part and the whole",
        "The International Department is a part of the party. "
        "Can both sentences be true of what was sent and received?",
        ((DAI, 15, "400 delegations"), (DAI, 15, "800 delegations"), (IDCPC, 8, "100 groups"), (IDCPC, 8, "200 delegations")),
        _part_and_whole,
        ("certainly smaller",),
    ),
    Tension(
        "T5", "Countries, up and down", "Three stocks at three dates. Can all three be true, and do they prove a fall or a rise?",
        ((DAI, 15, "147 countries"), (IDCPC, 6, "140 countries"), (CHEN, 2, "160 countries")),
        _countries,
        (),
        "The stocks are of different days: a certain difference is a change, and no contradiction.",
    ),
    Tension(
        "T6", "New friends, the same number", "An old stock, new relations, a later stock. Can all three be true?",
        ((DAI, 15, "418 parties"), (CHEN, 4, "100 political parties"), (CHEN, 2, "400 political parties")),
        _stock_and_new,
    ),
    Tension(
        "T7", "One interview, two hedges", "The journal introduces, the minister answers. Can both numbers be true?",
        ((TALK, 4, "400 political parties"), (TALK, 19, "400 parties")),
        _pair("Parties and organizations in contact"),
    ),
    Tension(
        "T14", "The largest conference",
        "The text of the conference goes on: “This is so far the largest international party conference "
        "held by the CPC.” [zhong-2007 ¶27] Can that be true beside the congress of 1956?",
        ((ZHONG, 27, "35 countries"), (TALK, 9, "56 countries")),
        _pair("Countries whose parties came"),
        ("certainly smaller",),
    ),
    Tension(
        "T15", "Parts of what?",
        "Can the smaller figures be true as parts of the totals, "
        "“nearly 400” and “more than 800” [dai-2002 ¶15]?",
        (
            (DAI, 6, "40 delegations"), (DAI, 11, "30 CPC delegations"), (DAI, 15, "400 delegations"),
            (DAI, 8, "50 delegations"), (DAI, 11, "hundreds of delegations"), (DAI, 15, "800 delegations"),
        ),
        _subtotals,
        ("certainly larger",),
        "A part that is smaller than its whole contradicts nothing.",
    ),
    Tension(
        "T16", "Almost the same figure", "Can all of these figures be true of the same visits?",
        ((CHEN, 4, "200 delegations"), (IDCPC, 8, "200 delegations"), (CHEN, 4, "50 delegations"), (DAI, 6, "40 delegations")),
        _chiefs,
    ),
    Tension(
        "T22", "Neighbours with two dates",
        "Flow and stock stand side by side. Can both be true? "
        "And what would their quotient be worth?",
        ((DAI, 15, "800 delegations"), (DAI, 15, "418 parties")),
        _two_dates,
        (),
        "More than one visit for each partner, on average, contradicts nothing. What an average hides is another question.",
    ),
    Tension(
        "T26", "People or movements?",
        "Two totals of delegations, two of travellers. Can all be true, "
        "and do they show whether the groups that came were smaller than those that went?",
        ((IDCPC, 7, "4,500"), (IDCPC, 7, "26,000"), (IDCPC, 7, "1,500"), (IDCPC, 7, "10,000")),
        _heads,
    ),
)  # fmt: skip

#: column of the claims → what it means that it differs, and no arithmetic settles
_BEYOND = {
    "unit": "They do not count the same things",
    "doc": "They stand in different texts; look who counts, and whose visits",
    "kind": "They are not figures of one kind",
    "period_text": "They do not have the same words of time",
}


def beyond(rows: list[dict]) -> list[str]:
    """What the claims of a tension differ in, and no arithmetic settles: a sentence for each difference."""
    told = []
    for column, words in _BEYOND.items():
        cells: dict[str, list[str]] = {}
        for row in rows:
            cells.setdefault(row[column] if isinstance(row[column], str) else "none", []).append(f"“{phrase(row)}”")
        if len(cells) > 1:
            listed = [f"{cell} ({', '.join(said)})" for cell, said in cells.items()]
            told.append(f"{words}: {'; '.join(listed)}.")
    return told


def tension(name: str) -> Tension:
    """One investigation by its id; InterpartyError where there is none of that name."""
    found = {one.id: one for one in TENSIONS}
    if name not in found:
        raise InterpartyError(f"There is no tension {name!r}: choose among {', '.join(found)}.")
    return found[name]
