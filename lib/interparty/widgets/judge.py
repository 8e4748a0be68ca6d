"""What the bounds sandbox knows: how a phrase may be misread, what two bars allow, and what that costs or earns.

Every verdict is ``Bounds``'s own; here it is only put into words.
"""

from __future__ import annotations

from operator import mul, truediv

from ..bounds import Bounds
from ..wording import ends, number

#: form of a bar → what the learner chooses; the form follows from the bounds, see ``form_of``
FORMS = {
    "point": "exactly {value}",
    "floor": "from {value} up: a lower end, and no upper end",
    "ceiling": "up to {value}: an upper end, and no lower end",
    "soft": "somewhere near {value}: no end is given",
}

#: hedge → why its form is right
REASONS = {
    "exact": "No hedge: the text commits itself to {value}. Whether it is right is another question.",
    "at_least": "The words put the number above {value} and say nothing of how far.",
    "odd": "“-odd” means {value} and some more. Some readers stop at the next hundred; the words do not say so.",
    "nearly": "{value} was not reached: the number lies below it, and nothing says how far.",
    "at_most": "The words put {value} as the most; nothing says how much less it may be.",
    "about": "The number may lie on either side of {value}, and nothing says how far.",
}

#: (right form, chosen form) → the misconception that this choice shows
MISREADINGS = {
    ("floor", "point"): "You dropped the hedge. “{phrase}” is not {value}: it may be {value} and any number more.",
    ("floor", "ceiling"): "You took a floor for a ceiling. “{phrase}” starts at {value} and goes up.",
    (
        "floor",
        "soft",
    ): "You read it as “about”. A number below {value} would not fit “{phrase}”: there is a lower end.",
    ("ceiling", "point"): "You dropped the hedge. “{phrase}” says that {value} was not reached.",
    ("ceiling", "floor"): "You took a ceiling for a floor. “{phrase}” comes close to {value} from below.",
    ("ceiling", "soft"): "You read it as “about”. “{phrase}” looks one way only: a number above {value} would not fit.",
    ("soft", "point"): "You dropped the hedge. “{phrase}” does not commit itself to {value}.",
    ("soft", "floor"): "You gave it a floor. “{phrase}” may also lie below {value}.",
    ("soft", "ceiling"): "You gave it a ceiling. “{phrase}” may also lie above {value}.",
    ("point", "floor"): "You saw a hedge where none is printed: the words are “{phrase}”, without “more than”.",
    ("point", "ceiling"): "You saw a hedge where none is printed: the words are “{phrase}”, without “nearly”.",
    ("point", "soft"): "You saw a hedge where none is printed: a round number is not yet “about”.",
}

#: what may be done to a bar before it is compared: key → (words, operation, number)
CHANGES = {
    "none": ("as it stands", mul, 1),
    "x5": ("× 5 years", mul, 5),
    "d5": ("÷ 5 years", truediv, 5),
    "d20": ("÷ 20 years", truediv, 20),
    "d25": ("÷ 25 years", truediv, 25),
    "d365": ("÷ 365 days", truediv, 365),
}
GUESSES = ("certainly larger", "certainly smaller", "cannot tell")
RIGHT, TOO_CAREFUL, TOO_SURE = 2, -1, -3


def form_of(limits: Bounds) -> str:
    """Which form of bar these bounds have."""
    closed = (limits.low is not None, limits.high is not None)
    return {(True, True): "point", (True, False): "floor", (False, True): "ceiling", (False, False): "soft"}[closed]


def read_phrase(phrase: str, hedge: str, limits: Bounds, chosen: str) -> tuple[bool, str]:
    """Judge how a phrase was turned into a bar: (right or not, what to tell the learner)."""
    right, words = form_of(limits), {"phrase": phrase, "value": number(limits.value)}
    reason = REASONS[hedge].format(**words)
    if chosen == right:
        return True, f"Right. {reason}"
    return False, f"{MISREADINGS[right, chosen].format(**words)} {reason}"


def changed(limits: Bounds, change: str) -> Bounds:
    """A bar after one of the ``CHANGES``."""
    _, operation, by = CHANGES[change]
    return limits if by == 1 else operation(limits, by)


def judge(left: Bounds, right: Bounds, guess: str) -> tuple[str, int, str]:
    """Judge a guess about left against right.

    Returns
    -------
    tuple
        The verdict of ``Bounds.compare``, the points, and what to tell the learner.
    """
    verdict = left.compare(right)
    why = _why(left, right, verdict)
    if guess == verdict:
        return verdict, RIGHT, f"Right. {why}"
    if guess == "cannot tell":
        return verdict, TOO_CAREFUL, f"Too careful: the bars lie apart. {why}"
    if verdict == "cannot tell":
        return verdict, TOO_SURE, f"You were certain where the words are not. {why}"
    return verdict, TOO_SURE, f"Certain, but the wrong way round. {why}"


def _why(left: Bounds, right: Bounds, verdict: str) -> str:
    first, second = f"The first bar is {ends(left)}, the second {ends(right)}.", ""
    meeting = left.low if verdict == "certainly larger" else left.high
    if verdict != "cannot tell" and meeting == (right.high if verdict == "certainly larger" else right.low):
        return f"{first} The bars meet at {number(meeting)}, and at least one of the phrases leaves {number(meeting)} itself out."
    forms = {form_of(left), form_of(right)}
    if verdict == "certainly larger":
        second = "Even the lowest number the first allows lies above the highest number the second allows."
    elif verdict == "certainly smaller":
        second = "Even the highest number the first allows lies below the lowest number the second allows."
    elif "soft" in forms:
        second = "“About” gives no ends. How far it reaches is for you to argue; the machine does not decide it."
    elif forms == {"floor"}:
        second = "Two floors cannot be ranked: nothing says how far above its floor either number lies."
    elif forms == {"ceiling"}:
        second = "Two ceilings cannot be ranked: nothing says how far below its ceiling either number lies."
    else:
        second = "The bars overlap: some numbers would fit both phrases."
    return f"{first} {second}"
