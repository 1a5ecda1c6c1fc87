"""The corpora that ship: everything that was to be covered is there, and every quotation that can be proven is."""

import json
from pathlib import Path

import pytest

from beside.corpus import Source, check_examples, open_release, read_folder, seal, verify_documents

SEEDS = Path(__file__).parents[2] / "seeds"
WANTED = json.loads(Path(__file__).with_name("seed-ids.json").read_text("utf-8"))
CORPORA = ("pow-accounts", "halven-strait")
LEAST_WORDS = 25
MOST_QUOTED_WORDS = 14
MOST_WORDS_FOR_A_SPEAKER = 8


@pytest.fixture(scope="module")
def pow_accounts() -> Source:
    return read_folder(SEEDS / "pow-accounts")


@pytest.fixture(scope="module")
def halven_strait() -> Source:
    return read_folder(SEEDS / "halven-strait")


@pytest.fixture(scope="module", params=CORPORA)
def seed(request: pytest.FixtureRequest) -> Source:
    return request.getfixturevalue(request.param.replace("-", "_"))


def test_the_list_of_ids_is_whole() -> None:
    claims = [claim for claims in WANTED["incidents"].values() for claim in claims]
    assert (len(WANTED["incidents"]), len(set(claims)), len(WANTED["statements"])) == (19, 77, 123)


def test_every_incident_is_there_with_its_claims(pow_accounts: Source) -> None:
    held = {one.id: {claim.id for claim in one.claims} for one in pow_accounts.corpus.incidents.values()}
    assert held == {incident: set(claims) for incident, claims in WANTED["incidents"].items()}


def test_every_statement_is_there_under_its_claim(pow_accounts: Source) -> None:
    held = {statement.id: statement.claim for claim in pow_accounts.corpus.claims for statement in claim.statements}
    assert held == WANTED["statements"]


def test_every_incident_is_there_in_ukrainian_and_russian(seed: Source) -> None:
    for incident in seed.corpus.incidents.values():
        assert {translation.lang for translation in incident.translations} == {"ru", "uk"}, incident.id


def test_a_seed_expects_all_that_it_holds(seed: Source) -> None:
    text = (SEEDS / seed.corpus.id / "corpus.toml").read_text("utf-8")
    statements = sum(len(claim.statements) for claim in seed.corpus.claims)
    assert (
        f"incidents = {len(seed.corpus.incidents)}, claims = {len(seed.corpus.claims)}, statements = {statements}"
        in text
    )


def test_every_quotation_of_the_invented_corpus_is_verbatim(halven_strait: Source) -> None:
    proof = verify_documents(halven_strait.corpus, SEEDS / "halven-strait" / "documents")
    assert (proof.missing, proof.failures) == ((), ())
    assert proof.proven == sum(len(claim.statements) for claim in halven_strait.corpus.claims)


def test_the_texts_of_the_articles_are_not_in_the_project(pow_accounts: Source) -> None:
    assert [document.id for document in pow_accounts.corpus.documents.values() if document.file or document.url] == []


def test_quotations_are_phrases(pow_accounts: Source) -> None:
    statements = (statement for claim in pow_accounts.corpus.claims for statement in claim.statements)
    assert [s.id for s in statements if len(s.passage.exact.split()) > MOST_QUOTED_WORDS] == []


def test_speakers_are_named_in_few_words(pow_accounts: Source) -> None:
    statements = (statement for claim in pow_accounts.corpus.claims for statement in claim.statements)
    assert [s.id for s in statements if len(s.speaker_as.split()) > MOST_WORDS_FOR_A_SPEAKER] == []


def test_every_incident_has_two_examples_on_each_side(seed: Source) -> None:
    sides = [side for one in seed.examples.values() for side in (one.match, one.silent)]
    assert [side for side in sides if len(side) < 2] == []
    assert list(check_examples(seed)) == []


def test_examples_are_long_enough_to_judge(seed: Source) -> None:
    texts = [text for one in seed.examples.values() for text in (*one.match, *one.silent)]
    assert [text for text in texts if len(text.split()) < LEAST_WORDS] == []


def test_a_seed_survives_sealing(seed: Source, tmp_path: Path) -> None:
    assert open_release(seal(tmp_path, seed.corpus).path).corpus == seed.corpus


def test_a_release_of_a_seed_holds_no_example(seed: Source, tmp_path: Path) -> None:
    sealed = seal(tmp_path, seed.corpus).path.read_bytes().decode("utf-8", "replace")
    assert [text for one in seed.examples.values() for text in (*one.match, *one.silent) if text in sealed] == []
