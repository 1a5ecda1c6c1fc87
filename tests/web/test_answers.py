"""The form of /v1: the keys of contracts by example, held for an answer that is made by hand and for real ones."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from marshmallow import Schema, fields

from beside.model import (
    Account,
    AccountsState,
    Answer,
    Because,
    Card,
    Claim,
    ClaimOnPage,
    Document,
    Evidence,
    Figure,
    GivenNumber,
    Incident,
    IncidentMatch,
    KnownAt,
    Limit,
    MatcherState,
    Missing,
    PageNumber,
    PageRead,
    PageRequest,
    Parallel,
    Place,
    Proof,
    Quantity,
    Relation,
    Selector,
    Speaker,
    Statement,
    Sum,
    When,
)  # fmt: skip
from beside.web.answers import answer_json, card_json
from beside.web.page_schemas import AnswerSchema, IncidentSchema
from beside.web.records import account_json
from beside.web.sample import sample

if TYPE_CHECKING:
    from beside.reader import Reader

DAY = When(edtf="2031-03-14", basis="named", time="19:40", what="hall hit")
STATEMENT = Statement(
    id="H1-01", claim="K01", speaker="selquara", speaker_as="Selquara", stance="denies", act="report", hedge="flat",
    says="Denies it", said=When(edtf="2031-03-16", basis="document"), voice="indirect", relay=("agency", "herald"),
    passage=Selector(document="H1", start=4, end=9, exact="denied", prefix="Selquara ", suffix=" it"),
    quantities=(Quantity(what="rockets", comparator="=", value=2, unit="rocket", verbatim="two", as_of="2031-03"),),
)  # fmt: skip
PLACES = (Place(name="Yllverholt", admin="Orvelland", precision="settlement", basis="said to be"),)
INCIDENT = Incident(
    id="hall", kind="event", title="Hall", slug="hall-s", when=DAY, where=PLACES, wordings=(("H1-01",),)
)
FOUND = IncidentMatch(
    incident="hall", band="strong", score=0.97123,
    proof=(Proof("place", "Yllverholt", "Yllverholt"),), on_page=frozenset(("H1-01",)),
    evidence=(
        Evidence(1, 2, 9, "denied", "pre", "suf", (ClaimOnPage("K01", None),), (Because("places@1.0", "place", 2, 4, "Y", 1.0),)),
    ),
)  # fmt: skip


GIVEN = GivenNumber("H1-01", STATEMENT.quantities[0])
FIGURE = Figure("rockets", "rocket", (GIVEN,), (PageNumber("~", 2.0, "two", 0),), (Sum(GIVEN, (GIVEN,), 2.0, True),))


def card(found: IncidentMatch | None = FOUND) -> Card:
    account = Account(
        STATEMENT, Speaker("selquara", "Selquara", "state"), ("Agency", "Herald"), None, False, found and True, False
    )
    return Card(
        corpus="halven", release="9f2c41d0" * 8, incident=INCIDENT, accounts=(account,), found=found,
        state=AccountsState("contested", 14, 4, ("mission",), (), ("owners",)),
        claims={"K01": Claim(id="K01", incident="hall", kind="factual", text="Whether it was")},
        documents={"H1": Document(id="H1", language="en", sha256="8c", characters=9, published=DAY, outlet="herald")},
        agent_names={"herald": "The Herald"}, figures=(FIGURE,), missing=(Missing("owners", "The owners", 8, "2031-04"),),
        wordings=(("H1-01",),), page_wordings=((0,),), page_places=(1,), known_at=KnownAt("2031-03-20", 1, 0, 2), parallel=(Parallel("halven", "ferry", "boat", "Ferry", DAY, PLACES),),
        relations=(Relation(source="K01", type="differs_in", targets=("K02",), basis="editor", differs_in="number"),),
    )  # fmt: skip


def answer() -> dict[str, Any]:
    read = PageRead("en", "given", None, (0, 1), 3)
    states = (MatcherState("places", "1.0", 1, "ok"), MatcherState("ships", "0.3", 1, "quarantined", "too slow"))
    limits = (Limit("matcher_out", "ships", "quarantined"), Limit("language_unmeasured", "pl"), Limit("truncated"))
    return answer_json(Answer({"halven": "9f2c41d0" * 8}, read, (card(),), states, limits=limits))


def test_an_answer_has_the_keys_of_the_contract() -> None:
    told = answer()

    assert list(told) == ["api", "releases", "page", "cards", "matchers", "notices", "limits"]
    assert told["page"] == {
        "lang": "en",
        "lang_basis": "given",
        "published": None,
        "blocks_read": [0, 1],
        "passages": 3,
    }
    assert told["matchers"][0] == {"name": "places", "version": "1.0", "api": 1, "state": "ok"}
    assert told["matchers"][1]["reason"] == "too slow"
    assert told["limits"] == [
        {"code": "matcher_out", "matcher": "ships", "state": "quarantined"},
        {"code": "language_unmeasured", "language": "pl"},
        {"code": "truncated"},
    ]


CONTRACT = (
    "corpus incident permalink title when where band score state proof evidence found_in_text accounts claims documents "
    "relations wordings parallel"
)


def test_a_card_has_the_keys_of_the_contract() -> None:
    assert set(CONTRACT.split()) <= set(card_json(card()))


def test_a_card_without_a_page_has_nothing_of_one() -> None:
    told = card_json(card(found=None))

    assert not {
        "score",
        "band",
        "proof",
        "evidence",
        "found_in_text",
        "page_wordings",
        "page_places",
        "known_at",
    } & set(told)
    assert not {"on_page", "after_page"} & set(told["accounts"][0])
    assert "on_page" not in told["figures"][0]["given"][0]


def test_an_account_that_cannot_be_told_is_neither_found_nor_not_found() -> None:
    account = replace(card().accounts[0], on_page=None)

    assert account_json(account, page=True)["on_page"] is None
    assert "on_page" not in account_json(account, page=False)


def test_an_account_is_told_in_full() -> None:
    assert card_json(card())["accounts"][0] == {
        "statement": "H1-01", "claim": "K01", "speaker": {"agent": "selquara", "name": "Selquara", "role": "state"},
        "stance": "denies", "act": "report", "hedge": "flat", "hedge_words": "", "says": "Denies it",
        "passage": {"exact": "denied", "prefix": "Selquara ", "suffix": " it", "start": 4, "end": 9}, "voice": "indirect",
        "relay": ["agency", "herald"], "said": {"edtf": "2031-03-16", "basis": "document"}, "document": "H1",
        "quantities": [{"what": "rockets", "comparator": "=", "value": 2, "unit": "rocket", "verbatim": "two", "as_of": "2031-03"}],
        "link": None, "graphic": False, "on_page": True, "after_page": False,
    }  # fmt: skip


def test_evidence_is_told_with_its_reasons() -> None:
    assert card_json(card())["evidence"][0] == {
        "block": 1, "start": 2, "end": 9, "exact": "denied", "prefix": "pre", "suffix": "suf",
        "claims": [{"claim": "K01", "stance": None}],
        "because": [{"matcher": "places@1.0", "kind": "place", "start": 2, "end": 4, "corpus": "Y", "share": 1.0}],
    }  # fmt: skip


def test_the_rest_of_a_card_is_told_as_the_contract_has_it() -> None:
    told = card_json(card())

    assert told["permalink"] == "/incidents/halven/hall-s?release=9f2c41d0"
    assert told["when"] == {"edtf": "2031-03-14", "basis": "named", "time": "19:40", "what": "hall hit"}
    assert told["where"] == [{"name": "Yllverholt, Orvelland", "precision": "settlement", "basis": "said to be"}]
    assert told["relations"] == [{"from": "K01", "type": "differs_in", "to": ["K02"], "in": "number"}]
    assert told["found_in_text"] == {"accounts": 1, "of": 1, "complete": True}
    assert told["state"]["no_account_from"] == ["owners"]
    assert told["documents"]["H1"]["outlet_name"] == "The Herald"
    assert told["parallel"][0]["relation"] == "parallel_allegation"


def test_what_was_given_as_a_number_is_told_with_its_speaker_and_day() -> None:
    part = {"statement": "H1-01", "what": "rockets", "value": 2}

    assert card_json(card())["figures"] == [
        {
            "what": "rockets", "unit": "rocket",
            "given": [{
                "statement": "H1-01", "comparator": "=", "value": 2, "verbatim": "two", "as_of": "2031-03", "on_page": True,
                "said": {"edtf": "2031-03-16", "basis": "document"},
                "speaker": {"agent": "selquara", "name": "Selquara", "role": "state"},
            }],
            "page": [{"comparator": "~", "value": 2.0, "exact": "two", "evidence": 0}],
            "sums": [{"total": part, "parts": [part], "sum": 2.0, "adds_up": True}],
        }
    ]  # fmt: skip


def test_what_is_missing_and_what_was_known_is_told_with_its_extent() -> None:
    told = card_json(card())

    assert told["missing"] == [{"agent": "owners", "name": "The owners", "documents": 8, "to": "2031-04"}]
    assert told["known_at"] == {"published": "2031-03-20", "before": 1, "after": 0, "untold": 2}
    assert (told["wordings"], told["page_wordings"], told["page_places"]) == ([["H1-01"]], [[0]], [1])
    assert told["parallel"][0]["permalink"] == "/incidents/halven/boat?release=9f2c41d0"
    assert told["parallel"][0]["when"]["edtf"] == "2031-03-14"
    assert told["parallel"][0]["where"][0]["name"] == "Yllverholt, Orvelland"


def unknown_keys(schema: Schema, told: Any, where: str = "#") -> list[str]:
    """Keys that the schema, and so the OpenAPI document, does not speak of."""
    known = {field.data_key or name: field for name, field in schema.fields.items()}
    extra = [f"{where}/{key}" for key in told if key not in known]
    for key in set(told) & set(known):
        extra += _below(known[key], told[key], f"{where}/{key}")
    return extra


def _below(field: Any, told: Any, where: str) -> list[str]:
    if isinstance(field, fields.Nested):
        return unknown_keys(field.schema, told, where)
    inner = getattr(field, "inner", None) or getattr(field, "value_field", None)
    if not isinstance(inner, fields.Nested):
        return []
    return [
        k
        for each in (told.values() if isinstance(told, dict) else told)
        for k in unknown_keys(inner.schema, each, where)
    ]


@pytest.fixture
def real(reader: Reader) -> dict[str, Any]:
    """What the sample article is answered."""
    return answer_json(reader.read(PageRequest(html=sample().html, published=sample().published)))


def test_a_real_answer_has_the_published_form(real: dict[str, Any]) -> None:
    assert real["cards"]
    assert AnswerSchema().validate(real) == {}
    assert unknown_keys(AnswerSchema(), real) == []


def test_an_incident_has_the_published_form(reader: Reader) -> None:
    told = {"api": 1, "releases": {}, "card": card_json(reader.card("makiivka-surrender-2022-11"))}

    assert IncidentSchema().validate(told) == {}
    assert unknown_keys(IncidentSchema(), told) == []
