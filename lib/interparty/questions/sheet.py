"""The words of an exercise, kept beside its keys: titles, options, hints, sentences for misconceptions, solutions.

``jiang_zemin.py`` computes the keys, ``jiang_zemin.toml`` holds the prose. A teacher who wants to say a thing better
edits the prose and touches no code. Computed figures stand in the prose as ``{name}`` and are filled in from ``facts``.
Wrong answers that need no computing stand there as well, under ``shown_by``, and so do other words for an option (``synonyms``).
"""

from __future__ import annotations

import tomllib
from pathlib import Path

from ..errors import InterpartyError
from .answers import Answer
from .dealing import dealt
from .freetext import Criterion, FreeText
from .pools import Variant
from .question import AnyOf, Misconception, Question


class Sheet:
    """The prose of one keys module.

    Parameters
    ----------
    module : str or Path
        The keys module, mostly ``__file__``; the prose stands beside it under the same name, ending in ``.toml``.

    Raises
    ------
    InterpartyError
        When the file is missing or is not TOML.
    """

    def __init__(self, module: str | Path) -> None:
        path = Path(module).with_suffix(".toml")
        try:
            self._words = tomllib.loads(path.read_text("utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise InterpartyError(f"{path.name} cannot be read: {error}.") from error
        self._name = path.name

    def _of(self, question: str, *names: str) -> object:
        found: object = self._words
        for name in (question, *names):
            if not isinstance(found, dict) or name not in found:
                raise InterpartyError(f"{self._name} has no {'.'.join((question, *names))}.")
            found = found[name]
        return found

    def options(self, question: str, part: str, facts: dict[str, object] | None = None) -> dict[str, str]:
        """What can be chosen in a part of a question: what is typed → what it means; ``facts`` as for `question`."""
        options = self._of(question, "options", part)
        return {option: _flat(self._filled(question, meaning, facts or {})) for option, meaning in options.items()}

    def synonyms(self, question: str, part: str) -> dict[str, str]:
        """Other words for the options of a part of a question: what may be typed → the option."""
        return dict(self._of(question, "synonyms", part))

    def rows(self, question: str) -> dict[str, dict]:
        """The rows of a question's pool: name → what the row says of itself."""
        return dict(self._of(question, "rows"))

    def free_text(self, question: str) -> FreeText:
        """A free-text answer: rubric, self-scoring guide, exemplar and length."""
        words = self._of(question, "free_text")
        rubric = self._of(question, "free_text", "rubric")
        return FreeText(
            template=words["template"],
            fewest=words["fewest"],
            most=words["most"],
            rubric=tuple(Criterion(row["points"], _flat(row["looks_for"])) for row in rubric),
            guide=tuple(_flat(row["guide"]) for row in rubric),
            exemplar=words["exemplar"],
        )

    def question(
        self,
        name: str,
        answer: Answer,
        *,
        wrong: dict[str, object] | None = None,
        cites: tuple[str, ...] = (),
        facts: dict[str, object] | None = None,
    ) -> Question:
        """A question made of its prose and its key.

        Parameters
        ----------
        name : str
            The question's id.
        answer : Answer
            The answer type with its key.
        wrong : dict
            Misconception → the wrong answer that shows it, where it is computed; the sentences stand in the prose under the
            same names, and so do the wrong answers that are not computed. None: nobody can make this mistake here.
        cites : tuple of str
            Claim ids whose sentences the solution shows.
        facts : dict
            Computed figures that the prose names as ``{name}``.

        Raises
        ------
        InterpartyError
            When prose and key do not name the same misconceptions, a wrong answer stands in both, or the prose names a figure
            that is not given.
        """
        words, facts = self._of(name), facts or {}
        says, shown = words.get("misconceptions", {}), words.get("shown_by", {})
        if twice := sorted(set(shown) & set(wrong or {})):
            raise InterpartyError(f"{name}: the wrong answer for “{twice[0]}” stands in {self._name} and in the keys.")
        absent = {each for each, when in (wrong or {}).items() if when is None}
        says = {each: said for each, said in says.items() if each not in absent}
        wrong = {each: when for each, when in (wrong or {}).items() if each not in absent}
        wrong = {each: AnyOf(when) if type(when) is list else when for each, when in shown.items()} | wrong
        if odd := sorted(set(says) ^ set(wrong)):
            raise InterpartyError(f"{name}: the misconception “{odd[0]}” stands only in {self._name} or only in the keys.")

        def filled(text: str) -> str:
            return self._filled(name, text, facts)

        return Question(
            id=name,
            title=filled(words["title"]),
            points=words["points"],
            skill=words["skill"],
            answer=answer,
            hints=tuple(_flat(filled(hint)) for hint in words.get("hints", ())),
            misconceptions=tuple(Misconception(each, wrong[each], _flat(filled(says[each]))) for each in says),
            solution=filled(words.get("solution", "")),
            cites=cites,
        )

    def _filled(self, question: str, text: str, facts: dict[str, object]) -> str:
        try:
            return text.format(**facts)
        except (KeyError, IndexError, ValueError) as error:
            raise InterpartyError(f"{self._name}, {question}: a figure in the prose is not given ({error}).") from error

    def variant(self, name: str, row: str, answer: Answer, *, facts: dict[str, object], **rest: object) -> Variant:
        """A row of a pool: its question, and the task, in which the ``facts`` are filled in as everywhere else.

        Parameters
        ----------
        name, row : str
            The question's id; the row's name, one word.
        answer : Answer
            The answer type with its key.
        facts : dict
            Figures, passages and names of the row that the prose uses.
        rest
            ``wrong`` and ``cites``, as for `question`.
        """
        words = self._of(name)
        question = self.question(name, answer, facts=facts, **rest)
        question, task = dealt(question, row, self._filled(name, words["task"], facts).strip())
        elsewhere = {cell: (before, after) for cell, (before, after) in words.get("elsewhere", {}).items()}
        return Variant(row, question, task, words.get("aim", ""), elsewhere)


def _flat(text: str) -> str:
    """One run of text: where a line ends in the file means nothing."""
    return " ".join(text.split())
