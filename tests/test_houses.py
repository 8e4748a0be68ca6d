"""Whose text it is: told by what it names most, presumed for a few sentences, and left open where another party acts."""

import pytest

import interparty as ip
from interparty.letterheads import home_in_head
from interparty.lexicon import table

NAMED_AGAIN = "The Cuban party met. Cuban comrades spoke. Cuba thanks its friends. Havana was calm. The Cuban people sang. "


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("A total of 1,350 delegations visited China.", "China"),
        ("Since its foundation the Department has dispatched 312 groups.", "China"),
        ("Some 40 Soviet experts worked in China.", "China"),
        ("Our Party sent 12 delegations to China.", ""),
        ("The CPC has sent 30 groups to the Communist Party of Cuba.", "China"),
        ("The Cuban party sent 30 groups to Moscow.", ""),
        ("The Communist Party of Cuba sent 30 groups to Beijing.", ""),
        ("Belgian comrades came. Belgian workers came. Belgium sent books.", ""),
        (NAMED_AGAIN, "Cuba"),
        (NAMED_AGAIN + "Two delegations visited China.", "Cuba"),
        ("Britain-China Friendship Society\n\nFive parties were sent to China.", "United Kingdom"),
        (
            "From Our Correspondent\nPEKING, May 18\n\nThe Chinese came. Chinese parties met. China has 30 guests.",
            "",
        ),
        (
            "Summary\n\nOur office received 41 delegations of fraternal parties. It spent 118,000 yuan. " + "We worked. " * 90,
            "China",
        ),
    ],
)
def test_whose_text_it_is(text, home):
    assert ip.read_text(text, id="x", date="2003-06").home == home


@pytest.mark.parametrize(
    ("head", "home"),
    [
        ("Socialist Party of Chile", "Chile"),
        ("FOREIGN DEPARTMENT OF THE HUNGARIAN SOCIALIST WORKERS' PARTY", "Hungary"),
        ("MINISTRY OF FOREIGN AFFAIRS OF THE PEOPLE'S REPUBLIC OF BULGARIA", "Bulgaria"),
        ("EMBASSY OF THE DEMOCRATIC PEOPLE'S REPUBLIC OF KOREA", "North Korea"),
        ("Democratic Labour Party (Republic of Korea)", "South Korea"),
        ("Soviet-Chinese Friendship Society", "Soviet Union"),
        ("organ of the C.C. of the P.K.I.", "Indonesia"),
        ("Published by the Socialist Party of Japan", "Japan"),
        ("NAIROBI, Friday (by our staff)", "Kenya"),
        ("Report on relations with the Communist Party of Cuba", ""),
        ("Visit to the Socialist Unity Party of Germany", ""),
        ("Northern China Friendship Society", ""),
        ("From our correspondent\nPEKING, Friday", ""),
        ("EASTERN SECRETARIAT OF THE E.C.C.I.", "Soviet Union"),
        ("Executive Committee of the Communist International", "Soviet Union"),
        ("Survey submitted to the Fifth Congress of the Communist International", ""),
        # news is no letterhead, and a paper or a place tells more than a name in a title
        ("MCA hosts Chinese party officials\n\nKUALA LUMPUR, Thursday - A delegation arrived here.", "Malaysia"),
        ("Chinese party officials in town\n\nKUALA LUMPUR, Thursday - A delegation arrived here.", "Malaysia"),
        ("DELEGATION OF YUGOSLAV LEAGUE OF COMMUNISTS LEAVES FOR HOME\n(People's Daily, May 21, 1983)", "China"),
        ("Delegation of the League of Communists of Yugoslavia in Beijing\nSource: Xinhua", "China"),
        ("PARTY OFFICIAL MEETS GUESTS\nNAIROBI, Nov. 4 (Xinhua) -- A senior official met guests here.", "China"),
        ("Reading the People's Daily in Havana", ""),
        ("Stormy welcome for Chinese comrades\nBERLIN (own report). A delegation came.", "East Germany"),
        ("Party talks\nHANOI (VNA) - A delegation came.", "Vietnam"),
        ("Party talks\nHANOI (Reuters) - A delegation came.", ""),
        ("Party talks\nHANOI, May 3 (AP) - A delegation came.", ""),
        ("CHINESE COMMISSION OF THE PRESIDIUM\nMinutes No. 7, Moscow, 14 September 1925", "Soviet Union"),
        ("French Communist Party\nPeking, 3 May 1964", "France"),
        ("From Our Own Correspondent\nPeking, 3 May 1964", ""),
        ("SHANDONG YEARBOOK 2012", "China"),
        ("CHRONICLE OF THE FOREIGN AFFAIRS OF SICHUAN", "China"),
        ("Guangdong's doors open wider to foreign parties", "China"),
        ("APC, Chinese Communists sign pact\nBy Tunde Alao, Abuja", "Nigeria"),
        ("DELEGATION OF THE C.P. OF CHINA TO THE E.C.C.I.", "China"),
        ("Embassy of the Republic of Cuba\nPEKING, 3 May 1984", "Cuba"),
    ],
)
def test_whose_head_it_is(head, home):
    assert home_in_head(head.split("\n")) == home


def test_a_correspondent_abroad_is_on_no_side():
    text = (
        "From Our Correspondent\nPEKING, May 18\n\nDiplomats have counted twenty-three foreign party delegations since January."
    )
    assert ip.claims(ip.read_text(text, id="x", date="1973-05-18"))["direction"].tolist() == ["none"]


@pytest.mark.parametrize(("date", "home"), [("1958-06", "East Germany"), ("2001-06", "Germany"), ("", "East Germany")])
def test_a_capital_is_that_of_the_state_of_its_time(date, home):
    assert ip.read_text("BERLIN (own report). A delegation came.", id="x", date=date).home == home


@pytest.mark.parametrize("row", table("papers"), ids=lambda row: row["country"])
def test_a_paper_tells_its_country(row):
    assert home_in_head(["Guests Have Come", row["example"]]) == row["country"]
    for paper in row["papers"].split(";"):
        assert home_in_head([f"{paper.upper()}, May 21, 1983"]) == row["country"], paper


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("A total of 1,350 delegations visited China.", "received"),
        ("In that year 31 comrades arrived in Beijing.", "received"),
        ("Chinese comrades made 12 trips to Moscow.", "sent"),
    ],
)
def test_in_a_few_sentences_a_way_to_china_is_a_way_to_us(text, direction):
    assert ip.claims(ip.read_text(text, id="x", date="2003-06"))["direction"].tolist() == [direction]


def test_a_congress_without_a_country_is_that_of_the_party_of_the_collection():
    row = ip.claims(ip.read_text("Since the Fifteenth National Congress we have sent 312 groups.", id="x", date="2003-06")).iloc[
        0
    ]
    assert row["period_start"] == "1997"


def test_a_congress_that_a_text_cannot_know_of_is_another_one():
    row = ip.claims(ip.read_text("At the Seventh Congress 513 delegates were present.", id="x", date="1935-08")).iloc[0]
    assert row["period_start"] is None
