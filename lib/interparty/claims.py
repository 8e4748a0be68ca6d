"""The claims table: every counted statistic of a text, with its bounds, its direction, its period and its place."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable

import pandas as pd

from .bounds import bounds_of
from .corpus import Corpus, Document
from .errors import InterpartyError
from .nouns import Unit
from .periods import Period, shift_years
from .quantities import Mention, SentenceMentions, mentions
from .relations import House, house_of, relation

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


def claims(source: Document | Corpus | Iterable[Document]) -> pd.DataFrame:
    """Every counted statistic of one or more texts, a row a claim.

    Parameters
    ----------
    source : Document, Corpus or iterable of Document

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
    try:
        for document in documents:
            rows += _document_rows(document)
    except (TypeError, AttributeError):
        if all(isinstance(document, Document) for document in _listed(documents)):
            raise
        raise InterpartyError(
            f"claims needs a corpus, a document or a list of documents, not {type(source).__name__}: try claims(load_corpus())."
        ) from None
    return _table(rows)


def _listed(documents: object) -> list:
    return list(documents) if isinstance(documents, Iterable) else [documents]


def _table(rows: list[dict]) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=COLUMNS)
    numbers = dict.fromkeys(("value", "low", "high"), "float64") | dict.fromkeys(("par", "start", "end"), "int64")
    table = table.astype(numbers)
    texts = [name for name in COLUMNS if name not in numbers]
    # None, not NaN, where a text says nothing
    table[texts] = table[texts].astype(object).where(table[texts].notna(), None)
    return table


def _document_rows(document: Document) -> list[dict]:
    house: House | None = None
    rows: list[dict] = []
    frame, frame_par = None, -1
    last_sentence = -2
    for found in _framed(document):
        sentence = found.sentence
        if sentence.par != frame_par:
            frame, frame_par = None, sentence.par
        frame = _new_frame(found.periods, frame)
        known: list[tuple[Mention, tuple[str, str]]] = []
        for mention in found.mentions:
            house = house or house_of(document.folded)
            antecedent = rows[-1] if rows and mention.antecedent else None
            if mention.antecedent and not mention.unit.heads:
                if antecedent is None or (not known and antecedent["par"] != sentence.par):
                    continue
                mention = _with_unit(mention, antecedent["_unit"])
            meaning = relation(document.folded, sentence.start, sentence.end, mention, known, house)
            if antecedent is not None and meaning[0] == "":
                meaning = antecedent["_meaning"]
            known.append((mention, meaning))
            row = _row(document, found, mention, meaning, frame)
            row["subset_of"] = antecedent["claim_id"] if antecedent else None
            row["claim_id"] = _claim_id(row, rows)
            rows.append(row)
        last_sentence = sentence.start
    _nest(rows)
    return rows


def _framed(document: Document):
    """The sentences with mentions, and those before them in the same paragraph that set a frame of time."""
    found = {item.sentence.start: item for item in mentions(document)}
    wanted = {item.sentence.par for item in found.values() if item.mentions}
    for sentence in document.sentences:
        item = found.get(sentence.start)
        if item is not None:
            yield item
        elif sentence.par in wanted:
            from .periods import find

            yield SentenceMentions(sentence, find(document.folded, sentence.start, sentence.end, document.date), [])


def _new_frame(found: list[Period], frame: Period | None) -> Period | None:
    """A phrase of time at the head of a sentence holds until the next phrase of time; one inside ends it."""
    if not found:
        return frame
    return found[0] if found[0].initial else None


def _with_unit(mention: Mention, unit: Unit) -> Mention:
    from dataclasses import replace

    return replace(mention, unit=unit)


def _row(
    document: Document, found: SentenceMentions, mention: Mention, meaning: tuple[str, str], frame: Period | None
) -> dict:
    folded, sentence = document.folded, found.sentence
    name, direction = meaning
    kind = _kind(folded, sentence, mention, name)
    hedge = mention.hedge
    if mention.per and hedge == "exact" and _ON_AVERAGE.match(folded, sentence.start):
        hedge = "about"
    low, high = mention.figures or (None, None)
    extent = bounds_of(mention.value, hedge, low, high)
    first, last, words = _period(document, found, mention, kind, name, frame)
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
        "_unit": mention.unit,
        "_meaning": meaning,
    }


_ON_AVERAGE = re.compile(r"on (?:the )?average\b")
_STOCK = ("in_contact", "institutionalized")
_HAS = re.compile(
    r"\b(?:has|have|had|numbers?|numbered|counts?|counted|unites?|united|with|comprises?|comprised|there (?:are|were)|is|are) (?:a total of |now |already )?$"
)


def _kind(folded: str, sentence, mention: Mention, name: str) -> str:
    if mention.unit.row and mention.unit.row["class"] == "time":
        return "structural" if mention.unit.heads == ("generations",) else "duration"
    if mention.per:
        return "rate"
    if name == "attending":
        return "event"
    if name in _STOCK:
        return "stock"
    if name:
        return "flow"
    if (
        mention.unit.row
        and mention.unit.row["class"] in ("people", "parties")
        and _HAS.search(folded[sentence.start : mention.start])
    ):
        return "stock"
    return "structural"


def _measure(mention: Mention, name: str) -> str:
    row = mention.unit.row
    prefix = "share" if mention.fraction else (row["measure"] if row else mention.unit.heads[0])
    return f"{prefix}_{name}" if name else prefix


_PRESENT = re.compile(r"\b(?:has|have|maintains?|keeps?|enjoys?|is|are|cooperates?|works?|exists?)\b")
_PAST = re.compile(r"\b(?:had|was|were|maintained|kept|enjoyed|numbered)\b(?! by)")
#: phrases of time that a stock in the present tense may have: the others say when something else happened
_STANDING = ("now", "moment", "this_year")


def _period(document: Document, found: SentenceMentions, mention: Mention, kind: str, name: str, frame: Period | None):
    """The period of a claim: its clause's own phrase of time, else the frame of the paragraph, else the tense."""
    own = _own_period(document.folded, found, mention)
    if kind == "duration" and own is not None and not own.start <= mention.start < own.end:
        own = None
    present = kind == "stock" and _in_present(document.folded, found, mention)
    if own is not None and not (present and own.rule not in _STANDING):
        return own.first, own.last, document.text[own.start : own.end]
    if kind == "duration":
        return *_reckoned(document, mention), None
    if kind == "structural":
        return None, None, None
    if present:
        return document.date or None, document.date or None, None
    if frame is not None and not found.periods:
        return frame.first, frame.last, document.text[frame.start : frame.end]
    if kind == "rate" and _in_present(document.folded, found, mention):
        return document.date or None, document.date or None, None
    return None, None, None


_UP_TO_THE_TEXT = re.compile(r"\b(?:history of|after|for)(?: [a-z]+)? $")


def _reckoned(document: Document, mention: Mention) -> tuple[str | None, str | None]:
    """ "a history of 80 years", "after 50 years": reckoned back from the date of the text."""
    years = mention.value if mention.unit.heads == ("years",) else None
    if (
        years is None
        or not document.date
        or not _UP_TO_THE_TEXT.search(document.folded[max(0, mention.start - 30) : mention.start])
    ):
        return None, None
    return shift_years(document.date, -int(years)), shift_years(document.date, 0)


def _in_present(folded: str, found: SentenceMentions, mention: Mention) -> bool:
    """Whether the clause around a mention stands in the present or present perfect."""
    start, end = found.sentence.start, found.sentence.end
    left = folded[max(start, folded.rfind(";", start, mention.start)) : mention.start]
    present = max((match.start() for match in _PRESENT.finditer(left)), default=-1)
    past = max((match.start() for match in _PAST.finditer(left)), default=-1)
    if present == past == -1:
        right = folded[mention.end : end]
        present_right, past_right = _PRESENT.search(right), _PAST.search(right)
        return bool(present_right) and (past_right is None or present_right.start() < past_right.start())
    return present > past


def _own_period(folded: str, found: SentenceMentions, mention: Mention) -> Period | None:
    """The phrase of time of the mention's own clause: the nearest, one that covers it first, no semicolon between."""
    nearest = None
    for period in found.periods:
        if period.start <= mention.start and mention.end <= period.end:
            return period
        between = (
            folded[mention.end : period.start] if period.start >= mention.end else folded[period.end : mention.start]
        )
        if ";" in between:
            continue
        # a phrase after the figure belongs to it only when no other clause with a figure of its own comes between
        distance = len(between) + (
            40 if period.start >= mention.end and re.search(r", (?:and|but|while)\b", between) else 0
        )
        if period.start >= mention.end and any(mention.end <= other.start < period.start for other in found.mentions):
            distance += 60
        if nearest is None or distance < nearest[0]:
            nearest = (distance, period)
    return nearest[1] if nearest else None


_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def _claim_id(row: dict, rows: list[dict]) -> str:
    slug = _NOT_SLUG.sub("-", row["quote"].lower().replace(",", "")).strip("-")
    if len(slug) > 48:
        slug = slug[:48].rsplit("-", 1)[0]
    base = f"{row['doc']}.{row['par']}.{slug}"
    taken = {other["claim_id"] for other in rows[-50:]}
    return next(name for name in (base, *(f"{base}-{number}" for number in range(2, 60))) if name not in taken)


#: measure of a part → measure of the whole it is logically inside of
_WITHIN = {"parties_institutionalized": "parties_in_contact", "countries_institutionalized": "countries_in_contact"}


def _nest(rows: list[dict]) -> None:
    """Fill ``subset_of`` where logic carries it: a flow inside the total that one text gives for the same measure.

    The whole must be of the same measure and direction, be the largest figure given, and its period must not end before the
    part's begins. Vague figures are left out: their overlap cannot be told.
    """
    for row in rows:
        if row["subset_of"] or math.isnan(row["value"]):
            continue
        measure = _WITHIN.get(row["measure"], row["measure"])
        wholes = [
            other
            for other in rows
            if other["measure"] == measure and other is not row and not math.isnan(other["value"])
        ]
        if row["kind"] == "flow" and row["direction"] == "sent":
            wholes = [other for other in wholes if other["kind"] == "flow"]
        elif measure == row["measure"]:
            continue
        whole = max(wholes, key=lambda other: other["value"], default=None)
        if whole is not None and whole["value"] > row["value"]:
            row["subset_of"] = whole["claim_id"]
