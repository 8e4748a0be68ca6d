"""check, hint and solution as a learner meets them: in the right place, with and without keys, and never an error."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from hostile import HOSTILE
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import interparty as ip
from interparty.questions import Outcome, Score, check, hint, shapes, solution

KEYS = Path(__file__).parents[2] / "exercises" / "keys"
J1 = {"received per day": 0.55, "sent per day": "0.27 a day", "conclusion": "b"}


@pytest.fixture
def practice(monkeypatch):
    monkeypatch.setenv("INTERPARTY_KEYS", str(KEYS))


@pytest.fixture
def exam(monkeypatch):
    monkeypatch.setenv("INTERPARTY_KEYS", "none")


def test_the_answer_is_found_under_its_name(practice):
    j1 = J1  # noqa: F841  (check looks for this name)
    for name in ("J1", "j1", " J1 "):
        score = check(name)
        assert (float(score), score.outcome) == (3, Outcome.RIGHT)
    assert float(ip.check("J1")) == 3


def test_the_answer_is_found_among_the_globals_of_a_notebook(practice):
    notebook = {"check": ip.check, "j1": J1}
    exec("result = check('J1')", notebook)
    assert float(notebook["result"]) == 3


def test_the_answer_may_be_handed_over(practice):
    assert float(check("J1", J1)) == 3
    assert check("J1", None).outcome is Outcome.NOT_ATTEMPTED


def test_a_missing_answer_is_not_attempted(practice):
    score = check("J1")
    assert (float(score), score.outcome) == (0, Outcome.NOT_ATTEMPTED)
    assert "j1 =" in score.text


@pytest.mark.parametrize("broken", ['j1 = {"conclusion": "A}', "j1 = {'conclusion': A}", "j1 = {'sent per day': 0,27}"])
def test_an_older_answer_is_not_marked_when_the_new_one_ended_in_red(practice, broken):
    notebook = {"check": ip.check, "j1": J1, "In": ["", "j1 = J1", broken, 'check("J1")']}
    exec("result = check('J1')", notebook)
    assert (float(notebook["result"]), notebook["result"].outcome) == (0, Outcome.NOT_ATTEMPTED)
    assert "red message" in notebook["result"].text
    notebook["In"] += ["j1 = {'conclusion': 'A'}", 'check("J1")']
    exec("result = check('J1')", notebook)
    assert float(notebook["result"]) == 3


@pytest.mark.parametrize("name", ["J99", "", "zebra", None, 5, ..., ["J1"], object()])
def test_an_unknown_question_is_one_sentence(practice, name):
    score = check(name)
    assert (float(score), score.outcome) == (0, Outcome.PROBLEM)
    assert len(score.says) == 1
    assert "\n" not in score.says[0]
    assert str(hint(name))
    assert str(solution(name))


def test_an_unknown_question_names_its_neighbours(practice):
    assert "J1, J2, J3" in check("J9").says[0]


def test_hints_come_one_after_the_other(practice):
    seen = [repr(hint("J2")) for _ in range(4)]
    assert len(set(seen)) == 3
    assert seen[2] == seen[3]
    assert "last hint" in seen[2]
    assert repr(hint("J2", 1)) == seen[0]
    assert "hints 1 to 3" in repr(hint("J2", 7))


def test_the_solution_shows_the_key_and_its_sentences(practice):
    note = solution("J4")
    assert "418 parties and organizations: kind: stock" in repr(note)
    assert "[dai-2002 ¶15] By the end of 2001" in repr(note)
    assert "<mark" in note._repr_html_()


def test_without_keys_only_the_form_is_checked(exam):
    right, wrong = check("J1", J1), check("J1", J1 | {"conclusion": "A"})
    assert right.outcome is wrong.outcome is Outcome.RECORDED
    assert float(right) == float(wrong) == 0
    assert "0.55" in right.text
    assert check("J1", J1 | {"conclusion": "Z"}).outcome is Outcome.UNREADABLE
    assert check("J1", {"received per day": ...}).outcome is Outcome.NOT_ATTEMPTED
    assert check("J8", "Some text.").outcome is Outcome.RECORDED
    assert check("J99").outcome is Outcome.PROBLEM
    assert "exam edition" in repr(hint("J1"))
    assert "exam edition" in repr(solution("J1"))


def test_every_question_can_be_read_without_keys(exam):
    assert len(shapes()) >= 9
    for name in shapes():
        assert check(name, ...).outcome is Outcome.NOT_ATTEMPTED
        assert check(name, object()).outcome is Outcome.UNREADABLE


def test_keys_are_found_from_a_folder_below(monkeypatch):
    monkeypatch.delenv("INTERPARTY_KEYS", raising=False)
    monkeypatch.chdir(KEYS.parent / "release" / "05-jiang-zemin")
    assert float(check("J1", J1)) == 3


def test_where_no_keys_are_there_are_none(monkeypatch, tmp_path):
    monkeypatch.delenv("INTERPARTY_KEYS", raising=False)
    (tmp_path / "keys").mkdir()
    (tmp_path / "keys" / "door.py").write_text("raise SystemExit('not a keys module')")
    monkeypatch.chdir(tmp_path)
    assert check("J1", J1).outcome is Outcome.RECORDED


@pytest.mark.parametrize(
    "source",
    [
        "def questions(corpus, claims): return [",
        "raise RuntimeError('broken')\ndef questions(corpus, claims): pass",
        "raise SystemExit\ndef questions(corpus, claims): pass",
        "def questions(corpus, claims): return 5",
        "def questions(corpus, claims): return claims['nothing']",
        "import nothing_of_this_name\ndef questions(corpus, claims): return []",
    ],
)
def test_broken_keys_are_one_sentence(monkeypatch, tmp_path, source):
    (tmp_path / "jiang_zemin.py").write_text(source)
    monkeypatch.setenv("INTERPARTY_KEYS", str(tmp_path))
    score = check("J1", J1)
    assert (float(score), score.outcome) == (0, Outcome.PROBLEM)
    assert "jiang_zemin.py cannot be used" in score.says[0]
    assert "jiang_zemin.py cannot be used" in repr(hint("J1"))


def test_a_folder_of_keys_that_is_not_there_is_one_sentence(monkeypatch, tmp_path):
    monkeypatch.setenv("INTERPARTY_KEYS", str(tmp_path / "nowhere"))
    assert "does not exist" in check("J1", J1).says[0]


def test_prose_without_its_key_is_a_mistake(monkeypatch, tmp_path):
    for name in ("jiang_zemin.py", "jiang_zemin.toml"):
        (tmp_path / name).write_bytes((KEYS / name).read_bytes())
    prose = (tmp_path / "jiang_zemin.toml").read_text("utf-8")
    monkeypatch.setenv("INTERPARTY_KEYS", str(tmp_path))
    (tmp_path / "jiang_zemin.toml").write_text(prose.replace('"working days"', '"resting days"'), "utf-8")
    assert "resting days" in check("J1", J1).says[0]


def check_one(name, raw):
    score = check(name, raw)
    assert type(score) is Score
    most = shapes()[name]["points"]
    assert 0 <= float(score) <= most
    assert 0 <= float(repr(score)) <= most
    html = score._repr_html_()
    assert "<script" not in html
    assert "Traceback" not in html + score.text
    return score


@pytest.mark.parametrize("thing", HOSTILE)
def test_hostile_things_gain_nothing_anywhere(practice, capsys, thing):
    for name, shape in shapes().items():
        assert float(check_one(name, HOSTILE[thing]())) == 0, name
        for part in shape["answer"].get("parts", ()):
            assert float(check_one(name, {part: HOSTILE[thing]()})) == 0, (name, part)
    assert capsys.readouterr().err == ""


def labels():
    for shape in shapes().values():
        answer = shape["answer"]
        yield from answer.get("parts", ())
        yield from answer.get("rows", ())
        yield from answer.get("columns", ())
        for part in answer.get("parts", {}).values():
            yield from part.get("rows", ())
            yield from part.get("columns", ())


@dataclass(frozen=True)
class Named:
    """Stands for a hostile thing, which hypothesis itself could not handle."""

    name: str


def unpacked(raw):
    """The same junk with the hostile things in their places."""
    if isinstance(raw, Named):
        return HOSTILE[raw.name]()
    if isinstance(raw, dict):
        return {key: unpacked(value) for key, value in raw.items()}
    return type(raw)(unpacked(each) for each in raw) if isinstance(raw, (list, tuple)) else raw


SMALL = st.one_of(
    st.none(),
    st.just(...),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=12),
    st.sampled_from(["A", "B", "sent", "yes", "stock", "nearly 400", "cannot tell", "[dai-2001 ¶4]", "1/0", "%", "more than"]),
    st.sampled_from(list(HOSTILE)).map(Named),
)
JUNK = st.recursive(
    SMALL,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.tuples(inner, inner),
        st.dictionaries(st.sampled_from(sorted(set(labels()))), inner, max_size=5),
        st.dictionaries(st.text(max_size=4), inner, max_size=2),
    ),
    max_leaves=12,
)


@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(sorted(shapes())), raw=JUNK, keyed=st.booleans())
def test_check_never_raises_and_always_scores(monkeypatch, name, raw, keyed):
    monkeypatch.setenv("INTERPARTY_KEYS", str(KEYS) if keyed else "none")
    check_one(name, unpacked(raw))


def test_nothing_is_written_to_stderr_in_a_fresh_process():
    code = "import interparty as ip; print(repr(ip.check('J1', ip.Bounds)), repr(ip.check('J9')), repr(ip.check('J4', {})))"
    done = subprocess.run([sys.executable, "-W", "always", "-c", code], cwd=KEYS, capture_output=True, text=True, timeout=120)
    assert (done.stdout.split(), done.stderr) == (["0.0", "0.0", "0.0"], "")


def test_importing_the_library_does_not_load_the_questions():
    code = "import sys, interparty; sys.exit('interparty.questions' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], timeout=120).returncode == 0


def test_the_public_check_finds_the_variable_where_it_is_called():
    """Whatever the library puts around its public functions, the answer is looked for in the learner's own names."""
    import interparty as ip

    names = {"check": ip.check, "j1": {"received per day": 0.55, "sent per day": 0.27, "conclusion": "B"}}
    assert eval('check("J1")', names).outcome not in (Outcome.NOT_ATTEMPTED, Outcome.PROBLEM)

    def in_a_function():
        j1 = names["j1"]
        return ip.check("J1"), j1

    assert in_a_function()[0].outcome not in (Outcome.NOT_ATTEMPTED, Outcome.PROBLEM)
