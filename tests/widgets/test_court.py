"""The arrow court without a browser: what it judges, what it keeps, what it never gives away before the verdict."""

import json

import pytest

import interparty as ip
from interparty.widgets import arrow_court
from interparty.widgets.ruling import DIFFERENCES, ends_of, judge, tokens

LINES = ("solid", "dashed", "none")


@pytest.fixture
def court(corpus, tmp_path):
    return arrow_court(corpus=corpus, folder=tmp_path)


def ours(court, clause):
    """Our own reading of a clause, as a learner would enter it."""
    row = court._clauses[clause]["rows"][0]
    return {"line": row["line"], "source": row["source"], "target": row["target"], "word": row["word"].split(";")[0]}


def enter(court, clause, **fields):
    court.receive({"do": "enter", "clause": clause, **(ours(court, clause) | fields)})
    return court.view


def draw_all(court, **changed):
    """Every clause as we read it, but for those in ``changed`` (``c5={...}``)."""
    for clause in court._clauses:
        enter(court, clause, **changed.get(f"c{clause}", {}))
    court.receive({"do": "verdict"})
    return court.view


def test_twelve_clauses_come_in_the_order_of_the_texts(court, corpus):
    assert [clause["id"] for clause in court.view["clauses"]] == [str(n) for n in range(1, 13)]
    for clause in court.view["clauses"]:
        shown = clause["before"] + clause["quote"] + clause["after"]
        assert any(shown in document.text for document in corpus)
        assert set(clause["words"]) <= set(tokens(clause["quote"]))


def test_a_pronoun_is_shown_with_the_sentence_that_it_points_to(court):
    they = next(clause for clause in court.view["clauses"] if clause["quote"].startswith("They gave"))
    assert "progressive organizations and individuals" in they["before"]


def test_our_own_reading_agrees_everywhere(court):
    view = draw_all(court)
    assert all(told["agrees"] and not told["said"] for told in view["told"].values())
    assert view["score"] == view["best"] == 8
    assert view["said"] == "Your arrows and ours agree."


@pytest.mark.parametrize("mine", LINES)
@pytest.mark.parametrize("theirs", LINES)
def test_every_pair_of_lines_has_its_sentence(court, mine, theirs):
    clause = next(clause for clause in court._clauses.values() if clause["rows"][0]["line"] == mine)
    answer = {"line": theirs, "source": "friends", "target": "world", "word": "the" if theirs == "solid" else ""}
    agrees, points, said = judge(clause["rows"], answer, court._names)
    assert agrees == (mine == theirs == "none")
    assert points == (-1 if theirs == "solid" else 0)
    assert bool(said) != agrees
    assert set(DIFFERENCES) == {(a, b) for a in LINES for b in LINES} - {("solid", "solid"), ("none", "none")}


@pytest.mark.parametrize(
    ("clause", "answer", "said", "points"),
    [
        ("6", {"source": "cpc", "target": "comintern"}, "You turned the arrow round.", -1),
        ("6", {"word": "representatives"}, "does not license them: the word of action is “assigned”", -1),
        ("9", {"target": "cpc"}, "You drew progressive organizations and individuals → CPC.", -1),
        ("6", {"line": "dashed", "word": ""}, "You left it dashed. “assigned” says who acts", 0),
        ("6", {"line": "none"}, "You drew nothing. Two actors stand in this clause", 0),
        ("5", {"line": "solid", "word": "member"}, "You let “member” carry the arrow.", -1),
        ("5", {"target": "world"}, "You tied other actors: CPC - - - the people of the world.", 0),
        ("2", {"line": "solid", "source": "comintern", "target": "cpc", "word": "held"}, "the second is yours", -1),
    ],
)
def test_each_misreading_has_a_sentence_of_its_own(court, clause, answer, said, points):
    told = draw_all(court, **{f"c{clause}": answer})["told"][clause]
    assert said in told["said"] and told["points"] == points and not told["agrees"]
    assert told["why"] and told["ours"]
    assert court.view["said"] == "You and we differ on 1 of 12 clauses."


@pytest.mark.parametrize(
    ("clause", "answer"),
    [
        ("5", {"source": "comintern", "target": "cpc"}),
        ("3", {"source": "usa"}),
        ("3", {"source": "usa", "target": "friends"}),
        ("3", {"word": "support"}),
        ("11", {"word": "did"}),
    ],
)
def test_what_the_words_allow_as_well_counts_as_agreement(court, clause, answer):
    view = draw_all(court, **{f"c{clause}": answer})
    assert view["score"] == view["best"] and all(told["agrees"] for told in view["told"].values())


def test_other_ends_are_pairs_of_known_actors(court):
    for clause in court._clauses.values():
        for row in clause["rows"]:
            assert all({*pair} <= set(court._names) | {""} and len(pair) == 2 for pair in ends_of(row))


def test_nothing_is_given_away_before_the_verdict(court):
    enter(court, "6")
    assert not {"ours", "told", "score", "best"} & set(court.view)
    secrets = [row["reading"] for clause in court._clauses.values() for row in clause["rows"]]
    seen = json.dumps(court.view, ensure_ascii=False)
    assert len(secrets) == 13 and not [secret for secret in secrets if secret in seen]
    assert court.view["clauses"][0].keys() == {"id", "before", "quote", "after", "cite", "words", "yours"}


def test_the_verdict_waits_for_all_and_then_holds(court):
    enter(court, "6", source="cpc", target="comintern")
    court.receive({"do": "verdict"})
    assert court.view["said"] == "Not yet: 11 clauses have no answer." and not court.view["closed"]
    enter(court, "6")
    assert court.view["clauses"][5]["yours"]["source"] == "comintern", "an arrow can be changed before the verdict"
    draw_all(court)
    enter(court, "6", line="dashed", word="")
    assert court.view["said"].startswith("The verdict has been given") and court.view["score"] == 8


def test_a_sentence_on_each_difference_is_kept_and_found_again(corpus, tmp_path):
    first = arrow_court(corpus=corpus, folder=tmp_path)
    draw_all(first, c5={"line": "solid", "word": "was"})
    first.receive({"do": "answer", "clause": "5", "stand": "", "text": "A member obeys."})
    assert first.view["said"].startswith("Choose first")
    first.receive({"do": "answer", "clause": "5", "stand": "withdraw", "text": " "})
    assert first.view["said"] == "Write one sentence with your reason."
    first.receive({"do": "answer", "clause": "5", "stand": "withdraw", "text": "I knew that <members> obey."})
    again = arrow_court(corpus=corpus, folder=tmp_path)
    assert again.view["told"]["5"]["text"] == "I knew that <members> obey."
    assert (again.view["told"]["5"]["stand"], again.view["score"]) == ("withdraw", 7)
    again.receive({"do": "reset"})
    assert not arrow_court(corpus=corpus, folder=tmp_path).view["closed"]


@pytest.mark.parametrize(
    "message",
    [
        None,
        {"do": "fly"},
        {"do": "enter"},
        {"do": "enter", "clause": "99", "line": "none"},
        {"do": "enter", "clause": "1", "line": "wavy"},
        {"do": "enter", "clause": "1", "line": "solid", "source": "cpc", "target": "comintern", "word": "paid"},
        {"do": "enter", "clause": "1", "line": "dashed", "source": "cpc", "target": "cpc"},
        {"do": "enter", "clause": "1", "line": "dashed", "source": ["x"], "target": "cpc"},
        {"do": "enter", "clause": "1", "line": "dashed", "source": "", "target": "cpc"},
        {"do": "answer", "clause": "1", "stand": "defend", "text": "Too early."},
    ],
)
def test_a_message_without_sense_is_answered_with_a_sentence(court, message):
    court.receive(message)
    assert court.view["said"].endswith(".") and court.answers == {}


def test_answers_that_no_longer_fit_are_left_alone(corpus, tmp_path):
    held = {
        "arrow:1": {"line": "solid", "source": "gone", "target": "cpc", "word": "attended", "at": 1.0},
        "verdict": {"at": 2.0},
    }
    (tmp_path / "arrow-court-progress.json").write_text(json.dumps({"emptied": 0, "answers": held}))
    court = arrow_court(corpus=corpus, folder=tmp_path)
    assert court.view["clauses"][0]["yours"] is None and not court.view["closed"]


def test_an_unknown_actor_is_one_sentence(corpus, tmp_path):
    actors = ip.readings("comintern-actors", corpus)
    with pytest.raises(ip.InterpartyError, match="not in the table of actors"):
        arrow_court(actors=actors[actors["reading_id"] != "usa"], corpus=corpus, folder=tmp_path)


def test_live_and_static_in_one_output(court):
    data, _ = court._repr_mimebundle_()
    assert {"text/html", "text/plain", "application/vnd.jupyter.widget-view+json"} <= set(data)
    assert data["text/html"].count("<details>") == 12
    for clause in court.view["clauses"]:
        assert clause["quote"] in data["text/html"] and clause["cite"] in data["text/html"]
    assert "Communist International → CPC, licensed by “assigned”" in data["text/html"]


def test_the_module_is_one_plain_file(court):
    assert court._esm.count("export default") == 1
    assert "import " not in court._esm and "drawMap" in court._esm and "keepKeys" in court._esm
