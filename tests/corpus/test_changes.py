"""What a load would change is told by kind."""

from beside.corpus import Change, compare, read_folder

INCIDENT = "incidents/crates-2031-05.toml"


def changes(folder, old: str, new: str, file: str = INCIDENT) -> tuple[Change, ...]:
    before = read_folder(folder.path).corpus
    folder.replace(file, old, new)
    return compare(before, read_folder(folder.path).corpus)


def test_the_same_folder_changes_nothing(folder) -> None:
    assert compare(read_folder(folder.path).corpus, read_folder(folder.path).corpus) == ()


def test_everything_is_new_to_an_empty_house(folder) -> None:
    kinds = {change.kind: len(change.added) for change in compare(None, read_folder(folder.path).corpus)}
    assert kinds == {"agents": 5, "documents": 1, "incidents": 1, "claims": 2, "statements": 2, "relations": 1}


def test_a_changed_statement_changes_neither_its_claim_nor_its_incident(folder) -> None:
    assert changes(folder, "Denies a loss", "Denies any") == (Change("statements", (), (), ("D1-02",)),)


def test_a_changed_title_changes_the_incident_alone(folder) -> None:
    assert changes(folder, "Crates at the", "Boxes at the") == (Change("incidents", (), (), ("crates-2031-05",)),)


def test_another_id_is_one_added_and_one_removed(folder) -> None:
    assert changes(folder, '"docker"', '"stevedore"', "agents.toml") == (
        Change("agents", ("stevedore",), ("docker",), ()),
    )


def test_a_changed_relation_is_seen(folder) -> None:
    assert [change.kind for change in changes(folder, '"contradicts"', '"qualifies"', "relations.toml")] == [
        "relations"
    ]


def test_a_changed_licence_is_seen(folder) -> None:
    assert changes(folder, "CC0-1.0", "CC-BY-4.0", "corpus.toml") == (Change("corpus", (), (), ("harbour",)),)
