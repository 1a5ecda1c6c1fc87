"""Captives, the dead, minors and private persons appear as roles, unless a reason is recorded."""

import hashlib
import re

import pytest

from beside.corpus import read_folder
from beside.corpus.privacy import names_someone

INCIDENT = "incidents/crates-2031-05.toml"
NAME = "Orla Venn"


def withhold(folder, name: str = NAME, reason: str = "") -> None:
    digest = hashlib.sha256(name.casefold().encode()).hexdigest()
    text = (folder.path / "agents.toml").read_text("utf-8")
    folder.write("agents.toml", f'{text}\n[[withheld]]\ndigest = "{digest}"\nrole = "a docker"\n{reason}')


def add_agent(folder, lines: str) -> None:
    text = (folder.path / "agents.toml").read_text("utf-8")
    folder.write("agents.toml", f"{text}\n[[agent]]\n{lines}\n")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("corpus.toml", "Accounts of", "Accounts by @orlavenn of"),
        ("agents.toml", 'name = "the Guild"', 'name = "the Guild (@guild_port)"'),
        ("documents.toml", 'language = "en"', 'language = "en"\nurl = "https://example.org/@orlavenn/1"'),
        ("relations.toml", 'basis = "editor"', 'basis = "editor"\nnote = "see @orlavenn"'),
        (INCIDENT, "Denies a loss", "Denies a loss to @orlavenn"),
        (
            INCIDENT,
            'exact = "denied any loss", prefix = "The guild "',
            'exact = "denied any loss", prefix = "— @o_venn "',
        ),
        (INCIDENT, "Nine crates went missing at the", "As @orlavenn says, crates at the"),
    ],
)
def test_a_handle_is_refused_in_every_text(folder, file: str, old: str, new: str) -> None:
    folder.replace(file, old, new)
    assert any(problem.startswith(file) and "holds an @handle" in problem for problem in folder.problems())


def test_an_at_sign_alone_is_no_handle(folder) -> None:
    folder.replace("corpus.toml", "the harbour desk", "desk@harbour.example, 5 @ 3")
    assert read_folder(folder.path).corpus.maintainer


@pytest.mark.parametrize(
    "text",
    [
        "Says so to Orla Venn",
        "ORLA VENN, it says",
        "Orla\u00a0Venn's crates",
        "(Orla  Venn)",
        "Or\u00adla Venn",
        "“Orla Venn”",
        "orla-venn.example",
        "Orla Venn’s",
    ],
)
def test_a_withheld_name_is_refused_however_it_is_written(folder, text: str) -> None:
    withhold(folder)
    folder.replace(INCIDENT, "Denies a loss", text)
    assert 'holds a withheld name; write the role, "a docker", or cut the quotation' in folder.problems()[0]


def test_the_problem_does_not_repeat_the_name(folder) -> None:
    withhold(folder)
    folder.replace(INCIDENT, "Denies a loss", "Denies it to Orla Venn and @orlavenn")
    assert not re.search("orla", "".join(folder.problems()), re.IGNORECASE)


def test_a_withheld_name_is_refused_across_the_edge_of_a_quotation(folder) -> None:
    withhold(folder, "guild denied")
    assert [problem.split(" ")[1] for problem in folder.problems()] == ["claim.statement.passage"]


def test_a_withheld_name_is_refused_as_the_name_of_a_file(folder) -> None:
    withhold(folder, "Crates")
    assert any("crates-2031-05.toml:1: holds a withheld name" in problem for problem in folder.problems())


def test_part_of_a_withheld_name_is_another_word(folder) -> None:
    withhold(folder)
    folder.replace(INCIDENT, "Denies a loss", "Denies a loss to Orla Vennison and to Orla")
    assert read_folder(folder.path)


def test_a_withheld_name_may_stand_where_a_reason_is_recorded(folder) -> None:
    withhold(folder, reason='name_reason = "she asks to be named"\n')
    folder.replace(INCIDENT, "Denies a loss", "Denies a loss to Orla Venn")
    assert read_folder(folder.path)


@pytest.mark.parametrize("status", ["captive", "dead", "minor", "private"])
def test_a_personal_name_is_refused_for_each_status(folder, status: str) -> None:
    add_agent(folder, f'id = "x"\nkind = "anonymous"\nname = "{NAME}"\nstatus = "{status}"')
    (problem,) = folder.problems()
    assert problem.startswith(f"agents.toml:{folder.line('agents.toml', NAME)}: agent.name names one who is {status}")


def test_an_alias_is_refused_for_a_status(folder) -> None:
    add_agent(
        folder,
        'id = "x"\nkind = "group"\nname = "dockers"\nstatus = "captive"\naliases = [ { text = "they", lang = "en" } ]',
    )
    assert "agent.aliases of one who is captive" in folder.problems()[0]


def test_a_name_with_a_recorded_reason_is_taken(folder) -> None:
    add_agent(
        folder, f'id = "x"\nkind = "anonymous"\nname = "{NAME}"\nstatus = "dead"\nname_reason = "a minister until 2030"'
    )
    assert read_folder(folder.path).corpus.agents["x"].name == NAME


def test_a_person_without_a_public_function_is_refused(folder) -> None:
    add_agent(folder, f'id = "x"\nkind = "person"\nname = "{NAME}"')
    assert "has no role" in folder.problems()[0]


def test_a_person_with_a_public_function_is_taken(folder) -> None:
    add_agent(folder, f'id = "x"\nkind = "person"\nname = "{NAME}"\nroles = [ {{ title = "harbour master" }} ]')
    assert read_folder(folder.path).corpus.agents["x"].roles[0].title == "harbour master"


def test_a_source_does_not_name_a_private_speaker_either(folder) -> None:
    folder.replace(INCIDENT, 'speaker = "guild"', f'speaker = "docker"\n  speaker_as = "{NAME}"')
    assert "claim.statement.speaker_as names one who is private" in folder.problems()[0]


@pytest.mark.parametrize("name", ["Orla Venn", "Venn", "captive Orla Venn", "Орла Венн", "Anna-Maria O'Neil"])
def test_a_personal_name_is_told_from_a_role(name: str) -> None:
    assert names_someone(name)


@pytest.mark.parametrize(
    "name", ["a private account on X", "captured Russian soldiers", "Russian captives", "a docker", ""]
)
def test_a_role_is_told_from_a_personal_name(name: str) -> None:
    assert not names_someone(name)
