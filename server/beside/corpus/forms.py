"""The form of a corpus folder, file by file: which keys, of which type, out of which closed list.

Comes in: nothing. Goes out: FORMS. What one value must be is said here; how values must agree is said in ``rules``.
"""

from __future__ import annotations

from . import values
from .dates import edtf_date, time_of_day
from .form import Form, Many, Table, Value

FORMAT = 1


def _defines(kind: str, check: values.Check) -> Value:
    return Value(check, (kind,), defines=True)


def _one_of(words: str) -> Value:
    return Value(values.one_of(*words.split()))


def _when(*basis: str, what: Form | None = None) -> Table:
    needs: dict[str, Form] = {"edtf": EDTF, "basis": Value(values.one_of(*basis))}
    return Table(needs | ({"what": what} if what else {}), {"time": Value(time_of_day)})


TEXT, QUOTED, FLAG, WHOLE = map(Value, (values.text, values.quoted, values.flag, values.whole))
EDTF, SLUG, LANGUAGE, SHA256 = map(Value, (edtf_date, values.slug, values.language, values.sha256))
AGENT_ID, INCIDENT_ID = Value(values.slug, ("agent",)), Value(values.slug, ("incident",))
DOCUMENT_ID, STATEMENT_ID = Value(values.key, ("document",)), Value(values.key, ("statement",))
CLAIM_OR_STATEMENT_ID = Value(values.key, ("claim", "statement"))

ALIASES = Many(Table({"text": TEXT, "lang": LANGUAGE}))

CORPUS = Table(
    needs={
        "format": WHOLE,
        "id": SLUG,
        "title": TEXT,
        "languages": Many(LANGUAGE, at_least=1),
        "maintainer": TEXT,
        "licence": TEXT,
        "criteria": TEXT,
        "expect": Table({"incidents": WHOLE, "claims": WHOLE, "statements": WHOLE, "documents": WHOLE}),
    },
)

AGENT = Table(
    needs={
        "id": _defines("agent", values.slug),
        "kind": _one_of("state body person outlet group anonymous"),
        "name": TEXT,
    },
    may={
        "aliases": ALIASES,
        "speaks_for": AGENT_ID,
        "roles": Many(Table({"title": TEXT}, {"speaks_for": AGENT_ID})),
        "status": _one_of("captive dead minor private"),
        "name_reason": TEXT,
        "note": TEXT,
    },
)

WITHHELD = Table({"digest": SHA256, "role": TEXT}, {"name_reason": TEXT})

DOCUMENT = Table(
    needs={
        "id": _defines("document", values.key),
        "outlet_basis": _one_of("named inferred unknown"),
        "published": _when("named", "inferred", "unknown"),
        "language": LANGUAGE,
        "sha256": SHA256,
        "characters": WHOLE,
    },
    may={
        "outlet": AGENT_ID,
        "outlet_note": TEXT,
        "title": TEXT,
        "url": Value(values.url),
        "file": TEXT,
        "body": Many(Value(values.lines), at_least=1),
        "note": TEXT,
    },
)

RELATION = Table(
    needs={
        "from": CLAIM_OR_STATEMENT_ID,
        "type": _one_of("contradicts denies corroborates qualifies repeats bears_on parallel_allegation differs_in"),
        "to": Many(CLAIM_OR_STATEMENT_ID, at_least=1),
        "basis": _one_of("editor document"),
    },
    may={"in": _one_of("number date place certainty"), "note": TEXT},
)

PASSAGE = Table(
    needs={"document": DOCUMENT_ID, "start": WHOLE, "end": WHOLE, "exact": TEXT, "prefix": QUOTED, "suffix": QUOTED}
)

QUANTITY = Table(
    needs={
        "what": TEXT,
        "comparator": _one_of("= ~ > >= < <="),
        "value": Value(values.number),
        "unit": TEXT,
        "verbatim": TEXT,
    },
    may={"as_of": EDTF},
)

STATEMENT = Table(
    needs={
        "id": _defines("statement", values.key),
        "speaker": AGENT_ID,
        "stance": _one_of("asserts denies doubts corroborates could_not_verify states_unknown investigates"),
        "act": _one_of("report accuse condemn call_for pledge offer predict opine describe_media"),
        "hedge": _one_of("flat likely appears alleged reported said_to_be indicates consistent_with"),
        "says": TEXT,
        "said": _when("named", "inferred", "document"),
        "relay": Many(AGENT_ID),
        "voice": _one_of("direct indirect outlet headline caption embed"),
        "passage": PASSAGE,
    },
    may={"speaker_as": TEXT, "hedge_words": TEXT, "quantities": Many(QUANTITY), "graphic": FLAG, "note": TEXT},
)

CLAIM = Table(
    needs={
        "id": _defines("claim", values.key),
        "kind": _one_of(
            "factual statistic responsibility intent legal provenance process offer prediction normative opinion gap"
        ),
        "text": Value(values.proposition),
        "statement": Many(STATEMENT, at_least=1),
    },
    may={
        "about": Many(Table({"agent": AGENT_ID, "role": _one_of("actor affected instrument")})),
        "background": FLAG,
        "note": TEXT,
    },
)

PLACE = Table(
    needs={
        "name": TEXT,
        "precision": _one_of("settlement region country facility venue online"),
        "basis": Value(values.one_of("named", "inferred", "said to be")),
    },
    may={"admin": TEXT, "aliases": ALIASES},
)

TRANSLATION = Table({"lang": LANGUAGE, "words": Many(Table({"of": TEXT, "text": TEXT}), at_least=1)})

INCIDENT = Table(
    needs={
        "title": TEXT,
        "slug": SLUG,
        "kind": _one_of("event pattern statement statistic negotiation situation"),
        "when": _when("named", "inferred", "unknown", what=TEXT),
        "claim": Many(CLAIM, at_least=1),
    },
    may={
        "mirrors": Many(INCIDENT_ID),
        "part_of": INCIDENT_ID,
        "where": Many(PLACE),
        "media": Many(Table({"id": SLUG, "kind": _one_of("video audio photo document list")}, {"aliases": ALIASES})),
        "parties": Many(AGENT_ID),
        "graphic": FLAG,
        "aliases": ALIASES,
        "wordings": Many(Many(STATEMENT_ID, at_least=2)),
        "note": TEXT,
        "translation": Many(TRANSLATION),
        "examples": Table({}, {"match": Many(TEXT), "silent": Many(TEXT)}),
    },
)

FORMS = {
    "corpus": CORPUS,
    "agents": Table({"agent": Many(AGENT)}, {"withheld": Many(WITHHELD)}),
    "documents": Table({"document": Many(DOCUMENT)}),
    "relations": Table({}, {"relation": Many(RELATION)}),
    "incident": INCIDENT,
}
