"""A sound folder becomes a corpus; its examples stay apart."""

import dataclasses
from pathlib import Path

import pytest

from beside.corpus import check_examples, read_folder, seal
from beside.model import Corpus


def test_a_sound_folder_becomes_a_corpus(folder) -> None:
    corpus = read_folder(folder.path).corpus
    assert (corpus.id, next(iter(corpus.agents)), list(corpus.documents)) == ("harbour", "portland", ["D1"])


def test_claims_and_statements_stand_in_the_order_of_the_file(folder) -> None:
    incident = read_folder(folder.path).corpus.incidents["crates-2031-05"]
    assert [(s.claim, s.id) for s in incident.statements] == [("C1", "D1-01"), ("C2", "D1-02")]


def test_dates_and_quotations_become_records(folder) -> None:
    statement = read_folder(folder.path).corpus.claims[0].statements[0]
    assert (statement.said.edtf, statement.passage.exact) == ("2031-05-02", "nine crates were likely lost.")


def test_a_relation_names_both_ends(folder) -> None:
    (relation,) = read_folder(folder.path).corpus.relations
    assert (relation.source, relation.targets) == ("C2", ("C1",))


def test_a_path_may_be_a_text_and_end_with_a_slash(folder) -> None:
    assert read_folder(Path(f"{folder.path}/")).corpus.id == "harbour"


def test_the_folder_may_be_the_current_one(folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder.path)
    assert read_folder(Path()).corpus.id == "harbour"


def test_windows_line_ends_are_fine(folder) -> None:
    folder.write("agents.toml", (folder.path / "agents.toml").read_bytes().replace(b"\n", b"\r\n"))
    assert "guild" in read_folder(folder.path).corpus.agents


def test_examples_are_read_by_incident(folder) -> None:
    examples = read_folder(folder.path).examples["crates-2031-05"]
    assert (len(examples.match), len(examples.silent)) == (1, 1)


def test_no_field_of_a_corpus_holds_an_example(folder) -> None:
    source = read_folder(folder.path)
    texts = [text for one in source.examples.values() for text in (*one.match, *one.silent)]
    assert not any(text in repr(dataclasses.asdict(source.corpus)) for text in texts)


def test_no_release_holds_an_example(folder, home: Path) -> None:
    source = read_folder(folder.path)
    sealed = seal(home, source.corpus).path.read_bytes()
    texts = [text for one in source.examples.values() for text in (*one.match, *one.silent)]
    assert not any(text.encode() in sealed for text in texts)


def test_no_type_of_the_corpus_has_a_place_for_examples() -> None:
    assert not {"examples", "match", "silent"} & {field.name for field in dataclasses.fields(Corpus)}


def test_an_incident_without_examples_is_read_but_does_not_pass_the_check(folder) -> None:
    name = "incidents/crates-2031-05.toml"
    folder.replace(name, (folder.path / name).read_text("utf-8").partition("[examples]")[2], "")
    assert [problem.message.split()[0] for problem in check_examples(read_folder(folder.path))] == [
        "examples.match",
        "examples.silent",
    ]


def test_a_text_on_both_sides_does_not_pass_the_check(folder) -> None:
    folder.replace("incidents/crates-2031-05.toml", "another harbour in June", "the harbour in May 2031")
    folder.replace("incidents/crates-2031-05.toml", "at the harbour in May 2031.", "at the harbour in May 2031.")
    (problem,) = check_examples(read_folder(folder.path))
    assert "both sides" in problem.message
    assert problem.line == folder.line("incidents/crates-2031-05.toml", "[examples]")


def test_every_file_is_a_step(folder) -> None:
    steps: list[None] = []
    read_folder(folder.path, lambda: steps.append(None))
    assert len(steps) == 5
