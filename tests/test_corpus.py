"""Loading texts: the right ones, one's own, and a sentence for each thing that can be wrong with a folder."""

import shutil

import pytest

import interparty as ip
from interparty.corpus import seeds_folder


@pytest.fixture
def folder(tmp_path):
    """A copy of the seeds that a test may damage."""
    return shutil.copytree(seeds_folder(), tmp_path / "seeds")


def test_the_five_texts(corpus):
    assert [document.id for document in corpus] == list(corpus.catalogue.index)
    assert len(corpus) == 5
    assert corpus["dai-2002"].date == "2002-10-11"
    assert "dai-2002" in corpus
    assert "mao-1949" not in corpus
    assert {"title", "author", "office", "outlet", "date", "copy_date", "date_evidence"} <= set(corpus.catalogue.columns)


def test_an_unknown_text_gets_a_sentence(corpus):
    with pytest.raises(ip.InterpartyError, match="no text called 'mao-1949': choose one of"):
        corpus["mao-1949"]


def damage_nothing(folder):
    (folder / "catalogue.toml").unlink()


def break_toml(folder):
    (folder / "catalogue.toml").write_text("[[text]\nid=", encoding="utf-8")


def no_entry(folder):
    (folder / "catalogue.toml").write_text("title = 'x'", encoding="utf-8")


def remove_file(folder):
    (folder / "dai-2002.txt").unlink()


def alter_file(folder):
    path = folder / "chen-2007.txt"
    path.write_bytes(path.read_bytes() + b"\n")


def binary_file(folder):
    _entry(folder, b'[[text]]\nid = "x"\nfile = "x.txt"\ndate = "1999"\n')
    (folder / "x.txt").write_bytes(b"caf\xe9 \xff")


def binary_catalogue(folder):
    _entry(folder, b"\xff\xfe")


def bad_date(folder):
    _entry(folder, b'[[text]]\nid = "x"\nfile = "x.txt"\ndate = "May 1999"\n')


def bad_id(folder):
    _entry(folder, b'[[text]]\nid = "X y"\nfile = "x.txt"\ndate = "1999"\n')


def missing_field(folder):
    _entry(folder, b'[[text]]\nid = "x"\ndate = "1999"\n')


def file_elsewhere(folder):
    _entry(folder, b'[[text]]\nid = "x"\nfile = "../x.txt"\ndate = "1999"\n')


def same_id_twice(folder):
    _entry(folder, b'[[text]]\nid = "x"\nfile = "x.txt"\ndate = "1999"\n' * 2)


def _entry(folder, raw):
    (folder / "catalogue.toml").write_bytes(raw)


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (damage_nothing, r"has no catalogue\.toml"),
        (break_toml, r"catalogue\.toml is not valid TOML"),
        (no_entry, r"catalogue\.toml lists no text"),
        (binary_catalogue, r"catalogue\.toml is not UTF-8"),
        (remove_file, r"dai-2002\.txt is missing.*\"file\""),
        (alter_file, r"chen-2007\.txt has been altered.*\"sha256\""),
        (binary_file, r"x\.txt cannot be read as UTF-8 text: byte 3"),
        (bad_date, r"\(x\): the field \"date\" is 'May 1999'"),
        (bad_id, r"the field \"id\" may hold"),
        (missing_field, r"the field \"file\" is missing"),
        (file_elsewhere, r"the field \"file\" must be"),
        (same_id_twice, r"the field \"id\" has 'x' twice"),
    ],
)
def test_damage_gets_one_clear_sentence(folder, damage, words):
    damage(folder)
    with pytest.raises(ip.InterpartyError, match=words) as caught:
        ip.load_corpus(folder)
    assert "\n" not in str(caught.value)


def test_no_folder():
    with pytest.raises(ip.InterpartyError, match="There is no folder"):
        ip.load_corpus("nowhere-at-all")


def test_ones_own_folder(tmp_path):
    _entry(tmp_path, b'[[text]]\nid = "own"\nfile = "own.txt"\ndate = "1999"\n')
    (tmp_path / "own.txt").write_bytes(b"\xef\xbb\xbfThe Party received more than 30 delegations.\r\n")
    corpus = ip.load_corpus(tmp_path)
    assert corpus["own"].text.startswith("\ufeff")
    assert list(ip.claims(corpus)["quote"]) == ["more than 30 delegations"]


def test_read_text():
    document = ip.read_text("The Party sent 30 delegations.", id="x", date="1996-07", outlet="a newspaper")
    assert document.meta == {"outlet": "a newspaper"}
    with pytest.raises(ip.InterpartyError, match="date 'July' cannot be read"):
        ip.read_text("x", date="July")
    with pytest.raises(ip.InterpartyError, match="needs the text as a string"):
        ip.read_text(b"x")


def test_a_passage_shows_the_sentence_in_its_paragraph(corpus):
    passage = corpus.passage("dai-2002.15.418-parties-and-organizations")
    assert passage.citation == "[dai-2002 ¶15]"
    assert passage.quote == "418 parties and organizations"
    assert passage.sentence.startswith("By the end of 2001, 418 parties") and passage.sentence.endswith("with the CPC.")
    pieces = passage.before + passage.sentence + passage.after
    assert pieces == corpus["dai-2002"].paragraphs[15].text
    assert str(passage).startswith("[dai-2002 ¶15] By the end of 2001, »418 parties and organizations«")
    assert "<mark" in passage._repr_html_()


def test_every_claim_has_its_passage(corpus, claims):
    for claim in claims.itertuples():
        passage = corpus.passage(claim.claim_id)
        assert passage.quote == claim.quote
        assert passage.citation == f"[{claim.doc} ¶{claim.par}]"


def test_a_passage_escapes_its_text():
    document = ip.read_text("The <b>Party</b> & we sent 30 delegations.", id="x")
    html = ip.corpus.Passage.around(document, 24, 38)._repr_html_()
    assert "<b>" not in html
    assert "&lt;b&gt;" in html


@pytest.mark.parametrize(
    ("claim_id", "words"),
    [
        ("dai-2002.15.419-parties", "choose one of dai-2002.15.nearly-400"),
        ("mao-1949.1.x", "no text called 'mao-1949'"),
        ("dai-2002", "There is no claim 'dai-2002'"),
        (7, "no text called 7"),
    ],
)
def test_a_wrong_claim_id_gets_a_sentence(corpus, claim_id, words):
    with pytest.raises(ip.InterpartyError, match=words):
        corpus.passage(claim_id)


def test_the_sentence_is_all_a_learner_sees():
    assert ip.InterpartyError("Do this.")._render_traceback_() == ["Please check: Do this."]
