"""Of what time a title says that a text reports, and what a text says later of "the period under review"."""

import pytest

import interparty as ip
from interparty.title_times import time_of_title

BODY = "\n\nIn the period under review we received 64 delegations."


@pytest.mark.parametrize(
    ("title", "date", "first", "last"),
    [
        ("Work report for 2007", "2008-02", "2007", "2007"),
        ("Chronicle of 1981", "1982", "1981", "1981"),
        ("Work in the term of the Seventh Congress (1991-1996)", "1996-06", "1991", "1996"),
        ("Report on the Chinese work, January to June 1928", "1928-07", "1928-01", "1928-06"),
        ("Work of the Department in the first half of 1988", "1988-08", "1988-01", "1988-06"),
        ("Report for the period 1 January to 30 June 1978", "1978-07", "1978-01-01", "1978-06-30"),
        ("YEARBOOK OF THE COMMUNIST YOUTH LEAGUE OF CHINA, 1997", "1997", "1996", "1996"),
        ("YEARBOOK 2014", "2014", "2013", "2013"),
        ("Yearbook 2014", "2016", "2014", "2014"),  # read later than it was printed
    ],
)
def test_the_time_of_a_title(title, date, first, last):
    document = ip.read_text(title + BODY, id="x", date=date)
    period = time_of_title(document)
    assert (period.first, period.last) == (first, last)
    row = ip.claims(document).iloc[0]
    assert (row["period_start"], row["period_end"]) == (first, last)


@pytest.mark.parametrize(
    "title",
    [
        "Report to the Mannheim Congress, 20-22 October 1978",  # a congress is no time of which one reports
        "Briefing No. 3, May 1957",  # the date of the text
        "Report on relations with the Communist Party of Cuba",
        "Closing Speech, 31 May 1989",
    ],
)
def test_a_title_without_a_time_of_its_own(title):
    assert time_of_title(ip.read_text(title + BODY, id="x", date="1990")) is None


def test_months_without_a_year_are_those_of_the_year_of_the_title():
    text = "Yearbook of the Youth League, 1997\n\nIn March a group of 12 members came from Japan."
    row = ip.claims(ip.read_text(text, id="x", date="1997")).iloc[0]
    assert row["period_start"] == "1996-03"


@pytest.mark.parametrize(
    ("text", "date", "periods"),
    [
        ("The Party, which a year ago counted 58,000 members, now has a new name.", "1928-07", ["1927"]),
        ("The 2015 session in Beijing was attended by over 60 parties.", "2017-09", ["2015"]),
        ("Until 1962 our class had fifteen pupils; at the end of that year it had two.", "1987-12", ["1962", "1962-12"]),
        ("In 1980 our leaders attended four congresses of other parties, last year twenty-two.", "1984-07", ["1980", "1983"]),
        (
            "In 1986 we received 64 delegations; in 1985 it had been 52. We sent out 23 delegations.",
            "1987-02",
            ["1986", "1985", "1986"],
        ),
    ],
)
def test_the_times_of_figures_side_by_side(text, date, periods):
    table = ip.claims(ip.read_text(text, id="x", date=date))
    assert table["period_end"].tolist() == periods
