"""Every chart of the collection, drawn from the five texts: what a test of all charts goes through."""

import inspect

import interparty as ip
from interparty import charts

#: parameter without a default → what it is given; ``claims`` and ``corpus`` come from the five texts
NEEDS = {
    "forms": lambda: ip.readings("leaning-forms"),
    "cards": lambda: ip.readings("leaning-cards"),
    "links": lambda: ip.readings("leaning-links"),
}


def drawn(name, claims, corpus):
    """The figure of one chart function; a new function with other needs is added to ``NEEDS``."""
    chart = getattr(charts, name)
    given = {}
    for parameter in inspect.signature(chart).parameters.values():
        if parameter.name in ("claims", "corpus"):
            given[parameter.name] = claims if parameter.name == "claims" else corpus
        elif parameter.default is parameter.empty:
            given[parameter.name] = NEEDS[parameter.name]()
    return chart(**given)
