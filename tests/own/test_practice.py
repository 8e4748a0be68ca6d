"""The invented texts: marked as invented, and they hold what the notebook wants to show with them."""

import pytest

import interparty as ip
from interparty.widgets import correct_claims, describe_texts


def opened():
    folder = ip.practice_folder()
    ip.to_utf8(folder / "harbour-minutes.txt", "windows-1252")
    for name, date in (("report", "2031-05-05"), ("interview", "2036"), ("minutes", "2029-06-02")):
        ip.describe(folder, f"harbour-{name}.txt", date=date)
    return ip.my_texts(folder)


def test_each_text_says_that_it_is_invented_and_names_nothing_real():
    mine = opened()
    assert len(mine) == 3
    for document in mine:
        assert document.text.startswith("INVENTED FOR PRACTICE: no party, no person and no place of this text exists.")
        assert document.date > "2028", "a date to come"
    assert ip.names(mine).empty, "no name of the gazetteer, which holds real ones"
    assert ip.practice_folder() != ip.practice_folder()


def test_what_is_wrong_in_the_folder_and_in_the_texts():
    (said,) = [remark.sentence for remark in ip.my_texts(ip.practice_folder()).remarks if remark.lost]
    assert 'ip.to_utf8("' in said and "André Kérouan" in said
    mine = opened()
    claims = ip.claims(mine).set_index("claim_id")
    assert claims.loc["harbour-report.4.70-delegations", "hedge"] == "exact", "“a good” is not read"
    # a misprint that no machine can know of: the report has 31 for the same year
    assert claims.loc["harbour-interview.4.310-delegations", "value"] == 310
    assert claims.loc["harbour-report.4.31-delegations", "value"] == 31
    assert set(claims.loc[["harbour-interview.4.310-delegations", "harbour-report.4.31-delegations"], "period_start"]) == {"2030"}
    assert "harbour-interview.8.100-delegations" in claims.index, "the title of a comedy is taken for a claim"
    assert set(ip.unread(mine, "not read")["quote"]) == {"18", "twice", "1O"}


def sent(form, do, name, **values):
    """What the browser sends when a list is changed or a button is pressed: everything that stands in the fields."""
    form.receive({"do": do, "field" if do == "choose" else "button": name, "values": {**form.values, **values}})
    return form.view["said"]


def field(form, name):
    return next(each for each in form.view["fields"] if each["name"] == name)


def test_the_form_writes_the_catalogue():
    form = describe_texts(ip.practice_folder())
    sent(form, "choose", "file", file="harbour-report.txt")
    assert "no party, no person" in field(form, "begins")["html"]
    said = sent(form, "press", "Write it down", date="5 May 2031")
    assert 'write it as "2031-05-05"' in said and form.view["wrong"] and form.view["renewed"] == [], "what was written stays"
    assert not (form.texts.folder / "catalogue.toml").exists()
    right = {"date": "2031-05-05", "title": " <b> ", "speaker": "Lao People's Revolutionary Party"}
    said = sent(form, "press", "Write it down", **right)
    assert said == "Written down in my-texts/catalogue.toml; its house is in Laos. Now run the next cell."
    assert form.texts["harbour-report"].date == "2031-05-05" and form.texts["harbour-report"].meta["title"] == "<b>"
    assert form.values["title"] == "<b>" and "title" in form.view["renewed"] and not form.view["wrong"]
    sent(form, "choose", "file", file="harbour-interview.txt")
    assert form.values["title"] == "" and form.values["date"] == "", "each text has its own answers"
    sent(form, "choose", "file", file="harbour-report.txt")
    assert form.values["title"] == "<b>"
    data, _ = form._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in data and "Who speaks, for whose house?" in data["text/html"]


def test_the_form_of_corrections():
    mine = opened()
    form = correct_claims(mine.folder)
    assert form.values["claim"] == ip.claims(mine)["claim_id"][0], "one is chosen from the start"
    sent(form, "choose", "claim", claim="harbour-report.4.31-delegations")
    assert "31 delegations" in field(form, "sentence")["html"] and ": 31, without a hedge" in field(form, "sentence")["html"]
    sent(form, "choose", "field", field="hedge")
    assert "nearly" in field(form, "new")["offers"] and "now: exact" in field(form, "new")["hint"]
    assert "say who corrects" in sent(form, "press", "Correct it", new="nearly")
    assert form.values["new"] == "nearly" and ip.corrections(form.texts).empty
    signed = {"who": "A. Reader", "why": "seen <on> the page"}
    assert "written down in my-texts/corrections.csv" in sent(form, "press", "Correct it", **signed)
    assert form.values["claim"] == "harbour-report.4.31-delegations"
    assert "seen &lt;on&gt; the page" in field(form, "sentence")["html"]
    claims = ip.claims(ip.my_texts(mine.folder)).set_index("claim_id")
    assert claims.loc["harbour-report.4.31-delegations", "hedge"] == "nearly"
    again = sent(form, "press", "Correct it")
    assert "choose what is wrong" in again, "the field is asked anew for each correction"
    sent(form, "press", "It is no claim")
    assert "is no claim any more" in field(form, "sentence")["html"]
    assert "is out of my-texts/corrections.csv again" in sent(form, "press", "Take back")
    assert ": 31, without a hedge" in field(form, "sentence")["html"] and ip.corrections(form.texts).empty
    data, _ = form._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in data and ": 31, without a hedge" in data["text/html"]


@pytest.mark.parametrize("make", [describe_texts, correct_claims])
def test_a_message_that_makes_no_sense_is_told_and_changes_nothing(make):
    form = make(ip.practice_folder())
    before = {path.name for path in form.texts.folder.iterdir()}
    for message in (
        None,
        {"do": "press"},
        {"do": "press", "button": "Write it down", "values": {}},
        {"do": "press", "button": "Delete", "values": form.values},
        {"do": "choose", "field": "file", "values": 7},
    ):
        form.receive(message)
        assert form.view["said"] in ("That cannot be done here.", "That choice is not complete: choose again, please.")
    assert {path.name for path in form.texts.folder.iterdir()} == before
