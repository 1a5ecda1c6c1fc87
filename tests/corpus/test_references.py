"""Every id once, and every id that is spoken of known."""

import pytest

from beside.corpus import read_folder

INCIDENT = "incidents/crates-2031-05.toml"

DANGLING = [
    ("agents.toml", 'speaks_for = "portland"', 'speaks_for = "harland"', "speaks_for", "agent"),
    ("documents.toml", 'outlet = "gazette"', 'outlet = "tribune"', "outlet", "agent"),
    ("relations.toml", 'from = "C2"', 'from = "C9"', "from", "claim or statement"),
    ("relations.toml", 'to = ["C1"]', 'to = ["C1", "D9-99"]', "to", "claim or statement"),
    (INCIDENT, 'kind = "event"', 'kind = "event"\nmirrors = ["fire-2031"]', "mirrors", "incident"),
    (INCIDENT, 'kind = "event"', 'kind = "event"\npart_of = "fire-2031"', "part_of", "incident"),
    (INCIDENT, '"portland", "guild"]', '"portland", "pirates"]', "parties", "agent"),
    (INCIDENT, '["D1-01", "D1-02"]', '["D1-01", "D1-77"]', "wordings", "statement"),
    (INCIDENT, 'agent = "guild", role', 'agent = "pirates", role', "about", "agent"),
    (INCIDENT, 'speaker = "guild"', 'speaker = "pirates"', 'speaker = "pirates"', "agent"),
    (INCIDENT, 'relay = ["gazette"]', 'relay = ["radio", "gazette"]', "relay", "agent"),
    (INCIDENT, 'document = "D1", start = 41', 'document = "D7", start = 41', "passage", "document"),
]


@pytest.mark.parametrize(("file", "old", "new", "mark", "kind"), DANGLING, ids=[row[3] for row in DANGLING])
def test_an_unknown_id_is_told_with_its_line(folder, file: str, old: str, new: str, mark: str, kind: str) -> None:
    folder.replace(file, old, new)
    (problem,) = folder.problems()
    assert problem.startswith(f"{file}:{folder.line(file, mark)}: ")
    assert f"is no {kind} of this corpus" in problem


def test_a_near_miss_is_suggested(folder) -> None:
    folder.replace(INCIDENT, 'speaker = "guild"', 'speaker = "gild"')
    assert folder.problems()[0].endswith('"gild" is no agent of this corpus; write "guild" or add it')


def test_a_claim_is_no_statement_of_a_wording(folder) -> None:
    folder.replace(INCIDENT, '["D1-01", "D1-02"]', '["D1-01", "C2"]')
    assert '"C2" is no statement of this corpus' in folder.problems()[0]


@pytest.mark.parametrize(
    ("file", "old", "new", "first"),
    [
        ("agents.toml", 'id = "guild"', 'id = "portland"', 'id = "portland"'),
        (INCIDENT, 'id = "C2"', 'id = "C1"', 'id = "C1"'),
        (INCIDENT, 'id = "D1-02"', 'id = "D1-01"', 'id = "D1-01"'),
        (INCIDENT, 'id = "D1-02"', 'id = "C1"', 'id = "C1"'),
    ],
)
def test_an_id_that_is_there_twice_is_told_with_the_first(folder, file: str, old: str, new: str, first: str) -> None:
    twice = folder.line(file, old)
    folder.replace(file, old, new)
    (problem,) = [problem for problem in folder.problems() if "is already at" in problem]
    assert problem.startswith(f"{file}:{twice}: ")
    assert f"{file}:{folder.line(file, first)}; give one of them another id" in problem


def test_an_agent_and_a_claim_may_share_an_id(folder) -> None:
    folder.write("agents.toml", (folder.path / "agents.toml").read_text("utf-8").replace('"docker"', '"c1"'))
    assert "c1" in read_folder(folder.path).corpus.agents
