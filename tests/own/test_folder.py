"""A folder of one's own: what can be read is read, each thing that is wrong gets one sentence, and nothing is lost."""

import tomllib

import pytest

import interparty as ip
from interparty.own import texts as own_texts
from interparty.own.decoding import encoding_of
from interparty.own.describing import FIELDS
from interparty.sources import read, sources

GOOD = "Our Party received more than 30 delegations over the past five years.\n"
ENTRY = '[[text]]\nid = "good"\nfile = "good.txt"\ndate = "1996-07"\n'


@pytest.fixture
def folder(tmp_path):
    """A folder with one text in it."""
    place = tmp_path / "my-texts"
    place.mkdir()
    (place / "good.txt").write_text(GOOD, encoding="utf-8")
    return place


def files(folder):
    return sorted(path.name for path in folder.iterdir())


def sentences(mine, file):
    """What is said of one file."""
    return [remark.sentence for remark in mine.remarks if remark.file == file]


def test_a_folder_with_a_text_and_nothing_else(folder):
    mine = ip.my_texts(folder)
    assert list(ip.claims(mine)["quote"]) == ["more than 30 delegations"]
    assert [document.id for document in mine] == ["good"]
    assert mine["good"].date == ""
    (said,) = sentences(mine, "good.txt")
    assert "not described yet" in said and not mine.remarks[0].lost
    assert files(folder) == ["good.txt"], "looking at a folder writes nothing into it"


def test_many_texts_without_a_description_get_one_note(folder):
    for number in range(5):
        (folder / f"{number}.txt").write_text(f"{GOOD}{number}", encoding="utf-8")
    (said,) = sentences(ip.my_texts(folder), "6 files")
    assert said.startswith("they are not described yet (title, speaker, date, outlet)")


def test_the_same_text_twice_is_told(folder):
    (folder / "again.txt").write_text(GOOD, encoding="utf-8")
    (said,) = [sentence for sentence in sentences(ip.my_texts(folder), "good.txt") if "letter" in sentence]
    assert "letter for letter the text again: its figures are counted twice" in said


def test_everything_works_for_ones_own_texts(folder):
    ip.describe(
        folder, "good.txt", title="A report", speaker="Lao People's Revolutionary Party", date="1996-07", outlet="a paper"
    )
    mine = ip.my_texts(folder)
    (claim,) = ip.claims(mine).to_dict("records")
    assert (claim["period_start"], claim["period_end"]) == ("1991", "1996")
    assert mine.passage(claim["claim_id"]).quote == "more than 30 delegations"
    assert list(ip.dates(mine)["quote"]) and not len(ip.names(mine))
    assert claim["quote"] in ip.widgets.reader(mine)._repr_mimebundle_()[0]["text/html"]
    assert mine["good"].home == "Laos"
    assert mine.remarks == ()
    for word in ("A report", "July 1996", "a paper", "Laos"):
        assert word in mine._repr_html_() and word in repr(mine)


def test_the_four_fields_are_written_and_can_be_changed(folder):
    (folder / "catalogue.toml").write_text(
        f'# ours\n\n{ENTRY}note = "kept" # too\n\n[[text]]\nid = "b"\nfile = "b.txt"\ndate = ""\n'
    )
    (folder / "b.txt").write_text("We sent 3 groups.", encoding="utf-8")
    said = {"title": 'A "title"', "speaker": "We\\us", "date": "1999~", "outlet": "Brno, №\u00a07"}
    assert set(said) == {field.name for field in FIELDS}
    ip.describe(folder, "good.txt", **said)
    ip.describe(folder, "b.txt", title="B")
    text = (folder / "catalogue.toml").read_text(encoding="utf-8")
    assert text.startswith("# ours\n") and "# too" in text
    first, second = tomllib.loads(text)["text"]
    said["outlet"] = "Brno, № 7"
    assert first == {"id": "good", "file": "good.txt", "note": "kept", **said}
    assert second == {"id": "b", "file": "b.txt", "date": "", "title": "B"}
    ip.describe(folder, "good.txt", title="Another")
    assert tomllib.loads((folder / "catalogue.toml").read_text(encoding="utf-8"))["text"][0] == {**first, "title": "Another"}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"file": "none.txt"}, "There is no file none.txt in the folder .*; it holds good.txt"),
        ({"file": "../good.txt"}, "There is no file"),
        ({"date": "11 October 2002"}, "The date '11 October 2002' cannot be read: write it as \"2002-10-11\""),
        ({"date": "May 1999"}, 'write it as "1999-05"'),
        ({"date": "10/11/2002"}, "The date '10/11/2002' cannot be read: write \"2002-10-11\""),
        ({"date": "2002-13"}, "The date '2002-13' cannot be read"),
        ({"date": "2002-06-31"}, "cannot be read"),
        ({"title": 7}, "The field title needs words between quotation marks"),
    ],
)
def test_a_wrong_description_changes_nothing(folder, change, words):
    with pytest.raises(ip.InterpartyError, match=words) as caught:
        ip.describe(folder, **{"file": "good.txt", "title": "x", **change})
    assert "\n" not in str(caught.value)
    assert files(folder) == ["good.txt"]


@pytest.mark.parametrize(
    "before",
    [
        "[[text]\nid=",
        'title = "x"',
        f'{ENTRY}title = """\nid = "x"\n"""\n',
        "text = [{id = 'good', file = 'good.txt', date = ''}]\n",
    ],
)
def test_a_catalogue_that_cannot_be_changed_safely_is_left_alone(folder, before):
    (folder / "catalogue.toml").write_text(before, encoding="utf-8")
    with pytest.raises(ip.InterpartyError, match=r"catalogue\.toml"):
        ip.describe(folder, "good.txt", title="new")
    assert (folder / "catalogue.toml").read_text(encoding="utf-8") == before
    assert files(folder) == ["catalogue.toml", "good.txt"]


BYTES = {
    "empty": (b"", "it is empty"),
    "only a mark": (b"\xef\xbb\xbf\r\n", "it is empty"),
    "binary": (bytes(range(256)) * 9, "looks like no text at all"),
    "zeros": (b"\0" * 500, "looks like no text at all"),
    "pdf": (b"%PDF-1.7 \xe2\xe3", "is a PDF and no plain text"),
    "docx": (b"PK\x03\x04\x14\0", "is a Word, LibreOffice or zip file"),
    "rtf": (rb"{\rtf1\ansi Our Party", "formatting"),
    "web page": (b"\n<!DOCTYPE html><html>", "is a web page"),
    "utf-16": (GOOD.encode("utf-16"), r'UTF-16, and then reads “Our Party received.*ip\.to_utf8\(".*x\.txt", "utf-16"\)'),
    "utf-16, no mark": (GOOD.encode("utf-16-le"), '"utf-16-le"'),
    "utf-16, big": (GOOD.encode("utf-16-be"), '"utf-16-be"'),
    "utf-32": (GOOD.encode("utf-32"), '"utf-32"'),
    "gb18030": ("中国共产党接待了三十多个代表团。".encode("gb18030"), "GB18030.* reads “中国共产党"),
    "big5": ("中國共產黨接待了三十多個代表團。".encode("big5"), "Big5.* reads “中國共產黨"),
    "windows-1252": ("In the café “30 délégations”".encode("windows-1252"), "Windows-1252.* reads “In the café “30"),
}  # fmt: skip


@pytest.mark.parametrize("name", BYTES)
def test_a_bad_file_gets_one_sentence_and_costs_the_others_nothing(folder, name):
    raw, words = BYTES[name]
    (folder / "x.txt").write_bytes(raw)
    mine = ip.my_texts(folder)
    assert [document.id for document in mine] == ["good"]
    (said,) = sentences(mine, "x.txt")
    assert "\n" not in said and said.endswith(".")
    with pytest.raises(ip.InterpartyError, match=words):
        raise ip.InterpartyError(said)
    assert mine.problems.set_index("file")["lost"]["x.txt"]
    assert "not used" in mine._repr_html_()


ENCODED = [name for name in BYTES if name.startswith(("utf", "gb", "big5", "windows"))]


@pytest.mark.parametrize("name", ENCODED)
def test_the_proposed_encoding_makes_it_readable(folder, name):
    raw = BYTES[name][0]
    encoding = encoding_of(raw)
    (folder / "x.txt").write_bytes(raw)
    ip.to_utf8(folder / "x.txt", encoding)
    assert ip.my_texts(folder)["x"].text.strip() == raw.decode(encoding).strip()
    assert (folder / "x.txt.original").read_bytes() == raw
    ip.to_utf8(folder / "x.txt", encoding)  # a cell that is run twice
    (folder / "x.txt").write_text("Another text.", encoding="utf-8")
    with pytest.raises(ip.InterpartyError, match="is there already"):
        ip.to_utf8(folder / "x.txt", encoding)


@pytest.mark.parametrize(("encoding", "words"), [("klingon", "There is no encoding called 'klingon'"), ("ascii", "is not ascii")])
def test_a_wrong_encoding_changes_nothing(folder, encoding, words):
    (folder / "x.txt").write_bytes(b"caf\xe9")
    with pytest.raises(ip.InterpartyError, match=words):
        ip.to_utf8(folder / "x.txt", encoding)
    assert files(folder) == ["good.txt", "x.txt"]


def test_a_date_that_is_missing_or_unreadable_is_told_and_the_text_is_read(folder):
    (folder / "catalogue.toml").write_text('[[text]]\nid = "good"\nfile = "good.txt"\n', encoding="utf-8")
    (said,) = sentences(ip.my_texts(folder), "good.txt")
    assert "it has no date" in said
    (folder / "catalogue.toml").write_text(ENTRY.replace("1996-07", "May 1999"), encoding="utf-8")
    mine = ip.my_texts(folder)
    assert mine["good"].date == ""
    assert 'write it as "1999-05"' in sentences(mine, "good.txt")[0]


def test_two_texts_of_one_name(folder):
    (folder / "b.txt").write_text("We sent 3 groups.", encoding="utf-8")
    (folder / "catalogue.toml").write_text(ENTRY + ENTRY.replace("good.txt", "b.txt"), encoding="utf-8")
    mine = ip.my_texts(folder)
    assert [document.id for document in mine] == ["good", "b"]
    assert "has 'good' twice" in sentences(mine, "b.txt")[0]


def test_files_with_names_that_clash_or_have_no_letters(folder):
    for name in ("Good.TXT", "报告.txt", "Été 1996.txt"):
        (folder / name).write_text("We sent 3 groups.", encoding="utf-8")
    mine = ip.my_texts(folder)
    assert sorted(document.id for document in mine) == ["ete-1996", "good", "good-2", "text"]
    files = {document.id: document.meta["file"] for document in mine}
    for file in ("报告.txt", "good.txt", "Été 1996.txt"):
        ip.describe(folder, file, title="t")
        assert {document.id: document.meta["file"] for document in ip.my_texts(folder)} == files, "a text keeps its name"
    assert ip.my_texts(folder)["text"].meta["title"] == "t"


@pytest.mark.parametrize(
    ("catalogue", "file", "words"),
    [
        (ENTRY + 'titel = "x"\n', "good.txt", 'its field "titel" in catalogue.toml is not one .* did you mean "title"'),
        (ENTRY + 'qqqqqq = "x"\n', "good.txt", "it is kept, and nothing is made of it"),
        ("[[text]\nid=", "catalogue.toml", "is not valid TOML.*without their descriptions"),
        (ENTRY.replace("good.txt", "gone.txt"), "gone.txt", "names it, but it is not in the folder"),
        (ENTRY.replace('"good"', '"Good One"'), "good.txt", 'the field "id" may hold small letters.*without its description'),
        (ENTRY + 'sha256 = "0"\n[[text]]\nid="b"\nfile="b.txt"\ndate=""\n', "good.txt", "has been altered"),
    ],
)
def test_a_catalogue_with_something_wrong(folder, catalogue, file, words):
    (folder / "b.txt").write_text("We sent 3 groups.", encoding="utf-8")
    (folder / "catalogue.toml").write_text(catalogue, encoding="utf-8")
    mine = ip.my_texts(folder)
    assert "b" in mine
    with pytest.raises(ip.InterpartyError, match=words):
        raise ip.InterpartyError(sentences(mine, file)[0])
    if "titel" in catalogue:
        assert mine["good"].meta["titel"] == "x", "an unknown field is kept"


def test_other_files_are_named_where_a_text_may_hide_in_them(folder):
    for name in ("a.docx", "b.pdf", "notes", "photo.png", "README.md", "mine-progress.json", ".hidden.txt", "x.txt.original"):
        (folder / name).write_bytes(b"x")
    (folder / "old").mkdir()
    (folder / "old" / "c.txt").write_text("x", encoding="utf-8")
    mine = ip.my_texts(folder)
    assert {remark.file for remark in mine.remarks if remark.lost} == {"a.docx", "b.pdf", "notes", "old"}
    assert [document.id for document in mine] == ["good"]


def test_a_text_that_is_not_english(folder):
    (folder / "x.txt").write_text("中国共产党接待了30个代表团。", encoding="utf-8")
    assert any("not in Latin letters" in sentence for sentence in sentences(ip.my_texts(folder), "x.txt"))


def test_a_very_long_text_is_opened_and_says_how_long_it_takes(folder, monkeypatch):
    monkeypatch.setattr(own_texts, "LONG", 50_000)
    (folder / "x.txt").write_text(GOOD * 1000, encoding="utf-8")
    mine = ip.my_texts(folder)
    assert any("finding its figures will take about" in sentence for sentence in sentences(mine, "x.txt"))
    assert "not counted yet" in repr(mine)
    assert "claims" not in vars(mine["x"]), "the overview must not work through a long text"
    (folder / "x.txt").write_text(f"{GOOD}\n" * 1000, encoding="utf-8")
    mine = ip.my_texts(folder)
    with pytest.raises(ip.InterpartyError, match=r"These are 1,001 paragraphs, and a page can show 1,000: name some"):
        ip.widgets.reader(mine)
    assert ip.widgets.reader(mine, ("x", 3))


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda place: None, "There is no folder"),
        (lambda place: place.write_text("x"), "is a file: give the folder that it lies in"),
        (lambda place: place.mkdir(), "holds no .txt file that can be read: put your texts there"),
        (lambda place: (place.mkdir(), (place / "a.docx").write_bytes(b"PK")), "a.docx: it is no .txt file"),
        (lambda place: (place.mkdir(), (place / "a.txt").mkdir()), "holds no .txt file"),
    ],
)
def test_a_folder_without_texts(tmp_path, make, words):
    make(tmp_path / "x")
    with pytest.raises(ip.InterpartyError, match=words):
        ip.my_texts(tmp_path / "x")


def test_no_house_is_presumed_for_a_short_text_of_ones_own(folder):
    """Single sentences without a name are taken for China's; a file of one's own whose words name no country is not."""
    assert ip.read_text(GOOD, id="x").home == "China"
    assert ip.my_texts(folder)["good"].home == ""
    (folder / "china.txt").write_text("The Communist Party of China received 30 delegations.\n" * 2, encoding="utf-8")
    assert ip.my_texts(folder)["china"].home == "China"
    assert not any(document.home for document in ip.my_texts(ip.practice_folder())), "an invented house is nobody's"


def test_a_text_whose_name_is_taken_is_told(folder):
    (folder / "Good.TXT").write_text("We sent 3 groups.", encoding="utf-8")
    mine = ip.my_texts(folder)
    (second,) = [document.meta["file"] for document in mine if document.id == "good-2"]
    (told,) = [sentence for sentence in sentences(mine, second) if "good-2" in sentence]
    assert told.startswith("another file has the name 'good' already: this text is called 'good-2'")


@pytest.mark.parametrize(
    ("text", "speaker", "house"),
    [
        (GOOD, "", ""),
        (GOOD, "Lao People's Revolutionary Party", "Laos"),
        ("Our Party sent 12 delegations to China.", "", ""),
        ("A delegation of the CPC came to Beijing.", "Communist Party of Vietnam", "Vietnam"),
    ],
)
def test_one_rule_says_whose_house_speaks(folder, text, speaker, house):
    """A folder of one's own, one text on the command line and a large folder tell who came and who went alike."""
    (folder / "good.txt").write_text(text, encoding="utf-8")
    (folder / "catalogue.toml").write_text(f'{ENTRY}speaker = "{speaker}"\n', encoding="utf-8")
    opened = [ip.my_texts(folder)["good"], ip.load_corpus(folder)["good"]]
    opened += [read(one) for one in (*sources(folder), *sources(folder / "good.txt"))]
    assert [document.home for document in opened] == [house] * 4
    tables = [ip.claims(document)[["quote", "direction", "period_start"]] for document in opened]
    assert all(table.equals(tables[0]) for table in tables)
