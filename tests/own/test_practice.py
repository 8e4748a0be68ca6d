"""The invented texts: marked as invented, and they hold what the notebook wants to show with them."""

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


def test_the_form_writes_the_catalogue():
    form = describe_texts(ip.practice_folder())
    file, boxes = form._file, form._fields
    file.value = "harbour-report.txt"
    assert "no party, no person" in form._begins.value
    boxes["date"].value = "5 May 2031"
    form._save.click()
    assert "write it as &quot;2031-05-05&quot;" in form._said.value and not (form.texts.folder / "catalogue.toml").exists()
    boxes["date"].value, boxes["title"].value = "2031-05-05", "<b>"
    boxes["speaker"].value = "Workers' Party of Korea"
    form._save.click()
    assert "Written down in my-texts/catalogue.toml" in form._said.value
    assert form.texts["harbour-report"].date == "2031-05-05" and form.texts["harbour-report"].meta["title"] == "<b>"
    file.value = "harbour-interview.txt"
    assert boxes["title"].value == "" and boxes["date"].value == "", "each text has its own answers"
    file.value = "harbour-report.txt"
    assert boxes["title"].value == "<b>"
    data = form._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in data and "Who speaks, for whose house?" in data["text/html"]


def test_the_form_of_corrections():
    mine = opened()
    form = correct_claims(mine.folder)
    buttons = {button.description: button for button in form.children[-2].children}
    assert form._claim.value == ip.claims(mine)["claim_id"][0], "one is chosen from the start"
    form._claim.value = "harbour-report.4.31-delegations"
    assert "31 delegations" in form._sentence.value and "exactly 31" in form._sentence.value
    form._field.value = "hedge"
    assert "nearly" in form._new.options and "now: exact" in form._new.placeholder
    form._new.value = "nearly"
    buttons["Correct it"].click()
    assert "say who corrects" in form._said.value and ip.corrections(form.texts).empty
    form._who.value, form._why.value = "A. Reader", "seen <on> the page"
    buttons["Correct it"].click()
    assert "written down in my-texts/corrections.csv" in form._said.value
    assert form._claim.value == "harbour-report.4.31-delegations" and "seen &lt;on&gt; the page" in form._sentence.value
    claims = ip.claims(ip.my_texts(mine.folder)).set_index("claim_id")
    assert claims.loc["harbour-report.4.31-delegations", "hedge"] == "nearly"
    buttons["Correct it"].click()
    assert "choose what is wrong" in form._said.value, "the field is asked anew for each correction"
    buttons["It is no claim"].click()
    assert "is no claim any more" in form._sentence.value
    buttons["Take back"].click()
    assert "exactly 31" in form._sentence.value and ip.corrections(form.texts).empty
    data = form._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in data and "exactly 31" in data["text/html"]
