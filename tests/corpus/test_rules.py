"""The values of a corpus agree with each other."""

import pytest

from beside.corpus import read_folder

INCIDENT = "incidents/crates-2031-05.toml"

# file, what stands there, what is written instead, where the line is looked for, what the problem says
CONTRADICTIONS = [
    (
        "agents.toml",
        'kind = "outlet"',
        'kind = "outlet"\nspeaks_for = "guild"',
        '"guild"\nname = "H',
        "of kind outlet; leave",
    ),
    ("agents.toml", 'speaks_for = "portland"', 'speaks_for = "gazette"', "speaks_for", "is of kind outlet"),
    ("documents.toml", 'outlet = "gazette"\n', "", "outlet_basis", "there is no outlet"),
    ("documents.toml", 'outlet_basis = "named"', 'outlet_basis = "unknown"', "outlet_basis", "an outlet is given"),
    ("documents.toml", 'outlet = "gazette"', 'outlet = "guild"', "outlet", "is of kind group; name an outlet"),
    ("documents.toml", 'language = "en"', 'language = "uk"', "language", "is not among the languages"),
    ("documents.toml", 'body = ["3"]', 'body = ["2-3", "3"]', "body", "put the lines in order"),
    ("relations.toml", '"contradicts"', '"differs_in"', "relation", "add what differs"),
    ("relations.toml", '"contradicts"', '"contradicts"\nin = "number"', "in =", "goes with differs_in only"),
    ("relations.toml", '["C1"]', '["C1", "C2"]', "to", "names where the relation comes from"),
    (INCIDENT, 'kind = "event"', 'kind = "event"\nmirrors = ["crates-2031-05"]', "mirrors", "the incident itself"),
    (INCIDENT, 'kind = "event"', 'kind = "event"\npart_of = "crates-2031-05"', "part_of", "leads back to the incident"),
    (INCIDENT, "media = [", 'media = [ { id = "quay-photo", kind = "list" },', "media", "is there twice"),
    (INCIDENT, "start = 41", "start = 40", "start = 40", "spans 30 code points, but exact has 29"),
    (INCIDENT, "end = 70", "end = 71", "end = 71", "spans 30 code points, but exact has 29"),
    (INCIDENT, "start = 41, end = 70", "start = 141, end = 170", "start = 141", "but the document has 98 characters"),
    (INCIDENT, 'prefix = "said', f'prefix = "{"x" * 30}said', "start = 41", "prefix has 40 code points; at most 32"),
    (INCIDENT, 'suffix = ".\\n"', 'suffix = ".\\n   "', "start = 81", "that stand after it"),
    (
        INCIDENT,
        'said = { edtf = "2031-05-02"',
        'said = { edtf = "2031-05-01"',
        "said",
        'document\'s date is "2031-05-02"',
    ),
    (INCIDENT, 'relay = ["gazette"]', 'relay = ["gazette", "docker"]', "relay", 'put "gazette" last'),
    (INCIDENT, 'relay = ["gazette"]', 'relay = ["port-office", "gazette"]', "relay", "names the speaker"),
]


@pytest.mark.parametrize(("file", "old", "new", "mark", "message"), CONTRADICTIONS, ids=[c[4] for c in CONTRADICTIONS])
def test_a_contradiction_is_told_with_its_line(folder, file: str, old: str, new: str, mark: str, message: str) -> None:
    folder.replace(file, old, new)
    (problem,) = [problem for problem in folder.problems() if message in problem]
    assert problem.startswith(f"{file}:{folder.line(file, mark)}: ")


def second_incident(folder, **changes: str) -> str:
    """The incident once more, under other ids."""
    text = (folder.path / INCIDENT).read_text("utf-8")
    new = {"C1": "C3", "C2": "C4", "D1-01": "D1-03", "D1-02": "D1-04", "2031-05": "2031-06"}
    for old, other in (new | changes).items():
        text = text.replace(old, other) if old != "2031-05" else text.replace("harbour-2031-05", f"harbour-{other}")
    folder.write("incidents/crates-2031-06.toml", text)
    return "incidents/crates-2031-06.toml"


def test_two_incidents_may_show_the_same_object(folder) -> None:
    second_incident(folder)
    assert len(read_folder(folder.path).corpus.incidents) == 2


def test_two_incidents_need_two_slugs(folder) -> None:
    name = second_incident(folder, **{"2031-05": "2031-05"})
    (problem,) = folder.problems()
    assert problem.startswith(f"{name}:2: slug")


def test_a_wording_stays_on_its_card(folder) -> None:
    name = second_incident(folder)
    folder.replace(name, '["D1-03", "D1-04"]', '["D1-03", "D1-02"]')
    assert folder.problems() == [f'{name}:8: wordings "D1-02" belongs to another incident; take it out']


def test_incidents_do_not_stand_in_a_ring(folder) -> None:
    name = second_incident(folder)
    folder.replace(name, 'kind = "event"', 'kind = "event"\npart_of = "crates-2031-05"')
    folder.replace(INCIDENT, 'kind = "event"', 'kind = "event"\npart_of = "crates-2031-06"')
    assert ["part_of leads back" in problem for problem in folder.problems()] == [True, True]
