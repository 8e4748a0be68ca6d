"""Variants of exercise 08: other runs of words for W2, other steps for W4. Rows and prose stand in witnesses_pools.toml."""

from interparty import read_text
from interparty.questions import AnyOf, Choice, Evidence, Parts, Sheet, Value, passages, quoted
from interparty.reuse import strings_of

SHEET = Sheet(__file__)


def pools(corpus, claims):
    """Every row of every pool."""
    return [
        *(by_hand(corpus, name, row) for name, row in SHEET.rows("W2").items()),
        *(other_words(corpus, name, row) for name, row in SHEET.rows("W4").items()),
    ]


def length(words, tokens):
    """How many words a run has, those that come again counted again."""
    return len(words.split() if tokens == "hyphens" else words.replace("-", " ").split())


def by_hand(corpus, name, row):
    run = row["run"]
    text = read_text(run)
    words, hyphens = (length(run, tokens) for tokens in ("words", "hyphens"))
    strings, fewer = (len(strings_of(text, 6, tokens)) for tokens in ("words", "hyphens"))
    parts = ("words", "strings of six", "words, hyphens kept", "strings of six, hyphens kept")
    counts = dict(zip(parts, (words, strings, hyphens, fewer), strict=True))
    return SHEET.variant(
        "W2",
        name,
        Parts(parts={part: Value(example="12", right=n) for part, n in counts.items()}),
        wrong={
            "last string forgotten": AnyOf(
                {part: n - 1} for part, n in ((parts[1], strings), (parts[3], fewer)) if n - 1 != fewer
            ),
            "words taken for strings": AnyOf(({parts[1]: words}, {parts[3]: hyphens})),
            "hyphens kept too early": AnyOf(({parts[0]: hyphens}, {parts[1]: fewer})),
            "the new rule not used": AnyOf(({parts[2]: words}, {parts[3]: strings})),
        },
        facts={
            "texts": "\n\n".join(quoted(corpus, doc, par, run) for doc, par in row["stands"]),
            "words": words,
            "strings": strings,
            "hyphens": hyphens,
            "fewer": fewer,
            "run": run,
        },
    )


def other_words(corpus, name, row):
    where = passages(corpus, "dai-2001", 13)
    parts = {each["label"]: each for each in row["phrases"]}
    for each in parts.values():
        quoted(corpus, "chen-2007", 1, each["chen"])
    (one, first), (two, second) = parts.items()
    own_words = {
        label: Evidence(example='"a new historical period"', passages=where, right=(each["dai"],))
        for label, each in parts.items()
    }
    return SHEET.variant(
        "W4",
        name,
        Parts(
            parts={
                **own_words,
                "what follows": Choice(options=SHEET.options("W4", "what follows"), right="B"),
                "a small count shows": Choice(
                    options={"independence": "", "two translators": "", "nothing by itself": ""},
                    synonyms={"nothing": "nothing by itself", "translators": "two translators"},
                    right="nothing by itself",
                ),
            }
        ),
        wrong={
            "another step": AnyOf({label: row["other"]} for label in parts),
        },
        facts={
            "step": quoted(corpus, "chen-2007", 1, row["step"]),
            "which": row["which"],
            "one": one,
            "two": two,
            "chen_one": first["chen"],
            "chen_two": second["chen"],
            "dai_one": first["dai"],
            "dai_two": second["dai"],
            "remark": row["remark"],
        },
    )
