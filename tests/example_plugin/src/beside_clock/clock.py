"""Both name the same time of day: "at 22:40", "at 22.40".

Source of the idea: time expressions as anchors of events (TimeML, Pustejovsky et al. 2003).
"""

import re
from collections.abc import Iterator

from marshmallow import Schema, fields, validate

from beside import Corpus, Match, MatchPage, Page, Reason

REQUIRES_API = 1
VERSION = "0.2"
TIME = re.compile(r"(?<![\d:.])([01]?\d|2[0-3])[:.]([0-5]\d)(?![\d:]|\.\d)")

EXAMPLES = {
    "match": ["The first call came at 22:40.", "The first call came at 22.40, they say."],
    "silent": ["The first call came at 21:15.", "The first call came on 22.04.2031."],
}


class Settings(Schema):
    """What an admin may set, for all corpora or for one."""

    weight = fields.Float(
        load_default=0.3,
        validate=validate.Range(0, 1),
        metadata={"help": "the chance that a page which names the time speaks of the incident"},
    )


def matcher(corpus: Corpus) -> MatchPage:
    """Collect the times that quotations on record name."""
    weight: float = corpus.settings["weight"]
    incidents_of: dict[str, set[str]] = {}
    for incident in corpus.incidents.values():
        for statement in incident.statements:
            for hour, minute in TIME.findall(statement.passage.exact):
                incidents_of.setdefault(f"{int(hour):02}:{minute}", set()).add(incident.id)

    def match(page: Page) -> Iterator[Match]:
        for passage in page.passages:
            for found in TIME.finditer(passage.text):
                time = f"{int(found[1]):02}:{found[2]}"
                for incident in sorted(incidents_of.get(time, ())):
                    because = (Reason("other", found.start(), found.end(), time),)
                    yield Match(passage.number, f"incident:{incident}", weight, because)

    return match
