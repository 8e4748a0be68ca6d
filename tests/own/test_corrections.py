"""Claims put right by hand: in effect everywhere, signed, checked against the text; the five texts stay as they are."""

import csv
import os
import subprocess
import sys
from collections import Counter

import pandas as pd
import pytest

import interparty as ip
from interparty.commandline import main
from interparty.corpus import seeds_folder
from interparty.extraction import COLUMNS
from interparty.own.correction_file import COLUMNS as CELLS
from interparty.own.correction_file import FIELDS
from interparty.scale import claims_of_folder
from interparty.sources import read, sources
from interparty.storing import one_writer
from interparty.wording import sentence_of

TEXT = (
    "Annual report\n\n"
    "In 1996 the Party received more than 30 delegations. It sent 12 groups, of which 5 were led by its chairman.\n"
    "Old friends, 40 in all, came. In 1995 it had received 25\r\ndelegations.\n"
)
SIGNED = {"who": "A. Reader", "why": "the printed page has it so"}
GROUPS, GUESTS, PART = "r.1.12-groups", "r.1.more-than-30-delegations", "r.1.5"


@pytest.fixture
def mine(tmp_path):
    (tmp_path / "r.txt").write_text(TEXT, encoding="utf-8", newline="")
    (tmp_path / "catalogue.toml").write_text('[[text]]\nid = "r"\nfile = "r.txt"\ndate = "1997"\n', encoding="utf-8")
    return ip.my_texts(tmp_path)


def claim(documents, name):
    return ip.claims(documents).set_index("claim_id").loc[name]


def rows_of(mine):
    with (mine.folder / "corrections.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_the_sample_of_these_tests(mine):
    assert {GROUPS, GUESTS, PART} <= set(ip.claims(mine)["claim_id"])
    assert claim(mine, PART)["subset_of"] == GROUPS


def test_a_corrected_claim_is_corrected_everywhere(mine):
    before = ip.claims(mine)
    after = ip.correct(mine, GROUPS, value=21, hedge="nearly", **SIGNED)
    table = ip.claims(after)
    assert list(table.columns) == COLUMNS, "the contract stays"
    assert table.dtypes.equals(before.dtypes)
    row = claim(after, GROUPS)
    assert (row["value"], row["high"], row["hedge"]) == (21, 21, "nearly") and pd.isna(row["low"])
    others = table[table["claim_id"] != GROUPS].reset_index(drop=True)
    assert others.equals(before[before["claim_id"] != GROUPS].reset_index(drop=True))
    note = "corrected by hand (value: 12 → 21; hedge: exact → nearly): the printed page has it so (A. Reader, "
    assert note in str(after.passage(GROUPS)) and "✎" in str(after.passage(GROUPS))
    assert "A. Reader" in after.passage(GROUPS)._repr_html_()
    assert after.passage(GUESTS).note == ""
    page = ip.widgets.reader(after)
    told = {one["id"]: one["words"] for paragraph in page.view["paragraphs"] for one in paragraph["claims"]}
    assert note in told[GROUPS] and "not quite 21" in told[GROUPS] and "✎" not in told[GUESTS]
    assert page.view["paragraphs"][1]["html"].count("✎") == 1
    assert "Put right by hand" in page.twin()
    assert note in sentence_of(after, {**row, "claim_id": GROUPS})
    assert claim(mine, GROUPS)["value"] == 12, "the texts that were open before are not changed behind one's back"


def test_every_way_to_read_the_folder_sees_the_correction(mine, tmp_path):
    ip.correct(mine, GROUPS, value=21, **SIGNED)
    ways = {
        "my_texts": ip.claims(ip.my_texts(mine.folder)),
        "load_corpus": ip.claims(ip.load_corpus(mine.folder)),
        "sources": ip.claims([read(source) for source in sources(mine.folder)]),
        "document": ip.load_corpus(mine.folder)["r"].claims,
    }
    claims_of_folder(mine.folder, tmp_path / "out", progress=False)
    ways["scale"] = pd.read_parquet(tmp_path / "out")
    assert {way: table.set_index("claim_id").loc[GROUPS, "value"] for way, table in ways.items()} == dict.fromkeys(ways, 21)


def test_the_command_line_uses_corrections_and_says_so(mine, capfdbinary):
    main(["claims", str(mine.folder)])
    assert b"by hand" not in capfdbinary.readouterr().err
    ip.correct(mine, GROUPS, value=21, **SIGNED)
    for place in (mine.folder, mine.folder / "r.txt"):
        assert main(["claims", str(place)]) == 0
        printed = capfdbinary.readouterr()
        assert b"r.1.12-groups,r,1,76,85,12 groups,21.0" in printed.out
        assert b"Corrections by hand in effect, from corrections.csv beside the texts: 1." in printed.err


def test_parts_of_a_large_folder_do_not_survive_a_correction(mine, tmp_path):
    claims_of_folder(mine.folder, tmp_path / "out", progress=False)
    ip.correct(mine, GROUPS, value=21, **SIGNED)
    with pytest.raises(ip.InterpartyError, match="is not of this run"):
        claims_of_folder(mine.folder, tmp_path / "out", progress=False)


def test_charts_use_the_corrected_claim_and_say_so(mine):
    stock = "In 1996 the Party had contacts with 40 parties. In 1999 it has contacts with 60 parties."
    (mine.folder / "s.txt").write_text(stock, encoding="utf-8")
    mine = ip.my_texts(mine.folder)
    mine = ip.correct(mine, "s.0.40-parties", value=44, **SIGNED)
    claims = ip.claims(mine).assign(kind="stock", measure="parties_in_contact")
    shown = ip.show(ip.charts.stock_bounds(claims[claims["doc"] == "s"], "parties_in_contact"), corpus=mine)
    assert "44" in shown.alt and "40" not in shown.alt
    assert str(shown.html).count("the printed page has it so (A. Reader") == 2, (
        "in the table, and where the mark tells its sentence"
    )


def test_a_rejected_claim_is_gone_and_says_why(mine):
    after = ip.reject(mine, GROUPS, **SIGNED)
    assert GROUPS not in set(ip.claims(after)["claim_id"])
    assert claim(after, PART)["subset_of"] is None, "what was a part of it is no part any more"
    with pytest.raises(ip.InterpartyError, match=r"was rejected by hand: the printed page has it so \(A\. Reader"):
        after.passage(GROUPS)
    assert "rejected by hand" in ip.widgets.reader(after).twin()


def test_a_claim_is_added_at_its_place(mine):
    after = ip.add_claim(mine, "r", "Old friends, 40 in all", value=40, unit="friends", period_start="1996", **SIGNED)
    table = ip.claims(after)
    assert list(table["start"]) == sorted(table["start"])
    (added,) = table[table["quote"] == "Old friends, 40 in all"].to_dict("records")
    assert (added["low"], added["high"], added["par"], added["period_start"]) == (40, 40, 2, "1996")
    assert TEXT[added["start"] : added["end"]] == "Old friends, 40 in all"
    assert "by hand" in after.passage(added["claim_id"]).note


def test_between_and_vague_and_emptied_fields(mine):
    mine = ip.correct(mine, GROUPS, hedge="between", low=10, high=12, **SIGNED)
    assert (claim(mine, GROUPS)["low"], claim(mine, GROUPS)["high"]) == (10, 12) and pd.isna(claim(mine, GROUPS)["value"])
    mine = ip.correct(mine, PART, subset_of=None, period_start="1990~", period_end="1996", **SIGNED)
    assert claim(mine, PART)["subset_of"] is None and claim(mine, PART)["period_start"] == "1990~"
    mine = ip.correct(mine, GUESTS, hedge="vague", **SIGNED)
    assert pd.isna(claim(mine, GUESTS)[["value", "low", "high"]].astype(float)).all()


def test_the_table_of_corrections(mine):
    assert ip.corrections(mine).empty
    mine = ip.correct(mine, GROUPS, value=21, **SIGNED)
    mine = ip.reject(mine, GUESTS, **SIGNED)
    mine = ip.add_claim(mine, "r", "Old friends, 40 in all", value=40, unit="friends", **SIGNED)
    table = ip.corrections(mine)
    assert list(table["action"]) == ["change", "reject", "add"]
    assert list(table["claim_id"])[:2] == [GROUPS, GUESTS]
    assert table["change"][0] == "value: 12 → 21"
    assert table["change"][1].startswith("was value: 30; hedge: at_least; unit: delegations")
    assert "value: 40" in table["change"][2] and "unit: friends" in table["change"][2]
    assert set(table["who"]) == {"A. Reader"} and set(table["why"]) == {SIGNED["why"]}
    claims = ip.claims(mine).merge(table[["claim_id", "change"]], how="left")
    assert claims["change"].notna().sum() == 2, "a join says which claims of the table are by hand"


def test_a_correction_fixes_the_name_of_its_text(tmp_path):
    (tmp_path / "Été.txt").write_text(TEXT, encoding="utf-8", newline="")
    mine = ip.correct(ip.my_texts(tmp_path), "ete.1.12-groups", value=21, **SIGNED)
    (tmp_path / "ETE.txt").write_text("We sent 3 groups.", encoding="utf-8")
    for documents in (ip.my_texts(tmp_path), ip.load_corpus(tmp_path), [read(source) for source in sources(tmp_path)]):
        assert claim(documents, "ete.1.12-groups")["value"] == 21
    assert len(mine) == 1


def test_running_a_cell_twice_writes_once(mine):
    for _ in range(2):
        mine = ip.correct(mine, GROUPS, value=21, **SIGNED)
        mine = ip.reject(mine, GUESTS, **SIGNED)
        mine = ip.add_claim(mine, "r", "Old friends, 40 in all", value=40, unit="friends", **SIGNED)
    assert [row["action"] for row in rows_of(mine)] == ["change", "reject", "add"]
    assert list(rows_of(mine)[0]) == list(CELLS)


def test_taking_back(mine):
    before = ip.claims(mine)
    for name in (GROUPS, GUESTS):
        mine = ip.reject(mine, name, **SIGNED)
    mine = ip.take_back(ip.take_back(mine, GROUPS), GUESTS)
    assert ip.claims(mine).equals(before)
    with pytest.raises(ip.InterpartyError, match="has no correction that could be taken back"):
        ip.take_back(mine, GROUPS)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda mine: ip.correct(mine, "r.1.13-groups", value=1, **SIGNED), "There is no claim 'r.1.13-groups': choose one of"),
        (lambda mine: ip.correct(mine, GROUPS, **SIGNED), "nothing is changed; fill one of value, low"),
        (lambda mine: ip.correct(mine, GROUPS, hedge="almost", **SIGNED), "\"hedge\" is 'almost'; write one of exact, at_least"),
        (lambda mine: ip.correct(mine, GROUPS, direction="in", **SIGNED), "write one of received, sent, both, none"),
        (lambda mine: ip.correct(mine, GROUPS, kind="x", **SIGNED), "write one of stock, flow, rate"),
        (lambda mine: ip.correct(mine, GROUPS, value="twelve", **SIGNED), "write a number such as 1200"),
        (lambda mine: ip.correct(mine, GROUPS, value=True, **SIGNED), "write a number such as 1200"),
        (lambda mine: ip.correct(mine, GROUPS, value=None, **SIGNED), "the hedge 'exact' needs a figure"),
        (lambda mine: ip.correct(mine, GROUPS, low=3, **SIGNED), '"low" and "high" are for the hedge "between"'),
        (lambda mine: ip.correct(mine, GROUPS, hedge="between", low=9, high=3, **SIGNED), "the smaller first"),
        (lambda mine: ip.correct(mine, GROUPS, period_start="May", **SIGNED), "\"period_start\" is 'May'; write \"2002-10-11\""),
        (lambda mine: ip.correct(mine, GROUPS, period_start="2001", period_end="1999", **SIGNED), "lies after"),
        (lambda mine: ip.correct(mine, GROUPS, measure="delegations_send", **SIGNED), "near to it are delegations_sent"),
        (lambda mine: ip.correct(mine, GROUPS, subset_of=GROUPS, **SIGNED), "is no other claim of this text"),
        (lambda mine: ip.correct(mine, GROUPS, colour="red", **SIGNED), "There is no field 'colour' to correct"),
        (lambda mine: ip.correct(mine, GROUPS, value=1, who=" ", why="x"), '"who" is empty; say who corrects'),
        (lambda mine: ip.correct(mine, GROUPS, value=1, who="x", why=""), '"why" is empty; say why'),
        (lambda mine: ip.add_claim(mine, "r", "sent 12", value=1, unit="x", **SIGNED), f"holds the claim '{GROUPS}' already"),
        (lambda mine: ip.add_claim(mine, "r", "three score", value=1, unit="x", **SIGNED), "do not stand in r: copy them"),
        (lambda mine: ip.add_claim(mine, "r", "delegations", value=1, unit="x", **SIGNED), "stand 2 times in r: take more words"),
        (lambda mine: ip.add_claim(mine, "r", "Old friends", value=1, **SIGNED), '"unit" is empty; say what is counted'),
        (lambda mine: ip.correct(ip.load_corpus(), GROUPS, value=1, **SIGNED), "texts of your own"),
    ],
)  # fmt: skip
def test_a_wrong_correction_changes_nothing(mine, call, words):
    with pytest.raises(ip.InterpartyError, match=words) as caught:
        call(mine)
    assert "\n" not in str(caught.value)
    assert not (mine.folder / "corrections.csv").exists()


def test_the_five_texts_cannot_be_corrected_in_their_place():
    five = ip.my_texts(seeds_folder())
    with pytest.raises(ip.InterpartyError, match="The five texts are the same for everybody"):
        ip.correct(five, "dai-2002.15.418-parties-and-organizations", value=419, **SIGNED)
    assert not (seeds_folder() / "corrections.csv").exists()


def written(mine, **cells):
    """A corrections.csv with one row made by hand, as a spreadsheet may leave it."""
    start = TEXT.index("12 groups")
    row = {
        "doc": "r",
        "start": start,
        "end": start + 9,
        "quote": "12 groups",
        "action": "change",
        "value": "21",
        "date": "2031-05-17",
    }
    row = {**dict.fromkeys(CELLS, ""), **row, **SIGNED, **cells}
    lines = [CELLS, [row[cell] for cell in CELLS]]
    (mine.folder / "corrections.csv").write_text("\n".join(";".join(map(str, line)) for line in lines), encoding="utf-8-sig")
    return ip.my_texts(mine.folder)


def test_a_file_from_a_spreadsheet(mine):
    assert claim(written(mine), GROUPS)["value"] == 21
    assert claim(written(mine, value="1,200"), GROUPS)["value"] == 1200
    mine = ip.correct(written(mine), GUESTS, hedge="exact", **SIGNED)
    text = (mine.folder / "corrections.csv").read_text(encoding="utf-8-sig")
    assert len(text.splitlines()) == 3 and text.count(";") == 3 * (len(CELLS) - 1), "a row is added in the same form"
    assert (claim(mine, GROUPS)["value"], claim(mine, GUESTS)["hedge"]) == (21, "exact")
    for _ in range(2):
        assert (mine.folder / "corrections.csv").read_bytes().startswith(b"\xef\xbb\xbfdoc;"), "the mark of the spreadsheet stays"
        mine = ip.take_back(mine, GUESTS) if GUESTS in set(ip.corrections(mine)["claim_id"]) else mine


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"start": 3, "end": 12}, "“12 groups” does not stand at 3–12 of r; it stands at 76–85: put these numbers in"),
        ({"quote": "13 groups"}, "it is not in the text: take the row out"),
        ({"quote": "It sent", "start": 68, "end": 75}, "there is no claim in “It sent”.*write the action add"),
        ({"hedge": "nearly so"}, "row 2: the field \"hedge\" is 'nearly so'; write one of"),
        ({"action": "delete"}, "\"action\" is 'delete'; write one of change, add, reject"),
        ({"action": "reject"}, "a claim that is rejected has no new fields; empty the field 'value'"),
        ({"start": "x"}, "must be whole numbers"),
        ({"date": "17.5.2031"}, "\"date\" is '17.5.2031'; write the day"),
        ({"who": ""}, '"who" is empty'),
        ({"doc": "q"}, "\"doc\" is 'q'; it must be one of r"),
        ({"why": "a;b;c"}, "more cells than the first line has columns"),
    ],
)
def test_a_row_that_does_not_fit_is_not_applied_and_is_told(mine, cells, words):
    before = ip.claims(mine)
    after = written(mine, **cells)
    assert ip.claims(after).equals(before)
    (said,) = [remark.sentence for remark in after.remarks if remark.file == "corrections.csv"]
    with pytest.raises(ip.InterpartyError, match=words):
        raise ip.InterpartyError(said)
    assert said.endswith("Until then it is not applied.")
    if cells.get("doc") != "q":
        with pytest.raises(ip.InterpartyError, match=words):
            ip.load_corpus(mine.folder)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"\xff\xfe\x00", "is not UTF-8 text"),
        (b"doc,start\n", "has no column 'end': its first line must be doc,start,end,quote,action"),
        (",".join((*CELLS, "colour")).encode(), "has a column 'colour': it may have these only"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_and_not_written_to(mine, raw, words):
    path = mine.folder / "corrections.csv"
    path.write_bytes(raw)
    after = ip.my_texts(mine.folder)
    with pytest.raises(ip.InterpartyError, match=words):
        raise ip.InterpartyError(after.remarks[0].sentence)
    with pytest.raises(ip.InterpartyError, match=words):
        ip.correct(after, GROUPS, value=1, **SIGNED)
    assert path.read_bytes() == raw


def test_when_the_disk_is_full_the_file_is_as_before(mine, monkeypatch):
    mine = ip.correct(mine, GROUPS, value=21, **SIGNED)
    path = mine.folder / "corrections.csv"
    before = path.read_bytes()

    def full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.write_text", full)
    with pytest.raises(ip.InterpartyError, match="No space left"):
        ip.correct(mine, GUESTS, value=31, **SIGNED)
    assert path.read_bytes() == before
    assert sorted(file.name for file in mine.folder.iterdir()) == ["catalogue.toml", "corrections.csv", "r.txt"]


def test_every_field_that_can_be_corrected_is_a_column_of_the_claims():
    assert set(FIELDS) <= set(COLUMNS)


def test_two_notebooks_on_one_folder_lose_no_row(mine):
    """Each writes again and again, and waits inside the writing so that the other one comes in between."""
    write = (
        "import sys, time, interparty as ip\n"
        "from interparty.own import correcting\n"
        "slow = correcting._old\n"
        "correcting._old = lambda path: (slow(path), time.sleep(0.05))[0]\n"
        "mine = ip.my_texts(sys.argv[1])\n"
        "for turn in range(8):\n"
        "    ip.correct(mine, sys.argv[2], value=100 + turn, who=sys.argv[3], why='two hands at once')\n"
    )
    ip.correct(mine, PART, value=6, **SIGNED)
    hands = [
        subprocess.Popen([sys.executable, "-c", write, str(mine.folder), name, who])
        for name, who in ((GROUPS, "one"), (GUESTS, "other"))
    ]
    assert [hand.wait(timeout=120) for hand in hands] == [0, 0]
    assert Counter(row["who"] for row in rows_of(mine)) == {"A. Reader": 1, "one": 8, "other": 8}
    assert not list(mine.folder.glob(".corrections.csv*")), "nothing is left behind"


def test_what_another_notebook_wrote_is_not_taken_back(mine):
    mine = ip.correct(mine, GROUPS, value=21, **SIGNED)
    mine = ip.correct(mine, GUESTS, value=31, **SIGNED)
    ip.take_back(mine, GROUPS)
    ip.take_back(mine, GUESTS)  # mine is as it was before
    assert rows_of(mine) == []


def test_a_sign_left_behind_is_put_away_and_one_in_use_is_told(mine):
    path = mine.folder / "corrections.csv"
    sign = mine.folder / ".corrections.csv.in-use"
    sign.touch()
    with pytest.raises(ip.InterpartyError, match="being changed by another notebook: try again"), one_writer(path, patience=0.1):
        pass
    os.utime(sign, (0, 0))
    ip.correct(mine, GROUPS, value=21, **SIGNED)
    assert len(rows_of(mine)) == 1 and not sign.exists()
