"""Texts that nobody writes, made to take time: four times the text may not cost much more than four times as much."""

import json
import subprocess
import sys

# What is repeated, and up to how many characters. Texts that are full of claims are shorter: each claim has its price.
LONG, DENSE = 1_000_000, 60_000
TEXTS = {
    "digits": ("7", LONG),
    "digits with commas": ("1,", LONG),
    "hedges": ("more than ", LONG),
    "hedges of two words": ("between ", LONG),
    "straight quotes": ('"', LONG),
    "curly quotes": ("“", LONG),
    "one sentence": ("the party met its many friends ", LONG),
    "one letter": ("a ", LONG),
    "one word": ("x", LONG),
    "brackets that open": ("([", LONG),
    "brackets that close": (")]", LONG),
    "newlines": ("\n", LONG),
    "windows newlines": ("\r\n", LONG),
    "blanks": (" ", LONG),
    "no-break blanks": ("\u00a0", LONG),
    "full stops": (".", LONG),
    "full stops and blanks": (". ", LONG),
    "stops and quotes": ('." ', LONG),
    "a run of full stops": ("." * DENSE + "x", DENSE + 1),
    "a run of blanks": ("four" + " " * LONG + "x", LONG + 5),
    "a run of quotes": ("." + '"' * LONG + "x", LONG + 2),
    "hyphens": ("-", LONG),
    "possessives": ("'s ", LONG),
    "of": ("of ", LONG),
    "verbs": ("received ", LONG),
    "months": ("June ", LONG),
    "countries": ("China ", LONG),
    "two or": ("two or ", DENSE),
    "tens of": ("tens of ", DENSE),
    "tens of thousands of": ("tens of thousands of ", DENSE),
    "hundreds": ("hundred ", DENSE),
    "hundred and": ("one hundred and ", DENSE),
    "numbers": ("7 ", DENSE),
    "numbers in words": ("three ", DENSE),
    "years": ("1978 ", DENSE),
    "since": ("since 1990 and ", DENSE),
    "ranges": ("from 3 to ", DENSE),
    "fractions": ("half of the ", DENSE),
    "of these": ("of these, 45 ", DENSE),
    "no noun": ("45, ", DENSE),
    "number of": ("the number of 5, ", DENSE),
    "titles": ("Three Represents ", DENSE),
    "rates": ("a foreign group every day ", DENSE),
    "joined claims": ("40 delegations and ", DENSE),
    "slashed claims": ("40 people/", DENSE),
    "claims of one sentence": ("the party received more than 40 delegations and ", DENSE),
    "visits of one sentence": ("visited 30 countries and ", DENSE),
    "clauses": ("; 5 groups visited", DENSE),
    "claims, no stop, lines": ("we sent 4 groups\n", DENSE),
    "claims, sentences": ("We sent 4 groups. ", DENSE),
    "claims, paragraphs": ("We sent 4 groups in 1978.\n\n", DENSE),
    "bullets": ("- 40 parties\n", DENSE),
    "named wholes": ("Of the delegations received, more than 60 were led. We received 100 delegations. ", DENSE),
}
# Between 4, which is linear, and 16, which is quadratic.
TOO_MUCH = 9
SECONDS = 240

COST = """
import json, sys, time
import interparty as ip

def cost(unit, size):
    document = ip.read_text((unit * (size // len(unit) + 1))[:size], id="x", date="2002-10")
    begin = time.process_time()
    ip.claims(document)
    return time.process_time() - begin

texts = json.load(sys.stdin)
for name, (unit, size) in texts.items():
    cost(unit, 500)  # whatever is made once only is made here
    print(json.dumps([name, cost(unit, size // 4), cost(unit, size)]), flush=True)
"""


def test_time_is_linear_in_the_text():
    # A process of its own, which can be ended: a regular expression that runs wild never comes back.
    run = subprocess.Popen(
        [sys.executable, "-c", COST],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    try:
        out, err = run.communicate(json.dumps(TEXTS), timeout=SECONDS)
    except subprocess.TimeoutExpired:
        run.kill()
        out, err = run.communicate()
    costs = {name: (quarter, whole) for name, quarter, whole in map(json.loads, out.splitlines())}
    # what takes no time cannot take too much: 50 ms for 250 000 characters is 5 MB a second
    steep = [f"{name}: {low:.2f} s, then {high:.2f} s" for name, (low, high) in costs.items() if high > TOO_MUCH * max(low, 0.05)]
    assert steep == []
    stuck = next((name for name in TEXTS if name not in costs), None)
    assert stuck is None, f"no answer for {stuck!r}: {err}"
