"""The telling words of a corpus."""

from __future__ import annotations

from beside.lexicon import Lexicon
from beside.model import Release


def test_names_of_places_states_and_their_people_are_not_in_it(pow_accounts: Release) -> None:
    keys = set().union(*Lexicon.of(pow_accounts.corpus).incidents().values())

    assert not keys & {"makiivka", "ukrain", "ukrainian", "russian", "russia", "zaporizhzhia"}


def test_background_is_left_out(halven_strait: Release) -> None:
    (background,) = [claim.id for claim in halven_strait.corpus.claims if claim.background]

    assert background not in Lexicon.of(halven_strait.corpus).claims


def test_a_word_of_one_incident_tells_more_than_a_word_of_many(pow_accounts: Release) -> None:
    lexicon = Lexicon.of(pow_accounts.corpus)
    holding = {key: sum(key in keys for keys in lexicon.incidents().values()) for key in lexicon.weight}
    alone = [lexicon.weight[key] for key, count in holding.items() if count == 1]
    shared = [lexicon.weight[key] for key, count in holding.items() if count >= 6]

    assert max(shared) < sum(alone) / len(alone)
