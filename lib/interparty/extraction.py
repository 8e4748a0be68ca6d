"""The claims table: every counted statistic of a text, with its bounds, its direction, its period and its place."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import replace

import pandas as pd

from .antecedents import antecedent_of, has_part, is_of_the_figures, question_before, says_of_them, unit_taken_over
from .bounds import bounds_of
from .by_name import as_printed
from .complements import is_complement
from .corpus import Corpus, Document
from .errors import InterpartyError
from .frames import frame
from .houses import House, house_of
from .kinds import kind_of
from .kinds_in_context import AND, kind_in_context
from .letterheads import is_from_abroad
from .mention import Mention, SentenceMentions
from .moments import is_new, period_of
from .nesting import nest
from .own_times import own_period
from .periods import Period
from .reckoning import pointed_back
from .relations import direction_of, relation
from .sides import is_outsider
from .time_frames import framed, in_list, is_bullet, new_frame, time_of_sentence
from .title_times import time_of_title

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
        if all(isinstance(document, Document) for document in (documents if isinstance(documents, Iterable) else [documents])):
            raise
        raise InterpartyError(
            f"claims needs a corpus, a document or a list of documents, not {type(source).__name__}: try claims(load_corpus())."
        ) from None
    if by_hand:
        from .own.corrections import with_corrections

        return with_corrections(as_table(rows), by_hand)
    return as_table(rows)


def as_table(rows: list[dict]) -> pd.DataFrame:
    """Rows as a claims table, each column with its type."""
    return frame([[row[name] for name in COLUMNS] for row in rows], COLUMNS, _NUMBERS)


def _document_rows(document: Document) -> list[dict]:
    house: House | None = None
    rows: list[dict] = []
    taken: dict[str, int] = {}
    frame, named, last, block = None, None, None, -1
    listed, over_list = False, (None, None)
    asks = "?" in document.folded
    title = time_of_title(document)
    outside = is_outsider(document.folded)
    if not outside and not document.home and "this country" not in document.folded:
        outside = is_from_abroad(document.head)
    for found in framed(document):
        sentence = found.sentence
        if sentence.block != block:
            # the items of a list go on with the time of the line above it, not with one another's
            opens, listed = not listed, in_list(document, sentence, listed)
            # without such a line, the title may say the year of which the items tell: "Work in 1987: main figures"
            head = title if title and is_bullet(document, sentence) else None
            over_list = ((frame, last) if opens else over_list) if listed else (head, None)
            (frame, last), block = over_list, sentence.block
        house = house or house_of(document.home)
        question = question_before(document, sentence.start, house, rows) if asks and found.mentions else None
        if question and not found.periods:
            found = replace(found, periods=question.periods)
        found = replace(found, periods=pointed_back(found.periods, named, last, title, document.folded, document.date))
        before_it = last
        last = time_of_sentence(document.folded, sentence, found.periods) or last
        named = last or named
        frame = new_frame(document.folded, found.periods, frame)
        known: list[tuple[Mention, tuple[str, str]]] = []
        for mention in found.mentions:
            whole, part = antecedent_of(document.folded, rows, mention, known, len(found.mentions))
            near = whole is None and rows and rows[-1]["_block"] == sentence.block
            if near and says_of_them(document.folded, sentence.start, mention):
                mention, whole = mention._replace(antecedent="them"), rows[-1]
            if whole is None and near and (said := _it_was(document.folded, rows, mention)) is not None:
                whole = said
            takes_over = any(mention.unit is one.unit for one, _meaning in known) or mention.antecedent in ("named", "way")
            if part and whole is not None and takes_over:
                mention = mention._replace(unit=whole["_unit"])
            if not mention.unit.heads:
                unit = unit_taken_over(mention, whole, question, sentence.block, bool(known))
                if unit is None:
                    continue
                mention = mention._replace(unit=unit)
            if known and (per := known[-1][0].per) and not mention.per and mention.unit is known[-1][0].unit:
                shared = _AND_ALSO.fullmatch(document.folded, known[-1][0].end, mention.start)
                mention = mention._replace(per=per) if shared else mention
            meaning = relation(document.folded, sentence.start, sentence.end, mention, known, house)
            part = part and whole is not None
            takes_part = part and meaning[0] == "attending" and whole["_meaning"][0] != "attending"
            if takes_part and whole["_meaning"][1] == "sent":
                meaning = ("attended", "sent")  # "we sent 120 delegations; 32 of them took part in conferences"
            # "58 delegations were exchanged, 31 of them Chinese": the part has a way that the whole has not
            sided = part and whole["_meaning"][0] in ("exchanged", "held") and meaning[1] in ("sent", "received")
            borrows = part or meaning[0] == "" or is_of_the_figures(document.folded, mention, known)
            if whole is not None and not takes_part and not sided and borrows:
                meaning = whole["_meaning"]
            elif (
                meaning[0] == "" and known and rows[-1]["_of"] and AND.fullmatch(document.folded, rows[-1]["end"], mention.start)
            ):
                meaning = rows[-1]["_meaning"]  # "of the guests, 96 were leaders of parties and 38 heads of states"
            elif question and meaning[0] == "" and not known:
                meaning = question.meaning
            before = rows[-1] if known else None
            if mention.antecedent == "answer" and question and question.per and not found.periods:
                mention = mention._replace(per=question.per)
            row = _row(document, found, mention, meaning, (frame, before_it), before, whole, part, outside)
            part_of = part and not sided and row["kind"] in (whole["kind"], "event") and has_part(whole, mention)
            row["subset_of"] = whole["claim_id"] if part_of else None
            row["_whole"] = whole if part else None
            row["_complement"] = (
                bool(known)
                and mention.unit is not known[-1][0].unit
                and is_complement(document.folded, known[-1][0].end, mention.start)
            )
            row["claim_id"] = claim_id(row, taken)
            known.append((mention, meaning))
            rows.append(row)
    nest(rows)
    return rows


# "314 parties wrote to this congress; in 2002 *it was 188 parties*"
_IT_WAS = re.compile(r"\b(?:it|this) (?:was|had been|has been) (?:only |just |still )?$")


def _it_was(folded: str, rows: list[dict], mention: Mention) -> dict | None:
    """The last claim of the same noun, where "it was" says how many there were at another time."""
    if not _IT_WAS.search(folded, max(0, mention.start - 30), mention.start):
        return None
    return next((row for row in reversed(rows[-6:]) if row["_unit"].heads[:1] == mention.unit.heads[:1]), None)


def _row(
    document: Document,
    found: SentenceMentions,
    mention: Mention,
    meaning: tuple[str, str],
    times: tuple[Period | None, Period | None],
    before: dict | None,
    whole: dict | None,
    part: bool,
    outside: bool,
) -> dict:
    folded, sentence = document.folded, found.sentence
    name, direction = meaning[0], direction_of(meaning, mention)
    if outside and direction in ("sent", "received"):
        direction = "none"
    if name == "established":
        name = "new" if is_new(document, found, mention, times[0]) else "in_contact"
    kind = kind_of(folded, found, mention, name)
    hedge = mention.hedge
    if mention.per and hedge == "exact" and _ON_AVERAGE.match(folded, sentence.start):
        hedge = "about"
    low, high = mention.figures or (None, None)
    extent = bounds_of(mention.value, hedge, low, high)
    part = part and meaning == whole["_meaning"]
    kind = kind_in_context(folded, sentence.start, mention, kind, name, before, whole, part)
    near = whole is not None and (not found.periods or whole["_sentence"] == sentence.start)
    said_of = mention.antecedent == "them" and meaning == (whole or {}).get("_meaning")
    of_them = near and (said_of or (mention.antecedent == "same" and kind == "flow"))
    still = part and kind == "stock" and whole["period_end"] != document.date and _STILL.match(folded, mention.end)
    if still and own_period(folded, found, mention) is None:
        first = last = document.date or None
        words = None
    elif (part or of_them) and own_period(folded, found, mention) is None:
        first, last, words = whole["period_start"], whole["period_end"], whole["period_text"]
    else:
        first, last, words = period_of(document, found, mention, kind, *times)
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
        "unit": "share" if mention.fraction else as_printed(mention, document.text, sentence.start),
        "measure": _measure(mention, name),
        "direction": direction,
        "kind": kind,
        "period_start": first,
        "period_end": last,
        "period_text": words,
        "_block": sentence.block,
        "_sentence": sentence.start,
        "_unit": mention.unit,
        "_meaning": meaning,
        "_of": mention.antecedent in ("named", "way"),
        "_change": bool(_CHANGE.search(folded, max(sentence.start, mention.start - 30), mention.start)),
    }


# "of the 19 parties with whom we had relations in 1986, eight no longer answer"
_STILL = re.compile(r" (?:of (?:them|these) )?(?:(?:no longer|still|today|now) |(?:are|have|do) )")
# "we receive 200 a year *and send out* 100"
_AND_ALSO = re.compile(r"[a-z ,]{3,22} and [a-z ]{3,24}")
# "an increase of 14 delegations": of these nothing is a part
_CHANGE = re.compile(
    r"\b(?:increase|rise|growth|gain|drop|fall|decline|reduction) of $|"
    r", (?:up|down)(?: by)? $|\b(?:against|compared (?:with|to))(?: only)? $"
)
_ON_AVERAGE = re.compile(r"on (?:the )?average\b")


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
