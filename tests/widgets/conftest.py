"""The claims table of the five texts, made once."""

import pytest

import interparty as ip


@pytest.fixture(scope="session")
def corpus():
    return ip.load_corpus()


@pytest.fixture(scope="session")
def _table(corpus):
    return ip.claims(corpus)


@pytest.fixture
def claims(_table):
    """A copy, so that a test may change it."""
    return _table.copy()
