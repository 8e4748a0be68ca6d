"""The claims table: every counted statistic of a text, with its bounds, its direction, its period and its place."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import replace

import pandas as pd

from .bounds import bounds_of
from .corpus import Corpus, Document
from .errors import InterpartyError
from .frames import frame
from .houses import House, house_of
from .lexicon import words
from .moments import is_new, own_period, period_of, pointed_back
from .nesting import nest
from .periods import Period, find
from .quantities import Mention, SentenceMentions, mentions
from .relations import is_joined, relation

COLUMNS = [
    "claim_id",
    "doc",
    "par",
    "start",
    "end",
    "quote",
    "value",
    "low",
    "high",
    "hedge",
    "unit",
    "measure",
    "direction",
    "kind",
    "period_start",
    "period_end",
    "period_text",
    "subset_of",
]
_NUMBERS = dict.fromkeys(("value", "low", "high"), "float64") | dict.fromkeys(("par", "start", "end"), "int64")


def claims(source: Document | Corpus | Iterable[Document]) -> pd.DataFrame:
    """Every counted statistic of one or more texts, a row a claim.

    Parameters
    ----------
    source : Document, Corpus or iterable of Document
        What to read.

    Returns
    -------
    DataFrame
        ``claim_id`` (readable and stable), ``doc``, ``par`` (paragraph from 0), ``start`` and ``end`` (character offsets
        into the file: ``text[start:end] == quote``), ``quote``; ``value`` (the figure as printed), ``low``, ``high`` (the
        bounds, see :func:`interparty.bounds_of`), ``hedge``; ``unit`` (the nouns counted), ``measure`` (what is counted,
        in one vocabulary), ``direction`` (``received sent both none``, from the side of the text's own institution),
        ``kind`` (``stock flow rate event duration structural``); ``period_start`` and ``period_end`` (EDTF or None),
        ``period_text`` (the words, or None when the tense alone tells); ``subset_of`` (the claim of which this is a part).

    Raises
    ------
    InterpartyError
        When ``source`` is something else.
    """
    documents = [source] if isinstance(source, Document) else source
    rows: list[dict] = []
    by_hand: list[Document] = []
    try:
        for document in documents:
            rows += document.reading(_document_rows)
            if document.corrections:
                by_hand.append(document)
    except (TypeError, AttributeError):
        if all(isinstance(document, Document) for document in _listed(documents)):
            raise
        raise InterpartyError(
            f"claims needs a corpus, a document or a list of documents, not {type(source).__name__}: try claims(load_corpus())."
        ) from None
    if by_hand:
        from .own.corrections import with_corrections

        return with_corrections(as_table(rows), by_hand)
    return as_table(rows)


def _listed(documents: object) -> list:
    return list(documents) if isinstance(documents, Iterable) else [documents]


def as_table(rows: list[dict]) -> pd.DataFrame:
    """Rows as a claims table, each column with its type."""
    return frame([[row[name] for name in COLUMNS] for row in rows], COLUMNS, _NUMBERS)


def _document_rows(document: Document) -> list[dict]:
    house: House | None = None
    rows: list[dict] = []
    taken: dict[str, int] = {}
    frame, named, block = None, None, -1
    for found in _framed(document):
        sentence = found.sentence
        if sentence.block != block:
            frame, named, block = None, None, sentence.block
        found = replace(found, periods=pointed_back(found.periods, named))
        before_it, named = named, found.periods[-1] if found.periods else named
        frame = _new_frame(found.periods, frame)
        known: list[tuple[Mention, tuple[str, str]]] = []
        for mention in found.mentions:
            house = house or house_of(document.home)
            antecedent = _antecedent(rows, mention, len(known))
            if mention.antecedent and not mention.unit.heads:
                if antecedent is None or (not known and antecedent["_block"] != sentence.block):
                    continue
                mention = replace(mention, unit=antecedent["_unit"])
            meaning = relation(document.folded, sentence.start, sentence.end, mention, known, house)
            if antecedent is not None and meaning[0] == "":
                meaning = antecedent["_meaning"]
            known.append((mention, meaning))
            before = rows[-1] if len(known) > 1 else None
            row = _row(document, found, mention, meaning, (frame, before_it), before, antecedent)
            row["subset_of"] = antecedent["claim_id"] if antecedent and mention.antecedent != "same" else None
            row["claim_id"] = claim_id(row, taken)
            rows.append(row)
    nest(rows)
    return rows


#: how many claims back "of the delegations received" may point
_MEMORY = 40


def _antecedent(rows: list[dict], mention: Mention, known: int) -> dict | None:
    """The claim of which an elliptic number is a part: the one before, or the first of the sentence."""
    if not rows or not mention.antecedent:
        return None
    if mention.antecedent == "named":
        near = reversed(rows[-_MEMORY:])
        return next((row for row in near if row["_unit"].heads[:1] == mention.unit.heads[:1]), None)
    return rows[-known] if mention.antecedent == "whole" and known else rows[-1]


def _framed(document: Document):
    """The sentences with mentions, and those before them in the same paragraph that set a frame of time."""
    found = {item.sentence.start: item for item in mentions(document)}
    last = {item.sentence.block: item.sentence.start for item in found.values()}
    for block in sorted(last):
        for sentence in document.block(block):
            if sentence.start > last[block]:
                break
            item = found.get(sentence.start)
            times = None if item else find(document.folded, sentence.start, sentence.end, document.date, document.home)
            yield item or SentenceMentions(sentence, times, [])


def _new_frame(found: list[Period], frame: Period | None) -> Period | None:
    """A phrase of time at the head of a sentence holds until the next phrase of time; one inside ends it."""
    if not found:
        return frame
    return found[0] if found[0].initial else None


def _row(
    document: Document,
    found: SentenceMentions,
    mention: Mention,
    meaning: tuple[str, str],
    times: tuple[Period | None, Period | None],
    before: dict | None,
    whole: dict | None,
) -> dict:
    folded, sentence = document.folded, found.sentence
    name, direction = meaning
    if name == "established":
        name = "new" if is_new(document, found, mention, times[0]) else "in_contact"
    kind = _kind(folded, found, mention, name)
    hedge = mention.hedge
    if mention.per and hedge == "exact" and _ON_AVERAGE.match(folded, sentence.start):
        hedge = "about"
    low, high = mention.figures or (None, None)
    extent = bounds_of(mention.value, hedge, low, high)
    if mention.antecedent and whole is not None and whole["kind"] != "duration":
        kind = whole["kind"]
    elif (
        kind == "structural"
        and before is not None
        and before["kind"] == "stock"
        and is_joined(folded, before["end"], mention.start)
    ):
        kind = "stock"
    first, last, words = period_of(document, found, mention, kind, *times)
    if first is last is None and mention.antecedent not in ("", "same") and whole is not None:
        first, last, words = whole["period_start"], whole["period_end"], whole["period_text"]
    return {
        "doc": document.id,
        "par": document.paragraph_at(mention.start).index,
        "start": mention.start,
        "end": mention.end,
        "quote": document.text[mention.start : mention.end],
        "value": math.nan if mention.value is None else mention.value,
        "low": math.nan if extent.low is None else extent.low,
        "high": math.nan if extent.high is None else extent.high,
        "hedge": hedge,
        "unit": "share" if mention.fraction else str(mention.unit),
        "measure": _measure(mention, name),
        "direction": direction,
        "kind": kind,
        "period_start": first,
        "period_end": last,
        "period_text": words,
        "_block": sentence.block,
        "_unit": mention.unit,
        "_meaning": meaning,
    }


_ON_AVERAGE = re.compile(r"on (?:the )?average\b")
_STOCK = ("in_contact", "institutionalized")
_HAS = re.compile(
    r"\b(?:made up of|consists of|consisted of|embraces|has|have|had|numbers?|numbered|counts?|counted|unites?|united|with|"
    r"comprises?|comprised|there (?:are|were)|is|are) (?:a total of |now |already )?$"
)


# One occasion, in the singular: those who come to it are counted once, and the figure is of an event.
_OCCASION = re.compile(
    rf"\b(?:to|at|of|in|for|attend\w*|with|joined) (?:the|our|its|this|a) (?:[\w'-]+ ){{0,3}}?(?:{words('occasion')})\b"
    r"(?! (?:of|on) (?:the )?\w+ (?:and|or))"
)


def _kind(folded: str, found: SentenceMentions, mention: Mention, name: str) -> str:
    sentence = found.sentence
    if mention.unit.row and mention.unit.row["class"] == "time":
        return "structural" if mention.unit.heads == ("generations",) else "duration"
    if mention.per:
        return "rate"
    if name == "attending":
        return "event"
    if name in ("received", "met", "represented") and _one_occasion(folded, found, mention):
        return "event"
    if name in _STOCK:
        return "stock"
    if name:
        return "flow"
    if mention.unit.row is None or mention.unit.row["class"] not in ("people", "parties"):
        return "structural"
    own = own_period(folded, found, mention)
    stands_now = (own is not None and own.rule == "now") or _ARE_MEMBERS.match(folded, mention.end)
    return "stock" if stands_now or _HAS.search(folded[sentence.start : mention.start]) else "structural"


_ARE_MEMBERS = re.compile(r"\s+(?:were|are|was|is)\s+(?:\w+\s+){0,2}?(?:members|in power|in government|organi[sz]ed)\b")


def _one_occasion(folded: str, found: SentenceMentions, mention: Mention) -> bool:
    own = own_period(folded, found, mention)
    days = own is not None and own.rule != "now" and len(own.first or "") == len(own.last or "") == 10
    if days and own.first[:7] == own.last[:7]:
        return True
    if own is not None and own.rule == "at" and len(own.first or "") == 7 and own.first == own.last:
        return True  # those who came in one month came together
    if own is not None and own.first != own.last:
        return False  # a longer span of time has room for many occasions
    return bool(_OCCASION.search(folded, found.sentence.start, found.sentence.end))


def _measure(mention: Mention, name: str) -> str:
    row = mention.unit.row
    prefix = "share" if mention.fraction else (row["measure"] if row else mention.unit.heads[0])
    return f"{prefix}_{name}" if name else prefix


_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def claim_id(row: dict, taken: dict[str, int]) -> str:
    """A readable id, with a number behind it from the second use on; ``taken`` counts the uses of each."""
    slug = _NOT_SLUG.sub("-", row["quote"].lower().replace(",", "")).strip("-")
    if len(slug) > 48:
        slug = slug[:48].rsplit("-", 1)[0]
    base = name = f"{row['doc']}.{row['par']}.{slug}"
    while name in taken:
        taken[base] += 1
        name = f"{base}-{taken[base]}"
    taken[name] = 1
    return name
