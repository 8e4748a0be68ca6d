"""Key of the one question in 00 · Start here."""

from interparty import InterpartyError, bounds
from interparty.questions import Choice, Misconception, Question, find_claim

#: what a number's bounds give → the word a learner types, and what it means
OPTIONS = {
    "floor": "the number is at least 400",
    "ceiling": "the number is at most 400",
    "exact": "the number is 400",
}


def side(claim) -> str:
    """Which of the options the bounds of a claim are."""
    found = bounds(claim)
    ends = (found.low is not None, found.high is not None)
    sides = {(True, False): "floor", (False, True): "ceiling", (True, True): "exact"}
    if ends not in sides:
        raise InterpartyError(f"{claim['claim_id']} has no bounds: choose another claim for S1.")
    return sides[ends]


def questions(corpus, claims) -> list[Question]:
    """S1: a first hedge."""
    sent = find_claim(claims, "dai-2002", 15, "nearly 400")
    received = find_claim(claims, "dai-2002", 15, "more than 800")
    return [
        Question(
            id="S1",
            title="A first hedge",
            points=1,
            skill="close reading",
            answer=Choice(
                options=OPTIONS,
                synonyms={"a floor": "floor", "at least": "floor", "a ceiling": "ceiling", "at most": "ceiling"},
                right=side(sent),
            ),
            hints=(
                "Imagine that the true number was 430. Would an honest writer call that *nearly 400*?",
                "Now imagine 390. Would he? On which side of 400 does *nearly* put the true number?",
            ),
            misconceptions=(
                Misconception(
                    "nearly read as a floor",
                    side(received),
                    "You read *nearly* as if it were *more than*. *Nearly 400* stops short of 400: the true number "
                    "lies below. The words that give a floor stand later in the sentence, before 800.",
                ),
                Misconception(
                    "the hedge lost",
                    "exact",
                    "You kept the number and lost the word before it. If the writer had meant 400 exactly, *nearly* "
                    "would not be there.",
                ),
            ),
            solution="*Nearly* gives a ceiling: the number comes close to 400 and does not reach it. How far below it "
            "lies, the words do not say, so there is no floor.",
            cites=(sent["claim_id"],),
            module="start_here",
        )
    ]
