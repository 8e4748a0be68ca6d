"""Variants of exercise 03: other periods for R1, another event for R2. The rows and the prose stand in rupture_pools.toml."""

import interparty as ip
from interparty.attention import sentences_of_eras
from interparty.questions import AnyOf, Choice, Choices, Parts, Sheet, Value, Years, quoted

SHEET = Sheet(__file__)
LETTERS = "ABCDEFGH"


def pools(corpus, claims):
    """Every row of every pool."""
    return [
        *(how_much(corpus, name, row) for name, row in SHEET.rows("R1").items()),
        *(when_was_it(corpus, name, row) for name, row in SHEET.rows("R2").items()),
    ]


def sentence(corpus, doc, par, begins):
    """The sentence of a paragraph that begins so."""
    (found,) = [" ".join(each.text.split()) for each in corpus[doc].sentences if each.par == par and each.text.startswith(begins)]
    return found


def how_much(corpus, name, row):
    offered = [(sentence(corpus, *place), *place[:2]) for place in row["offered"]]
    told = sentences_of_eras(corpus)
    about = {" ".join(text.split()) for text in told.loc[told["eras"] == row["era"], "sentence"]}
    count = {letter: len(text.split()) for letter, (text, *_) in zip(LETTERS, offered, strict=True)}
    texts = dict(zip(LETTERS, offered, strict=True))
    right = tuple(letter for letter, (text, *_) in texts.items() if text in about)
    words, total = sum(count[letter] for letter in right), sum(len(doc.text.split()) for doc in corpus)
    homes = {texts[letter][1:] for letter in right}
    whole = sum(len(corpus[doc].paragraphs[par].text.split()) for doc, par in homes)
    share, percent = words / total, 100 * words / total
    return SHEET.variant(
        "R1",
        name,
        Parts(
            parts={
                "sentences": Choices(
                    options={k: f"{text} [{doc} ¶{par}] ({count[k]} words)" for k, (text, doc, par) in texts.items()},
                    example='["B", "H"]',
                    right=right,
                ),
                "words": Value(example="250", right=words, units=("words",)),
                "share": Value(
                    example='"7.5 %"',
                    percent=True,
                    right=share,
                    also=(percent, round(percent, 1), round(percent, 2)),
                    within=0.0006,
                ),
            }
        ),
        wrong={
            "another time": AnyOf({"sentences": letter} for letter in LETTERS if letter not in right),
            "whole paragraphs counted": AnyOf(({"words": whole}, {"share": whole / total})),
            "share of one text": {"share": words / len(corpus["dai-2001"].text.split())},
        },
        facts={
            **row,
            "words": words,
            "total": f"{total:,}",
            "whole": whole,
            "percent": percent,
            "sum": " + ".join(str(count[letter]) for letter in right),
            "many": {3: "Three", 4: "Four"}[len(right)],
        },
    )


def when_was_it(corpus, name, row):
    dates = ip.dates(corpus)

    def span(doc, par, words):
        (found,) = dates[(dates["doc"] == doc) & (dates["par"] == par) & (dates["quote"] == words)].to_dict("records")
        return int(found["first"]), int(found["last"])

    frame, year = span("chen-2007", 1, "between the 1980s and 90s"), span("dai-2001", 13, row["dated"])
    both = max(frame[0], year[0]), min(frame[1], year[1])
    years = {"example": "(1911, 1915)"}
    return SHEET.variant(
        "R2",
        name,
        Parts(
            parts={
                "chen-2007": Years(right=frame, **years),
                "dai-2001": Years(right=year, within=1, **years),
                "fits both": Years(right=both, within=1, **years),
                "verdict": Choice(options=SHEET.options("R2", "verdict"), right="B"),
            }
        ),
        wrong={
            "a decade for its part": {"dai-2001": (1980, 1989)},
            "one decade lost": {"chen-2007": (1980, 1989)},
            "between read as the border": AnyOf(({"chen-2007": (1989, 1990)}, {"chen-2007": 1990})),
            "all years for the shared ones": {"fits both": frame},
        },
        facts={
            **row,
            "frame": quoted(
                corpus,
                "chen-2007",
                1,
                "The Communist Party of China (CPC) took four major steps in its external work between the 1980s and 90s",
            ),
            "step": quoted(corpus, "chen-2007", 1, row["chen"]),
            "text": quoted(corpus, "dai-2001", 13, row["dai"]),
            "first": both[0],
            "last": both[1],
        },
    )
